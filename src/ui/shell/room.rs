//! Pages of the session that lie over the screen: handing the laptop over, pasting people.

use egui::{Label, RichText, Ui};

use super::dialogs::title_ui;
use crate::{
    model::RespondentId,
    state::{Action, Actions, DialogAnswer, RoomAction, View, has_answers},
    theme::text,
    ui::{
        printed, take_laptop_back,
        widgets::{ButtonKind, TextField, action_button, button_row, subdued_line},
    },
};

pub(super) fn hand_over_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    person: RespondentId,
) {
    let language = view.language;
    let (Some(enterprise), Some(round)) = (view.enterprise(), view.round()) else {
        return;
    };
    let name = enterprise
        .person(person)
        .map_or_else(String::new, |person| view.person_name(enterprise, person));
    title_ui(ui, &language.hand_title(&name));
    ui.add(Label::new(RichText::new(language.hand_text()).font(text::body())).wrap());
    if round.response(person).is_some_and(has_answers) {
        subdued_line(ui, language.hand_again());
    }
    let keys = printed(ui.ctx(), &take_laptop_back());
    subdued_line(ui, &language.hand_back(&keys));
    button_row(ui, |ui| {
        let me = language.hand_me(&name);
        if action_button(ui, ButtonKind::Primary, None, &me).clicked() {
            actions.push(Action::Answer(DialogAnswer::Confirm));
        }
        let cancel = language.cancel();
        if action_button(ui, ButtonKind::Plain, None, cancel).clicked() {
            actions.push(Action::Answer(DialogAnswer::Cancel));
        }
    });
}

pub(super) fn paste_people_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, typed: &str) {
    let language = view.language;
    title_ui(ui, language.people_paste_title());
    subdued_line(ui, language.people_paste_text());
    let output = TextField::new(language.people_paste_title())
        .hint(language.preset_firms_hint())
        .lines(6)
        .width(ui.available_width())
        .show(ui, "paste people", typed);
    if ui.memory(|memory| memory.focused().is_none()) {
        output.response.request_focus();
    }
    if let Some(typed) = output.changed {
        actions.push(Action::Room(RoomAction::TypePeople(typed)));
    }
    let count = typed.lines().filter(|line| !line.trim().is_empty()).count();
    button_row(ui, |ui| {
        ui.add_enabled_ui(count > 0, |ui| {
            let add = language.people_paste_add(count);
            if action_button(ui, ButtonKind::Primary, None, &add).clicked() {
                actions.push(Action::Answer(DialogAnswer::Confirm));
            }
        });
        let cancel = language.cancel();
        if action_button(ui, ButtonKind::Plain, None, cancel).clicked() {
            actions.push(Action::Answer(DialogAnswer::Cancel));
        }
    });
}
