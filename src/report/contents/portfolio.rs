//! The portfolio report: how all firms stand, for whoever organised it.

use std::{cmp::Reverse, collections::HashMap};

use super::{
    firm::{name_of, shown},
    parts::{cell, column, figure, line, numbers, occasion, report, sentences},
    source::{Scope, Source},
};
use crate::{
    analysis::{
        Candidate, Certainty, Distribution, HeatRow, IN_STEP_WITHIN, Lead, Outcome, Ranking,
        RoundResult, Sampling, evaluate,
    },
    chart::{Canvas, Ink, MarkKind, PlaneMark, PlaneSpec, boxes, plane},
    model::{Enterprise, EnterpriseId, Factor, Round},
    report::tree::{Block, Cell, Report, Role, Table},
    wording::{group_rows, rank_range, resonance_range, two_decimals, two_decimals_or_none, whole},
};

/// Ranks are counted for up to so many firms; the interval says how sure R is for any number.
const MOST_RANKED: usize = 300;
/// How many groups there is room for beside one another.
const GROUPS: usize = 5;

/// A firm of the portfolio.
struct Member<'a> {
    enterprise: &'a Enterprise,
    name: String,
    round: Option<(&'a Round, RoundResult)>,
}

impl Member<'_> {
    fn result(&self) -> Option<&RoundResult> {
        self.round.as_ref().map(|(_, result)| result)
    }

    fn outcome(&self) -> Option<Outcome> {
        self.result()?.outcome
    }
}

pub(super) fn portfolio(source: &Source<'_>, scope: &Scope) -> Report {
    let language = source.language;
    let members = members(source, scope);
    let complete = members.iter().filter(|one| one.outcome().is_some()).count();
    let hidden = members.iter().filter_map(Member::result);
    let hidden = hidden.filter(|result| result.hidden).count();
    let mut blocks = vec![
        Block::text(Role::Note, occasion(source)),
        Block::heading(1, language.report_portfolio()),
        Block::text(Role::Lead, language.report_counts(members.len(), complete)),
    ];
    if members.len() > complete {
        let others = members.len() - complete - hidden;
        let parts = [
            (others > 0).then(|| language.report_counts_incomplete(others)),
            (hidden > 0).then(|| language.report_counts_hidden(hidden)),
        ];
        blocks.push(Block::text(
            Role::Body,
            line(source, parts.into_iter().flatten()),
        ));
    }
    if complete > 0 {
        blocks.extend(plane_of(source, &members));
        blocks.extend(distribution(source, &members));
    }
    if !members.is_empty() {
        blocks.push(Block::heading(2, language.report_firms()));
        blocks.push(Block::text(Role::Note, language.report_firms_caption()));
        blocks.push(Block::Table(table(source, &members)));
    }
    blocks.extend(ranks(source, &members));
    let title = language.report_of(language.report_portfolio(), &shown(&source.workbook.title));
    report(source, title, String::new(), blocks)
}

/// The firms of the scope, the best first, then those without a number.
fn members<'a>(source: &Source<'a>, scope: &Scope) -> Vec<Member<'a>> {
    let workbook = source.workbook;
    let all = workbook.enterprises.iter();
    let known: HashMap<EnterpriseId, &Enterprise> = all.map(|one| (one.id, one.as_ref())).collect();
    let chosen = scope.0.iter().filter_map(|chosen| {
        let enterprise = *known.get(&chosen.enterprise)?;
        let round = match chosen.round {
            Some(id) => enterprise.round(id),
            None => enterprise.latest_round(),
        };
        Some(Member {
            enterprise,
            name: name_of(source, enterprise),
            round: round.map(|round| (round.as_ref(), evaluate(round, &source.settings))),
        })
    });
    let mut members: Vec<Member<'_>> = chosen.collect();
    let place = |one: &Member<'_>| {
        let resonance = one.outcome().map(|outcome| outcome.resonance);
        // Not negative, so that its bits are in the order of its value.
        Reverse(resonance.map(|resonance| resonance.to_bits()))
    };
    members.sort_by_key(place);
    members
}

fn plane_of(source: &Source<'_>, members: &[Member<'_>]) -> [Block; 2] {
    let language = source.language;
    let mut spoken = Vec::new();
    let mut marks = Vec::new();
    for member in members {
        let Some(outcome) = member.outcome() else {
            continue;
        };
        let (supply, demand) = (outcome.supply, outcome.demand);
        spoken.push(language.plane_point(
            &member.name,
            &whole(outcome.resonance),
            &two_decimals(supply),
            &two_decimals(demand),
        ));
        marks.push(PlaneMark {
            demand,
            supply,
            look: match outcome.lead {
                Lead::SupplyLed => (MarkKind::Circle, Ink::Supply),
                Lead::DemandLed => (MarkKind::Square, Ink::Demand),
                Lead::InStep => (MarkKind::Diamond, Ink::Resonance),
            },
            name: member.name.clone(),
        });
    }
    let spec = PlaneSpec {
        marks,
        axes: [language.plane_y(), language.plane_x()].map(str::to_owned),
        zones: [language.plane_supply_led(), language.plane_demand_led()].map(str::to_owned),
        in_step: IN_STEP_WITHIN,
        contours: [20, 40, 60, 80].map(|resonance| language.plane_contour(resonance)),
    };
    [
        Block::heading(2, language.portfolio_plane()),
        figure(language.report_plane(), move |width, measure| {
            plane(&spec, width, Canvas::new(spoken.clone(), measure))
        }),
    ]
}

fn distribution(source: &Source<'_>, members: &[Member<'_>]) -> Vec<Block> {
    let language = source.language;
    let sector = |enterprise: &Enterprise| match enterprise.sector.as_str() {
        "" => language.distribution_no_sector().to_owned(),
        sector => shown(source.knowledge.sectors.label(sector, language)),
    };
    let groups = members
        .iter()
        .filter_map(|one| Some((sector(one.enterprise), one.result()?)));
    let found = Distribution::of(groups, language.distribution_all());
    let mut spread = vec![
        Block::heading(2, language.portfolio_distribution()),
        Block::text(Role::Note, language.distribution_text()),
    ];
    let (rows, spoken) = group_rows(language, &found);
    if !rows.is_empty() {
        let caption = language.distribution_by_sector();
        spread.push(figure(caption, move |width, measure| {
            boxes(&rows, width, Canvas::new(spoken.clone(), measure))
        }));
    }
    let few = found.few.iter();
    let few: Vec<String> = few
        .map(|(group, count)| language.in_brackets(group, &count.to_string()))
        .collect();
    if !few.is_empty() {
        let line = language.distribution_few(few.len(), &few.join(language.name_joiner()));
        spread.push(Block::text(Role::Note, line));
    }
    let mut blocks = vec![Block::Together(spread)];
    blocks.push(Block::heading(2, language.heat_title()));
    blocks.push(Block::text(Role::Note, language.report_heat()));
    let heat: Vec<&HeatRow<String>> = found.heat.iter().filter(|row| says(row)).collect();
    if heat.is_empty() {
        blocks.push(Block::text(Role::Body, language.heat_few()));
    }
    let heat = heat
        .chunks(GROUPS)
        .map(|groups| Block::Table(heat_of(source, groups)));
    blocks.extend(heat);
    blocks
}

/// A line a factor, a column a group.
fn heat_of(source: &Source<'_>, groups: &[&HeatRow<String>]) -> Table {
    let (wording, language) = (source.wording(), source.language);
    let mut columns = vec![column(language.column_factor(), 1.6)];
    columns.extend(groups.iter().map(|group| {
        let head = language.in_brackets(&group.key, &group.count.to_string());
        numbers(head, 1.0)
    }));
    let rows = Factor::ALL.map(|factor| {
        let mut cells = vec![Cell::text(wording.factor_name(factor))];
        cells.extend(groups.iter().map(|group| {
            let found = group.cells[factor];
            let mut printed = two_decimals_or_none(found.mean);
            if found.mean.is_some() && found.count != group.count {
                printed = language.in_brackets(&printed, &language.heat_of(found.count));
            }
            Cell::number(printed, found.mean)
        }));
        cells
    });
    Table {
        caption: language.report_heat_of().to_owned(),
        columns,
        rows: rows.into(),
        row_heads: true,
    }
}

/// Whether a group says anything of any factor.
fn says(row: &HeatRow<String>) -> bool {
    row.cells.iter().any(|(_, cell)| cell.mean.is_some())
}

/// A line a firm.
fn table(source: &Source<'_>, members: &[Member<'_>]) -> Table {
    let language = source.language;
    let rows = members.iter().map(|member| {
        let result = member.result();
        let outcome = member.outcome();
        let side = |value: Option<f64>| Cell::number(two_decimals_or_none(value), value);
        let (band, lead) = match (outcome, result) {
            (Some(outcome), _) => (
                language.band(outcome.band).to_owned(),
                language.lead(outcome.lead),
            ),
            (None, Some(result)) if result.hidden => (language.portfolio_hidden().to_owned(), ""),
            (None, Some(result)) => match result.missing().collect::<Vec<_>>()[..] {
                [one] => {
                    let name = source.wording().factor_name(one);
                    (language.portfolio_missing_one(name), "")
                }
                ref missing => (language.portfolio_missing(missing.len()), ""),
            },
            (None, None) => (language.portfolio_no_round().to_owned(), ""),
        };
        let interval = match result.and_then(|result| result.certainty) {
            Some(Certainty::Intervals { resonance, .. }) => {
                resonance_range((resonance.low, resonance.high))
            }
            _ => String::new(),
        };
        let people = result.map_or(0, |result| result.respondents);
        let date = member.round.as_ref().map(|(round, _)| shown(&round.date));
        vec![
            Cell::text(member.name.clone()),
            outcome.map_or_else(
                || Cell::text("–"),
                |found| Cell::number(whole(found.resonance), Some(found.resonance * 100.0)),
            ),
            cell(band),
            cell(lead),
            cell(interval),
            side(result.and_then(|result| result.sides.supply.value)),
            side(result.and_then(|result| result.sides.demand.value)),
            Cell::number(people.to_string(), Some(people as f64)),
            cell(date.unwrap_or_default()),
        ]
    });
    Table {
        caption: language.report_firms_order().to_owned(),
        columns: vec![
            column(language.portfolio_column_name(), 3.2),
            numbers("R", 0.7),
            column(language.report_band(), 1.5),
            column(language.portfolio_column_lead(), 1.5),
            column(language.portfolio_column_interval(), 1.1),
            numbers("S", 0.8),
            numbers("D", 0.8),
            numbers(language.portfolio_column_people(), 0.9),
            column(language.round_date(), 1.4),
        ],
        rows: rows.collect(),
        row_heads: true,
    }
}

/// Ranks with how sure they are; nothing for one firm alone, or for very many.
fn ranks(source: &Source<'_>, members: &[Member<'_>]) -> Vec<Block> {
    let language = source.language;
    let complete: Vec<&Member<'_>> = members
        .iter()
        .filter(|one| one.outcome().is_some())
        .collect();
    if !(2..=MOST_RANKED).contains(&complete.len()) {
        return Vec::new();
    }
    let candidates = complete.iter().map(|one| Candidate::of(one.result()?));
    let candidates: Vec<Option<Candidate>> = candidates.collect();
    let Some(ranking) = Ranking::of(&candidates, Sampling::of(complete.len())) else {
        return Vec::new();
    };
    let rows = complete
        .iter()
        .zip(&ranking.places)
        .filter_map(|(member, place)| {
            let place = place.as_ref()?;
            Some(vec![
                Cell::number(place.rank.to_string(), Some(place.rank as f64)),
                Cell::text(member.name.clone()),
                Cell::text(rank_range(language, place.likely)),
            ])
        });
    let mut blocks = vec![
        Block::heading(2, language.portfolio_ranks()),
        Block::text(Role::Note, language.ranks_text(ranking.draws)),
    ];
    blocks.push(Block::Table(Table {
        caption: language.report_ranks().to_owned(),
        columns: vec![
            numbers(language.ranks_rank(), 0.6),
            column(language.portfolio_column_name(), 4.0),
            column(language.ranks_likely(), 1.6),
        ],
        rows: rows.collect(),
        row_heads: false,
    }));
    let without = members.iter().filter(|one| one.outcome().is_none());
    let without: Vec<&str> = without.map(|one| one.name.as_str()).collect();
    if !without.is_empty() {
        let names = without.join(language.name_joiner());
        let line = language.ranks_without(without.len(), &names);
        blocks.extend(sentences(Role::Note, [line]));
    }
    blocks
}
