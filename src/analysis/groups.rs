//! Who sees it differently: single respondents far from the others, and groups of them.

use std::collections::BTreeSet;

use super::result::{Dot, RoundResult};
use crate::model::{Factor, RespondentId, orient};

/// From this many levels away from the mean of the others somebody is far from the room (ours).
pub const FAR_FROM: f64 = 1.0;

/// Somebody far from the others on a factor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Far {
    /// The factor.
    pub factor: Factor,
    /// Who.
    pub respondent: RespondentId,
    /// Their score as scored, 1..=5.
    pub own: f64,
    /// The weighted mean of the others' scores as scored, 1..=5.
    pub others: f64,
}

/// Everybody who is more than one level from the mean of the others on a factor, furthest first; of
/// equals in model order of the factors, then in panel order. Factors scored by fewer than three
/// respondents say nothing of anybody.
///
/// Source: ours (the mean leaves out the one who is compared with it).
#[must_use]
pub fn far_from_the_room(result: &RoundResult) -> Vec<Far> {
    let mut found = Vec::new();
    for (factor, scored) in result.factors.iter() {
        if scored.dots.len() < 3 {
            continue;
        }
        for dot in &scored.dots {
            let others = scored.dots.iter();
            let Some(mean) = mean(others.filter(|other| other.respondent != dot.respondent)) else {
                continue;
            };
            if (dot.level - mean).abs() > FAR_FROM + 1e-9 {
                found.push(Far {
                    factor,
                    respondent: dot.respondent,
                    own: dot.level,
                    others: mean,
                });
            }
        }
    }
    let distance = |far: &Far| (far.own - far.others).abs();
    found.sort_by(|one, two| distance(two).total_cmp(&distance(one)));
    found
}

/// Two groups on one factor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GroupRow {
    /// The factor.
    pub factor: Factor,
    /// Weighted mean of the first group as scored, 1..=5, and of how many.
    pub first: (f64, usize),
    /// The same of the second group.
    pub second: (f64, usize),
    /// How much more favourable the first group is, -1..=1.
    pub difference: f64,
}

/// Compares two groups factor by factor, the widest difference first; of equals in model order.
/// Factors that nobody of a group scored are left out.
///
/// Source: ours (difference of the groups' weighted mean favourabilities).
#[must_use]
pub fn compare_groups(
    result: &RoundResult,
    first: &BTreeSet<RespondentId>,
    second: &BTreeSet<RespondentId>,
) -> Vec<GroupRow> {
    let mut rows = Vec::new();
    for (factor, scored) in result.factors.iter() {
        let of = |group: &BTreeSet<RespondentId>| {
            let members = || {
                scored
                    .dots
                    .iter()
                    .filter(|dot| group.contains(&dot.respondent))
            };
            Some((mean(members())?, members().count()))
        };
        let (Some(first), Some(second)) = (of(first), of(second)) else {
            continue;
        };
        rows.push(GroupRow {
            factor,
            first,
            second,
            difference: orient(first.0, factor) - orient(second.0, factor),
        });
    }
    rows.sort_by(|one, two| two.difference.abs().total_cmp(&one.difference.abs()));
    rows
}

fn mean<'a>(dots: impl Iterator<Item = &'a Dot>) -> Option<f64> {
    let (mut sum, mut total) = (0.0, 0.0);
    for dot in dots {
        sum += dot.level * dot.weight;
        total += dot.weight;
    }
    (total > 0.0).then(|| sum / total)
}

/// What Kendall's W, 0..=1, says in plain words (bands are ours).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Concordance {
    /// Below 0.3: everybody has an order of their own.
    Little,
    /// 0.3 to 0.5: a common thread.
    Some,
    /// 0.5 to 0.7: much alike.
    Much,
    /// 0.7 and more: nearly one order.
    Strong,
}

impl Concordance {
    /// The band of a W; left-closed on the unrounded value.
    #[must_use]
    pub fn of(w: f64) -> Self {
        match w + 1e-9 {
            value if value < 0.3 => Self::Little,
            value if value < 0.5 => Self::Some,
            value if value < 0.7 => Self::Much,
            _ => Self::Strong,
        }
    }
}
