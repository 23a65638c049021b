//! The 4 x 4 resonance matrix: shade and number in every cell, natural pairs framed.

use super::prelude::*;
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
pub fn matrix(spec: &MatrixSpec, width: f32, canvas: Canvas<'_>) -> (Chart, f32) {
    let Canvas { mut chart, measure } = canvas;
    let role = TextRole::Caption;
    let names = spec.rows.iter().map(String::as_str);
    let names = widest(names, role, measure).min(width * 0.36);
    let left = names + 12.0;
    let line = measure.height(role);
    let lines = spec.columns.iter().map(Vec::len).max().unwrap_or(1);
    let top = line * lines as f32 + 6.0;
    let cell = ((width - left) / 4.0).max(24.0);
    let height = (cell * 0.5).clamp(30.0, 44.0);
    let y_of = |row: usize| top + height * (row as f32 + 0.5);
    let columns = Side::Demand.factors().into_iter().zip(&spec.columns);
    for (column, (demand, names)) in columns.enumerate() {
        let x = left + cell * (column as f32 + 0.5);
        for (name, below) in names.iter().zip((1..=names.len()).rev()) {
            let y = top - 6.0 - line * (below as f32 - 0.5);
            let name = fitted(name, role, cell - 4.0, measure);
            chart.text((x, y), Place::Middle, name, role, Ink::Demand);
        }
        for (row, supply) in Side::Supply.factors().into_iter().enumerate() {
            let centre = Point::new(x, y_of(row));
            let corners = Corners::around(centre, cell - 3.0, height - 3.0);
            cell_shapes(&mut chart, corners, spec.values[row][column]);
            if (spec.is_natural)(supply, demand) {
                frame(&mut chart, corners);
            }
            chart.target(corners, supply, Some(demand));
        }
    }
    for (row, name) in spec.rows.iter().enumerate() {
        let at = (left - 12.0, y_of(row));
        let name = fitted(name, role, left - 12.0, measure);
        chart.text(at, Place::End, name, role, Ink::Supply);
    }
    (chart, top + height * 4.0)
}

fn cell_shapes(chart: &mut Chart, corners: Corners, value: Option<f64>) {
    let Corners { min, max } = corners;
    let centre = (f32::midpoint(min.x, max.x), f32::midpoint(min.y, max.y));
    let (ink, opacity, text) = match value {
        // Never so dark that the number on it loses its contrast.
        Some(value) => (
            Ink::Resonance,
            0.06 + 0.30 * value as f32,
            format!("{value:.2}"),
        ),
        None => (Ink::Line, 0.5, "–".to_owned()),
    };
    chart.bar(corners, 4.0, ink, opacity);
    let (role, ink) = (TextRole::Strong, Ink::TextStrong);
    chart.text(centre, Place::Middle, text, role, ink);
}

fn frame(chart: &mut Chart, Corners { min, max }: Corners) {
    let (right, left) = (Point::new(max.x, min.y), Point::new(min.x, max.y));
    let stroke = Stroke::solid(Ink::Resonance, 2.0);
    chart.closed_path(vec![min, right, max, left], stroke);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::testing::{assert_widths_fit, rough};

    #[test]
    fn names_are_shortened_before_they_would_overlap() {
        let spec = MatrixSpec {
            values: [[Some(0.5); 4]; 4],
            rows: ["Comparative advantage"; 4].map(str::to_owned),
            columns: ["Facilitating conditions"; 4]
                .map(|name| name.split(' ').map(str::to_owned).collect()),
            is_natural: |_, _| true,
        };
        assert_widths_fit(&[260.0, 300.0, 500.0], |width| {
            matrix(&spec, width, rough())
        });
    }
}
