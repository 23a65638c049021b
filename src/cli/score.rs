//! `score` and `check`: results as a table, as JSON, and the summary of a sound file.

use std::fmt::Write as _;

use super::{Failure, Format, knowledge, report::score_json};
use crate::{
    analysis::{Settings, evaluate},
    i18n::Language,
    model::Workbook,
};

/// What `score` prints.
pub(super) fn text(
    workbook: &Workbook,
    format: Format,
    language: Language,
) -> Result<String, Failure> {
    match format {
        Format::Json => serde_json::to_string_pretty(&score_json(workbook))
            .map(|text| text + "\n")
            .map_err(|error| Failure(error.to_string())),
        Format::Table => table(workbook, language),
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

fn table(workbook: &Workbook, language: Language) -> Result<String, Failure> {
    let knowledge = knowledge()?;
    let settings = Settings::of(workbook);
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
            let result = evaluate(round, &settings);
            incomplete += usize::from(!result.complete());
            let number = |value: Option<f64>, decimals: usize| {
                value.map_or_else(|| "–".to_owned(), |value| format!("{value:.decimals$}"))
            };
            let outcome = result.outcome;
            let missing: Vec<&str> = result
                .missing()
                .map(|factor| knowledge.framework.of(factor).name.get(language))
                .collect();
            rows.push([
                on_one_line(workbook.shown_name(enterprise)),
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
    let mut text = aligned(&rows);
    let _ = writeln!(
        text,
        "{}",
        language.cli_table_end(rows.len() - 1, incomplete)
    );
    Ok(text)
}

/// Columns that are set to the right because they hold numbers.
const NUMBERS: [usize; 5] = [2, 5, 6, 7, 8];

fn aligned<const N: usize>(rows: &[[String; N]]) -> String {
    let mut widths = [0; N];
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(columns(cell));
        }
    }
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (index, (cell, width)) in row.iter().zip(widths).enumerate() {
            let gap = " ".repeat(width - columns(cell));
            if NUMBERS.contains(&index) {
                line += &gap;
                line += cell;
            } else {
                line += cell;
                line += &gap;
            }
            line += "  ";
        }
        text += line.trim_end();
        text.push('\n');
    }
    text
}

/// A name without what would break the table or command the terminal.
fn on_one_line(name: &str) -> String {
    name.chars()
        .map(|character| {
            if character.is_control() {
                ' '
            } else {
                character
            }
        })
        .collect()
}

/// How many columns of a terminal a text takes: Chinese characters take two.
fn columns(text: &str) -> usize {
    let wide = |character: &char| {
        matches!(u32::from(*character),
            0x1100..=0x115F | 0x2E80..=0xA4CF | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF
            | 0xFE30..=0xFE4F | 0xFF00..=0xFF60 | 0xFFE0..=0xFFE6 | 0x1F300..=0x1FAFF
            | 0x20000..=0x3FFFD)
    };
    text.chars().count() + text.chars().filter(wide).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_cells_keep_the_columns_straight() {
        let rows = [
            ["企业", "x"].map(str::to_owned),
            ["Farm", "y"].map(str::to_owned),
        ];
        assert_eq!(aligned(&rows), "企业  x\nFarm  y\n");
    }
}
