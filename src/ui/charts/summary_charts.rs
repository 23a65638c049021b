//! What a result comes to as charts: gauge, natural pairs, matrix.

use egui::{Ui, Vec2, vec2};

use super::{chart_view::chart_ui, factor_charts::lines_of, measure::ScreenMeasure};
use crate::{
    analysis::{Band, Certainty, NaturalPair, RoundResult},
    chart::{Canvas, Chart, GaugeSpec, MatrixSpec, PairRow, gauge, matrix, pairs},
    model::{Factor, Side},
    state::View,
    ui::words::{two_decimals_or_none, whole},
};

/// The gauge of R with the bars of the two sides.
pub fn gauge_ui(ui: &mut Ui, view: &View<'_>, result: &RoundResult, width: f32) {
    let (chart, size) = gauge_chart(ui, view, result, width);
    chart_ui(ui, &chart, size, view.language.answer_title(), |_, _| {});
}

fn gauge_chart(ui: &Ui, view: &View<'_>, result: &RoundResult, width: f32) -> (Chart, Vec2) {
    let language = view.language;
    let sides = Side::ALL.map(|side| {
        let value = result.sides.of(side).value;
        let name = language.side(side).to_owned();
        (side, name, value, two_decimals_or_none(value))
    });
    let index = result.outcome.map_or_else(
        || language.gauge_empty().to_owned(),
        |outcome| language.gauge_of(&whole(outcome.resonance), language.band(outcome.band)),
    );
    let mut spoken = vec![index];
    spoken.extend(
        sides
            .iter()
            .map(|(_, name, _, printed)| format!("{name} {printed}")),
    );
    let spec = GaugeSpec {
        resonance: result.outcome.map(|outcome| outcome.resonance),
        interval: match result.certainty {
            Some(Certainty::Intervals { resonance, .. }) => Some((resonance.low, resonance.high)),
            Some(Certainty::Both(_)) | None => None,
        },
        bands: Band::ALL.map(|band| language.band(band).to_owned()).into(),
        sides: sides.into(),
    };
    let (chart, height) = gauge(&spec, width, Canvas::new(spoken, &ScreenMeasure(ui.ctx())));
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
    let rows = result.natural_pairs().map(|pair| PairRow {
        supply: end(pair.supply),
        demand: end(pair.demand),
        printed: two_decimals_or_none(pair.value),
        weakest: weakest.is_some_and(|weakest| weakest.supply == pair.supply),
    });
    let line = |row: &PairRow| {
        let [supply, demand] =
            [&row.supply, &row.demand].map(|(_, name, _, printed)| format!("{name} {printed}"));
        format!("{supply} – {demand}: {}", row.printed)
    };
    let spoken = rows.iter().map(line).collect();
    let (chart, height) = pairs(&rows, width, Canvas::new(spoken, &ScreenMeasure(ui.ctx())));
    (chart, vec2(width, height))
}

/// The resonance matrix; gives the chart and its size.
#[must_use]
pub fn matrix_chart(ui: &Ui, view: &View<'_>, result: &RoundResult, width: f32) -> (Chart, Vec2) {
    let name = |factor: Factor| view.factor_name(factor).to_owned();
    let (supply, demand) = (Side::Supply.factors(), Side::Demand.factors());
    let spec = MatrixSpec {
        values: result.matrix,
        rows: supply.map(name),
        columns: demand.map(|factor| lines_of(view.factor_name(factor))),
        is_natural: NaturalPair::is_one,
    };
    let mut cells = Vec::new();
    for (supply, values) in supply.into_iter().zip(result.matrix) {
        for (demand, value) in demand.into_iter().zip(values) {
            let printed = two_decimals_or_none(value);
            cells.push(format!("{} – {} {printed}", name(supply), name(demand)));
        }
    }
    let (chart, height) = matrix(&spec, width, Canvas::new(cells, &ScreenMeasure(ui.ctx())));
    (chart, vec2(width, height))
}
