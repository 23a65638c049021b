//! Who does what until when: the plan as a board or a calendar, and R over time below it.

mod board;
mod calendar;
mod card;
mod carry;
mod day;
mod empty;
mod fields;
mod moves;

use egui::{Align, Label, Layout, Ui};

use super::{TWO_COLUMNS, timeline};
use crate::{
    analysis::RoundResult,
    edit::{Command, PlanChange},
    model::{Enterprise, Factor, PlanItem, PlanState},
    state::{Actions, PlanAction, StepsAs, View},
    theme::{icon, space},
    ui::{
        dates::day_number,
        widgets::{
            ButtonKind, TextField, action_button, card, choose_one, from_right, look,
            section_heading,
        },
        words::whole,
    },
};

/// What the parts of the page read.
#[derive(Clone, Copy)]
struct Steps<'a> {
    view: &'a View<'a>,
    enterprise: &'a Enterprise,
    result: &'a RoundResult,
}

/// The name of the field in which a new step is written.
const NEW_STEP: &str = "new step";

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

/// The field in which a step is written, due on a day where one is given.
fn add_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, due: &str) {
    let language = view.language;
    let typed = view.session.plan.typed.as_str();
    let name = if due.is_empty() {
        language.steps_new().to_owned()
    } else {
        language.steps_day_new(due)
    };
    let mut add = || {
        let action = if due.is_empty() {
            PlanAction::AddTyped
        } else {
            PlanAction::AddTypedOn(due.to_owned())
        };
        actions.send(action);
    };
    let mut written = None;
    from_right(ui, 0.0, |ui| {
        let empty = typed.trim().is_empty();
        ui.add_enabled_ui(!empty, |ui| {
            let (kind, label) = (ButtonKind::Primary, language.steps_add());
            if action_button(ui, kind, Some(icon::ADD), label).clicked() {
                add();
            }
        });
        let output = TextField::new(&name)
            .hint(language.steps_add_hint())
            .width(ui.available_width())
            .show(ui, NEW_STEP, typed);
        let enter = ui.input(|input| input.key_pressed(egui::Key::Enter));
        if output.response.lost_focus() && enter && !empty {
            add();
            output.response.request_focus();
        }
        written = output.changed;
    });
    actions.send_some(written.map(PlanAction::Type));
}

/// Puts the keyboard into the field in which a step is written.
fn write_one(ui: &Ui) {
    let field = egui::Id::unique(("text field", NEW_STEP));
    ui.memory_mut(|memory| memory.request_focus(field));
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

impl Steps<'_> {
    fn total(&self) -> String {
        let language = self.view.language;
        let count = |state| {
            let plan = self.enterprise.plan.iter();
            plan.filter(|item| item.state == state).count()
        };
        if self.enterprise.plan.is_empty() {
            return String::new();
        }
        let [open, begun, done] = PlanState::ALL.map(count);
        let sum = language.steps_sum(open, begun, done);
        let ahead = self.enterprise.plan.iter();
        let ahead = ahead.filter(|item| item.state != PlanState::Done && item.factor.is_some());
        let lifts: Vec<(Option<Factor>, f64)> =
            ahead.map(|item| (item.factor, item.lift)).collect();
        let then = self.view.planned(&lifts);
        let (Some(now), Some(then)) = (self.result.outcome, then) else {
            return sum;
        };
        let (now, then) = (whole(now.resonance), whole(then.resonance));
        if now == then {
            language.steps_sum_same(&sum, &now)
        } else {
            language.steps_sum_lift(&sum, &now, &then)
        }
    }

    /// The day that gives a step its place: the one it is due on, or was due on as it was unfolded.
    fn place(&self, item: &PlanItem) -> Option<i32> {
        let unfolded = self.view.session.plan.unfolded.as_ref();
        let unfolded = unfolded.filter(|unfolded| unfolded.item == item.id);
        day_number(unfolded.map_or(&item.due, |unfolded| &unfolded.due))
    }

    /// By how many days a step that is not done is late; 0 where it is not.
    fn days_late(&self, item: &PlanItem) -> usize {
        if item.state == PlanState::Done {
            return 0;
        }
        let late = day_number(&self.view.today)
            .zip(day_number(&item.due))
            .map_or(0, |(today, due)| today - due);
        usize::try_from(late).unwrap_or_default()
    }

    /// Who does a step, by number where names are hidden.
    fn owner(&self, item: &PlanItem) -> String {
        let called = self
            .view
            .workbook
            .owner_called(self.enterprise, &item.owner);
        self.view.language.person_called(called)
    }

    /// A change to one field of a step.
    fn change(&self, item: &PlanItem, change: PlanChange) -> Command {
        Command::ChangePlanItem {
            enterprise: self.enterprise.id,
            item: item.id,
            change,
        }
    }
}

/// The mark of a state.
const fn state_icon(state: PlanState) -> &'static str {
    match state {
        PlanState::Open => icon::SUPPLY,
        PlanState::Begun => icon::CONTRAST,
        PlanState::Done => icon::CHECK,
    }
}
