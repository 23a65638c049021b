//! `score` and `check`: results as a table, as JSON, and the summary of a sound file.

use std::fmt::Write as _;

use super::{
    Failure, Format,
    report::score_json,
    shared::knowledge,
    table::{aligned, number, on_one_line},
    weights::{settings, weights_sentence},
};
use crate::{
    analysis::{Settings, evaluate},
    i18n::Language,
    model::{Weights, Workbook},
};

/// Columns of the table that hold numbers.
const NUMBERS: [usize; 5] = [2, 5, 6, 7, 8];

/// What `score` prints; `target` is the R, 0..=1, that paths of the JSON lead to.
pub(super) fn text(
    workbook: &Workbook,
    format: Format,
    weights: Option<Weights>,
    target: Option<f64>,
    language: Language,
) -> Result<String, Failure> {
    let settings = settings(workbook, weights);
    match format {
        Format::Json => Ok(format!("{:#}\n", score_json(workbook, &settings, target))),
        Format::Table => {
            let mut text = table(workbook, &settings, language)?;
            if settings.weights != Weights::default() {
                let _ = writeln!(text, "{}", weights_sentence(workbook, weights, language));
            }
            Ok(text)
        }
    }
}

/// What `check` prints of a sound file.
pub(super) fn summary(workbook: &Workbook, language: Language) -> String {
    let rounds = workbook
        .enterprises
        .iter()
        .map(|enterprise| enterprise.rounds.len());
    let responses = workbook
        .enterprises
        .iter()
        .flat_map(|enterprise| &enterprise.rounds)
        .map(|round| round.responses.len());
    let text = language.cli_sound(
        workbook.enterprises.len(),
        rounds.sum::<usize>(),
        responses.sum::<usize>(),
    );
    text + "\n"
}

fn table(workbook: &Workbook, settings: &Settings, language: Language) -> Result<String, Failure> {
    let knowledge = knowledge(language)?;
    let mut rows = vec![
        [
            language.cli_enterprise(),
            language.cli_round(),
            "R",
            language.cli_band(),
            language.cli_lead(),
            "S",
            "D",
            "K",
            language.people(),
            language.cli_missing(),
        ]
        .map(str::to_owned),
    ];
    let mut incomplete = 0;
    for enterprise in &workbook.enterprises {
        for round in &enterprise.rounds {
            let result = evaluate(round, settings);
            incomplete += usize::from(!result.complete());
            let outcome = result.outcome;
            let missing: Vec<&str> = result
                .missing()
                .map(|factor| knowledge.framework.of(factor).name.get(language))
                .collect();
            rows.push([
                on_one_line(&language.enterprise_called(workbook.called(enterprise))),
                on_one_line(&round.name),
                number(outcome.map(|outcome| outcome.resonance * 100.0), 0),
                outcome
                    .map_or("", |outcome| language.band(outcome.band))
                    .to_owned(),
                outcome
                    .map_or("", |outcome| language.lead(outcome.lead))
                    .to_owned(),
                number(result.sides.supply.value, 2),
                number(result.sides.demand.value, 2),
                number(outcome.map(|outcome| outcome.coordination), 2),
                result.respondents.to_string(),
                if result.hidden {
                    language.cli_hidden().to_owned()
                } else {
                    missing.join(", ")
                },
            ]);
        }
    }
    let mut text = aligned(&rows, &NUMBERS);
    let _ = writeln!(
        text,
        "{}",
        language.cli_table_end(rows.len() - 1, incomplete)
    );
    Ok(text)
}
