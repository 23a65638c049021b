//! Gathering rows into enterprises, panels and rounds, in the order in which they first appear.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use uuid::Uuid;

use super::{fault::CsvFault, line::Line};
use crate::model::{
    Enterprise, EnterpriseId, Factor, Respondent, RespondentId, Response, Round, RoundId, Workbook,
    WorkbookId,
};

/// A workbook in the making.
pub(super) struct Gathering<'a> {
    new_id: &'a mut dyn FnMut() -> Uuid,
    workbook: Workbook,
    enterprises: Vec<Gathered>,
    by_name: HashMap<String, usize>,
}

struct Gathered {
    enterprise: Enterprise,
    /// The row in which the enterprise first appeared.
    row: usize,
    people: HashMap<String, RespondentId>,
    rounds: Vec<Round>,
    by_round: HashMap<String, usize>,
    /// Row of each person in each round, for the sentence about a second one.
    rows: HashMap<(usize, RespondentId), usize>,
}

impl<'a> Gathering<'a> {
    pub(super) fn new(title: String, new_id: &'a mut dyn FnMut() -> Uuid) -> Self {
        let workbook = Workbook::new(WorkbookId(new_id()), title);
        Self {
            new_id,
            workbook,
            enterprises: Vec::new(),
            by_name: HashMap::new(),
        }
    }

    /// Adds a row; what is wrong is said with the name of its column.
    pub(super) fn add(&mut self, row: usize, line: Line) -> Result<(), (&'static str, CsvFault)> {
        let known = self.by_name.get(&line.enterprise).copied();
        let index = known.unwrap_or_else(|| self.add_enterprise(row, &line));
        let gathered = &mut self.enterprises[index];
        if gathered.enterprise.sector != line.sector {
            let fault = CsvFault::OtherSector {
                before: gathered.enterprise.sector.clone(),
                row: gathered.row,
            };
            return Err(("sector", fault));
        }
        gathered.add(row, line, self.new_id)
    }

    fn add_enterprise(&mut self, row: usize, line: &Line) -> usize {
        let id = EnterpriseId((self.new_id)());
        let mut enterprise = Enterprise::new(id, line.enterprise.clone());
        enterprise.sector.clone_from(&line.sector);
        self.enterprises.push(Gathered {
            enterprise,
            row,
            people: HashMap::new(),
            rounds: Vec::new(),
            by_round: HashMap::new(),
            rows: HashMap::new(),
        });
        let index = self.enterprises.len() - 1;
        self.by_name.insert(line.enterprise.clone(), index);
        index
    }

    /// The workbook of all rows.
    pub(super) fn finish(mut self) -> Workbook {
        for gathered in self.enterprises {
            let mut enterprise = gathered.enterprise;
            enterprise.rounds = gathered.rounds.into_iter().map(Arc::new).collect();
            self.workbook.enterprises.push(Arc::new(enterprise));
        }
        self.workbook
    }
}

impl Gathered {
    fn add(
        &mut self,
        row: usize,
        line: Line,
        new_id: &mut dyn FnMut() -> Uuid,
    ) -> Result<(), (&'static str, CsvFault)> {
        let round_index = *self.by_round.entry(line.round).or_insert_with_key(|name| {
            let id = RoundId(new_id());
            self.rounds.push(Round::new(id, name.clone()));
            self.rounds.len() - 1
        });
        let name = if line.respondent.is_empty() {
            self.next_nameless(round_index)
        } else {
            line.respondent
        };
        let respondent = *self.people.entry(name).or_insert_with_key(|name| {
            let id = RespondentId(new_id());
            self.enterprise.people.push(Respondent {
                id,
                name: name.clone(),
                role: String::new(),
            });
            id
        });
        if let Some(first) = self.rows.insert((round_index, respondent), row) {
            let name = self
                .enterprise
                .person(respondent)
                .map(|person| person.name.clone())
                .unwrap_or_default();
            return Err(("respondent", CsvFault::SecondRow { name, row: first }));
        }
        let mut response = Response::blank(respondent);
        response.weight = line.weight;
        response.note = line.note;
        for factor in Factor::ALL {
            response.answers[factor].direct = line.scores[factor.index()];
        }
        self.rounds[round_index].responses.push(Arc::new(response));
        Ok(())
    }

    /// The name of a nameless row: its place in the round's panel, or the next one that is free.
    fn next_nameless(&self, round_index: usize) -> String {
        let responses = &self.rounds[round_index].responses;
        let here: HashSet<RespondentId> = responses
            .iter()
            .map(|response| response.respondent)
            .collect();
        // One name more than there are people here, so that one is free.
        (responses.len() + 1..=2 * responses.len() + 1)
            .map(|place| format!("Respondent {place}"))
            .find(|name| self.people.get(name).is_none_or(|id| !here.contains(id)))
            .unwrap_or_default()
    }
}
