//! The portfolio: sorted, filtered, selected, ranked; nothing of hidden rounds and small groups.

use std::sync::Arc;

use crate::support::{Setup, click, has, key, large_workbook, press, wait_until};
use egui::{Event, Key, Modifiers, Pos2};
use egui_kittest::{
    Harness,
    kittest::{NodeT, Queryable},
};
use resonance::{
    cli::Content,
    i18n::Language,
    knowledge::demo_workbook,
    model::{Stage, Workbook},
    state::Screen,
    storage::{Overwrite, save_workbook},
    window::Workbench,
};

fn open(workbook: &Workbook) -> (tempfile::TempDir, Harness<'static, Workbench>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("portfolio.resonance");
    save_workbook(&path, workbook, &Overwrite::Always).unwrap();
    let mut window = Setup {
        content: Content::Start,
        file: Some(path),
        size: [1280.0, 1000.0],
        ..Setup::default()
    }
    .tree();
    let count = workbook.enterprises.len();
    wait_until(&mut window, "the file is open", |workbench| {
        workbench.workbook().enterprises.len() == count
    });
    press(&mut window, Modifiers::COMMAND, Key::Num5);
    (folder, window)
}

fn demo() -> Workbook {
    demo_workbook(Language::English).unwrap()
}

/// The enterprises of the table in its order, by their checkboxes from top to bottom.
fn names(window: &Harness<'static, Workbench>) -> Vec<String> {
    let mut found: Vec<(f32, String)> = window
        .query_all_by_label_contains("Select ")
        .filter_map(|node| {
            let label = node.accesskit_node().label()?;
            let name = label.strip_prefix("Select ")?.to_owned();
            (!name.starts_with("those") && name != "none").then(|| (node.rect().top(), name))
        })
        .collect();
    found.sort_by(|one, two| one.0.total_cmp(&two.0));
    found.into_iter().map(|(_, name)| name).collect()
}

#[test]
fn a_click_on_a_heading_sorts_and_another_turns_it_round() {
    let (_folder, mut window) = open(&demo());
    assert_eq!(names(&window)[0], "Green Valley Farm");
    click(&mut window, "Sort by Resonance");
    let best = names(&window);
    assert_eq!(best[0], "Aurora Railcar Interiors");
    assert_eq!(best[13], "Old Mill Foods", "without a number at the end");
    click(&mut window, "Sort by Resonance");
    let worst = names(&window);
    assert_eq!(worst[0], "Stone Bridge Inn");
    assert_eq!(worst[13], "Old Mill Foods", "also the other way round");
}

#[test]
fn filters_narrow_down_what_is_shown_and_selected() {
    let (_folder, mut window) = open(&demo());
    window.get_by_label("Name").focus();
    window.run_ok();
    window.get_by_label("Name").type_text("farm");
    window.run_ok();
    assert_eq!(names(&window), ["Green Valley Farm"]);
    assert!(has(&window, "1 of 14 shown, 0 selected"));
    click(&mut window, "Select those shown");
    assert_eq!(window.state().session().selected.len(), 1);
    click(&mut window, "Show all");
    assert_eq!(names(&window).len(), 14);
    click(&mut window, "Select Hill Dairy");
    assert!(has(&window, "14 of 14 shown, 2 selected"));
    click(&mut window, "Compare those selected");
    assert_eq!(window.state().session().screen, Screen::Compare);
}

#[test]
fn the_table_is_gone_through_by_keyboard() {
    let (_folder, mut window) = open(&demo());
    key(&mut window, Key::ArrowDown);
    key(&mut window, Key::ArrowDown);
    let third = window.state().workbook().enterprises[2].id;
    assert_eq!(window.state().session().enterprise, Some(third));
    key(&mut window, Key::Space);
    assert!(window.state().session().selected.contains(&third));
    key(&mut window, Key::ArrowUp);
    key(&mut window, Key::Enter);
    assert_eq!(window.state().session().screen, Screen::Results);
    let second = window.state().workbook().enterprises[1].id;
    assert_eq!(window.state().session().enterprise, Some(second));
}

#[test]
fn a_round_being_scored_shows_no_number_and_aliases_stand_for_names() {
    let mut workbook = demo();
    let firm = Arc::make_mut(&mut workbook.enterprises[0]);
    Arc::make_mut(firm.rounds.last_mut().unwrap()).stage = Stage::Score;
    workbook.uses_aliases = true;
    workbook.fill_aliases();
    let (_folder, mut window) = open(&workbook);
    assert!(has(&window, "being scored"));
    assert!(!has(&window, "Green Valley"), "aliases everywhere");
    click(&mut window, "Plane");
    assert!(has(&window, "Without a result, and so not on the plane: 2"));
    key(&mut window, Key::T);
    assert!(has(&window, "B: R 53, supply 0.41, demand 0.69"));
    assert!(!has(&window, "A: R"), "hidden also as text");
}

#[test]
fn the_lasso_selects_exactly_the_points_inside() {
    let (_folder, mut window) = open(&demo());
    click(&mut window, "Plane");
    click(&mut window, "Draw round to select");
    let plot = window
        .get_by_label("Plane and lines of equal resonance")
        .rect();
    // Round the whole plot, then round its lower right half: those the demand of which leads.
    let around = |corners: &[(f32, f32)]| -> Vec<Pos2> {
        let at = |(x, y): &(f32, f32)| {
            Pos2::new(
                plot.left() + plot.width() * x,
                plot.top() + plot.height() * y,
            )
        };
        let mut points = Vec::new();
        for pair in corners.windows(2) {
            for step in 0..=6_u8 {
                points.push(at(&pair[0]).lerp(at(&pair[1]), f32::from(step) / 6.0));
            }
        }
        points
    };
    let drag = |window: &mut Harness<'static, Workbench>, points: &[Pos2]| {
        let button = |pos: Pos2, pressed| Event::PointerButton {
            pos,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        window.event(Event::PointerMoved(points[0]));
        window.event(button(points[0], true));
        window.run_ok();
        for point in points {
            window.event(Event::PointerMoved(*point));
            window.run_ok();
        }
        window.event(button(points[points.len() - 1], false));
        window.run_ok();
    };
    let lower = around(&[(0.03, 0.99), (0.99, 0.99), (0.99, 0.03), (0.03, 0.99)]);
    drag(&mut window, &lower);
    let workbook = window.state().workbook().clone();
    let selected = window.state().session().selected.clone();
    let settings = resonance::analysis::Settings::of(&workbook);
    let mut inside = 0;
    for enterprise in &workbook.enterprises {
        let round = enterprise.latest_round().unwrap();
        let Some(outcome) = resonance::analysis::evaluate(round, &settings).outcome else {
            continue;
        };
        // Well off the diagonal there is no doubt on which side of the line a point lies.
        if (outcome.supply - outcome.demand).abs() < 0.06 {
            continue;
        }
        let below = outcome.demand > outcome.supply;
        inside += usize::from(below);
        assert_eq!(
            selected.contains(&enterprise.id),
            below,
            "{}",
            enterprise.name
        );
    }
    assert!(inside > 1);
}

#[test]
fn groups_of_fewer_than_five_show_no_figures() {
    let (_folder, mut window) = open(&demo());
    click(&mut window, "Distribution");
    assert!(has(&window, "Groups of fewer than five, not shown (12)"));
    assert!(has(&window, "All (13): 15 to 87, median 62"));
    let mut seven = large_workbook(7);
    for (index, enterprise) in seven.enterprises.iter_mut().enumerate() {
        let sector = if index < 6 { "machinery" } else { "forestry" };
        Arc::make_mut(enterprise).sector = sector.into();
    }
    let (_folder, mut window) = open(&seven);
    click(&mut window, "Distribution");
    assert!(has(&window, "Groups of fewer than five, not shown (1)"));
    assert!(!has(&window, "All ("), "all would give the one group away");
}

#[test]
fn ranks_are_counted_beside_the_window_and_say_how_far_they_hang_on_the_weights() {
    let (_folder, mut window) = open(&demo());
    click(&mut window, "Ranks");
    for _ in 0..300 {
        window.run_ok();
        if has(&window, "9 of 10 draws") {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    assert!(has(&window, "drawn 9600 times"));
    assert!(has(&window, "5 to 8"));
    assert!(has(&window, "(entropy, for comparison only)"));
}
