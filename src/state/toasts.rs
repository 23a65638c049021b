//! Messages that lie over the screen for a while.

use super::{Offer, State, Toast, Tone};

/// How long a message that worked stays, in seconds.
const TOAST_SECONDS: f64 = 6.0;

/// As many messages are shown at once.
const MOST: usize = 3;

impl State {
    /// Shows a message; what failed stays until dismissed.
    pub(super) fn say(&mut self, tone: Tone, text: String) {
        self.say_with(tone, text, Offer::Nothing);
    }

    pub(super) fn say_with(&mut self, tone: Tone, text: String, offers_undo: Offer) {
        self.next_toast += 1;
        let until = (tone != Tone::Bad).then_some(f64::NEG_INFINITY);
        self.session.toasts.push(Toast {
            id: self.next_toast,
            tone,
            text,
            offers_undo,
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
}
