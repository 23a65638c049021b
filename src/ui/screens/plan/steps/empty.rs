//! A plan with nothing in it yet: what belongs there, and two ways to begin.

use egui::Ui;

use super::{Steps, write_one};
use crate::{
    model::Factor,
    state::{Action, Actions, MenuAction, PlanAction},
    theme::Themed,
    theme::{icon, space},
    ui::widgets::{
        ButtonKind, action_button, caption_line, card, marked_line, section_heading, subdued_line,
    },
};

pub(super) fn empty_ui(ui: &mut Ui, steps: &Steps<'_>, actions: &mut Actions) {
    let view = steps.view;
    let (language, theme) = (view.language, ui.tokens());
    let advised = view.advised_steps();
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        section_heading(ui, language.steps_none());
        subdued_line(ui, language.steps_none_text());
        ui.add_space(space::TIGHT);
        ui.horizontal_wrapped(|ui| {
            let label = language.steps_write();
            let kind = ButtonKind::Primary;
            if action_button(ui, kind, Some(icon::RENAME), label).clicked() {
                write_one(ui);
            }
            let plain = ButtonKind::Plain;
            if advised.is_empty() {
                let label = language.steps_see_advice();
                if action_button(ui, plain, Some(icon::PERSON), label).clicked() {
                    actions.push(Action::Menu(MenuAction::InShort));
                }
            } else {
                let label = language.steps_take_advised(advised.len());
                if action_button(ui, plain, Some(icon::ADD), &label).clicked() {
                    actions.push(Action::Plan(PlanAction::AddAdvised));
                }
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
