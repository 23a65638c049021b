//! The factors of a result as charts: axes of radars, rows of dots, what is said over them.

use std::iter::repeat_n;

use egui::{Ui, Vec2};

use super::measure::ScreenMeasure;
use crate::{
    analysis::{FactorResult, FactorState, RoundResult},
    chart::{Axis, Canvas, Chart, DotRow, Target, TextMeasure, TextRole, Vertex, dots},
    i18n::Language,
    model::{Factor, Hands, Level, Polarity, orient},
    state::View,
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
fn words_outward<'a>(view: &View<'a>, factor: Factor) -> &'a str {
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
pub(super) fn description(
    view: &View<'_>,
    result: &RoundResult,
    factors: &[Factor],
) -> Vec<String> {
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

/// Where an outline crosses the axis of a factor.
#[must_use]
pub fn vertex_of(found: &FactorResult) -> Vertex {
    match (found.favourability, found.state) {
        (Some(favourability), _) => Vertex::At(favourability),
        (None, FactorState::NotApplicable) => Vertex::Without,
        (None, _) => Vertex::Missing,
    }
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
                vertex: vertex_of(found),
                printed: printed(view, found),
                hint: hint_outward(view, *factor),
                before: before.and_then(|before| before.factors[*factor].favourability),
                spread: spread(*factor, found),
            }
        })
        .collect()
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

/// The row of a factor.
pub(super) fn dot_row(view: &View<'_>, result: &RoundResult, factor: Factor) -> DotRow {
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
