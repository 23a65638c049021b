//! Presenting: one enterprise after the other in front of a room.

use std::sync::Arc;

use crate::support::{Setup, click, has, key, press, wait_until};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use resonance::{
    cli::Content,
    i18n::Language,
    knowledge::demo_workbook,
    model::Stage,
    storage::{Overwrite, save_workbook},
};

#[test]
fn one_key_shows_the_chosen_enterprise_alone_and_arrows_turn_to_the_next() {
    let mut window = Setup::default().tree();
    key(&mut window, Key::F5);
    assert!(has(&window, "Green Valley Farm") && has(&window, "1 of 14"));
    assert!(has(&window, "Do this first"));
    assert!(!has(&window, "Portfolio") && !has(&window, "Hill Dairy"));
    key(&mut window, Key::ArrowLeft);
    assert!(has(&window, "1 of 14"), "nothing lies before the first");
    key(&mut window, Key::Space);
    assert!(has(&window, "Hill Dairy") && has(&window, "2 of 14"));
    // Nothing of the document can be changed from here, but how it looks can.
    press(&mut window, Modifiers::COMMAND, Key::D);
    assert_eq!(window.state().workbook().enterprises.len(), 14);
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    assert!(window.query_by_label("B").is_some(), "an alias");
    assert!(!has(&window, "Hill Dairy"));
    key(&mut window, Key::Escape);
    assert!(has(&window, "Portfolio") && !has(&window, "2 of 14"));
}

#[test]
fn those_selected_are_presented_in_the_order_of_the_table() {
    let mut window = Setup::default().tree();
    press(&mut window, Modifiers::COMMAND, Key::Num5);
    key(&mut window, Key::ArrowDown);
    key(&mut window, Key::Space);
    key(&mut window, Key::ArrowDown);
    key(&mut window, Key::Space);
    let selected = window.state().session().selected.len();
    assert_eq!(selected, 2);
    click(&mut window, "Present");
    let presented = window.state().session().presented.clone().unwrap();
    assert_eq!(presented.enterprises.len(), 2);
    assert!(has(&window, "1 of 2"));
    let first = window.state().session().enterprise;
    assert_eq!(first, Some(presented.enterprises[0]));
    click(&mut window, "Next");
    let second = window.state().session().enterprise;
    assert_eq!(second, Some(presented.enterprises[1]));
    click(&mut window, "End presenting");
    assert!(window.state().session().presented.is_none());
}

#[test]
fn a_round_being_scored_shows_nothing_and_an_incomplete_one_says_what_is_missing() {
    let mut workbook = demo_workbook(Language::English).unwrap();
    let firm = Arc::make_mut(&mut workbook.enterprises[0]);
    Arc::make_mut(firm.rounds.last_mut().unwrap()).stage = Stage::Score;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("room.resonance");
    save_workbook(&path, &workbook, &Overwrite::Always).unwrap();
    let mut window = Setup {
        content: Content::Start,
        file: Some(path),
        ..Setup::default()
    }
    .tree();
    wait_until(&mut window, "the file is open", |workbench| {
        !workbench.workbook().enterprises.is_empty()
    });
    key(&mut window, Key::F5);
    assert!(has(&window, "Green Valley Farm"));
    assert!(!has(&window, "Strong") && !has(&window, "Radar of"));
    let mut enterprises = workbook.enterprises.iter();
    let mill = enterprises.position(|one| one.name == "Old Mill Foods");
    for _ in 0..mill.unwrap() {
        key(&mut window, Key::ArrowRight);
    }
    assert!(has(&window, "Old Mill Foods"));
    assert!(!has(&window, "Do this first"));
}
