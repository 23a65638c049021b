//! What happens to enterprises as a whole: add, copy, delete, move, select the next.

use std::sync::Arc;

use crate::{
    edit::Command,
    model::{Enterprise, EnterpriseId, Respondent, RespondentId, Response, Round, RoundId, Stage},
    state::{NewFromSector, Offer, State, Tone},
};

/// Adds an enterprise with one respondent and one round, ready to be scored.
pub fn add(state: &mut State) {
    let number = state.workbook().enterprises.len() + 1;
    let name = state.language.new_enterprise_name(number);
    let person = state.language.new_person_name(1);
    let enterprise = ready(state, name, vec![person]);
    let id = enterprise.id;
    state.edit(&Command::AddEnterprise {
        enterprise: Arc::new(enterprise),
        at: usize::MAX,
    });
    state.session.search.clear();
    state.session.select(Some(id));
}

/// An enterprise with a panel and one round, ready to be scored.
fn ready(state: &mut State, name: String, people: Vec<String>) -> Enterprise {
    let mut enterprise = Enterprise::new(EnterpriseId((state.services.new_id)()), name);
    for name in people {
        enterprise.people.push(person(state, name, String::new()));
    }
    let name = state.language.first_round().to_owned();
    let mut round = Round::new(RoundId((state.services.new_id)()), name);
    round.date = (state.services.today)();
    let blank = |person: &Respondent| Arc::new(Response::blank(person.id));
    round.responses = enterprise.people.iter().map(blank).collect();
    enterprise.rounds.push(Arc::new(round));
    enterprise
}

/// Somebody new.
pub(super) fn person(state: &mut State, name: String, role: String) -> Respondent {
    let id = RespondentId((state.services.new_id)());
    Respondent { id, name, role }
}

/// The firms of a new workbook for a sector, each with the sector's roles as its panel.
pub(super) fn of_sector(state: &mut State, wanted: &NewFromSector) -> Vec<Arc<Enterprise>> {
    let language = state.language;
    let sector = state.knowledge.sectors.get(&wanted.sector).cloned();
    let mut names: Vec<String> = wanted.names().map(str::to_owned).collect();
    if names.is_empty() {
        names.push(language.new_enterprise_name(1));
    }
    let roles = sector.iter().flat_map(|sector| &sector.roles);
    let mut people: Vec<String> = roles.map(|role| role.get(language).to_owned()).collect();
    if people.is_empty() {
        people.push(language.new_person_name(1));
    }
    let one = |name| {
        let mut enterprise = ready(state, name, people.clone());
        if let Some(sector) = &sector {
            enterprise.sector.clone_from(&sector.id);
            let technology = sector.technology.get(language);
            technology.clone_into(&mut enterprise.technology);
        }
        Arc::new(enterprise)
    };
    names.into_iter().map(one).collect()
}

pub(super) fn add_person(state: &mut State, enterprise: EnterpriseId) {
    let Some(panel) = state.workbook().enterprise(enterprise) else {
        return;
    };
    let name = state.language.new_person_name(panel.people.len() + 1);
    let person = person(state, name, String::new());
    state.edit(&Command::AddPerson { enterprise, person });
}

/// Adds a round to the selected enterprise and looks at it.
pub fn add_round(state: &mut State) {
    add_round_at(state, Stage::Open);
}

/// Adds a round at a step of the session.
pub(super) fn add_round_at(state: &mut State, stage: Stage) {
    let Some((enterprise, _)) = selected(state) else {
        return;
    };
    let number = enterprise.rounds.len() + 1;
    let id = RoundId((state.services.new_id)());
    let mut round = Round::new(id, state.language.next_round(number));
    round.date = (state.services.today)();
    round.stage = stage;
    // The same people with the same weights, with nothing scored yet.
    let last = enterprise.latest_round().into_iter();
    let blank = last.flat_map(|last| &last.responses).map(|response| {
        let mut blank = Response::blank(response.respondent);
        blank.weight = response.weight;
        Arc::new(blank)
    });
    round.responses = blank.collect();
    state.edit(&Command::AddRound {
        enterprise: enterprise.id,
        round: Arc::new(round),
    });
    state.session.round = Some(id);
}

/// The selected enterprise and its place in the list.
pub(super) fn selected(state: &State) -> Option<(Arc<Enterprise>, usize)> {
    let id = state.session.enterprise?;
    let enterprises = &state.workbook().enterprises;
    let index = enterprises
        .iter()
        .position(|enterprise| enterprise.id == id)?;
    Some((Arc::clone(&enterprises[index]), index))
}

pub fn duplicate(state: &mut State) {
    let Some((enterprise, index)) = selected(state) else {
        return;
    };
    let mut copy = Enterprise::clone(&enterprise);
    copy.id = EnterpriseId((state.services.new_id)());
    copy.name = state.language.copy_of(&enterprise.name);
    copy.alias.clear();
    // Rounds are told apart across the workbook, so a copy's are its own.
    for round in &mut copy.rounds {
        let id = RoundId((state.services.new_id)());
        // A file whose baseline is no round of the enterprise cannot be opened.
        if copy.target.baseline == Some(round.id) {
            copy.target.baseline = Some(id);
        }
        Arc::make_mut(round).id = id;
    }
    let id = copy.id;
    state.edit(&Command::AddEnterprise {
        enterprise: Arc::new(copy),
        at: index + 1,
    });
    state.session.select(Some(id));
}

pub fn delete(state: &mut State) {
    let Some((enterprise, index)) = selected(state) else {
        return;
    };
    let called = state.workbook().called(&enterprise);
    let name = state.language.enterprise_called(called).into_owned();
    state.edit(&Command::RemoveEnterprise(enterprise.id));
    let left = &state.workbook().enterprises;
    let next = left.get(index).or_else(|| left.last()).map(|next| next.id);
    state.session.select(next);
    let text = state.language.deleted(&name);
    state.toast_with(Tone::Good, text, Offer::Undo);
}

pub fn move_by(state: &mut State, by: isize) {
    let count = state.workbook().enterprises.len();
    if let Some((enterprise, index)) = selected(state)
        && let Some(to) = index.checked_add_signed(by)
        && to < count
    {
        state.edit(&Command::MoveEnterprise {
            id: enterprise.id,
            to,
        });
    }
}

pub fn step_selection(state: &mut State, by: isize) {
    let listed = state.listed();
    let Some((_, index)) = selected(state) else {
        return;
    };
    let place = listed.iter().position(|listed| *listed == index);
    let next = place
        .and_then(|place| place.checked_add_signed(by))
        .and_then(|place| listed.get(place));
    if let Some(next) = next {
        let id = state.workbook().enterprises[*next].id;
        state.session.select(Some(id));
    }
}
