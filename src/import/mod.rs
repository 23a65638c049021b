//! Reading what others wrote: the scores CSV, and telling which kind a file is.

mod response_code;
mod scores_csv;
mod table;
mod visible;

use std::{fs, path::Path};

use uuid::Uuid;

pub use response_code::{CodeFault, MAX_NAME, PREFIX, ResponseCode, tag};
pub use scores_csv::{CsvError, CsvFault, HEADER, LeftOut, read_scores, write_scores};

pub use table::{
    Arriving, Cell, Context as TableContext, Field, Known, Masking as TableMasking, Problem,
    Reading, RowDecision, RowState, Shown, Table, TableError, TableFault, TableRow, column_name,
    header_and_fields, is_sheet_path, is_text_table_path, read_rows, read_table, taken,
};

pub use visible::{is_unseen, visible_name};

use crate::{
    model::Workbook,
    storage::{LoadError, MAX_BYTES, parse_workbook, read_text},
};

/// Where a workbook came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A workbook file.
    Workbook,
    /// A scores CSV.
    ScoresCsv,
}

/// Why a file cannot be opened as what it is.
#[derive(Clone, Debug, PartialEq)]
pub enum OpenError {
    /// It cannot be read, or is a workbook with something wrong in it.
    File(LoadError),
    /// It is a scores CSV with something wrong in it.
    Csv(CsvError),
}

/// Names the ids that are made from what a file holds; never to change, as the ids would with it.
const CONTENT: Uuid = Uuid::from_u128(0x6d0f_7c1e_93b8_4a52_8e47_1c5d_a2f0_b936);

/// Ids for the records of a file that has none, in the order in which they are asked for: the same
/// ones whenever the same content is read, and no others', so that files made apart can be merged.
///
/// They are name-based UUIDs (version 5) of the content and the record's place in it.
fn content_ids(content: &str) -> impl FnMut() -> Uuid {
    let file = Uuid::new_v5(&CONTENT, content.as_bytes());
    let mut places = 0_u64..;
    move || {
        let place = places.next().unwrap_or_default();
        Uuid::new_v5(&file, &place.to_be_bytes())
    }
}

/// Opens a workbook or a scores CSV, told apart by what is in the file and not by its name. The records
/// of a CSV file, which has no ids, get such as are the same whenever that content is opened.
///
/// # Errors
/// When the file is neither, or is wrong; nothing is opened then.
pub fn open_any(path: &Path) -> Result<(Workbook, Source), OpenError> {
    let text = read_text(path, MAX_BYTES)?;
    if scores_csv::is_one(&text) {
        let title = path
            .file_stem()
            .map(|stem| stem.to_string_lossy().into_owned())
            .unwrap_or_default();
        let workbook = read_scores(path, &text, title, &mut content_ids(&text))?;
        return Ok((workbook, Source::ScoresCsv));
    }
    Ok((parse_workbook(path, &text)?, Source::Workbook))
}

/// Whether a path is meant to be a CSV file.
#[must_use]
pub fn is_csv_path(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("csv"))
}

/// Whether two paths name one file.
#[must_use]
pub fn same_file(one: &Path, two: &Path) -> bool {
    match (fs::canonicalize(one), fs::canonicalize(two)) {
        (Ok(one), Ok(two)) => one == two,
        _ => one == two,
    }
}

impl From<LoadError> for OpenError {
    fn from(error: LoadError) -> Self {
        Self::File(error)
    }
}

impl OpenError {
    /// The same without what it quotes of names and scores; see [`CsvError::unquoted`].
    #[must_use]
    pub fn unquoted(self) -> Self {
        match self {
            Self::Csv(error) => Self::Csv(error.unquoted()),
            Self::File(error) => Self::File(error),
        }
    }
}

impl From<CsvError> for OpenError {
    fn from(error: CsvError) -> Self {
        Self::Csv(error)
    }
}
