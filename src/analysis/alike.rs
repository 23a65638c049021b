//! Ways that cost the same and reach the same: how many there are, and which of them lifts the weakest.

use std::{cmp::Ordering, collections::BTreeMap};

use super::{consensus::SLACK, lift::Lift};

/// All pairs of lifts of one effort that come to one R.
pub(super) struct Alike {
    /// How many there are.
    pub ways: u64,
    /// The one that lifts the weakest factors; `None` where there is no way at all.
    pub weakest: Option<(Lift, Lift)>,
}

/// Lifts of a side of the same effort and value.
struct Bundle {
    count: u64,
    value: f64,
    weakest: Lift,
}

impl Alike {
    /// Looks through all lifts of both sides for those of an effort and an R, 0..=1. What is alike inside a
    /// side is bundled first, so that not every pair has to be looked at.
    pub fn of(supply: &[Lift], demand: &[Lift], effort: u32, resonance: f64) -> Self {
        let (supply, demand) = (bundles(supply), bundles(demand));
        let mut found = Self {
            ways: 0,
            weakest: None,
        };
        for (of_supply, ones) in supply.range(..=effort) {
            let Some(twos) = demand.get(&(effort - of_supply)) else {
                continue;
            };
            for one in ones {
                for two in twos {
                    if ((one.value * two.value).sqrt() - resonance).abs() > SLACK {
                        continue;
                    }
                    found.ways += one.count * two.count;
                    let pair = (one.weakest, two.weakest);
                    let better = found.weakest.as_ref().is_none_or(|best| {
                        let ends = |pair: &(Lift, Lift)| {
                            sorted(pair.0.ends.into_iter().chain(pair.1.ends))
                        };
                        by_ends(&ends(&pair), &ends(best)) == Ordering::Greater
                    });
                    if better {
                        found.weakest = Some(pair);
                    }
                }
            }
        }
        found
    }
}

/// The lifts of a side by effort, those of the same value together.
fn bundles(lifts: &[Lift]) -> BTreeMap<u32, Vec<Bundle>> {
    let mut found: BTreeMap<u32, Vec<Bundle>> = BTreeMap::new();
    for lift in lifts {
        let of_effort = found.entry(lift.effort).or_default();
        let same = |bundle: &&mut Bundle| (bundle.value - lift.value).abs() <= SLACK;
        let Some(bundle) = of_effort.iter_mut().find(same) else {
            of_effort.push(Bundle {
                count: 1,
                value: lift.value,
                weakest: *lift,
            });
            continue;
        };
        bundle.count += 1;
        let (own, best) = (sorted(lift.ends), sorted(bundle.weakest.ends));
        // Of equals the one on earlier factors.
        let order = by_ends(&own, &best).then(lift.steps.cmp(&bundle.weakest.steps));
        if order == Ordering::Greater {
            bundle.weakest = *lift;
        }
    }
    found
}

fn sorted(ends: impl IntoIterator<Item = f64>) -> Vec<f64> {
    let mut ends: Vec<f64> = ends.into_iter().collect();
    ends.sort_by(f64::total_cmp);
    ends
}

/// The lowest decides, then the second lowest, and so on; rounding decides nothing.
fn by_ends(one: &[f64], two: &[f64]) -> Ordering {
    one.iter()
        .zip(two)
        .find(|(one, two)| (*one - *two).abs() > SLACK)
        .map_or(Ordering::Equal, |(one, two)| one.total_cmp(two))
}
