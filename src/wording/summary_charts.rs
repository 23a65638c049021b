//! What a result comes to as charts: gauge, natural pairs, matrix.

use super::{
    factor_charts::lines_of,
    names::Wording,
    numbers::{two_decimals_or_none, whole},
};
use crate::{
    analysis::{Band, Certainty, NaturalPair, RoundResult},
    chart::{Canvas, Chart, GaugeSpec, MatrixSpec, PairRow, TextMeasure, gauge, matrix, pairs},
    model::{Factor, Side},
};

/// The gauge of R with the bars of the two sides, into a width; gives its height, too.
#[must_use]
pub fn gauge_chart(
    wording: Wording<'_>,
    result: &RoundResult,
    width: f32,
    measure: &dyn TextMeasure,
) -> (Chart, f32) {
    let (spec, spoken) = gauge_spec(wording, result);
    gauge(&spec, width, Canvas::new(spoken, measure))
}

/// What that gauge shows, and what is said of it.
#[must_use]
pub fn gauge_spec(wording: Wording<'_>, result: &RoundResult) -> (GaugeSpec, Vec<String>) {
    let language = wording.language;
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
    (spec, spoken)
}

/// The four natural pairs; into a width; gives its height, too.
#[must_use]
pub fn pairs_chart(
    wording: Wording<'_>,
    result: &RoundResult,
    width: f32,
    measure: &dyn TextMeasure,
) -> (Chart, f32) {
    let (rows, spoken) = pair_rows(wording, result);
    pairs(&rows, width, Canvas::new(spoken, measure))
}

/// The rows of those pairs, and what is said of them.
#[must_use]
pub fn pair_rows(wording: Wording<'_>, result: &RoundResult) -> ([PairRow; 4], Vec<String>) {
    let weakest = result.weakest_natural_pair();
    let end = |factor: Factor| {
        let value = result.factors[factor].favourability;
        let printed = two_decimals_or_none(value);
        (
            factor,
            wording.factor_name(factor).to_owned(),
            value,
            printed,
        )
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
    (rows, spoken)
}

/// The resonance matrix; into a width; gives its height, too.
#[must_use]
pub fn matrix_chart(
    wording: Wording<'_>,
    result: &RoundResult,
    width: f32,
    measure: &dyn TextMeasure,
) -> (Chart, f32) {
    let (spec, spoken) = matrix_spec(wording, result);
    matrix(&spec, width, Canvas::new(spoken, measure))
}

/// What that matrix shows, and what is said of it.
#[must_use]
pub fn matrix_spec(wording: Wording<'_>, result: &RoundResult) -> (MatrixSpec, Vec<String>) {
    let name = |factor: Factor| wording.factor_name(factor).to_owned();
    let (supply, demand) = (Side::Supply.factors(), Side::Demand.factors());
    let spec = MatrixSpec {
        values: result.matrix,
        rows: supply.map(name),
        columns: demand.map(|factor| lines_of(wording.factor_name(factor))),
        is_natural: NaturalPair::is_one,
    };
    let mut cells = Vec::new();
    for (supply, values) in supply.into_iter().zip(result.matrix) {
        for (demand, value) in demand.into_iter().zip(values) {
            let printed = two_decimals_or_none(value);
            cells.push(format!("{} – {} {printed}", name(supply), name(demand)));
        }
    }
    (spec, cells)
}
