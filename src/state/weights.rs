//! Named weights: adding, changing and choosing them.

use std::sync::Arc;

use super::{Dialog, State};
use crate::{
    analysis::{hierarchy, on_scale},
    edit::Command,
    model::{Factor, Judgements, PerFactor, Side, WeightMethod, WeightSet, WeightSetId, Weights},
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

impl State {
    pub(super) fn weights(&mut self, action: WeightsAction) {
        match action {
            WeightsAction::Look(id) => {
                self.document.history.leave_field();
                self.session.dialog = Some(Dialog::Weights(id));
            }
            WeightsAction::AddByPoints => {
                self.add_weights(WeightMethod::Points(PerFactor::from_fn(|_| 50.0)));
            }
            WeightsAction::AddByPairs => {
                self.add_weights(WeightMethod::Pairs(Box::default()));
            }
            WeightsAction::Rename(id, name) => self.change_weights(id, |set| set.name = name),
            WeightsAction::Points(id, factor, points) => self.change_weights(id, |set| {
                let WeightMethod::Points(old) = &set.method else {
                    return;
                };
                let mut changed = *old;
                changed[factor] = points;
                // With all four at 0 there are no weights; then the points stay as they were.
                if let Ok(weights) = Weights::from_points(changed) {
                    set.weights = weights;
                    set.method = WeightMethod::Points(changed);
                }
            }),
            WeightsAction::Judge(id, side, pair, value) => self.change_weights(id, |set| {
                let WeightMethod::Pairs(old) = &set.method else {
                    return;
                };
                if let Some(judgements) = old.with(side, pair, on_scale(value)) {
                    set.weights = weights_of(&judgements);
                    set.method = WeightMethod::Pairs(Box::new(judgements));
                }
            }),
        }
    }

    fn add_weights(&mut self, method: WeightMethod) {
        let number = self.workbook().weight_sets.len() + 1;
        let id = WeightSetId((self.new_id)());
        self.edit(&Command::PutWeightSet(Arc::new(WeightSet {
            id,
            name: self.language.new_weights_name(number),
            method,
            weights: Weights::default(),
        })));
        self.document.history.leave_field();
        self.session.dialog = Some(Dialog::Weights(Some(id)));
    }

    fn change_weights(&mut self, id: WeightSetId, change: impl FnOnce(&mut WeightSet)) {
        let sets = &self.workbook().weight_sets;
        let Some(mut set) = sets
            .iter()
            .find(|set| set.id == id)
            .map(|set| set.as_ref().clone())
        else {
            return;
        };
        change(&mut set);
        self.edit(&Command::PutWeightSet(Arc::new(set)));
    }
}
