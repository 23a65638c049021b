//! The eight factors: their numbers, and what was answered, noted and agreed on each.

use super::super::{
    firm::{Firm, shown},
    parts::{bullets, column, figure, numbers, paragraph},
};
use crate::{
    analysis::{ConsensusBand, RoundResult},
    chart::{Canvas, dots},
    import::visible_name,
    model::{Factor, Level, Round, Side},
    report::tree::{Block, Cell, Role, Span, Table},
    wording::{
        description, dot_row, level_sentence, one_decimal, state_word, two_decimals,
        two_decimals_or_none,
    },
};

/// How high a row of dots is, in units of charts.
const ROW: f32 = 46.0;

pub(super) fn table(firm: &Firm<'_>, result: &RoundResult) -> Table {
    let (wording, language) = (firm.source.wording(), firm.source.language);
    let rows = result.factors.iter().map(|(factor, found)| {
        let score = match found.score {
            Some(score) => Cell::number(one_decimal(score), Some(score)),
            None => Cell::text(state_word(language, found.state)),
        };
        let people = found.hands.map_or_else(
            || found.respondents.to_string(),
            |hands| language.people_and_hands(found.respondents, hands.total()),
        );
        let consensus = found.consensus.map_or_else(
            || Cell::text("–"),
            |consensus| {
                let word = language.consensus_short(ConsensusBand::of(consensus));
                let printed = language.in_brackets(&two_decimals(consensus), word);
                Cell::number(printed, Some(consensus))
            },
        );
        vec![
            Cell::text(wording.factor_name(factor)),
            Cell::text(language.side(factor.side())),
            score,
            Cell::number(
                two_decimals_or_none(found.favourability),
                found.favourability,
            ),
            Cell::text(people),
            consensus,
        ]
    });
    Table {
        caption: language.report_numbers().to_owned(),
        columns: vec![
            column(language.column_factor(), 2.4),
            column(language.report_side(), 1.2),
            numbers(language.column_score(), 1.0),
            numbers(language.column_favourability(), 1.2),
            numbers(language.column_people(), 1.0),
            column(language.column_consensus(), 2.0),
        ],
        rows: rows.collect(),
        row_heads: true,
    }
}

/// Each factor by side: dots, the sentence of its level, what was agreed, and notes.
pub(super) fn answers(firm: &Firm<'_>, result: &RoundResult) -> Vec<Block> {
    let language = firm.source.language;
    let mut blocks = Vec::new();
    for side in Side::ALL {
        blocks.push(Block::heading(3, language.side(side)));
        blocks.push(dots_of(firm, result, side));
        for factor in side.factors() {
            blocks.push(Block::Together(of_factor(firm, result, factor)));
        }
    }
    blocks
}

fn dots_of(firm: &Firm<'_>, result: &RoundResult, side: Side) -> Block {
    let (wording, language) = (firm.source.wording(), firm.source.language);
    let factors = side.factors();
    let rows = factors.map(|factor| dot_row(wording, result, factor));
    let spoken = description(wording, result, &factors);
    figure(language.report_dots(), move |width, measure| {
        let height = ROW * rows.len() as f32 + 24.0;
        let canvas = Canvas::new(spoken.clone(), measure);
        (dots(&rows, (width, height), 0.0, canvas), height)
    })
}

fn of_factor(firm: &Firm<'_>, result: &RoundResult, factor: Factor) -> Vec<Block> {
    let (wording, language) = (firm.source.wording(), firm.source.language);
    let found = &result.factors[factor];
    let score = found
        .score
        .map_or_else(|| state_word(language, found.state).to_owned(), one_decimal);
    let mut blocks = vec![paragraph(
        Role::Body,
        vec![
            Span::strong(wording.factor_name(factor)),
            Span::plain(format!("  {score}")),
        ],
    )];
    if let Some(Ok(level)) = found.score.map(Level::new) {
        let words = wording.knowledge.framework.of(factor);
        blocks.push(Block::text(
            Role::Body,
            level_sentence(language, words, level),
        ));
    }
    if let Some(consensus) = found.consensus {
        let words = language.consensus(ConsensusBand::of(consensus));
        let words = language.labelled(language.column_consensus(), words);
        blocks.push(Block::text(Role::Note, words));
    }
    let Some((round, _)) = &firm.round else {
        return blocks;
    };
    if let Some(agreed) = &round.agreed[factor] {
        let stands = language.agreed_stands(&one_decimal(agreed.level.value()));
        blocks.push(Block::text(Role::Body, stands));
        let dissent = visible_name(&agreed.dissent);
        if !dissent.is_empty() {
            let line = language.labelled(language.report_dissent(), &dissent);
            blocks.push(Block::text(Role::Body, line));
        }
    }
    blocks.extend(bullets(notes(firm, round, factor)));
    blocks
}

/// What people noted, each called as may be said.
fn notes(firm: &Firm<'_>, round: &Round, factor: Factor) -> Vec<String> {
    let (workbook, language) = (firm.source.workbook, firm.source.language);
    let people = firm.enterprise.people.iter();
    let noted = people.filter_map(|person| {
        let note = round.response(person.id)?.answers[factor].note();
        if note.trim().is_empty() {
            return None;
        }
        let called = workbook.person_called(firm.enterprise, person);
        let note = visible_name(note);
        Some(match shown(&language.person_called(called)) {
            name if name.is_empty() => note,
            name => language.labelled(&name, &note),
        })
    });
    noted.collect()
}
