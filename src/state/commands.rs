//! The commands of the menus, one row each: words, icon, keys, what it does, when it can be used, when it
//! is ticked, and whether it works while presenting.

use super::{
    ChartsAs, Deferred, Dialog, Effect, FileJob, FocusRequest, Panel, Picture, ResultsPage, Screen,
    State, View,
    update::{
        choosing, codes, deferred, enterprises, guided, present, reports, saving, settings, unmask,
        versions,
    },
};
use crate::{edit::Command, i18n::Language, model::Aggregation, storage::ThemeChoice, theme::icon};

/// All that is to be known of a command besides what it does.
pub struct CommandSpec {
    /// Which command it is.
    pub action: MenuAction,
    /// What it is called.
    pub text: fn(Language) -> &'static str,
    /// The icon before the text, where one helps.
    pub icon: Option<&'static str>,
    /// The keys that stand for it, such as `Ctrl+Shift+Z`; Ctrl is Command on a Mac.
    pub keys: Option<&'static str>,
    /// When it can do anything; `None` is always.
    when: Option<fn(&View<'_>) -> bool>,
    /// When it names the state in force; `None` is never.
    ticked: Option<fn(&View<'_>) -> bool>,
    /// Whether it works while something is presented.
    presenting: Option<While>,
    /// Whether it works while somebody has the laptop to score on.
    scoring: Option<While>,
    /// Whether it changes the document, which cannot be while others have its file.
    changes: Option<Changes>,
    run: fn(&mut State),
}

/// Marks a command that changes the document.
#[derive(Clone, Copy)]
enum Changes {
    Document,
}

/// Marks a command that works while others do not.
#[derive(Clone, Copy)]
enum While {
    Works,
}

/// A menu with its commands.
pub struct Menu {
    /// The menu's title.
    pub title: fn(Language) -> &'static str,
    /// Its commands, top to bottom, in groups that a line sets apart.
    pub groups: &'static [&'static [CommandSpec]],
}

/// Makes [`MenuAction`] and [`MENUS`] of the table below.
macro_rules! commands {
    ($($title:path { $([ $($name:ident: $text:expr, { $($field:ident $value:expr),* }, $run:expr;)* ])* })*) => {
        /// A command of the menus, which has no further data.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[expect(missing_docs, reason = "the names say it; the table has the rest")]
        pub enum MenuAction {
            $($($($name,)*)*)*
        }

        /// The menus, left to right.
        pub const MENUS: &[Menu] = &[$(Menu {
            title: $title,
            groups: &[$(&[$(CommandSpec {
                $($field: Some($value),)*
                ..plain(MenuAction::$name, $text, $run)
            }),*]),*],
        }),*];
    };
}

use Changes::Document;
use Language as L;
use While::Works;

commands! {
    L::menu_file {
        [
            New: L::new_workbook, { icon icon::NEW, keys "Ctrl+N" }, |s| deferred::confirm_unsaved(s, Deferred::New);
            NewFromSector: L::preset_new, { icon icon::NEW, keys "Ctrl+Shift+W" }, |s| deferred::confirm_unsaved(s, Deferred::NewFromSector);
            Open: L::open, { icon icon::OPEN, keys "Ctrl+O" }, |s| deferred::confirm_unsaved(s, Deferred::ChooseFile);
            OpenPath: L::open_path, { icon icon::OPEN, keys "Ctrl+Shift+O" }, |s| deferred::confirm_unsaved(s, Deferred::TypePath);
            OpenDemo: L::open_demo, { icon icon::DEMO, keys "Ctrl+Shift+D" }, |s| deferred::confirm_unsaved(s, Deferred::Demo);
        ]
        [
            Save: L::save, { icon icon::SAVE, keys "Ctrl+S" }, saving::save;
            SaveAs: L::save_as, { icon icon::SAVE, keys "Ctrl+Shift+S" }, |s| choosing::choose(s, FileJob::Save);
            Report: L::report_menu, { icon icon::NOTE, keys "Ctrl+P", when has_chosen, ticked |view| on(view, Screen::Report) }, reports::open;
            Versions: L::versions_menu, { icon icon::RECENT, keys "Ctrl+Shift+J" }, versions::open;
            ExportCsv: L::export_csv, { icon icon::EXPORT, keys "Ctrl+E", when has_enterprises }, |s| choosing::choose(s, FileJob::ExportCsv);
        ]
        [
            ExportForm: L::export_form, { icon icon::EXPORT, keys "Ctrl+Shift+F", when has_chosen }, |s| choosing::choose(s, FileJob::ExportForm);
            ExportFullForm: L::export_form_full, { icon icon::EXPORT, keys "Ctrl+Shift+G", when has_chosen }, |s| choosing::choose(s, FileJob::ExportFullForm);
            ExportPaper: L::export_paper, { icon icon::EXPORT, keys "Ctrl+Shift+L", when has_chosen }, |s| choosing::choose(s, FileJob::ExportPaper);
            ImportCodes: L::import_codes, { icon icon::COPY, keys "Ctrl+Shift+I", when has_chosen, changes Document }, |s| codes::ask(s, String::new());
            ImportTable: L::import_table, { icon icon::COPY, keys "Ctrl+Shift+T", changes Document }, |s| choosing::choose(s, FileJob::ImportTable);
            Merge: L::merge_menu, { icon icon::HANDSHAKE, keys "Ctrl+Shift+U", changes Document }, |s| choosing::choose(s, FileJob::Merge);
        ]
        [
            Quit: L::quit, { icon icon::CLOSE, keys "Ctrl+Q", presenting Works, scoring Works }, |s| s.effect(Effect::Close);
        ]
    }
    L::menu_edit {
        [
            Undo: L::undo, { icon icon::UNDO, keys "Ctrl+Z", when |view| view.undo.is_some(), scoring Works, changes Document }, unmask::undo;
            Redo: L::redo, { icon icon::REDO, keys "Ctrl+Shift+Z", when |view| view.redo.is_some(), scoring Works, changes Document }, unmask::redo;
        ]
        [
            Find: L::find, { icon icon::SEARCH, keys "Ctrl+F", when has_enterprises }, find;
        ]
    }
    L::menu_enterprise {
        [
            AddEnterprise: L::add_enterprise, { icon icon::ADD, keys "Ctrl+Shift+N", changes Document }, add_enterprise;
            RenameEnterprise: L::rename_enterprise, { icon icon::RENAME, keys "F2", when has_chosen, changes Document }, rename;
            DuplicateEnterprise: L::duplicate_enterprise, { icon icon::DUPLICATE, keys "Ctrl+D", when has_chosen, changes Document }, enterprises::duplicate;
            DeleteEnterprise: L::delete_enterprise, { icon icon::DELETE, keys "Ctrl+Delete", when has_chosen, changes Document }, enterprises::delete;
        ]
        [
            PreviousEnterprise: L::previous_enterprise, { icon icon::UP, keys "Ctrl+PageUp", when has_chosen }, |s| enterprises::step_selection(s, -1);
            NextEnterprise: L::next_enterprise, { icon icon::DOWN, keys "Ctrl+PageDown", when has_chosen }, |s| enterprises::step_selection(s, 1);
            MoveUp: L::move_up, { icon icon::UP, keys "Alt+ArrowUp", when has_chosen, changes Document }, |s| enterprises::move_by(s, -1);
            MoveDown: L::move_down, { icon icon::DOWN, keys "Alt+ArrowDown", when has_chosen, changes Document }, |s| enterprises::move_by(s, 1);
        ]
        [
            AddRound: L::add_round, { icon icon::CALENDAR, keys "Ctrl+Shift+R", when has_chosen, changes Document }, enterprises::add_round;
            EditPanel: L::edit_panel, { icon icon::PEOPLE, keys "Ctrl+Shift+P", when has_chosen }, |s| s.session.dialog = Some(Dialog::People);
        ]
        [
            Weights: L::weights_open, { icon icon::WEIGHTS, keys "Ctrl+Shift+K" }, |s| s.session.dialog = Some(Dialog::Weights(s.workbook().weights_in_force));
            UseMean: L::use_mean, { icon icon::BARS, keys "Ctrl+M", ticked |view| view.workbook.aggregation == Aggregation::Mean, changes Document },
                |s| s.edit(&Command::SetAggregation(Aggregation::Mean));
            UseMedian: L::use_median, { icon icon::BARS, keys "Ctrl+Shift+M", ticked |view| view.workbook.aggregation == Aggregation::Median, changes Document },
                |s| s.edit(&Command::SetAggregation(Aggregation::Median));
        ]
        [
            HidePeople: L::hide_people, { icon icon::LOCK, keys "Ctrl+Shift+H", ticked |view| view.workbook.hides_people, changes Document },
                |s| s.edit(&Command::HidePeople(!s.workbook().hides_people));
            UseAliases: L::use_aliases, { icon icon::LOCK, keys "Ctrl+Shift+A", ticked |view| view.workbook.uses_aliases, presenting Works, changes Document },
                |s| s.edit(&Command::UseAliases(!s.workbook().uses_aliases));
        ]
    }
    L::menu_view {
        [
            Assess: L::screen_assess, { icon icon::ASSESS, keys "Ctrl+1", ticked |view| on(view, Screen::Assess) }, |s| s.session.screen = Screen::Assess;
            Guided: L::guided_title, { icon icon::INDICATORS, keys "Ctrl+G" }, |s| guided::open(s, None);
            Room: L::room_title, { icon icon::PEOPLE, keys "Ctrl+R", ticked |view| on(view, Screen::Room) }, |s| s.session.screen = Screen::Room;
            Results: L::screen_results, { icon icon::RESULTS, keys "Ctrl+2", ticked |view| on(view, Screen::Results) }, |s| s.session.screen = Screen::Results;
            InShort: L::menu_in_short, { icon icon::PERSON, keys "Ctrl+Shift+2", ticked reads_in_short }, read_in_short;
            Plan: L::screen_plan, { icon icon::PLAN, keys "Ctrl+3", ticked |view| on(view, Screen::Plan) }, |s| s.session.screen = Screen::Plan;
            Compare: L::screen_compare, { icon icon::COMPARE, keys "Ctrl+4", ticked |view| on(view, Screen::Compare) }, |s| s.session.screen = Screen::Compare;
            Portfolio: L::screen_portfolio, { icon icon::PORTFOLIO, keys "Ctrl+5", ticked |view| on(view, Screen::Portfolio) }, |s| s.session.screen = Screen::Portfolio;
            Knowledge: L::screen_knowledge, { icon icon::LIGHTBULB, keys "Ctrl+6", ticked |view| on(view, Screen::Knowledge) }, |s| s.session.screen = Screen::Knowledge;
            Start: L::screen_start, { icon icon::START, keys "Alt+Home", ticked |view| on(view, Screen::Start) }, |s| s.session.screen = Screen::Start;
            Present: L::present_menu, { icon icon::FIT, keys "F5", when has_chosen }, present::chosen;
        ]
        [
            SwapPicture: L::swap_picture, { icon icon::RADAR, keys "R", presenting Works }, swap_picture;
            ChartsAsText: L::charts_as_text, { icon icon::INDICATORS, keys "T", ticked |view| view.session.charts_as == ChartsAs::Text, presenting Works }, swap_text;
            ToggleList: L::toggle_list, { icon icon::SIDEBAR, keys "Ctrl+B" }, |s| s.session.toggle(Panel::List);
            ToggleAnswer: L::toggle_answer, { icon icon::SIDEBAR, keys "Ctrl+J" }, toggle_answer;
        ]
        [
            ThemeSystem: L::theme_system, { keys "Ctrl+Shift+F4", ticked |view| view.theme_choice == ThemeChoice::System, presenting Works, scoring Works }, |s| settings::set_theme(s, ThemeChoice::System);
            ThemeLight: L::theme_light, { icon icon::SUN, keys "Ctrl+Shift+F1", ticked |view| view.theme_choice == ThemeChoice::Light, presenting Works, scoring Works }, |s| settings::set_theme(s, ThemeChoice::Light);
            ThemeDark: L::theme_dark, { icon icon::MOON, keys "Ctrl+Shift+F2", ticked |view| view.theme_choice == ThemeChoice::Dark, presenting Works, scoring Works }, |s| settings::set_theme(s, ThemeChoice::Dark);
            ThemeHighContrast: L::theme_high_contrast, { icon icon::CONTRAST, keys "Ctrl+Shift+F3", ticked |view| view.theme_choice == ThemeChoice::HighContrast, presenting Works, scoring Works },
                |s| settings::set_theme(s, ThemeChoice::HighContrast);
        ]
        [
            LargerText: L::larger_text, { icon icon::TEXT_SIZE, keys "Ctrl+Equals", scoring Works }, |s| settings::set_text_size(s, s.settings.text_size_percent + 10);
            SmallerText: L::smaller_text, { icon icon::TEXT_SIZE, keys "Ctrl+Minus", scoring Works }, |s| settings::set_text_size(s, s.settings.text_size_percent.saturating_sub(10));
            UsualText: L::usual_text, { icon icon::TEXT_SIZE, keys "Ctrl+0", ticked |view| view.text_size_percent == 100, scoring Works }, |s| settings::set_text_size(s, 100);
        ]
        [
            // A language is named in itself, so that whoever reads it finds it.
            English: |_| Language::English.own_name(), { icon icon::LANGUAGE, keys "Ctrl+Shift+E", ticked |view| view.language == Language::English, presenting Works, scoring Works }, |s| settings::set_language(s, Language::English);
            Chinese: |_| Language::Chinese.own_name(), { icon icon::LANGUAGE, keys "Ctrl+Shift+C", ticked |view| view.language == Language::Chinese, presenting Works, scoring Works }, |s| settings::set_language(s, Language::Chinese);
        ]
    }
    L::menu_help {
        [
            Shortcuts: L::shortcuts, { icon icon::KEYBOARD, keys "F1" }, |s| s.session.dialog = Some(Dialog::Shortcuts);
            About: L::about, { icon icon::INFO, keys "Shift+F1" }, |s| s.session.dialog = Some(Dialog::About);
        ]
    }
}

/// A row without what is optional.
const fn plain(
    action: MenuAction,
    text: fn(Language) -> &'static str,
    run: fn(&mut State),
) -> CommandSpec {
    CommandSpec {
        action,
        text,
        icon: None,
        keys: None,
        when: None,
        ticked: None,
        presenting: None,
        scoring: None,
        changes: None,
        run,
    }
}

impl CommandSpec {
    /// All rows, in menu order.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        MENUS
            .iter()
            .flat_map(|menu| menu.groups.iter().copied().flatten())
    }

    /// Whether the command can do anything now.
    #[must_use]
    pub fn available(&self, view: &View<'_>) -> bool {
        let refused = self.changes_document() && view.read_only();
        !refused && self.when.is_none_or(|when| when(view))
    }

    /// Whether it changes the document.
    #[must_use]
    pub const fn changes_document(&self) -> bool {
        self.changes.is_some()
    }

    /// Whether it names the state in force, so that it is ticked.
    #[must_use]
    pub fn in_force(&self, view: &View<'_>) -> bool {
        self.ticked.is_some_and(|ticked| ticked(view))
    }

    /// Whether it works while something is presented.
    #[must_use]
    pub const fn works_presenting(&self) -> bool {
        self.presenting.is_some()
    }

    /// Whether it works while somebody has the laptop to score on.
    #[must_use]
    pub const fn works_scoring(&self) -> bool {
        self.scoring.is_some()
    }

    pub(super) fn run(&self, state: &mut State) {
        (self.run)(state);
    }
}

impl MenuAction {
    /// The row of the table.
    #[must_use]
    pub fn spec(self) -> &'static CommandSpec {
        let found = CommandSpec::all().find(|spec| spec.action == self);
        // Enum and table are made of the same rows.
        found.unwrap_or(&MENUS[0].groups[0][0])
    }

    /// What the command is called.
    #[must_use]
    pub fn text(self, language: Language) -> &'static str {
        (self.spec().text)(language)
    }

    /// The icon before the text, where one helps.
    #[must_use]
    pub fn icon(self) -> Option<&'static str> {
        self.spec().icon
    }
}

fn has_enterprises(view: &View<'_>) -> bool {
    !view.workbook.enterprises.is_empty()
}

fn has_chosen(view: &View<'_>) -> bool {
    view.enterprise().is_some()
}

fn on(view: &View<'_>, screen: Screen) -> bool {
    view.session.screen == screen
}

fn reads_in_short(view: &View<'_>) -> bool {
    on(view, Screen::Results) && view.session.results_page == ResultsPage::Short
}

fn read_in_short(state: &mut State) {
    state.session.screen = Screen::Results;
    state.session.results_page = ResultsPage::Short;
}

fn find(state: &mut State) {
    state.session.open(Panel::List);
    if state.session.screen == Screen::Start {
        state.session.screen = Screen::Assess;
    }
    state.session.focus_search = FocusRequest::Wanted;
}

fn add_enterprise(state: &mut State) {
    enterprises::add(state);
    state.session.screen = Screen::Assess;
    state.session.renaming = state.session.enterprise;
}

fn rename(state: &mut State) {
    state.session.open(Panel::List);
    state.session.renaming = state.session.enterprise;
}

fn swap_picture(state: &mut State) {
    settings::set_picture(
        state,
        match state.session.picture {
            Picture::Dots => Picture::Radar,
            Picture::Radar | Picture::Sides => Picture::Dots,
        },
    );
}

fn swap_text(state: &mut State) {
    state.session.charts_as = match state.session.charts_as {
        ChartsAs::Picture => ChartsAs::Text,
        ChartsAs::Text => ChartsAs::Picture,
    };
}

/// Only one of the two is ever in the layout.
fn toggle_answer(state: &mut State) {
    state.session.toggle(Panel::Answer);
    state.session.toggle(Panel::NarrowAnswer);
}
