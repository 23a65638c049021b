//! What a radar is drawn of: rings, outlines, marks and labels.

use super::{
    Axis, AxisState,
    plan::{LABEL_GAP, Plan, across, label_lines, label_size},
};
use crate::{
    chart::shape::{
        Anchor, Chart, Corners, Dash, Fill, Ink, Place, Point, Shape, Stroke, Target, TextMeasure,
        TextRole, side_ink, side_mark,
    },
    model::Side,
};

pub(super) fn rings(chart: &mut Chart, plan: &Plan, axes: &[Axis], measure: &dyn TextMeasure) {
    for level in 1..=4_u8 {
        let share = f64::from(level) / 4.0;
        let mut points: Vec<Point> = (0..axes.len()).map(|index| plan.at(index, share)).collect();
        points.extend(points.first().copied());
        // The middle of the scale stands out a little.
        let stroke = match level {
            2 => Stroke::solid(Ink::LineStrong, 1.2),
            _ => Stroke::solid(Ink::Line, 1.0),
        };
        chart.shapes.push(Shape::Line { points, stroke });
    }
    for (index, axis) in axes.iter().enumerate() {
        let dash = match axis.state {
            AxisState::Value { .. } => Dash::Solid,
            AxisState::Without(_) | AxisState::Missing(_) => Dash::Dotted,
        };
        let stroke = Stroke::solid(Ink::Line, 1.0).broken(dash);
        let end = plan.at(index, 1.0);
        chart.shapes.push(Shape::line(plan.centre, end, stroke));
    }
    ring_numbers(chart, plan, axes.len(), measure);
}

/// Ring numbers run up the gap between the last of eight axes and the first, where no outline
/// passes, or beside the upper of four. Where rings stand closer than a line of text only the middle
/// and the outermost are numbered.
pub(super) fn ring_numbers(chart: &mut Chart, plan: &Plan, axes: usize, measure: &dyn TextMeasure) {
    let between = axes == 8;
    let inset = if between {
        (std::f32::consts::TAU / axes as f32 / 2.0).cos()
    } else {
        1.0
    };
    let spacing = plan.radius * inset / 4.0;
    let line = measure.height(TextRole::Tick);
    let shown: &[u8] = if spacing >= line {
        &[2, 3, 4, 5]
    } else if spacing * 2.0 >= line {
        &[3, 5]
    } else {
        &[]
    };
    let x = if between {
        plan.centre.x
    } else {
        plan.centre.x - 8.0
    };
    for level in shown {
        let up = spacing * f32::from(level - 1);
        let at = Point::new(x, plan.centre.y - up);
        let number = level.to_string();
        let text = Shape::text(at, Anchor::CENTRE, number, TextRole::Tick, Ink::TextSubdued);
        chart.shapes.push(text);
    }
}

/// A side's outline in an earlier round: dotted and unfilled, behind the present one.
pub(super) fn earlier(chart: &mut Chart, plan: &Plan, axes: &[Axis], side: Side) {
    let of_side = axes.iter().enumerate();
    let points: Option<Vec<Point>> = of_side
        .filter(|(_, axis)| axis.factor.side() == side)
        .filter(|(_, axis)| !matches!(axis.state, AxisState::Without(_)))
        .map(|(index, axis)| Some(plan.at(index, axis.before?)))
        .collect();
    let Some(mut points) = points.filter(|points| points.len() > 1) else {
        return;
    };
    if axes.len() == 8 {
        points.push(plan.centre);
    }
    points.extend(points.first().copied());
    let stroke = Stroke::solid(Ink::TextSubdued, 1.5).broken(Dash::Dotted);
    chart.shapes.push(Shape::Line { points, stroke });
}

/// A side's outline: filled from the centre, open where a factor is missing.
pub(super) fn outline(chart: &mut Chart, plan: &Plan, axes: &[Axis], side: Side) {
    let vertices: Vec<Option<Point>> = axes
        .iter()
        .enumerate()
        .filter(|(_, axis)| axis.factor.side() == side)
        .filter_map(|(index, axis)| match &axis.state {
            AxisState::Value { favourability, .. } => Some(Some(plan.at(index, *favourability))),
            AxisState::Missing(_) => Some(None),
            AxisState::Without(_) => None,
        })
        .collect();
    if vertices.is_empty() {
        return;
    }
    let ink = side_ink(side);
    let stroke = Stroke::solid(ink, 2.2).broken(match side {
        Side::Supply => Dash::Solid,
        Side::Demand => Dash::Dashed,
    });
    // With eight axes a side's outline returns through the centre; with four it goes round it.
    let through_centre = axes.len() == 8;
    let complete = vertices.iter().all(Option::is_some);
    if complete {
        let mut rim: Vec<Point> = vertices.iter().copied().flatten().collect();
        if through_centre {
            rim.push(plan.centre);
        }
        chart.shapes.push(Shape::Fan {
            centre: plan.centre,
            rim: rim.clone(),
            ink,
            opacity: 0.18,
        });
        rim.extend(rim.first().copied());
        chart.shapes.push(Shape::Line {
            points: rim,
            stroke,
        });
        return;
    }
    // Where the outline closes: at the centre, or round four axes, so that runs begin behind a gap.
    let gap = vertices
        .iter()
        .position(Option::is_none)
        .unwrap_or_default();
    let around: Vec<Option<Point>> = if through_centre {
        let centre = [Some(plan.centre)];
        let inner = vertices.iter().copied();
        centre.into_iter().chain(inner).chain(centre).collect()
    } else {
        let (early, late) = vertices.split_at(gap);
        late.iter().chain(early).copied().collect()
    };
    let mut run: Vec<Point> = Vec::new();
    for vertex in around.into_iter().chain([None]) {
        if let Some(point) = vertex {
            run.push(point);
            continue;
        }
        if run.len() > 1 {
            chart.shapes.push(Shape::Line {
                points: run.clone(),
                stroke,
            });
        }
        run.clear();
    }
}

pub(super) fn marks(chart: &mut Chart, plan: &Plan, index: usize, axis: &Axis) {
    let side = axis.factor.side();
    if let Some([min, lower, upper, max]) = axis.spread
        && max - min > 1e-9
    {
        let thin = Stroke::solid(side_ink(side), 2.0).faint(0.55);
        let ends = (plan.at(index, min), plan.at(index, max));
        chart.shapes.push(Shape::line(ends.0, ends.1, thin));
        let thick = Stroke::solid(side_ink(side), 7.0).faint(0.30);
        let ends = (plan.at(index, lower), plan.at(index, upper));
        chart.shapes.push(Shape::line(ends.0, ends.1, thick));
    }
    // Without a value there is no mark: wherever it stood, it would be read as a score.
    if let AxisState::Value { favourability, .. } = &axis.state {
        chart.shapes.push(Shape::Mark {
            centre: plan.at(index, *favourability),
            radius: 4.5,
            kind: side_mark(side),
            fill: Fill::Filled,
            ink: side_ink(side),
        });
    }
}

pub(super) fn label(
    chart: &mut Chart,
    plan: &Plan,
    index: usize,
    axis: &Axis,
    measure: &dyn TextMeasure,
) {
    let (width, height) = label_size(axis, measure);
    let at = plan.off(index, plan.radius + LABEL_GAP);
    let sin = plan.angles[index].sin();
    let top = plan.label_tops[index];
    let place = if sin > 0.2 {
        Place::Start
    } else if sin < -0.2 {
        Place::End
    } else {
        Place::Middle
    };
    let mut y = top;
    for (text, role, ink) in label_lines(axis) {
        let line = measure.height(role);
        let anchor = Anchor {
            across: place,
            down: Place::Middle,
        };
        let at = Point::new(at.x, y + line / 2.0);
        chart.shapes.push(Shape::text(at, anchor, text, role, ink));
        y += line;
    }
    let (before, _) = across(sin, width);
    let min = Point::new(at.x - before, top);
    chart.targets.push(Target {
        corners: Corners {
            min,
            max: Point::new(min.x + width, min.y + height),
        },
        factor: axis.factor,
        other: None,
    });
}
