//! Several results as outlines in one radar, without fill: only where they run can be compared.

use super::{
    Axis, AxisState, SMALLEST_WITH_HINTS, Spokes,
    parts::{label, rings},
    plan::Plan,
    without_hint,
};
use crate::{
    chart::{
        series::series_look,
        shape::{Chart, Corners, Fill, Ink, Point, Shape, Stroke, Target, TextMeasure},
    },
    model::Factor,
};

/// One axis of an overlay.
#[derive(Clone, Debug, PartialEq)]
pub struct OverlayAxis {
    /// Which factor.
    pub factor: Factor,
    /// The factor's name, in lines as broken by the caller.
    pub label: Vec<String>,
    /// What outward means, for inverse factors, in lines as broken by the caller.
    pub hint: Vec<String>,
}

/// One result.
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    /// Its look, 0..=5.
    pub series: u8,
    /// One for each axis.
    pub vertices: Vec<Vertex>,
    /// Whether it is what the radar is about.
    pub standing: Standing,
}

/// Where an outline crosses an axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Vertex {
    /// At a favourability, 0..=1.
    At(f64),
    /// Nowhere yet: the outline stays open here.
    Missing,
    /// The factor does not apply: the outline passes it by.
    Without,
}

/// Whether an outline is what a radar is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is: in its own look, with marks.
    Foreground,
    /// It only shows how the others stand: a faint line without marks.
    Background,
}

/// Draws up to six outlines into a size in logical points; later ones lie over earlier ones. Radars of
/// the same axes and size have the same scale, whatever the outlines.
#[must_use]
pub fn overlay(
    axes: &[OverlayAxis],
    outlines: &[Outline],
    size: (f32, f32),
    description: Vec<String>,
    measure: &dyn TextMeasure,
) -> Chart {
    let mut axes: Vec<Axis> = axes.iter().map(bare).collect();
    let mut plan = Plan::new(Spokes::Both, &axes, size, measure);
    if plan.radius < SMALLEST_WITH_HINTS {
        axes = axes.into_iter().map(without_hint).collect();
        plan = Plan::new(Spokes::Both, &axes, size, measure);
    }
    let mut chart = Chart {
        description,
        ..Chart::default()
    };
    rings(&mut chart, &plan, &axes, measure);
    let (behind, before): (Vec<_>, Vec<_>) = outlines
        .iter()
        .partition(|outline| outline.standing == Standing::Background);
    for outline in behind.iter().chain(&before) {
        line(&mut chart, &plan, outline);
    }
    for (place, outline) in before.iter().enumerate() {
        marks(&mut chart, &plan, outline, place);
    }
    for (index, axis) in axes.iter().enumerate() {
        let reach = plan.radius * 1.1;
        chart.targets.push(Target {
            corners: Corners::around(plan.at(index, 0.5), reach, reach.min(plan.radius * 0.7)),
            factor: axis.factor,
            other: None,
        });
    }
    for (index, axis) in axes.iter().enumerate() {
        label(&mut chart, &plan, index, axis, measure);
    }
    chart
}

/// An axis as the radar's plan knows it, without a value at its end.
fn bare(axis: &OverlayAxis) -> Axis {
    Axis {
        factor: axis.factor,
        label: axis.label.clone(),
        state: AxisState::Value {
            favourability: 0.0,
            printed: String::new(),
        },
        hint: axis.hint.clone(),
        before: None,
        spread: None,
    }
}

/// The outline all round, in runs between the gaps where a factor is missing.
fn line(chart: &mut Chart, plan: &Plan, outline: &Outline) {
    let stroke = match outline.standing {
        Standing::Foreground => {
            let look = series_look(outline.series);
            Stroke::solid(look.ink, 2.4).broken(look.dash)
        }
        Standing::Background => Stroke::solid(Ink::TextSubdued, 1.0).faint(0.4),
    };
    let around: Vec<Option<Point>> = outline
        .vertices
        .iter()
        .enumerate()
        .filter_map(|(index, vertex)| match vertex {
            Vertex::At(favourability) => Some(Some(plan.at(index, *favourability))),
            Vertex::Missing => Some(None),
            Vertex::Without => None,
        })
        .collect();
    // From the first gap on, so that no run is cut where the list begins; without one it closes.
    let gap = around.iter().position(Option::is_none);
    let (early, late) = around.split_at(gap.unwrap_or_default());
    let close = if gap.is_none() { late.first() } else { None };
    let mut run: Vec<Point> = Vec::new();
    for point in late.iter().chain(early).chain(close).chain([&None]) {
        if let Some(point) = point {
            run.push(*point);
        } else {
            let points = std::mem::take(&mut run);
            if points.len() > 1 {
                chart.shapes.push(Shape::Line { points, stroke });
            }
        }
    }
}

/// Marks get smaller from one outline to the next, so that one over the other leaves both to be seen.
fn marks(chart: &mut Chart, plan: &Plan, outline: &Outline, place: usize) {
    let look = series_look(outline.series);
    for (index, vertex) in outline.vertices.iter().enumerate() {
        if let Vertex::At(favourability) = vertex {
            chart.shapes.push(Shape::Mark {
                centre: plan.at(index, *favourability),
                radius: (plan.radius * 0.05).clamp(3.5, 6.5) * (1.0 - 0.08 * place as f32),
                kind: look.mark,
                fill: Fill::Filled,
                ink: look.ink,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::shape::{RoughMeasure, assert_texts_fit};

    fn axes(long: &str) -> Vec<OverlayAxis> {
        let axis = |factor| OverlayAxis {
            factor,
            label: long.split(' ').map(str::to_owned).collect(),
            hint: vec!["outward =".into(), "simpler".into()],
        };
        Factor::ALL.map(axis).to_vec()
    }

    fn outline(series: u8, vertices: [Vertex; 8]) -> Outline {
        Outline {
            series,
            vertices: vertices.to_vec(),
            standing: Standing::Foreground,
        }
    }

    fn runs(vertices: [Vertex; 8]) -> Vec<usize> {
        let chart = overlay(
            &axes("Name"),
            &[outline(2, vertices)],
            (400.0, 400.0),
            Vec::new(),
            &RoughMeasure,
        );
        let of_series = |shape: &Shape| match shape {
            Shape::Line { points, stroke } if stroke.ink == Ink::Series(2) => Some(points.len()),
            _ => None,
        };
        chart.shapes.iter().filter_map(of_series).collect()
    }

    #[test]
    fn an_outline_closes_stays_open_at_a_gap_and_passes_by_what_does_not_apply() {
        let all = [Vertex::At(0.5); 8];
        assert_eq!(runs(all), [9]);
        let mut gap = all;
        gap[3] = Vertex::Missing;
        assert_eq!(runs(gap), [7], "one run round the list's end");
        let mut two = gap;
        two[5] = Vertex::Missing;
        assert_eq!(
            runs(two),
            [5],
            "the axis between two gaps has only its mark"
        );
        let mut without = all;
        without[3] = Vertex::Without;
        assert_eq!(runs(without), [8]);
        assert!(runs([Vertex::Missing; 8]).is_empty());
    }

    #[test]
    fn texts_fit_and_the_scale_does_not_hang_on_the_outlines() {
        for size in [(240.0, 200.0), (330.0, 260.0), (640.0, 460.0)] {
            let place = |value: f64| {
                let outlines = [outline(0, [Vertex::At(value); 8])];
                let axes = axes("Facilitating conditions");
                let chart = overlay(&axes, &outlines, size, Vec::new(), &RoughMeasure);
                assert_texts_fit(&chart, size);
                chart.shapes.into_iter().find_map(|shape| match shape {
                    Shape::Line { points, stroke } if stroke.ink == Ink::Line => Some(points),
                    _ => None,
                })
            };
            assert_eq!(place(0.0), place(1.0));
        }
    }
}
