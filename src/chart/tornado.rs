//! The tornado: how far one level on each factor alone moves R.

use super::shape::{
    Anchor, Chart, Corners, Ink, Point, Shape, Stroke, Target, TextMeasure, TextRole, fitted,
    side_ink,
};
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
pub fn tornado(
    rows: &[TornadoRow],
    now: f64,
    width: f32,
    description: Vec<String>,
    measure: &dyn TextMeasure,
) -> (Chart, f32) {
    let mut chart = Chart {
        description,
        ..Chart::default()
    };
    let names = rows
        .iter()
        .map(|row| measure.width(&row.label, TextRole::Caption));
    let left = names.fold(0.0, f32::max).min(width * 0.34) + 12.0;
    let beside = measure.width("100", TextRole::CaptionStrong) + 8.0;
    let (from, to) = (left + beside, (width - beside).max(left + beside + 1.0));
    let ends = rows.iter().flat_map(|row| [row.low, row.high]);
    let (mut lowest, mut highest) =
        ends.fold((now, now), |(low, high), end| (low.min(end), high.max(end)));
    lowest = (lowest * 10.0).floor() / 10.0;
    highest = ((highest * 10.0).ceil() / 10.0).max(lowest + 0.1);
    let x_of = |value: f64| from + (to - from) * ((value - lowest) / (highest - lowest)) as f32;
    let tick = measure.height(TextRole::Tick);
    let bottom = ROW * rows.len() as f32;
    let tens: Vec<f64> = (0..=10_u8)
        .map(|ten| f64::from(ten) / 10.0)
        .filter(|value| (lowest - 1e-9..=highest + 1e-9).contains(value))
        .collect();
    let room = (to - from) / (tens.len() as f32 - 1.0).max(1.0);
    for (step, value) in tens.into_iter().enumerate() {
        let x = x_of(value);
        let line = Stroke::solid(Ink::Line, 1.0);
        chart
            .shapes
            .push(Shape::line(Point::new(x, 0.0), Point::new(x, bottom), line));
        // Every other number where they would crowd.
        if room > 28.0 || step % 2 == 0 {
            let number = format!("{:.0}", value * 100.0);
            let at = Point::new(x, bottom + tick / 2.0 + 3.0);
            let text = Shape::text(at, Anchor::CENTRE, number, TextRole::Tick, Ink::TextSubdued);
            chart.shapes.push(text);
        }
    }
    for (index, row) in rows.iter().enumerate() {
        let middle = ROW * (index as f32 + 0.5);
        let ink = side_ink(row.factor.side());
        let name = fitted(&row.label, TextRole::Caption, left - 10.0, measure);
        let at = Point::new(0.0, middle);
        chart.shapes.push(Shape::text(
            at,
            Anchor::LEFT,
            name,
            TextRole::Caption,
            Ink::Text,
        ));
        // The worse half is fainter, so that the halves differ without colour.
        for (end, opacity) in [(row.low, 0.45), (row.high, 1.0)] {
            let (one, two) = (x_of(end.min(now)), x_of(end.max(now)));
            if two - one > 0.2 {
                chart.shapes.push(Shape::Bar {
                    corners: Corners {
                        min: Point::new(one, middle - BAR / 2.0),
                        max: Point::new(two, middle + BAR / 2.0),
                    },
                    radius: 2.0,
                    ink,
                    opacity,
                });
            }
        }
        for (end, anchor, offset, printed) in [
            (row.low, Anchor::RIGHT, -5.0, &row.printed.0),
            (row.high, Anchor::LEFT, 5.0, &row.printed.1),
        ] {
            let at = Point::new(x_of(end) + offset, middle);
            let role = TextRole::CaptionStrong;
            chart
                .shapes
                .push(Shape::text(at, anchor, printed.as_str(), role, Ink::Text));
        }
        chart.targets.push(Target {
            corners: Corners {
                min: Point::new(0.0, middle - ROW / 2.0),
                max: Point::new(width, middle + ROW / 2.0),
            },
            factor: row.factor,
            other: None,
        });
    }
    let x = x_of(now);
    let line = Stroke::solid(Ink::Resonance, 2.0);
    let (top, end) = (Point::new(x, 0.0), Point::new(x, bottom));
    chart.shapes.push(Shape::line(top, end, line));
    (chart, bottom + tick + 6.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::shape::{RoughMeasure, assert_texts_fit};

    #[test]
    fn texts_neither_leave_the_chart_nor_overlap() {
        for (low, now, high) in [(0.48, 0.5, 0.56), (0.0, 0.02, 0.2), (0.93, 1.0, 1.0)] {
            let rows = Factor::ALL.map(|factor| TornadoRow {
                factor,
                label: "Facilitating conditions".into(),
                low,
                high,
                printed: (
                    format!("{:.0}", low * 100.0),
                    format!("{:.0}", high * 100.0),
                ),
            });
            for width in [320.0, 480.0, 900.0] {
                let (chart, height) = tornado(&rows, now, width, Vec::new(), &RoughMeasure);
                assert_texts_fit(&chart, (width, height));
            }
        }
    }
}
