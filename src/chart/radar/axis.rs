//! What a radar's axes hold.

use crate::model::{Factor, Side};

/// One axis with what stands at its end.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// Which factor.
    pub factor: Factor,
    /// The factor's name, in lines as broken by the caller.
    pub label: Vec<String>,
    /// Favourability 0..=1 and the value as printed.
    pub state: AxisState,
    /// What outward means, for inverse factors, in lines as broken by the caller.
    pub hint: Vec<String>,
    /// Favourability 0..=1 in an earlier round, drawn dotted where the whole side has one.
    pub before: Option<f64>,
    /// Lowest, lower quartile, upper quartile and highest favourability of the respondents, 0..=1.
    pub spread: Option<[f64; 4]>,
}

/// What an axis holds.
#[derive(Clone, Debug, PartialEq)]
pub enum AxisState {
    /// A value.
    Value {
        /// Favourability 0..=1.
        favourability: f64,
        /// The score as scored, as printed.
        printed: String,
    },
    /// Nothing yet, in words: the outline stays open here.
    Missing(String),
    /// The factor does not apply, in words: the outline passes it by.
    Without(String),
}

/// Which axes a radar has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spokes {
    /// The four of one side, the first one up.
    One(Side),
    /// All eight.
    Both,
}

impl Axis {
    /// An axis that only carries outlines: name and hint at its end, no value.
    #[must_use]
    pub const fn bare(factor: Factor, label: Vec<String>, hint: Vec<String>) -> Self {
        let state = AxisState::Value {
            favourability: 0.0,
            printed: String::new(),
        };
        Self {
            factor,
            label,
            state,
            hint,
            before: None,
            spread: None,
        }
    }

    /// The places in a list of axes of those of a side that apply, with the axes.
    pub(super) fn of_side(axes: &[Self], side: Side) -> impl Iterator<Item = (usize, &Self)> {
        let applies = |axis: &Self| !matches!(axis.state, AxisState::Without(_));
        let axes = axes.iter().enumerate();
        axes.filter(move |(_, axis)| axis.factor.side() == side && applies(axis))
    }
}
