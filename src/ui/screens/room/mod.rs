//! The room: define, score unseen, reveal, discuss, agree.

mod apart;
mod define;
mod grid;
mod hands;
mod score;
mod scorer;
mod talk;

pub use scorer::scorer_ui;

use egui::{Align, Label, Layout, RichText, ScrollArea, Ui, vec2};

use super::header::{Beside, firm_header_ui};
use crate::{
    model::Stage,
    state::{Action, Actions, MenuAction, RoomAction, View, has_answers},
    theme::Themed,
    theme::{icon, space, text},
    ui::widgets::{
        ButtonKind, PickerEntry, action_button, card, empty_place, icon_button, picker, segmented,
        subdued_line,
    },
};

/// Below this width, in logical points, the steps are a menu.
const NARROW: f32 = 640.0;

/// The Room screen.
pub fn room_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let language = view.language;
    let (Some(enterprise), Some(round)) = (view.enterprise(), view.round()) else {
        let (heading, text) = (language.no_enterprise(), language.no_enterprise_text());
        let add = language.add_enterprise();
        if empty_place(ui, icon::PEOPLE, heading, text, add) {
            actions.push(Action::Menu(MenuAction::AddEnterprise));
        }
        return;
    };
    firm_header_ui(ui, view, actions, enterprise, |ui, actions, beside| {
        if beside == Beside::Right && icon_button(ui, icon::PEOPLE, language.edit_panel()).clicked()
        {
            actions.push(Action::Menu(MenuAction::EditPanel));
        }
    });
    if round.stage == Stage::Open {
        begin_ui(ui, view, actions);
        return;
    }
    steps_ui(ui, view, actions, round.stage);
    ScrollArea::vertical()
        .id_salt(("room", round.id, round.stage))
        .auto_shrink([false, false])
        .show(ui, |ui| {
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
        ui.set_width(ui.available_width());
        let title = RichText::new(language.room_title()).font(text::heading());
        ui.label(title.color(ui.tokens().text_strong));
        ui.add(Label::new(language.room_intro()).wrap());
        subdued_line(ui, language.room_hidden_text());
        ui.add_space(space::SMALL);
        ui.horizontal_wrapped(|ui| {
            let label = language.room_begin();
            if action_button(ui, ButtonKind::Primary, None, label).clicked() {
                actions.push(Action::Room(RoomAction::Stage(Stage::Define)));
            }
            let label = language.room_next_round();
            if action_button(ui, ButtonKind::Plain, None, label).clicked() {
                actions.push(Action::Room(RoomAction::NextRound));
            }
            let label = language.people_paste();
            if action_button(ui, ButtonKind::Plain, Some(icon::PEOPLE), label).clicked() {
                actions.push(Action::Room(RoomAction::AskPeople));
            }
        });
    });
}

/// The five steps, the present one marked; each can be gone to.
fn steps_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, stage: Stage) {
    let language = view.language;
    let labels = Stage::STEPS.map(|step| language.stage_name(step));
    let chosen = Stage::STEPS
        .iter()
        .position(|step| *step == stage)
        .unwrap_or_default();
    ui.horizontal(|ui| {
        let clicked = if ui.available_width() >= NARROW {
            segmented(ui, chosen, &labels)
        } else {
            let entries: Vec<PickerEntry<usize>> = labels
                .into_iter()
                .enumerate()
                .map(|(value, label)| PickerEntry {
                    value,
                    label: label.to_owned(),
                    heading: None,
                })
                .collect();
            picker(ui, language.room_title(), 160.0, &chosen, &entries)
        };
        if let Some(index) = clicked {
            actions.push(Action::Room(RoomAction::Stage(Stage::STEPS[index])));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let label = language.room_end();
            if action_button(ui, ButtonKind::Plain, None, label).clicked() {
                actions.push(Action::Room(RoomAction::Stage(Stage::Open)));
            }
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
                let kind = if stage == Stage::Score && waiting(view) {
                    ButtonKind::Plain
                } else {
                    ButtonKind::Primary
                };
                if action_button(ui, kind, None, &label).clicked() {
                    actions.push(Action::Room(RoomAction::Stage(*next)));
                }
            }
            None => {
                let label = language.see_results();
                if action_button(ui, ButtonKind::Primary, None, label).clicked() {
                    actions.push(Action::Menu(MenuAction::Results));
                }
                let label = language.room_next_round();
                if action_button(ui, ButtonKind::Plain, None, label).clicked() {
                    actions.push(Action::Room(RoomAction::NextRound));
                }
            }
        }
    });
    ui.add_space(space::SECTION);
}

/// What other screens show while scores are hidden.
pub fn hidden_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let language = view.language;
    let (heading, text) = (language.room_hidden(), language.room_hidden_text());
    if empty_place(ui, icon::LOCK, heading, text, language.room_go()) {
        actions.push(Action::Menu(MenuAction::Room));
    }
}
