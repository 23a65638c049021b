//! Distributions: a box for each group on one scale, its members' marks where they are few.

use super::{
    prelude::*,
    rows::RowFrame,
    scale::{FIFTHS, Scale},
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
pub fn boxes(rows: &[BoxRow], width: f32, canvas: Canvas<'_>) -> (Chart, f32) {
    let Canvas { mut chart, measure } = canvas;
    let labels = rows.iter().map(|row| row.label.as_str());
    let names = widest(labels, TextRole::Caption, measure).min(width * 0.35);
    let value = measure.width("100", TextRole::CaptionStrong) + 10.0;
    let (left, right) = (names + 14.0, width - value - 12.0);
    let scale = Scale::between(left, right);
    let frame = RowFrame::new(names, scale, width, measure);
    let height = frame.hundreds(&mut chart, &FIFTHS, ROW * rows.len() as f32, 4.0);
    for (index, row) in rows.iter().enumerate() {
        let y = ROW * (index as f32 + 0.5);
        frame.name(&mut chart, &row.label, y);
        let [min, lower, median, upper, max] = row.figures.map(|figure| scale.at(figure));
        let thin = Stroke::solid(Ink::Resonance, 2.0).faint(0.6);
        chart.line((min, y), (max, y), thin);
        let middle_half = Corners::between([lower, upper.max(lower + 1.0)], [y - 8.0, y + 8.0]);
        chart.bar(middle_half, 2.0, Ink::Resonance, 0.25);
        let thick = Stroke::solid(Ink::Resonance, 2.5);
        chart.line((median, y - 9.0), (median, y + 9.0), thick);
        for member in &row.members {
            let look = (MarkKind::Circle, Ink::TextSubdued);
            chart.mark((scale.at(*member), y + 13.0), 2.2, look, Fill::Hollow);
        }
        if let Some(own) = row.own {
            let look = (MarkKind::Diamond, Ink::TextStrong);
            chart.mark((scale.at(own), y), 7.0, look, Fill::Filled);
        }
        let (role, ink) = (TextRole::CaptionStrong, Ink::Resonance);
        chart.text((width, y), Place::End, &row.printed, role, ink);
    }
    (chart, height)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::testing::{assert_widths_fit, rough};

    #[test]
    fn texts_neither_leave_the_chart_nor_overlap() {
        let row = BoxRow {
            label: "Machinery and equipment (12)".into(),
            figures: [0.0, 0.2, 0.5, 0.9, 1.0],
            members: vec![0.0, 0.5, 1.0],
            own: Some(0.4),
            printed: "50".into(),
        };
        let rows = vec![row; 3];
        assert_widths_fit(&[320.0, 700.0], |width| boxes(&rows, width, rough()));
    }
}
