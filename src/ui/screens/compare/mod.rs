//! Compare: who or when differs?

use egui::Ui;

use crate::{
    app::{Actions, View},
    ui::widgets::section_heading,
};

/// The Compare screen.
pub fn compare_ui(ui: &mut Ui, view: &View<'_>, _actions: &mut Actions) {
    section_heading(ui, view.theme, view.language.screen_compare());
}
