//! What changed from one round to another, like for like.

use super::{
    Settings,
    resonance::side_result,
    result::{FactorState, Outcome, RoundResult},
};
use crate::model::{Factor, PerFactor, Side};

/// The change of R between two rounds, on what both of them scored.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// R of the earlier round on the shared factors, 0..=1.
    pub before: f64,
    /// R of the later round on the shared factors, 0..=1.
    pub now: f64,
    /// How many factors both rounds scored, 2..=8.
    pub shared: usize,
}

impl Change {
    /// Compares two rounds on the factors that both scored; the others leave their side in both.
    /// `None` where a side has no shared factor.
    ///
    /// Source: ours (MODEL section 3: rounds are compared like for like, with the coverage shown).
    #[must_use]
    pub fn of(before: &RoundResult, now: &RoundResult, settings: &Settings) -> Option<Self> {
        let scored =
            |result: &RoundResult, factor| result.factors[factor].state == FactorState::Scored;
        let shared: Vec<Factor> = Factor::ALL
            .into_iter()
            .filter(|factor| scored(before, *factor) && scored(now, *factor))
            .collect();
        let resonance = |result: &RoundResult| {
            let factors = PerFactor::from_fn(|factor| {
                let mut found = result.factors[factor].clone();
                if !shared.contains(&factor) {
                    found.state = FactorState::NotApplicable;
                }
                found
            });
            let side = |side| side_result(&factors, side, &settings.weights).value;
            Some(Outcome::of(side(Side::Supply)?, side(Side::Demand)?).resonance)
        };
        Some(Self {
            before: resonance(before)?,
            now: resonance(now)?,
            shared: shared.len(),
        })
    }
}
