//! Any commands, undo all: the start. Redo all: the end.

use std::sync::Arc;

use proptest::prelude::*;
use resonance::{
    edit::{Command, EnterpriseChange, History, PlanChange, TargetChange, UNDO_STEPS, Where},
    i18n::Language,
    knowledge::demo_workbook,
    model::{
        Basis, Effort, Factor, Hands, Level, PerFactor, PlanItem, PlanItemId, PlanSource,
        PlanState, Score, WeightMethod, WeightSet, WeightSetId, Weights, WhatIf, WhatIfId,
        Workbook,
    },
};

use uuid::Uuid;

fn demo() -> Workbook {
    demo_workbook(Language::English).unwrap()
}

fn place(workbook: &Workbook, index: usize) -> Where {
    let enterprise = &workbook.enterprises[index % workbook.enterprises.len()];
    Where {
        enterprise: enterprise.id,
        round: enterprise.rounds[index % enterprise.rounds.len()].id,
        person: enterprise.people[index % enterprise.people.len()].id,
    }
}

fn level(value: f64) -> Score {
    Score::Scored(Level::snapped(value, 0.1))
}

/// One of the kinds of command, on whatever is there at the time.
fn command(workbook: &Workbook, kind: u8, index: usize, value: f64) -> Command {
    let enterprise = &workbook.enterprises[index % workbook.enterprises.len()];
    let factor = Factor::ALL[index % 8];
    let place = place(workbook, index);
    match kind {
        0 => Command::SetTitle(format!("Title {index}")),
        1 if workbook.enterprises.len() > 2 => Command::RemoveEnterprise(enterprise.id),
        1 | 2 => Command::MoveEnterprise {
            id: enterprise.id,
            to: index * 3 % 17,
        },
        3 => Command::ChangeEnterprise {
            id: enterprise.id,
            change: EnterpriseChange::Name(format!("企业 {index}")),
        },
        4 => Command::SetNote {
            place,
            factor,
            note: format!("note {index}"),
        },
        5 => Command::SetIndicator {
            place,
            factor,
            indicator: index % 4,
            score: level(value),
        },
        6 => Command::SetBasis {
            place,
            factor,
            basis: Basis::Indicators,
        },
        7 if enterprise.people.len() > 1 => Command::RemovePerson {
            enterprise: enterprise.id,
            person: place.person,
        },
        8 => Command::SetVoice {
            place,
            weight: value,
        },
        9 => Command::SetEnough {
            place,
            factor,
            enough: [None, Some(true), Some(false)][index % 3],
        },
        10 => Command::AddPlanItem {
            enterprise: enterprise.id,
            item: Arc::new(PlanItem {
                id: PlanItemId(Uuid::from_u128(enterprise.plan.len() as u128)),
                source: PlanSource::Free,
                text: format!("step {index}"),
                factor: Some(factor),
                state: PlanState::Open,
                owner: String::new(),
                due: String::new(),
                lift: 1.0,
            }),
        },
        19 => Command::AddPlanItems {
            enterprise: enterprise.id,
            items: (0..2)
                .map(|more| {
                    Arc::new(PlanItem {
                        id: PlanItemId(Uuid::from_u128((enterprise.plan.len() + more) as u128)),
                        source: PlanSource::Free,
                        text: format!("step {index} of {more}"),
                        factor: None,
                        state: PlanState::Open,
                        owner: String::new(),
                        due: "2027-02-28".into(),
                        lift: 1.0,
                    })
                })
                .collect(),
        },
        11 if !enterprise.plan.is_empty() => Command::ChangePlanItem {
            enterprise: enterprise.id,
            item: enterprise.plan[0].id,
            change: match index % 6 {
                0 => PlanChange::Text(format!("text {index}")),
                1 => PlanChange::Owner("赵伟".into()),
                3 => PlanChange::Lift(value.min(4.0)),
                4 => PlanChange::Factor(None),
                2 => PlanChange::Due("2027-01-31".into()),
                _ => PlanChange::State(PlanState::Done),
            },
        },
        12 if !enterprise.plan.is_empty() => Command::RemovePlanItem {
            enterprise: enterprise.id,
            // The last one, so that the next one's id is free again.
            item: enterprise.plan[enterprise.plan.len() - 1].id,
        },
        13 => Command::ChangeTarget {
            enterprise: enterprise.id,
            change: match index % 5 {
                0 => TargetChange::Effort(factor, Effort::ALL[index % 3]),
                1 => TargetChange::Due("2027-06-30".into()),
                2 => TargetChange::Baseline(Some(place.round)),
                3 => TargetChange::All(Box::default()),
                _ => TargetChange::Level(factor, Some(Level::snapped(value, 0.5))),
            },
        },
        14 => Command::PutWhatIf {
            enterprise: enterprise.id,
            what_if: Arc::new(WhatIf {
                id: WhatIfId(Uuid::from_u128(index as u128 % 2)),
                name: format!("what if {index}"),
                reasons: String::new(),
                levels: PerFactor::default(),
            }),
        },
        15 if !enterprise.what_ifs.is_empty() => Command::RemoveWhatIf {
            enterprise: enterprise.id,
            what_if: enterprise.what_ifs[0].id,
        },
        16 => Command::PutWeightSet(Arc::new(WeightSet {
            id: WeightSetId(Uuid::from_u128(index as u128 % 2)),
            name: format!("weights {index}"),
            method: WeightMethod::Points(PerFactor::from_fn(|_| value)),
            weights: Weights::default(),
        })),
        17 if !workbook.weight_sets.is_empty() => match index % 3 {
            0 => Command::RemoveWeightSet(workbook.weight_sets[0].id),
            1 => Command::UseWeights(None),
            _ => Command::UseWeights(Some(workbook.weight_sets[0].id)),
        },
        18 => Command::SetHands {
            enterprise: enterprise.id,
            round: place.round,
            factor,
            hands: Some(Hands::new([0, 1, index as u16, 0, 0])),
        },
        _ => Command::SetScore {
            place,
            factor,
            score: level(value),
        },
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn undoing_all_gives_the_start_and_redoing_all_the_end(
        steps in proptest::collection::vec((0_u8..22, 0_usize..40, 1.0_f64..5.0), 1..60),
    ) {
        let start = demo();
        let mut history = History::new(start.clone());
        for (kind, index, value) in steps {
            let next = command(history.workbook(), kind, index, value);
            prop_assert!(history.perform(&next).is_ok(), "{next:?}");
        }
        let end = Workbook::clone(history.workbook());
        let last = history.revision();
        while history.undo().is_some() {}
        prop_assert!(**history.workbook() == start);
        while history.redo().is_some() {}
        prop_assert!(**history.workbook() == end);
        prop_assert_eq!(history.revision(), last);
    }
}

#[test]
fn edits_of_one_field_are_one_step_until_it_is_left() {
    let mut history = History::new(demo());
    let place = place(history.workbook(), 0);
    let set = |score| Command::SetScore {
        place,
        factor: Factor::Compatibility,
        score,
    };
    for value in [1.0, 1.5, 2.0] {
        history.perform(&set(level(value))).unwrap();
    }
    history.leave_field();
    history.perform(&set(level(5.0))).unwrap();
    let mut steps = 0;
    while history.undo().is_some() {
        steps += 1;
    }
    assert_eq!(steps, 2);
}

#[test]
fn a_refused_command_and_one_that_changes_nothing_leave_no_step() {
    let mut history = History::new(demo());
    let id = history.workbook().enterprises[0].id;
    history.perform(&Command::RemoveEnterprise(id)).unwrap();
    assert!(history.perform(&Command::RemoveEnterprise(id)).is_err());
    let title = history.workbook().title.clone();
    history.perform(&Command::SetTitle(title)).unwrap();
    assert!(history.undo().is_some());
    assert!(history.undo().is_none());
}

#[test]
fn undoing_returns_to_the_revision_that_was_saved() {
    let mut history = History::new(demo());
    let saved = history.revision();
    history.perform(&Command::SetTitle("Other".into())).unwrap();
    assert_ne!(history.revision(), saved);
    history.undo();
    assert_eq!(history.revision(), saved);
}

#[test]
fn at_least_two_hundred_steps_can_be_undone_and_snapshots_share_what_did_not_change() {
    const { assert!(UNDO_STEPS >= 200) };
    let mut history = History::new(demo());
    let untouched = Arc::clone(&history.workbook().enterprises[1]);
    for number in 0..250 {
        history
            .perform(&Command::SetTitle(number.to_string()))
            .unwrap();
        history.leave_field();
    }
    assert!(Arc::ptr_eq(&history.workbook().enterprises[1], &untouched));
    let mut steps = 0;
    while history.undo().is_some() {
        steps += 1;
    }
    assert_eq!(steps, 250);
}

#[test]
fn a_score_for_somebody_without_a_response_makes_one_in_panel_order() {
    let mut history = History::new(demo());
    let enterprise = Arc::clone(&history.workbook().enterprises[0]);
    let round = enterprise.rounds[0].id;
    let person = enterprise.people[1].id;
    let mut without = resonance::model::Enterprise::clone(&enterprise);
    Arc::make_mut(&mut without.rounds[0])
        .responses
        .retain(|response| response.respondent != person);
    let mut workbook = Workbook::clone(history.workbook());
    workbook.enterprises[0] = Arc::new(without);
    history = History::new(workbook);
    let place = Where {
        enterprise: enterprise.id,
        round,
        person,
    };
    history
        .perform(&Command::SetScore {
            place,
            factor: Factor::SocialImpact,
            score: level(2.0),
        })
        .unwrap();
    let found = history.workbook().enterprises[0].rounds[0].responses[1].respondent;
    assert_eq!(found, person);
}
