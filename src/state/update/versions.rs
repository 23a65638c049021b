//! Lists earlier versions, compares one, and opens one as a workbook of its own.

use std::sync::Arc;

use super::{deferred, documents, merging, versioning};
use crate::{
    import::OpenError,
    model::{Workbook, WorkbookId},
    state::{
        Deferred, Dialog, Document, Effect, ReadingVersion, Saved, Screen, State, Tone, VersionFor,
        VersionsAction, VersionsView, VersionsWork,
    },
    storage::{LoadError, VersionNote, VersionsFound},
};

/// Shows the earlier versions of the workbook.
pub fn open(state: &mut State) {
    state.session.versions = VersionsView::default();
    state.session.dialog = Some(Dialog::Versions);
    let now = Arc::clone(state.workbook());
    state.effect(Effect::Versions(VersionsWork::List(now)));
}

/// From the comparison back to the list.
pub(super) fn back(state: &mut State) {
    state.session.versions.comparing = false;
    state.session.dialog = Some(Dialog::Versions);
}

pub(super) fn act(state: &mut State, action: VersionsAction) {
    match action {
        VersionsAction::Compare(key) => versioning::read(state, key, VersionFor::Comparing),
        VersionsAction::Open(key) => deferred::confirm_unsaved(state, Deferred::OpenVersion(key)),
        VersionsAction::AskForget(ask) => state.session.versions.forgetting = ask,
        VersionsAction::Forget => {
            let now = Arc::clone(state.workbook());
            state.effect(Effect::Versions(VersionsWork::Forget(now)));
        }
    }
}

/// Takes the list in; `None` where looking at them ended by a fault of the program.
pub(super) fn listed(state: &mut State, of: WorkbookId, found: Option<VersionsFound>) {
    if state.workbook().id != of {
        return;
    }
    let versions = &mut state.session.versions;
    let forgotten = std::mem::take(&mut versions.forgetting);
    let stay = found
        .as_ref()
        .is_none_or(|found| *found != VersionsFound::default());
    let text = match &found {
        None => Some(state.language.versions_broke()),
        Some(_) if forgotten && stay => Some(state.language.versions_stay()),
        Some(_) => None,
    };
    versions.found = Some(found.unwrap_or_default());
    if let Some(text) = text {
        state.toast(Tone::Bad, text.to_owned());
    }
}

/// Acts on a version that was read.
pub(super) fn was_read(
    state: &mut State,
    reading: ReadingVersion,
    result: Option<Result<(VersionNote, Box<Workbook>), LoadError>>,
) {
    let (note, version) = match result {
        Some(Ok(read)) => read,
        Some(Err(error)) => {
            // What the file says is not quoted: it may name somebody.
            let error = OpenError::File(error).unquoted();
            state.toast(Tone::Bad, error.sentence(state.language));
            return;
        }
        None => {
            state.toast(Tone::Bad, state.language.versions_broke().to_owned());
            return;
        }
    };
    // Another workbook was opened meanwhile: this one is nothing to it.
    if state.workbook().id != reading.workbook {
        return;
    }
    let today = (state.services.today)();
    let moment = state.language.moment(&note.when, &today);
    match reading.purpose {
        VersionFor::Comparing => {
            merging::ask_named(state, moment, &version, None);
            state.session.versions.comparing = true;
        }
        VersionFor::Opening
            if state.opening_from != Some(state.document.history.revision())
                && state.document.saved() == Saved::No =>
        {
            deferred::confirm_unsaved(state, Deferred::OpenVersion(reading.key));
        }
        VersionFor::Opening => open_copy(state, &note, *version),
    }
}

/// Opens a version as a workbook of its own, in which all is hidden that is hidden now.
fn open_copy(state: &mut State, note: &VersionNote, mut version: Workbook) {
    let language = state.language;
    let name = state.document.state(language).name;
    // The day is written out: what is today now is another day when it is read again.
    let moment = language.moment(&note.when, "");
    version.hide_as(state.workbook());
    version.id = WorkbookId((state.services.new_id)());
    version.title = language.versions_title_of_copy(&name, &moment);
    let selected = state.session.enterprise;
    documents::replace(state, Document::unsaved(version));
    state.session.select(selected);
    state.drop_stale_ids();
    if state.view().hidden() {
        state.session.screen = Screen::Room;
    }
    let text = language.versions_opened(&name);
    state.toast(Tone::Good, text);
}
