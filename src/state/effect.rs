//! What the window has to do about the world, and what comes back of it.

use std::{path::PathBuf, sync::Arc, time::Duration};

use super::{
    file_jobs::FileJob,
    made::{ExportContent, PictureContent},
    portfolio_rows::PortfolioRow,
    recovery::{Recovered, Recovering, Unsaved},
    report::{Preview, ReportExport, ReportRequest, ReportsWritten, place_of},
    several::{Locking, Sight},
    versions::{NewVersion, ReadingVersion, VersionsWork},
};
use crate::{
    analysis::{Candidate, Ranking},
    edit::Revision,
    import::{LeftOut, OpenError, Source, Table, TableError},
    model::{Workbook, WorkbookId},
    report::{PictureError, Pixels},
    storage::{
        FileStamp, Leftover, LoadError, LockState, Overwrite, SaveError, Settings, Slot,
        VersionNote, VersionsFound,
    },
};

/// Something to be done outside of the state.
#[derive(Debug)]
pub enum Effect {
    /// Read a file that is to be the document; answered by [`Answer::Opened`].
    Open(PathBuf),
    /// The same, with its lock taken whatever the note of another computer says.
    TakeOver(PathBuf),
    /// Look how the document's file is and who has it; answered by [`Answer::Looked`].
    Look(PathBuf),
    /// Look for copies of the document beside its file that hold something else; answered by
    /// [`Answer::Copies`].
    FindCopies(PathBuf, Arc<Workbook>),
    /// Read a file that is to be merged in; answered by [`Answer::Read`].
    Read(PathBuf),
    /// Read a sheet of a table, counted from 0; answered by [`Answer::Table`].
    ReadTable(PathBuf, usize),
    /// Write the workbook; answered by [`Answer::Saved`].
    Save {
        /// The file.
        path: PathBuf,
        /// What goes into it.
        workbook: Arc<Workbook>,
        /// The revision that it is.
        revision: Revision,
        /// What is done about a file that is there.
        overwrite: Overwrite,
        /// Whether this window has the file already.
        locking: Locking,
    },
    /// Make the content of a file and write it; answered by [`Answer::Exported`].
    Export(PathBuf, ExportContent),
    /// Count ranks; answered by [`Answer::Ranked`].
    Rank {
        /// The rows that are ranked.
        rows: Arc<Vec<PortfolioRow>>,
        /// What of them is compared, in the same order.
        candidates: Vec<Option<Candidate>>,
    },
    /// Keep a state that is in no file, in place of the one before; [`Answer::NotKept`] where that fails.
    Keep(Box<Unsaved>),
    /// Everything is in a file, or is not wanted: nothing is kept.
    ForgetKept,
    /// What is kept is let go of, to be offered; answered by [`Answer::SetAside`].
    SetAside,
    /// Go on keeping in the place of unsaved work that was recovered.
    Adopt(Slot),
    /// Take unsaved work that was found off the disk.
    Discard(Slot),
    /// Read unsaved work that was found; answered by [`Answer::Recovered`].
    Recover(Box<Recovering>),
    /// Keep a state as an earlier version of its workbook.
    KeepVersion(Box<NewVersion>),
    /// Do something with earlier versions; answered by [`Answer::Versions`] or [`Answer::Version`].
    Versions(VersionsWork),
    /// Let the user choose a path; answered by [`Answer::Chosen`].
    Choose {
        /// What the path is for.
        job: FileJob,
        /// The title of the dialog.
        title: &'static str,
        /// The name suggested for a file that is written.
        name: String,
    },
    /// Put a text on the clipboard.
    Copy(String),
    /// Lay the pages of reports out; answered by [`Answer::LaidOut`].
    LayOut(Box<ReportRequest>),
    /// Write reports; answered by [`Answer::ReportsExported`].
    ExportReports(Box<ReportExport>),
    /// Open a file or folder with the program that the system has for it; answered by [`Answer::Shown`].
    Show(PathBuf),
    /// Draw a picture for the clipboard; answered by [`Answer::Drawn`].
    DrawPicture(PictureContent),
    /// Put a picture on the clipboard.
    CopyPicture(Pixels),
    /// Fill the screen with the window, or end that.
    FillScreen(bool),
    /// Ask the window to close.
    Close,
    /// Keep the settings for the next start.
    KeepSettings(Box<Settings>),
}

/// What came of an effect.
#[derive(Debug)]
pub enum Answer {
    /// A file was read to be the document.
    Opened {
        /// The file.
        path: PathBuf,
        /// What it holds.
        result: Result<Box<OpenedFile>, OpenError>,
    },
    /// A file was read to be merged in.
    Read {
        /// The file.
        path: PathBuf,
        /// How it was before it was read.
        stamp: Option<FileStamp>,
        /// What it holds.
        result: Result<Box<Workbook>, OpenError>,
    },
    /// The document's file was looked at.
    Looked {
        /// The file.
        path: PathBuf,
        /// What was seen; `None` where looking failed.
        sight: Option<Sight>,
    },
    /// Copies of the document were looked for, latest first.
    Copies {
        /// The document's file.
        path: PathBuf,
        /// Those that hold something else.
        copies: Vec<PathBuf>,
    },
    /// Unsaved work was let go of and can be offered; `None` where it could not be written.
    SetAside(Option<Box<Leftover>>),
    /// A table was read to be taken in.
    Table {
        /// The file.
        path: PathBuf,
        /// Its cells.
        result: Result<Table, TableError>,
    },
    /// The workbook was written.
    Saved {
        /// The file.
        path: PathBuf,
        /// The revision that is in it.
        revision: Revision,
        /// How the file is now.
        result: Result<FileStamp, SaveError>,
        /// Its lock, where it was taken.
        lock: Option<LockState>,
    },
    /// An export was written.
    Exported {
        /// The file.
        path: PathBuf,
        /// What could not go into it.
        result: Result<LeftOut, SaveError>,
    },
    /// Pages were laid out.
    LaidOut(Preview),
    /// Reports were written.
    ReportsExported(ReportsWritten),
    /// A file or folder was opened by another program, or could not be.
    Shown {
        /// Which.
        path: PathBuf,
        /// Whether there is a program for it.
        shown: bool,
    },
    /// A picture for the clipboard was drawn.
    Drawn(Result<Pixels, PictureError>),
    /// Unsaved work was read.
    Recovered(Box<Recovered>),
    /// Earlier versions were looked at.
    Versions {
        /// The workbook that they are of.
        of: WorkbookId,
        /// Which there are; `None` where that ended by a fault of the program.
        found: Option<VersionsFound>,
    },
    /// An earlier version was read.
    Version {
        /// Which.
        reading: ReadingVersion,
        /// What it holds; `None` where that ended by a fault of the program.
        result: Option<Result<(VersionNote, Box<Workbook>), LoadError>>,
    },
    /// Unsaved work could not be kept; said once until it works again.
    NotKept(SaveError),
    /// Ranks were counted.
    Ranked {
        /// The rows that were ranked.
        rows: Arc<Vec<PortfolioRow>>,
        /// Their ranks; `None` where there is nothing to rank.
        ranking: Option<Ranking>,
    },
    /// The work on a file ended by a fault of the program; what it was for is not done.
    Broken {
        /// The file.
        path: PathBuf,
        /// What was being done.
        work: Work,
    },
    /// A file dialog closed.
    Chosen {
        /// What the path is for.
        job: FileJob,
        /// The path; `None` where none was chosen.
        path: Option<PathBuf>,
        /// How long it was open: too short for a person where the system has no dialogs.
        shown: Duration,
    },
}

/// A file as read.
#[derive(Debug)]
pub struct OpenedFile {
    /// What it holds.
    pub workbook: Workbook,
    /// Which kind of file it is.
    pub source: Source,
    /// How it was before it was read.
    pub stamp: Option<FileStamp>,
    /// Whether this program has it for itself.
    pub lock: LockState,
}

/// Work on a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// Reading it.
    Reading,
    /// Saving the document to it.
    Saving,
    /// Writing something else to it.
    Exporting,
}

impl VersionsWork {
    /// The answer where it ended by a fault of the program.
    #[must_use]
    pub fn broken(&self) -> Answer {
        self.answered(None)
    }

    /// The answer where nothing is kept.
    #[must_use]
    pub fn found_none(&self) -> Answer {
        self.answered(Some(VersionsFound::default()))
    }

    fn answered(&self, found: Option<VersionsFound>) -> Answer {
        match self {
            Self::List(now) | Self::Forget(now) => Answer::Versions { of: now.id, found },
            Self::Read(reading) => Answer::Version {
                reading: *reading,
                result: None,
            },
        }
    }
}

impl Effect {
    /// The file that is worked on, and how; `None` for what is no work on a file. No effect is left out
    /// here: by this it is known what is busy, and what to say where a thread panics.
    pub(super) fn work(&self) -> Option<(&PathBuf, Work)> {
        match self {
            Self::Open(path)
            | Self::TakeOver(path)
            | Self::Read(path)
            | Self::ReadTable(path, _) => Some((path, Work::Reading)),
            Self::Recover(recovering) => Some((&recovering.kept, Work::Reading)),
            Self::Save { path, .. } => Some((path, Work::Saving)),
            Self::Export(path, _) => Some((path, Work::Exporting)),
            Self::ExportReports(export) => Some((place_of(&export.destination), Work::Exporting)),
            Self::Rank { .. }
            | Self::LayOut(_)
            | Self::Show(_)
            | Self::KeepVersion(_)
            | Self::Versions(_)
            | Self::Look(_)
            | Self::FindCopies(..)
            | Self::Keep(_)
            | Self::ForgetKept
            | Self::SetAside
            | Self::Adopt(_)
            | Self::Discard(_)
            | Self::Choose { .. }
            | Self::Copy(_)
            | Self::DrawPicture(_)
            | Self::CopyPicture(_)
            | Self::FillScreen(_)
            | Self::Close
            | Self::KeepSettings(_) => None,
        }
    }

    /// The answer to an effect that ended by a fault of the program; `None` for those that have none.
    #[must_use]
    pub fn broken(&self) -> Option<Answer> {
        // Ranks that cannot be counted are ranks that are not there.
        if let Self::Rank { rows, .. } = self {
            return Some(Answer::Ranked {
                rows: Arc::clone(rows),
                ranking: None,
            });
        }
        if matches!(self, Self::LayOut(_)) {
            return Some(Answer::LaidOut(Preview::default()));
        }
        if let Self::Show(path) = self {
            return Some(Answer::Shown {
                path: path.clone(),
                shown: false,
            });
        }
        if matches!(self, Self::DrawPicture(_)) {
            return Some(Answer::Drawn(Err(PictureError::Unreadable)));
        }
        if let Self::Versions(work) = self {
            return Some(work.broken());
        }
        if let Self::Look(path) = self {
            let path = path.clone();
            return Some(Answer::Looked { path, sight: None });
        }
        let (path, work) = self.work()?;
        Some(Answer::Broken {
            path: path.clone(),
            work,
        })
    }
}
