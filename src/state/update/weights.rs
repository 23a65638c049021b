//! Acts on named weights.

use std::sync::Arc;

use crate::{
    analysis::on_scale,
    edit::Command,
    model::{PerFactor, WeightMethod, WeightSet, WeightSetId, Weights},
    state::{Dialog, State, WeightsAction, weights_of},
};

pub(super) fn act(state: &mut State, action: WeightsAction) {
    match action {
        WeightsAction::Look(id) => {
            state.document.history.leave_field();
            state.session.dialog = Some(Dialog::Weights(id));
        }
        WeightsAction::AddByPoints => {
            add(state, WeightMethod::Points(PerFactor::from_fn(|_| 50.0)));
        }
        WeightsAction::AddByPairs => {
            add(state, WeightMethod::Pairs(Box::default()));
        }
        WeightsAction::Rename(id, name) => change(state, id, |set| set.name = name),
        WeightsAction::Points(id, factor, points) => change(state, id, |set| {
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
        WeightsAction::Judge(id, side, pair, value) => change(state, id, |set| {
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

fn add(state: &mut State, method: WeightMethod) {
    let number = state.workbook().weight_sets.len() + 1;
    let id = WeightSetId((state.services.new_id)());
    state.edit(&Command::PutWeightSet(Arc::new(WeightSet {
        id,
        name: state.language.new_weights_name(number),
        method,
        weights: Weights::default(),
    })));
    state.document.history.leave_field();
    state.session.dialog = Some(Dialog::Weights(Some(id)));
}

fn change(state: &mut State, id: WeightSetId, change: impl FnOnce(&mut WeightSet)) {
    let mut sets = state.workbook().weight_sets.iter();
    let Some(set) = sets.find(|set| set.id == id) else {
        return;
    };
    let mut set = WeightSet::clone(set);
    change(&mut set);
    state.edit(&Command::PutWeightSet(Arc::new(set)));
}
