//! What every radar is drawn on: rings with their numbers, axes and what stands at their ends.

use super::{
    axis::{Axis, Vertex},
    plan::{LABEL_GAP, Plan, label_lines, label_size, place_across},
};
use crate::chart::prelude::*;

/// Draws rings and axes.
pub(super) fn rings(chart: &mut Chart, plan: &Plan<'_>, axes: &[Axis]) {
    for level in 1..=4_u8 {
        let share = f64::from(level) / 4.0;
        let points = (0..axes.len()).map(|index| plan.at(index, share));
        // The middle of the scale stands out a little.
        let stroke = match level {
            2 => Stroke::solid(Ink::LineStrong, 1.2),
            _ => Stroke::solid(Ink::Line, 1.0),
        };
        chart.closed_path(points.collect(), stroke);
    }
    for (index, axis) in axes.iter().enumerate() {
        let dash = match axis.vertex {
            Vertex::At(_) => Dash::Solid,
            Vertex::Without | Vertex::Missing => Dash::Dotted,
        };
        let stroke = Stroke::solid(Ink::Line, 1.0).broken(dash);
        chart.line(plan.centre, plan.at(index, 1.0), stroke);
    }
    ring_numbers(chart, plan);
}

/// Ring numbers run up the gap between the last of eight axes and the first, where no outline
/// passes, or beside the upper of four. Where rings stand closer than a line of text only the middle
/// and the outermost are numbered.
fn ring_numbers(chart: &mut Chart, plan: &Plan<'_>) {
    let (inset, aside) = if plan.through_centre() {
        ((std::f32::consts::TAU / 8.0 / 2.0).cos(), 0.0)
    } else {
        (1.0, 8.0)
    };
    let spacing = plan.radius * inset / 4.0;
    let line = plan.measure.height(TextRole::Tick);
    let shown: &[u8] = if spacing >= line {
        &[2, 3, 4, 5]
    } else if spacing * 2.0 >= line {
        &[3, 5]
    } else {
        &[]
    };
    for level in shown {
        let y = plan.centre.y - spacing * f32::from(level - 1);
        let at = (plan.centre.x - aside, y);
        chart.tick(at, Place::Middle, level.to_string());
    }
}

/// Lets every axis be asked about, along itself.
pub(super) fn targets(chart: &mut Chart, plan: &Plan<'_>, axes: &[Axis]) {
    let reach = plan.radius * 1.1;
    for (index, axis) in axes.iter().enumerate() {
        let middle = plan.at(index, 0.5);
        let corners = Corners::around(middle, reach, reach.min(plan.radius * 0.7));
        chart.target(corners, axis.factor, None);
    }
}

/// Writes what stands at the end of an axis, and lets it be asked about there.
pub(super) fn label(chart: &mut Chart, plan: &Plan<'_>, index: usize, axis: &Axis) {
    let (width, height) = label_size(axis, plan.measure);
    let Point { x, .. } = plan.off(index, plan.radius + LABEL_GAP);
    let across = place_across(plan.angles[index].sin());
    let top = plan.label_tops[index];
    let mut y = top;
    for (text, role, ink) in label_lines(axis) {
        let line = plan.measure.height(role);
        chart.text((x, y + line / 2.0), across, text, role, ink);
        y += line;
    }
    let left = x - across.before(width);
    chart.target(
        Corners::between([left, left + width], [top, top + height]),
        axis.factor,
        None,
    );
}
