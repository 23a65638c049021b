//! Who does what until when: the plan as a board or a calendar, and R over time below it.

mod board;
mod calendar;
mod card;
mod carry;
mod day;
mod empty;
mod fields;
mod listed;
mod moves;

use egui::{Align, Label, Layout, Ui};

use super::{parts::TWO_COLUMNS, timeline};
use crate::{
    analysis::RoundResult,
    state::{Actions, PlanAction, StepsAs, View},
    theme::space,
    ui::widgets::{card, choose_one, from_right, look, section_heading},
};
use listed::{Steps, add_ui};

pub(super) fn steps_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, result: &RoundResult) {
    let Some(enterprise) = view.enterprise() else {
        return;
    };
    let steps = Steps {
        view,
        enterprise,
        result,
    };
    let shown = view.session.plan.steps_as;
    total_ui(ui, &steps, actions);
    if shown == StepsAs::Board {
        card(ui, |ui| add_ui(ui, view, actions, ""));
    }
    if enterprise.plan.is_empty() {
        empty::empty_ui(ui, &steps, actions);
    }
    match shown {
        StepsAs::Board if enterprise.plan.is_empty() => {}
        StepsAs::Board => board::board_ui(ui, &steps, actions),
        StepsAs::Calendar => calendar::calendar_ui(ui, &steps, actions),
    }
    carry::ghost_ui(ui, &steps);
    card(ui, |ui| {
        section_heading(ui, view.language.timeline_title());
        timeline::timeline_ui(ui, view, enterprise, result);
    });
    ui.add_space(space::SECTION);
}

/// What all of it comes to, and the choice between board and calendar.
fn total_ui(ui: &mut Ui, steps: &Steps<'_>, actions: &mut Actions) {
    let view = steps.view;
    let total = Label::new(look::strong(ui, steps.total())).wrap();
    if ui.available_width() < TWO_COLUMNS {
        ui.horizontal(|ui| switch_ui(ui, view, actions));
        ui.add(total);
        return;
    }
    from_right(ui, 36.0, |ui| {
        switch_ui(ui, view, actions);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| ui.add(total));
    });
}

fn switch_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let ways = [
        (StepsAs::Board, view.language.steps_board()),
        (StepsAs::Calendar, view.language.steps_calendar()),
    ];
    let chosen = choose_one(ui, &view.session.plan.steps_as, &ways);
    actions.send_some(chosen.map(PlanAction::ShowSteps));
}
