//! Several results row by row: a mark for each at its favourability, a line from the lowest to the
//! highest, the scores as printed at the right.

use super::{
    series::series_look,
    shape::{
        Anchor, Chart, Corners, Fill, Ink, Point, Shape, Stroke, Target, TextMeasure, TextRole,
        fitted,
    },
};
use crate::model::{Factor, Polarity};

/// One factor's row.
#[derive(Clone, Debug, PartialEq)]
pub struct DumbbellRow {
    /// Which factor.
    pub factor: Factor,
    /// The factor's name.
    pub label: String,
    /// What lies to the right on an inverse factor's row; empty for a direct one.
    pub hint: String,
    /// One for each result, in the same order on every row.
    pub marks: Vec<RowMark>,
}

/// One result on a row.
#[derive(Clone, Debug, PartialEq)]
pub struct RowMark {
    /// Its look, 0..=5.
    pub series: u8,
    /// Favourability 0..=1; `None` where there is none.
    pub value: Option<f64>,
    /// The score as printed, or a sign for having none.
    pub printed: String,
}

const ROW: f32 = 42.0;
const HEADER: f32 = 26.0;
/// Between the rows of one side and those of the other.
const GAP: f32 = 10.0;
const RADIUS: f32 = 5.5;

/// Where the parts of all rows stand across, in logical points.
struct Span {
    names: f32,
    left: f32,
    right: f32,
    column: f32,
}

impl Span {
    fn of(rows: &[DumbbellRow], width: f32, measure: &dyn TextMeasure) -> Self {
        let name = |row: &DumbbellRow| {
            let hint = measure.width(&row.hint, TextRole::Tick);
            measure.width(&row.label, TextRole::Caption).max(hint)
        };
        let printed = |row: &DumbbellRow| {
            let widths = row.marks.iter();
            widths
                .map(|mark| measure.width(&mark.printed, TextRole::Strong))
                .fold(0.0, f32::max)
        };
        let end = measure.width("5", TextRole::Tick);
        let names = rows.iter().map(name).fold(0.0, f32::max).min(width * 0.32);
        let columns = rows.first().map_or(0, |row| row.marks.len()) as f32;
        let column = rows.iter().map(printed).fold(0.0, f32::max).max(14.0) + 10.0;
        Self {
            names,
            left: names + end + 22.0,
            right: width - columns * column - end - 26.0,
            column,
        }
    }

    fn at(&self, favourability: f64) -> f32 {
        self.left + (self.right - self.left).max(20.0) * favourability as f32
    }

    /// The middle of the column of a result.
    fn column_at(&self, width: f32, place: usize, columns: usize) -> f32 {
        width - self.column * (columns - place) as f32 + self.column / 2.0
    }
}

/// Draws the rows into a width; gives the chart and its height, in logical points.
#[must_use]
pub fn dumbbells(
    rows: &[DumbbellRow],
    width: f32,
    description: Vec<String>,
    measure: &dyn TextMeasure,
) -> (Chart, f32) {
    let mut chart = Chart {
        description,
        ..Chart::default()
    };
    let span = Span::of(rows, width, measure);
    // Only rows that stand side by side in model order have a gap between the two sides.
    let changes = rows
        .windows(2)
        .filter(|pair| pair[0].factor.side() != pair[1].factor.side());
    let gap = if changes.count() == 1 { GAP } else { 0.0 };
    let height = HEADER + ROW * rows.len() as f32 + gap;
    for level in 0..=4_u8 {
        let x = span.at(f64::from(level) / 4.0);
        let ink = if level == 2 {
            Ink::LineStrong
        } else {
            Ink::Line
        };
        let (from, to) = (Point::new(x, HEADER), Point::new(x, height));
        chart
            .shapes
            .push(Shape::line(from, to, Stroke::solid(ink, 1.0)));
    }
    if let Some(first) = rows.first() {
        let columns = first.marks.len();
        for (place, mark) in first.marks.iter().enumerate() {
            let centre = Point::new(span.column_at(width, place, columns), HEADER / 2.0);
            chart.shapes.push(mark_at(centre, mark.series));
        }
    }
    let mut y = HEADER;
    for (index, row) in rows.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| rows.get(before));
        if before.is_some_and(|before| before.factor.side() != row.factor.side()) {
            y += gap;
        }
        texts(&mut chart, row, &span, width, y + ROW / 2.0, measure);
        marks(&mut chart, row, &span, y + ROW / 2.0);
        chart.targets.push(Target {
            corners: Corners {
                min: Point::new(0.0, y),
                max: Point::new(width, y + ROW),
            },
            factor: row.factor,
            other: None,
        });
        y += ROW;
    }
    (chart, height)
}

fn mark_at(centre: Point, series: u8) -> Shape {
    let look = series_look(series);
    Shape::Mark {
        centre,
        radius: RADIUS,
        kind: look.mark,
        fill: Fill::Filled,
        ink: look.ink,
    }
}

/// A row's name, the two ends of its own scale and its scores.
fn texts(
    chart: &mut Chart,
    row: &DumbbellRow,
    span: &Span,
    width: f32,
    y: f32,
    measure: &dyn TextMeasure,
) {
    let mut text = |x: f32, y: f32, anchor, text: &str, role, ink| {
        let at = Point::new(x, y);
        chart.shapes.push(Shape::text(at, anchor, text, role, ink));
    };
    let (line, hint_line) = (
        measure.height(TextRole::Caption),
        measure.height(TextRole::Tick),
    );
    let name = fitted(&row.label, TextRole::Caption, span.names, measure);
    let lift = if row.hint.is_empty() {
        0.0
    } else {
        let hint = fitted(&row.hint, TextRole::Tick, span.names, measure);
        let below = y + line / 2.0;
        let (role, ink) = (TextRole::Tick, Ink::TextSubdued);
        text(span.names, below, Anchor::RIGHT, &hint, role, ink);
        hint_line / 2.0
    };
    let (role, ink) = (TextRole::Caption, Ink::Text);
    text(span.names, y - lift, Anchor::RIGHT, &name, role, ink);
    // Favourability grows to the right, so the scale of an inverse factor runs from 5 to 1.
    let ends = match row.factor.polarity() {
        Polarity::Direct => ["1", "5"],
        Polarity::Inverse => ["5", "1"],
    };
    let (before, behind) = (span.left - 12.0, span.at(1.0) + 12.0);
    for (x, anchor, end) in [
        (before, Anchor::RIGHT, ends[0]),
        (behind, Anchor::LEFT, ends[1]),
    ] {
        text(x, y, anchor, end, TextRole::Tick, Ink::TextSubdued);
    }
    for (place, mark) in row.marks.iter().enumerate() {
        let x = span.column_at(width, place, row.marks.len());
        let (role, ink) = match mark.value {
            Some(_) => (TextRole::Strong, Ink::TextStrong),
            None => (TextRole::Caption, Ink::TextSubdued),
        };
        text(x, y, Anchor::CENTRE, &mark.printed, role, ink);
    }
}

/// The line from the lowest to the highest, and the marks; those that would coincide stand above each
/// other.
fn marks(chart: &mut Chart, row: &DumbbellRow, span: &Span, y: f32) {
    let line = |from: f64, to: f64, stroke| {
        let ends = (Point::new(span.at(from), y), Point::new(span.at(to), y));
        Shape::line(ends.0, ends.1, stroke)
    };
    chart
        .shapes
        .push(line(0.0, 1.0, Stroke::solid(Ink::Line, 1.0)));
    let mut placed: Vec<(f64, u8)> = row
        .marks
        .iter()
        .filter_map(|mark| Some((mark.value?, mark.series)))
        .collect();
    placed.sort_by(|one, two| one.0.total_cmp(&two.0));
    if let (Some((low, _)), Some((high, _))) = (placed.first(), placed.last()) {
        let stroke = Stroke::solid(Ink::TextSubdued, 3.0).faint(0.55);
        chart.shapes.push(line(*low, *high, stroke));
    }
    let near = |one: &(f64, u8), two: &(f64, u8)| span.at(two.0) - span.at(one.0) < RADIUS * 1.7;
    for group in placed.chunk_by(near) {
        let room = ROW - 2.0 * RADIUS - 4.0;
        let step = (room / (group.len().max(2) - 1) as f32).min(RADIUS * 1.7);
        let top = y - step * (group.len() - 1) as f32 / 2.0;
        for (place, (value, series)) in group.iter().enumerate() {
            let centre = Point::new(span.at(*value), top + step * place as f32);
            chart.shapes.push(mark_at(centre, *series));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::shape::{RoughMeasure, assert_texts_fit};

    fn row(factor: Factor, values: &[Option<f64>]) -> DumbbellRow {
        let mark = |(series, value): (u8, &Option<f64>)| RowMark {
            series,
            value: *value,
            printed: value.map_or("–".into(), |_| "3.5".into()),
        };
        DumbbellRow {
            factor,
            label: "Facilitating conditions".into(),
            hint: match factor.polarity() {
                Polarity::Direct => String::new(),
                Polarity::Inverse => "right = simpler".into(),
            },
            marks: (0..).zip(values).map(mark).collect(),
        }
    }

    #[test]
    fn texts_fit_with_six_in_narrow_and_wide_places() {
        let values = [Some(0.0), Some(0.5), None, Some(1.0), Some(0.5), Some(0.5)];
        let rows = Factor::ALL.map(|factor| row(factor, &values));
        for width in [420.0, 560.0, 1000.0] {
            let (chart, height) = dumbbells(&rows, width, Vec::new(), &RoughMeasure);
            assert_texts_fit(&chart, (width, height));
        }
    }

    #[test]
    fn marks_stand_at_their_value_and_equal_ones_do_not_hide_each_other() {
        let rows = [row(Factor::Compatibility, &[Some(0.5); 6])];
        let (chart, _) = dumbbells(&rows, 600.0, Vec::new(), &RoughMeasure);
        let mut places: Vec<Point> = chart
            .shapes
            .iter()
            .filter_map(|shape| match shape {
                Shape::Mark { centre, .. } if centre.y > HEADER => Some(*centre),
                _ => None,
            })
            .collect();
        assert_eq!(places.len(), 6);
        assert!(
            places
                .iter()
                .all(|place| (place.x - places[0].x).abs() < 0.01)
        );
        places.sort_by(|one, two| one.y.total_cmp(&two.y));
        assert!(places.windows(2).all(|pair| pair[1].y - pair[0].y > 2.0));
        let (first, last) = (places[0].y - RADIUS, places[5].y + RADIUS);
        assert!(first >= HEADER && last <= HEADER + ROW);
    }

    #[test]
    fn what_has_no_score_has_no_mark() {
        let rows = [row(Factor::Compatibility, &[Some(0.2), None])];
        let (chart, _) = dumbbells(&rows, 600.0, Vec::new(), &RoughMeasure);
        let on_row =
            |shape: &&Shape| matches!(shape, Shape::Mark { centre, .. } if centre.y > HEADER);
        assert_eq!(chart.shapes.iter().filter(on_row).count(), 1);
    }
}
