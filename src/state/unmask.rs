//! Hidden scores are shown only after a question: how many have answered everything, and who has not.

use super::has_answers;
use crate::model::{
    Enterprise, EnterpriseId, Factor, RespondentId, Round, RoundId, Score, Stage, Workbook,
};

/// What would show the scores of a hidden round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unmasking {
    /// Whose round.
    pub enterprise: EnterpriseId,
    /// The round.
    pub round: RoundId,
    /// By what.
    pub by: UnmaskBy,
}

/// What shows hidden scores.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnmaskBy {
    /// A step of the session; `Open` is its end.
    Stage(Stage),
    /// Undoing.
    Undo,
    /// Redoing.
    Redo,
}

/// How far a round is answered; tells nothing of the answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// How many have answered every factor.
    pub done: usize,
    /// Who has not, in panel order, with how many factors they have answered, 0..=7.
    pub open: Vec<(RespondentId, usize)>,
    /// On how many factors hands were counted, 0..=8.
    pub hands: usize,
}

impl Progress {
    /// Of a panel in one of its rounds.
    #[must_use]
    pub fn of(enterprise: &Enterprise, round: &Round) -> Self {
        let answered = |person| {
            let response = round.response(person)?;
            let scored = Factor::ALL.into_iter();
            let scored = scored.filter(|factor| response.score(*factor) != Score::NotScored);
            Some(scored.count())
        };
        let people = enterprise.people.iter();
        let counts = people.map(|person| (person.id, answered(person.id).unwrap_or_default()));
        let open: Vec<_> = counts
            .filter(|(_, count)| *count < Factor::ALL.len())
            .collect();
        let hands = round.hands.iter().filter(|(_, hands)| hands.is_some());
        Self {
            done: enterprise.people.len() - open.len(),
            open,
            hands: hands.count(),
        }
    }
}

/// The first round with answers that is hidden now and shown in the next state.
pub(super) fn unmasked(now: &Workbook, next: &Workbook) -> Option<(EnterpriseId, RoundId)> {
    let shows = |enterprise: EnterpriseId, round: RoundId| {
        let round = next.enterprise(enterprise)?.round(round)?;
        let answered = round.responses.iter().any(|response| has_answers(response))
            || round.hands.iter().any(|(_, hands)| hands.is_some());
        (answered && !round.stage.hides_scores()).then_some((enterprise, round.id))
    };
    now.enterprises.iter().find_map(|enterprise| {
        let mut rounds = enterprise.rounds.iter();
        rounds.find_map(|round| {
            let hidden = round.stage.hides_scores().then_some(round.id)?;
            shows(enterprise.id, hidden)
        })
    })
}
