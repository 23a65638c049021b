//! Cases by area.

use egui::Ui;

use super::links::show;
use crate::{
    knowledge::{Area, Case, Kind},
    state::{Actions, View},
    theme::{Themed, icon, space},
    ui::widgets::{
        caption_line, card, icon_button, marked_line, section_heading, strong_line, subdued_line,
        text_line,
    },
};

const AREAS: [Area; 5] = [
    Area::ResearchDesign,
    Area::Manufacturing,
    Area::Logistics,
    Area::Safety,
    Area::Other,
];

pub(super) fn cases_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let language = view.language;
    subdued_line(ui, language.cases_text());
    let chosen = view.session.knowledge.chosen_of(Kind::Case);
    if let Some(case) = view
        .knowledge
        .cases
        .iter()
        .find(|case| Some(case.id.as_str()) == chosen)
    {
        // What was looked for stands first.
        ui.horizontal(|ui| {
            if icon_button(ui, icon::CLOSE, language.detail_close()).clicked() {
                show(actions, &view.session.knowledge, |shown| {
                    shown.chosen = None;
                });
            }
        });
        case_ui(ui, view, case);
        return;
    }
    for area in AREAS {
        ui.add_space(space::SMALL);
        section_heading(ui, language.area(area));
        let cases: Vec<&Case> = view
            .knowledge
            .cases
            .iter()
            .filter(|case| case.area == area)
            .collect();
        let columns = if ui.available_width() >= 760.0 { 2 } else { 1 };
        for row in cases.chunks(columns) {
            ui.columns(columns, |places| {
                for (place, case) in places.iter_mut().zip(row) {
                    case_ui(place, view, case);
                }
            });
        }
    }
}

fn case_ui(ui: &mut Ui, view: &View<'_>, case: &Case) {
    let language = view.language;
    card(ui, |ui| {
        ui.with_layout(egui::Layout::top_down(egui::Align::Min), |ui| {
            if let Some(found) = case.scenario_type {
                caption_line(ui, language.scenario_type(found));
            }
            strong_line(ui, case.name.get(language));
            subdued_line(ui, case.who.get(language));
            text_line(ui, case.text.get(language));
            for figure in &case.figures {
                let colour = ui.tokens().resonance;
                marked_line(ui, icon::CARET_RIGHT, colour, figure.get(language));
            }
            strong_line(ui, language.lesson());
            text_line(ui, case.lesson.get(language));
            let ours = language.origin("ours");
            let origin = language.origin(&case.origin);
            let lesson = language.labelled(language.lesson(), &ours);
            let line = format!("{origin} · {lesson}");
            caption_line(ui, &line);
        });
    });
}
