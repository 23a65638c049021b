//! What can go wrong with files; the sentences are in `i18n`.

use std::{io, path::PathBuf};

use super::{
    fault::{Fault, Record},
    stamp::FileStamp,
};

/// Why a file cannot be opened. What is open stays open.
#[derive(Clone, Debug, PartialEq)]
pub enum LoadError {
    /// There is no such file.
    Missing {
        /// The file.
        path: PathBuf,
    },
    /// The user may not read it.
    Forbidden {
        /// The file.
        path: PathBuf,
    },
    /// It is a folder.
    Folder {
        /// The folder.
        path: PathBuf,
    },
    /// It is a pipe, a socket or a device.
    Special {
        /// Where it is.
        path: PathBuf,
    },
    /// Reading failed for another reason.
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: SystemReason,
    },
    /// It is larger than any workbook.
    TooLarge {
        /// The file.
        path: PathBuf,
        /// The limit, in megabytes of 2^20 bytes.
        limit: u64,
    },
    /// It is not UTF-8.
    NotText {
        /// The file.
        path: PathBuf,
        /// Line of the first byte that is not, from 1.
        line: usize,
    },
    /// It is not a workbook.
    Foreign {
        /// The file.
        path: PathBuf,
        /// What it seems to be.
        looks: Looks,
    },
    /// A newer program wrote it.
    Newer {
        /// The file.
        path: PathBuf,
        /// Its file version.
        version: u32,
    },
    /// It is a workbook with something wrong in it.
    Damaged {
        /// The file.
        path: PathBuf,
        /// Line, from 1.
        line: usize,
        /// Column in characters, from 1.
        column: usize,
        /// What is wrong there.
        fault: Fault,
        /// The version before, where there is one.
        backup: Option<PathBuf>,
    },
}

/// What a file that is not a workbook seems to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Looks {
    /// A file without content.
    Empty,
    /// A spreadsheet (`.xlsx`, `.ods`, `.xls`) or another packed file.
    Spreadsheet,
    /// JSON.
    Json,
    /// A table as text, with another header than a scores CSV.
    Table,
    /// Something else.
    Other,
}

/// Why a file cannot be saved. The file that was there is untouched, but for [`Self::Unsettled`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveError {
    /// The folder is not there.
    NoFolder {
        /// The file.
        path: PathBuf,
    },
    /// The name is that of a folder.
    Folder {
        /// The folder.
        path: PathBuf,
    },
    /// The name is that of a pipe, a socket or a device.
    Special {
        /// Where it is.
        path: PathBuf,
    },
    /// The disk or the user's share of it is full.
    Full {
        /// The file.
        path: PathBuf,
        /// What was being done.
        step: SaveStep,
    },
    /// The user may not write there.
    Forbidden {
        /// The file.
        path: PathBuf,
        /// What was being done.
        step: SaveStep,
    },
    /// A step failed for another reason.
    Failed {
        /// The file.
        path: PathBuf,
        /// What was being done.
        step: SaveStep,
        /// Why.
        reason: SystemReason,
    },
    /// The disk gave back something else than was written.
    ReadBackDiffers {
        /// The file.
        path: PathBuf,
    },
    /// It is written and whole, and the system did not say that it will still be after a power cut; until
    /// then it may be the old one, whole as well.
    Unsettled {
        /// The file.
        path: PathBuf,
        /// How it is now, where that could be seen.
        stamp: Option<FileStamp>,
        /// Why.
        reason: SystemReason,
    },
    /// Somebody else wrote the file meanwhile.
    ChangedOnDisk {
        /// The file.
        path: PathBuf,
    },
    /// A file is there, and none was to be replaced.
    NameTaken {
        /// The file.
        path: PathBuf,
    },
    /// Another window has the file open.
    OpenElsewhere {
        /// The file.
        path: PathBuf,
    },
    /// Two records have one name, where the file tells records apart by name.
    SameName {
        /// What they are.
        record: Record,
        /// Their name.
        name: String,
    },
    /// An enterprise without a name, where the file tells enterprises apart by name.
    NoName,
    /// The workbook cannot be put into text.
    Unwritable {
        /// The reason in the serializer's words.
        reason: String,
    },
}

/// The steps of a save, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveStep {
    /// Looking at the file that is there.
    Look,
    /// Making a temporary file beside it.
    Create,
    /// Writing the temporary file.
    Write,
    /// Giving it the permissions of the file that is there.
    Permit,
    /// Waiting for the disk.
    Sync,
    /// Reading it back.
    ReadBack,
    /// Keeping the file that is there as `.bak`.
    Backup,
    /// Putting the temporary file in its place.
    Replace,
}

/// Why the system refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SystemReason {
    /// What kind of failure it was.
    pub kind: io::ErrorKind,
    /// The reason in the system's words.
    pub text: String,
}

impl From<&io::Error> for SystemReason {
    fn from(error: &io::Error) -> Self {
        Self {
            kind: error.kind(),
            text: error.to_string(),
        }
    }
}
