//! The four natural pairs as bars to both sides of their names: supply left, demand right.

use super::prelude::*;
use crate::model::{Factor, Side};

/// One natural pair.
#[derive(Clone, Debug, PartialEq)]
pub struct PairRow {
    /// The supply factor, its name, its favourability 0..=1 and that as printed.
    pub supply: (Factor, String, Option<f64>, String),
    /// The demand factor likewise.
    pub demand: (Factor, String, Option<f64>, String),
    /// The pair's value as printed.
    pub printed: String,
    /// Whether this is the pair to talk about first.
    pub weakest: bool,
}

const ROW: f32 = 44.0;

/// Draws the pairs into a width; gives the chart and its height, in logical points.
#[must_use]
pub fn pairs(rows: &[PairRow], width: f32, canvas: Canvas<'_>) -> (Chart, f32) {
    let Canvas { mut chart, measure } = canvas;
    let strong = TextRole::Strong;
    // The pair's own value stands in a column at the right end.
    let number = measure.width("0.00", strong);
    let middle = (width - (number + 22.0)) / 2.0;
    let reach = (middle - (number + 10.0) - 6.0).max(20.0);
    for (index, row) in rows.iter().enumerate() {
        let top = ROW * index as f32;
        let (text_y, bar_y) = (top + 11.0, top + 29.0);
        let ink = Ink::Resonance;
        chart.text((width, bar_y), Place::End, &row.printed, strong, ink);
        let role = if row.weakest {
            TextRole::CaptionStrong
        } else {
            TextRole::Caption
        };
        for (side, (factor, name, value, printed)) in
            [(Side::Supply, &row.supply), (Side::Demand, &row.demand)]
        {
            let (sign, anchor, half) = match side {
                Side::Supply => (-1.0, Place::End, [0.0, middle]),
                Side::Demand => (1.0, Place::Start, [middle, middle * 2.0]),
            };
            let name = fitted(name, role, middle - 8.0, measure);
            chart.text((middle + sign * 8.0, text_y), anchor, name, role, Ink::Text);
            let ink = side_ink(side);
            let bars = [(Some(1.0), Ink::Line, 1.0), (*value, ink, 0.85)];
            for (value, ink, opacity) in bars {
                let Some(value) = value else { continue };
                let length = (reach * value as f32).max(1.5);
                let (inner, end) = (middle + sign * 1.5, middle + sign * length);
                let x = [inner.min(end), inner.max(end)];
                let corners = Corners::between(x, [bar_y - 6.0, bar_y + 6.0]);
                chart.bar(corners, 2.0, ink, opacity);
            }
            let at = (middle + sign * (reach + 8.0), bar_y);
            chart.text(at, anchor, printed, strong, ink);
            chart.target(Corners::between(half, [top, top + ROW]), *factor, None);
        }
    }
    (chart, ROW * rows.len() as f32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::testing::{assert_texts_fit, rough};

    #[test]
    fn bars_reach_as_far_as_their_values_and_names_fit() {
        let end = |factor, name: &str, value| (factor, name.to_owned(), value, "0.50".to_owned());
        let (one, two) = (Factor::ComparativeAdvantage, Factor::AnticipatedBenefits);
        let rows = [PairRow {
            supply: end(one, "Comparative advantage", Some(1.0)),
            demand: end(two, "Anticipated benefits", Some(0.5)),
            printed: "0.71".into(),
            weakest: true,
        }];
        for width in [220.0, 500.0] {
            let (chart, height) = pairs(&rows, width, rough());
            assert_texts_fit(&chart, (width, height));
            let length = |wanted| {
                let of_side = |shape: &Shape| match shape {
                    Shape::Bar { corners, ink, .. } if *ink == wanted => {
                        Some(corners.max.x - corners.min.x)
                    }
                    _ => None,
                };
                chart.shapes.iter().find_map(of_side).unwrap_or_default()
            };
            let (whole, half) = (length(Ink::Supply), length(Ink::Demand));
            assert!((whole / 2.0 - half).abs() < 1.0, "{whole} {half}");
        }
    }
}
