//! Two copies of a workbook become one: the union by ids, and what both changed, side by side.

use std::{collections::BTreeSet, sync::Arc};

use super::addition::{Added, Addition};
use crate::edit::{
    apply::apply,
    command::{Command, EnterpriseChange, PersonChange},
};
use crate::model::{
    Agreed, Answer, Enterprise, EnterpriseId, Factor, Respondent, RespondentId, RoundId, Workbook,
};

/// The union of two workbooks, with what was kept of one's own where both differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Merge {
    /// Everything of both; where they differ, one's own.
    pub workbook: Workbook,
    /// Where they differ.
    pub conflicts: Vec<Conflict>,
    /// What came from the other one alone.
    pub additions: Vec<Addition>,
    /// The rounds that are being scored in either of the two.
    pub(super) hidden: BTreeSet<RoundId>,
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
        person: RespondentId,
        factor: Factor,
        mine: Box<Answer>,
        theirs: Box<Answer>,
    },
    Agreed {
        factor: Factor,
        mine: Option<Box<Agreed>>,
        theirs: Box<Agreed>,
    },
    Weight {
        mine: f64,
        theirs: f64,
    },
    Settings,
}

impl Conflict {
    /// Whether it moves a result by itself and may not even be seen in the answers: an agreed score, or
    /// how much somebody counts. Such a thing is taken only where somebody asks for just that.
    #[must_use]
    pub const fn asks_for_a_yes(&self) -> bool {
        matches!(
            self.subject,
            Subject::Agreed { .. } | Subject::Weight { .. }
        )
    }
}

impl Merge {
    /// Merges another copy into one's own. Nothing of either is lost: what only one has is in the
    /// union, what both have and differs is a conflict that holds both, and so are the other one's
    /// agreed scores and weights of people.
    #[must_use]
    pub fn of(mine: &Workbook, theirs: &Workbook) -> Self {
        let mut merge = Self {
            workbook: mine.clone(),
            conflicts: Vec::new(),
            additions: Vec::new(),
            hidden: BTreeSet::new(),
        };
        for workbook in [mine, theirs] {
            merge.hide_rounds_of(workbook);
        }
        if mine.id == theirs.id {
            let title = merge.text(None, None, &mine.title, &theirs.title, Command::SetTitle);
            let note = Command::SetWorkbookNote;
            let note = merge.text(None, None, &mine.note, &theirs.note, note);
            let united = &mut merge.workbook;
            united.title = title.unwrap_or_else(|| mine.title.clone());
            united.note = note.unwrap_or_else(|| mine.note.clone());
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
                    let mut new = Arc::clone(enterprise);
                    for (at, round) in enterprise.rounds.iter().enumerate() {
                        let kept = merge.new_round(enterprise.id, round);
                        if !Arc::ptr_eq(&kept, round) {
                            Arc::make_mut(&mut new).rounds[at] = kept;
                        }
                    }
                    merge.workbook.enterprises.push(new);
                    merge.add(Some(enterprise.id), None, Added::Enterprise);
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

    pub(super) fn settings(&mut self, take_theirs: Command) {
        self.conflicts.push(Conflict {
            enterprise: None,
            round: None,
            subject: Subject::Settings,
            take_theirs,
        });
    }

    /// One's own text, the other's where one's own is empty, a conflict where both say something else.
    pub(super) fn text(
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
            let text = theirs.to_owned();
            let change = Box::new(take(text.clone()));
            self.add(enterprise, round, Added::Field { text, change });
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
            (None, Some(size)) => {
                united.size = Some(size);
                let change = EnterpriseChange::Size(Some(size));
                let change = Box::new(Command::ChangeEnterprise { id, change });
                let text = size.code().to_owned();
                self.add(Some(id), None, Added::Field { text, change });
            }
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
                    let new = self.new_round(id, round);
                    united.rounds.push(new);
                    self.add(Some(id), Some(round.id), Added::Round);
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
            self.add(Some(enterprise), None, Added::Person(person));
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
}
