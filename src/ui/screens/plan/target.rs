//! The target profile, with R of it while a corner or a slider moves.

use egui::{Sense, Ui, vec2};

use super::{
    parts::{TWO_COLUMNS, change_target, incomplete_ui, now_and_then_ui, profile_picture_ui},
    profile::Profile,
};
use crate::{
    analysis::RoundResult,
    edit::TargetChange,
    model::{Effort, Enterprise, Factor, Target},
    state::{Actions, Explained, View},
    theme::{Themed, icon, space},
    ui::{
        date_ui::date_ui,
        dates::day_number,
        explain::{Gone, beside_ui, way_gone, way_sentence},
        screens::header::round_choices,
        widgets::{
            ButtonKind, Column, DateField, action_button, card, editable, from_right, look,
            marked_line, picker, subdued_line, two_columns,
        },
    },
    wording::effort,
};

pub(super) fn target_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, result: &RoundResult) {
    let Some(enterprise) = view.enterprise() else {
        return;
    };
    if incomplete_ui(ui, view, actions, result) {
        return;
    }
    let name_of = |factor: &str| view.language.plan_target_of(factor);
    let profile = Profile {
        result,
        levels: &enterprise.target.levels,
        name_of: &name_of,
    };
    card(ui, |ui| {
        two_columns(ui, TWO_COLUMNS, 0.47, |ui, column| match column {
            Column::First => picture_ui(ui, view, actions, enterprise, &profile),
            Column::Second => rows_ui(ui, view, actions, enterprise, &profile),
        });
    });
}

fn picture_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    enterprise: &Enterprise,
    profile: &Profile<'_>,
) {
    let language = view.language;
    let then = view.profile(profile.levels);
    let then = then.and_then(|then| then.outcome);
    let then = then.filter(|_| enterprise.target.is_set());
    let now = profile.result.outcome.as_ref();
    let asked = (language.plan_then(), Explained::Target);
    now_and_then_ui(ui, view, actions, now, then.as_ref(), asked);
    if let Some((factor, level)) = profile_picture_ui(ui, view, actions, profile) {
        let change = TargetChange::Level(factor, Some(level));
        actions.edit(change_target(enterprise, change));
    }
    subdued_line(ui, language.plan_target_text());
    ui.add_space(space::TIGHT);
    progress_ui(ui, view, actions, enterprise, profile.result);
    baseline_ui(ui, view, actions, enterprise);
    due_ui(ui, view, actions, enterprise);
    ui.add_enabled_ui(enterprise.target.is_set(), |ui| {
        let label = language.plan_clear();
        let clear = |ui: &mut Ui| action_button(ui, ButtonKind::Plain, Some(icon::CLOSE), label);
        if editable(ui, clear).clicked() {
            let target = Target {
                levels: Target::default().levels,
                ..enterprise.target.clone()
            };
            let change = TargetChange::All(Box::new(target));
            actions.edit(change_target(enterprise, change));
        }
    });
}

fn rows_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    enterprise: &Enterprise,
    profile: &Profile<'_>,
) {
    ui.spacing_mut().item_spacing.y = 0.0;
    from_right(ui, 0.0, |ui| {
        ui.add_space(74.0);
        ui.label(look::caption(ui, view.language.plan_effort()));
    });
    for factor in Factor::ALL {
        ui.push_id(factor, |ui| {
            let changed = profile.row_ui(ui, view, factor, |ui| {
                effort_ui(ui, view, actions, enterprise, factor);
            });
            if let Some(change) = changed {
                let change = TargetChange::Level(factor, change.level());
                actions.edit(change_target(enterprise, change));
            }
        });
    }
}

/// Chooses what one level better costs on a factor.
fn effort_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    enterprise: &Enterprise,
    factor: Factor,
) {
    let name = view.language.plan_effort_of(view.factor_name(factor));
    let efforts = Effort::ALL.map(|one| (one, effort(view.language, one.value())));
    let chosen = enterprise.target.efforts[factor];
    let picked = editable(ui, |ui| picker(ui, &name, 108.0, &chosen, &efforts));
    let change = |effort| change_target(enterprise, TargetChange::Effort(factor, effort));
    actions.send_some(picked.map(change));
}

/// How far the way from the baseline to the target is gone. Its place is there also without a target,
/// so that nothing moves under the pointer that sets one.
fn progress_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    enterprise: &Enterprise,
    result: &RoundResult,
) {
    let (language, theme) = (view.language, ui.tokens());
    let gone = way_gone(view, enterprise, result);
    let size = vec2(ui.available_width(), 10.0);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    ui.painter().rect_filled(rect, 5, theme.line);
    match gone {
        Gone::NoTarget => subdued_line(ui, language.plan_progress_unset()),
        Gone::NoBaseline => subdued_line(ui, language.plan_before_all()),
        Gone::NoWay => subdued_line(ui, language.plan_progress_none()),
        Gone::Share(gone) => {
            let mut filled = rect;
            filled.set_width(rect.width() * gone.drawn() as f32);
            ui.painter().rect_filled(filled, 5, theme.resonance);
            beside_ui(ui, view, actions, Explained::Progress, |ui| {
                subdued_line(ui, &way_sentence(language, &gone));
            });
        }
    }
}

fn baseline_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, enterprise: &Enterprise) {
    let Some(first) = enterprise.rounds.first() else {
        return;
    };
    let rounds = round_choices(enterprise);
    let chosen = enterprise.target.baseline.unwrap_or(first.id);
    let name = view.language.plan_baseline();
    ui.horizontal_wrapped(|ui| {
        ui.label(name);
        let picked = editable(ui, |ui| picker(ui, name, 140.0, &chosen, &rounds));
        let change = |round| change_target(enterprise, TargetChange::Baseline(Some(round)));
        actions.send_some(picked.map(change));
    });
}

fn due_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, enterprise: &Enterprise) {
    let language = view.language;
    let due = enterprise.target.due.as_str();
    ui.horizontal_wrapped(|ui| {
        ui.label(language.plan_due());
        let field = DateField {
            name: language.plan_due(),
            id: egui::Id::unique((enterprise.id, "target date")),
            value: due,
            width: 210.0,
        };
        let change = |due| change_target(enterprise, TargetChange::Due(due));
        date_ui(ui, view, actions, &field, change);
    });
    if !due.is_empty() && day_number(due).is_none() {
        let line = language.plan_date_wrong(due);
        marked_line(ui, icon::WARNING, ui.tokens().caution, &line);
    }
}
