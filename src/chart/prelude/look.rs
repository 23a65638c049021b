//! How lines and marks look.

use super::geometry::Point;
use crate::model::Side;

/// What a colour is for; a theme says which colour that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are those of the theme's tokens")]
pub enum Ink {
    Supply,
    Demand,
    Resonance,
    Line,
    LineStrong,
    TextStrong,
    Text,
    TextSubdued,
    Series(u8),
}

/// How a line is broken, so that lines differ without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Dash {
    Solid,
    Dashed,
    Dotted,
    LongDashed,
    DashDotted,
    DashTwiceDotted,
}

impl Dash {
    /// The lengths of dashes and of the gaps behind them by turns, of a line two points wide; none of an unbroken line.
    #[must_use]
    pub const fn lengths(self) -> &'static [f32] {
        match self {
            Self::Solid => &[],
            Self::Dashed => &[7.0, 4.0],
            Self::Dotted => &[2.0, 4.0],
            Self::LongDashed => &[14.0, 5.0],
            Self::DashDotted => &[9.0, 4.0, 2.0, 4.0],
            Self::DashTwiceDotted => &[9.0, 4.0, 2.0, 4.0, 2.0, 4.0],
        }
    }
}

/// A line's look.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Colour.
    pub ink: Ink,
    /// Width in logical points.
    pub width: f32,
    /// How it is broken.
    pub dash: Dash,
    /// 0..=1.
    pub opacity: f32,
}

impl Stroke {
    /// An unbroken line.
    #[must_use]
    pub const fn solid(ink: Ink, width: f32) -> Self {
        let (dash, opacity) = (Dash::Solid, 1.0);
        Self {
            ink,
            width,
            dash,
            opacity,
        }
    }

    /// The same line, seen through.
    #[must_use]
    pub const fn faint(self, opacity: f32) -> Self {
        Self { opacity, ..self }
    }

    /// The same line, broken.
    #[must_use]
    pub const fn broken(self, dash: Dash) -> Self {
        Self { dash, ..self }
    }
}

/// The shape of a mark, so that marks differ without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum MarkKind {
    Circle,
    Square,
    Diamond,
    Cross,
    Triangle,
    TriangleDown,
}

impl MarkKind {
    /// The corners of a mark of radius 1 about its centre, so that all look equally large; none of a circle. Of a
    /// cross they are the ends of its two lines.
    #[must_use]
    pub fn corners(self) -> Vec<Point> {
        let (half, corners): (f32, &[(f32, f32)]) = match self {
            Self::Circle => (1.0, &[]),
            Self::Square => (0.9, &[(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)]),
            Self::Diamond => (1.15, &[(0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)]),
            Self::Triangle => (1.15, &[(0.0, -1.0), (1.0, 0.8), (-1.0, 0.8)]),
            Self::TriangleDown => (1.15, &[(0.0, 1.0), (1.0, -0.8), (-1.0, -0.8)]),
            Self::Cross => (0.8, &[(-1.0, -1.0), (1.0, 1.0), (-1.0, 1.0), (1.0, -1.0)]),
        };
        let corners = corners.iter();
        corners
            .map(|(x, y)| Point::new(half * x, half * y))
            .collect()
    }
}

/// Whether a mark is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Fill {
    Filled,
    Hollow,
}

/// The ink of a side.
#[must_use]
pub const fn side_ink(side: Side) -> Ink {
    match side {
        Side::Supply => Ink::Supply,
        Side::Demand => Ink::Demand,
    }
}

/// The mark of a side.
#[must_use]
pub const fn side_mark(side: Side) -> MarkKind {
    match side {
        Side::Supply => MarkKind::Circle,
        Side::Demand => MarkKind::Square,
    }
}

/// The mark of a side with its ink.
pub(in crate::chart) const fn side_look(side: Side) -> (MarkKind, Ink) {
    (side_mark(side), side_ink(side))
}
