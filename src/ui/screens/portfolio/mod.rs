//! Portfolio: how does everybody stand?

use egui::Ui;

use crate::{
    app::{Actions, View},
    ui::widgets::section_heading,
};

/// The Portfolio screen.
pub fn portfolio_ui(ui: &mut Ui, view: &View<'_>, _actions: &mut Actions) {
    section_heading(ui, view.theme, view.language.screen_portfolio());
}
