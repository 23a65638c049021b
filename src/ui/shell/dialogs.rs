//! Questions and pages over the screen. One at a time; Escape always leaves everything as it is.

use egui::{Align, Key, Layout, RichText, Ui, Vec2};

use super::{
    ask::{remove_ui, unmask_ui},
    changed::{changed_ui, reload_ui},
    codes::codes_ui,
    frame::{buttons_ui, close_ui, confirm_ui, scroll_ui, title_ui},
    merge::merge_ui,
    people::people_ui,
    preset::preset_ui,
    room::{hand_over_ui, paste_people_ui},
    table::table_ui,
    weights::weights_ui,
};
use crate::{
    state::{Action, Actions, Dialog, DialogAnswer, Direction, FileJob, Lost, MENUS, View},
    storage::shown_path,
    theme::{Themed, icon, space},
    ui::{
        recovery::recovery_page_ui,
        shortcut_text,
        versions::versions_ui,
        widgets::{TextField, look, modal, subdued_line, wrapped},
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
        Dialog::Recovery | Dialog::Versions => 760.0,
        Dialog::ChangedOnDisk(_) => 560.0,
        _ if wide => 640.0,
        _ => 460.0,
    };
    let response = modal(ui, "dialog", width, |ui| match dialog {
        Dialog::Recovery => recovery_page_ui(ui, view, actions),
        Dialog::Unsaved(_) => unsaved_ui(ui, view, actions),
        Dialog::Path { job, text } => path_ui(ui, view, actions, *job, text),
        Dialog::ChangedOnDisk(path) => {
            changed_ui(ui, view, actions, &shown_path(path));
        }
        Dialog::Reload => reload_ui(ui, view, actions),
        Dialog::Overwrite { path, .. } => {
            let text = view.language.overwrite_text(&shown_path(path));
            replace_ui(ui, view, actions, view.language.overwrite_title(), &text);
        }
        Dialog::Sector(wanted) => preset_ui(ui, view, actions, wanted),
        Dialog::HandOver(person) => hand_over_ui(ui, view, actions, *person),
        Dialog::Unmask(unmasking) => unmask_ui(ui, view, actions, unmasking),
        Dialog::Remove(removal) => remove_ui(ui, view, actions, *removal),
        Dialog::PastePeople(typed) => paste_people_ui(ui, view, actions, typed),
        Dialog::Versions => versions_ui(ui, view, actions),
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

fn unsaved_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let language = view.language;
    let name = &view.document.name;
    let save = (language.save(), DialogAnswer::Save);
    let save_as = (language.save_as(), DialogAnswer::SaveAs);
    let (title, text, saving) = match view.document.lost {
        None => (
            language.unsaved_title(),
            // The document may be called after the firm, which is nothing for whoever has the laptop.
            match view.scorer() {
                Some(_) => language.unsaved_text_unnamed().to_owned(),
                None => language.unsaved_text(name),
            },
            &[save][..],
        ),
        // Where the file was nothing may be written any more.
        Some(lost) => (
            language.lost_title(),
            match lost {
                Lost::Gone => language.lost_gone(name),
                Lost::Changed => language.lost_changed(name),
                Lost::SaveFailed => language.lost_save_failed(name),
            },
            &[save_as, save][..],
        ),
    };
    title_ui(ui, title);
    wrapped(ui, text);
    let leaving = [
        (language.dont_save(), DialogAnswer::Discard),
        (language.cancel(), DialogAnswer::Cancel),
    ];
    buttons_ui(ui, actions, &[saving, &leaving].concat());
}

fn path_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, job: FileJob, typed: &str) {
    let language = view.language;
    let spec = job.spec();
    let note = match job {
        FileJob::Open => language.path_note_open(),
        FileJob::Save => language.path_note_save(),
        _ => "",
    };
    let confirm = match spec.direction {
        Direction::Read => language.confirm_open(),
        Direction::Write | Direction::WriteInto => language.confirm_save(),
    };
    title_ui(ui, (spec.title)(language));
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
    subdued_line(ui, note);
    confirm_ui(ui, language, actions, true, confirm);
    if entered {
        actions.push(Action::Answer(DialogAnswer::Confirm));
    }
}

fn replace_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, title: &str, text: &str) {
    title_ui(ui, title);
    wrapped(ui, text);
    let buttons = [
        (view.language.overwrite(), DialogAnswer::Confirm),
        (view.language.save_as(), DialogAnswer::SaveAs),
        (view.language.cancel(), DialogAnswer::Cancel),
    ];
    buttons_ui(ui, actions, &buttons);
}

fn shortcuts_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let language = view.language;
    title_ui(ui, language.shortcuts());
    scroll_ui(ui, "shortcuts", (240.0, 120.0), |ui| {
        ui.spacing_mut().interact_size.y = 24.0;
        let width = ui.available_width() - 16.0;
        let row = |ui: &mut Ui, what: &str, keys: &str| {
            ui.horizontal(|ui| {
                ui.set_width(width);
                ui.label(what);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    ui.label(look::subdued(ui, keys));
                });
            });
        };
        let heading = |ui: &mut Ui, title: &str| {
            ui.add_space(space::SMALL);
            ui.label(look::strong(ui, title));
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
            for spec in menu.groups.iter().copied().flatten() {
                if let Some(keys) = shortcut_text(ui.ctx(), spec.action) {
                    row(ui, (spec.text)(language), &keys);
                }
            }
        }
    });
    close_ui(ui, language, actions);
}

fn about_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let language = view.language;
    ui.horizontal(|ui| {
        let symbol = RichText::new(icon::RESONANCE).size(28.0);
        ui.label(symbol.color(ui.tokens().resonance));
        title_ui(ui, "Resonance");
    });
    ui.weak(language.about_version(env!("CARGO_PKG_VERSION")));
    ui.spacing_mut().item_spacing = Vec2::splat(10.0);
    for paragraph in [
        language.about_text(),
        language.about_source(),
        language.about_offline(),
    ] {
        wrapped(ui, paragraph);
    }
    close_ui(ui, language, actions);
}
