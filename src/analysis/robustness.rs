//! Does the answer hold when one score moves a level?

use super::{
    Settings,
    result::{Band, Lead, RoundResult},
    sensitivity::outcome_with,
};
use crate::model::Factor;

/// Whether the band and the leading side hold when any one factor moves one level either way
/// (ours).
#[derive(Clone, Debug, PartialEq)]
pub struct Robustness {
    /// The moves that change the band or the lead, in model order, down before up.
    pub tips: Vec<Tip>,
}

/// One move that changes the answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tip {
    /// The factor that moves.
    pub factor: Factor,
    /// Its score after the move, 1..=5.
    pub score: f64,
    /// The band after the move.
    pub band: Band,
    /// The lead after the move.
    pub lead: Lead,
}

impl Robustness {
    /// Moves each scored factor of a complete round one level down and up, cut at the scale's ends.
    /// `None` where the round has no outcome.
    #[must_use]
    pub fn of(result: &RoundResult, settings: &Settings) -> Option<Self> {
        let outcome = result.outcome?;
        let mut tips = Vec::new();
        for factor in Factor::ALL {
            let Some(score) = result.factors[factor].score else {
                continue;
            };
            for moved in [(score - 1.0).max(1.0), (score + 1.0).min(5.0)] {
                let after = outcome_with(result, &[(factor, moved)], settings)?;
                if after.band != outcome.band || after.lead != outcome.lead {
                    tips.push(Tip {
                        factor,
                        score: moved,
                        band: after.band,
                        lead: after.lead,
                    });
                }
            }
        }
        Some(Self { tips })
    }

    /// Whether no single move changes the answer.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.tips.is_empty()
    }
}
