//! Where the values of a scale lie.

use super::shape::{Anchor, Chart, Ink, Stroke, TextMeasure, TextRole};

/// A straight scale, from values to logical points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    start: f32,
    length: f32,
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

    /// The same place for the values from one to another, which must differ.
    pub const fn over(self, low: f64, high: f64) -> Self {
        Self { low, high, ..self }
    }

    /// Where a value stands.
    pub fn at(&self, value: f64) -> f32 {
        self.start + self.length * ((value - self.low) / (self.high - self.low)) as f32
    }

    /// Upright lines at some shares with their numbers in hundredths below, every other one where they
    /// would crowd; `bottom` is where the lines end. Gives where the numbers end.
    pub fn hundreds(
        &self,
        chart: &mut Chart,
        shares: &[f64],
        bottom: f32,
        off: f32,
        measure: &dyn TextMeasure,
    ) -> f32 {
        let line = measure.height(TextRole::Tick);
        let room = self.length / (shares.len() as f32 - 1.0).max(1.0);
        for (step, share) in shares.iter().enumerate() {
            let x = self.at(*share);
            chart.line((x, 0.0), (x, bottom), Stroke::solid(Ink::Line, 1.0));
            if room > 28.0 || step % 2 == 0 {
                let at = (x, bottom + line / 2.0 + off);
                chart.tick(at, Anchor::CENTRE, format!("{:.0}", share * 100.0));
            }
        }
        bottom + line + 2.0 * off
    }

    /// Upright lines at the quarters of a scale of shares; its middle stands out a little.
    pub fn quarters(&self, chart: &mut Chart, top: f32, bottom: f32) {
        for (quarter, ink) in [Ink::Line, Ink::Line, Ink::LineStrong, Ink::Line, Ink::Line]
            .into_iter()
            .enumerate()
        {
            let x = self.at(quarter as f64 / 4.0);
            chart.line((x, top), (x, bottom), Stroke::solid(ink, 1.0));
        }
    }
}

/// The shares 0, 0.2 ... 1.
pub(super) const FIFTHS: [f64; 6] = [0.0, 0.2, 0.4, 0.6, 0.8, 1.0];
