//! Intents that are in a menu: one list gives their text, icon, shortcut and place.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::view::View;
use crate::{i18n::Language, ui::theme::icon};

/// An intent without further data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(
    missing_docs,
    reason = "the names say it; texts are in `MenuAction::text`"
)]
pub enum MenuAction {
    New,
    NewFromSector,
    Open,
    OpenPath,
    OpenDemo,
    Save,
    SaveAs,
    ExportCsv,
    ExportForm,
    ExportFullForm,
    ExportPaper,
    ImportCodes,
    ImportTable,
    Merge,
    Quit,
    Undo,
    Redo,
    AddEnterprise,
    RenameEnterprise,
    DuplicateEnterprise,
    DeleteEnterprise,
    MoveUp,
    MoveDown,
    AddRound,
    EditPanel,
    Weights,
    UseMean,
    UseMedian,
    Find,
    Start,
    Assess,
    Guided,
    Results,
    InShort,
    Plan,
    Compare,
    Portfolio,
    Knowledge,
    Room,
    Present,
    HidePeople,
    UseAliases,
    SwapPicture,
    ChartsAsText,
    ToggleList,
    ToggleAnswer,
    PreviousEnterprise,
    NextEnterprise,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    ThemeHighContrast,
    English,
    Chinese,
    LargerText,
    SmallerText,
    UsualText,
    Shortcuts,
    About,
}

/// A menu with its entries; `None` is a separator.
pub struct Menu {
    /// The menu's title.
    pub title: fn(Language) -> &'static str,
    /// Its entries, top to bottom.
    pub entries: &'static [Option<MenuAction>],
}

/// The menus, left to right. A test holds every [`MenuAction`] to a place in one of them.
pub const MENUS: &[Menu] = &[
    Menu {
        title: Language::menu_file,
        entries: &[
            Some(MenuAction::New),
            Some(MenuAction::NewFromSector),
            Some(MenuAction::Open),
            Some(MenuAction::OpenPath),
            Some(MenuAction::OpenDemo),
            None,
            Some(MenuAction::Save),
            Some(MenuAction::SaveAs),
            Some(MenuAction::ExportCsv),
            None,
            Some(MenuAction::ExportForm),
            Some(MenuAction::ExportFullForm),
            Some(MenuAction::ExportPaper),
            Some(MenuAction::ImportCodes),
            Some(MenuAction::ImportTable),
            Some(MenuAction::Merge),
            None,
            Some(MenuAction::Quit),
        ],
    },
    Menu {
        title: Language::menu_edit,
        entries: &[
            Some(MenuAction::Undo),
            Some(MenuAction::Redo),
            None,
            Some(MenuAction::Find),
        ],
    },
    Menu {
        title: Language::menu_enterprise,
        entries: &[
            Some(MenuAction::AddEnterprise),
            Some(MenuAction::RenameEnterprise),
            Some(MenuAction::DuplicateEnterprise),
            Some(MenuAction::DeleteEnterprise),
            None,
            Some(MenuAction::PreviousEnterprise),
            Some(MenuAction::NextEnterprise),
            Some(MenuAction::MoveUp),
            Some(MenuAction::MoveDown),
            None,
            Some(MenuAction::AddRound),
            Some(MenuAction::EditPanel),
            None,
            Some(MenuAction::Weights),
            Some(MenuAction::UseMean),
            Some(MenuAction::UseMedian),
            None,
            Some(MenuAction::HidePeople),
            Some(MenuAction::UseAliases),
        ],
    },
    Menu {
        title: Language::menu_view,
        entries: &[
            Some(MenuAction::Assess),
            Some(MenuAction::Guided),
            Some(MenuAction::Room),
            Some(MenuAction::Results),
            Some(MenuAction::InShort),
            Some(MenuAction::Plan),
            Some(MenuAction::Compare),
            Some(MenuAction::Portfolio),
            Some(MenuAction::Knowledge),
            Some(MenuAction::Start),
            Some(MenuAction::Present),
            None,
            Some(MenuAction::SwapPicture),
            Some(MenuAction::ChartsAsText),
            Some(MenuAction::ToggleList),
            Some(MenuAction::ToggleAnswer),
            None,
            Some(MenuAction::ThemeSystem),
            Some(MenuAction::ThemeLight),
            Some(MenuAction::ThemeDark),
            Some(MenuAction::ThemeHighContrast),
            None,
            Some(MenuAction::LargerText),
            Some(MenuAction::SmallerText),
            Some(MenuAction::UsualText),
            None,
            Some(MenuAction::English),
            Some(MenuAction::Chinese),
        ],
    },
    Menu {
        title: Language::menu_help,
        entries: &[Some(MenuAction::Shortcuts), Some(MenuAction::About)],
    },
];

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers {
    shift: true,
    ..Modifiers::COMMAND
};

impl MenuAction {
    /// Every action in the menus, in menu order.
    pub fn all() -> impl Iterator<Item = Self> {
        MENUS
            .iter()
            .flat_map(|menu| menu.entries.iter().copied().flatten())
    }

    /// What the entry is called.
    #[must_use]
    pub const fn text(self, language: Language) -> &'static str {
        match self {
            Self::New => language.new_workbook(),
            Self::NewFromSector => language.preset_new(),
            Self::Open => language.open(),
            Self::OpenPath => language.open_path(),
            Self::OpenDemo => language.open_demo(),
            Self::Save => language.save(),
            Self::SaveAs => language.save_as(),
            Self::ExportCsv => language.export_csv(),
            Self::ExportForm => language.export_form(),
            Self::ExportFullForm => language.export_form_full(),
            Self::ExportPaper => language.export_paper(),
            Self::ImportTable => language.import_table(),
            Self::ImportCodes => language.import_codes(),
            Self::Merge => language.merge_menu(),
            Self::Quit => language.quit(),
            Self::Undo => language.undo(),
            Self::Redo => language.redo(),
            Self::AddEnterprise => language.add_enterprise(),
            Self::RenameEnterprise => language.rename_enterprise(),
            Self::DuplicateEnterprise => language.duplicate_enterprise(),
            Self::DeleteEnterprise => language.delete_enterprise(),
            Self::MoveUp => language.move_up(),
            Self::MoveDown => language.move_down(),
            Self::AddRound => language.add_round(),
            Self::EditPanel => language.edit_panel(),
            Self::Weights => language.weights_open(),
            Self::UseMean => language.use_mean(),
            Self::UseMedian => language.use_median(),
            Self::Find => language.find(),
            Self::Start => language.screen_start(),
            Self::Assess => language.screen_assess(),
            Self::Guided => language.guided_title(),
            Self::Results => language.screen_results(),
            Self::InShort => language.menu_in_short(),
            Self::Plan => language.screen_plan(),
            Self::Compare => language.screen_compare(),
            Self::Portfolio => language.screen_portfolio(),
            Self::Knowledge => language.screen_knowledge(),
            Self::Room => language.room_title(),
            Self::Present => language.present_menu(),
            Self::HidePeople => language.hide_people(),
            Self::UseAliases => language.use_aliases(),
            Self::ChartsAsText => language.charts_as_text(),
            Self::SwapPicture => language.swap_picture(),
            Self::ToggleList => language.toggle_list(),
            Self::ToggleAnswer => language.toggle_answer(),
            Self::PreviousEnterprise => language.previous_enterprise(),
            Self::NextEnterprise => language.next_enterprise(),
            Self::ThemeSystem => language.theme_system(),
            Self::ThemeLight => language.theme_light(),
            Self::ThemeDark => language.theme_dark(),
            Self::ThemeHighContrast => language.theme_high_contrast(),
            // A language is named in itself, so that whoever reads it finds it.
            Self::English => Language::English.own_name(),
            Self::Chinese => Language::Chinese.own_name(),
            Self::LargerText => language.larger_text(),
            Self::SmallerText => language.smaller_text(),
            Self::UsualText => language.usual_text(),
            Self::Shortcuts => language.shortcuts(),
            Self::About => language.about(),
        }
    }

    /// Whether the action can do anything now.
    #[must_use]
    pub fn available(self, view: &View<'_>) -> bool {
        match self {
            Self::Undo => view.undo.is_some(),
            Self::Redo => view.redo.is_some(),
            Self::RenameEnterprise
            | Self::DuplicateEnterprise
            | Self::DeleteEnterprise
            | Self::MoveUp
            | Self::MoveDown
            | Self::AddRound
            | Self::EditPanel
            | Self::PreviousEnterprise
            | Self::Present
            | Self::ExportForm
            | Self::ExportFullForm
            | Self::ExportPaper
            | Self::ImportCodes
            | Self::NextEnterprise => view.enterprise().is_some(),
            Self::ExportCsv | Self::Find => !view.workbook.enterprises.is_empty(),
            _ => true,
        }
    }

    /// The icon before the text, where one helps.
    #[must_use]
    pub const fn icon(self) -> Option<&'static str> {
        Some(match self {
            Self::New | Self::NewFromSector => icon::NEW,
            Self::Open | Self::OpenPath => icon::OPEN,
            Self::OpenDemo => icon::DEMO,
            Self::Save | Self::SaveAs => icon::SAVE,
            Self::ExportCsv | Self::ExportForm | Self::ExportFullForm | Self::ExportPaper => {
                icon::EXPORT
            }
            Self::ImportCodes | Self::ImportTable => icon::COPY,
            Self::Merge => icon::HANDSHAKE,
            Self::Undo => icon::UNDO,
            Self::Redo => icon::REDO,
            Self::AddEnterprise => icon::ADD,
            Self::RenameEnterprise => icon::RENAME,
            Self::DuplicateEnterprise => icon::DUPLICATE,
            Self::DeleteEnterprise => icon::DELETE,
            Self::MoveUp | Self::PreviousEnterprise => icon::UP,
            Self::MoveDown | Self::NextEnterprise => icon::DOWN,
            Self::AddRound => icon::CALENDAR,
            Self::EditPanel | Self::Room => icon::PEOPLE,
            Self::HidePeople | Self::UseAliases => icon::LOCK,
            Self::Find => icon::SEARCH,
            Self::Start => icon::START,
            Self::Assess => icon::ASSESS,
            Self::Guided | Self::ChartsAsText => icon::INDICATORS,
            Self::Results => icon::RESULTS,
            Self::InShort => icon::PERSON,
            Self::Plan => icon::PLAN,
            Self::Compare => icon::COMPARE,
            Self::Portfolio => icon::PORTFOLIO,
            Self::Knowledge => icon::LIGHTBULB,
            Self::Present => icon::FIT,
            Self::SwapPicture => icon::RADAR,
            Self::ToggleList | Self::ToggleAnswer => icon::SIDEBAR,
            Self::ThemeLight => icon::SUN,
            Self::ThemeDark => icon::MOON,
            Self::ThemeHighContrast => icon::CONTRAST,
            Self::LargerText | Self::SmallerText | Self::UsualText => icon::TEXT_SIZE,
            Self::English | Self::Chinese => icon::LANGUAGE,
            Self::Shortcuts => icon::KEYBOARD,
            Self::About => icon::INFO,
            Self::Quit => icon::CLOSE,
            Self::Weights => icon::WEIGHTS,
            Self::UseMean | Self::UseMedian => icon::BARS,
            Self::ThemeSystem => return None,
        })
    }

    /// The shortcut. Plain letters act only while no text is being typed.
    #[must_use]
    pub const fn shortcut(self) -> Option<KeyboardShortcut> {
        let (modifiers, key) = match self {
            Self::New => (CTRL, Key::N),
            Self::NewFromSector => (CTRL_SHIFT, Key::W),
            Self::Open => (CTRL, Key::O),
            Self::OpenPath => (CTRL_SHIFT, Key::O),
            Self::OpenDemo => (CTRL_SHIFT, Key::D),
            Self::Save => (CTRL, Key::S),
            Self::SaveAs => (CTRL_SHIFT, Key::S),
            Self::ExportCsv => (CTRL, Key::E),
            Self::ExportForm => (CTRL_SHIFT, Key::F),
            Self::ExportFullForm => (CTRL_SHIFT, Key::G),
            Self::ExportPaper => (CTRL_SHIFT, Key::L),
            Self::ImportCodes => (CTRL_SHIFT, Key::I),
            Self::ImportTable => (CTRL_SHIFT, Key::T),
            Self::Merge => (CTRL_SHIFT, Key::U),
            Self::Quit => (CTRL, Key::Q),
            Self::Undo => (CTRL, Key::Z),
            Self::Redo => (CTRL_SHIFT, Key::Z),
            Self::AddEnterprise => (CTRL_SHIFT, Key::N),
            Self::RenameEnterprise => (Modifiers::NONE, Key::F2),
            Self::DuplicateEnterprise => (CTRL, Key::D),
            Self::DeleteEnterprise => (CTRL, Key::Delete),
            Self::PreviousEnterprise => (CTRL, Key::PageUp),
            Self::NextEnterprise => (CTRL, Key::PageDown),
            Self::MoveUp => (Modifiers::ALT, Key::ArrowUp),
            Self::MoveDown => (Modifiers::ALT, Key::ArrowDown),
            Self::AddRound => (CTRL_SHIFT, Key::R),
            Self::EditPanel => (CTRL_SHIFT, Key::P),
            Self::Weights => (CTRL_SHIFT, Key::K),
            Self::UseMean => (CTRL, Key::M),
            Self::UseMedian => (CTRL_SHIFT, Key::M),
            Self::Find => (CTRL, Key::F),
            Self::Start => (Modifiers::ALT, Key::Home),
            Self::Assess => (CTRL, Key::Num1),
            Self::Guided => (CTRL, Key::G),
            Self::Results => (CTRL, Key::Num2),
            Self::InShort => (CTRL_SHIFT, Key::Num2),
            Self::Plan => (CTRL, Key::Num3),
            Self::Compare => (CTRL, Key::Num4),
            Self::Portfolio => (CTRL, Key::Num5),
            Self::Knowledge => (CTRL, Key::Num6),
            Self::Room => (CTRL, Key::R),
            Self::Present => (Modifiers::NONE, Key::F5),
            Self::HidePeople => (CTRL_SHIFT, Key::H),
            Self::UseAliases => (CTRL_SHIFT, Key::A),
            Self::SwapPicture => (Modifiers::NONE, Key::R),
            Self::ChartsAsText => (Modifiers::NONE, Key::T),
            Self::ToggleList => (CTRL, Key::B),
            Self::ToggleAnswer => (CTRL, Key::J),
            Self::ThemeLight => (CTRL_SHIFT, Key::F1),
            Self::ThemeDark => (CTRL_SHIFT, Key::F2),
            Self::ThemeHighContrast => (CTRL_SHIFT, Key::F3),
            Self::ThemeSystem => (CTRL_SHIFT, Key::F4),
            Self::English => (CTRL_SHIFT, Key::E),
            Self::Chinese => (CTRL_SHIFT, Key::C),
            Self::LargerText => (CTRL, Key::Equals),
            Self::SmallerText => (CTRL, Key::Minus),
            Self::UsualText => (CTRL, Key::Num0),
            Self::Shortcuts => (Modifiers::NONE, Key::F1),
            Self::About => (Modifiers::SHIFT, Key::F1),
        };
        Some(KeyboardShortcut::new(modifiers, key))
    }
}

/// A shortcut as it is printed on the keys.
#[must_use]
pub fn shortcut_text(ctx: &egui::Context, shortcut: &KeyboardShortcut) -> String {
    let named = ctx.format_shortcut(shortcut);
    named.replace("Equals", "=").replace("Minus", "-")
}

#[cfg(test)]
mod tests {
    use std::collections::{HashMap, HashSet};

    use super::*;

    #[test]
    fn no_two_actions_share_a_shortcut_and_none_is_listed_twice() {
        let mut seen: HashMap<KeyboardShortcut, MenuAction> = HashMap::new();
        let mut listed = HashSet::new();
        for action in MenuAction::all() {
            assert!(listed.insert(action), "{action:?} is in two menus");
            if let Some(shortcut) = action.shortcut()
                && let Some(other) = seen.insert(shortcut, action)
            {
                panic!("{action:?} and {other:?} share {shortcut:?}");
            }
        }
    }

    #[test]
    fn entries_are_named_in_both_languages() {
        for action in MenuAction::all() {
            for language in Language::ALL {
                assert!(!action.text(language).is_empty());
            }
        }
    }
}
