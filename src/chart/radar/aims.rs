//! A profile aimed at, drawn over a radar, and the corners by which it is dragged.

use super::{Axis, Spokes, plan::Plan};
use crate::{
    chart::shape::{Chart, Fill, Ink, MarkKind, Point, Shape, Stroke, TextMeasure},
    model::Side,
};

/// How far outside the outermost ring a corner can still be grabbed, in logical points.
const REACH: f32 = 18.0;
/// Nearer to the centre than this all axes are equally near.
const HUB: f32 = 6.0;

/// Where a radar's corners are, to be dragged.
pub struct Handles {
    plan: Plan,
}

impl Handles {
    /// The corners of the radar that [`radar`](super::radar) draws of the same things.
    #[must_use]
    pub fn of(spokes: Spokes, axes: &[Axis], size: (f32, f32), measure: &dyn TextMeasure) -> Self {
        Self {
            plan: Plan::new(spokes, axes, size, measure),
        }
    }

    /// The axis that is grabbed at a place: the one whose direction is nearest.
    #[must_use]
    pub fn grab(&self, point: Point) -> Option<usize> {
        let (x, y) = self.off_centre(point);
        let distance = x.hypot(y);
        if !(HUB..=self.plan.radius + REACH).contains(&distance) {
            return None;
        }
        let along = |angle: &f32| x * angle.sin() - y * angle.cos();
        let axes = self.plan.angles.iter().enumerate();
        axes.max_by(|one, two| along(one.1).total_cmp(&along(two.1)))
            .map(|(index, _)| index)
    }

    /// The favourability, 0..=1, of the foot of a place on an axis.
    #[must_use]
    pub fn favourability(&self, axis: usize, point: Point) -> f64 {
        let Some(angle) = self.plan.angles.get(axis) else {
            return 0.0;
        };
        let (x, y) = self.off_centre(point);
        let along = (x * angle.sin() - y * angle.cos()) / self.plan.radius.max(1.0);
        f64::from(along.clamp(0.0, 1.0))
    }

    /// Adds the outline of the favourabilities aimed at, 0..=1, side by side, with a corner on every
    /// axis that is `moved`.
    pub fn add_aims(&self, chart: &mut Chart, axes: &[Axis], aims: &[Option<f64>], moved: &[bool]) {
        let stroke = Stroke::solid(Ink::Resonance, 2.2);
        for side in Side::ALL {
            let of_side = axes.iter().zip(aims).enumerate();
            let mut points: Vec<Point> = of_side
                .filter(|(_, (axis, _))| axis.factor.side() == side)
                .filter_map(|(index, (_, aim))| Some(self.plan.at(index, (*aim)?)))
                .collect();
            if points.len() < 2 {
                continue;
            }
            if axes.len() == 8 {
                points.push(self.plan.centre);
            }
            points.extend(points.first().copied());
            chart.shapes.push(Shape::Line { points, stroke });
        }
        for (index, (aim, moved)) in aims.iter().zip(moved).enumerate() {
            let Some(aim) = aim else { continue };
            chart.shapes.push(Shape::Mark {
                centre: self.plan.at(index, *aim),
                radius: if *moved { 6.5 } else { 4.0 },
                kind: MarkKind::Diamond,
                fill: if *moved { Fill::Filled } else { Fill::Hollow },
                ink: Ink::Resonance,
            });
        }
    }

    fn off_centre(&self, point: Point) -> (f32, f32) {
        (point.x - self.plan.centre.x, point.y - self.plan.centre.y)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        chart::{radar::AxisState, shape::RoughMeasure},
        model::Factor,
    };

    #[test]
    fn a_corner_is_grabbed_where_it_stands_and_follows_its_axis_only() {
        let axes = Factor::ALL.map(|factor| Axis {
            factor,
            label: vec!["Name".into()],
            state: AxisState::Missing(String::new()),
            hint: Vec::new(),
            before: None,
            spread: None,
        });
        let handles = Handles::of(Spokes::Both, &axes, (400.0, 400.0), &RoughMeasure);
        for axis in 0..8 {
            for share in [0.25, 0.5, 1.0] {
                let at = handles.plan.at(axis, share);
                assert_eq!(handles.grab(at), Some(axis));
                assert!((handles.favourability(axis, at) - share).abs() < 1e-6);
                // Across the axis nothing moves.
                let angle = handles.plan.angles[axis];
                let aside = Point::new(at.x + angle.cos() * 5.0, at.y + angle.sin() * 5.0);
                assert!((handles.favourability(axis, aside) - share).abs() < 1e-4);
            }
            assert!(
                (handles.favourability(axis, handles.plan.off(axis, 999.0)) - 1.0).abs() < 1e-9
            );
        }
        assert_eq!(handles.grab(handles.plan.centre), None);
        assert_eq!(handles.grab(Point::new(0.0, 0.0)), None);
    }
}
