//! Define: what each factor and each of its levels means, to be read aloud.

use egui::{RichText, Ui};

use crate::{
    model::{Factor, Polarity, Side},
    state::View,
    theme::{Themed, text},
    ui::widgets::{caption_line, card, subdued_line, text_line},
};

pub(super) fn define_ui(ui: &mut Ui, view: &View<'_>) {
    subdued_line(ui, view.language.define_text());
    if ui.available_width() >= 720.0 {
        ui.columns(2, |columns| {
            for (column, side) in columns.iter_mut().zip(Side::ALL) {
                for factor in side.factors() {
                    factor_ui(column, view, factor);
                }
            }
        });
    } else {
        for factor in Factor::ALL {
            factor_ui(ui, view, factor);
        }
    }
}

fn factor_ui(ui: &mut Ui, view: &View<'_>, factor: Factor) {
    let language = view.language;
    let words = view.knowledge.framework.of(factor);
    let colour = ui.tokens().side(factor.side());
    card(ui, |ui| {
        ui.with_layout(egui::Layout::top_down(egui::Align::Min), |ui| {
            let name = RichText::new(words.name.get(language)).font(text::label());
            ui.label(name.color(colour));
            subdued_line(ui, words.meaning.get(language));
            let sector = view.enterprise().map_or("", |one| one.sector.as_str());
            if let Some(sector) = view.knowledge.sectors.get(sector) {
                let example = sector.examples[factor].get(language);
                subdued_line(ui, &language.guided_example(example));
            }
            for (number, sentence) in words.levels.iter().enumerate() {
                let line = format!("{}  {}", number + 1, sentence.get(language));
                text_line(ui, &line);
            }
            if factor.polarity() == Polarity::Inverse {
                caption_line(ui, language.inverse_hint());
            }
        });
    });
}
