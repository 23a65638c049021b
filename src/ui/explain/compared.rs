//! What differs between two things, like for like, and R of one of them.

use super::{
    numbers::{all_lines, precise, three},
    parts::Parts,
};
use crate::{
    analysis::{Comparison, Difference},
    model::{Factor, Side, orient},
    state::{Entry, Item, View},
    ui::lineup_words::names_of,
    wording::{
        change_sentence, coverage_words, one_decimal, points, printed_change, two_decimals, whole,
    },
};

fn entry<'a>(view: &'a View<'_>, item: Item) -> Option<(usize, &'a Entry)> {
    let entries = view.lineup.entries.iter().enumerate();
    let mut found = entries.filter(|(_, entry)| entry.item == item);
    found.next()
}

/// What a thing that is compared is called on Compare; nothing where it is not compared.
pub(super) fn name_of(view: &View<'_>, item: Item) -> String {
    let names = names_of(view, &view.lineup);
    let name = entry(view, item).and_then(|(place, _)| names.into_iter().nth(place));
    name.unwrap_or_default()
}

/// R of one thing that is compared.
pub(super) fn item(view: &View<'_>, item: Item) -> Parts {
    let language = view.language;
    let empty = Parts::of(
        "S = Σ w × u, D = Σ w × u, R = √(S × D)",
        &[language.source_side(), language.source_resonance()],
    );
    let Some((_, entry)) = entry(view, item).filter(|(_, entry)| !entry.result.hidden) else {
        return empty;
    };
    Parts {
        numbers: all_lines(view, &entry.result),
        shown: entry.result.outcome.map_or_else(Vec::new, |outcome| {
            vec![
                whole(outcome.resonance),
                two_decimals(outcome.supply),
                two_decimals(outcome.demand),
            ]
        }),
        ..empty
    }
}

/// What differs between two things that are compared.
pub(super) fn difference(view: &View<'_>, from: Item, to: Item) -> Parts {
    let lineup = &view.lineup;
    let places = entry(view, from).zip(entry(view, to));
    let found = places.and_then(|((from, _), (to, entry))| {
        let most = lineup.most.as_ref();
        let most = most.filter(|most| (most.from, most.to) == (from, to));
        let first = entry.against_first.as_ref().filter(|_| from == 0);
        first.or(most.map(|most| &most.comparison))
    });
    let Some(found) = found else {
        return empty(view);
    };
    Parts {
        numbers: lines(view, found),
        shown: found.resonance.iter().map(points).collect(),
        ..empty(view)
    }
}

/// What changed since the round before.
pub(super) fn change(view: &View<'_>) -> Parts {
    let Some((before, found)) = view.change() else {
        return empty(view);
    };
    let language = view.language;
    Parts {
        numbers: lines(view, &found),
        shown: change_sentence(language, before, &found)
            .into_iter()
            .collect(),
        ..empty(view)
    }
}

fn empty(view: &View<'_>) -> Parts {
    let language = view.language;
    Parts::of(
        language.explain_change_formula(),
        &[
            language.explain_change_source(),
            language.compare_naive_text(),
        ],
    )
}

fn lines(view: &View<'_>, found: &Comparison) -> Vec<String> {
    let language = view.language;
    let mut lines =
        vec![language.compare_like_for_like(&coverage_words(language, &found.coverage))];
    if found.coverage.answers_left_out {
        lines.push(language.explain_in_part().to_owned());
    }
    for factor in Factor::ALL {
        let name = view.factor_name(factor);
        lines.push(match found.factors[factor] {
            None => format!("{name}: {}", language.explain_left_out()),
            Some(one) => format!(
                "{name}: w {:.3}, x {} → {}, u {:.3} → {:.3}",
                found.weights[factor],
                one_decimal(one.from),
                one_decimal(one.to),
                orient(one.from, factor),
                orient(one.to, factor),
            ),
        });
    }
    for (side, difference) in [(Side::Supply, found.supply), (Side::Demand, found.demand)] {
        let symbol = super::numbers::symbol(side);
        lines.push(match difference {
            None => format!("{symbol}: {}", language.no_value()),
            Some(one) => format!(
                "{symbol} = Σ w × u: {:.3} → {:.3}, {}",
                one.from,
                one.to,
                printed_change(&one, 3)
            ),
        });
    }
    if let (Some(s), Some(d), Some(r)) = (found.supply, found.demand, &found.resonance) {
        lines.push(format!(
            "R: √({} × {}) = {} → √({} × {}) = {}",
            three(s.from),
            three(d.from),
            precise(r.from),
            three(s.to),
            three(d.to),
            precise(r.to)
        ));
        lines.push(printed(r));
    }
    lines.push(match &found.naive {
        Some(naive) => format!("{}: {}", language.compare_column_naive(), printed(naive)),
        None => format!(
            "{}: {}",
            language.compare_column_naive(),
            language.no_value()
        ),
    });
    lines
}

/// The difference of what is printed.
fn printed(found: &Difference) -> String {
    format!(
        "{} − {} = {}",
        whole(found.to),
        whole(found.from),
        points(found)
    )
}
