//! The factors of a result as charts: axes of radars, rows of dots, what is said over them.

use std::{iter::repeat_n, sync::Arc};

use egui::{Ui, Vec2};

use super::measure::ScreenMeasure;
use crate::{
    analysis::{FactorResult, FactorState, RoundResult},
    app::View,
    chart::{
        Axis, AxisState, Canvas, Chart, DotRow, Spokes, Target, TextMeasure, TextRole, dots, radar,
        two_radars,
    },
    i18n::Language,
    model::{Factor, Hands, Level, Polarity, Side, orient},
    ui::words::{level_sentence, one_decimal},
};

/// What is shown over a factor: name, number as scored, which way is better, the level's sentence.
pub fn factor_hover_ui(ui: &mut Ui, view: &View<'_>, result: &RoundResult, target: &Target) {
    ui.set_max_width(280.0);
    let words = view.knowledge.framework.of(target.factor);
    ui.strong(words.name.get(view.language));
    let found = &result.factors[target.factor];
    if let Some(score) = found.score {
        ui.label(view.language.as_scored(&one_decimal(score)));
        if let Ok(level) = Level::new(score) {
            ui.label(level_sentence(view.language, words, level));
        }
    } else {
        ui.label(state_word(view.language, found.state));
    }
    if target.factor.polarity() == Polarity::Inverse {
        ui.weak(hint_outward(view, target.factor).concat());
    }
}

/// What lies outward on an inverse factor's axis: its low end.
#[must_use]
pub fn words_outward<'a>(view: &View<'a>, factor: Factor) -> &'a str {
    view.knowledge.framework.of(factor).low.get(view.language)
}

/// What outward means on an inverse factor's axis, in lines; none on a direct one.
#[must_use]
pub fn hint_outward(view: &View<'_>, factor: Factor) -> Vec<String> {
    match factor.polarity() {
        Polarity::Direct => Vec::new(),
        Polarity::Inverse => [view.language.outward(), words_outward(view, factor)]
            .map(str::to_owned)
            .to_vec(),
    }
}

/// A name in lines for a narrow place: English names break at their space.
#[must_use]
pub fn lines_of(name: &str) -> Vec<String> {
    name.split(' ').map(str::to_owned).collect()
}

/// Why a factor has no score; empty where it has one.
#[must_use]
pub fn state_word(language: Language, state: FactorState) -> &'static str {
    match state {
        FactorState::Scored => "",
        FactorState::NotApplicable => language.value_not_applicable(),
        FactorState::Missing => language.value_not_scored(),
    }
}

/// The score as printed, or why there is none.
fn printed(view: &View<'_>, found: &FactorResult) -> String {
    let none = || state_word(view.language, found.state).to_owned();
    found.score.map_or_else(none, one_decimal)
}

/// The numbers of factors, a line each, for those who do not see the chart.
fn description(view: &View<'_>, result: &RoundResult, factors: &[Factor]) -> Vec<String> {
    let part = |factor: &Factor| {
        let found = &result.factors[*factor];
        let value = printed(view, found);
        let hands = found.hands.map_or_else(String::new, |hands| {
            format!(" ({})", view.language.hands_total(hands.total()))
        });
        format!("{} {value}{hands}", view.factor_name(*factor))
    };
    factors.iter().map(part).collect()
}

/// The respondents' spread as favourabilities in rising order; only where there is more than one.
fn spread(factor: Factor, found: &FactorResult) -> Option<[f64; 4]> {
    let spread = found.spread.filter(|_| found.respondents > 1)?;
    let mut values = [
        spread.min,
        spread.lower_quartile,
        spread.upper_quartile,
        spread.max,
    ]
    .map(|level| orient(level, factor));
    values.sort_by(f64::total_cmp);
    Some(values)
}

/// The radar of a result.
pub(super) fn radar_chart(ui: &Ui, view: &View<'_>, result: &RoundResult, size: Vec2) -> Chart {
    let before = result_before(view);
    let axes = radar_axes(view, result, &Factor::ALL, before.as_deref());
    let measure = ScreenMeasure(ui.ctx());
    let canvas = Canvas::new(description(view, result, &Factor::ALL), &measure);
    radar(Spokes::Both, &axes, size.into(), canvas)
}

/// The radars of both sides of a result, on one scale.
pub(super) fn two_radar_charts(
    ui: &Ui,
    view: &View<'_>,
    result: &RoundResult,
    size: Vec2,
) -> [Chart; 2] {
    let before = result_before(view);
    let axes = Side::ALL.map(|side| radar_axes(view, result, &side.factors(), before.as_deref()));
    let measure = ScreenMeasure(ui.ctx());
    let spoken = Side::ALL.map(|side| description(view, result, &side.factors()));
    two_radars(
        &axes,
        size.into(),
        spoken.map(|spoken| Canvas::new(spoken, &measure)),
    )
}

fn result_before(view: &View<'_>) -> Option<Arc<RoundResult>> {
    let round = view.previous_round()?;
    Some(view.results.of(round, &view.settings))
}

/// The axes of some factors, with an earlier result behind them where there is one.
#[must_use]
pub fn radar_axes(
    view: &View<'_>,
    result: &RoundResult,
    factors: &[Factor],
    before: Option<&RoundResult>,
) -> Vec<Axis> {
    factors
        .iter()
        .map(|factor| {
            let found = &result.factors[*factor];
            Axis {
                factor: *factor,
                label: lines_of(view.factor_name(*factor)),
                state: match (found.favourability, found.score) {
                    (Some(favourability), Some(score)) => AxisState::Value {
                        favourability,
                        printed: one_decimal(score),
                    },
                    _ if found.state == FactorState::NotApplicable => {
                        AxisState::Without(view.language.value_not_applicable().to_owned())
                    }
                    _ => AxisState::Missing(view.language.value_not_scored().to_owned()),
                },
                hint: hint_outward(view, *factor),
                before: before.and_then(|before| before.factors[*factor].favourability),
                spread: spread(*factor, found),
            }
        })
        .collect()
}

/// The dot rows of a result.
pub(super) fn dots_chart(ui: &Ui, view: &View<'_>, result: &RoundResult, size: Vec2) -> Chart {
    let rows = Factor::ALL.map(|factor| dot_row(view, result, factor));
    let measure = ScreenMeasure(ui.ctx());
    let canvas = Canvas::new(description(view, result, &Factor::ALL), &measure);
    dots(&rows, size.into(), 0.0, canvas)
}

/// The dot row of one factor.
#[must_use]
pub fn factor_dots_chart(
    ui: &Ui,
    view: &View<'_>,
    result: &RoundResult,
    factor: Factor,
    size: Vec2,
) -> Chart {
    let measure = ScreenMeasure(ui.ctx());
    let widths = Factor::ALL.map(|other| {
        let name = measure.width(view.factor_name(other), TextRole::Caption);
        name.max(measure.width(&dot_hint(view, other), TextRole::Tick))
    });
    let names = widths.into_iter().fold(0.0, f32::max);
    let canvas = Canvas::new(description(view, result, &[factor]), &measure);
    dots(&[dot_row(view, result, factor)], size.into(), names, canvas)
}

/// What lies to the right on an inverse factor's row; empty for a direct one.
#[must_use]
pub fn dot_hint(view: &View<'_>, factor: Factor) -> String {
    match factor.polarity() {
        Polarity::Direct => String::new(),
        Polarity::Inverse => view.language.rightward(words_outward(view, factor)),
    }
}

fn dot_row(view: &View<'_>, result: &RoundResult, factor: Factor) -> DotRow {
    let found = &result.factors[factor];
    let dots = found.dots.iter().filter(|_| found.respondents > 1);
    let hands = found.hands.iter().flat_map(Hands::levels);
    DotRow {
        factor,
        label: view.factor_name(factor).to_owned(),
        hint: dot_hint(view, factor),
        value: found.favourability,
        printed: printed(view, found),
        spread: spread(factor, found),
        dots: dots.map(|dot| orient(dot.level, factor)).collect(),
        hands: hands
            .flat_map(|(level, count)| repeat_n(level.favourability(factor), count.into()))
            .collect(),
    }
}
