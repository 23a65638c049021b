//! Nobody unmasks the room by accident, and nothing typed is lost.

use std::sync::Arc;

use crate::support::{Setup, click, has, heard, key, press, score, wait_until};
use egui::{
    Event, Key, Modifiers, Pos2, ViewportCommand, ViewportEvent, ViewportId, accesskit::Role,
};
use egui_kittest::{Harness, kittest::Queryable};
use resonance::{
    cli::Content,
    i18n::Language,
    knowledge::demo_workbook,
    model::{Factor, Level, Response, Round, RoundId, Score, Stage, Workbook},
    state::{Deferred, Dialog, MenuAction, Screen},
    storage::{Overwrite, parse_workbook, save_workbook},
    ui::{shortcuts, take_laptop_back, widgets::score_slider_id},
    window::Workbench,
};

type Window = Harness<'static, Workbench>;

const CTRL_SHIFT: Modifiers = Modifiers {
    shift: true,
    ..Modifiers::COMMAND
};

/// The demo whose first firm's latest round is at a stage, on the Room screen; three of its five people
/// have not finished: two have answered nothing, one has answered three factors.
fn room(
    stage: Stage,
    language: Language,
    size: [f32; 2],
    change: impl FnOnce(&mut Workbook),
) -> (tempfile::TempDir, Window) {
    let mut workbook = demo_workbook(Language::English).unwrap();
    let firm = Arc::make_mut(&mut workbook.enterprises[0]);
    let round = Arc::make_mut(firm.rounds.last_mut().unwrap());
    round.stage = stage;
    for place in [1, 2, 3] {
        let response = Arc::make_mut(&mut round.responses[place]);
        let kept = if place == 3 { 3 } else { 0 };
        for factor in Factor::ALL.into_iter().skip(kept) {
            response.answers[factor] = resonance::model::Answer::default();
        }
    }
    change(&mut workbook);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("room.resonance");
    save_workbook(&path, &workbook, &Overwrite::Always).unwrap();
    let mut window = Setup {
        content: Content::Start,
        file: Some(path),
        language,
        size,
        ..Setup::default()
    }
    .tree();
    wait_until(&mut window, "the file is open", |workbench| {
        !workbench.workbook().enterprises.is_empty()
    });
    press(&mut window, Modifiers::COMMAND, Key::R);
    (folder, window)
}

fn scoring() -> (tempfile::TempDir, Window) {
    room(Stage::Score, Language::English, [1024.0, 768.0], |_| {})
}

fn stage(window: &Window) -> Stage {
    round(window).stage
}

fn round(window: &Window) -> Arc<Round> {
    let firm = &window.state().workbook().enterprises[0];
    Arc::clone(firm.latest_round().unwrap())
}

fn answers(window: &Window, person: usize) -> Arc<Response> {
    Arc::clone(&round(window).responses[person])
}

fn name(window: &Window, person: usize) -> String {
    window.state().workbook().enterprises[0].people[person]
        .name
        .clone()
}

fn hand_to(window: &mut Window, name: &str) {
    click(window, &format!("Hand the laptop to {name}"));
    click(window, &format!("I am {name}"));
}

/// Events that all arrive before the next frame, as on a slow laptop.
fn at_once(window: &mut Window, events: impl IntoIterator<Item = Event>) {
    window.input_mut().events.extend(events);
    window.run_ok();
}

fn text(letters: &str) -> Event {
    Event::Text(letters.into())
}

fn pressed(key: Key, modifiers: Modifiers) -> Event {
    Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers,
    }
}

fn clicked(at: Pos2) -> [Event; 3] {
    let button = |pressed| Event::PointerButton {
        pos: at,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    [Event::PointerMoved(at), button(true), button(false)]
}

fn ask_to_close(window: &mut Window) {
    let viewports = &mut window.input_mut().viewports;
    let root = viewports.entry(ViewportId::ROOT).or_default();
    root.events.push(ViewportEvent::Close);
}

fn stays_open(window: &Window) -> bool {
    let root = &window.output().viewport_output[&ViewportId::ROOT];
    root.commands.contains(&ViewportCommand::CancelClose)
}

#[test]
fn whoever_has_the_laptop_sees_their_own_form_and_nothing_leads_out() {
    let (folder, mut window) = scoring();
    let (own, other) = (name(&window, 1), name(&window, 2));
    hand_to(&mut window, &own);
    let told = heard(&window);
    assert!(told.contains(&format!("Scoring: {own}")), "{told}");
    let firm = window.state().workbook().enterprises[0].clone();
    assert!(told.contains(&firm.name) && told.contains(&firm.technology));
    for hidden in [
        &other,
        "Hill Dairy",
        "Enterprises",
        "Menu",
        "Results",
        "Reveal",
        "End the session",
        "Go on",
        "Undo",
    ] {
        assert!(!told.contains(hidden), "{hidden}: {told}");
    }
    // No key of any menu leads out, nor does a file dropped on the window.
    let before = window.state().workbook().clone();
    for (spec, shortcut) in shortcuts() {
        let action = spec.action;
        if matches!(
            action,
            MenuAction::Quit | MenuAction::English | MenuAction::Chinese
        ) {
            continue;
        }
        // Keys of the sliders themselves come below.
        if shortcut.modifiers.is_none() && shortcut.logical_key.name().len() == 1 {
            continue;
        }
        press(&mut window, shortcut.modifiers, shortcut.logical_key);
        let session = window.state().session();
        assert_eq!(session.screen, Screen::Room, "{action:?}");
        assert!(session.room.scorer.is_some(), "{action:?}");
        assert_eq!(session.dialog, None, "{action:?}");
        assert!(session.presented.is_none(), "{action:?}");
        assert!(window.state().workbook().same_as(&before), "{action:?}");
    }
    let told = heard(&window);
    assert!(told.contains(&format!("Scoring: {own}")) && !told.contains(&other));
    let dropped = folder.path().join("other.resonance");
    save_workbook(
        &dropped,
        &demo_workbook(Language::Chinese).unwrap(),
        &Overwrite::Always,
    )
    .unwrap();
    let file: egui::DroppedFileHandle = Arc::new(Dropped(dropped));
    window.input_mut().dropped_files.push(file);
    window.run_ok();
    std::thread::sleep(std::time::Duration::from_millis(200));
    window.run_ok();
    assert!(window.state().workbook().same_as(&before));
    // The facilitator's key does, and what was answered is kept.
    key(&mut window, Key::Num4);
    press(
        &mut window,
        take_laptop_back().modifiers,
        take_laptop_back().logical_key,
    );
    assert_eq!(window.state().session().room.scorer, None);
    assert!(has(&window, &format!("Hand the laptop to {other}")));
}

#[derive(Debug)]
struct Dropped(std::path::PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &std::path::Path {
        &self.0
    }
    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

#[test]
fn the_facilitators_key_is_told_at_hand_over() {
    for (language, hand, told) in [
        (
            Language::English,
            "Hand the laptop to",
            "leads the facilitator back",
        ),
        (Language::Chinese, "把电脑交给", "主持人可随时按"),
    ] {
        let (_folder, mut window) = room(Stage::Score, language, [1024.0, 768.0], |_| {});
        let name = name(&window, 1);
        let label = match language {
            Language::English => format!("{hand} {name}"),
            Language::Chinese => format!("{hand}{name}"),
        };
        click(&mut window, &label);
        assert!(has(&window, told));
        assert!(has(&window, "Ctrl+Shift+B") || has(&window, "Cmd+Shift+B"));
    }
}

#[test]
fn keys_score_at_once_from_the_top_and_enter_ends_only_what_is_complete() {
    // Too low for eight cards, so that the page scrolls.
    let (_folder, mut window) = room(Stage::Score, Language::English, [1024.0, 500.0], |_| {});
    for person in [1, 2] {
        let own = name(&window, person);
        hand_to(&mut window, &own);
        let title = window.get_by_label("Supply");
        assert!(title.rect().top() > 40.0, "at the top: {:?}", title.rect());
        // No click and no Tab before the first key.
        key(&mut window, Key::Num4);
        let level = Score::Scored(Level::new(4.0).unwrap());
        assert_eq!(
            answers(&window, person).score(Factor::ComparativeAdvantage),
            level
        );
        key(&mut window, Key::Enter);
        assert!(
            window.state().session().room.scorer.is_some(),
            "seven are open"
        );
        assert!(
            window
                .ctx
                .memory(|memory| memory.has_focus(score_slider_id(Factor::ALL[1])))
        );
        for factor in Factor::ALL.into_iter().skip(1) {
            assert!(
                window
                    .ctx
                    .memory(|memory| memory.has_focus(score_slider_id(factor)))
            );
            key(&mut window, Key::Num2);
            key(&mut window, Key::Enter);
        }
        assert_eq!(window.state().session().room.scorer, None, "all eight");
    }
}

#[test]
fn a_form_filled_faster_than_the_window_draws_loses_no_key() {
    let (_folder, mut window) = scoring();
    let own = name(&window, 1);
    hand_to(&mut window, &own);
    // Escape takes the focus from everything; the keys work all the same.
    key(&mut window, Key::Escape);
    let keys = [
        (Key::Num4, "4"),
        (Key::Num2, "2"),
        (Key::Num3, "3"),
        (Key::Num1, "1"),
        (Key::Num5, "5"),
        (Key::Num2, "2"),
        (Key::Num3, "3"),
        (Key::Num4, "4"),
    ];
    let form = keys.into_iter().flat_map(|(digit, letter)| {
        let enter = pressed(Key::Enter, Modifiers::NONE);
        [pressed(digit, Modifiers::NONE), text(letter), enter]
    });
    at_once(&mut window, form);
    let given: Vec<Option<f64>> = Factor::ALL
        .into_iter()
        .map(|factor| Some(answers(&window, 1).score(factor).level()?.value()))
        .collect();
    let expected = [4.0, 2.0, 3.0, 1.0, 5.0, 2.0, 3.0, 4.0].map(Some);
    assert_eq!(given, expected);
    assert_eq!(window.state().session().room.scorer, None);
}

#[test]
fn nothing_that_was_taken_back_before_is_repeated_by_whoever_has_the_laptop() {
    let (_folder, mut window) = scoring();
    let (first, second) = (name(&window, 1), name(&window, 2));
    hand_to(&mut window, &first);
    key(&mut window, Key::Num5);
    click(&mut window, "Done, hide my answers");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    let before = answers(&window, 1);
    hand_to(&mut window, &second);
    press(&mut window, CTRL_SHIFT, Key::Z);
    assert_eq!(answers(&window, 1), before);
    // Their own steps, both ways.
    key(&mut window, Key::Num3);
    let own = answers(&window, 2);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_ne!(answers(&window, 2), own);
    press(&mut window, CTRL_SHIFT, Key::Z);
    assert_eq!(answers(&window, 2), own);
}

#[test]
fn closing_asks_for_unsaved_work_and_names_nothing() {
    let (_folder, mut window) = scoring();
    let own = name(&window, 1);
    hand_to(&mut window, &own);
    key(&mut window, Key::Num4);
    ask_to_close(&mut window);
    window.run_ok();
    let asked = Some(Dialog::Unsaved(Deferred::Quit));
    assert_eq!(window.state().session().dialog, asked);
    let told = heard(&window);
    assert!(told.contains("There are changes that are not in a file yet"));
    assert!(
        !told.contains("room") && !told.contains("Hill Dairy"),
        "{told}"
    );
    key(&mut window, Key::Escape);
    assert!(window.state().session().room.scorer.is_some());
    // The keys are theirs again.
    key(&mut window, Key::Num2);
    let level = Score::Scored(Level::new(2.0).unwrap());
    assert_eq!(answers(&window, 1).score(Factor::ALL[1]), level);
}

#[test]
fn every_way_to_show_hidden_scores_asks_and_says_who_has_not_answered() {
    for (label, reaches) in [
        ("Go on: Reveal", Stage::Reveal),
        ("Reveal", Stage::Reveal),
        ("Discuss", Stage::Discuss),
        ("Agree", Stage::Agree),
        ("End the session", Stage::Open),
    ] {
        let (_folder, mut window) = room(Stage::Score, Language::English, [1280.0, 1200.0], |_| {});
        click(&mut window, label);
        assert_eq!(stage(&window), Stage::Score, "{label}");
        assert!(has(&window, "2 of 5 have answered everything."), "{label}");
        let (none, some) = (name(&window, 1), name(&window, 3));
        let open = format!(
            "Not finished: {none}, {}, {some} (3 of 8)",
            name(&window, 2)
        );
        assert!(has(&window, &open), "{label}");
        // Enter presses the emphasised button, which does not unmask while somebody is missing.
        key(&mut window, Key::Enter);
        assert_eq!(window.state().session().dialog, None, "{label}");
        assert_eq!(stage(&window), Stage::Score, "{label}");
        click(&mut window, label);
        key(&mut window, Key::Escape);
        assert_eq!(window.state().session().dialog, None, "{label}");
        assert_eq!(stage(&window), Stage::Score, "{label}");
        click(&mut window, label);
        click(&mut window, "Show the scores");
        assert_eq!(stage(&window), reaches, "{label}");
        // Undone it is hidden again; to repeat that is asked about, too.
        press(&mut window, Modifiers::COMMAND, Key::Z);
        assert_eq!(stage(&window), Stage::Score, "{label}");
        press(&mut window, CTRL_SHIFT, Key::Z);
        assert_eq!(stage(&window), Stage::Score, "{label}");
        assert!(has(
            &window,
            "2 of 5 have answered everything. Show the scores?"
        ));
        click(&mut window, "Show the scores");
        assert_eq!(stage(&window), reaches, "{label}");
    }
}

#[test]
fn the_question_before_a_reveal_is_short_where_all_have_answered_and_gives_numbers_for_names() {
    let (_folder, mut window) = room(
        Stage::Define,
        Language::Chinese,
        [1280.0, 1200.0],
        |workbook| workbook.hides_people = true,
    );
    click(&mut window, "揭示");
    assert!(has(&window, "共5人，2人已全部答完。现在揭示吗？"));
    assert!(has(
        &window,
        "尚未答完：受访者2、受访者3、受访者4（8项中的3项）"
    ));
    assert!(!heard(&window).contains(&name(&window, 1)));
    key(&mut window, Key::Escape);
    let (_folder, mut window) = room(
        Stage::Score,
        Language::English,
        [1280.0, 1200.0],
        |workbook| {
            let firm = Arc::make_mut(&mut workbook.enterprises[0]);
            let round = Arc::make_mut(firm.rounds.last_mut().unwrap());
            for response in &mut round.responses {
                for factor in Factor::ALL {
                    Arc::make_mut(response).answers[factor].direct = score(Some(3.0));
                }
            }
        },
    );
    // A key that is still held since it pressed the button answers nothing.
    window.get_by_label("Go on: Reveal").focus();
    window.run_ok();
    for _ in 0..3 {
        at_once(&mut window, [pressed(Key::Enter, Modifiers::NONE)]);
    }
    assert_eq!(stage(&window), Stage::Score);
    window.key_up(Key::Enter);
    window.run_ok();
    assert!(has(&window, "Everybody has answered everything. Reveal?"));
    assert!(!has(&window, "Not finished"));
    key(&mut window, Key::Enter);
    assert_eq!(stage(&window), Stage::Reveal);
}

#[test]
fn enter_presses_the_emphasised_button_of_every_page_over_the_screen() {
    let (_folder, mut window) = scoring();
    for action in [
        MenuAction::EditPanel,
        MenuAction::Shortcuts,
        MenuAction::About,
        MenuAction::Weights,
    ] {
        let mut all = shortcuts().iter();
        let (_, shortcut) = all.find(|(spec, _)| spec.action == action).unwrap();
        press(&mut window, shortcut.modifiers, shortcut.logical_key);
        assert!(window.state().session().dialog.is_some(), "{action:?}");
        key(&mut window, Key::Enter);
        assert_eq!(window.state().session().dialog, None, "{action:?}");
    }
    let own = name(&window, 1);
    click(&mut window, &format!("Hand the laptop to {own}"));
    key(&mut window, Key::Enter);
    assert!(window.state().session().room.scorer.is_some());
}

#[test]
fn removing_somebody_or_a_round_with_answers_asks_and_counts_them() {
    let (_folder, mut window) = room(Stage::Score, Language::English, [1280.0, 1600.0], |_| {});
    press(&mut window, CTRL_SHIFT, Key::P);
    let (full, names) = (name(&window, 0), window.state().workbook().clone());
    let rounds = names.enterprises[0].rounds.len();
    click(&mut window, &format!("Remove {full}"));
    assert!(window.state().workbook().same_as(&names), "nothing yet");
    assert!(has(&window, &format!("Remove {full}?")));
    assert!(has(
        &window,
        &format!("Answers that go with it: {}", 8 * rounds)
    ));
    key(&mut window, Key::Escape);
    assert_eq!(window.state().session().dialog, Some(Dialog::People));
    assert!(window.state().workbook().same_as(&names));
    click(&mut window, &format!("Remove {full}"));
    click(&mut window, &format!("Remove {full}"));
    assert_eq!(window.state().session().dialog, Some(Dialog::People));
    assert_eq!(window.state().workbook().enterprises[0].people.len(), 4);
    // Somebody without an answer goes at once.
    click(&mut window, "Add person");
    click(&mut window, "Remove Respondent 5");
    assert_eq!(window.state().session().dialog, Some(Dialog::People));
    assert_eq!(window.state().workbook().enterprises[0].people.len(), 4);
    let round = round(&window).name.clone();
    click(&mut window, &format!("Delete {round}"));
    assert!(has(&window, "Answers that go with it: 11"));
    click(&mut window, "Cancel");
    assert_eq!(
        window.state().workbook().enterprises[0].rounds.len(),
        rounds
    );
}

#[test]
fn a_messages_undo_takes_back_its_own_step_or_is_not_there() {
    let mut window = Setup::default().tree();
    let undo = |window: &Window| {
        let buttons = window.query_all_by_role_and_label(Role::Button, "Undo");
        buttons.count()
    };
    let before = window.state().workbook().clone();
    press(&mut window, Modifiers::COMMAND, Key::Delete);
    window.get_by_role_and_label(Role::Button, "Undo").click();
    window.run_ok();
    assert!(window.state().workbook().same_as(&before));
    press(&mut window, Modifiers::COMMAND, Key::Delete);
    assert_eq!(undo(&window), 1);
    press(&mut window, CTRL_SHIFT, Key::N);
    assert!(!window.state().session().toasts.is_empty());
    assert_eq!(undo(&window), 0, "another step followed");
}

/// What happens in the frame in which a field is left.
type WayOut<'a> = &'a dyn Fn(&Window) -> Vec<Event>;

/// The People page with the name of its second person being typed into.
fn typing_a_name() -> (tempfile::TempDir, Window) {
    let (folder, mut window) = room(
        Stage::Open,
        Language::English,
        [1280.0, 900.0],
        |workbook| {
            let firm = Arc::make_mut(&mut workbook.enterprises[0]);
            firm.people[1].name.clear();
            let second = RoundId(uuid::Uuid::from_u128(99));
            firm.rounds
                .push(Arc::new(Round::new(second, "Third".into())));
        },
    );
    press(&mut window, CTRL_SHIFT, Key::P);
    let fields = window.query_all_by_role_and_label(Role::TextInput, "Name or pseudonym");
    fields.into_iter().nth(1).unwrap().focus();
    window.run_ok();
    (folder, window)
}

#[test]
fn the_last_letters_are_kept_whichever_way_a_field_is_left() {
    let close = |window: &Window| clicked(window.get_by_label("Close").rect().center());
    let elsewhere = |window: &Window| {
        let fields = window.query_all_by_role_and_label(Role::TextInput, "Role");
        clicked(fields.into_iter().next().unwrap().rect().center())
    };
    let ways: [(&str, WayOut<'_>); 6] = [
        ("Escape", &|_| vec![pressed(Key::Escape, Modifiers::NONE)]),
        ("Close", &|window| close(window).into()),
        ("another field", &|window| elsewhere(window).into()),
        ("Tab", &|_| vec![pressed(Key::Tab, Modifiers::NONE)]),
        ("outside", &|_| clicked(Pos2::new(5.0, 5.0)).into()),
        ("Enter", &|_| vec![pressed(Key::Enter, Modifiers::NONE)]),
    ];
    for (way, events) in ways {
        let (_folder, mut window) = typing_a_name();
        at_once(&mut window, [text("Zo")]);
        let leaves = events(&window);
        at_once(
            &mut window,
            [text("ë"), text("!")].into_iter().chain(leaves),
        );
        assert_eq!(name(&window, 1), "Zoë!", "{way}");
        let shows = way == "another field" || way == "Tab" || way == "Enter";
        assert_eq!(window.state().session().dialog.is_some(), shows, "{way}");
        // One step, however it was typed.
        if shows {
            key(&mut window, Key::Escape);
        }
        press(&mut window, Modifiers::COMMAND, Key::Z);
        assert_eq!(name(&window, 1), "", "{way}");
    }
}

#[test]
fn names_rounds_aliases_and_weights_keep_their_last_letters() {
    for field in [
        "Name of the enterprise",
        "Technology considered",
        "Alias",
        "Name of the round",
        "Date",
    ] {
        let (_folder, mut window) = typing_a_name();
        let fields = window.query_all_by_role_and_label(Role::TextInput, field);
        fields.into_iter().next().unwrap().focus();
        window.run_ok();
        let leave = pressed(Key::Escape, Modifiers::NONE);
        at_once(&mut window, [text("7"), text("x"), leave]);
        let firm = window.state().workbook().enterprises[0].clone();
        let texts = [
            &firm.name,
            &firm.technology,
            &firm.alias,
            &firm.rounds[0].name,
            &firm.rounds[0].date,
        ];
        assert!(texts.iter().any(|text| text.contains("7x")), "{field}");
    }
    let (_folder, mut window) = typing_a_name();
    let person = window.state().workbook().enterprises[0].people[0]
        .name
        .clone();
    let weight = format!("Weight: {person}");
    window.get_by_label(&weight).focus();
    window.run_ok();
    let leave = pressed(Key::Escape, Modifiers::NONE);
    at_once(&mut window, [text("2"), text("."), text("5"), leave]);
    let firm = window.state().workbook().enterprises[0].clone();
    let round = firm.latest_round().unwrap();
    let response = round.response(firm.people[0].id).unwrap();
    assert!((response.weight - 2.5).abs() < 1e-9, "{}", response.weight);
}

#[test]
fn a_note_keeps_its_last_letters_on_the_way_to_another_screen_firm_or_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notes.resonance");
    for way in ["screen", "enterprise", "save", "close"] {
        let demo = demo_workbook(Language::English).unwrap();
        save_workbook(&path, &demo, &Overwrite::Always).unwrap();
        let mut window = Setup {
            content: Content::Start,
            file: Some(path.clone()),
            size: [1280.0, 2200.0],
            ..Setup::default()
        }
        .tree();
        wait_until(&mut window, "the file is open", |workbench| {
            !workbench.workbook().enterprises.is_empty()
        });
        click(
            &mut window,
            "Indicators, note and confidence for Complexity",
        );
        let field = "Note on Complexity";
        window
            .get_by_role_and_label(Role::MultilineTextInput, field)
            .focus();
        window.run_ok();
        let typed = [text("q"), text("z")];
        match way {
            "screen" => {
                let results = pressed(Key::Num2, Modifiers::COMMAND);
                at_once(&mut window, typed.into_iter().chain([results]));
                assert_eq!(window.state().session().screen, Screen::Results);
            }
            "enterprise" => {
                let row = window.get_by_label_contains("Hill Dairy").rect().center();
                at_once(&mut window, typed.into_iter().chain(clicked(row)));
                let second = window.state().workbook().enterprises[1].id;
                assert_eq!(window.state().session().enterprise, Some(second));
            }
            "save" => {
                let save = pressed(Key::S, Modifiers::COMMAND);
                at_once(&mut window, typed.into_iter().chain([save]));
                wait_until(&mut window, "it is saved", |workbench| {
                    !workbench.session().toasts.is_empty()
                });
                let saved = std::fs::read_to_string(&path).unwrap();
                let saved = parse_workbook(&path, &saved).unwrap();
                assert!(saved.same_as(window.state().workbook()));
            }
            _ => {
                ask_to_close(&mut window);
                window.input_mut().events.extend(typed);
                window.step();
                assert!(stays_open(&window));
                let asked = Some(Dialog::Unsaved(Deferred::Quit));
                assert_eq!(window.state().session().dialog, asked);
            }
        }
        let response = answers(&window, 0);
        let note = response.answers[Factor::Complexity].note();
        assert!(note.contains("qz"), "{way}: {note}");
    }
}

#[test]
fn a_second_reveal_begins_with_everybody_at_the_top() {
    let (_folder, mut window) = room(Stage::Score, Language::English, [1024.0, 600.0], |_| {});
    click(&mut window, "Reveal");
    click(&mut window, "Show the scores");
    click(&mut window, "By role");
    assert!(window.state().session().room.by_role);
    let top = |window: &Window| window.get_by_label("Everybody").rect().top();
    let before = top(&window);
    window.event(Event::PointerMoved(Pos2::new(600.0, 400.0)));
    window.event(Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: egui::vec2(0.0, -400.0),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Unknown,
        modifiers: Modifiers::NONE,
    });
    window.run_ok();
    assert!(top(&window) < before - 50.0, "it was scrolled");
    click(&mut window, "Agree");
    window.get_by_label("Begin another round").click_accesskit();
    window.run_ok();
    click(&mut window, "Reveal");
    click(&mut window, "Show the scores");
    assert!(!window.state().session().room.by_role);
    assert!((top(&window) - before).abs() < 1.0, "at the top");
}
