//! Changes to plans, targets, what-ifs and named weights.

use std::{collections::HashSet, sync::Arc};

use super::error::ApplyError;
use crate::{
    edit::command::{PlanChange, TargetChange},
    model::{Enterprise, PlanItem, PlanItemId, WeightSet, WeightSetId, WhatIf, WhatIfId, Workbook},
};

pub(super) fn put_weight_set(workbook: &mut Workbook, set: &Arc<WeightSet>) {
    let mut sets = workbook.weight_sets.iter_mut();
    match sets.find(|other| other.id == set.id) {
        Some(found) => found.clone_from(set),
        None => workbook.weight_sets.push(Arc::clone(set)),
    }
}

pub(super) fn remove_weight_set(
    workbook: &mut Workbook,
    id: WeightSetId,
) -> Result<(), ApplyError> {
    let sets = &mut workbook.weight_sets;
    let at = sets.iter().position(|set| set.id == id);
    sets.remove(at.ok_or(ApplyError::NoWeightSet)?);
    if workbook.weights_in_force == Some(id) {
        workbook.weights_in_force = None;
    }
    Ok(())
}

pub(super) fn use_weights(
    workbook: &mut Workbook,
    id: Option<WeightSetId>,
) -> Result<(), ApplyError> {
    let known = |id| workbook.weight_sets.iter().any(|set| set.id == id);
    if !id.is_none_or(known) {
        return Err(ApplyError::NoWeightSet);
    }
    workbook.weights_in_force = id;
    Ok(())
}

pub(super) fn change_target(
    enterprise: &mut Enterprise,
    change: &TargetChange,
) -> Result<(), ApplyError> {
    let known = |id| enterprise.round(id).is_some();
    let baseline = match change {
        TargetChange::Baseline(round) => *round,
        TargetChange::All(target) => target.baseline,
        _ => None,
    };
    if !baseline.is_none_or(known) {
        return Err(ApplyError::NoRound);
    }
    let target = &mut enterprise.target;
    match change {
        TargetChange::Level(factor, level) => target.levels[*factor] = *level,
        TargetChange::Effort(factor, effort) => target.efforts[*factor] = *effort,
        TargetChange::Due(due) => target.due.clone_from(due),
        TargetChange::Baseline(round) => target.baseline = *round,
        TargetChange::All(all) => target.clone_from(all),
    }
    Ok(())
}

pub(super) fn put_what_if(enterprise: &mut Enterprise, what_if: &Arc<WhatIf>) {
    let mut what_ifs = enterprise.what_ifs.iter_mut();
    match what_ifs.find(|other| other.id == what_if.id) {
        Some(found) => found.clone_from(what_if),
        None => enterprise.what_ifs.push(Arc::clone(what_if)),
    }
}

pub(super) fn remove_what_if(enterprise: &mut Enterprise, id: WhatIfId) -> Result<(), ApplyError> {
    let what_ifs = &mut enterprise.what_ifs;
    let at = what_ifs.iter().position(|what_if| what_if.id == id);
    what_ifs.remove(at.ok_or(ApplyError::NoWhatIf)?);
    Ok(())
}

/// Everything is checked before anything is added, so that a refusal changes nothing.
pub(super) fn add_plan_items(
    enterprise: &mut Enterprise,
    items: &[Arc<PlanItem>],
) -> Result<(), ApplyError> {
    let mut ids: HashSet<_> = enterprise.plan.iter().map(|item| item.id).collect();
    for item in items {
        if !ids.insert(item.id) {
            return Err(ApplyError::Duplicate);
        }
        checked_lift(item.lift)?;
    }
    enterprise.plan.extend_from_slice(items);
    Ok(())
}

pub(super) fn change_plan_item(
    enterprise: &mut Enterprise,
    id: PlanItemId,
    change: &PlanChange,
) -> Result<(), ApplyError> {
    let found = enterprise.plan.iter_mut().find(|other| other.id == id);
    let found = found.ok_or(ApplyError::NoPlanItem)?;
    if let PlanChange::Lift(lift) = change {
        checked_lift(*lift)?;
    }
    let item = Arc::make_mut(found);
    match change {
        PlanChange::Text(text) => item.text.clone_from(text),
        PlanChange::Owner(owner) => item.owner.clone_from(owner),
        PlanChange::Due(due) => item.due.clone_from(due),
        PlanChange::State(state) => item.state = *state,
        PlanChange::Factor(factor) => item.factor = *factor,
        PlanChange::Lift(lift) => item.lift = *lift,
    }
    Ok(())
}

pub(super) fn remove_plan_item(
    enterprise: &mut Enterprise,
    id: PlanItemId,
) -> Result<(), ApplyError> {
    let at = enterprise.plan.iter().position(|item| item.id == id);
    enterprise.plan.remove(at.ok_or(ApplyError::NoPlanItem)?);
    Ok(())
}

fn checked_lift(lift: f64) -> Result<(), ApplyError> {
    if (0.0..=4.0).contains(&lift) {
        Ok(())
    } else {
        Err(ApplyError::BadLift)
    }
}
