//! Merging another workbook in: what it would do is shown, then done as one step.

use std::{path::Path, sync::Arc};

use super::{Dialog, Merging, Offer, State, Tone, paths::file_name};
use crate::{
    edit::{Command, Merge},
    import::OpenError,
    model::Workbook,
};

impl State {
    /// Says why a file could not be read, without naming anybody while names are hidden.
    pub(super) fn say_why(&mut self, error: OpenError) {
        let workbook = self.workbook();
        let hides =
            workbook.hides_people || workbook.uses_aliases || workbook.withholds(None, None);
        let error = if hides { error.unquoted() } else { error };
        self.say(Tone::Bad, error.sentence(self.language));
    }

    /// Shows what merging another workbook in would do.
    pub(super) fn ask_merge(&mut self, path: &Path, other: &Workbook) {
        let merge = Merge::of(self.workbook(), other);
        let name = file_name(path);
        let theirs = vec![false; merge.conflicts.len()];
        self.session.dialog = Some(Dialog::Merge(Box::new(Merging {
            name,
            merge,
            theirs,
        })));
    }

    /// Takes a decided merge in, as one step.
    pub(super) fn take_merge(&mut self, merging: &Merging) {
        let theirs = |index: usize| merging.theirs.get(index).copied().unwrap_or_default();
        let workbook = merging.merge.decided(theirs);
        self.edit(&Command::Replace(Arc::new(workbook)));
        let text = self.language.merged(&merging.name);
        self.say_with(Tone::Good, text, Offer::Undo);
    }
}
