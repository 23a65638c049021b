//! Several results as outlines in one radar, without fill: only where they run can be compared.

use super::{
    axis::{Axis, Vertex},
    frame::{label, rings, targets},
    outline::{from_gap, runs},
    plan::{MAX_RADIUS, Plan},
};
use crate::chart::{prelude::*, series::series_look};

/// One result.
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    /// Its look, 0..=5.
    pub series: u8,
    /// One for each axis.
    pub vertices: Vec<Vertex>,
    /// Whether it is what the radar is about.
    pub style: OutlineStyle,
}

/// Whether an outline is what a radar is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutlineStyle {
    /// It is: in its own look, with marks.
    Foreground,
    /// It only shows how the others stand: a faint line without marks.
    Background,
}

/// Draws up to six outlines over [bare](Axis::bare) axes into a size in logical points; later ones lie
/// over earlier ones. Radars of the same axes and size have the same scale, whatever the outlines.
#[must_use]
pub fn overlay(axes: &[Axis], outlines: &[Outline], size: (f32, f32), canvas: Canvas<'_>) -> Chart {
    let Canvas { mut chart, measure } = canvas;
    let (plan, axes) = Plan::with_hints_if_roomy(axes, size, MAX_RADIUS, measure);
    rings(&mut chart, &plan, &axes);
    let (behind, before): (Vec<_>, Vec<_>) = outlines
        .iter()
        .partition(|outline| outline.style == OutlineStyle::Background);
    for outline in behind.iter().chain(&before) {
        line(&mut chart, &plan, outline);
    }
    for (place, outline) in before.iter().enumerate() {
        marks(&mut chart, &plan, outline, place);
    }
    targets(&mut chart, &plan, &axes);
    for (index, axis) in axes.iter().enumerate() {
        label(&mut chart, &plan, index, axis);
    }
    chart
}

/// The outline all round, in runs between the gaps where a factor is missing.
fn line(chart: &mut Chart, plan: &Plan<'_>, outline: &Outline) {
    let stroke = match outline.style {
        OutlineStyle::Foreground => series_look(outline.series).stroke(2.4),
        OutlineStyle::Background => Stroke::solid(Ink::TextSubdued, 1.0).faint(0.4),
    };
    let around = plan.outline(outline.vertices.iter().copied().enumerate());
    runs(chart, &from_gap(around), stroke);
}

/// Marks get smaller from one outline to the next, so that one over the other leaves both to be seen.
fn marks(chart: &mut Chart, plan: &Plan<'_>, outline: &Outline, place: usize) {
    let look = series_look(outline.series);
    let radius = (plan.radius * 0.05).clamp(3.5, 6.5) * (1.0 - 0.08 * place as f32);
    for (index, vertex) in outline.vertices.iter().enumerate() {
        if let Vertex::At(favourability) = vertex {
            chart.mark(
                plan.at(index, *favourability),
                radius,
                look.mark_look(),
                Fill::Filled,
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        chart::testing::{assert_texts_fit, lines_of, rough},
        model::Factor,
    };

    fn drawn(name: &str, vertices: [Vertex; 8], size: (f32, f32)) -> Chart {
        let axes = Factor::ALL.map(|factor| {
            let label = name.split(' ').map(str::to_owned).collect();
            Axis::bare(factor, label, vec!["outward =".into(), "simpler".into()])
        });
        let outline = Outline {
            series: 2,
            vertices: vertices.to_vec(),
            style: OutlineStyle::Foreground,
        };
        overlay(&axes, &[outline], size, rough())
    }

    fn lengths_of_runs(vertices: [Vertex; 8]) -> Vec<usize> {
        let chart = drawn("Name", vertices, (400.0, 400.0));
        let lines = lines_of(&chart, Ink::Series(2));
        lines.iter().map(Vec::len).collect()
    }

    #[test]
    fn an_outline_closes_stays_open_at_a_gap_and_passes_by_what_does_not_apply() {
        let all = [Vertex::At(0.5); 8];
        assert_eq!(lengths_of_runs(all), [9]);
        let mut gap = all;
        gap[3] = Vertex::Missing;
        assert_eq!(lengths_of_runs(gap), [7], "one run round the list's end");
        let mut two = gap;
        two[5] = Vertex::Missing;
        let one_run = lengths_of_runs(two);
        assert_eq!(one_run, [5], "between two gaps there is only a mark");
        let mut without = all;
        without[3] = Vertex::Without;
        assert_eq!(lengths_of_runs(without), [8]);
        assert!(lengths_of_runs([Vertex::Missing; 8]).is_empty());
    }

    #[test]
    fn texts_fit_and_the_scale_does_not_hang_on_the_outlines() {
        for size in [(240.0, 200.0), (330.0, 260.0), (640.0, 460.0)] {
            let [low, high] = [0.0, 1.0].map(|value| {
                let chart = drawn("Facilitating conditions", [Vertex::At(value); 8], size);
                assert_texts_fit(&chart, size);
                lines_of(&chart, Ink::Line)[0].clone()
            });
            assert_eq!(low, high);
        }
    }
}
