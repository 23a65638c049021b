//! Work that the window does not wait for: threads that report to one inbox.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::mpsc::{Receiver, Sender, channel},
    time::{Duration, Instant},
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
        let broken = effect.broken();
        self.answered_by(broken, move || perform(effect));
    }

    /// Does work on a thread whose answer is `broken` where it ends by a fault of the program.
    pub(super) fn answered_by(
        &self,
        broken: Option<Answer>,
        work: impl FnOnce() -> Option<Answer> + Send + 'static,
    ) {
        // What the work held is gone with it, so nothing half-done is seen by others.
        self.spawn(move || catch_unwind(AssertUnwindSafe(work)).unwrap_or(broken));
    }

    pub(super) fn wait_for_choice(&self, job: FileJob, waiting: Waiting) {
        let opened = Instant::now();
        self.spawn(move || {
            // A dialog that breaks was none: a path is asked for as where there are no dialogs.
            let (path, shown) = match catch_unwind(AssertUnwindSafe(waiting)) {
                Ok(path) => (path, opened.elapsed()),
                Err(_) => (None, Duration::ZERO),
            };
            Some(Answer::Chosen { job, path, shown })
        });
    }

    /// How a thread of its own answers.
    pub(super) fn answer(&self) -> impl Fn(Answer) + Send + 'static {
        let (sender, ctx) = (self.sender.clone(), self.ctx.clone());
        move |answer| {
            // The window may be gone by now; then nobody waits for the answer.
            let _ = sender.send(answer);
            ctx.request_repaint();
        }
    }

    fn spawn(&self, work: impl FnOnce() -> Option<Answer> + Send + 'static) {
        let answer = self.answer();
        std::thread::spawn(move || {
            if let Some(done) = work() {
                answer(done);
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::{ExportContent, Work};

    fn next(tasks: &Tasks) -> Answer {
        for _ in 0..1_000 {
            if let Some(answer) = tasks.next() {
                return answer;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        panic!("no task ends");
    }

    #[test]
    fn work_that_panics_is_answered() {
        let tasks = Tasks::new(Context::default());
        let content = ExportContent::new(|| panic!("a fault, on purpose"));
        tasks.perform(Effect::Export("a.csv".into(), content));
        let Answer::Broken { path, work } = next(&tasks) else {
            panic!("another end");
        };
        assert_eq!((path, work), ("a.csv".into(), Work::Exporting));
        tasks.wait_for_choice(FileJob::Open, Box::new(|| panic!("a fault, on purpose")));
        let Answer::Chosen { path, shown, .. } = next(&tasks) else {
            panic!("another end");
        };
        assert_eq!((path, shown), (None, Duration::ZERO));
    }
}
