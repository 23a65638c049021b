//! Saving the document: one save at a time, the newest state last.

use std::{
    collections::VecDeque,
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{Dialog, Effect, FileJob, State, Tone, document::DocumentFile};
use crate::{
    edit::Revision,
    import::same_file,
    model::Workbook,
    storage::{FileStamp, LockState, Overwrite, SaveError, shown_path},
};

/// The save that runs and those that follow it.
#[derive(Debug, Default)]
pub(super) struct Saving {
    /// The document whose save runs.
    running: Option<u64>,
    waiting: VecDeque<Save>,
}

/// A state of a document on its way into a file.
#[derive(Debug)]
struct Save {
    path: PathBuf,
    workbook: Arc<Workbook>,
    revision: Revision,
    overwrite: Overwrite,
    /// Which of the documents that were open it is of.
    document: u64,
}

impl State {
    /// Saves to the document's file, or asks for one.
    pub(super) fn save(&mut self) {
        match &self.document.file {
            Some(file) => {
                let overwrite = Overwrite::IfUnchanged(file.stamp.clone());
                self.write(file.path.clone(), overwrite);
            }
            None => self.choose(FileJob::Save),
        }
    }

    /// Saves to a file, after the save that runs if there is one.
    pub(super) fn write(&mut self, path: PathBuf, overwrite: Overwrite) {
        let history = &self.document.history;
        let save = Save {
            path,
            workbook: Arc::clone(history.workbook()),
            revision: history.revision(),
            overwrite,
            document: self.document_number,
        };
        if self.saving.running.is_none() {
            self.start(save);
            return;
        }
        // Of one document to one file only the newest state is wanted.
        let same = |other: &Save| other.path == save.path && other.document == save.document;
        self.saving.waiting.retain(|other| !same(other));
        self.saving.waiting.push_back(save);
    }

    fn start(&mut self, save: Save) {
        self.saving.running = Some(save.document);
        if save.document == self.document_number {
            self.recovery.saving(&save.workbook);
        }
        self.effect(Effect::Save {
            path: save.path,
            workbook: save.workbook,
            revision: save.revision,
            overwrite: save.overwrite,
        });
    }

    /// Acts on the end of a save, and starts the one that waited for it.
    pub(super) fn save_ended(
        &mut self,
        path: &Path,
        revision: Revision,
        result: Result<FileStamp, SaveError>,
    ) {
        let document = self.saving.running.take();
        let of_this_document = document == Some(self.document_number);
        let stamp = result.as_ref().ok().cloned();
        match result {
            Ok(stamp) if of_this_document => {
                self.document.mark_saved(revision);
                self.recovery.saved();
                self.saved_to(path, stamp);
            }
            // The document that is open by now knows nothing of this file.
            Ok(_) => self.say(Tone::Good, self.language.saved(&shown_path(path))),
            Err(SaveError::ChangedOnDisk { path }) if of_this_document => {
                self.session.dialog = Some(Dialog::ChangedOnDisk(path));
            }
            Err(error) => {
                let text = error.sentence(self.language);
                self.save_failed(of_this_document, text);
            }
        }
        self.save_next(document, path, stamp.as_ref());
    }

    /// Acts on a save that ended by a fault of the program.
    pub(super) fn save_broke(&mut self, path: &Path) {
        let document = self.saving.running.take();
        let text = self.language.writing_broke(&shown_path(path));
        self.save_failed(document == Some(self.document_number), text);
        self.save_next(document, path, None);
    }

    fn save_failed(&mut self, of_this_document: bool, text: String) {
        self.after_save = None;
        if of_this_document {
            self.document.mark_failed();
        }
        self.say(Tone::Bad, text);
    }

    fn save_next(&mut self, document: Option<u64>, path: &Path, written: Option<&FileStamp>) {
        let Some(mut save) = self.saving.waiting.pop_front() else {
            return;
        };
        // The file is now as the save before left it, and that is no change by somebody else.
        if let (Overwrite::IfUnchanged(stamp), Some(written)) = (&mut save.overwrite, written)
            && path == save.path
            && document == Some(save.document)
        {
            stamp.clone_from(written);
        }
        self.start(save);
    }

    fn saved_to(&mut self, path: &Path, stamp: FileStamp) {
        self.say(Tone::Good, self.language.saved(&shown_path(path)));
        let same = self.document.path().is_some_and(|own| same_file(own, path));
        match &mut self.document.file {
            Some(file) if same => file.stamp = stamp,
            file => {
                let lock = LockState::take(path);
                *file = Some(DocumentFile {
                    path: path.to_owned(),
                    stamp,
                    lock,
                });
            }
        }
        self.remember(path);
        // A save that waits holds more than this one did.
        if self.saving.waiting.is_empty()
            && let Some(next) = self.after_save.take()
        {
            self.guarded(next);
        }
    }
}
