//! The radar: four axes of one side, or eight of both.
//!
//! The eight axes stand in model order, clockwise, half a step off the top, so that supply fills
//! the right half and demand the left. A side is one outline from the centre: the polygon through
//! the centre and its vertices.

mod aims;
mod overlay;
mod parts;
mod plan;

pub use aims::Handles;
pub use overlay::{Outline, OverlayAxis, Standing, Vertex, overlay};
use parts::{earlier, label, marks, outline, rings};
use plan::{MAX_RADIUS, Plan};

use super::shape::{Chart, Corners, Target, TextMeasure};
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
    description: Vec<String>,
    measure: &dyn TextMeasure,
) -> Chart {
    drawn(spokes, axes, size, MAX_RADIUS, description, measure)
}

/// Draws the radars of supply and of demand on one scale, each into a size in logical points. Axes and
/// descriptions are those of either side.
#[must_use]
pub fn two_radars(
    axes: &[Vec<Axis>; 2],
    size: (f32, f32),
    descriptions: [Vec<String>; 2],
    measure: &dyn TextMeasure,
) -> [Chart; 2] {
    let radius =
        |side: usize| Plan::new(Spokes::One(Side::ALL[side]), &axes[side], size, measure).radius;
    let most = radius(0).min(radius(1));
    let [supply, demand] = descriptions;
    [
        (Side::Supply, &axes[0], supply),
        (Side::Demand, &axes[1], demand),
    ]
    .map(|(side, axes, description)| {
        drawn(Spokes::One(side), axes, size, most, description, measure)
    })
}

fn drawn(
    spokes: Spokes,
    axes: &[Axis],
    size: (f32, f32),
    most: f32,
    description: Vec<String>,
    measure: &dyn TextMeasure,
) -> Chart {
    let mut plan = Plan::at_most(spokes, axes, size, most, measure);
    // Below this the hints would leave no room for the picture; pointing still tells them.
    let bare: Vec<Axis>;
    let axes = if plan.radius < SMALLEST_WITH_HINTS {
        bare = axes.iter().cloned().map(without_hint).collect();
        plan = Plan::at_most(spokes, &bare, size, most, measure);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::shape::{Ink, Point, Shape, side_ink};
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
            Vec::new(),
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
        let chart = radar(Spokes::Both, &axes, size, Vec::new(), &RoughMeasure);
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
        let chart = radar(spokes, axes, size, Vec::new(), &RoughMeasure);
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
                    let chart = radar(spokes, axes, size, Vec::new(), &RoughMeasure);
                    assert_texts_fit(&chart, size);
                }
            }
        }
    }
}
