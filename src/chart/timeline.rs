//! R over time: rounds as measured, and the line a plan draws.

use super::{prelude::*, scale::Scale, time_plot::TimePlot};

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

/// The mark of R.
const DIAMOND: (MarkKind, Ink) = (MarkKind::Diamond, Ink::Resonance);

impl TimelineSpec {
    /// First and last day of all that is shown; `None` where nothing is.
    #[must_use]
    pub fn days(&self) -> Option<(i32, i32)> {
        let measured = self.measured.iter().map(|round| round.day);
        let planned = self.planned.iter().map(|(day, _)| *day);
        let target = self.target.iter().map(|(day, _)| *day);
        let mut days: Vec<i32> = measured.chain(planned).chain(target).collect();
        days.sort_unstable();
        Some((*days.first()?, *days.last()?))
    }
}

/// Draws a timeline into a size in logical points.
#[must_use]
pub fn timeline(spec: &TimelineSpec, size: (f32, f32), canvas: Canvas<'_>) -> Chart {
    let Canvas { mut chart, measure } = canvas;
    let Some((first, last)) = spec.days() else {
        return chart;
    };
    let dates = spec.ticks.iter().map(|(_, text)| text.as_str());
    let date = widest(dates, TextRole::Tick, measure);
    let plot = TimePlot::new(size, (10.0, 10.0), date, measure);
    let days = Scale::shares(plot.left, plot.right - plot.left);
    let days = days.over(first.into(), last.max(first + 1).into());
    let at = |day: i32, value: f64| Point::new(days.at(day.into()), plot.y.at(value));
    plot.grid(&mut chart);
    let ticks = spec.ticks.iter();
    let ticks = ticks.map(|(day, text)| (days.at((*day).into()), text.clone()));
    plot.dates(&mut chart, ticks, 8.0);
    let today = spec.today.as_ref();
    if let Some((day, word)) = today.filter(|(day, _)| (first..=last).contains(day)) {
        let x = days.at((*day).into());
        let line = Stroke::solid(Ink::LineStrong, 1.5).broken(Dash::Dotted);
        plot.upright(&mut chart, x, line);
        // On the side where there is more room.
        let (anchor, off) = if x - plot.left > plot.right - x {
            (Place::End, -5.0)
        } else {
            (Place::Start, 5.0)
        };
        let y = plot.bottom - measure.height(TextRole::Tick);
        chart.tick((x + off, y), anchor, word);
    }
    let planned = spec.planned.iter().map(|(day, value)| at(*day, *value));
    planned_line(&mut chart, &planned.collect::<Vec<_>>());
    let measured = spec.measured.iter();
    let measured: Vec<Point> = measured
        .map(|round| at(round.day, round.resonance))
        .collect();
    for round in &spec.measured {
        if let Some((low, high)) = round.interval {
            let thin = Stroke::solid(Ink::Resonance, 2.0).faint(0.5);
            chart.line(at(round.day, low), at(round.day, high), thin);
        }
    }
    if measured.len() > 1 {
        chart.path(measured.clone(), Stroke::solid(Ink::Resonance, 2.2));
    }
    for point in measured {
        chart.mark(point, 6.0, DIAMOND, Fill::Filled);
    }
    if let Some((day, value)) = spec.target {
        chart.mark(at(day, value), 7.0, DIAMOND, Fill::Hollow);
    }
    chart
}

/// The plan's line: level until a step is due, then up.
fn planned_line(chart: &mut Chart, points: &[Point]) {
    let solid = Stroke::solid(Ink::Resonance, 1.8);
    for step in points.windows(2) {
        let foot = (step[1].x, step[0].y);
        chart.line(step[0], foot, solid.broken(Dash::Dashed));
        // Unbroken, since a short way up could fall between two dashes.
        chart.line(foot, step[1], solid);
    }
    for point in points.iter().skip(1) {
        let look = (MarkKind::Circle, Ink::Resonance);
        chart.mark(*point, 4.0, look, Fill::Hollow);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::testing::{assert_texts_fit, rough};

    fn spec() -> TimelineSpec {
        let round = |day, resonance, interval| Measured {
            day,
            resonance,
            interval,
        };
        TimelineSpec {
            measured: vec![round(0, 0.4, None), round(200, 0.55, Some((0.5, 0.6)))],
            planned: vec![(200, 0.55), (210, 0.6), (365, 0.7)],
            target: Some((365, 0.75)),
            today: Some((205, "today".into())),
            ticks: [0, 200, 210, 365]
                .map(|day| (day, "2026-03-12".into()))
                .into(),
        }
    }

    #[test]
    fn texts_neither_leave_the_chart_nor_overlap() {
        for width in [280.0, 480.0, 900.0] {
            let size = (width, 220.0);
            let chart = timeline(&spec(), size, rough());
            assert_texts_fit(&chart, size);
        }
    }

    #[test]
    fn the_plans_line_goes_up_only_where_a_step_is_due() {
        let chart = timeline(&spec(), (600.0, 220.0), rough());
        let mut levels = 0;
        for pair in chart.shapes.windows(2) {
            if let [
                Shape::Line {
                    points: level,
                    stroke,
                },
                Shape::Line {
                    points: rise,
                    stroke: up,
                },
            ] = pair
                && stroke.dash == Dash::Dashed
            {
                levels += 1;
                assert_eq!(up.dash, Dash::Solid, "the way up has no gap");
                assert_eq!(level[0].y.to_bits(), level[1].y.to_bits());
                assert_eq!(rise[0].x.to_bits(), rise[1].x.to_bits());
                assert_eq!(level[1], rise[0]);
            }
        }
        assert_eq!(levels, 2);
    }

    #[test]
    fn nothing_with_a_date_draws_nothing() {
        let spec = TimelineSpec::default();
        let chart = timeline(&spec, (300.0, 200.0), rough());
        assert!(chart.shapes.is_empty());
    }
}
