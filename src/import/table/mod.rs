//! Scores from any table, CSV or spreadsheet: read as cells, columns matched by name, rows looked at
//! one by one. Nothing is taken in before the user agrees.

mod columns;
mod csv;
mod grid;
mod masking;
mod ods;
mod parts;
mod rows;
mod sheet;
mod take;
mod xls;

use std::{
    io::Read,
    path::{Path, PathBuf},
};

pub use columns::{Field, header_and_fields};
pub use masking::{Masking, Shown};
pub use rows::{Arriving, Context, Known, Problem, Reading, RowState, read_rows};
pub use take::{Decision as RowDecision, taken};

use super::scores_csv::CsvFault;
use crate::storage::{NotOpened, SystemReason, open_regular, shown_path};

/// The largest table that is read, in bytes.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// How many rows from the first one on say how many columns a table has.
const FIRST_ROWS: usize = 100;

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
    /// The system cannot read it.
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: SystemReason,
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
        /// Why, in the words of whoever reads spreadsheets.
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
enum Refused {
    /// It would take more memory than any table of scores.
    TooMuch,
    /// It is not put together as it should be.
    Damaged,
    /// It cannot be read, in the words of whoever reads it.
    Unreadable(String),
}

impl Refused {
    fn of(self, path: &Path) -> TableError {
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

/// Reads a file as a table; of a spreadsheet the sheet with this index among those that are shown.
///
/// However the file is made, reading it takes a bounded amount of memory and work, and a fault in
/// the reader is an error.
///
/// # Errors
/// When the file cannot be read, or is no table.
pub fn read_table(path: &Path, sheet: usize) -> Result<Table, TableError> {
    let unreadable = |error: std::io::Error| TableError::Unreadable {
        path: path.to_owned(),
        reason: (&error).into(),
    };
    let file = open_regular(path).map_err(|error| match error {
        NotOpened::Special | NotOpened::Folder => TableError::NoFile {
            path: path.to_owned(),
        },
        NotOpened::System(error) => unreadable(error),
    })?;
    let mut bytes = Vec::new();
    let read = file.take(MOST_BYTES + 1).read_to_end(&mut bytes);
    if read.map_err(unreadable)? as u64 > MOST_BYTES {
        return Err(TableError::TooLarge {
            path: path.to_owned(),
        });
    }
    // What a damaged file makes a reader of others do is its fault and not the end of the program.
    let table = std::panic::catch_unwind(|| read_bytes(path, &bytes, sheet));
    let mut table = table.unwrap_or_else(|_| {
        let path = path.to_owned();
        Err(TableError::Damaged { path })
    })?;
    table.name = path
        .file_name()
        .map(|name| shown_path(Path::new(name)))
        .unwrap_or_default();
    let empty = |cell: &Cell| cell.text.trim().is_empty() && cell.fault.is_none();
    table.rows.retain(|row| !row.cells.iter().all(empty));
    // By number and not by count: a cell far below a short table is none of its columns.
    let first = table.rows.first().map_or(0, |row| row.number);
    table.columns = table
        .rows
        .iter()
        .take_while(|row| row.number < first + FIRST_ROWS)
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

fn read_bytes(path: &Path, bytes: &[u8], sheet: usize) -> Result<Table, TableError> {
    // A spreadsheet is told by its first bytes, whatever it is called.
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(xls::SIGNATURE) {
        sheet::read(bytes, sheet).map_err(|refused| refused.of(path))
    } else {
        csv::read(path, bytes)
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
