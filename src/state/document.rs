//! The open document: its history, its file and whether the two agree.

use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::paths::shown_name;
use crate::{
    edit::{History, Revision},
    i18n::Language,
    model::Workbook,
    storage::{FileStamp, Holder, LockState, VersionKey, shown_path, stamp_of},
};

/// The open document.
#[derive(Debug)]
pub struct Document {
    /// The workbook and its past and future.
    pub history: History,
    /// The file, where there is one.
    pub file: Option<DocumentFile>,
    /// The revision that is in the file; `None` when nothing of this document ever was.
    saved: Option<Revision>,
    /// Why the file may not hold what was written to it.
    lost: Option<Lost>,
}

/// The file of a document.
#[derive(Debug)]
pub struct DocumentFile {
    /// Where it is.
    pub path: PathBuf,
    /// How it was when last read or written.
    pub stamp: FileStamp,
    /// Keeps other windows from opening it unawares.
    pub lock: LockState,
}

impl DocumentFile {
    /// Who else has it, so that nothing can be changed here.
    pub(super) const fn holder(&self) -> Option<&Holder> {
        match &self.lock {
            LockState::HeldElsewhere(holder) => Some(holder),
            LockState::Held(_) | LockState::Unknown => None,
        }
    }
}

impl Document {
    /// A document without a file. Nothing of it needs saving until it is changed.
    #[must_use]
    pub fn new(workbook: Workbook) -> Self {
        let history = History::new(workbook);
        Self {
            saved: Some(history.revision()),
            history,
            file: None,
            lost: None,
        }
    }

    /// A document that is worth keeping from the start, such as one read from a CSV table.
    #[must_use]
    pub fn unsaved(workbook: Workbook) -> Self {
        Self {
            saved: None,
            ..Self::new(workbook)
        }
    }

    /// A document as read from its file.
    #[must_use]
    pub fn opened(workbook: Workbook, file: DocumentFile) -> Self {
        Self {
            file: Some(file),
            ..Self::new(workbook)
        }
    }

    /// Records that a revision is in the file.
    pub fn mark_saved(&mut self, revision: Revision) {
        self.saved = Some(revision);
        self.lost = None;
    }

    /// Records that saving failed: nothing counts as saved until it succeeds.
    pub fn mark_failed(&mut self) {
        self.lost = Some(Lost::SaveFailed);
    }

    /// Looks whether the file is still what was read or written.
    pub fn look_at_file(&mut self) {
        if let Some(file) = &self.file {
            let found = stamp_of(&file.path);
            self.saw_file(found.as_ref());
        }
    }

    /// Records how the file was found. What it held counts as unsaved while it is not what was read or
    /// written; of a file that others have, while it is gone.
    pub fn saw_file(&mut self, found: Option<&FileStamp>) {
        let Some(file) = &self.file else {
            return;
        };
        self.lost = match found {
            None => Some(Lost::Gone),
            Some(found) if *found != file.stamp && file.holder().is_none() => Some(Lost::Changed),
            Some(_) => self.lost.filter(|lost| *lost == Lost::SaveFailed),
        };
    }

    /// Records that what the file holds by now is in the document; that is in no file yet.
    pub fn took_in(&mut self, stamp: FileStamp) {
        self.saved = None;
        self.agrees(stamp);
    }

    /// Records that the file holds by now what the document does.
    pub fn is_in_file(&mut self, stamp: FileStamp) {
        self.saved = Some(self.history.revision());
        self.agrees(stamp);
    }

    fn agrees(&mut self, stamp: FileStamp) {
        self.lost = None;
        if let Some(file) = &mut self.file {
            file.stamp = stamp;
        }
    }

    /// Who else has the file, so that nothing can be changed here.
    #[must_use]
    pub fn holder(&self) -> Option<&Holder> {
        self.file.as_ref()?.holder()
    }

    /// Why the file may not hold what was written to it.
    #[must_use]
    pub const fn lost(&self) -> Option<Lost> {
        self.lost
    }

    /// Whether something was changed since the file was read or written.
    #[must_use]
    pub fn has_unsaved_edits(&self) -> bool {
        self.saved != Some(self.history.revision())
    }

    /// Whether everything is in the file, as far as was last seen of it.
    #[must_use]
    pub fn saved(&self) -> Saved {
        if !self.has_unsaved_edits() && self.lost.is_none() {
            Saved::Yes
        } else {
            Saved::No
        }
    }

    /// Whether the file may not hold what was written to it, as far as was last seen of it.
    #[must_use]
    pub const fn is_lost(&self) -> bool {
        self.lost.is_some()
    }

    /// Where the file is, where there is one.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.file.as_ref().map(|file| file.path.as_path())
    }

    /// The name of the file, else the title; empty where there is neither.
    #[must_use]
    pub fn name(&self) -> String {
        self.path().and_then(Path::file_stem).map_or_else(
            || self.history.workbook().title.clone(),
            |stem| stem.to_string_lossy().into_owned(),
        )
    }

    /// The name and state for the top bar.
    #[must_use]
    pub fn state(&self, language: Language) -> DocumentState {
        DocumentState {
            name: shown_name(&self.name(), language.untitled()),
            path: self.path().map(shown_path),
            saved: self.saved(),
            lost: self.lost,
        }
    }
}

/// What follows once unsaved work is dealt with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deferred {
    /// A new workbook.
    New,
    /// The page for a new workbook of a sector.
    NewFromSector,
    /// The open dialog.
    ChooseFile,
    /// A path to type.
    TypePath,
    /// This file.
    Open(PathBuf),
    /// The demo workbook.
    Demo,
    /// Unsaved work that was found.
    Recover(Uuid),
    /// The same, compared with its file.
    CompareRecovered(Uuid),
    /// An earlier version, as a workbook of its own.
    OpenVersion(VersionKey),
    /// The end.
    Quit,
}

/// The document's name and state for the top bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentState {
    /// The file's name without extension, or the title.
    pub name: String,
    /// The full path; `None` while there is no file.
    pub path: Option<String>,
    /// Whether everything is in the file.
    pub saved: Saved,
    /// Why the file may not hold what was written to it.
    pub lost: Option<Lost>,
}

/// Why what was read from or written to a file may be in no file any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// The file is not where it was.
    Gone,
    /// The file is another one than was read or written.
    Changed,
    /// Saving failed, and has not succeeded since.
    SaveFailed,
}

/// Whether everything is in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// The file holds what is on screen.
    Yes,
    /// There are changes that no file holds.
    No,
}
