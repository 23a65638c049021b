//! How a portfolio is distributed: R by group, and favourabilities by group and factor.

use std::collections::BTreeMap;

use super::quantile::quantile;
use crate::model::{Factor, PerFactor};

/// Groups of fewer members show no figures, so that nobody's scores can be read off (ours).
pub const FEWEST_IN_A_GROUP: usize = 5;

/// One group of a distribution.
#[derive(Clone, Debug, PartialEq)]
pub struct Group<K> {
    /// What its members share: a sector, say.
    pub key: K,
    /// How many members have a value.
    pub count: usize,
    /// Their values; `None` in a group of fewer than [`FEWEST_IN_A_GROUP`].
    pub figures: Option<Figures>,
}

/// Order statistics of a group, on the scale of its values. Quartiles interpolate linearly (Hyndman
/// and Fan 1996, type 7).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figures {
    /// The lowest value.
    pub min: f64,
    /// First quartile.
    pub lower_quartile: f64,
    /// The middle.
    pub median: f64,
    /// Third quartile.
    pub upper_quartile: f64,
    /// The highest value.
    pub max: f64,
}

/// One row of the heat map of groups and factors.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatRow<K> {
    /// What its members share.
    pub key: K,
    /// How many members the group has, scored or not.
    pub count: usize,
    /// What they say of each factor.
    pub cells: PerFactor<HeatCell>,
}

/// What a group says of one factor.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct HeatCell {
    /// How many members have a favourability there.
    pub count: usize,
    /// The plain mean of their favourabilities, 0..=1; `None` for fewer than [`FEWEST_IN_A_GROUP`].
    pub mean: Option<f64>,
}

/// The distribution of values by group, in the order of the keys. Values that are not finite do not
/// count; every member counts alike.
///
/// An overall figure beside the groups can give a suppressed one away by subtraction where only one is
/// suppressed; whoever shows both a mean of all and the means of groups has to mind that.
#[must_use]
pub fn by_group<K: Ord>(values: impl IntoIterator<Item = (K, f64)>) -> Vec<Group<K>> {
    let mut groups: BTreeMap<K, Vec<f64>> = BTreeMap::new();
    for (key, value) in values {
        let group = groups.entry(key).or_default();
        if value.is_finite() {
            group.push(value);
        }
    }
    groups
        .into_iter()
        .map(|(key, values)| Group {
            key,
            count: values.len(),
            figures: (values.len() >= FEWEST_IN_A_GROUP)
                .then(|| Figures::of(values))
                .flatten(),
        })
        .collect()
}

/// Mean favourabilities by group and factor, in the order of the keys. A factor without a
/// favourability (missing, not applicable or withheld) does not count in its cell.
#[must_use]
pub fn heat_map<K: Ord>(
    members: impl IntoIterator<Item = (K, PerFactor<Option<f64>>)>,
) -> Vec<HeatRow<K>> {
    let mut groups: BTreeMap<K, (usize, PerFactor<(usize, f64)>)> = BTreeMap::new();
    for (key, favourabilities) in members {
        let (count, sums) = groups.entry(key).or_default();
        *count += 1;
        for (factor, value) in favourabilities.iter() {
            if let Some(value) = value {
                sums[factor].0 += 1;
                sums[factor].1 += value;
            }
        }
    }
    groups
        .into_iter()
        .map(|(key, (count, sums))| HeatRow {
            key,
            count,
            cells: PerFactor::from_fn(|factor: Factor| {
                let (count, sum) = sums[factor];
                HeatCell {
                    count,
                    mean: (count >= FEWEST_IN_A_GROUP).then(|| sum / count as f64),
                }
            }),
        })
        .collect()
}

impl Figures {
    /// The figures of some finite values; `None` without any.
    #[must_use]
    pub fn of(mut values: Vec<f64>) -> Option<Self> {
        values.sort_by(f64::total_cmp);
        Some(Self {
            min: *values.first()?,
            lower_quartile: quantile(&values, 0.25),
            median: quantile(&values, 0.5),
            upper_quartile: quantile(&values, 0.75),
            max: *values.last()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_of_four_shows_no_figures_and_one_of_five_does() {
        let values = [0.5, 0.1, 0.4, 0.2, 0.3].map(|value| ("farming", value));
        let four = [0.9, 0.8, 0.7, 0.6].map(|value| ("mining", value));
        let found = by_group(four.into_iter().chain(values));
        assert_eq!((found[0].key, found[0].count), ("farming", 5));
        // Type 7 on five values: the quartiles are the second and the fourth.
        let expected = Figures {
            min: 0.1,
            lower_quartile: 0.2,
            median: 0.3,
            upper_quartile: 0.4,
            max: 0.5,
        };
        assert_eq!(found[0].figures, Some(expected));
        assert_eq!((found[1].count, found[1].figures), (4, None));
    }

    #[test]
    fn quartiles_lie_between_two_values_where_they_must() {
        // Six values: position 0.25 * 5 = 1.25 from 0, so 0.2 + 0.25 * 0.1.
        let values = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6].map(|value| ((), value));
        let figures = by_group(values)[0].figures;
        assert!(figures.is_some_and(|found| (found.lower_quartile - 0.225).abs() < 1e-12));
        assert!(figures.is_some_and(|found| (found.median - 0.35).abs() < 1e-12));
    }

    #[test]
    fn a_cell_counts_only_who_has_a_score_and_is_suppressed_alone() {
        let mut members = vec![PerFactor::from_fn(|_| Some(0.5)); 4];
        let mut fifth = PerFactor::from_fn(|_| Some(1.0));
        fifth[Factor::SocialImpact] = None;
        members.push(fifth);
        let found = heat_map(members.into_iter().map(|member| ("all", member)));
        assert_eq!(found[0].count, 5);
        let costs = found[0].cells[Factor::ExpectedCosts];
        assert_eq!(costs.count, 5);
        assert!(costs.mean.is_some_and(|mean| (mean - 0.6).abs() < 1e-12));
        let social = found[0].cells[Factor::SocialImpact];
        assert_eq!((social.count, social.mean), (4, None));
    }

    #[test]
    fn what_is_no_number_does_not_count_and_nobody_gives_nothing() {
        let found = by_group([("a", f64::NAN), ("a", 0.5)]);
        assert_eq!((found[0].count, found[0].figures), (1, None));
        assert_eq!(by_group(Vec::<(u8, f64)>::new()), Vec::new());
        assert_eq!(Figures::of(Vec::new()), None);
    }
}
