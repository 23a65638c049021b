//! What would lose unsaved work: it asks first, and what was put off is done.

use super::{choosing, documents, keeping, recovering, versioning};
use crate::state::{
    Deferred, Dialog, Effect, FileJob, RecoverFor, Saved, State, VersionFor, root::Leaving,
};

/// Goes on at once, or asks first where unsaved work would be lost.
pub fn confirm_unsaved(state: &mut State, next: Deferred) {
    state.document.look_at_file();
    if state.document.saved() == Saved::No {
        state.session.dialog = Some(Dialog::Unsaved(next));
    } else {
        run_deferred(state, next);
    }
}

pub(super) fn run_deferred(state: &mut State, next: Deferred) {
    match next {
        Deferred::New => documents::start_new(state),
        Deferred::NewFromSector => documents::ask_sector(state),
        Deferred::Demo => documents::open_demo(state),
        Deferred::Open(path) => documents::open_file(state, path),
        Deferred::ChooseFile => choosing::choose(state, FileJob::Open),
        Deferred::TypePath => choosing::type_path(state, FileJob::Open),
        Deferred::Recover(id) => recovering::recover(state, id, RecoverFor::GoingOn),
        Deferred::CompareRecovered(id) => recovering::recover(state, id, RecoverFor::Comparing),
        Deferred::OpenVersion(key) => versioning::read(state, key, VersionFor::Opening),
        Deferred::Quit => {
            keeping::forget(state);
            state.leaving = Leaving::Settled;
            state.effect(Effect::Close);
        }
    }
}
