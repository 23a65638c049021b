//! The shapes of pages as paths: what PDF and SVG paint alike.

use crate::chart::{Corners, Fill, Ink, MarkKind, Point, Shape, Stroke};

/// A step of a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    Move(Point),
    Line(Point),
    Curve(Point, Point, Point),
    Close,
}

/// A colour of a page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Colour {
    Ink(Ink),
    /// That of the paper.
    Paper,
}

/// A line along a path.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    pub colour: Colour,
    pub width: f32,
    pub opacity: f32,
    /// Lengths of dashes and gaps by turns; empty for an unbroken line.
    pub dashes: Vec<f32>,
}

/// A path, filled, lined, or both.
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    pub steps: Vec<Step>,
    pub fill: Option<(Colour, f32)>,
    pub edge: Option<Edge>,
}

/// What a shape is painted of; nothing for a text.
pub fn outlines(shape: &Shape) -> Vec<Outline> {
    match shape {
        Shape::Line { points, stroke } => vec![Outline {
            steps: polyline(points, false),
            fill: None,
            edge: Some(edge(stroke)),
        }],
        Shape::Fan {
            centre,
            rim,
            ink,
            opacity,
        } => {
            // Of two points the fan is a triangle with the centre; of more the rim goes round it.
            let mut points = rim.clone();
            if points.len() < 3 {
                points.push(*centre);
            }
            vec![Outline {
                steps: polyline(&points, true),
                fill: Some((Colour::Ink(*ink), *opacity)),
                edge: None,
            }]
        }
        Shape::Bar {
            corners,
            radius,
            ink,
            opacity,
        } => vec![Outline {
            steps: rounded(*corners, *radius),
            fill: Some((Colour::Ink(*ink), *opacity)),
            edge: None,
        }],
        Shape::Mark {
            centre,
            radius,
            kind,
            fill,
            ink,
        } => mark(*centre, *radius, *kind, *fill, *ink),
        Shape::Text { .. } => Vec::new(),
    }
}

fn edge(stroke: &Stroke) -> Edge {
    // The lengths on screen are those of a line two points wide.
    let unit = (stroke.width / 2.0).clamp(0.4, 2.0);
    Edge {
        colour: Colour::Ink(stroke.ink),
        width: stroke.width,
        opacity: stroke.opacity,
        dashes: stroke
            .dash
            .lengths()
            .iter()
            .map(|length| length * unit)
            .collect(),
    }
}

fn mark(centre: Point, radius: f32, kind: MarkKind, fill: Fill, ink: Ink) -> Vec<Outline> {
    let (inside, around) = match fill {
        Fill::Filled => (Colour::Ink(ink), Colour::Paper),
        Fill::Hollow => (Colour::Paper, Colour::Ink(ink)),
    };
    let corners = kind.corners().into_iter();
    let place =
        |corner: Point| Point::new(centre.x + radius * corner.x, centre.y + radius * corner.y);
    let points: Vec<Point> = corners.map(place).collect();
    let line = |colour, width| Edge {
        colour,
        width,
        opacity: 1.0,
        dashes: Vec::new(),
    };
    if kind == MarkKind::Cross {
        let strokes = points.chunks_exact(2).map(|ends| Outline {
            steps: polyline(ends, false),
            fill: None,
            edge: Some(line(Colour::Ink(ink), radius * 0.4)),
        });
        return strokes.collect();
    }
    let steps = if kind == MarkKind::Circle {
        let corners = Corners::around(centre, 2.0 * radius, 2.0 * radius);
        rounded(corners, radius)
    } else {
        polyline(&points, true)
    };
    vec![Outline {
        steps,
        fill: Some((inside, 1.0)),
        edge: Some(line(around, radius * 0.25)),
    }]
}

fn polyline(points: &[Point], closed: bool) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::with_capacity(points.len() + 1);
    for point in points {
        steps.push(if steps.is_empty() {
            Step::Move(*point)
        } else {
            Step::Line(*point)
        });
    }
    if closed && !steps.is_empty() {
        steps.push(Step::Close);
    }
    steps
}

/// A rectangle with round corners; a circle, if they are as round as can be.
fn rounded(Corners { min, max }: Corners, radius: f32) -> Vec<Step> {
    let radius = radius
        .min((max.x - min.x) / 2.0)
        .min((max.y - min.y) / 2.0)
        .max(0.0);
    let at = Point::new;
    if radius == 0.0 {
        let corners = [min, at(max.x, min.y), max, at(min.x, max.y)];
        return polyline(&corners, true);
    }
    // How far the handles of a curve stand from the corner, so that it is a quarter of a circle.
    let off = radius * (1.0 - 0.552_285);
    vec![
        Step::Move(at(min.x + radius, min.y)),
        Step::Line(at(max.x - radius, min.y)),
        Step::Curve(
            at(max.x - off, min.y),
            at(max.x, min.y + off),
            at(max.x, min.y + radius),
        ),
        Step::Line(at(max.x, max.y - radius)),
        Step::Curve(
            at(max.x, max.y - off),
            at(max.x - off, max.y),
            at(max.x - radius, max.y),
        ),
        Step::Line(at(min.x + radius, max.y)),
        Step::Curve(
            at(min.x + off, max.y),
            at(min.x, max.y - off),
            at(min.x, max.y - radius),
        ),
        Step::Line(at(min.x, min.y + radius)),
        Step::Curve(
            at(min.x, min.y + off),
            at(min.x + off, min.y),
            at(min.x + radius, min.y),
        ),
        Step::Close,
    ]
}
