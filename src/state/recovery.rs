//! Unsaved work: what is kept while the program runs, and what windows before left behind.

use std::{path::PathBuf, sync::Arc};

use uuid::Uuid;

use super::Saved;
use crate::{
    model::Workbook,
    storage::{About, FileStamp, Fingerprint, Leftover, LoadError},
};

/// An intent about the unsaved work that is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecoveryAction {
    /// Opens it as the document.
    Recover(Uuid),
    /// The same, and shows where its file differs.
    Compare(Uuid),
    /// Asks before it is discarded, or stops asking.
    AskDiscard(Option<Uuid>),
    /// Discards it.
    Discard(Uuid),
}

/// A state of the document that is in no file.
#[derive(Debug)]
pub struct Unsaved {
    /// The state.
    pub workbook: Arc<Workbook>,
    /// What the file holds, where it holds something.
    pub base: Option<Arc<Workbook>>,
    /// What is on its way into the file, while a save runs.
    pub saving: Option<Arc<Workbook>>,
    /// What is said of it; what changed is found where it is written.
    pub about: About,
}

/// Unsaved work that is to be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Recovering {
    /// Which.
    pub id: Uuid,
    /// Where it lies.
    pub kept: PathBuf,
    /// The file that it belongs to, where there is one.
    pub own: Option<PathBuf>,
    /// How that file was.
    pub stamp: Option<FileStamp>,
    /// The text that was on its way into it.
    pub saving: Option<Fingerprint>,
    /// Whether the file is read besides, to see where the two differ.
    pub purpose: RecoverFor,
}

/// What unsaved work is read for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecoverFor {
    /// To go on with it.
    GoingOn,
    /// The same, and to see where its file differs.
    Comparing,
}

/// Unsaved work as read.
#[derive(Debug)]
pub struct Recovered {
    /// Which.
    pub id: Uuid,
    /// What it holds.
    pub result: Result<Workbook, LoadError>,
    /// How its file is and what it holds, where that is what was last read from it or written to it.
    pub base: Option<(FileStamp, Workbook)>,
    /// The file and what it holds, where the two are to be compared.
    pub file: Option<(PathBuf, Result<Workbook, LoadError>)>,
}

/// What is kept and what is offered.
#[derive(Debug, Default)]
pub(super) struct Recovery {
    pub(super) offered: Vec<Leftover>,
    /// Whether what is offered may lie over another screen than Start.
    pub(super) over_any_screen: bool,
    /// The state and whether it is saved, as last looked at.
    pub(super) seen: Option<(Arc<Workbook>, Saved)>,
    /// What the document's file holds.
    pub(super) base: Option<Arc<Workbook>>,
    /// Since when, as RFC 3339 in local time; `None` once it is kept as a version.
    pub(super) base_when: Option<String>,
    /// What is being written to it.
    pub(super) saving: Option<Arc<Workbook>>,
}

impl Recovery {
    /// It has been seen and is for later; Start shows it still.
    pub(super) const fn put_off(&mut self) {
        self.over_any_screen = false;
    }

    /// The document's state goes to its file now.
    pub(super) fn saving(&mut self, workbook: &Arc<Workbook>) {
        self.saving = Some(Arc::clone(workbook));
        // Kept once more: by what is said of it the file is known again, should the process end meanwhile.
        self.seen = None;
    }

    /// It is there.
    pub(super) fn saved(&mut self) {
        self.base = self.saving.take();
        // What is said of the next state changes even where the state does not.
        self.seen = None;
    }

    /// It is not, or nobody knows.
    pub(super) fn not_saved(&mut self) {
        self.saving = None;
        self.seen = None;
    }

    pub(super) fn take(&mut self, id: Uuid) -> Option<Leftover> {
        let place = self.offered.iter().position(|one| one.id == id)?;
        Some(self.offered.remove(place))
    }
}
