//! Merging two edited copies of one workbook loses nothing.

use std::sync::Arc;

use egui_kittest::kittest::Queryable;
use proptest::prelude::*;
use resonance::{
    edit::{
        Command, EnterpriseChange, Merge, PersonChange, PlanChange, Subject, TargetChange, Where,
        apply,
    },
    i18n::Language,
    knowledge::demo_workbook,
    model::{
        Agreed, Answer, Enterprise, EnterpriseId, Factor, Hands, Level, PerFactor, PlanItem,
        PlanItemId, PlanSource, PlanState, Respondent, RespondentId, Round, RoundId, Score, Target,
        WeightMethod, WeightSet, WeightSetId, Weights, WhatIf, WhatIfId, Workbook,
    },
    storage::{Overwrite, save_workbook},
};
use uuid::Uuid;

fn demo() -> Workbook {
    demo_workbook(Language::English).unwrap()
}

/// One of many edits, on whatever is there; `who` keeps the new ids of two editors apart.
fn edit(workbook: &Workbook, kind: u8, index: usize, value: f64, who: u128) -> Command {
    let enterprise = &workbook.enterprises[index % workbook.enterprises.len()];
    let fresh = Uuid::from_u128((who << 100) | (index as u128) << 64 | u128::from(value.to_bits()));
    let round = &enterprise.rounds[index % enterprise.rounds.len()];
    let factor = Factor::ALL[index % 8];
    let level = Level::snapped(value, 0.5);
    let place = Where {
        enterprise: enterprise.id,
        round: round.id,
        person: enterprise.people[index % enterprise.people.len()].id,
    };
    match kind {
        0 => Command::ChangeEnterprise {
            id: enterprise.id,
            change: EnterpriseChange::Name(format!("{who} {index}")),
        },
        1 => Command::SetNote {
            place,
            factor,
            note: format!("{who} {value:.1}"),
        },
        2 => Command::SetIndicator {
            place,
            factor,
            indicator: index % 4,
            score: Score::Scored(level),
        },
        3 => Command::AddPerson {
            enterprise: enterprise.id,
            person: Respondent {
                id: RespondentId(fresh),
                name: format!("New of {who}"),
                role: String::new(),
            },
        },
        4 => Command::AddPlanItem {
            enterprise: enterprise.id,
            item: Arc::new(PlanItem {
                id: PlanItemId(fresh),
                source: PlanSource::Free,
                text: format!("step of {who}"),
                factor: None,
                state: PlanState::Open,
                owner: String::new(),
                due: String::new(),
                lift: 1.0,
            }),
        },
        5 => Command::SetAgreed {
            enterprise: enterprise.id,
            round: round.id,
            factor,
            agreed: Some(Agreed {
                level,
                dissent: format!("{who}"),
            }),
        },
        6 => Command::AddRound {
            enterprise: enterprise.id,
            round: Arc::new(Round::new(RoundId(fresh), format!("Round of {who}"))),
        },
        7 => {
            let mut new = Enterprise::new(EnterpriseId(fresh), format!("Firm of {who}"));
            new.people.push(Respondent {
                id: RespondentId(fresh),
                name: "Only".into(),
                role: String::new(),
            });
            new.rounds
                .push(Arc::new(Round::new(RoundId(fresh), "First".into())));
            Command::AddEnterprise {
                enterprise: Arc::new(new),
                at: index % 20,
            }
        }
        8 => Command::ChangePerson {
            enterprise: enterprise.id,
            person: place.person,
            change: PersonChange::Role(format!("Role {who}")),
        },
        9 => Command::SetVoice {
            place,
            weight: value,
        },
        10 => Command::ChangeTarget {
            enterprise: enterprise.id,
            change: TargetChange::Level(factor, Some(level)),
        },
        11 => {
            // Often the same one, so that both copies change it.
            let mut levels = PerFactor::default();
            levels[factor] = Some(level);
            Command::PutWhatIf {
                enterprise: enterprise.id,
                what_if: Arc::new(WhatIf {
                    id: WhatIfId(Uuid::from_u128(index as u128 % 3)),
                    name: format!("What if {who}"),
                    reasons: String::new(),
                    levels,
                }),
            }
        }
        12 => Command::SetHands {
            enterprise: enterprise.id,
            round: round.id,
            factor,
            hands: Some(Hands::new([1, 2, 0, 0, level.nearest() as u16])),
        },
        14 => Command::PutWeightSet(Arc::new(WeightSet {
            id: WeightSetId(Uuid::from_u128(index as u128 % 3)),
            name: format!("Weights of {who}"),
            method: WeightMethod::Points(PerFactor::from_fn(|_| value)),
            weights: Weights::default(),
        })),
        15 if !enterprise.plan.is_empty() => Command::ChangePlanItem {
            enterprise: enterprise.id,
            item: enterprise.plan[0].id,
            change: match index % 2 {
                0 => PlanChange::Lift(value.min(4.0)),
                _ => PlanChange::Factor(Some(factor)),
            },
        },
        _ => Command::SetScore {
            place,
            factor,
            score: Score::Scored(level),
        },
    }
}

fn edited(start: &Workbook, edits: &[(u8, usize, f64)], who: u128) -> Workbook {
    let mut workbook = start.clone();
    for (kind, index, value) in edits {
        let command = edit(&workbook, *kind, *index, *value, who);
        // The same new record twice is refused, and that is all.
        let _ = apply(&mut workbook, &command);
    }
    workbook
}

/// What of a workbook is not in another one, in words; nothing where all of it is.
fn lost(part: &Workbook, whole: &Workbook) -> Vec<String> {
    let mut lost = Vec::new();
    for set in &part.weight_sets {
        if !whole.weight_sets.contains(set) {
            lost.push(set.name.clone());
        }
    }
    for enterprise in &part.enterprises {
        let Some(there) = whole.enterprise(enterprise.id) else {
            lost.push(format!("enterprise {}", enterprise.name));
            continue;
        };
        if there.name != enterprise.name {
            lost.push(format!("name {}", enterprise.name));
        }
        for person in &enterprise.people {
            if there.person(person.id) != Some(person) {
                lost.push(format!("person {}", person.name));
            }
        }
        if enterprise.target != Target::default() && there.target != enterprise.target {
            lost.push("target".into());
        }
        for what_if in &enterprise.what_ifs {
            if !there.what_ifs.contains(what_if) {
                lost.push(what_if.name.clone());
            }
        }
        for item in &enterprise.plan {
            if !there.plan.contains(item) {
                lost.push(format!("plan {}", item.text));
            }
        }
        for round in &enterprise.rounds {
            let Some(other) = there.round(round.id) else {
                lost.push(format!("round {}", round.name));
                continue;
            };
            for factor in Factor::ALL {
                if round.hands[factor].is_some() && round.hands[factor] != other.hands[factor] {
                    lost.push(format!("hands {factor:?}"));
                }
                if round.agreed[factor].is_some() && round.agreed[factor] != other.agreed[factor] {
                    lost.push(format!("agreed {factor:?}"));
                }
            }
            for response in &round.responses {
                let found = other.response(response.respondent);
                if found.is_none_or(|found| found.weight.to_bits() != response.weight.to_bits()) {
                    lost.push("weight".into());
                }
                for factor in Factor::ALL {
                    let answer = &response.answers[factor];
                    let same = found.is_some_and(|found| found.answers[factor] == *answer);
                    if *answer != Answer::default() && !same {
                        lost.push(format!("answer {factor:?}"));
                    }
                }
            }
        }
    }
    lost
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn nothing_of_either_copy_is_lost(
        mine in proptest::collection::vec((0_u8..18, 0_usize..60, 1.0_f64..5.0), 0..30),
        theirs in proptest::collection::vec((0_u8..18, 0_usize..60, 1.0_f64..5.0), 0..30),
    ) {
        let start = demo();
        let (mine, theirs) = (edited(&start, &mine, 1), edited(&start, &theirs, 2));
        let merge = Merge::of(&mine, &theirs);
        // With one's own side of every conflict all of one's own is there, with the other's all of that.
        let none: Vec<String> = Vec::new();
        prop_assert_eq!(lost(&mine, &merge.decided(|_| false)), none.clone());
        prop_assert_eq!(lost(&theirs, &merge.decided(|_| true)), none);
        // What both have alike is no conflict, and merging again adds nothing.
        prop_assert!(Merge::of(&mine, &mine).conflicts.is_empty());
        let again = Merge::of(&merge.decided(|_| true), &theirs);
        prop_assert_eq!((again.conflicts.len(), again.additions.len()), (0, 0));
    }
}

#[test]
fn a_score_that_both_changed_stands_side_by_side_and_is_decided_one_by_one() {
    let start = demo();
    let set = |workbook: &Workbook, value: f64, factor| {
        let enterprise = &workbook.enterprises[0];
        let place = Where {
            enterprise: enterprise.id,
            round: enterprise.rounds[0].id,
            person: enterprise.people[0].id,
        };
        let mut changed = workbook.clone();
        let score = Score::Scored(Level::new(value).unwrap());
        let command = Command::SetScore {
            place,
            factor,
            score,
        };
        apply(&mut changed, &command).unwrap();
        changed
    };
    let mine = set(
        &set(&start, 1.0, Factor::Complexity),
        1.0,
        Factor::SocialImpact,
    );
    let theirs = set(
        &set(&start, 5.0, Factor::Complexity),
        5.0,
        Factor::SocialImpact,
    );
    let merge = Merge::of(&mine, &theirs);
    assert_eq!(merge.conflicts.len(), 2);
    let Subject::Answer {
        factor,
        mine: own,
        theirs: other,
        person,
    } = &merge.conflicts[0].subject
    else {
        panic!("{:?}", merge.conflicts[0]);
    };
    assert_eq!(*factor, Factor::Complexity);
    assert_eq!(*person, start.enterprises[0].people[0].id);
    assert_eq!(own.score().level(), Some(Level::MIN));
    assert_eq!(other.score().level(), Some(Level::MAX));
    let decided = merge.decided(|index| index == 1);
    let response = &decided.enterprises[0].rounds[0].responses[0];
    assert_eq!(response.score(Factor::Complexity).level(), Some(Level::MIN));
    assert_eq!(
        response.score(Factor::SocialImpact).level(),
        Some(Level::MAX)
    );
}

#[test]
fn another_workbook_adds_its_firms_and_overwrites_nothing() {
    let mine = demo();
    let mut other = Workbook::new(
        resonance::model::WorkbookId(Uuid::from_u128(5)),
        "Other".into(),
    );
    let firm = Enterprise::new(EnterpriseId(Uuid::from_u128(6)), "New firm".into());
    other.enterprises.push(Arc::new(firm));
    let merge = Merge::of(&mine, &other);
    assert_eq!((merge.conflicts.len(), merge.additions.len()), (0, 1));
    assert_eq!(merge.workbook.title, mine.title);
    assert_eq!(merge.workbook.enterprises.len(), 15);
}

#[test]
fn a_co_facilitators_file_is_previewed_decided_and_taken_in_as_one_step() {
    let folder = tempfile::tempdir().unwrap();
    let (own, other) = (
        folder.path().join("own.resonance"),
        folder.path().join("other.resonance"),
    );
    let start = demo();
    let mine = edited(&start, &[(13, 0, 2.0), (4, 1, 3.0)], 1);
    let theirs = edited(&start, &[(13, 0, 5.0), (3, 2, 3.0), (7, 3, 2.0)], 2);
    save_workbook(&own, &mine, &Overwrite::Always).unwrap();
    save_workbook(&other, &theirs, &Overwrite::Always).unwrap();
    let dialogs = crate::support::FakeDialogs::default();
    *dialogs.0.borrow_mut() = Some(other);
    let mut window = crate::support::Setup {
        content: resonance::cli::Content::Start,
        file: Some(own),
        dialogs,
        size: [1280.0, 1400.0],
        ..crate::support::Setup::default()
    }
    .tree();
    crate::support::wait_until(&mut window, "the file is open", |workbench| {
        !workbench.workbook().enterprises.is_empty()
    });
    window.key_press_modifiers(
        egui::Modifiers::COMMAND | egui::Modifiers::SHIFT,
        egui::Key::U,
    );
    crate::support::wait_until(&mut window, "the merge is shown", |workbench| {
        workbench.session().dialog.is_some()
    });
    assert!(
        window
            .query_by_label("New in it: 2. Changed in both: 1")
            .is_some()
    );
    assert!(window.query_by_label("Mine: 2.0").is_some());
    assert!(window.query_by_label("Theirs: 5.0").is_some());
    window.get_by_label("Theirs").click();
    window.run_ok();
    window
        .get_by_role_and_label(egui::accesskit::Role::Button, "Merge")
        .click();
    window.run_ok();
    let merged = Arc::clone(window.state().workbook());
    assert_eq!(lost(&theirs, &merged), Vec::<String>::new());
    assert_eq!(merged.enterprises.len(), 15);
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Z);
    window.run_ok();
    assert!(window.state().workbook().same_as(&mine), "one step");
}
