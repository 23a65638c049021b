//! From respondents' scores of a factor to what the round says of it.

use super::{
    consensus::consensus,
    quantile::quantile,
    result::{Dot, FactorResult, FactorState, Spread},
};
use crate::model::{Aggregation, Factor, Hands, Level, Round, Score, orient};

/// Highest level minus lowest.
const SCALE_WIDTH: f64 = 4.0;

/// What a round says of one factor. Whoever did not score it does not count; a missing score is
/// never a number.
pub(super) fn factor_result(
    round: &Round,
    factor: Factor,
    aggregation: Aggregation,
) -> FactorResult {
    let mut dots = Vec::with_capacity(round.responses.len());
    let mut not_applicable = false;
    for response in &round.responses {
        match response.score(factor) {
            Score::Scored(level) => dots.push(Dot {
                respondent: response.respondent,
                level: level.value(),
                weight: response.weight,
            }),
            Score::NotApplicable => not_applicable = true,
            Score::NotScored => {}
        }
    }
    let hands = round.hands[factor];
    let mut rows: Vec<(f64, f64)> = dots.iter().map(|dot| (dot.level, dot.weight)).collect();
    for (level, count) in hands.iter().flat_map(Hands::levels) {
        // Each hand is a voice of its own of weight 1, whose owner nobody wrote down.
        rows.extend((0..count).map(|_| (level.value(), 1.0)));
    }
    let agreed = round.agreed[factor].as_deref().map(|agreed| agreed.level);
    let score = agreed
        .map(Level::value)
        .or_else(|| combined(&rows, aggregation));
    let state = match (score, not_applicable) {
        (Some(_), _) => FactorState::Scored,
        (None, true) => FactorState::NotApplicable,
        (None, false) => FactorState::Missing,
    };
    FactorResult {
        state,
        score,
        favourability: score.map(|score| orient(score, factor)),
        agreed: agreed.is_some(),
        respondents: dots.len(),
        consensus: consensus(&rows, SCALE_WIDTH),
        spread: spread(&rows),
        hands,
        dots,
    }
}

/// The scores, each with its weight, as one, 1..=5; `None` where nobody scored.
pub(super) fn combined(rows: &[(f64, f64)], aggregation: Aggregation) -> Option<f64> {
    let total: f64 = rows.iter().map(|(_, weight)| weight).sum();
    if rows.is_empty() || total <= 0.0 {
        return None;
    }
    Some(match aggregation {
        Aggregation::Mean => {
            let sum: f64 = rows.iter().map(|(level, weight)| level * weight).sum();
            (sum / total).clamp(1.0, 5.0)
        }
        Aggregation::Median => weighted_median(rows, total),
    })
}

/// The level at which half the weight is reached; where that falls between two scores, their mean.
fn weighted_median(rows: &[(f64, f64)], total: f64) -> f64 {
    let mut sorted = rows.to_vec();
    sorted.sort_by(|one, two| one.0.total_cmp(&two.0));
    let half = total / 2.0;
    let mut reached = 0.0;
    for (index, (level, weight)) in sorted.iter().enumerate() {
        reached += weight;
        if (reached - half).abs() <= total * 1e-12 {
            let next = sorted.get(index + 1).map_or(*level, |next| next.0);
            return f64::midpoint(*level, next);
        }
        if reached > half {
            return *level;
        }
    }
    sorted.last().map_or(3.0, |last| last.0)
}

fn spread(rows: &[(f64, f64)]) -> Option<Spread> {
    let mut levels: Vec<f64> = rows.iter().map(|(level, _)| *level).collect();
    levels.sort_by(f64::total_cmp);
    Some(Spread {
        min: *levels.first()?,
        lower_quartile: quantile(&levels, 0.25),
        median: quantile(&levels, 0.5),
        upper_quartile: quantile(&levels, 0.75),
        max: *levels.last()?,
    })
}
