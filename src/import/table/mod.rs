//! Scores from any table, CSV or spreadsheet: read as cells, columns matched by name, rows looked at
//! one by one. Nothing is taken in before the user agrees.

mod columns;
mod csv;
mod masking;
mod rows;
mod sheet;
mod take;

use std::{
    io::{ErrorKind, Read},
    path::{Path, PathBuf},
};

pub use columns::{Field, header_and_fields};
pub use masking::{Masking, Shown};
pub use rows::{Arriving, Context, Known, Problem, Reading, RowState, read_rows};
pub use take::{Decision as RowDecision, taken};

use super::scores_csv::CsvFault;
use crate::storage::{NotOpened, open_regular, shown_path};

/// The largest table that is read, in bytes.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

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
    /// How many columns the widest row has.
    pub columns: usize,
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
    /// It is a pipe, a socket or a device.
    Special {
        /// Where it is.
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
}

/// Whether a path is meant to be a spreadsheet.
#[must_use]
pub fn is_sheet_path(path: &Path) -> bool {
    const SHEETS: [&str; 5] = ["xlsx", "xlsm", "xlsb", "xls", "ods"];
    path.extension()
        .and_then(|extension| extension.to_str())
        .is_some_and(|extension| {
            SHEETS
                .iter()
                .any(|sheet| extension.eq_ignore_ascii_case(sheet))
        })
}

/// Whether a path is meant to be a table of text.
#[must_use]
pub fn is_text_table_path(path: &Path) -> bool {
    const TEXTS: [&str; 3] = ["csv", "tsv", "tab"];
    path.extension()
        .and_then(|extension| extension.to_str())
        .is_some_and(|extension| {
            TEXTS
                .iter()
                .any(|text| extension.eq_ignore_ascii_case(text))
        })
}

/// Reads a file as a table; of a spreadsheet the sheet with this index.
///
/// # Errors
/// When the file cannot be read, or is no table.
pub fn read_table(path: &Path, sheet: usize) -> Result<Table, TableError> {
    let unreadable = |error: std::io::Error| TableError::Unreadable {
        path: path.to_owned(),
        reason: error.to_string(),
    };
    let file = open_regular(path).map_err(|error| match error {
        NotOpened::Special => TableError::Special {
            path: path.to_owned(),
        },
        NotOpened::Folder => unreadable(ErrorKind::IsADirectory.into()),
        NotOpened::System(error) => unreadable(error),
    })?;
    let mut bytes = Vec::new();
    let read = file.take(MOST_BYTES + 1).read_to_end(&mut bytes);
    if read.map_err(unreadable)? as u64 > MOST_BYTES {
        return Err(TableError::TooLarge {
            path: path.to_owned(),
        });
    }
    // A spreadsheet is told by its first bytes, whatever it is called.
    let zipped = bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0");
    let mut table = if zipped {
        sheet::read(path, bytes, sheet)?
    } else {
        csv::read(path, &bytes)?
    };
    table.name = path
        .file_name()
        .map(|name| shown_path(Path::new(name)))
        .unwrap_or_default();
    let empty = |cell: &Cell| cell.text.trim().is_empty() && cell.fault.is_none();
    table.rows.retain(|row| !row.cells.iter().all(empty));
    table.columns = table
        .rows
        .iter()
        .map(|row| row.cells.len())
        .max()
        .unwrap_or_default();
    if table.rows.is_empty() {
        return Err(TableError::Empty {
            path: path.to_owned(),
        });
    }
    Ok(table)
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
