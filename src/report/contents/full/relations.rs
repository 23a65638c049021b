//! How the factors go together, and what changed since the round before.

use super::super::{
    firm::{Firm, shown},
    parts::{change as change_sentence, column, figure, numbers, sentences},
};
use crate::{
    analysis::RoundResult,
    chart::{Canvas, matrix, pairs},
    model::Factor,
    report::tree::{Block, Cell, Role, Table},
    wording::{matrix_spec, one_decimal, pair_rows, printed_change, two_decimals},
};

/// Natural pairs and the matrix.
pub(super) fn relations(firm: &Firm<'_>, result: &RoundResult) -> Vec<Block> {
    let (wording, language) = (firm.source.wording(), firm.source.language);
    let mut blocks = vec![Block::heading(2, language.pairs_title())];
    let weakest = result.weakest_natural_pair();
    if let Some((pair, value)) = weakest.and_then(|pair| Some((pair, pair.value?))) {
        let (supply, demand) = (
            wording.factor_name(pair.supply),
            wording.factor_name(pair.demand),
        );
        let value = two_decimals(value);
        let sentence = match result.outcome {
            Some(_) => language.weakest_pair(supply, demand, &value),
            None => language.weakest_pair_so_far(supply, demand, &value),
        };
        blocks.extend(sentences(Role::Body, [sentence]));
    }
    let (rows, spoken) = pair_rows(wording, result);
    blocks.push(figure(language.pairs_text(), move |width, measure| {
        pairs(&rows, width, Canvas::new(spoken.clone(), measure))
    }));
    blocks.push(Block::heading(2, language.matrix_title()));
    let (spec, spoken) = matrix_spec(wording, result);
    blocks.push(figure(language.matrix_text(), move |width, measure| {
        matrix(&spec, width, Canvas::new(spoken.clone(), measure))
    }));
    blocks
}

/// What changed since the round before, like for like.
pub(super) fn change(firm: &Firm<'_>) -> Vec<Block> {
    let (wording, language) = (firm.source.wording(), firm.source.language);
    let Some((before, found)) = firm
        .before
        .as_ref()
        .and_then(|before| Some((before, before.change.as_ref()?)))
    else {
        return Vec::new();
    };
    let mut blocks = vec![Block::heading(2, language.report_change())];
    blocks.extend(sentences(Role::Body, change_sentence(firm)));
    let rows = Factor::ALL.into_iter().map(|factor| {
        let name = Cell::text(wording.factor_name(factor));
        let Some(one) = &found.factors[factor] else {
            let none = || Cell::text("–");
            return vec![
                name,
                none(),
                none(),
                Cell::text(language.explain_left_out()),
            ];
        };
        vec![
            name,
            Cell::number(one_decimal(one.from), Some(one.from)),
            Cell::number(one_decimal(one.to), Some(one.to)),
            Cell::number(printed_change(one, 1), Some(one.to - one.from)),
        ]
    });
    let now = firm
        .round
        .as_ref()
        .map_or("", |(round, _)| round.name.as_str());
    blocks.push(Block::Table(Table {
        caption: language.report_change_caption().to_owned(),
        columns: vec![
            column(language.column_factor(), 2.4),
            numbers(shown(&before.round.name), 1.0),
            numbers(shown(now), 1.0),
            numbers(language.report_difference(), 1.6),
        ],
        rows: rows.collect(),
        row_heads: true,
    }));
    blocks
}
