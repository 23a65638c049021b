//! The resonance gauge: a straight scale from 0 to 100 with five bands, and bars of the two sides.

use super::shape::{
    Anchor, Chart, Corners, Fill, Ink, MarkKind, Point, Shape, Stroke, TextMeasure, TextRole,
    side_ink, side_mark,
};
use crate::model::Side;

/// What the gauge shows; shares are 0..=1.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GaugeSpec {
    /// R.
    pub resonance: Option<f64>,
    /// The ends of R's interval, 0..=1, where there is one.
    pub interval: Option<(f64, f64)>,
    /// Names of the five bands, lowest first; none are written where they do not all fit.
    pub bands: Vec<String>,
    /// The side values, as label, value and value as printed; supply first.
    pub sides: Vec<(Side, String, Option<f64>, String)>,
}

/// Limits of the bands, as shares.
const LIMITS: [f32; 6] = [0.0, 0.2, 0.4, 0.6, 0.8, 1.0];

/// Draws the gauge into a width in logical points; gives the chart and its height.
#[must_use]
pub fn gauge(
    spec: &GaugeSpec,
    width: f32,
    description: Vec<String>,
    measure: &dyn TextMeasure,
) -> (Chart, f32) {
    let mut chart = Chart {
        description,
        ..Chart::default()
    };
    // One track for the index and both sides, so that marks under one another can be compared.
    let names = spec
        .sides
        .iter()
        .map(|(_, label, ..)| measure.width(label, TextRole::CaptionStrong))
        .fold(0.0, f32::max);
    let margin = (measure.width("100", TextRole::Tick) / 2.0).ceil().max(8.0);
    let values = measure.width("0.00", TextRole::Strong);
    let beside = |width: f32| if width > 0.0 { width + 10.0 } else { 0.0 };
    let left = beside(names).max(margin);
    let right = width - if names > 0.0 { beside(values) } else { margin };
    let x_of = |share: f32| left + (right - left) * share;
    let y = 12.0;
    let reached = spec.resonance.unwrap_or(0.0) as f32;
    for (index, limits) in LIMITS.windows(2).enumerate() {
        let here = spec.resonance.is_some()
            && reached + 1e-6 >= limits[0]
            && (reached + 1e-6 < limits[1] || index == 4);
        chart.shapes.push(Shape::Bar {
            corners: Corners {
                min: Point::new(x_of(limits[0]) + 1.0, y - 5.0),
                max: Point::new(x_of(limits[1]) - 1.0, y + 5.0),
            },
            radius: 3.0,
            ink: if here { Ink::Resonance } else { Ink::Line },
            opacity: if here { 0.45 } else { 1.0 },
        });
    }
    if let Some((low, high)) = spec.interval {
        let (low, high) = (x_of(low as f32), x_of(high as f32));
        let stroke = Stroke::solid(Ink::Resonance, 2.0);
        let line = |from: Point, to: Point| Shape::line(from, to, stroke);
        chart
            .shapes
            .push(line(Point::new(low, y), Point::new(high, y)));
        for x in [low, high] {
            chart
                .shapes
                .push(line(Point::new(x, y - 6.0), Point::new(x, y + 6.0)));
        }
    }
    if spec.resonance.is_some() {
        chart.shapes.push(Shape::Mark {
            centre: Point::new(x_of(reached), y),
            radius: 9.0,
            kind: MarkKind::Diamond,
            fill: Fill::Filled,
            ink: Ink::Resonance,
        });
    }
    let tick = measure.height(TextRole::Tick);
    let tick_y = y + 12.0 + tick / 2.0;
    for limit in LIMITS {
        chart.shapes.push(Shape::text(
            Point::new(x_of(limit), tick_y),
            Anchor::CENTRE,
            format!("{:.0}", limit * 100.0),
            TextRole::Tick,
            Ink::TextSubdued,
        ));
    }
    let mut top = tick_y + tick / 2.0 + 4.0;
    if band_names(&mut chart, spec, top + tick / 2.0, &x_of, measure) {
        top += tick;
    }
    top += 4.0;
    for (side, label, value, printed) in &spec.sides {
        let height = measure.height(TextRole::Strong).max(22.0);
        let middle = top + height / 2.0;
        let ink = side_ink(*side);
        let at = Point::new(0.0, middle);
        let role = TextRole::CaptionStrong;
        chart
            .shapes
            .push(Shape::text(at, Anchor::LEFT, label, role, ink));
        chart.shapes.push(Shape::line(
            Point::new(left, middle),
            Point::new(right, middle),
            Stroke::solid(Ink::Line, 6.0),
        ));
        if let Some(value) = value {
            let end = Point::new(x_of(*value as f32), middle);
            let stroke = Stroke::solid(ink, 6.0);
            chart
                .shapes
                .push(Shape::line(Point::new(left, middle), end, stroke));
            chart.shapes.push(Shape::Mark {
                centre: end,
                radius: 6.0,
                kind: side_mark(*side),
                fill: Fill::Filled,
                ink,
            });
        }
        let at = Point::new(width, middle);
        let role = TextRole::Strong;
        chart
            .shapes
            .push(Shape::text(at, Anchor::RIGHT, printed, role, ink));
        top += height;
    }
    (chart, top + 2.0)
}

/// Writes the bands' names under their stretches, if each fits; tells whether it did.
fn band_names(
    chart: &mut Chart,
    spec: &GaugeSpec,
    y: f32,
    x_of: &dyn Fn(f32) -> f32,
    measure: &dyn TextMeasure,
) -> bool {
    let role = TextRole::Tick;
    let room = x_of(0.2) - x_of(0.0) - 4.0;
    let fit = |name: &String| measure.width(name, role) <= room;
    if spec.bands.len() + 1 != LIMITS.len() || !spec.bands.iter().all(fit) {
        return false;
    }
    for (limits, name) in LIMITS.windows(2).zip(&spec.bands) {
        let at = Point::new(x_of(f32::midpoint(limits[0], limits[1])), y);
        let ink = Ink::TextSubdued;
        chart
            .shapes
            .push(Shape::text(at, Anchor::CENTRE, name, role, ink));
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::shape::{RoughMeasure, assert_texts_fit};

    #[test]
    fn the_diamond_stands_at_the_value_and_is_absent_without_one() {
        let diamond = |resonance| {
            let spec = GaugeSpec {
                resonance,
                interval: None,
                bands: Vec::new(),
                sides: Vec::new(),
            };
            let (chart, height) = gauge(&spec, 216.0, Vec::new(), &RoughMeasure);
            assert_texts_fit(&chart, (216.0, height));
            chart.shapes.iter().find_map(|shape| match shape {
                Shape::Mark { centre, .. } => Some(centre.x),
                _ => None,
            })
        };
        assert_eq!(diamond(None), None);
        assert_eq!(diamond(Some(0.0)), Some(10.0));
        assert_eq!(diamond(Some(0.5)), Some(108.0));
        assert_eq!(diamond(Some(1.0)), Some(206.0));
    }

    #[test]
    fn the_side_bars_share_the_scale_of_the_index_and_bands_are_named_where_there_is_room() {
        let names = ["Dissonant", "Faint", "Emerging", "Strong", "Resonant"];
        let spec = GaugeSpec {
            resonance: Some(0.75),
            interval: Some((0.6, 0.9)),
            bands: names.map(str::to_owned).to_vec(),
            sides: Side::ALL
                .map(|side| (side, "Supply".to_owned(), Some(0.75), "0.75".to_owned()))
                .to_vec(),
        };
        for (width, named) in [(260.0, false), (560.0, true)] {
            let (chart, height) = gauge(&spec, width, Vec::new(), &RoughMeasure);
            assert_texts_fit(&chart, (width, height));
            let marks: Vec<f32> = chart
                .shapes
                .iter()
                .filter_map(|shape| match shape {
                    Shape::Mark { centre, .. } => Some(centre.x),
                    _ => None,
                })
                .collect();
            assert_eq!(marks, vec![marks[0]; 3]);
            let has = |wanted: &str| {
                let is =
                    |shape: &Shape| matches!(shape, Shape::Text { text, .. } if text == wanted);
                chart.shapes.iter().any(is)
            };
            assert_eq!(names.iter().all(|name| has(name)), named);
        }
    }
}
