//! Surfaces that hold things: cards, headings, empty places.

use egui::{
    Align, Color32, Frame, Id, InnerResponse, Layout, Margin, Modal, ModalResponse, RichText,
    ScrollArea, Sense, Stroke, Ui, Vec2, vec2,
};

use super::{
    buttons::{ButtonKind, action_button},
    look,
};
use crate::theme::{Themed, radius, space};

/// A card as wide as there is room, with the usual padding.
pub fn card<R>(ui: &mut Ui, add_contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let theme = ui.tokens();
    Frame::new()
        .fill(theme.card)
        .stroke(Stroke::new(1.0, theme.line))
        .corner_radius(radius::CARD)
        .inner_margin(Margin::same(space::CARD as i8))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            add_contents(ui)
        })
}

/// Something in a line of at least this height, laid out from its right end.
pub fn from_right(ui: &mut Ui, least_height: f32, add_contents: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        ui.set_min_height(least_height);
        ui.with_layout(Layout::right_to_left(Align::Center), add_contents);
    });
}

/// What is left of the page, scrolling where its contents are higher.
pub fn scroll_page(
    ui: &mut Ui,
    salt: impl std::hash::Hash + std::fmt::Debug,
    add_contents: impl FnOnce(&mut Ui),
) {
    ScrollArea::vertical()
        .id_salt(salt)
        .auto_shrink([false, false])
        .show(ui, add_contents);
}

/// A share, 0..=1, as the filled part of a bar.
pub fn bar_ui(ui: &mut Ui, size: Vec2, share: f64, colour: Color32) {
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    ui.painter().rect_filled(rect, 3, ui.tokens().line);
    let mut filled = rect;
    filled.set_width(rect.width() * share as f32);
    ui.painter().rect_filled(filled, 3, colour);
}

/// A page that scrolls, its column no wider than given and in the middle.
pub fn centred_page(
    ui: &mut Ui,
    salt: impl std::hash::Hash + std::fmt::Debug,
    widest: f32,
    add_contents: impl FnOnce(&mut Ui),
) {
    scroll_page(ui, salt, |ui| {
        // Room for the scroll bar beside the cards.
        let width = (ui.available_width() - space::GAP).min(widest);
        let margin = ((ui.available_width() - width) / 2.0).max(0.0);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.add_space(margin);
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing = vec2(space::SMALL, space::GAP);
                add_contents(ui);
            });
        });
    });
}

/// Which of two columns is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The left one, or the upper one.
    First,
    /// The right one, or the lower one.
    Second,
}

/// Two columns side by side, the first one with a share of the width, where there are at least `from`
/// logical points; else one over the other.
pub fn two_columns(
    ui: &mut Ui,
    from: f32,
    share: f32,
    mut add_column: impl FnMut(&mut Ui, Column),
) {
    let width = ui.available_width();
    if width < from {
        add_column(ui, Column::First);
        add_column(ui, Column::Second);
        return;
    }
    ui.horizontal_top(|ui| {
        column_ui(ui, width * share, |ui| add_column(ui, Column::First));
        ui.add_space(space::CARD);
        ui.vertical(|ui| add_column(ui, Column::Second));
    });
}

/// A column of a fixed width, filled from its top.
pub fn column_ui<R>(
    ui: &mut Ui,
    width: f32,
    add_contents: impl FnOnce(&mut Ui) -> R,
) -> InnerResponse<R> {
    ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
        ui.set_width(width);
        add_contents(ui)
    })
}

/// A page over the screen, as wide as given but never wider than the window.
pub fn modal<R>(
    ui: &Ui,
    name: &str,
    width: f32,
    add_contents: impl FnOnce(&mut Ui) -> R,
) -> ModalResponse<R> {
    let theme = ui.tokens();
    let screen = ui.ctx().content_rect().size();
    let margin = if screen.x < 640.0 { 14 } else { 22 };
    let width = width.min(screen.x - 2.0 * f32::from(margin) - 24.0);
    let frame = Frame::popup(ui.style())
        .fill(theme.card)
        .corner_radius(radius::CARD)
        .inner_margin(Margin::same(margin));
    Modal::new(Id::unique(name))
        .frame(frame)
        .backdrop_color(theme.scrim)
        .show(ui.ctx(), |ui| {
            ui.set_width(width);
            ui.set_max_height(screen.y - 96.0);
            add_contents(ui)
        })
}

/// The row of buttons that ends a page over the screen, set to the right, the usual one outermost.
pub fn button_row(ui: &mut Ui, add_contents: impl FnOnce(&mut Ui)) {
    ui.add_space(space::GAP);
    let size = vec2(ui.available_width(), space::CONTROL);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), add_contents);
}

/// A heading of a section, 16 bold.
pub fn section_heading(ui: &mut Ui, heading: &str) {
    ui.label(look::label(ui, heading));
}

/// An empty place: what belongs here, and the one action that fills it. True when it was clicked.
pub fn empty_place(
    ui: &mut Ui,
    icon: &str,
    heading: &str,
    explanation: &str,
    action: &str,
) -> bool {
    let theme = ui.tokens();
    let mut clicked = false;
    ui.with_layout(Layout::top_down(Align::Center), |ui| {
        ui.add_space((ui.available_height() * 0.28).clamp(space::SMALL, 220.0));
        ui.label(RichText::new(icon).size(40.0).color(theme.text_subdued));
        ui.label(look::heading(ui, heading));
        ui.label(RichText::new(explanation).color(theme.text_subdued));
        ui.add_space(space::SMALL);
        clicked = action_button(ui, ButtonKind::Primary, None, action).clicked();
    });
    clicked
}
