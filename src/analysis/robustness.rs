//! Does the answer hold when one score moves a level?

use super::{
    Settings,
    result::{Band, Lead, Outcome, RoundResult},
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

/// One score that moves a level, all else equal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Move {
    /// The factor that moves.
    pub factor: Factor,
    /// Its score before, 1..=5 as scored.
    pub from: f64,
    /// Its score after, 1..=5 as scored.
    pub to: f64,
    /// The answer after the move.
    pub outcome: Outcome,
}

/// Each scored factor one level down and one up, cut at the scale's ends, in model order, down before
/// up. `None` where the round has no outcome.
///
/// Source: MODEL section 3 (ours).
#[must_use]
pub fn moves(result: &RoundResult, settings: &Settings) -> Option<Vec<Move>> {
    result.outcome?;
    let mut moves = Vec::with_capacity(2 * Factor::ALL.len());
    for factor in Factor::ALL {
        let Some(from) = result.factors[factor].score else {
            continue;
        };
        for to in [(from - 1.0).max(1.0), (from + 1.0).min(5.0)] {
            moves.push(Move {
                factor,
                from,
                to,
                outcome: outcome_with(result, &[(factor, to)], settings)?,
            });
        }
    }
    Some(moves)
}

impl Robustness {
    /// Moves each scored factor of a complete round one level down and up, cut at the scale's ends.
    /// `None` where the round has no outcome.
    #[must_use]
    pub fn of(result: &RoundResult, settings: &Settings) -> Option<Self> {
        let outcome = result.outcome?;
        let tips = moves(result, settings)?.into_iter().filter(|one| {
            let after = &one.outcome;
            after.band != outcome.band || after.lead != outcome.lead
        });
        let tip = |one: Move| Tip {
            factor: one.factor,
            score: one.to,
            band: one.outcome.band,
            lead: one.outcome.lead,
        };
        Some(Self {
            tips: tips.map(tip).collect(),
        })
    }

    /// Whether no single move changes the answer.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.tips.is_empty()
    }
}
