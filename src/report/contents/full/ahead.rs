//! What is advised, what is planned, and what could be.

use super::super::{
    firm::{Firm, shown, shown_text},
    parts::{cell, column, numbers, paragraph},
};
use crate::{
    analysis::{Difference, RoundResult, result_of_profile},
    report::tree::{Block, Cell, Marker, Role, Span, Table},
    wording::{
        because, effort, fit, nearness, plan_state, plan_text, points, points_gained, whole,
    },
};

/// How many of each kind are told.
const MOST: usize = 3;

/// Holding factors, steps, challenges, measures, scenarios and cases, each with what it rests on.
pub(super) fn advice(firm: &Firm<'_>) -> Vec<Block> {
    let (wording, language) = (firm.source.wording(), firm.source.language);
    let Some(advice) = &firm.advice else {
        return Vec::new();
    };
    let knowledge = wording.knowledge;
    let mut blocks = vec![Block::heading(2, language.owner_holding())];
    if advice.holding.is_empty() {
        blocks.push(Block::text(Role::Body, language.owner_nothing_holds()));
    }
    let holding = advice.holding.iter().map(|held| {
        let mut facts = vec![because(wording, &held.evidence, None)];
        facts.extend(
            held.gain
                .map(|gain| language.gain_points(&points_gained(gain))),
        );
        entry(wording.factor_name(held.factor), &[], joined(firm, facts))
    });
    blocks.extend(list(Marker::Number, holding));
    let steps = advice.steps.iter().filter_map(|step| {
        let rule = knowledge.rule(&step.rule)?;
        let why = because(wording, &step.evidence, Some(rule.why.get(language)));
        let mut facts = vec![
            wording.factor_name(step.factor).to_owned(),
            effort(language, rule.effort).to_owned(),
        ];
        facts.extend(
            step.gain
                .map(|gain| language.gain_points(&points_gained(gain))),
        );
        facts.push(language.origin(&rule.origin));
        Some(entry(rule.step.get(language), &[&why], joined(firm, facts)))
    });
    blocks.extend(part(language.report_steps(), Marker::Box, steps));
    let challenges = advice.challenges.iter().take(MOST).filter_map(|found| {
        let challenge = knowledge.challenge(&found.challenge)?;
        let why = because(wording, &found.evidence, None);
        let text = [challenge.text.get(language), why.as_str()];
        let origin = language.origin(&challenge.origin);
        Some(entry(challenge.name.get(language), &text, origin))
    });
    blocks.extend(part(language.owner_report(), Marker::Bullet, challenges));
    let measures = advice.measures.iter().take(MOST).filter_map(|found| {
        let measure = knowledge.countermeasure(&found.countermeasure)?;
        let mut facts = vec![
            fit(language, found.fit).to_owned(),
            effort(language, measure.effort).to_owned(),
        ];
        facts.extend(found.gain.map(|gain| language.moves(&points_gained(gain))));
        facts.push(language.origin(&measure.origin));
        let first = measure.first_step.get(language);
        Some(entry(
            measure.name.get(language),
            &[first],
            joined(firm, facts),
        ))
    });
    blocks.extend(part(language.report_measures(), Marker::Bullet, measures));
    let scenarios = advice.scenarios.iter().take(MOST).filter_map(|found| {
        let scenario = knowledge.scenario(&found.scenario)?;
        let first = language.labelled(language.first_step(), scenario.first_step.get(language));
        let text = [scenario.text.get(language), first.as_str()];
        let origin = language.origin(&scenario.origin);
        Some(entry(scenario.name.get(language), &text, origin))
    });
    blocks.extend(part(language.owner_scenarios(), Marker::Bullet, scenarios));
    let cases = advice.cases.iter().take(MOST).filter_map(|near| {
        let case = knowledge.cases.iter().find(|case| case.id == near.case)?;
        let who = language.report_case(case.who.get(language), case.name.get(language));
        let lesson = language.labelled(language.lesson(), case.lesson.get(language));
        let mut text = vec![case.text.get(language)];
        text.extend(case.figures.iter().map(|figure| figure.get(language)));
        text.push(&lesson);
        let facts = vec![
            nearness(language, near.nearness),
            language.origin(&case.origin),
        ];
        Some(entry(&who, &text, joined(firm, facts)))
    });
    blocks.extend(part(language.owner_cases(), Marker::Bullet, cases));
    blocks.push(Block::text(Role::Note, language.owner_ours()));
    blocks
}

/// A name, sentences, and the facts it rests on.
fn entry(name: &str, text: &[&str], facts: String) -> Vec<Block> {
    let mut blocks = vec![paragraph(Role::Body, vec![Span::strong(name)])];
    blocks.extend(text.iter().map(|text| Block::text(Role::Body, *text)));
    blocks.push(Block::text(Role::Note, facts));
    blocks
}

fn joined(firm: &Firm<'_>, facts: Vec<String>) -> String {
    let language = firm.source.language;
    let facts = facts.into_iter();
    facts
        .reduce(|line, fact| language.report_line(&line, &fact))
        .unwrap_or_default()
}

fn list(marker: Marker, items: impl Iterator<Item = Vec<Block>>) -> Option<Block> {
    let items: Vec<_> = items.map(|item| vec![Block::Together(item)]).collect();
    (!items.is_empty()).then_some(Block::List { marker, items })
}

/// A list under its heading; nothing where it is empty.
fn part(heading: &str, marker: Marker, items: impl Iterator<Item = Vec<Block>>) -> Vec<Block> {
    list(marker, items).map_or_else(Vec::new, |list| vec![Block::heading(3, heading), list])
}

/// The plan, done and ahead.
pub(super) fn plan(firm: &Firm<'_>) -> Vec<Block> {
    let (wording, language) = (firm.source.wording(), firm.source.language);
    if firm.enterprise.plan.is_empty() {
        return Vec::new();
    }
    let rows = firm.enterprise.plan.iter().map(|item| {
        let gain = firm.gain(item.factor, item.lift);
        vec![
            Cell::text(shown_text(plan_text(wording, item))),
            cell(firm.owner(item)),
            cell(shown(&item.due)),
            cell(item.factor.map_or("", |factor| wording.factor_name(factor))),
            Cell::text(plan_state(language, item.state)),
            gain.map_or_else(Cell::default, |gain| {
                let printed = language.report_gain_points(&points_gained(gain));
                Cell::number(printed, Some(gain * 100.0))
            }),
        ]
    });
    let table = Table {
        caption: language.report_steps_caption().to_owned(),
        columns: vec![
            column(language.report_step(), 4.0),
            column(language.steps_owner(), 1.6),
            column(language.steps_due(), 1.4),
            column(language.steps_factor(), 1.6),
            column(language.report_state(), 1.2),
            numbers(language.report_gain(), 0.8),
        ],
        rows: rows.collect(),
        row_heads: true,
    };
    vec![
        Block::heading(2, language.owner_plan()),
        Block::Table(table),
    ]
}

/// Profiles kept under a name, and what each would come to.
pub(super) fn what_ifs(firm: &Firm<'_>, result: &RoundResult) -> Vec<Block> {
    let language = firm.source.language;
    let Some(now) = result.outcome else {
        return Vec::new();
    };
    let rows = firm.enterprise.what_ifs.iter().filter_map(|one| {
        let then = result_of_profile(result, &one.levels, &firm.source.settings).outcome?;
        let change = points(&Difference {
            from: now.resonance,
            to: then.resonance,
        });
        Some(vec![
            Cell::text(shown(&one.name)),
            Cell::number(whole(then.resonance), Some(then.resonance * 100.0)),
            Cell::number(change, Some((then.resonance - now.resonance) * 100.0)),
            cell(shown_text(&one.reasons)),
        ])
    });
    let rows: Vec<_> = rows.collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let table = Table {
        caption: language.report_what_ifs_caption().to_owned(),
        columns: vec![
            column(language.plan_page_what_ifs(), 2.0),
            numbers("R", 0.7),
            numbers(language.report_difference(), 1.0),
            column(language.report_reasons(), 3.0),
        ],
        rows,
        row_heads: true,
    };
    vec![
        Block::heading(2, language.plan_page_what_ifs()),
        Block::Table(table),
    ]
}
