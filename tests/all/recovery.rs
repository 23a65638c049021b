//! Unsaved work survives the process: kept while it is typed, offered at the next start.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use crate::support::{Setup, click, has, key, press, text_of, wait_until};
use egui::{Event, Key, Modifiers, accesskit::Role};
use egui_kittest::{Harness, kittest::Queryable};
use resonance::{
    cli::Content,
    i18n::Language,
    knowledge::demo_workbook,
    model::{Factor, Stage, Workbook},
    state::{Dialog, Screen},
    storage::{Overwrite, note_crash, open_workbook, save_workbook},
    window::Workbench,
};
use tempfile::TempDir;

type Window = Harness<'static, Workbench>;

const FOUND: &str = "Unsaved work was found";

fn start(folder: &TempDir) -> Setup {
    Setup {
        content: Content::Start,
        folder: Some(folder.path().to_owned()),
        ..Setup::default()
    }
}

fn demo(folder: &TempDir) -> Window {
    Setup {
        content: Content::Demo,
        ..start(folder)
    }
    .tree()
}

/// A copy of the demo in a file, opened.
fn opened(folder: &TempDir, path: &Path) -> Window {
    let workbook = demo_workbook(Language::English).unwrap();
    save_workbook(path, &workbook, &Overwrite::Always).unwrap();
    let setup = Setup {
        file: Some(path.to_owned()),
        ..start(folder)
    };
    let mut window = setup.tree();
    wait_until(&mut window, "opened", |state| {
        !state.workbook().enterprises.is_empty()
    });
    window
}

/// Types a score with the keyboard.
fn score(window: &mut Window, factor: &str, level: Key) {
    window
        .get_by_role_and_label(Role::Slider, &format!("Score of {factor}"))
        .focus();
    window.run_ok();
    key(window, level);
}

/// The workbooks kept in the recovery folder.
fn kept(folder: &TempDir) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder.path().join("recovery")) else {
        return Vec::new();
    };
    let paths = entries.map(|entry| entry.unwrap().path());
    let workbooks = paths.filter(|path| path.extension().is_some_and(|one| one == "resonance"));
    workbooks.collect()
}

/// All that is in the recovery folder.
fn pieces(folder: &TempDir) -> usize {
    fs::read_dir(folder.path().join("recovery")).map_or(0, Iterator::count)
}

/// Waits until this very state is kept, and ends the window without its saying anything to anybody.
fn killed(folder: &TempDir, mut window: Window) -> Arc<Workbook> {
    let last = Arc::clone(window.state().workbook());
    wait_until(&mut window, "kept", |_| {
        let found = kept(folder);
        let same = |path: &PathBuf| open_workbook(path).is_ok_and(|kept| kept == *last);
        found.iter().any(same)
    });
    last
}

/// Presses the button of one offer.
fn offer(window: &mut Window, what: &str, name: &str) {
    click(window, &format!("{what}: {name}"));
}

fn recover(window: &mut Window, name: &str, expected: &Workbook) {
    offer(window, "Recover", name);
    wait_until(window, "recovered", |state| **state.workbook() == *expected);
}

#[test]
fn scores_typed_and_never_saved_come_back_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = demo(&folder);
    assert!(kept(&folder).is_empty(), "nothing has changed yet");
    let name = window.state().workbook().title.clone();
    score(&mut window, "Comparative advantage", Key::Num1);
    score(&mut window, "Complexity", Key::Num5);
    let last = killed(&folder, window);

    let mut window = start(&folder).tree();
    assert!(has(&window, FOUND));
    let firm = &last.enterprises[0].name;
    assert!(has(&window, &format!("2 scores in {firm}; never saved")));
    assert!(has(&window, "today, 20:31"));
    recover(&mut window, &name, &last);
    assert_eq!(window.state().session().screen, Screen::Assess);
    // It is as unsaved as before, and kept without a gap.
    assert_eq!(kept(&folder).len(), 1);
    let last = killed(&folder, window);
    let mut window = start(&folder).tree();
    recover(&mut window, &name, &last);
}

#[test]
fn a_recovered_workbook_knows_its_file_and_saving_removes_what_was_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("spring.resonance");
    let mut window = opened(&folder, &path);
    score(&mut window, "Complexity", Key::Num5);
    let last = killed(&folder, window);
    let firm = &last.enterprises[0].name;

    let mut window = start(&folder).tree();
    assert!(has(
        &window,
        &format!("1 score in {firm} since the last save")
    ));
    recover(&mut window, "spring", &last);
    press(&mut window, Modifiers::COMMAND, Key::S);
    wait_until(&mut window, "saved", |_| {
        open_workbook(&path).is_ok_and(|saved| saved == *last)
    });
    wait_until(&mut window, "tidied up", |_| pieces(&folder) == 0);
    drop(window);
    assert!(!has(&start(&folder).tree(), FOUND));
}

#[test]
fn a_file_that_was_changed_meanwhile_is_not_overwritten_unasked() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("spring.resonance");
    let mut window = opened(&folder, &path);
    score(&mut window, "Complexity", Key::Num5);
    let last = killed(&folder, window);
    fs::write(&path, "somebody else’s").unwrap();

    let mut window = start(&folder).tree();
    recover(&mut window, "spring", &last);
    press(&mut window, Modifiers::COMMAND, Key::S);
    wait_until(&mut window, "asked", |state| {
        matches!(state.session().dialog, Some(Dialog::ChangedOnDisk(_)))
    });
    assert_eq!(text_of(&path), "somebody else’s");
}

#[test]
fn closing_without_saving_and_undoing_leave_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = demo(&folder);
    score(&mut window, "Complexity", Key::Num5);
    wait_until(&mut window, "kept", |_| kept(&folder).len() == 1);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    wait_until(&mut window, "undone, so nothing is unsaved", |_| {
        pieces(&folder) == 0
    });
    press(
        &mut window,
        Modifiers::COMMAND.plus(Modifiers::SHIFT),
        Key::Z,
    );
    wait_until(&mut window, "kept again", |_| kept(&folder).len() == 1);
    press(&mut window, Modifiers::COMMAND, Key::N);
    click(&mut window, "Don’t save");
    // The new workbook has an enterprise to be named, which is in no file either.
    let last = Arc::clone(window.state().workbook());
    wait_until(&mut window, "only the new one is kept", |_| {
        let found = kept(&folder);
        found.len() == 1 && open_workbook(&found[0]).is_ok_and(|kept| kept == *last)
    });
    key(&mut window, Key::Enter);
    window
        .input_mut()
        .viewports
        .entry(egui::ViewportId::ROOT)
        .or_default()
        .events
        .push(egui::ViewportEvent::Close);
    window.run_ok();
    click(&mut window, "Don’t save");
    drop(window);
    assert_eq!(pieces(&folder), 0);
}

#[test]
fn before_a_dialog_of_the_system_opens_everything_is_on_disk() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = demo(&folder);
    score(&mut window, "Complexity", Key::Num5);
    press(
        &mut window,
        Modifiers::COMMAND.plus(Modifiers::SHIFT),
        Key::S,
    );
    assert_eq!(kept(&folder).len(), 1);
}

#[test]
fn what_another_window_is_working_on_is_neither_offered_nor_touched() {
    let folder = tempfile::tempdir().unwrap();
    let mut first = demo(&folder);
    score(&mut first, "Complexity", Key::Num5);
    wait_until(&mut first, "kept", |_| kept(&folder).len() == 1);
    let mut second = start(&folder).tree();
    assert!(!has(&second, FOUND));
    press(&mut second, Modifiers::COMMAND, Key::N);
    key(&mut second, Key::Enter);
    wait_until(&mut second, "both kept", |_| kept(&folder).len() == 2);
    drop(second);
    let mut third = start(&folder).tree();
    offer(&mut third, "Discard", "Untitled workbook");
    offer(&mut third, "Discard for good", "Untitled workbook");
    assert_eq!(kept(&folder).len(), 1);
    killed(&folder, first);
    assert!(has(&start(&folder).tree(), FOUND));
}

#[test]
fn a_hidden_round_comes_back_hidden_and_the_offer_shows_nothing_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Setup {
        size: [1280.0, 2200.0],
        ..start(&folder)
    }
    .tree();
    press(&mut window, Modifiers::COMMAND, Key::N);
    key(&mut window, Key::Enter);
    score(&mut window, "Complexity", Key::Num5);
    press(&mut window, Modifiers::COMMAND, Key::R);
    click(&mut window, "Begin with this round");
    click(&mut window, "Go on: Score");
    let last = killed(&folder, window);
    assert_eq!(last.enterprises[0].rounds[0].stage, Stage::Score);
    let person = last.enterprises[0].people[0].name.clone();

    let mut window = start(&folder).tree();
    assert!(has(&window, FOUND));
    assert!(has(&window, "1 score in"));
    for hidden in [person.as_str(), "Baseline", "5.0"] {
        assert!(!has(&window, hidden), "{hidden}");
    }
    recover(&mut window, "Untitled workbook", &last);
    assert_eq!(window.state().session().screen, Screen::Room);
    assert!(!has(&window, "5.0"));
}

#[test]
fn names_of_firms_are_not_offered_where_aliases_stand_for_them() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = demo(&folder);
    press(
        &mut window,
        Modifiers::COMMAND.plus(Modifiers::SHIFT),
        Key::A,
    );
    score(&mut window, "Complexity", Key::Num5);
    let last = killed(&folder, window);
    let window = start(&folder).tree();
    let firm = &last.enterprises[0];
    assert!(has(&window, &format!("1 score in {}", firm.alias)));
    assert!(!has(&window, &firm.name));
}

#[test]
fn two_are_offered_over_an_opened_workbook_and_each_is_dealt_with_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut one = demo(&folder);
    let name = one.state().workbook().title.clone();
    score(&mut one, "Complexity", Key::Num5);
    let one = killed(&folder, one);
    let mut two = Setup {
        content: Content::Start,
        folder: Some(folder.path().to_owned()),
        ..Setup::default()
    }
    .tree();
    press(&mut two, Modifiers::COMMAND, Key::N);
    key(&mut two, Key::Enter);
    let two = killed(&folder, two);

    let mut window = demo(&folder);
    assert_eq!(window.state().session().dialog, Some(Dialog::Recovery));
    // Later is later: Start shows them still.
    key(&mut window, Key::Escape);
    assert_eq!(window.state().session().dialog, None);
    // The next workbook that is opened does not bring it up again.
    press(
        &mut window,
        Modifiers::COMMAND.plus(Modifiers::SHIFT),
        Key::D,
    );
    assert_eq!(window.state().session().dialog, None);
    press(&mut window, Modifiers::ALT, Key::Home);
    offer(&mut window, "Discard", "Untitled workbook");
    offer(&mut window, "Keep", "Untitled workbook");
    recover(&mut window, "Untitled workbook", &two);
    press(&mut window, Modifiers::ALT, Key::Home);
    assert!(has(&window, FOUND));
    offer(&mut window, "Recover", &name);
    // What was recovered is unsaved, so it is asked about first.
    click(&mut window, "Don’t save");
    wait_until(&mut window, "recovered", |state| **state.workbook() == *one);
    wait_until(&mut window, "the other is gone", |_| {
        kept(&folder).len() == 1
    });
}

#[test]
fn damaged_unsaved_work_is_said_and_stays_on_disk() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = demo(&folder);
    let name = window.state().workbook().title.clone();
    score(&mut window, "Complexity", Key::Num5);
    killed(&folder, window);
    let path = kept(&folder).remove(0);
    let whole = text_of(&path);
    fs::write(&path, &whole[..whole.len() / 2]).unwrap();
    let mut window = start(&folder).tree();
    offer(&mut window, "Recover", &name);
    for _ in 0..200 {
        window.run_ok();
        if has(&window, "ends in the middle of a record") {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    assert!(has(&window, "ends in the middle of a record"));
    assert!(window.state().workbook().enterprises.is_empty());
    drop(window);
    assert_eq!(kept(&folder).len(), 1);

    // Without its description it is offered all the same.
    fs::write(&path, &whole).unwrap();
    fs::write(path.with_extension("ron"), "\0(((").unwrap();
    let mut window = start(&folder).tree();
    assert!(has(&window, "its description is damaged"));
    let expected = open_workbook(&path).unwrap();
    recover(&mut window, "Untitled workbook", &expected);
}

#[test]
fn where_nothing_can_be_kept_it_is_said_once_and_work_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("recovery"), "a file is in the way").unwrap();
    let mut window = demo(&folder);
    score(&mut window, "Complexity", Key::Num5);
    let said = |state: &Workbench| {
        let toasts = &state.session().toasts;
        let said = toasts.iter();
        said.filter(|one| one.text.contains("cannot be kept safe"))
            .count()
    };
    wait_until(&mut window, "said", |state| said(state) == 1);
    score(&mut window, "Complexity", Key::Num1);
    window.event(Event::WindowFocused(false));
    window.run_ok();
    assert_eq!(said(window.state()), 1);
    let response = &window.state().workbook().enterprises[0].rounds[0].responses[0];
    assert!(response.score(Factor::Complexity).level().is_some());
}

#[test]
fn unsaved_work_is_compared_with_its_file_and_stays_as_it_is_unless_told_otherwise() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("spring.resonance");
    let mut window = opened(&folder, &path);
    let before = Arc::clone(window.state().workbook());
    score(&mut window, "Complexity", Key::Num5);
    let last = killed(&folder, window);
    assert_ne!(*before, *last);

    for (choice, expected) in [("Cancel", &last), ("All theirs", &before)] {
        let mut window = start(&folder).tree();
        offer(&mut window, "Look at both", "spring");
        wait_until(&mut window, "compared", |state| {
            matches!(state.session().dialog, Some(Dialog::Merge(_)))
        });
        assert!(has(&window, "spring.resonance"));
        assert_eq!(**window.state().workbook(), *last);
        click(&mut window, choice);
        if choice != "Cancel" {
            click(&mut window, "Merge");
        }
        assert_eq!(**window.state().workbook(), **expected);
    }
}

#[test]
fn recovering_over_the_very_file_keeps_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("spring.resonance");
    let mut window = opened(&folder, &path);
    score(&mut window, "Complexity", Key::Num5);
    let last = killed(&folder, window);
    let setup = Setup {
        file: Some(path.clone()),
        ..start(&folder)
    };
    let mut window = setup.tree();
    wait_until(&mut window, "offered over it", |state| {
        state.session().dialog == Some(Dialog::Recovery) && !state.workbook().enterprises.is_empty()
    });
    recover(&mut window, "spring", &last);
    press(&mut window, Modifiers::COMMAND, Key::S);
    wait_until(&mut window, "saved", |_| {
        open_workbook(&path).is_ok_and(|saved| saved == *last)
    });
}

#[test]
fn after_a_fault_of_its_own_the_next_start_says_so_once() {
    let folder = tempfile::tempdir().unwrap();
    note_crash(folder.path(), "src/somewhere.rs:1:1").unwrap();
    assert!(has(&start(&folder).tree(), "a fault of its own last time"));
    assert!(!has(&start(&folder).tree(), "a fault of its own last time"));
}
