//! Merging another workbook in: what it would do is shown, then done as one step.

use std::{path::Path, sync::Arc};

use crate::{
    edit::{Command, Merge},
    model::Workbook,
    state::{Dialog, Merging, Offer, State, Tone, paths::file_name},
};

/// Shows what merging another workbook in would do.
pub(super) fn ask(state: &mut State, path: &Path, other: &Workbook) {
    ask_named(state, file_name(path), other);
}

/// The same of a workbook that is called so.
pub(super) fn ask_named(state: &mut State, name: String, other: &Workbook) {
    let merge = Merge::of(state.workbook(), other);
    state.session.versions.comparing = false;
    let theirs = vec![false; merge.conflicts.len()];
    state.session.dialog = Some(Dialog::Merge(Box::new(Merging {
        name,
        merge,
        theirs,
    })));
}

/// Takes a decided merge in, as one step.
pub(super) fn take(state: &mut State, merging: &Merging) {
    let theirs = |index: usize| merging.theirs.get(index).copied().unwrap_or_default();
    let workbook = merging.merge.decided(theirs);
    state.edit(&Command::Replace(Arc::new(workbook)));
    let text = state.language.merged(&merging.name);
    state.toast_with(Tone::Good, text, Offer::Undo);
}
