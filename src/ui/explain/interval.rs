//! How sure R is: the 90 % interval, or both of two people.

use super::{
    numbers::{precise, three},
    parts::Parts,
};
use crate::{
    analysis::{Certainty, Interval, RoundResult},
    state::View,
    wording::certainty_sentence,
};

/// Standard deviations and errors are small numbers: they need a decimal more for the ends to come out.
fn four(value: f64) -> String {
    format!("{value:.4}")
}

pub(super) fn certainty(view: &View<'_>, result: &RoundResult) -> Parts {
    let language = view.language;
    let own = view
        .round()
        .map(|round| view.results.own_sides(round, &view.settings))
        .unwrap_or_default();
    let shown = certainty_sentence(language, result).into_iter().collect();
    match result.certainty {
        Some(Certainty::Both(both)) => Parts {
            formula: vec!["R = √(S × D)".to_owned()],
            numbers: own
                .iter()
                .zip(both)
                .map(|((s, d), r)| format!("√({s:.3} × {d:.3}) = {}", precise(r)))
                .collect(),
            shown,
            source: vec![language.explain_both_source()],
        },
        Some(Certainty::Intervals {
            resonance,
            supply,
            demand,
        }) => Parts {
            numbers: intervals(view, result, &own, [resonance, supply, demand]),
            shown,
            ..empty(view)
        },
        None => empty(view),
    }
}

fn empty(view: &View<'_>) -> Parts {
    let language = view.language;
    Parts {
        formula: vec![
            language.explain_interval_formula().to_owned(),
            "se² = (s_S² / S² + s_D² / D² + 2 × s_SD / (S × D)) / (4 × n)".to_owned(),
        ],
        source: vec![language.explain_interval_source(), language.interval_hint()],
        ..Parts::default()
    }
}

fn intervals(
    view: &View<'_>,
    result: &RoundResult,
    own: &[(f64, f64)],
    [resonance, supply, demand]: [Interval; 3],
) -> Vec<String> {
    let parts = view
        .round()
        .map(|round| view.results.interval(round, &view.settings));
    let Some((parts, outcome)) = parts
        .as_deref()
        .and_then(Option::as_ref)
        .zip(result.outcome)
    else {
        return Vec::new();
    };
    let n = own.len();
    let (s, d, r) = (
        four(outcome.supply),
        four(outcome.demand),
        four(outcome.resonance),
    );
    let (spread_s, spread_d) = (four(parts.spread.supply), four(parts.spread.demand));
    let covariance = format!("{:.5}", parts.covariance);
    let (reach, error) = (three(parts.reach), four(parts.error));
    let each = own.iter().map(|(s, d)| format!("{s:.3} / {d:.3}"));
    let side = |symbol: &str, value: &str, spread: &str, interval: Interval| {
        format!(
            "{symbol}: {value} ± {reach} × {spread} / √{n} → {:.3}, {:.3}",
            interval.low, interval.high
        )
    };
    vec![
        view.language
            .explain_own_sides(n, &each.collect::<Vec<_>>().join("; ")),
        format!("s_S = {spread_s}, s_D = {spread_d}, s_SD = {covariance}"),
        format!(
            "se² = ({spread_s}² / {s}² + {spread_d}² / {d}² + 2 × {covariance} / ({s} × {d})) / (4 × {n})"
        ),
        format!("se = {error}"),
        view.language.explain_reach(n - 1, &reach),
        format!("{r} × e^(−{reach} × {error}) = {}", precise(resonance.low)),
        format!("{r} × e^({reach} × {error}) = {}", precise(resonance.high)),
        side("S", &s, &spread_s, supply),
        side("D", &d, &spread_d, demand),
    ]
}
