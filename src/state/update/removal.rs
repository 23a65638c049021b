//! Taking somebody or a round away: where answers would go with it, that is asked about.

use crate::state::{Dialog, DialogAnswer, Removal, State};

/// Removes at once what nobody has answered, and asks about the rest.
pub(super) fn remove_or_ask(state: &mut State, removal: Removal) {
    if removal.answers(state.workbook()) > 0 {
        state.session.dialog = Some(Dialog::Remove(removal));
    } else {
        state.edit(&removal.command());
    }
}

/// Back to the page that it was asked from.
pub(super) fn answered(state: &mut State, removal: Removal, answer: DialogAnswer) {
    if answer == DialogAnswer::Confirm {
        state.edit(&removal.command());
    }
    state.session.dialog = Some(Dialog::People);
}
