//! From records to a workbook, once every range, id and reference holds.

use std::sync::Arc;

use super::{
    aims::{plan_item, target, weight_set, what_if},
    lists::{each, each_once},
    rounds::Assembly,
};
use crate::{
    model::{
        Enterprise, EnterpriseId, Respondent, RespondentId, WeightSetId, Workbook, WorkbookId,
    },
    storage::{
        fault::{Fault, Record},
        locate::Wrong,
        records::newest,
    },
};

/// The workbook of its records.
pub fn decode(records: newest::Workbook) -> Result<Workbook, Wrong> {
    let mut workbook = Workbook::new(WorkbookId(records.id), records.title);
    workbook.note = records.note;
    workbook.aggregation = records.aggregation.into();
    workbook.hides_people = records.hides_people;
    workbook.uses_aliases = records.uses_aliases;
    workbook.weight_sets = each_once(
        "weight_sets",
        Record::WeightSet,
        records.weight_sets,
        |record| record.id,
        |record| weight_set(record).map(Arc::new),
    )?;
    workbook.weights_in_force = records.weights_in_force.map(WeightSetId);
    if workbook.weights_in_force.is_some() && workbook.weight_set().is_none() {
        let fault = Fault::Unlisted(Record::WeightSet);
        return Err(Wrong::at("weights_in_force", fault));
    }
    workbook.enterprises = each_once(
        "enterprises",
        Record::Enterprise,
        records.enterprises,
        |record| record.id,
        |record| enterprise(record).map(Arc::new),
    )?;
    Ok(workbook)
}

fn enterprise(records: newest::Enterprise) -> Result<Enterprise, Wrong> {
    let mut enterprise = Enterprise::new(EnterpriseId(records.id), records.name);
    enterprise.alias = records.alias;
    enterprise.sector = records.sector;
    enterprise.technology = records.technology;
    enterprise.size = records.size.map(Into::into);
    enterprise.people = each_once(
        "people",
        Record::Person,
        records.people,
        |record| record.id,
        |record| {
            Ok(Respondent {
                id: RespondentId(record.id),
                name: record.name,
                role: record.role,
            })
        },
    )?;
    let mut rounds = Assembly::of(&enterprise.people, records.rounds)?;
    each("responses", records.responses, |one| {
        rounds.add_response(one)
    })?;
    each("details", records.details, |one| rounds.add_detail(one))?;
    each("agreed", records.agreed, |one| rounds.add_agreed(one))?;
    each("hands", records.hands, |one| rounds.add_hands(one))?;
    enterprise.rounds = rounds.finish();
    enterprise.what_ifs = each_once(
        "what_ifs",
        Record::WhatIf,
        records.what_ifs,
        |record| record.id,
        |record| what_if(record).map(Arc::new),
    )?;
    let left_out = newest::Target::left_out;
    enterprise.target = target(records.target.unwrap_or_else(left_out), &enterprise)?;
    enterprise.plan = each_once(
        "plan",
        Record::PlanItem,
        records.plan,
        |record| record.id,
        |record| plan_item(record).map(Arc::new),
    )?;
    Ok(enterprise)
}
