//! The one entry: everything that is computed of a round.

use std::sync::Arc;

use super::{
    Settings, aggregate,
    consensus::{KendallParts, kendall_w},
    matrix, resonance,
    result::{FactorResult, Outcome, PerSide, RoundResult},
    uncertainty,
};
use crate::model::{Aggregation, Factor, PerFactor, Response, Round, Side, Weights};

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
    let scored = |response: &&Arc<Response>| {
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
