//! What of a table that is looked at may be shown: every cell by the place that its own row names.

use super::{
    cells::{Table, TableFault, TableRow, column_name},
    columns::Field,
    rows::Problem,
};
use crate::{
    import::scores_csv::CsvFault,
    model::{Called, EnterpriseId, RoundId, Workbook},
};

/// How a cell is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown<'a> {
    /// As it is.
    Text(&'a str),
    /// The enterprise that it names, as that is called.
    Enterprise(Called<'a>),
    /// Not at all.
    Hidden,
}

/// The columns of a table beside the workbook that they are to join.
#[derive(Clone, Copy, Debug)]
pub struct Masking<'a> {
    workbook: &'a Workbook,
    fields: &'a [Field],
    /// The round of rows that leave theirs empty.
    selected_round: Option<&'a str>,
}

impl<'a> Masking<'a> {
    /// The rules for a table whose columns stand for these fields.
    #[must_use]
    pub fn new(
        workbook: &'a Workbook,
        fields: &'a [Field],
        selected: Option<(EnterpriseId, RoundId)>,
    ) -> Self {
        let round = selected.and_then(|(enterprise, round)| {
            let round = workbook.enterprise(enterprise)?.round(round)?;
            Some(round.name.as_str())
        });
        Self {
            workbook,
            fields,
            selected_round: round,
        }
    }

    /// How a cell below the heading is shown. What a column that is left out holds nobody knows, so it
    /// is hidden with the first thing that is.
    #[must_use]
    pub fn cell(&self, row: &'a TableRow, column: usize) -> Shown<'a> {
        let text = row.cells.get(column).map_or("", |cell| cell.text.as_str());
        let workbook = self.workbook;
        let field = self.fields.get(column).copied().unwrap_or_default();
        let hidden = match field {
            _ if text.trim().is_empty() => false,
            Field::Enterprise if workbook.uses_aliases => {
                let mut all = workbook.enterprises.iter();
                let known = all.find(|one| one.name.trim() == text.trim());
                return known.map_or(Shown::Hidden, |one| Shown::Enterprise(workbook.called(one)));
            }
            Field::Respondent | Field::Role => workbook.hides_people,
            Field::Factor(_) | Field::Note => self.withholds(row),
            Field::Ignore => workbook.hides_people || workbook.uses_aliases || self.withholds(row),
            Field::Enterprise | Field::Sector | Field::Round | Field::Weight => false,
        };
        if hidden {
            Shown::Hidden
        } else {
            Shown::Text(text)
        }
    }

    /// Whether what is wrong with a row may be said with what it quotes.
    #[must_use]
    pub fn may_quote(&self, table: &'a Table, problem: &Problem) -> bool {
        match &problem.fault {
            TableFault::Merged(_)
            | TableFault::Beyond(_)
            | TableFault::FormulaEmpty
            | TableFault::NoEnterprise
            | TableFault::NoScores
            | TableFault::SameField(_)
            | TableFault::Value(CsvFault::NoName) => return true,
            TableFault::Value(CsvFault::SecondRow { .. }) => return !self.workbook.hides_people,
            TableFault::Value(_) | TableFault::FormulaError(_) | TableFault::Date(_) => {}
        }
        let rows = &table.rows;
        let row = rows.binary_search_by_key(&problem.row, |row| row.number);
        let mut columns = 0..self.fields.len();
        let column = columns.find(|place| problem.column.as_ref() == Some(&column_name(*place)));
        row.ok()
            .zip(column)
            .is_some_and(|(row, column)| matches!(self.cell(&rows[row], column), Shown::Text(_)))
    }

    /// Whether the scores and notes of a row are of a round that is being scored, or may be.
    fn withholds(&self, row: &TableRow) -> bool {
        let named = |field| {
            let column = self.fields.iter().position(|other| *other == field)?;
            Some(row.cells.get(column).map_or("", |cell| cell.text.trim()))
        };
        let enterprise = named(Field::Enterprise).filter(|name| !name.is_empty());
        let round = match named(Field::Round) {
            Some("") => self.selected_round,
            round => round,
        };
        self.workbook.withholds(enterprise, round)
    }
}
