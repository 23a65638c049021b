//! A plan with nothing in it yet: what belongs there, and two ways to begin.

use egui::Ui;

use super::listed::{Steps, write_one};
use crate::{
    model::Factor,
    state::{Actions, MenuAction, PlanAction},
    theme::{Themed, icon, space},
    ui::widgets::{
        ButtonKind, action_button, caption_line, card, marked_line, section_heading, subdued_line,
    },
};

pub(super) fn empty_ui(ui: &mut Ui, steps: &Steps<'_>, actions: &mut Actions) {
    let view = steps.view;
    let (language, theme) = (view.language, ui.tokens());
    let advised = view.advised_steps();
    card(ui, |ui| {
        section_heading(ui, language.steps_none());
        subdued_line(ui, language.steps_none_text());
        ui.add_space(space::TIGHT);
        ui.horizontal_wrapped(|ui| {
            let label = language.steps_write();
            let kind = ButtonKind::Primary;
            if action_button(ui, kind, Some(icon::RENAME), label).clicked() {
                write_one(ui);
            }
            if advised.is_empty() {
                let label = (icon::PERSON, language.steps_see_advice());
                actions.plain(ui, label, MenuAction::InShort);
            } else {
                let label = language.steps_take_advised(advised.len());
                actions.plain(ui, (icon::ADD, label.as_str()), PlanAction::AddAdvised);
            }
        });
        if !advised.is_empty() {
            ui.add_space(space::TIGHT);
            caption_line(ui, language.steps_none_advised());
            for step in &advised {
                let factor = |factor: Factor| view.factor_name(factor).to_owned();
                let factor = step.factor.map(factor).unwrap_or_default();
                let line = language.labelled(&factor, &step.text);
                marked_line(ui, icon::LIGHTBULB, theme.text_subdued, &line);
            }
        }
    });
}
