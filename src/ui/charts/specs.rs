//! From results to what the charts show, in words of the present language.

use std::sync::Arc;

use egui::{Ui, Vec2, vec2};

use super::painter::{ScreenMeasure, chart_ui};
use crate::{
    analysis::{Band, Certainty, FactorResult, FactorState, NaturalPair, RoundResult},
    app::{Action, Actions, Picture, View},
    chart::{
        Axis, AxisState, Chart, DotRow, GaugeSpec, MatrixSpec, PairRow, Spokes, Target,
        TextMeasure, TextRole, dots, gauge, matrix, pairs, radar, two_radars,
    },
    i18n::Language,
    model::{Factor, Hands, Polarity, Side, orient},
    ui::{
        widgets::segmented,
        words::{level_sentence, two_decimals_or_none, whole},
    },
};

/// A score or favourability with one decimal, as everywhere on screen.
#[must_use]
pub fn one_decimal(value: f64) -> String {
    format!("{:.1}", value + 1e-9)
}

/// Chooses how the factors are drawn.
pub fn picture_switch_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let pictures = [Picture::Radar, Picture::Sides, Picture::Dots];
    let labels = [
        view.language.picture_radar(),
        view.language.picture_sides(),
        view.language.picture_dots(),
    ];
    let chosen = pictures
        .iter()
        .position(|picture| *picture == view.session.picture)
        .unwrap_or_default();
    if let Some(clicked) = segmented(ui, view.theme, chosen, &labels) {
        actions.push(Action::Draw(pictures[clicked]));
    }
}

/// Which way is better in the picture that is chosen.
#[must_use]
pub fn better_where(view: &View<'_>) -> &'static str {
    match view.session.picture {
        Picture::Radar | Picture::Sides => view.language.outward_better(),
        Picture::Dots => view.language.rightward_better(),
    }
}

/// The radar, the two radars or the dots, as chosen, with the hover that tells the number as scored.
pub fn picture_ui(ui: &mut Ui, view: &View<'_>, result: &RoundResult, size: Vec2) {
    picture_as_ui(ui, view, result, view.session.picture, size);
}

/// The same, as chosen by the caller.
pub fn picture_as_ui(
    ui: &mut Ui,
    view: &View<'_>,
    result: &RoundResult,
    picture: Picture,
    size: Vec2,
) {
    let name = view
        .enterprise()
        .map_or("", |enterprise| view.name_of(enterprise));
    let (charts, spoken) = match picture {
        Picture::Radar => (
            vec![(radar_chart(ui, view, result, size), size)],
            view.language.radar_of(name),
        ),
        Picture::Sides => {
            // One over the other, each high enough to be read, unless there is much room.
            let width = if size.x >= 720.0 {
                (size.x - ui.spacing().item_spacing.x) / 2.0
            } else {
                size.x
            };
            let half = vec2(width, (width * 0.72).clamp(250.0, 320.0));
            let charts = two_radar_charts(ui, view, result, half).map(|chart| (chart, half));
            (charts.into(), view.language.radar_of(name))
        }
        Picture::Dots => (
            vec![(dots_chart(ui, view, result, size), size)],
            view.language.dots_of(name),
        ),
    };
    ui.horizontal_wrapped(|ui| {
        for (chart, size) in &charts {
            chart_ui(ui, view.theme, chart, *size, &spoken, |ui, target| {
                factor_hover_ui(ui, view, result, target);
            });
        }
    });
}

/// What is shown over a factor: name, number as scored, which way is better, the level's sentence.
pub fn factor_hover_ui(ui: &mut Ui, view: &View<'_>, result: &RoundResult, target: &Target) {
    ui.set_max_width(280.0);
    let words = view.knowledge.framework.of(target.factor);
    ui.strong(words.name.get(view.language));
    let found = &result.factors[target.factor];
    if let Some(score) = found.score {
        ui.label(view.language.as_scored(&one_decimal(score)));
        if let Ok(level) = crate::model::Level::new(score) {
            ui.label(level_sentence(view.language, words, level));
        }
    } else {
        ui.label(state_word(view.language, found.state));
    }
    if target.factor.polarity() == Polarity::Inverse {
        ui.weak(outward(view, target.factor));
    }
}

fn outward(view: &View<'_>, factor: Factor) -> String {
    let language = view.language;
    format!("{}{}", language.outward(), words_outward(view, factor))
}

/// What lies outward on an inverse factor's axis: its low end.
#[must_use]
pub fn words_outward<'a>(view: &View<'a>, factor: Factor) -> &'a str {
    view.knowledge.framework.of(factor).low.get(view.language)
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

/// The numbers of factors, a line each, for those who do not see the chart.
fn description(view: &View<'_>, result: &RoundResult, factors: &[Factor]) -> Vec<String> {
    let part = |factor: &Factor| {
        let found = &result.factors[*factor];
        let value = found.score.map_or_else(
            || state_word(view.language, found.state).to_owned(),
            one_decimal,
        );
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
fn radar_chart(ui: &Ui, view: &View<'_>, result: &RoundResult, size: Vec2) -> Chart {
    let before = result_before(view);
    let axes = radar_axes(view, result, &Factor::ALL, before.as_deref());
    let spoken = description(view, result, &Factor::ALL);
    let measure = ScreenMeasure(ui.ctx());
    radar(Spokes::Both, &axes, (size.x, size.y), spoken, &measure)
}

/// The radars of both sides of a result, on one scale.
fn two_radar_charts(ui: &Ui, view: &View<'_>, result: &RoundResult, size: Vec2) -> [Chart; 2] {
    let before = result_before(view);
    let axes = Side::ALL.map(|side| radar_axes(view, result, &side.factors(), before.as_deref()));
    let spoken = Side::ALL.map(|side| description(view, result, &side.factors()));
    two_radars(&axes, (size.x, size.y), spoken, &ScreenMeasure(ui.ctx()))
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
                hint: match factor.polarity() {
                    Polarity::Direct => Vec::new(),
                    Polarity::Inverse => vec![
                        view.language.outward().to_owned(),
                        words_outward(view, *factor).to_owned(),
                    ],
                },
                before: before.and_then(|before| before.factors[*factor].favourability),
                spread: spread(*factor, found),
            }
        })
        .collect()
}

/// A name in lines for a narrow place: English names break at their space.
#[must_use]
pub fn lines_of(name: &str) -> Vec<String> {
    name.split(' ').map(str::to_owned).collect()
}

/// The dot rows of a result.
fn dots_chart(ui: &Ui, view: &View<'_>, result: &RoundResult, size: Vec2) -> Chart {
    let rows: Vec<DotRow> = Factor::ALL
        .into_iter()
        .map(|factor| dot_row(view, result, factor))
        .collect();
    let spoken = description(view, result, &Factor::ALL);
    dots(
        &rows,
        (size.x, size.y),
        0.0,
        spoken,
        &ScreenMeasure(ui.ctx()),
    )
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
    let row = dot_row(view, result, factor);
    let spoken = description(view, result, &[factor]);
    let measure = ScreenMeasure(ui.ctx());
    let widths = Factor::ALL.map(|other| {
        let hint = dot_hint(view, other);
        let name = measure.width(view.factor_name(other), TextRole::Caption);
        name.max(measure.width(&hint, TextRole::Tick))
    });
    let names = widths.into_iter().fold(0.0, f32::max);
    dots(&[row], (size.x, size.y), names, spoken, &measure)
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
    DotRow {
        factor,
        label: view.factor_name(factor).to_owned(),
        hint: dot_hint(view, factor),
        value: found.favourability,
        printed: found.score.map_or_else(
            || state_word(view.language, found.state).to_owned(),
            one_decimal,
        ),
        spread: spread(factor, found),
        dots: dots.map(|dot| orient(dot.level, factor)).collect(),
        hands: found
            .hands
            .iter()
            .flat_map(Hands::levels)
            .flat_map(|(level, count)| {
                std::iter::repeat_n(level.favourability(factor), count.into())
            })
            .collect(),
    }
}

/// The gauge of R with the bars of the two sides; gives the chart and its size.
#[must_use]
pub fn gauge_chart(ui: &Ui, view: &View<'_>, result: &RoundResult, width: f32) -> (Chart, Vec2) {
    let language = view.language;
    let spoken = result.outcome.map_or_else(
        || language.gauge_empty().to_owned(),
        |outcome| {
            let value = whole(outcome.resonance);
            language.gauge_of(&value, language.band(outcome.band))
        },
    );
    let printed = |side: Side| {
        let value = result.sides.of(side).value;
        two_decimals_or_none(value)
    };
    let side_words = |side: Side| format!("{} {}", language.side(side), printed(side));
    let spoken = [&[spoken][..], &Side::ALL.map(side_words)].concat();
    let spec = GaugeSpec {
        resonance: result.outcome.map(|outcome| outcome.resonance),
        interval: match result.certainty {
            Some(Certainty::Intervals { resonance, .. }) => Some((resonance.low, resonance.high)),
            Some(Certainty::Both(_)) | None => None,
        },
        bands: Band::ALL
            .map(|band| language.band(band).to_owned())
            .to_vec(),
        sides: Side::ALL
            .map(|side| {
                let value = result.sides.of(side).value;
                (side, language.side(side).to_owned(), value, printed(side))
            })
            .to_vec(),
    };
    let (chart, height) = gauge(&spec, width, spoken, &ScreenMeasure(ui.ctx()));
    (chart, vec2(width, height))
}

/// The four natural pairs; gives the chart and its size.
#[must_use]
pub fn pairs_chart(ui: &Ui, view: &View<'_>, result: &RoundResult, width: f32) -> (Chart, Vec2) {
    let weakest = result.weakest_natural_pair();
    let end = |factor: Factor| {
        let value = result.factors[factor].favourability;
        let printed = two_decimals_or_none(value);
        (factor, view.factor_name(factor).to_owned(), value, printed)
    };
    let rows: Vec<PairRow> = result
        .natural_pairs()
        .into_iter()
        .map(|pair| PairRow {
            supply: end(pair.supply),
            demand: end(pair.demand),
            printed: two_decimals_or_none(pair.value),
            weakest: weakest.is_some_and(|weakest| weakest.supply == pair.supply),
        })
        .collect();
    let spoken = rows
        .iter()
        .map(|row| {
            format!(
                "{} {} – {} {}: {}",
                row.supply.1, row.supply.3, row.demand.1, row.demand.3, row.printed
            )
        })
        .collect();
    let (chart, height) = pairs(&rows, width, spoken, &ScreenMeasure(ui.ctx()));
    (chart, vec2(width, height))
}

/// The resonance matrix; gives the chart and its size.
#[must_use]
pub fn matrix_chart(ui: &Ui, view: &View<'_>, result: &RoundResult, width: f32) -> (Chart, Vec2) {
    let name = |factor: Factor| view.factor_name(factor).to_owned();
    let spec = MatrixSpec {
        values: result.matrix,
        rows: Side::Supply.factors().map(name),
        columns: Side::Demand
            .factors()
            .map(|factor| lines_of(view.factor_name(factor))),
        is_natural: NaturalPair::is_one,
    };
    let mut cells = Vec::new();
    for (row, supply) in Side::Supply.factors().into_iter().enumerate() {
        for (column, demand) in Side::Demand.factors().into_iter().enumerate() {
            let value = result.matrix[row][column];
            let printed = two_decimals_or_none(value);
            cells.push(format!("{} – {} {printed}", name(supply), name(demand)));
        }
    }
    let (chart, height) = matrix(&spec, width, cells, &ScreenMeasure(ui.ctx()));
    (chart, vec2(width, height))
}
