//! Numbers of several rounds over their dates: a line each, with intervals and what is aimed at.
//! Rounds without a date stand evenly behind the others, and no line leads there.

use super::{
    labels::move_apart, prelude::*, scale::Scale, series::SeriesLook, time_plot::TimePlot,
};

/// What is drawn. Days are whole numbers of any one calendar, values 0..=1.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TrendSpec {
    /// The lines; later ones lie over earlier ones.
    pub lines: Vec<TrendLine>,
    /// Texts under the chart; those that do not fit are left out from the end.
    pub ticks: Vec<(Moment, String)>,
}

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendLine {
    /// Its colour, its marks, how it is broken.
    pub look: SeriesLook,
    /// What it is called, at its end.
    pub label: String,
    /// Its points in order of time.
    pub points: Vec<TrendPoint>,
    /// What it is to reach, and until when.
    pub goal: Option<(Moment, f64)>,
}

/// One round on a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TrendPoint {
    /// When.
    pub at: Moment,
    /// The number, 0..=1.
    pub value: f64,
    /// The ends of its 90 % interval, 0..=1, where there is one.
    pub interval: Option<(f64, f64)>,
}

/// When something was, or in which place among what has no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Moment {
    /// On a day.
    Day(i32),
    /// Without a date: from 0.
    Undated(usize),
}

impl Moment {
    const fn is_dated(self) -> bool {
        matches!(self, Self::Day(_))
    }
}

/// The share of the width that each place without a date takes, and that all of them take at most.
const UNDATED: (f32, f32) = (0.12, 0.5);
/// How far points of neighbouring lines on the same day stand apart, in logical points.
const DODGE: f32 = 5.0;

impl TrendSpec {
    fn moments(&self) -> impl Iterator<Item = Moment> {
        let goals = self.lines.iter().filter_map(|line| line.goal);
        let points = self.lines.iter().flat_map(|line| &line.points);
        points.map(|point| point.at).chain(goals.map(|goal| goal.0))
    }

    /// Whether there is nothing to draw.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.moments().next().is_none()
    }
}

/// Where everything stands, in logical points.
struct Plane<'m> {
    plot: TimePlot<'m>,
    days: Scale,
    /// Where the days end.
    until: f32,
    /// How wide a place without a date is.
    slot: f32,
}

impl<'m> Plane<'m> {
    fn of(spec: &TrendSpec, size: (f32, f32), measure: &'m dyn TextMeasure) -> Self {
        let mut days: Vec<i32> = Vec::new();
        let mut undated = 0;
        for moment in spec.moments() {
            match moment {
                Moment::Day(day) => days.push(day),
                Moment::Undated(place) => undated = undated.max(place + 1),
            }
        }
        let labels = spec.lines.iter().map(|line| line.label.as_str());
        let labels = widest(labels, TextRole::CaptionStrong, measure).min(size.0 * 0.28);
        let dates = spec.ticks.iter().filter(|(at, _)| at.is_dated());
        let date = widest(
            dates.map(|(_, text)| text.as_str()),
            TextRole::Tick,
            measure,
        );
        let plot = TimePlot::new(size, (12.0, labels + 26.0), date, measure);
        let share = if days.is_empty() {
            1.0
        } else {
            (UNDATED.0 * undated as f32).min(UNDATED.1)
        };
        let until = plot.right - (plot.right - plot.left) * share;
        // Marks at both ends keep clear of the edges and of those beside each other.
        let inset = DODGE * 3.0;
        days.sort_unstable();
        let [first, last] =
            [days.first(), days.last()].map(|day| day.copied().map_or(0.0, f64::from));
        // One day alone stands in the middle.
        let aside = if first < last { 0.0 } else { 1.0 };
        Self {
            days: Scale::shares(plot.left + inset, until - plot.left - 2.0 * inset)
                .over(first - aside, last + aside),
            until,
            slot: (plot.right - until) / undated.max(1) as f32,
            plot,
        }
    }

    fn x(&self, at: Moment) -> f32 {
        match at {
            Moment::Day(day) => self.days.at(day.into()),
            Moment::Undated(place) => self.until + self.slot * (place as f32 + 0.5),
        }
    }

    fn at(&self, at: Moment, value: f64, aside: f32) -> Point {
        Point::new(self.x(at) + aside, self.plot.y.at(value))
    }
}

/// Draws the lines into a size in logical points.
#[must_use]
pub fn trend_chart(spec: &TrendSpec, size: (f32, f32), canvas: Canvas<'_>) -> Chart {
    let Canvas { mut chart, measure } = canvas;
    if spec.is_empty() {
        return chart;
    }
    let plane = Plane::of(spec, size, measure);
    plane.plot.grid(&mut chart);
    if spec.moments().any(Moment::is_dated) && !spec.moments().all(Moment::is_dated) {
        let line = Stroke::solid(Ink::LineStrong, 1.2).broken(Dash::Dotted);
        plane.plot.upright(&mut chart, plane.until, line);
    }
    let ticks = spec.ticks.iter().map(|(at, text)| {
        let text = match at {
            Moment::Day(_) => text.clone(),
            Moment::Undated(_) => fitted(text, TextRole::Tick, plane.slot - 6.0, measure),
        };
        (plane.x(*at), text)
    });
    plane.plot.dates(&mut chart, ticks, 6.0);
    for (place, line) in spec.lines.iter().enumerate() {
        let aside = DODGE * (place as f32 - (spec.lines.len() - 1) as f32 / 2.0);
        draw_line(&mut chart, line, &plane, aside);
        draw_goal(&mut chart, line, &plane, aside);
    }
    labels(&mut chart, spec, &plane, size.0);
    chart
}

fn draw_line(chart: &mut Chart, line: &TrendLine, plane: &Plane<'_>, aside: f32) {
    let place = |point: &TrendPoint| plane.at(point.at, point.value, aside);
    let thin = Stroke::solid(line.look.ink, 1.6).faint(0.6);
    for point in &line.points {
        if let Some((low, high)) = point.interval {
            let ends = [low, high].map(|end| plane.at(point.at, end, aside));
            chart.line(ends[0], ends[1], thin);
            for Point { x, y } in ends {
                chart.line((x - 3.0, y), (x + 3.0, y), thin);
            }
        }
    }
    let dated = line.points.iter().filter(|point| point.at.is_dated());
    let dated: Vec<Point> = dated.map(place).collect();
    if dated.len() > 1 {
        chart.path(dated, line.look.stroke(2.2));
    }
    for point in &line.points {
        chart.mark(place(point), 5.5, line.look.mark_look(), Fill::Filled);
    }
}

/// A hollow mark at what is aimed at, with a faint way there from the last round with a date.
fn draw_goal(chart: &mut Chart, line: &TrendLine, plane: &Plane<'_>, aside: f32) {
    let Some((due, value)) = line.goal else {
        return;
    };
    let centre = plane.at(due, value, aside);
    let before = |point: &&TrendPoint| point.at.is_dated() && point.at <= due;
    let last = line.points.iter().rfind(before);
    if let Some(last) = last.filter(|_| due.is_dated()) {
        let stroke = Stroke::solid(line.look.ink, 1.2).broken(Dash::Dotted);
        let from = plane.at(last.at, last.value, aside);
        chart.line(from, centre, stroke.faint(0.8));
    }
    chart.mark(centre, 6.5, line.look.mark_look(), Fill::Hollow);
}

/// Names at the ends of the lines, in the order of their last values, moved apart where they would
/// overlap.
fn labels(chart: &mut Chart, spec: &TrendSpec, plane: &Plane<'_>, width: f32) {
    let measure = plane.plot.measure;
    let role = TextRole::CaptionStrong;
    let half = measure.height(role) / 2.0;
    let ends = spec.lines.iter();
    let mut ends: Vec<(f32, &TrendLine)> = ends
        .filter_map(|line| Some((plane.plot.y.at(line.points.last()?.value), line)))
        .collect();
    ends.sort_by(|one, two| one.0.total_cmp(&two.0));
    let mut places: Vec<f32> = ends.iter().map(|(y, _)| *y).collect();
    let extents = vec![(half, half); places.len()];
    move_apart(&mut places, &extents, plane.plot.bottom + half);
    let right = plane.plot.right;
    for (y, (_, line)) in places.into_iter().zip(ends) {
        chart.mark((right + 12.0, y), 4.5, line.look.mark_look(), Fill::Filled);
        let text = fitted(&line.label, role, width - right - 22.0, measure);
        chart.text((right + 21.0, y), Place::Start, text, role, Ink::Text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{
        series_look,
        testing::{RoughMeasure, assert_texts_fit, lines_of, rough},
    };

    fn line(label: &str, points: &[(Moment, f64)]) -> TrendLine {
        let point = |(at, value): &(Moment, f64)| TrendPoint {
            at: *at,
            value: *value,
            interval: Some((value - 0.1, value + 0.1)),
        };
        TrendLine {
            look: series_look(0),
            label: label.into(),
            points: points.iter().map(point).collect(),
            goal: None,
        }
    }

    fn spec(mut lines: Vec<TrendLine>) -> TrendSpec {
        let date = |day| (Moment::Day(day), "2026-03-12".to_owned());
        let round = (Moment::Undated(0), "A round with a long name".to_owned());
        lines[0].goal = Some((Moment::Day(200), 0.9));
        let ticks = vec![date(0), date(10), date(200), round];
        TrendSpec { lines, ticks }
    }

    #[test]
    fn texts_fit_with_six_lines_that_end_alike() {
        let points = [
            (Moment::Day(0), 0.5),
            (Moment::Day(10), 0.6),
            (Moment::Undated(0), 0.6),
        ];
        let lines = (0..6).map(|_| line("An enterprise with a long name", &points));
        let spec = spec(lines.collect());
        for size in [(420.0, 260.0), (600.0, 300.0), (1000.0, 360.0)] {
            let chart = trend_chart(&spec, size, rough());
            assert_texts_fit(&chart, size);
        }
    }

    #[test]
    fn time_runs_to_the_right_and_what_has_no_date_stands_behind_it_evenly_and_unjoined() {
        let points = [
            (Moment::Day(0), 0.1),
            (Moment::Day(100), 0.2),
            (Moment::Day(200), 0.3),
            (Moment::Undated(0), 0.4),
            (Moment::Undated(1), 0.5),
        ];
        let spec = spec(vec![line("R", &points)]);
        let plane = Plane::of(&spec, (800.0, 300.0), &RoughMeasure);
        let x = points.map(|(at, _)| plane.x(at));
        assert!(x.windows(2).all(|pair| pair[0] < pair[1]));
        assert!((x[1] - x[0] - (x[2] - x[1])).abs() < 0.01, "a true scale");
        assert!(x[2] < plane.until && plane.until < x[3]);
        let chart = trend_chart(&spec, (800.0, 300.0), rough());
        let lines = lines_of(&chart, series_look(0).ink);
        let joined = lines.iter().map(Vec::len).max();
        assert_eq!(joined, Some(3));
    }

    #[test]
    fn one_day_and_no_day_at_all_are_drawn_too() {
        for at in [Moment::Day(5), Moment::Undated(0)] {
            let spec = TrendSpec {
                lines: vec![line("R", &[(at, 0.5)])],
                ..TrendSpec::default()
            };
            let plane = Plane::of(&spec, (400.0, 200.0), &RoughMeasure);
            let (x, plot) = (plane.x(at), plane.plot);
            assert!(x >= plot.left && x <= plot.right, "{at:?} at {x}");
        }
        let nothing = TrendSpec::default();
        let nothing = trend_chart(&nothing, (300.0, 200.0), rough());
        assert!(nothing.shapes.is_empty());
    }
}
