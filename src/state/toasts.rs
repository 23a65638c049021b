//! Messages that lie over the screen for a while, and the step that one may offer to take back.

use std::path::PathBuf;

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
    /// What it offers.
    pub offer: Offer,
    /// The state that its step led to; it offers to undo the step while that is the present one.
    pub undoes: Option<Revision>,
    /// The file or folder that it says was written.
    pub written: Option<PathBuf>,
    /// When it goes.
    pub end: ToastEnd,
}

/// When a message goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ToastEnd {
    /// When it is dismissed, and not before.
    Dismissed,
    /// Some seconds after it is first on screen.
    Unbegun,
    /// At this time in seconds, on the window's clock.
    At(f64),
}

/// Whether a message comes with a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// Only the text.
    Nothing,
    /// A button that undoes the step just made.
    Undo,
    /// A button that saves the document under another name.
    SaveElsewhere,
}

/// Adds a message; of too many the oldest goes.
pub(super) fn push(toasts: &mut Vec<Toast>, toast: Toast) {
    toasts.push(toast);
    let over = toasts.len().saturating_sub(MOST);
    toasts.drain(..over);
}

/// Starts the clock of new messages and takes away those whose time is over; in how many seconds the next
/// one goes.
pub(super) fn drop_old(toasts: &mut Vec<Toast>, now: f64) -> Option<f64> {
    for toast in toasts.iter_mut() {
        if toast.end == ToastEnd::Unbegun {
            toast.end = ToastEnd::At(now + TOAST_SECONDS);
        }
    }
    toasts.retain(|toast| !matches!(toast.end, ToastEnd::At(end) if end <= now));
    let ends = toasts.iter().filter_map(|toast| match toast.end {
        ToastEnd::At(end) => Some(end),
        ToastEnd::Dismissed | ToastEnd::Unbegun => None,
    });
    ends.reduce(f64::min).map(|soonest| soonest - now)
}
