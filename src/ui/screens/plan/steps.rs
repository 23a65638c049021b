//! Who does what until when: the plan as a board, and R over time beside it.

use std::sync::Arc;

use egui::{Align, Frame, Layout, Margin, RichText, Stroke, Ui, vec2};

use super::{TWO_COLUMNS, timeline};
use crate::{
    analysis::{RoundResult, planned},
    app::{Action, Actions, PlanAction, View},
    edit::{Command, PlanChange},
    model::{Enterprise, Factor, PlanItem, PlanState},
    ui::{
        advice_words::{plan_state, plan_text, points},
        dates::day_number,
        theme::{icon, radius, space, text},
        widgets::{
            ButtonKind, PickerEntry, TextField, action_button, caption_line, card, column_line,
            icon_button, marked_line, picker, section_heading, strong_line, subdued_line,
        },
    },
};

pub(super) fn steps_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, result: &RoundResult) {
    let Some(enterprise) = view.enterprise() else {
        return;
    };
    let language = view.language;
    card(ui, view.theme, |ui| {
        ui.set_width(ui.available_width());
        add_ui(ui, view, actions);
        if enterprise.plan.is_empty() {
            strong_line(ui, view.theme, language.steps_none());
            subdued_line(ui, view.theme, language.steps_none_text());
        } else {
            let count = |state| {
                enterprise
                    .plan
                    .iter()
                    .filter(|item| item.state == state)
                    .count()
            };
            let line = language.steps_sum(
                count(PlanState::Open),
                count(PlanState::Begun),
                count(PlanState::Done),
            );
            caption_line(ui, view.theme, &line);
        }
    });
    board_ui(ui, view, actions, enterprise, result);
    card(ui, view.theme, |ui| {
        ui.set_width(ui.available_width());
        section_heading(ui, view.theme, language.timeline_title());
        timeline::timeline_ui(ui, view, enterprise, result);
    });
    ui.add_space(space::SECTION);
}

fn add_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let language = view.language;
    let typed = view.session.plan.typed.as_str();
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let empty = typed.trim().is_empty();
            ui.add_enabled_ui(!empty, |ui| {
                let label = language.steps_add();
                if action_button(ui, view.theme, ButtonKind::Primary, Some(icon::ADD), label)
                    .clicked()
                {
                    actions.push(Action::Plan(PlanAction::AddTyped));
                }
            });
            let output = TextField::new(language.steps_new())
                .hint(language.steps_add_hint())
                .width(ui.available_width())
                .show(ui, "new step", typed);
            if let Some(text) = output.changed {
                actions.push(Action::Plan(PlanAction::Type(text)));
            }
            let enter = ui.input(|input| input.key_pressed(egui::Key::Enter));
            if output.response.lost_focus() && enter && !empty {
                actions.push(Action::Plan(PlanAction::AddTyped));
                output.response.request_focus();
            }
        });
    });
}

/// A column for each state, side by side where there is room.
fn board_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    enterprise: &Enterprise,
    result: &RoundResult,
) {
    if enterprise.plan.is_empty() {
        return;
    }
    let width = ui.available_width();
    if width < TWO_COLUMNS {
        for state in PlanState::ALL {
            column_ui(ui, view, actions, enterprise, result, state);
        }
        return;
    }
    let column = (width - 2.0 * space::SMALL) / 3.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::SMALL;
        for state in PlanState::ALL {
            ui.allocate_ui_with_layout(vec2(column, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(column);
                column_ui(ui, view, actions, enterprise, result, state);
            });
        }
    });
}

fn column_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    enterprise: &Enterprise,
    result: &RoundResult,
    state: PlanState,
) {
    let items = enterprise.plan.iter().filter(|item| item.state == state);
    let items: Vec<&Arc<PlanItem>> = items.collect();
    let heading = format!("{} · {}", plan_state(view.language, state), items.len());
    section_heading(ui, view.theme, &heading);
    for item in items {
        ui.push_id(item.id, |ui| {
            let frame = Frame::new()
                .fill(view.theme.card)
                .stroke(Stroke::new(1.0, view.theme.line))
                .corner_radius(radius::CARD)
                .inner_margin(Margin::same(12));
            frame.show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing = vec2(space::TIGHT, 6.0);
                item_ui(ui, view, actions, enterprise, result, item);
            });
        });
    }
}

fn item_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    enterprise: &Enterprise,
    result: &RoundResult,
    item: &PlanItem,
) {
    let language = view.language;
    let words = plan_text(view, item);
    let mut changes: Vec<PlanChange> = Vec::new();
    let mut change = |change| changes.push(change);
    let output = TextField::new(&language.steps_text_of(words))
        .lines(2)
        .width(ui.available_width())
        .show(ui, (item.id, "text"), words);
    if let Some(text) = output.changed {
        change(PlanChange::Text(text));
    }
    let mut left = output.response.lost_focus();
    let label_width = 56.0;
    let row = |ui: &mut Ui, label: &str, add: &mut dyn FnMut(&mut Ui, f32)| {
        ui.horizontal(|ui| {
            let caption = RichText::new(label).font(text::caption());
            column_line(ui, label_width, caption.color(view.theme.text_subdued));
            let width = ui.available_width();
            add(ui, width);
        });
    };
    row(ui, language.steps_owner(), &mut |ui, width| {
        let output = TextField::new(language.steps_owner()).width(width).show(
            ui,
            (item.id, "owner"),
            &item.owner,
        );
        left |= output.response.lost_focus();
        if let Some(owner) = output.changed {
            change(PlanChange::Owner(owner));
        }
    });
    row(ui, language.steps_due(), &mut |ui, width| {
        let output = TextField::new(language.steps_due())
            .hint(language.plan_date_hint())
            .width(width)
            .show(ui, (item.id, "due"), &item.due);
        left |= output.response.lost_focus();
        if let Some(due) = output.changed {
            change(PlanChange::Due(due));
        }
    });
    due_ui(ui, view, item);
    row(ui, language.steps_factor(), &mut |ui, width| {
        let none = PickerEntry {
            value: None,
            label: language.steps_no_factor().to_owned(),
            heading: None,
        };
        let factors = Factor::ALL.into_iter().map(|factor| PickerEntry {
            value: Some(factor),
            label: view.factor_name(factor).to_owned(),
            heading: None,
        });
        let entries: Vec<_> = std::iter::once(none).chain(factors).collect();
        let name = language.steps_factor();
        if let Some(factor) = picker(ui, name, width - 8.0, &item.factor, &entries) {
            change(PlanChange::Factor(factor));
        }
    });
    if item.factor.is_some() {
        row(ui, language.steps_lift(), &mut |ui, _| {
            let mut lift = item.lift;
            let drag = egui::DragValue::new(&mut lift)
                .range(0.0..=4.0)
                .speed(0.02)
                .fixed_decimals(1);
            let response = ui.add(drag);
            response.widget_info(|| egui::WidgetInfo::drag_value(true, lift));
            let lift = (lift * 10.0).round() / 10.0;
            if lift.to_bits() != item.lift.to_bits() && response.changed() {
                change(PlanChange::Lift(lift));
            }
            left |= response.lost_focus() || response.drag_stopped();
            let steps = [(item.factor, item.lift)];
            if let (Some(now), Some(Some(then))) = (
                result.outcome,
                planned(result, &steps, &view.settings).pop(),
            ) {
                let gain = points(then.resonance - now.resonance);
                let line = RichText::new(language.steps_gain(&gain)).font(text::strong());
                ui.label(line.color(view.theme.resonance));
            }
        });
    }
    ui.horizontal(|ui| {
        let (back, forward) = match item.state {
            PlanState::Open => (None, Some((language.steps_begin(), PlanState::Begun))),
            PlanState::Begun => (
                Some(PlanState::Open),
                Some((language.steps_finish(), PlanState::Done)),
            ),
            PlanState::Done => (Some(PlanState::Begun), None),
        };
        if let Some(state) = back {
            let label = language.steps_reopen();
            if action_button(
                ui,
                view.theme,
                ButtonKind::Plain,
                Some(icon::CARET_LEFT),
                label,
            )
            .clicked()
            {
                change(PlanChange::State(state));
            }
        }
        if let Some((label, state)) = forward
            && action_button(
                ui,
                view.theme,
                ButtonKind::Plain,
                Some(icon::CARET_RIGHT),
                label,
            )
            .clicked()
        {
            change(PlanChange::State(state));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let remove = language.remove_from_plan(words);
            if icon_button(ui, icon::DELETE, &remove).clicked() {
                actions.edit(Command::RemovePlanItem {
                    enterprise: enterprise.id,
                    item: item.id,
                });
            }
        });
    });
    for change in changes {
        actions.edit(Command::ChangePlanItem {
            enterprise: enterprise.id,
            item: item.id,
            change,
        });
    }
    if left {
        actions.push(Action::LeaveField);
    }
}

/// A date that is none, or one that has passed.
fn due_ui(ui: &mut Ui, view: &View<'_>, item: &PlanItem) {
    let language = view.language;
    if item.due.is_empty() {
        return;
    }
    let Some(due) = day_number(&item.due) else {
        let line = language.plan_date_wrong(&item.due);
        marked_line(ui, icon::WARNING, view.theme.caution, &line);
        return;
    };
    let late = day_number(&view.today).map_or(0, |today| today - due);
    if late > 0 && item.state != PlanState::Done {
        let line = language.steps_late(late.unsigned_abs() as usize);
        marked_line(ui, icon::WARNING, view.theme.caution, &line);
    }
}
