//! From a workbook to the records of its file.

use super::{
    AggregationV1, AgreedV1, BasisV1, ConfidenceV1, DetailV2, EnterpriseV3, FileV3, HandsV3,
    MethodV3, PersonV1, PlanStateV2, PlanV3, ResponseV1, RoundV2, SizeV1, StageV2, TargetV3,
    WeightSetV3, WhatIfV3, WorkbookV3, scores::written,
};
use crate::{
    model::{
        Aggregation, AnswerDetail, Basis, Confidence, Enterprise, Factor, Level, PerFactor,
        PlanItem, PlanState, Response, Round, Score, Side, Size, Stage, Target, WeightMethod,
        WeightSet, Workbook,
    },
    storage::FORMAT,
};

impl FileV3 {
    /// The records of a workbook.
    pub(in crate::storage) fn of(workbook: &Workbook) -> Self {
        Self {
            format: FORMAT.to_owned(),
            version: 3,
            workbook: WorkbookV3 {
                id: workbook.id.0,
                title: workbook.title.clone(),
                note: workbook.note.clone(),
                aggregation: match workbook.aggregation {
                    Aggregation::Mean => AggregationV1::Mean,
                    Aggregation::Median => AggregationV1::Median,
                },
                weight_sets: workbook
                    .weight_sets
                    .iter()
                    .map(|set| WeightSetV3::of(set))
                    .collect(),
                weights_in_force: workbook.weights_in_force.map(|id| id.0),
                hides_people: workbook.hides_people,
                uses_aliases: workbook.uses_aliases,
                notice: notice(workbook),
                enterprises: workbook
                    .enterprises
                    .iter()
                    .map(|enterprise| EnterpriseV3::of(enterprise))
                    .collect(),
            },
        }
    }
}

impl EnterpriseV3 {
    fn of(enterprise: &Enterprise) -> Self {
        let mut records = Self {
            id: enterprise.id.0,
            name: enterprise.name.clone(),
            alias: enterprise.alias.clone(),
            sector: enterprise.sector.clone(),
            size: enterprise.size.map(|size| match size {
                Size::Micro => SizeV1::Micro,
                Size::Small => SizeV1::Small,
                Size::Medium => SizeV1::Medium,
                Size::Large => SizeV1::Large,
            }),
            technology: enterprise.technology.clone(),
            people: enterprise
                .people
                .iter()
                .map(|person| PersonV1 {
                    id: person.id.0,
                    name: person.name.clone(),
                    role: person.role.clone(),
                })
                .collect(),
            rounds: Vec::new(),
            responses: Vec::new(),
            details: Vec::new(),
            agreed: Vec::new(),
            plan: enterprise
                .plan
                .iter()
                .map(|item| PlanV3::of(item))
                .collect(),
            hands: Vec::new(),
            target: TargetV3::of(&enterprise.target),
            what_ifs: enterprise
                .what_ifs
                .iter()
                .map(|what_if| WhatIfV3 {
                    id: what_if.id.0,
                    name: what_if.name.clone(),
                    reasons: what_if.reasons.clone(),
                    levels: levels(&what_if.levels),
                })
                .collect(),
        };
        for round in &enterprise.rounds {
            records.add_round(round);
            records.add_hands(round);
        }
        records
    }

    fn add_round(&mut self, round: &Round) {
        self.rounds.push(RoundV2 {
            id: round.id.0,
            name: round.name.clone(),
            date: round.date.clone(),
            stage: match round.stage {
                Stage::Open => None,
                Stage::Define => Some(StageV2::Define),
                Stage::Score => Some(StageV2::Score),
                Stage::Reveal => Some(StageV2::Reveal),
                Stage::Discuss => Some(StageV2::Discuss),
                Stage::Agree => Some(StageV2::Agree),
            },
        });
        for response in &round.responses {
            let scores = Factor::ALL.map(|factor| response.answers[factor].direct);
            self.responses.push(ResponseV1 {
                round: round.id.0,
                person: response.respondent.0,
                weight: response.weight,
                scores: written(&scores),
                note: response.note.clone(),
            });
            self.add_details(round, response);
        }
        for (factor, agreed) in round.agreed.iter() {
            if let Some(agreed) = agreed {
                self.agreed.push(AgreedV1 {
                    round: round.id.0,
                    factor: factor.code().to_owned(),
                    level: agreed.level.value(),
                    dissent: agreed.dissent.clone(),
                });
            }
        }
    }

    fn add_hands(&mut self, round: &Round) {
        for (factor, hands) in round.hands.iter() {
            if let Some(hands) = hands {
                self.hands.push(HandsV3 {
                    round: round.id.0,
                    factor: factor.code().to_owned(),
                    counts: hands.counts(),
                });
            }
        }
    }

    fn add_details(&mut self, round: &Round, response: &Response) {
        for (factor, answer) in response.answers.iter() {
            let Some(detail) = answer.detail.as_deref() else {
                continue;
            };
            // A detail with nothing in it is as good as none.
            if *detail == AnswerDetail::default() {
                continue;
            }
            self.details.push(DetailV2 {
                round: round.id.0,
                person: response.respondent.0,
                factor: factor.code().to_owned(),
                indicators: written(&detail.indicators),
                basis: match detail.basis {
                    Basis::Direct => BasisV1::Direct,
                    Basis::Indicators => BasisV1::Indicators,
                },
                confidence: detail.confidence.map(|confidence| match confidence {
                    Confidence::Sure => ConfidenceV1::Sure,
                    Confidence::FairlySure => ConfidenceV1::FairlySure,
                    Confidence::Guess => ConfidenceV1::Guess,
                }),
                enough: detail.enough,
                note: detail.note.clone(),
            });
        }
    }
}

/// What a file with hidden scores says about itself.
fn notice(workbook: &Workbook) -> String {
    let mut rounds = workbook.enterprises.iter().flat_map(|one| &one.rounds);
    if rounds.any(|round| round.stage.hides_scores()) {
        "Scores of rounds being scored are hidden on screen only. This file is not encrypted: whoever reads it reads them".to_owned()
    } else {
        String::new()
    }
}

impl PlanV3 {
    fn of(item: &PlanItem) -> Self {
        let (kind, preset) = item.source.parts();
        Self {
            id: item.id.0,
            kind: kind.to_owned(),
            preset: preset.to_owned(),
            text: item.text.clone(),
            factor: item.factor.map(|factor| factor.code().to_owned()),
            state: match item.state {
                PlanState::Open => PlanStateV2::Open,
                PlanState::Begun => PlanStateV2::Begun,
                PlanState::Done => PlanStateV2::Done,
            },
            owner: item.owner.clone(),
            due: item.due.clone(),
            lift: item.lift,
        }
    }
}

impl TargetV3 {
    /// The record of a target; none where nothing is set.
    fn of(target: &Target) -> Option<Self> {
        (*target != Target::default()).then(|| Self {
            levels: levels(&target.levels),
            efforts: Factor::ALL.map(|factor| target.efforts[factor].value()),
            due: target.due.clone(),
            baseline: target.baseline.map(|id| id.0),
        })
    }
}

impl WeightSetV3 {
    fn of(set: &WeightSet) -> Self {
        Self {
            id: set.id.0,
            name: set.name.clone(),
            method: match &set.method {
                WeightMethod::Points(points) => {
                    MethodV3::Points(Factor::ALL.map(|factor| points[factor]))
                }
                WeightMethod::Pairs(judgements) => MethodV3::Pairs {
                    supply: *judgements.of(Side::Supply),
                    demand: *judgements.of(Side::Demand),
                },
            },
            weights: Factor::ALL.map(|factor| set.weights.of(factor)),
        }
    }
}

/// Levels as one text: `-` for none.
fn levels(levels: &PerFactor<Option<Level>>) -> String {
    written(&Factor::ALL.map(|factor| levels[factor].map_or(Score::NotScored, Score::Scored)))
}
