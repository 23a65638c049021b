//! Work that the window does not wait for: threads that report to one inbox.

use std::{
    path::PathBuf,
    sync::{
        Arc,
        mpsc::{Receiver, Sender, channel},
    },
    time::{Duration, Instant},
};

use egui::Context;

use super::{session::PathPurpose, standing::PortfolioRow};
use crate::{
    analysis::{Candidate, Ranking, Sampling},
    edit::Revision,
    import::{LeftOut, OpenError, Source, Table, TableError, open_any, read_table},
    model::Workbook,
    storage::{FileStamp, LockState, Overwrite, SaveError, save_text, save_workbook, stamp_of},
};

/// A file dialog that is open; asking it waits for the user's choice.
pub type Waiting = Box<dyn FnOnce() -> Option<PathBuf> + Send>;

/// How files are chosen; tests bring their own.
pub trait FileDialogs {
    /// Opens a dialog on the window's thread; what comes back is waited for on another.
    fn choose(&self, purpose: PathPurpose, title: &str, name: &str) -> Waiting;
}

/// The system's own dialogs.
pub struct NativeDialogs;

impl FileDialogs for NativeDialogs {
    fn choose(&self, purpose: PathPurpose, title: &str, name: &str) -> Waiting {
        let dialog = rfd::AsyncFileDialog::new().set_title(title);
        let path = |handle: Option<rfd::FileHandle>| handle.map(|file| file.path().to_owned());
        match purpose {
            PathPurpose::Open | PathPurpose::Merge => {
                const KINDS: [&str; 7] = [
                    crate::storage::EXTENSION,
                    "csv",
                    "txt",
                    "tsv",
                    "xlsx",
                    "xls",
                    "ods",
                ];
                let chosen = dialog
                    .add_filter("Resonance, CSV, XLSX", &KINDS)
                    .pick_file();
                Box::new(move || path(pollster::block_on(chosen)))
            }
            PathPurpose::ImportTable => {
                const KINDS: [&str; 8] =
                    ["xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "tsv", "txt"];
                let chosen = dialog.add_filter("XLSX, CSV", &KINDS).pick_file();
                Box::new(move || path(pollster::block_on(chosen)))
            }
            PathPurpose::Save
            | PathPurpose::ExportCsv
            | PathPurpose::ExportSelected
            | PathPurpose::ExportForm(_) => {
                let extension = match purpose {
                    PathPurpose::ExportCsv | PathPurpose::ExportSelected => "csv",
                    PathPurpose::ExportForm(_) => "html",
                    _ => crate::storage::EXTENSION,
                };
                let chosen = dialog
                    .add_filter(extension, &[extension])
                    .set_file_name(name)
                    .save_file();
                Box::new(move || path(pollster::block_on(chosen)))
            }
        }
    }
}

/// What a finished task has to say.
pub(super) enum Finished {
    /// A file was read.
    Opened {
        path: PathBuf,
        result: Result<Box<Opened>, OpenError>,
    },
    /// A file was read to be merged in.
    Read {
        path: PathBuf,
        result: Result<Box<Workbook>, OpenError>,
    },
    /// Ranks were counted.
    Ranked {
        rows: Arc<Vec<PortfolioRow>>,
        ranking: Option<Ranking>,
    },
    /// A table was read to be taken in.
    Table {
        path: PathBuf,
        result: Result<Table, TableError>,
    },
    /// The workbook was saved.
    Saved {
        path: PathBuf,
        revision: Revision,
        result: Result<FileStamp, SaveError>,
    },
    /// The scores were written.
    Exported {
        path: PathBuf,
        result: Result<LeftOut, SaveError>,
    },
    /// A file dialog closed. `shown` is too short for a person where the system has no dialogs.
    Chosen {
        purpose: PathPurpose,
        path: Option<PathBuf>,
        shown: Duration,
    },
}

/// A file as read.
pub(super) struct Opened {
    pub workbook: Workbook,
    pub source: Source,
    pub stamp: Option<FileStamp>,
    pub lock: LockState,
}

/// Whether a file is being read or written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Busy {
    No,
    Opening,
    Saving,
}

/// The threads at work and their inbox.
pub(super) struct Tasks {
    sender: Sender<Finished>,
    inbox: Receiver<Finished>,
    ctx: Context,
    busy: Busy,
}

impl Tasks {
    pub(super) fn new(ctx: Context) -> Self {
        let (sender, inbox) = channel();
        Self {
            sender,
            inbox,
            ctx,
            busy: Busy::No,
        }
    }

    pub(super) const fn busy(&self) -> Busy {
        self.busy
    }

    /// The next finished task, if there is one.
    pub(super) fn next(&mut self) -> Option<Finished> {
        let finished = self.inbox.try_recv().ok()?;
        if !matches!(finished, Finished::Chosen { .. } | Finished::Ranked { .. }) {
            self.busy = Busy::No;
        }
        Some(finished)
    }

    pub(super) fn open(&mut self, path: PathBuf) {
        self.busy = Busy::Opening;
        self.spawn(move || {
            let lock = LockState::take(&path);
            // Taken before reading: what is written in between is seen as a change when saving.
            let stamp = stamp_of(&path);
            let result = open_any(&path).map(|(workbook, source)| {
                Box::new(Opened {
                    workbook,
                    source,
                    stamp,
                    lock,
                })
            });
            Finished::Opened { path, result }
        });
    }

    /// Reads a file without opening it as the document.
    pub(super) fn read(&mut self, path: PathBuf) {
        self.busy = Busy::Opening;
        self.spawn(move || {
            let result = open_any(&path).map(|(workbook, _)| Box::new(workbook));
            Finished::Read { path, result }
        });
    }

    /// Counts the ranks of some rows; work on files goes on beside it.
    pub(super) fn rank(&self, rows: Arc<Vec<PortfolioRow>>, candidates: Vec<Option<Candidate>>) {
        self.spawn(move || {
            let sampling = Sampling::of(candidates.iter().flatten().count());
            let ranking = Ranking::of(&candidates, sampling);
            Finished::Ranked { rows, ranking }
        });
    }

    /// Reads a sheet of a table to be taken in.
    pub(super) fn read_table(&mut self, path: PathBuf, sheet: usize) {
        self.busy = Busy::Opening;
        self.spawn(move || Finished::Table {
            result: read_table(&path, sheet),
            path,
        });
    }

    pub(super) fn save(
        &mut self,
        path: PathBuf,
        workbook: Arc<Workbook>,
        revision: Revision,
        overwrite: Overwrite,
    ) {
        self.busy = Busy::Saving;
        self.spawn(move || Finished::Saved {
            result: save_workbook(&path, &workbook, &overwrite),
            path,
            revision,
        });
    }

    /// Writes a text that is made on the thread.
    pub(super) fn export(
        &mut self,
        path: PathBuf,
        make: impl FnOnce() -> Result<(String, LeftOut), SaveError> + Send + 'static,
    ) {
        self.busy = Busy::Saving;
        self.spawn(move || {
            let result = make().and_then(|(text, left_out)| {
                save_text(&path, &text, &Overwrite::Always)?;
                Ok(left_out)
            });
            Finished::Exported { path, result }
        });
    }

    pub(super) fn wait_for_choice(&self, purpose: PathPurpose, waiting: Waiting) {
        let opened = Instant::now();
        self.spawn(move || Finished::Chosen {
            purpose,
            path: waiting(),
            shown: opened.elapsed(),
        });
    }

    fn spawn(&self, work: impl FnOnce() -> Finished + Send + 'static) {
        let sender = self.sender.clone();
        let ctx = self.ctx.clone();
        std::thread::spawn(move || {
            // The window may be gone by now; then nobody waits for the answer.
            let _ = sender.send(work());
            ctx.request_repaint();
        });
    }
}
