//! What a radar's axes hold.

use crate::model::{Factor, Side};

/// One axis with what stands at its end.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// Which factor.
    pub factor: Factor,
    /// The factor's name, in lines as broken by the caller.
    pub label: Vec<String>,
    /// Where the outline of the factor's side crosses it.
    pub vertex: Vertex,
    /// The score as printed, or why there is none.
    pub printed: String,
    /// What outward means, for inverse factors, in lines as broken by the caller.
    pub hint: Vec<String>,
    /// Favourability 0..=1 in an earlier round, drawn dotted where the whole side has one.
    pub before: Option<f64>,
    /// Lowest, lower quartile, upper quartile and highest favourability of the respondents, 0..=1.
    pub spread: Option<[f64; 4]>,
}

/// Where an outline crosses an axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Vertex {
    /// At a favourability, 0..=1.
    At(f64),
    /// Nowhere yet: the outline stays open here.
    Missing,
    /// The factor does not apply: the outline passes it by.
    Without,
}

impl Axis {
    /// An axis that only carries outlines: name and hint at its end, no value.
    #[must_use]
    pub const fn bare(factor: Factor, label: Vec<String>, hint: Vec<String>) -> Self {
        Self {
            factor,
            label,
            vertex: Vertex::At(0.0),
            printed: String::new(),
            hint,
            before: None,
            spread: None,
        }
    }

    /// The axes of a side with their places in a list.
    pub(super) fn of_side(axes: &[Self], side: Side) -> impl Iterator<Item = (usize, &Self)> {
        let axes = axes.iter().enumerate();
        axes.filter(move |(_, axis)| axis.factor.side() == side)
    }
}
