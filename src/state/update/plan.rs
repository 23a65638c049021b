//! Acts on the plan.

use std::sync::Arc;

use super::enterprises;
use crate::{
    edit::Command,
    model::{PerFactor, PlanItem, PlanItemId, PlanSource, PlanState, USUAL_LIFT, WhatIf, WhatIfId},
    state::{NewPlanItem, Offer, PlanAction, State, Tone, Unfolded},
};

pub(super) fn act(state: &mut State, action: PlanAction) {
    let plan = &mut state.session.plan;
    match action {
        PlanAction::Page(page) => plan.page = page,
        PlanAction::Goal(goal) => plan.goal = Some(goal),
        PlanAction::WhatIf(id) => plan.what_if = Some(id),
        PlanAction::Type(text) => plan.typed = text,
        PlanAction::NewWhatIf => add_what_if(state),
        PlanAction::AddTyped => add_typed(state, String::new()),
        PlanAction::AddTypedOn(due) => add_typed(state, due),
        PlanAction::AddAdvised => add_advised(state),
        PlanAction::ShowSteps(steps_as) => plan.steps_as = steps_as,
        PlanAction::Day(day) => plan.day = Some(day),
        PlanAction::Unfold(item) => unfold(state, item),
    }
}

/// Adds a step, due on a day or with no day, to the plan of the selected enterprise.
pub(super) fn add(state: &mut State, new: NewPlanItem, due: String) {
    let Some((enterprise, _)) = enterprises::selected(state) else {
        return;
    };
    let item = plan_item(state, new, due);
    state.edit(&Command::AddPlanItem {
        enterprise: enterprise.id,
        item,
    });
    toast_added(state);
}

/// Adds the first advised steps to the plan of the selected enterprise, in one step.
fn add_advised(state: &mut State) {
    let Some((enterprise, _)) = enterprises::selected(state) else {
        return;
    };
    let advised = state.view().advised_steps();
    if advised.is_empty() {
        return;
    }
    let items = advised.into_iter();
    let items = items
        .map(|new| plan_item(state, new, String::new()))
        .collect();
    state.edit(&Command::AddPlanItems {
        enterprise: enterprise.id,
        items,
    });
    toast_added(state);
}

fn plan_item(state: &mut State, new: NewPlanItem, due: String) -> Arc<PlanItem> {
    Arc::new(PlanItem {
        id: PlanItemId((state.services.new_id)()),
        source: new.source,
        text: new.text,
        factor: new.factor,
        state: PlanState::Open,
        owner: String::new(),
        due,
        lift: USUAL_LIFT,
    })
}

fn toast_added(state: &mut State) {
    let text = state.language.added_to_plan().to_owned();
    state.toast_with(Tone::Good, text, Offer::Undo);
}

fn add_typed(state: &mut State, due: String) {
    let typed = std::mem::take(&mut state.session.plan.typed);
    let text = typed.trim().to_owned();
    if !text.is_empty() {
        let item = NewPlanItem {
            source: PlanSource::Free,
            text,
            factor: None,
        };
        add(state, item, due);
    }
}

fn unfold(state: &mut State, item: Option<PlanItemId>) {
    state.document.history.leave_field();
    let enterprise = enterprises::selected(state);
    let plan = enterprise.iter().flat_map(|(one, _)| &one.plan);
    let mut unfolded = plan
        .filter(|one| Some(one.id) == item)
        .map(|item| Unfolded {
            item: item.id,
            due: item.due.clone(),
        });
    state.session.plan.unfolded = unfolded.next();
}

fn add_what_if(state: &mut State) {
    let Some((enterprise, _)) = enterprises::selected(state) else {
        return;
    };
    let number = enterprise.what_ifs.len() + 1;
    let what_if = WhatIfId((state.services.new_id)());
    state.edit(&Command::PutWhatIf {
        enterprise: enterprise.id,
        what_if: Arc::new(WhatIf {
            id: what_if,
            name: state.language.new_what_if_name(number),
            reasons: String::new(),
            levels: PerFactor::default(),
        }),
    });
    state.document.history.leave_field();
    state.session.plan.what_if = Some(what_if);
}
