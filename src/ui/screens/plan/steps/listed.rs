//! The steps of a plan with what they rest on, and how one is added.

use crate::{
    analysis::RoundResult,
    edit::{Command, PlanChange},
    model::{Enterprise, Factor, PlanItem, PlanState},
    state::{Actions, PlanAction, View},
    theme::icon,
    ui::{
        dates::day_number,
        widgets::{ButtonKind, TextField, action_button, editable, from_right},
    },
    wording::whole,
};
use egui::Ui;

/// What the parts of the page read.
#[derive(Clone, Copy)]
pub(super) struct Steps<'a> {
    pub(super) view: &'a View<'a>,
    pub(super) enterprise: &'a Enterprise,
    pub(super) result: &'a RoundResult,
}

/// The name of the field in which a new step is written.
pub(super) const NEW_STEP: &str = "new step";

/// The field in which a step is written, due on a day where one is given.
pub(super) fn add_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, due: &str) {
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
    let mut line_ui = |ui: &mut Ui| {
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
    };
    from_right(ui, 0.0, |ui| editable(ui, &mut line_ui));
    actions.send_some(written.map(PlanAction::Type));
}

/// Puts the keyboard into the field in which a step is written.
pub(super) fn write_one(ui: &Ui) {
    let field = egui::Id::unique(("text field", NEW_STEP));
    ui.memory_mut(|memory| memory.request_focus(field));
}

impl Steps<'_> {
    pub(super) fn total(&self) -> String {
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
    pub(super) fn place(&self, item: &PlanItem) -> Option<i32> {
        let unfolded = self.view.session.plan.unfolded.as_ref();
        let unfolded = unfolded.filter(|unfolded| unfolded.item == item.id);
        day_number(unfolded.map_or(&item.due, |unfolded| &unfolded.due))
    }

    /// By how many days a step that is not done is late; 0 where it is not.
    pub(super) fn days_late(&self, item: &PlanItem) -> usize {
        if item.state == PlanState::Done {
            return 0;
        }
        let late = day_number(&self.view.today)
            .zip(day_number(&item.due))
            .map_or(0, |(today, due)| today - due);
        usize::try_from(late).unwrap_or_default()
    }

    /// Who does a step, by number where names are hidden.
    pub(super) fn owner(&self, item: &PlanItem) -> String {
        let called = self
            .view
            .workbook
            .owner_called(self.enterprise, &item.owner);
        self.view.language.person_called(called)
    }

    /// A change to one field of a step.
    pub(super) fn change(&self, item: &PlanItem, change: PlanChange) -> Command {
        Command::ChangePlanItem {
            enterprise: self.enterprise.id,
            item: item.id,
            change,
        }
    }
}

/// The mark of a state.
pub(super) const fn state_icon(state: PlanState) -> &'static str {
    match state {
        PlanState::Open => icon::SUPPLY,
        PlanState::Begun => icon::CONTRAST,
        PlanState::Done => icon::CHECK,
    }
}
