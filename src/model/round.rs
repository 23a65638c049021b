//! A round: everybody's scores at one point in time.

use std::sync::Arc;

use super::{
    factor::PerFactor,
    hands::Hands,
    id::{RespondentId, RoundId},
    response::Response,
    score::Level,
};

/// One point in time at which an enterprise was assessed.
#[derive(Clone, Debug, PartialEq)]
pub struct Round {
    /// Identity of the round.
    pub id: RoundId,
    /// "Baseline", "Review" or what the user typed.
    pub name: String,
    /// The day, `YYYY-MM-DD`; empty where not given.
    pub date: String,
    /// At most one response per respondent, in panel order.
    pub responses: Vec<Arc<Response>>,
    /// Where the room is with this round.
    pub stage: Stage,
    /// What the room agreed on after a discussion, factor by factor.
    pub agreed: PerFactor<Option<Box<Agreed>>>,
    /// Hands shown in the room, factor by factor; they count beside the responses, one voice each.
    pub hands: PerFactor<Option<Hands>>,
}

/// The steps of a session in a room. While a room defines and scores, nobody's scores are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// No session: everything is shown as it is scored.
    #[default]
    Open,
    /// The words are settled.
    Define,
    /// Everybody scores, unseen by the others.
    Score,
    /// All scores are shown at once.
    Reveal,
    /// The room talks, about the widest factor first.
    Discuss,
    /// What was agreed is written down.
    Agree,
}

impl Stage {
    /// The five steps in their order.
    pub const STEPS: [Self; 5] = [
        Self::Define,
        Self::Score,
        Self::Reveal,
        Self::Discuss,
        Self::Agree,
    ];

    /// Whether scores are withheld from every screen, report and export.
    #[must_use]
    pub const fn hides_scores(self) -> bool {
        matches!(self, Self::Define | Self::Score)
    }
}

/// A score the room agreed on; it stands for the factor in place of the mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreed {
    /// The agreed level, 1..=5.
    pub level: Level,
    /// The dissent, in words; empty where nobody dissented.
    pub dissent: String,
}

impl Round {
    /// A round without responses.
    #[must_use]
    pub fn new(id: RoundId, name: String) -> Self {
        Self {
            id,
            name,
            date: String::new(),
            stage: Stage::default(),
            responses: Vec::new(),
            agreed: PerFactor::default(),
            hands: PerFactor::default(),
        }
    }

    /// The response of a person, if there is one.
    #[must_use]
    pub fn response(&self, respondent: RespondentId) -> Option<&Response> {
        self.responses
            .iter()
            .find(|response| response.respondent == respondent)
            .map(AsRef::as_ref)
    }
}
