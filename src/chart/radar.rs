//! The radar: four axes of one side, or eight of both.
//!
//! The eight axes stand in model order, clockwise, half a step off the top, so that supply fills
//! the right half and demand the left. A side is one outline from the centre: the polygon through
//! the centre and its vertices.

use super::shape::{
    Anchor, Chart, Corners, Dash, Fill, Ink, Place, Point, Shape, Stroke, Target, TextMeasure,
    TextRole, side_ink, side_mark,
};
use crate::model::{Factor, Side};

/// One axis with what stands at its end.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// Which factor.
    pub factor: Factor,
    /// The factor's name, in lines as broken by the caller.
    pub label: Vec<String>,
    /// Favourability 0..=1 and the value as printed.
    pub state: AxisState,
    /// What outward means, for inverse factors, in lines as broken by the caller.
    pub hint: Vec<String>,
    /// Lowest, lower quartile, upper quartile and highest favourability of the respondents, 0..=1.
    pub spread: Option<[f64; 4]>,
}

/// What an axis holds.
#[derive(Clone, Debug, PartialEq)]
pub enum AxisState {
    /// A value.
    Value {
        /// Favourability 0..=1.
        favourability: f64,
        /// The score as scored, as printed.
        printed: String,
    },
    /// Nothing yet: the outline stays open here.
    Missing,
    /// The factor does not apply: the outline passes it by.
    NotApplicable(String),
}

/// Which axes a radar has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spokes {
    /// The four of one side, the first one up.
    One(Side),
    /// All eight.
    Both,
}

/// How far a label stands off the outermost ring.
const LABEL_GAP: f32 = 9.0;
/// Largest useful radius; beyond it a radar only looks coarse.
const MAX_RADIUS: f32 = 360.0;

/// Draws a radar into a size in logical points. `axes` are in model order: four for one side, eight
/// for both.
#[must_use]
pub fn radar(
    spokes: Spokes,
    axes: &[Axis],
    size: (f32, f32),
    description: String,
    measure: &dyn TextMeasure,
) -> Chart {
    let plan = Plan::new(spokes, axes, size, measure);
    let mut chart = Chart {
        description,
        ..Chart::default()
    };
    rings(&mut chart, &plan, axes);
    for side in Side::ALL {
        outline(&mut chart, &plan, axes, side);
    }
    for (index, axis) in axes.iter().enumerate() {
        label(&mut chart, &plan, index, axis, measure);
        marks(&mut chart, &plan, index, axis);
        let end = plan.at(index, 0.5);
        let reach = plan.radius * 1.1;
        chart.targets.push(Target {
            corners: Corners::around(end, reach, reach.min(plan.radius * 0.7)),
            factor: axis.factor,
            other: None,
        });
    }
    chart
}

/// Where the axes run.
struct Plan {
    centre: Point,
    radius: f32,
    angles: Vec<f32>,
    /// Top of each label.
    label_tops: Vec<f32>,
}

impl Plan {
    fn new(spokes: Spokes, axes: &[Axis], size: (f32, f32), measure: &dyn TextMeasure) -> Self {
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
        let mut radius = MAX_RADIUS;
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
    fn at(&self, index: usize, favourability: f64) -> Point {
        self.off(index, self.radius * favourability as f32)
    }

    /// The place at a distance from the centre along an axis.
    fn off(&self, index: usize, distance: f32) -> Point {
        let angle = self.angles[index];
        Point::new(
            self.centre.x + angle.sin() * distance,
            self.centre.y - angle.cos() * distance,
        )
    }
}

/// How a label of a width is laid across its place: to the left of it, to the right of it.
fn across(sin: f32, width: f32) -> (f32, f32) {
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

fn label_lines(axis: &Axis) -> Vec<(String, TextRole, Ink)> {
    let ink = side_ink(axis.factor.side());
    let mut lines: Vec<(String, TextRole, Ink)> = axis
        .label
        .iter()
        .map(|line| (line.clone(), TextRole::Caption, Ink::Text))
        .collect();
    let value = match &axis.state {
        AxisState::Value { printed, .. } => (printed.clone(), TextRole::Strong, ink),
        AxisState::Missing => ("–".into(), TextRole::Strong, Ink::TextSubdued),
        AxisState::NotApplicable(text) => (text.clone(), TextRole::Caption, Ink::TextSubdued),
    };
    lines.push(value);
    for hint in &axis.hint {
        lines.push((hint.clone(), TextRole::Tick, Ink::TextSubdued));
    }
    lines
}

fn label_size(axis: &Axis, measure: &dyn TextMeasure) -> (f32, f32) {
    label_lines(axis)
        .iter()
        .fold((0.0, 0.0), |(width, height), (text, role, _)| {
            (
                f32::max(width, measure.width(text, *role)),
                height + measure.height(*role),
            )
        })
}

fn rings(chart: &mut Chart, plan: &Plan, axes: &[Axis]) {
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
            AxisState::Missing | AxisState::NotApplicable(_) => Dash::Dotted,
        };
        let stroke = Stroke {
            ink: Ink::Line,
            width: 1.0,
            dash,
        };
        let end = plan.at(index, 1.0);
        chart.shapes.push(Shape::line(plan.centre, end, stroke));
    }
    // Ring numbers run up the gap between the last axis and the first, where no outline passes.
    let between = axes.len() == 8;
    for level in 1..=5_u8 {
        let distance = plan.radius * f32::from(level - 1) / 4.0;
        let inset = (std::f32::consts::TAU / axes.len().max(1) as f32 / 2.0).cos();
        let at = if between {
            Point::new(plan.centre.x, plan.centre.y - distance * inset)
        } else {
            Point::new(plan.centre.x - 8.0, plan.centre.y - distance)
        };
        let number = level.to_string();
        let text = Shape::text(at, Anchor::CENTRE, number, TextRole::Tick, Ink::TextSubdued);
        chart.shapes.push(text);
    }
}

/// A side's outline: filled from the centre, open where a factor is missing.
fn outline(chart: &mut Chart, plan: &Plan, axes: &[Axis], side: Side) {
    let vertices: Vec<Option<Point>> = axes
        .iter()
        .enumerate()
        .filter(|(_, axis)| axis.factor.side() == side)
        .filter_map(|(index, axis)| match &axis.state {
            AxisState::Value { favourability, .. } => Some(Some(plan.at(index, *favourability))),
            AxisState::Missing => Some(None),
            AxisState::NotApplicable(_) => None,
        })
        .collect();
    if vertices.is_empty() {
        return;
    }
    let ink = side_ink(side);
    let stroke = Stroke {
        ink,
        width: 2.2,
        dash: match side {
            Side::Supply => Dash::Solid,
            Side::Demand => Dash::Dashed,
        },
    };
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
    // Round four axes the last one is the first one's neighbour, so runs begin behind a gap.
    let gap = vertices
        .iter()
        .position(Option::is_none)
        .unwrap_or_default();
    let begin = if through_centre { 0 } else { gap };
    let (early, late) = vertices.split_at(begin);
    let mut run: Vec<Point> = Vec::new();
    for vertex in late.iter().chain(early).copied().chain([None]) {
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

fn marks(chart: &mut Chart, plan: &Plan, index: usize, axis: &Axis) {
    let side = axis.factor.side();
    if let Some([min, lower, upper, max]) = axis.spread
        && max - min > 1e-9
    {
        let thin = Stroke::solid(side_ink(side), 1.5);
        let ends = (plan.at(index, min), plan.at(index, max));
        chart.shapes.push(Shape::line(ends.0, ends.1, thin));
        let thick = Stroke::solid(side_ink(side), 4.0);
        let ends = (plan.at(index, lower), plan.at(index, upper));
        chart.shapes.push(Shape::line(ends.0, ends.1, thick));
    }
    let (centre, kind, fill, ink) = match &axis.state {
        AxisState::Value { favourability, .. } => (
            plan.at(index, *favourability),
            side_mark(side),
            Fill::Filled,
            side_ink(side),
        ),
        AxisState::Missing => (
            plan.at(index, 1.0),
            side_mark(side),
            Fill::Hollow,
            Ink::LineStrong,
        ),
        AxisState::NotApplicable(_) => return,
    };
    chart.shapes.push(Shape::Mark {
        centre,
        radius: 4.5,
        kind,
        fill,
        ink,
    });
}

fn label(chart: &mut Chart, plan: &Plan, index: usize, axis: &Axis, measure: &dyn TextMeasure) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::shape::RoughMeasure;

    fn axes(values: [Option<f64>; 8], names: [&str; 8]) -> Vec<Axis> {
        Factor::ALL
            .into_iter()
            .zip(values)
            .zip(names)
            .map(|((factor, value), name)| Axis {
                factor,
                label: name.split('/').map(str::to_owned).collect(),
                state: value.map_or(AxisState::Missing, |favourability| AxisState::Value {
                    favourability,
                    printed: "3.5".into(),
                }),
                hint: match factor {
                    Factor::Complexity => vec!["outward =".into(), "simpler".into()],
                    _ => Vec::new(),
                },
                spread: None,
            })
            .collect()
    }

    const ENGLISH: [&str; 8] = [
        "Comparative/advantage",
        "Complexity",
        "Compatibility",
        "Observability",
        "Expected/costs",
        "Anticipated/benefits",
        "Social/impact",
        "Facilitating/conditions",
    ];
    const CHINESE: [&str; 8] = [
        "相对优势",
        "复杂性",
        "兼容性",
        "可观察性",
        "预期成本",
        "预期收益",
        "社会影响",
        "便利条件",
    ];

    #[test]
    fn nothing_is_at_the_centre_and_all_is_on_the_outer_ring() {
        let axes = axes([Some(0.0); 8], ENGLISH);
        let plan = Plan::new(Spokes::Both, &axes, (400.0, 400.0), &RoughMeasure);
        for index in 0..8 {
            assert_eq!(plan.at(index, 0.0), plan.centre);
            let rim = plan.at(index, 1.0);
            let distance = (rim.x - plan.centre.x).hypot(rim.y - plan.centre.y);
            assert!((distance - plan.radius).abs() < 0.01);
        }
    }

    #[test]
    fn supply_fills_the_right_half_and_demand_the_left_in_model_order() {
        let axes = axes([Some(1.0); 8], ENGLISH);
        let plan = Plan::new(Spokes::Both, &axes, (400.0, 400.0), &RoughMeasure);
        for (index, axis) in axes.iter().enumerate() {
            let right = plan.at(index, 1.0).x > plan.centre.x;
            assert_eq!(right, axis.factor.side() == Side::Supply);
        }
        assert!(plan.angles.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn a_missing_factor_leaves_the_outline_open_and_unfilled() {
        let mut values = [Some(0.5); 8];
        values[1] = None;
        let chart = radar(
            Spokes::Both,
            &axes(values, ENGLISH),
            (400.0, 400.0),
            String::new(),
            &RoughMeasure,
        );
        let fans = |ink| {
            chart
                .shapes
                .iter()
                .filter(|shape| matches!(shape, Shape::Fan { ink: found, .. } if *found == ink))
                .count()
        };
        assert_eq!((fans(Ink::Supply), fans(Ink::Demand)), (0, 1));
    }

    #[test]
    fn labels_neither_leave_the_chart_nor_overlap() {
        for names in [ENGLISH, CHINESE] {
            for size in [
                (260.0, 240.0),
                (320.0, 300.0),
                (480.0, 420.0),
                (900.0, 700.0),
            ] {
                let axes = axes([Some(0.4); 8], names);
                let chart = radar(Spokes::Both, &axes, size, String::new(), &RoughMeasure);
                let boxes: Vec<Corners> = chart
                    .shapes
                    .iter()
                    .filter(|shape| {
                        !matches!(
                            shape,
                            Shape::Text {
                                role: TextRole::Tick,
                                ..
                            }
                        )
                    })
                    .filter_map(|shape| shape.text_box(&RoughMeasure))
                    .collect();
                for (index, one) in boxes.iter().enumerate() {
                    assert!(
                        one.min.x >= -0.5 && one.max.x <= size.0 + 0.5,
                        "{size:?} {one:?}"
                    );
                    assert!(
                        one.min.y >= -0.5 && one.max.y <= size.1 + 0.5,
                        "{size:?} {one:?}"
                    );
                    for two in &boxes[index + 1..] {
                        assert!(!one.overlaps(two), "{size:?}: {one:?} {two:?}");
                    }
                }
            }
        }
    }
}
