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
    let recovery = &state.recovery;
    let in_file = recovery
        .base
        .as_ref()
        .filter(|_| state.document.file.is_some());
    let now = recovery.saving.clone();
    let now = now.filter(|now| in_file.is_none_or(|before| !Arc::ptr_eq(before, now)));
    let Some(now) = now else {
        state.recovery.saved();
        return;
    };
    opened(state);
    state.recovery.saved();
    let name = path.file_stem().unwrap_or_default();
    let note = VersionNote {
        name: name.to_string_lossy().into_owned(),
        when: (state.services.now)(),
        occasion: Occasion::Saved,
    };
    keep(state, now, note);
}

/// Has what the file held before it is written to kept, once.
fn opened(state: &mut State) {
    let base = state.recovery.base.clone();
    let base = base.filter(|_| state.document.file.is_some());
    if let Some((base, when)) = base.zip(state.recovery.base_when.take()) {
        let note = note(state, Occasion::Opened, when);
        keep(state, base, note);
    }
}

/// Unsaved work came back as the document.
pub(super) fn recovered(state: &mut State, when: String) {
    let now = (state.services.now)();
    state.recovery.base_when = Some(now.clone());
    opened(state);
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
