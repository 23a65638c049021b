//! The full report of a firm: everything that the screens say of a round, in order.

mod ahead;
mod answers;
mod computed;
mod relations;

use super::{
    firm::{Firm, shown},
    parts::{about, occasion, radar_figure, report, score, sentences},
};
use crate::{
    analysis::{Robustness, RoundResult},
    report::tree::{Block, Report, Role},
    wording::{close_calls, doubts, weights_used},
};

pub(super) fn full(firm: &Firm<'_>) -> Report {
    let source = firm.source;
    let language = source.language;
    let name = firm.name();
    let mut blocks = vec![
        Block::text(Role::Note, occasion(source)),
        Block::heading(1, name.clone()),
        Block::text(Role::Body, about(firm)),
        Block::KeyFigure(score(firm)),
    ];
    if let Some(result) = firm.result() {
        blocks.extend(sentences(Role::Body, remarks(firm, result)));
        let weights = weights_used(language, source.workbook);
        let note = language.report_line(language.ours_note(), &weights);
        blocks.push(Block::text(Role::Note, note));
        blocks.push(Block::text(Role::Label, language.report_contents()));
        blocks.push(Block::Contents);
        blocks.push(Block::NewPage);
        blocks.push(Block::heading(2, language.report_picture()));
        blocks.push(Block::Figure(radar_figure(firm, result)));
        blocks.push(Block::heading(2, language.table_title()));
        blocks.push(Block::text(Role::Note, language.report_table_caption()));
        blocks.push(Block::Table(answers::table(firm, result)));
        blocks.push(Block::heading(2, language.report_answers()));
        blocks.extend(answers::answers(firm, result));
        blocks.extend(relations::relations(firm, result));
        blocks.extend(ahead::advice(firm));
        blocks.extend(ahead::plan(firm));
        blocks.extend(ahead::what_ifs(firm, result));
        blocks.extend(relations::change(firm));
        blocks.extend(computed::computed(firm, result));
    }
    let title = match &firm.round {
        Some((round, _)) => language.report_of(&name, &shown(&round.name)),
        None => name,
    };
    report(source, title, shown(&firm.enterprise.technology), blocks)
}

/// What makes the answer less than settled, and what one level would change.
fn remarks(firm: &Firm<'_>, result: &RoundResult) -> Vec<String> {
    let wording = firm.source.wording();
    let robustness = Robustness::of(result, &firm.source.settings);
    let close = close_calls(wording, result, robustness.as_ref());
    let remarks = doubts(wording, result).into_iter().chain(close);
    remarks.map(|(_, sentence)| sentence).collect()
}
