//! What can go wrong with files, each as a sentence: what happened, where, what to do.

use std::path::PathBuf;

use crate::i18n::Language;

/// Why a file cannot be opened. What is open stays open.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    missing_docs,
    reason = "the sentences in `i18n::file_words` say what each means"
)]
pub enum LoadError {
    Missing {
        path: PathBuf,
    },
    Unreadable {
        path: PathBuf,
        reason: String,
    },
    TooLarge {
        path: PathBuf,
        megabytes: u64,
        limit: u64,
    },
    NotText {
        path: PathBuf,
        line: usize,
    },
    Foreign {
        path: PathBuf,
    },
    Newer {
        path: PathBuf,
        version: u32,
    },
    Damaged {
        path: PathBuf,
        line: usize,
        column: usize,
        reason: String,
    },
    /// A scores CSV with a wrong cell; `row` counts from 1 with the header.
    Csv {
        path: PathBuf,
        row: usize,
        column: String,
        reason: String,
    },
}

/// Why a file cannot be saved. The file that was there is untouched.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    missing_docs,
    reason = "the sentences in `i18n::file_words` say what each means"
)]
pub enum SaveError {
    NoFolder { path: PathBuf },
    Failed { path: PathBuf, reason: String },
    Full { path: PathBuf },
    Forbidden { path: PathBuf },
    ReadBackDiffers { path: PathBuf },
    ChangedOnDisk { path: PathBuf },
    Unwritable { reason: String },
}

impl LoadError {
    /// The sentence in a language.
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        match self {
            Self::Missing { path } => language.load_missing(&path.display().to_string()),
            Self::Unreadable { path, reason } => {
                language.load_unreadable(&path.display().to_string(), reason)
            }
            Self::TooLarge {
                path,
                megabytes,
                limit,
            } => language.load_too_large(&path.display().to_string(), *megabytes, *limit),
            Self::NotText { path, line } => {
                language.load_not_text(&path.display().to_string(), *line)
            }
            Self::Foreign { path } => language.load_foreign(&path.display().to_string()),
            Self::Newer { path, version } => {
                language.load_newer(&path.display().to_string(), *version, super::FILE_VERSION)
            }
            Self::Damaged {
                path,
                line,
                column,
                reason,
            } => language.load_damaged(&path.display().to_string(), *line, *column, reason),
            Self::Csv {
                path,
                row,
                column,
                reason,
            } if column.is_empty() => {
                language.load_csv_row(&path.display().to_string(), *row, reason)
            }
            Self::Csv {
                path,
                row,
                column,
                reason,
            } => language.load_csv(&path.display().to_string(), *row, column, reason),
        }
    }
}

impl SaveError {
    /// The sentence in a language.
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        match self {
            Self::NoFolder { path } => language.save_no_folder(&path.display().to_string()),
            Self::Failed { path, reason } => {
                language.save_failed(&path.display().to_string(), reason)
            }
            Self::Full { path } => language.save_full(&path.display().to_string()),
            Self::Forbidden { path } => language.save_forbidden(&path.display().to_string()),
            Self::ReadBackDiffers { path } => language.save_read_back(&path.display().to_string()),
            Self::ChangedOnDisk { path } => language.changed_text(&path.display().to_string()),
            Self::Unwritable { reason } => language.save_unwritable(reason),
        }
    }
}

impl std::fmt::Display for LoadError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.sentence(Language::English))
    }
}

impl std::fmt::Display for SaveError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.sentence(Language::English))
    }
}

impl std::error::Error for LoadError {}
impl std::error::Error for SaveError {}
