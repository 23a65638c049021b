//! What people do, from the action to the saved file, without a window.

use std::{fs, sync::Arc};

use resonance::{
    edit::{Command, RoundChange},
    i18n::Language,
    import::{ResponseCode, tag},
    model::{Aggregation, Factor, Level, PerFactor, PlanState, Score, Stage},
    state::{
        Action, CompareAction, Dialog, DialogAnswer, Effect, Launch, MenuAction, Moment,
        PlanAction, PlanPage, PortfolioAction, PortfolioColumn, PresentAction, RoomAction, Screen,
        Tone,
    },
    storage::{GuidedPath, open_workbook, save_workbook},
};

use crate::desk::Desk;

const COSTS: Factor = Factor::ExpectedCosts;
const COMPLEXITY: Factor = Factor::Complexity;

fn level(value: f64) -> Score {
    Score::Scored(Level::new(value).unwrap())
}

// Scoring.

#[test]
fn eight_scores_give_an_answer_and_seven_do_not() {
    let mut desk = Desk::new();
    for factor in Factor::ALL {
        assert_eq!(desk.shown(), None);
        desk.scores(factor, 3.0);
    }
    assert_eq!(desk.shown(), Some(50.0));
}

#[test]
fn costs_and_complexity_count_the_other_way_round() {
    let mut desk = Desk::new();
    desk.scores_all(5.0)
        .scores(COSTS, 1.0)
        .scores(COMPLEXITY, 1.0);
    assert_eq!(desk.shown(), Some(100.0));
}

#[test]
fn what_does_not_apply_leaves_its_side() {
    let mut desk = Desk::new();
    desk.scores_all(3.0);
    let place = desk.place();
    desk.edits(Command::SetScore {
        place,
        factor: COSTS,
        score: Score::NotApplicable,
    });
    assert_eq!(desk.shown(), Some(50.0));
    assert_eq!(desk.score(COSTS), Score::NotApplicable);
}

#[test]
fn indicators_count_where_no_score_stands() {
    let mut desk = Desk::new();
    let place = desk.place();
    for indicator in 0..4 {
        desk.edits(Command::SetIndicator {
            place,
            factor: COSTS,
            indicator,
            score: level(if indicator < 2 { 2.0 } else { 4.0 }),
        });
    }
    assert_eq!(desk.score(COSTS), level(3.0));
}

#[test]
fn several_people_are_combined_as_the_workbook_says() {
    let mut desk = Desk::new();
    let enterprise = desk.place().enterprise;
    desk.scores_all(1.0);
    for _ in 0..2 {
        desk.does(Action::Add(resonance::state::NewRecord::Person(enterprise)));
        let last = *desk.people().last().unwrap();
        desk.does(Action::SelectPerson(last)).scores_all(4.0);
    }
    let score = |desk: &Desk| desk.state.view().result().unwrap().factors[COSTS].score;
    assert_eq!(score(&desk), Some(3.0));
    desk.press(MenuAction::UseMedian);
    assert_eq!(desk.workbook().aggregation, Aggregation::Median);
    assert_eq!(score(&desk), Some(4.0));
}

#[test]
fn an_intent_that_is_refused_changes_nothing_and_is_said() {
    let mut desk = Desk::demo();
    let before = desk.workbook();
    let round = desk.place().round;
    desk.edits(Command::ChangeRound {
        enterprise: resonance::model::EnterpriseId(uuid::Uuid::from_u128(404)),
        round,
        change: RoundChange::Name("x".into()),
    });
    assert!(Arc::ptr_eq(&before, &desk.workbook()));
    assert_eq!(desk.said().0, Tone::Bad);
}

// Undo.

#[test]
fn undo_and_redo_go_over_every_step() {
    let mut desk = Desk::new();
    let start = desk.workbook();
    for factor in Factor::ALL {
        desk.scores(factor, 4.0);
    }
    let end = desk.workbook();
    for _ in Factor::ALL {
        desk.press(MenuAction::Undo);
    }
    assert!(desk.workbook().same_as(&start));
    for _ in Factor::ALL {
        desk.press(MenuAction::Redo);
    }
    assert!(desk.workbook().same_as(&end));
}

#[test]
fn a_slider_that_is_dragged_is_one_step_until_it_is_left() {
    let mut desk = Desk::new();
    for tenths in 10..=30_u8 {
        desk.scores(COSTS, f64::from(tenths) / 10.0);
    }
    desk.does(Action::LeaveField).scores(COSTS, 5.0);
    desk.press(MenuAction::Undo);
    assert_eq!(desk.score(COSTS), level(3.0));
    desk.press(MenuAction::Undo);
    assert_eq!(desk.score(COSTS), Score::NotScored);
}

#[test]
fn two_hundred_steps_can_be_taken_back() {
    let mut desk = Desk::new();
    let start = desk.workbook();
    for step in 0..200_u8 {
        desk.scores(COSTS, f64::from(10 + step % 41) / 10.0)
            .does(Action::LeaveField);
    }
    for _ in 0..200 {
        desk.press(MenuAction::Undo);
    }
    assert!(desk.workbook().same_as(&start));
}

#[test]
fn a_deleted_enterprise_comes_back_with_all_it_had() {
    let mut desk = Desk::demo();
    let before = desk.workbook();
    desk.press(MenuAction::DeleteEnterprise);
    assert_eq!(
        desk.workbook().enterprises.len() + 1,
        before.enterprises.len()
    );
    desk.press(MenuAction::Undo);
    assert!(desk.workbook().same_as(&before));
}

#[test]
fn a_copy_of_an_enterprise_stands_behind_it_with_rounds_of_its_own() {
    let mut desk = Desk::demo();
    let first = desk.workbook().enterprises[0].clone();
    desk.press(MenuAction::DuplicateEnterprise);
    let copy = desk.workbook().enterprises[1].clone();
    assert_ne!(copy.id, first.id);
    assert_ne!(copy.rounds[0].id, first.rounds[0].id);
    assert_eq!(
        copy.rounds[0].responses.len(),
        first.rounds[0].responses.len()
    );
}

// Files.

#[test]
fn the_first_save_asks_where_and_the_next_ones_do_not() {
    let mut desk = Desk::new();
    desk.scores_all(4.0).chooses("firm").press(MenuAction::Save);
    let path = desk.path("firm.resonance");
    assert!(open_workbook(&path).unwrap().same_as(&desk.workbook()));
    assert!(desk.saved());
    desk.scores(COSTS, 1.0);
    assert!(!desk.saved());
    desk.press(MenuAction::Save);
    assert!(open_workbook(&path).unwrap().same_as(&desk.workbook()));
}

#[test]
fn a_dialog_that_is_cancelled_saves_nothing() {
    let mut desk = Desk::new();
    desk.scores(COSTS, 2.0).press(MenuAction::Save);
    assert!(!desk.saved());
    assert_eq!(fs::read_dir(desk.folder.path()).unwrap().count(), 0);
}

#[test]
fn save_as_goes_on_in_the_new_file() {
    let mut desk = Desk::new();
    desk.chooses("one").press(MenuAction::Save);
    desk.chooses("two").press(MenuAction::SaveAs);
    desk.scores(COSTS, 2.0).press(MenuAction::Save);
    let one = open_workbook(&desk.path("one.resonance")).unwrap();
    let two = open_workbook(&desk.path("two.resonance")).unwrap();
    assert!(!one.same_as(&two));
    assert!(two.same_as(&desk.workbook()));
}

#[test]
fn a_save_that_fails_is_said_and_the_work_stays_unsaved() {
    let mut desk = Desk::new();
    desk.chooses("not/there")
        .scores(COSTS, 2.0)
        .press(MenuAction::Save);
    assert_eq!(desk.said().0, Tone::Bad);
    assert!(!desk.saved());
}

#[test]
fn a_file_that_somebody_else_wrote_meanwhile_is_not_overwritten_unasked() {
    let mut desk = Desk::new();
    desk.chooses("firm").press(MenuAction::Save);
    let path = desk.path("firm.resonance");
    fs::write(&path, "somebody else's").unwrap();
    desk.scores(COSTS, 2.0).press(MenuAction::Save);
    assert!(matches!(desk.dialog(), Some(Dialog::ChangedOnDisk(_))));
    assert_eq!(fs::read_to_string(&path).unwrap(), "somebody else's");
    desk.answers(DialogAnswer::Cancel)
        .chooses("mine")
        .press(MenuAction::SaveAs);
    assert!(
        open_workbook(&desk.path("mine.resonance"))
            .unwrap()
            .same_as(&desk.workbook())
    );
}

#[test]
fn a_changed_file_is_overwritten_where_that_is_the_answer() {
    let mut desk = Desk::new();
    desk.chooses("firm").press(MenuAction::Save);
    let path = desk.path("firm.resonance");
    fs::write(&path, "somebody else's").unwrap();
    desk.scores(COSTS, 2.0)
        .press(MenuAction::Save)
        .answers(DialogAnswer::Confirm);
    assert!(open_workbook(&path).unwrap().same_as(&desk.workbook()));
}

#[test]
fn a_typed_name_that_is_taken_is_asked_about() {
    let mut desk = Desk::new();
    let path = desk.path("taken.resonance");
    fs::write(&path, "other").unwrap();
    desk.does(Action::Menu(MenuAction::OpenPath));
    desk.answers(DialogAnswer::Cancel);
    let _ = desk.state.answered(resonance::state::Answer::Chosen {
        job: resonance::state::FileJob::Save,
        path: None,
        // Too short for a person: there is no dialog, so the path is typed.
        shown: std::time::Duration::ZERO,
    });
    assert!(matches!(desk.dialog(), Some(Dialog::Path { .. })));
    desk.does(Action::DialogText(path.display().to_string()))
        .answers(DialogAnswer::Confirm);
    assert!(matches!(desk.dialog(), Some(Dialog::Overwrite { .. })));
    assert_eq!(fs::read_to_string(&path).unwrap(), "other");
    desk.answers(DialogAnswer::Confirm);
    assert!(open_workbook(&path).unwrap().same_as(&desk.workbook()));
}

#[test]
fn what_is_saved_opens_again_as_it_was() {
    let mut desk = Desk::demo();
    desk.scores(COSTS, 1.0)
        .chooses("demo")
        .press(MenuAction::Save);
    let again = Desk::launched(&Launch {
        file: Some(desk.path("demo.resonance")),
        ..Launch::default()
    });
    assert!(again.workbook().same_as(&desk.workbook()));
    assert_eq!(again.state.session().screen, Screen::Assess);
}

#[test]
fn a_file_that_is_none_of_ours_is_said_and_what_is_open_stays() {
    let mut desk = Desk::demo();
    let before = desk.workbook();
    let path = desk.path("x.resonance");
    fs::write(&path, "not a workbook").unwrap();
    desk.does(Action::Open(path));
    assert_eq!(desk.said().0, Tone::Bad);
    assert!(Arc::ptr_eq(&before, &desk.workbook()));
}

#[test]
fn unsaved_work_is_asked_about_before_something_else_opens() {
    let mut desk = Desk::new();
    desk.scores(COSTS, 2.0).press(MenuAction::OpenDemo);
    assert!(matches!(desk.dialog(), Some(Dialog::Unsaved(_))));
    assert_eq!(desk.workbook().enterprises.len(), 1);
    desk.answers(DialogAnswer::Cancel);
    assert_eq!(desk.workbook().enterprises.len(), 1);
    desk.press(MenuAction::OpenDemo)
        .answers(DialogAnswer::Discard);
    assert!(desk.workbook().enterprises.len() > 1);
}

#[test]
fn closing_asks_saves_and_then_closes() {
    let mut desk = Desk::new();
    desk.scores(COSTS, 2.0);
    assert!(!desk.state.may_close());
    desk.chooses("last").answers(DialogAnswer::Save);
    assert!(desk.closed());
    assert!(desk.state.may_close());
    assert!(
        open_workbook(&desk.path("last.resonance"))
            .unwrap()
            .same_as(&desk.workbook())
    );
}

#[test]
fn closing_stays_open_where_the_save_is_cancelled() {
    let mut desk = Desk::new();
    desk.scores(COSTS, 2.0);
    assert!(!desk.state.may_close());
    desk.answers(DialogAnswer::Save);
    assert!(!desk.closed());
}

#[test]
fn recent_files_come_first_and_can_be_forgotten() {
    let mut desk = Desk::new();
    desk.chooses("one").press(MenuAction::Save);
    desk.chooses("two").press(MenuAction::SaveAs);
    let names = |desk: &Desk| -> Vec<String> {
        let recent = desk.state.view().recent.iter();
        recent
            .map(|file| {
                file.path
                    .file_stem()
                    .unwrap()
                    .to_string_lossy()
                    .into_owned()
            })
            .collect()
    };
    assert_eq!(names(&desk), ["two", "one"]);
    let two = desk.state.view().recent[0].path.clone();
    desk.does(Action::ForgetRecent(two));
    assert_eq!(names(&desk), ["one"]);
}

#[test]
fn the_scores_leave_as_csv_and_come_back() {
    let mut desk = Desk::demo();
    desk.chooses("scores").press(MenuAction::ExportCsv);
    let again = Desk::launched(&Launch {
        file: Some(desk.path("scores.csv")),
        ..Launch::default()
    });
    let names = |desk: &Desk| -> Vec<String> {
        let firms = desk.workbook();
        firms
            .enterprises
            .iter()
            .map(|firm| firm.name.clone())
            .collect()
    };
    assert_eq!(names(&again), names(&desk));
    assert!(!again.saved(), "it is no workbook file yet");
}

#[test]
fn only_the_selected_enterprises_leave_where_some_are_selected() {
    let mut desk = Desk::demo();
    let second = desk.workbook().enterprises[1].clone();
    desk.does(Action::Portfolio(PortfolioAction::Toggle(second.id)))
        .chooses("some")
        .does(Action::Portfolio(PortfolioAction::Export));
    let text = fs::read_to_string(desk.path("some.csv")).unwrap();
    assert!(text.contains(&second.name));
    assert!(!text.contains(&desk.workbook().enterprises[0].name));
}

#[test]
fn the_response_form_is_written_for_the_selected_firm() {
    let mut desk = Desk::demo();
    desk.chooses("form").press(MenuAction::ExportForm);
    let html = fs::read_to_string(desk.path("form.html")).unwrap();
    assert!(html.contains(&desk.workbook().enterprises[0].name));
}

// What comes in.

#[test]
fn another_workbook_is_merged_in_as_one_step() {
    let mut desk = Desk::demo();
    let before = desk.workbook();
    let mut other = Desk::new();
    other.scores_all(2.0);
    let mut theirs = resonance::model::Workbook::clone(&other.workbook());
    theirs.enterprises.iter_mut().for_each(|firm| {
        Arc::make_mut(firm).id = resonance::model::EnterpriseId(uuid::Uuid::from_u128(7777));
    });
    let path = desk.path("other.resonance");
    save_workbook(&path, &theirs, &resonance::storage::Overwrite::Always).unwrap();
    desk.chooses("other.resonance").press(MenuAction::Merge);
    assert!(matches!(desk.dialog(), Some(Dialog::Merge(_))));
    desk.answers(DialogAnswer::Confirm);
    assert_eq!(
        desk.workbook().enterprises.len(),
        before.enterprises.len() + 1
    );
    desk.press(MenuAction::Undo);
    assert!(desk.workbook().same_as(&before));
}

#[test]
fn a_table_is_looked_at_before_it_is_taken() {
    let mut desk = Desk::empty();
    desk.choice = Some("tests/fixtures/tables/scores.csv".into());
    desk.press(MenuAction::ImportTable);
    assert!(matches!(desk.dialog(), Some(Dialog::Table(_))));
    assert!(desk.workbook().enterprises.is_empty());
    desk.answers(DialogAnswer::Confirm);
    assert!(!desk.workbook().enterprises.is_empty());
    desk.press(MenuAction::Undo);
    assert!(desk.workbook().enterprises.is_empty());
}

#[test]
fn a_table_that_is_none_is_said() {
    let mut desk = Desk::empty();
    let path = desk.path("broken.xlsx");
    fs::write(&path, b"PK\x03\x04 but no archive").unwrap();
    desk.chooses("broken.xlsx").press(MenuAction::ImportTable);
    assert_eq!(desk.said().0, Tone::Bad);
    assert_eq!(desk.dialog(), None);
}

#[test]
fn the_code_of_a_form_becomes_an_answer() {
    let mut desk = Desk::new();
    let place = desk.place();
    let mut answers = PerFactor::default();
    for factor in Factor::ALL {
        let answer: &mut resonance::model::Answer = &mut answers[factor];
        answer.direct = level(4.0);
    }
    let code = ResponseCode {
        workbook: tag(desk.workbook().id.0),
        enterprise: tag(place.enterprise.0),
        round: tag(place.round.0),
        name: "Mei Lin".into(),
        answers,
    };
    let path = desk.path("code.txt");
    fs::write(&path, code.text()).unwrap();
    desk.chooses("firm").press(MenuAction::Save);
    desk.does(Action::Open(path));
    assert!(matches!(desk.dialog(), Some(Dialog::Codes(_))));
    desk.answers(DialogAnswer::Confirm);
    let firm = desk.workbook().enterprises[0].clone();
    let person = firm
        .people
        .iter()
        .find(|person| person.name == "Mei Lin")
        .unwrap();
    let response = firm.rounds[0].response(person.id).unwrap();
    assert_eq!(response.score(COSTS), level(4.0));
}

// The room.

#[test]
fn people_are_pasted_as_lines() {
    let mut desk = Desk::new();
    desk.does(Action::Room(RoomAction::AskPeople))
        .does(Action::Room(RoomAction::TypePeople(
            "Ann\tOwner\nBo, Driver\n\n李雷".into(),
        )))
        .answers(DialogAnswer::Confirm);
    let firm = desk.workbook().enterprises[0].clone();
    let people: Vec<(&str, &str)> = firm
        .people
        .iter()
        .skip(1)
        .map(|person| (person.name.as_str(), person.role.as_str()))
        .collect();
    assert_eq!(people, [("Ann", "Owner"), ("Bo", "Driver"), ("李雷", "")]);
}

#[test]
fn a_round_that_is_scored_in_the_room_says_nothing() {
    let mut desk = Desk::new();
    desk.scores_all(4.0)
        .does(Action::Room(RoomAction::Stage(Stage::Score)));
    assert_eq!(desk.shown(), None);
    assert!(desk.state.view().hidden());
}

#[test]
fn whoever_gets_the_laptop_starts_blank_and_takes_back_nothing_of_others() {
    let mut desk = Desk::new();
    let person = desk.people()[0];
    desk.does(Action::Room(RoomAction::Stage(Stage::Score)));
    desk.does(Action::Room(RoomAction::HandTo(person)))
        .answers(DialogAnswer::Confirm);
    assert_eq!(desk.state.session().room.scorer, Some(person));
    desk.press(MenuAction::Undo);
    assert!(desk.state.view().hidden(), "the step to scoring stands");
    desk.scores(COSTS, 2.0).press(MenuAction::Undo);
    assert_eq!(desk.score(COSTS), Score::NotScored);
    desk.does(Action::Room(RoomAction::Done));
    assert_eq!(desk.state.session().room.scorer, None);
}

#[test]
fn another_round_keeps_the_people_and_no_scores() {
    let mut desk = Desk::new();
    desk.scores_all(4.0).press(MenuAction::AddRound);
    let firm = desk.workbook().enterprises[0].clone();
    assert_eq!(firm.rounds.len(), 2);
    assert_eq!(
        firm.rounds[1].responses.len(),
        firm.rounds[0].responses.len()
    );
    assert_eq!(desk.shown(), None);
}

#[test]
fn the_talk_has_a_clock() {
    let mut desk = Desk::demo();
    desk.state.at(Moment {
        seconds: 100.0,
        fills_screen: false,
    });
    desk.does(Action::Room(RoomAction::Timer));
    let ends = desk.state.session().room.talk_ends;
    assert_eq!(ends, Some(100.0 + resonance::state::TALK_SECONDS));
    desk.does(Action::Room(RoomAction::Timer));
    assert_eq!(desk.state.session().room.talk_ends, None);
}

// Presenting, plan, portfolio, compare.

#[test]
fn presenting_fills_the_screen_and_gives_it_back() {
    let mut desk = Desk::demo();
    desk.press(MenuAction::Present);
    assert!(desk.state.session().presented.is_some());
    desk.does(Action::Present(PresentAction::Turn(-1)));
    desk.does(Action::Present(PresentAction::End));
    let filled: Vec<bool> = desk
        .asked
        .iter()
        .filter_map(|effect| match effect {
            Effect::FillScreen(fill) => Some(*fill),
            _ => None,
        })
        .collect();
    assert_eq!(filled, [true, false]);
}

#[test]
fn presenting_turns_no_further_than_the_last_enterprise() {
    let mut desk = Desk::demo();
    let last = desk.workbook().enterprises.last().unwrap().id;
    desk.press(MenuAction::Present);
    for _ in 0..100 {
        desk.does(Action::Present(PresentAction::Turn(1)));
    }
    assert_eq!(desk.state.session().enterprise, Some(last));
}

#[test]
fn a_typed_step_is_planned_and_can_be_done() {
    let mut desk = Desk::new();
    desk.does(Action::Plan(PlanAction::Page(PlanPage::Steps)))
        .does(Action::Plan(PlanAction::Type(" Visit a neighbour ".into())))
        .does(Action::Plan(PlanAction::AddTypedOn("2026-12-01".into())));
    let firm = desk.workbook().enterprises[0].clone();
    let item = firm.plan[0].clone();
    assert_eq!(
        (item.text.as_str(), item.due.as_str()),
        ("Visit a neighbour", "2026-12-01")
    );
    desk.edits(Command::ChangePlanItem {
        enterprise: firm.id,
        item: item.id,
        change: resonance::edit::PlanChange::State(PlanState::Done),
    });
    assert_eq!(
        desk.workbook().enterprises[0].plan[0].state,
        PlanState::Done
    );
}

#[test]
fn the_advised_steps_are_added_once_as_one_step() {
    let mut desk = Desk::new();
    desk.scores_all(2.0);
    desk.does(Action::Plan(PlanAction::AddAdvised));
    assert_eq!(desk.workbook().enterprises[0].plan.len(), 3);
    desk.press(MenuAction::Undo);
    assert!(desk.workbook().enterprises[0].plan.is_empty());
}

#[test]
fn a_what_if_leaves_the_scores_alone() {
    let mut desk = Desk::new();
    desk.scores_all(3.0)
        .does(Action::Plan(PlanAction::NewWhatIf));
    let firm = desk.workbook().enterprises[0].clone();
    let mut what_if = resonance::model::WhatIf::clone(&firm.what_ifs[0]);
    what_if.levels[Factor::SocialImpact] = Some(Level::new(5.0).unwrap());
    let levels = what_if.levels;
    desk.edits(Command::PutWhatIf {
        enterprise: firm.id,
        what_if: Arc::new(what_if),
    });
    let then = desk.state.view().profile(&levels).unwrap().outcome.unwrap();
    assert!(then.resonance > 0.5);
    assert_eq!(desk.shown(), Some(50.0));
}

#[test]
fn nothing_is_computed_twice_for_the_same_round() {
    let mut desk = Desk::demo();
    let _ = desk.shown();
    let before = desk.state.results().evaluations();
    for _ in 0..10 {
        let _ = desk.shown();
    }
    assert_eq!(desk.state.results().evaluations(), before);
    desk.scores(COSTS, 1.3);
    let _ = desk.shown();
    assert_eq!(desk.state.results().evaluations(), before + 1);
}

#[test]
fn a_column_sorts_turns_round_and_lets_go() {
    let mut desk = Desk::demo();
    let sort = Action::Portfolio(PortfolioAction::Sort(PortfolioColumn::Resonance));
    let found: Vec<_> = (0..3)
        .map(|_| {
            desk.does(sort.clone());
            let view = &desk.state.session().portfolio;
            (view.sort, view.descending)
        })
        .collect();
    let column = Some(PortfolioColumn::Resonance);
    assert_eq!(found, [(column, true), (column, false), (None, false)]);
}

#[test]
fn ranks_are_counted_when_they_are_asked_for() {
    let mut desk = Desk::demo();
    desk.does(Action::Portfolio(PortfolioAction::Rank));
    let view = desk.state.view();
    let rows = view
        .portfolio
        .rows(view.shared, &view.settings, view.results);
    assert!(view.portfolio.ranks(&rows).flatten().is_some());
}

#[test]
fn the_chosen_firms_are_compared() {
    let mut desk = Desk::demo();
    let firms: Vec<_> = desk
        .workbook()
        .enterprises
        .iter()
        .take(3)
        .map(|firm| firm.id)
        .collect();
    desk.does(Action::Compare(CompareAction::Firms(firms)));
    assert_eq!(desk.state.session().screen, Screen::Compare);
    assert_eq!(desk.state.view().lineup.entries.len(), 3);
}

// The program itself.

#[test]
fn the_guided_way_goes_on_where_it_was_left() {
    let mut desk = Desk::demo();
    desk.does(Action::Guide(GuidedPath::Short))
        .does(Action::GuidedPage(5))
        .press(MenuAction::Assess)
        .press(MenuAction::Guided);
    assert_eq!(desk.state.session().guided.page, 5);
}

#[test]
fn the_language_changes_at_once_and_is_kept() {
    let mut desk = Desk::demo();
    desk.press(MenuAction::Chinese);
    assert_eq!(desk.state.view().language, Language::Chinese);
    let kept = desk.asked.iter().rev().find_map(|effect| match effect {
        Effect::KeepSettings(settings) => settings.language,
        _ => None,
    });
    assert_eq!(kept, Some(Language::Chinese));
}

#[test]
fn text_grows_no_further_than_it_can_be_laid_out() {
    let mut desk = Desk::empty();
    for _ in 0..50 {
        desk.press(MenuAction::LargerText);
    }
    assert_eq!(desk.state.settings().text_size_percent, 200);
}

#[test]
fn what_is_copied_goes_to_the_clipboard() {
    let mut desk = Desk::empty();
    desk.does(Action::Copy("R 54".into()));
    assert!(matches!(desk.asked.last(), Some(Effect::Copy(text)) if text == "R 54"));
    assert_eq!(desk.said().0, Tone::Good);
}

#[test]
fn a_message_that_worked_goes_and_one_that_failed_stays() {
    let mut desk = Desk::demo();
    desk.does(Action::Copy("x".into()));
    desk.does(Action::Open(desk.path("missing.resonance")));
    assert!(desk.state.drop_old_toasts().is_some());
    desk.state.at(Moment {
        seconds: 60.0,
        fills_screen: false,
    });
    assert_eq!(desk.state.drop_old_toasts(), None);
    let tones: Vec<Tone> = desk
        .state
        .session()
        .toasts
        .iter()
        .map(|toast| toast.tone)
        .collect();
    assert_eq!(tones, [Tone::Bad]);
}
