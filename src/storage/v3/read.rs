//! From the records of a file to a workbook, once every range, id and reference holds.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use uuid::Uuid;

use super::{
    AggregationV1, AgreedV1, BasisV1, ConfidenceV1, DetailV2, EnterpriseV3, FileV3, HandsV3,
    ResponseV1, SizeV1, StageV2, WorkbookV3,
    aims::{plan_item, target, weight_set, what_ifs},
    scores,
};
use crate::{
    model::{
        Aggregation, Agreed, AnswerDetail, Basis, Confidence, Enterprise, EnterpriseId, Factor,
        Hands, Respondent, RespondentId, Response, Round, RoundId, Size, Stage, WeightSetId,
        Workbook, WorkbookId,
    },
    storage::{
        Fault, Record,
        fault::Broken,
        locate::{Spot, locate},
    },
};

/// Reads the text of a file of version 3.
pub(in crate::storage) fn read(text: &str) -> Result<Workbook, Broken> {
    into_workbook(ron::from_str(text)?, text)
}

/// The workbook that records make; `text` is where they were read from, to say where one is wrong.
pub(in crate::storage) fn into_workbook(file: FileV3, text: &str) -> Result<Workbook, Broken> {
    file.workbook.into_workbook().map_err(|(spot, fault)| {
        let (line, column) = locate(text, &spot);
        Broken {
            line,
            column,
            fault,
        }
    })
}

impl WorkbookV3 {
    fn into_workbook(self) -> Result<Workbook, (Spot, Fault)> {
        let mut workbook = Workbook::new(WorkbookId(self.id), self.title);
        workbook.note = self.note;
        workbook.aggregation = match self.aggregation {
            AggregationV1::Mean => Aggregation::Mean,
            AggregationV1::Median => Aggregation::Median,
        };
        workbook.hides_people = self.hides_people;
        workbook.uses_aliases = self.uses_aliases;
        let of_set = |index, (field, fault)| {
            let spot = Spot {
                enterprise: None,
                record: Some(("weight_sets", index)),
                field,
            };
            (spot, fault)
        };
        for (index, record) in self.weight_sets.into_iter().enumerate() {
            let set = weight_set(record).map_err(|wrong| of_set(index, wrong))?;
            if workbook.weight_sets.iter().any(|other| other.id == set.id) {
                return Err(of_set(index, ("id", Fault::Twice(Record::WeightSet))));
            }
            workbook.weight_sets.push(Arc::new(set));
        }
        workbook.weights_in_force = self.weights_in_force.map(WeightSetId);
        if workbook.weights_in_force.is_some() && workbook.weight_set().is_none() {
            let spot = Spot {
                enterprise: None,
                record: None,
                field: "weights_in_force",
            };
            return Err((spot, Fault::Unlisted(Record::WeightSet)));
        }
        let mut ids = HashSet::new();
        for (index, records) in self.enterprises.into_iter().enumerate() {
            let spot = |record, field| Spot {
                enterprise: Some(index),
                record,
                field,
            };
            if !ids.insert(records.id) {
                return Err((spot(None, "id"), Fault::Twice(Record::Enterprise)));
            }
            let enterprise = Reading::of(records)
                .map_err(|wrong| (spot(wrong.record, wrong.field), wrong.fault))?;
            workbook.enterprises.push(Arc::new(enterprise));
        }
        Ok(workbook)
    }
}

/// What is wrong with which field of which record of an enterprise.
pub(super) struct Wrong {
    record: Option<(&'static str, usize)>,
    field: &'static str,
    fault: Fault,
}

/// An enterprise while its records are put together.
struct Reading {
    people: HashSet<Uuid>,
    /// Places of the rounds by id.
    places: HashMap<Uuid, usize>,
    rounds: Vec<Round>,
    /// Responses by round, with the place of each person's.
    responses: Vec<Vec<Response>>,
    of_person: HashMap<(usize, Uuid), usize>,
}

impl Reading {
    fn of(records: EnterpriseV3) -> Result<Enterprise, Wrong> {
        let mut enterprise = Enterprise::new(EnterpriseId(records.id), records.name);
        enterprise.alias = records.alias;
        enterprise.sector = records.sector;
        enterprise.technology = records.technology;
        enterprise.size = records.size.map(|size| match size {
            SizeV1::Micro => Size::Micro,
            SizeV1::Small => Size::Small,
            SizeV1::Medium => Size::Medium,
            SizeV1::Large => Size::Large,
        });
        let mut reading = Self {
            people: HashSet::new(),
            places: HashMap::new(),
            rounds: Vec::with_capacity(records.rounds.len()),
            responses: Vec::with_capacity(records.rounds.len()),
            of_person: HashMap::new(),
        };
        for (index, person) in records.people.into_iter().enumerate() {
            if !reading.people.insert(person.id) {
                return Err(twice("people", index, Record::Person));
            }
            enterprise.people.push(Respondent {
                id: RespondentId(person.id),
                name: person.name,
                role: person.role,
            });
        }
        for (index, record) in records.rounds.into_iter().enumerate() {
            if reading.places.insert(record.id, index).is_some() {
                return Err(twice("rounds", index, Record::Round));
            }
            let mut round = Round::new(RoundId(record.id), record.name);
            round.date = record.date;
            round.stage = match record.stage {
                None => Stage::Open,
                Some(StageV2::Define) => Stage::Define,
                Some(StageV2::Score) => Stage::Score,
                Some(StageV2::Reveal) => Stage::Reveal,
                Some(StageV2::Discuss) => Stage::Discuss,
                Some(StageV2::Agree) => Stage::Agree,
            };
            reading.rounds.push(round);
            reading.responses.push(Vec::new());
        }
        each("responses", records.responses, |record| {
            reading.add_response(record)
        })?;
        each("details", records.details, |record| {
            reading.add_detail(record)
        })?;
        each("agreed", records.agreed, |record| {
            reading.add_agreed(record)
        })?;
        each("hands", records.hands, |record| reading.add_hands(&record))?;
        enterprise.rounds = reading.finish();
        enterprise.what_ifs = what_ifs(records.what_ifs)?;
        if let Some(record) = records.target {
            enterprise.target = target(record, &enterprise).map_err(|(field, fault)| Wrong {
                record: None,
                field,
                fault,
            })?;
        }
        let mut ids = HashSet::new();
        each("plan", records.plan, |record| {
            if !ids.insert(record.id) {
                return Err(("id", Fault::Twice(Record::PlanItem)));
            }
            enterprise.plan.push(Arc::new(plan_item(record)?));
            Ok(())
        })?;
        Ok(enterprise)
    }

    fn place(&self, round: Uuid) -> Result<usize, (&'static str, Fault)> {
        let place = self.places.get(&round).copied();
        place.ok_or(("round", Fault::Unlisted(Record::Round)))
    }

    fn add_response(&mut self, record: ResponseV1) -> Result<(), (&'static str, Fault)> {
        let place = self.place(record.round)?;
        if !self.people.contains(&record.person) {
            return Err(("person", Fault::Unlisted(Record::Person)));
        }
        if !record.weight.is_finite() || record.weight <= 0.0 {
            return Err(("weight", Fault::Voice(record.weight)));
        }
        let read = scores::read(&record.scores).map_err(|fault| ("scores", fault))?;
        let mut response = Response::blank(RespondentId(record.person));
        response.weight = record.weight;
        response.note = record.note;
        for (factor, score) in Factor::ALL.into_iter().zip::<[_; 8]>(read) {
            response.answers[factor].direct = score;
        }
        let responses = &mut self.responses[place];
        let before = self
            .of_person
            .insert((place, record.person), responses.len());
        if before.is_some() {
            return Err(("person", Fault::SecondResponse));
        }
        responses.push(response);
        Ok(())
    }

    fn add_detail(&mut self, record: DetailV2) -> Result<(), (&'static str, Fault)> {
        let place = self.place(record.round)?;
        let response = self
            .of_person
            .get(&(place, record.person))
            .and_then(|index| self.responses[place].get_mut(*index))
            .ok_or(("person", Fault::DetailAlone))?;
        let factor = factor_of(&record.factor)?;
        let answer = &mut response.answers[factor];
        if answer.detail.is_some() {
            return Err(("factor", Fault::SecondOnFactor(record.factor)));
        }
        let detail = AnswerDetail {
            indicators: scores::read(&record.indicators).map_err(|fault| ("indicators", fault))?,
            basis: match record.basis {
                BasisV1::Direct => Basis::Direct,
                BasisV1::Indicators => Basis::Indicators,
            },
            confidence: record.confidence.map(|confidence| match confidence {
                ConfidenceV1::Sure => Confidence::Sure,
                ConfidenceV1::FairlySure => Confidence::FairlySure,
                ConfidenceV1::Guess => Confidence::Guess,
            }),
            enough: record.enough,
            note: record.note,
        };
        answer.change_detail(|kept| *kept = detail);
        Ok(())
    }

    fn add_agreed(&mut self, record: AgreedV1) -> Result<(), (&'static str, Fault)> {
        let place = self.place(record.round)?;
        let factor = factor_of(&record.factor)?;
        let level = scores::level(record.level).map_err(|fault| ("level", fault))?;
        let slot = &mut self.rounds[place].agreed[factor];
        if slot.is_some() {
            return Err(("factor", Fault::SecondOnFactor(record.factor)));
        }
        *slot = Some(Box::new(Agreed {
            level,
            dissent: record.dissent,
        }));
        Ok(())
    }

    fn add_hands(&mut self, record: &HandsV3) -> Result<(), (&'static str, Fault)> {
        let place = self.place(record.round)?;
        let factor = factor_of(&record.factor)?;
        let slot = &mut self.rounds[place].hands[factor];
        if slot.is_some() {
            return Err(("factor", Fault::SecondOnFactor(record.factor.clone())));
        }
        *slot = Some(Hands::new(record.counts));
        Ok(())
    }

    fn finish(self) -> Vec<Arc<Round>> {
        self.rounds
            .into_iter()
            .zip(self.responses)
            .map(|(mut round, responses)| {
                round.responses = responses.into_iter().map(Arc::new).collect();
                Arc::new(round)
            })
            .collect()
    }
}

/// Adds every record of a list; what is wrong with one is said with its place.
pub(super) fn each<T>(
    list: &'static str,
    records: Vec<T>,
    mut add: impl FnMut(T) -> Result<(), (&'static str, Fault)>,
) -> Result<(), Wrong> {
    for (index, record) in records.into_iter().enumerate() {
        add(record).map_err(|(field, fault)| Wrong {
            record: Some((list, index)),
            field,
            fault,
        })?;
    }
    Ok(())
}

pub(super) fn factor_of(code: &str) -> Result<Factor, (&'static str, Fault)> {
    Factor::from_code(code).ok_or_else(|| ("factor", Fault::UnknownFactor(code.to_owned())))
}

fn twice(list: &'static str, index: usize, record: Record) -> Wrong {
    Wrong {
        record: Some((list, index)),
        field: "id",
        fault: Fault::Twice(record),
    }
}
