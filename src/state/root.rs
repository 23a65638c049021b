//! All that the program holds.

use std::{collections::BTreeMap, path::PathBuf, sync::Arc};

use uuid::Uuid;

use super::{
    Content, Deferred, Document, Effect, FocusRequest, Launch, Offer, Picture, Portfolio, Results,
    Session, Toast, ToastEnd, Tone,
    at_work::AtWork,
    compare::Placed,
    lineup::Lineup,
    memo::{Memo, Same},
    recovery::Recovery,
    report::{ExportProgress, Previewing},
    saving::Saving,
    several::Several,
    toasts,
};
use crate::{
    edit::{Command, Revision},
    i18n::Language,
    knowledge::{Knowledge, PresetError},
    model::{EnterpriseId, Workbook, WorkbookId},
    storage::{Leftover, OwnPresets, PictureChoice, RecentFile, Settings, shown_path},
};

/// Where ids and days come from; tests bring their own.
pub struct Services {
    /// Where new ids come from.
    pub new_id: Box<dyn FnMut() -> Uuid>,
    /// The present day, `YYYY-MM-DD`.
    pub today: Box<dyn Fn() -> String>,
    /// The present moment in local time, RFC 3339.
    pub now: Box<dyn Fn() -> String>,
}

/// What is known of the moment in which something happens.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Moment {
    /// The window's clock, in seconds.
    pub seconds: f64,
    /// Whether the window fills the screen.
    pub fills_screen: bool,
}

/// What is known when the program starts.
pub struct Start {
    /// The settings as they were kept.
    pub settings: Settings,
    /// The system's language.
    pub system_language: Language,
    /// Where the user's presets belong, where there is such a place.
    pub presets_folder: Option<PathBuf>,
    /// The user's presets.
    pub own_presets: OwnPresets,
    /// Unsaved work that windows before left behind, latest first.
    pub leftovers: Vec<Leftover>,
    /// Where a fault of the program's own was noted that the user was not told of yet.
    pub crash_log: Option<PathBuf>,
    /// Where ids and days come from.
    pub services: Services,
}

/// What the list of enterprises rests on: with a search the workbook, without one their number; the search.
type ListedKey = (Option<Same<Workbook>>, usize, String);

/// Names of the enterprises that are called by number.
pub(super) type NumberedNames = Arc<BTreeMap<EnterpriseId, String>>;

/// The program apart from its window.
pub struct State {
    pub(super) document: Document,
    pub(super) session: Session,
    pub(super) settings: Settings,
    pub(super) recent: Vec<RecentFile>,
    pub(super) language: Language,
    pub(super) knowledge: Arc<Knowledge>,
    pub(super) preset_errors: Vec<PresetError>,
    pub(super) presets_folder: Option<PathBuf>,
    pub(super) results: Results,
    pub(super) listed: Memo<ListedKey, Arc<Vec<usize>>, 2>,
    pub(super) portfolio: Portfolio,
    pub(super) numbered: Memo<(Same<Workbook>, Language), NumberedNames, 1>,
    pub(super) lineups: Memo<(Same<Workbook>, Vec<Placed>), Arc<Lineup>, 2>,
    pub(super) services: Services,
    pub(super) recovery: Recovery,
    pub(super) moment: Moment,
    /// The pages of the Report page.
    pub(super) previewing: Previewing,
    /// How far the reports are that are being written.
    pub(super) exporting: Option<Arc<ExportProgress>>,
    pub(super) at_work: AtWork,
    pub(super) saving: Saving,
    pub(super) several: Several,
    /// Counts the documents that were open, so that a save is known to belong to a former one.
    pub(super) document_number: u64,
    /// What the document was when a file began to be read in its place.
    pub(super) opening_from: Option<Revision>,
    pub(super) effects: Vec<Effect>,
    pub(super) next_toast: u64,
    /// The state that the last edit led to, where it changed anything.
    pub(super) stepped: Option<Revision>,
    pub(super) after_save: Option<Deferred>,
    pub(super) leaving: Leaving,
}

/// Whether the window may close.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Leaving {
    /// Ask first when work is unsaved.
    AskFirst,
    /// Everything is settled.
    Settled,
}

impl State {
    /// The program as it starts, before anything is opened.
    ///
    /// # Errors
    /// When a preset built into the program is wrong.
    pub(super) fn begun(start: Start, launch: &Launch) -> Result<Self, PresetError> {
        let (knowledge, mut preset_errors) =
            Knowledge::built_in()?.with(&start.own_presets.presets);
        preset_errors.extend(start.own_presets.errors);
        let preset_errors = PresetError::first_of(preset_errors);
        let settings = start.settings;
        let language = launch
            .language
            .or(settings.language)
            .unwrap_or(start.system_language);
        let mut services = start.services;
        let over_any_screen = launch.file.is_some() || launch.content != Content::Start;
        let empty = Workbook::new(WorkbookId((services.new_id)()), String::new());
        let mut state = Self {
            document: Document::new(empty),
            session: Session {
                picture: match settings.picture {
                    PictureChoice::Radar => Picture::Radar,
                    PictureChoice::Sides => Picture::Sides,
                    PictureChoice::Dots => Picture::Dots,
                },
                ..Session::default()
            },
            recent: settings.recent_files(),
            settings,
            language,
            knowledge: Arc::new(knowledge),
            preset_errors,
            presets_folder: start.presets_folder,
            results: Results::default(),
            listed: Memo::default(),
            portfolio: Portfolio::default(),
            numbered: Memo::default(),
            lineups: Memo::default(),
            services,
            recovery: Recovery {
                offered: start.leftovers,
                over_any_screen,
                ..Recovery::default()
            },
            moment: Moment::default(),
            previewing: Previewing::default(),
            exporting: None,
            at_work: AtWork::default(),
            saving: Saving::default(),
            several: Several::default(),
            document_number: 0,
            opening_from: None,
            effects: Vec::new(),
            next_toast: 0,
            stepped: None,
            after_save: None,
            leaving: Leaving::AskFirst,
        };
        if !state.preset_errors.is_empty() {
            let count = state.preset_errors.iter().map(PresetError::count).sum();
            let text = state.language.presets_wrong_count(count);
            state.toast(Tone::Caution, text);
        }
        if let Some(log) = &start.crash_log {
            let text = state.language.crashed(&shown_path(log));
            state.toast(Tone::Caution, text);
        }
        Ok(state)
    }

    /// Says what moment it is.
    pub const fn at(&mut self, moment: Moment) {
        self.moment = moment;
    }

    /// Forgets who asked for the focus, once it was shown; under a page between nothing could take it.
    pub fn focus_given(&mut self, page_between: bool) {
        self.session.focus_search = FocusRequest::None;
        if !page_between {
            self.session.room.arrives = FocusRequest::None;
        }
    }

    /// Changes the document, or says why it cannot be changed so.
    pub(super) fn edit(&mut self, command: &Command) {
        if self.refuses_changes() {
            return;
        }
        let before = self.document.history.revision();
        if let Err(error) = self.document.history.perform(command) {
            let text = self.language.refused(error.sentence(self.language));
            self.toast(Tone::Bad, text);
        }
        let now = self.document.history.revision();
        self.stepped = (now != before).then_some(now);
        self.drop_stale_ids();
    }

    /// Whether nothing may be changed, which is said once.
    pub(super) fn refuses_changes(&mut self) -> bool {
        let refuses = self.is_read_only();
        let text = self.language.refused_read_only();
        if refuses && self.session.toasts.iter().all(|toast| toast.text != text) {
            self.toast(Tone::Caution, text.to_owned());
        }
        refuses
    }

    /// Lets go of ids that the workbook no longer has.
    pub(super) fn drop_stale_ids(&mut self) {
        let workbook = Arc::clone(self.document.history.workbook());
        self.session.drop_stale_ids(&workbook);
    }

    /// Whether a file may be read now; where another one is being read, it says so.
    pub(super) fn may_read(&mut self) -> bool {
        let may = self.at_work.reads_nothing();
        if !may {
            self.toast(Tone::Caution, self.language.busy().to_owned());
        }
        may
    }

    /// Shows a message; what failed stays until dismissed.
    pub(super) fn toast(&mut self, tone: Tone, text: String) {
        self.toast_with(tone, text, Offer::Nothing);
    }

    /// The same, with what the message offers.
    pub(super) fn toast_with(&mut self, tone: Tone, text: String, offer: Offer) {
        self.next_toast += 1;
        let toast = Toast {
            id: self.next_toast,
            tone,
            text,
            offer,
            undoes: self.stepped.filter(|_| offer == Offer::Undo),
            written: None,
            end: match tone {
                Tone::Bad => ToastEnd::Dismissed,
                Tone::Good | Tone::Caution => ToastEnd::Unbegun,
            },
        };
        toasts::push(&mut self.session.toasts, toast);
    }

    /// Says what was written, and offers to show it.
    pub(super) fn toast_written(&mut self, text: String, path: PathBuf) {
        self.toast(Tone::Good, text);
        if let Some(toast) = self.session.toasts.last_mut() {
            toast.written = Some(path);
        }
    }

    /// Starts the clock of new messages and takes away those whose time is over; in how many seconds the
    /// next one goes.
    pub fn drop_old_toasts(&mut self) -> Option<f64> {
        toasts::drop_old(&mut self.session.toasts, self.moment.seconds)
    }

    pub(super) fn effect(&mut self, effect: Effect) {
        self.at_work.begin(&effect);
        self.effects.push(effect);
    }

    pub(super) fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }
}
