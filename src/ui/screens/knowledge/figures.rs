//! The report's reference figures, by topic.

use egui::Ui;

use crate::{
    knowledge::{Figure, Topic},
    state::View,
    theme::{Themed, icon, space},
    ui::widgets::{
        caption_line, card, look, marked_line, section_heading, strong_line, subdued_line,
        text_line, wrapped,
    },
};

const TOPICS: [Topic; 7] = [
    Topic::Adoption,
    Topic::Data,
    Topic::Finance,
    Topic::Talent,
    Topic::Market,
    Topic::Computing,
    Topic::Economy,
];

pub(super) fn figures_ui(ui: &mut Ui, view: &View<'_>) {
    let language = view.language;
    subdued_line(ui, language.figures_text());
    let chosen = view
        .session
        .knowledge
        .chosen_of(crate::knowledge::Kind::Figure);
    if let Some(figure) = view
        .knowledge
        .figures
        .iter()
        .find(|figure| Some(figure.id.as_str()) == chosen)
    {
        figure_ui(ui, view, figure);
    }
    for topic in TOPICS {
        let figures: Vec<&Figure> = view
            .knowledge
            .figures
            .iter()
            .filter(|figure| figure.topic == topic && Some(figure.id.as_str()) != chosen)
            .collect();
        if figures.is_empty() {
            continue;
        }
        ui.add_space(space::SMALL);
        section_heading(ui, language.topic(topic));
        let columns = match ui.available_width() {
            width if width >= 860.0 => 3,
            width if width >= 560.0 => 2,
            _ => 1,
        };
        for row in figures.chunks(columns) {
            ui.columns(columns, |places| {
                for (place, figure) in places.iter_mut().zip(row) {
                    figure_ui(place, view, figure);
                }
            });
        }
    }
}

fn figure_ui(ui: &mut Ui, view: &View<'_>, figure: &Figure) {
    let language = view.language;
    card(ui, |ui| {
        ui.with_layout(egui::Layout::top_down(egui::Align::Min), |ui| {
            wrapped(ui, look::heading(ui, figure.value.get(language)));
            strong_line(ui, figure.name.get(language));
            text_line(ui, figure.text.get(language));
            if let Some(note) = &figure.note {
                let line = language.printed_note(note.get(language));
                marked_line(ui, icon::INFO, ui.tokens().caution, &line);
            }
            let source = figure.source.get(language);
            let source = if figure.year.is_empty() {
                source.to_owned()
            } else {
                language.source_named(source, &figure.year)
            };
            let line = format!("{source} · {}", language.origin(&figure.origin));
            caption_line(ui, &line);
        });
    });
}
