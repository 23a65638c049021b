//! A field for a day that pushes its changes.

use egui::Ui;

use super::{
    dates::day_number,
    widgets::{Calendar, DateField},
};
use crate::{
    edit::Command,
    state::{Action, Actions, View},
};

/// In which language days are told, and which of them is today.
#[must_use]
pub fn calendar(view: &View<'_>) -> Calendar {
    Calendar {
        language: view.language,
        today: day_number(&view.today),
    }
}

/// Shows the field; `change` makes a change of a text. A day chosen is a step of its own.
pub fn date_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    field: &DateField<'_>,
    change: impl Fn(String) -> Command,
) {
    let (typed, chosen) = field.show(ui, calendar(view));
    actions.field(typed, &change);
    if let Some(day) = chosen {
        actions.push(Action::LeaveField);
        actions.edit(change(day));
        actions.push(Action::LeaveField);
    }
}
