//! Questions and pages over the screen. One at a time; Escape always leaves everything as it is.

use egui::{Align, Key, Label, Layout, RichText, ScrollArea, Ui, Vec2};

use super::{
    codes::codes_ui,
    merge::merge_ui,
    people::people_ui,
    preset::preset_ui,
    room::{hand_over_ui, paste_people_ui},
    table::table_ui,
    weights::weights_ui,
};
use crate::{
    app::{Action, Actions, Dialog, DialogAnswer, MENUS, PathPurpose, View, shortcut_text},
    ui::{
        recovery::recovery_page_ui,
        theme::{icon, space, text},
        widgets::{ButtonKind, TextField, action_button, button_row, modal},
    },
};

pub(super) fn dialogs_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let Some(dialog) = &view.session.dialog else {
        return;
    };
    let wide = matches!(
        dialog,
        Dialog::People
            | Dialog::Shortcuts
            | Dialog::Codes(_)
            | Dialog::Merge(_)
            | Dialog::Weights(_)
    );
    let width = match dialog {
        Dialog::Table(_) => 960.0,
        Dialog::Recovery => 760.0,
        _ if wide => 640.0,
        _ => 460.0,
    };
    let response = modal(ui, view.theme, "dialog", width, |ui| match dialog {
        Dialog::Recovery => recovery_page_ui(ui, view, actions),
        Dialog::Unsaved(_) => unsaved_ui(ui, view, actions),
        Dialog::Path { purpose, text } => path_ui(ui, view, actions, *purpose, text),
        Dialog::ChangedOnDisk(path) => {
            let text = view.language.changed_text(&path.display().to_string());
            replace_ui(ui, view, actions, view.language.changed_title(), &text);
        }
        Dialog::Overwrite { path, .. } => {
            let text = view.language.overwrite_text(&path.display().to_string());
            replace_ui(ui, view, actions, view.language.overwrite_title(), &text);
        }
        Dialog::Sector(wanted) => preset_ui(ui, view, actions, wanted),
        Dialog::HandOver(person) => hand_over_ui(ui, view, actions, *person),
        Dialog::PastePeople(typed) => paste_people_ui(ui, view, actions, typed),
        Dialog::Merge(merging) => merge_ui(ui, view, actions, merging),
        Dialog::Codes(codes) => codes_ui(ui, view, actions, codes),
        Dialog::Table(import) => table_ui(ui, view, actions, import),
        Dialog::Weights(shown) => weights_ui(ui, view, actions, *shown),
        Dialog::People => people_ui(ui, view, actions),
        Dialog::Shortcuts => shortcuts_ui(ui, view, actions),
        Dialog::About => about_ui(ui, view, actions),
    });
    if response.should_close() {
        actions.push(Action::Answer(DialogAnswer::Cancel));
    }
}

pub(super) fn title_ui(ui: &mut Ui, view: &View<'_>, title: &str) {
    ui.label(
        RichText::new(title)
            .font(text::heading())
            .color(view.theme.text_strong),
    );
    ui.add_space(space::TIGHT);
}

/// Buttons at the bottom right, the usual one first from the right.
fn buttons_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    buttons: &[(&str, DialogAnswer)],
) {
    button_row(ui, |ui| {
        for (index, (label, answer)) in buttons.iter().enumerate() {
            let kind = if index == 0 {
                ButtonKind::Primary
            } else {
                ButtonKind::Plain
            };
            if action_button(ui, view.theme, kind, None, label).clicked() {
                actions.push(Action::Answer(*answer));
            }
        }
    });
}

fn unsaved_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    title_ui(ui, view, view.language.unsaved_title());
    ui.label(view.language.unsaved_text(&view.document.name));
    buttons_ui(
        ui,
        view,
        actions,
        &[
            (view.language.save(), DialogAnswer::Save),
            (view.language.dont_save(), DialogAnswer::Discard),
            (view.language.cancel(), DialogAnswer::Cancel),
        ],
    );
}

fn path_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, purpose: PathPurpose, typed: &str) {
    let (title, note, confirm) = match purpose {
        PathPurpose::Open => (
            view.language.path_open_title(),
            view.language.path_note_open(),
            view.language.confirm_open(),
        ),
        PathPurpose::Merge => (
            view.language.merge_path_title(),
            "",
            view.language.confirm_open(),
        ),
        PathPurpose::ImportTable => (
            view.language.table_path_title(),
            "",
            view.language.confirm_open(),
        ),
        PathPurpose::Save => (
            view.language.path_save_title(),
            view.language.path_note_save(),
            view.language.confirm_save(),
        ),
        PathPurpose::ExportCsv | PathPurpose::ExportSelected => (
            view.language.path_export_title(),
            "",
            view.language.confirm_save(),
        ),
        PathPurpose::ExportForm(_) => (
            view.language.path_form_title(),
            "",
            view.language.confirm_save(),
        ),
    };
    title_ui(ui, view, title);
    let output = TextField::new(view.language.path_label())
        .hint(view.language.path_hint())
        .width(ui.available_width() - 16.0)
        .show(ui, "dialog path", typed);
    let entered = output.response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if !entered && ui.memory(|memory| memory.focused().is_none()) {
        output.response.request_focus();
    }
    if let Some(changed) = output.changed {
        actions.push(Action::DialogText(changed));
    }
    ui.add(Label::new(RichText::new(note).color(view.theme.text_subdued)).wrap());
    buttons_ui(
        ui,
        view,
        actions,
        &[
            (confirm, DialogAnswer::Confirm),
            (view.language.cancel(), DialogAnswer::Cancel),
        ],
    );
    if entered {
        actions.push(Action::Answer(DialogAnswer::Confirm));
    }
}

fn replace_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, title: &str, text: &str) {
    title_ui(ui, view, title);
    ui.add(Label::new(text).wrap());
    buttons_ui(
        ui,
        view,
        actions,
        &[
            (view.language.overwrite(), DialogAnswer::Confirm),
            (view.language.save_as(), DialogAnswer::SaveAs),
            (view.language.cancel(), DialogAnswer::Cancel),
        ],
    );
}

fn shortcuts_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let language = view.language;
    title_ui(ui, view, language.shortcuts());
    let height = (ui.ctx().content_rect().height() - 240.0).max(120.0);
    let list = ScrollArea::vertical().auto_shrink([false, true]);
    list.max_height(height).show(ui, |ui| {
        ui.spacing_mut().interact_size.y = 24.0;
        let width = ui.available_width() - 16.0;
        let row = |ui: &mut Ui, what: &str, keys: &str| {
            ui.horizontal(|ui| {
                ui.set_width(width);
                ui.label(what);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    ui.label(RichText::new(keys).color(view.theme.text_subdued));
                });
            });
        };
        let heading = |ui: &mut Ui, title: &str| {
            ui.add_space(space::SMALL);
            let strong = RichText::new(title).font(text::strong());
            ui.label(strong.color(view.theme.text_strong));
        };
        heading(ui, language.shortcuts_slider());
        for (what, keys) in [
            (language.shortcut_levels(), "1 2 3 4 5"),
            (language.shortcut_step(), "← →"),
            (language.shortcut_fine(), "Shift+← →"),
            (language.shortcut_unscored(), "0  Delete"),
            (language.shortcut_not_applicable(), "N"),
            (language.shortcut_neighbour(), "↑ ↓"),
            (language.shortcut_next(), "Tab  Shift+Tab"),
        ] {
            row(ui, what, keys);
        }
        for menu in MENUS {
            heading(ui, (menu.title)(language));
            for action in menu.entries.iter().flatten() {
                if let Some(shortcut) = action.shortcut() {
                    row(
                        ui,
                        action.text(language),
                        &shortcut_text(ui.ctx(), &shortcut),
                    );
                }
            }
        }
    });
    let close = [(language.close(), DialogAnswer::Cancel)];
    buttons_ui(ui, view, actions, &close);
}

fn about_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let language = view.language;
    ui.horizontal(|ui| {
        let symbol = RichText::new(icon::RESONANCE).size(28.0);
        ui.label(symbol.color(view.theme.resonance));
        title_ui(ui, view, "Resonance");
    });
    ui.weak(language.about_version(env!("CARGO_PKG_VERSION")));
    ui.spacing_mut().item_spacing = Vec2::splat(10.0);
    for paragraph in [
        language.about_text(),
        language.about_source(),
        language.about_offline(),
    ] {
        ui.add(Label::new(paragraph).wrap());
    }
    let close = [(language.close(), DialogAnswer::Cancel)];
    buttons_ui(ui, view, actions, &close);
}
