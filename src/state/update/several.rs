//! Acts on what becomes of the document's file outside of this window.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{documents, keeping, saving};
use crate::{
    state::{Dialog, Effect, FileAction, Sight, State, Tone},
    storage::{Leftover, LockState, Overwrite, dated_beside},
};

/// How often a file that others have is looked at, in seconds.
const LOOK_EVERY: f64 = 3.0;

pub(super) fn act(state: &mut State, action: FileAction) {
    let Some(path) = state.document.path().map(Path::to_owned) else {
        return;
    };
    // The question at saving is answered by any of them.
    if let Some(Dialog::ChangedOnDisk(_)) = state.session.dialog {
        state.session.dialog = None;
    }
    if action != FileAction::KeepBoth {
        state.after_save = None;
    }
    match action {
        FileAction::TakeOver => documents::read_anew(state, Effect::TakeOver(path)),
        FileAction::Reload if state.document.has_unsaved_edits() => {
            state.session.dialog = Some(Dialog::Reload);
        }
        FileAction::Reload => documents::read_anew(state, Effect::Open(path)),
        FileAction::Compare => state.effect(Effect::Read(path)),
        FileAction::KeepBoth => {
            let words = state.language.file_my_copy();
            let beside = dated_beside(&path, words, &(state.services.now)());
            saving::write(state, beside, Overwrite::Never);
        }
        FileAction::MergeCopy => {
            if let Some(copy) = state.several.copies.first() {
                let copy = copy.clone();
                state.effect(Effect::Read(copy));
            }
        }
        FileAction::LeaveCopies => state.several.copies.clear(),
    }
}

/// Looks at the document's file on the way back to the window, and from time to time while others have it.
pub(super) fn watch(state: &mut State, came_back: bool) {
    if (look_is_due(state) || came_back)
        && state.several.looking.is_none()
        && let Some(file) = &state.document.file
    {
        state.several.looking = Some(file.stamp.clone());
        let path = file.path.clone();
        state.effect(Effect::Look(path));
    }
}

/// Whether it is time to look at a file that others have; begins to wait for that.
fn look_is_due(state: &mut State) -> bool {
    if !state.is_read_only() || state.several.looking.is_some() {
        state.several.next_look = None;
        return false;
    }
    let now = state.moment.seconds;
    let due = &mut state.several.next_look;
    *due.get_or_insert(now + LOOK_EVERY) <= now
}

pub(super) fn looked(state: &mut State, path: &Path, sight: Option<Sight>) {
    let thought = state.several.looked();
    // A save that runs, or ran meanwhile, changes the file, too.
    let saves = state.saving.runs();
    let (Some(file), Some(sight)) = (&mut state.document.file, sight) else {
        return;
    };
    if saves || file.path != path || thought.as_ref() != Some(&file.stamp) {
        return;
    }
    if let LockState::HeldElsewhere(holder) = &mut file.lock {
        state.several.free = sight.holder.is_none();
        state.several.newer = sight.stamp.as_ref().is_some_and(|now| *now != file.stamp);
        if let Some(now) = sight.holder {
            *holder = now;
        }
    }
    state.document.saw_file(sight.stamp.as_ref());
}

/// Has copies looked for that lie beside the file that was just opened.
pub(super) fn find_copies(state: &mut State) {
    if !state.is_read_only()
        && let Some(path) = state.document.path()
    {
        let effect = Effect::FindCopies(path.to_owned(), Arc::clone(state.workbook()));
        state.effect(effect);
    }
}

pub(super) fn found_copies(state: &mut State, path: &Path, copies: Vec<PathBuf>) {
    if state.document.path() == Some(path) && !state.is_read_only() {
        state.several.copies = copies;
    }
}

/// Sets what is unsaved aside, to show what the file holds then.
pub(super) fn reload(state: &mut State) {
    // What was typed last is kept, too.
    keeping::look(state);
    state.effect(Effect::SetAside);
}

/// Offers what was set aside and reads the file; where it could not be set aside everything stays.
pub(super) fn set_aside(state: &mut State, leftover: Option<Leftover>) {
    let Some(leftover) = leftover else {
        let text = state.language.not_set_aside().to_owned();
        state.toast(Tone::Bad, text);
        return;
    };
    state.recovery.offered.insert(0, leftover);
    // Its user knows of it; Start shows it.
    state.recovery.put_off();
    // From here on what is open is kept in another place.
    state.recovery.seen = None;
    state.toast(Tone::Good, state.language.set_aside().to_owned());
    if let Some(path) = state.document.path().map(Path::to_owned) {
        documents::read_anew(state, Effect::Open(path));
    }
}
