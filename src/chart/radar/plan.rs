//! Where a radar's axes run and where their labels stand.

use std::borrow::Cow;

use super::axis::{Axis, Vertex};
use crate::chart::{labels::move_apart, prelude::*};

/// How far a label stands off the outermost ring.
pub(super) const LABEL_GAP: f32 = 9.0;
/// Largest useful radius; beyond it a radar only looks coarse.
pub(super) const MAX_RADIUS: f32 = 360.0;

/// Radius in logical points from which what outward means is written at the axes.
const SMALLEST_WITH_HINTS: f32 = 36.0;

/// Where the axes run.
pub(super) struct Plan<'m> {
    pub centre: Point,
    pub radius: f32,
    pub angles: Vec<f32>,
    /// Top of each label.
    pub label_tops: Vec<f32>,
    pub measure: &'m dyn TextMeasure,
}

impl<'m> Plan<'m> {
    /// The plan of axes without their hints where these would leave no room for the picture; pointing still
    /// tells them.
    pub fn with_hints_if_roomy<'a>(
        axes: &'a [Axis],
        size: (f32, f32),
        most: f32,
        measure: &'m dyn TextMeasure,
    ) -> (Self, Cow<'a, [Axis]>) {
        let plan = Self::new(axes, size, most, measure);
        if plan.radius >= SMALLEST_WITH_HINTS {
            return (plan, axes.into());
        }
        let mut bare = axes.to_vec();
        for axis in &mut bare {
            axis.hint.clear();
        }
        let plan = Self::new(&bare, size, most, measure);
        (plan, bare.into())
    }

    /// The largest radar of no larger radius than `most` whose labels fit into a size.
    pub fn new(axes: &[Axis], size: (f32, f32), most: f32, measure: &'m dyn TextMeasure) -> Self {
        let step = std::f32::consts::TAU / axes.len().max(1) as f32;
        let offset = if axes.len() == 8 { step / 2.0 } else { 0.0 };
        let angle = |index| offset + step * index as f32;
        let angles: Vec<f32> = (0..axes.len()).map(angle).collect();
        // The largest circle whose labels all fit, around the centre of what is left over.
        let (mut left, mut right, mut top, mut bottom) = (0.0_f32, 0.0_f32, 0.0_f32, 0.0_f32);
        let mut radius = most;
        for _ in 0..2 {
            (left, right, top, bottom) = (0.0, 0.0, 0.0, 0.0);
            for (angle, axis) in angles.iter().zip(axes) {
                let (width, height) = label_size(axis, measure);
                let (sin, cos) = (angle.sin(), angle.cos());
                let x = sin * (radius + LABEL_GAP);
                let y = -cos * (radius + LABEL_GAP);
                let before = place_across(sin).before(width);
                let above = place_down(cos).before(height);
                left = left.max(-(x - before));
                right = right.max(x + (width - before));
                top = top.max(-(y - above));
                bottom = bottom.max(y + (height - above));
            }
            // Shrinking the radius moves labels in by at most as much on both of their sides.
            let (x_over, y_over) = (left + right - size.0, top + bottom - size.1);
            if x_over > 0.0 || y_over > 0.0 {
                let reach = |part: fn(f32) -> f32| {
                    let parts = angles.iter().map(|angle| part(*angle).abs());
                    (parts.fold(0.0, f32::max) * 2.0).max(0.1)
                };
                let x_over = x_over.max(0.0) / reach(f32::sin);
                let y_over = y_over.max(0.0) / reach(f32::cos);
                radius = (radius - x_over.max(y_over) - 1.0).max(20.0);
            }
        }
        // Radars of one side stand over each other: on one line, where there is room for it.
        let wide = left.max(right);
        if axes.len() != 8 && wide * 2.0 <= size.0 {
            (left, right) = (wide, wide);
        }
        let centre = Point::new(
            left + (size.0 - left - right) / 2.0,
            top + (size.1 - top - bottom) / 2.0,
        );
        let mut plan = Self {
            centre,
            radius,
            angles,
            label_tops: Vec::new(),
            measure,
        };
        plan.place_labels(axes, size.1);
        plan
    }

    /// Puts each label at its axis, then moves apart those of one half that would overlap.
    fn place_labels(&mut self, axes: &[Axis], height: f32) {
        let heights = axes.iter().map(|axis| label_size(axis, self.measure).1);
        let heights: Vec<f32> = heights.collect();
        for (index, label) in heights.iter().enumerate() {
            let at = self.off(index, self.radius + LABEL_GAP);
            let above = place_down(self.angles[index].cos()).before(*label);
            self.label_tops.push(at.y - above);
        }
        for right in [true, false] {
            let mut half: Vec<usize> = (0..axes.len())
                .filter(|index| {
                    let sin = self.angles[*index].sin();
                    sin.abs() > 0.2 && (sin > 0.0) == right
                })
                .collect();
            half.sort_by(|one, two| self.label_tops[*one].total_cmp(&self.label_tops[*two]));
            let mut tops: Vec<f32> = half.iter().map(|index| self.label_tops[*index]).collect();
            let extents: Vec<_> = half.iter().map(|index| (0.0, heights[*index])).collect();
            move_apart(&mut tops, &extents, height);
            for (index, top) in half.into_iter().zip(tops) {
                self.label_tops[index] = top;
            }
        }
    }

    /// Whether a side's outline returns through the centre, as with eight axes; with four it goes round it.
    pub const fn through_centre(&self) -> bool {
        self.angles.len() == 8
    }

    /// The points of an outline, `None` at its gaps.
    pub fn outline(&self, vertices: impl Iterator<Item = (usize, Vertex)>) -> Vec<Option<Point>> {
        let applying = vertices.filter(|(_, vertex)| *vertex != Vertex::Without);
        let point = |(index, vertex)| match vertex {
            Vertex::At(favourability) => Some(self.at(index, favourability)),
            Vertex::Missing | Vertex::Without => None,
        };
        applying.map(point).collect()
    }

    /// All that a side's outline passes, the points on its axes being given.
    pub fn rim(&self, mut points: Vec<Point>) -> Vec<Point> {
        points.extend(self.through_centre().then_some(self.centre));
        points
    }

    /// The place of a favourability 0..=1 on an axis.
    pub fn at(&self, index: usize, favourability: f64) -> Point {
        self.off(index, self.radius * favourability as f32)
    }

    /// The place at a distance from the centre along an axis.
    pub fn off(&self, index: usize, distance: f32) -> Point {
        let angle = self.angles[index];
        Point::new(
            self.centre.x + angle.sin() * distance,
            self.centre.y - angle.cos() * distance,
        )
    }
}

/// Which part across of a label stands at its place.
pub(super) const fn place_across(sin: f32) -> Place {
    if sin > 0.2 {
        Place::Start
    } else if sin < -0.2 {
        Place::End
    } else {
        Place::Middle
    }
}

/// The same for above and below.
const fn place_down(cos: f32) -> Place {
    if cos > 0.8 {
        Place::End
    } else if cos < -0.8 {
        Place::Start
    } else {
        Place::Middle
    }
}

/// The lines at an axis's end, with their look.
pub(super) fn label_lines(axis: &Axis) -> Vec<(String, TextRole, Ink)> {
    let (role, ink) = match axis.vertex {
        Vertex::At(_) => (TextRole::Strong, side_ink(axis.factor.side())),
        Vertex::Missing | Vertex::Without => (TextRole::Caption, Ink::TextSubdued),
    };
    let name = axis.label.iter();
    let name = name.map(|line| (line, TextRole::Caption, Ink::Text));
    // A bare axis prints no value.
    let value = Some((&axis.printed, role, ink)).filter(|(text, ..)| !text.is_empty());
    let hint = axis.hint.iter();
    let hint = hint.map(|line| (line, TextRole::Tick, Ink::TextSubdued));
    name.chain(value)
        .chain(hint)
        .map(|(text, role, ink)| (text.clone(), role, ink))
        .collect()
}

/// Width and height of those lines.
pub(super) fn label_size(axis: &Axis, measure: &dyn TextMeasure) -> (f32, f32) {
    let (mut width, mut height) = (0.0_f32, 0.0);
    for (text, role, _) in label_lines(axis) {
        width = width.max(measure.width(&text, role));
        height += measure.height(role);
    }
    (width, height)
}
