//! Named weights: adding, changing and choosing them.

use crate::{
    analysis::hierarchy,
    model::{Factor, Judgements, PerFactor, Side, WeightSetId, Weights},
};

/// An intent on named weights.
#[derive(Clone, Debug, PartialEq)]
pub enum WeightsAction {
    /// Looks at a set in the open page; `None` is equal weights.
    Look(Option<WeightSetId>),
    /// Adds a set by points and looks at it.
    AddByPoints,
    /// Adds a set by comparisons in pairs and looks at it.
    AddByPairs,
    /// Renames a set.
    Rename(WeightSetId, String),
    /// Gives a factor points, 0 and up.
    Points(WeightSetId, Factor, f64),
    /// Says how many times as important the first factor of a pair is, 1/9..=9; it is taken to the
    /// nearest step of the scale.
    Judge(WeightSetId, Side, usize, f64),
}

/// The weights that comparisons in pairs give.
#[must_use]
pub fn weights_of(judgements: &Judgements) -> Weights {
    let of_side = |side| hierarchy(&judgements.matrix(side)).weights;
    let (supply, demand) = (of_side(Side::Supply), of_side(Side::Demand));
    let points = PerFactor::from_fn(|factor| match factor.side() {
        Side::Supply => supply[factor.index()],
        Side::Demand => demand[factor.index() - 4],
    });
    Weights::from_points(points).unwrap_or_default()
}
