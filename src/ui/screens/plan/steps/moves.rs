//! Where a step can go, what it brings, and that it is late: what its card and its fields both say.

use egui::{RichText, Ui};

use super::listed::Steps;
use crate::{
    i18n::Language,
    model::{PlanItem, PlanState},
    theme::{Themed, icon, text},
    ui::{dates::day_number, widgets::wrapped},
    wording::points_gained,
};

/// A way to another state: its mark and word.
pub(super) struct Move {
    pub icon: &'static str,
    pub word: &'static str,
    pub to: PlanState,
}

/// Where a step can go from its state: back, forward.
pub(super) const fn moves(language: Language, state: PlanState) -> [Option<Move>; 2] {
    match state {
        PlanState::Open => [
            None,
            Some(forward(language.steps_begin(), PlanState::Begun)),
        ],
        PlanState::Begun => [
            Some(backward(language, PlanState::Open)),
            Some(forward(language.steps_finish(), PlanState::Done)),
        ],
        PlanState::Done => [Some(backward(language, PlanState::Begun)), None],
    }
}

const fn backward(language: Language, to: PlanState) -> Move {
    Move {
        icon: icon::CARET_LEFT,
        word: language.steps_reopen(),
        to,
    }
}

const fn forward(word: &'static str, to: PlanState) -> Move {
    Move {
        icon: icon::CARET_RIGHT,
        word,
        to,
    }
}

/// What a step alone should bring, in points of R.
pub(super) fn gain(steps: &Steps<'_>, item: &PlanItem) -> Option<String> {
    let lift = [(item.factor, item.lift)];
    let then = steps.view.planned(&lift)?;
    let now = steps.result.outcome?;
    Some(points_gained(then.resonance - now.resonance))
}

/// A date that is none, or one that has passed.
pub(super) fn late_ui(ui: &mut Ui, steps: &Steps<'_>, item: &PlanItem) {
    let language = steps.view.language;
    let line = match steps.days_late(item) {
        _ if item.due.is_empty() => return,
        _ if day_number(&item.due).is_none() => language.plan_date_wrong(&item.due),
        0 => return,
        1 => language.steps_late_one().to_owned(),
        days => language.steps_late(days),
    };
    let line = RichText::new(format!("{}  {line}", icon::WARNING)).font(text::caption());
    wrapped(ui, line.color(ui.tokens().caution));
}
