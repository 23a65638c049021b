//! The rounds of an enterprise, put together from flat lists of records.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use uuid::Uuid;

use super::{
    lists::each_once,
    scores::{level_of, scores_of},
    words::factor_of,
};
use crate::{
    model::{
        Agreed, AnswerDetail, Factor, Hands, Respondent, RespondentId, Response, Round, RoundId,
    },
    storage::{
        fault::{Fault, Record},
        locate::Wrong,
        records::newest,
    },
};

/// Rounds while their records are put together.
pub struct Assembly {
    people: HashSet<Uuid>,
    rounds: Vec<Round>,
    /// Places of the rounds by id.
    places: HashMap<Uuid, usize>,
    /// Places of the responses by place of the round and person.
    responses: HashMap<(usize, Uuid), usize>,
}

impl Assembly {
    /// The rounds of a panel, without what was said in them.
    pub fn of(people: &[Respondent], records: Vec<newest::Round>) -> Result<Self, Wrong> {
        let rounds = each_once(
            "rounds",
            Record::Round,
            records,
            |record| record.id,
            |record| {
                let mut round = Round::new(RoundId(record.id), record.name);
                round.date = record.date;
                round.stage = record.stage.into();
                Ok(round)
            },
        )?;
        let places = rounds.iter().enumerate();
        Ok(Self {
            people: people.iter().map(|person| person.id.0).collect(),
            places: places.map(|(place, round)| (round.id.0, place)).collect(),
            responses: HashMap::new(),
            rounds,
        })
    }

    pub fn add_response(&mut self, record: newest::Response) -> Result<(), Wrong> {
        let place = self.place(record.round)?;
        if !self.people.contains(&record.person) {
            return Err(Wrong::at("person", Fault::Unlisted(Record::Person)));
        }
        if !record.weight.is_finite() || record.weight <= 0.0 {
            return Err(Wrong::at("weight", Fault::Voice(record.weight)));
        }
        let scores: [_; 8] = scores_of("scores", &record.scores)?;
        let mut response = Response::blank(RespondentId(record.person));
        response.weight = record.weight;
        response.note = record.note;
        for (factor, score) in Factor::ALL.into_iter().zip(scores) {
            response.answers[factor].direct = score;
        }
        let responses = &mut self.rounds[place].responses;
        let key = (place, record.person);
        if self.responses.insert(key, responses.len()).is_some() {
            return Err(Wrong::at("person", Fault::SecondResponse));
        }
        responses.push(Arc::new(response));
        Ok(())
    }

    pub fn add_detail(&mut self, record: newest::Detail) -> Result<(), Wrong> {
        let place = self.place(record.round)?;
        let response = self.responses.get(&(place, record.person));
        let response = response
            .and_then(|index| self.rounds[place].responses.get_mut(*index))
            .ok_or_else(|| Wrong::at("person", Fault::DetailAlone))?;
        let answer = &mut Arc::make_mut(response).answers[factor_of(&record.factor)?];
        if answer.detail.is_some() {
            return Err(second(record.factor));
        }
        let detail = AnswerDetail {
            indicators: scores_of("indicators", &record.indicators)?,
            basis: record.basis.into(),
            confidence: record.confidence.map(Into::into),
            enough: record.enough,
            note: record.note,
        };
        answer.change_detail(|kept| *kept = detail);
        Ok(())
    }

    pub fn add_agreed(&mut self, record: newest::Agreed) -> Result<(), Wrong> {
        let round = self.place(record.round)?;
        let factor = factor_of(&record.factor)?;
        let agreed = Agreed {
            level: level_of("level", record.level)?,
            dissent: record.dissent,
        };
        let before = self.rounds[round].agreed[factor].replace(Box::new(agreed));
        before.map_or(Ok(()), |_| Err(second(record.factor)))
    }

    pub fn add_hands(&mut self, record: newest::Hands) -> Result<(), Wrong> {
        let round = self.place(record.round)?;
        let factor = factor_of(&record.factor)?;
        let before = self.rounds[round].hands[factor].replace(Hands::new(record.counts));
        before.map_or(Ok(()), |_| Err(second(record.factor)))
    }

    pub fn finish(self) -> Vec<Arc<Round>> {
        self.rounds.into_iter().map(Arc::new).collect()
    }

    fn place(&self, round: Uuid) -> Result<usize, Wrong> {
        let place = self.places.get(&round).copied();
        place.ok_or_else(|| Wrong::at("round", Fault::Unlisted(Record::Round)))
    }
}

fn second(factor: String) -> Wrong {
    Wrong::at("factor", Fault::SecondOnFactor(factor))
}
