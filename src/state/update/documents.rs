//! Another document in place of the open one: new, for a sector, the demo, a file.

use std::{path::PathBuf, sync::Arc};

use super::{codes, enterprises, keeping, table};
use crate::{
    edit::Command,
    import::{PREFIX, is_sheet_path},
    knowledge::demo_workbook,
    model::{Workbook, WorkbookId},
    state::{
        Dialog, Document, Effect, NewFromSector, Portfolio, Results, Screen, Session, State, Tone,
        paths::whole_path, several::Several,
    },
    storage::read_text,
};

/// The largest file that is looked at for response codes, in bytes.
const MOST_CODES: u64 = 1024 * 1024;

pub(super) fn start_new(state: &mut State) {
    let id = WorkbookId((state.services.new_id)());
    replace(state, Document::new(Workbook::new(id, String::new())));
    enterprises::add(state);
    state.session.renaming = state.session.enterprise;
}

/// Asks what a new workbook for a sector begins with.
pub(super) fn ask_sector(state: &mut State) {
    let first = state.knowledge.sectors.iter().next();
    state.session.dialog = Some(Dialog::Sector(NewFromSector {
        sector: first.map(|sector| sector.id.clone()).unwrap_or_default(),
        ..NewFromSector::default()
    }));
}

/// A new workbook with the firms, technology and roles of a sector.
pub(super) fn start_from(state: &mut State, wanted: &NewFromSector) {
    let id = WorkbookId((state.services.new_id)());
    replace(state, Document::new(Workbook::new(id, String::new())));
    let mut workbook = Workbook::new(id, wanted.title.trim().to_owned());
    workbook.enterprises = enterprises::of_sector(state, wanted);
    let first = workbook.enterprises.first().map(|first| first.id);
    state.edit(&Command::Replace(Arc::new(workbook)));
    state.session.select(first);
    state.session.screen = Screen::Assess;
}

pub(super) fn open_demo(state: &mut State) {
    match demo_workbook(state.language) {
        Ok(mut workbook) => {
            // A copy of one's own: two people's demos are two workbooks.
            workbook.id = WorkbookId((state.services.new_id)());
            replace(state, Document::new(workbook));
        }
        Err(error) => state.toast(Tone::Bad, state.language.preset_error(&error)),
    }
}

pub(super) fn open_file(state: &mut State, path: PathBuf) {
    let path = whole_path(path);
    // What a response form was downloaded as is no document: its codes are offered.
    if path.extension().is_some_and(|extension| extension == "txt")
        && let Ok(text) = read_text(&path, MOST_CODES)
        && text.trim_start().starts_with(PREFIX)
    {
        codes::ask(state, text);
        return;
    }
    if is_sheet_path(&path) {
        table::read(state, path, 0);
    } else {
        read_anew(state, Effect::Open(path));
    }
}

/// Reads a file that is to be the document; the document's own, for what it holds by now.
pub(super) fn read_anew(state: &mut State, effect: Effect) {
    if state.may_read() {
        state.opening_from = Some(state.document.history.revision());
        state.effect(effect);
    }
}

/// The same document as its file holds it by now: what is looked at stays, as far as it is still there.
pub(super) fn replace_in_place(state: &mut State, document: Document) {
    let Session {
        screen,
        enterprise,
        round,
        person,
        results_page,
        ..
    } = state.session;
    replace(state, document);
    state.session = Session {
        screen,
        enterprise,
        round,
        person,
        results_page,
        ..std::mem::take(&mut state.session)
    };
    state.drop_stale_ids();
}

pub(super) fn replace(state: &mut State, document: Document) {
    keeping::forget(state);
    state.document = document;
    state.document_number += 1;
    state.several = Several::default();
    state.results = Results::default();
    state.portfolio = Portfolio::default();
    state.session = Session {
        screen: Screen::Assess,
        picture: state.session.picture,
        charts_as: state.session.charts_as,
        toggled: std::mem::take(&mut state.session.toggled),
        toasts: state.session.take_toasts(),
        ..Session::default()
    };
    state
        .session
        .drop_stale_ids(state.document.history.workbook());
    keeping::offer(state);
}
