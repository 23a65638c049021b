//! Charts as text: a line is one line whatever stands in it.

use std::sync::Arc;

use crate::support::{Setup, click, key, press, wait_until};
use egui::{Key, Modifiers};
use egui_kittest::{Harness, kittest::Queryable};
use resonance::{
    cli::Content,
    i18n::Language,
    knowledge::demo_workbook,
    storage::{Overwrite, save_workbook},
    window::Workbench,
};

/// The demo with a comma in the name of a round, on the screen of a number key, with charts as text.
fn as_text(screen: Key, page: &str) -> Harness<'static, Workbench> {
    let mut workbook = demo_workbook(Language::English).unwrap();
    let firm = Arc::make_mut(&mut workbook.enterprises[0]);
    Arc::make_mut(&mut firm.rounds[0]).name = "Baseline, first".into();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("charts.resonance");
    save_workbook(&path, &workbook, &Overwrite::Always).unwrap();
    let mut window = Setup {
        content: Content::Start,
        size: [1280.0, 2000.0],
        file: Some(path),
        ..Setup::default()
    }
    .tree();
    wait_until(&mut window, "the file is open", |workbench| {
        !workbench.workbook().enterprises.is_empty()
    });
    press(&mut window, Modifiers::COMMAND, screen);
    click(&mut window, page);
    key(&mut window, Key::T);
    window
}

#[test]
fn a_comma_in_a_name_breaks_no_line() {
    let window = as_text(Key::Num4, "Rows");
    let line = "Facilitating conditions: Baseline, first 1.9; Review 3.5";
    assert!(window.query_by_label(line).is_some());
}

#[test]
fn a_comma_of_the_sentence_itself_breaks_no_line() {
    let window = as_text(Key::Num5, "Distribution");
    let line = "All (13): 15 to 87, median 62";
    assert!(window.query_by_label(line).is_some());
}
