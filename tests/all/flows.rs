//! The window as a user drives it, through the accessibility tree; no display needed.

use std::sync::Arc;

use crate::support::{FakeDialogs, Setup, wait_until};
use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT, Queryable},
};
use resonance::{
    cli::Content,
    i18n::Language,
    model::{Factor, Score},
    state::{Dialog, Picture, Screen},
    storage::open_workbook,
    window::Workbench,
};

type Window = Harness<'static, Workbench>;

fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    window.run_ok();
}

fn command(window: &mut Window, key: Key) {
    press(window, Modifiers::COMMAND, key);
}

fn slider<'a>(window: &'a Window, factor: &str) -> egui_kittest::Node<'a> {
    let wanted = format!("Score of {factor}");
    window
        .query_all_by_role(Role::Slider)
        .find(|node| node.accesskit_node().label().as_deref() == Some(wanted.as_str()))
        .unwrap_or_else(|| panic!("there is no slider {wanted:?}"))
}

const NAMES: [&str; 8] = [
    "Comparative advantage",
    "Complexity",
    "Compatibility",
    "Observability",
    "Expected costs",
    "Anticipated benefits",
    "Social impact",
    "Facilitating conditions",
];

/// Presses Tab until something has the focus.
fn tab_to(window: &mut Window, label: &str) {
    for _ in 0..80 {
        press(window, Modifiers::NONE, Key::Tab);
        let there = window
            .query_all_by_label(label)
            .any(|node| node.accesskit_node().is_focused());
        if there {
            return;
        }
    }
    panic!("Tab never came to {label:?}");
}

fn blank() -> Window {
    let mut window = Setup {
        content: Content::Start,
        ..Setup::default()
    }
    .tree();
    command(&mut window, Key::N);
    press(&mut window, Modifiers::NONE, Key::Enter);
    window
}

#[test]
fn a_firm_is_scored_with_the_keyboard_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("绿谷 farm.resonance");
    let dialogs = FakeDialogs::default();
    *dialogs.0.borrow_mut() = Some(path.clone());
    let mut window = Setup {
        content: Content::Start,
        dialogs,
        ..Setup::default()
    }
    .tree();
    command(&mut window, Key::N);
    // The new enterprise's name is being edited, all of it selected.
    window.event(egui::Event::Text("绿谷".into()));
    window.run_ok();
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(window.state().workbook().enterprises[0].name, "绿谷");
    // With the name typed the first slider has the focus, and down leads to the next.
    for name in NAMES {
        assert!(slider(&window, name).is_focused(), "{name}");
        press(&mut window, Modifiers::NONE, Key::Num4);
        press(&mut window, Modifiers::NONE, Key::ArrowDown);
    }
    press(&mut window, Modifiers::NONE, Key::ArrowLeft);
    press(&mut window, Modifiers::SHIFT, Key::ArrowRight);
    assert!(
        slider(&window, "Facilitating conditions")
            .value()
            .unwrap()
            .contains("3.6")
    );
    command(&mut window, Key::Num2);
    assert_eq!(window.state().session().screen, Screen::Results);
    command(&mut window, Key::S);
    wait_until(&mut window, "saved", |_| path.is_file());
    let reopened = open_workbook(&path).unwrap();
    assert!(reopened == **window.state().workbook());
    let response = &reopened.enterprises[0].rounds[0].responses[0];
    assert!(
        Factor::ALL
            .iter()
            .all(|factor| response.score(*factor).level().is_some())
    );

    // A second window opens it again.
    drop(window);
    let mut again = Setup {
        content: Content::Start,
        file: Some(path),
        ..Setup::default()
    }
    .tree();
    wait_until(&mut again, "opened", |state| {
        !state.workbook().enterprises.is_empty()
    });
    assert!(**again.state().workbook() == reopened);
}

#[test]
fn tab_reaches_every_slider_in_reading_order() {
    let mut window = blank();
    press(&mut window, Modifiers::NONE, Key::Escape);
    for name in NAMES {
        tab_to(&mut window, &format!("Score of {name}"));
    }
}

#[test]
fn a_firm_is_scored_with_the_pointer_alone() {
    let mut window = Setup {
        content: Content::Start,
        ..Setup::default()
    }
    .tree();
    window
        .get_by_role_and_label(Role::Button, "New workbook")
        .click();
    window.run_ok();
    for name in NAMES {
        let place = slider(&window, name).rect();
        let end = egui::pos2(place.right() - 12.0, place.center().y);
        window.drag_at(place.center());
        window.run_ok();
        window.drag_at(end);
        window.drop_at(end);
        window.run_ok();
        assert!(
            slider(&window, name).value().unwrap().contains("5.0"),
            "{name}"
        );
    }
    window.get_by_label("Results").click();
    window.run_ok();
    // Two inverse factors stand at their worst: S = D = 0.75.
    assert!(window.query_by_label("75").is_some());
}

#[test]
fn every_number_follows_the_slider_on_the_same_frame() {
    let mut window = Setup::default().tree();
    let before = window.state().results().evaluations();
    slider(&window, "Complexity").focus();
    window.run_ok();
    assert_eq!(window.state().results().evaluations(), before);
    window.key_press(Key::Num5);
    window.step();
    assert_eq!(window.state().results().evaluations(), before + 1);
    assert!(
        slider(&window, "Complexity")
            .value()
            .unwrap()
            .contains("5.0")
    );
    let complexity = resonance::analysis::evaluate(
        window.state().workbook().enterprises[0]
            .latest_round()
            .unwrap(),
        &resonance::analysis::Settings::default(),
    );
    let r = format!(
        "{:.0}",
        (complexity.outcome.unwrap().resonance * 100.0).round()
    );
    assert!(
        window.query_all_by_label(&r).count() > 0,
        "{r} is not on screen"
    );
}

#[test]
fn keys_on_a_slider_set_levels_and_the_states_that_are_not_numbers() {
    let mut window = blank();
    slider(&window, "Compatibility").focus();
    window.run_ok();
    let score = |window: &Window| {
        let round = window.state().workbook().enterprises[0]
            .latest_round()
            .unwrap()
            .clone();
        round.responses[0].score(Factor::Compatibility)
    };
    assert_eq!(score(&window), Score::NotScored);
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    assert!(matches!(score(&window), Score::Scored(level) if (level.value() - 3.0).abs() < 1e-9));
    press(&mut window, Modifiers::NONE, Key::N);
    assert_eq!(score(&window), Score::NotApplicable);
    press(&mut window, Modifiers::NONE, Key::Num2);
    press(&mut window, Modifiers::NONE, Key::Delete);
    assert_eq!(score(&window), Score::NotScored);
    assert!(
        slider(&window, "Compatibility")
            .value()
            .unwrap()
            .contains("not scored")
    );
}

#[test]
fn undo_and_redo_name_their_step_and_one_slider_is_one_step() {
    let mut window = Setup::default().tree();
    let start = window.state().workbook().clone();
    slider(&window, "Complexity").focus();
    window.run_ok();
    for key in [Key::Num1, Key::Num2, Key::Num3] {
        press(&mut window, Modifiers::NONE, key);
    }
    assert!(window.query_by_label("Undo: score of Complexity").is_some());
    command(&mut window, Key::Z);
    assert!(*window.state().workbook() == start);
    assert!(window.query_by_label("Redo: score of Complexity").is_some());
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert!(*window.state().workbook() != start);
}

#[test]
fn the_language_switches_live_and_everything_follows() {
    let mut window = Setup::default().tree();
    window.get_by_label("中文").click();
    window.run_ok();
    assert!(window.query_by_label("复杂性的评分").is_some());
    assert!(window.query_by_label("评估").is_some());
    assert!(window.query_by_label("Assess").is_none());
    window.get_by_label("EN").click();
    window.run_ok();
    assert!(window.query_by_label("Assess").is_some());
}

#[test]
fn one_key_swaps_radar_and_dots_but_not_while_a_name_is_typed() {
    let mut window = Setup::default().tree();
    press(&mut window, Modifiers::NONE, Key::R);
    assert_eq!(window.state().session().picture, Picture::Dots);
    press(&mut window, Modifiers::NONE, Key::F2);
    press(&mut window, Modifiers::NONE, Key::R);
    assert_eq!(window.state().session().picture, Picture::Dots);
}

#[test]
fn what_results_shows_is_what_score_prints() {
    for language in Language::ALL {
        let workbook = resonance::knowledge::demo_workbook(language).unwrap();
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_resonance"))
            .args([
                "score",
                "--demo",
                "--format",
                "json",
                "--lang",
                language.code(),
            ])
            .output()
            .unwrap();
        let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let mut window = Setup {
            language,
            ..Setup::default()
        }
        .tree();
        command(&mut window, Key::Num2);
        for index in 0..workbook.enterprises.len() {
            let rounds = json["enterprises"][index]["rounds"].as_array().unwrap();
            let printed = rounds.last().unwrap();
            if let Some(r) = printed["resonance"].as_f64() {
                let shown = format!("{:.0}", r.round());
                let found = window.query_all_by_label(&shown).count();
                assert!(found > 0, "{shown} of enterprise {index} is not on screen");
                let heading = printed["supply"].as_f64().unwrap();
                // A half is rounded up on screen.
                let side = format!("{:.2}", heading + 1e-9);
                assert!(spoken(&window).contains(&side), "{side}");
            } else {
                assert!(
                    window.query_all_by_label("–").count() > 0 || printed["missing"].is_array()
                );
            }
            for (code, factor) in printed["factors"].as_object().unwrap() {
                if let Some(score) = factor["score"].as_f64() {
                    let shown = format!("{:.1}", score + 1e-9);
                    assert!(spoken(&window).contains(&shown), "{code} {shown}");
                }
            }
            command(&mut window, Key::PageDown);
        }
    }
}

/// All names of pictures, which carry their numbers.
fn spoken(window: &Window) -> String {
    window
        .query_all_by_role(Role::Image)
        .filter_map(|node| node.accesskit_node().label())
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn unsaved_work_is_asked_about_before_it_goes() {
    let mut window = Setup::default().tree();
    slider(&window, "Complexity").focus();
    window.run_ok();
    press(&mut window, Modifiers::NONE, Key::Num5);
    let changed = window.state().workbook().clone();
    command(&mut window, Key::N);
    assert!(matches!(
        window.state().session().dialog,
        Some(Dialog::Unsaved(_))
    ));
    window.get_by_label("Cancel").click();
    window.run_ok();
    assert!(*window.state().workbook() == changed);
    command(&mut window, Key::N);
    window.get_by_label("Don’t save").click();
    window.run_ok();
    assert_eq!(window.state().workbook().enterprises.len(), 1);
}

#[test]
fn a_damaged_file_is_a_sentence_and_what_is_open_stays_open() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("damaged.resonance");
    std::fs::write(
        &path,
        "(format: \"resonance-workbook\", version: 1, workbook: (\n  id: 7,\n",
    )
    .unwrap();
    let dialogs = FakeDialogs::default();
    *dialogs.0.borrow_mut() = Some(path);
    let mut window = Setup {
        dialogs,
        ..Setup::default()
    }
    .tree();
    let open = window.state().workbook().clone();
    command(&mut window, Key::O);
    wait_until(&mut window, "a message", |state| {
        !state.session().toasts.is_empty()
    });
    let text = window.state().session().toasts[0].text.clone();
    assert!(text.contains("damaged.resonance, line 2"), "{text}");
    assert!(*window.state().workbook() == open);
}

#[test]
fn a_window_that_opens_its_own_file_anew_keeps_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("own.resonance");
    let dialogs = FakeDialogs::default();
    *dialogs.0.borrow_mut() = Some(path.clone());
    let mut window = Setup {
        dialogs,
        ..Setup::default()
    }
    .tree();
    let says = |state: &Workbench, text: &str| {
        let toasts = &state.session().toasts;
        toasts.iter().any(|toast| toast.text == text)
    };
    let saved = Language::English.saved(&path.display().to_string());
    command(&mut window, Key::S);
    wait_until(&mut window, "saved", |state| says(state, &saved));
    let before = window.state().workbook().clone();
    command(&mut window, Key::O);
    wait_until(&mut window, "opened", |state| {
        !Arc::ptr_eq(state.workbook(), &before)
    });
    assert!(!says(window.state(), Language::English.opened_elsewhere()));
    assert!(folder.path().join(".own.resonance.lock").is_file());
}

#[test]
fn where_there_is_no_file_dialog_a_path_can_be_typed() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Setup::default().tree();
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    wait_until(&mut window, "a path is asked for", |state| {
        matches!(state.session().dialog, Some(Dialog::Path { .. }))
    });
    let field = window.get_by_role_and_label(Role::TextInput, "Path");
    field.focus();
    window.run_ok();
    let path = folder.path().join("typed");
    press(&mut window, Modifiers::COMMAND, Key::A);
    window.event(egui::Event::Text(path.display().to_string()));
    window.run_ok();
    press(&mut window, Modifiers::NONE, Key::Enter);
    let written = folder.path().join("typed.resonance");
    wait_until(&mut window, "saved", |_| written.is_file());
}

#[test]
fn enterprises_are_added_copied_moved_deleted_and_brought_back() {
    let mut window = Setup::default().tree();
    let names = |window: &Window| -> Vec<String> {
        let enterprises = &window.state().workbook().enterprises;
        enterprises
            .iter()
            .map(|enterprise| enterprise.name.clone())
            .collect()
    };
    let start = names(&window);
    command(&mut window, Key::D);
    assert_eq!(names(&window)[1], "Green Valley Farm (copy)");
    press(&mut window, Modifiers::ALT, Key::ArrowDown);
    assert_eq!(names(&window)[2], "Green Valley Farm (copy)");
    command(&mut window, Key::Delete);
    assert_eq!(names(&window), start);
    window.get_by_label("Undo").click();
    window.run_ok();
    assert_eq!(names(&window)[2], "Green Valley Farm (copy)");
}

#[test]
fn the_search_filters_and_says_when_nothing_is_found() {
    let mut window = Setup::default().tree();
    command(&mut window, Key::F);
    window.event(egui::Event::Text("logistics".into()));
    window.run_ok();
    assert!(
        window
            .query_by_label_contains("Harbour Logistics")
            .is_some()
    );
    assert!(window.query_by_label_contains("Stone Bridge Inn").is_none());
    window.event(egui::Event::Text("xyz".into()));
    window.run_ok();
    assert!(
        window
            .query_by_label_contains("No enterprise matches")
            .is_some()
    );
}

#[test]
fn every_number_of_results_can_be_asked_how_it_came() {
    let mut window = Setup {
        size: [1280.0, 2400.0],
        ..Setup::default()
    }
    .tree();
    command(&mut window, Key::Num2);
    window.get_by_label("Details for experts").click();
    window.run_ok();
    let labels: Vec<String> = window
        .query_all_by_label_contains("computed?")
        .filter_map(|node| node.accesskit_node().label())
        .collect();
    assert!(labels.len() >= 16, "{labels:?}");
    for label in labels {
        window.get_by_label(&label).click();
        window.run_ok();
        assert!(
            window.query_by_label("With the numbers put in").is_some(),
            "{label}"
        );
        press(&mut window, Modifiers::NONE, Key::Escape);
        assert!(
            window.query_by_label("With the numbers put in").is_none(),
            "{label}"
        );
    }
}

#[test]
fn an_empty_workbook_says_what_belongs_there_on_every_screen() {
    let mut window = Setup {
        content: Content::Start,
        ..Setup::default()
    }
    .tree();
    for key in [Key::Num1, Key::Num2] {
        command(&mut window, key);
        assert!(window.query_all_by_label("Add enterprise").count() >= 2);
    }
}

#[test]
fn settings_are_remembered() {
    let folder = tempfile::tempdir().unwrap();
    let setup = || Setup {
        folder: Some(folder.path().to_owned()),
        ..Setup::default()
    };
    let mut window = setup().tree();
    command(&mut window, Key::Equals);
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::F3);
    let settings = resonance::storage::Settings::load(folder.path());
    assert_eq!(settings.text_size_percent, 110);
    assert_eq!(
        settings.theme,
        resonance::storage::ThemeChoice::HighContrast
    );
}

#[test]
fn keys_pressed_within_one_frame_act_in_their_order() {
    let mut window = blank();
    slider(&window, "Comparative advantage").focus();
    window.run_ok();
    for key in [
        Key::Num4,
        Key::ArrowDown,
        Key::Num2,
        Key::ArrowDown,
        Key::ArrowDown,
        Key::N,
        Key::ArrowUp,
        Key::Num5,
        Key::ArrowLeft,
    ] {
        window.input_mut().events.push(egui::Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: Modifiers::NONE,
        });
    }
    window.run_ok();
    let round = window.state().workbook().enterprises[0]
        .latest_round()
        .unwrap()
        .clone();
    let level = |factor| {
        round.responses[0]
            .score(factor)
            .level()
            .map(resonance::model::Level::value)
    };
    assert_eq!(level(Factor::ComparativeAdvantage), Some(4.0));
    assert_eq!(level(Factor::Complexity), Some(2.0));
    assert_eq!(level(Factor::Compatibility), Some(4.5));
    let observability = round.responses[0].score(Factor::Observability);
    assert_eq!(observability, Score::NotApplicable);
    assert!(slider(&window, "Compatibility").is_focused());
}

#[test]
fn people_are_combined_by_mean_or_median_as_the_menu_says() {
    let mut window = Setup::default().tree();
    let r = |window: &Window| {
        let workbook = window.state().workbook();
        let round = workbook.enterprises[0].latest_round().unwrap().clone();
        let settings = resonance::analysis::Settings::of(workbook);
        resonance::analysis::evaluate(&round, &settings)
            .outcome
            .unwrap()
            .resonance
    };
    let mean = r(&window);
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::M);
    assert!((r(&window) - mean).abs() > 1e-6);
    command(&mut window, Key::M);
    assert!((r(&window) - mean).abs() < 1e-12);
}

#[test]
fn every_chart_is_text_one_key_away_and_the_matrix_is_read_by_arrow_keys() {
    let mut window = Setup {
        size: [1280.0, 2400.0],
        ..Setup::default()
    }
    .tree();
    window.key_press_modifiers(Modifiers::COMMAND, Key::Num2);
    window.run_ok();
    window.get_by_label("Resonance matrix").click();
    window.run_ok();
    let cell = |window: &Harness<'static, Workbench>| {
        let matrix = window.query_all_by_label("Resonance matrix");
        let values = matrix.filter_map(|node| node.value());
        values.collect::<Vec<_>>().concat()
    };
    assert_eq!(cell(&window), "Comparative advantage – Expected costs 0.68");
    let focus = |window: &mut Harness<'static, Workbench>| {
        let all = window.query_all_by_label("Resonance matrix");
        all.filter(|node| node.value().is_some())
            .for_each(|node| node.focus());
        window.run_ok();
    };
    focus(&mut window);
    for key in [Key::ArrowRight, Key::ArrowDown] {
        window.key_press(key);
        window.run_ok();
    }
    assert_eq!(cell(&window), "Complexity – Anticipated benefits 0.71");
    let line = "Observability – Social impact 0.73";
    assert!(window.query_by_label(line).is_none(), "still a picture");
    window.key_press(Key::T);
    window.run_ok();
    assert!(window.query_by_label(line).is_some(), "a line of text");
    assert!(window.query_by_label("Comparative advantage 4.1").is_some());
}
