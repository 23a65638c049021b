//! Numbers of several rounds over their dates: a line each, with intervals and what is aimed at.
//! Rounds without a date stand evenly behind the others, and no line leads there.

use super::shape::{
    Anchor, Chart, Corners, Dash, Fill, Ink, MarkKind, Point, Shape, Stroke, TextMeasure, TextRole,
    fitted,
};

/// What is drawn. Days are whole numbers of any one calendar, values 0..=1.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CoursesSpec {
    /// The lines; later ones lie over earlier ones.
    pub lines: Vec<Course>,
    /// Where the lines are to lead.
    pub goals: Vec<Goal>,
    /// Texts under the chart; those that do not fit are left out from the end.
    pub ticks: Vec<(Moment, String)>,
}

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// Its colour.
    pub ink: Ink,
    /// Its marks.
    pub mark: MarkKind,
    /// How it is broken.
    pub dash: Dash,
    /// What it is called, at its end.
    pub label: String,
    /// Its points in order of time.
    pub points: Vec<CoursePoint>,
}

/// One round on a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CoursePoint {
    /// When.
    pub at: Moment,
    /// The number, 0..=1.
    pub value: f64,
    /// The ends of its 90 % interval, 0..=1, where there is one.
    pub interval: Option<(f64, f64)>,
}

/// What a line is to reach.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Goal {
    /// Place of its line.
    pub line: usize,
    /// Until when.
    pub at: Moment,
    /// The number, 0..=1.
    pub value: f64,
}

/// When something was, or in which place among what has no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Moment {
    /// On a day.
    Day(i32),
    /// Without a date: from 0.
    Undated(usize),
}

/// The share of the width that each place without a date takes, and that all of them take at most.
const UNDATED: (f32, f32) = (0.12, 0.5);
/// How far points of neighbouring lines on the same day stand apart, in logical points.
const DODGE: f32 = 5.0;

impl CoursesSpec {
    fn moments(&self) -> impl Iterator<Item = Moment> {
        let points = self.lines.iter().flat_map(|line| &line.points);
        let goals = self.goals.iter().map(|goal| goal.at);
        points.map(|point| point.at).chain(goals)
    }

    /// Whether there is nothing to draw.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.moments().next().is_none()
    }
}

/// Where everything stands, in logical points.
struct Plane {
    left: f32,
    /// Where the days end.
    until: f32,
    right: f32,
    top: f32,
    bottom: f32,
    days: Option<(i32, i32)>,
    undated: usize,
}

impl Plane {
    fn of(spec: &CoursesSpec, size: (f32, f32), measure: &dyn TextMeasure) -> Self {
        let mut days: Option<(i32, i32)> = None;
        let mut undated = 0;
        for moment in spec.moments() {
            match moment {
                Moment::Day(day) => {
                    let (low, high) = days.unwrap_or((day, day));
                    days = Some((low.min(day), high.max(day)));
                }
                Moment::Undated(place) => undated = undated.max(place + 1),
            }
        }
        let label = spec.lines.iter().map(|line| label_width(line, measure));
        let dates = spec.ticks.iter().filter_map(|(at, text)| match at {
            Moment::Day(_) => Some(measure.width(text, TextRole::Tick)),
            Moment::Undated(_) => None,
        });
        let half_date = dates.fold(0.0, f32::max) / 2.0;
        let left = (measure.width("100", TextRole::Tick) + 12.0).max(half_date + 2.0);
        let labels = label.fold(0.0, f32::max).min(size.0 * 0.28);
        let right = size.0 - (labels + 26.0).max(half_date + 2.0);
        let share = match days {
            Some(_) => (UNDATED.0 * undated as f32).min(UNDATED.1),
            None => 1.0,
        };
        Self {
            left,
            until: right - (right - left) * share,
            right,
            top: 10.0,
            bottom: size.1 - measure.height(TextRole::Tick) - 12.0,
            days,
            undated,
        }
    }

    fn x(&self, at: Moment) -> f32 {
        match at {
            Moment::Day(day) => {
                let (first, last) = self.days.unwrap_or((day, day));
                let span = f64::from(last) - f64::from(first);
                let share = if span > 0.0 {
                    (f64::from(day) - f64::from(first)) / span
                } else {
                    0.5
                };
                // Marks at both ends keep clear of the edges and of those beside each other.
                let inset = DODGE * 3.0;
                self.left + inset + (self.until - self.left - 2.0 * inset) * share as f32
            }
            Moment::Undated(place) => {
                let slot = self.slot();
                self.until + slot * (place as f32 + 0.5)
            }
        }
    }

    /// How wide a place without a date is.
    fn slot(&self) -> f32 {
        (self.right - self.until) / self.undated.max(1) as f32
    }

    fn y(&self, value: f64) -> f32 {
        self.bottom - (self.bottom - self.top) * value as f32
    }
}

fn label_width(line: &Course, measure: &dyn TextMeasure) -> f32 {
    measure.width(&line.label, TextRole::CaptionStrong)
}

/// Draws the lines into a size in logical points.
#[must_use]
pub fn courses(
    spec: &CoursesSpec,
    size: (f32, f32),
    description: Vec<String>,
    measure: &dyn TextMeasure,
) -> Chart {
    let mut chart = Chart {
        description,
        ..Chart::default()
    };
    if spec.is_empty() {
        return chart;
    }
    let plane = Plane::of(spec, size, measure);
    scale(&mut chart, &plane);
    ticks(&mut chart, spec, &plane, measure);
    for (place, line) in spec.lines.iter().enumerate() {
        let aside = DODGE * (place as f32 - (spec.lines.len() - 1) as f32 / 2.0);
        course(&mut chart, line, &plane, aside);
        let goals = spec.goals.iter().filter(|goal| goal.line == place);
        for goal in goals {
            aim(&mut chart, line, goal, &plane, aside);
        }
    }
    labels(&mut chart, spec, &plane, size.0, measure);
    chart
}

/// Lines at every 20 of 100, and where the days end.
fn scale(chart: &mut Chart, plane: &Plane) {
    for fifth in 0..=5_u8 {
        let y = plane.y(f64::from(fifth) / 5.0);
        let ends = (Point::new(plane.left, y), Point::new(plane.right, y));
        let line = Stroke::solid(Ink::Line, 1.0);
        chart.shapes.push(Shape::line(ends.0, ends.1, line));
        let at = Point::new(plane.left - 6.0, y);
        let number = (fifth * 20).to_string();
        let (role, ink) = (TextRole::Tick, Ink::TextSubdued);
        chart
            .shapes
            .push(Shape::text(at, Anchor::RIGHT, number, role, ink));
    }
    if plane.undated > 0 && plane.days.is_some() {
        let line = Stroke::solid(Ink::LineStrong, 1.2).broken(Dash::Dotted);
        let ends = (
            Point::new(plane.until, plane.top),
            Point::new(plane.until, plane.bottom),
        );
        chart.shapes.push(Shape::line(ends.0, ends.1, line));
    }
}

fn ticks(chart: &mut Chart, spec: &CoursesSpec, plane: &Plane, measure: &dyn TextMeasure) {
    let height = measure.height(TextRole::Tick);
    let y = plane.bottom + height / 2.0 + 10.0;
    let mut taken: Vec<Corners> = Vec::new();
    for (at, text) in &spec.ticks {
        let text = match at {
            Moment::Day(_) => text.clone(),
            Moment::Undated(_) => fitted(text, TextRole::Tick, plane.slot() - 6.0, measure),
        };
        let place = Point::new(plane.x(*at), y);
        let corners = Corners::around(place, measure.width(&text, TextRole::Tick) + 6.0, height);
        if taken.iter().any(|other| other.overlaps(&corners)) {
            continue;
        }
        taken.push(corners);
        let (role, ink) = (TextRole::Tick, Ink::TextSubdued);
        chart
            .shapes
            .push(Shape::text(place, Anchor::CENTRE, text, role, ink));
    }
}

fn course(chart: &mut Chart, line: &Course, plane: &Plane, aside: f32) {
    let place = |point: &CoursePoint| Point::new(plane.x(point.at) + aside, plane.y(point.value));
    for point in &line.points {
        if let Some((low, high)) = point.interval {
            let x = plane.x(point.at) + aside;
            let (low, high) = (plane.y(low), plane.y(high));
            let thin = Stroke::solid(line.ink, 1.6).faint(0.6);
            let mut whisker = |from, to| chart.shapes.push(Shape::line(from, to, thin));
            whisker(Point::new(x, low), Point::new(x, high));
            for y in [low, high] {
                whisker(Point::new(x - 3.0, y), Point::new(x + 3.0, y));
            }
        }
    }
    let dated = line.points.iter();
    let points: Vec<Point> = dated
        .filter(|point| matches!(point.at, Moment::Day(_)))
        .map(place)
        .collect();
    if points.len() > 1 {
        let stroke = Stroke::solid(line.ink, 2.2).broken(line.dash);
        chart.shapes.push(Shape::Line { points, stroke });
    }
    for point in &line.points {
        chart.shapes.push(Shape::Mark {
            centre: place(point),
            radius: 5.5,
            kind: line.mark,
            fill: Fill::Filled,
            ink: line.ink,
        });
    }
}

/// A hollow mark at what is aimed at, with a faint way there from the last round with a date.
fn aim(chart: &mut Chart, line: &Course, goal: &Goal, plane: &Plane, aside: f32) {
    let centre = Point::new(plane.x(goal.at) + aside, plane.y(goal.value));
    let dated = |point: &&CoursePoint| matches!(point.at, Moment::Day(_)) && point.at <= goal.at;
    if let (Moment::Day(_), Some(last)) = (goal.at, line.points.iter().rfind(dated)) {
        let from = Point::new(plane.x(last.at) + aside, plane.y(last.value));
        let stroke = Stroke::solid(line.ink, 1.2).broken(Dash::Dotted).faint(0.8);
        chart.shapes.push(Shape::line(from, centre, stroke));
    }
    chart.shapes.push(Shape::Mark {
        centre,
        radius: 6.5,
        kind: line.mark,
        fill: Fill::Hollow,
        ink: line.ink,
    });
}

/// Names at the ends of the lines, in the order of their last values, moved apart where they would
/// overlap.
fn labels(
    chart: &mut Chart,
    spec: &CoursesSpec,
    plane: &Plane,
    width: f32,
    measure: &dyn TextMeasure,
) {
    let height = measure.height(TextRole::CaptionStrong);
    let mut ends: Vec<(f32, &Course)> = spec
        .lines
        .iter()
        .filter_map(|line| Some((plane.y(line.points.last()?.value), line)))
        .collect();
    ends.sort_by(|one, two| one.0.total_cmp(&two.0));
    let mut free_from = 0.0_f32;
    for (y, _) in &mut ends {
        *y = y.max(free_from + height / 2.0);
        free_from = *y + height / 2.0;
    }
    let mut free_to = plane.bottom + height / 2.0;
    for (y, _) in ends.iter_mut().rev() {
        *y = y.min(free_to - height / 2.0);
        free_to = *y - height / 2.0;
    }
    for (y, line) in ends {
        chart.shapes.push(Shape::Mark {
            centre: Point::new(plane.right + 12.0, y),
            radius: 4.5,
            kind: line.mark,
            fill: Fill::Filled,
            ink: line.ink,
        });
        let role = TextRole::CaptionStrong;
        let text = fitted(&line.label, role, width - plane.right - 22.0, measure);
        let at = Point::new(plane.right + 21.0, y);
        chart
            .shapes
            .push(Shape::text(at, Anchor::LEFT, text, role, Ink::Text));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::shape::{RoughMeasure, assert_texts_fit};

    fn line(label: &str, points: &[(Moment, f64)]) -> Course {
        Course {
            ink: Ink::Series(0),
            mark: MarkKind::Circle,
            dash: Dash::Solid,
            label: label.into(),
            points: points
                .iter()
                .map(|(at, value)| CoursePoint {
                    at: *at,
                    value: *value,
                    interval: Some((value - 0.1, value + 0.1)),
                })
                .collect(),
        }
    }

    fn spec(lines: Vec<Course>) -> CoursesSpec {
        let ticks = [0, 10, 200]
            .map(|day| (Moment::Day(day), "2026-03-12".to_owned()))
            .into_iter()
            .chain([(Moment::Undated(0), "A round with a long name".to_owned())]);
        CoursesSpec {
            goals: vec![Goal {
                line: 0,
                at: Moment::Day(200),
                value: 0.9,
            }],
            ticks: ticks.collect(),
            lines,
        }
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
            let chart = courses(&spec, size, Vec::new(), &RoughMeasure);
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
        let chart = courses(&spec, (800.0, 300.0), Vec::new(), &RoughMeasure);
        let own = |shape: &Shape| match shape {
            Shape::Line { points, stroke } if stroke.ink == Ink::Series(0) && points.len() > 2 => {
                Some(points.len())
            }
            _ => None,
        };
        assert_eq!(chart.shapes.iter().find_map(own), Some(3));
    }

    #[test]
    fn one_day_and_no_day_at_all_are_drawn_too() {
        for at in [Moment::Day(5), Moment::Undated(0)] {
            let spec = CoursesSpec {
                lines: vec![line("R", &[(at, 0.5)])],
                ..CoursesSpec::default()
            };
            let plane = Plane::of(&spec, (400.0, 200.0), &RoughMeasure);
            let x = plane.x(at);
            assert!((plane.left..=plane.right).contains(&x), "{at:?} at {x}");
        }
        let nothing = courses(
            &CoursesSpec::default(),
            (300.0, 200.0),
            Vec::new(),
            &RoughMeasure,
        );
        assert!(nothing.shapes.is_empty());
    }
}
