//! A factor's answers in one line of a table: a rail, everybody's mark, and where they stand together.

use super::shape::{Chart, Fill, Ink, MarkKind, Point, Shape, Stroke, side_ink, side_mark};
use crate::model::Side;

/// What a strip shows; favourabilities 0..=1 run to the right.
#[derive(Clone, Debug, PartialEq)]
pub struct StripSpec {
    /// The factor's side.
    pub side: Side,
    /// Each respondent's favourability.
    pub dots: Vec<f64>,
    /// That of the factor.
    pub value: Option<f64>,
    /// Whether it is one the room agreed on.
    pub agreed: bool,
}

/// How much a mark beside an equal one is moved down, in logical points.
const STACK: f32 = 6.5;

/// Draws a strip into a size in logical points.
#[must_use]
pub fn strip(spec: &StripSpec, size: (f32, f32), description: Vec<String>) -> Chart {
    let mut chart = Chart {
        description,
        ..Chart::default()
    };
    let (left, right, middle) = (7.0, size.0 - 7.0, size.1 / 2.0);
    let x_of = |value: f64| left + (right - left) * value as f32;
    let rail = Stroke::solid(Ink::Line, 3.0);
    let ends = (Point::new(left, middle), Point::new(right, middle));
    chart.shapes.push(Shape::line(ends.0, ends.1, rail));
    let mut dots = spec.dots.clone();
    dots.sort_by(f64::total_cmp);
    let mut before = f64::NEG_INFINITY;
    let mut stacked = 0.0_f32;
    for dot in dots {
        stacked = if (dot - before).abs() < 1e-9 {
            stacked + 1.0
        } else {
            0.0
        };
        before = dot;
        // Equal answers fan out below and above the rail in turn.
        let step = (stacked / 2.0).ceil() * STACK;
        let down = if stacked % 2.0 > 0.5 { step } else { -step };
        chart.shapes.push(Shape::Mark {
            centre: Point::new(x_of(dot), middle + down.clamp(6.0 - middle, middle - 6.0)),
            radius: 3.2,
            kind: side_mark(spec.side),
            fill: Fill::Hollow,
            ink: side_ink(spec.side),
        });
    }
    if let Some(value) = spec.value {
        let x = x_of(value);
        let ink = if spec.agreed {
            Ink::Resonance
        } else {
            side_ink(spec.side)
        };
        let (top, bottom) = (Point::new(x, middle - 9.0), Point::new(x, middle + 9.0));
        let stroke = Stroke::solid(ink, 2.5);
        chart.shapes.push(Shape::line(top, bottom, stroke));
        if spec.agreed {
            chart.shapes.push(Shape::Mark {
                centre: Point::new(x, middle),
                radius: 6.0,
                kind: MarkKind::Diamond,
                fill: Fill::Filled,
                ink,
            });
        }
    }
    chart
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_answer_has_its_mark_inside_the_strip_and_equal_ones_do_not_hide_one_another() {
        let spec = StripSpec {
            side: Side::Supply,
            dots: vec![0.5, 0.5, 0.5, 1.0, 0.0],
            value: Some(0.5),
            agreed: false,
        };
        let chart = strip(&spec, (140.0, 30.0), Vec::new());
        let marks: Vec<Point> = chart
            .shapes
            .iter()
            .filter_map(|shape| match shape {
                Shape::Mark { centre, .. } => Some(*centre),
                _ => None,
            })
            .collect();
        assert_eq!(marks.len(), 5);
        for (index, one) in marks.iter().enumerate() {
            assert!((3.0..=137.0).contains(&one.x) && (3.0..=27.0).contains(&one.y));
            assert!(marks[index + 1..].iter().all(|two| two != one));
        }
    }
}
