//! What the answer would be if scores moved.

use super::{
    Settings,
    resonance::side_result,
    result::{FactorResult, FactorState, Outcome, RoundResult},
};
use crate::model::{Factor, PerFactor, Polarity, Side, orient};

/// One level towards better, cut at the scale's end: up for direct factors, down for inverse ones.
/// Takes and gives a score as scored, 1..=5.
#[must_use]
pub fn one_level_better(score: f64, factor: Factor) -> f64 {
    levels_better(score, factor, 1.0)
}

/// So many levels towards better (below 0: towards worse), cut at the scale's ends: up for direct
/// factors, down for inverse ones. Takes and gives a score as scored, 1..=5.
#[must_use]
pub fn levels_better(score: f64, factor: Factor, levels: f64) -> f64 {
    let moved = match factor.polarity() {
        Polarity::Direct => score + levels,
        Polarity::Inverse => score - levels,
    };
    // Without the dust of binary fractions, which files would show.
    ((moved * 1e9).round() / 1e9).clamp(1.0, 5.0)
}

/// The outcome if some factors had other scores (as scored, 1..=5), all else equal. `None` where a
/// side still has no value.
#[must_use]
pub fn outcome_with(
    result: &RoundResult,
    scores: &[(Factor, f64)],
    settings: &Settings,
) -> Option<Outcome> {
    let mut changed: PerFactor<FactorResult> =
        PerFactor::from_fn(|factor| without_dots(&result.factors[factor]));
    for (factor, score) in scores {
        let found = &mut changed[*factor];
        found.state = FactorState::Scored;
        found.score = Some(*score);
        found.favourability = Some(orient(*score, *factor));
    }
    let side = |side| side_result(&changed, side, &settings.weights).value;
    Some(Outcome::of(side(Side::Supply)?, side(Side::Demand)?))
}

/// How much R, 0..=1, grows when each of some factors gets one level better; factors without a score
/// stay as they are. `None` while the round has no outcome.
///
/// Source: ours (marginal gain: the difference of two evaluations, others equal).
#[must_use]
pub fn gain(result: &RoundResult, factors: &[Factor], settings: &Settings) -> Option<f64> {
    let now = result.outcome?;
    let better: Vec<(Factor, f64)> = factors
        .iter()
        .filter_map(|factor| {
            let score = result.factors[*factor].score?;
            Some((*factor, one_level_better(score, *factor)))
        })
        .collect();
    let then = outcome_with(result, &better, settings)?;
    Some(then.resonance - now.resonance)
}

/// What a side needs to know of a factor; the single answers would only be copied for nothing.
pub(super) fn without_dots(factor: &FactorResult) -> FactorResult {
    FactorResult {
        dots: Vec::new(),
        ..*factor
    }
}
