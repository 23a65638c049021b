//! Plan: what do we do?

use egui::Ui;

use crate::{
    app::{Actions, View},
    ui::widgets::section_heading,
};

/// The Plan screen.
pub fn plan_ui(ui: &mut Ui, view: &View<'_>, _actions: &mut Actions) {
    section_heading(ui, view.theme, view.language.screen_plan());
}
