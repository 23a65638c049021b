//! Hidden scores are shown only after a question: how many have answered everything, and who has not.

use super::{Dialog, State, has_answers};
use crate::{
    edit::{Command, RoundChange},
    model::{
        Enterprise, EnterpriseId, Factor, RespondentId, Round, RoundId, Score, Stage, Workbook,
    },
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

impl State {
    /// Goes to a step of the selected round's session; asks first where that shows hidden scores.
    pub(super) fn go_to_stage(&mut self, stage: Stage) {
        let Some((enterprise, round)) = self.selected_round() else {
            return;
        };
        if self.view().hidden() && !stage.hides_scores() {
            self.session.dialog = Some(Dialog::Unmask(Unmasking {
                enterprise,
                round,
                by: UnmaskBy::Stage(stage),
            }));
        } else {
            self.enter_stage(enterprise, round, stage);
        }
    }

    fn enter_stage(&mut self, enterprise: EnterpriseId, round: RoundId, stage: Stage) {
        self.session.room.scorer = None;
        self.session.room.talk_ends = None;
        self.edit(&Command::ChangeRound {
            enterprise,
            round,
            change: RoundChange::Stage(stage),
        });
    }

    /// Undoes or redoes a step; asks first where that shows hidden scores.
    pub(super) fn step_or_ask(&mut self, by: UnmaskBy) {
        let history = &self.document.history;
        let next = match by {
            UnmaskBy::Undo => history.undone(),
            UnmaskBy::Redo => history.redone(),
            UnmaskBy::Stage(_) => None,
        };
        match next.and_then(|next| unmasked(history.workbook(), next)) {
            Some((enterprise, round)) => {
                self.session.dialog = Some(Dialog::Unmask(Unmasking {
                    enterprise,
                    round,
                    by,
                }));
            }
            None => self.step(by),
        }
    }

    fn step(&mut self, by: UnmaskBy) {
        match by {
            UnmaskBy::Undo => self.document.history.undo(),
            UnmaskBy::Redo => self.document.history.redo(),
            UnmaskBy::Stage(_) => None,
        };
        self.follow();
    }

    /// Shows the scores, as was answered.
    pub(super) fn unmask(&mut self, unmasking: &Unmasking) {
        // What an earlier room looked at last is not where this one begins.
        self.session.room.by_role = false;
        match unmasking.by {
            UnmaskBy::Stage(stage) => {
                self.enter_stage(unmasking.enterprise, unmasking.round, stage);
            }
            by => self.step(by),
        }
    }
}

/// The first round with answers that is hidden now and shown in the next state.
fn unmasked(now: &Workbook, next: &Workbook) -> Option<(EnterpriseId, RoundId)> {
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
