//! What of the plan is on screen, and what is done there.

use std::sync::Arc;

use super::{NewPlanItem, State};
use crate::{
    analysis::Band,
    edit::Command,
    model::{PerFactor, PlanItemId, PlanSource, WhatIf, WhatIfId},
};

/// The pages of the Plan screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum PlanPage {
    /// Where do we want to be?
    #[default]
    Target,
    /// What moves the answer most, and what is the cheapest way?
    Levers,
    /// What if?
    WhatIfs,
    /// Who does what until when?
    Steps,
}

/// How the steps are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum StepsAs {
    /// A column for each state.
    #[default]
    Board,
    /// A month with each step on the day it is due.
    Calendar,
}

/// The one step whose fields are open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfolded {
    /// The step.
    pub item: PlanItemId,
    /// When it was due as it was unfolded: it keeps its place while that is being typed.
    pub due: String,
}

/// What of the plan is on screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanView {
    /// The page.
    pub page: PlanPage,
    /// R that the cheapest path is to reach, 1..=100; `None` stands for the next band.
    pub goal: Option<u8>,
    /// The chosen what-if; `None` stands for the first one.
    pub what_if: Option<WhatIfId>,
    /// A step being typed.
    pub typed: String,
    /// How the steps are shown.
    pub steps_as: StepsAs,
    /// The step whose fields are open.
    pub unfolded: Option<Unfolded>,
    /// The day chosen in the calendar, counted from 1970-01-01; `None` stands for today.
    pub day: Option<i32>,
}

impl PlanView {
    /// What the cheapest path is to reach from an R of 0..=1: what was chosen, else the lower limit of
    /// the next band, 100 in the last one.
    #[must_use]
    pub fn goal_from(&self, resonance: f64) -> u8 {
        self.goal.unwrap_or(match Band::of(resonance) {
            Band::Dissonant => 20,
            Band::Faint => 40,
            Band::Emerging => 60,
            Band::Strong => 80,
            Band::Resonant => 100,
        })
    }
}

/// An intent of the plan that is no change of the document by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanAction {
    /// Looks at a page.
    Page(PlanPage),
    /// Sets what the cheapest path is to reach, 1..=100.
    Goal(u8),
    /// Looks at a what-if.
    WhatIf(WhatIfId),
    /// Adds a what-if and looks at it.
    NewWhatIf,
    /// Types a step.
    Type(String),
    /// Adds the typed step to the plan.
    AddTyped,
    /// Adds the typed step to the plan, due on a day `YYYY-MM-DD`.
    AddTypedOn(String),
    /// Adds the first advised steps to the plan, as one step of the history.
    AddAdvised,
    /// Shows the steps another way.
    ShowSteps(StepsAs),
    /// Opens the fields of a step, or closes them.
    Unfold(Option<PlanItemId>),
    /// Chooses a day of the calendar.
    Day(i32),
}

impl State {
    pub(super) fn plan(&mut self, action: PlanAction) {
        let plan = &mut self.session.plan;
        match action {
            PlanAction::Page(page) => plan.page = page,
            PlanAction::Goal(goal) => plan.goal = Some(goal),
            PlanAction::WhatIf(id) => plan.what_if = Some(id),
            PlanAction::Type(text) => plan.typed = text,
            PlanAction::NewWhatIf => self.add_what_if(),
            PlanAction::AddTyped => self.add_typed(String::new()),
            PlanAction::AddTypedOn(due) => self.add_typed(due),
            PlanAction::AddAdvised => self.add_advised(),
            PlanAction::ShowSteps(steps_as) => plan.steps_as = steps_as,
            PlanAction::Day(day) => plan.day = Some(day),
            PlanAction::Unfold(item) => self.unfold(item),
        }
    }

    fn add_typed(&mut self, due: String) {
        let typed = std::mem::take(&mut self.session.plan.typed);
        let text = typed.trim().to_owned();
        if !text.is_empty() {
            let item = NewPlanItem {
                source: PlanSource::Free,
                text,
                factor: None,
            };
            self.add_to_plan_until(item, due);
        }
    }

    fn unfold(&mut self, item: Option<PlanItemId>) {
        self.document.history.leave_field();
        let enterprise = self.session.enterprise;
        let enterprise = enterprise.and_then(|id| self.workbook().enterprise(id));
        let found = enterprise
            .zip(item)
            .and_then(|(enterprise, id)| enterprise.plan.iter().find(|item| item.id == id));
        let unfolded = found.map(|item| Unfolded {
            item: item.id,
            due: item.due.clone(),
        });
        self.session.plan.unfolded = unfolded;
    }

    fn add_what_if(&mut self) {
        let Some(id) = self.session.enterprise else {
            return;
        };
        let Some(enterprise) = self.workbook().enterprise(id) else {
            return;
        };
        let number = enterprise.what_ifs.len() + 1;
        let what_if = WhatIfId((self.new_id)());
        self.edit(&Command::PutWhatIf {
            enterprise: id,
            what_if: Arc::new(WhatIf {
                id: what_if,
                name: self.language.new_what_if_name(number),
                reasons: String::new(),
                levels: PerFactor::default(),
            }),
        });
        self.document.history.leave_field();
        self.session.plan.what_if = Some(what_if);
    }
}
