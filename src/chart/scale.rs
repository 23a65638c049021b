//! Where the values of a scale lie.

use super::prelude::*;

/// A straight scale, from values to logical points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    start: f32,
    pub length: f32,
    low: f64,
    high: f64,
}

impl Scale {
    /// A scale from 0 at a place to 1 a length from there, which may be less than 0.
    pub const fn shares(start: f32, length: f32) -> Self {
        let (low, high) = (0.0, 1.0);
        Self {
            start,
            length,
            low,
            high,
        }
    }

    /// A scale of shares between two places, never so short that it is not seen.
    pub fn between(left: f32, right: f32) -> Self {
        Self::shares(left, (right - left).max(20.0))
    }

    /// The same place for the values from one to another, which must differ.
    pub const fn over(self, low: f64, high: f64) -> Self {
        Self { low, high, ..self }
    }

    /// Where a value stands.
    pub fn at(&self, value: f64) -> f32 {
        self.start + self.length * ((value - self.low) / (self.high - self.low)) as f32
    }

    /// Upright lines at the quarters of a scale of shares; its middle stands out a little.
    pub fn quarters(&self, chart: &mut Chart, top: f32, bottom: f32) {
        let inks = [Ink::Line, Ink::Line, Ink::LineStrong, Ink::Line, Ink::Line];
        for (quarter, ink) in inks.into_iter().enumerate() {
            let x = self.at(quarter as f64 / 4.0);
            chart.line((x, top), (x, bottom), Stroke::solid(ink, 1.0));
        }
    }
}

/// The shares 0, 0.2 ... 1.
pub(super) const FIFTHS: [f64; 6] = [0.0, 0.2, 0.4, 0.6, 0.8, 1.0];
