//! Saving the document: one save at a time, the newest state last.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{choosing, deferred, settings, versioning};
use crate::{
    edit::Revision,
    import::same_file,
    state::{
        Dialog, Effect, FileJob, Locking, Offer, State, Tone, document::DocumentFile,
        paths::whole_path, saving::Save, several::Several,
    },
    storage::{FileStamp, LockState, Overwrite, SaveError, shown_path},
};

/// Saves to the document's file, or asks for one.
pub fn save(state: &mut State) {
    match &state.document.file {
        Some(file) if file.holder().is_none() => {
            let overwrite = Overwrite::IfUnchanged(file.stamp.clone());
            write(state, file.path.clone(), overwrite);
        }
        _ => choosing::choose(state, FileJob::Save),
    }
}

/// Saves to a file, after the save that runs if there is one.
pub(super) fn write(state: &mut State, path: PathBuf, overwrite: Overwrite) {
    let path = whole_path(path);
    let history = &state.document.history;
    let save = Save {
        path,
        workbook: Arc::clone(history.workbook()),
        revision: history.revision(),
        overwrite,
        document: state.document_number,
    };
    if let Some(save) = state.saving.begin_or_wait(save) {
        start(state, save);
    }
}

fn start(state: &mut State, save: Save) {
    if save.document == state.document_number {
        state.recovery.saving(&save.workbook);
    }
    let own = state.document.path();
    let locking = if own.is_some_and(|own| same_file(own, &save.path)) {
        Locking::Held
    } else {
        Locking::Take
    };
    state.effect(Effect::Save {
        locking,
        path: save.path,
        workbook: save.workbook,
        revision: save.revision,
        overwrite: save.overwrite,
    });
}

/// Acts on the end of a save, and starts the one that waited for it.
pub(super) fn ended(
    state: &mut State,
    path: &Path,
    revision: Revision,
    result: Result<FileStamp, SaveError>,
    lock: Option<LockState>,
) {
    let document = state.saving.end();
    let of_this_document = document == Some(state.document_number);
    let stamp = match &result {
        Ok(stamp) => Some(stamp.clone()),
        // What is there is ours, however long it stays.
        Err(SaveError::Unsettled { stamp, .. }) => stamp.clone(),
        Err(_) => None,
    };
    match result {
        Ok(stamp) if of_this_document => {
            state.document.mark_saved(revision);
            versioning::saved(state, path);
            saved_to(state, path, stamp, lock);
        }
        // The document that is open by now knows nothing of this file.
        Ok(_) => state.toast(Tone::Good, state.language.saved(&shown_path(path))),
        Err(SaveError::ChangedOnDisk { path }) if of_this_document => {
            state.recovery.not_saved();
            state.session.dialog = Some(Dialog::ChangedOnDisk(path));
        }
        Err(error) => {
            let text = error.sentence(state.language);
            if of_this_document && let Some(stamp) = stamp.clone() {
                is_in(state, path, stamp, lock);
            }
            failed(state, of_this_document, text);
        }
    }
    next(state, document, path, stamp.as_ref());
}

/// Acts on a save that ended by a fault of the program.
pub(super) fn broke(state: &mut State, path: &Path) {
    let document = state.saving.end();
    let text = state.language.writing_broke(&shown_path(path));
    failed(state, document == Some(state.document_number), text);
    next(state, document, path, None);
}

fn failed(state: &mut State, of_this_document: bool, text: String) {
    state.after_save = None;
    state.recovery.not_saved();
    if of_this_document {
        state.document.mark_failed();
        state.toast_with(Tone::Bad, text, Offer::SaveElsewhere);
    } else {
        state.toast(Tone::Bad, text);
    }
}

fn next(state: &mut State, document: Option<u64>, path: &Path, written: Option<&FileStamp>) {
    if let Some(save) = state.saving.begin_next(document, path, written) {
        start(state, save);
    }
}

fn saved_to(state: &mut State, path: &Path, stamp: FileStamp, lock: Option<LockState>) {
    let offers = |offer| offer == Offer::SaveElsewhere;
    state.session.toasts.retain(|toast| !offers(toast.offer));
    state.toast(Tone::Good, state.language.saved(&shown_path(path)));
    is_in(state, path, stamp, lock);
    // A save that waits holds more than this one did.
    if !state.saving.waits()
        && let Some(next) = state.after_save.take()
    {
        deferred::confirm_unsaved(state, next);
    }
}

/// The document's file is this one from here on.
fn is_in(state: &mut State, path: &Path, stamp: FileStamp, lock: Option<LockState>) {
    let same = state
        .document
        .path()
        .is_some_and(|own| same_file(own, path));
    match &mut state.document.file {
        Some(file) if same => file.stamp = stamp,
        file => {
            *file = Some(DocumentFile {
                path: path.to_owned(),
                stamp,
                lock: lock.unwrap_or(LockState::Unknown),
            });
            state.several = Several::default();
        }
    }
    settings::remember(state, path);
}
