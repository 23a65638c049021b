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
    description: String,
    measure: &dyn TextMeasure,
) -> (Chart, f32) {
    let mut chart = Chart {
        description,
        ..Chart::default()
    };
    let (left, right) = (8.0, width - 8.0);
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
    let mut top = tick_y + tick / 2.0 + 8.0;
    let name_width = spec
        .sides
        .iter()
        .map(|(_, label, ..)| measure.width(label, TextRole::CaptionStrong))
        .fold(0.0, f32::max);
    let from = left + name_width + 10.0;
    let to = right - measure.width("0.00", TextRole::Strong) - 10.0;
    for (side, label, value, printed) in &spec.sides {
        let height = measure.height(TextRole::Strong).max(22.0);
        let middle = top + height / 2.0;
        let ink = side_ink(*side);
        let at = Point::new(left, middle);
        let role = TextRole::CaptionStrong;
        chart
            .shapes
            .push(Shape::text(at, Anchor::LEFT, label, role, ink));
        chart.shapes.push(Shape::line(
            Point::new(from, middle),
            Point::new(to, middle),
            Stroke::solid(Ink::Line, 6.0),
        ));
        if let Some(value) = value {
            let end = Point::new(from + (to - from) * *value as f32, middle);
            let stroke = Stroke::solid(ink, 6.0);
            chart
                .shapes
                .push(Shape::line(Point::new(from, middle), end, stroke));
            chart.shapes.push(Shape::Mark {
                centre: end,
                radius: 6.0,
                kind: side_mark(*side),
                fill: Fill::Filled,
                ink,
            });
        }
        let at = Point::new(right, middle);
        let role = TextRole::Strong;
        chart
            .shapes
            .push(Shape::text(at, Anchor::RIGHT, printed, role, ink));
        top += height;
    }
    (chart, top + 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::shape::RoughMeasure;

    #[test]
    fn the_diamond_stands_at_the_value_and_is_absent_without_one() {
        let diamond = |resonance| {
            let spec = GaugeSpec {
                resonance,
                sides: Vec::new(),
            };
            let (chart, _) = gauge(&spec, 216.0, String::new(), &RoughMeasure);
            chart.shapes.iter().find_map(|shape| match shape {
                Shape::Mark { centre, .. } => Some(centre.x),
                _ => None,
            })
        };
        assert_eq!(diamond(None), None);
        assert_eq!(diamond(Some(0.0)), Some(8.0));
        assert_eq!(diamond(Some(0.5)), Some(108.0));
        assert_eq!(diamond(Some(1.0)), Some(208.0));
    }
}
