//! The save that runs and those that wait for it.

use std::{
    collections::VecDeque,
    path::{Path, PathBuf},
    sync::Arc,
};

use crate::{
    edit::Revision,
    model::Workbook,
    storage::{FileStamp, Overwrite},
};

/// The save that runs and those that follow it.
#[derive(Debug, Default)]
pub(super) struct Saving {
    /// The document whose save runs.
    running: Option<u64>,
    waiting: VecDeque<Save>,
}

/// A state of a document on its way into a file.
#[derive(Debug)]
pub(super) struct Save {
    pub path: PathBuf,
    pub workbook: Arc<Workbook>,
    pub revision: Revision,
    pub overwrite: Overwrite,
    /// Which of the documents that were open it is of.
    pub document: u64,
}

impl Saving {
    /// The save where it can begin now; else it waits.
    pub(super) fn begin_or_wait(&mut self, save: Save) -> Option<Save> {
        if self.running.is_none() {
            return Some(self.begin(save));
        }
        // Of one document to one file only the newest state is wanted.
        let same = |other: &Save| other.path == save.path && other.document == save.document;
        self.waiting.retain(|other| !same(other));
        self.waiting.push_back(save);
        None
    }

    const fn begin(&mut self, save: Save) -> Save {
        self.running = Some(save.document);
        save
    }

    /// The document whose save ended.
    pub(super) const fn end(&mut self) -> Option<u64> {
        self.running.take()
    }

    /// The save that waited for one of a document to a file; `written` is how that left the file.
    pub(super) fn begin_next(
        &mut self,
        document: Option<u64>,
        path: &Path,
        written: Option<&FileStamp>,
    ) -> Option<Save> {
        let mut save = self.waiting.pop_front()?;
        // The file is now as the save before left it, and that is no change by somebody else.
        if let (Overwrite::IfUnchanged(stamp), Some(written)) = (&mut save.overwrite, written)
            && path == save.path
            && document == Some(save.document)
        {
            stamp.clone_from(written);
        }
        Some(self.begin(save))
    }

    /// Whether a save runs.
    pub(super) const fn runs(&self) -> bool {
        self.running.is_some()
    }

    /// Whether a save waits, which then holds more than the one before it.
    pub(super) fn waits(&self) -> bool {
        !self.waiting.is_empty()
    }
}
