//! A chart, and the shapes it is drawn of.

use super::{
    geometry::{Corners, Point},
    look::{Fill, Ink, MarkKind, Stroke},
    text::{Place, TextMeasure, TextRole},
};
use crate::model::Factor;

/// One thing to draw. Later shapes lie over earlier ones.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A line through points.
    Line {
        /// At least two points.
        points: Vec<Point>,
        /// Its look.
        stroke: Stroke,
    },
    /// A star-shaped area: triangles from the centre to each pair of neighbours on the rim, the
    /// last joined to the first.
    Fan {
        /// The centre.
        centre: Point,
        /// The rim, in order.
        rim: Vec<Point>,
        /// Colour.
        ink: Ink,
        /// 0..=1.
        opacity: f32,
    },
    /// A filled rectangle.
    Bar {
        /// Where.
        corners: Corners,
        /// Corner radius in logical points.
        radius: f32,
        /// Colour.
        ink: Ink,
        /// 0..=1.
        opacity: f32,
    },
    /// A mark of a shape.
    Mark {
        /// Its centre.
        centre: Point,
        /// Half its width.
        radius: f32,
        /// Its shape.
        kind: MarkKind,
        /// Filled or hollow.
        fill: Fill,
        /// Colour.
        ink: Ink,
    },
    /// A text on one line.
    Text {
        /// Where it stands.
        at: Point,
        /// Which part of it stands there.
        anchor: Place,
        /// The text.
        text: String,
        /// Size and weight.
        role: TextRole,
        /// Colour.
        ink: Ink,
    },
}

impl Shape {
    /// The same in another size; a text stays as it is, since its letters have sizes of their own.
    #[must_use]
    pub fn scaled(&self, by: f32) -> Self {
        let place = |point: &Point| Point::new(point.x * by, point.y * by);
        let mut scaled = self.clone();
        match &mut scaled {
            Self::Line { points, stroke } => {
                *points = points.iter().map(place).collect();
                stroke.width *= by;
            }
            Self::Fan { centre, rim, .. } => {
                *centre = place(centre);
                *rim = rim.iter().map(place).collect();
            }
            Self::Bar {
                corners, radius, ..
            } => {
                (corners.min, corners.max) = (place(&corners.min), place(&corners.max));
                *radius *= by;
            }
            Self::Mark { centre, radius, .. } => {
                *centre = place(centre);
                *radius *= by;
            }
            Self::Text { .. } => {}
        }
        scaled
    }
}

/// A place of a chart that stands for a factor (or two) and can be asked about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Target {
    /// Where.
    pub corners: Corners,
    /// The factor.
    pub factor: Factor,
    /// The factor it is crossed with, in a matrix.
    pub other: Option<Factor>,
}

/// A chart, ready to be drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chart {
    /// What to draw, bottom first.
    pub shapes: Vec<Shape>,
    /// What can be asked about.
    pub targets: Vec<Target>,
    /// The chart's numbers in words, for those who do not see it: a line each.
    pub description: Vec<String>,
}

/// An empty chart with its numbers in words, and the measure of the medium it is for.
pub struct Canvas<'a> {
    pub(in crate::chart) chart: Chart,
    pub(in crate::chart) measure: &'a dyn TextMeasure,
}

impl<'a> Canvas<'a> {
    /// A canvas for a chart with this [description](Chart::description).
    #[must_use]
    pub fn new(description: Vec<String>, measure: &'a dyn TextMeasure) -> Self {
        let chart = Chart {
            description,
            ..Chart::default()
        };
        Self { chart, measure }
    }
}

impl Chart {
    /// Draws a straight line.
    pub fn line(&mut self, from: impl Into<Point>, to: impl Into<Point>, stroke: Stroke) {
        self.path(vec![from.into(), to.into()], stroke);
    }

    /// Draws a line through points.
    pub fn path(&mut self, points: Vec<Point>, stroke: Stroke) {
        self.shapes.push(Shape::Line { points, stroke });
    }

    /// Draws a line from the last of some points to the first and on through all.
    pub fn closed_path(&mut self, mut points: Vec<Point>, stroke: Stroke) {
        points.extend(points.first().copied());
        self.path(points, stroke);
    }

    /// Draws a filled rectangle.
    pub fn bar(&mut self, corners: Corners, radius: f32, ink: Ink, opacity: f32) {
        self.shapes.push(Shape::Bar {
            corners,
            radius,
            ink,
            opacity,
        });
    }

    /// Draws a mark of a shape and colour.
    pub fn mark(
        &mut self,
        centre: impl Into<Point>,
        radius: f32,
        (kind, ink): (MarkKind, Ink),
        fill: Fill,
    ) {
        self.shapes.push(Shape::Mark {
            centre: centre.into(),
            radius,
            kind,
            fill,
            ink,
        });
    }

    /// Writes a text.
    pub fn text(
        &mut self,
        at: impl Into<Point>,
        anchor: Place,
        text: impl Into<String>,
        role: TextRole,
        ink: Ink,
    ) {
        self.shapes.push(Shape::Text {
            at: at.into(),
            anchor,
            text: text.into(),
            role,
            ink,
        });
    }

    /// Writes a small text that steps back: a number of a scale, a date.
    pub fn tick(&mut self, at: impl Into<Point>, anchor: Place, text: impl Into<String>) {
        self.text(at, anchor, text, TextRole::Tick, Ink::TextSubdued);
    }

    /// Lets a factor be asked about at a place, or two that are crossed there.
    pub fn target(&mut self, corners: Corners, factor: Factor, other: Option<Factor>) {
        self.targets.push(Target {
            corners,
            factor,
            other,
        });
    }
}
