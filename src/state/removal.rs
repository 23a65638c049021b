//! Taking somebody or a round away: where answers would go with it, that is asked about.

use crate::{
    edit::Command,
    model::{Answer, EnterpriseId, RespondentId, Response, RoundId, Workbook},
};

/// What is to be removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Removal {
    /// Somebody of a panel, with all their answers.
    Person {
        /// Whose panel.
        enterprise: EnterpriseId,
        /// Who.
        person: RespondentId,
    },
    /// A round, with everybody's answers.
    Round {
        /// Whose round.
        enterprise: EnterpriseId,
        /// Which one.
        round: RoundId,
    },
}

impl Removal {
    pub(super) const fn command(self) -> Command {
        match self {
            Self::Person { enterprise, person } => Command::RemovePerson { enterprise, person },
            Self::Round { enterprise, round } => Command::RemoveRound { enterprise, round },
        }
    }

    /// How many answers go with it, hidden ones and hands included.
    #[must_use]
    pub fn answers(self, workbook: &Workbook) -> usize {
        let answered = |response: &Response| {
            let blank = Answer::default();
            let answers = response.answers.iter();
            answers.filter(|(_, answer)| **answer != blank).count()
        };
        match self {
            Self::Person { enterprise, person } => {
                let rounds = workbook.enterprise(enterprise).into_iter();
                let rounds = rounds.flat_map(|enterprise| &enterprise.rounds);
                let responses = rounds.filter_map(|round| round.response(person));
                responses.map(answered).sum()
            }
            Self::Round { enterprise, round } => {
                let enterprise = workbook.enterprise(enterprise);
                let Some(round) = enterprise.and_then(|enterprise| enterprise.round(round)) else {
                    return 0;
                };
                let responses = round.responses.iter().map(|response| answered(response));
                let hands = round.hands.iter().filter_map(|(_, hands)| *hands);
                let hands = hands.flat_map(|hands| hands.counts().map(usize::from));
                responses.sum::<usize>() + hands.sum::<usize>()
            }
        }
    }
}
