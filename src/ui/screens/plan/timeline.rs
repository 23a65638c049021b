//! R over time: rounds as measured, the plan from now on, the target.

use egui::{Ui, vec2};

use crate::{
    analysis::{Certainty, RoundResult},
    chart::{Canvas, Measured, TimelineSpec, timeline},
    model::{Enterprise, Factor, PlanState},
    state::View,
    ui::{
        charts::{ScreenMeasure, chart_ui},
        dates::{day_number, day_text},
        widgets::{caption_line, subdued_line},
    },
    wording::whole,
};

pub(super) fn timeline_ui(
    ui: &mut Ui,
    view: &View<'_>,
    enterprise: &Enterprise,
    result: &RoundResult,
) {
    let language = view.language;
    let (spec, left_out) = spec(view, enterprise, result);
    if spec.days().is_none() {
        subdued_line(ui, language.timeline_empty());
    } else {
        subdued_line(ui, language.timeline_text());
        let size = vec2(ui.available_width(), 230.0);
        let measure = ScreenMeasure(ui.ctx());
        let canvas = Canvas::new(spoken(view, &spec), &measure);
        let chart = timeline(&spec, size.into(), canvas);
        let name = language.timeline_title();
        chart_ui(ui, &chart, size, name, |_, _| {});
    }
    if left_out > 0 {
        caption_line(ui, &language.timeline_undated(left_out));
    }
}

/// What the timeline shows, and how many rounds and open steps have no date to be shown at.
fn spec(view: &View<'_>, enterprise: &Enterprise, result: &RoundResult) -> (TimelineSpec, usize) {
    let mut left_out = 0;
    let word = view.language.calendar_today();
    let mut spec = TimelineSpec {
        today: day_number(&view.today).map(|day| (day, word.to_owned())),
        ..TimelineSpec::default()
    };
    for round in &enterprise.rounds {
        let found = view.results.of(round, &view.settings);
        let Some(outcome) = found.outcome else {
            continue;
        };
        let Some(day) = day_number(&round.date) else {
            left_out += 1;
            continue;
        };
        let interval = match found.certainty {
            Some(Certainty::Intervals { resonance, .. }) => Some((resonance.low, resonance.high)),
            Some(Certainty::Both(_)) | None => None,
        };
        spec.measured.push(Measured {
            day,
            resonance: outcome.resonance,
            interval,
        });
    }
    spec.measured.sort_by_key(|round| round.day);
    let levels = &enterprise.target.levels;
    let target = view.profile(levels).and_then(|then| then.outcome);
    if enterprise.target.is_set() {
        let day = day_number(&enterprise.target.due);
        spec.target = day.zip(target.map(|outcome| outcome.resonance));
    }
    let mut steps: Vec<(i32, (Option<Factor>, f64))> = Vec::new();
    for item in &enterprise.plan {
        if item.state == PlanState::Done || item.factor.is_none() {
            continue;
        }
        match day_number(&item.due) {
            Some(day) => steps.push((day, (item.factor, item.lift))),
            None => left_out += 1,
        }
    }
    steps.sort_by_key(|(day, _)| *day);
    let lifts: Vec<_> = steps.iter().map(|(_, lift)| *lift).collect();
    if let Some(outcome) = result.outcome
        && let Some((first, _)) = steps.first()
    {
        // The plan sets out from the last round, or from now where that has no date.
        let last = spec.measured.last().map(|round| round.day);
        let start = last
            .or(day_number(&view.today))
            .unwrap_or(*first)
            .min(*first);
        spec.planned.push((start, outcome.resonance));
        let planned = view
            .round()
            .map(|round| view.results.planned(round, &lifts, &view.settings))
            .unwrap_or_default();
        for ((day, _), outcome) in steps.iter().zip(planned.iter()) {
            if let Some(outcome) = outcome {
                spec.planned.push((*day, outcome.resonance));
            }
        }
    }
    let mut days: Vec<i32> = Vec::new();
    // Those that matter most first: what does not fit is left out from the end.
    days.extend(spec.target.map(|(day, _)| day));
    days.extend(spec.measured.iter().map(|round| round.day));
    days.extend(spec.planned.iter().rev().map(|(day, _)| *day));
    days.dedup();
    spec.ticks = days.into_iter().map(|day| (day, day_text(day))).collect();
    (spec, left_out)
}

fn spoken(view: &View<'_>, spec: &TimelineSpec) -> Vec<String> {
    let language = view.language;
    let measured = spec
        .measured
        .iter()
        .map(|round| language.timeline_measured(&day_text(round.day), &whole(round.resonance)));
    let planned = spec
        .planned
        .iter()
        .skip(1)
        .map(|(day, value)| language.timeline_planned(&day_text(*day), &whole(*value)));
    let target = spec.target.map(|(day, value)| {
        format!(
            "{} {} {}",
            language.timeline_target(),
            day_text(day),
            whole(value)
        )
    });
    measured.chain(planned).chain(target).collect()
}
