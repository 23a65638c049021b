//! Unsaved work: what is kept while the program runs, and what windows before left behind.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use uuid::Uuid;

use super::{
    AfterUnsaved, Dialog, Document, Effect, Saved, Screen, State, Tone, document::DocumentFile,
    root::Leaving,
};
use crate::{
    import::same_file,
    model::Workbook,
    storage::{About, FileStamp, Leftover, LoadError, LockState, shown_path},
};

/// An intent about the unsaved work that is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecoveryAction {
    /// Opens it as the document.
    Recover(Uuid),
    /// The same, and shows where its file differs.
    Compare(Uuid),
    /// Asks before it is discarded, or stops asking.
    AskDiscard(Option<Uuid>),
    /// Discards it.
    Discard(Uuid),
}

/// A state of the document that is in no file.
#[derive(Debug)]
pub struct Unsaved {
    /// The state.
    pub workbook: Arc<Workbook>,
    /// What the file holds, where it holds something.
    pub base: Option<Arc<Workbook>>,
    /// What is said of it; what changed is found where it is written.
    pub about: About,
}

/// Unsaved work that is to be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Recovering {
    /// Which.
    pub id: Uuid,
    /// Where it lies.
    pub kept: PathBuf,
    /// The file that it belongs to, where there is one.
    pub own: Option<PathBuf>,
    /// How that file was.
    pub stamp: Option<FileStamp>,
    /// Whether the file is read besides, to see where the two differ.
    pub purpose: RecoverFor,
}

/// What unsaved work is read for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecoverFor {
    /// To go on with it.
    GoingOn,
    /// The same, and to see where its file differs.
    Comparing,
}

/// Unsaved work as read.
#[derive(Debug)]
pub struct Recovered {
    /// Which.
    pub id: Uuid,
    /// What it holds.
    pub result: Result<Workbook, LoadError>,
    /// What its file holds, where that is still as it was.
    pub base: Option<Workbook>,
    /// The file and what it holds, where the two are to be compared.
    pub file: Option<(PathBuf, Result<Workbook, LoadError>)>,
}

/// What is kept and what is offered.
#[derive(Debug, Default)]
pub(super) struct Recovery {
    offered: Vec<Leftover>,
    /// Whether what is offered may lie over another screen than Start.
    over_any_screen: bool,
    /// The state and whether it is saved, as last looked at.
    seen: Option<(Arc<Workbook>, Saved)>,
    /// What the document's file holds.
    base: Option<Arc<Workbook>>,
    /// What is being written to it.
    saving: Option<Arc<Workbook>>,
}

impl Recovery {
    pub(super) fn new(offered: Vec<Leftover>, over_any_screen: bool) -> Self {
        Self {
            offered,
            over_any_screen,
            ..Self::default()
        }
    }

    /// The unsaved work that windows before left behind, latest first.
    pub(super) fn offered(&self) -> &[Leftover] {
        &self.offered
    }

    /// It has been seen and is for later; Start shows it still.
    pub(super) const fn put_off(&mut self) {
        self.over_any_screen = false;
    }

    /// The document's state goes to its file now.
    pub(super) fn saving(&mut self, workbook: &Arc<Workbook>) {
        self.saving = Some(Arc::clone(workbook));
    }

    /// It is there.
    pub(super) fn saved(&mut self) {
        self.base = self.saving.take();
        // What is said of the next state changes even where the state does not.
        self.seen = None;
    }

    fn take(&mut self, id: Uuid) -> Option<Leftover> {
        let place = self.offered.iter().position(|one| one.id == id)?;
        Some(self.offered.remove(place))
    }
}

impl State {
    /// Looks whether the document changed, and has what is in no file kept.
    #[must_use]
    pub fn keep_unsaved(&mut self) -> Vec<Effect> {
        self.look_for_unsaved();
        self.take_effects()
    }

    fn look_for_unsaved(&mut self) {
        let saved = self.document.saved();
        let workbook = self.document.history.workbook();
        let seen = self.recovery.seen.as_ref();
        let same = seen.is_some_and(|(seen, was)| Arc::ptr_eq(seen, workbook) && *was == saved);
        if same || self.leaving == Leaving::Settled {
            return;
        }
        let was_unsaved = seen.is_none_or(|(_, was)| *was == Saved::No);
        let workbook = Arc::clone(workbook);
        self.recovery.seen = Some((Arc::clone(&workbook), saved));
        match saved {
            Saved::Yes => {
                self.recovery.base = Some(workbook);
                if was_unsaved {
                    self.effect(Effect::ForgetKept);
                }
            }
            Saved::No => {
                let unsaved = Unsaved {
                    about: self.about(),
                    base: self.recovery.base.clone(),
                    workbook,
                };
                self.effect(Effect::Keep(Box::new(unsaved)));
            }
        }
    }

    /// The document is given up: nothing of it is kept any more.
    pub(super) fn forget_kept(&mut self) {
        self.recovery.seen = None;
        self.recovery.base = None;
        self.effect(Effect::ForgetKept);
    }

    fn about(&self) -> About {
        let file = self.document.file.as_ref();
        // A path that is no text cannot stand in one.
        let file = file.filter(|file| file.path.to_str().is_some());
        let name = self.document.state(self.language).name;
        // The word for having no name is said in the language of whoever reads it.
        let unnamed = name == self.language.untitled();
        About {
            name: if unnamed { String::new() } else { name },
            path: file.map(|file| file.path.clone()),
            stamp: file.map(|file| file.stamp.clone()),
            when: (self.now)(),
            enterprise: self.session.enterprise,
            ..About::default()
        }
    }

    /// Says that the program met a fault of its own last time.
    pub(super) fn tell_of_crash(&mut self, log: &Path) {
        let text = self.language.crashed(&shown_path(log));
        self.say(Tone::Caution, text);
    }

    /// Offers what windows before left behind, over another screen than Start.
    pub(super) fn offer_recovery(&mut self) {
        if self.recovery.over_any_screen && !self.recovery.offered.is_empty() {
            self.session.dialog = Some(Dialog::Recovery);
        }
    }

    pub(super) fn recovery_action(&mut self, action: RecoveryAction) {
        match action {
            RecoveryAction::Recover(id) => self.guarded(AfterUnsaved::Recover(id)),
            RecoveryAction::Compare(id) => self.guarded(AfterUnsaved::CompareRecovered(id)),
            RecoveryAction::AskDiscard(id) => self.session.discarding = id,
            RecoveryAction::Discard(id) => {
                self.session.discarding = None;
                if let Some(leftover) = self.recovery.take(id) {
                    self.effect(Effect::Discard(leftover.slot));
                }
                if self.recovery.offered.is_empty() && self.session.dialog == Some(Dialog::Recovery)
                {
                    self.session.dialog = None;
                }
            }
        }
    }

    /// Reads unsaved work, and its file where that is wanted, to open it as the document.
    pub(super) fn recover(&mut self, id: Uuid, purpose: RecoverFor) {
        // A file that is being opened would take its place unasked.
        if !self.at_work.reads_nothing() {
            self.say(Tone::Caution, self.language.busy().to_owned());
            return;
        }
        let mut offered = self.recovery.offered.iter();
        if let Some(leftover) = offered.find(|one| one.id == id) {
            let recovering = Recovering {
                id,
                kept: leftover.slot.workbook_path(),
                own: leftover.about.path.clone(),
                stamp: leftover.about.stamp.clone(),
                purpose,
            };
            self.effect(Effect::Recover(Box::new(recovering)));
        }
    }

    /// Opens unsaved work that was read; what cannot be read stays where it is, and is offered still.
    pub(super) fn recovered(&mut self, read: Recovered) {
        let workbook = match read.result {
            Ok(workbook) => workbook,
            Err(error) => {
                self.say(Tone::Bad, error.sentence(self.language));
                return;
            }
        };
        self.open_recovered(read.id, workbook, read.base);
        match read.file {
            None => {}
            Some((path, Ok(file))) => self.ask_merge(&path, &file),
            Some((_, Err(error))) => self.say(Tone::Bad, error.sentence(self.language)),
        }
    }

    fn open_recovered(&mut self, id: Uuid, workbook: Workbook, base: Option<Workbook>) {
        let Some(Leftover { about, slot, .. }) = self.recovery.take(id) else {
            return;
        };
        self.recovery.put_off();
        let mut document = Document::unsaved(workbook);
        let had_file = about.path.is_some();
        document.file = about.path.zip(about.stamp).and_then(|(path, stamp)| {
            // The lock of this very window's file goes over to the recovered document.
            let own = &mut self.document.file;
            let held = own.take_if(|own| same_file(&own.path, &path));
            match held.map_or_else(|| LockState::take(&path), |own| own.lock) {
                LockState::HeldElsewhere => None,
                lock => Some(DocumentFile { path, stamp, lock }),
            }
        });
        let elsewhere = had_file && document.file.is_none();
        self.replace_document(document);
        // From here on this window keeps it, in the very same place.
        self.recovery.base = base.map(Arc::new);
        self.effect(Effect::Adopt(slot));
        if let Some(enterprise) = about.enterprise
            && self.workbook().enterprise(enterprise).is_some()
        {
            self.session.select(Some(enterprise));
        }
        if self.view().hidden() {
            self.session.screen = Screen::Room;
        }
        let name = match about.name.as_str() {
            "" => self.language.untitled(),
            name => name,
        };
        self.say(Tone::Good, self.language.recovered(name));
        if elsewhere {
            self.say(Tone::Caution, self.language.opened_elsewhere().to_owned());
        }
    }
}
