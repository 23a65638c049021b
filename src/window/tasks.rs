//! Work that the window does not wait for: threads that report to one inbox.

use std::{
    path::PathBuf,
    sync::{
        Arc,
        mpsc::{Receiver, Sender, channel},
    },
    time::Instant,
};

use egui::Context;

use super::Waiting;
use crate::{
    analysis::{Candidate, Ranking, Sampling},
    edit::Revision,
    import::{open_any, read_table},
    model::Workbook,
    state::{Answer, ExportContent, FileJob, OpenedFile, PortfolioRow},
    storage::{LockState, Overwrite, save_bytes, save_workbook, stamp_of},
};

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

    /// The next finished task, if there is one.
    pub(super) fn next(&self) -> Option<Answer> {
        self.inbox.try_recv().ok()
    }

    pub(super) fn open(&self, path: PathBuf) {
        self.spawn(move || {
            let lock = LockState::take(&path);
            // Taken before reading: what is written in between is seen as a change when saving.
            let stamp = stamp_of(&path);
            let mut new_id = uuid::Uuid::new_v4;
            let result = open_any(&path, &mut new_id).map(|(workbook, source)| {
                Box::new(OpenedFile {
                    workbook,
                    source,
                    stamp,
                    lock,
                })
            });
            Answer::Opened { path, result }
        });
    }

    /// Reads a file without opening it as the document.
    pub(super) fn read(&self, path: PathBuf) {
        self.spawn(move || {
            let mut new_id = uuid::Uuid::new_v4;
            let result = open_any(&path, &mut new_id).map(|(workbook, _)| Box::new(workbook));
            Answer::Read { path, result }
        });
    }

    /// Counts the ranks of some rows; work on files goes on beside it.
    pub(super) fn rank(&self, rows: Arc<Vec<PortfolioRow>>, candidates: Vec<Option<Candidate>>) {
        self.spawn(move || {
            let sampling = Sampling::of(candidates.iter().flatten().count());
            let ranking = Ranking::of(&candidates, sampling);
            Answer::Ranked { rows, ranking }
        });
    }

    /// Reads a sheet of a table to be taken in.
    pub(super) fn read_table(&self, path: PathBuf, sheet: usize) {
        self.spawn(move || Answer::Table {
            result: read_table(&path, sheet),
            path,
        });
    }

    pub(super) fn save(
        &self,
        path: PathBuf,
        workbook: Arc<Workbook>,
        revision: Revision,
        overwrite: Overwrite,
    ) {
        self.spawn(move || Answer::Saved {
            result: save_workbook(&path, &workbook, &overwrite),
            path,
            revision,
        });
    }

    /// Writes a text that is made on the thread.
    pub(super) fn export(&self, path: PathBuf, content: ExportContent) {
        self.spawn(move || {
            let result = content.make().and_then(|(bytes, left_out)| {
                save_bytes(&path, &bytes, &Overwrite::Always)?;
                Ok(left_out)
            });
            Answer::Exported { path, result }
        });
    }

    pub(super) fn wait_for_choice(&self, job: FileJob, waiting: Waiting) {
        let opened = Instant::now();
        self.spawn(move || Answer::Chosen {
            job,
            path: waiting(),
            shown: opened.elapsed(),
        });
    }

    fn spawn(&self, work: impl FnOnce() -> Answer + Send + 'static) {
        let sender = self.sender.clone();
        let ctx = self.ctx.clone();
        std::thread::spawn(move || {
            // The window may be gone by now; then nobody waits for the answer.
            let _ = sender.send(work());
            ctx.request_repaint();
        });
    }
}
