//! The radar: four axes of one side, or eight of both.
//!
//! The eight axes stand in model order, clockwise, half a step off the top, so that supply fills
//! the right half and demand the left. A side is one outline from the centre: the polygon through
//! the centre and its vertices.

mod axis;
mod drag_handles;
mod frame;
mod outline;
mod overlay;
mod plan;

pub use axis::{Axis, Vertex};
pub use drag_handles::Handles;
pub use overlay::{Outline, OutlineStyle, overlay};

use crate::{chart::prelude::*, model::Side};
use frame::{label, rings, targets};
use outline::{earlier, marks, outline};
use plan::{MAX_RADIUS, Plan};

/// Draws a radar into a size in logical points. `axes` are in model order: the four of one side, the
/// first one up, or all eight.
#[must_use]
pub fn radar(axes: &[Axis], size: (f32, f32), canvas: Canvas<'_>) -> Chart {
    drawn(axes, size, MAX_RADIUS, canvas)
}

/// Draws the radars of supply and of demand on one scale, each into a size in logical points. Axes and
/// canvases are those of either side.
#[must_use]
pub fn two_radars(
    axes: &[Vec<Axis>; 2],
    size: (f32, f32),
    [supply, demand]: [Canvas<'_>; 2],
) -> [Chart; 2] {
    let radius = |side: usize| Plan::new(&axes[side], size, MAX_RADIUS, supply.measure).radius;
    let most = radius(0).min(radius(1));
    [(0, supply), (1, demand)].map(|(side, canvas)| drawn(&axes[side], size, most, canvas))
}

fn drawn(axes: &[Axis], size: (f32, f32), most: f32, canvas: Canvas<'_>) -> Chart {
    let Canvas { mut chart, measure } = canvas;
    let (plan, axes) = Plan::with_hints_if_roomy(axes, size, most, measure);
    rings(&mut chart, &plan, &axes);
    for draw in [earlier, outline] {
        for side in Side::ALL {
            draw(&mut chart, &plan, &axes, side);
        }
    }
    targets(&mut chart, &plan, &axes);
    for (index, axis) in axes.iter().enumerate() {
        label(&mut chart, &plan, index, axis);
        marks(&mut chart, &plan, index, axis);
    }
    chart
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        chart::testing::{RoughMeasure, assert_texts_fit, lines_of, rough},
        model::Factor,
    };

    fn axes(values: [Option<f64>; 8], names: &str) -> Vec<Axis> {
        let of = |((factor, value), name): ((Factor, Option<f64>), &str)| {
            let hint = match factor {
                Factor::Complexity => vec!["outward =".into(), "simpler".into()],
                _ => Vec::new(),
            };
            let label = name.split('/').map(str::to_owned).collect();
            Axis {
                vertex: value.map_or(Vertex::Missing, Vertex::At),
                printed: value.map_or("not scored", |_| "3.5").into(),
                ..Axis::bare(factor, label, hint)
            }
        };
        let factors = Factor::ALL.into_iter().zip(values).zip(names.split(' '));
        factors.map(of).collect()
    }

    fn drawn(axes: &[Axis], size: (f32, f32)) -> Chart {
        radar(axes, size, rough())
    }

    const ENGLISH: &str = "Comparative/advantage Complexity Compatibility Observability \
        Expected/costs Anticipated/benefits Social/impact Facilitating/conditions";
    const CHINESE: &str = "相对优势 复杂性 兼容性 可观察性 预期成本 预期收益 社会影响 便利条件";
    const SIZE: (f32, f32) = (400.0, 400.0);

    fn plan_of(axes: &[Axis]) -> Plan<'static> {
        Plan::new(axes, SIZE, MAX_RADIUS, &RoughMeasure)
    }

    #[test]
    fn nothing_is_at_the_centre_and_all_is_on_the_outer_ring() {
        let axes = axes([Some(0.0); 8], ENGLISH);
        let plan = plan_of(&axes);
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
        let plan = plan_of(&axes);
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
        let chart = drawn(&axes(values, ENGLISH), SIZE);
        let fans = chart.shapes.iter().filter_map(|shape| match shape {
            Shape::Fan { ink, .. } => Some(*ink),
            _ => None,
        });
        assert_eq!(fans.collect::<Vec<_>>(), [Ink::Demand]);
    }

    #[test]
    fn with_a_gap_what_is_known_keeps_its_line_to_the_centre() {
        let mut values = [Some(0.5); 8];
        values[2] = None;
        let axes = axes(values, ENGLISH);
        let plan = plan_of(&axes);
        let chart = drawn(&axes, SIZE);
        let at = |index| plan.at(index, 0.5);
        let expected = vec![vec![plan.centre, at(0), at(1)], vec![at(3), plan.centre]];
        assert_eq!(lines_of(&chart, side_ink(Side::Supply)), expected);
    }

    #[test]
    fn round_four_axes_the_outline_runs_on_past_the_first_axis_and_stops_at_the_gap() {
        let mut values = [Some(0.5); 8];
        values[1] = None;
        let axes = &axes(values, ENGLISH)[..4];
        let plan = plan_of(axes);
        let chart = drawn(axes, SIZE);
        let at = |index| plan.at(index, 0.5);
        let expected = vec![vec![at(2), at(3), at(0)]];
        assert_eq!(lines_of(&chart, side_ink(Side::Supply)), expected);
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
                for axes in [&axes[..], &axes[..4], &axes[4..]] {
                    assert_texts_fit(&drawn(axes, size), size);
                }
            }
        }
    }
}
