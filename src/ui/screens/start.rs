//! Start: where do I begin?

use std::path::Path;

use egui::{Align, Button, Layout, RichText, Ui, vec2};

use crate::{
    state::{Action, Actions, MenuAction, View},
    storage::shown_path,
    theme::{Themed, icon, space},
    ui::{
        recovery::recovery_ui,
        shortcut_text,
        widgets::{
            ButtonKind, card, cut, from_right, icon_button, look, scroll_page, section_heading,
            wrapped,
        },
    },
};

/// The Start screen.
pub fn start_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    scroll_page(ui, "start page", |ui| {
        let width = ui.available_width().min(980.0);
        let margin = ((ui.available_width() - width) / 2.0).max(0.0);
        ui.horizontal(|ui| {
            ui.add_space(margin);
            ui.vertical(|ui| {
                ui.set_width(width);
                column_ui(ui, view, actions);
            });
        });
    });
}

fn column_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let language = view.language;
    ui.add_space((ui.ctx().content_rect().height() * 0.06).min(64.0));
    wrapped(ui, look::title(ui, language.start_title()));
    let lead = RichText::new(language.start_text()).color(ui.tokens().text_subdued);
    wrapped(ui, lead.size(16.0));
    ui.add_space(space::SECTION);

    if !view.leftovers.is_empty() {
        recovery_ui(ui, view, actions);
        ui.add_space(space::GAP);
    }
    if !view.workbook.enterprises.is_empty() {
        continue_ui(ui, view, actions);
        ui.add_space(space::GAP);
    }
    let ways = [
        (
            icon::INDICATORS,
            language.start_guided(),
            language.start_guided_text(),
            MenuAction::Guided,
        ),
        (
            icon::NEW,
            language.start_new(),
            language.start_new_text(),
            MenuAction::New,
        ),
        (
            icon::OPEN,
            language.start_open(),
            language.start_open_text(),
            MenuAction::Open,
        ),
        (
            icon::DEMO,
            language.start_demo(),
            language.start_demo_text(),
            MenuAction::OpenDemo,
        ),
    ];
    let columns = match ui.available_width() {
        width if width >= 900.0 => 4,
        width if width >= 560.0 => 2,
        _ => 1,
    };
    for row in ways.chunks(columns) {
        ui.columns(columns, |places| {
            for (place, way) in places.iter_mut().zip(row) {
                way_ui(place, view, actions, *way);
            }
        });
        ui.add_space(space::TIGHT);
    }
    ui.add_space(space::SECTION);
    recent_ui(ui, view, actions);
    ui.add_space(space::SECTION);
    ui.horizontal(|ui| {
        ui.label(RichText::new(icon::LOCK).color(ui.tokens().text_subdued));
        ui.weak(language.start_offline());
    });
}

/// What is open already, and the way back to it.
fn continue_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let language = view.language;
    card(ui, |ui| {
        from_right(ui, 0.0, |ui| {
            actions.primary(ui, language.go_on(), MenuAction::Assess);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let count = match view.workbook.enterprises.len() {
                    1 => language.list_count_one().to_owned(),
                    count => language.list_count(count),
                };
                let line = format!("{} · {count}", view.document.name);
                cut(ui, look::label(ui, line));
            });
        });
    });
}

/// A way to begin: its icon, its name, what it is, and the command.
type Way<'a> = (&'a str, &'a str, &'a str, MenuAction);

fn way_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, way: Way<'_>) {
    card(ui, |ui| {
        ui.set_max_width(ui.available_width());
        let left = Layout::top_down(Align::Min);
        ui.with_layout(left, |ui| way_text_ui(ui, view, actions, way));
    });
}

fn way_text_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    (symbol, title, explanation, action): Way<'_>,
) {
    ui.label(
        RichText::new(symbol)
            .size(28.0)
            .color(ui.tokens().resonance),
    );
    section_heading(ui, title);
    ui.allocate_ui(vec2(ui.available_width(), 78.0), |ui| {
        ui.set_min_height(78.0);
        wrapped(ui, explanation);
    });
    let nothing_yet = view.workbook.enterprises.is_empty() && view.leftovers.is_empty();
    let kind = ButtonKind::primary_if(action == MenuAction::Guided && nothing_yet);
    ui.horizontal(|ui| {
        let label = match action {
            MenuAction::OpenDemo => view.language.start_demo_button(),
            other => other.text(view.language),
        };
        actions.button(ui, kind, label, action);
        if let Some(keys) = shortcut_text(ui.ctx(), action) {
            cut(ui, look::caption(ui, keys));
        }
    });
}

fn recent_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let language = view.language;
    section_heading(ui, language.start_recent());
    if view.recent.is_empty() {
        ui.weak(language.start_recent_none());
        return;
    }
    for file in view.recent {
        let name = file
            .path
            .file_name()
            .map(|name| shown_path(Path::new(name)))
            .unwrap_or_default();
        ui.horizontal(|ui| {
            ui.set_height(space::CONTROL);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let forget = language.start_forget(&name);
                if icon_button(ui, icon::CLOSE, &forget).clicked() {
                    actions.send(Action::ForgetRecent(file.path.clone()));
                }
                if !file.exists {
                    ui.label(RichText::new(language.start_missing()).color(ui.tokens().caution));
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let button = Button::new(format!("{}  {name}", icon::RECENT))
                        .frame_when_inactive(false)
                        .min_size(vec2(0.0, space::CONTROL));
                    if ui.add_enabled(file.exists, button).clicked() {
                        actions.push(Action::Open(file.path.clone()));
                    }
                    let folder = file.path.parent().map(shown_path).unwrap_or_default();
                    cut(ui, look::subdued(ui, folder));
                });
            });
        });
    }
}
