//! Taking a table of scores in: its columns, its rows, what the user decides about them.

use std::{collections::BTreeMap, path::PathBuf, sync::Arc};

use crate::import::{Field, Reading, RowDecision, Table};

/// A table about to be taken in.
#[derive(Clone, Debug, PartialEq)]
pub struct TableImport {
    /// The file.
    pub path: PathBuf,
    /// Its cells.
    pub table: Arc<Table>,
    /// The index of its heading among the rows.
    pub header: usize,
    /// Whether that heading is one, and not merely the first row.
    pub headed: bool,
    /// What each column stands for.
    pub fields: Vec<Field>,
    /// What each row would become; made anew where a column changes.
    pub reading: Arc<Reading>,
    /// What was decided about rows in conflict, by row number.
    pub decisions: BTreeMap<usize, RowDecision>,
    /// What becomes of those not decided one by one.
    pub all: RowDecision,
}

impl TableImport {
    /// How many rows would be taken in as things stand.
    #[must_use]
    pub fn to_take(&self) -> usize {
        use crate::import::RowState;
        let rows = self.reading.rows.iter();
        rows.filter(|(number, state)| match state {
            RowState::Ready(_) => true,
            RowState::Conflict(..) => self.decision(*number) != RowDecision::Skip,
            RowState::Wrong(_) => false,
        })
        .count()
    }

    /// What becomes of a row in conflict.
    #[must_use]
    pub fn decision(&self, row: usize) -> RowDecision {
        self.decisions.get(&row).copied().unwrap_or(self.all)
    }
}

/// An intent on the table being taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableAction {
    /// Says what a column stands for.
    Column(usize, Field),
    /// Decides about a row in conflict.
    Row(usize, RowDecision),
    /// Decides about all rows in conflict.
    AllRows(RowDecision),
    /// Reads another sheet.
    Sheet(usize),
}
