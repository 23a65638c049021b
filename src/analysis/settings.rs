//! What an evaluation depends on besides the round.

use crate::model::{Aggregation, Weights, Workbook};

/// What an evaluation depends on besides the round itself.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Settings {
    /// How several respondents become one score.
    pub aggregation: Aggregation,
    /// Weights of the factors inside their sides.
    pub weights: Weights,
}

impl Settings {
    /// The settings a workbook holds.
    #[must_use]
    pub fn of(workbook: &Workbook) -> Self {
        Self {
            aggregation: workbook.aggregation,
            weights: workbook.weights(),
        }
    }
}
