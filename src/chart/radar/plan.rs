//! Where a radar's axes run and where their labels stand.

use super::{Axis, AxisState, Spokes};
use crate::chart::shape::{Ink, Point, TextMeasure, TextRole, side_ink};

/// How far a label stands off the outermost ring.
pub(super) const LABEL_GAP: f32 = 9.0;
/// Largest useful radius; beyond it a radar only looks coarse.
pub(super) const MAX_RADIUS: f32 = 360.0;

/// Where the axes run.
pub(super) struct Plan {
    pub centre: Point,
    pub radius: f32,
    pub angles: Vec<f32>,
    /// Top of each label.
    pub label_tops: Vec<f32>,
}

impl Plan {
    /// The largest radar whose labels fit into a size.
    pub fn new(spokes: Spokes, axes: &[Axis], size: (f32, f32), measure: &dyn TextMeasure) -> Self {
        Self::at_most(spokes, axes, size, MAX_RADIUS, measure)
    }

    /// The same, but of no larger radius than `most`.
    pub fn at_most(
        spokes: Spokes,
        axes: &[Axis],
        size: (f32, f32),
        most: f32,
        measure: &dyn TextMeasure,
    ) -> Self {
        let step = std::f32::consts::TAU / axes.len().max(1) as f32;
        let offset = match spokes {
            Spokes::One(_) => 0.0,
            Spokes::Both => step / 2.0,
        };
        let angles: Vec<f32> = (0..axes.len())
            .map(|index| offset + step * index as f32)
            .collect();
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
                let (before, after) = across(sin, width);
                left = left.max(-(x - before));
                right = right.max(x + after);
                let (above, below) = down(cos, height);
                top = top.max(-(y - above));
                bottom = bottom.max(y + below);
            }
            let over = ((left + right) - size.0).max((top + bottom) - size.1);
            // Shrinking the radius moves labels in by at most as much on both of their sides.
            let reach_x: f32 = angles.iter().map(|a| a.sin().abs()).fold(0.0, f32::max) * 2.0;
            let reach_y: f32 = angles.iter().map(|a| a.cos().abs()).fold(0.0, f32::max) * 2.0;
            if over > 0.0 {
                let x_over = ((left + right) - size.0).max(0.0) / reach_x.max(0.1);
                let y_over = ((top + bottom) - size.1).max(0.0) / reach_y.max(0.1);
                radius = (radius - x_over.max(y_over) - 1.0).max(20.0);
            }
        }
        // Radars of one side stand over each other: on one line, where there is room for it.
        let wide = left.max(right);
        if matches!(spokes, Spokes::One(_)) && wide * 2.0 <= size.0 {
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
        };
        plan.place_labels(axes, size.1, measure);
        plan
    }

    /// Puts each label at its axis, then moves apart those of one half that would overlap.
    fn place_labels(&mut self, axes: &[Axis], height: f32, measure: &dyn TextMeasure) {
        let heights: Vec<f32> = axes
            .iter()
            .map(|axis| label_size(axis, measure).1)
            .collect();
        self.label_tops = (0..axes.len())
            .map(|index| {
                let at = self.off(index, self.radius + LABEL_GAP);
                at.y - down(self.angles[index].cos(), heights[index]).0
            })
            .collect();
        for right in [true, false] {
            let mut half: Vec<usize> = (0..axes.len())
                .filter(|index| {
                    let sin = self.angles[*index].sin();
                    sin.abs() > 0.2 && (sin > 0.0) == right
                })
                .collect();
            half.sort_by(|one, two| self.label_tops[*one].total_cmp(&self.label_tops[*two]));
            let mut free_from = 0.0_f32;
            for index in &half {
                self.label_tops[*index] = self.label_tops[*index].max(free_from);
                free_from = self.label_tops[*index] + heights[*index];
            }
            let mut free_to = height;
            for index in half.iter().rev() {
                self.label_tops[*index] = self.label_tops[*index].min(free_to - heights[*index]);
                free_to = self.label_tops[*index];
            }
        }
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

/// How a label of a width is laid across its place: to the left of it, to the right of it.
pub(super) fn across(sin: f32, width: f32) -> (f32, f32) {
    if sin > 0.2 {
        (0.0, width)
    } else if sin < -0.2 {
        (width, 0.0)
    } else {
        (width / 2.0, width / 2.0)
    }
}

/// The same for above and below.
fn down(cos: f32, height: f32) -> (f32, f32) {
    if cos > 0.8 {
        (height, 0.0)
    } else if cos < -0.8 {
        (0.0, height)
    } else {
        (height / 2.0, height / 2.0)
    }
}

/// The lines at an axis's end, with their look.
pub(super) fn label_lines(axis: &Axis) -> Vec<(String, TextRole, Ink)> {
    let ink = side_ink(axis.factor.side());
    let mut lines: Vec<(String, TextRole, Ink)> = axis
        .label
        .iter()
        .map(|line| (line.clone(), TextRole::Caption, Ink::Text))
        .collect();
    let value = match &axis.state {
        AxisState::Value { printed, .. } => (printed.clone(), TextRole::Strong, ink),
        AxisState::Missing(text) | AxisState::Without(text) => {
            (text.clone(), TextRole::Caption, Ink::TextSubdued)
        }
    };
    // An overlay prints no value at its axes.
    if !value.0.is_empty() {
        lines.push(value);
    }
    for hint in &axis.hint {
        lines.push((hint.clone(), TextRole::Tick, Ink::TextSubdued));
    }
    lines
}

/// Width and height of those lines.
pub(super) fn label_size(axis: &Axis, measure: &dyn TextMeasure) -> (f32, f32) {
    label_lines(axis)
        .iter()
        .fold((0.0, 0.0), |(width, height), (text, role, _)| {
            (
                f32::max(width, measure.width(text, *role)),
                height + measure.height(*role),
            )
        })
}
