//! What is taken out of the window: pictures of charts, reports.

use std::{fs, sync::Arc};

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use resonance::{
    chart::{Chart, Ink, Place, TextRole},
    report::logo,
    state::{Action, ChartAction, ChartGoal, Effect, TakenChart, Tone},
};

use crate::{
    desk::Desk,
    support::{Setup, has, press},
};

/// A chart of one word, of two lines of numbers.
fn taken(name: &str) -> Arc<TakenChart> {
    let lines = vec!["Costs: 2.0".to_owned(), "Benefits: 3.5".to_owned()];
    let mut chart = Chart {
        description: lines,
        ..Chart::default()
    };
    let text = "Costs 成本";
    chart.text(
        (10.0, 20.0),
        Place::Start,
        text,
        TextRole::Strong,
        Ink::Text,
    );
    Arc::new(TakenChart {
        name: name.to_owned(),
        chart,
        size: (200.0, 120.0),
    })
}

fn takes(desk: &mut Desk, chart: &Arc<TakenChart>, to: ChartGoal) {
    let chart = Arc::clone(chart);
    desk.does(Action::Chart(ChartAction { chart, to }));
}

#[test]
fn a_chart_is_copied_as_a_picture_of_twice_its_size_and_as_its_numbers() {
    let mut desk = Desk::demo();
    takes(&mut desk, &taken("Green Valley"), ChartGoal::Picture);
    let picture = desk.asked.iter().find_map(|effect| match effect {
        Effect::CopyPicture(pixels) => Some(pixels.clone()),
        _ => None,
    });
    let picture = picture.expect("a picture");
    assert_eq!((picture.width, picture.height), (400, 240));
    let ground = &picture.rgba[..4];
    let inked = picture.rgba.chunks(4).filter(|pixel| *pixel != ground);
    assert!(inked.count() > 100, "the word is seen");
    assert_eq!(desk.said(), (Tone::Good, "Picture copied".into()));
    takes(&mut desk, &taken("Green Valley"), ChartGoal::Text);
    let text = desk.asked.iter().find_map(|effect| match effect {
        Effect::Copy(text) => Some(text.as_str()),
        _ => None,
    });
    assert_eq!(text, Some("Green Valley\nCosts: 2.0\nBenefits: 3.5"));
}

#[test]
fn a_chart_is_saved_as_its_ending_says_and_as_png_without_one() {
    let mut desk = Desk::demo();
    for (chosen, written) in [("a", "a.png"), ("b.svg", "b.svg"), ("c.PNG", "c.PNG")] {
        desk.chooses(chosen);
        takes(&mut desk, &taken("Green: Valley"), ChartGoal::File);
        let bytes = fs::read(desk.path(written)).unwrap();
        if written.ends_with("svg") {
            let text = String::from_utf8(bytes).unwrap();
            assert!(text.starts_with("<svg") && text.contains("成本"), "{text}");
        } else {
            let picture = logo(&bytes, "").unwrap();
            assert_eq!((picture.width, picture.height), (400, 240));
        }
    }
    assert_eq!(fs::read_dir(desk.folder.path()).unwrap().count(), 3);
}

#[test]
fn a_picture_that_cannot_be_written_is_a_sentence_and_leaves_nothing() {
    let mut desk = Desk::demo();
    desk.chooses("no such folder/a.png");
    takes(&mut desk, &taken("Green Valley"), ChartGoal::File);
    let (tone, said) = desk.said();
    assert_eq!(tone, Tone::Bad);
    assert!(said.contains("its folder is not there"), "{said}");
    assert_eq!(fs::read_dir(desk.folder.path()).unwrap().count(), 0);
}

#[test]
fn every_chart_has_its_menu_by_the_keyboard_and_none_while_presenting() {
    let mut window = Setup::default().tree();
    press(&mut window, Modifiers::COMMAND, Key::Num2);
    let menus = "Copy or save this picture";
    assert!(window.query_all_by_label(menus).count() >= 2);
    window.query_all_by_label(menus).next().unwrap().focus();
    window.run_ok();
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(has(&window, "Copy picture") && has(&window, "Save picture…"));
    window.get_by_label("Copy as text").click();
    window.run_ok();
    assert!(has(&window, "Copied"));
    press(&mut window, Modifiers::NONE, Key::F5);
    assert!(!has(&window, menus));
}
