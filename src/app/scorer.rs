//! Whoever has the laptop in a room: what they may do, and the key with which the facilitator takes it back.

use egui::{Context, Key, KeyboardShortcut, Modifiers};

use super::{Action, Actions, MenuAction, RoomAction, Workbench};
use crate::{
    edit::{Command, Where},
    model::RespondentId,
};

/// The facilitator's key: back to the room from the form of whoever has the laptop.
pub const TAKE_LAPTOP_BACK: KeyboardShortcut = KeyboardShortcut::new(
    Modifiers {
        shift: true,
        ..Modifiers::COMMAND
    },
    Key::B,
);

impl Workbench {
    /// Whether an intent may be acted on: where somebody has the laptop, only what concerns their own
    /// answers, how things look, and questions that are open.
    pub(super) fn open_to_scorer(&self, action: &Action) -> bool {
        let Some(scorer) = self.scorer() else {
            return true;
        };
        match action {
            Action::Menu(action) => Self::works_scoring(*action),
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
    pub(super) fn scorer(&self) -> Option<RespondentId> {
        // The view is made only where it is needed.
        self.session.room.scorer?;
        self.view().scorer().map(|person| person.id)
    }

    /// Whether a menu's entry works while somebody has the laptop.
    pub(super) const fn works_scoring(action: MenuAction) -> bool {
        matches!(
            action,
            MenuAction::Undo
                | MenuAction::Redo
                | MenuAction::ThemeSystem
                | MenuAction::ThemeLight
                | MenuAction::ThemeDark
                | MenuAction::ThemeHighContrast
                | MenuAction::English
                | MenuAction::Chinese
                | MenuAction::LargerText
                | MenuAction::SmallerText
                | MenuAction::UsualText
                | MenuAction::Quit
        )
    }

    /// The keys of the scorer's page that belong to no slider.
    pub(super) fn scorers_keys(ctx: &Context, actions: &mut Actions) {
        if ctx.input_mut(|input| input.consume_shortcut(&TAKE_LAPTOP_BACK)) {
            actions.push(Action::Room(RoomAction::Done));
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_facilitators_key_is_no_other_actions() {
        let taken = MenuAction::all().find(|action| action.shortcut() == Some(TAKE_LAPTOP_BACK));
        assert_eq!(taken, None);
    }
}
