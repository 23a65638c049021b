//! Named what-ifs beside the present scores: overlay, difference, reasons.

use std::sync::Arc;

use egui::{Ui, vec2};

use super::{TWO_COLUMNS, incomplete_ui, now_and_then_ui, profile::Profile};
use crate::{
    analysis::RoundResult,
    edit::{Command, TargetChange},
    model::{Enterprise, Factor, Target, WhatIf},
    state::{Action, Actions, Explained, PlanAction, PlanPage, View},
    theme::{icon, space},
    ui::widgets::{
        ButtonKind, Column, PickerEntry, TextField, action_button, card, empty_place, icon_button,
        picker, two_columns,
    },
};

pub(super) fn what_ifs_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    result: &RoundResult,
) {
    let Some(enterprise) = view.enterprise() else {
        return;
    };
    if incomplete_ui(ui, view, actions, result) {
        return;
    }
    let language = view.language;
    let chosen = view.session.plan.what_if;
    let found = enterprise
        .what_ifs
        .iter()
        .find(|what_if| Some(what_if.id) == chosen)
        .or(enterprise.what_ifs.first());
    let Some(what_if) = found else {
        let (heading, text) = (language.what_if_none(), language.what_if_none_text());
        let label = language.what_if_new();
        if empty_place(ui, icon::WHAT_IF, heading, text, label) {
            actions.push(Action::Plan(PlanAction::NewWhatIf));
        }
        return;
    };
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        choice_ui(ui, view, actions, enterprise, what_if);
        ui.add_space(space::SMALL);
        let name_of = |factor: &str| language.what_if_level_of(factor);
        let profile = Profile {
            result,
            levels: &what_if.levels,
            name_of: &name_of,
        };
        two_columns(ui, TWO_COLUMNS, 0.47, |ui, column| match column {
            Column::First => picture_ui(ui, view, actions, enterprise, what_if, &profile),
            Column::Second => rows_ui(ui, view, actions, enterprise, what_if, &profile),
        });
    });
}

/// Which what-if, its name, a new one, and away with it.
fn choice_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    enterprise: &Enterprise,
    what_if: &Arc<WhatIf>,
) {
    let language = view.language;
    let entries: Vec<PickerEntry<_>> = enterprise
        .what_ifs
        .iter()
        .map(|other| PickerEntry {
            value: other.id,
            label: other.name.clone(),
            heading: None,
        })
        .collect();
    ui.horizontal_wrapped(|ui| {
        if entries.len() > 1
            && let Some(id) = picker(
                ui,
                language.plan_page_what_ifs(),
                180.0,
                &what_if.id,
                &entries,
            )
        {
            actions.push(Action::Plan(PlanAction::WhatIf(id)));
        }
        let name = TextField::new(language.what_if_name()).width(220.0).show(
            ui,
            (what_if.id, "name"),
            &what_if.name,
        );
        if let Some(name) = name.changed {
            let changed = WhatIf {
                name,
                ..what_if.as_ref().clone()
            };
            put(actions, enterprise, changed);
        }
        if name.response.lost_focus() {
            actions.push(Action::LeaveField);
        }
        let label = language.what_if_new();
        if action_button(ui, ButtonKind::Plain, Some(icon::ADD), label).clicked() {
            actions.push(Action::Plan(PlanAction::NewWhatIf));
        }
        let delete = language.what_if_delete(&what_if.name);
        if icon_button(ui, icon::DELETE, &delete).clicked() {
            actions.edit(Command::RemoveWhatIf {
                enterprise: enterprise.id,
                what_if: what_if.id,
            });
        }
    });
}

fn picture_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    enterprise: &Enterprise,
    what_if: &WhatIf,
    profile: &Profile<'_>,
) {
    let language = view.language;
    let then = view.profile(profile.levels);
    let then = then.and_then(|then| then.outcome);
    let now = profile.result.outcome.as_ref();
    let label = language.what_if_result(&what_if.name);
    let asked = (label.as_str(), Explained::WhatIf(what_if.id));
    now_and_then_ui(ui, view, actions, now, then.as_ref(), asked);
    let width = ui.available_width();
    let size = vec2(width, (width * 0.78).clamp(260.0, 400.0));
    if let Some((factor, level)) = profile.radar_ui(ui, view, size) {
        let mut changed = what_if.clone();
        changed.levels[factor] = Some(level);
        put(actions, enterprise, changed);
    }
    if ui.input(|input| input.pointer.any_released()) {
        actions.push(Action::LeaveField);
    }
    let reasons = TextField::new(language.what_if_reasons())
        .hint(language.what_if_reasons())
        .lines(3)
        .width(ui.available_width())
        .show(ui, (what_if.id, "reasons"), &what_if.reasons);
    if let Some(reasons) = reasons.changed {
        let changed = WhatIf {
            reasons,
            ..what_if.clone()
        };
        put(actions, enterprise, changed);
    }
    if reasons.response.lost_focus() {
        actions.push(Action::LeaveField);
    }
    ui.add_space(space::SMALL);
    let label = language.what_if_take();
    if action_button(ui, ButtonKind::Plain, Some(icon::PLAN), label).clicked() {
        let target = Target {
            levels: what_if.levels,
            ..enterprise.target.clone()
        };
        actions.edit(Command::ChangeTarget {
            enterprise: enterprise.id,
            change: TargetChange::All(Box::new(target)),
        });
        // Where it can be seen.
        actions.push(Action::Plan(PlanAction::Page(PlanPage::Target)));
    }
}

fn rows_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    enterprise: &Enterprise,
    what_if: &WhatIf,
    profile: &Profile<'_>,
) {
    ui.spacing_mut().item_spacing.y = 0.0;
    for factor in Factor::ALL {
        ui.push_id(factor, |ui| {
            if let Some(change) = profile.row_ui(ui, view, factor, |_| {}) {
                let mut changed = what_if.clone();
                changed.levels[factor] = change.level();
                put(actions, enterprise, changed);
            }
        });
    }
}

fn put(actions: &mut Actions, enterprise: &Enterprise, what_if: WhatIf) {
    actions.edit(Command::PutWhatIf {
        enterprise: enterprise.id,
        what_if: Arc::new(what_if),
    });
}
