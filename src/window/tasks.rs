//! Work that the window does not wait for: threads that report to one inbox.

use std::{
    sync::mpsc::{Receiver, Sender, channel},
    time::Instant,
};

use egui::Context;

use super::{Waiting, perform};
use crate::state::{Answer, Effect, FileJob};

/// The threads at work and their inbox.
pub(super) struct Tasks {
    sender: Sender<Answer>,
    inbox: Receiver<Answer>,
    ctx: Context,
}

impl Tasks {
    pub(super) fn new(ctx: Context) -> Self {
        let (sender, inbox) = channel();
        Self { sender, inbox, ctx }
    }

    /// The next answer, if there is one.
    pub(super) fn next(&self) -> Option<Answer> {
        self.inbox.try_recv().ok()
    }

    /// Performs an effect on a thread.
    pub(super) fn perform(&self, effect: Effect) {
        self.spawn(move || perform(effect));
    }

    pub(super) fn wait_for_choice(&self, job: FileJob, waiting: Waiting) {
        let opened = Instant::now();
        self.spawn(move || {
            Some(Answer::Chosen {
                job,
                path: waiting(),
                shown: opened.elapsed(),
            })
        });
    }

    fn spawn(&self, work: impl FnOnce() -> Option<Answer> + Send + 'static) {
        let sender = self.sender.clone();
        let ctx = self.ctx.clone();
        std::thread::spawn(move || {
            if let Some(answer) = work() {
                // The window may be gone by now; then nobody waits for the answer.
                let _ = sender.send(answer);
            }
            ctx.request_repaint();
        });
    }
}
