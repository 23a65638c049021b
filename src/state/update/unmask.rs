//! Steps of a session, undoing and redoing: where hidden scores would be shown, that is asked first.

use crate::{
    edit::{Command, RoundChange},
    model::{EnterpriseId, RoundId, Stage},
    state::{Dialog, State, UnmaskBy, Unmasking, unmask::unmasked},
};

/// Takes the last step back, unless it is not for whoever has the laptop.
pub fn undo(state: &mut State) {
    // Asked of the view, which says when nothing may be taken back.
    if state.view().undo.is_some() {
        step_or_ask(state, UnmaskBy::Undo);
    }
}

pub fn redo(state: &mut State) {
    step_or_ask(state, UnmaskBy::Redo);
}

/// Undoes the step that a message tells of, unless others followed.
pub(super) fn take_back(state: &mut State, toast: u64) {
    let toasts = &mut state.session.toasts;
    let undoes = toasts.iter().find(|other| other.id == toast);
    let undoes = undoes.and_then(|toast| toast.undoes);
    toasts.retain(|other| other.id != toast);
    if undoes == Some(state.document.history.revision()) {
        step_or_ask(state, UnmaskBy::Undo);
    }
}

/// Goes to a step of the selected round's session; asks first where that shows hidden scores.
pub(super) fn go_to_stage(state: &mut State, stage: Stage) {
    let Some((enterprise, round)) = state.selected_round() else {
        return;
    };
    if state.view().hidden() && !stage.hides_scores() {
        state.session.dialog = Some(Dialog::Unmask(Unmasking {
            enterprise,
            round,
            by: UnmaskBy::Stage(stage),
        }));
    } else {
        enter_stage(state, enterprise, round, stage);
    }
}

fn enter_stage(state: &mut State, enterprise: EnterpriseId, round: RoundId, stage: Stage) {
    state.session.room.scorer = None;
    state.session.room.talk_ends = None;
    state.edit(&Command::ChangeRound {
        enterprise,
        round,
        change: RoundChange::Stage(stage),
    });
}

/// Undoes or redoes a step; asks first where that shows hidden scores.
pub(super) fn step_or_ask(state: &mut State, by: UnmaskBy) {
    if state.refuses_changes() {
        return;
    }
    let history = &state.document.history;
    let next = match by {
        UnmaskBy::Undo => history.undone(),
        UnmaskBy::Redo => history.redone(),
        UnmaskBy::Stage(_) => None,
    };
    match next.and_then(|next| unmasked(history.workbook(), next)) {
        Some((enterprise, round)) => {
            state.session.dialog = Some(Dialog::Unmask(Unmasking {
                enterprise,
                round,
                by,
            }));
        }
        None => step(state, by),
    }
}

fn step(state: &mut State, by: UnmaskBy) {
    match by {
        UnmaskBy::Undo => state.document.history.undo(),
        UnmaskBy::Redo => state.document.history.redo(),
        UnmaskBy::Stage(_) => None,
    };
    state.drop_stale_ids();
}

/// Shows the scores, as was answered.
pub(super) fn unmask(state: &mut State, unmasking: &Unmasking) {
    // What an earlier room looked at last is not where this one begins.
    state.session.room.by_role = false;
    match unmasking.by {
        UnmaskBy::Stage(stage) => {
            enter_stage(state, unmasking.enterprise, unmasking.round, stage);
        }
        by => step(state, by),
    }
}
