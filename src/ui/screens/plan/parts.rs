//! What the pages of the plan have in common.

use super::profile::Profile;
use crate::{
    analysis::{Outcome, RoundResult},
    edit::{Command, TargetChange},
    model::{Enterprise, Factor, Level, PerFactor, Target},
    state::{Action, Actions, Explained, MenuAction, PlanAction, PlanPage, View},
    theme::{Themed, icon, text},
    ui::{
        explain::beside_ui,
        widgets::{card, cut, empty_place, look},
    },
    wording::{missing_sentence, plan_change, whole},
};
use egui::{RichText, Ui, vec2};

/// From this width on two columns stand side by side.
pub(super) const TWO_COLUMNS: f32 = 760.0;

/// Says that nothing can be counted yet and leads to scoring; true where that was said.
pub(super) fn incomplete_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    result: &RoundResult,
) -> bool {
    if result.outcome.is_some() {
        return false;
    }
    card(ui, |ui| {
        let language = view.language;
        let (heading, text) = (
            language.plan_incomplete(),
            missing_sentence(view.wording(), result),
        );
        let label = language.go_on_scoring();
        if empty_place(ui, icon::ASSESS, heading, &text, label) {
            actions.send(MenuAction::Assess);
        }
    });
    true
}

/// Sets the target, or a part of it.
pub(super) fn change_target(enterprise: &Enterprise, change: TargetChange) -> Command {
    Command::ChangeTarget {
        enterprise: enterprise.id,
        change,
    }
}

/// Makes these levels the target, and shows it.
pub(super) fn take_as_target(
    actions: &mut Actions,
    enterprise: &Enterprise,
    levels: PerFactor<Option<Level>>,
) {
    let target = Target {
        levels,
        ..enterprise.target.clone()
    };
    actions.edit(change_target(
        enterprise,
        TargetChange::All(Box::new(target)),
    ));
    actions.send(PlanAction::Page(PlanPage::Target));
}

/// The radar of a profile, as high as fits its width; gives what was dragged where.
pub(super) fn profile_picture_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    profile: &Profile<'_>,
) -> Option<(Factor, Level)> {
    let width = ui.available_width();
    let size = vec2(width, (width * 0.78).clamp(260.0, 400.0));
    let dragged = profile.radar_ui(ui, view, size);
    if ui.input(|input| input.pointer.any_released()) {
        // Each corner dragged is a step of its own.
        actions.push(Action::LeaveField);
    }
    dragged
}

/// Two numbers side by side with what lies between them: R now and R of a profile.
pub(super) fn now_and_then_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    now: Option<&Outcome>,
    then: Option<&Outcome>,
    (then_label, asked): (&str, Explained),
) {
    let language = view.language;
    let theme = ui.tokens();
    ui.horizontal(|ui| {
        ui.set_min_height(74.0);
        let mut number = |ui: &mut Ui, label: &str, asked, outcome: Option<&Outcome>, colour| {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                let label = look::caption(ui, label);
                if outcome.is_some() {
                    beside_ui(ui, view, actions, asked, |ui| cut(ui, label));
                } else {
                    cut(ui, label);
                }
                let printed = outcome.map_or_else(|| "–".to_owned(), |one| whole(one.resonance));
                ui.label(RichText::new(printed).font(text::title()).color(colour));
                let band = outcome.map_or("", |outcome| language.band(outcome.band));
                ui.label(RichText::new(band).color(theme.text));
            });
        };
        let here = Explained::Resonance;
        number(ui, language.plan_now(), here, now, theme.text_strong);
        ui.add_space(24.0);
        number(ui, then_label, asked, then, theme.resonance);
        if let (Some(now), Some(then)) = (now, then) {
            ui.add_space(24.0);
            ui.label(look::label(ui, plan_change(language, now, then)));
        }
    });
}
