//! Taking a table of scores in: its columns, its rows, what the user decides about them.

use std::{collections::BTreeMap, path::PathBuf, sync::Arc};

use super::{Dialog, Effect, Offer, State, Tone};
use crate::{
    edit::Command,
    import::{
        Field, Reading, RowDecision, Table, TableContext, TableError, header_and_fields, read_rows,
        taken,
    },
};

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

impl State {
    /// Reads a table on a thread; its page opens when it is read.
    pub(super) fn read_table(&mut self, path: PathBuf, sheet: usize) {
        if self.at_work.reads_nothing() {
            self.effect(Effect::ReadTable(path, sheet));
        } else {
            self.say(Tone::Caution, self.language.busy().to_owned());
        }
    }

    /// Shows a table that was read, or says why it could not be.
    pub(super) fn ask_table(&mut self, path: PathBuf, result: Result<Table, TableError>) {
        let table = match result {
            Ok(table) => Arc::new(table),
            Err(error) => {
                let text = self.language.table_error(&error);
                self.say(Tone::Bad, text);
                return;
            }
        };
        let (header, fields) = header_and_fields(&table, &self.knowledge.framework);
        let reading = self.table_reading(&table, header, &fields);
        self.session.dialog = Some(Dialog::Table(Box::new(TableImport {
            path,
            table,
            header,
            headed: fields.iter().any(|field| *field != Field::Ignore),
            fields,
            reading,
            decisions: BTreeMap::new(),
            all: RowDecision::default(),
        })));
    }

    fn table_reading(&self, table: &Table, header: usize, fields: &[Field]) -> Arc<Reading> {
        let context = TableContext {
            workbook: self.workbook(),
            selected: self.selected_round(),
            new_round: self.language.first_round(),
        };
        Arc::new(read_rows(table, header, fields, &context))
    }

    pub(super) fn table(&mut self, action: TableAction) {
        let Some(Dialog::Table(import)) = self.session.dialog.take() else {
            return;
        };
        let mut import = import;
        match action {
            TableAction::Column(column, field) => {
                if let Some(slot) = import.fields.get_mut(column) {
                    *slot = field;
                }
                import.decisions.clear();
                import.reading = self.table_reading(&import.table, import.header, &import.fields);
            }
            TableAction::Row(row, decision) => {
                import.decisions.insert(row, decision);
            }
            TableAction::AllRows(decision) => {
                import.decisions.clear();
                import.all = decision;
            }
            TableAction::Sheet(sheet) => self.read_table(import.path.clone(), sheet),
        }
        self.session.dialog = Some(Dialog::Table(import));
    }

    /// Takes the rows in, as one step.
    pub(super) fn take_table(&mut self, import: &TableImport) {
        let language = self.language;
        let workbook = Arc::clone(self.workbook());
        let (changed, count) = taken(
            &workbook,
            &import.reading,
            &import.decisions,
            import.all,
            &|number| language.new_person_name(number),
            &mut self.new_id,
        );
        self.edit(&Command::Replace(Arc::new(changed)));
        self.session.screen = match self.session.screen {
            super::Screen::Start => super::Screen::Assess,
            screen => screen,
        };
        let text = language.table_taken(count, &import.table.name);
        self.say_with(Tone::Good, text, Offer::Undo);
    }
}
