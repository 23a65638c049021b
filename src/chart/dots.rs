//! The radar's twin that can be read exactly: a row for each factor, favourability to the right.

use super::shape::{
    Anchor, Chart, Corners, Fill, Ink, MarkKind, Point, Shape, Stroke, Target, TextMeasure,
    TextRole, fitted, side_ink, side_mark,
};
use crate::model::{Factor, Polarity, Side};

/// One factor's row.
#[derive(Clone, Debug, PartialEq)]
pub struct DotRow {
    /// Which factor.
    pub factor: Factor,
    /// The factor's name.
    pub label: String,
    /// What lies to the right on an inverse factor's row; empty for a direct one.
    pub hint: String,
    /// The score's favourability 0..=1; `None` where there is none.
    pub value: Option<f64>,
    /// The score as printed, or why there is none.
    pub printed: String,
    /// Lowest, lower quartile, upper quartile and highest favourability, 0..=1.
    pub spread: Option<[f64; 4]>,
    /// Each respondent's favourability, 0..=1.
    pub dots: Vec<f64>,
    /// That of each hand shown in the room, 0..=1.
    pub hands: Vec<f64>,
}

/// Draws the rows into a size in logical points, each between the two ends of its own scale. Names get
/// at least `least_names` of its width, so that charts of single rows stand in line.
#[must_use]
pub fn dots(
    rows: &[DotRow],
    size: (f32, f32),
    least_names: f32,
    description: Vec<String>,
    measure: &dyn TextMeasure,
) -> Chart {
    let mut chart = Chart {
        description,
        ..Chart::default()
    };
    let widest = |texts: &dyn Fn(&DotRow) -> f32| rows.iter().map(texts).fold(0.0, f32::max);
    let name_width = widest(&|row| {
        let hint = measure.width(&row.hint, TextRole::Tick);
        measure.width(&row.label, TextRole::Caption).max(hint)
    });
    let value_width = widest(&|row| measure.width(&row.printed, value_role(row))).max(24.0);
    let end = measure.width("5", TextRole::Tick);
    let names = name_width.max(least_names).min(size.0 * 0.4);
    let span = Span {
        names,
        left: names + end + 18.0,
        right: size.0 - value_width - end - 24.0,
        width: size.0,
    };
    let changes = rows
        .windows(2)
        .filter(|pair| pair[0].factor.side() != pair[1].factor.side());
    let gap = 10.0;
    let row_height =
        ((size.1 - gap * changes.count() as f32) / rows.len().max(1) as f32).clamp(14.0, 44.0);

    let bottom = (row_height * rows.len() as f32 + gap).min(size.1);
    for level in 0..=4_u8 {
        let x = span.at(f64::from(level) / 4.0);
        let ink = if level == 2 {
            Ink::LineStrong
        } else {
            Ink::Line
        };
        let (from, to) = (Point::new(x, 0.0), Point::new(x, bottom));
        let stroke = Stroke::solid(ink, 1.0);
        chart.shapes.push(Shape::line(from, to, stroke));
    }

    let mut y = 0.0;
    let mut last: Option<Side> = None;
    for row in rows {
        let present = row.factor.side();
        if last.is_some_and(|last| last != present) {
            y += gap;
        }
        last = Some(present);
        let middle = y + row_height / 2.0;
        texts(&mut chart, row, &span, middle, row_height, measure);
        marks(&mut chart, row, &span, middle, row_height);
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

/// Where the parts of all rows stand across.
struct Span {
    /// Room for names.
    names: f32,
    /// Where favourability 0 stands.
    left: f32,
    /// Where favourability 1 stands.
    right: f32,
    /// Of the whole chart.
    width: f32,
}

impl Span {
    fn at(&self, favourability: f64) -> f32 {
        self.left + (self.right - self.left).max(20.0) * favourability as f32
    }
}

fn value_role(row: &DotRow) -> TextRole {
    match row.value {
        Some(_) => TextRole::Strong,
        None => TextRole::Caption,
    }
}

/// A row's name, the two ends of its own scale and its value.
fn texts(
    chart: &mut Chart,
    row: &DotRow,
    span: &Span,
    y: f32,
    height: f32,
    measure: &dyn TextMeasure,
) {
    let mut text = |x: f32, y: f32, anchor, text: &str, role, ink| {
        let at = Point::new(x, y);
        chart.shapes.push(Shape::text(at, anchor, text, role, ink));
    };
    let name = fitted(&row.label, TextRole::Caption, span.names, measure);
    let line = measure.height(TextRole::Caption);
    let hint_line = measure.height(TextRole::Tick);
    let with_hint = !row.hint.is_empty() && height >= line + hint_line;
    let lift = if with_hint { hint_line / 2.0 } else { 0.0 };
    let right = Anchor::RIGHT;
    text(
        span.names,
        y - lift,
        right,
        &name,
        TextRole::Caption,
        Ink::Text,
    );
    if with_hint {
        let hint = fitted(&row.hint, TextRole::Tick, span.names, measure);
        let below = y + line / 2.0;
        text(
            span.names,
            below,
            right,
            &hint,
            TextRole::Tick,
            Ink::TextSubdued,
        );
    }
    // Favourability grows to the right, so the scale of an inverse factor runs from 5 to 1.
    let ends = match row.factor.polarity() {
        Polarity::Direct => ["1", "5"],
        Polarity::Inverse => ["5", "1"],
    };
    let (before, behind) = (span.left - 10.0, span.at(1.0) + 10.0);
    for (x, anchor, end) in [(before, right, ends[0]), (behind, Anchor::LEFT, ends[1])] {
        text(x, y, anchor, end, TextRole::Tick, Ink::TextSubdued);
    }
    let ink = match row.value {
        Some(_) => side_ink(row.factor.side()),
        None => Ink::TextSubdued,
    };
    let printed = &row.printed;
    text(span.width, y, right, printed, value_role(row), ink);
}

/// A row's line, spread, respondents and value.
fn marks(chart: &mut Chart, row: &DotRow, span: &Span, y: f32, height: f32) {
    let side = row.factor.side();
    let ink = side_ink(side);
    let x_of = |favourability| span.at(favourability);
    let shapes = &mut chart.shapes;
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
    let all_marks: Vec<(f64, MarkKind)> = row
        .dots
        .iter()
        .map(|value| (*value, side_mark(side)))
        .chain(row.hands.iter().map(|value| (*value, MarkKind::Diamond)))
        .collect();
    for (index, (value, kind)) in all_marks.iter().enumerate() {
        // Off the line, so that the value's own mark hides none; equal ones by turns above and below.
        let equal = |other: &&(f64, MarkKind)| (other.0 - value).abs() < 0.02;
        let before = all_marks[..index].iter().filter(equal).count();
        let all = all_marks.iter().filter(equal).count();
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
            kind: *kind,
            fill: Fill::Hollow,
            ink,
        });
    }
    if let Some(value) = row.value {
        shapes.push(Shape::Mark {
            centre: Point::new(x_of(value), y),
            radius: 6.0,
            kind: side_mark(side),
            fill: Fill::Filled,
            ink,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::shape::{RoughMeasure, assert_texts_fit};

    #[test]
    fn marks_stand_at_their_value_and_equal_dots_do_not_hide_each_other() {
        let row = DotRow {
            factor: Factor::Compatibility,
            label: "Compatibility".into(),
            hint: String::new(),
            value: Some(0.5),
            printed: "3.0".into(),
            spread: Some([0.25, 0.25, 0.5, 0.75]),
            dots: [vec![0.25; 25], vec![0.75]].concat(),
            hands: Vec::new(),
        };
        let chart = dots(&[row], (400.0, 80.0), 0.0, Vec::new(), &RoughMeasure);
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
    #[test]
    fn an_inverse_row_runs_from_five_to_one_and_says_so() {
        let row = |factor, hint: &str| DotRow {
            factor,
            label: "Comparative advantage".into(),
            hint: hint.into(),
            value: Some(0.75),
            printed: "2.0".into(),
            spread: None,
            dots: Vec::new(),
            hands: Vec::new(),
        };
        let rows = [
            row(Factor::ComparativeAdvantage, ""),
            row(Factor::Complexity, "right = simpler"),
        ];
        for size in [(220.0, 60.0), (344.0, 90.0), (700.0, 120.0)] {
            let chart = dots(&rows, size, 0.0, Vec::new(), &RoughMeasure);
            assert_texts_fit(&chart, size);
            let x_of = |row: usize, wanted: &str| {
                let mut found = chart.shapes.iter().filter_map(|shape| match shape {
                    Shape::Text { at, text, .. } if text == wanted => Some(at.x),
                    _ => None,
                });
                found.nth(row).unwrap_or_default()
            };
            assert!(x_of(0, "1") < x_of(0, "5"), "direct");
            assert!(x_of(1, "5") < x_of(1, "1"), "inverse");
        }
    }
}
