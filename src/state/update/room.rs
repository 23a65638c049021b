//! Acts on the session in a room.

use super::{enterprises, unmask};
use crate::{
    edit::{Command, Where},
    model::{Factor, Respondent, RespondentId, Stage},
    state::{
        Dialog, FocusRequest, RoomAction, Screen, State, TALK_SECONDS, Tone, has_answers,
        pasting::{pasted, people_of},
    },
};

pub(super) fn act(state: &mut State, action: RoomAction) {
    match action {
        RoomAction::Stage(stage) => unmask::go_to_stage(state, stage),
        RoomAction::ByRole(by_role) => state.session.room.by_role = by_role,
        RoomAction::Groups(first, second) => state.session.room.groups = (first, second),
        RoomAction::Way(way) => state.session.room.way = way,
        RoomAction::HandTo(person) => state.session.dialog = Some(Dialog::HandOver(person)),
        RoomAction::Done => {
            state.session.room.scorer = None;
            state.document.history.leave_field();
        }
        RoomAction::NextRound => {
            enterprises::add_round_at(state, Stage::Score);
            state.session.room.scorer = None;
        }
        RoomAction::Timer => {
            let now = state.moment.seconds;
            state.session.room.talk_ends = match state.session.room.talk_ends {
                None => Some(now + TALK_SECONDS),
                Some(_) => None,
            };
        }
        RoomAction::AskPeople => state.session.dialog = Some(Dialog::PastePeople(String::new())),
        RoomAction::TypePeople(typed) => {
            if let Some(Dialog::PastePeople(text)) = &mut state.session.dialog {
                *text = typed;
            }
        }
        RoomAction::PasteScores {
            person,
            factor,
            text,
        } => paste_scores(state, person, factor, &text),
    }
}

/// Gives the laptop to somebody: a blank form, also for somebody who has answered already.
pub(super) fn hand_over(state: &mut State, person: RespondentId) {
    // What is being opened would take the place of their page.
    if !state.at_work.reads_nothing() {
        state.toast(Tone::Caution, state.language.opening().to_owned());
        return;
    }
    let view = state.view();
    let (Some(enterprise), Some(round)) = (view.enterprise(), view.round()) else {
        return;
    };
    let answered = round.response(person).is_some_and(has_answers);
    let place = Where {
        enterprise: enterprise.id,
        round: round.id,
        person,
    };
    if answered {
        state.edit(&Command::ClearResponse(place));
    }
    state.session.person = Some(person);
    state.session.room.scorer = Some(person);
    state.session.room.since = Some(state.document.history.revision());
    state.session.room.arrives = FocusRequest::Wanted;
    state.session.screen = Screen::Room;
    state.session.unfolded = None;
    state.session.explained = None;
    state.document.history.leave_field();
    // What somebody else took back is not theirs to repeat.
    state.document.history.forget_undone();
}

/// Adds everybody of a pasted list to the panel: a name a line, a role behind a tab or comma.
pub(super) fn add_people(state: &mut State, text: &str) {
    let Some((enterprise, _)) = state.selected_round() else {
        return;
    };
    let people: Vec<Respondent> = people_of(text)
        .map(|(name, role)| enterprises::person(state, name, role))
        .collect();
    if people.is_empty() {
        return;
    }
    state.edit(&Command::AddPeople { enterprise, people });
}

/// Takes a pasted block into the grid, or says which cell is no score and takes nothing.
fn paste_scores(state: &mut State, person: RespondentId, factor: Factor, text: &str) {
    let view = state.view();
    let (Some(enterprise), Some(round)) = (view.enterprise(), view.round()) else {
        return;
    };
    let (enterprise_id, round_id) = (enterprise.id, round.id);
    match pasted(enterprise, round, person, factor, text) {
        Ok(block) => {
            if !block.responses.is_empty() {
                state.edit(&Command::PutResponses {
                    enterprise: enterprise_id,
                    round: round_id,
                    people: Vec::new(),
                    responses: block.responses,
                });
            }
            let language = state.language;
            if let Some(text) = language.paste_partly(block.rows, block.cells, block.blank) {
                state.toast(Tone::Caution, text);
            }
        }
        Err(wrong) => {
            let text = state
                .language
                .paste_wrong(wrong.row, wrong.column, &wrong.found);
            state.toast(Tone::Bad, text);
        }
    }
}
