//! The one number: R, its band and the level it is equivalent to.

use egui::{RichText, Ui};

use crate::{
    analysis::Outcome,
    i18n::Language,
    theme::{Themed, text},
    ui::widgets::{cut, look},
    wording::whole,
};

/// Shows R as a whole number 0 to 100 with its band; `beside_band` adds what stands beside it.
pub fn resonance_number(
    ui: &mut Ui,
    language: Language,
    outcome: &Outcome,
    beside_band: impl FnOnce(&mut Ui),
) {
    ui.horizontal(|ui| {
        ui.set_min_height(64.0);
        let number = RichText::new(whole(outcome.resonance)).font(text::number());
        ui.label(number.color(ui.tokens().resonance));
        ui.vertical(|ui| {
            ui.add_space(10.0);
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.horizontal(|ui| {
                ui.spacing_mut().interact_size.y = 24.0;
                ui.label(look::heading(ui, language.band(outcome.band)));
                beside_band(ui);
            });
            let level = format!("{:.1}", outcome.equivalent_level());
            cut(ui, look::caption(ui, language.as_if(&level)));
        });
    });
}
