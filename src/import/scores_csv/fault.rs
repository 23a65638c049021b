//! What can be wrong with a scores CSV, and where.

use std::path::PathBuf;

/// A scores CSV with something wrong in it. Nothing of it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct CsvError {
    /// The file.
    pub path: PathBuf,
    /// The row as a spreadsheet counts it: from 1, the header included.
    pub row: usize,
    /// The name of the column; `None` where the whole row is meant.
    pub column: Option<&'static str>,
    /// What is wrong.
    pub fault: CsvFault,
}

/// What is wrong with a row or cell.
#[derive(Clone, Debug, PartialEq)]
pub enum CsvFault {
    /// Cells are separated by semicolons.
    Semicolons,
    /// Cells are separated by tabs.
    Tabs,
    /// A column of the header has another name than it should.
    WrongColumn {
        /// Its number, from 1.
        number: usize,
        /// The name it has.
        found: String,
        /// The name it should have.
        expected: &'static str,
    },
    /// The header ends before this column.
    MissingColumn(&'static str),
    /// The header goes on with this column.
    UnknownColumn(String),
    /// A row with too few or too many cells.
    CellCount {
        /// How many it has.
        found: usize,
        /// How many the header has.
        expected: usize,
    },
    /// A quotation mark that is never closed.
    OpenQuote,
    /// An enterprise without a name.
    NoName,
    /// An enterprise with another sector than before.
    OtherSector {
        /// The sector before.
        before: String,
        /// The row that has it.
        row: usize,
    },
    /// A second row of one respondent in one round.
    SecondRow {
        /// The respondent.
        name: String,
        /// The first row.
        row: usize,
    },
    /// A weight that is 0 or less.
    Weight(f64),
    /// A score outside 1..=5.
    OffScale(f64),
    /// A number with a comma for its point.
    DecimalComma(String),
    /// Not a number where a weight belongs.
    NotAWeight(String),
    /// Neither a number, nor `NA`, nor empty, where a score belongs.
    NotAScore(String),
    /// Anything else.
    Unreadable,
}

impl CsvError {
    /// The same without what it quotes of names and scores, for a screen on which those are hidden.
    #[must_use]
    pub fn unquoted(mut self) -> Self {
        match &mut self.fault {
            CsvFault::SecondRow { name: quoted, .. }
            | CsvFault::NotAScore(quoted)
            | CsvFault::NotAWeight(quoted)
            | CsvFault::DecimalComma(quoted)
            | CsvFault::UnknownColumn(quoted)
            | CsvFault::WrongColumn { found: quoted, .. } => "•".clone_into(quoted),
            _ => {}
        }
        self
    }
}
