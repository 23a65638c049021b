//! What charts of rows share: names at the left, a scale beside them, rows that can be asked about.

use super::{prelude::*, scale::Scale};
use crate::model::{Factor, Polarity};

/// Between the rows of one side and those of the other, in logical points.
const GAP: f32 = 10.0;

/// Where the parts of all rows stand across, in logical points.
pub(super) struct RowFrame<'a> {
    /// Room for names.
    pub names: f32,
    /// Where values stand.
    pub scale: Scale,
    /// Of the whole chart.
    pub width: f32,
    pub measure: &'a dyn TextMeasure,
}

impl<'a> RowFrame<'a> {
    /// A frame of a width.
    pub fn new(names: f32, scale: Scale, width: f32, measure: &'a dyn TextMeasure) -> Self {
        Self {
            names,
            scale,
            width,
            measure,
        }
    }

    /// Draws upright lines at some shares down to `bottom` with their numbers in hundredths `off` below,
    /// every other one where they would crowd; gives where the numbers end.
    pub fn hundreds(&self, chart: &mut Chart, shares: &[f64], bottom: f32, off: f32) -> f32 {
        let line = self.measure.height(TextRole::Tick);
        let room = self.scale.length / (shares.len() as f32 - 1.0).max(1.0);
        for (step, share) in shares.iter().enumerate() {
            let x = self.scale.at(*share);
            chart.line((x, 0.0), (x, bottom), Stroke::solid(Ink::Line, 1.0));
            if room > 28.0 || step % 2 == 0 {
                let at = (x, bottom + line / 2.0 + off);
                chart.tick(at, Place::Middle, format!("{:.0}", share * 100.0));
            }
        }
        bottom + line + 2.0 * off
    }

    /// Writes the name of a row from the left edge on.
    pub fn name(&self, chart: &mut Chart, name: &str, y: f32) {
        let role = TextRole::Caption;
        let name = fitted(name, role, self.names, self.measure);
        chart.text((0.0, y), Place::Start, name, role, Ink::Text);
    }

    /// Lets the factor of a row be asked about.
    pub fn target(&self, chart: &mut Chart, factor: Factor, top: f32, height: f32) {
        let corners = Corners::between([0.0, self.width], [top, top + height]);
        chart.target(corners, factor, None);
    }

    /// Writes a factor's name before its scale with what lies to the right below it, if anything, then
    /// the line of the scale and both ends of it, `off` beside the line.
    pub fn factor(
        &self,
        chart: &mut Chart,
        factor: Factor,
        (label, hint): (&str, &str),
        y: f32,
        off: f32,
    ) {
        let (role, tick) = (TextRole::Caption, TextRole::Tick);
        let mut name_y = y;
        if !hint.is_empty() {
            let hint = fitted(hint, tick, self.names, self.measure);
            let below = y + self.measure.height(role) / 2.0;
            chart.tick((self.names, below), Place::End, hint);
            name_y -= self.measure.height(tick) / 2.0;
        }
        let name = fitted(label, role, self.names, self.measure);
        chart.text((self.names, name_y), Place::End, name, role, Ink::Text);
        // Favourability grows to the right, so the scale of an inverse factor runs from 5 to 1.
        let [low, high] = match factor.polarity() {
            Polarity::Direct => ["1", "5"],
            Polarity::Inverse => ["5", "1"],
        };
        let (left, right) = (self.scale.at(0.0), self.scale.at(1.0));
        chart.tick((left - off, y), Place::End, low);
        chart.tick((right + off, y), Place::Start, high);
        chart.line((left, y), (right, y), Stroke::solid(Ink::Line, 1.0));
    }
}

/// The width of the widest of names and of what stands below them.
pub(super) fn widest_name<'a>(
    names: impl Iterator<Item = (&'a str, &'a str)> + Clone,
    measure: &dyn TextMeasure,
) -> f32 {
    let hints = widest(names.clone().map(|name| name.1), TextRole::Tick, measure);
    widest(names.map(|name| name.0), TextRole::Caption, measure).max(hints)
}

/// The gap between both sides: only rows that stand side by side in model order have one.
pub(super) fn gap_of_sides(factors: &[Factor]) -> f32 {
    let changes = factors.windows(2).filter(changes_side);
    if changes.count() == 1 { GAP } else { 0.0 }
}

fn changes_side(pair: &&[Factor]) -> bool {
    pair[0].side() != pair[1].side()
}

/// The tops of rows of a height that stand under one another from a place on.
pub(super) fn tops(factors: &[Factor], top: f32, height: f32) -> Vec<f32> {
    let gap = gap_of_sides(factors);
    let mut tops = vec![top];
    for pair in factors.windows(2) {
        let gap = if changes_side(&pair) { gap } else { 0.0 };
        tops.push(tops[tops.len() - 1] + height + gap);
    }
    tops
}
