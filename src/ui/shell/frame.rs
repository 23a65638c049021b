//! What the pages over the screen have in common: a title, a part that scrolls, a row of buttons.

use egui::{ScrollArea, Ui};

use crate::{
    i18n::Language,
    state::{Action, Actions, DialogAnswer},
    theme::space,
    ui::widgets::{ButtonKind, action_button_if, button_row, look},
};

pub(super) fn title_ui(ui: &mut Ui, title: &str) {
    ui.label(look::heading(ui, title));
    ui.add_space(space::TIGHT);
}

/// Buttons at the bottom right, the usual one first from the right.
pub(super) fn buttons_ui(ui: &mut Ui, actions: &mut Actions, buttons: &[(&str, DialogAnswer)]) {
    button_row(ui, |ui| {
        for (index, (label, answer)) in buttons.iter().enumerate() {
            let kind = ButtonKind::primary_if(index == 0);
            actions.button(ui, kind, *label, Action::Answer(*answer));
        }
    });
}

/// The one button of a page that only shows something.
pub(super) fn close_ui(ui: &mut Ui, language: Language, actions: &mut Actions) {
    buttons_ui(ui, actions, &[(language.close(), DialogAnswer::Cancel)]);
}

/// The button that does what a page is about, where that can be done, and the one that leaves it.
pub(super) fn confirm_ui(
    ui: &mut Ui,
    language: Language,
    actions: &mut Actions,
    possible: bool,
    label: &str,
) {
    button_row(ui, |ui| {
        if action_button_if(ui, possible, ButtonKind::Primary, None, label).clicked() {
            actions.push(Action::Answer(DialogAnswer::Confirm));
        }
        let cancel = Action::Answer(DialogAnswer::Cancel);
        actions.plain(ui, language.cancel(), cancel);
    });
}

/// A part that scrolls, so much lower than the window, yet as high as the least that it needs.
pub(super) fn scroll_ui(
    ui: &mut Ui,
    salt: impl std::hash::Hash + std::fmt::Debug,
    (lower, least): (f32, f32),
    add_contents: impl FnOnce(&mut Ui),
) {
    let height = (ui.ctx().content_rect().height() - lower).max(least);
    ScrollArea::vertical()
        .id_salt(salt)
        .max_height(height)
        .auto_shrink([false, true])
        .show(ui, add_contents);
}
