//! Entropy weights: what the data of a portfolio would weigh by where its members differ.

use super::result::RoundResult;
use crate::model::{Factor, PerFactor, Side, Weights};

/// From this many enterprises on entropy weights say anything.
pub const FEWEST_FOR_ENTROPY: usize = 8;

/// Weights of columns by how far the rows differ in them; they sum to 1. A column in which all rows
/// are alike weighs nothing; where all columns are such, all weigh the same. `None` with fewer than
/// two rows, rows of unequal length, or values that are negative or not finite.
///
/// Source: Shannon entropy weights, `w_j = (1 - e_j) / sum (1 - e_k)` with
/// `e_j = -sum p_ij ln p_ij / ln n`.
#[must_use]
pub fn entropy_weights(rows: &[Vec<f64>]) -> Option<Vec<f64>> {
    let columns = rows.first()?.len();
    let sound = |value: &f64| value.is_finite() && *value >= 0.0;
    if rows.len() < 2
        || rows
            .iter()
            .any(|row| row.len() != columns || !row.iter().all(sound))
        || columns == 0
    {
        return None;
    }
    Some(weights_of(&entropies(rows, columns)))
}

/// The entropy of each column of at least two sound rows, 0..=1; 1 where all rows are alike.
fn entropies(rows: &[Vec<f64>], columns: usize) -> Vec<f64> {
    let most = (rows.len() as f64).ln();
    (0..columns)
        .map(|column| {
            let total: f64 = rows.iter().map(|row| row[column]).sum();
            if total <= 0.0 {
                return 1.0;
            }
            let entropy: f64 = rows
                .iter()
                .map(|row| row[column] / total)
                .filter(|share| *share > 0.0)
                .map(|share| -share * share.ln())
                .sum();
            (entropy / most).min(1.0)
        })
        .collect()
}

/// `w_j = (1 - e_j) / sum (1 - e_k)`.
fn weights_of(entropies: &[f64]) -> Vec<f64> {
    let columns = entropies.len();
    let total: f64 = entropies.iter().map(|entropy| 1.0 - entropy).sum();
    // Below this all columns are constant but for rounding.
    if total < 1e-12 {
        return vec![1.0 / columns as f64; columns];
    }
    let divergences = entropies.iter().map(|entropy| (1.0 - entropy) / total);
    divergences.collect()
}

/// What the differences in a portfolio would weigh, and by which entropies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PortfolioEntropy {
    /// How many complete enterprises it rests on, [`FEWEST_FOR_ENTROPY`] and up.
    pub enterprises: usize,
    /// The entropy e of each factor, 0..=1; 1 where all enterprises are alike.
    pub entropies: PerFactor<f64>,
    /// The weights, side by side.
    pub weights: Weights,
}

/// The weights that the differences among complete results would give, side by side; `None` with
/// fewer than [`FEWEST_FOR_ENTROPY`] of them. Results with a factor that does not apply do not count.
///
/// Favourabilities stand on fixed bounds already, so nothing is rescaled by the portfolio (ours,
/// MODEL section 8: a comparison, never the default).
#[must_use]
pub fn portfolio_entropy<'a>(
    results: impl Iterator<Item = &'a RoundResult>,
) -> Option<PortfolioEntropy> {
    let mut rows: [Vec<Vec<f64>>; 2] = [Vec::new(), Vec::new()];
    for result in results {
        let of_side = |side: Side| -> Option<Vec<f64>> {
            let factors = side.factors().into_iter();
            factors
                .map(|factor| result.factors[factor].favourability)
                .collect()
        };
        if let (Some(supply), Some(demand)) = (of_side(Side::Supply), of_side(Side::Demand)) {
            rows[0].push(supply);
            rows[1].push(demand);
        }
    }
    if rows[0].len() < FEWEST_FOR_ENTROPY {
        return None;
    }
    let found = rows.each_ref().map(|rows| entropies(rows, 4));
    let weights = found.each_ref().map(|side| weights_of(side));
    let place = |factor: Factor| (factor.index() / 4, factor.index() % 4);
    let of = |values: &[Vec<f64>; 2], factor: Factor| values[place(factor).0][place(factor).1];
    let points = PerFactor::from_fn(|factor| of(&weights, factor));
    Some(PortfolioEntropy {
        enterprises: rows[0].len(),
        entropies: PerFactor::from_fn(|factor| of(&found, factor)),
        weights: Weights::from_points(points).ok()?,
    })
}
