//! What the other workbook brings: listed before it is taken in, and what of it may not be shown.

use super::{
    addition::{Added, Addition},
    union::Merge,
};
use crate::{
    edit::command::{Command, EnterpriseChange, PersonChange, PlanChange},
    model::{EnterpriseId, RoundId, Workbook},
};

impl Merge {
    pub(super) fn add(
        &mut self,
        enterprise: Option<EnterpriseId>,
        round: Option<RoundId>,
        what: Added,
    ) {
        self.additions.push(Addition {
            enterprise,
            round,
            what,
        });
    }

    /// Keeps in mind which rounds are being scored.
    pub(super) fn hide_rounds_of(&mut self, workbook: &Workbook) {
        let rounds = workbook.enterprises.iter().flat_map(|one| &one.rounds);
        let hidden = rounds.filter(|round| round.stage.hides_scores());
        self.hidden.extend(hidden.map(|round| round.id));
    }

    /// Whether a round is being scored in either workbook, so that nothing in it may be shown.
    #[must_use]
    pub fn hides_round(&self, round: Option<RoundId>) -> bool {
        round.is_some_and(|round| self.hidden.contains(&round))
    }

    /// Whether what a change would write may not be shown: a name or role while one's own workbook
    /// hides them, and what a round holds while it is being scored in either.
    #[must_use]
    pub fn withholds(&self, change: &Command) -> bool {
        match change {
            Command::ChangeEnterprise {
                change: EnterpriseChange::Name(_),
                ..
            } => self.workbook.uses_aliases,
            Command::ChangePerson {
                change: PersonChange::Name(_) | PersonChange::Role(_),
                ..
            }
            | Command::ChangePlanItem {
                change: PlanChange::Owner(_),
                ..
            } => self.workbook.hides_people,
            Command::SetHands { round, .. } | Command::SetAgreed { round, .. } => {
                self.hides_round(Some(*round))
            }
            Command::PutAnswer { place, .. } | Command::SetResponseNote { place, .. } => {
                self.hides_round(Some(place.round))
            }
            _ => false,
        }
    }
}
