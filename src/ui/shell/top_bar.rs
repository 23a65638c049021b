//! The bar at the top: menu, document, undo and redo, screens, language and theme.

use egui::{Align, Layout, RichText, ScrollArea, Ui, containers::menu::MenuButton};

use super::places::{PLACES, place_of};
use crate::{
    i18n::Language,
    state::{Actions, MENUS, MenuAction, Saved, Screen, View},
    theme::{Themed, icon, space},
    ui::widgets::{choose_one, cut, look},
};

/// Below this width the name of the program is left out.
const NAMED: f32 = 760.0;
/// Below this width the screens are a menu.
const ROOMY: f32 = 1140.0;

pub(super) fn top_bar_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let roomy = ui.available_width() >= ROOMY;
    ui.horizontal(|ui| {
        ui.set_min_height(36.0);
        main_menu(ui, view, actions);
        if ui.available_width() >= NAMED {
            ui.label(look::label(ui, "Resonance"));
            ui.add_space(space::SMALL);
        }
        // From the right, so that the document's name takes what is left in between.
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            appearance(ui, view, actions);
            screens(ui, view, actions, roomy);
            history(ui, view, actions);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                document(ui, view);
            });
        });
    });
}

fn main_menu(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let name = view.language.menu_all();
    let button = egui::Button::new(RichText::new(icon::MENU).size(20.0))
        .frame_when_inactive(false)
        .min_size(egui::Vec2::splat(space::CONTROL));
    let (response, _) = MenuButton::from_button(button).ui(ui, |ui| {
        ui.set_min_width(180.0);
        for menu in MENUS {
            ui.menu_button((menu.title)(view.language), |ui| {
                let height = (ui.ctx().content_rect().height() - 48.0).max(120.0);
                ui.set_max_height(height);
                let rows: usize = menu.groups.iter().map(|group| group.len() + 1).sum();
                let scroll = ScrollArea::vertical()
                    .max_height(height)
                    .min_scrolled_height((34.0 * (rows - 1) as f32).min(height));
                scroll.show(ui, |ui| {
                    for (index, group) in menu.groups.iter().enumerate() {
                        if index > 0 {
                            ui.separator();
                        }
                        for spec in *group {
                            ui.add_enabled_ui(spec.available(view), |ui| {
                                actions.entry(ui, view, spec.action);
                            });
                        }
                    }
                });
            });
        }
    });
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
    response.on_hover_text(name);
}

fn document(ui: &mut Ui, view: &View<'_>) {
    let untouched = view.document.path.is_none() && view.workbook.enterprises.is_empty();
    if view.session.screen == Screen::Start && untouched {
        return;
    }
    let mark = match view.document.saved {
        Saved::Yes => "",
        Saved::No => " •",
    };
    let name = RichText::new(format!("{}{mark}", view.document.name)).color(ui.tokens().text);
    let response = cut(ui, name);
    response.on_hover_ui(|ui| {
        ui.label(view.document.path.as_deref().unwrap_or(&view.document.name));
        if view.document.saved == Saved::No {
            ui.label(view.language.unsaved_mark());
        }
    });
    if view.read_only() {
        ui.weak(view.language.read_only());
    }
    if let Some(busy) = view.busy {
        ui.weak(busy);
    }
}

fn history(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    // Right to left: redo first, so that undo stands before it.
    let redo = view.redo.as_deref().map_or_else(
        || view.language.nothing_to_redo().to_owned(),
        |step| view.language.redo_named(step),
    );
    let undo = view.undo.as_deref().map_or_else(
        || view.language.nothing_to_undo().to_owned(),
        |step| view.language.undo_named(step),
    );
    ui.add_enabled_ui(view.redo.is_some(), |ui| {
        actions.icon(ui, icon::REDO, &redo, MenuAction::Redo);
    });
    ui.add_enabled_ui(view.undo.is_some(), |ui| {
        actions.icon(ui, icon::UNDO, &undo, MenuAction::Undo);
    });
}

fn screens(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, roomy: bool) {
    let language = view.language;
    let present = place_of(view);
    if roomy {
        let names = PLACES
            .each_ref()
            .map(|place| (place.command, (place.name)(language)));
        actions.send_some(choose_one(ui, &present.command, &names));
    } else {
        let name = (present.name)(language);
        ui.menu_button(format!("{name} {}", icon::CARET_DOWN), |ui| {
            for place in &PLACES {
                actions.entry(ui, view, place.command);
            }
        });
    }
}

fn appearance(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let (label, other) = match view.language {
        Language::English => ("中文", MenuAction::Chinese),
        Language::Chinese => ("EN", MenuAction::English),
    };
    let button = egui::Button::new(label)
        .frame_when_inactive(false)
        .min_size(egui::vec2(40.0, space::CONTROL));
    let response = ui.add(button).on_hover_text(view.language.language());
    if response.clicked() {
        actions.send(other);
    }
    let (symbol, next) = if ui.tokens().dark {
        (icon::SUN, MenuAction::ThemeLight)
    } else {
        (icon::MOON, MenuAction::ThemeDark)
    };
    actions.icon(ui, symbol, next.text(view.language), next);
}
