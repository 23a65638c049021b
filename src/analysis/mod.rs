//! From a round to what it says: pure functions of model and settings.
//!
//! One entry, [`evaluate`], computes everything a screen, a report or a command shows of a round,
//! so that no two of them can disagree.

mod aggregate;
mod consensus;
mod matrix;
mod resonance;
mod result;
mod robustness;
mod sensitivity;

pub use consensus::{consensus, kendall_w};
pub use matrix::NaturalPair;
pub use result::{
    Band, ConsensusBand, CoordinationClass, Dot, FactorResult, FactorState, Lead, Outcome, PerSide,
    RoundResult, SideResult, Spread,
};
pub use robustness::{Robustness, Tip};
pub use sensitivity::{gain, one_level_better, outcome_with};

use crate::model::{Aggregation, Factor, PerFactor, Round, Side, Weights, Workbook};

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
pub fn evaluate(round: &Round, settings: &Settings) -> RoundResult {
    let factors =
        PerFactor::from_fn(|factor| aggregate::factor_result(round, factor, settings.aggregation));
    let sides = PerSide {
        supply: resonance::side_result(&factors, Side::Supply, &settings.weights),
        demand: resonance::side_result(&factors, Side::Demand, &settings.weights),
    };
    let outcome = sides
        .supply
        .value
        .zip(sides.demand.value)
        .map(|(supply, demand)| Outcome::of(supply, demand));
    RoundResult {
        respondents: round
            .responses
            .iter()
            .filter(|response| {
                Factor::ALL
                    .into_iter()
                    .any(|factor| response.score(factor).level().is_some())
            })
            .count(),
        kendall_w: panel_concordance(round, &factors),
        matrix: matrix::matrix(&factors),
        factors,
        sides,
        outcome,
    }
}

/// Kendall's W over the factors that anybody scored, among the respondents who scored all of them;
/// ranks are taken of favourabilities, so that inverse factors count the right way round.
fn panel_concordance(round: &Round, factors: &PerFactor<FactorResult>) -> Option<f64> {
    let scored: Vec<Factor> = Factor::ALL
        .into_iter()
        .filter(|factor| factors[*factor].respondents > 0)
        .collect();
    let rows: Vec<Vec<f64>> = round
        .responses
        .iter()
        .filter_map(|response| {
            scored
                .iter()
                .map(|factor| Some(response.score(*factor).level()?.favourability(*factor)))
                .collect()
        })
        .collect();
    kendall_w(&rows)
}
