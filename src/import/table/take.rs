//! Taking rows in: enterprises, rounds and people are found by name, or made.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use uuid::Uuid;

use super::{
    columns::Field,
    rows::{Arriving, Reading, RowState},
};
use crate::model::{
    Basis, Enterprise, EnterpriseId, Respondent, RespondentId, Response, Round, RoundId, Workbook,
};

/// What to do with a row whose respondent has answered already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Decision {
    /// What is there stays.
    #[default]
    Skip,
    /// What the row says takes the place of what is there; where it says nothing, that stays.
    Replace,
    /// Somebody else of the same name joins the panel.
    Both,
}

/// The workbook with all rows that are ready, and those in conflict as decided (by row number; `all`
/// for those not decided one by one); and how many rows that were.
///
/// `name_of` calls somebody without a name by number; `new_id` gives new records their ids.
#[must_use]
pub fn taken(
    workbook: &Workbook,
    reading: &Reading,
    decisions: &BTreeMap<usize, Decision>,
    all: Decision,
    name_of: &dyn Fn(usize) -> String,
    new_id: &mut dyn FnMut() -> Uuid,
) -> (Workbook, usize) {
    let mut taking = Taking {
        workbook: workbook.clone(),
        by_name: HashMap::new(),
        panels: HashMap::new(),
        answers: HashMap::new(),
        name_of,
        new_id,
    };
    // Of two of one name the first one counts, as everywhere in the list.
    for (index, enterprise) in workbook.enterprises.iter().enumerate().rev() {
        let name = enterprise.name.trim().to_owned();
        taking.by_name.insert(name, index);
    }
    let mut count = 0;
    for (number, state) in &reading.rows {
        let (arriving, known) = match state {
            RowState::Wrong(_) => continue,
            RowState::Ready(arriving) => (arriving, None),
            RowState::Conflict(arriving, known) => {
                match decisions.get(number).copied().unwrap_or(all) {
                    Decision::Skip => continue,
                    Decision::Replace => (arriving, Some(known.person)),
                    Decision::Both => {
                        taking.add(arriving, Person::New);
                        count += 1;
                        continue;
                    }
                }
            }
        };
        taking.add(arriving, known.map_or(Person::ByName, Person::Known));
        count += 1;
    }
    taking.order();
    if taking.workbook.uses_aliases {
        taking.workbook.fill_aliases();
    }
    (taking.workbook, count)
}

/// Whose answers a row holds.
#[derive(Clone, Copy)]
enum Person {
    Known(RespondentId),
    ByName,
    New,
}

struct Taking<'a> {
    workbook: Workbook,
    by_name: HashMap<String, usize>,
    /// The people of each enterprise that rows were added to.
    panels: HashMap<usize, Panel>,
    /// Where in the rounds that rows were added to who has answered: enterprise, round, respondent.
    answers: HashMap<(usize, usize), HashMap<RespondentId, usize>>,
    name_of: &'a dyn Fn(usize) -> String,
    new_id: &'a mut dyn FnMut() -> Uuid,
}

/// The people of an enterprise by name and id, so that each row finds its own at once.
#[derive(Default)]
struct Panel {
    by_name: HashMap<String, RespondentId>,
    places: HashMap<RespondentId, usize>,
}

impl Panel {
    fn of(enterprise: &Enterprise) -> Self {
        let mut panel = Self::default();
        for person in &enterprise.people {
            panel.add(person);
        }
        panel
    }

    /// Of two people of one name the first one is found.
    fn add(&mut self, person: &Respondent) {
        let name = person.name.trim().to_owned();
        self.by_name.entry(name).or_insert(person.id);
        let place = self.places.len();
        self.places.entry(person.id).or_insert(place);
    }
}

impl Taking<'_> {
    fn add(&mut self, row: &Arriving, person: Person) {
        let index = self.enterprise(&row.enterprise);
        let enterprise = Arc::make_mut(&mut self.workbook.enterprises[index]);
        let panel = self
            .panels
            .entry(index)
            .or_insert_with(|| Panel::of(enterprise));
        if enterprise.sector.is_empty() {
            enterprise.sector.clone_from(&row.sector);
        }
        let known = match person {
            Person::Known(id) => Some(id),
            Person::ByName if !row.respondent.is_empty() => {
                panel.by_name.get(&row.respondent).copied()
            }
            Person::ByName | Person::New => None,
        };
        let respondent = known.unwrap_or_else(|| {
            let id = add_person(enterprise, row, self.name_of, self.new_id);
            enterprise
                .people
                .last()
                .into_iter()
                .for_each(|person| panel.add(person));
            id
        });
        let place = panel.places.get(&respondent).copied();
        if let Some(person) = place.and_then(|place| enterprise.people.get_mut(place))
            && person.role.is_empty()
        {
            person.role.clone_from(&row.role);
        }
        let at = round_of(enterprise, &row.round, self.new_id);
        let round = Arc::make_mut(&mut enterprise.rounds[at]);
        let answers = self.answers.entry((index, at)).or_insert_with(|| {
            let responses = round.responses.iter().enumerate().rev();
            responses
                .map(|(place, one)| (one.respondent, place))
                .collect()
        });
        match answers.get(&respondent) {
            Some(place) => put(row, Arc::make_mut(&mut round.responses[*place])),
            None => {
                let mut response = Response::blank(respondent);
                put(row, &mut response);
                answers.insert(respondent, round.responses.len());
                round.responses.push(Arc::new(response));
            }
        }
    }

    /// Puts the answers of rounds that rows were added to into the order of their people.
    fn order(&mut self) {
        for (index, at) in self.answers.keys() {
            let enterprise = Arc::make_mut(&mut self.workbook.enterprises[*index]);
            let Some(panel) = self.panels.get(index) else {
                continue;
            };
            let round = Arc::make_mut(&mut enterprise.rounds[*at]);
            round
                .responses
                .sort_by_key(|response| panel.places.get(&response.respondent));
        }
    }

    fn enterprise(&mut self, name: &str) -> usize {
        if let Some(index) = self.by_name.get(name) {
            return *index;
        }
        let id = EnterpriseId((self.new_id)());
        let enterprise = Enterprise::new(id, name.to_owned());
        self.workbook.enterprises.push(Arc::new(enterprise));
        let index = self.workbook.enterprises.len() - 1;
        self.by_name.insert(name.to_owned(), index);
        index
    }
}

/// Puts what a row says into a response; what the table does not have stays as it is.
fn put(row: &Arriving, response: &mut Response) {
    if row.says.contains(&Field::Weight) {
        response.weight = row.weight;
    }
    if row.says.contains(&Field::Note) {
        response.note.clone_from(&row.note);
    }
    for (factor, score) in row.scores.iter() {
        if row.says.contains(&Field::Factor(factor)) {
            let answer = &mut response.answers[factor];
            answer.direct = *score;
            answer.change_detail(|detail| detail.basis = Basis::Direct);
        }
    }
}

fn add_person(
    enterprise: &mut Enterprise,
    row: &Arriving,
    name_of: &dyn Fn(usize) -> String,
    new_id: &mut dyn FnMut() -> Uuid,
) -> RespondentId {
    let id = RespondentId(new_id());
    let name = if row.respondent.is_empty() {
        name_of(enterprise.people.len() + 1)
    } else {
        row.respondent.clone()
    };
    enterprise.people.push(Respondent {
        id,
        name,
        role: row.role.clone(),
    });
    id
}

fn round_of(enterprise: &mut Enterprise, name: &str, new_id: &mut dyn FnMut() -> Uuid) -> usize {
    let mut rounds = enterprise.rounds.iter();
    rounds
        .position(|round| round.name.trim() == name)
        .unwrap_or_else(|| {
            let round = Round::new(RoundId(new_id()), name.to_owned());
            enterprise.rounds.push(Arc::new(round));
            enterprise.rounds.len() - 1
        })
}
