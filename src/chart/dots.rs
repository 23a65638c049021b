//! The radar's twin that can be read exactly: a row for each factor, favourability to the right.

use super::{
    prelude::*,
    rows::{RowFrame, gap_of_sides, tops, widest_name},
    scale::Scale,
};
use crate::model::Factor;

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

impl DotRow {
    fn role_and_ink(&self) -> (TextRole, Ink) {
        match self.value {
            Some(_) => (TextRole::Strong, side_ink(self.factor.side())),
            None => (TextRole::Caption, Ink::TextSubdued),
        }
    }
}

/// Draws the rows into a size in logical points, each between the two ends of its own scale. Names get
/// at least `least_names` of its width, so that charts of single rows stand in line.
#[must_use]
pub fn dots(rows: &[DotRow], size: (f32, f32), least_names: f32, canvas: Canvas<'_>) -> Chart {
    let Canvas { mut chart, measure } = canvas;
    let names = rows.iter().map(|row| (&*row.label, &*row.hint));
    let names = widest_name(names, measure)
        .max(least_names)
        .min(size.0 * 0.4);
    let values = rows
        .iter()
        .map(|row| measure.width(&row.printed, row.role_and_ink().0));
    let values = values.fold(24.0, f32::max);
    let end = measure.width("5", TextRole::Tick);
    let (left, right) = (names + end + 18.0, size.0 - values - end - 24.0);
    let scale = Scale::between(left, right);
    let frame = RowFrame::new(names, scale, size.0, measure);

    let factors: Vec<Factor> = rows.iter().map(|row| row.factor).collect();
    let count = rows.len() as f32;
    let height = ((size.1 - gap_of_sides(&factors)) / count.max(1.0)).clamp(14.0, 44.0);
    scale.quarters(&mut chart, 0.0, (height * count + 10.0).min(size.1));
    let hint_fits = height >= measure.height(TextRole::Caption) + measure.height(TextRole::Tick);
    for (row, top) in rows.iter().zip(tops(&factors, 0.0, height)) {
        let y = top + height / 2.0;
        let hint = if hint_fits { &*row.hint } else { "" };
        frame.factor(&mut chart, row.factor, (&row.label, hint), y, 10.0);
        let (role, ink) = row.role_and_ink();
        chart.text((size.0, y), Place::End, &row.printed, role, ink);
        spread(&mut chart, row, &scale, y);
        answers(&mut chart, row, &scale, y, height);
        if let Some(value) = row.value {
            let at = (scale.at(value), y);
            chart.mark(at, 6.0, side_look(row.factor.side()), Fill::Filled);
        }
        frame.target(&mut chart, row.factor, top, height);
    }
    chart
}

/// How far the respondents are apart: all of them, and the middle half.
fn spread(chart: &mut Chart, row: &DotRow, scale: &Scale, y: f32) {
    let Some([min, lower, upper, max]) = row.spread else {
        return;
    };
    for (from, to, thick, opacity) in [(min, max, 3.0, 0.35), (lower, upper, 9.0, 0.25)] {
        let x = [scale.at(from), scale.at(to)];
        let corners = Corners::between(x, [y - thick / 2.0, y + thick / 2.0]);
        chart.bar(corners, thick / 2.0, side_ink(row.factor.side()), opacity);
    }
}

/// Each respondent's mark, and one for each hand.
fn answers(chart: &mut Chart, row: &DotRow, scale: &Scale, y: f32, height: f32) {
    let side = row.factor.side();
    let step = (height * 0.16).clamp(3.0, 6.0);
    let people = row.dots.iter().map(|value| (*value, side_mark(side)));
    let hands = row.hands.iter().map(|value| (*value, MarkKind::Diamond));
    let marks: Vec<(f64, MarkKind)> = people.chain(hands).collect();
    for (index, (value, kind)) in marks.iter().enumerate() {
        // Off the line, so that the value's own mark hides none; equal ones by turns above and below.
        let equal = |other: &&(f64, MarkKind)| (other.0 - value).abs() < 0.02;
        let before = marks[..index].iter().filter(equal).count();
        let all = marks.iter().filter(equal).count();
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
        let at = (scale.at(*value), y + off);
        chart.mark(at, 2.5, (*kind, side_ink(side)), Fill::Hollow);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::testing::{assert_texts_fit, marks_of, rough};

    fn row(factor: Factor, hint: &str) -> DotRow {
        DotRow {
            factor,
            label: "Comparative advantage".into(),
            hint: hint.into(),
            value: Some(0.5),
            printed: "3.0".into(),
            spread: Some([0.25, 0.25, 0.5, 0.75]),
            dots: [vec![0.25; 25], vec![0.75]].concat(),
            hands: Vec::new(),
        }
    }

    #[test]
    fn marks_stand_at_their_value_and_equal_dots_do_not_hide_each_other() {
        let rows = [row(Factor::Compatibility, "")];
        let chart = dots(&rows, (400.0, 80.0), 0.0, rough());
        let centres = marks_of(&chart);
        assert_eq!(centres.len(), 27);
        for (index, one) in centres.iter().enumerate() {
            let mut others = centres[index + 1..].iter();
            assert!(others.all(|two| one != two), "{centres:?}");
        }
    }

    #[test]
    fn an_inverse_row_runs_from_five_to_one_and_says_so() {
        let rows = [
            row(Factor::ComparativeAdvantage, ""),
            row(Factor::Complexity, "right = simpler"),
        ];
        for size in [(220.0, 60.0), (344.0, 90.0), (700.0, 120.0)] {
            let chart = dots(&rows, size, 0.0, rough());
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
