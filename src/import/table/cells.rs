//! A table as cells, and why one cannot be read.

use std::path::{Path, PathBuf};

use crate::import::scores_csv::CsvFault;

/// A table as read: cells and where they stand.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The file's name.
    pub name: String,
    /// Names of the sheets; empty for a CSV file.
    pub sheets: Vec<String>,
    /// Which of them was read.
    pub sheet: usize,
    /// The encoding it was read in, where it is not UTF-8.
    pub encoding: Option<&'static str>,
    /// How many cells hold a formula whose value was taken.
    pub formulas: usize,
    /// The rows that hold something, in order.
    pub rows: Vec<TableRow>,
    /// How many columns the widest of its first rows has. Cells further out have no heading, and no
    /// field is theirs.
    pub columns: usize,
    /// The row number and the column's letter of the first cell that stands too far to the right of
    /// others of its row, and is left out.
    pub beyond: Option<(usize, String)>,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableRow {
    /// Its number as a spreadsheet counts, from 1.
    pub number: usize,
    /// Its cells from column A on.
    pub cells: Vec<Cell>,
}

/// A cell: its text, or what keeps it from having one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// The value as text; a number as short as it can be told apart.
    pub text: String,
    /// What is wrong with it before anybody asks what it means.
    pub fault: Option<TableFault>,
}

/// What is wrong with a cell or row of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum TableFault {
    /// As in a scores CSV.
    Value(CsvFault),
    /// The cell belongs to a merged range, as `B2:C4`.
    Merged(String),
    /// A formula with an error for its value, as `#REF!`.
    FormulaError(String),
    /// A formula whose value was never computed.
    FormulaEmpty,
    /// A date where none belongs.
    Date(String),
    /// No enterprise is named, and none is selected.
    NoEnterprise,
    /// The row has no score at all.
    NoScores,
    /// Another column stands for the same.
    SameField(String),
    /// The cell stands in this column, further out than is looked at.
    Beyond(String),
}

/// Why a file cannot be read as a table at all.
#[derive(Clone, Debug, PartialEq)]
pub enum TableError {
    /// It cannot be read, in the system's words.
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// It is a folder, a device, a pipe or a socket.
    NoFile {
        /// Its path.
        path: PathBuf,
    },
    /// It is larger than 64 megabytes.
    TooLarge {
        /// The file.
        path: PathBuf,
    },
    /// It is no spreadsheet that can be read: damaged, protected by a password, or something else.
    NoSheet {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// A quotation mark that is never closed.
    OpenQuote {
        /// The file.
        path: PathBuf,
        /// The row in which it opens.
        row: usize,
    },
    /// Its characters are in no encoding that is known here.
    Encoding {
        /// The file.
        path: PathBuf,
    },
    /// It has no cells.
    Empty {
        /// The file.
        path: PathBuf,
    },
    /// It holds more cells, or unpacks to more, than any table of scores.
    TooMuch {
        /// The file.
        path: PathBuf,
    },
    /// It is a page of the web under a table's name.
    WebPage {
        /// The file.
        path: PathBuf,
    },
    /// It is damaged in a way that reading it cannot get over.
    Damaged {
        /// The file.
        path: PathBuf,
    },
}

/// Why the content of a file is refused; the file is added to it by [`Refused::of`].
#[derive(Debug)]
pub(super) enum Refused {
    /// It would take more memory than any table of scores.
    TooMuch,
    /// It is not put together as it should be.
    Damaged,
    /// It cannot be read, in the words of whoever reads it.
    Unreadable(String),
}

impl Refused {
    pub(super) fn of(self, path: &Path) -> TableError {
        let path = path.to_owned();
        match self {
            Self::TooMuch => TableError::TooMuch { path },
            Self::Damaged => TableError::Damaged { path },
            Self::Unreadable(reason) => TableError::NoSheet { path, reason },
        }
    }
}

impl<E: std::error::Error> From<E> for Refused {
    fn from(error: E) -> Self {
        Self::Unreadable(error.to_string())
    }
}

/// The name of a column, counted from 0: A to Z, AA and on.
#[must_use]
pub fn column_name(index: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(index % 26).unwrap_or_default());
    match index / 26 {
        0 => letter.to_string(),
        more => format!("{}{letter}", column_name(more - 1)),
    }
}
