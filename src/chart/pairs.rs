//! The four natural pairs as bars to both sides of their names: supply left, demand right.

use super::shape::{
    Anchor, Chart, Corners, Ink, Point, Shape, Target, TextMeasure, TextRole, fitted, side_ink,
};
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
pub fn pairs(
    rows: &[PairRow],
    width: f32,
    description: Vec<String>,
    measure: &dyn TextMeasure,
) -> (Chart, f32) {
    let mut chart = Chart {
        description,
        ..Chart::default()
    };
    // The pair's own value stands in a column at the right end.
    let own = measure.width("0.00", TextRole::Strong) + 22.0;
    let middle = (width - own) / 2.0;
    let number = measure.width("0.00", TextRole::Strong) + 10.0;
    let reach = (middle - number - 6.0).max(20.0);
    for (index, row) in rows.iter().enumerate() {
        let top = ROW * index as f32;
        let (text_y, bar_y) = (top + 11.0, top + 29.0);
        let at = Point::new(width, bar_y);
        let (role, ink) = (TextRole::Strong, Ink::Resonance);
        chart
            .shapes
            .push(Shape::text(at, Anchor::RIGHT, &row.printed, role, ink));
        for (side, (factor, name, value, printed)) in
            [(Side::Supply, &row.supply), (Side::Demand, &row.demand)]
        {
            let sign = match side {
                Side::Supply => -1.0,
                Side::Demand => 1.0,
            };
            let (anchor, outer) = match side {
                Side::Supply => (Anchor::RIGHT, Anchor::RIGHT),
                Side::Demand => (Anchor::LEFT, Anchor::LEFT),
            };
            let ink = side_ink(side);
            let role = if row.weakest {
                TextRole::CaptionStrong
            } else {
                TextRole::Caption
            };
            let at = Point::new(middle + sign * 8.0, text_y);
            let name = fitted(name, role, middle - 8.0, measure);
            chart
                .shapes
                .push(Shape::text(at, anchor, name, role, Ink::Text));
            bar(&mut chart, middle, sign, reach, bar_y, Ink::Line, 1.0);
            if let Some(value) = value {
                bar(
                    &mut chart,
                    middle,
                    sign,
                    reach * *value as f32,
                    bar_y,
                    ink,
                    0.85,
                );
            }
            let at = Point::new(middle + sign * (reach + 8.0), bar_y);
            chart
                .shapes
                .push(Shape::text(at, outer, printed, TextRole::Strong, ink));
            let (from, to) = match side {
                Side::Supply => (0.0, middle),
                Side::Demand => (middle, middle * 2.0),
            };
            chart.targets.push(Target {
                corners: Corners {
                    min: Point::new(from, top),
                    max: Point::new(to, top + ROW),
                },
                factor: *factor,
                other: None,
            });
        }
    }
    (chart, ROW * rows.len() as f32)
}

fn bar(chart: &mut Chart, middle: f32, sign: f32, length: f32, y: f32, ink: Ink, opacity: f32) {
    let (inner, end) = (middle + sign * 1.5, middle + sign * length.max(1.5));
    chart.shapes.push(Shape::Bar {
        corners: Corners {
            min: Point::new(inner.min(end), y - 6.0),
            max: Point::new(inner.max(end), y + 6.0),
        },
        radius: 2.0,
        ink,
        opacity,
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::shape::{RoughMeasure, assert_texts_fit};

    #[test]
    fn bars_reach_as_far_as_their_values_and_names_fit() {
        let end = |factor, name: &str, value| (factor, name.to_owned(), value, "0.50".to_owned());
        let row = PairRow {
            supply: end(
                Factor::ComparativeAdvantage,
                "Comparative advantage",
                Some(1.0),
            ),
            demand: end(
                Factor::AnticipatedBenefits,
                "Anticipated benefits",
                Some(0.5),
            ),
            printed: "0.71".into(),
            weakest: true,
        };
        for width in [220.0, 500.0] {
            let (chart, height) =
                pairs(std::slice::from_ref(&row), width, Vec::new(), &RoughMeasure);
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
