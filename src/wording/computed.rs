//! How R and its sides are computed, with the numbers put in: three decimals, or more where what is shown needs it.

use super::{names::Wording, numbers::whole};
use crate::{
    analysis::{FactorState, Outcome, RoundResult},
    model::Side,
};

/// A number inside an explanation.
#[must_use]
pub fn three(value: f64) -> String {
    format!("{value:.3}")
}

/// A share or R, 0..=1, with three decimals, or as many more as it takes for the whole points rounded
/// from what stands there to be those that are shown.
#[must_use]
pub fn precise(value: f64) -> String {
    let points = |value: f64| (value * 100.0 + 1e-9).round();
    (3_usize..9)
        .map(|decimals| format!("{value:.decimals$}"))
        .find(|text| {
            let read: Result<f64, _> = text.parse();
            read.is_ok_and(|read| (points(read) - points(value)).abs() < 0.5)
        })
        .unwrap_or_else(|| three(value))
}

/// R of both sides, and as it is shown.
#[must_use]
pub fn resonance_lines(outcome: &Outcome) -> Vec<String> {
    vec![
        format!(
            "R = √({} × {}) = {}",
            three(outcome.supply),
            three(outcome.demand),
            precise(outcome.resonance)
        ),
        format!(
            "100 × {} → {}",
            precise(outcome.resonance),
            whole(outcome.resonance)
        ),
    ]
}

/// A side: the share of each of its factors, and their sum.
#[must_use]
pub fn side_lines(wording: Wording<'_>, result: &RoundResult, side: Side) -> Vec<String> {
    let found = result.sides.of(side);
    let weighted = side.factors().into_iter().zip(found.weights);
    let mut lines: Vec<String> = weighted
        .map(|(factor, weight)| {
            let name = wording.factor_name(factor);
            let value = &result.factors[factor];
            match (value.favourability, value.state) {
                (Some(u), _) => format!("{name}: {weight:.3} × {u:.3} = {:.3}", weight * u),
                (None, FactorState::NotApplicable) => {
                    format!("{name}: {}", wording.language.value_not_applicable())
                }
                (None, _) => format!("{name}: {}", wording.language.value_not_scored()),
            }
        })
        .collect();
    let symbol = side_symbol(side);
    lines.push(found.value.map_or_else(
        || format!("{symbol}: {}", wording.language.no_value()),
        |value| format!("{symbol} = Σ = {value:.3}"),
    ));
    lines
}

/// The letter of a side's value.
#[must_use]
pub const fn side_symbol(side: Side) -> &'static str {
    match side {
        Side::Supply => "S",
        Side::Demand => "D",
    }
}
