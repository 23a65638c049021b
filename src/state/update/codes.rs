//! Taking response codes in, as one step.

use std::{collections::BTreeMap, sync::Arc};

use super::enterprises;
use crate::{
    edit::{Command, apply},
    model::{EnterpriseId, Respondent, Response, RoundId, Workbook},
    state::{Codes, CodesAction, Decision, Dialog, Offer, State, Tone},
};

pub(super) fn act(state: &mut State, action: CodesAction) {
    let Some(Dialog::Codes(mut codes)) = state.session.dialog.take() else {
        return;
    };
    match action {
        CodesAction::Text(text) => *codes = read(state, text, codes.foreign),
        CodesAction::Foreign(foreign) => {
            let decisions = std::mem::take(&mut codes.decisions);
            *codes = read(state, codes.text, foreign);
            codes.decisions = decisions;
        }
        CodesAction::One(place, decision) => {
            codes.decisions.insert(place, decision);
        }
        CodesAction::Alike(doubt, decision) => {
            let places: Vec<usize> = codes.alike(doubt).collect();
            let decided = places.into_iter().map(|place| (place, decision));
            codes.decisions.extend(decided);
        }
    }
    state.session.dialog = Some(Dialog::Codes(codes));
}

fn read(state: &State, text: String, foreign: bool) -> Codes {
    Codes::read(text, foreign, state.workbook(), state.selected_round())
}

/// Takes in what the dialog says, as one step.
pub(super) fn take(state: &mut State, codes: &Codes) {
    let workbook = Arc::clone(state.workbook());
    let mut puts: BTreeMap<(EnterpriseId, RoundId), (Vec<Respondent>, Vec<Response>)> =
        BTreeMap::new();
    let mut taken = 0;
    for (place, bound) in codes.bound() {
        let known = match codes.decision(place, bound) {
            Decision::Skip => continue,
            Decision::Take | Decision::Replace => bound.person,
            Decision::Both => None,
        };
        let Some(enterprise) = workbook.enterprise(bound.enterprise) else {
            continue;
        };
        let (people, responses) = puts.entry((bound.enterprise, bound.round)).or_default();
        // Two codes of one name in one go are two people.
        let free = known.filter(|person| {
            let mut earlier = responses.iter();
            !earlier.any(|response| response.respondent == *person)
        });
        let id = free.unwrap_or_else(|| {
            let number = enterprise.people.len() + people.len() + 1;
            let name = if bound.code.name.is_empty() {
                state.language.new_person_name(number)
            } else {
                bound.code.name.clone()
            };
            people.push(enterprises::person(state, name, String::new()));
            people[people.len() - 1].id
        });
        let there = enterprise.round(bound.round);
        let there = there.and_then(|round| round.response(id)).cloned();
        let mut response = there.unwrap_or_else(|| Response::blank(id));
        bound.code.put_into(&mut response);
        responses.push(response);
        taken += 1;
    }
    if taken == 0 {
        return;
    }
    let mut commands =
        puts.into_iter().map(
            |((enterprise, round), (people, responses))| Command::PutResponses {
                enterprise,
                round,
                people,
                responses,
            },
        );
    match (commands.next(), commands.next()) {
        (Some(only), None) => state.edit(&only),
        (first, second) => {
            let mut changed = Workbook::clone(&workbook);
            for command in first.into_iter().chain(second).chain(commands) {
                if let Err(error) = apply(&mut changed, &command) {
                    let text = state.language.refused(error.sentence(state.language));
                    state.toast(Tone::Bad, text);
                    return;
                }
            }
            state.edit(&Command::Replace(Arc::new(changed)));
        }
    }
    let text = state.language.codes_taken(taken);
    state.toast_with(Tone::Good, text, Offer::Undo);
}

/// Opens the page for codes with a text, as from a file that was dropped.
pub fn ask(state: &mut State, text: String) {
    let codes = read(state, text, false);
    state.session.dialog = Some(Dialog::Codes(Box::new(codes)));
}
