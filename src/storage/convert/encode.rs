//! From a workbook to the records of its file.

use super::scores::{text_of, text_of_levels};
use crate::{
    model::{
        AnswerDetail, Basis, Enterprise, Factor, PlanItem, Response, Round, Score, Side, Target,
        WeightMethod, WeightSet, WhatIf, Workbook,
    },
    storage::records::{FILE_VERSION, FORMAT, File, newest},
};

/// The file of a workbook.
pub fn encode(workbook: &Workbook) -> File<newest::Workbook> {
    let enterprises = workbook.enterprises.iter();
    let records = newest::Workbook {
        id: workbook.id.0,
        title: workbook.title.clone(),
        note: workbook.note.clone(),
        aggregation: workbook.aggregation.into(),
        weight_sets: workbook
            .weight_sets
            .iter()
            .map(|set| weight_set(set))
            .collect(),
        weights_in_force: workbook.weights_in_force.map(|id| id.0),
        hides_people: workbook.hides_people,
        uses_aliases: workbook.uses_aliases,
        notice: notice(workbook).to_owned(),
        enterprises: enterprises.map(|one| enterprise(one)).collect(),
    };
    File {
        format: FORMAT.to_owned(),
        version: FILE_VERSION,
        workbook: records,
    }
}

/// What a file with hidden scores says about itself.
fn notice(workbook: &Workbook) -> &'static str {
    let mut rounds = workbook.enterprises.iter().flat_map(|one| &one.rounds);
    if rounds.any(|round| round.stage.hides_scores()) {
        "Scores of rounds being scored are hidden on screen only. This file is not encrypted: whoever reads it reads them"
    } else {
        ""
    }
}

fn enterprise(enterprise: &Enterprise) -> newest::Enterprise {
    let people = enterprise.people.iter().map(|person| newest::Person {
        id: person.id.0,
        name: person.name.clone(),
        role: person.role.clone(),
    });
    let mut records = newest::Enterprise {
        id: enterprise.id.0,
        name: enterprise.name.clone(),
        alias: enterprise.alias.clone(),
        sector: enterprise.sector.clone(),
        size: enterprise.size.map(Into::into),
        technology: enterprise.technology.clone(),
        people: people.collect(),
        rounds: Vec::with_capacity(enterprise.rounds.len()),
        responses: Vec::new(),
        details: Vec::new(),
        agreed: Vec::new(),
        hands: Vec::new(),
        plan: enterprise.plan.iter().map(|item| plan_item(item)).collect(),
        target: Some(target(&enterprise.target)).filter(|it| *it != newest::Target::left_out()),
        what_ifs: enterprise.what_ifs.iter().map(|one| what_if(one)).collect(),
    };
    for round in &enterprise.rounds {
        add_round(&mut records, round);
    }
    records
}

fn add_round(records: &mut newest::Enterprise, round: &Round) {
    records.rounds.push(newest::Round {
        id: round.id.0,
        name: round.name.clone(),
        date: round.date.clone(),
        stage: round.stage.into(),
    });
    for response in &round.responses {
        let scores = Factor::ALL.map(|factor| response.answers[factor].direct);
        records.responses.push(newest::Response {
            round: round.id.0,
            person: response.respondent.0,
            weight: response.weight,
            scores: text_of(&scores),
            note: response.note.clone(),
        });
        records.details.extend(details(round, response));
    }
    for (factor, agreed) in round.agreed.iter() {
        records
            .agreed
            .extend(agreed.as_ref().map(|agreed| newest::Agreed {
                round: round.id.0,
                factor: factor.code().to_owned(),
                level: agreed.level.value(),
                dissent: agreed.dissent.clone(),
            }));
    }
    for (factor, hands) in round.hands.iter() {
        records.hands.extend(hands.map(|hands| newest::Hands {
            round: round.id.0,
            factor: factor.code().to_owned(),
            counts: hands.counts(),
        }));
    }
}

fn details(round: &Round, response: &Response) -> impl Iterator<Item = newest::Detail> {
    let answers = response.answers.iter();
    let kept = answers.filter_map(|(factor, answer)| Some((factor, answer.detail.as_deref()?)));
    kept.filter(|(_, detail)| !is_empty(detail))
        .map(|(factor, detail)| newest::Detail {
            round: round.id.0,
            person: response.respondent.0,
            factor: factor.code().to_owned(),
            indicators: text_of(&detail.indicators),
            basis: detail.basis.into(),
            confidence: detail.confidence.map(Into::into),
            enough: detail.enough,
            note: detail.note.clone(),
        })
}

/// A detail with nothing in it is as good as none.
fn is_empty(detail: &AnswerDetail) -> bool {
    detail.basis == Basis::Direct
        && detail.confidence.is_none()
        && detail.enough.is_none()
        && detail.note.is_empty()
        && detail
            .indicators
            .iter()
            .all(|score| *score == Score::NotScored)
}

fn plan_item(item: &PlanItem) -> newest::PlanItem {
    let (kind, preset) = item.source.parts();
    newest::PlanItem {
        id: item.id.0,
        kind: kind.to_owned(),
        preset: preset.to_owned(),
        text: item.text.clone(),
        factor: item.factor.map(|factor| factor.code().to_owned()),
        state: item.state.into(),
        owner: item.owner.clone(),
        due: item.due.clone(),
        lift: item.lift,
    }
}

fn target(target: &Target) -> newest::Target {
    newest::Target {
        levels: text_of_levels(&target.levels),
        efforts: Factor::ALL.map(|factor| target.efforts[factor].value()),
        due: target.due.clone(),
        baseline: target.baseline.map(|id| id.0),
    }
}

fn what_if(what_if: &WhatIf) -> newest::WhatIf {
    newest::WhatIf {
        id: what_if.id.0,
        name: what_if.name.clone(),
        reasons: what_if.reasons.clone(),
        levels: text_of_levels(&what_if.levels),
    }
}

fn weight_set(set: &WeightSet) -> newest::WeightSet {
    newest::WeightSet {
        id: set.id.0,
        name: set.name.clone(),
        method: match &set.method {
            WeightMethod::Points(points) => {
                newest::Method::Points(Factor::ALL.map(|factor| points[factor]))
            }
            WeightMethod::Pairs(judgements) => newest::Method::Pairs {
                supply: *judgements.of(Side::Supply),
                demand: *judgements.of(Side::Demand),
            },
        },
        weights: Factor::ALL.map(|factor| set.weights.of(factor)),
    }
}
