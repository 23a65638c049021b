//! From a round to what it says: pure functions of model and settings.
//!
//! One entry, [`evaluate`], computes everything a screen, a report or a command shows of a round,
//! so that no two of them can disagree.

mod result;

pub use result::{
    Band, ConsensusBand, CoordinationClass, Dot, FactorResult, FactorState, Lead, Outcome, PerSide,
    RoundResult, SideResult, Spread,
};

use crate::model::{Aggregation, Round, Weights, Workbook};

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
    pub const fn of(workbook: &Workbook) -> Self {
        Self {
            aggregation: workbook.aggregation,
            weights: workbook.weights,
        }
    }
}

/// Computes everything a round says.
#[must_use]
pub fn evaluate(_round: &Round, _settings: &Settings) -> RoundResult {
    todo!()
}
