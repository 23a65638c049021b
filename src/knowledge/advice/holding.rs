//! Which factors hold a firm back, and why.

use super::types::{AdviceTip, Evidence, Holding, Situation};
use crate::{
    analysis::{ConsensusBand, Lead, NaturalPair, gain},
    model::{Factor, PerFactor, Side},
};

/// A factor counts as holding back from this burden on (ours).
const LEAST: f64 = 0.25;
/// A third factor is named only where it weighs nearly as much as the second (ours).
const THIRD: f64 = 0.8;

/// Up to three factors with the heaviest burden, heaviest first.
pub(super) fn holding(situation: &Situation<'_>) -> Vec<Holding> {
    let favourabilities = situation.result.factors.map(|_, found| found.favourability);
    heaviest(situation, &favourabilities)
        .into_iter()
        .filter_map(|factor| held(situation, factor))
        .collect()
}

/// A factor with its score, gain and evidence; `None` where it has no score.
pub(super) fn held(situation: &Situation<'_>, factor: Factor) -> Option<Holding> {
    let score = situation.result.factors[factor].score?;
    Some(Holding {
        factor,
        score,
        gain: gain(situation.result, &[factor], situation.settings),
        evidence: evidence(situation, factor, score),
    })
}

/// What would come first if one scored factor moved one level down or up.
pub(super) fn tips(situation: &Situation<'_>, holding: &[Holding]) -> Vec<AdviceTip> {
    let present = holding.first().map(|first| first.factor);
    let now = situation.result.factors.map(|_, found| found.favourability);
    let mut tips = Vec::new();
    for (factor, found) in situation.result.factors.iter() {
        let Some(score) = found.score else { continue };
        for moved in [(score - 1.0).max(1.0), (score + 1.0).min(5.0)] {
            let mut then = now;
            then[factor] = Some(crate::model::orient(moved, factor));
            let first = heaviest(situation, &then).first().copied();
            if first != present {
                tips.push(AdviceTip {
                    factor,
                    score: moved,
                    first,
                });
            }
        }
    }
    tips
}

/// Every scored factor that is not at its best, heaviest first.
pub(super) fn by_burden(situation: &Situation<'_>) -> Vec<Factor> {
    let now = situation.result.factors.map(|_, found| found.favourability);
    let mut factors: Vec<Factor> = burdens(situation, &now)
        .into_iter()
        .map(|(factor, _)| factor)
        .collect();
    factors.retain(|factor| now[*factor].is_some_and(|favourability| favourability < 1.0));
    factors
}

/// The two or three heaviest factors under some favourabilities.
fn heaviest(situation: &Situation<'_>, favourabilities: &PerFactor<Option<f64>>) -> Vec<Factor> {
    let mut burdens = burdens(situation, favourabilities);
    burdens.retain(|(_, burden)| *burden + 1e-9 >= LEAST);
    let second = burdens.get(1).map_or(0.0, |(_, burden)| *burden);
    burdens
        .into_iter()
        .enumerate()
        .filter(|(place, (_, burden))| *place < 2 || (*place == 2 && *burden >= THIRD * second))
        .map(|(_, (factor, _))| factor)
        .collect()
}

/// The burden of every scored factor, heaviest first.
fn burdens(
    situation: &Situation<'_>,
    favourabilities: &PerFactor<Option<f64>>,
) -> Vec<(Factor, f64)> {
    let weakest = weakest_pair(favourabilities);
    let lagging = situation
        .result
        .outcome
        .and_then(|outcome| match outcome.lead {
            Lead::SupplyLed => Some(Side::Demand),
            Lead::DemandLed => Some(Side::Supply),
            Lead::InStep => None,
        });
    let mut burdens: Vec<(Factor, f64)> = favourabilities
        .iter()
        .filter_map(|(factor, favourability)| {
            let mut burden = 1.0 - (*favourability)?;
            let (not_enough, of) = said_not_enough(situation, factor);
            if of > 0 {
                // What its people call good enough weighs less, what they do not, more.
                let share = not_enough as f64 / of as f64;
                burden += 0.3 * share - 0.15;
            }
            if lagging == Some(factor.side()) {
                burden += 0.05;
            }
            if weakest.is_some_and(|(supply, demand)| factor == supply || factor == demand) {
                burden += 0.03;
            }
            Some((factor, burden))
        })
        .collect();
    // Equal burdens stay in model order.
    burdens.sort_by(|one, two| {
        let rounded = |burden: f64| (burden * 1e6).round();
        rounded(two.1).total_cmp(&rounded(one.1))
    });
    burdens
}

fn weakest_pair(favourabilities: &PerFactor<Option<f64>>) -> Option<(Factor, Factor)> {
    NaturalPair::ALL
        .into_iter()
        .filter_map(|(supply, demand)| {
            let product = favourabilities[supply]? * favourabilities[demand]?;
            Some((supply, demand, product))
        })
        .min_by(|one, two| one.2.total_cmp(&two.2))
        .map(|(supply, demand, _)| (supply, demand))
}

/// How many respondents said that a factor is not good enough, and how many said either.
fn said_not_enough(situation: &Situation<'_>, factor: Factor) -> (usize, usize) {
    let said = situation
        .round
        .responses
        .iter()
        .filter_map(|response| response.answers[factor].enough());
    said.fold((0, 0), |(not, of), enough| {
        (not + usize::from(!enough), of + 1)
    })
}

/// Why a factor holds back; the score always, the rest where it is so.
fn evidence(situation: &Situation<'_>, factor: Factor, score: f64) -> Vec<Evidence> {
    let result = situation.result;
    let mut evidence = vec![Evidence::Score(factor, score)];
    let (count, of) = said_not_enough(situation, factor);
    if count > 0 {
        evidence.push(Evidence::NotEnough { count, of });
    }
    if let Some((indicator, mean)) = weakest_indicator(situation, factor) {
        evidence.push(Evidence::WeakIndicator(factor, indicator, mean));
    }
    if let Some(pair) = result.weakest_natural_pair()
        && (pair.supply == factor || pair.demand == factor)
    {
        evidence.push(Evidence::WeakestPair(pair));
    }
    if let Some(outcome) = result.outcome {
        let behind = (outcome.supply - outcome.demand).abs() * 4.0;
        match (outcome.lead, factor.side()) {
            (Lead::SupplyLed, Side::Demand) | (Lead::DemandLed, Side::Supply) => {
                evidence.push(Evidence::Lags(factor.side(), behind));
            }
            _ => {}
        }
    }
    if let Some(consensus) = apart(situation, factor) {
        evidence.push(Evidence::Apart(consensus));
    }
    evidence
}

/// The consensus on a factor where the respondents are far apart.
pub(super) fn apart(situation: &Situation<'_>, factor: Factor) -> Option<f64> {
    let consensus = situation.result.factors[factor].consensus?;
    (ConsensusBand::of(consensus) < ConsensusBand::MostlyAgreed).then_some(consensus)
}

/// The one indicator of a factor that is least favourable by the means of those whose indicators
/// count, with its mean as scored; `None` where none stands below the others.
pub(super) fn weakest_indicator(situation: &Situation<'_>, factor: Factor) -> Option<(usize, f64)> {
    let mut sums = [(0.0, 0.0); crate::model::INDICATORS_PER_FACTOR];
    for response in &situation.round.responses {
        let indicators = response.answers[factor].indicators();
        for (sum, score) in sums.iter_mut().zip(indicators) {
            if let Some(level) = score.level() {
                sum.0 += level.value();
                sum.1 += 1.0;
            }
        }
    }
    let mut means: Vec<(usize, f64)> = sums
        .into_iter()
        .enumerate()
        .filter(|(_, (_, count))| *count > 0.0)
        .map(|(index, (sum, count))| (index, sum / count))
        .collect();
    let worse = |mean: f64| crate::model::orient(mean, factor);
    means.sort_by(|one, two| worse(one.1).total_cmp(&worse(two.1)));
    let (first, second) = (means.first().copied()?, means.get(1).copied());
    let below = second.is_none_or(|second| worse(first.1) + 1e-9 < worse(second.1));
    below.then_some(first)
}
