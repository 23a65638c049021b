//! What of the plan is on screen, and what is done there.

use crate::{
    analysis::Band,
    model::{Factor, PlanItemId, PlanSource, WhatIfId},
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

/// A step for the plan; its id comes when it is added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPlanItem {
    /// Where it comes from.
    pub source: PlanSource,
    /// What to do, in the present language.
    pub text: String,
    /// The factor it should lift.
    pub factor: Option<Factor>,
}
