//! Unsaved work: what is kept of this window's, and what windows before left behind.

use std::{
    path::PathBuf,
    sync::{
        Arc,
        mpsc::{Receiver, Sender, channel},
    },
};

use egui::{Context, Event};
use uuid::Uuid;

use super::{
    AfterUnsaved, Dialog, Document, Leaving, Saved, Screen, Tone, Workbench,
    document::DocumentFile,
    keeper::{Keeper, PATIENCE, Unsaved},
    paths::file_name,
    tasks::Busy,
};
use crate::{
    cli::{Content, Launch},
    import::same_file,
    model::Workbook,
    storage::{
        About, Leftover, LoadError, LockState, SaveError, leftovers, open_workbook, stamp_of,
        untold_crash,
    },
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

/// What is kept and what is offered.
pub(super) struct Recovery {
    keeper: Option<Keeper>,
    offered: Vec<Leftover>,
    /// Whether what is offered may lie over another screen than Start.
    over_any_screen: bool,
    /// The state and whether it is saved, as last looked at.
    seen: Option<(Arc<Workbook>, Saved)>,
    /// What the document's file holds.
    base: Option<Arc<Workbook>>,
    /// What is being written to it.
    saving: Option<Arc<Workbook>>,
    ctx: Context,
    sender: Sender<News>,
    inbox: Receiver<News>,
}

/// What threads have to say.
enum News {
    NotKept(SaveError),
    Read(Box<Read>),
}

/// Unsaved work as read.
struct Read {
    id: Uuid,
    result: Result<Workbook, LoadError>,
    /// What its file holds, where that is still as it was.
    base: Option<Workbook>,
    /// The file's name and what it holds, where the two are to be compared.
    file: Option<(String, Result<Workbook, LoadError>)>,
}

/// What unsaved work is read for.
#[derive(Clone, Copy)]
pub(super) enum Purpose {
    /// To go on with it.
    Recover,
    /// The same, and to see where its file differs.
    Compare,
}

impl Recovery {
    /// What windows before left in a user's folder, and a thread for this one's; neither without one.
    pub(super) fn new(ctx: &Context, user_folder: Option<PathBuf>, launch: &Launch) -> Self {
        let (sender, inbox) = channel();
        let offered = user_folder.as_deref().map(leftovers).unwrap_or_default();
        let keeper = user_folder.map(|folder| {
            let (ctx, sender) = (ctx.clone(), sender.clone());
            Keeper::start(folder, move |error| {
                let _ = sender.send(News::NotKept(error));
                ctx.request_repaint();
            })
        });
        Self {
            keeper,
            offered,
            over_any_screen: launch.file.is_some() || launch.content != Content::Start,
            seen: None,
            base: None,
            saving: None,
            ctx: ctx.clone(),
            sender,
            inbox,
        }
    }

    /// The unsaved work that windows before left behind, latest first.
    pub(super) fn offered(&self) -> &[Leftover] {
        &self.offered
    }

    /// It has been seen and is for later; Start shows it still.
    pub(super) fn put_off(&mut self) {
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

    /// The document is given up: nothing of it is kept any more.
    pub(super) fn forget(&mut self) {
        self.seen = None;
        self.base = None;
        if let Some(keeper) = &self.keeper {
            keeper.forget();
        }
    }

    fn find(&self, id: Uuid) -> Option<&Leftover> {
        self.offered.iter().find(|leftover| leftover.id == id)
    }

    fn take(&mut self, id: Uuid) -> Option<Leftover> {
        let place = self.offered.iter().position(|one| one.id == id)?;
        Some(self.offered.remove(place))
    }
}

impl Workbench {
    /// Looks whether the document changed, and has what is in no file kept.
    pub(super) fn keep_unsaved(&mut self) {
        self.take_recovery_news();
        let saved = self.document.saved();
        let workbook = self.document.history.workbook();
        let seen = self.recovery.seen.as_ref();
        let same = seen.is_some_and(|(seen, was)| Arc::ptr_eq(seen, workbook) && *was == saved);
        if !same && self.leaving == Leaving::AskFirst {
            let was_unsaved = seen.is_none_or(|(_, was)| *was == Saved::No);
            let workbook = Arc::clone(workbook);
            self.recovery.seen = Some((Arc::clone(&workbook), saved));
            match saved {
                Saved::Yes => {
                    self.recovery.base = Some(workbook);
                    if was_unsaved && let Some(keeper) = &self.recovery.keeper {
                        keeper.forget();
                    }
                }
                Saved::No => {
                    let unsaved = Unsaved {
                        about: self.about(),
                        base: self.recovery.base.clone(),
                        workbook,
                    };
                    if let Some(keeper) = &self.recovery.keeper {
                        keeper.keep(unsaved);
                    }
                }
            }
        }
        let focus_lost = |event: &Event| matches!(event, Event::WindowFocused(false));
        let ctx = &self.recovery.ctx;
        if ctx.input(|input| input.events.iter().any(focus_lost))
            && let Some(keeper) = &self.recovery.keeper
        {
            drop(keeper.hurry());
        }
    }

    /// Says that the program met a fault of its own last time.
    pub(super) fn tell_of_crash(&mut self) {
        if let Some(log) = self.folder.as_deref().and_then(untold_crash) {
            let text = self.language.crashed(&log.display().to_string());
            self.say(Tone::Caution, text);
        }
    }

    /// Waits, within reason, until everything is on disk: what follows may end the process.
    pub(super) fn settle_unsaved(&mut self) {
        self.keep_unsaved();
        if let Some(keeper) = &self.recovery.keeper {
            let _ = keeper.hurry().recv_timeout(PATIENCE);
        }
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
                    leftover.slot.clear();
                }
                if self.recovery.offered.is_empty() && self.session.dialog == Some(Dialog::Recovery)
                {
                    self.session.dialog = None;
                }
            }
        }
    }

    /// Reads unsaved work, and its file where that is wanted, to open it as the document.
    pub(super) fn recover(&mut self, id: Uuid, purpose: Purpose) {
        // A file that is being opened would take its place unasked.
        if self.tasks.busy() != Busy::No {
            self.say(Tone::Caution, self.language.busy().to_owned());
            return;
        }
        let Some(leftover) = self.recovery.find(id) else {
            return;
        };
        let kept = leftover.slot.workbook_path();
        let own = leftover.about.path.clone();
        let stamp = leftover.about.stamp.clone();
        let (sender, ctx) = (self.recovery.sender.clone(), self.recovery.ctx.clone());
        std::thread::spawn(move || {
            let unchanged = own.as_ref().filter(|own| stamp_of(own) == stamp);
            let base = unchanged.and_then(|own| open_workbook(own).ok());
            let file = match purpose {
                Purpose::Recover => None,
                Purpose::Compare => own.map(|own| (file_name(&own), open_workbook(&own))),
            };
            let read = Read {
                id,
                result: open_workbook(&kept),
                base,
                file,
            };
            let _ = sender.send(News::Read(Box::new(read)));
            ctx.request_repaint();
        });
    }

    fn take_recovery_news(&mut self) {
        while let Ok(news) = self.recovery.inbox.try_recv() {
            match news {
                News::NotKept(error) => self.say(Tone::Bad, self.language.not_kept(&error)),
                News::Read(read) => match read.result {
                    // What cannot be read stays where it is, and is offered still.
                    Err(error) => self.say(Tone::Bad, error.sentence(self.language)),
                    Ok(workbook) => {
                        self.recovered(read.id, workbook, read.base);
                        match read.file {
                            None => {}
                            Some((name, Ok(file))) => self.ask_merge(name, &file),
                            Some((_, Err(error))) => {
                                self.say(Tone::Bad, error.sentence(self.language));
                            }
                        }
                    }
                },
            }
        }
    }

    fn recovered(&mut self, id: Uuid, workbook: Workbook, base: Option<Workbook>) {
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
        if let Some(keeper) = &self.recovery.keeper {
            keeper.adopt(slot);
        }
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
