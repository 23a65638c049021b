//! What an enterprise means to do: steps taken from advice, or written freely.

use super::{factor::Factor, id::PlanItemId};

/// One thing to do.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanItem {
    /// Identity of the item.
    pub id: PlanItemId,
    /// Where it comes from.
    pub source: PlanSource,
    /// What to do, as written when it was added or since.
    pub text: String,
    /// The factor it should lift, where there is one.
    pub factor: Option<Factor>,
    /// How far it is.
    pub state: PlanState,
    /// Who does it; empty where not said.
    pub owner: String,
    /// Until when, `YYYY-MM-DD`; empty where not said.
    pub due: String,
    /// How many levels better its factor should stand once it is done, 0..=4.
    pub lift: f64,
}

/// The usual [`PlanItem::lift`]: one level.
pub const USUAL_LIFT: f64 = 1.0;

/// Where an item of the plan comes from; ids are those of presets.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum PlanSource {
    /// Written by the user.
    Free,
    /// A next step that was advised: id of its rule.
    Step(String),
    /// A countermeasure of the report.
    Countermeasure(String),
    /// A scenario.
    Scenario(String),
}

/// How far an item is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlanState {
    /// Not begun.
    #[default]
    Open,
    /// Under way.
    Begun,
    /// Done.
    Done,
}

impl PlanState {
    /// The three states in the order of time.
    pub const ALL: [Self; 3] = [Self::Open, Self::Begun, Self::Done];
}

impl PlanSource {
    /// The kind as in files, and the preset's id (empty for what is free).
    #[must_use]
    pub fn parts(&self) -> (&'static str, &str) {
        match self {
            Self::Free => ("free", ""),
            Self::Step(id) => ("step", id),
            Self::Countermeasure(id) => ("countermeasure", id),
            Self::Scenario(id) => ("scenario", id),
        }
    }

    /// The source with these [`PlanSource::parts`], if there is one.
    #[must_use]
    pub fn from_parts(kind: &str, id: &str) -> Option<Self> {
        match (kind, id) {
            ("free", "") => Some(Self::Free),
            (_, "") => None,
            ("step", id) => Some(Self::Step(id.to_owned())),
            ("countermeasure", id) => Some(Self::Countermeasure(id.to_owned())),
            ("scenario", id) => Some(Self::Scenario(id.to_owned())),
            _ => None,
        }
    }
}
