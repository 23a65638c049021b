//! The window's glue: one document, one session, one door for intents.
//!
//! `logic` drains the inbox of finished tasks, `ui` shows the screens and hands their actions to
//! `dispatch`, which alone changes anything.

mod action;
mod codes;
mod compare;
mod dispatch;
mod distribution;
mod document;
mod enterprises;
mod files;
mod guided;
mod keeper;
mod knowledge_view;
mod launch;
mod lineup;
mod listing;
mod menu;
mod paths;
mod plan;
mod platform;
mod portfolio;
mod present;
mod recovery;
mod results;
mod room;
mod session;
mod sorted;
mod standing;
mod table;
mod tasks;
mod view;
mod weights;

use std::{path::PathBuf, sync::Arc};

use egui::{Context, Ui};
use uuid::Uuid;

pub use action::{Action, Actions, NewPlanItem, NewRecord};
pub use codes::{Arrival, Bound, Codes, Decision, Refusal};
pub use compare::{
    Compare, CompareAction, ComparePage, Item, MOST_COMPARED, Placed, Profile, RowOrder, Tracked,
};
pub use distribution::{Distribution, Spread};
pub use document::{AfterUnsaved, Document};
pub use guided::{Guided, Question};
pub use knowledge_view::{KnowledgePage, KnowledgeView};
pub use launch::{StartError, run_window};
pub use lineup::{Entry, Lineup, Most};
pub use menu::{MENUS, Menu, MenuAction, shortcut_text};
pub use plan::{PlanAction, PlanPage, PlanView, StepsAs, Unfolded};
pub use portfolio::{
    PortfolioAction, PortfolioColumn, PortfolioFilter, PortfolioPage, PortfolioView,
};
pub use present::{PresentAction, Presentation};
pub use recovery::RecoveryAction;
pub use results::Results;
pub use room::{RoomAction, RoomView, ScoringWay, TALK_SECONDS, has_answers};
pub use session::{
    ChartsAs, Dialog, DialogAnswer, Explained, FocusRequest, Merging, NewFromSector, Offer, Panel,
    PathPurpose, Picture, ResultsPage, Screen, Session, Toast, Tone,
};
pub use standing::{Portfolio, PortfolioRow, Ranked, Spot};
pub use table::{TableAction, TableImport};
pub use tasks::{FileDialogs, NativeDialogs, Waiting};
pub use view::{DocumentState, Saved, View};
pub use weights::{WeightsAction, weights_of};

use crate::{
    analysis::Settings as AnalysisSettings,
    cli::{Content, Launch},
    edit::Step,
    i18n::Language,
    knowledge::{Knowledge, PresetError},
    model::{Workbook, WorkbookId},
    storage::{PictureChoice, RecentFile, Settings, ThemeChoice, own_presets, presets_folder},
    ui::{
        shell::shell_ui,
        theme::{ThemeName, Themes, apply, install_fonts},
    },
};
use lineup::Lineups;
use listing::Listing;
use recovery::Recovery;
use tasks::{Busy, Tasks};

/// What the window is made of besides its launch.
pub struct Surroundings {
    /// Folder for settings; `None` keeps none.
    pub folder: Option<PathBuf>,
    /// The system's language.
    pub system_language: Language,
    /// How files are chosen.
    pub dialogs: Box<dyn FileDialogs>,
    /// Where new ids come from.
    pub new_id: Box<dyn FnMut() -> Uuid>,
    /// The present day, `YYYY-MM-DD`.
    pub today: Box<dyn Fn() -> String>,
    /// The present moment in local time, RFC 3339.
    pub now: Box<dyn Fn() -> String>,
}

/// The program with its window.
pub struct Workbench {
    document: Document,
    session: Session,
    settings: Settings,
    recent: Vec<RecentFile>,
    folder: Option<PathBuf>,
    language: Language,
    knowledge: Knowledge,
    preset_errors: Vec<PresetError>,
    presets_folder: Option<PathBuf>,
    themes: Themes,
    theme: ThemeName,
    applied: Option<(ThemeName, u16)>,
    results: Results,
    listing: Listing,
    portfolio: Portfolio,
    lineups: Lineups,
    tasks: Tasks,
    recovery: Recovery,
    dialogs: Box<dyn FileDialogs>,
    new_id: Box<dyn FnMut() -> Uuid>,
    today: Box<dyn Fn() -> String>,
    now: Box<dyn Fn() -> String>,
    next_toast: u64,
    after_save: Option<AfterUnsaved>,
    leaving: Leaving,
    title: String,
}

/// Whether the window may close.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Leaving {
    /// Ask first when work is unsaved.
    AskFirst,
    /// Everything is settled.
    Settled,
}

impl Workbench {
    /// Builds the program for a window's context.
    ///
    /// # Errors
    /// When a preset or theme built into the program is wrong.
    pub fn new(
        ctx: &Context,
        launch: &Launch,
        surroundings: Surroundings,
    ) -> Result<Self, StartError> {
        let presets_folder = surroundings.folder.as_deref().map(presets_folder);
        let own = presets_folder
            .as_deref()
            .map(own_presets)
            .unwrap_or_default();
        let (knowledge, mut preset_errors) = Knowledge::built_in()?.with(&own.presets);
        preset_errors.extend(own.errors);
        let themes = Themes::built_in()?;
        install_fonts(ctx);
        let settings = surroundings
            .folder
            .as_deref()
            .map_or_else(Settings::default, Settings::load);
        let language = launch
            .language
            .or(settings.language)
            .unwrap_or(surroundings.system_language);
        let mut new_id = surroundings.new_id;
        let empty = Workbook::new(WorkbookId(new_id()), String::new());
        let mut workbench = Self {
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
            recovery: Recovery::new(ctx, surroundings.folder.clone(), launch),
            folder: surroundings.folder,
            language,
            knowledge,
            preset_errors,
            presets_folder,
            themes,
            theme: ThemeName::default(),
            applied: None,
            results: Results::default(),
            listing: Listing::default(),
            portfolio: Portfolio::default(),
            lineups: Lineups::default(),
            tasks: Tasks::new(ctx.clone()),
            dialogs: surroundings.dialogs,
            new_id,
            today: surroundings.today,
            now: surroundings.now,
            next_toast: 0,
            after_save: None,
            leaving: Leaving::AskFirst,
            title: String::new(),
        };
        if !workbench.preset_errors.is_empty() {
            let count = workbench.preset_errors.len();
            let text = workbench.language.presets_wrong_count(count);
            workbench.say(Tone::Caution, text);
        }
        workbench.tell_of_crash();
        match (&launch.file, launch.content) {
            (Some(path), _) => workbench.open_file(path.clone()),
            (None, Content::Demo) => workbench.open_demo(),
            (None, Content::Start) => {}
        }
        Ok(workbench)
    }

    /// The workbook as it stands; for tests.
    #[must_use]
    pub fn workbook(&self) -> &Arc<Workbook> {
        self.document.history.workbook()
    }

    /// What the user is looking at; for tests.
    #[must_use]
    pub const fn session(&self) -> &Session {
        &self.session
    }

    /// Results computed so far; for tests.
    #[must_use]
    pub const fn results(&self) -> &Results {
        &self.results
    }

    /// One pass of everything that is not painting.
    pub fn logic(&mut self, ctx: &Context) {
        self.dress(ctx);
        self.take_finished_tasks();
        self.drop_old_toasts(ctx);
        let mut actions = Actions::default();
        self.shortcuts(ctx, &mut actions);
        if self.session.presented.is_none() {
            Self::dropped_files(ctx, &mut actions);
        }
        self.closing(ctx);
        for action in actions.take() {
            self.dispatch(ctx, action);
        }
        self.keep_unsaved();
    }

    /// Shows the window's content and acts on what came of it.
    pub fn show(&mut self, ui: &mut Ui) {
        let mut actions = Actions::default();
        shell_ui(ui, &self.view(), &mut actions);
        self.session.focus_search = FocusRequest::None;
        let ctx = ui.ctx().clone();
        let actions = actions.take();
        let acted = !actions.is_empty();
        for action in actions {
            self.dispatch(&ctx, action);
        }
        if acted {
            self.keep_unsaved();
            // What changed is shown on this very frame.
            self.dress(&ctx);
            ctx.request_discard("an action changed what is shown");
            // `logic` has to look at it once more, as when the window may close now.
            ctx.request_repaint();
        }
        self.retitle(&ctx);
    }

    fn view(&self) -> View<'_> {
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
            theme: self.themes.get(self.theme),
            document: self.document.state(self.language),
            undo: history.undo_step().filter(|_| !at_the_start).map(step),
            redo: history.redo_step().map(step),
            recent: &self.recent,
            leftovers: self.recovery.offered(),
            theme_choice: self.settings.theme,
            text_size_percent: self.settings.text_size_percent,
            busy: match self.tasks.busy() {
                Busy::No => None,
                Busy::Opening => Some(self.language.opening()),
                Busy::Saving => Some(self.language.saving()),
            },
            today: (self.today)(),
            listed: self.listing.of(workbook, &self.session.search),
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
        self.lineups.of(items, workbook, &self.results)
    }

    /// Puts theme and text size in force where they changed.
    fn dress(&mut self, ctx: &Context) {
        self.theme = match self.settings.theme {
            ThemeChoice::Light => ThemeName::Light,
            ThemeChoice::Dark => ThemeName::Dark,
            ThemeChoice::HighContrast => ThemeName::HighContrast,
            ThemeChoice::System => match ctx.system_theme() {
                Some(egui::Theme::Dark) => ThemeName::Dark,
                Some(egui::Theme::Light) | None => ThemeName::Light,
            },
        };
        let percent = self.magnified_percent(ctx);
        let wanted = (self.theme, percent);
        if self.applied != Some(wanted) {
            self.applied = Some(wanted);
            apply(ctx, self.themes.get(self.theme));
            ctx.set_zoom_factor(f32::from(percent) / 100.0);
        }
    }

    fn retitle(&mut self, ctx: &Context) {
        let state = self.document.state(self.language);
        let mark = match state.saved {
            Saved::Yes => "",
            Saved::No => " •",
        };
        let title = self.language.window_title(&state.name, mark);
        if title != self.title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }
}

impl eframe::App for Workbench {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        Self::logic(self, ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.show(ui);
    }

    /// Where one was on a page is of one sitting; a page opens at its top.
    fn persist_egui_memory(&self) -> bool {
        false
    }

    fn save(&mut self, _storage: &mut dyn eframe::Storage) {
        self.keep_settings();
    }
}
