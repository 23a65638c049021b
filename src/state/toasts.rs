//! Messages that lie over the screen for a while, and the step that one may offer to take back.

use super::{Session, State, UnmaskBy};
use crate::edit::Revision;

/// How long a message that worked stays, in seconds.
const TOAST_SECONDS: f64 = 6.0;

/// As many messages are shown at once.
const MOST: usize = 3;

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

impl State {
    /// Shows a message; what failed stays until dismissed.
    pub(super) fn say(&mut self, tone: Tone, text: String) {
        self.say_with(tone, text, Offer::Nothing);
    }

    pub(super) fn say_with(&mut self, tone: Tone, text: String, offer: Offer) {
        self.next_toast += 1;
        let until = (tone != Tone::Bad).then_some(f64::NEG_INFINITY);
        self.session.toasts.push(Toast {
            id: self.next_toast,
            tone,
            text,
            undoes: self.stepped.filter(|_| offer == Offer::Undo),
            until,
        });
        let over = self.session.toasts.len().saturating_sub(MOST);
        self.session.toasts.drain(..over);
    }

    /// Starts the clock of new messages and takes away those whose time is over; in how many seconds
    /// the next one goes.
    pub fn drop_old_toasts(&mut self) -> Option<f64> {
        let now = self.moment.seconds;
        for toast in &mut self.session.toasts {
            if toast.until == Some(f64::NEG_INFINITY) {
                toast.until = Some(now + TOAST_SECONDS);
            }
        }
        self.session
            .toasts
            .retain(|toast| toast.until.is_none_or(|until| until > now));
        let next = self.session.toasts.iter().filter_map(|toast| toast.until);
        next.reduce(f64::min).map(|soonest| soonest - now)
    }

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
