//! What a card is about: one respondent's answer to one factor, and where an edit of it goes.

use crate::{
    edit::{Command, Where},
    model::{Answer, Factor, Score},
};

/// The answer of a card.
#[derive(Clone, Copy)]
pub(super) struct Item<'a> {
    pub factor: Factor,
    pub answer: &'a Answer,
    pub place: Where,
}

impl Item<'_> {
    /// Sets the score of the factor as a whole.
    pub const fn set_score(&self, score: Score) -> Command {
        Command::SetScore {
            place: self.place,
            factor: self.factor,
            score,
        }
    }
}
