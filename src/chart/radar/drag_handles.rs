//! A profile aimed at, drawn over a radar, and the corners by which it is dragged.

use super::{
    axis::Axis,
    outline::unfilled,
    plan::{MAX_RADIUS, Plan},
};
use crate::{chart::prelude::*, model::Side};

/// How far outside the outermost ring a corner can still be grabbed, in logical points.
const REACH: f32 = 18.0;
/// Nearer to the centre than this all axes are equally near.
const HUB: f32 = 6.0;

/// Where a radar's corners are, to be dragged.
pub struct Handles<'m> {
    plan: Plan<'m>,
}

impl<'m> Handles<'m> {
    /// The corners of the radar that [`radar`](super::radar) draws of the same things.
    #[must_use]
    pub fn of(axes: &[Axis], size: (f32, f32), measure: &'m dyn TextMeasure) -> Self {
        let (plan, _) = Plan::with_hints_if_roomy(axes, size, MAX_RADIUS, measure);
        Self { plan }
    }

    /// The axis that is grabbed at a place: the one whose direction is nearest.
    #[must_use]
    pub fn grab(&self, point: Point) -> Option<usize> {
        let Point { x, y } = self.off_centre(point);
        if !(HUB..=self.plan.radius + REACH).contains(&x.hypot(y)) {
            return None;
        }
        let along = |axis: &usize| self.along(*axis, point);
        (0..self.plan.angles.len()).max_by(|one, two| along(one).total_cmp(&along(two)))
    }

    /// The favourability, 0..=1, of the foot of a place on an axis.
    #[must_use]
    pub fn favourability(&self, axis: usize, point: Point) -> f64 {
        if axis >= self.plan.angles.len() {
            return 0.0;
        }
        let share = self.along(axis, point) / self.plan.radius.max(1.0);
        f64::from(share.clamp(0.0, 1.0))
    }

    /// Adds the outline of the favourabilities aimed at, 0..=1, side by side, with a corner on every
    /// axis that is `moved`.
    pub fn add_aims(&self, chart: &mut Chart, axes: &[Axis], aims: &[Option<f64>], moved: &[bool]) {
        let stroke = Stroke::solid(Ink::Resonance, 2.2);
        for side in Side::ALL {
            let of_side = axes.iter().zip(aims).enumerate();
            let points = of_side
                .filter(|(_, (axis, _))| axis.factor.side() == side)
                .filter_map(|(index, (_, aim))| Some(self.plan.at(index, (*aim)?)));
            unfilled(chart, &self.plan, points.collect(), stroke);
        }
        for (index, (aim, moved)) in aims.iter().zip(moved).enumerate() {
            let Some(aim) = aim else { continue };
            let (radius, fill) = if *moved {
                (6.5, Fill::Filled)
            } else {
                (4.0, Fill::Hollow)
            };
            let look = (MarkKind::Diamond, Ink::Resonance);
            chart.mark(self.plan.at(index, *aim), radius, look, fill);
        }
    }

    /// How far out on an axis the foot of a place is, in logical points.
    fn along(&self, axis: usize, point: Point) -> f32 {
        let (Point { x, y }, angle) = (self.off_centre(point), self.plan.angles[axis]);
        x * angle.sin() - y * angle.cos()
    }

    fn off_centre(&self, point: Point) -> Point {
        Point::new(point.x - self.plan.centre.x, point.y - self.plan.centre.y)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        chart::testing::{RoughMeasure, lines_of, rough},
        model::Factor,
    };

    #[test]
    fn a_corner_is_grabbed_where_it_stands_and_follows_its_axis_only() {
        let axes = Factor::ALL.map(|factor| Axis::bare(factor, vec!["Name".into()], Vec::new()));
        let handles = Handles::of(&axes, (400.0, 400.0), &RoughMeasure);
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
            let beyond = handles.plan.off(axis, 999.0);
            assert!((handles.favourability(axis, beyond) - 1.0).abs() < 1e-9);
        }
        assert_eq!(handles.grab(handles.plan.centre), None);
        assert_eq!(handles.grab(Point::new(0.0, 0.0)), None);
    }

    #[test]
    fn where_hints_are_left_out_for_want_of_room_the_corners_are_those_that_are_seen() {
        let hint = || vec!["outward =".into(), "much simpler".into()];
        let axes = Factor::ALL.map(|factor| Axis::bare(factor, vec!["Name".into()], hint()));
        let size = (190.0, 190.0);
        let chart = crate::chart::radar(&axes, size, rough());
        let rim = &lines_of(&chart, Ink::Line)[2];
        let handles = Handles::of(&axes, size, &RoughMeasure);
        assert_eq!(handles.plan.at(0, 1.0), rim[0]);
    }
}
