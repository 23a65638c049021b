//! What charts over time share: shares of 100 upward, dates along the bottom.

use super::{
    prelude::*,
    scale::{FIFTHS, Scale},
};

/// Where the plot lies in its chart, in logical points.
pub(super) struct TimePlot<'m> {
    pub left: f32,
    pub right: f32,
    pub top: f32,
    pub bottom: f32,
    /// Where shares stand, 0..=1.
    pub y: Scale,
    pub measure: &'m dyn TextMeasure,
}

impl<'m> TimePlot<'m> {
    /// The plot in a size that leaves as much free before the numbers and behind itself, and half a date
    /// of the widest on both sides.
    pub fn new(
        size: (f32, f32),
        (before, behind): (f32, f32),
        widest_date: f32,
        measure: &'m dyn TextMeasure,
    ) -> Self {
        let half = widest_date / 2.0 + 2.0;
        let (top, bottom) = (10.0, size.1 - measure.height(TextRole::Tick) - 12.0);
        Self {
            left: (measure.width("100", TextRole::Tick) + before).max(half),
            right: size.0 - behind.max(half),
            top,
            bottom,
            y: Scale::shares(bottom, top - bottom),
            measure,
        }
    }

    /// Lines at every 20 of 100, with their numbers.
    pub fn grid(&self, chart: &mut Chart) {
        for share in FIFTHS {
            let y = self.y.at(share);
            let line = Stroke::solid(Ink::Line, 1.0);
            chart.line((self.left, y), (self.right, y), line);
            let number = format!("{:.0}", share * 100.0);
            chart.tick((self.left - 6.0, y), Place::End, number);
        }
    }

    /// Draws an upright line through the plot.
    pub fn upright(&self, chart: &mut Chart, x: f32, stroke: Stroke) {
        chart.line((x, self.top), (x, self.bottom), stroke);
    }

    /// Writes dates along the bottom, at least `apart` from one another: those that would lie over one
    /// before are left out.
    pub fn dates(&self, chart: &mut Chart, dates: impl Iterator<Item = (f32, String)>, apart: f32) {
        let height = self.measure.height(TextRole::Tick);
        let y = self.bottom + height / 2.0 + 10.0;
        let mut taken: Vec<Corners> = Vec::new();
        for (x, date) in dates {
            let at = Point::new(x, y);
            let width = self.measure.width(&date, TextRole::Tick) + apart;
            let corners = Corners::around(at, width, height);
            if !taken.iter().any(|other| other.overlaps(&corners)) {
                taken.push(corners);
                chart.tick(at, Place::Middle, date);
            }
        }
    }
}
