//! Surfaces that hold things: cards, headings, empty places.

use egui::{Align, Frame, InnerResponse, Layout, Margin, RichText, Stroke, Ui};

use super::buttons::{ButtonKind, action_button};
use crate::ui::theme::{Tokens, radius, space, text};

/// A card with the usual padding.
pub fn card<R>(
    ui: &mut Ui,
    theme: &Tokens,
    add_contents: impl FnOnce(&mut Ui) -> R,
) -> InnerResponse<R> {
    Frame::new()
        .fill(theme.card)
        .stroke(Stroke::new(1.0, theme.line))
        .corner_radius(radius::CARD)
        .inner_margin(Margin::same(space::CARD as i8))
        .show(ui, add_contents)
}

/// A heading of a section, 16 bold.
pub fn section_heading(ui: &mut Ui, theme: &Tokens, heading: &str) {
    ui.label(
        RichText::new(heading)
            .font(text::label())
            .color(theme.text_strong),
    );
}

/// An empty place: what belongs here, and the one action that fills it. True when it was clicked.
pub fn empty_place(
    ui: &mut Ui,
    theme: &Tokens,
    icon: &str,
    heading: &str,
    explanation: &str,
    action: &str,
) -> bool {
    let mut clicked = false;
    ui.with_layout(Layout::top_down(Align::Center), |ui| {
        ui.add_space((ui.available_height() * 0.28).clamp(space::SMALL, 220.0));
        ui.label(RichText::new(icon).size(40.0).color(theme.text_subdued));
        ui.label(
            RichText::new(heading)
                .font(text::heading())
                .color(theme.text_strong),
        );
        ui.label(RichText::new(explanation).color(theme.text_subdued));
        ui.add_space(space::SMALL);
        clicked = action_button(ui, theme, ButtonKind::Primary, None, action).clicked();
    });
    clicked
}
