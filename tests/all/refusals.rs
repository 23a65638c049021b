//! A command that is refused leaves the workbook as it was, whichever command it is.

use std::sync::Arc;

use resonance::{
    edit::{
        ApplyError, Command, EnterpriseChange, PersonChange, PlanChange, RoundChange, TargetChange,
        Where, apply,
    },
    i18n::Language,
    knowledge::demo_workbook,
    model::{
        Aggregation, Answer, Basis, Enterprise, EnterpriseId, Factor, Level, PlanItem, PlanItemId,
        PlanSource, PlanState, Respondent, RespondentId, Response, Round, RoundId, Score, Target,
        WeightSetId, WhatIf, WhatIfId, Workbook,
    },
};
use uuid::Uuid;

use crate::errors::every;

const NOBODY: Uuid = Uuid::from_u128(0xdead);

fn person(id: RespondentId) -> Respondent {
    Respondent {
        id,
        name: "赵伟".into(),
        role: String::new(),
    }
}

fn item(id: u128, lift: f64) -> Arc<PlanItem> {
    Arc::new(PlanItem {
        id: PlanItemId(Uuid::from_u128(id)),
        source: PlanSource::Free,
        text: "step".into(),
        factor: Some(Factor::Complexity),
        state: PlanState::Open,
        owner: String::new(),
        due: String::new(),
        lift,
    })
}

fn what_if() -> Arc<WhatIf> {
    Arc::new(WhatIf {
        id: WhatIfId(NOBODY),
        name: "what if".into(),
        reasons: String::new(),
        levels: resonance::model::PerFactor::default(),
    })
}

/// The demo with a step in its first enterprise's plan.
fn workbook() -> Workbook {
    let mut workbook = demo_workbook(Language::English).unwrap();
    let enterprise = workbook.enterprises[0].id;
    let item = item(1, 1.0);
    apply(&mut workbook, &Command::AddPlanItem { enterprise, item }).unwrap();
    workbook
}

/// Commands that are refused on the workbook, of every variant that can be refused.
fn refused(workbook: &Workbook) -> Vec<Command> {
    let first = &workbook.enterprises[0];
    let (enterprise, round, there) = (first.id, first.rounds[0].id, first.people[0].id);
    let (no_enterprise, no_round) = (EnterpriseId(NOBODY), RoundId(NOBODY));
    let (no_person, no_item) = (RespondentId(NOBODY), PlanItemId(NOBODY));
    let newcomer = RespondentId(Uuid::from_u128(7));
    let place = Where {
        enterprise,
        round,
        person: there,
    };
    let nowhere = [
        Where {
            enterprise: no_enterprise,
            ..place
        },
        Where {
            round: no_round,
            ..place
        },
        Where {
            person: no_person,
            ..place
        },
    ];
    let [away, _, _] = nowhere;
    let factor = Factor::Complexity;
    let mut anew = Response::blank(there);
    anew.note = "anew".into();
    let mut weightless = Response::blank(there);
    weightless.weight = 0.0;
    let put = |people: &[RespondentId], responses: &[&Response]| Command::PutResponses {
        enterprise,
        round,
        people: people.iter().map(|id| person(*id)).collect(),
        responses: responses.iter().copied().cloned().collect(),
    };
    let stranger = Response::blank(no_person);
    let answer = || Box::new(Answer::default());
    let target = TargetChange::All(Box::new(Target {
        baseline: Some(no_round),
        ..Target::default()
    }));
    let mut commands = every!(Command:
        // These can always be done.
        Command::SetTitle(_) => [],
        Command::SetWorkbookNote(_) => [],
        Command::SetAggregation(Aggregation::Mean | Aggregation::Median) => [],
        Command::PutWeightSet(_) => [],
        Command::HidePeople(_) => [],
        Command::UseAliases(_) => [],
        Command::Replace(_) => [],
        Command::RemoveWeightSet(_) => [Command::RemoveWeightSet(WeightSetId(NOBODY))],
        Command::UseWeights(_) => [Command::UseWeights(Some(WeightSetId(NOBODY)))],
        Command::AddEnterprise { .. } => [Command::AddEnterprise {
            enterprise: Arc::new(Enterprise::new(enterprise, "again".into())),
            at: 0,
        }],
        Command::RemoveEnterprise(_) => [Command::RemoveEnterprise(no_enterprise)],
        Command::MoveEnterprise { .. } => [Command::MoveEnterprise { id: no_enterprise, to: 0 }],
        Command::ChangeEnterprise { .. } => [Command::ChangeEnterprise {
            id: no_enterprise,
            change: EnterpriseChange::Name("other".into()),
        }],
        Command::AddPerson { .. } => [
            Command::AddPerson { enterprise: no_enterprise, person: person(newcomer) },
            Command::AddPerson { enterprise, person: person(there) },
        ],
        Command::ChangePerson { .. } => [Command::ChangePerson {
            enterprise,
            person: no_person,
            change: PersonChange::Name("other".into()),
        }],
        Command::RemovePerson { .. } => [Command::RemovePerson { enterprise, person: no_person }],
        Command::AddRound { .. } => [Command::AddRound {
            enterprise,
            round: Arc::new(Round::new(round, "again".into())),
        }],
        Command::ChangeRound { .. } => [Command::ChangeRound {
            enterprise,
            round: no_round,
            change: RoundChange::Name("other".into()),
        }],
        Command::RemoveRound { .. } => [Command::RemoveRound { enterprise, round: no_round }],
        // Once for every part of the place that may be missing, below.
        Command::SetScore { .. } => [],
        Command::SetBasis { .. } => [],
        Command::SetNote { .. } => [],
        Command::SetConfidence { .. } => [],
        Command::SetEnough { .. } => [],
        Command::PutAnswer { .. } => [],
        Command::ClearResponse(_) => [],
        Command::SetResponseNote { .. } => [],
        Command::SetIndicator { .. } => [
            Command::SetIndicator { place, factor, indicator: 4, score: Score::NotApplicable },
            Command::SetIndicator { place: away, factor, indicator: 0, score: Score::NotApplicable },
        ],
        Command::SetVoice { .. } => [
            Command::SetVoice { place, weight: 0.0 },
            Command::SetVoice { place, weight: f64::NAN },
            Command::SetVoice { place: away, weight: 2.0 },
        ],
        Command::AddPlanItem { .. } => [
            Command::AddPlanItem { enterprise, item: item(2, 4.5) },
            Command::AddPlanItem { enterprise, item: item(2, f64::NAN) },
            Command::AddPlanItem { enterprise, item: item(1, 1.0) },
        ],
        Command::AddPlanItems { .. } => [
            Command::AddPlanItems { enterprise, items: vec![item(2, 1.0), item(3, -1.0)] },
            Command::AddPlanItems { enterprise, items: vec![item(2, 1.0), item(2, 1.0)] },
            Command::AddPlanItems { enterprise, items: vec![item(2, 1.0), item(1, 1.0)] },
        ],
        Command::ChangePlanItem { .. } => [
            Command::ChangePlanItem { enterprise, item: first.plan[0].id, change: PlanChange::Lift(5.0) },
            Command::ChangePlanItem { enterprise, item: no_item, change: PlanChange::Lift(1.0) },
        ],
        Command::RemovePlanItem { .. } => [Command::RemovePlanItem { enterprise, item: no_item }],
        Command::ChangeTarget { .. } => [
            Command::ChangeTarget { enterprise, change: TargetChange::Baseline(Some(no_round)) },
            Command::ChangeTarget { enterprise, change: target },
            Command::ChangeTarget {
                enterprise: no_enterprise,
                change: TargetChange::Level(factor, Some(Level::MAX)),
            },
        ],
        Command::PutWhatIf { .. } => [Command::PutWhatIf { enterprise: no_enterprise, what_if: what_if() }],
        Command::RemoveWhatIf { .. } => [Command::RemoveWhatIf { enterprise, what_if: WhatIfId(NOBODY) }],
        Command::SetHands { .. } => [Command::SetHands { enterprise, round: no_round, factor, hands: None }],
        Command::SetAgreed { .. } => [Command::SetAgreed { enterprise, round: no_round, factor, agreed: None }],
        Command::AddPeople { .. } => [
            Command::AddPeople { enterprise, people: vec![person(newcomer), person(there)] },
            Command::AddPeople { enterprise, people: vec![person(newcomer), person(newcomer)] },
        ],
        Command::PutResponses { .. } => [
            put(&[there], &[&anew]),
            put(&[newcomer, newcomer], &[&anew]),
            put(&[newcomer], &[&anew, &weightless]),
            put(&[newcomer], &[&anew, &stranger]),
        ],
    );
    for place in nowhere {
        let (score, basis, note) = (Score::NotApplicable, Basis::Indicators, "a note".to_owned());
        let (confidence, enough) = (None, Some(true));
        commands.extend([
            Command::SetScore {
                place,
                factor,
                score,
            },
            Command::SetBasis {
                place,
                factor,
                basis,
            },
            Command::SetNote {
                place,
                factor,
                note: note.clone(),
            },
            Command::SetConfidence {
                place,
                factor,
                confidence,
            },
            Command::SetEnough {
                place,
                factor,
                enough,
            },
            Command::PutAnswer {
                place,
                factor,
                answer: answer(),
            },
            Command::ClearResponse(place),
            Command::SetResponseNote { place, note },
        ]);
    }
    commands
}

#[test]
fn a_refused_command_leaves_the_workbook_as_it_was() {
    let before = workbook();
    for command in refused(&before) {
        let mut workbook = before.clone();
        let refused: Result<(), ApplyError> = apply(&mut workbook, &command);
        assert!(refused.is_err(), "{command:?} was done");
        assert!(
            workbook == before,
            "{command:?} left something: {refused:?}"
        );
    }
}
