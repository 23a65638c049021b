//! The 4 x 4 resonance matrix: shade and number in every cell, natural pairs framed.

use super::shape::{
    Anchor, Chart, Corners, Ink, Point, Shape, Stroke, Target, TextMeasure, TextRole, fitted,
};
use crate::model::{Factor, Side};

/// What the matrix shows.
#[derive(Clone, Debug)]
pub struct MatrixSpec {
    /// Values 0..=1 by supply factor and demand factor in model order.
    pub values: [[Option<f64>; 4]; 4],
    /// Names of the supply factors.
    pub rows: [String; 4],
    /// Names of the demand factors, in lines.
    pub columns: [Vec<String>; 4],
    /// Whether a cell is a natural pair.
    pub is_natural: fn(Factor, Factor) -> bool,
}

/// Draws the matrix into a width; gives the chart and its height, in logical points.
#[must_use]
pub fn matrix(
    spec: &MatrixSpec,
    width: f32,
    description: Vec<String>,
    measure: &dyn TextMeasure,
) -> (Chart, f32) {
    let mut chart = Chart {
        description,
        ..Chart::default()
    };
    let left = spec
        .rows
        .iter()
        .map(|name| measure.width(name, TextRole::Caption))
        .fold(0.0, f32::max)
        .min(width * 0.36)
        + 12.0;
    let line = measure.height(TextRole::Caption);
    let lines = spec.columns.iter().map(Vec::len).max().unwrap_or(1);
    let top = line * lines as f32 + 6.0;
    let cell = ((width - left) / 4.0).max(24.0);
    let height = (cell * 0.5).clamp(30.0, 44.0);
    for (column, (demand, names)) in Side::Demand
        .factors()
        .into_iter()
        .zip(&spec.columns)
        .enumerate()
    {
        let x = left + cell * (column as f32 + 0.5);
        for (index, name) in names.iter().enumerate() {
            let below = (names.len() - index) as f32;
            let at = Point::new(x, top - 6.0 - line * (below - 0.5));
            let role = TextRole::Caption;
            let name = fitted(name, role, cell - 4.0, measure);
            chart
                .shapes
                .push(Shape::text(at, Anchor::CENTRE, name, role, Ink::Demand));
        }
        for (row, supply) in Side::Supply.factors().into_iter().enumerate() {
            let corners = Corners::around(
                Point::new(x, top + height * (row as f32 + 0.5)),
                cell - 3.0,
                height - 3.0,
            );
            cell_shapes(&mut chart, corners, spec.values[row][column]);
            if (spec.is_natural)(supply, demand) {
                frame(&mut chart, corners);
            }
            chart.targets.push(Target {
                corners,
                factor: supply,
                other: Some(demand),
            });
        }
    }
    for (row, name) in spec.rows.iter().enumerate() {
        let at = Point::new(left - 12.0, top + height * (row as f32 + 0.5));
        let role = TextRole::Caption;
        let name = fitted(name, role, left - 12.0, measure);
        chart
            .shapes
            .push(Shape::text(at, Anchor::RIGHT, name, role, Ink::Supply));
    }
    (chart, top + height * 4.0)
}

fn cell_shapes(chart: &mut Chart, corners: Corners, value: Option<f64>) {
    let centre = Point::new(
        f32::midpoint(corners.min.x, corners.max.x),
        f32::midpoint(corners.min.y, corners.max.y),
    );
    let (ink, opacity, text) = match value {
        // Never so dark that the number on it loses its contrast.
        Some(value) => (
            Ink::Resonance,
            0.06 + 0.30 * value as f32,
            format!("{value:.2}"),
        ),
        None => (Ink::Line, 0.5, "–".to_owned()),
    };
    chart.shapes.push(Shape::Bar {
        corners,
        radius: 4.0,
        ink,
        opacity,
    });
    let role = TextRole::Strong;
    chart.shapes.push(Shape::text(
        centre,
        Anchor::CENTRE,
        text,
        role,
        Ink::TextStrong,
    ));
}

fn frame(chart: &mut Chart, corners: Corners) {
    let Corners { min, max } = corners;
    chart.shapes.push(Shape::Line {
        points: vec![
            min,
            Point::new(max.x, min.y),
            max,
            Point::new(min.x, max.y),
            min,
        ],
        stroke: Stroke::solid(Ink::Resonance, 2.0),
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        analysis::NaturalPair,
        chart::shape::{RoughMeasure, assert_texts_fit},
    };

    #[test]
    fn names_are_shortened_before_they_would_overlap() {
        let spec = MatrixSpec {
            values: [[Some(0.5); 4]; 4],
            rows: [
                "Comparative advantage",
                "Complexity",
                "Compatibility",
                "Observability",
            ]
            .map(str::to_owned),
            columns: [
                "Expected costs",
                "Anticipated benefits",
                "Social impact",
                "Facilitating conditions",
            ]
            .map(|name| name.split(' ').map(str::to_owned).collect()),
            is_natural: NaturalPair::is_one,
        };
        for width in [260.0, 300.0, 500.0] {
            let (chart, height) = matrix(&spec, width, Vec::new(), &RoughMeasure);
            assert_texts_fit(&chart, (width, height));
        }
    }
}
