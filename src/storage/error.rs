//! What can go wrong with files, each as a sentence: what happened, where, what to do.

use std::{fmt, path::PathBuf};

use super::{
    fault::{Fault, Record},
    shown::{is_unseen, shown_path as shown},
};
use crate::i18n::Language;

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
        /// The reason in the system's words.
        reason: String,
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

/// Why a file cannot be saved. The file that was there is untouched.
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
        /// The reason in the system's words.
        reason: String,
    },
    /// The disk gave back something else than was written.
    ReadBackDiffers {
        /// The file.
        path: PathBuf,
    },
    /// Somebody else wrote the file meanwhile.
    ChangedOnDisk {
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
    /// Writing the temporary file and waiting for the disk.
    Write,
    /// Reading it back.
    ReadBack,
    /// Keeping the file that is there as `.bak`.
    Backup,
    /// Putting the temporary file in its place.
    Replace,
}

impl LoadError {
    /// The sentence in a language.
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        match self {
            Self::Missing { path } => language.load_missing(&shown(path)),
            Self::Forbidden { path } => language.load_forbidden(&shown(path)),
            Self::Folder { path } => language.load_folder(&shown(path)),
            Self::Special { path } => language.load_special(&shown(path)),
            Self::Unreadable { path, reason } => language.load_unreadable(&shown(path), reason),
            Self::TooLarge { path, limit } => language.load_too_large(&shown(path), *limit),
            Self::NotText { path, line } => language.load_not_text(&shown(path), *line),
            Self::Foreign { path, looks } => {
                let path = shown(path);
                match looks {
                    Looks::Empty => language.load_empty(&path),
                    Looks::Spreadsheet => language.load_spreadsheet(&path),
                    Looks::Json => language.load_json(&path),
                    Looks::Table => language.load_table(&path),
                    Looks::Other => language.load_foreign(&path),
                }
            }
            Self::Newer { path, version } => {
                language.load_newer(&shown(path), *version, super::FILE_VERSION)
            }
            Self::Damaged {
                path,
                line,
                column,
                fault,
                backup,
            } => {
                let fault = language.fault(fault);
                let damaged = language.load_damaged(&shown(path), *line, *column, &fault);
                match backup {
                    Some(backup) => language.load_backup(&damaged, &shown(backup)),
                    None => language.load_no_backup(&damaged),
                }
            }
        }
    }
}

impl SaveError {
    /// The sentence in a language.
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        match self {
            Self::NoFolder { path } => language.save_no_folder(&shown(path)),
            Self::Folder { path } => language.save_folder(&shown(path)),
            Self::Special { path } => language.save_special(&shown(path)),
            Self::Full { path, step } => {
                language.save_full(&shown(path), language.save_step(*step))
            }
            Self::Forbidden { path, step } => {
                language.save_forbidden(&shown(path), language.save_step(*step))
            }
            Self::Failed { path, step, reason } => {
                language.save_failed(&shown(path), language.save_step(*step), reason)
            }
            Self::ReadBackDiffers { path } => language.save_read_back(&shown(path)),
            Self::ChangedOnDisk { path } => language.changed_text(&shown(path)),
            Self::SameName { record, name } => {
                language.save_same_name(language.record_plural(*record), &shortened(name))
            }
            Self::NoName => language.save_no_name().to_owned(),
            Self::Unwritable { reason } => language.save_unwritable(reason),
        }
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.sentence(Language::English))
    }
}

impl fmt::Display for SaveError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.sentence(Language::English))
    }
}

impl std::error::Error for LoadError {}
impl std::error::Error for SaveError {}

/// The most characters of a file's text that a sentence quotes.
const QUOTED: usize = 40;

/// A text from a file as a sentence may quote it: short, and on one line.
pub(crate) fn shortened(text: &str) -> String {
    let mut quoted: String = text
        .chars()
        .take(QUOTED)
        .map(
            |character| {
                if is_unseen(character) { ' ' } else { character }
            },
        )
        .collect();
    if text.chars().nth(QUOTED).is_some() {
        quoted.push('…');
    }
    quoted
}
