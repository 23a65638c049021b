//! The room: define, score unseen, reveal, discuss, agree.

mod apart;
mod define;
mod grid;
mod hands;
mod score;
mod scorer;
mod talk;

pub use scorer::scorer_ui;

use egui::{Align, Layout, Ui, vec2};

use super::header::{Beside, firm_header_ui, no_enterprise_ui};
use crate::{
    model::Stage,
    state::{Actions, MenuAction, RoomAction, View, has_answers},
    theme::{icon, space},
    ui::widgets::{
        ButtonKind, card, choose_or_pick, editable, look, scroll_page, subdued_line, text_line,
    },
};

/// Below this width, in logical points, the steps are a menu.
const NARROW: f32 = 640.0;

/// The Room screen.
pub fn room_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let language = view.language;
    let (Some(enterprise), Some(round)) = (view.enterprise(), view.round()) else {
        let (heading, text) = (language.no_enterprise(), language.no_enterprise_text());
        no_enterprise_ui(ui, view, actions, (icon::PEOPLE, heading, text));
        return;
    };
    firm_header_ui(ui, view, actions, enterprise, |ui, actions, beside| {
        if beside == Beside::Right {
            let edit = language.edit_panel();
            actions.icon(ui, icon::PEOPLE, edit, MenuAction::EditPanel);
        }
    });
    if round.stage == Stage::Open {
        begin_ui(ui, view, actions);
        return;
    }
    steps_ui(ui, view, actions, round.stage);
    scroll_page(ui, ("room", round.id, round.stage), |ui| {
        // Room for the scroll bar beside the cards.
        ui.set_max_width(ui.available_width() - space::GAP);
        ui.spacing_mut().item_spacing = vec2(space::SMALL, space::SMALL);
        match round.stage {
            Stage::Open => {}
            Stage::Define => define::define_ui(ui, view),
            Stage::Score => score::score_ui(ui, view, actions),
            Stage::Reveal => talk::reveal_ui(ui, view, actions),
            Stage::Discuss => talk::discuss_ui(ui, view, actions),
            Stage::Agree => talk::agree_ui(ui, view, actions),
        }
        next_ui(ui, view, actions, round.stage);
    });
}

fn begin_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let language = view.language;
    card(ui, |ui| {
        ui.label(look::heading(ui, language.room_title()));
        text_line(ui, language.room_intro());
        subdued_line(ui, language.room_hidden_text());
        ui.add_space(space::SMALL);
        ui.horizontal_wrapped(|ui| {
            let begin = RoomAction::Stage(Stage::Define);
            actions.primary(ui, language.room_begin(), begin);
            actions.plain(ui, language.room_next_round(), RoomAction::NextRound);
            let paste = (icon::PEOPLE, language.people_paste());
            actions.plain(ui, paste, RoomAction::AskPeople);
        });
    });
}

/// The five steps, the present one marked; each can be gone to.
fn steps_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, stage: Stage) {
    let language = view.language;
    let steps = Stage::STEPS.map(|step| (step, language.stage_name(step)));
    ui.horizontal(|ui| {
        let menu = (language.room_title(), 160.0);
        let chosen = editable(ui, |ui| choose_or_pick(ui, NARROW, menu, &stage, &steps));
        actions.send_some(chosen.map(RoomAction::Stage));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            actions.plain(ui, language.room_end(), RoomAction::Stage(Stage::Open));
        });
    });
    ui.add_space(space::TIGHT);
}

/// Whether somebody of the panel has not answered, and no hands were counted either.
fn waiting(view: &View<'_>) -> bool {
    let (Some(enterprise), Some(round)) = (view.enterprise(), view.round()) else {
        return false;
    };
    let counted = round.hands.iter().any(|(_, hands)| hands.is_some());
    let answered = |id| round.response(id).is_some_and(has_answers);
    !counted && !enterprise.people.iter().all(|person| answered(person.id))
}

/// The way to the next step.
fn next_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, stage: Stage) {
    let language = view.language;
    ui.add_space(space::SMALL);
    ui.horizontal_wrapped(|ui| {
        let place = Stage::STEPS.iter().position(|step| *step == stage);
        match place.and_then(|place| Stage::STEPS.get(place + 1)) {
            Some(next) => {
                let label = language.room_go_on(language.stage_name(*next));
                // While somebody has not answered, going on is not what most people want.
                let kind = ButtonKind::primary_if(!(stage == Stage::Score && waiting(view)));
                actions.button(ui, kind, &label, RoomAction::Stage(*next));
            }
            None => {
                actions.primary(ui, language.see_results(), MenuAction::Results);
                actions.plain(ui, language.room_next_round(), RoomAction::NextRound);
            }
        }
    });
    ui.add_space(space::SECTION);
}
