//! What an enterprise aims at: a target profile, what each step towards it costs, and named what-ifs.

use super::{
    factor::PerFactor,
    id::{RoundId, WhatIfId},
    score::Level,
};

/// The profile an enterprise wants to reach.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Target {
    /// The level aimed at, as scored; `None` where a factor is to stay as it is.
    pub levels: PerFactor<Option<Level>>,
    /// What one level better costs on each factor.
    pub efforts: PerFactor<Effort>,
    /// Until when, `YYYY-MM-DD`; empty where not said.
    pub due: String,
    /// The round progress is counted from; `None` stands for the first one.
    pub baseline: Option<RoundId>,
}

/// What one level better costs: 1 (light) to 3 (heavy), 2 unless set. Ours (MODEL section 6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Effort(u8);

/// A profile kept beside the baseline under a name: "what if we hired somebody?"
#[derive(Clone, Debug, PartialEq)]
pub struct WhatIf {
    /// Identity of the what-if.
    pub id: WhatIfId,
    /// The name as typed.
    pub name: String,
    /// Why things would come to stand like this; empty where not said.
    pub reasons: String,
    /// The level as scored; `None` where a factor stays as it is.
    pub levels: PerFactor<Option<Level>>,
}

impl Target {
    /// Whether any factor is to change.
    #[must_use]
    pub fn is_set(&self) -> bool {
        self.levels.iter().any(|(_, level)| level.is_some())
    }
}

impl Effort {
    /// The three efforts, lightest first.
    pub const ALL: [Self; 3] = [Self(1), Self(2), Self(3)];

    /// The effort of a number 1..=3.
    #[must_use]
    pub fn new(effort: u8) -> Option<Self> {
        (1..=3).contains(&effort).then_some(Self(effort))
    }

    /// The number, 1..=3.
    #[must_use]
    pub const fn value(self) -> u8 {
        self.0
    }
}

impl Default for Effort {
    fn default() -> Self {
        Self(2)
    }
}
