//! From a round to what it says: pure functions of model and settings.
//!
//! One entry, [`evaluate`], computes everything a screen, a report or a command shows of a round,
//! so that no two of them can disagree.

mod aggregate;
mod ahp;
mod alike;
mod chance;
mod compare;
mod consensus;
mod distribution;
mod entropy;
mod groups;
mod levers;
mod matrix;
mod path;
mod planned;
mod quantile;
mod ranks;
mod resonance;
mod result;
mod robustness;
mod sensitivity;
mod uncertainty;

pub use ahp::{CONSISTENT_UP_TO, Hierarchy, HierarchyError, Revisit, hierarchy, on_scale};
pub use compare::{Compared, Comparison, Coverage, Difference, Panels};
pub use consensus::{KendallParts, consensus, kendall_w};
pub use distribution::{FEWEST_IN_A_GROUP, Figures, Group, HeatCell, HeatRow, by_group, heat_map};
pub use entropy::{FEWEST_FOR_ENTROPY, PortfolioEntropy, entropy_weights, portfolio_entropy};
pub use groups::{Concordance, FAR_FROM, Far, GroupRow, compare_groups, far_from_the_room};
pub use levers::{Lever, equal_gain, levers, widest_first};
pub use matrix::NaturalPair;
pub use path::{Path, PathStep, Searched, Way, cheapest_path};
pub use planned::{outcome_of_profile, planned, progress, result_of_profile};
pub use ranks::{
    Candidate, MOST_WITH_ALL_SHARES, Place, RankRun, Ranking, Sampling, USUAL_DRAWS, USUAL_SEED,
};
pub use resonance::{IN_STEP_WITHIN, balance, coupling_degree, strict_coupling};
pub use result::{
    Band, ConsensusBand, CoordinationClass, Dot, FactorResult, FactorState, Lead, Outcome, PerSide,
    RoundResult, SideResult, Spread,
};
pub use robustness::{Move, Robustness, Tip, moves};
pub use sensitivity::{gain, levels_better, one_level_better, outcome_with};
pub use uncertainty::{Certainty, Interval, IntervalParts, own_sides};

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
    pub fn of(workbook: &Workbook) -> Self {
        Self {
            aggregation: workbook.aggregation,
            weights: workbook.weights(),
        }
    }
}

/// Computes everything a round says.
#[must_use]
pub fn evaluate(round: &Round, settings: &Settings) -> RoundResult {
    if round.stage.hides_scores() {
        return withheld(round);
    }
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
        respondents: answered(round),
        hidden: false,
        certainty: outcome
            .as_ref()
            .and_then(|outcome| uncertainty::certainty(round, &sides, outcome)),
        kendall_w: panel_concordance(round, &factors),
        matrix: matrix::matrix(&factors),
        factors,
        sides,
        outcome,
    }
}

/// What a round says while its scores are withheld: how many answered, and nothing else.
fn withheld(round: &Round) -> RoundResult {
    let mut hidden = Round::new(round.id, String::new());
    hidden.stage = round.stage;
    let factors =
        PerFactor::from_fn(|factor| aggregate::factor_result(&hidden, factor, Aggregation::Mean));
    RoundResult {
        respondents: answered(round),
        hidden: true,
        certainty: None,
        sides: PerSide {
            supply: resonance::side_result(&factors, Side::Supply, &Weights::default()),
            demand: resonance::side_result(&factors, Side::Demand, &Weights::default()),
        },
        outcome: None,
        kendall_w: None,
        matrix: matrix::matrix(&factors),
        factors,
    }
}

/// How many respondents scored at least one factor.
fn answered(round: &Round) -> usize {
    let scored = |response: &&std::sync::Arc<crate::model::Response>| {
        let mut factors = Factor::ALL.into_iter();
        factors.any(|factor| response.score(factor).level().is_some())
    };
    round.responses.iter().filter(scored).count()
}

/// Kendall's W over the factors that anybody scored, among the respondents who scored all of them;
/// ranks are taken of favourabilities, so that inverse factors count the right way round.
fn panel_concordance(round: &Round, factors: &PerFactor<FactorResult>) -> Option<f64> {
    kendall_w(&panel_rows(round, factors))
}

/// What the W of a round's result is made of; `None` where it has none.
#[must_use]
pub fn panel_concordance_parts(round: &Round, result: &RoundResult) -> Option<KendallParts> {
    result.kendall_w?;
    KendallParts::of(&panel_rows(round, &result.factors))
}

fn panel_rows(round: &Round, factors: &PerFactor<FactorResult>) -> Vec<Vec<f64>> {
    let scored: Vec<Factor> = Factor::ALL
        .into_iter()
        .filter(|factor| factors[*factor].respondents > 0)
        .collect();
    round
        .responses
        .iter()
        .filter_map(|response| {
            scored
                .iter()
                .map(|factor| Some(response.score(*factor).level()?.favourability(*factor)))
                .collect()
        })
        .collect()
}
