//! Has states of the document kept as earlier versions, and one of them read.

use std::{path::Path, sync::Arc};

use crate::{
    model::Workbook,
    state::{Effect, NewVersion, ReadingVersion, State, VersionFor, VersionsWork},
    storage::{Occasion, VersionKey, VersionNote},
};

fn keep(state: &mut State, workbook: Arc<Workbook>, note: VersionNote) {
    let version = NewVersion { workbook, note };
    state.effect(Effect::KeepVersion(Box::new(version)));
}

/// What is said of the document, as it was called then.
fn note(state: &State, occasion: Occasion, when: String) -> VersionNote {
    let name = state.document.name();
    VersionNote {
        name,
        when,
        occasion,
    }
}

/// The document is in its file now: has that kept, and what the file held before.
pub(super) fn saved(state: &mut State, path: &Path) {
    let when = (state.services.now)();
    let recovery = &mut state.recovery;
    let before = recovery.base.take();
    let before_when = std::mem::replace(&mut recovery.base_when, when.clone());
    recovery.saved();
    let Some(now) = recovery.base.clone() else {
        return;
    };
    if let Some(before) = before.filter(|_| state.document.file.is_some()) {
        if Arc::ptr_eq(&before, &now) {
            return;
        }
        let note = note(state, Occasion::Opened, before_when);
        keep(state, before, note);
    }
    let name = path.file_stem().unwrap_or_default();
    let note = VersionNote {
        name: name.to_string_lossy().into_owned(),
        when,
        occasion: Occasion::Saved,
    };
    keep(state, now, note);
}

/// Unsaved work came back as the document.
pub(super) fn recovered(state: &mut State, when: String) {
    let now = (state.services.now)();
    state.recovery.base_when.clone_from(&now);
    // What is damaged does not say when it was.
    let when = if when.is_empty() { now } else { when };
    let note = note(state, Occasion::Recovered, when);
    keep(state, Arc::clone(state.workbook()), note);
}

/// The document is given up with changes that its file does not hold.
pub(super) fn given_up(state: &mut State) {
    if state.document.file.is_some() {
        let note = note(state, Occasion::GivenUp, (state.services.now)());
        keep(state, Arc::clone(state.workbook()), note);
    }
}

/// Reads a version of the open workbook.
pub(super) fn read(state: &mut State, key: VersionKey, purpose: VersionFor) {
    if !state.may_read() {
        return;
    }
    state.opening_from = Some(state.document.history.revision());
    let reading = ReadingVersion {
        workbook: state.workbook().id,
        key,
        purpose,
    };
    state.effect(Effect::Versions(VersionsWork::Read(reading)));
}
