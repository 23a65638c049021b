//! Earlier versions of the workbook: when they were, what has changed since, and what to do with one.

use egui::{Align, Layout, ScrollArea, Ui, vec2};

use crate::{
    edit::Changes,
    state::{Action, Actions, DialogAnswer, VersionsAction, View},
    storage::{Version, VersionsFound},
    theme::space,
    ui::widgets::{
        ButtonKind, Column, action_button, action_button_if, button_row, caption_line, cut, look,
        subdued_line, text_line, two_columns,
    },
};

/// From this width on the buttons stand beside the words.
const BESIDE_FROM: f32 = 640.0;

/// The page with the list.
pub fn versions_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let language = view.language;
    ui.label(look::heading(ui, language.versions_title()));
    subdued_line(ui, language.versions_text());
    let shown = &view.session.versions;
    let any = shown
        .found
        .as_ref()
        .is_some_and(|found| *found != VersionsFound::default());
    match &shown.found {
        None => text_line(ui, language.versions_looking()),
        Some(found) => found_ui(ui, view, actions, found),
    }
    if shown.forgetting {
        ui.add_space(space::SMALL);
        text_line(ui, language.versions_forget_sure());
    }
    button_row(ui, |ui| {
        if shown.forgetting {
            let forget = Action::Versions(VersionsAction::Forget);
            actions.plain(ui, language.versions_forget_do(), forget);
            let keep = Action::Versions(VersionsAction::AskForget(false));
            actions.button(ui, ButtonKind::Primary, language.recovery_keep(), keep);
            return;
        }
        let close = Action::Answer(DialogAnswer::Cancel);
        actions.button(ui, ButtonKind::Primary, language.close(), close);
        let forget = language.versions_forget();
        if action_button_if(ui, any, ButtonKind::Plain, None, forget).clicked() {
            actions.push(Action::Versions(VersionsAction::AskForget(true)));
        }
    });
}

fn found_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, found: &VersionsFound) {
    let language = view.language;
    if found.versions.is_empty() {
        text_line(ui, language.versions_none());
    }
    let height = (ui.ctx().content_rect().height() - 320.0).max(120.0);
    ScrollArea::vertical()
        .max_height(height)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            for (place, version) in found.versions.iter().enumerate() {
                ui.push_id(place, |ui| {
                    ui.separator();
                    two_columns(ui, BESIDE_FROM, 0.56, |ui, column| match column {
                        Column::First => words_ui(ui, view, version),
                        Column::Second => buttons_ui(ui, view, actions, version),
                    });
                });
            }
        });
    match found.damaged {
        0 => {}
        1 => caption_line(ui, language.versions_damaged_one()),
        count => caption_line(ui, &language.versions_damaged(count)),
    }
}

fn words_ui(ui: &mut Ui, view: &View<'_>, version: &Version) {
    ui.spacing_mut().item_spacing.y = space::TIGHT;
    let language = view.language;
    let moment = language.moment(&version.note.when, &view.today);
    cut(ui, look::label(ui, &moment));
    let since = if version.since == Changes::default() {
        language.versions_same().to_owned()
    } else {
        language.versions_since(&language.changes(&version.since))
    };
    text_line(ui, &since);
    let mut facts = language.occasion(version.note.occasion).to_owned();
    let name = version.note.name.trim();
    if !name.is_empty() && name != view.document.name {
        facts = [facts, language.versions_as(name)].join(" · ");
    }
    cut(ui, look::caption(ui, facts));
}

fn buttons_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, version: &Version) {
    let language = view.language;
    let beside = ui.available_width() < BESIDE_FROM;
    let size = vec2(ui.available_width(), space::CONTROL);
    let layout = if beside {
        Layout::right_to_left(Align::Center)
    } else {
        Layout::left_to_right(Align::Center)
    };
    let moment = language.moment(&version.note.when, &view.today);
    let buttons = [
        (language.versions_copy(), VersionsAction::Open(version.key)),
        (
            language.recovery_compare(),
            VersionsAction::Compare(version.key),
        ),
    ];
    ui.allocate_ui_with_layout(size, layout, |ui| {
        for (label, action) in buttons {
            let response = action_button(ui, ButtonKind::Plain, None, label);
            // Several of a kind are told apart by when it was.
            let spoken = language.recovery_of(label, &moment);
            let enabled = ui.is_enabled();
            response
                .widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, enabled, &spoken));
            if response.clicked() {
                actions.push(Action::Versions(action));
            }
        }
    });
}
