//! The sheet: one page that a firm takes home, readable in a minute.

use super::{
    firm::{Firm, shown, shown_text},
    parts::{about, occasion, paragraph, radar_figure, report, score},
};
use crate::{
    analysis::RoundResult,
    knowledge::{Advice, Holding},
    model::{Level, PlanSource, PlanState},
    report::tree::{Block, Cell, Column, Marker, Report, Role, Span, Table},
    wording::{apart, because, level_sentence, nearness, one_decimal, plan_text, points_gained},
};

/// How many steps there is room for.
const STEPS: usize = 3;
/// How many factors on which people are apart are named.
const APART: usize = 3;
/// How many reasons for one factor.
const REASONS: usize = 2;

pub(super) fn sheet(firm: &Firm<'_>) -> Report {
    let source = firm.source;
    let name = firm.name();
    let mut blocks = vec![
        Block::text(Role::Note, occasion(source)),
        Block::heading(1, name.clone()),
        Block::text(Role::Body, about(firm)),
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
    blocks.push(Block::heading(2, language.report_apart()));
    let apart = apart(result)
        .into_iter()
        .take(APART)
        .filter_map(|(factor, _)| {
            let spread = result.factors[factor].spread?;
            let range = language.range_from_to(&one_decimal(spread.min), &one_decimal(spread.max));
            let line = language.labelled(wording.factor_name(factor), &range);
            Some(vec![Block::text(Role::Body, line)])
        });
    let items: Vec<_> = apart.collect();
    blocks.push(if items.is_empty() {
        Block::text(Role::Body, language.report_apart_none())
    } else {
        let marker = Marker::Bullet;
        Block::List { marker, items }
    });
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
    let evidence = &held.evidence[..held.evidence.len().min(REASONS)];
    blocks.push(Block::text(Role::Note, because(wording, evidence, None)));
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
    let cell = |text: String| match text.is_empty() {
        true => Cell::default(),
        false => Cell::text(text),
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
    let column = |head: &str, share, numbers| Column {
        head: head.to_owned(),
        share,
        numbers,
    };
    let table = Table {
        caption: language.report_steps_caption().to_owned(),
        columns: vec![
            column(language.report_step(), 5.4, false),
            column(language.steps_owner(), 2.0, false),
            column(language.steps_due(), 1.5, false),
            column(language.report_gain(), 0.8, true),
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
    let lesson = language.labelled(language.lesson(), case.lesson.get(language));
    vec![Block::Together(vec![
        Block::heading(2, language.owner_cases()),
        paragraph(Role::Body, vec![Span::strong(who)]),
        Block::text(Role::Body, lesson),
        Block::text(Role::Note, language.report_line(&why, &origin)),
    ])]
}
