//! Distributions: a box for each group on one scale, its members' marks where they are few.

use super::shape::{
    Anchor, Chart, Corners, Fill, Ink, MarkKind, Point, Shape, Stroke, TextMeasure, TextRole,
    fitted,
};

/// One group; values are 0..=1.
#[derive(Clone, Debug, PartialEq)]
pub struct BoxRow {
    /// The group's name with its number of members.
    pub label: String,
    /// Lowest, lower quartile, median, upper quartile and highest.
    pub figures: [f64; 5],
    /// The members, where they are few enough to be told apart.
    pub members: Vec<f64>,
    /// The one that is marked.
    pub own: Option<f64>,
    /// The median as printed.
    pub printed: String,
}

const ROW: f32 = 40.0;

/// Draws rows into a width in logical points on a scale from 0 to 100; gives the chart and its height.
#[must_use]
pub fn boxes(
    rows: &[BoxRow],
    width: f32,
    description: Vec<String>,
    measure: &dyn TextMeasure,
) -> (Chart, f32) {
    let mut chart = Chart {
        description,
        ..Chart::default()
    };
    let names = rows
        .iter()
        .map(|row| measure.width(&row.label, TextRole::Caption));
    let names = names.fold(0.0, f32::max).min(width * 0.35);
    let value = measure.width("100", TextRole::CaptionStrong) + 10.0;
    let (left, right) = (names + 14.0, width - value - 12.0);
    let x_of = |share: f64| left + (right - left).max(20.0) * share as f32;
    let bottom = ROW * rows.len() as f32;
    let tick = measure.height(TextRole::Tick);
    for step in 0..=5_u8 {
        let share = f64::from(step) / 5.0;
        let x = x_of(share);
        let line = Stroke::solid(Ink::Line, 1.0);
        let (top, end) = (Point::new(x, 0.0), Point::new(x, bottom));
        chart.shapes.push(Shape::line(top, end, line));
        let at = Point::new(x, bottom + tick / 2.0 + 4.0);
        let number = format!("{:.0}", share * 100.0);
        let text = Shape::text(at, Anchor::CENTRE, number, TextRole::Tick, Ink::TextSubdued);
        chart.shapes.push(text);
    }
    for (index, row) in rows.iter().enumerate() {
        let middle = ROW * (index as f32 + 0.5);
        let name = fitted(&row.label, TextRole::Caption, names, measure);
        let at = Point::new(0.0, middle);
        chart.shapes.push(Shape::text(
            at,
            Anchor::LEFT,
            name,
            TextRole::Caption,
            Ink::Text,
        ));
        let [min, lower, median, upper, max] = row.figures.map(&x_of);
        let thin = Stroke::solid(Ink::Resonance, 2.0).faint(0.6);
        let ends = (Point::new(min, middle), Point::new(max, middle));
        chart.shapes.push(Shape::line(ends.0, ends.1, thin));
        chart.shapes.push(Shape::Bar {
            corners: Corners {
                min: Point::new(lower, middle - 8.0),
                max: Point::new(upper.max(lower + 1.0), middle + 8.0),
            },
            radius: 2.0,
            ink: Ink::Resonance,
            opacity: 0.25,
        });
        let line = Stroke::solid(Ink::Resonance, 2.5);
        let ends = (
            Point::new(median, middle - 9.0),
            Point::new(median, middle + 9.0),
        );
        chart.shapes.push(Shape::line(ends.0, ends.1, line));
        for member in &row.members {
            chart.shapes.push(Shape::Mark {
                centre: Point::new(x_of(*member), middle + 13.0),
                radius: 2.2,
                kind: MarkKind::Circle,
                fill: Fill::Hollow,
                ink: Ink::TextSubdued,
            });
        }
        if let Some(own) = row.own {
            chart.shapes.push(Shape::Mark {
                centre: Point::new(x_of(own), middle),
                radius: 7.0,
                kind: MarkKind::Diamond,
                fill: Fill::Filled,
                ink: Ink::TextStrong,
            });
        }
        let at = Point::new(width, middle);
        let role = TextRole::CaptionStrong;
        chart.shapes.push(Shape::text(
            at,
            Anchor::RIGHT,
            row.printed.as_str(),
            role,
            Ink::Resonance,
        ));
    }
    (chart, bottom + tick + 8.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::shape::{RoughMeasure, assert_texts_fit};

    #[test]
    fn texts_neither_leave_the_chart_nor_overlap() {
        let row = BoxRow {
            label: "Machinery and equipment (12)".into(),
            figures: [0.0, 0.2, 0.5, 0.9, 1.0],
            members: vec![0.0, 0.5, 1.0],
            own: Some(0.4),
            printed: "50".into(),
        };
        for width in [320.0, 700.0] {
            let rows = vec![row.clone(); 3];
            let (chart, height) = boxes(&rows, width, Vec::new(), &RoughMeasure);
            assert_texts_fit(&chart, (width, height));
        }
    }
}
