//! The one place that acts on intents: a change, another view, or a task.

use std::{path::Path, sync::Arc};

use egui::{Context, ViewportCommand};

use super::{
    Action, Actions, AfterUnsaved, ChartsAs, Dialog, DialogAnswer, FocusRequest, Leaving,
    MenuAction, NewRecord, Offer, Panel, PathPurpose, Picture, ResultsPage, Saved, Screen, Toast,
    Tone, Workbench, files::Asked,
};
use crate::{
    edit::Command,
    export::FormKind,
    i18n::Language,
    model::Aggregation,
    storage::{PictureChoice, Settings, ThemeChoice},
};

/// How long a message that worked stays, in seconds.
const TOAST_SECONDS: f64 = 6.0;

impl Workbench {
    pub(super) fn dispatch(&mut self, ctx: &Context, action: Action) {
        match action {
            Action::Menu(action) => self.menu(ctx, action),
            Action::Edit(command) => self.edit(&command),
            Action::LeaveField => self.document.history.leave_field(),
            Action::Select(id) => {
                self.session.select(Some(id));
                self.document.history.leave_field();
            }
            Action::SelectRound(id) => self.session.round = Some(id),
            Action::SelectPerson(id) => self.session.person = Some(id),
            Action::Add(NewRecord::Person(enterprise)) => self.add_person(enterprise),
            Action::Rename(id) => self.session.renaming = id,
            Action::Search(text) => self.session.search = text,
            Action::Unfold(factor) => self.session.unfolded = factor,
            Action::Toggle(panel) => self.session.toggle(panel),
            Action::Open(path) => self.guarded(AfterUnsaved::Open(path)),
            Action::ForgetRecent(path) => {
                self.settings.forget(&path);
                self.settings_changed();
            }
            Action::DialogText(typed) => {
                if let Some(Dialog::Path { text, .. }) = &mut self.session.dialog {
                    *text = typed;
                }
            }
            Action::DialogSector(typed) => {
                if let Some(Dialog::Sector(wanted)) = &mut self.session.dialog {
                    *wanted = typed;
                }
            }
            Action::Merge(merging) => {
                if matches!(self.session.dialog, Some(Dialog::Merge(_))) {
                    self.session.dialog = Some(Dialog::Merge(merging));
                }
            }
            Action::Codes(codes) => {
                if matches!(self.session.dialog, Some(Dialog::Codes(_))) {
                    self.session.dialog = Some(Dialog::Codes(codes));
                }
            }
            Action::Answer(answer) => self.answer(answer),
            Action::Explain(number) => self.session.explained = number,
            Action::Draw(picture) => self.set_picture(picture),
            Action::Guide(path) => self.open_guided(Some(path)),
            Action::GuidedPage(page) => self.turn_guided_page(page),
            Action::Read(page) => self.session.results_page = page,
            Action::Know(shown) => self.session.knowledge = *shown,
            Action::Table(action) => self.table(action),
            Action::Weights(action) => self.weights(action),
            Action::Portfolio(action) => self.portfolio_action(action),
            Action::Plan(action) => self.plan(action),
            Action::Compare(action) => self.compare(action),
            Action::Present(action) => self.present(ctx, action),
            Action::Room(action) => self.room(ctx, action),
            Action::Recovery(action) => self.recovery_action(action),
            Action::AddToPlan(item) => self.add_to_plan(item),
            Action::Copy(text) => {
                ctx.copy_text(text);
                self.say(Tone::Good, self.language.copied().to_owned());
            }
            Action::DismissToast(id) => self.session.toasts.retain(|toast| toast.id != id),
        }
    }

    fn menu(&mut self, ctx: &Context, action: MenuAction) {
        match action {
            MenuAction::New => self.guarded(AfterUnsaved::New),
            MenuAction::NewFromSector => self.guarded(AfterUnsaved::NewFromSector),
            MenuAction::Open => self.guarded(AfterUnsaved::ChooseFile),
            MenuAction::OpenPath => self.guarded(AfterUnsaved::TypePath),
            MenuAction::OpenDemo => self.guarded(AfterUnsaved::Demo),
            MenuAction::Save => self.save(),
            MenuAction::SaveAs => self.choose(PathPurpose::Save),
            MenuAction::ExportCsv => self.choose(PathPurpose::ExportCsv),
            MenuAction::ExportForm => self.choose(PathPurpose::ExportForm(FormKind::Short)),
            MenuAction::ExportFullForm => self.choose(PathPurpose::ExportForm(FormKind::Full)),
            MenuAction::ImportTable => self.choose(PathPurpose::ImportTable),
            MenuAction::Merge => self.choose(PathPurpose::Merge),
            MenuAction::ExportPaper => self.choose(PathPurpose::ExportForm(FormKind::Paper)),
            MenuAction::ImportCodes => self.ask_codes(String::new()),
            MenuAction::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
            // Asked of the view, which says when nothing may be taken back.
            MenuAction::Undo if self.view().undo.is_none() => {}
            MenuAction::Undo => {
                self.document.history.undo();
                self.follow();
            }
            MenuAction::Redo => {
                self.document.history.redo();
                self.follow();
            }
            MenuAction::Present => self.present_chosen(ctx),
            MenuAction::AddEnterprise => {
                self.add_enterprise();
                self.session.screen = Screen::Assess;
                self.session.renaming = self.session.enterprise;
            }
            MenuAction::RenameEnterprise => {
                if !self.session.shows(Panel::List) {
                    self.session.toggle(Panel::List);
                }
                self.session.renaming = self.session.enterprise;
            }
            MenuAction::DuplicateEnterprise => self.duplicate(),
            MenuAction::DeleteEnterprise => self.delete(),
            MenuAction::MoveUp => self.move_by(-1),
            MenuAction::MoveDown => self.move_by(1),
            MenuAction::PreviousEnterprise => self.step_selection(-1),
            MenuAction::NextEnterprise => self.step_selection(1),
            MenuAction::AddRound => self.add_round(),
            MenuAction::EditPanel => self.session.dialog = Some(Dialog::People),
            MenuAction::Weights => {
                let shown = self.workbook().weights_in_force;
                self.session.dialog = Some(Dialog::Weights(shown));
            }
            MenuAction::UseMean => self.edit(&Command::SetAggregation(Aggregation::Mean)),
            MenuAction::UseMedian => self.edit(&Command::SetAggregation(Aggregation::Median)),
            MenuAction::Find => {
                if !self.session.shows(Panel::List) {
                    self.session.toggle(Panel::List);
                }
                if self.session.screen == Screen::Start {
                    self.session.screen = Screen::Assess;
                }
                self.session.focus_search = FocusRequest::Wanted;
            }
            MenuAction::Start => self.session.screen = Screen::Start,
            MenuAction::Assess => self.session.screen = Screen::Assess,
            MenuAction::Guided => self.open_guided(None),
            MenuAction::Results => self.session.screen = Screen::Results,
            MenuAction::InShort => {
                self.session.screen = Screen::Results;
                self.session.results_page = ResultsPage::Short;
            }
            MenuAction::Room => self.session.screen = Screen::Room,
            MenuAction::HidePeople => {
                let hide = !self.workbook().hides_people;
                self.edit(&Command::HidePeople(hide));
            }
            MenuAction::UseAliases => {
                let use_them = !self.workbook().uses_aliases;
                self.edit(&Command::UseAliases(use_them));
            }
            MenuAction::Plan => self.session.screen = Screen::Plan,
            MenuAction::Compare => self.session.screen = Screen::Compare,
            MenuAction::Portfolio => self.session.screen = Screen::Portfolio,
            MenuAction::Knowledge => self.session.screen = Screen::Knowledge,
            MenuAction::ChartsAsText => {
                self.session.charts_as = match self.session.charts_as {
                    ChartsAs::Picture => ChartsAs::Text,
                    ChartsAs::Text => ChartsAs::Picture,
                };
            }
            MenuAction::SwapPicture => self.set_picture(match self.session.picture {
                Picture::Dots => Picture::Radar,
                Picture::Radar | Picture::Sides => Picture::Dots,
            }),
            MenuAction::ToggleList => self.session.toggle(Panel::List),
            MenuAction::ToggleAnswer => {
                // Only one of the two is ever in the layout.
                self.session.toggle(Panel::Answer);
                self.session.toggle(Panel::NarrowAnswer);
            }
            MenuAction::ThemeSystem => self.set_theme(ThemeChoice::System),
            MenuAction::ThemeLight => self.set_theme(ThemeChoice::Light),
            MenuAction::ThemeDark => self.set_theme(ThemeChoice::Dark),
            MenuAction::ThemeHighContrast => self.set_theme(ThemeChoice::HighContrast),
            MenuAction::English => self.set_language(Language::English),
            MenuAction::Chinese => self.set_language(Language::Chinese),
            MenuAction::LargerText => self.set_text_size(self.settings.text_size_percent + 10),
            MenuAction::SmallerText => {
                self.set_text_size(self.settings.text_size_percent.saturating_sub(10));
            }
            MenuAction::UsualText => self.set_text_size(100),
            MenuAction::Shortcuts => self.session.dialog = Some(Dialog::Shortcuts),
            MenuAction::About => self.session.dialog = Some(Dialog::About),
        }
    }

    pub(super) fn edit(&mut self, command: &Command) {
        if let Err(error) = self.document.history.perform(command) {
            let text = self.language.refused(&error.to_string());
            self.say(Tone::Bad, text);
        }
        self.follow();
    }

    fn follow(&mut self) {
        let workbook = Arc::clone(self.document.history.workbook());
        self.session.follow(&workbook);
    }

    /// Shows a message; what failed stays until dismissed.
    pub(super) fn say(&mut self, tone: Tone, text: String) {
        self.say_with(tone, text, Offer::Nothing);
    }

    pub(super) fn say_with(&mut self, tone: Tone, text: String, offers_undo: Offer) {
        const MOST: usize = 3;
        self.next_toast += 1;
        let until = (tone != Tone::Bad).then_some(f64::NEG_INFINITY);
        self.session.toasts.push(Toast {
            id: self.next_toast,
            tone,
            text,
            offers_undo,
            until,
        });
        let over = self.session.toasts.len().saturating_sub(MOST);
        self.session.toasts.drain(..over);
    }

    /// Starts the clock of new messages and takes away those whose time is over.
    pub(super) fn drop_old_toasts(&mut self, ctx: &Context) {
        let now = ctx.input(|input| input.time);
        for toast in &mut self.session.toasts {
            if toast.until == Some(f64::NEG_INFINITY) {
                toast.until = Some(now + TOAST_SECONDS);
            }
        }
        self.session
            .toasts
            .retain(|toast| toast.until.is_none_or(|until| until > now));
        let next = self.session.toasts.iter().filter_map(|toast| toast.until);
        if let Some(soonest) = next.reduce(f64::min) {
            ctx.request_repaint_after_secs((soonest - now) as f32 + 0.05);
        }
    }

    pub(super) fn shortcuts(&mut self, ctx: &Context, actions: &mut Actions) {
        // What lies over the screen takes the keys.
        if self.session.dialog.is_some() || self.session.explained.is_some() {
            return;
        }
        let typing = ctx.text_edit_focused();
        let presenting = self.session.presented.is_some();
        if presenting {
            Self::presenting_keys(ctx, actions);
        }
        // Ctrl+Z would also answer to Ctrl+Shift+Z, so the longer combinations come first.
        let mut shortcuts: Vec<_> = MenuAction::all()
            .filter_map(|action| Some((action, action.shortcut()?)))
            .collect();
        shortcuts.sort_by_key(|(_, shortcut)| std::cmp::Reverse(shortcut.modifiers.shift));
        for (action, shortcut) in shortcuts {
            // A plain letter belongs to the text being typed.
            let plain = shortcut.modifiers.is_none() && shortcut.logical_key.name().len() == 1;
            if plain && typing {
                continue;
            }
            if presenting && !Self::works_presenting(action) {
                continue;
            }
            // While a text is being typed its own undo comes first, as everywhere.
            if typing && matches!(action, MenuAction::DeleteEnterprise) {
                continue;
            }
            if ctx.input_mut(|input| input.consume_shortcut(&shortcut))
                && action.available(&self.view())
            {
                actions.push(Action::Menu(action));
            }
        }
    }

    pub(super) fn dropped_files(ctx: &Context, actions: &mut Actions) {
        let dropped = ctx.input(|input| input.raw.dropped_files.clone());
        if let Some(path) = dropped
            .into_iter()
            .map(|file| file.path().to_owned())
            .find(|path| path.is_file())
        {
            actions.push(Action::Open(path));
        }
    }

    /// Holds the window open while unsaved work needs an answer.
    pub(super) fn closing(&mut self, ctx: &Context) {
        if self.leaving == Leaving::Settled {
            ctx.send_viewport_cmd(ViewportCommand::Close);
            return;
        }
        let asked = ctx.input(|input| input.viewport().close_requested());
        if asked && self.document.saved() == Saved::No {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.session.dialog = Some(Dialog::Unsaved(AfterUnsaved::Quit));
        }
    }

    fn answer(&mut self, answer: DialogAnswer) {
        let Some(dialog) = self.session.dialog.take() else {
            return;
        };
        self.document.history.leave_field();
        match (dialog, answer) {
            (Dialog::Recovery, _) => self.recovery.put_off(),
            (_, DialogAnswer::Cancel) => self.after_save = None,
            (Dialog::Unsaved(next), DialogAnswer::Save) => {
                self.after_save = Some(next);
                self.save();
            }
            (Dialog::Unsaved(next), _) => self.proceed(next),
            (Dialog::Path { purpose, text }, _) => {
                let path = text.trim();
                if !path.is_empty() {
                    self.use_path(purpose, path.into(), Asked::No);
                }
            }
            (Dialog::Overwrite { purpose, .. }, DialogAnswer::SaveAs) => self.choose(purpose),
            (Dialog::ChangedOnDisk(_), DialogAnswer::SaveAs) => self.choose(PathPurpose::Save),
            (Dialog::Overwrite { purpose, path }, _) => self.use_path(purpose, path, Asked::Yes),
            (Dialog::ChangedOnDisk(path), _) => {
                self.use_path(PathPurpose::Save, path, Asked::Yes);
            }
            (Dialog::Sector(wanted), _) => self.start_from(&wanted),
            (Dialog::HandOver(person), _) => self.hand_over(person),
            (Dialog::PastePeople(text), _) => self.add_people(&text),
            (Dialog::Merge(merging), _) => self.take_merge(&merging),
            (Dialog::Table(import), _) => self.take_table(&import),
            (Dialog::Codes(codes), _) => self.take_codes(&codes),
            (Dialog::Weights(_) | Dialog::People | Dialog::Shortcuts | Dialog::About, _) => {}
        }
    }

    fn set_theme(&mut self, theme: ThemeChoice) {
        self.settings.theme = theme;
        self.settings_changed();
    }

    fn set_language(&mut self, language: Language) {
        self.language = language;
        self.settings.language = Some(language);
        self.settings_changed();
    }

    fn set_text_size(&mut self, percent: u16) {
        let (least, most) = Settings::TEXT_SIZES.into_inner();
        self.settings.text_size_percent = percent.clamp(least, most);
        self.settings_changed();
    }

    fn set_picture(&mut self, picture: Picture) {
        self.session.picture = picture;
        self.settings.picture = match picture {
            Picture::Radar => PictureChoice::Radar,
            Picture::Sides => PictureChoice::Sides,
            Picture::Dots => PictureChoice::Dots,
        };
        self.settings_changed();
    }

    /// Puts a file first among the recent ones.
    pub(super) fn remember(&mut self, path: &Path) {
        self.settings.remember(path);
        self.settings_changed();
    }

    fn settings_changed(&mut self) {
        self.recent = self.settings.recent_files();
        self.keep_settings();
    }

    /// Writes the settings down, where the user has a folder for them.
    pub(super) fn keep_settings(&mut self) {
        let Some(folder) = &self.folder else {
            return;
        };
        if let Err(error) = self.settings.save(folder) {
            // Settings are a convenience: work goes on without them.
            log::warn!("{error}");
        }
    }
}
