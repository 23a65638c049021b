//! What a plan would come to: R after each of its steps, and how far the way is gone.

use super::{
    Settings,
    matrix::matrix,
    resonance::side_result,
    result::{FactorResult, FactorState, Outcome, PerSide, RoundResult},
    sensitivity::{levels_better, outcome_with},
};
use crate::model::{Factor, Level, PerFactor, Side};

/// The outcome after each of some steps, one after the other: every step lifts its factor by so many
/// levels towards better, cut at the scale's end. `None` where the round has no outcome.
///
/// Source: ours (the steps' expected lifts are the user's own; others equal).
#[must_use]
pub fn planned(
    result: &RoundResult,
    steps: &[(Option<Factor>, f64)],
    settings: &Settings,
) -> Vec<Option<Outcome>> {
    let mut scores: Vec<(Factor, f64)> = Vec::new();
    steps
        .iter()
        .map(|(factor, lift)| {
            let of_factor = factor.and_then(|factor| {
                let score = result.factors[factor].score?;
                Some((factor, score))
            });
            if let Some((factor, score)) = of_factor {
                match scores.iter_mut().find(|(known, _)| *known == factor) {
                    Some((_, moved)) => *moved = levels_better(*moved, factor, *lift),
                    None => scores.push((factor, levels_better(score, factor, *lift))),
                }
            }
            result.outcome?;
            outcome_with(result, &scores, settings)
        })
        .collect()
}

/// The outcome of a profile: the levels given stand in place of the scores, the others stay.
fn outcome_of_profile(
    result: &RoundResult,
    levels: &PerFactor<Option<Level>>,
    settings: &Settings,
) -> Option<Outcome> {
    let scores: Vec<(Factor, f64)> = levels
        .iter()
        .filter_map(|(factor, level)| Some((factor, level.as_ref()?.value())))
        .collect();
    outcome_with(result, &scores, settings)
}

/// What a round would say with a profile: the levels given stand in place of the scores, without anybody
/// behind them, the others stay. A withheld round stays withheld, and an empty profile changes nothing.
#[must_use]
pub fn result_of_profile(
    result: &RoundResult,
    levels: &PerFactor<Option<Level>>,
    settings: &Settings,
) -> RoundResult {
    let mut changed = result.clone();
    if result.hidden || levels.iter().all(|(_, level)| level.is_none()) {
        return changed;
    }
    for (factor, level) in levels.iter() {
        if let Some(level) = level {
            changed.factors[factor] = FactorResult {
                state: FactorState::Scored,
                score: Some(level.value()),
                favourability: Some(level.favourability(factor)),
                agreed: false,
                respondents: 0,
                consensus: None,
                spread: None,
                hands: None,
                dots: Vec::new(),
            };
        }
    }
    let side = |side| side_result(&changed.factors, side, &settings.weights);
    changed.sides = PerSide {
        supply: side(Side::Supply),
        demand: side(Side::Demand),
    };
    changed.outcome = outcome_of_profile(result, levels, settings);
    // How sure people are, and how far they agree, says nothing of a profile.
    changed.certainty = None;
    changed.kendall_w = None;
    changed.matrix = matrix(&changed.factors);
    changed
}

/// How much of the way from a baseline to a target is gone, with what it is counted from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WayGone {
    /// R at the baseline, 0..=1.
    pub from: f64,
    /// R now, 0..=1.
    pub now: f64,
    /// R of the target, 0..=1.
    pub target: f64,
    /// The share that is gone: 0 at the baseline, 1 at the target; below 0 and above 1 where R fell behind
    /// or went beyond.
    pub share: f64,
}

impl WayGone {
    /// `None` where the target is the baseline.
    ///
    /// Source: MODEL section 6 (ours): `(now - baseline) / (target - baseline)`.
    #[must_use]
    pub fn of(from: f64, now: f64, target: f64) -> Option<Self> {
        let way = target - from;
        (way.abs() > 1e-9).then(|| Self {
            from,
            now,
            target,
            share: (now - from) / way,
        })
    }

    /// As much of the way as a bar can show, 0..=1; nothing where the target lies below the baseline.
    #[must_use]
    pub fn drawn(&self) -> f64 {
        if self.target < self.from {
            0.0
        } else {
            self.share.clamp(0.0, 1.0)
        }
    }
}
