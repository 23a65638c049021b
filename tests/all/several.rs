//! Several windows, programs and computers at one file: nothing is lost, and nothing happens unasked.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use egui::Event;
use resonance::{
    cli::Content,
    edit::Command,
    i18n::Language,
    knowledge::demo_workbook,
    model::{Factor, Level, Score, Stage, Workbook, WorkbookId},
    state::{
        Action, Answer, CommandSpec, Dialog, DialogAnswer, Effect, FileAction, MENUS, MenuAction,
        Notice, Screen, Sight, Tone,
    },
    storage::{Evidence, Overwrite, SaveError, open_workbook, save_workbook, stamp_of},
};
use uuid::Uuid;

use crate::{
    desk::Desk,
    support::{Setup, click, has, heard, wait_until},
};

const COSTS: Factor = Factor::ExpectedCosts;
const IMPACT: Factor = Factor::SocialImpact;

fn level(value: f64) -> Score {
    Score::Scored(Level::new(value).unwrap())
}

fn english() -> Language {
    Language::English
}

/// A window with a file of its own, and that file.
fn first() -> (Desk, PathBuf) {
    let mut desk = Desk::new();
    desk.scores_all(3.0).chooses("Hill").press(MenuAction::Save);
    let path = desk.path("Hill.resonance");
    assert!(desk.saved());
    (desk, path)
}

/// Somebody else changes the workbook in a file, a program that knows nothing of locks.
fn changes_outside(path: &Path, change: impl FnOnce(&mut Workbook)) {
    let mut workbook = open_workbook(path).unwrap();
    change(&mut workbook);
    save_workbook(path, &workbook, &Overwrite::Always).unwrap();
}

fn named(name: &str) -> impl FnOnce(&mut Workbook) {
    move |workbook| name.clone_into(&mut Arc::make_mut(&mut workbook.enterprises[0]).technology)
}

fn technology(workbook: &Workbook) -> &str {
    &workbook.enterprises[0].technology
}

/// Leaves the note of another computer beside a file.
fn note_of_another_computer(path: &Path) {
    let name = format!(".{}.lock", path.file_name().unwrap().to_str().unwrap());
    let note = "(user: \"Mei\", computer: \"LAPTOP-7\", program: \"Resonance 0.1.0\", since: \"2026-11-25T20:31:05+08:00\")";
    fs::write(path.with_file_name(name), note).unwrap();
}

fn files(desk: &Desk) -> Vec<String> {
    let entries = fs::read_dir(desk.folder.path()).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".resonance"))
        .collect();
    names.sort();
    names
}

// A second window.

#[test]
fn a_second_window_says_who_has_the_file_and_changes_nothing() {
    let (one, path) = first();
    let mut two = Desk::opening(path.clone());
    let view = two.state.view();
    let Some(Notice::Held { holder, newer }) = &view.notice else {
        panic!("{:?}", view.notice);
    };
    assert!(holder.mine && !newer);
    assert!(view.read_only());
    assert!(two.workbook().same_as(&one.workbook()));

    let before = two.workbook();
    two.scores(COSTS, 1.0);
    assert_eq!(
        two.said(),
        (Tone::Caution, english().refused_read_only().to_owned())
    );
    // It is said once, not with every key.
    two.scores(COSTS, 2.0);
    assert_eq!(two.state.session().toasts.len(), 1);
    for menu in MENUS {
        for spec in menu.groups.iter().copied().flatten() {
            let starts_another = matches!(
                spec.action,
                MenuAction::New | MenuAction::OpenDemo | MenuAction::NewFromSector
            );
            if !starts_another {
                two.press(spec.action).answers(DialogAnswer::Cancel);
            }
        }
    }
    assert!(Arc::ptr_eq(&before, &two.workbook()));
    assert!(two.saved());
    assert_eq!(files(&one), ["Hill.resonance"]);
}

#[test]
fn commands_that_change_the_document_are_off_while_others_have_its_file() {
    let (_one, path) = first();
    let two = Desk::opening(path);
    let view = two.state.view();
    let on = |action: MenuAction| action.spec().available(&view);
    for off in [
        MenuAction::Undo,
        MenuAction::AddEnterprise,
        MenuAction::DeleteEnterprise,
        MenuAction::Merge,
        MenuAction::UseMedian,
    ] {
        assert!(!on(off), "{off:?}");
    }
    for looks in [
        MenuAction::SaveAs,
        MenuAction::Results,
        MenuAction::ExportCsv,
        MenuAction::Open,
    ] {
        assert!(on(looks), "{looks:?}");
    }
    assert!(CommandSpec::all().any(CommandSpec::changes_document));
}

#[test]
fn a_copy_is_saved_and_can_be_changed_while_the_first_window_goes_on() {
    let (mut one, path) = first();
    let mut two = Desk::opening(path.clone());
    // Ctrl+S asks where, too, and suggests another name.
    two.press(MenuAction::Save);
    two.choice = Some(path.with_file_name("Mine"));
    two.press(MenuAction::SaveAs);
    assert_eq!(two.state.view().notice, None);
    two.scores(COSTS, 1.0).press(MenuAction::Save);
    assert!(two.saved());
    one.scores(IMPACT, 5.0).press(MenuAction::Save);
    assert!(one.saved());
    let mine = open_workbook(&path.with_file_name("Mine.resonance")).unwrap();
    assert!(mine.same_as(&two.workbook()));
    assert!(open_workbook(&path).unwrap().same_as(&one.workbook()));
}

#[test]
fn a_file_that_another_window_has_is_not_written_over() {
    let (one, path) = first();
    let mut two = Desk::opening(path.clone());
    two.choice = Some(path.clone());
    two.press(MenuAction::SaveAs);
    assert_eq!(two.said().1, english().refused_read_only());
    let mut three = Desk::new();
    three.scores(COSTS, 1.0);
    three.choice = Some(path.clone());
    three.press(MenuAction::Save);
    let refused = SaveError::OpenElsewhere { path: path.clone() };
    assert_eq!(three.said(), (Tone::Bad, refused.sentence(english())));
    assert!(!three.saved());
    assert!(open_workbook(&path).unwrap().same_as(&one.workbook()));
}

#[test]
fn what_the_first_window_saves_is_shown_in_the_second_on_request_where_one_stood() {
    let (mut one, path) = first();
    let mut two = Desk::opening(path);
    two.press(MenuAction::Results);
    one.scores(COSTS, 1.0).press(MenuAction::Save);
    assert!(!two.workbook().same_as(&one.workbook()));
    two.comes_back();
    let newer = |desk: &Desk| {
        matches!(
            desk.state.view().notice,
            Some(Notice::Held { newer: true, .. })
        )
    };
    assert!(newer(&two));
    // It is not this window's to lose: nothing counts as unsaved.
    assert!(two.saved());
    two.does(Action::File(FileAction::Reload));
    assert!(two.workbook().same_as(&one.workbook()));
    assert_eq!(two.state.session().screen, Screen::Results);
    assert!(two.state.view().read_only() && !newer(&two));
}

#[test]
fn a_file_is_taken_over_once_the_first_window_is_gone_as_it_is_by_then() {
    let (mut one, path) = first();
    let mut two = Desk::opening(path.clone());
    one.scores(COSTS, 1.0).press(MenuAction::Save);
    let newest = one.workbook();
    let Desk { folder, state, .. } = one;
    drop(state);
    two.waits_until(0.0);
    assert!(two.state.looks_again_in().is_some());
    assert!(matches!(two.state.view().notice, Some(Notice::Held { .. })));
    two.waits_until(60.0);
    assert_eq!(two.state.view().notice, Some(Notice::Free));
    two.scores(COSTS, 5.0);
    assert!(two.state.view().read_only(), "not before it is asked for");
    two.does(Action::File(FileAction::TakeOver));
    assert_eq!(two.said().1, english().taken_over());
    assert!(two.workbook().same_as(&newest));
    two.scores(COSTS, 5.0).press(MenuAction::Save);
    assert!(two.saved());
    assert!(open_workbook(&path).unwrap().same_as(&two.workbook()));
    // Now it is this window that others find.
    assert!(Desk::opening(path).state.view().read_only());
    drop(folder);
}

#[test]
fn of_two_that_wait_one_takes_it_over_and_the_other_goes_on_waiting() {
    let (one, path) = first();
    let (mut two, mut three) = (Desk::opening(path.clone()), Desk::opening(path));
    let Desk { folder, state, .. } = one;
    drop(state);
    for desk in [&mut two, &mut three] {
        desk.comes_back();
        assert_eq!(desk.state.view().notice, Some(Notice::Free));
    }
    two.does(Action::File(FileAction::TakeOver));
    three.does(Action::File(FileAction::TakeOver));
    assert_eq!(two.state.view().notice, None);
    assert!(matches!(
        three.state.view().notice,
        Some(Notice::Held { .. })
    ));
    drop(folder);
}

#[test]
fn the_note_of_another_computer_is_asked_about_and_that_of_a_dead_process_here_is_not() {
    let (one, path) = first();
    let Desk { folder, state, .. } = one;
    drop(state);
    note_of_another_computer(&path);
    let mut two = Desk::opening(path.clone());
    let Some(Notice::Held { holder, .. }) = two.state.view().notice.clone() else {
        panic!("taken unasked");
    };
    assert_eq!(
        (
            holder.user.as_str(),
            holder.computer.as_str(),
            holder.evidence
        ),
        ("Mei", "LAPTOP-7", Evidence::Noted)
    );
    let said = english().held(holder, "Wednesday");
    assert!(
        said.contains("Mei on LAPTOP-7") && said.contains("since Wednesday"),
        "{said}"
    );
    two.comes_back();
    assert!(two.state.view().read_only());
    two.does(Action::File(FileAction::TakeOver));
    assert_eq!(two.state.view().notice, None);
    two.scores(COSTS, 1.0).press(MenuAction::Save);
    assert!(two.saved());

    // A process of this computer that was killed leaves the very note that it wrote.
    let lock = path.with_file_name(".Hill.resonance.lock");
    let note = fs::read(&lock).unwrap();
    drop(two);
    fs::write(&lock, note).unwrap();
    assert_eq!(Desk::opening(path).state.view().notice, None);
    drop(folder);
}

#[test]
fn nothing_is_looked_at_while_nobody_else_has_the_file() {
    let (mut desk, _path) = first();
    desk.asked.clear();
    for seconds in [0.0, 10.0, 1000.0] {
        desk.waits_until(seconds);
        assert_eq!(desk.state.looks_again_in(), None);
        assert!(desk.state.watch_file(false).is_empty());
    }
    // Without a file there is nothing to look at on the way back either.
    assert!(Desk::demo().state.watch_file(true).is_empty());
    // One look at a time.
    assert_eq!(desk.state.watch_file(true).len(), 1);
    assert!(desk.state.watch_file(true).is_empty());
}

// Changed by somebody else.

#[test]
fn a_file_changed_outside_is_noticed_on_the_way_back_and_own_saves_are_not() {
    let (mut desk, path) = first();
    desk.comes_back();
    assert_eq!(desk.state.view().notice, None);
    desk.scores(COSTS, 1.0).press(MenuAction::Save).comes_back();
    assert_eq!(desk.state.view().notice, None);
    changes_outside(&path, named("Theirs"));
    desk.comes_back();
    let changed = |unsaved| Some(Notice::Changed { unsaved });
    assert_eq!(desk.state.view().notice, changed(false));
    // What is here is in no file by now.
    assert!(!desk.saved());
    desk.scores(COSTS, 2.0);
    assert_eq!(desk.state.view().notice, changed(true));
}

#[test]
fn a_look_that_a_save_overtook_says_nothing() {
    let (mut desk, path) = first();
    let looks = desk.state.watch_file(true);
    assert!(matches!(&looks[..], [Effect::Look(_)]));
    let stale = Some(Sight {
        stamp: stamp_of(&path),
        holder: None,
    });
    desk.scores(COSTS, 1.0).press(MenuAction::Save);
    let answer = Answer::Looked { path, sight: stale };
    assert!(desk.state.answered(answer).is_empty());
    assert_eq!(desk.state.view().notice, None);
    assert!(desk.saved());
}

#[test]
fn comparing_goes_on_with_both_and_the_next_save_asks_nothing() {
    let (mut desk, path) = first();
    desk.scores(COSTS, 1.0);
    changes_outside(&path, |workbook| {
        let mut other = workbook.enterprises[0].as_ref().clone();
        other.id = resonance::model::EnterpriseId(Uuid::from_u128(4711));
        "Delta Tools".clone_into(&mut other.name);
        workbook.enterprises.push(Arc::new(other));
    });
    desk.press(MenuAction::Save);
    assert!(matches!(desk.dialog(), Some(Dialog::ChangedOnDisk(_))));
    desk.does(Action::File(FileAction::Compare));
    let Some(Dialog::Merge(merging)) = desk.dialog() else {
        panic!("{:?}", desk.dialog());
    };
    assert_eq!(
        (merging.merge.additions.len(), merging.merge.conflicts.len()),
        (1, 1)
    );
    desk.answers(DialogAnswer::Confirm);
    assert_eq!(desk.workbook().enterprises.len(), 2);
    assert_eq!(desk.score(COSTS), level(1.0));
    assert!(!desk.saved());
    assert_eq!(desk.state.view().notice, None);
    desk.press(MenuAction::Save);
    assert!(desk.saved() && desk.dialog().is_none());
    assert!(open_workbook(&path).unwrap().same_as(&desk.workbook()));
}

#[test]
fn comparing_and_leaving_changes_nothing_and_what_changes_again_is_asked_about_again() {
    let (mut desk, path) = first();
    changes_outside(&path, named("Theirs"));
    desk.comes_back().does(Action::File(FileAction::Compare));
    let before = desk.workbook();
    desk.answers(DialogAnswer::Cancel);
    assert!(Arc::ptr_eq(&before, &desk.workbook()));
    assert!(matches!(
        desk.state.view().notice,
        Some(Notice::Changed { .. })
    ));

    desk.does(Action::File(FileAction::Compare));
    changes_outside(&path, named("Once more"));
    desk.answers(DialogAnswer::Confirm).press(MenuAction::Save);
    assert!(matches!(desk.dialog(), Some(Dialog::ChangedOnDisk(_))));
    assert_eq!(technology(&open_workbook(&path).unwrap()), "Once more");
}

#[test]
fn a_file_that_was_only_touched_holds_the_same_and_is_saved_to_again() {
    let (mut desk, path) = first();
    desk.scores(COSTS, 1.0);
    let workbook = desk.workbook();
    // Somebody else saved the very same, as a synchronising program brings it.
    save_workbook(&path, &workbook, &Overwrite::Always).unwrap();
    desk.comes_back().does(Action::File(FileAction::Compare));
    assert_eq!(desk.said().1, english().file_same());
    assert!(desk.saved() && desk.dialog().is_none());
    desk.scores(COSTS, 2.0).press(MenuAction::Save);
    assert!(desk.saved());
}

#[test]
fn both_are_kept_and_the_other_one_is_found_again_as_a_copy() {
    let (mut desk, path) = first();
    desk.scores(COSTS, 1.0);
    changes_outside(&path, named("Theirs"));
    let theirs = fs::read(&path).unwrap();
    desk.comes_back().does(Action::File(FileAction::KeepBoth));
    assert!(desk.saved());
    assert_eq!(desk.state.view().notice, None);
    assert_eq!(fs::read(&path).unwrap(), theirs);
    let copy = "Hill (my copy 2026-11-26 203105).resonance";
    assert_eq!(files(&desk), [copy, "Hill.resonance"]);
    let mine = open_workbook(&desk.path(copy)).unwrap();
    assert!(mine.same_as(&desk.workbook()));
    // From here on the copy is this window's file, and the other one anybody's.
    desk.scores(COSTS, 2.0).press(MenuAction::Save);
    assert!(desk.saved());
    assert_eq!(fs::read(&path).unwrap(), theirs);
    let other = Desk::opening(path);
    let Some(Notice::Copies { count: 1, name }) = other.state.view().notice else {
        panic!("{:?}", other.state.view().notice);
    };
    assert_eq!(name, copy);
}

#[test]
fn a_copy_never_replaces_a_file_of_its_name() {
    let (mut desk, path) = first();
    let copy = desk.path("Hill (my copy 2026-11-26 203105).resonance");
    fs::write(&copy, "somebody's").unwrap();
    changes_outside(&path, named("Theirs"));
    desk.scores(COSTS, 1.0).press(MenuAction::Save);
    desk.does(Action::File(FileAction::KeepBoth));
    assert_eq!(fs::read_to_string(&copy).unwrap(), "somebody's");
    assert_eq!(desk.said().0, Tone::Bad);
    assert!(!desk.saved());
}

#[test]
fn keeping_both_on_the_way_out_goes_on_closing() {
    let (mut desk, path) = first();
    desk.scores(COSTS, 1.0);
    changes_outside(&path, named("Theirs"));
    assert!(!desk.state.may_close());
    desk.answers(DialogAnswer::Save);
    assert!(matches!(desk.dialog(), Some(Dialog::ChangedOnDisk(_))));
    assert!(!desk.closed());
    desk.does(Action::File(FileAction::KeepBoth));
    assert!(desk.closed());
    assert_eq!(technology(&open_workbook(&path).unwrap()), "Theirs");
    assert_eq!(files(&desk).len(), 2);
}

#[test]
fn reloading_shows_what_the_file_holds_where_one_stood() {
    let (mut desk, path) = first();
    desk.press(MenuAction::Plan);
    changes_outside(&path, named("Theirs"));
    desk.comes_back().does(Action::File(FileAction::Reload));
    assert_eq!(desk.dialog(), None);
    assert_eq!(technology(&desk.workbook()), "Theirs");
    assert_eq!(desk.state.session().screen, Screen::Plan);
    assert!(desk.saved());
    desk.scores(COSTS, 1.0).press(MenuAction::Save);
    assert!(desk.saved() && desk.dialog().is_none());
}

#[test]
fn what_was_set_aside_waits_on_start_and_does_not_come_up_by_itself() {
    let (one, path) = first();
    let Desk { folder, state, .. } = one;
    drop(state);
    // Opened from the command line, where unsaved work found would be offered over any screen.
    let mut desk = Desk::opening(path.clone());
    desk.scores(COSTS, 1.0);
    changes_outside(&path, named("Theirs"));
    desk.comes_back()
        .does(Action::File(FileAction::Reload))
        .answers(DialogAnswer::Confirm);
    assert_eq!(technology(&desk.workbook()), "Theirs");
    assert_eq!(desk.state.view().leftovers.len(), 1);
    assert_eq!(desk.dialog(), None);
    drop(folder);
}

#[test]
fn reloading_over_unsaved_work_asks_and_sets_it_aside_to_be_recovered() {
    let (mut desk, path) = first();
    desk.scores(COSTS, 1.0);
    let mine = desk.workbook();
    let effects = desk.state.keep_unsaved();
    desk.asked.extend(effects);
    changes_outside(&path, named("Theirs"));
    desk.comes_back().does(Action::File(FileAction::Reload));
    assert_eq!(desk.dialog(), Some(&Dialog::Reload));
    desk.answers(DialogAnswer::Cancel);
    assert!(Arc::ptr_eq(&mine, &desk.workbook()));

    // What is typed just before is set aside, too.
    desk.scores(IMPACT, 1.0);
    let mine = desk.workbook();
    desk.does(Action::File(FileAction::Reload));
    desk.answers(DialogAnswer::Confirm);
    assert_eq!(technology(&desk.workbook()), "Theirs");
    assert!(desk.saved());
    let view = desk.state.view();
    assert_eq!(view.leftovers.len(), 1);
    assert!(view.leftovers[0].slot.read().unwrap().same_as(&mine));
}

#[test]
fn what_cannot_be_set_aside_is_not_reloaded_over() {
    let (mut desk, path) = first();
    desk.scores(COSTS, 1.0);
    let mine = desk.workbook();
    changes_outside(&path, named("Theirs"));
    desk.comes_back().does(Action::File(FileAction::Reload));
    // The recovery folder cannot be made.
    fs::write(desk.path("recovery"), "in the way").unwrap();
    desk.answers(DialogAnswer::Confirm);
    assert_eq!(
        desk.said(),
        (Tone::Bad, english().not_set_aside().to_owned())
    );
    assert!(Arc::ptr_eq(&mine, &desk.workbook()));
}

#[test]
fn a_file_that_is_gone_is_noticed_and_saved_again() {
    let (mut desk, path) = first();
    fs::remove_file(&path).unwrap();
    desk.comes_back();
    assert_eq!(desk.state.view().notice, Some(Notice::Gone));
    assert!(!desk.saved());
    desk.press(MenuAction::Save);
    assert_eq!(desk.state.view().notice, None);
    assert!(desk.saved());
    assert!(open_workbook(&path).unwrap().same_as(&desk.workbook()));
}

// Copies of synchronising programs.

#[test]
fn copies_of_the_same_workbook_with_other_content_are_offered_and_merged() {
    let (one, path) = first();
    let Desk { folder, state, .. } = one;
    drop(state);
    let at = |name: &str| path.with_file_name(name);
    let workbook = open_workbook(&path).unwrap();
    let put = |name: &str, workbook: &Workbook| {
        save_workbook(&at(name), workbook, &Overwrite::Always).unwrap();
    };
    let mut changed = workbook.clone();
    named("Theirs")(&mut changed);
    // Not the same workbook, nothing else in it, damaged, and not named as a copy.
    let mut other = changed.clone();
    other.id = WorkbookId(Uuid::from_u128(4712));
    put("Hill (1).resonance", &other);
    put("Hill-DESKTOP-ABC.resonance", &workbook);
    fs::write(at("Hill (2).resonance"), "((((").unwrap();
    put("Hill draft.resonance", &changed);
    assert_eq!(Desk::opening(path.clone()).state.view().notice, None);

    let name = "Hill.sync-conflict-20261126-120000-ABCDEFG.resonance";
    put(name, &changed);
    let mut desk = Desk::opening(path.clone());
    let copies = |count, name: &str| {
        Some(Notice::Copies {
            count,
            name: name.to_owned(),
        })
    };
    assert_eq!(desk.state.view().notice, copies(1, name));
    desk.does(Action::File(FileAction::LeaveCopies));
    assert_eq!(desk.state.view().notice, None);

    drop(desk);
    let mut desk = Desk::opening(path.clone());
    desk.does(Action::File(FileAction::MergeCopy));
    let Some(Dialog::Merge(merging)) = desk.dialog() else {
        panic!("{:?}", desk.dialog());
    };
    assert_eq!(merging.name, name);
    let mut theirs = merging.clone();
    theirs.theirs.fill(true);
    // Leaving the page leaves the offer.
    desk.answers(DialogAnswer::Cancel);
    assert_eq!(desk.state.view().notice, copies(1, name));
    desk.does(Action::File(FileAction::MergeCopy))
        .does(Action::Merge(theirs))
        .answers(DialogAnswer::Confirm);
    assert_eq!(technology(&desk.workbook()), "Theirs");
    assert_eq!(desk.state.view().notice, None);
    desk.press(MenuAction::Save);
    assert!(desk.saved());
    assert!(at(name).exists(), "files of others are left to them");
    // What is merged has nothing more to offer.
    drop(desk);
    assert_eq!(Desk::opening(path).state.view().notice, None);
    drop(folder);
}

#[test]
fn a_window_that_only_reads_is_offered_no_copies() {
    let (_one, path) = first();
    let mut changed = open_workbook(&path).unwrap();
    named("Theirs")(&mut changed);
    let copy = path.with_file_name("Hill (1).resonance");
    save_workbook(&copy, &changed, &Overwrite::Always).unwrap();
    let two = Desk::opening(path);
    assert!(matches!(two.state.view().notice, Some(Notice::Held { .. })));
}

// In the window.

/// The demo with a round being scored, and a remark in it.
fn hidden(remark: &str) -> Workbook {
    let mut workbook = demo_workbook(english()).unwrap();
    let first = Arc::make_mut(&mut workbook.enterprises[0]);
    let round = Arc::make_mut(first.rounds.last_mut().unwrap());
    round.stage = Stage::Score;
    let response = Arc::make_mut(&mut round.responses[0]);
    remark.clone_into(&mut response.note);
    for factor in Factor::ALL {
        response.answers[factor].change_detail(|detail| remark.clone_into(&mut detail.note));
    }
    workbook
}

#[test]
fn a_round_being_scored_stays_hidden_where_the_file_is_compared() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Hill.resonance");
    save_workbook(&path, &hidden("ZZMINE"), &Overwrite::Always).unwrap();
    let mut window = Setup {
        content: Content::Start,
        file: Some(path.clone()),
        ..Setup::default()
    }
    .tree();
    wait_until(&mut window, "opened", |state| {
        !state.workbook().enterprises.is_empty()
    });
    let mut theirs = hidden("ZZTHEIRS");
    "Their title".clone_into(&mut theirs.title);
    save_workbook(&path, &theirs, &Overwrite::Always).unwrap();
    assert!(!has(&window, english().file_changed()));
    window.event(Event::WindowFocused(false));
    window.run_ok();
    window.event(Event::WindowFocused(true));
    for _ in 0..200 {
        window.run_ok();
        if has(&window, english().file_changed()) {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    click(&mut window, english().file_compare());
    wait_until(&mut window, "compared", |state| {
        matches!(state.session().dialog, Some(Dialog::Merge(_)))
    });
    let heard = heard(&window);
    assert!(heard.contains("Their title"), "{heard}");
    assert!(!heard.contains("ZZTHEIRS") && !heard.contains("ZZMINE"));
}

#[test]
fn sliders_fields_and_buttons_of_a_second_window_can_be_read_and_not_used() {
    use egui_kittest::kittest::{NodeT, Queryable};
    let (mut one, path) = first();
    let enterprise = one.place().enterprise;
    one.edits(Command::ChangeEnterprise {
        id: enterprise,
        change: resonance::edit::EnterpriseChange::Technology("Drones".into()),
    })
    .press(MenuAction::Save);
    let mut window = Setup {
        content: Content::Start,
        file: Some(path),
        ..Setup::default()
    }
    .tree();
    wait_until(&mut window, "opened", |state| {
        !state.workbook().enterprises.is_empty()
    });
    assert!(has(&window, "This file is open in another window"));
    let before = Arc::clone(window.state().workbook());
    let off = |window: &egui_kittest::Harness<'static, resonance::window::Workbench>, role| {
        let nodes = window.query_all_by_role(role);
        let all: Vec<bool> = nodes
            .map(|node| node.accesskit_node().is_disabled())
            .collect();
        assert!(!all.is_empty());
        all.into_iter().all(|off| off)
    };
    assert!(off(&window, egui::Role::Slider));
    let slider = window.query_all_by_role(egui::Role::Slider).next().unwrap();
    slider.click();
    window.run_ok();
    crate::support::key(&mut window, egui::Key::Num1);
    crate::support::press(
        &mut window,
        egui::Modifiers::COMMAND | egui::Modifiers::SHIFT,
        egui::Key::P,
    );
    let technology = window.query_all_by_label(english().technology());
    let fields: Vec<bool> = technology
        .map(|node| node.accesskit_node())
        .filter(|node| node.role() == egui::Role::TextInput)
        .map(|node| node.is_disabled())
        .collect();
    assert_eq!(fields, [true]);
    assert!(Arc::ptr_eq(&before, window.state().workbook()));
}
