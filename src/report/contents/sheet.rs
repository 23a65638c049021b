//! The sheet: one page that a firm takes home, readable in a minute.

use super::{
    firm::{Firm, shown, shown_text},
    parts::{about, cell, column, numbers, occasion, paragraph, radar_figure, report, score},
};
use crate::{
    analysis::RoundResult,
    knowledge::{Advice, Evidence, Holding},
    model::{Level, PlanSource, PlanState},
    report::tree::{Block, Cell, Marker, Report, Role, Span, Table},
    wording::{apart, because, level_sentence, nearness, one_decimal, plan_text, points_gained},
};

/// How many steps there is room for.
const STEPS: usize = 3;
/// How many factors on which people are apart are named.
const APART: usize = 2;
/// How many reasons for one factor.
const REASONS: usize = 2;

pub(super) fn sheet(firm: &Firm<'_>) -> Report {
    let source = firm.source;
    let name = firm.name();
    let mut blocks = vec![
        Block::heading(1, name.clone()),
        Block::text(Role::Body, about(firm)),
        Block::text(Role::Note, occasion(source)),
        Block::KeyFigure(score(firm)),
    ];
    if let (Some(result), Some(advice)) = (firm.result(), &firm.advice)
        && result
            .factors
            .iter()
            .any(|(_, found)| found.score.is_some())
    {
        blocks.push(Block::Columns(vec![
            (1.1, picture(firm, result)),
            (1.0, holding(firm, advice)),
        ]));
        blocks.extend(steps(firm, advice));
        blocks.extend(case(firm, advice));
    }
    let title = match &firm.round {
        Some((round, _)) => source.language.report_of(&name, &shown(&round.name)),
        None => name,
    };
    report(source, title, shown(&firm.enterprise.technology), blocks)
}

/// The radar, and on what people are apart.
fn picture(firm: &Firm<'_>, result: &RoundResult) -> Vec<Block> {
    let (wording, language) = (firm.source.wording(), firm.source.language);
    let mut blocks = vec![Block::Figure(radar_figure(firm, result))];
    if result
        .factors
        .iter()
        .all(|(_, found)| found.consensus.is_none())
    {
        return blocks;
    }
    let apart = apart(result)
        .into_iter()
        .take(APART)
        .filter_map(|(factor, _)| {
            let spread = result.factors[factor].spread?;
            let range = language.range_from_to(&one_decimal(spread.min), &one_decimal(spread.max));
            Some(language.labelled(wording.factor_name(factor), &range))
        });
    let lines: Vec<String> = apart.collect();
    let said = match lines.join(language.list_joiner()) {
        none if none.is_empty() => language.report_apart_none().to_owned(),
        said => said,
    };
    let label = language.labelled(language.report_apart(), "");
    blocks.push(paragraph(
        Role::Body,
        vec![Span::strong(label), Span::plain(said)],
    ));
    blocks
}

/// What holds the firm back, each in plain words and with its reasons.
fn holding(firm: &Firm<'_>, advice: &Advice) -> Vec<Block> {
    let language = firm.source.language;
    let items: Vec<_> = advice
        .holding
        .iter()
        .map(|held| reason(firm, held))
        .collect();
    vec![
        Block::heading(2, language.owner_holding()),
        if items.is_empty() {
            Block::text(Role::Body, language.owner_nothing_holds())
        } else {
            let marker = Marker::Number;
            Block::List { marker, items }
        },
    ]
}

fn reason(firm: &Firm<'_>, held: &Holding) -> Vec<Block> {
    let (wording, language) = (firm.source.wording(), firm.source.language);
    let name = Span::strong(wording.factor_name(held.factor));
    let score = Span::plain(format!("  {}", one_decimal(held.score)));
    let mut blocks = vec![paragraph(Role::Body, vec![name, score])];
    if let Ok(level) = Level::new(held.score) {
        let words = wording.knowledge.framework.of(held.factor);
        blocks.push(Block::text(
            Role::Body,
            level_sentence(language, words, level),
        ));
    }
    // The score stands beside the name already.
    let others = held.evidence.iter().copied();
    let others = others.filter(|found| !matches!(found, Evidence::Score(..)));
    let others: Vec<Evidence> = others.take(REASONS).collect();
    if !others.is_empty() {
        blocks.push(Block::text(Role::Note, because(wording, &others, None)));
    }
    blocks
}

/// Steps of the plan that are not done, then advised ones, with room for a pen.
fn steps(firm: &Firm<'_>, advice: &Advice) -> Vec<Block> {
    let (wording, language) = (firm.source.wording(), firm.source.language);
    let gain = |gain: Option<f64>| {
        gain.map_or_else(Cell::default, |gain| {
            let printed = language.report_gain_points(&points_gained(gain));
            Cell::number(printed, Some(gain * 100.0))
        })
    };
    let plan = &firm.enterprise.plan;
    let open = plan.iter().filter(|item| item.state != PlanState::Done);
    let open = open.map(|item| {
        vec![
            Cell::text(language.report_box(&shown_text(plan_text(wording, item)))),
            cell(firm.owner(item)),
            cell(shown(&item.due)),
            gain(firm.gain(item.factor, item.lift)),
        ]
    });
    let advised = advice.steps.iter().filter_map(|step| {
        let rule = wording.knowledge.rule(&step.rule)?;
        let source = PlanSource::Step(rule.id.clone());
        let known = plan.iter().any(|item| item.source == source);
        (!known).then(|| {
            vec![
                Cell::text(language.report_box(rule.step.get(language))),
                Cell::default(),
                Cell::default(),
                gain(step.gain),
            ]
        })
    });
    let rows: Vec<_> = open.chain(advised).take(STEPS).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let table = Table {
        caption: language.report_steps_caption().to_owned(),
        columns: vec![
            column(language.report_step(), 7.6),
            column(language.steps_owner(), 1.7),
            column(language.steps_due(), 1.5),
            numbers(language.report_gain(), 0.7),
        ],
        rows,
        row_heads: true,
    };
    vec![
        Block::heading(2, language.report_steps()),
        Block::Table(table),
    ]
}

/// Somebody near who has done it.
fn case(firm: &Firm<'_>, advice: &Advice) -> Vec<Block> {
    let (wording, language) = (firm.source.wording(), firm.source.language);
    let near = advice.cases.first();
    let found = near.and_then(|near| {
        let mut cases = wording.knowledge.cases.iter();
        Some((cases.find(|case| case.id == near.case)?, near))
    });
    let Some((case, near)) = found else {
        return Vec::new();
    };
    let who = language.report_case(case.who.get(language), case.name.get(language));
    let why = nearness(language, near.nearness);
    let origin = language.origin(&case.origin);
    let label = language.labelled(language.owner_cases(), "");
    let lesson = language.report_lesson(case.lesson.get(language));
    let aside = language.report_line(&why, &origin);
    let spans = vec![
        Span::strong(label),
        Span::plain(language.in_brackets(&who, &aside)),
        Span::plain(lesson),
    ];
    vec![Block::Together(vec![paragraph(Role::Body, spans)])]
}
