//! A session in a room: hidden until revealed, everywhere; grid, laptop, agreed scores, names.

use std::sync::Arc;

use crate::support::{Setup, click, has, heard, key, press};
use egui::{Event, Key, Modifiers, accesskit::Role};
use egui_kittest::{Harness, kittest::Queryable};
use resonance::{
    analysis::{Settings, evaluate},
    cli::Content,
    edit::{Command, RoundChange, apply},
    i18n::Language,
    import::{ResponseCode, tag, write_scores},
    knowledge::demo_workbook,
    model::{Enterprise, Factor, Level, Score, Stage, Workbook},
    state::Screen,
    storage::{Overwrite, parse_workbook, save_workbook, workbook_text},
    window::Workbench,
};

type Window = Harness<'static, Workbench>;

const CTRL_SHIFT: Modifiers = Modifiers {
    shift: true,
    ..Modifiers::COMMAND
};

fn first(window: &Window) -> &Enterprise {
    &window.state().workbook().enterprises[0]
}

fn high() -> Setup {
    Setup {
        content: Content::Start,
        size: [1280.0, 2200.0],
        ..Setup::default()
    }
}

/// A firm with three people, at the step of scoring.
fn scoring() -> Window {
    let mut window = high().tree();
    press(&mut window, Modifiers::COMMAND, Key::N);
    key(&mut window, Key::Enter);
    press(&mut window, Modifiers::COMMAND, Key::R);
    assert_eq!(window.state().session().screen, Screen::Room);
    click(&mut window, "Paste people…");
    window
        .get_by_role_and_label(Role::MultilineTextInput, "Add people, one to a line")
        .focus();
    window.run_ok();
    window.event(Event::Paste("Amina, Owner\n林梅\n".into()));
    window.run_ok();
    click(&mut window, "Add 2");
    click(&mut window, "Begin with this round");
    // The words are settled before anybody scores.
    assert!(has(&window, "Read each factor aloud"));
    click(&mut window, "Go on: Score");
    window
}

#[test]
fn a_room_scores_unseen_reveals_discusses_and_agrees() {
    let mut window = scoring();
    assert_eq!(first(&window).people.len(), 3);
    assert!(has(&window, "0 of 3 have answered"));
    // The laptop goes to everybody in turn; a page stands between.
    let scores = [Key::Num4, Key::Num2, Key::Num5];
    for (name, score) in ["Respondent 1", "Amina", "林梅"].into_iter().zip(scores) {
        click(&mut window, &format!("Hand the laptop to {name}"));
        assert!(has(&window, "Nobody else’s answers are shown"));
        click(&mut window, &format!("I am {name}"));
        let blank = heard(&window);
        assert!(
            !blank.contains("Level 4") && !blank.contains("Level 2"),
            "{blank}"
        );
        for factor in Factor::ALL {
            let id = resonance::ui::widgets::score_slider_id(factor);
            window.ctx.memory_mut(|memory| memory.request_focus(id));
            window.run_ok();
            key(&mut window, score);
        }
        click(&mut window, "Done, hide my answers");
    }
    assert!(has(&window, "3 of 3 have answered"));
    assert_eq!(evaluated(&window), None);
    click(&mut window, "Go on: Reveal");
    click(&mut window, "Show the scores");
    assert!(evaluated(&window).is_some());
    assert!(has(&window, "Dots of Complexity"));
    click(&mut window, "Go on: Discuss");
    click(&mut window, "Three minutes");
    assert!(has(&window, "left"));
    click(&mut window, "Go on: Agree");
    let take = window.query_all_by_label("Take 3.5").next();
    take.expect("the mean of 4, 2 and 5, to the half level")
        .click();
    window.run_ok();
    let round = &first(&window).rounds[0];
    let agreed: Vec<Factor> = Factor::ALL
        .into_iter()
        .filter(|factor| round.agreed[*factor].is_some())
        .collect();
    assert_eq!(agreed.len(), 1);
    // Another round keeps this one and begins blank and hidden.
    click(&mut window, "Begin another round");
    assert_eq!(first(&window).rounds.len(), 2);
    assert_eq!(first(&window).rounds[1].stage, Stage::Score);
    assert!(has(&window, "0 of 3 have answered"));
    let kept = &first(&window).rounds[0];
    assert!(kept.agreed[agreed[0]].is_some());
    assert_eq!(kept.responses.len(), 3);
}

fn evaluated(window: &Window) -> Option<f64> {
    let round = &first(window).rounds[0];
    let result = evaluate(round, &Settings::default());
    result.outcome.map(|outcome| outcome.resonance)
}

#[test]
fn somebody_who_has_answered_starts_blank_and_never_sees_the_old_answers() {
    let mut window = scoring();
    for round in 0..2 {
        click(&mut window, "Hand the laptop to Amina");
        assert_eq!(has(&window, "going on starts blank"), round == 1);
        click(&mut window, "I am Amina");
        let id = resonance::ui::widgets::score_slider_id(Factor::Complexity);
        assert!(!heard(&window).contains("Level 4.0"));
        window.ctx.memory_mut(|memory| memory.request_focus(id));
        window.run_ok();
        key(&mut window, Key::Num4);
        assert!(heard(&window).contains("Level 4.0"));
        click(&mut window, "Done, hide my answers");
    }
}

#[test]
fn the_grid_takes_keys_and_blocks_and_shows_nothing_of_them() {
    let mut window = scoring();
    click(&mut window, "Type a grid");
    click(
        &mut window,
        "Respondent 1, Comparative advantage: not scored",
    );
    for digit in [
        Key::Num1,
        Key::Num2,
        Key::Num3,
        Key::Num4,
        Key::Num5,
        Key::N,
    ] {
        key(&mut window, digit);
    }
    press(&mut window, Modifiers::SHIFT, Key::Num3);
    key(&mut window, Key::Num4);
    let answers = first(&window).rounds[0].responses[0].answers.clone();
    let level = |value| Score::Scored(Level::new(value).unwrap());
    assert_eq!(answers[Factor::Complexity].score(), level(2.0));
    assert_eq!(
        answers[Factor::AnticipatedBenefits].score(),
        Score::NotApplicable
    );
    assert_eq!(answers[Factor::SocialImpact].score(), level(3.5));
    // Past the last factor the next person begins; a block is pasted there.
    window.event(Event::Paste(
        "3\t3\t3\t3\t3\t3\t3\t3\n4\t4\t4\t4\t4\t4\t4\t4\n".into(),
    ));
    window.run_ok();
    let responses = &first(&window).rounds[0].responses;
    assert_eq!(responses[1].score(Factor::ComparativeAdvantage), level(3.0));
    assert_eq!(
        responses[2].score(Factor::FacilitatingConditions),
        level(4.0)
    );
    assert!(has(&window, "Amina, Complexity: answered, hidden"));
    assert!(!heard(&window).contains("3.5"));
    // One step of the history for the block; a wrong one takes nothing in.
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(has(&window, "Amina, Complexity: not scored"));
    let before = window.state().workbook().clone();
    window.event(Event::Paste("3\t9".into()));
    window.run_ok();
    assert!(has(&window, "Row 1, column 2"));
    assert!(window.state().workbook().same_as(&before));
}

/// The demo with its first firm's latest round at the step of scoring.
fn hidden_demo() -> Workbook {
    let mut workbook = demo_workbook(Language::English).unwrap();
    let enterprise = workbook.enterprises[0].clone();
    let change = Command::ChangeRound {
        enterprise: enterprise.id,
        round: enterprise.latest_round().unwrap().id,
        change: RoundChange::Stage(Stage::Score),
    };
    apply(&mut workbook, &change).unwrap();
    workbook
}

#[test]
fn hidden_scores_are_on_no_screen_and_in_no_accessibility_tree() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hidden.resonance");
    save_workbook(&path, &hidden_demo(), &Overwrite::Always).unwrap();
    let mut window = Setup {
        file: Some(path),
        ..high()
    }
    .tree();
    crate::support::wait_until(&mut window, "the file is open", |workbench| {
        !workbench.workbook().enterprises.is_empty()
    });
    let shortcuts = [
        (Modifiers::COMMAND, Key::Num1),
        (Modifiers::COMMAND, Key::G),
        (Modifiers::COMMAND, Key::Num2),
        (CTRL_SHIFT, Key::Num2),
        (Modifiers::COMMAND, Key::Num4),
        (Modifiers::COMMAND, Key::R),
        (CTRL_SHIFT, Key::P),
    ];
    for (modifiers, shortcut) in shortcuts {
        press(&mut window, modifiers, shortcut);
        let heard = heard(&window);
        // What the demo's first firm has as result and as scores.
        for told in ["Green Valley Farm 70", "Level 4.5", "Resonance 70", "0.76"] {
            assert!(!heard.contains(told), "{shortcut:?}: {told}");
        }
    }
    assert!(heard(&window).contains("Green Valley Farm"));
}

#[test]
fn hidden_scores_are_in_no_export_and_no_printed_score() {
    let workbook = hidden_demo();
    let (table, left_out) = write_scores(&workbook).unwrap();
    assert_eq!(left_out.hidden, 1);
    let of_farm = |line: &&str| line.contains("Green Valley Farm");
    let rows: Vec<&str> = table.lines().filter(of_farm).collect();
    assert!(
        rows.iter().all(|row| row.contains(",Baseline,")),
        "{rows:?}"
    );
    assert_eq!(rows.len(), 5);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hidden.resonance");
    save_workbook(&path, &workbook, &Overwrite::Always).unwrap();
    for format in ["json", "table"] {
        let printed = std::process::Command::new(env!("CARGO_BIN_EXE_resonance"))
            .args(["score", "--format", format])
            .arg(&path)
            .output()
            .unwrap();
        let printed = String::from_utf8(printed.stdout).unwrap();
        assert!(printed.contains("hidden"), "{format}");
        if format == "json" {
            let json: serde_json::Value = serde_json::from_str(&printed).unwrap();
            let round = &json["enterprises"][0]["rounds"][1];
            assert_eq!(round["hidden"], true);
            assert_eq!(round["resonance"], serde_json::Value::Null);
            assert_eq!(
                round["factors"]["complexity"]["score"],
                serde_json::Value::Null
            );
            assert_eq!(round["factors"]["complexity"]["respondents"], 0);
        }
    }
}

#[test]
fn the_file_says_that_hiding_is_not_encryption_and_keeps_the_step() {
    let workbook = hidden_demo();
    let text = workbook_text(&workbook).unwrap();
    assert!(
        text.contains("This file is not encrypted"),
        "{}",
        &text[..600]
    );
    let path = std::path::Path::new("x.resonance");
    assert_eq!(parse_workbook(path, &text), Ok(workbook));
    let open = workbook_text(&demo_workbook(Language::English).unwrap()).unwrap();
    assert!(!open.contains("not encrypted"));
}

#[test]
fn names_of_people_and_firms_are_hidden_by_one_switch_each_on_screen_and_in_exports() {
    let mut window = Setup::default().tree();
    press(&mut window, Modifiers::COMMAND, Key::Num1);
    assert!(heard(&window).contains("Mei Lin") && heard(&window).contains("Hill Dairy"));
    press(&mut window, CTRL_SHIFT, Key::H);
    press(&mut window, CTRL_SHIFT, Key::A);
    for (modifiers, shortcut) in [
        (Modifiers::COMMAND, Key::Num1),
        (Modifiers::COMMAND, Key::G),
        (Modifiers::COMMAND, Key::R),
        (Modifiers::COMMAND, Key::Num2),
        (CTRL_SHIFT, Key::Num2),
        (Modifiers::COMMAND, Key::Num6),
        (CTRL_SHIFT, Key::P),
    ] {
        press(&mut window, modifiers, shortcut);
        let heard = heard(&window);
        for name in ["Mei Lin", "Amina", "Hill Dairy", "Green Valley"] {
            assert!(!heard.contains(name), "{shortcut:?}: {name}");
        }
    }
    let workbook = Arc::clone(window.state().workbook());
    let (table, _) = write_scores(&workbook).unwrap();
    assert!(!table.contains("Mei Lin") && !table.contains("Green Valley"));
    assert!(
        table
            .lines()
            .nth(1)
            .unwrap()
            .starts_with("A,agriculture,Baseline,1,")
    );
    key(&mut window, Key::Escape);
    // A second touch of the switches shows them again; nothing was lost.
    press(&mut window, CTRL_SHIFT, Key::A);
    press(&mut window, CTRL_SHIFT, Key::H);
    press(&mut window, Modifiers::COMMAND, Key::Num1);
    assert!(heard(&window).contains("Mei Lin") && heard(&window).contains("Hill Dairy"));
}

/// A code of somebody who gives the same level to every factor.
fn code(workbook: &Workbook, enterprise: usize, name: &str, value: f64) -> String {
    let enterprise = &workbook.enterprises[enterprise];
    let mut answers = resonance::model::PerFactor::default();
    for factor in Factor::ALL {
        let answer: &mut resonance::model::Answer = &mut answers[factor];
        answer.direct = Score::Scored(Level::new(value).unwrap());
    }
    ResponseCode {
        workbook: tag(workbook.id.0),
        enterprise: tag(enterprise.id.0),
        round: tag(enterprise.latest_round().unwrap().id.0),
        name: name.into(),
        answers,
    }
    .text()
}

fn paste_codes(window: &mut Window, text: &str) {
    press(window, CTRL_SHIFT, Key::I);
    window
        .get_by_role_and_label(Role::MultilineTextInput, "Take in response codes")
        .focus();
    window.run_ok();
    window.event(Event::Paste(text.into()));
    window.run_ok();
}

#[test]
fn codes_of_many_people_are_previewed_and_taken_in_as_one_step() {
    let mut window = Setup {
        size: [1280.0, 1400.0],
        ..Setup::default()
    }
    .tree();
    let workbook = Arc::clone(window.state().workbook());
    let good = [
        code(&workbook, 0, "Nina", 4.0),
        code(&workbook, 1, "赵伟", 2.0),
        code(&workbook, 0, "", 3.0),
    ];
    let mut damaged = good[0].clone();
    damaged.replace_range(10..11, if &damaged[10..11] == "2" { "3" } else { "2" });
    let mut other = workbook.as_ref().clone();
    other.id = resonance::model::WorkbookId(uuid::Uuid::from_u128(77));
    let foreign = code(&other, 0, "Stranger", 1.0);
    let conflict = code(&workbook, 0, "Mei Lin", 1.0);
    let lines = [
        &good[0], &good[1], &good[2], &damaged, &foreign, "hello", &good[0], &conflict,
    ];
    paste_codes(&mut window, &lines.join("\n"));
    for told in [
        "Line 1: Nina for Green Valley Farm, Review: 8 of 8 answered",
        "Line 2: 赵伟 for Hill Dairy",
        "Line 3: without a name",
        "Line 4: a character is wrong, missing or too many",
        "Line 5: made from another workbook",
        "Line 6: not a response code",
        "Line 7: the same code as on an earlier line",
        "Somebody of this name has answered already",
    ] {
        assert!(has(&window, told), "{told}");
    }
    assert!(window.state().workbook().same_as(&workbook), "nothing yet");
    // Each is unusual: something was agreed in the round, it is another firm's, it has no name.
    assert!(has(&window, "0 ready, 4 waiting for you, 4 not taken"));
    for place in 0..3 {
        let yes: Vec<_> = window.query_all_by_label("Take in").collect();
        yes[place].click();
        drop(yes);
        window.run_ok();
    }
    click(&mut window, "Take in 3");
    let taken = Arc::clone(window.state().workbook());
    assert_eq!(taken.enterprises[0].people.len(), 7);
    assert_eq!(
        taken.enterprises[1].people.len(),
        workbook.enterprises[1].people.len() + 1
    );
    let round = taken.enterprises[0].latest_round().unwrap();
    let nina = &taken.enterprises[0].people[5];
    assert_eq!(nina.name, "Nina");
    let level = Score::Scored(Level::new(4.0).unwrap());
    assert_eq!(
        round.response(nina.id).unwrap().score(Factor::Complexity),
        level
    );
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(window.state().workbook().same_as(&workbook), "one step");
    // A conflict is decided, and codes of another workbook are taken when the user says so.
    paste_codes(&mut window, &[conflict.as_str(), &foreign].join(" "));
    click(&mut window, "Replace");
    click(
        &mut window,
        "Also take codes made from another workbook, into the round on screen",
    );
    click(&mut window, "Take in");
    click(&mut window, "Take in 2");
    let farm = &window.state().workbook().enterprises[0];
    assert_eq!(farm.people.len(), 6);
    let mei = farm
        .latest_round()
        .unwrap()
        .response(farm.people[0].id)
        .unwrap();
    let lowest = Score::Scored(Level::MIN);
    assert_eq!(mei.score(Factor::Complexity), lowest);
}

#[test]
fn a_downloaded_code_file_and_a_form_go_through_the_usual_ways() {
    let folder = tempfile::tempdir().unwrap();
    let dialogs = crate::support::FakeDialogs::default();
    let form = folder.path().join("form.html");
    *dialogs.0.borrow_mut() = Some(form.clone());
    let mut window = Setup {
        dialogs: dialogs.clone(),
        ..Setup::default()
    }
    .tree();
    press(&mut window, CTRL_SHIFT, Key::F);
    crate::support::wait_until(&mut window, "the form is written", |_| form.is_file());
    let text = std::fs::read_to_string(&form).unwrap();
    assert!(text.contains("Green Valley Farm") && text.contains("复杂性"));
    let codes = folder.path().join("resonance-response.txt");
    let code = code(window.state().workbook(), 0, "Nina", 4.0);
    std::fs::write(&codes, format!("{code}\n")).unwrap();
    *dialogs.0.borrow_mut() = Some(codes);
    press(&mut window, Modifiers::COMMAND, Key::O);
    crate::support::wait_until(&mut window, "the codes are offered", |workbench| {
        workbench.session().dialog.is_some()
    });
    assert!(has(&window, "Line 1: Nina for Green Valley Farm"));
}

#[test]
fn keys_that_arrive_in_one_frame_fill_one_cell_each() {
    let mut window = scoring();
    click(&mut window, "Type a grid");
    let cell = window.query_all_by_label_contains("Respondent 1, Comparative advantage");
    cell.for_each(|node| node.click());
    window.run_ok();
    // As on a slow laptop: nine keys before the next frame.
    for digit in [1, 2, 3, 4, 5, 4, 3, 2, 1] {
        let key = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5][digit - 1];
        window.input_mut().events.push(Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: Modifiers::NONE,
        });
    }
    window.run_ok();
    let round = first(&window).rounds[0].clone();
    let people: Vec<_> = first(&window)
        .people
        .iter()
        .map(|person| person.id)
        .collect();
    let row = |person: usize| -> Vec<Option<f64>> {
        let response = round.response(people[person]);
        let level = |factor| Some(response?.score(factor).level()?.value());
        Factor::ALL.into_iter().map(level).collect()
    };
    let expected = [1.0, 2.0, 3.0, 4.0, 5.0, 4.0, 3.0, 2.0].map(Some);
    assert_eq!(row(0), expected);
    assert_eq!(row(1)[0], Some(1.0));
}
