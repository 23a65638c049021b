//! R, the two sides, and what else is made of S and D.

use super::{
    numbers::{precise, resonance_lines, side_lines, three},
    parts::Parts,
};
use crate::{
    analysis::{Outcome, RoundResult},
    model::Side,
    state::{Explained, View},
    wording::{lead_sentence, two_decimals, weights_used, whole},
};

pub(super) fn outcome(view: &View<'_>, result: &RoundResult, number: Explained) -> Parts {
    let language = view.language;
    let one = Parts::of;
    let empty = match number {
        Explained::Supply => return side(view, result, Side::Supply),
        Explained::Demand => return side(view, result, Side::Demand),
        Explained::KendallW => return kendall(view, result),
        Explained::Balance => one("B = 1 − |S − D|", &[language.source_balance()]),
        Explained::Lead => Parts::of(
            language.explain_lead_formula(),
            &[language.source_balance()],
        ),
        Explained::Coupling => one(
            "C = 2√(S × D) / (S + D)",
            &[language.source_coupling(), language.c_saturates()],
        ),
        Explained::Development => one("T = (S + D) / 2", &[language.source_coupling()]),
        Explained::Coordination => one(
            "K = √(C × T)",
            &[language.source_coupling(), language.source_class()],
        ),
        _ => one("R = C × T = √(S × D)", &[language.source_resonance()]),
    };
    let Some(found) = &result.outcome else {
        return empty;
    };
    let (numbers, shown) = numbers(view, found, number);
    Parts {
        numbers,
        shown: vec![shown],
        ..empty
    }
}

/// The numbers put in, and the one that is shown.
fn numbers(view: &View<'_>, found: &Outcome, number: Explained) -> (Vec<String>, String) {
    let language = view.language;
    let (s, d) = (three(found.supply), three(found.demand));
    let two = two_decimals;
    match number {
        Explained::Balance => (
            vec![format!("B = 1 − |{s} − {d}| = {:.3}", found.balance)],
            two(found.balance),
        ),
        Explained::Lead => {
            let apart = found.supply - found.demand;
            (
                vec![
                    format!("S − D = {s} − {d} = {apart:+.3}"),
                    format!("4 × |S − D| = {:.3}", 4.0 * apart.abs()),
                    language.lead(found.lead).to_owned(),
                ],
                lead_sentence(language, found),
            )
        }
        Explained::Coupling => {
            let strict = found.strict_coupling();
            (
                vec![
                    format!("C = 2√({s} × {d}) / ({s} + {d}) = {:.3}", found.coupling),
                    language.strict_coupling(&three(strict)),
                ],
                two(found.coupling),
            )
        }
        Explained::Development => (
            vec![format!("T = ({s} + {d}) / 2 = {:.3}", found.development)],
            two(found.development),
        ),
        Explained::Coordination => {
            let (c, t) = (three(found.coupling), three(found.development));
            (
                vec![
                    format!("K = √({c} × {t}) = {:.3}", found.coordination),
                    language.class_named(language.coordination_class(found.class)),
                ],
                two(found.coordination),
            )
        }
        _ => {
            let mut lines = resonance_lines(found);
            lines.push(language.band_limits().to_owned());
            let r = precise(found.resonance);
            let level = format!("1 + 4 × {r} = {:.3}", found.equivalent_level());
            lines.push(language.explain_level(&level));
            (lines, whole(found.resonance))
        }
    }
}

fn side(view: &View<'_>, result: &RoundResult, side: Side) -> Parts {
    let language = view.language;
    let formula = match side {
        Side::Supply => "S = Σ w × u",
        Side::Demand => "D = Σ w × u",
    };
    let mut numbers = vec![weights_used(language, view.workbook)];
    numbers.extend(side_lines(view, result, side));
    Parts {
        formula: vec![formula.to_owned()],
        numbers,
        shown: result
            .sides
            .of(side)
            .value
            .map(two_decimals)
            .into_iter()
            .collect(),
        source: vec![language.source_side()],
    }
}

fn kendall(view: &View<'_>, result: &RoundResult) -> Parts {
    let language = view.language;
    let parts = view
        .round()
        .map(|round| view.results.kendall(round, &view.settings));
    let empty = Parts::of(
        "W = 12 Q / (m²(n³ − n) − m T)",
        &[language.source_kendall()],
    );
    let parts = parts.as_deref().and_then(Option::as_ref);
    let Some((parts, value)) = parts.zip(result.kendall_w) else {
        return empty;
    };
    let (m, n, ties) = (parts.raters, parts.items, parts.ties);
    let (squared, cubed) = (m.pow(2), n.pow(3));
    Parts {
        numbers: vec![
            language.explain_kendall(m, n, &three(parts.spread), &format!("{ties:.0}")),
            format!(
                "W = 12 × {} / ({squared} × ({cubed} − {n}) − {m} × {ties:.0}) = {value:.3}",
                three(parts.spread)
            ),
        ],
        shown: vec![two_decimals(value)],
        ..empty
    }
}
