//! Challenges and countermeasures, linked to the factors both ways.

use egui::{Button, RichText, Ui, vec2};

use super::links::{names, show};
use crate::{
    knowledge::{Challenge, Countermeasure, Kind},
    model::Factor,
    state::{Actions, View},
    theme::{Themed, icon, text},
    ui::{
        plan_button::measure_button,
        widgets::{
            caption_line, card, look, section_heading, strong_line, subdued_line, text_line,
        },
    },
};

pub(super) fn challenges_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let language = view.language;
    subdued_line(ui, language.challenges_text());
    factors_ui(ui, view, actions);
    if ui.available_width() >= 680.0 {
        ui.columns(2, |columns| {
            challenge_column_ui(&mut columns[0], view, actions);
            measure_column_ui(&mut columns[1], view, actions);
        });
    } else {
        challenge_column_ui(ui, view, actions);
        measure_column_ui(ui, view, actions);
    }
}

/// The eight factors, to filter by.
fn factors_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let shown = &view.session.knowledge;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().button_padding = vec2(8.0, 4.0);
        for factor in Factor::ALL {
            let mark = icon::of_side(factor.side());
            let colour = ui.tokens().side(factor.side());
            let chosen = shown.factor == Some(factor);
            let line = format!("{mark} {}", view.factor_name(factor));
            let button = Button::new(RichText::new(line).font(text::caption()).color(colour))
                .selected(chosen)
                .min_size(vec2(0.0, 28.0));
            if ui.add(button).clicked() {
                show(actions, shown, |shown| {
                    shown.factor = (!chosen).then_some(factor);
                    shown.chosen = None;
                });
            }
        }
    });
}

/// Whether a challenge belongs to what is chosen; everything does while nothing is.
fn challenge_belongs(view: &View<'_>, challenge: &Challenge) -> bool {
    let shown = &view.session.knowledge;
    if let Some(factor) = shown.factor {
        return challenge.factors.contains(&factor);
    }
    if let Some(id) = shown.chosen_of(Kind::Countermeasure) {
        let chosen = view.knowledge.countermeasure(id);
        return chosen.is_some_and(|chosen| chosen.answers.contains(&challenge.id));
    }
    true
}

/// The same for a countermeasure.
fn measure_belongs(view: &View<'_>, measure: &Countermeasure) -> bool {
    let shown = &view.session.knowledge;
    if let Some(factor) = shown.factor {
        return measure.lifts.contains(&factor);
    }
    match shown.chosen_of(Kind::Challenge) {
        Some(id) => measure.answers.iter().any(|answered| answered == id),
        None => true,
    }
}

fn challenge_column_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let language = view.language;
    section_heading(ui, language.challenges_title());
    for challenge in &view.knowledge.challenges {
        if !challenge_belongs(view, challenge) {
            continue;
        }
        let (id, name) = (&challenge.id, challenge.name.get(language));
        let kind = Kind::Challenge;
        entry_ui(ui, view, actions, kind, id, name, |ui, _| {
            text_line(ui, challenge.text.get(language));
            strong_line(ui, language.sign());
            text_line(ui, challenge.sign.get(language));
            let pressed = language.presses_on(&names(view, &challenge.factors));
            let facts = [pressed, language.origin(&challenge.origin)];
            caption_line(ui, &facts.join(" · "));
        });
    }
}

fn measure_column_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let language = view.language;
    section_heading(ui, language.countermeasures_title());
    for measure in &view.knowledge.countermeasures {
        if !measure_belongs(view, measure) {
            continue;
        }
        let name = measure.name.get(language);
        let kind = Kind::Countermeasure;
        entry_ui(ui, view, actions, kind, &measure.id, name, |ui, actions| {
            caption_line(ui, language.group(measure.group));
            text_line(ui, measure.text.get(language));
            strong_line(ui, language.first_step());
            text_line(ui, measure.first_step.get(language));
            let factors = names(view, &measure.lifts);
            let facts = [language.lifts(&factors), language.origin(&measure.origin)];
            caption_line(ui, &facts.join(" · "));
            measure_button(ui, view, actions, measure);
        });
    }
}

/// An entry whose name opens and closes it.
fn entry_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    kind: Kind,
    id: &str,
    name: &str,
    contents: impl FnOnce(&mut Ui, &mut Actions),
) {
    let shown = &view.session.knowledge;
    let open = shown.chosen_of(kind) == Some(id);
    card(ui, |ui| {
        ui.with_layout(egui::Layout::top_down(egui::Align::Min), |ui| {
            let symbol = look::caret(open);
            let line = RichText::new(format!("{symbol}  {name}")).font(text::strong());
            let button = Button::new(line.color(ui.tokens().text_strong))
                .wrap()
                .frame_when_inactive(false);
            let response = ui.add(button);
            response
                .widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, open, name));
            if response.clicked() {
                let next = (!open).then(|| (kind, id.to_owned()));
                show(actions, shown, |shown| {
                    shown.chosen = next;
                    shown.factor = None;
                });
            }
            if open {
                contents(ui, actions);
            }
        });
    });
}
