//! The radar: four axes of one side, or eight of both.
//!
//! The eight axes stand in model order, clockwise, half a step off the top, so that supply fills
//! the right half and demand the left. A side is one outline from the centre: the polygon through
//! the centre and its vertices.

mod aims;
mod overlay;
mod plan;

pub use aims::Handles;
pub use overlay::{Outline, OverlayAxis, Standing, Vertex, overlay};
use plan::{LABEL_GAP, Plan, across, label_lines, label_size};

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
    /// Favourability 0..=1 in an earlier round, drawn dotted where the whole side has one.
    pub before: Option<f64>,
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
    /// Nothing yet, in words: the outline stays open here.
    Missing(String),
    /// The factor does not apply, in words: the outline passes it by.
    Without(String),
}

/// Which axes a radar has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spokes {
    /// The four of one side, the first one up.
    One(Side),
    /// All eight.
    Both,
}

/// Radius in logical points from which what outward means is written at the axes.
const SMALLEST_WITH_HINTS: f32 = 36.0;

fn without_hint(axis: Axis) -> Axis {
    Axis {
        hint: Vec::new(),
        ..axis
    }
}

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
    let mut plan = Plan::new(spokes, axes, size, measure);
    // Below this the hints would leave no room for the picture; pointing still tells them.
    let bare: Vec<Axis>;
    let axes = if plan.radius < SMALLEST_WITH_HINTS {
        bare = axes.iter().cloned().map(without_hint).collect();
        plan = Plan::new(spokes, &bare, size, measure);
        &bare
    } else {
        axes
    };
    let mut chart = Chart {
        description,
        ..Chart::default()
    };
    rings(&mut chart, &plan, axes, measure);
    for side in Side::ALL {
        earlier(&mut chart, &plan, axes, side);
    }
    for side in Side::ALL {
        outline(&mut chart, &plan, axes, side);
    }
    for (index, axis) in axes.iter().enumerate() {
        let middle = plan.at(index, 0.5);
        let reach = plan.radius * 1.1;
        chart.targets.push(Target {
            corners: Corners::around(middle, reach, reach.min(plan.radius * 0.7)),
            factor: axis.factor,
            other: None,
        });
    }
    for (index, axis) in axes.iter().enumerate() {
        label(&mut chart, &plan, index, axis, measure);
        marks(&mut chart, &plan, index, axis);
    }
    chart
}

fn rings(chart: &mut Chart, plan: &Plan, axes: &[Axis], measure: &dyn TextMeasure) {
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
fn ring_numbers(chart: &mut Chart, plan: &Plan, axes: usize, measure: &dyn TextMeasure) {
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
fn earlier(chart: &mut Chart, plan: &Plan, axes: &[Axis], side: Side) {
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
fn outline(chart: &mut Chart, plan: &Plan, axes: &[Axis], side: Side) {
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

fn marks(chart: &mut Chart, plan: &Plan, index: usize, axis: &Axis) {
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
    use crate::chart::shape::{RoughMeasure, assert_texts_fit};

    fn axes(values: [Option<f64>; 8], names: [&str; 8]) -> Vec<Axis> {
        Factor::ALL
            .into_iter()
            .zip(values)
            .zip(names)
            .map(|((factor, value), name)| Axis {
                factor,
                label: name.split('/').map(str::to_owned).collect(),
                state: value.map_or(AxisState::Missing("not scored".into()), |favourability| {
                    AxisState::Value {
                        favourability,
                        printed: "3.5".into(),
                    }
                }),
                hint: match factor {
                    Factor::Complexity => vec!["outward =".into(), "simpler".into()],
                    _ => Vec::new(),
                },
                before: None,
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

    /// The lines of a side's outline with their points; rings and axes are of other inks.
    fn outlines(chart: &Chart, side: Side) -> Vec<Vec<Point>> {
        let of_side = |shape: &Shape| match shape {
            Shape::Line { points, stroke } if stroke.ink == side_ink(side) => Some(points.clone()),
            _ => None,
        };
        chart.shapes.iter().filter_map(of_side).collect()
    }

    #[test]
    fn with_a_gap_what_is_known_keeps_its_line_to_the_centre() {
        let mut values = [Some(0.5); 8];
        values[2] = None;
        let axes = axes(values, ENGLISH);
        let size = (400.0, 400.0);
        let plan = Plan::new(Spokes::Both, &axes, size, &RoughMeasure);
        let chart = radar(Spokes::Both, &axes, size, String::new(), &RoughMeasure);
        let at = |index| plan.at(index, 0.5);
        let expected = vec![vec![plan.centre, at(0), at(1)], vec![at(3), plan.centre]];
        assert_eq!(outlines(&chart, Side::Supply), expected);
    }

    #[test]
    fn round_four_axes_the_outline_runs_on_past_the_first_axis_and_stops_at_the_gap() {
        let mut values = [Some(0.5); 8];
        values[1] = None;
        let axes = &axes(values, ENGLISH)[..4];
        let (size, spokes) = ((300.0, 300.0), Spokes::One(Side::Supply));
        let plan = Plan::new(spokes, axes, size, &RoughMeasure);
        let chart = radar(spokes, axes, size, String::new(), &RoughMeasure);
        let at = |index| plan.at(index, 0.5);
        let expected = vec![vec![at(2), at(3), at(0)]];
        assert_eq!(outlines(&chart, Side::Supply), expected);
    }

    #[test]
    fn texts_neither_leave_the_chart_nor_overlap() {
        let sizes = [
            (220.0, 220.0),
            (260.0, 240.0),
            (320.0, 300.0),
            (480.0, 420.0),
            (900.0, 700.0),
        ];
        for names in [ENGLISH, CHINESE] {
            let axes = axes([Some(0.4); 8], names);
            for size in sizes {
                for (spokes, axes) in [
                    (Spokes::Both, &axes[..]),
                    (Spokes::One(Side::Supply), &axes[..4]),
                    (Spokes::One(Side::Demand), &axes[4..]),
                ] {
                    let chart = radar(spokes, axes, size, String::new(), &RoughMeasure);
                    assert_texts_fit(&chart, size);
                }
            }
        }
    }
}
