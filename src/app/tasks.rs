//! Work that the window does not wait for: threads that report to one inbox.

use std::{
    collections::VecDeque,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
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
    i18n::Language,
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
        /// Whether the document that was saved is still the open one.
        open: bool,
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
    /// The work ended by a fault of the program; what it was for is not done.
    Broken { path: PathBuf, work: Work },
}

/// What a thread is at, as far as others have to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Work {
    /// Reading a file.
    Opening,
    /// Saving the document; one at a time.
    Saving,
    /// Writing something else.
    Exporting,
    /// Something that nobody waits for.
    Beside,
}

impl Work {
    /// What is said where it ended by a fault of the program.
    pub(super) fn broke(self, path: &Path, language: Language) -> String {
        let path = path.display().to_string();
        match self {
            Self::Opening | Self::Beside => language.reading_broke(&path),
            Self::Saving | Self::Exporting => language.writing_broke(&path),
        }
    }
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

/// A save that is asked for while another one runs.
struct Save {
    path: PathBuf,
    workbook: Arc<Workbook>,
    revision: Revision,
    overwrite: Overwrite,
    document: u64,
}

/// The threads at work and their inbox.
pub(super) struct Tasks {
    sender: Sender<(Work, Finished)>,
    inbox: Receiver<(Work, Finished)>,
    ctx: Context,
    opening: usize,
    exporting: usize,
    /// The document whose save runs.
    saving: Option<u64>,
    /// Saves to be done after it, in order.
    waiting: VecDeque<Save>,
    /// Counts the documents that were open, so that a save is known to belong to a former one.
    document: u64,
}

impl Tasks {
    pub(super) fn new(ctx: Context) -> Self {
        let (sender, inbox) = channel();
        Self {
            sender,
            inbox,
            ctx,
            opening: 0,
            exporting: 0,
            saving: None,
            waiting: VecDeque::new(),
            document: 0,
        }
    }

    pub(super) const fn busy(&self) -> Busy {
        if self.opening > 0 {
            Busy::Opening
        } else if self.exporting > 0 || self.is_saving() {
            Busy::Saving
        } else {
            Busy::No
        }
    }

    /// Whether a save runs; those that wait count, too.
    pub(super) const fn is_saving(&self) -> bool {
        self.saving.is_some()
    }

    /// Says that another document is open from now on; saves of the former one go on.
    pub(super) const fn document_replaced(&mut self) {
        self.document += 1;
    }

    /// The next finished task, if there is one.
    pub(super) fn next(&mut self) -> Option<Finished> {
        let (work, mut finished) = self.inbox.try_recv().ok()?;
        match work {
            Work::Opening => self.opening -= 1,
            Work::Exporting => self.exporting -= 1,
            Work::Saving => {
                let document = self.saving.take();
                if let Finished::Saved { open, .. } = &mut finished {
                    *open = document == Some(self.document);
                }
                self.save_next(document, &finished);
            }
            Work::Beside => {}
        }
        Some(finished)
    }

    pub(super) fn open(&mut self, path: PathBuf) {
        self.opening += 1;
        self.spawn(Work::Opening, path.clone(), move || {
            let lock = LockState::take(&path);
            // Taken before reading: what is written in between is seen as a change when saving.
            let stamp = stamp_of(&path);
            let mut new_id = uuid::Uuid::new_v4;
            let result = open_any(&path, &mut new_id).map(|(workbook, source)| {
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
        self.opening += 1;
        self.spawn(Work::Opening, path.clone(), move || {
            let mut new_id = uuid::Uuid::new_v4;
            let result = open_any(&path, &mut new_id).map(|(workbook, _)| Box::new(workbook));
            Finished::Read { path, result }
        });
    }

    /// Counts the ranks of some rows; work on files goes on beside it.
    pub(super) fn rank(&self, rows: Arc<Vec<PortfolioRow>>, candidates: Vec<Option<Candidate>>) {
        self.spawn(Work::Beside, PathBuf::new(), move || {
            let counted = catch_unwind(AssertUnwindSafe(|| {
                let sampling = Sampling::of(candidates.iter().flatten().count());
                Ranking::of(&candidates, sampling)
            }));
            // Ranks that cannot be counted are ranks that are not there.
            let ranking = counted.ok().flatten();
            Finished::Ranked { rows, ranking }
        });
    }

    /// Reads a sheet of a table to be taken in.
    pub(super) fn read_table(&mut self, path: PathBuf, sheet: usize) {
        self.opening += 1;
        self.spawn(Work::Opening, path.clone(), move || Finished::Table {
            result: read_table(&path, sheet),
            path,
        });
    }

    /// Saves a state of the document, after the save that runs if there is one.
    pub(super) fn save(
        &mut self,
        path: PathBuf,
        workbook: Arc<Workbook>,
        revision: Revision,
        overwrite: Overwrite,
    ) {
        let save = Save {
            path,
            workbook,
            revision,
            overwrite,
            document: self.document,
        };
        if !self.is_saving() {
            self.start(save);
            return;
        }
        // Of one document to one file only the newest state is wanted.
        let same = |other: &Save| other.path == save.path && other.document == save.document;
        self.waiting.retain(|other| !same(other));
        self.waiting.push_back(save);
    }

    fn start(&mut self, save: Save) {
        let Save {
            path,
            workbook,
            revision,
            overwrite,
            document,
        } = save;
        self.saving = Some(document);
        self.spawn(Work::Saving, path.clone(), move || Finished::Saved {
            result: save_workbook(&path, &workbook, &overwrite),
            path,
            revision,
            open: true,
        });
    }

    /// Starts the save that waited for the one that is done.
    fn save_next(&mut self, document: Option<u64>, done: &Finished) {
        let Some(mut save) = self.waiting.pop_front() else {
            return;
        };
        // The file is now as the save before left it, and that is no change by somebody else.
        if let (Finished::Saved { path, result, .. }, Overwrite::IfUnchanged(stamp)) =
            (done, &mut save.overwrite)
            && let Ok(written) = result
            && *path == save.path
            && document == Some(save.document)
        {
            stamp.clone_from(written);
        }
        self.start(save);
    }

    /// Writes a text that is made on the thread.
    pub(super) fn export(
        &mut self,
        path: PathBuf,
        make: impl FnOnce() -> Result<(String, LeftOut), SaveError> + Send + 'static,
    ) {
        self.exporting += 1;
        self.spawn(Work::Exporting, path.clone(), move || {
            let result = make().and_then(|(text, left_out)| {
                save_text(&path, &text, &Overwrite::Always)?;
                Ok(left_out)
            });
            Finished::Exported { path, result }
        });
    }

    pub(super) fn wait_for_choice(&self, purpose: PathPurpose, waiting: Waiting) {
        let opened = Instant::now();
        self.spawn(Work::Beside, PathBuf::new(), move || {
            // A dialog that breaks was none: a path is asked for as where there are no dialogs.
            let (path, shown) = match catch_unwind(AssertUnwindSafe(waiting)) {
                Ok(path) => (path, opened.elapsed()),
                Err(_) => (None, Duration::ZERO),
            };
            Finished::Chosen {
                purpose,
                path,
                shown,
            }
        });
    }

    /// Does work on a thread of its own; `path` is named where it breaks.
    fn spawn(&self, work: Work, path: PathBuf, task: impl FnOnce() -> Finished + Send + 'static) {
        let sender = self.sender.clone();
        let ctx = self.ctx.clone();
        std::thread::spawn(move || {
            // What the task held is gone with it, so nothing half-done is seen by others.
            let finished = catch_unwind(AssertUnwindSafe(task))
                .unwrap_or_else(|_| Finished::Broken { path, work });
            // The window may be gone by now; then nobody waits for the answer.
            let _ = sender.send((work, finished));
            ctx.request_repaint();
        });
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Sender, channel};

    use super::*;

    fn next(tasks: &mut Tasks) -> Finished {
        for _ in 0..1_000 {
            if let Some(finished) = tasks.next() {
                return finished;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        panic!("no task ends");
    }

    /// An export that goes on until it is told to end.
    fn held(tasks: &mut Tasks) -> Sender<()> {
        let (release, released) = channel();
        tasks.export(PathBuf::from("held"), move || {
            let _ = released.recv();
            Err(SaveError::ChangedOnDisk {
                path: PathBuf::from("held"),
            })
        });
        release
    }

    #[test]
    fn a_task_that_panics_is_told_and_leaves_nothing_busy() {
        let mut tasks = Tasks::new(Context::default());
        tasks.export(PathBuf::from("a.csv"), || panic!("a fault, on purpose"));
        assert_eq!(tasks.busy(), Busy::Saving);
        let Finished::Broken { path, work } = next(&mut tasks) else {
            panic!("another end");
        };
        assert_eq!((path, work), (PathBuf::from("a.csv"), Work::Exporting));
        assert_eq!(tasks.busy(), Busy::No);
        let waiting: Waiting = Box::new(|| panic!("a fault, on purpose"));
        tasks.wait_for_choice(PathPurpose::Open, waiting);
        let Finished::Chosen { path, shown, .. } = next(&mut tasks) else {
            panic!("another end");
        };
        assert_eq!((path, shown), (None, Duration::ZERO));
    }

    #[test]
    fn a_task_that_ends_leaves_the_mark_of_another_one() {
        let mut tasks = Tasks::new(Context::default());
        let release = held(&mut tasks);
        tasks.read_table(PathBuf::from("nowhere.csv"), 0);
        assert_eq!(tasks.busy(), Busy::Opening);
        assert!(matches!(next(&mut tasks), Finished::Table { .. }));
        assert_eq!(tasks.busy(), Busy::Saving);
        release.send(()).unwrap();
        assert!(matches!(next(&mut tasks), Finished::Exported { .. }));
        assert_eq!(tasks.busy(), Busy::No);
    }

    #[test]
    fn saves_follow_each_other_whatever_else_is_busy_and_the_last_state_is_in_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.resonance");
        std::fs::write(&path, "as it was").unwrap();
        let before = stamp_of(&path).unwrap();
        let mut tasks = Tasks::new(Context::default());
        let _release = held(&mut tasks);
        let id = crate::model::WorkbookId(uuid::Uuid::nil());
        for title in ["one", "two", "three"] {
            let history = crate::edit::History::new(Workbook::new(id, title.to_owned()));
            let workbook = Arc::clone(history.workbook());
            let overwrite = Overwrite::IfUnchanged(before.clone());
            tasks.save(path.clone(), workbook, history.revision(), overwrite);
        }
        let mut ends = Vec::new();
        while tasks.is_saving() {
            let Finished::Saved { result, open, .. } = next(&mut tasks) else {
                panic!("another end");
            };
            ends.push((result.is_ok(), open));
            tasks.document_replaced();
        }
        // The state between is not written, and what ends later belongs to a former document.
        assert_eq!(ends, [(true, true), (true, false)]);
        let (workbook, _) = open_any(&path, &mut uuid::Uuid::new_v4).unwrap();
        assert_eq!(workbook.title, "three");
    }
}
