//! What charts of rows share: names at the left, a scale beside them, rows that can be asked about.

use super::{
    scale::Scale,
    shape::{Anchor, Chart, Corners, Ink, Stroke, TextMeasure, TextRole, fitted, widest},
};
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
    /// A frame of a width with a scale of shares between two places, never so short that it is not seen.
    pub fn new(names: f32, scale: [f32; 2], width: f32, measure: &'a dyn TextMeasure) -> Self {
        let scale = Scale::shares(scale[0], (scale[1] - scale[0]).max(20.0));
        Self {
            names,
            scale,
            width,
            measure,
        }
    }

    /// Writes the name of a row from the left edge on.
    pub fn name(&self, chart: &mut Chart, name: &str, y: f32) {
        let role = TextRole::Caption;
        let name = fitted(name, role, self.names, self.measure);
        chart.text((0.0, y), Anchor::LEFT, name, role, Ink::Text);
    }

    /// Lets the factor of a row be asked about.
    pub fn target(&self, chart: &mut Chart, factor: Factor, top: f32, height: f32) {
        let corners = Corners::between([0.0, self.width], [top, top + height]);
        chart.target(corners, factor);
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
            chart.tick((self.names, below), Anchor::RIGHT, hint);
            name_y -= self.measure.height(tick) / 2.0;
        }
        let name = fitted(label, role, self.names, self.measure);
        chart.text((self.names, name_y), Anchor::RIGHT, name, role, Ink::Text);
        // Favourability grows to the right, so the scale of an inverse factor runs from 5 to 1.
        let [low, high] = match factor.polarity() {
            Polarity::Direct => ["1", "5"],
            Polarity::Inverse => ["5", "1"],
        };
        let (left, right) = (self.scale.at(0.0), self.scale.at(1.0));
        chart.tick((left - off, y), Anchor::RIGHT, low);
        chart.tick((right + off, y), Anchor::LEFT, high);
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
        let before = tops[tops.len() - 1];
        tops.push(if changes_side(&pair) {
            before + height + gap
        } else {
            before + height
        });
    }
    tops
}
