//! A file that several windows, programs or computers have to do with: what is seen of that, and what can
//! be done about it.

use std::path::PathBuf;

use super::paths::file_name;
use crate::storage::{FileStamp, Holder};

/// An intent about the document's file and its copies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileAction {
    /// Makes a file that others had this window's own, and shows what it holds by now.
    TakeOver,
    /// Shows what the file holds by now; asks where work is unsaved.
    Reload,
    /// Shows where the file differs, to go on with both in one.
    Compare,
    /// Saves beside the file and leaves that as it is.
    KeepBoth,
    /// Shows what merging the latest of the copies would do.
    MergeCopy,
    /// Speaks of the copies no more.
    LeaveCopies,
}

/// Whether a window has a file already that it saves to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Locking {
    /// It has.
    Held,
    /// It has to take it first, which fails where another window has it.
    Take,
}

/// What looking at a file found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sight {
    /// How the file is; `None` where it is not there.
    pub stamp: Option<FileStamp>,
    /// Who has it, where this window does not.
    pub holder: Option<Holder>,
}

/// What is to be known of the document's file, in a bar over the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice<'a> {
    /// Others have it: nothing can be changed here.
    Held {
        /// Who.
        holder: &'a Holder,
        /// Whether it was saved there meanwhile.
        newer: bool,
    },
    /// Others had it and have it no more: it can be taken over.
    Free,
    /// Somebody else changed it.
    Changed {
        /// Whether this window has work that is in no file.
        unsaved: bool,
    },
    /// It is not there any more.
    Gone,
    /// Copies with other content lie beside it.
    Copies {
        /// How many.
        count: usize,
        /// The name of the latest.
        name: String,
    },
}

/// What is kept in mind of the document's file.
#[derive(Debug, Default)]
pub(super) struct Several {
    /// How the file was thought to be when looking at it began; nothing while nobody looks.
    pub(super) looking: Option<FileStamp>,
    /// When it is looked at next, on the window's clock.
    pub(super) next_look: Option<f64>,
    /// Whether others who had it have it no more.
    pub(super) free: bool,
    /// Whether others have saved it since it was read.
    pub(super) newer: bool,
    /// Copies with other content, latest first.
    pub(super) copies: Vec<PathBuf>,
}

impl Several {
    /// Counts the time to the next look anew.
    pub(super) const fn looked(&mut self) -> Option<FileStamp> {
        self.next_look = None;
        self.looking.take()
    }

    /// Forgets a copy by the name of its file.
    pub(super) fn merged(&mut self, name: &str) {
        self.copies.retain(|copy| file_name(copy) != name);
    }
}
