//! Score: everybody for themselves, nobody's scores shown.

use egui::{Align, Label, Layout, RichText, Ui};

use super::{grid, hands};
use crate::{
    model::{Factor, Score},
    state::{Action, Actions, MenuAction, RoomAction, ScoringWay, View, has_answers},
    theme::Themed,
    theme::{icon, space, text},
    ui::widgets::{ButtonKind, action_button, card, section_heading, segmented, subdued_line},
};

const WAYS: [ScoringWay; 3] = [ScoringWay::Laptop, ScoringWay::Grid, ScoringWay::Hands];

pub(super) fn score_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let language = view.language;
    subdued_line(ui, language.room_hidden());
    let way = view.session.room.way;
    let chosen = WAYS
        .iter()
        .position(|other| *other == way)
        .unwrap_or_default();
    let labels = [
        language.way_laptop(),
        language.way_grid(),
        language.way_hands(),
    ];
    ui.horizontal_wrapped(|ui| {
        if let Some(index) = segmented(ui, chosen, &labels) {
            actions.push(Action::Room(RoomAction::Way(WAYS[index])));
        }
        let label = language.people_paste();
        if action_button(ui, ButtonKind::Plain, Some(icon::PEOPLE), label).clicked() {
            actions.push(Action::Room(RoomAction::AskPeople));
        }
    });
    ui.horizontal_wrapped(|ui| {
        for action in [MenuAction::ExportForm, MenuAction::ImportCodes] {
            let label = action.text(language);
            if action_button(ui, ButtonKind::Plain, action.icon(), label).clicked() {
                actions.push(Action::Menu(action));
            }
        }
    });
    match view.session.room.way {
        ScoringWay::Laptop => people_ui(ui, view, actions),
        ScoringWay::Grid => grid::grid_ui(ui, view, actions),
        ScoringWay::Hands => hands::hands_ui(ui, view, actions),
    }
}

/// Who has answered and who has not; never what.
fn people_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let (Some(enterprise), Some(round)) = (view.enterprise(), view.round()) else {
        return;
    };
    let language = view.language;
    let answered = |person| {
        let response = round.response(person)?;
        let scored = Factor::ALL
            .into_iter()
            .filter(|factor| response.score(*factor) != Score::NotScored);
        has_answers(response).then_some(scored.count())
    };
    let done = enterprise.people.iter();
    let done = done.filter(|person| answered(person.id).is_some()).count();
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        let progress = language.score_progress(done, enterprise.people.len());
        section_heading(ui, &progress);
        let next = enterprise.people.iter();
        let next = next
            .map(|person| person.id)
            .find(|person| answered(*person).is_none());
        for person in &enterprise.people {
            let name = view.person_name(enterprise, person);
            let count = answered(person.id);
            ui.horizontal(|ui| {
                ui.set_min_height(space::CONTROL);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let kind = if next == Some(person.id) {
                        ButtonKind::Primary
                    } else {
                        ButtonKind::Plain
                    };
                    let label = language.score_hand_to(&name);
                    if action_button(ui, kind, None, &label).clicked() {
                        actions.push(Action::Room(RoomAction::HandTo(person.id)));
                    }
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        let (mark, colour) = match count {
                            Some(_) => (icon::CHECK, ui.tokens().good),
                            None => (icon::PERSON, ui.tokens().text_subdued),
                        };
                        ui.label(RichText::new(mark).size(16.0).color(colour));
                        let name = RichText::new(name).font(text::strong());
                        ui.add(Label::new(name.color(ui.tokens().text_strong)).truncate());
                        let state = count.map_or_else(
                            || language.score_state_none().to_owned(),
                            |count| language.score_state_some(count),
                        );
                        let state = RichText::new(state).color(ui.tokens().text_subdued);
                        ui.add(Label::new(state).truncate());
                    });
                });
            });
        }
    });
}
