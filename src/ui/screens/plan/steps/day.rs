//! The day chosen in the calendar: what is due on it, a new step for it, and what has no date.

use egui::{RichText, Ui};

use super::{
    card::{Shown, card_ui},
    listed::{Steps, add_ui},
};
use crate::{
    model::PlanState,
    state::Actions,
    theme::{Themed, space, text},
    ui::{
        dates::{day_text, long_date},
        widgets::{caption_line, card, section_heading, subdued_line},
    },
};

pub(super) fn day_ui(ui: &mut Ui, steps: &Steps<'_>, actions: &mut Actions, day: i32) {
    let view = steps.view;
    let (language, theme) = (view.language, ui.tokens());
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::SMALL;
        section_heading(ui, &long_date(language, day));
        let (marks, items) = (steps.marks(day), steps.on_day(Some(day)));
        for mark in &marks {
            let (icon, words) = steps.mark_words(mark);
            let line = RichText::new(format!("{icon}  {words}")).font(text::body());
            ui.label(line.color(theme.resonance));
        }
        if items.is_empty() {
            subdued_line(ui, language.steps_day_none());
        }
        for item in items {
            card_ui(ui, steps, actions, item, Shown::Alone);
        }
        add_ui(ui, view, actions, &day_text(day));
        undated_ui(ui, steps, actions);
    });
}

fn undated_ui(ui: &mut Ui, steps: &Steps<'_>, actions: &mut Actions) {
    let mut items = steps.on_day(None);
    // What is done needs no date any more.
    items.sort_by_key(|item| item.state == PlanState::Done);
    if items.is_empty() {
        return;
    }
    let view = steps.view;
    ui.add_space(space::SMALL);
    let heading = format!("{} · {}", view.language.steps_undated(), items.len());
    section_heading(ui, &heading);
    caption_line(ui, view.language.steps_undated_text());
    for item in items {
        card_ui(ui, steps, actions, item, Shown::Alone);
    }
}
