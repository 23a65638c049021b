//! Acts on the unsaved work that is offered.

use super::deferred;
use crate::state::{Deferred, Dialog, Effect, RecoveryAction, State};

pub(super) fn act(state: &mut State, action: RecoveryAction) {
    match action {
        RecoveryAction::Recover(id) => deferred::confirm_unsaved(state, Deferred::Recover(id)),
        RecoveryAction::Compare(id) => {
            deferred::confirm_unsaved(state, Deferred::CompareRecovered(id));
        }
        RecoveryAction::AskDiscard(id) => state.session.discarding = id,
        RecoveryAction::Discard(id) => {
            state.session.discarding = None;
            if let Some(leftover) = state.recovery.take(id) {
                state.effect(Effect::Discard(leftover.slot));
            }
            if state.recovery.offered.is_empty() && state.session.dialog == Some(Dialog::Recovery) {
                state.session.dialog = None;
            }
        }
    }
}
