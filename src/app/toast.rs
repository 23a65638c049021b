//! Messages that lie over the screen for a while, and the step that one may offer to take back.

use super::{Session, UnmaskBy, Workbench};
use crate::edit::Revision;

/// How a message is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something worked.
    Good,
    /// Something to know.
    Caution,
    /// Something failed.
    Bad,
}

/// A message that lies over the screen for a while.
#[derive(Clone, Debug, PartialEq)]
pub struct Toast {
    /// Tells one message from another.
    pub id: u64,
    /// How it is meant.
    pub tone: Tone,
    /// One or two sentences.
    pub text: String,
    /// The state that its step led to; it offers to undo the step while that is the present one.
    pub undoes: Option<Revision>,
    /// Time in seconds, on the window's clock, at which it goes by itself; errors stay.
    pub until: Option<f64>,
}

/// Whether a message comes with a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// Only the text.
    Nothing,
    /// A button that undoes the step just made.
    Undo,
}

impl Session {
    /// The messages for another document: of their steps nothing can be undone there.
    #[must_use]
    pub fn take_toasts(&mut self) -> Vec<Toast> {
        let mut toasts = std::mem::take(&mut self.toasts);
        for toast in &mut toasts {
            toast.undoes = None;
        }
        toasts
    }
}

impl Workbench {
    /// Undoes the step that a message tells of, unless others followed.
    pub(super) fn take_back(&mut self, toast: u64) {
        let toasts = &mut self.session.toasts;
        let undoes = toasts.iter().find(|other| other.id == toast);
        let undoes = undoes.and_then(|toast| toast.undoes);
        toasts.retain(|other| other.id != toast);
        if undoes == Some(self.document.history.revision()) {
            self.step_or_ask(UnmaskBy::Undo);
        }
    }
}
