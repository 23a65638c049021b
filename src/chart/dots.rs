//! The radar's twin that can be read exactly: a row for each factor, favourability to the right.

use super::shape::{
    Anchor, Chart, Corners, Fill, Ink, Point, Shape, Stroke, Target, TextMeasure, TextRole,
    side_ink, side_mark,
};
use crate::model::{Factor, Side};

/// One factor's row.
#[derive(Clone, Debug, PartialEq)]
pub struct DotRow {
    /// Which factor.
    pub factor: Factor,
    /// The factor's name.
    pub label: String,
    /// The score's favourability 0..=1; `None` where there is none.
    pub value: Option<f64>,
    /// The score as printed, or why there is none.
    pub printed: String,
    /// Lowest, lower quartile, upper quartile and highest favourability, 0..=1.
    pub spread: Option<[f64; 4]>,
    /// Each respondent's favourability, 0..=1.
    pub dots: Vec<f64>,
}

/// Draws the rows into a size in logical points, a scale of levels on top.
#[must_use]
pub fn dots(
    rows: &[DotRow],
    size: (f32, f32),
    description: String,
    measure: &dyn TextMeasure,
) -> Chart {
    let mut chart = Chart {
        description,
        ..Chart::default()
    };
    let name_width = rows
        .iter()
        .map(|row| measure.width(&row.label, TextRole::Caption))
        .fold(0.0, f32::max);
    let value_width = rows
        .iter()
        .map(|row| measure.width(&row.printed, TextRole::Strong))
        .fold(24.0, f32::max);
    let left = (name_width + 14.0).min(size.0 * 0.45);
    let right = (size.0 - value_width - 14.0).max(left + 20.0);
    let x_of = |favourability: f64| left + (right - left) * favourability as f32;
    let top = measure.height(TextRole::Tick) + 4.0;
    let changes = rows
        .windows(2)
        .filter(|pair| pair[0].factor.side() != pair[1].factor.side());
    let gap = 10.0;
    let row_height = ((size.1 - top - gap * changes.count() as f32) / rows.len().max(1) as f32)
        .clamp(14.0, 44.0);

    for level in 0..=4_u8 {
        let x = x_of(f64::from(level) / 4.0);
        let ink = if level == 2 {
            Ink::LineStrong
        } else {
            Ink::Line
        };
        let bottom = top + row_height * rows.len() as f32 + gap;
        chart.shapes.push(Shape::line(
            Point::new(x, top),
            Point::new(x, bottom.min(size.1)),
            Stroke::solid(ink, 1.0),
        ));
        chart.shapes.push(Shape::text(
            Point::new(x, top / 2.0),
            Anchor::CENTRE,
            (level + 1).to_string(),
            TextRole::Tick,
            Ink::TextSubdued,
        ));
    }

    let mut y = top;
    let mut last: Option<Side> = None;
    for row in rows {
        let present = row.factor.side();
        if last.is_some_and(|last| last != present) {
            y += gap;
        }
        last = Some(present);
        row_shapes(
            &mut chart,
            row,
            y + row_height / 2.0,
            row_height,
            &x_of,
            right,
        );
        chart.targets.push(Target {
            corners: Corners {
                min: Point::new(0.0, y),
                max: Point::new(size.0, y + row_height),
            },
            factor: row.factor,
            other: None,
        });
        y += row_height;
    }
    chart
}

fn row_shapes(
    chart: &mut Chart,
    row: &DotRow,
    y: f32,
    height: f32,
    x_of: &dyn Fn(f64) -> f32,
    right: f32,
) {
    let side = row.factor.side();
    let ink = side_ink(side);
    let shapes = &mut chart.shapes;
    let name = Point::new(x_of(0.0) - 12.0, y);
    shapes.push(Shape::text(
        name,
        Anchor::RIGHT,
        &row.label,
        TextRole::Caption,
        Ink::Text,
    ));
    shapes.push(Shape::line(
        Point::new(x_of(0.0), y),
        Point::new(x_of(1.0), y),
        Stroke::solid(Ink::Line, 1.0),
    ));
    if let Some([min, lower, upper, max]) = row.spread {
        let bar = |from: f64, to: f64, thick: f32| Corners {
            min: Point::new(x_of(from), y - thick / 2.0),
            max: Point::new(x_of(to), y + thick / 2.0),
        };
        for (from, to, thick, opacity) in [(min, max, 3.0, 0.35), (lower, upper, 9.0, 0.25)] {
            shapes.push(Shape::Bar {
                corners: bar(from, to, thick),
                radius: thick / 2.0,
                ink,
                opacity,
            });
        }
    }
    let step = (height * 0.16).clamp(3.0, 6.0);
    for (index, value) in row.dots.iter().enumerate() {
        // Off the line, so that the value's own mark hides none; equal ones by turns above and below.
        let equal = |other: &&f64| (**other - value).abs() < 0.02;
        let before = row.dots[..index].iter().filter(equal).count();
        let all = row.dots.iter().filter(equal).count();
        let turn = if before % 2 == 0 { -1.0 } else { 1.0 };
        // The whole stack fits into the row: the step shrinks before any two would coincide.
        let limit = (height / 2.0 - 2.5).max(4.0);
        let base = limit.min(7.0);
        let steps = (all.div_ceil(2).max(2) - 1) as f32;
        let start = if base + step * steps > limit {
            base.min(limit * 0.5)
        } else {
            base
        };
        let off = turn * (start + step.min((limit - start) / steps) * (before / 2) as f32);
        shapes.push(Shape::Mark {
            centre: Point::new(x_of(*value), y + off),
            radius: 2.5,
            kind: side_mark(side),
            fill: Fill::Hollow,
            ink,
        });
    }
    let printed_ink = match row.value {
        Some(value) => {
            shapes.push(Shape::Mark {
                centre: Point::new(x_of(value), y),
                radius: 6.0,
                kind: side_mark(side),
                fill: Fill::Filled,
                ink,
            });
            ink
        }
        None => Ink::TextSubdued,
    };
    let role = if row.value.is_some() {
        TextRole::Strong
    } else {
        TextRole::Caption
    };
    let at = Point::new(right + 12.0, y);
    shapes.push(Shape::text(
        at,
        Anchor::LEFT,
        &row.printed,
        role,
        printed_ink,
    ));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::shape::RoughMeasure;

    #[test]
    fn marks_stand_at_their_value_and_equal_dots_do_not_hide_each_other() {
        let row = DotRow {
            factor: Factor::Compatibility,
            label: "Compatibility".into(),
            value: Some(0.5),
            printed: "3.0".into(),
            spread: Some([0.25, 0.25, 0.5, 0.75]),
            dots: [vec![0.25; 25], vec![0.75]].concat(),
        };
        let chart = dots(&[row], (400.0, 80.0), String::new(), &RoughMeasure);
        let centres: Vec<Point> = chart
            .shapes
            .iter()
            .filter_map(|shape| match shape {
                Shape::Mark { centre, .. } => Some(*centre),
                _ => None,
            })
            .collect();
        assert_eq!(centres.len(), 27);
        for (index, one) in centres.iter().enumerate() {
            assert!(
                centres[index + 1..].iter().all(|two| one != two),
                "{centres:?}"
            );
        }
    }
}
