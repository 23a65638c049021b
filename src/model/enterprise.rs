//! An enterprise, its panel of respondents and its rounds.

use std::sync::Arc;

use super::{
    id::{EnterpriseId, RespondentId, RoundId},
    plan::PlanItem,
    round::Round,
    target::{Target, WhatIf},
};

/// One enterprise about to adopt one technology.
#[derive(Clone, Debug, PartialEq)]
pub struct Enterprise {
    /// Identity of the enterprise.
    pub id: EnterpriseId,
    /// The name as typed.
    pub name: String,
    /// What it is called before others; empty for a numbered one.
    pub alias: String,
    /// Id of a built-in sector, or free text; empty where not given.
    pub sector: String,
    /// Size class, where given.
    pub size: Option<Size>,
    /// The technology or scenario considered; empty where not given.
    pub technology: String,
    /// The panel, in the order people were added.
    pub people: Vec<Respondent>,
    /// Rounds in time order as arranged by the user.
    pub rounds: Vec<Arc<Round>>,
    /// What the enterprise means to do, in the order it was added.
    pub plan: Vec<Arc<PlanItem>>,
    /// Where it wants to be.
    pub target: Target,
    /// Profiles kept under a name, in the order they were added.
    pub what_ifs: Vec<Arc<WhatIf>>,
}

/// One member of an enterprise's panel.
#[derive(Clone, Debug, PartialEq)]
pub struct Respondent {
    /// Identity of the person.
    pub id: RespondentId,
    /// Name or pseudonym as typed.
    pub name: String,
    /// Role in the enterprise; empty where not given.
    pub role: String,
}

/// Size class by number of people employed (ours, after the usual European limits).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Size {
    /// Fewer than 10.
    Micro,
    /// 10 to 49.
    Small,
    /// 50 to 249.
    Medium,
    /// 250 or more.
    Large,
}

impl Size {
    /// All classes, smallest first.
    pub const ALL: [Self; 4] = [Self::Micro, Self::Small, Self::Medium, Self::Large];

    /// The code used in files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Micro => "micro",
            Self::Small => "small",
            Self::Medium => "medium",
            Self::Large => "large",
        }
    }

    /// The class with this [`Size::code`], if there is one.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|size| size.code() == code)
    }
}

impl Enterprise {
    /// An enterprise with a name and nothing else.
    #[must_use]
    pub fn new(id: EnterpriseId, name: String) -> Self {
        Self {
            id,
            name,
            alias: String::new(),
            sector: String::new(),
            size: None,
            technology: String::new(),
            people: Vec::new(),
            rounds: Vec::new(),
            plan: Vec::new(),
            target: Target::default(),
            what_ifs: Vec::new(),
        }
    }

    /// Which of the panel somebody is, from 1; 0 for somebody who is not on it.
    #[must_use]
    pub fn number_of(&self, person: RespondentId) -> usize {
        let place = self.people.iter().position(|other| other.id == person);
        place.map_or(0, |place| place + 1)
    }

    /// The round with this id, if it is one of this enterprise's.
    #[must_use]
    pub fn round(&self, id: RoundId) -> Option<&Arc<Round>> {
        self.rounds.iter().find(|round| round.id == id)
    }

    /// The round that stands for the enterprise where only one can be shown: the last one.
    #[must_use]
    pub fn latest_round(&self) -> Option<&Arc<Round>> {
        self.rounds.last()
    }

    /// The person with this id, if on this panel.
    #[must_use]
    pub fn person(&self, id: RespondentId) -> Option<&Respondent> {
        self.people.iter().find(|person| person.id == id)
    }
}
