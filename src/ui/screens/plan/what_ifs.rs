//! Named what-ifs beside the present scores: overlay, difference, reasons.

use std::sync::Arc;

use egui::Ui;

use super::{
    parts::{TWO_COLUMNS, incomplete_ui, now_and_then_ui, profile_picture_ui, take_as_target},
    profile::Profile,
};
use crate::{
    analysis::RoundResult,
    edit::Command,
    model::{Enterprise, Factor, WhatIf},
    state::{Actions, Explained, PlanAction, View},
    theme::{icon, space},
    ui::widgets::{
        ButtonKind, Column, TextField, action_button, card, editable, empty_place, picker,
        two_columns,
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
            actions.send(PlanAction::NewWhatIf);
        }
        return;
    };
    card(ui, |ui| {
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
    what_if: &WhatIf,
) {
    let language = view.language;
    let kept = enterprise.what_ifs.iter();
    let kept: Vec<_> = kept.map(|other| (other.id, &other.name)).collect();
    ui.horizontal_wrapped(|ui| {
        if kept.len() > 1 {
            let name = language.plan_page_what_ifs();
            let picked = picker(ui, name, 180.0, &what_if.id, &kept);
            actions.send_some(picked.map(PlanAction::WhatIf));
        }
        let field = TextField::new(language.what_if_name()).width(220.0);
        let name = editable(ui, |ui| field.show(ui, (what_if.id, "name"), &what_if.name));
        actions.field(name, |name| put(enterprise, what_if, |one| one.name = name));
        let new = (icon::ADD, language.what_if_new());
        actions.plain(ui, new, PlanAction::NewWhatIf);
        let delete = language.what_if_delete(&what_if.name);
        let remove = Command::RemoveWhatIf {
            enterprise: enterprise.id,
            what_if: what_if.id,
        };
        actions.icon(ui, icon::DELETE, &delete, remove);
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
    if let Some((factor, level)) = profile_picture_ui(ui, view, actions, profile) {
        actions.send(put(enterprise, what_if, |one| {
            one.levels[factor] = Some(level);
        }));
    }
    let reasons = TextField::new(language.what_if_reasons())
        .hint(language.what_if_reasons())
        .lines(3)
        .width(ui.available_width());
    let reasons = editable(ui, |ui| {
        reasons.show(ui, (what_if.id, "reasons"), &what_if.reasons)
    });
    actions.field(reasons, |reasons| {
        put(enterprise, what_if, |one| one.reasons = reasons)
    });
    ui.add_space(space::SMALL);
    let label = language.what_if_take();
    let take = |ui: &mut Ui| action_button(ui, ButtonKind::Plain, Some(icon::PLAN), label);
    if editable(ui, take).clicked() {
        take_as_target(actions, enterprise, what_if.levels);
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
                let level = change.level();
                actions.send(put(enterprise, what_if, |one| one.levels[factor] = level));
            }
        });
    }
}

/// Changes a what-if.
fn put(enterprise: &Enterprise, what_if: &WhatIf, change: impl FnOnce(&mut WhatIf)) -> Command {
    let mut what_if = what_if.clone();
    change(&mut what_if);
    Command::PutWhatIf {
        enterprise: enterprise.id,
        what_if: Arc::new(what_if),
    }
}
