//! What of the plan is on screen, and what is done there.

use std::sync::Arc;

use super::{NewPlanItem, Workbench};
use crate::{
    analysis::Band,
    edit::Command,
    model::{PerFactor, PlanSource, WhatIf, WhatIfId},
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
}

impl Workbench {
    pub(super) fn plan(&mut self, action: PlanAction) {
        let plan = &mut self.session.plan;
        match action {
            PlanAction::Page(page) => plan.page = page,
            PlanAction::Goal(goal) => plan.goal = Some(goal),
            PlanAction::WhatIf(id) => plan.what_if = Some(id),
            PlanAction::Type(text) => plan.typed = text,
            PlanAction::NewWhatIf => self.add_what_if(),
            PlanAction::AddTyped => {
                let text = plan.typed.trim().to_owned();
                if !text.is_empty() {
                    plan.typed.clear();
                    self.add_to_plan(NewPlanItem {
                        source: PlanSource::Free,
                        text,
                        factor: None,
                    });
                }
            }
        }
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
