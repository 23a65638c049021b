//! How up to six series are told apart: by colour, by mark and by dash, each of which is enough.

use super::shape::{Dash, Fill, Ink, MarkKind, Point, Shape, Stroke};

/// How a series looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeriesLook {
    /// Its colour.
    pub ink: Ink,
    /// Its mark.
    pub mark: MarkKind,
    /// How its line is broken.
    pub dash: Dash,
}

/// The look of a series; the seventh looks like the first.
#[must_use]
pub const fn series_look(series: u8) -> SeriesLook {
    let (mark, dash) = match series % 6 {
        // Circle, square and diamond stand for the sides and for resonance everywhere, so they come last.
        0 => (MarkKind::Triangle, Dash::Solid),
        1 => (MarkKind::TriangleDown, Dash::Dashed),
        2 => (MarkKind::Cross, Dash::DashDotted),
        3 => (MarkKind::Diamond, Dash::Dotted),
        4 => (MarkKind::Circle, Dash::LongDashed),
        _ => (MarkKind::Square, Dash::DashTwiceDotted),
    };
    SeriesLook {
        ink: Ink::Series(series % 6),
        mark,
        dash,
    }
}

/// A piece of a series' line with its mark in the middle, as in a legend.
#[must_use]
pub fn swatch(series: u8, size: (f32, f32)) -> Vec<Shape> {
    let look = series_look(series);
    let middle = size.1 / 2.0;
    let stroke = Stroke::solid(look.ink, 2.2).broken(look.dash);
    vec![
        Shape::line(Point::new(0.0, middle), Point::new(size.0, middle), stroke),
        Shape::Mark {
            centre: Point::new(size.0 / 2.0, middle),
            radius: 5.0,
            kind: look.mark,
            fill: Fill::Filled,
            ink: look.ink,
        },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_series_differ_in_each_of_colour_mark_and_dash() {
        for one in 0..6 {
            for two in 0..one {
                let (one, two) = (series_look(one), series_look(two));
                assert_ne!(one.ink, two.ink);
                assert_ne!(one.mark, two.mark);
                assert_ne!(one.dash, two.dash);
            }
        }
    }
}
