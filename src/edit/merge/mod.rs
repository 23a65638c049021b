//! Two copies of a workbook become one: the union by ids, and what both changed, side by side.

mod aims;

use std::sync::Arc;

use super::{
    apply::apply,
    command::{Command, EnterpriseChange, PersonChange, RoundChange, Where},
};
use crate::model::{
    Agreed, Answer, Enterprise, EnterpriseId, Factor, Respondent, Response, Round, RoundId,
    Workbook,
};

/// The union of two workbooks, with what was kept of one's own where both differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Merge {
    /// Everything of both; where they differ, one's own.
    pub workbook: Workbook,
    /// Where they differ.
    pub conflicts: Vec<Conflict>,
    /// How many records came from the other one alone.
    pub added: usize,
}

/// Something that both have and that differs.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// The enterprise it is of; `None` for the workbook as a whole.
    pub enterprise: Option<EnterpriseId>,
    /// The round it is of, if it is of one.
    pub round: Option<RoundId>,
    /// What it is.
    pub subject: Subject,
    /// What takes the other one's in place of one's own.
    pub take_theirs: Command,
}

/// What a conflict is about, with both sides.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names mirror the fields of the model")]
pub enum Subject {
    Text {
        mine: String,
        theirs: String,
    },
    Answer {
        person: String,
        factor: Factor,
        mine: Box<Answer>,
        theirs: Box<Answer>,
    },
    Agreed {
        factor: Factor,
        mine: Box<Agreed>,
        theirs: Box<Agreed>,
    },
    Settings,
}

impl Merge {
    /// Merges another copy into one's own. Nothing of either is lost: what only one has is in the
    /// union, what both have and differs is a conflict that holds both.
    #[must_use]
    pub fn of(mine: &Workbook, theirs: &Workbook) -> Self {
        let mut merge = Self {
            workbook: mine.clone(),
            conflicts: Vec::new(),
            added: 0,
        };
        if mine.id == theirs.id {
            merge.text(None, None, &mine.title, &theirs.title, Command::SetTitle);
            if mine.aggregation != theirs.aggregation {
                merge.settings(Command::SetAggregation(theirs.aggregation));
            }
            merge.weight_sets(mine, theirs);
        }
        for enterprise in &theirs.enterprises {
            let place = mine.enterprises.iter();
            match place
                .enumerate()
                .find(|(_, other)| other.id == enterprise.id)
            {
                Some((at, own)) => {
                    let united = merge.enterprise(own, enterprise);
                    merge.workbook.enterprises[at] = Arc::new(united);
                }
                None => {
                    merge.workbook.enterprises.push(Arc::clone(enterprise));
                    merge.added += 1;
                }
            }
        }
        if merge.workbook.uses_aliases {
            merge.workbook.fill_aliases();
        }
        merge
    }

    /// The union with the other one's side of the conflicts for which `theirs` is true.
    #[must_use]
    pub fn decided(&self, theirs: impl Fn(usize) -> bool) -> Workbook {
        let mut workbook = self.workbook.clone();
        for (index, conflict) in self.conflicts.iter().enumerate() {
            if theirs(index) {
                // A command made from the union cannot be refused by it.
                let taken = apply(&mut workbook, &conflict.take_theirs);
                debug_assert!(taken.is_ok(), "{:?}", conflict.take_theirs);
            }
        }
        workbook
    }

    fn settings(&mut self, take_theirs: Command) {
        self.conflicts.push(Conflict {
            enterprise: None,
            round: None,
            subject: Subject::Settings,
            take_theirs,
        });
    }

    /// One's own text, the other's where one's own is empty, a conflict where both say something else.
    fn text(
        &mut self,
        enterprise: Option<EnterpriseId>,
        round: Option<RoundId>,
        mine: &str,
        theirs: &str,
        take: impl FnOnce(String) -> Command,
    ) -> Option<String> {
        if mine == theirs || theirs.is_empty() {
            return None;
        }
        if mine.is_empty() {
            return Some(theirs.to_owned());
        }
        self.conflicts.push(Conflict {
            enterprise,
            round,
            subject: Subject::Text {
                mine: mine.to_owned(),
                theirs: theirs.to_owned(),
            },
            take_theirs: take(theirs.to_owned()),
        });
        None
    }

    fn enterprise(&mut self, mine: &Enterprise, theirs: &Enterprise) -> Enterprise {
        type Change = fn(String) -> EnterpriseChange;
        let id = mine.id;
        let mut united = mine.clone();
        let changes: [(&str, &str, &mut String, Change); 4] = [
            (
                &mine.name,
                &theirs.name,
                &mut united.name,
                EnterpriseChange::Name,
            ),
            (
                &mine.alias,
                &theirs.alias,
                &mut united.alias,
                EnterpriseChange::Alias,
            ),
            (
                &mine.sector,
                &theirs.sector,
                &mut united.sector,
                EnterpriseChange::Sector,
            ),
            (
                &mine.technology,
                &theirs.technology,
                &mut united.technology,
                EnterpriseChange::Technology,
            ),
        ];
        for (own, other, slot, change) in changes {
            let take = |text| Command::ChangeEnterprise {
                id,
                change: change(text),
            };
            if let Some(text) = self.text(Some(id), None, own, other, take) {
                *slot = text;
            }
        }
        match (mine.size, theirs.size) {
            (None, size) => united.size = size,
            (Some(own), Some(other)) if own != other => self.conflicts.push(Conflict {
                enterprise: Some(id),
                round: None,
                subject: Subject::Text {
                    mine: own.code().to_owned(),
                    theirs: other.code().to_owned(),
                },
                take_theirs: Command::ChangeEnterprise {
                    id,
                    change: EnterpriseChange::Size(Some(other)),
                },
            }),
            _ => {}
        }
        for person in &theirs.people {
            self.person(&mut united, person);
        }
        for round in &theirs.rounds {
            match united.rounds.iter().position(|own| own.id == round.id) {
                Some(at) => {
                    let own = Arc::clone(&united.rounds[at]);
                    let people = &united.people;
                    united.rounds[at] = Arc::new(self.round(id, people, &own, round));
                }
                None => {
                    united.rounds.push(Arc::clone(round));
                    self.added += 1;
                }
            }
        }
        for item in &theirs.plan {
            self.plan_item(&mut united, item);
        }
        self.target(&mut united, &theirs.target);
        for what_if in &theirs.what_ifs {
            self.what_if(&mut united, what_if);
        }
        united
    }

    fn person(&mut self, united: &mut Enterprise, theirs: &Respondent) {
        let (enterprise, person) = (united.id, theirs.id);
        let Some(at) = united.people.iter().position(|own| own.id == person) else {
            united.people.push(theirs.clone());
            self.added += 1;
            return;
        };
        let take = |change| Command::ChangePerson {
            enterprise,
            person,
            change,
        };
        let own = united.people[at].clone();
        let name = |text| take(PersonChange::Name(text));
        if let Some(text) = self.text(Some(enterprise), None, &own.name, &theirs.name, name) {
            united.people[at].name = text;
        }
        let role = |text| take(PersonChange::Role(text));
        if let Some(text) = self.text(Some(enterprise), None, &own.role, &theirs.role, role) {
            united.people[at].role = text;
        }
    }

    fn round(
        &mut self,
        enterprise: EnterpriseId,
        people: &[Respondent],
        mine: &Arc<Round>,
        theirs: &Round,
    ) -> Round {
        let id = mine.id;
        let mut united = mine.as_ref().clone();
        let take = |change| Command::ChangeRound {
            enterprise,
            round: id,
            change,
        };
        let of = (Some(enterprise), Some(id));
        let name = |text| take(RoundChange::Name(text));
        if let Some(text) = self.text(of.0, of.1, &mine.name, &theirs.name, name) {
            united.name = text;
        }
        let date = |text| take(RoundChange::Date(text));
        if let Some(text) = self.text(of.0, of.1, &mine.date, &theirs.date, date) {
            united.date = text;
        }
        for response in &theirs.responses {
            let person = response.respondent;
            let place = Where {
                enterprise,
                round: id,
                person,
            };
            let found = united.responses.iter();
            match found.enumerate().find(|(_, own)| own.respondent == person) {
                Some((at, own)) => {
                    let own = Arc::clone(own);
                    let name = people.iter().find(|one| one.id == person);
                    let name = name.map_or("", |one| one.name.as_str());
                    let one = self.response(place, name, &own, response);
                    united.responses[at] = Arc::new(one);
                }
                None => {
                    let rank = |id| people.iter().position(|one| one.id == id);
                    let mut own = united.responses.iter();
                    let at = own.position(|own| rank(own.respondent) > rank(person));
                    let at = at.unwrap_or(united.responses.len());
                    united.responses.insert(at, Arc::clone(response));
                    self.added += 1;
                }
            }
        }
        for factor in Factor::ALL {
            match (&mine.agreed[factor], &theirs.agreed[factor]) {
                (None, Some(agreed)) => {
                    united.agreed[factor] = Some(agreed.clone());
                    self.added += 1;
                }
                (Some(own), Some(other)) if own != other => self.conflicts.push(Conflict {
                    enterprise: Some(enterprise),
                    round: Some(id),
                    subject: Subject::Agreed {
                        factor,
                        mine: own.clone(),
                        theirs: other.clone(),
                    },
                    take_theirs: Command::SetAgreed {
                        enterprise,
                        round: id,
                        factor,
                        agreed: Some(other.as_ref().clone()),
                    },
                }),
                _ => {}
            }
        }
        self.hands(enterprise, &mut united, theirs);
        united
    }

    fn response(
        &mut self,
        place: Where,
        person: &str,
        mine: &Response,
        theirs: &Response,
    ) -> Response {
        let mut united = mine.clone();
        if united.note.is_empty() {
            united.note.clone_from(&theirs.note);
        }
        let of = (Some(place.enterprise), Some(place.round));
        if mine.weight.to_bits() != theirs.weight.to_bits() {
            self.conflicts.push(Conflict {
                enterprise: of.0,
                round: of.1,
                subject: Subject::Text {
                    mine: mine.weight.to_string(),
                    theirs: theirs.weight.to_string(),
                },
                take_theirs: Command::SetVoice {
                    place,
                    weight: theirs.weight,
                },
            });
        }
        for factor in Factor::ALL {
            let (own, other) = (&mine.answers[factor], &theirs.answers[factor]);
            if own == other || *other == Answer::default() {
                continue;
            }
            if *own == Answer::default() {
                united.answers[factor] = other.clone();
                self.added += 1;
                continue;
            }
            self.conflicts.push(Conflict {
                enterprise: of.0,
                round: of.1,
                subject: Subject::Answer {
                    person: person.to_owned(),
                    factor,
                    mine: Box::new(own.clone()),
                    theirs: Box::new(other.clone()),
                },
                take_theirs: Command::PutAnswer {
                    place,
                    factor,
                    answer: Box::new(other.clone()),
                },
            });
        }
        united
    }
}
