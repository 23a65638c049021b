//! Score: everybody for themselves, nobody's scores shown.

use egui::{Align, Layout, RichText, Ui};

use super::{grid, hands};
use crate::{
    model::{Factor, Score},
    state::{Actions, MenuAction, RoomAction, ScoringWay, View, has_answers},
    theme::{Themed, icon, space},
    ui::widgets::{
        ButtonKind, card, choose_one, cut, from_right, look, section_heading, subdued_line,
    },
};

pub(super) fn score_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let language = view.language;
    subdued_line(ui, language.room_hidden());
    let ways = [
        (ScoringWay::Laptop, language.way_laptop()),
        (ScoringWay::Grid, language.way_grid()),
        (ScoringWay::Hands, language.way_hands()),
    ];
    ui.horizontal_wrapped(|ui| {
        let chosen = choose_one(ui, &view.session.room.way, &ways);
        actions.send_some(chosen.map(RoomAction::Way));
        let paste = (icon::PEOPLE, language.people_paste());
        actions.plain(ui, paste, RoomAction::AskPeople);
    });
    ui.horizontal_wrapped(|ui| {
        for command in [MenuAction::ExportForm, MenuAction::ImportCodes] {
            actions.command(ui, view, command);
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
        let progress = language.score_progress(done, enterprise.people.len());
        section_heading(ui, &progress);
        let next = enterprise.people.iter();
        let next = next
            .map(|person| person.id)
            .find(|person| answered(*person).is_none());
        for person in &enterprise.people {
            let name = view.person_name(enterprise, person);
            let count = answered(person.id);
            from_right(ui, space::CONTROL, |ui| {
                let kind = ButtonKind::primary_if(next == Some(person.id));
                let label = language.score_hand_to(&name);
                actions.button(ui, kind, &label, RoomAction::HandTo(person.id));
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let (mark, colour) = match count {
                        Some(_) => (icon::CHECK, ui.tokens().good),
                        None => (icon::PERSON, ui.tokens().text_subdued),
                    };
                    ui.label(RichText::new(mark).size(16.0).color(colour));
                    cut(ui, look::strong(ui, name));
                    let state = count.map_or_else(
                        || language.score_state_none().to_owned(),
                        |count| language.score_state_some(count),
                    );
                    cut(ui, look::subdued(ui, state));
                });
            });
        }
    });
}
