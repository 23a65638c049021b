//! What whoever has the laptop in a room may do.

use crate::{
    edit::{Command, Where},
    state::{Action, FileAction, RoomAction, State},
};

/// Whether an intent may be acted on: where somebody has the laptop, only what concerns their own
/// answers, how things look, and questions that are open.
pub(super) fn may(state: &State, action: &Action) -> bool {
    let Some(scorer) = state.scorer() else {
        return true;
    };
    match action {
        Action::Menu(action) => action.spec().works_scoring(),
        Action::Edit(command) => own_place(command).is_some_and(|place| place.person == scorer),
        Action::Room(action) => *action == RoomAction::Done,
        // Of the ways out of a file that others changed, the one that shows nothing of theirs.
        Action::File(action) => *action == FileAction::KeepBoth,
        Action::LeaveField
        | Action::Unfold(_)
        | Action::DialogText(_)
        | Action::Answer(_)
        | Action::DismissToast(_) => true,
        _ => false,
    }
}

/// Whose answer a command changes, where it changes one answer.
const fn own_place(command: &Command) -> Option<Where> {
    match command {
        Command::SetScore { place, .. }
        | Command::SetIndicator { place, .. }
        | Command::SetBasis { place, .. }
        | Command::SetNote { place, .. }
        | Command::SetConfidence { place, .. } => Some(*place),
        _ => None,
    }
}
