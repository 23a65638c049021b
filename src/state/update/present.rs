//! Acts on what is presented.

use crate::{
    model::EnterpriseId,
    state::{Effect, PresentAction, Presentation, State},
};

pub(super) fn act(state: &mut State, action: PresentAction) {
    match action {
        PresentAction::Begin(enterprises) => show(state, enterprises, 0),
        PresentAction::Turn(by) => {
            let Some(presented) = &mut state.session.presented else {
                return;
            };
            let next = presented.at.checked_add_signed(by);
            if let Some(next) = next.filter(|next| *next < presented.enterprises.len()) {
                presented.at = next;
                let id = presented.enterprises[next];
                state.session.select(Some(id));
            }
        }
        PresentAction::End => {
            let ended = state.session.presented.take();
            if ended.is_some_and(|presented| !presented.filled_before) {
                state.effect(Effect::FillScreen(false));
            }
        }
    }
}

/// Presents those selected in the portfolio; where none are, all that are listed, from the chosen
/// one on.
pub fn chosen(state: &mut State) {
    let enterprises = state.workbook().enterprises.iter();
    let ids: Vec<EnterpriseId> = enterprises.map(|enterprise| enterprise.id).collect();
    let selected = &state.session.selected;
    let chosen: Vec<EnterpriseId> = ids
        .iter()
        .copied()
        .filter(|id| selected.contains(id))
        .collect();
    let (shown, from) = if chosen.is_empty() {
        (ids, state.session.enterprise)
    } else {
        (chosen, None)
    };
    let at = shown.iter().position(|id| Some(*id) == from);
    show(state, shown, at.unwrap_or_default());
}

fn show(state: &mut State, enterprises: Vec<EnterpriseId>, at: usize) {
    let Some(first) = enterprises.get(at).copied() else {
        return;
    };
    // What is being opened takes the place of what would be presented.
    if !state.at_work.reads_nothing() {
        return;
    }
    state.session.select(Some(first));
    state.session.explained = None;
    state.session.presented = Some(Presentation {
        enterprises,
        at,
        filled_before: state.moment.fills_screen,
    });
    state.document.history.leave_field();
    state.effect(Effect::FillScreen(true));
}
