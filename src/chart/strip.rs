//! A factor's answers in one line of a table: a rail, everybody's mark, and where they stand together.

use super::{prelude::*, scale::Scale};
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
pub fn strip(spec: &StripSpec, size: (f32, f32), canvas: Canvas<'_>) -> Chart {
    let mut chart = canvas.chart;
    let (left, right, middle) = (7.0, size.0 - 7.0, size.1 / 2.0);
    let scale = Scale::shares(left, right - left);
    let rail = Stroke::solid(Ink::Line, 3.0);
    chart.line((left, middle), (right, middle), rail);
    let mut dots = spec.dots.clone();
    dots.sort_by(f64::total_cmp);
    for equal in dots.chunk_by(|one, two| (two - one).abs() < 1e-9) {
        for (place, dot) in equal.iter().enumerate() {
            // Equal answers fan out below and above the rail in turn.
            let step = place.div_ceil(2) as f32 * STACK;
            let down = if place % 2 == 1 { step } else { -step };
            let down = down.clamp(6.0 - middle, middle - 6.0);
            let at = (scale.at(*dot), middle + down);
            chart.mark(at, 3.2, side_look(spec.side), Fill::Hollow);
        }
    }
    if let Some(value) = spec.value {
        let x = scale.at(value);
        let ink = if spec.agreed {
            Ink::Resonance
        } else {
            side_ink(spec.side)
        };
        let stroke = Stroke::solid(ink, 2.5);
        chart.line((x, middle - 9.0), (x, middle + 9.0), stroke);
        if spec.agreed {
            let look = (MarkKind::Diamond, ink);
            chart.mark((x, middle), 6.0, look, Fill::Filled);
        }
    }
    chart
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::testing::{marks_of, rough};

    #[test]
    fn every_answer_has_its_mark_inside_the_strip_and_equal_ones_do_not_hide_one_another() {
        let spec = StripSpec {
            side: Side::Supply,
            dots: vec![0.5, 0.5, 0.5, 1.0, 0.0],
            value: Some(0.5),
            agreed: false,
        };
        let marks = marks_of(&strip(&spec, (140.0, 30.0), rough()));
        assert_eq!(marks.len(), 5);
        for (index, one) in marks.iter().enumerate() {
            assert!((3.0..=137.0).contains(&one.x) && (3.0..=27.0).contains(&one.y));
            assert!(marks[index + 1..].iter().all(|two| two != one));
        }
    }
}
