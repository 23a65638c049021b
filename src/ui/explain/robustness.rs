//! Whether the answer holds when one score moves a level.

use super::{
    numbers::{precise, three},
    parts::Parts,
};
use crate::{
    analysis::{Move, RoundResult},
    model::Factor,
    state::View,
    ui::robust_words::close_calls,
    wording::one_decimal,
};

pub(super) fn robustness(view: &View<'_>, result: &RoundResult) -> Parts {
    let language = view.language;
    let empty = Parts::of(
        language.explain_robust_formula(),
        &[language.explain_robust_source()],
    );
    let moves = view
        .round()
        .map(|round| view.results.moves(round, &view.settings));
    let moves = moves.as_deref().and_then(Option::as_ref);
    let Some((outcome, moves)) = result.outcome.zip(moves) else {
        return empty;
    };
    let apart = outcome.supply - outcome.demand;
    let mut numbers = vec![
        language.explain_limits().to_owned(),
        format!(
            "{}: R {}, S − D = {} − {} = {apart:+.3}; {}, {}",
            language.plan_now(),
            precise(outcome.resonance),
            three(outcome.supply),
            three(outcome.demand),
            language.band(outcome.band),
            language.lead(outcome.lead),
        ),
    ];
    let told = |one: &Move| {
        let after = &one.outcome;
        let mut line = format!(
            "{} → R {}, S − D {:+.3}",
            one_decimal(one.to),
            precise(after.resonance),
            after.supply - after.demand
        );
        // Only what changes is said.
        if after.band != outcome.band {
            line = format!("{line}, {}", language.band(after.band));
        }
        if after.lead != outcome.lead {
            line = format!("{line}, {}", language.lead(after.lead));
        }
        line
    };
    for factor in Factor::ALL {
        let of_factor: Vec<&Move> = moves.iter().filter(|one| one.factor == factor).collect();
        let Some(first) = of_factor.first() else {
            continue;
        };
        let lines: Vec<String> = of_factor.iter().map(|one| told(one)).collect();
        numbers.push(format!(
            "{} {}: {}",
            view.factor_name(factor),
            one_decimal(first.from),
            lines.join("; ")
        ));
    }
    let sentences = close_calls(view, result).into_iter();
    Parts {
        numbers,
        shown: sentences.map(|(_, sentence)| sentence).collect(),
        ..empty
    }
}
