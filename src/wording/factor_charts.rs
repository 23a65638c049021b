//! The factors of a result as charts: axes of radars, rows of dots, what is said over them.

use std::iter::repeat_n;

use super::{names::Wording, numbers::one_decimal};
use crate::{
    analysis::{FactorResult, FactorState, RoundResult},
    chart::{Axis, Canvas, Chart, DotRow, TextMeasure, TextRole, Vertex, dots},
    i18n::Language,
    model::{Factor, Hands, Polarity, orient},
};

/// Why a factor has no score; empty where it has one.
#[must_use]
pub fn state_word(language: Language, state: FactorState) -> &'static str {
    match state {
        FactorState::Scored => "",
        FactorState::NotApplicable => language.value_not_applicable(),
        FactorState::Missing => language.value_not_scored(),
    }
}

/// A name in lines for a narrow place: English names break at their space.
#[must_use]
pub fn lines_of(name: &str) -> Vec<String> {
    name.split(' ').map(str::to_owned).collect()
}

/// What lies outward on an inverse factor's axis: its low end.
fn words_outward<'a>(wording: Wording<'a>, factor: Factor) -> &'a str {
    wording
        .knowledge
        .framework
        .of(factor)
        .low
        .get(wording.language)
}

/// What outward means on an inverse factor's axis, in lines; none on a direct one.
#[must_use]
pub fn hint_outward(wording: Wording<'_>, factor: Factor) -> Vec<String> {
    match factor.polarity() {
        Polarity::Direct => Vec::new(),
        Polarity::Inverse => [wording.language.outward(), words_outward(wording, factor)]
            .map(str::to_owned)
            .to_vec(),
    }
}

/// What lies to the right on an inverse factor's row; empty for a direct one.
#[must_use]
pub fn dot_hint(wording: Wording<'_>, factor: Factor) -> String {
    match factor.polarity() {
        Polarity::Direct => String::new(),
        Polarity::Inverse => wording.language.rightward(words_outward(wording, factor)),
    }
}

/// The score as printed, or why there is none.
fn printed(wording: Wording<'_>, found: &FactorResult) -> String {
    let none = || state_word(wording.language, found.state).to_owned();
    found.score.map_or_else(none, one_decimal)
}

/// The numbers of factors, a line each, for those who do not see the chart.
#[must_use]
pub fn description(wording: Wording<'_>, result: &RoundResult, factors: &[Factor]) -> Vec<String> {
    let part = |factor: &Factor| {
        let found = &result.factors[*factor];
        let value = printed(wording, found);
        let hands = found.hands.map_or_else(String::new, |hands| {
            format!(" ({})", wording.language.hands_total(hands.total()))
        });
        format!("{} {value}{hands}", wording.factor_name(*factor))
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
    wording: Wording<'_>,
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
                label: lines_of(wording.factor_name(*factor)),
                vertex: vertex_of(found),
                printed: printed(wording, found),
                hint: hint_outward(wording, *factor),
                before: before.and_then(|before| before.factors[*factor].favourability),
                spread: spread(*factor, found),
            }
        })
        .collect()
}

/// The row of a factor.
#[must_use]
pub fn dot_row(wording: Wording<'_>, result: &RoundResult, factor: Factor) -> DotRow {
    let found = &result.factors[factor];
    let dots = found.dots.iter().filter(|_| found.respondents > 1);
    let hands = found.hands.iter().flat_map(Hands::levels);
    DotRow {
        factor,
        label: wording.factor_name(factor).to_owned(),
        hint: dot_hint(wording, factor),
        value: found.favourability,
        printed: printed(wording, found),
        spread: spread(factor, found),
        dots: dots.map(|dot| orient(dot.level, factor)).collect(),
        hands: hands
            .flat_map(|(level, count)| repeat_n(level.favourability(factor), count.into()))
            .collect(),
    }
}

/// The dot row of one factor.
#[must_use]
pub fn factor_dots_chart(
    wording: Wording<'_>,
    result: &RoundResult,
    factor: Factor,
    size: (f32, f32),
    measure: &dyn TextMeasure,
) -> Chart {
    let widths = Factor::ALL.map(|other| {
        let name = measure.width(wording.factor_name(other), TextRole::Caption);
        name.max(measure.width(&dot_hint(wording, other), TextRole::Tick))
    });
    let names = widths.into_iter().fold(0.0, f32::max);
    let canvas = Canvas::new(description(wording, result, &[factor]), measure);
    dots(&[dot_row(wording, result, factor)], size, names, canvas)
}
