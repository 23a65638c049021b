//! Weights of the factors inside their sides.

use super::factor::{Factor, PerFactor, Side};

/// Weights of the eight factors; each side's four sum to 1. Equal unless set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weights(PerFactor<f64>);

/// How near to 1 a sum of weights is 1; rounding in four additions stays far below.
const SUMS_TO_ONE: f64 = 1e-12;

/// Why numbers cannot serve as weights.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum WeightsError {
    /// A weight is negative or not a finite number.
    Invalid {
        /// Whose weight.
        factor: Factor,
        /// The number found.
        value: f64,
    },
    /// All four weights of a side are 0.
    EmptySide {
        /// Which side.
        side: Side,
    },
}

impl Default for Weights {
    fn default() -> Self {
        Self(PerFactor::from_fn(|_| 0.25))
    }
}

impl Weights {
    /// Scales each side's four points to sum to 1.
    ///
    /// # Errors
    /// When a point is negative or not finite, or a side's points are all 0.
    pub fn from_points(points: PerFactor<f64>) -> Result<Self, WeightsError> {
        for (factor, value) in points.iter() {
            if !value.is_finite() || *value < 0.0 {
                return Err(WeightsError::Invalid {
                    factor,
                    value: *value,
                });
            }
        }
        let mut weights = points;
        for side in Side::ALL {
            let total: f64 = side.factors().iter().map(|factor| points[*factor]).sum();
            if total <= 0.0 || !total.is_finite() {
                return Err(WeightsError::EmptySide { side });
            }
            // What sums to 1 already stays as it is to the last bit, however often it is scaled.
            if (total - 1.0).abs() > SUMS_TO_ONE {
                for factor in side.factors() {
                    weights[factor] = points[factor] / total;
                }
            }
        }
        Ok(Self(weights))
    }

    /// The weight of a factor inside its side, 0..=1.
    #[must_use]
    pub fn of(&self, factor: Factor) -> f64 {
        self.0[factor]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_scaled_side_by_side() -> Result<(), WeightsError> {
        let weights = Weights::from_points(PerFactor::from_fn(|factor| match factor.side() {
            Side::Supply => 2.0,
            Side::Demand => 50.0,
        }))?;
        assert_eq!(weights, Weights::default());
        Ok(())
    }

    #[test]
    fn an_empty_side_and_a_negative_weight_are_refused() {
        let empty = PerFactor::from_fn(|factor| match factor.side() {
            Side::Supply => 0.0,
            Side::Demand => 1.0,
        });
        assert_eq!(
            Weights::from_points(empty),
            Err(WeightsError::EmptySide { side: Side::Supply })
        );
        let mut negative = PerFactor::from_fn(|_| 1.0);
        negative[Factor::SocialImpact] = -0.1;
        assert!(Weights::from_points(negative).is_err());
    }
}
