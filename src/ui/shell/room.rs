//! Pages of the session that lie over the screen: handing the laptop over, pasting people.

use egui::{RichText, Ui};

use super::frame::{confirm_ui, title_ui};
use crate::{
    model::RespondentId,
    state::{Actions, RoomAction, View, has_answers},
    theme::text,
    ui::{
        printed, take_laptop_back,
        widgets::{TextField, subdued_line, wrapped},
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
    wrapped(ui, RichText::new(language.hand_text()).font(text::body()));
    if round.response(person).is_some_and(has_answers) {
        subdued_line(ui, language.hand_again());
    }
    let keys = printed(ui.ctx(), &take_laptop_back());
    subdued_line(ui, &language.hand_back(&keys));
    confirm_ui(ui, language, actions, true, &language.hand_me(&name));
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
    actions.send_some(output.changed.map(RoomAction::TypePeople));
    let count = typed.lines().filter(|line| !line.trim().is_empty()).count();
    let add = language.people_paste_add(count);
    confirm_ui(ui, language, actions, count > 0, &add);
}
