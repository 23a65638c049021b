//! Rounds over their dates: R, S and D of one enterprise, or one of the three of several.

use egui::{Ui, vec2};

use super::field::Field;
use crate::{
    analysis::{Certainty, Interval, Outcome, RoundResult},
    chart::{
        Canvas, Dash, Ink, MarkKind, Moment, SeriesLook, TextMeasure, TextRole, TrendLine,
        TrendPoint, TrendSpec, series_look, side_ink, side_mark, trend_chart,
    },
    i18n::Language,
    model::{Enterprise, Side},
    state::{Actions, CompareAction, Entry, Profile, Tracked, View},
    ui::{
        charts::{ScreenMeasure, chart_ui},
        dates::{day_number, day_text},
        lineup_words::round_name,
        widgets::{caption_line, choose_one, subdued_line},
    },
    wording::{two_decimals, whole},
};

const ALL: [Tracked; 3] = [Tracked::Resonance, Tracked::Supply, Tracked::Demand];

/// What is drawn, what there is to say of it, and what could not be drawn.
#[derive(Default)]
struct Drawn {
    spec: TrendSpec,
    /// Each point and goal in words.
    said: Vec<String>,
    undated: usize,
    left_out: usize,
}

pub(super) fn over_time_ui(ui: &mut Ui, field: &Field<'_>, actions: &mut Actions) {
    let (view, language) = (field.view, field.view.language);
    let firms = field.lineup.enterprises();
    let present = view.session.compare.tracked;
    let mut drawn = Drawn::default();
    if let [(firm, _)] = firms.as_slice() {
        caption_line(ui, language.courses_text_one());
        for tracked in ALL {
            let line = one_line(language, tracked);
            add(view, &mut drawn, firm, tracked, line, Dates::WithNames);
        }
    } else {
        ui.horizontal_wrapped(|ui| {
            let choices = ALL.map(|tracked| (tracked, called(language, tracked)));
            let chosen = choose_one(ui, &present, &choices);
            actions.send_some(chosen.map(CompareAction::Track));
            caption_line(ui, language.courses_text_many());
        });
        for (firm, series) in &firms {
            let line = TrendLine {
                look: series_look(*series),
                label: view.name_of(firm).to_owned(),
                points: Vec::new(),
                goal: None,
            };
            add(view, &mut drawn, firm, present, line, Dates::Alone);
        }
    }
    notes_and_chart_ui(ui, field, drawn, firms.len());
}

fn notes_and_chart_ui(ui: &mut Ui, field: &Field<'_>, mut drawn: Drawn, firms: usize) {
    let (view, language) = (field.view, field.view.language);
    // Of one enterprise the three lines count every round.
    let times = if firms == 1 { ALL.len() } else { 1 };
    if drawn.spec.is_empty() {
        subdued_line(ui, language.courses_none());
    } else {
        drawn.spec.ticks.sort_by_key(|(at, _)| *at);
        drawn.spec.ticks.dedup();
        let size = vec2(ui.available_width(), 340.0);
        let measure = ScreenMeasure(ui.ctx());
        thin_out(&mut drawn.spec, size.x, &measure);
        let canvas = Canvas::new(drawn.said, &measure);
        let chart = trend_chart(&drawn.spec, size.into(), canvas);
        let firms = field.lineup.enterprises();
        let names = firms.iter().map(|(firm, _)| view.name_of(firm));
        let name = language.courses_of(&names.collect::<Vec<_>>().join(", "));
        chart_ui(ui, &chart, size, &name, |_, _| {});
    }
    let what_if = |entry: &Entry| matches!(entry.item.profile, Profile::WhatIf(_));
    if field.lineup.entries.iter().any(what_if) {
        caption_line(ui, language.courses_what_ifs());
    }
    if drawn.undated > 0 {
        caption_line(ui, &language.courses_undated(drawn.undated / times));
    }
    if drawn.left_out > 0 {
        caption_line(ui, &language.courses_left_out(drawn.left_out / times));
    }
}

/// The first and the last date matter most where there is no room for all.
fn thin_out(spec: &mut TrendSpec, width: f32, measure: &dyn TextMeasure) {
    let each = |(_, text): &(Moment, String)| measure.width(text, TextRole::Tick) + 10.0;
    let needed: f32 = spec.ticks.iter().map(each).sum();
    let last_day = |(at, _): &(Moment, String)| matches!(at, Moment::Day(_));
    if needed > width * 0.7
        && let Some(last) = spec.ticks.iter().rposition(last_day)
        && last > 1
    {
        let tick = spec.ticks.remove(last);
        spec.ticks.insert(1, tick);
    }
}

/// What a number is called.
const fn called(language: Language, tracked: Tracked) -> &'static str {
    match tracked {
        Tracked::Resonance => language.answer_title(),
        Tracked::Supply => language.supply(),
        Tracked::Demand => language.demand(),
    }
}

/// A line of one enterprise, in the look of its number.
fn one_line(language: Language, tracked: Tracked) -> TrendLine {
    let (ink, mark, dash) = match tracked {
        Tracked::Resonance => (Ink::Resonance, MarkKind::Diamond, Dash::Solid),
        Tracked::Supply => (
            side_ink(Side::Supply),
            side_mark(Side::Supply),
            Dash::LongDashed,
        ),
        Tracked::Demand => (
            side_ink(Side::Demand),
            side_mark(Side::Demand),
            Dash::Dashed,
        ),
    };
    TrendLine {
        look: SeriesLook { ink, mark, dash },
        label: called(language, tracked).to_owned(),
        points: Vec::new(),
        goal: None,
    }
}

fn value_of(tracked: Tracked, outcome: &Outcome) -> f64 {
    match tracked {
        Tracked::Resonance => outcome.resonance,
        Tracked::Supply => outcome.supply,
        Tracked::Demand => outcome.demand,
    }
}

/// A number as printed everywhere: R in whole points, S and D with two decimals.
fn printed(tracked: Tracked, value: f64) -> String {
    match tracked {
        Tracked::Resonance => whole(value),
        Tracked::Supply | Tracked::Demand => two_decimals(value),
    }
}

fn interval_of(tracked: Tracked, result: &RoundResult) -> Option<Interval> {
    match result.certainty? {
        Certainty::Both(_) => None,
        Certainty::Intervals {
            resonance,
            supply,
            demand,
        } => Some(match tracked {
            Tracked::Resonance => resonance,
            Tracked::Supply => supply,
            Tracked::Demand => demand,
        }),
    }
}

/// Whether a place without a date is called by its round.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Dates {
    WithNames,
    Alone,
}

/// Adds the line of an enterprise with its target.
fn add(
    view: &View<'_>,
    drawn: &mut Drawn,
    firm: &Enterprise,
    tracked: Tracked,
    mut line: TrendLine,
    dates: Dates,
) {
    let language = view.language;
    let mut undated = 0;
    let mut moment = |date: &str, name: &str| {
        if let Some(day) = day_number(date) {
            return (Moment::Day(day), day_text(day), day_text(day));
        }
        undated += 1;
        let tick = match dates {
            Dates::WithNames => name,
            Dates::Alone => language.courses_no_date(),
        };
        let said = format!("{name} ({})", language.courses_no_date());
        (Moment::Undated(undated - 1), tick.to_owned(), said)
    };
    let mut points: Vec<(TrendPoint, String)> = Vec::new();
    for round in &firm.rounds {
        let result = view.results.of(round, &view.settings);
        let Some(outcome) = result.outcome else {
            drawn.left_out += 1;
            continue;
        };
        let (at, tick, when) = moment(&round.date, round_name(view, round));
        let value = value_of(tracked, &outcome);
        let interval = interval_of(tracked, &result);
        let mut said = language.courses_point(&line.label, &when, &printed(tracked, value));
        if let Some(Interval { low, high }) = interval {
            let (low, high) = (printed(tracked, low), printed(tracked, high));
            said = format!("{said}; {}", language.courses_interval(&low, &high));
        }
        let interval = interval.map(|interval| (interval.low, interval.high));
        points.push((
            TrendPoint {
                at,
                value,
                interval,
            },
            said,
        ));
        drawn.spec.ticks.push((at, tick));
    }
    points.sort_by_key(|(point, _)| point.at);
    let target = firm.latest_round().filter(|_| firm.target.is_set());
    let target = target.and_then(|round| {
        let levels = &firm.target.levels;
        let then = view.results.profile(round, levels, &view.settings);
        then.outcome
    });
    let goal = target.map(|outcome| {
        let (at, tick, when) = moment(&firm.target.due, language.compare_target());
        let value = value_of(tracked, &outcome);
        let said = language.courses_goal(&line.label, &when, &printed(tracked, value));
        drawn.spec.ticks.push((at, tick));
        ((at, value), said)
    });
    drawn.undated += undated;
    for (point, said) in points {
        line.points.push(point);
        drawn.said.push(said);
    }
    if let Some((goal, said)) = goal {
        line.goal = Some(goal);
        drawn.said.push(said);
    }
    drawn.spec.lines.push(line);
}
