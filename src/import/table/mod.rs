//! Scores from any table, CSV or spreadsheet: read as cells, columns matched by name, rows looked at
//! one by one. Nothing is taken in before the user agrees.

mod cells;
mod columns;
mod csv;
mod grid;
mod masking;
mod ods;
mod parts;
mod put;
mod rows;
mod sheet;
mod take;
mod xls;

use std::{io::Read, path::Path};

pub use cells::{Cell, Table, TableError, TableFault, TableRow, column_name};
pub use columns::{Field, header_and_fields};
pub use masking::{Masking, Shown};
pub use rows::{Arriving, Context, Known, Problem, Reading, RowState, read_rows};
pub use take::{Decision as RowDecision, taken};

use crate::storage::{NotOpened, open_regular, shown_path};

/// The largest table that is read, in bytes.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// How many rows from the first one on say how many columns a table has.
const FIRST_ROWS: usize = 100;

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
        reason: error.to_string(),
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
