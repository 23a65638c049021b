//! R over time: rounds as measured, and the line a plan draws.

use super::shape::{
    Anchor, Chart, Corners, Dash, Fill, Ink, MarkKind, Point, Shape, Stroke, TextMeasure, TextRole,
};

/// What a timeline shows. Days are whole numbers of any one calendar, R is 0..=1.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TimelineSpec {
    /// Rounds in order of time.
    pub measured: Vec<Measured>,
    /// Days on which the plan lifts R, with R from then on, in order of time; the first one is where
    /// it begins.
    pub planned: Vec<(i32, f64)>,
    /// The day and R of the target.
    pub target: Option<(i32, f64)>,
    /// The present day, with the word for it.
    pub today: Option<(i32, String)>,
    /// Days under which a date is written, with the date as printed.
    pub ticks: Vec<(i32, String)>,
}

/// A round with a date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measured {
    /// Its day.
    pub day: i32,
    /// R, 0..=1.
    pub resonance: f64,
    /// The ends of R's 90 % interval, 0..=1, where there is one.
    pub interval: Option<(f64, f64)>,
}

impl TimelineSpec {
    /// First and last day of all that is shown; `None` where nothing is.
    #[must_use]
    pub fn days(&self) -> Option<(i32, i32)> {
        let measured = self.measured.iter().map(|round| round.day);
        let planned = self.planned.iter().map(|(day, _)| *day);
        let target = self.target.iter().map(|(day, _)| *day);
        let mut days = measured.chain(planned).chain(target);
        let first = days.next()?;
        Some(days.fold((first, first), |(low, high), day| {
            (low.min(day), high.max(day))
        }))
    }
}

/// Draws a timeline into a size in logical points.
#[must_use]
pub fn timeline(
    spec: &TimelineSpec,
    size: (f32, f32),
    description: Vec<String>,
    measure: &dyn TextMeasure,
) -> Chart {
    let mut chart = Chart {
        description,
        ..Chart::default()
    };
    let Some((first, last)) = spec.days() else {
        return chart;
    };
    let tick = measure.height(TextRole::Tick);
    let left = measure.width("100", TextRole::Tick) + 10.0;
    let date = spec
        .ticks
        .iter()
        .map(|(_, text)| measure.width(text, TextRole::Tick));
    let margin = date.fold(0.0, f32::max) / 2.0 + 2.0;
    let (from, to) = (left.max(margin), size.0 - margin.max(10.0));
    let (top, bottom) = (10.0, size.1 - tick - 12.0);
    let span = f64::from((last - first).max(1));
    let x_of = |day: i32| from + (to - from) * (f64::from(day - first) / span) as f32;
    let y_of = |value: f64| bottom - (bottom - top) * value as f32;
    for band in 0..=5_u8 {
        let value = f64::from(band) / 5.0;
        let y = y_of(value);
        let line = Stroke::solid(Ink::Line, 1.0);
        chart
            .shapes
            .push(Shape::line(Point::new(from, y), Point::new(to, y), line));
        let number = format!("{:.0}", value * 100.0);
        let at = Point::new(from - 6.0, y);
        let text = Shape::text(at, Anchor::RIGHT, number, TextRole::Tick, Ink::TextSubdued);
        chart.shapes.push(text);
    }
    dates(&mut chart, spec, &x_of, bottom + tick / 2.0 + 10.0, measure);
    let today = spec.today.as_ref();
    if let Some((day, word)) = today.filter(|(day, _)| (first..=last).contains(day)) {
        let x = x_of(*day);
        let line = Stroke::solid(Ink::LineStrong, 1.5).broken(Dash::Dotted);
        chart
            .shapes
            .push(Shape::line(Point::new(x, top), Point::new(x, bottom), line));
        // On the side where there is more room.
        let (anchor, off) = if x - from > to - x {
            (Anchor::RIGHT, -5.0)
        } else {
            (Anchor::LEFT, 5.0)
        };
        let at = Point::new(x + off, bottom - tick);
        let word = word.as_str();
        let text = Shape::text(at, anchor, word, TextRole::Tick, Ink::TextSubdued);
        chart.shapes.push(text);
    }
    planned(&mut chart, spec, &x_of, &y_of);
    let line: Vec<Point> = spec
        .measured
        .iter()
        .map(|round| Point::new(x_of(round.day), y_of(round.resonance)))
        .collect();
    for (point, round) in line.iter().zip(&spec.measured) {
        if let Some((low, high)) = round.interval {
            let ends = (
                Point::new(point.x, y_of(low)),
                Point::new(point.x, y_of(high)),
            );
            let thin = Stroke::solid(Ink::Resonance, 2.0).faint(0.5);
            chart.shapes.push(Shape::line(ends.0, ends.1, thin));
        }
    }
    if line.len() > 1 {
        chart.shapes.push(Shape::Line {
            points: line.clone(),
            stroke: Stroke::solid(Ink::Resonance, 2.2),
        });
    }
    for point in line {
        chart
            .shapes
            .push(mark(point, MarkKind::Diamond, Fill::Filled, 6.0));
    }
    if let Some((day, value)) = spec.target {
        let at = Point::new(x_of(day), y_of(value));
        chart
            .shapes
            .push(mark(at, MarkKind::Diamond, Fill::Hollow, 7.0));
    }
    chart
}

fn mark(centre: Point, kind: MarkKind, fill: Fill, radius: f32) -> Shape {
    Shape::Mark {
        centre,
        radius,
        kind,
        fill,
        ink: Ink::Resonance,
    }
}

/// The plan's line: level until a step is due, then up.
fn planned(
    chart: &mut Chart,
    spec: &TimelineSpec,
    x_of: &dyn Fn(i32) -> f32,
    y_of: &dyn Fn(f64) -> f32,
) {
    let points: Vec<Point> = spec
        .planned
        .iter()
        .map(|(day, value)| Point::new(x_of(*day), y_of(*value)))
        .collect();
    if points.len() > 1 {
        let solid = Stroke::solid(Ink::Resonance, 1.8);
        for step in points.windows(2) {
            let foot = Point::new(step[1].x, step[0].y);
            let level = Shape::line(step[0], foot, solid.broken(Dash::Dashed));
            // Unbroken, since a short way up could fall between two dashes.
            chart
                .shapes
                .extend([level, Shape::line(foot, step[1], solid)]);
        }
        for (day, value) in spec.planned.iter().skip(1) {
            let at = Point::new(x_of(*day), y_of(*value));
            chart
                .shapes
                .push(mark(at, MarkKind::Circle, Fill::Hollow, 4.0));
        }
    }
}

/// Dates along the bottom, leaving out those that would lie over one before.
fn dates(
    chart: &mut Chart,
    spec: &TimelineSpec,
    x_of: &dyn Fn(i32) -> f32,
    y: f32,
    measure: &dyn TextMeasure,
) {
    let mut taken: Vec<Corners> = Vec::new();
    for (day, text) in &spec.ticks {
        let width = measure.width(text, TextRole::Tick);
        let at = Point::new(x_of(*day), y);
        let corners = Corners::around(at, width + 8.0, measure.height(TextRole::Tick));
        if taken.iter().any(|other| other.overlaps(&corners)) {
            continue;
        }
        taken.push(corners);
        let text = Shape::text(
            at,
            Anchor::CENTRE,
            text.as_str(),
            TextRole::Tick,
            Ink::TextSubdued,
        );
        chart.shapes.push(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::shape::{RoughMeasure, assert_texts_fit};

    fn spec() -> TimelineSpec {
        TimelineSpec {
            measured: [(0, 0.4, None), (200, 0.55, Some((0.5, 0.6)))]
                .map(|(day, resonance, interval)| Measured {
                    day,
                    resonance,
                    interval,
                })
                .to_vec(),
            planned: vec![(200, 0.55), (210, 0.6), (365, 0.7)],
            target: Some((365, 0.75)),
            today: Some((205, "today".into())),
            ticks: [0, 200, 210, 365]
                .map(|day| (day, "2026-03-12".into()))
                .to_vec(),
        }
    }

    #[test]
    fn texts_neither_leave_the_chart_nor_overlap() {
        for width in [280.0, 480.0, 900.0] {
            let size = (width, 220.0);
            let chart = timeline(&spec(), size, Vec::new(), &RoughMeasure);
            assert_texts_fit(&chart, size);
        }
    }

    #[test]
    fn the_plans_line_goes_up_only_where_a_step_is_due() {
        let chart = timeline(&spec(), (600.0, 220.0), Vec::new(), &RoughMeasure);
        let lines = chart.shapes.iter().filter_map(|shape| match shape {
            Shape::Line { points, stroke } => Some((points.as_slice(), *stroke)),
            _ => None,
        });
        let lines: Vec<_> = lines.collect();
        let dashed = |stroke: &Stroke| stroke.dash == Dash::Dashed;
        let mut levels = 0;
        for pair in lines.windows(2) {
            let [(level, first), (rise, second)] = pair else {
                continue;
            };
            if dashed(first) {
                levels += 1;
                assert!(!dashed(second), "the way up has no gap");
                assert_eq!(level[0].y.to_bits(), level[1].y.to_bits());
                assert_eq!(rise[0].x.to_bits(), rise[1].x.to_bits());
                assert_eq!(level[1], rise[0]);
            }
        }
        assert_eq!(levels, 2);
    }

    #[test]
    fn nothing_with_a_date_draws_nothing() {
        let chart = timeline(
            &TimelineSpec::default(),
            (300.0, 200.0),
            Vec::new(),
            &RoughMeasure,
        );
        assert!(chart.shapes.is_empty());
    }
}
