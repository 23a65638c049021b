//! Outlines over a radar's axes.

use super::{
    axis::{Axis, Vertex},
    plan::Plan,
};
use crate::{chart::prelude::*, model::Side};

/// A side's outline in an earlier round: dotted and unfilled, behind the present one.
pub(super) fn earlier(chart: &mut Chart, plan: &Plan<'_>, axes: &[Axis], side: Side) {
    let applying = Axis::of_side(axes, side).filter(|(_, axis)| axis.vertex != Vertex::Without);
    let points = applying.map(|(index, axis)| Some(plan.at(index, axis.before?)));
    let points: Option<Vec<Point>> = points.collect();
    let stroke = Stroke::solid(Ink::TextSubdued, 1.5).broken(Dash::Dotted);
    unfilled(chart, plan, points.unwrap_or_default(), stroke);
}

/// The outline of a side through two points or more.
pub(super) fn unfilled(chart: &mut Chart, plan: &Plan<'_>, points: Vec<Point>, stroke: Stroke) {
    if points.len() > 1 {
        chart.closed_path(plan.rim(points), stroke);
    }
}

/// A side's outline: filled from the centre, open where a factor is missing.
pub(super) fn outline(chart: &mut Chart, plan: &Plan<'_>, axes: &[Axis], side: Side) {
    let of_side = Axis::of_side(axes, side);
    let vertices = plan.outline(of_side.map(|(index, axis)| (index, axis.vertex)));
    if vertices.is_empty() {
        return;
    }
    let ink = side_ink(side);
    let stroke = Stroke::solid(ink, 2.2).broken(match side {
        Side::Supply => Dash::Solid,
        Side::Demand => Dash::Dashed,
    });
    if let Some(points) = vertices.iter().copied().collect() {
        let rim = plan.rim(points);
        chart.shapes.push(Shape::Fan {
            centre: plan.centre,
            rim: rim.clone(),
            ink,
            opacity: 0.18,
        });
        chart.closed_path(rim, stroke);
    } else if plan.through_centre() {
        let centre = [Some(plan.centre)];
        runs(chart, &[&centre, &vertices[..], &centre].concat(), stroke);
    } else {
        runs(chart, &from_gap(vertices), stroke);
    }
}

/// The vertices of an outline all round, from the first gap on, so that no run is cut where the list
/// begins; without a gap the first one again at the end.
pub(super) fn from_gap(mut vertices: Vec<Option<Point>>) -> Vec<Option<Point>> {
    match vertices.iter().position(Option::is_none) {
        Some(gap) => vertices.rotate_left(gap),
        None => vertices.extend(vertices.first().copied()),
    }
    vertices
}

/// Lines through the runs between gaps.
pub(super) fn runs(chart: &mut Chart, vertices: &[Option<Point>], stroke: Stroke) {
    for run in vertices.split(Option::is_none).filter(|run| run.len() > 1) {
        chart.path(run.iter().copied().flatten().collect(), stroke);
    }
}

/// The respondents' spread on an axis, and the mark of its value.
pub(super) fn marks(chart: &mut Chart, plan: &Plan<'_>, index: usize, axis: &Axis) {
    let side = axis.factor.side();
    if let Some([min, lower, upper, max]) = axis.spread
        && max - min > 1e-9
    {
        for (from, to, width, opacity) in [(min, max, 2.0, 0.55), (lower, upper, 7.0, 0.30)] {
            let stroke = Stroke::solid(side_ink(side), width).faint(opacity);
            chart.line(plan.at(index, from), plan.at(index, to), stroke);
        }
    }
    // Without a value there is no mark: wherever it stood, it would be read as a score.
    if let Vertex::At(favourability) = axis.vertex {
        chart.mark(
            plan.at(index, favourability),
            4.5,
            side_look(side),
            Fill::Filled,
        );
    }
}
