//! Whoever has the laptop in a room: what they may do, and the key with which the facilitator takes it back.

use super::{Action, RoomAction, State};
use crate::{
    edit::{Command, Where},
    model::RespondentId,
};

/// The facilitator's key: back to the room from the form of whoever has the laptop.
pub const TAKE_LAPTOP_BACK: &str = "Ctrl+Shift+B";

impl State {
    /// Whether an intent may be acted on: where somebody has the laptop, only what concerns their own
    /// answers, how things look, and questions that are open.
    pub(super) fn open_to_scorer(&self, action: &Action) -> bool {
        let Some(scorer) = self.scorer() else {
            return true;
        };
        match action {
            Action::Menu(action) => action.spec().works_scoring(),
            Action::Edit(command) => own_place(command).is_some_and(|place| place.person == scorer),
            Action::Room(action) => *action == RoomAction::Done,
            Action::LeaveField
            | Action::Unfold(_)
            | Action::DialogText(_)
            | Action::Answer(_)
            | Action::DismissToast(_) => true,
            _ => false,
        }
    }

    /// Whoever has the laptop.
    #[must_use]
    pub fn scorer(&self) -> Option<RespondentId> {
        // The view is made only where it is needed.
        self.session.room.scorer?;
        self.view().scorer().map(|person| person.id)
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
