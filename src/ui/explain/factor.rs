//! A factor, natural pairs, and the matrix.

use super::parts::Parts;
use crate::{
    analysis::{NaturalPair, RoundResult},
    model::{Factor, Hands, Polarity, Side},
    state::View,
    wording::{one_decimal, two_decimals},
};

pub(super) fn factor(view: &View<'_>, result: &RoundResult, factor: Factor) -> Parts {
    let language = view.language;
    let formula = match factor.polarity() {
        Polarity::Direct => "u = (x − 1) / 4",
        Polarity::Inverse => "u = 1 − (x − 1) / 4",
    };
    let empty = Parts::of(
        formula,
        &[language.source_factor(), language.source_consensus()],
    );
    let found = &result.factors[factor];
    let Some((score, favourability)) = found.score.zip(found.favourability) else {
        return empty;
    };
    let mut people: Vec<String> = found
        .dots
        .iter()
        .map(|dot| {
            if (dot.weight - 1.0).abs() < 1e-9 {
                format!("{}", dot.level)
            } else {
                format!("{} (×{})", dot.level, dot.weight)
            }
        })
        .collect();
    let hands = found.hands.iter().flat_map(Hands::levels);
    people.extend(hands.map(|(level, count)| format!("{} (×{count})", level.value())));
    let mut numbers = Vec::new();
    if found.agreed {
        if !people.is_empty() {
            numbers.push(format!("x: {}", people.join(", ")));
        }
        numbers.push(language.agreed_stands(&one_decimal(score)));
    } else if !people.is_empty() {
        numbers.push(format!("x: {} → {score:.3}", people.join(", ")));
    }
    numbers.push(match factor.polarity() {
        Polarity::Direct => format!("u = ({score:.3} − 1) / 4 = {favourability:.3}"),
        Polarity::Inverse => format!("u = 1 − ({score:.3} − 1) / 4 = {favourability:.3}"),
    });
    let mut shown = vec![one_decimal(score), two_decimals(favourability)];
    if let Some(consensus) = found.consensus {
        numbers.push(format!(
            "Cns = 1 + Σ p × log₂(1 − |x − mean| / 4) = {consensus:.3}"
        ));
        shown.push(format!("{consensus:.2}"));
    }
    Parts {
        numbers,
        shown,
        ..empty
    }
}

/// The four natural pairs.
pub(super) fn pairs(view: &View<'_>, result: &RoundResult) -> Parts {
    cells(view, result, &NaturalPair::ALL)
}

/// All sixteen cells.
pub(super) fn matrix(view: &View<'_>, result: &RoundResult) -> Parts {
    let of_one = |supply: Factor| {
        Side::Demand
            .factors()
            .into_iter()
            .map(move |one| (supply, one))
    };
    let all: Vec<_> = Side::Supply
        .factors()
        .into_iter()
        .flat_map(of_one)
        .collect();
    cells(view, result, &all)
}

fn cells(view: &View<'_>, result: &RoundResult, cells: &[(Factor, Factor)]) -> Parts {
    let u = |factor: Factor| {
        let value = result.factors[factor].favourability;
        value.map_or_else(|| "–".to_owned(), |value| format!("{value:.3}"))
    };
    let value =
        |(supply, demand): (Factor, Factor)| result.matrix[supply.index() % 4][demand.index() % 4];
    let line = |(supply, demand): (Factor, Factor)| {
        let value = value((supply, demand));
        let value = value.map_or_else(|| "–".to_owned(), |value| format!("{value:.3}"));
        format!(
            "{} – {}: √({} × {}) = {value}",
            view.factor_name(supply),
            view.factor_name(demand),
            u(supply),
            u(demand),
        )
    };
    let known = cells.iter().filter_map(|cell| value(*cell));
    Parts {
        formula: vec!["r = √(s × d)".to_owned()],
        numbers: cells.iter().map(|cell| line(*cell)).collect(),
        shown: known.map(two_decimals).collect(),
        source: vec![view.language.source_matrix()],
    }
}
