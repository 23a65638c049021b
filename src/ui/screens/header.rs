//! What stands over a page about one enterprise: its name, the round, and what the page adds.

use egui::{Align, Label, Layout, RichText, Ui};

use super::assess::round_picker;
use crate::{
    model::Enterprise,
    state::{Actions, View},
    theme::Themed,
    theme::text,
    ui::shell::list_stands_beside,
};

/// The name of the enterprise on the left (where the list does not say it already), the choice of the
/// round on the right; `beside` adds on either side of it.
pub(super) fn firm_header_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    enterprise: &Enterprise,
    mut beside: impl FnMut(&mut Ui, &mut Actions, Beside),
) {
    ui.horizontal(|ui| {
        ui.set_min_height(40.0);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            beside(ui, actions, Beside::Right);
            round_picker(ui, view, actions, enterprise, 150.0);
            beside(ui, actions, Beside::Left);
            if !list_stands_beside(ui, view) {
                return;
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let name = RichText::new(view.name_of(enterprise)).font(text::heading());
                ui.add(Label::new(name.color(ui.tokens().text_strong)).truncate());
            });
        });
    });
}

/// On which side of the round something is added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Beside {
    /// To the right of it.
    Right,
    /// To the left of it.
    Left,
}
