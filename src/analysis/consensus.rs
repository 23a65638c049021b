//! How far respondents agree: on one factor, and on the order of the factors.

use super::result::ConsensusBand;

/// Slack for comparisons against limits, so that binary dust does not move a value over one.
pub(super) const SLACK: f64 = 1e-9;

/// Tastle and Wierman's consensus of weighted scores, 0 (split between the ends) to 1 (unanimous):
/// `1 + sum of p_i log2(1 - |x_i - mean| / width)` with p the normalised weights.
///
/// `width` is the highest level minus the lowest possible one (4 on our scale), never the observed
/// range. `None` with fewer than two scores or no positive weight.
///
/// Source: Tastle and Wierman 2007, Int. J. Approximate Reasoning 45(3):531-545; summed over
/// respondents instead of levels, because scores may be fractional.
#[must_use]
pub fn consensus(levels_and_weights: &[(f64, f64)], width: f64) -> Option<f64> {
    if levels_and_weights.len() < 2 {
        return None;
    }
    let total: f64 = levels_and_weights.iter().map(|(_, weight)| weight).sum();
    if total <= 0.0 || !total.is_finite() {
        return None;
    }
    let mean = levels_and_weights
        .iter()
        .map(|(level, weight)| level * weight / total)
        .sum::<f64>();
    let sum: f64 = levels_and_weights
        .iter()
        .filter(|(_, weight)| *weight > 0.0)
        .map(|(level, weight)| {
            // The logarithm's argument is 0 only where all the weight lies at the other end.
            let nearness = (1.0 - (level - mean).abs() / width).max(f64::MIN_POSITIVE);
            weight / total * nearness.log2()
        })
        .sum();
    Some((1.0 + sum).clamp(0.0, 1.0))
}

/// Kendall's coefficient of concordance W with tie correction, 0..=1: how far raters put the same
/// items into the same order.
///
/// `rows[r][i]` is rater r's value of item i; ranks (average ranks for ties) are taken inside each
/// row, `W = 12 Q / (m^2 (n^3 - n) - m T)`. `None` with fewer than two raters or items, rows of
/// unequal length, or when every rater ties everything.
///
/// Source: Kendall and Babington Smith 1939; tie correction as in irr's `kendall`.
#[must_use]
pub fn kendall_w(rows: &[Vec<f64>]) -> Option<f64> {
    KendallParts::of(rows)?.value()
}

/// What Kendall's W is made of; see [`kendall_w`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KendallParts {
    /// How many raters, m, 2 and up.
    pub raters: usize,
    /// How many items, n, 2 and up.
    pub items: usize,
    /// Q: squared distances of the items' rank sums from their mean, summed; 0 and up.
    pub spread: f64,
    /// T: `t^3 - t` summed over every group of t equals of every rater; 0 and up.
    pub ties: f64,
}

impl KendallParts {
    /// Counts them; `None` with fewer than two raters or items and with rows of unequal length.
    #[must_use]
    pub fn of(rows: &[Vec<f64>]) -> Option<Self> {
        let (raters, items) = (rows.len(), rows.first()?.len());
        if raters < 2 || items < 2 || rows.iter().any(|row| row.len() != items) {
            return None;
        }
        let mut sums = vec![0.0; items];
        let mut ties = 0.0;
        for row in rows {
            let (ranks, row_ties) = average_ranks(row);
            for (sum, rank) in sums.iter_mut().zip(ranks) {
                *sum += rank;
            }
            ties += row_ties;
        }
        let mean = sums.iter().sum::<f64>() / items as f64;
        Some(Self {
            raters,
            items,
            spread: sums.iter().map(|sum| (sum - mean).powi(2)).sum(),
            ties,
        })
    }

    /// W, 0..=1; `None` where every rater ties everything.
    #[must_use]
    pub fn value(&self) -> Option<f64> {
        let (m, n) = (self.raters as f64, self.items as f64);
        let denominator = m * m * (n.powi(3) - n) - m * self.ties;
        (denominator > SLACK).then(|| (12.0 * self.spread / denominator).clamp(0.0, 1.0))
    }
}

/// Average ranks of a row from 1 up, and its tie term: the sum of `t^3 - t` over groups of equals.
fn average_ranks(row: &[f64]) -> (Vec<f64>, f64) {
    let mut order: Vec<usize> = (0..row.len()).collect();
    order.sort_by(|one, two| row[*one].total_cmp(&row[*two]));
    let mut ranks = vec![0.0; row.len()];
    let mut ties = 0.0;
    let mut start = 0;
    while start < order.len() {
        let mut end = start + 1;
        while end < order.len() && (row[order[end]] - row[order[start]]).abs() <= SLACK {
            end += 1;
        }
        let size = (end - start) as f64;
        // Ranks start + 1 ..= end share their mean.
        let rank = (start + 1 + end) as f64 / 2.0;
        for index in &order[start..end] {
            ranks[*index] = rank;
        }
        ties += size.powi(3) - size;
        start = end;
    }
    (ranks, ties)
}

impl ConsensusBand {
    /// The band of a consensus value 0..=1 (ours; 0.434 is the consensus of one vote on each of
    /// five levels).
    #[must_use]
    pub fn of(consensus: f64) -> Self {
        match consensus + SLACK {
            value if value < 0.434 => Self::TwoCamps,
            value if value < 0.60 => Self::SpreadOut,
            value if value < 0.80 => Self::MostlyAgreed,
            _ => Self::Agreed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_voice_has_no_consensus_and_an_extreme_weight_gives_no_infinity() {
        assert_eq!(consensus(&[(3.0, 1.0)], 4.0), None);
        let found = consensus(&[(1.0, 1e300), (5.0, 1e-300)], 4.0).unwrap();
        assert!((0.0..=1.0).contains(&found));
    }

    #[test]
    fn concordance_is_one_for_equal_orders_and_nothing_where_all_tie() {
        let same = vec![vec![1.0, 2.0, 3.0], vec![10.0, 20.0, 30.0]];
        assert!((kendall_w(&same).unwrap() - 1.0).abs() < 1e-12);
        assert_eq!(kendall_w(&[vec![3.0; 4], vec![3.0; 4]]), None);
        assert_eq!(kendall_w(&[vec![1.0, 2.0]]), None);
    }

    #[test]
    fn the_bands_begin_at_their_limits() {
        assert_eq!(ConsensusBand::of(0.433), ConsensusBand::TwoCamps);
        assert_eq!(ConsensusBand::of(0.434), ConsensusBand::SpreadOut);
        assert_eq!(ConsensusBand::of(0.6), ConsensusBand::MostlyAgreed);
        assert_eq!(ConsensusBand::of(0.8), ConsensusBand::Agreed);
    }
}
