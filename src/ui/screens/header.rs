//! What stands over a page, and in its place while it has nothing to show.

use egui::{Align, Layout, Ui};

use crate::{
    model::{Enterprise, RoundId},
    state::{Action, Actions, MenuAction, Panel, View},
    theme::icon,
    ui::widgets::{cut, empty_place, from_right, look, picker},
};

/// From this width on, in logical points, the list of enterprises stands beside the screen.
const LIST_FROM: f32 = 860.0;

/// Whether the list of enterprises stands beside the screen; else a switcher stands above it.
#[must_use]
pub fn list_stands_beside(ui: &Ui, view: &View<'_>) -> bool {
    ui.ctx().content_rect().width() >= LIST_FROM && view.session.shows(Panel::List)
}

/// A heading on the left; `beside` adds at the right, from the edge inwards.
pub(super) fn page_header_ui(ui: &mut Ui, heading: &str, beside: impl FnOnce(&mut Ui)) {
    from_right(ui, 40.0, |ui| {
        beside(ui);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            cut(ui, look::heading(ui, heading));
        });
    });
}

/// The name of the enterprise on the left (where the list does not say it already), the choice of the
/// round on the right; `beside` adds on either side of it.
pub(super) fn firm_header_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    enterprise: &Enterprise,
    mut beside: impl FnMut(&mut Ui, &mut Actions, Beside),
) {
    let named = list_stands_beside(ui, view);
    let name = if named { view.name_of(enterprise) } else { "" };
    page_header_ui(ui, name, |ui| {
        beside(ui, actions, Beside::Right);
        round_picker(ui, view, actions, enterprise, 150.0);
        beside(ui, actions, Beside::Left);
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

/// Chooses the round that is shown.
pub(super) fn round_picker(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    enterprise: &Enterprise,
    width: f32,
) {
    let Some(present) = view.round() else {
        return;
    };
    let rounds = round_choices(enterprise);
    let picked = picker(ui, view.language.round(), width, &present.id, &rounds);
    actions.send_some(picked.map(Action::SelectRound));
}

/// The rounds of an enterprise to choose from.
pub(super) fn round_choices(enterprise: &Enterprise) -> Vec<(RoundId, &str)> {
    let rounds = enterprise.rounds.iter();
    rounds
        .map(|round| (round.id, round.name.as_str()))
        .collect()
}

/// What a screen shows while there is no enterprise: what belongs here, and a way to add one.
pub(super) fn no_enterprise_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    (icon, heading, text): (&str, &str, &str),
) {
    if empty_place(ui, icon, heading, text, view.language.add_enterprise()) {
        actions.send(MenuAction::AddEnterprise);
    }
}

/// What other screens show while scores are hidden.
pub(super) fn hidden_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let language = view.language;
    let (heading, text) = (language.room_hidden(), language.room_hidden_text());
    if empty_place(ui, icon::LOCK, heading, text, language.room_go()) {
        actions.send(MenuAction::Room);
    }
}
