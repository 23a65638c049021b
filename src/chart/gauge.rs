//! The resonance gauge: a straight scale from 0 to 100 with five bands, and bars of the two sides.

use super::{
    prelude::*,
    scale::{FIFTHS, Scale},
};
use crate::model::Side;

/// What the gauge shows; shares are 0..=1.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GaugeSpec {
    /// R.
    pub resonance: Option<f64>,
    /// The ends of R's interval, 0..=1, where there is one.
    pub interval: Option<(f64, f64)>,
    /// Names of the five bands, lowest first; none are written where they do not all fit.
    pub bands: Vec<String>,
    /// The side values, as label, value and value as printed; supply first.
    pub sides: Vec<(Side, String, Option<f64>, String)>,
}

/// Draws the gauge into a width in logical points; gives the chart and its height.
#[must_use]
pub fn gauge(spec: &GaugeSpec, width: f32, canvas: Canvas<'_>) -> (Chart, f32) {
    let Canvas { mut chart, measure } = canvas;
    // One track for the index and both sides, so that marks under one another can be compared.
    let labels = spec.sides.iter().map(|(_, label, ..)| label.as_str());
    let names = widest(labels, TextRole::CaptionStrong, measure);
    let margin = (measure.width("100", TextRole::Tick) / 2.0).ceil().max(8.0);
    let (left, right) = if names > 0.0 {
        let values = measure.width("0.00", TextRole::Strong);
        ((names + 10.0).max(margin), width - (values + 10.0))
    } else {
        (margin, width - margin)
    };
    let scale = Scale::shares(left, right - left);
    let y = 12.0;
    index(&mut chart, spec, &scale, y);
    let tick = measure.height(TextRole::Tick);
    let tick_y = y + 12.0 + tick / 2.0;
    for limit in FIFTHS {
        let at = (scale.at(limit), tick_y);
        chart.tick(at, Place::Middle, format!("{:.0}", limit * 100.0));
    }
    let mut top = tick_y + tick / 2.0 + 4.0;
    let room = scale.at(0.2) - scale.at(0.0) - 4.0;
    let bands = spec.bands.iter().map(String::as_str);
    if spec.bands.len() == 5 && widest(bands.clone(), TextRole::Tick, measure) <= room {
        for (limits, name) in FIFTHS.windows(2).zip(bands) {
            let middle = f64::midpoint(limits[0], limits[1]);
            chart.tick((scale.at(middle), top + tick / 2.0), Place::Middle, name);
        }
        top += tick;
    }
    top += 4.0;
    for (side, label, value, printed) in &spec.sides {
        let height = measure.height(TextRole::Strong).max(22.0);
        let middle = top + height / 2.0;
        let ink = side_ink(*side);
        let role = TextRole::CaptionStrong;
        chart.text((0.0, middle), Place::Start, label, role, ink);
        let mut track = |end, ink| {
            chart.line((left, middle), (end, middle), Stroke::solid(ink, 6.0));
        };
        track(right, Ink::Line);
        if let Some(value) = value {
            let end = scale.at(*value);
            track(end, ink);
            chart.mark((end, middle), 6.0, side_look(*side), Fill::Filled);
        }
        let at = (width, middle);
        chart.text(at, Place::End, printed, TextRole::Strong, ink);
        top += height;
    }
    (chart, top + 2.0)
}

/// The bands, that of R standing out, R and its interval.
fn index(chart: &mut Chart, spec: &GaugeSpec, scale: &Scale, y: f32) {
    let reached = spec.resonance.map(|resonance| resonance + 1e-6);
    for limits in FIFTHS.windows(2) {
        let (low, high) = (limits[0], limits[1]);
        let here = reached.is_some_and(|reached| reached >= low && (reached < high || high >= 1.0));
        let (ink, opacity) = if here {
            (Ink::Resonance, 0.45)
        } else {
            (Ink::Line, 1.0)
        };
        let x = [scale.at(low) + 1.0, scale.at(high) - 1.0];
        chart.bar(Corners::between(x, [y - 5.0, y + 5.0]), 3.0, ink, opacity);
    }
    if let Some((low, high)) = spec.interval {
        let (low, high) = (scale.at(low), scale.at(high));
        let stroke = Stroke::solid(Ink::Resonance, 2.0);
        chart.line((low, y), (high, y), stroke);
        for x in [low, high] {
            chart.line((x, y - 6.0), (x, y + 6.0), stroke);
        }
    }
    if let Some(resonance) = spec.resonance {
        let look = (MarkKind::Diamond, Ink::Resonance);
        chart.mark((scale.at(resonance), y), 9.0, look, Fill::Filled);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::testing::{assert_texts_fit, marks_of, rough};

    #[test]
    fn the_diamond_stands_at_the_value_and_is_absent_without_one() {
        let diamond = |resonance| {
            let spec = GaugeSpec {
                resonance,
                ..GaugeSpec::default()
            };
            let (chart, height) = gauge(&spec, 216.0, rough());
            assert_texts_fit(&chart, (216.0, height));
            marks_of(&chart).first().map(|centre| centre.x)
        };
        assert_eq!(diamond(None), None);
        assert_eq!(diamond(Some(0.0)), Some(10.0));
        assert_eq!(diamond(Some(0.5)), Some(108.0));
        assert_eq!(diamond(Some(1.0)), Some(206.0));
    }

    #[test]
    fn the_side_bars_share_the_scale_of_the_index_and_bands_are_named_where_there_is_room() {
        let names = ["Dissonant", "Faint", "Emerging", "Strong", "Resonant"];
        let side = |side| (side, "Supply".to_owned(), Some(0.75), "0.75".to_owned());
        let spec = GaugeSpec {
            resonance: Some(0.75),
            interval: Some((0.6, 0.9)),
            bands: names.map(str::to_owned).to_vec(),
            sides: Side::ALL.map(side).to_vec(),
        };
        for (width, named) in [(260.0, false), (560.0, true)] {
            let (chart, height) = gauge(&spec, width, rough());
            assert_texts_fit(&chart, (width, height));
            let marks: Vec<f32> = marks_of(&chart).iter().map(|centre| centre.x).collect();
            assert_eq!(marks, vec![marks[0]; 3]);
            let has = |wanted: &str| {
                let is =
                    |shape: &Shape| matches!(shape, Shape::Text { text, .. } if text == wanted);
                chart.shapes.iter().any(is)
            };
            assert_eq!(names.iter().all(|name| has(name)), named);
        }
    }
}
