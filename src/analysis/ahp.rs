//! The analytic hierarchy process: weights from comparisons in pairs, and how consistent these are.

/// Weights of some items from their comparisons, with what says how far to trust them.
#[derive(Clone, Debug, PartialEq)]
pub struct Hierarchy<const N: usize> {
    /// Weights in the items' order; they sum to 1.
    pub weights: [f64; N],
    /// The principal eigenvalue, at least the number of items.
    pub largest_eigenvalue: f64,
    /// `(lambda - n) / (n - 1)`, 0 where the judgements fit together exactly.
    pub consistency_index: f64,
    /// The index over Saaty's random index; over 0.10 the judgements contradict one another too much.
    /// 0 for fewer than three items, which cannot contradict one another.
    pub consistency_ratio: f64,
    /// The judgement that fits the others least.
    pub revisit: Option<Revisit>,
}

/// A judgement to look at again.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Revisit {
    /// The item that is compared.
    pub row: usize,
    /// The item it is compared with.
    pub column: usize,
    /// How many times as important the first one was said to be.
    pub judged: f64,
    /// What would fit the other judgements, on Saaty's scale: 1 to 9, or one of their reciprocals.
    pub fitting: f64,
}

/// Above this the judgements contradict one another too much.
///
/// Source: Saaty 1980.
pub const CONSISTENT_UP_TO: f64 = 0.10;

/// Consistency index of random matrices of 1, 2, … items.
///
/// Source: Saaty 1980 (the value of 12 below that of 11 is the source's).
const RANDOM_INDEX: [f64; 15] = [
    0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59,
];

/// Weights from a positive, reciprocal matrix of 1 to 15 items: `matrix[i][j]` says how many times as
/// important item i is as item j, and `matrix[j][i]` is its reciprocal.
///
/// Source: principal eigenvector by power iteration (Saaty 1980).
#[must_use]
pub fn hierarchy<const N: usize>(matrix: &[[f64; N]; N]) -> Hierarchy<N> {
    const { assert!(N >= 1 && N <= RANDOM_INDEX.len()) };
    let items = N as f64;
    let mut weights = [1.0 / items; N];
    let mut eigenvalue = items;
    for _ in 0..1000 {
        let product: [f64; N] = matrix.map(|row| {
            row.iter()
                .zip(weights)
                .map(|(one, weight)| one * weight)
                .sum()
        });
        // The weights sum to 1, so the sum of the product is the eigenvalue once they stand still.
        eigenvalue = product.iter().sum();
        let next = product.map(|value| value / eigenvalue);
        let moved: f64 = next
            .iter()
            .zip(weights)
            .map(|(one, two)| (one - two).abs())
            .sum();
        weights = next;
        if moved < 1e-14 {
            break;
        }
    }
    let consistency_index = if N > 2 {
        ((eigenvalue - items) / (items - 1.0)).max(0.0)
    } else {
        0.0
    };
    let random = RANDOM_INDEX[N - 1];
    Hierarchy {
        consistency_ratio: if random > 0.0 {
            consistency_index / random
        } else {
            0.0
        },
        revisit: revisit(matrix, &weights),
        largest_eigenvalue: eigenvalue,
        consistency_index,
        weights,
    }
}

/// The judgement furthest from the ratio of the weights; `None` where all of them fit.
///
/// Source: ours (the largest error ratio `a_ij w_j / w_i`, after Saaty's advice on what to revisit).
fn revisit<const N: usize>(matrix: &[[f64; N]; N], weights: &[f64; N]) -> Option<Revisit> {
    let mut worst: Option<(f64, Revisit)> = None;
    for row in 0..N {
        for column in row + 1..N {
            let judged = matrix[row][column];
            let fitting = weights[row] / weights[column];
            let error = (judged / fitting).ln().abs();
            // Of equals the first pair stands; rounding decides nothing.
            if error > 1e-6 && worst.is_none_or(|(known, _)| error > known + 1e-9) {
                let fitting = on_scale(fitting);
                worst = Some((
                    error,
                    Revisit {
                        row,
                        column,
                        judged,
                        fitting,
                    },
                ));
            }
        }
    }
    worst.map(|(_, revisit)| revisit)
}

/// The nearest value of Saaty's scale: a whole number from 1 to 9 or its reciprocal.
#[must_use]
pub fn on_scale(ratio: f64) -> f64 {
    if ratio >= 1.0 {
        ratio.round().clamp(1.0, 9.0)
    } else {
        1.0 / (1.0 / ratio).round().clamp(1.0, 9.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn judgements_that_fit_give_their_own_weights_and_nothing_to_revisit() {
        let true_weights = [0.4, 0.3, 0.2, 0.1];
        let found = hierarchy(&true_weights.map(|one| true_weights.map(|two| one / two)));
        for (weight, expected) in found.weights.iter().zip(true_weights) {
            assert!((weight - expected).abs() < 1e-9);
        }
        assert!(found.consistency_ratio < 1e-9);
        assert_eq!(found.revisit, None);
    }

    #[test]
    fn the_one_judgement_that_contradicts_the_others_is_the_one_to_revisit() {
        // All alike, but the first is said to be nine times the last.
        let mut matrix = [[1.0; 4]; 4];
        matrix[0][3] = 9.0;
        matrix[3][0] = 1.0 / 9.0;
        let found = hierarchy(&matrix);
        assert!(found.consistency_ratio > CONSISTENT_UP_TO);
        let revisit = found.revisit.unwrap();
        assert_eq!((revisit.row, revisit.column), (0, 3));
        assert!(revisit.fitting < revisit.judged);
    }
}
