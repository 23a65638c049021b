//! Opening unsaved work that was found.

use std::sync::Arc;

use uuid::Uuid;

use super::{documents, merging, versioning};
use crate::{
    import::same_file,
    model::Workbook,
    state::{
        Document, Effect, RecoverFor, Recovered, Recovering, Screen, State, Tone,
        document::DocumentFile,
    },
    storage::{FileStamp, Leftover, LockState},
};

/// Reads unsaved work, and its file where that is wanted, to open it as the document.
pub(super) fn recover(state: &mut State, id: Uuid, purpose: RecoverFor) {
    // A file that is being opened would take its place unasked.
    if !state.may_read() {
        return;
    }
    let mut offered = state.recovery.offered.iter();
    if let Some(leftover) = offered.find(|one| one.id == id) {
        let recovering = Recovering {
            id,
            kept: leftover.slot.workbook_path(),
            own: leftover.about.path.clone(),
            stamp: leftover.about.stamp.clone(),
            saving: leftover.about.saving,
            purpose,
        };
        state.effect(Effect::Recover(Box::new(recovering)));
    }
}

/// Opens unsaved work that was read; what cannot be read stays where it is, and is offered still.
pub(super) fn recovered(state: &mut State, read: Recovered) {
    let workbook = match read.result {
        Ok(workbook) => workbook,
        Err(error) => {
            state.toast(Tone::Bad, error.sentence(state.language));
            return;
        }
    };
    open_recovered(state, read.id, workbook, read.base);
    match read.file {
        None => {}
        Some((path, Ok(file))) => merging::ask(state, &path, &file, None),
        Some((_, Err(error))) => state.toast(Tone::Bad, error.sentence(state.language)),
    }
}

fn open_recovered(
    state: &mut State,
    id: Uuid,
    workbook: Workbook,
    base: Option<(FileStamp, Workbook)>,
) {
    let Some(Leftover { about, slot, .. }) = state.recovery.take(id) else {
        return;
    };
    state.recovery.put_off();
    let mut document = Document::unsaved(workbook);
    let had_file = about.path.is_some();
    let (stamp, base) = base.unzip();
    document.file = about
        .path
        .zip(stamp.or(about.stamp))
        .and_then(|(path, stamp)| {
            // The lock of this very window's file goes over to the recovered document.
            let own = &mut state.document.file;
            let held = own.take_if(|own| same_file(&own.path, &path));
            match held.map_or_else(|| LockState::take_unless_noted(&path), |own| own.lock) {
                LockState::HeldElsewhere(_) => None,
                lock => Some(DocumentFile { path, stamp, lock }),
            }
        });
    let elsewhere = had_file && document.file.is_none();
    documents::replace(state, document);
    // From here on this window keeps it, in the very same place.
    state.recovery.base = base.map(Arc::new);
    versioning::recovered(state, about.when);
    state.effect(Effect::Adopt(slot));
    if let Some(enterprise) = about.enterprise
        && state.workbook().enterprise(enterprise).is_some()
    {
        state.session.select(Some(enterprise));
        state.session.round = about.round;
        state.drop_stale_ids();
    }
    if state.view().hidden() {
        state.session.screen = Screen::Room;
    }
    let name = match about.name.as_str() {
        "" => state.language.untitled(),
        name => name,
    };
    state.toast(Tone::Good, state.language.recovered(name));
    if elsewhere {
        state.toast(Tone::Caution, state.language.opened_elsewhere().to_owned());
    }
}
