//! Several results row by row: a mark for each at its favourability, a line from the lowest to the
//! highest, the scores as printed at the right.

use super::{
    prelude::*,
    rows::{RowFrame, gap_of_sides, tops, widest_name},
    scale::Scale,
    series::series_look,
};
use crate::model::Factor;

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
const RADIUS: f32 = 5.5;

/// Draws the rows into a width; gives the chart and its height, in logical points.
#[must_use]
pub fn dumbbell_plot(rows: &[DumbbellRow], width: f32, canvas: Canvas<'_>) -> (Chart, f32) {
    let Canvas { mut chart, measure } = canvas;
    let names = rows.iter().map(|row| (&*row.label, &*row.hint));
    let names = widest_name(names, measure).min(width * 0.32);
    let printed = rows.iter().flat_map(|row| &row.marks);
    let printed = printed.map(|mark| mark.printed.as_str());
    let column = widest(printed, TextRole::Strong, measure).max(14.0) + 10.0;
    let first = rows.first().map_or(&[][..], |row| &row.marks);
    let columns = first.len() as f32;
    let end = measure.width("5", TextRole::Tick);
    let left = names + end + 22.0;
    let right = width - columns * column - end - 26.0;
    let scale = Scale::between(left, right);
    let frame = RowFrame::new(names, scale, width, measure);
    // The middle of the column of a result.
    let column_at = |place: usize| width - column * (columns - place as f32) + column / 2.0;

    let factors: Vec<Factor> = rows.iter().map(|row| row.factor).collect();
    let height = HEADER + ROW * rows.len() as f32 + gap_of_sides(&factors);
    scale.quarters(&mut chart, HEADER, height);
    for (place, mark) in first.iter().enumerate() {
        let (at, look) = ((column_at(place), HEADER / 2.0), series_look(mark.series));
        chart.mark(at, RADIUS, look.mark_look(), Fill::Filled);
    }
    for (row, top) in rows.iter().zip(tops(&factors, HEADER, ROW)) {
        let y = top + ROW / 2.0;
        frame.factor(&mut chart, row.factor, (&row.label, &row.hint), y, 12.0);
        for (place, mark) in row.marks.iter().enumerate() {
            let (role, ink) = match mark.value {
                Some(_) => (TextRole::Strong, Ink::TextStrong),
                None => (TextRole::Caption, Ink::TextSubdued),
            };
            let at = (column_at(place), y);
            chart.text(at, Place::Middle, &mark.printed, role, ink);
        }
        marks(&mut chart, row, &scale, y);
        frame.target(&mut chart, row.factor, top, ROW);
    }
    (chart, height)
}

/// The line from the lowest to the highest, and the marks; those that would coincide stand above each
/// other.
fn marks(chart: &mut Chart, row: &DumbbellRow, scale: &Scale, y: f32) {
    let mut placed: Vec<(f64, u8)> = row
        .marks
        .iter()
        .filter_map(|mark| Some((mark.value?, mark.series)))
        .collect();
    placed.sort_by(|one, two| one.0.total_cmp(&two.0));
    if let (Some((low, _)), Some((high, _))) = (placed.first(), placed.last()) {
        let stroke = Stroke::solid(Ink::TextSubdued, 3.0).faint(0.55);
        chart.line((scale.at(*low), y), (scale.at(*high), y), stroke);
    }
    let near = |one: &(f64, u8), two: &(f64, u8)| scale.at(two.0) - scale.at(one.0) < RADIUS * 1.7;
    for group in placed.chunk_by(near) {
        let room = ROW - 2.0 * RADIUS - 4.0;
        let step = (room / (group.len().max(2) - 1) as f32).min(RADIUS * 1.7);
        let top = y - step * (group.len() - 1) as f32 / 2.0;
        for (place, (value, series)) in group.iter().enumerate() {
            let at = (scale.at(*value), top + step * place as f32);
            chart.mark(at, RADIUS, series_look(*series).mark_look(), Fill::Filled);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::testing::{assert_widths_fit, marks_of, rough};

    fn row(factor: Factor, values: &[Option<f64>]) -> DumbbellRow {
        let mark = |(series, value): (u8, &Option<f64>)| RowMark {
            series,
            value: *value,
            printed: value.map_or("–".into(), |_| "3.5".into()),
        };
        DumbbellRow {
            factor,
            label: "Facilitating conditions".into(),
            hint: "right = simpler".into(),
            marks: (0..).zip(values).map(mark).collect(),
        }
    }

    /// The marks of one row, from the top down.
    fn marks_on_row(values: &[Option<f64>]) -> Vec<Point> {
        let rows = [row(Factor::Compatibility, values)];
        let (chart, _) = dumbbell_plot(&rows, 600.0, rough());
        let mut marks = marks_of(&chart);
        marks.retain(|centre| centre.y > HEADER);
        marks.sort_by(|one, two| one.y.total_cmp(&two.y));
        marks
    }

    #[test]
    fn texts_fit_with_six_in_narrow_and_wide_places() {
        let values = [Some(0.0), Some(0.5), None, Some(1.0), Some(0.5), Some(0.5)];
        let rows = Factor::ALL.map(|factor| row(factor, &values));
        assert_widths_fit(&[420.0, 560.0, 1000.0], |width| {
            dumbbell_plot(&rows, width, rough())
        });
    }

    #[test]
    fn marks_stand_at_their_value_and_equal_ones_do_not_hide_each_other() {
        let places = marks_on_row(&[Some(0.5); 6]);
        assert_eq!(places.len(), 6);
        let x = places[0].x;
        assert!(places.iter().all(|place| (place.x - x).abs() < 0.01));
        assert!(places.windows(2).all(|pair| pair[1].y - pair[0].y > 2.0));
        let (first, last) = (places[0].y - RADIUS, places[5].y + RADIUS);
        assert!(first >= HEADER && last <= HEADER + ROW);
    }

    #[test]
    fn what_has_no_score_has_no_mark() {
        assert_eq!(marks_on_row(&[Some(0.2), None]).len(), 1);
    }
}
