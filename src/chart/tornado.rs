//! The tornado: how far one level on each factor alone moves R.

use super::{prelude::*, rows::RowFrame, scale::Scale};
use crate::model::Factor;

/// One factor's bar; R is 0..=1.
#[derive(Clone, Debug, PartialEq)]
pub struct TornadoRow {
    /// Which factor.
    pub factor: Factor,
    /// Its name.
    pub label: String,
    /// R with the factor one level worse.
    pub low: f64,
    /// R with the factor one level better.
    pub high: f64,
    /// Both as printed.
    pub printed: (String, String),
}

const ROW: f32 = 30.0;
const BAR: f32 = 14.0;

/// Draws rows around R as it is, 0..=1, into a width in logical points; gives the chart and its
/// height. The scale reaches from the lowest to the highest end, in whole tens of R.
#[must_use]
pub fn tornado(rows: &[TornadoRow], now: f64, width: f32, canvas: Canvas<'_>) -> (Chart, f32) {
    let Canvas { mut chart, measure } = canvas;
    let labels = rows.iter().map(|row| row.label.as_str());
    let left = widest(labels, TextRole::Caption, measure).min(width * 0.34) + 12.0;
    let beside = measure.width("100", TextRole::CaptionStrong) + 8.0;
    let (from, to) = (left + beside, (width - beside).max(left + beside + 1.0));
    let ends = rows.iter().flat_map(|row| [row.low, row.high]);
    let (lowest, highest) = ends.fold((now, now), |(low, high), end| (low.min(end), high.max(end)));
    let lowest = (lowest * 10.0).floor() / 10.0;
    let highest = ((highest * 10.0).ceil() / 10.0).max(lowest + 0.1);
    let scale = Scale::shares(from, to - from).over(lowest, highest);
    let tens: Vec<f64> = (0..=10_u8)
        .map(|ten| f64::from(ten) / 10.0)
        .filter(|value| (lowest - 1e-9..=highest + 1e-9).contains(value))
        .collect();
    let bottom = ROW * rows.len() as f32;
    let frame = RowFrame::new(left - 10.0, scale, width, measure);
    let height = frame.hundreds(&mut chart, &tens, bottom, 3.0);
    for (index, row) in rows.iter().enumerate() {
        let y = ROW * (index as f32 + 0.5);
        frame.name(&mut chart, &row.label, y);
        // The worse half is fainter, so that the halves differ without colour.
        for (end, opacity) in [(row.low, 0.45), (row.high, 1.0)] {
            let (one, two) = (scale.at(end.min(now)), scale.at(end.max(now)));
            if two - one > 0.2 {
                let corners = Corners::between([one, two], [y - BAR / 2.0, y + BAR / 2.0]);
                chart.bar(corners, 2.0, side_ink(row.factor.side()), opacity);
            }
        }
        let role = TextRole::CaptionStrong;
        let (low, high) = (scale.at(row.low) - 5.0, scale.at(row.high) + 5.0);
        chart.text((low, y), Place::End, &row.printed.0, role, Ink::Text);
        chart.text((high, y), Place::Start, &row.printed.1, role, Ink::Text);
        frame.target(&mut chart, row.factor, y - ROW / 2.0, ROW);
    }
    let (x, line) = (scale.at(now), Stroke::solid(Ink::Resonance, 2.0));
    chart.line((x, 0.0), (x, bottom), line);
    (chart, height)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::testing::{assert_widths_fit, rough};

    #[test]
    fn texts_neither_leave_the_chart_nor_overlap() {
        let printed = |value: f64| format!("{:.0}", value * 100.0);
        for (low, now, high) in [(0.48, 0.5, 0.56), (0.0, 0.02, 0.2), (0.93, 1.0, 1.0)] {
            let rows = Factor::ALL.map(|factor| TornadoRow {
                factor,
                label: "Facilitating conditions".into(),
                low,
                high,
                printed: (printed(low), printed(high)),
            });
            let draw = |width| tornado(&rows, now, width, rough());
            assert_widths_fit(&[320.0, 480.0, 900.0], draw);
        }
    }
}
