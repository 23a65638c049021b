//! How up to six series are told apart: by colour, by mark and by dash, each of which is enough.

use super::prelude::*;

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

impl SeriesLook {
    /// Its line.
    pub(super) const fn stroke(self, width: f32) -> Stroke {
        Stroke::solid(self.ink, width).broken(self.dash)
    }

    /// Its mark with its ink.
    pub(super) const fn mark_look(self) -> (MarkKind, Ink) {
        (self.mark, self.ink)
    }
}

/// A piece of a series' line with its mark in the middle, as in a legend.
#[must_use]
pub fn swatch(series: u8, size: (f32, f32)) -> Vec<Shape> {
    let (look, middle) = (series_look(series), size.1 / 2.0);
    let mut chart = Chart::default();
    chart.line((0.0, middle), (size.0, middle), look.stroke(2.2));
    chart.mark((size.0 / 2.0, middle), 5.0, look.mark_look(), Fill::Filled);
    chart.shapes
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
