//! Carrying out a command.

use std::{collections::HashSet, sync::Arc};

use super::{aims, error::ApplyError};
use crate::edit::command::{Command, EnterpriseChange, PersonChange, RoundChange, Where};
use crate::model::{
    Answer, Basis, Enterprise, EnterpriseId, Factor, INDICATORS_PER_FACTOR, Respondent,
    RespondentId, Response, Round, RoundId, Score, Workbook,
};

/// Carries out a command, or says why it cannot be and leaves the workbook as it was.
///
/// # Errors
/// See [`ApplyError`].
pub fn apply(workbook: &mut Workbook, command: &Command) -> Result<(), ApplyError> {
    match command {
        Command::SetTitle(title) => workbook.title.clone_from(title),
        Command::SetWorkbookNote(note) => workbook.note.clone_from(note),
        Command::SetAggregation(aggregation) => workbook.aggregation = *aggregation,
        Command::PutWeightSet(set) => aims::put_weight_set(workbook, set),
        Command::RemoveWeightSet(id) => aims::remove_weight_set(workbook, *id)?,
        Command::UseWeights(id) => aims::use_weights(workbook, *id)?,
        Command::ChangeTarget { enterprise, change } => {
            aims::change_target(enterprise_mut(workbook, *enterprise)?, change)?;
        }
        Command::PutWhatIf {
            enterprise,
            what_if,
        } => aims::put_what_if(enterprise_mut(workbook, *enterprise)?, what_if),
        Command::RemoveWhatIf {
            enterprise,
            what_if,
        } => aims::remove_what_if(enterprise_mut(workbook, *enterprise)?, *what_if)?,
        Command::SetHands {
            enterprise,
            round,
            factor,
            hands,
        } => {
            let round = round_mut(enterprise_mut(workbook, *enterprise)?, *round)?;
            // No hands at all are as good as none counted.
            round.hands[*factor] = hands.filter(|hands| hands.total() > 0);
        }
        Command::Replace(other) => *workbook = Workbook::clone(other),
        Command::AddEnterprise { enterprise, at } => add_enterprise(workbook, enterprise, *at)?,
        Command::RemoveEnterprise(id) => {
            let index = position(workbook, *id)?;
            workbook.enterprises.remove(index);
        }
        Command::MoveEnterprise { id, to } => {
            let index = position(workbook, *id)?;
            let enterprise = workbook.enterprises.remove(index);
            let to = (*to).min(workbook.enterprises.len());
            workbook.enterprises.insert(to, enterprise);
        }
        Command::ChangeEnterprise { id, change } => {
            change_enterprise(enterprise_mut(workbook, *id)?, change);
        }
        Command::AddPerson { enterprise, person } => {
            let panel = enterprise_mut(workbook, *enterprise)?;
            add_people(panel, std::slice::from_ref(person))?;
        }
        Command::ChangePerson {
            enterprise,
            person,
            change,
        } => {
            let person = person_mut(enterprise_mut(workbook, *enterprise)?, *person)?;
            match change {
                PersonChange::Name(name) => person.name.clone_from(name),
                PersonChange::Role(role) => person.role.clone_from(role),
            }
        }
        Command::RemovePerson { enterprise, person } => {
            remove_person(enterprise_mut(workbook, *enterprise)?, *person)?;
        }
        Command::AddRound { enterprise, round } => {
            let enterprise = enterprise_mut(workbook, *enterprise)?;
            if enterprise.round(round.id).is_some() {
                return Err(ApplyError::Duplicate);
            }
            enterprise.rounds.push(Arc::clone(round));
        }
        Command::ChangeRound {
            enterprise,
            round,
            change,
        } => {
            let round = round_mut(enterprise_mut(workbook, *enterprise)?, *round)?;
            match change {
                RoundChange::Name(name) => round.name.clone_from(name),
                RoundChange::Date(date) => round.date.clone_from(date),
                RoundChange::Stage(stage) => round.stage = *stage,
            }
        }
        Command::RemoveRound { enterprise, round } => {
            let enterprise = enterprise_mut(workbook, *enterprise)?;
            let before = enterprise.rounds.len();
            enterprise.rounds.retain(|other| other.id != *round);
            if enterprise.rounds.len() == before {
                return Err(ApplyError::NoRound);
            }
            if enterprise.target.baseline == Some(*round) {
                enterprise.target.baseline = None;
            }
        }
        Command::HidePeople(hide) => workbook.hides_people = *hide,
        Command::UseAliases(use_them) => {
            workbook.uses_aliases = *use_them;
            if *use_them {
                workbook.fill_aliases();
            }
        }
        Command::AddPeople { enterprise, people } => {
            add_people(enterprise_mut(workbook, *enterprise)?, people)?;
        }
        Command::PutAnswer {
            place,
            factor,
            answer,
        } => answer_mut(workbook, *place, *factor)?.clone_from(answer),
        Command::ClearResponse(place) => {
            let response = response_mut(workbook, *place)?;
            let weight = response.weight;
            *response = Response::blank(place.person);
            response.weight = weight;
        }
        Command::PutResponses {
            enterprise,
            round,
            people,
            responses,
        } => put_responses(workbook, *enterprise, *round, people, responses)?,
        Command::SetVoice { place, weight } => {
            if !weight.is_finite() || *weight <= 0.0 {
                return Err(ApplyError::BadWeight);
            }
            response_mut(workbook, *place)?.weight = *weight;
        }
        Command::SetResponseNote { place, note } => {
            response_mut(workbook, *place)?.note.clone_from(note);
        }
        Command::SetAgreed {
            enterprise,
            round,
            factor,
            agreed,
        } => {
            let round = round_mut(enterprise_mut(workbook, *enterprise)?, *round)?;
            round.agreed[*factor] = agreed.clone().map(Box::new);
        }
        Command::SetScore {
            place,
            factor,
            score,
        } => {
            let answer = answer_mut(workbook, *place, *factor)?;
            answer.direct = *score;
            answer.change_detail(|detail| detail.basis = Basis::Direct);
        }
        Command::SetIndicator {
            place,
            factor,
            indicator,
            score,
        } => {
            if *indicator >= INDICATORS_PER_FACTOR {
                return Err(ApplyError::NoIndicator);
            }
            let answer = answer_mut(workbook, *place, *factor)?;
            let alone = answer.direct == Score::NotScored;
            answer.change_detail(|detail| {
                detail.indicators[*indicator] = *score;
                if alone {
                    detail.basis = Basis::Indicators;
                }
            });
        }
        Command::SetEnough {
            place,
            factor,
            enough,
        } => {
            answer_mut(workbook, *place, *factor)?.change_detail(|detail| detail.enough = *enough);
        }
        Command::AddPlanItem { enterprise, item } => {
            let enterprise = enterprise_mut(workbook, *enterprise)?;
            aims::add_plan_items(enterprise, std::slice::from_ref(item))?;
        }
        Command::AddPlanItems { enterprise, items } => {
            aims::add_plan_items(enterprise_mut(workbook, *enterprise)?, items)?;
        }
        Command::ChangePlanItem {
            enterprise,
            item,
            change,
        } => aims::change_plan_item(enterprise_mut(workbook, *enterprise)?, *item, change)?,
        Command::RemovePlanItem { enterprise, item } => {
            aims::remove_plan_item(enterprise_mut(workbook, *enterprise)?, *item)?;
        }
        Command::SetBasis {
            place,
            factor,
            basis,
        } => {
            answer_mut(workbook, *place, *factor)?.change_detail(|detail| detail.basis = *basis);
        }
        Command::SetNote {
            place,
            factor,
            note,
        } => {
            answer_mut(workbook, *place, *factor)?
                .change_detail(|detail| detail.note.clone_from(note));
        }
        Command::SetConfidence {
            place,
            factor,
            confidence,
        } => {
            answer_mut(workbook, *place, *factor)?
                .change_detail(|detail| detail.confidence = *confidence);
        }
    }
    Ok(())
}

fn add_enterprise(
    workbook: &mut Workbook,
    enterprise: &Arc<Enterprise>,
    at: usize,
) -> Result<(), ApplyError> {
    if workbook.enterprise(enterprise.id).is_some() {
        return Err(ApplyError::Duplicate);
    }
    let at = at.min(workbook.enterprises.len());
    workbook.enterprises.insert(at, Arc::clone(enterprise));
    if workbook.uses_aliases {
        workbook.fill_aliases();
    }
    Ok(())
}

fn change_enterprise(enterprise: &mut Enterprise, change: &EnterpriseChange) {
    match change {
        EnterpriseChange::Name(name) => enterprise.name.clone_from(name),
        EnterpriseChange::Sector(sector) => enterprise.sector.clone_from(sector),
        EnterpriseChange::Size(size) => enterprise.size = *size,
        EnterpriseChange::Technology(technology) => enterprise.technology.clone_from(technology),
        EnterpriseChange::Alias(alias) => enterprise.alias.clone_from(alias),
    }
}

/// Adds people to a panel, all or none.
fn add_people(enterprise: &mut Enterprise, people: &[Respondent]) -> Result<(), ApplyError> {
    let mut ids: HashSet<_> = enterprise.people.iter().map(|person| person.id).collect();
    if !people.iter().all(|person| ids.insert(person.id)) {
        return Err(ApplyError::Duplicate);
    }
    enterprise.people.extend_from_slice(people);
    Ok(())
}

fn remove_person(enterprise: &mut Enterprise, person: RespondentId) -> Result<(), ApplyError> {
    if enterprise.person(person).is_none() {
        return Err(ApplyError::NoPerson);
    }
    enterprise.people.retain(|other| other.id != person);
    for round in &mut enterprise.rounds {
        if round.response(person).is_some() {
            Arc::make_mut(round)
                .responses
                .retain(|response| response.respondent != person);
        }
    }
    Ok(())
}

/// Everything is checked before anything is put, so that a refusal changes nothing.
fn put_responses(
    workbook: &mut Workbook,
    id: EnterpriseId,
    round: RoundId,
    people: &[Respondent],
    responses: &[Response],
) -> Result<(), ApplyError> {
    let enterprise = workbook.enterprise(id).ok_or(ApplyError::NoEnterprise)?;
    enterprise.round(round).ok_or(ApplyError::NoRound)?;
    let joins = |id: RespondentId| people.iter().any(|person| person.id == id);
    let known = |id: RespondentId| enterprise.person(id).is_some();
    let sound = |response: &Response| response.weight.is_finite() && response.weight > 0.0;
    if !responses.iter().all(sound) {
        return Err(ApplyError::BadWeight);
    }
    let mut respondents = responses.iter().map(|response| response.respondent);
    if !respondents.all(|id| known(id) || joins(id)) {
        return Err(ApplyError::NoPerson);
    }
    add_people(enterprise_mut(workbook, id)?, people)?;
    for response in responses {
        let place = Where {
            enterprise: id,
            round,
            person: response.respondent,
        };
        response_mut(workbook, place)?.clone_from(response);
    }
    Ok(())
}

fn position(workbook: &Workbook, id: EnterpriseId) -> Result<usize, ApplyError> {
    workbook
        .enterprises
        .iter()
        .position(|enterprise| enterprise.id == id)
        .ok_or(ApplyError::NoEnterprise)
}

fn enterprise_mut(
    workbook: &mut Workbook,
    id: EnterpriseId,
) -> Result<&mut Enterprise, ApplyError> {
    let index = position(workbook, id)?;
    Ok(Arc::make_mut(&mut workbook.enterprises[index]))
}

fn person_mut(
    enterprise: &mut Enterprise,
    id: RespondentId,
) -> Result<&mut Respondent, ApplyError> {
    enterprise
        .people
        .iter_mut()
        .find(|person| person.id == id)
        .ok_or(ApplyError::NoPerson)
}

fn round_mut(enterprise: &mut Enterprise, id: RoundId) -> Result<&mut Round, ApplyError> {
    enterprise
        .rounds
        .iter_mut()
        .find(|round| round.id == id)
        .map(Arc::make_mut)
        .ok_or(ApplyError::NoRound)
}

/// The response at a place; a person on the panel without one gets a blank one, in panel order.
fn response_mut(workbook: &mut Workbook, place: Where) -> Result<&mut Response, ApplyError> {
    let order = workbook
        .enterprise(place.enterprise)
        .ok_or(ApplyError::NoEnterprise)?;
    if order.person(place.person).is_none() {
        return Err(ApplyError::NoPerson);
    }
    if order.round(place.round).is_none() {
        return Err(ApplyError::NoRound);
    }
    let panel: Vec<RespondentId> = order.people.iter().map(|person| person.id).collect();
    let round = round_mut(enterprise_mut(workbook, place.enterprise)?, place.round)?;
    let rank = |id: RespondentId| panel.iter().position(|other| *other == id);
    let index = round
        .responses
        .iter()
        .position(|response| response.respondent == place.person)
        .unwrap_or_else(|| {
            let at = round
                .responses
                .iter()
                .position(|response| rank(response.respondent) > rank(place.person))
                .unwrap_or(round.responses.len());
            round
                .responses
                .insert(at, Arc::new(Response::blank(place.person)));
            at
        });
    Ok(Arc::make_mut(&mut round.responses[index]))
}

fn answer_mut(
    workbook: &mut Workbook,
    place: Where,
    factor: Factor,
) -> Result<&mut Answer, ApplyError> {
    Ok(&mut response_mut(workbook, place)?.answers[factor])
}
