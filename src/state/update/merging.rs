//! Merging another workbook in: what it would do is shown, then done as one step.

use std::{path::Path, sync::Arc};

use crate::{
    edit::{Command, Merge},
    import::same_file,
    model::Workbook,
    state::{Dialog, Merging, Offer, State, Tone, paths::file_name},
    storage::FileStamp,
};

/// Shows what merging another workbook in would do; where it is the document's own file, that is known to
/// have been as `stamp` says.
pub(super) fn ask(state: &mut State, path: &Path, other: &Workbook, stamp: Option<FileStamp>) {
    let is_own = state
        .document
        .path()
        .is_some_and(|own| same_file(own, path));
    let own = stamp.filter(|_| is_own);
    if let Some(stamp) = &own
        && other.same_as(state.workbook())
    {
        state.document.is_in_file(stamp.clone());
        state.toast(Tone::Good, state.language.file_same().to_owned());
        return;
    }
    ask_named(state, file_name(path), other, own);
}

/// The same of a workbook that is called so.
pub(super) fn ask_named(state: &mut State, name: String, other: &Workbook, own: Option<FileStamp>) {
    let merge = Merge::of(state.workbook(), other);
    state.session.versions.comparing = false;
    let theirs = vec![false; merge.conflicts.len()];
    state.session.dialog = Some(Dialog::Merge(Box::new(Merging {
        name,
        merge,
        own,
        theirs,
    })));
}

/// Takes a decided merge in, as one step.
pub(super) fn take(state: &mut State, merging: &Merging) {
    let theirs = |index: usize| merging.theirs.get(index).copied().unwrap_or_default();
    let workbook = merging.merge.decided(theirs);
    state.edit(&Command::Replace(Arc::new(workbook)));
    if let Some(stamp) = &merging.own {
        // The next save may replace it: it holds nothing that is not here, or was not decided about.
        state.document.took_in(stamp.clone());
    }
    state.several.merged(&merging.name);
    let text = state.language.merged(&merging.name);
    state.toast_with(Tone::Good, text, Offer::Undo);
}
