//! Unsaved work that windows before left behind: what it is, and what to do with it.

use egui::{Align, Layout, RichText, ScrollArea, Ui, vec2};

use crate::{
    state::{Action, Actions, DialogAnswer, RecoveryAction, View},
    storage::{About, Leftover},
    theme::{Themed, icon, space},
    ui::widgets::{
        ButtonKind, Column, action_button, button_row, card, cut, look, section_heading,
        subdued_line, text_line, two_columns,
    },
};

/// From this width on the buttons stand beside the words.
const BESIDE_FROM: f32 = 640.0;

/// The offer as a card of Start.
pub fn recovery_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    card(ui, |ui| {
        ui.horizontal(|ui| {
            ui.label(
                RichText::new(icon::RECENT)
                    .size(20.0)
                    .color(ui.tokens().caution),
            );
            section_heading(ui, view.language.recovery_title());
        });
        subdued_line(ui, view.language.recovery_text());
        list_ui(ui, view, actions);
    });
}

/// The offer as a page over another screen.
pub fn recovery_page_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    ui.label(look::heading(ui, view.language.recovery_title()));
    subdued_line(ui, view.language.recovery_text());
    let height = (ui.ctx().content_rect().height() - 300.0).max(120.0);
    ScrollArea::vertical()
        .max_height(height)
        .auto_shrink([false, true])
        .show(ui, |ui| list_ui(ui, view, actions));
    button_row(ui, |ui| {
        let later = view.language.recovery_later();
        actions.plain(ui, later, Action::Answer(DialogAnswer::Cancel));
    });
}

fn list_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    for (place, leftover) in view.leftovers.iter().enumerate() {
        // One button asks for attention: that of the latest.
        let first = match place {
            0 => ButtonKind::Primary,
            _ => ButtonKind::Plain,
        };
        ui.push_id(leftover.id, |ui| {
            ui.add_space(space::TIGHT);
            ui.separator();
            two_columns(ui, BESIDE_FROM, 0.52, |ui, column| match column {
                Column::First => words_ui(ui, view, &leftover.about),
                Column::Second => buttons_ui(ui, view, actions, leftover, first),
            });
        });
    }
}

fn words_ui(ui: &mut Ui, view: &View<'_>, about: &About) {
    ui.spacing_mut().item_spacing.y = space::TIGHT;
    cut(ui, look::label(ui, name_of(view, about)));
    let language = view.language;
    if about.when.is_empty() {
        text_line(ui, language.recovery_unknown());
        return;
    }
    let changes = language.changes(&about.changes);
    text_line(
        ui,
        &match about.path {
            Some(_) => language.recovery_since_save(&changes),
            None => language.recovery_never_saved(&changes),
        },
    );
    let moment = language.moment(&about.when, &view.today);
    let facts = match &about.path {
        Some(path) => format!("{moment} · {}", path.display()),
        None => moment,
    };
    cut(ui, look::caption(ui, facts));
}

fn buttons_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    leftover: &Leftover,
    first: ButtonKind,
) {
    let language = view.language;
    let name = name_of(view, &leftover.about);
    let id = leftover.id;
    let asked = view.session.discarding == Some(id);
    if asked {
        text_line(ui, &language.recovery_discard_sure(name));
    }
    let beside = ui.available_width() < BESIDE_FROM;
    let size = vec2(ui.available_width(), space::CONTROL);
    let layout = if beside {
        Layout::right_to_left(Align::Center)
    } else {
        Layout::left_to_right(Align::Center)
    };
    let mut buttons: Vec<(ButtonKind, &str, RecoveryAction)> = Vec::new();
    if asked {
        let (discard, keep) = (language.recovery_discard_do(), language.recovery_keep());
        buttons.push((ButtonKind::Plain, keep, RecoveryAction::AskDiscard(None)));
        buttons.push((ButtonKind::Plain, discard, RecoveryAction::Discard(id)));
    } else {
        let recover = language.recovery_recover();
        buttons.push((first, recover, RecoveryAction::Recover(id)));
        if leftover.about.path.is_some() {
            let compare = language.recovery_compare();
            buttons.push((ButtonKind::Plain, compare, RecoveryAction::Compare(id)));
        }
        let discard = language.recovery_discard();
        let ask = RecoveryAction::AskDiscard(Some(id));
        buttons.push((ButtonKind::Plain, discard, ask));
    }
    ui.allocate_ui_with_layout(size, layout, |ui| {
        for (kind, label, action) in buttons {
            let response = action_button(ui, kind, None, label);
            // Several of a kind are told apart by whose they are.
            let spoken = language.recovery_of(label, name);
            let enabled = ui.is_enabled();
            response
                .widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, enabled, &spoken));
            if response.clicked() {
                actions.push(Action::Recovery(action));
            }
        }
    });
}

fn name_of<'a>(view: &View<'_>, about: &'a About) -> &'a str {
    match about.name.trim() {
        "" => view.language.untitled(),
        name => name,
    }
}

/// When it was, from RFC 3339 in local time: the day and the minute.
#[must_use]
pub fn moment(view: &View<'_>, when: &str) -> String {
    let (day, time) = when.split_once('T').unwrap_or((when, ""));
    let minute = time.get(..5).unwrap_or(time);
    if day == view.today {
        view.language.recovery_today(minute)
    } else {
        view.language.recovery_moment(day, minute)
    }
}
