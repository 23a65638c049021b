//! All that the program holds, and the door through which it changes.

use std::{collections::BTreeMap, path::PathBuf, sync::Arc};

use uuid::Uuid;

use super::{
    Action, AfterUnsaved, Answer, Content, Dialog, Document, Effect, FocusRequest, Launch, Picture,
    Portfolio, Results, Saved, Screen, Session, Tone, View,
    compare::Placed,
    effect::AtWork,
    lineup::Lineup,
    listing::listed,
    memo::{Memo, Same},
    recovery::Recovery,
    saving::Saving,
    view::numbered_names,
};
use crate::{
    analysis::Settings as AnalysisSettings,
    edit::{Revision, Step},
    i18n::Language,
    knowledge::{Knowledge, PresetError},
    model::{EnterpriseId, Workbook, WorkbookId},
    storage::{Leftover, OwnPresets, PictureChoice, RecentFile, Settings},
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
type NumberedNames = Arc<BTreeMap<EnterpriseId, String>>;

/// The program apart from its window.
pub struct State {
    pub(super) document: Document,
    pub(super) session: Session,
    pub(super) settings: Settings,
    pub(super) recent: Vec<RecentFile>,
    pub(super) language: Language,
    pub(super) knowledge: Knowledge,
    preset_errors: Vec<PresetError>,
    presets_folder: Option<PathBuf>,
    pub(super) results: Results,
    listed: Memo<ListedKey, Arc<Vec<usize>>, 2>,
    pub(super) portfolio: Portfolio,
    numbered: Memo<(Same<Workbook>, Language), NumberedNames, 1>,
    lineups: Memo<(Same<Workbook>, Vec<Placed>), Arc<Lineup>, 2>,
    pub(super) new_id: Box<dyn FnMut() -> Uuid>,
    pub(super) today: Box<dyn Fn() -> String>,
    pub(super) now: Box<dyn Fn() -> String>,
    pub(super) recovery: Recovery,
    pub(super) moment: Moment,
    pub(super) at_work: AtWork,
    pub(super) saving: Saving,
    /// Counts the documents that were open, so that a save is known to belong to a former one.
    pub(super) document_number: u64,
    /// What the document was when a file began to be read in its place.
    pub(super) opening_from: Option<Revision>,
    pub(super) effects: Vec<Effect>,
    pub(super) next_toast: u64,
    /// The state that the last edit led to, where it changed anything.
    pub(super) stepped: Option<Revision>,
    pub(super) after_save: Option<AfterUnsaved>,
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
    /// The program as it starts, and what has to be done first.
    ///
    /// # Errors
    /// When a preset built into the program is wrong.
    pub fn new(start: Start, launch: &Launch) -> Result<(Self, Vec<Effect>), PresetError> {
        let (knowledge, mut preset_errors) =
            Knowledge::built_in()?.with(&start.own_presets.presets);
        preset_errors.extend(start.own_presets.errors);
        let preset_errors = PresetError::first_of(preset_errors);
        let settings = start.settings;
        let language = launch
            .language
            .or(settings.language)
            .unwrap_or(start.system_language);
        let Services {
            mut new_id,
            today,
            now,
        } = start.services;
        let over_any_screen = launch.file.is_some() || launch.content != Content::Start;
        let empty = Workbook::new(WorkbookId(new_id()), String::new());
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
            knowledge,
            preset_errors,
            presets_folder: start.presets_folder,
            results: Results::default(),
            listed: Memo::default(),
            portfolio: Portfolio::default(),
            numbered: Memo::default(),
            lineups: Memo::default(),
            new_id,
            today,
            now,
            recovery: Recovery::new(start.leftovers, over_any_screen),
            moment: Moment::default(),
            at_work: AtWork::default(),
            saving: Saving::default(),
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
            state.say(Tone::Caution, text);
        }
        if let Some(log) = &start.crash_log {
            state.tell_of_crash(log);
        }
        match (&launch.file, launch.content) {
            (Some(path), _) => state.open_file(path.clone()),
            (None, Content::Demo) => state.open_demo(),
            (None, Content::Start) => {}
        }
        let effects = state.take_effects();
        Ok((state, effects))
    }

    /// Acts on an intent; what the window has to do about it.
    #[must_use]
    pub fn update(&mut self, action: Action) -> Vec<Effect> {
        self.dispatch(action);
        self.take_effects()
    }

    /// Acts on what came of an effect; what the window has to do next.
    #[must_use]
    pub fn answered(&mut self, answer: Answer) -> Vec<Effect> {
        self.at_work.end(&answer);
        self.take_answer(answer);
        self.take_effects()
    }

    /// Says what moment it is.
    pub const fn at(&mut self, moment: Moment) {
        self.moment = moment;
    }

    /// Whether the window may close now; else the user is asked about unsaved work.
    pub fn may_close(&mut self) -> bool {
        self.document.look_at_file();
        let may = self.leaving == Leaving::Settled || self.document.saved() == Saved::Yes;
        if !may {
            self.session.dialog = Some(Dialog::Unsaved(AfterUnsaved::Quit));
        }
        may
    }

    pub(super) fn effect(&mut self, effect: Effect) {
        self.at_work.begin(&effect);
        self.effects.push(effect);
    }

    pub(super) fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    /// The workbook as it stands.
    #[must_use]
    pub fn workbook(&self) -> &Arc<Workbook> {
        self.document.history.workbook()
    }

    /// What the user is looking at.
    #[must_use]
    pub const fn session(&self) -> &Session {
        &self.session
    }

    /// The settings as they stand.
    #[must_use]
    pub const fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Results computed so far.
    #[must_use]
    pub const fn results(&self) -> &Results {
        &self.results
    }

    /// Forgets who asked for the focus, once it was shown; under a page between nothing could take it.
    pub fn focus_given(&mut self, page_between: bool) {
        self.session.focus_search = FocusRequest::None;
        if !page_between {
            self.session.room.arrives = FocusRequest::None;
        }
    }

    /// The title of the window.
    #[must_use]
    pub fn title(&self) -> String {
        let state = self.document.state(self.language);
        let mark = match state.saved {
            Saved::Yes => "",
            Saved::No => " •",
        };
        self.language.window_title(&state.name, mark)
    }

    /// What the screens read.
    #[must_use]
    pub fn view(&self) -> View<'_> {
        let workbook = self.document.history.workbook();
        let framework = &self.knowledge.framework;
        let step = |step: &Step| match step {
            // The name of the enterprise belongs to nobody while aliases are used.
            Step::AddEnterprise(_) if workbook.uses_aliases => {
                self.language.add_enterprise().to_owned()
            }
            step => self.language.step(step, framework),
        };
        let history = &self.document.history;
        // Whoever has the laptop takes nothing of others back, and sees nothing of what they did.
        let room = &self.session.room;
        let at_the_start = room.scorer.is_some() && room.since == Some(history.revision());
        View {
            workbook,
            session: &self.session,
            settings: AnalysisSettings::of(workbook),
            results: &self.results,
            portfolio: &self.portfolio,
            shared: workbook,
            knowledge: &self.knowledge,
            preset_errors: &self.preset_errors,
            presets_folder: self.presets_folder.as_deref(),
            language: self.language,
            document: self.document.state(self.language),
            undo: history.undo_step().filter(|_| !at_the_start).map(step),
            redo: history.redo_step().map(step),
            revision: history.revision(),
            leftovers: self.recovery.offered(),
            recent: &self.recent,
            theme_choice: self.settings.theme,
            text_size_percent: self.settings.text_size_percent,
            busy: match self.at_work {
                AtWork { writing: 1.., .. } => Some(self.language.saving()),
                AtWork { reading: 1.., .. } => Some(self.language.opening()),
                AtWork { .. } => None,
            },
            today: (self.today)(),
            listed: self.listed(),
            numbered: self.numbered(),
            lineup: self.lineup(),
        }
    }

    /// What is compared, resolved only while it is on screen.
    fn lineup(&self) -> Arc<Lineup> {
        if self.session.screen != Screen::Compare || self.session.presented.is_some() {
            return Arc::default();
        }
        let (workbook, compare) = (self.workbook(), &self.session.compare);
        let items = compare.items(workbook, self.session.enterprise);
        let key = (Same::of(workbook), items.clone());
        let made = || Arc::new(Lineup::of(&items, workbook, &self.results));
        self.lineups.of(key, made)
    }

    /// Names of the enterprises that are called by number.
    fn numbered(&self) -> NumberedNames {
        let workbook = self.workbook();
        if !workbook.uses_aliases {
            return Arc::default();
        }
        let key = (Same::of(workbook), self.language);
        let made = || Arc::new(numbered_names(workbook, self.language));
        self.numbered.of(key, made)
    }

    /// Indices of the enterprises that the list shows.
    pub(super) fn listed(&self) -> Arc<Vec<usize>> {
        let (workbook, search) = (self.workbook(), &self.session.search);
        // Without a search only their number matters, which most edits leave alone.
        let same = (!search.is_empty()).then(|| Same::of(workbook));
        let key = (same, workbook.enterprises.len(), search.clone());
        self.listed.of(key, || Arc::new(listed(workbook, search)))
    }
}
