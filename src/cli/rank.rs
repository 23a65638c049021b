//! `rank`: the portfolio in order of R, with how certain every rank is.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{
    Failure, Format,
    json::weights_json,
    shared::knowledge,
    standing::{Standing, Standings},
    table::{aligned, number, on_one_line},
    weights::{settings, weights_sentence},
};
use crate::{
    i18n::Language,
    knowledge::Knowledge,
    model::{Factor, Weights, Workbook},
};

/// Columns of the table that hold numbers.
const NUMBERS: [usize; 5] = [0, 3, 5, 6, 7];

/// What `rank` prints.
pub(super) fn text(
    workbook: &Workbook,
    format: Format,
    weights: Option<Weights>,
    language: Language,
) -> Result<String, Failure> {
    let settings = settings(workbook, weights);
    let standings = Standings::of(workbook, &settings);
    match format {
        Format::Json => {
            let mut document = json!({
                "format": "resonance-rank",
                "version": 1,
                "weights": weights_json(&settings.weights),
                "ranks": standings.ranks_json(workbook),
            });
            let unranked = standings.unranked.iter();
            document["unranked"] = unranked
                .map(|standing| unranked_json(workbook, standing))
                .collect();
            Ok(format!("{document:#}\n"))
        }
        Format::Table => {
            let mut text = table(workbook, &standings, &knowledge(language)?, language);
            let _ = writeln!(text, "{}", weights_sentence(workbook, weights, language));
            Ok(text)
        }
    }
}

fn unranked_json(workbook: &Workbook, standing: &Standing<'_>) -> Value {
    let missing: Vec<&str> = standing.missing().into_iter().map(Factor::code).collect();
    let mut value = standing.json(workbook);
    value["missing"] = json!(missing);
    if standing.hidden() {
        value["hidden"] = json!(true);
    }
    value
}

fn table(
    workbook: &Workbook,
    standings: &Standings<'_>,
    knowledge: &Knowledge,
    language: Language,
) -> String {
    let mut rows = vec![
        [
            language.cli_rank(),
            language.cli_enterprise(),
            language.cli_round(),
            "R",
            language.cli_band(),
            language.cli_share(),
            language.cli_likely(),
            language.cli_first(),
            language.cli_missing(),
        ]
        .map(str::to_owned),
    ];
    let names = |standing: &Standing<'_>| {
        let round = standing.round.as_ref();
        [
            on_one_line(&language.enterprise_called(workbook.called(standing.enterprise))),
            round.map_or_else(String::new, |(round, _)| on_one_line(&round.name)),
        ]
    };
    let percent = |share: f64| format!("{:.0} %", share * 100.0);
    for ranked in &standings.ranked {
        let place = &ranked.place;
        let [name, round] = names(&ranked.standing);
        rows.push([
            place.rank.to_string(),
            name,
            round,
            number(Some(ranked.outcome.resonance * 100.0), 0),
            language.band(ranked.outcome.band).to_owned(),
            percent(place.share),
            match place.likely {
                (low, high) if low == high => low.to_string(),
                (low, high) => format!("{low}–{high}"),
            },
            percent(place.first),
            String::new(),
        ]);
    }
    for standing in &standings.unranked {
        let [name, round] = names(standing);
        let none = || number(None, 0);
        rows.push([
            none(),
            name,
            round,
            none(),
            String::new(),
            none(),
            none(),
            none(),
            lacking(standing, knowledge, language),
        ]);
    }
    let mut text = aligned(&rows, &NUMBERS);
    let (ranked, unranked) = (standings.ranked.len(), standings.unranked.len());
    let _ = writeln!(text, "{}", language.cli_rank_end(ranked, unranked));
    if let Some(ranking) = standings.ranking.as_ref().filter(|found| found.ranked > 0) {
        // Two standard errors hold 95 of 100 shares.
        let margin = number(Some(200.0 * ranking.standard_error()), 1);
        let _ = writeln!(text, "{}", language.cli_rank_draws(ranking.draws, &margin));
    }
    text
}

/// Why an enterprise has no rank.
fn lacking(standing: &Standing<'_>, knowledge: &Knowledge, language: Language) -> String {
    if standing.hidden() {
        return language.cli_hidden().to_owned();
    }
    if standing.round.is_none() {
        return language.cli_no_round().to_owned();
    }
    let missing = standing.missing();
    if missing.is_empty() {
        return language.cli_side_empty().to_owned();
    }
    let names: Vec<&str> = missing
        .into_iter()
        .map(|factor| knowledge.framework.of(factor).name.get(language))
        .collect();
    names.join(", ")
}
