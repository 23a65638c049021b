//! Taking a table of scores in, as one step.

use std::{collections::BTreeMap, path::PathBuf, sync::Arc};

use crate::{
    edit::Command,
    import::{
        Field, Reading, RowDecision, Table, TableContext, TableError, header_and_fields, read_rows,
        taken,
    },
    state::{Dialog, Effect, Offer, Screen, State, TableAction, TableImport, Tone},
};

/// Reads a table on a thread; its page opens when it is read.
pub(super) fn read(state: &mut State, path: PathBuf, sheet: usize) {
    if state.may_read() {
        state.effect(Effect::ReadTable(path, sheet));
    }
}

/// Shows a table that was read, or says why it could not be.
pub(super) fn ask(state: &mut State, path: PathBuf, result: Result<Table, TableError>) {
    let table = match result {
        Ok(table) => Arc::new(table),
        Err(error) => {
            let text = state.language.table_error(&error);
            state.toast(Tone::Bad, text);
            return;
        }
    };
    let (header, fields) = header_and_fields(&table, &state.knowledge.framework);
    let reading = reading(state, &table, header, &fields);
    state.session.dialog = Some(Dialog::Table(Box::new(TableImport {
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

fn reading(state: &State, table: &Table, header: usize, fields: &[Field]) -> Arc<Reading> {
    let context = TableContext {
        workbook: state.workbook(),
        selected: state.selected_round(),
        new_round: state.language.first_round(),
    };
    Arc::new(read_rows(table, header, fields, &context))
}

pub(super) fn act(state: &mut State, action: TableAction) {
    let Some(Dialog::Table(import)) = state.session.dialog.take() else {
        return;
    };
    let mut import = import;
    match action {
        TableAction::Column(column, field) => {
            if let Some(slot) = import.fields.get_mut(column) {
                *slot = field;
            }
            import.decisions.clear();
            import.reading = reading(state, &import.table, import.header, &import.fields);
        }
        TableAction::Row(row, decision) => {
            import.decisions.insert(row, decision);
        }
        TableAction::AllRows(decision) => {
            import.decisions.clear();
            import.all = decision;
        }
        TableAction::Sheet(sheet) => read(state, import.path.clone(), sheet),
    }
    state.session.dialog = Some(Dialog::Table(import));
}

/// Takes the rows in, as one step.
pub(super) fn take(state: &mut State, import: &TableImport) {
    let language = state.language;
    let workbook = Arc::clone(state.workbook());
    let (changed, count) = taken(
        &workbook,
        &import.reading,
        &import.decisions,
        import.all,
        &|number| language.new_person_name(number),
        &mut state.services.new_id,
    );
    state.edit(&Command::Replace(Arc::new(changed)));
    state.session.screen = match state.session.screen {
        Screen::Start => Screen::Assess,
        screen => screen,
    };
    let text = language.table_taken(count, &import.table.name);
    state.toast_with(Tone::Good, text, Offer::Undo);
}
