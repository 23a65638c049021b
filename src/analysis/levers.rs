//! What each factor would do to R: one level better, one level worse, and which to take first.

use super::{
    Settings,
    consensus::SLACK,
    result::{Outcome, RoundResult},
    sensitivity::{levels_better, outcome_with},
};
use crate::model::{Effort, Factor, PerFactor, Round, Side};

/// What one level on a factor does, all else equal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lever {
    /// The factor.
    pub factor: Factor,
    /// How much R, 0..=1, grows with one level better, cut at the scale's end; 0 at its best.
    pub gain: f64,
    /// R one level better, 0..=1.
    pub better: f64,
    /// R one level worse, 0..=1.
    pub worse: f64,
    /// The score now, one level worse and one level better, each 1..=5 as scored.
    pub scores: [f64; 3],
    /// The answers one level worse and one level better.
    pub outcomes: [Outcome; 2],
    /// Whether a whole level is to spare.
    pub spare: bool,
    /// What one level better costs, 1..=3.
    pub effort: u8,
    /// How many respondents say that the factor is not good enough for them.
    pub not_enough: usize,
    /// Whether the factor is in the weakest natural pair.
    pub weakest: bool,
}

/// The levers of a round, the first to take first: by gain for the effort, then by how many find the
/// factor not good enough, then those of the weakest natural pair, then in model order; rounding
/// decides nothing. `None` where the round has no outcome.
///
/// Source: MODEL section 6 (ours).
#[must_use]
pub fn levers(
    round: &Round,
    result: &RoundResult,
    efforts: PerFactor<Effort>,
    settings: &Settings,
) -> Option<Vec<Lever>> {
    let now = result.outcome?.resonance;
    let weakest = result.weakest_natural_pair();
    let mut levers = Vec::new();
    for factor in Factor::ALL {
        let Some(score) = result.factors[factor].score else {
            continue;
        };
        let moved = |levels| {
            let to = levels_better(score, factor, levels);
            Some((to, outcome_with(result, &[(factor, to)], settings)?))
        };
        let ((to, better), (down, worse)) = (moved(1.0)?, moved(-1.0)?);
        let not_enough = round.responses.iter();
        levers.push(Lever {
            factor,
            gain: better.resonance - now,
            better: better.resonance,
            worse: worse.resonance,
            scores: [score, down, to],
            outcomes: [worse, better],
            spare: (to - score).abs() > 1.0 - SLACK,
            effort: efforts[factor].value(),
            not_enough: not_enough
                .filter(|response| response.answers[factor].enough() == Some(false))
                .count(),
            weakest: weakest.is_some_and(|pair| pair.supply == factor || pair.demand == factor),
        });
    }
    // Rounded, so that what differs only by the dust of binary fractions is equal.
    let worth = |lever: &Lever| (lever.gain / f64::from(lever.effort) / SLACK).round();
    levers.sort_by(|one, two| {
        let by_worth = worth(two).total_cmp(&worth(one));
        let by_people = by_worth.then(two.not_enough.cmp(&one.not_enough));
        by_people.then(two.weakest.cmp(&one.weakest))
    });
    Some(levers)
}

impl Lever {
    /// The levers by how far R lies apart between one level worse and one level better, the widest first; of
    /// equals model order stands.
    ///
    /// Source: MODEL section 6 (ours: the order of the tornado).
    #[must_use]
    pub fn widest_first(levers: &[Self]) -> Vec<Self> {
        // Rounded, so that dust does not order what is equal.
        let reach = |lever: &Self| ((lever.better - lever.worse) / SLACK).round();
        let mut sorted = levers.to_vec();
        sorted.sort_by_key(|lever| lever.factor.index());
        sorted.sort_by(|one, two| reach(two).total_cmp(&reach(one)));
        sorted
    }

    /// What every factor of a side with a whole level to spare gains, 0..=1, where all of them gain the
    /// same and there are two or more; with equal weights that is always so.
    #[must_use]
    pub fn equal_gain(levers: &[Self], side: Side) -> Option<f64> {
        let spare = |lever: &&Self| lever.factor.side() == side && lever.spare;
        let gains: Vec<f64> = levers
            .iter()
            .filter(spare)
            .map(|lever| lever.gain)
            .collect();
        let first = *gains.first()?;
        let alike = gains.iter().all(|gain| (gain - first).abs() <= SLACK);
        (gains.len() > 1 && alike).then_some(first)
    }
}
