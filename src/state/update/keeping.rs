//! Keeping what is in no file while the program runs, and offering what windows before left behind.

use std::sync::Arc;

use crate::{
    state::{Dialog, Effect, Saved, State, Unsaved, root::Leaving},
    storage::About,
};

pub(super) fn look(state: &mut State) {
    let saved = state.document.saved();
    let workbook = state.document.history.workbook();
    let seen = state.recovery.seen.as_ref();
    let same = seen.is_some_and(|(seen, was)| Arc::ptr_eq(seen, workbook) && *was == saved);
    if same || state.leaving == Leaving::Settled {
        return;
    }
    let was_unsaved = seen.is_none_or(|(_, was)| *was == Saved::No);
    let workbook = Arc::clone(workbook);
    state.recovery.seen = Some((Arc::clone(&workbook), saved));
    match saved {
        Saved::Yes => {
            let base = state.recovery.base.replace(Arc::clone(&workbook));
            if base.is_none_or(|base| !Arc::ptr_eq(&base, &workbook)) {
                state.recovery.base_when = Some((state.services.now)());
            }
            if was_unsaved {
                state.effect(Effect::ForgetKept);
            }
        }
        Saved::No => {
            let unsaved = Unsaved {
                about: about(state),
                base: state.recovery.base.clone(),
                saving: state.recovery.saving.clone(),
                workbook,
            };
            state.effect(Effect::Keep(Box::new(unsaved)));
        }
    }
}

/// The document is given up: nothing of it is kept any more.
pub(super) fn forget(state: &mut State) {
    state.recovery.seen = None;
    state.recovery.base = None;
    state.effect(Effect::ForgetKept);
}

fn about(state: &State) -> About {
    let file = state.document.file.as_ref();
    // A path that is no text cannot stand in one.
    let file = file.filter(|file| file.path.to_str().is_some());
    let name = state.document.state(state.language).name;
    // The word for having no name is said in the language of whoever reads it.
    let unnamed = name == state.language.untitled();
    About {
        name: if unnamed { String::new() } else { name },
        path: file.map(|file| file.path.clone()),
        stamp: file.map(|file| file.stamp.clone()),
        when: (state.services.now)(),
        enterprise: state.session.enterprise,
        round: state.session.round,
        ..About::default()
    }
}

/// Offers what windows before left behind, over another screen than Start.
pub(super) fn offer(state: &mut State) {
    if state.recovery.over_any_screen && !state.recovery.offered.is_empty() {
        state.session.dialog = Some(Dialog::Recovery);
    }
}
