//! The question at saving to a file that somebody else has changed: every way out, and what it does.

use egui::{Direction, Layout, Ui, vec2};

use super::frame::{buttons_ui, title_ui};
use crate::{
    state::{Action, Actions, DialogAnswer, FileAction, View},
    theme::space,
    ui::widgets::{ButtonKind, button_row, subdued_line, wrapped},
};

/// Room for the buttons of the ways out.
const BUTTONS: f32 = 132.0;

pub(super) fn changed_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, path: &str) {
    let language = view.language;
    title_ui(ui, language.changed_title());
    wrapped(ui, language.file_changed_at(path));
    let file = |label, text, action| (label, text, Action::File(action));
    let ways = [
        file(
            language.file_compare(),
            language.file_compare_text(),
            FileAction::Compare,
        ),
        file(
            language.file_keep_both(),
            language.file_keep_both_text(),
            FileAction::KeepBoth,
        ),
        file(
            language.file_reload(),
            language.file_reload_text(),
            FileAction::Reload,
        ),
        (
            language.overwrite(),
            language.file_replace_text(),
            Action::Answer(DialogAnswer::Confirm),
        ),
    ];
    // Whoever has the laptop sees nothing of what others wrote.
    let scoring = view.scorer().is_some();
    let shows = |action: &Action| {
        matches!(
            action,
            Action::File(FileAction::Compare | FileAction::Reload)
        )
    };
    let ways = ways.into_iter().filter(|way| !(scoring && shows(&way.2)));
    for (index, (label, text, action)) in ways.enumerate() {
        ui.add_space(space::SMALL);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::GAP;
            let kind = ButtonKind::primary_if(index == 0);
            let across = Layout::centered_and_justified(Direction::LeftToRight);
            ui.allocate_ui_with_layout(vec2(BUTTONS, space::CONTROL), across, |ui| {
                actions.button(ui, kind, label, action);
            });
            subdued_line(ui, text);
        });
    }
    button_row(ui, |ui| {
        let cancel = Action::Answer(DialogAnswer::Cancel);
        actions.plain(ui, language.cancel(), cancel);
    });
}

/// Asks before what is unsaved is set aside.
pub(super) fn reload_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let language = view.language;
    title_ui(ui, language.reload_title());
    wrapped(ui, language.reload_text());
    let buttons = [
        (language.file_reload(), DialogAnswer::Confirm),
        (language.cancel(), DialogAnswer::Cancel),
    ];
    buttons_ui(ui, actions, &buttons);
}
