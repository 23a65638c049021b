//! Taking response codes in: what each line is, what it would do, and doing it as one step.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::{Dialog, Offer, State, Tone, has_answers};
use crate::{
    edit::{Command, apply},
    import::{CodeFault, ResponseCode, tag},
    model::{Enterprise, EnterpriseId, Respondent, RespondentId, Response, RoundId, Workbook},
};

/// Codes as pasted, read once, with what the user decided about them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Codes {
    /// What was pasted.
    pub text: String,
    /// Each line that holds something: its number from 1 and what it is.
    pub lines: Vec<(usize, Result<ResponseCode, CodeFault>)>,
    /// Whether codes of other workbooks are taken, into the selected round.
    pub foreign: bool,
    /// What to do with codes of people who have answered already, by line.
    pub decisions: BTreeMap<usize, Decision>,
}

/// What to do with a code of somebody who has answered already.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Decision {
    /// The code takes the place of the answers that are there.
    Replace,
    /// Somebody else of the same name joins the panel.
    Both,
    /// What is there stays.
    Skip,
}

/// What would become of a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Arrival<'a> {
    /// It is taken for somebody new, or for somebody of the panel who has not answered.
    Ready(Bound<'a>),
    /// Somebody of this name has answered already.
    Conflict(Bound<'a>),
    /// It is not taken.
    Refused(Refusal),
}

/// Where a code belongs.
#[derive(Clone, Debug, PartialEq)]
pub struct Bound<'a> {
    /// The code.
    pub code: &'a ResponseCode,
    /// Its enterprise.
    pub enterprise: &'a Arc<Enterprise>,
    /// Its round.
    pub round: RoundId,
    /// Somebody of the same name on the panel.
    pub person: Option<RespondentId>,
}

/// Why a line is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is no sound code.
    Fault(CodeFault),
    /// It was made from another workbook.
    OtherWorkbook,
    /// Its enterprise or round is not in the workbook any more.
    Gone,
    /// An earlier line has the same code.
    Twice,
}

impl Codes {
    /// Reads what was pasted. Lines may hold several codes, apart by spaces.
    #[must_use]
    pub fn read(text: String, foreign: bool) -> Self {
        let lines = text
            .lines()
            .zip(1..)
            .flat_map(|(line, number)| {
                let tokens = line.split_whitespace();
                tokens.map(move |token| (number, ResponseCode::read(token)))
            })
            .collect();
        Self {
            text,
            lines,
            foreign,
            decisions: BTreeMap::new(),
        }
    }

    /// What would become of each line; `selected` takes codes of other workbooks.
    #[must_use]
    pub fn arrivals<'a>(
        &'a self,
        workbook: &'a Workbook,
        selected: Option<(EnterpriseId, RoundId)>,
    ) -> Vec<(usize, Arrival<'a>)> {
        let mut seen = BTreeSet::new();
        let mut arrivals = Vec::new();
        for (line, read) in &self.lines {
            let arrival = match read {
                Err(fault) => Arrival::Refused(Refusal::Fault(*fault)),
                Ok(code) if !seen.insert(code.text()) => Arrival::Refused(Refusal::Twice),
                Ok(code) => self.arrival(code, workbook, selected),
            };
            arrivals.push((*line, arrival));
        }
        arrivals
    }

    fn arrival<'a>(
        &'a self,
        code: &'a ResponseCode,
        workbook: &'a Workbook,
        selected: Option<(EnterpriseId, RoundId)>,
    ) -> Arrival<'a> {
        let bound = if code.workbook == tag(workbook.id.0) {
            own_place(code, workbook)
        } else if self.foreign {
            selected.and_then(|(id, round)| Some((workbook.enterprise(id)?, round)))
        } else {
            return Arrival::Refused(Refusal::OtherWorkbook);
        };
        let Some((enterprise, round)) = bound else {
            return Arrival::Refused(Refusal::Gone);
        };
        let named = |person: &&Respondent| !code.name.is_empty() && person.name == code.name;
        let person = enterprise.people.iter().find(named).map(|person| person.id);
        let answered = person.is_some_and(|person| {
            let response = enterprise
                .round(round)
                .and_then(|round| round.response(person));
            response.is_some_and(has_answers)
        });
        let bound = Bound {
            code,
            enterprise,
            round,
            person,
        };
        if answered {
            Arrival::Conflict(bound)
        } else {
            Arrival::Ready(bound)
        }
    }

    /// What was decided about a line; nothing is replaced before somebody says so.
    #[must_use]
    pub fn decision(&self, line: usize) -> Decision {
        self.decisions.get(&line).copied().unwrap_or(Decision::Skip)
    }
}

/// The enterprise and round whose tags a code of this workbook bears.
fn own_place<'a>(
    code: &ResponseCode,
    workbook: &'a Workbook,
) -> Option<(&'a Arc<Enterprise>, RoundId)> {
    let mut enterprises = workbook.enterprises.iter();
    let enterprise = enterprises.find(|one| tag(one.id.0) == code.enterprise)?;
    let mut rounds = enterprise.rounds.iter();
    let round = rounds.find(|round| tag(round.id.0) == code.round)?;
    Some((enterprise, round.id))
}

impl State {
    /// Takes in what the dialog says, as one step.
    pub(super) fn take_codes(&mut self, codes: &Codes) {
        let workbook = Arc::clone(self.workbook());
        let selected = self.selected_round();
        let mut puts: BTreeMap<(EnterpriseId, RoundId), (Vec<Respondent>, Vec<Response>)> =
            BTreeMap::new();
        let mut taken = 0;
        for (line, arrival) in codes.arrivals(&workbook, selected) {
            let (bound, known) = match arrival {
                Arrival::Ready(bound) => {
                    let person = bound.person;
                    (bound, person)
                }
                Arrival::Conflict(bound) => match codes.decision(line) {
                    Decision::Skip => continue,
                    Decision::Replace => {
                        let person = bound.person;
                        (bound, person)
                    }
                    Decision::Both => (bound, None),
                },
                Arrival::Refused(_) => continue,
            };
            let (people, responses) = puts.entry((bound.enterprise.id, bound.round)).or_default();
            // Two codes of one name in one go are two people.
            let free = known.filter(|person| {
                let mut earlier = responses.iter();
                !earlier.any(|response| response.respondent == *person)
            });
            let id = free.unwrap_or_else(|| {
                let id = RespondentId((self.new_id)());
                let number = bound.enterprise.people.len() + people.len() + 1;
                let name = if bound.code.name.is_empty() {
                    self.language.new_person_name(number)
                } else {
                    bound.code.name.clone()
                };
                let role = String::new();
                people.push(Respondent { id, name, role });
                id
            });
            responses.push(bound.code.response(id));
            taken += 1;
        }
        if taken == 0 {
            return;
        }
        let mut commands = puts
            .into_iter()
            .map(
                |((enterprise, round), (people, responses))| Command::PutResponses {
                    enterprise,
                    round,
                    people,
                    responses,
                },
            );
        match (commands.next(), commands.next()) {
            (Some(only), None) => self.edit(&only),
            (first, second) => {
                let mut changed = Workbook::clone(&workbook);
                for command in first.into_iter().chain(second).chain(commands) {
                    if let Err(error) = apply(&mut changed, &command) {
                        let text = self.language.refused(&error.to_string());
                        self.say(Tone::Bad, text);
                        return;
                    }
                }
                self.edit(&Command::Replace(Arc::new(changed)));
            }
        }
        let text = self.language.codes_taken(taken);
        self.say_with(Tone::Good, text, Offer::Undo);
    }

    /// Opens the page for codes with a text, as from a file that was dropped.
    pub(super) fn ask_codes(&mut self, text: String) {
        self.session.dialog = Some(Dialog::Codes(Box::new(Codes::read(text, false))));
    }
}
