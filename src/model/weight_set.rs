//! Weights kept under a name, with the judgements they come from.

use super::{
    factor::{Factor, PerFactor, Side},
    id::WeightSetId,
    weights::Weights,
};

/// Weights of the factors under a name.
#[derive(Clone, Debug, PartialEq)]
pub struct WeightSet {
    /// Identity of the set.
    pub id: WeightSetId,
    /// The name as typed.
    pub name: String,
    /// How they were found.
    pub method: WeightMethod,
    /// The weights as the method gave them.
    pub weights: Weights,
}

/// How weights are found.
#[derive(Clone, Debug, PartialEq)]
pub enum WeightMethod {
    /// Points, 0 and up, for each factor: how much it is worth to swing it from worst to best.
    Points(PerFactor<f64>),
    /// Comparisons in pairs (the analytic hierarchy process).
    Pairs(Box<Judgements>),
}

/// How many times as important one factor of a side is as another, on Saaty's scale from 1/9 to 9.
///
/// Only the upper triangle is kept; the lower one holds the reciprocals.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgements {
    supply: [f64; 6],
    demand: [f64; 6],
}

/// The pairs of a side's four factors, in the order in which judgements are kept.
pub const FACTOR_PAIRS: [(usize, usize); 6] = [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)];

impl Judgements {
    /// The judgements of both sides in the order of [`FACTOR_PAIRS`]; `None` where one is not within
    /// 1/9..=9.
    #[must_use]
    pub fn new(supply: [f64; 6], demand: [f64; 6]) -> Option<Self> {
        // A ninth as a file's text may be a hair off.
        let within = |value: &f64| (1.0 / 9.0 - 1e-9..=9.0 + 1e-9).contains(value);
        (supply.iter().all(within) && demand.iter().all(within)).then_some(Self { supply, demand })
    }

    /// A side's judgements in the order of [`FACTOR_PAIRS`].
    #[must_use]
    pub const fn of(&self, side: Side) -> &[f64; 6] {
        match side {
            Side::Supply => &self.supply,
            Side::Demand => &self.demand,
        }
    }

    /// The same with one judgement changed.
    #[must_use]
    pub fn with(&self, side: Side, pair: usize, value: f64) -> Option<Self> {
        let mut changed = self.clone();
        let row = match side {
            Side::Supply => &mut changed.supply,
            Side::Demand => &mut changed.demand,
        };
        *row.get_mut(pair)? = value;
        Self::new(changed.supply, changed.demand)
    }

    /// The full reciprocal matrix of a side, in factor order.
    #[must_use]
    pub fn matrix(&self, side: Side) -> [[f64; 4]; 4] {
        let mut matrix = [[1.0; 4]; 4];
        for ((row, column), value) in FACTOR_PAIRS.into_iter().zip(self.of(side)) {
            matrix[row][column] = *value;
            matrix[column][row] = 1.0 / value;
        }
        matrix
    }

    /// The two factors of a pair.
    #[must_use]
    pub fn factors(side: Side, pair: usize) -> Option<(Factor, Factor)> {
        let (one, two) = *FACTOR_PAIRS.get(pair)?;
        Some((side.factors()[one], side.factors()[two]))
    }
}

impl Default for Judgements {
    fn default() -> Self {
        Self {
            supply: [1.0; 6],
            demand: [1.0; 6],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_matrix_is_reciprocal_and_judgements_stay_on_the_scale() {
        let judgements = Judgements::new([2.0, 3.0, 4.0, 5.0, 6.0, 7.0], [1.0; 6]);
        let Some(judgements) = judgements else {
            panic!("all of them are on the scale");
        };
        let matrix = judgements.matrix(Side::Supply);
        for (row, values) in matrix.iter().enumerate() {
            for (column, value) in values.iter().enumerate() {
                assert!((value * matrix[column][row] - 1.0).abs() < 1e-12);
            }
        }
        assert!((matrix[1][3] - 6.0).abs() < f64::EPSILON);
        assert!(Judgements::new([0.1; 6], [1.0; 6]).is_none());
        assert!(judgements.with(Side::Demand, 6, 2.0).is_none());
        assert!(judgements.with(Side::Demand, 5, f64::NAN).is_none());
    }
}
