//! Earlier versions are kept at each save, listed in words, compared, and opened as workbooks of their own.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{Arc, atomic::Ordering},
};

use crate::{
    desk::Desk,
    support::{Setup, click, has, heard, key, press, wait_until},
};
use egui::{Key, Modifiers, ViewportCommand, ViewportId, accesskit::Role};
use egui_kittest::{Harness, kittest::Queryable};
use resonance::{
    cli::Content,
    edit::Changes,
    i18n::Language,
    knowledge::demo_workbook,
    model::{Factor, Level, RoundId, Score, Stage, Workbook},
    state::{Action, Answer, Dialog, DialogAnswer, Effect, MenuAction, Screen},
    storage::{
        LockState, Occasion, Overwrite, SaveError, VersionNote, keep_version, list_versions,
        open_workbook, save_workbook,
    },
    window::Workbench,
};
use tempfile::TempDir;

type Window = Harness<'static, Workbench>;

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers {
    shift: true,
    ..Modifiers::COMMAND
};
/// Stands in every name that must not be seen.
const MARK: &str = "ZZNAME";

fn demo() -> Workbook {
    demo_workbook(Language::English).unwrap()
}

/// A workbook in a file, opened by a user with a folder.
fn opened(folder: &TempDir, workbook: &Workbook, language: Language) -> Window {
    let path = folder.path().join("spring.resonance");
    save_workbook(&path, workbook, &Overwrite::Always).unwrap();
    let setup = Setup {
        content: Content::Start,
        folder: Some(folder.path().to_owned()),
        file: Some(path),
        language,
        size: [1280.0, 1600.0],
        ..Setup::default()
    };
    let mut window = setup.tree();
    wait_until(&mut window, "opened", |state| {
        !state.workbook().enterprises.is_empty()
    });
    window
}

/// Types a score with the keyboard.
fn score(window: &mut Window, factor: &str, level: Key) {
    let label = format!("Score of {factor}");
    window.get_by_role_and_label(Role::Slider, &label).focus();
    window.run_ok();
    key(window, level);
}

fn saves(folder: &TempDir, window: &mut Window) {
    press(window, CTRL, Key::S);
    let path = folder.path().join("spring.resonance");
    let now = Arc::clone(window.state().workbook());
    wait_until(window, "saved", |_| {
        open_workbook(&path).is_ok_and(|saved| saved == *now)
    });
    // The window hears of it a moment after the disk has it.
    for _ in 0..200 {
        window.run_ok();
        if !has(window, "spring •") {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    panic!("the window never heard that it is saved");
}

/// Opens the list and waits for it.
fn lists(window: &mut Window) {
    press(window, CTRL_SHIFT, Key::J);
    wait_until(window, "listed", |state| {
        state.session().versions.found.is_some()
    });
    window.run_ok();
}

/// Presses the button of one version, counted from the latest.
fn chooses(window: &mut Window, what: &str, place: usize) {
    let label = format!("{what}: today, 20:31");
    let button = window.query_all_by_label(&label).nth(place);
    button.expect("a version").click();
    window.run_ok();
}

fn shown(window: &Window) -> usize {
    let found = &window.state().session().versions.found;
    found.as_ref().expect("it was looked at").versions.len()
}

#[test]
fn every_save_with_changes_is_a_version_and_one_opens_as_a_copy_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let before = demo();
    let mut window = opened(&folder, &before, Language::English);
    score(&mut window, "Complexity", Key::Num5);
    score(&mut window, "Compatibility", Key::Num1);
    saves(&folder, &mut window);
    let first = Arc::clone(window.state().workbook());
    // Saving once more changes nothing.
    saves(&folder, &mut window);
    score(&mut window, "Complexity", Key::Num1);
    saves(&folder, &mut window);
    let last = Arc::clone(window.state().workbook());
    let own = fs::read(folder.path().join("spring.resonance")).unwrap();

    lists(&mut window);
    assert_eq!(shown(&window), 3);
    let firm = &before.enterprises[0].name;
    assert!(has(&window, "The same as now"));
    assert!(has(&window, &format!("Changed since: 1 score in {firm}")));
    assert!(has(&window, &format!("Changed since: 2 scores in {firm}")));
    assert!(has(&window, "as it was opened"));
    assert!(has(&window, "kept on this machine"));

    chooses(&mut window, "Open as a copy", 1);
    wait_until(&mut window, "opened", |state| {
        state.workbook().id != before.id
    });
    let copy = window.state().workbook();
    assert_eq!(copy.title, "spring, as of 2026-11-23, 20:31");
    assert_eq!(copy.enterprises, first.enterprises);
    assert!(has(&window, "Opened as a copy; spring is as it was"));
    // It is in no file, and the file it came from is nobody's now.
    let path = folder.path().join("spring.resonance");
    assert_eq!(fs::read(&path).unwrap(), own);
    assert!(matches!(LockState::take(&path), LockState::Held(_)));
    press(&mut window, CTRL, Key::N);
    assert!(matches!(
        window.state().session().dialog,
        Some(Dialog::Unsaved(_))
    ));
    key(&mut window, Key::Escape);
    lists(&mut window);
    assert_eq!(shown(&window), 0, "a workbook of its own has none yet");
    assert!(has(&window, "There is no earlier version yet"));
    assert_eq!(list_versions(folder.path(), &last).versions.len(), 3);
}

#[test]
fn a_version_is_compared_and_parts_of_it_are_taken_back_as_one_step() {
    let folder = tempfile::tempdir().unwrap();
    let before = demo();
    let mut window = opened(&folder, &before, Language::English);
    score(&mut window, "Complexity", Key::Num5);
    saves(&folder, &mut window);
    let last = Arc::clone(window.state().workbook());
    assert_ne!(*last, before);
    lists(&mut window);
    for (choice, expected) in [("Cancel", &*last), ("All as then", &before)] {
        chooses(&mut window, "Look at both", 1);
        wait_until(&mut window, "compared", |state| {
            matches!(state.session().dialog, Some(Dialog::Merge(_)))
        });
        assert!(has(&window, "Now and today, 20:31"));
        assert!(has(&window, "Different now: 1"));
        click(&mut window, choice);
        if choice == "Cancel" {
            // It leads back to the list.
            assert_eq!(window.state().session().dialog, Some(Dialog::Versions));
        } else {
            click(&mut window, "Take over");
        }
        assert_eq!(window.state().workbook().enterprises, expected.enterprises);
    }
    press(&mut window, CTRL, Key::Z);
    assert_eq!(**window.state().workbook(), *last);
}

/// A workbook with marked names and 4.9 on every slider, in a round that hides nothing; and as it is
/// now, with everything hidden and 1.7 on every slider.
fn marked() -> (Workbook, Workbook) {
    let mut then = demo();
    then.enterprises.truncate(2);
    for enterprise in &mut then.enterprises {
        let enterprise = Arc::make_mut(enterprise);
        enterprise.name = format!("{MARK} firm");
        enterprise.alias.clear();
        for person in &mut enterprise.people {
            person.name = format!("{MARK} person");
        }
    }
    let mut now = then.clone();
    scores_all(&mut then, Stage::Open, 4.9);
    scores_all(&mut now, Stage::Score, 1.7);
    now.hides_people = true;
    now.uses_aliases = true;
    now.fill_aliases();
    (then, now)
}

fn scores_all(workbook: &mut Workbook, stage: Stage, value: f64) {
    for enterprise in &mut workbook.enterprises {
        let round = Arc::make_mut(enterprise).rounds.last_mut().unwrap();
        let round = Arc::make_mut(round);
        round.stage = stage;
        for response in &mut round.responses {
            let response = Arc::make_mut(response);
            response.note = format!("{MARK} remark");
            for factor in Factor::ALL {
                let score = Score::Scored(Level::new(value).unwrap());
                response.answers[factor].direct = score;
            }
        }
    }
}

#[test]
fn what_is_hidden_now_is_hidden_in_the_list_the_comparison_and_the_copy() {
    for language in Language::ALL {
        let folder = tempfile::tempdir().unwrap();
        let (then, now) = marked();
        let note = VersionNote {
            when: "2026-11-23T20:31:00+08:00".into(),
            ..VersionNote::default()
        };
        keep_version(folder.path(), &note, &then).unwrap();
        let mut window = opened(&folder, &now, language);
        let shows_nothing = |window: &Window, place: &str| {
            let heard = heard(window);
            assert!(heard.len() > 100, "{place}: something is there");
            for secret in [MARK, "4.9", "1.7"] {
                assert!(!heard.contains(secret), "{place}: {secret} in {heard}");
            }
        };
        lists(&mut window);
        assert_eq!(shown(&window), 1);
        assert!(has(&window, "A"), "by its alias");
        shows_nothing(&window, "the list");
        let moment = language.moment(&note.when, "2026-11-23");
        click(
            &mut window,
            &language.recovery_of(language.recovery_compare(), &moment),
        );
        wait_until(&mut window, "compared", |state| {
            matches!(state.session().dialog, Some(Dialog::Merge(_)))
        });
        window.run_ok();
        assert!(has(&window, language.versions_then()));
        shows_nothing(&window, "the comparison");
        key(&mut window, Key::Escape);
        click(
            &mut window,
            &language.recovery_of(language.versions_copy(), &moment),
        );
        wait_until(&mut window, "opened", |state| state.workbook().id != now.id);
        assert_eq!(window.state().session().screen, Screen::Room);
        for (modifiers, key) in [
            (CTRL, Key::R),
            (CTRL, Key::Num1),
            (CTRL, Key::Num2),
            (CTRL, Key::Num5),
        ] {
            press(&mut window, modifiers, key);
            shows_nothing(&window, &format!("the copy, {key:?}"));
        }
    }
}

#[test]
fn nothing_of_it_is_for_whoever_has_the_laptop() {
    let mut desk = Desk::demo();
    desk.does(Action::Room(resonance::state::RoomAction::Stage(
        Stage::Score,
    )));
    let person = desk.people()[0];
    desk.does(Action::Room(resonance::state::RoomAction::HandTo(person)));
    desk.answers(DialogAnswer::Confirm);
    assert!(desk.state.scorer().is_some());
    desk.press(MenuAction::Versions);
    assert_eq!(desk.dialog(), None);
}

/// All files of versions below a user's folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for one in fs::read_dir(folder.join("versions")).into_iter().flatten() {
        let files = fs::read_dir(one.unwrap().path()).unwrap();
        found.extend(files.map(|file| file.unwrap().path()));
    }
    found.sort();
    found
}

#[test]
fn a_damaged_version_is_said_and_all_are_deleted_after_asking_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = opened(&folder, &demo(), Language::English);
    score(&mut window, "Complexity", Key::Num5);
    saves(&folder, &mut window);
    lists(&mut window);
    assert_eq!(shown(&window), 2);
    key(&mut window, Key::Escape);
    let first = &files(folder.path())[0];
    let whole = fs::read(first).unwrap();
    fs::write(first, &whole[..whole.len() / 2]).unwrap();
    lists(&mut window);
    assert_eq!(shown(&window), 1);
    assert!(has(&window, "1 version is damaged and is left out"));

    click(&mut window, "Delete all of them");
    assert!(has(
        &window,
        "Delete all earlier versions of this workbook for good?"
    ));
    click(&mut window, "Keep");
    assert_eq!(files(folder.path()).len(), 2);
    click(&mut window, "Delete all of them");
    click(&mut window, "Delete for good");
    wait_until(&mut window, "deleted", |_| files(folder.path()).is_empty());
    wait_until(&mut window, "said", |state| {
        let found = &state.session().versions.found;
        found
            .as_ref()
            .is_some_and(|found| found.versions.is_empty())
    });
    window.run_ok();
    assert!(has(&window, "There is no earlier version yet"));
    assert!(folder.path().join("spring.resonance").exists());
}

#[test]
fn a_version_that_went_meanwhile_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = opened(&folder, &demo(), Language::English);
    score(&mut window, "Complexity", Key::Num5);
    saves(&folder, &mut window);
    lists(&mut window);
    for file in files(folder.path()) {
        fs::remove_file(file).unwrap();
    }
    chooses(&mut window, "Look at both", 1);
    wait_until(&mut window, "said", |state| {
        !state.session().toasts.is_empty()
    });
    for _ in 0..200 {
        window.run_ok();
        if has(&window, "is not there") {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    assert_eq!(window.state().session().dialog, Some(Dialog::Versions));
    assert!(!has(&window, "Now and"));
    assert!(has(&window, ".gz"), "{}", heard(&window));
}

#[test]
fn changes_that_are_given_up_by_mistake_are_a_version_of_their_file() {
    let folder = tempfile::tempdir().unwrap();
    let before = demo();
    let mut window = opened(&folder, &before, Language::English);
    score(&mut window, "Complexity", Key::Num5);
    let given_up = Arc::clone(window.state().workbook());
    press(&mut window, CTRL, Key::N);
    click(&mut window, "Don’t save");
    drop(window);
    assert!(list_versions(folder.path(), &given_up).versions.len() == 1);
    let mut window = opened(&folder, &before, Language::English);
    // The new workbook is offered first.
    assert_eq!(window.state().session().dialog, Some(Dialog::Recovery));
    key(&mut window, Key::Escape);
    lists(&mut window);
    assert!(has(&window, "closed without saving"));
    chooses(&mut window, "Open as a copy", 0);
    wait_until(&mut window, "back", |state| {
        state.workbook().enterprises == given_up.enterprises
    });
}

#[test]
fn what_was_recovered_is_a_version_and_what_changed_is_said_in_both_languages() {
    let before = demo();
    let mut after = before.clone();
    for (firm, count) in [(0, 7), (1, 1), (2, 2), (3, 1), (4, 3)] {
        let enterprise = Arc::make_mut(&mut after.enterprises[firm]);
        let round = Arc::make_mut(enterprise.rounds.last_mut().unwrap());
        let response = Arc::make_mut(&mut round.responses[0]);
        for factor in Factor::ALL.into_iter().take(count) {
            response.answers[factor].direct = Score::NotApplicable;
        }
    }
    let changes = Changes::between(Some(&before), &after);
    let names: Vec<&str> = before.enterprises[..3]
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    let [one, two, three] = names[..] else {
        panic!("three firms");
    };
    let english = format!(
        "7 scores in {one}, 1 score in {two}, 2 scores in {three}, scores in 2 more enterprises"
    );
    assert_eq!(Language::English.changes(&changes), english);
    let chinese = format!("{one}的7项评分、{two}的1项评分、{three}的2项评分、另外2家企业的评分");
    assert_eq!(Language::Chinese.changes(&changes), chinese);

    let folder = tempfile::tempdir().unwrap();
    let mut window = opened(&folder, &before, Language::English);
    score(&mut window, "Complexity", Key::Num5);
    let last = Arc::clone(window.state().workbook());
    let ending = window.state().ending();
    ending.store(true, Ordering::Relaxed);
    window.run_ok();
    drop(window);
    let setup = Setup {
        content: Content::Start,
        folder: Some(folder.path().to_owned()),
        ..Setup::default()
    };
    let mut window = setup.tree();
    click(&mut window, "Recover: spring");
    wait_until(&mut window, "recovered", |state| *state.workbook() == last);
    lists(&mut window);
    let occasions = |window: &Window| {
        let found = window.state().session().versions.found.as_ref().unwrap();
        let versions = found.versions.iter();
        versions.map(|one| one.note.occasion).collect::<Vec<_>>()
    };
    // What the file holds goes before it.
    let recovered = [Occasion::Recovered, Occasion::Opened];
    assert_eq!(occasions(&window), recovered);
    key(&mut window, Key::Escape);
    score(&mut window, "Complexity", Key::Num1);
    saves(&folder, &mut window);
    lists(&mut window);
    let saved = [&[Occasion::Saved][..], &recovered[..]].concat();
    assert_eq!(
        occasions(&window),
        saved,
        "what was in the file is kept once"
    );
}

#[test]
fn when_the_system_ends_the_process_all_is_kept_nobody_is_asked_and_the_lock_is_let_go() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("spring.resonance");
    let mut window = opened(&folder, &demo(), Language::English);
    assert!(matches!(
        LockState::take(&path),
        LockState::HeldElsewhere(_)
    ));
    score(&mut window, "Complexity", Key::Num5);
    window.state().ending().store(true, Ordering::Relaxed);
    window.step();
    let commands = &window.output().viewport_output[&ViewportId::ROOT].commands;
    assert!(commands.contains(&ViewportCommand::Close), "{commands:?}");
    window.run_ok();
    assert_eq!(window.state().session().dialog, None);
    let last = Arc::clone(window.state().workbook());
    drop(window);
    let kept = fs::read_dir(folder.path().join("recovery")).unwrap();
    let mut kept = kept.map(|entry| entry.unwrap().path());
    let kept = kept.find(|path| path.extension().is_some_and(|one| one == "resonance"));
    assert_eq!(open_workbook(&kept.unwrap()).unwrap(), *last);
    assert!(matches!(LockState::take(&path), LockState::Held(_)));
}

#[test]
fn a_save_that_runs_is_waited_for_when_the_system_ends_the_process() {
    let mut desk = Desk::demo();
    desk.scores(Factor::Complexity, 5.0);
    let path = desk.path("slow.resonance");
    let save = desk.state.update(Action::Menu(MenuAction::Save));
    assert!(matches!(save[..], [Effect::Choose { .. }]));
    let effects = desk.state.answered(Answer::Chosen {
        job: resonance::state::FileJob::Save,
        path: Some(path.clone()),
        shown: std::time::Duration::from_secs(2),
    });
    let [Effect::Save { revision, .. }] = effects[..] else {
        panic!("{effects:?}");
    };
    let closes = |effects: &[Effect]| effects.iter().any(|one| matches!(one, Effect::Close));
    assert!(!closes(&desk.state.ended_by_system()));
    let _ = desk.state.answered(Answer::Saved {
        path: path.clone(),
        revision,
        result: Err(SaveError::NoFolder { path }),
        lock: None,
    });
    let effects = desk.state.ended_by_system();
    assert!(closes(&effects));
    assert!(desk.state.may_close());
    assert!(!closes(&desk.state.ended_by_system()), "once is enough");
}

#[test]
fn a_round_handed_over_comes_back_with_its_scores_hidden() {
    let folder = tempfile::tempdir().unwrap();
    let mut workbook = demo();
    let firm = Arc::make_mut(&mut workbook.enterprises[1]);
    // The round that is being scored is not the latest one.
    let mut later = (**firm.rounds.last().unwrap()).clone();
    later.id = RoundId(uuid::Uuid::from_u128(77));
    later.stage = Stage::Open;
    later.name = "Later".into();
    firm.rounds.push(Arc::new(later));
    let at = firm.rounds.len() - 2;
    let round = Arc::make_mut(&mut firm.rounds[at]);
    round.stage = Stage::Score;
    for response in &mut round.responses {
        let response = Arc::make_mut(response);
        for factor in Factor::ALL {
            response.answers[factor].direct = Score::Scored(Level::new(4.3).unwrap());
        }
    }
    let (firm, round, person) = (firm.id, round.id, firm.people[0].id);
    let mut window = opened(&folder, &workbook, Language::English);
    press(&mut window, CTRL, Key::PageDown);
    press(&mut window, CTRL, Key::Num1);
    window
        .get_by_role_and_label(Role::ComboBox, "Round")
        .click();
    window.run_ok();
    let name = workbook
        .enterprise(firm)
        .unwrap()
        .round(round)
        .unwrap()
        .name
        .clone();
    window.query_all_by_label(&name).last().unwrap().click();
    window.run_ok();
    assert_eq!(window.state().session().round, Some(round));
    press(&mut window, CTRL, Key::R);
    let name = &workbook
        .enterprise(firm)
        .unwrap()
        .person(person)
        .unwrap()
        .name;
    click(&mut window, &format!("Hand the laptop to {name}"));
    key(&mut window, Key::Enter);
    assert_eq!(window.state().session().room.scorer, Some(person));
    key(&mut window, Key::Num2);
    let last = Arc::clone(window.state().workbook());
    assert_ne!(*last, workbook);
    window.state().ending().store(true, Ordering::Relaxed);
    window.run_ok();
    drop(window);

    let setup = Setup {
        content: Content::Start,
        folder: Some(folder.path().to_owned()),
        size: [1280.0, 2200.0],
        ..Setup::default()
    };
    let mut window = setup.tree();
    click(&mut window, "Recover: spring");
    wait_until(&mut window, "recovered", |state| *state.workbook() == last);
    window.run_ok();
    let session = window.state().session();
    assert_eq!(session.screen, Screen::Room);
    assert_eq!(
        (session.enterprise, session.round),
        (Some(firm), Some(round))
    );
    assert_eq!(session.room.scorer, None);
    for (modifiers, key) in [(CTRL, Key::R), (CTRL, Key::Num1), (CTRL, Key::Num2)] {
        press(&mut window, modifiers, key);
        let heard = heard(&window);
        assert!(!heard.contains("4.3"), "{key:?}: {heard}");
    }
}

#[test]
fn the_page_of_the_guided_path_is_kept_as_it_is_turned() {
    let mut desk = Desk::demo();
    desk.press(MenuAction::Guided);
    let before = desk.asked.len();
    desk.does(Action::GuidedPage(3));
    let kept = desk.asked[before..].iter().find_map(|effect| match effect {
        Effect::KeepSettings(settings) => Some(settings.clone()),
        _ => None,
    });
    assert_eq!(*kept.expect("kept at once"), *desk.state.settings());
}

#[test]
fn a_path_from_where_the_program_was_started_is_kept_whole() {
    let mut desk = Desk::empty();
    let effects = desk.state.update(Action::Open("no such.resonance".into()));
    let [Effect::Open(path)] = &effects[..] else {
        panic!("{effects:?}");
    };
    assert!(path.is_absolute() && path.ends_with("no such.resonance"));
    let mut desk = Desk::demo();
    let _ = desk.state.update(Action::Menu(MenuAction::Save));
    let effects = desk.state.answered(Answer::Chosen {
        job: resonance::state::FileJob::Save,
        path: Some("no such folder/demo.resonance".into()),
        shown: std::time::Duration::from_secs(2),
    });
    let [Effect::Save { path, .. }] = &effects[..] else {
        panic!("{effects:?}");
    };
    assert!(path.is_absolute());
}
