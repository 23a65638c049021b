//! The window around the state: what is drained, shown and performed in each pass.

use std::{
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::Receiver,
    },
};

use egui::{ColorImage, Context, Event, Ui, Vec2, ViewportCommand, vec2};
use uuid::Uuid;

use super::{
    dialogs::FileDialogs,
    keeper::{Keeper, PATIENCE},
    keys,
    perform::perform_versions,
    start_error::StartError,
    tasks::Tasks,
    typed_first::TypedFirst,
};
use crate::{
    i18n::Language,
    model::Workbook,
    report::Pixels,
    state::{
        Actions, Answer, Effect, Launch, Moment, Results, Services, Session, Start, State,
        VersionsWork,
    },
    storage::{Settings, ThemeChoice, leftovers, own_presets, presets_folder, untold_crash},
    theme::{ThemeName, Themes, apply, install_fonts},
    ui::shell::shell_ui,
};

/// What a presentation is laid out for, in logical points; larger windows magnify it.
const LAID_OUT: Vec2 = vec2(800.0, 500.0);

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
    state: State,
    folder: Option<PathBuf>,
    themes: &'static Themes,
    applied: Option<(ThemeName, u16)>,
    tasks: Tasks,
    keeper: Option<Keeper>,
    dialogs: Box<dyn FileDialogs>,
    title: String,
    /// Set once the system asks the process to end.
    ending: Arc<AtomicBool>,
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
        let themes = Themes::built_in()?;
        install_fonts(ctx);
        ctx.add_plugin(TypedFirst::default());
        let folder = surroundings.folder;
        let presets_folder = folder.as_deref().map(presets_folder);
        let start = Start {
            settings: folder
                .as_deref()
                .map_or_else(Settings::default, Settings::load),
            system_language: surroundings.system_language,
            own_presets: presets_folder
                .as_deref()
                .map(own_presets)
                .unwrap_or_default(),
            presets_folder,
            leftovers: folder.as_deref().map(leftovers).unwrap_or_default(),
            crash_log: folder.as_deref().and_then(untold_crash),
            services: Services {
                new_id: surroundings.new_id,
                today: surroundings.today,
                now: surroundings.now,
            },
        };
        let (state, effects) = State::new(start, launch).map_err(StartError::Preset)?;
        let tasks = Tasks::new(ctx.clone());
        let keeper = folder.clone().map(|folder| {
            let answer = tasks.answer();
            Keeper::start(folder, move |error| answer(Answer::NotKept(error)))
        });
        let mut workbench = Self {
            state,
            folder,
            themes,
            applied: None,
            tasks,
            keeper,
            dialogs: surroundings.dialogs,
            title: String::new(),
            ending: Arc::default(),
        };
        workbench.perform(ctx, effects);
        Ok(workbench)
    }

    /// Set from outside, it ends the program without a question: unsaved work stays kept.
    #[must_use]
    pub fn ending(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.ending)
    }

    /// The workbook as it stands; for tests.
    #[must_use]
    pub fn workbook(&self) -> &Arc<Workbook> {
        self.state.workbook()
    }

    /// What the user is looking at; for tests.
    #[must_use]
    pub const fn session(&self) -> &Session {
        self.state.session()
    }

    /// Results computed so far; for tests.
    #[must_use]
    pub const fn results(&self) -> &Results {
        self.state.results()
    }

    /// One pass of everything that is not painting.
    pub fn logic(&mut self, ctx: &Context) {
        self.dress(ctx);
        self.state.at(moment(ctx));
        while let Some(answer) = self.tasks.next() {
            let effects = self.state.answered(answer);
            self.perform(ctx, effects);
            // A page that grew by it is put in the middle again only on the pass after it was measured.
            ctx.request_repaint();
        }
        if let Some(seconds) = self.state.drop_old_toasts() {
            ctx.request_repaint_after_secs(seconds as f32 + 0.05);
        }
        let mut actions = Actions::default();
        keys::pressed(ctx, &self.state, &mut actions);
        if self.state.session().presented.is_none() {
            keys::dropped_files(ctx, &mut actions);
        }
        self.closing(ctx);
        self.act(ctx, actions);
        if self.ending.load(Ordering::Relaxed) {
            let effects = self.state.ended_by_system();
            self.perform(ctx, effects);
        }
        let focused = ctx.input(|input| {
            let mut events = input.events.iter().rev();
            events.find_map(|event| match event {
                Event::WindowFocused(focused) => Some(*focused),
                _ => None,
            })
        });
        if focused == Some(false) {
            self.hurry();
        }
        let came_back = focused == Some(true);
        let effects = self.state.watch_file(came_back);
        self.perform(ctx, effects);
        if let Some(seconds) = self.state.looks_again_in() {
            ctx.request_repaint_after_secs(seconds as f32 + 0.05);
        }
    }

    /// Shows the window's content and acts on what came of it.
    pub fn show(&mut self, ui: &mut Ui) {
        let mut actions = Actions::default();
        shell_ui(ui, &self.state.view(), &mut actions);
        let ctx = ui.ctx().clone();
        let page_between = ctx.memory(|memory| memory.top_modal_layer().is_some());
        self.state.focus_given(page_between);
        if self.act(&ctx, actions) {
            // What was typed just before the window is closed is unsaved work, too.
            self.closing(&ctx);
            // What changed is shown on this very frame.
            self.dress(&ctx);
            ctx.request_discard("an action changed what is shown");
            // `logic` has to look at it once more, as when the window may close now.
            ctx.request_repaint();
        }
        let title = self.state.title();
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    /// Holds the window open while unsaved work needs an answer.
    fn closing(&mut self, ctx: &Context) {
        let asked = ctx.input(|input| input.viewport().close_requested());
        if asked && !self.state.may_close() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
        }
    }

    /// Acts on intents; whether there were any.
    fn act(&mut self, ctx: &Context, mut actions: Actions) -> bool {
        let actions = actions.take();
        let any = !actions.is_empty();
        for action in actions {
            let effects = self.state.update(action);
            self.perform(ctx, effects);
        }
        let effects = self.state.keep_unsaved();
        self.perform(ctx, effects);
        any
    }

    /// Has unsaved work written at once; waiting for what comes back waits for that.
    fn hurry(&self) -> Option<Receiver<()>> {
        self.keeper.as_ref().map(Keeper::hurry)
    }

    fn perform(&mut self, ctx: &Context, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Copy(text) => ctx.copy_text(text),
                Effect::CopyPicture(picture) => ctx.copy_image(image(&picture)),
                Effect::FillScreen(fill) => {
                    ctx.send_viewport_cmd(ViewportCommand::Fullscreen(fill));
                }
                Effect::Close => ctx.send_viewport_cmd(ViewportCommand::Close),
                Effect::KeepSettings(settings) => self.keep_settings(&settings),
                Effect::Keep(unsaved) => self.keep(|keeper| keeper.keep(*unsaved)),
                Effect::ForgetKept => self.keep(Keeper::forget),
                Effect::KeepVersion(version) => self.keep(|keeper| keeper.version(version)),
                Effect::Versions(work) => self.work_on_versions(work),
                Effect::SetAside => {
                    let answer = self.tasks.answer();
                    match &self.keeper {
                        Some(keeper) => keeper.set_aside(move |leftover| {
                            answer(Answer::SetAside(leftover.map(Box::new)));
                        }),
                        None => answer(Answer::SetAside(None)),
                    }
                }
                Effect::Adopt(slot) => self.keep(|keeper| keeper.adopt(slot)),
                Effect::Discard(slot) => slot.clear(),
                Effect::Choose { job, title, name } => {
                    // A dialog of the system may take the whole process with it.
                    let effects = self.state.keep_unsaved();
                    self.perform(ctx, effects);
                    let _ = self.hurry().map(|done| done.recv_timeout(PATIENCE));
                    let waiting = self.dialogs.choose(job, title, &name);
                    self.tasks.wait_for_choice(job, waiting);
                }
                Effect::Save { .. } => {
                    // Kept beside the save, so that it is there where that fails or is cut short.
                    let effects = self.state.keep_unsaved();
                    self.perform(ctx, effects);
                    let _ = self.hurry();
                    self.tasks.perform(effect);
                }
                Effect::Open(_)
                | Effect::TakeOver(_)
                | Effect::Look(_)
                | Effect::FindCopies(..)
                | Effect::Read(_)
                | Effect::ReadTable(..)
                | Effect::Recover(_)
                | Effect::Export(..)
                | Effect::DrawPicture(_)
                | Effect::LayOut(_)
                | Effect::ExportReports(_)
                | Effect::Show(_)
                | Effect::Rank { .. } => self.tasks.perform(effect),
            }
        }
    }

    /// Does something about what is kept, where the user has a folder for it.
    fn keep(&self, what: impl FnOnce(&Keeper)) {
        if let Some(keeper) = &self.keeper {
            what(keeper);
        }
    }

    /// Does something with earlier versions, once the latest is kept.
    fn work_on_versions(&self, work: VersionsWork) {
        let folder = self.folder.clone();
        let kept = self.hurry();
        self.tasks.answered_by(Some(work.broken()), move || {
            let _ = kept.map(|kept| kept.recv_timeout(PATIENCE));
            Some(perform_versions(folder.as_deref(), work))
        });
    }

    fn keep_settings(&self, settings: &Settings) {
        if let Some(folder) = &self.folder
            && let Err(error) = settings.save(folder)
        {
            // Settings are a convenience: work goes on without them.
            log::warn!("the settings are not kept: {error:?}");
        }
    }

    /// Puts theme and text size in force where they changed.
    fn dress(&mut self, ctx: &Context) {
        let theme = match self.state.settings().theme {
            ThemeChoice::Light => ThemeName::Light,
            ThemeChoice::Dark => ThemeName::Dark,
            ThemeChoice::HighContrast => ThemeName::HighContrast,
            ThemeChoice::System => match ctx.system_theme() {
                Some(egui::Theme::Dark) => ThemeName::Dark,
                Some(egui::Theme::Light) | None => ThemeName::Light,
            },
        };
        let wanted = (theme, self.magnified_percent(ctx));
        if self.applied != Some(wanted) {
            self.applied = Some(wanted);
            apply(ctx, self.themes.get(theme));
            ctx.set_zoom_factor(f32::from(wanted.1) / 100.0);
        }
    }

    /// By how much everything is magnified, in percent: as the settings say, or as the window has room
    /// for while something is presented.
    fn magnified_percent(&self, ctx: &Context) -> u16 {
        if self.state.session().presented.is_none() {
            return self.state.settings().text_size_percent;
        }
        let window = ctx.content_rect().size() * ctx.zoom_factor();
        let most = (window / LAID_OUT).min_elem();
        // In steps, so that a window being resized does not lay out all type anew with every point.
        let steps = (10..=80).rev().find(|step| f32::from(*step) / 20.0 <= most);
        steps.unwrap_or(10) * 5
    }
}

fn image(picture: &Pixels) -> ColorImage {
    let size = [picture.width as usize, picture.height as usize];
    ColorImage::from_rgba_unmultiplied(size, &picture.rgba)
}

fn moment(ctx: &Context) -> Moment {
    ctx.input(|input| Moment {
        seconds: input.time,
        fills_screen: input.viewport().fullscreen.unwrap_or_default(),
    })
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
        self.keep_settings(self.state.settings());
    }
}
