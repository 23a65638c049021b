//! The cheapest path: which factors to lift by how many levels to reach an R at least effort.

use super::{
    Settings,
    alike::Alike,
    consensus::SLACK,
    lift::Lift,
    result::{FactorState, PerSide, RoundResult},
    sensitivity::{levels_better, outcome_with},
};
use crate::model::{Effort, Factor, PerFactor, Side, orient};

/// More steps than this never help on a factor: the scale is four levels long, and a score between
/// two levels needs one more, cut at the end.
const MOST_STEPS: u8 = 4;

/// The way to a goal at least effort.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// Steps of one level better on each factor, 0..=4.
    pub steps: PerFactor<u8>,
    /// The same one by one, each next one that which lifts R most (of equals the earliest factor).
    pub order: Vec<PathStep>,
    /// Sum of the efforts of all steps.
    pub effort: u32,
    /// R at its end, 0..=1.
    pub resonance: f64,
    /// How many ways cost as much and reach as high, this one included. Where factors weigh the same
    /// they can stand for one another, so there are often many.
    pub equally_cheap: u64,
    /// Of those the way that lifts the weakest factors, step by step: the one whose lowest
    /// favourability at its end is the highest, then the second lowest, and so on.
    pub weakest_first: Vec<PathStep>,
    /// How much was looked at to find it.
    pub searched: Searched,
}

/// How much was looked at to find the cheapest path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Searched {
    /// Ways to lift each side level by level, all of them, 1..=625.
    pub lifts: PerSide<usize>,
    /// Those that no other one beats in effort and value.
    pub kept: PerSide<usize>,
}

/// One step of a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PathStep {
    /// The factor that gets better.
    pub factor: Factor,
    /// Its score before, as scored.
    pub from: f64,
    /// Its score after, as scored.
    pub to: f64,
    /// What the step costs, 1..=3.
    pub effort: u8,
    /// R before, 0..=1.
    pub before: f64,
    /// R after, 0..=1.
    pub after: f64,
}

/// What there is to say of the way to a goal.
#[derive(Clone, Debug, PartialEq)]
pub enum Way {
    /// R is there already.
    Reached,
    /// The cheapest path.
    Path(Path),
    /// No path leads there; the best R within reach, 0..=1.
    OutOfReach(f64),
}

/// The path of least total effort to an R of `goal`, 0..=1; of equals the one with the highest R, of
/// these the one whose steps are on the earliest factors. `None` where the round has no outcome.
///
/// Exact: all 5^4 lifts of each side are listed, those that another one beats in effort and value
/// are left out, and every pair of what remains is looked at (MODEL section 6, ours). Factors that
/// do not apply stay out. One step is one level better, cut at the scale's end at full effort.
#[must_use]
pub fn cheapest_path(
    result: &RoundResult,
    efforts: PerFactor<Effort>,
    goal: f64,
    settings: &Settings,
) -> Option<Way> {
    let now = result.outcome?.resonance;
    if now >= goal - SLACK {
        return Some(Way::Reached);
    }
    let supply = lifts(result, efforts, Side::Supply);
    let demand = lifts(result, efforts, Side::Demand);
    let mut best: Option<(Lift, Lift, f64)> = None;
    let mut highest = now;
    let (supply_front, demand_front) = (front(supply.clone()), front(demand.clone()));
    for one in &supply_front {
        for two in &demand_front {
            let resonance = (one.value * two.value).sqrt();
            highest = highest.max(resonance);
            let found = (*one, *two, resonance);
            if resonance >= goal - SLACK && best.is_none_or(|best| is_better(&found, &best)) {
                best = Some(found);
            }
        }
    }
    let Some((best_supply, best_demand, reached)) = best else {
        return Some(Way::OutOfReach(highest));
    };
    let effort = best_supply.effort + best_demand.effort;
    let steps = steps_of(&best_supply, &best_demand);
    let order = in_order(result, efforts, steps, Equals::Earliest, settings)?;
    let alike = Alike::of(&supply, &demand, effort, reached);
    let weakest = alike
        .weakest
        .map_or(steps, |(one, two)| steps_of(&one, &two));
    Some(Way::Path(Path {
        resonance: order.last().map_or(now, |step| step.after),
        effort,
        steps,
        order,
        equally_cheap: alike.ways,
        weakest_first: in_order(result, efforts, weakest, Equals::Weakest, settings)?,
        searched: Searched {
            lifts: PerSide {
                supply: supply.len(),
                demand: demand.len(),
            },
            kept: PerSide {
                supply: supply_front.len(),
                demand: demand_front.len(),
            },
        },
    }))
}

fn steps_of(supply: &Lift, demand: &Lift) -> PerFactor<u8> {
    let mut steps = PerFactor::default();
    for (side, lift) in [(Side::Supply, supply), (Side::Demand, demand)] {
        for (factor, count) in side.factors().into_iter().zip(lift.steps) {
            steps[factor] = count;
        }
    }
    steps
}

/// Less effort, then a higher R, then steps on earlier factors.
fn is_better(one: &(Lift, Lift, f64), other: &(Lift, Lift, f64)) -> bool {
    let effort = |found: &(Lift, Lift, f64)| found.0.effort + found.1.effort;
    match effort(one).cmp(&effort(other)) {
        std::cmp::Ordering::Less => return true,
        std::cmp::Ordering::Greater => return false,
        std::cmp::Ordering::Equal => {}
    }
    if (one.2 - other.2).abs() > SLACK {
        return one.2 > other.2;
    }
    (one.0.steps, one.1.steps) > (other.0.steps, other.1.steps)
}

/// All lifts of a side.
fn lifts(result: &RoundResult, efforts: PerFactor<Effort>, side: Side) -> Vec<Lift> {
    let factors = side.factors();
    let weights = result.sides.of(side).weights;
    let mut all = vec![Lift {
        steps: [0; 4],
        effort: 0,
        value: 0.0,
        ends: [1.0; 4],
    }];
    for (place, factor) in factors.into_iter().enumerate() {
        let found = &result.factors[factor];
        let Some(score) = found.score.filter(|_| found.state == FactorState::Scored) else {
            continue;
        };
        let mut more = Vec::with_capacity(all.len() * usize::from(MOST_STEPS + 1));
        for lift in &all {
            for count in 0..=MOST_STEPS {
                let before = levels_better(score, factor, f64::from(count) - 1.0);
                let after = levels_better(score, factor, f64::from(count));
                // A step from the scale's end leads nowhere.
                if count > 0 && (after - before).abs() < SLACK {
                    break;
                }
                let mut next = *lift;
                next.steps[place] = count;
                next.effort += u32::from(count) * u32::from(efforts[factor].value());
                next.value += weights[place] * orient(after, factor);
                next.ends[place] = orient(after, factor);
                more.push(next);
            }
        }
        all = more;
    }
    all
}

/// Those that no other one beats: for each effort the highest value, and only where it is higher
/// than with less effort.
fn front(mut lifts: Vec<Lift>) -> Vec<Lift> {
    lifts.sort_by(|one, two| {
        let by_effort = one.effort.cmp(&two.effort);
        by_effort.then(two.value.total_cmp(&one.value))
    });
    let mut front: Vec<Lift> = Vec::new();
    for lift in lifts {
        match front.last_mut() {
            Some(last) if lift.value > last.value + SLACK => front.push(lift),
            // Alike but for rounding: the one on earlier factors stands.
            Some(last)
                if lift.effort == last.effort
                    && (lift.value - last.value).abs() <= SLACK
                    && lift.steps > last.steps =>
            {
                *last = lift;
            }
            Some(_) => {}
            None => front.push(lift),
        }
    }
    front
}

/// Which of steps that lift R alike comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Equals {
    /// That on the earliest factor.
    Earliest,
    /// That on the least favourable factor.
    Weakest,
}

/// The steps one by one, each time the one that lifts R most.
fn in_order(
    result: &RoundResult,
    efforts: PerFactor<Effort>,
    steps: PerFactor<u8>,
    equals: Equals,
    settings: &Settings,
) -> Option<Vec<PathStep>> {
    let mut left = steps;
    let mut scores: Vec<(Factor, f64)> = Factor::ALL
        .into_iter()
        .filter_map(|factor| Some((factor, result.factors[factor].score?)))
        .collect();
    let mut before = result.outcome?.resonance;
    let mut order = Vec::new();
    while left.iter().any(|(_, count)| *count > 0) {
        let mut best: Option<(usize, PathStep)> = None;
        for (place, (factor, score)) in scores.iter().enumerate() {
            if left[*factor] == 0 {
                continue;
            }
            let to = levels_better(*score, *factor, 1.0);
            let mut moved = scores.clone();
            moved[place].1 = to;
            let after = outcome_with(result, &moved, settings)?.resonance;
            let first = best.is_none_or(|(_, best)| {
                let weaker = || orient(*score, *factor) < orient(best.from, best.factor) - SLACK;
                after > best.after + SLACK
                    || equals == Equals::Weakest && after > best.after - SLACK && weaker()
            });
            if first {
                let step = PathStep {
                    factor: *factor,
                    from: *score,
                    to,
                    effort: efforts[*factor].value(),
                    before,
                    after,
                };
                best = Some((place, step));
            }
        }
        let (place, step) = best?;
        scores[place].1 = step.to;
        left[step.factor] -= 1;
        before = step.after;
        order.push(step);
    }
    Some(order)
}
