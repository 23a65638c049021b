//! The Compare screen: what is chosen, what differs, what is hidden, by pointer, keyboard and ear.

use std::sync::Arc;

use crate::support::{Setup, click, has, heard, key, press};
use egui::{Event, Key, Modifiers, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT, Queryable},
};
use resonance::{
    analysis::{Settings, evaluate, result_of_profile},
    cli::Content,
    i18n::Language,
    knowledge::demo_workbook,
    model::{Enterprise, Factor, Level, Stage, WhatIf, WhatIfId, Workbook},
    state::{ComparePage, Item, Profile, Screen},
    storage::{Overwrite, save_workbook},
    window::Workbench,
    wording::whole,
};
use uuid::Uuid;

type Window = Harness<'static, Workbench>;

/// Opens a workbook at Compare.
fn compare(workbook: &Workbook) -> Window {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("compare.resonance");
    save_workbook(&path, workbook, &Overwrite::Always).unwrap();
    let mut window = Setup {
        content: Content::Start,
        size: [1280.0, 2000.0],
        file: Some(path),
        ..Setup::default()
    }
    .tree();
    crate::support::wait_until(&mut window, "the file is open", |workbench| {
        !workbench.workbook().enterprises.is_empty()
    });
    press(&mut window, Modifiers::COMMAND, Key::Num4);
    assert_eq!(window.state().session().screen, Screen::Compare);
    window
}

fn demo() -> Workbook {
    demo_workbook(Language::English).unwrap()
}

/// Changes the first enterprise of the demo.
fn changed(change: impl FnOnce(&mut Enterprise)) -> Workbook {
    let mut workbook = demo();
    change(Arc::make_mut(&mut workbook.enterprises[0]));
    workbook
}

fn chosen(window: &Window) -> Vec<Item> {
    let placed = &window.state().session().compare.chosen;
    placed.iter().map(|placed| placed.item).collect()
}

/// Opens what can be added, searches, and clicks the one that is left.
fn add(window: &mut Window, search: &str, label: &str) {
    click(window, "Add…");
    type_search(window, search);
    click(window, label);
    key(window, Key::Escape);
}

fn type_search(window: &mut Window, search: &str) {
    let field = "Search enterprises, rounds, what-ifs";
    window.get_by_role_and_label(Role::TextInput, field).focus();
    window.run_ok();
    press(window, Modifiers::COMMAND, Key::A);
    window.event(Event::Text(search.to_owned()));
    window.run_ok();
}

#[test]
fn the_rounds_of_the_chosen_enterprise_come_first_and_the_sentence_is_like_for_like() {
    let workbook = demo();
    let mut window = compare(&workbook);
    assert!(chosen(&window).is_empty(), "nothing was chosen yet");
    assert!(has(&window, "Baseline: 52") && has(&window, "Review: 70"));
    assert!(has(
        &window,
        "Facilitating conditions differs most: Baseline 1.9, Review 3.5"
    ));
    assert!(has(
        &window,
        "R +19 from 52 to 71, like for like on 8 of 8 factors, 5 of 5 people, only questions answered both times"
    ));
    assert!(has(&window, "Against Baseline, like for like"));
    // Another enterprise has rounds of its own, until something is chosen.
    press(&mut window, Modifiers::COMMAND, Key::PageDown);
    assert!(has(&window, "Nothing to compare it with yet"));
    assert!(has(&window, "Baseline: 53"));
}

#[test]
fn enterprises_are_added_up_to_six_and_taken_away_and_stay_chosen() {
    let mut window = compare(&demo());
    add(&mut window, "dairy", "Hill Dairy: Baseline, 2026-03-12");
    assert_eq!(chosen(&window).len(), 3);
    assert!(has(&window, "Green Valley Farm · Review: 70"));
    assert!(
        has(&window, "R +33, like for like on 8 of 8 factors")
            || has(&window, "like for like on 8 of 8 factors")
    );
    for (search, label) in [
        (
            "silverfin review",
            "Silverfin Aquaculture: Review, 2026-10-15",
        ),
        ("northwood", "Northwood Timber: Baseline, 2026-03-12"),
        ("granite", "Granite Tunnelling: Baseline, 2026-03-12"),
    ] {
        add(&mut window, search, label);
    }
    assert_eq!(chosen(&window).len(), 6);
    // A seventh is offered, but cannot be taken.
    click(&mut window, "Add…");
    type_search(&mut window, "corner");
    assert!(has(&window, "Six at most"));
    click(&mut window, "Corner Shop Collective: Baseline, 2026-03-12");
    assert_eq!(chosen(&window).len(), 6);
    type_search(&mut window, "no such firm");
    assert!(has(&window, "Nothing matches “no such firm”"));
    key(&mut window, Key::Escape);
    let series = |window: &Window| {
        let placed = window.state().session().compare.chosen.clone();
        placed.iter().map(|one| one.series).collect::<Vec<_>>()
    };
    click(&mut window, "Remove Green Valley Farm · Baseline");
    assert_eq!(
        series(&window),
        [1, 2, 3, 4, 5],
        "the others keep their look"
    );
    // It outlives another screen and another enterprise.
    press(&mut window, Modifiers::COMMAND, Key::Num2);
    press(&mut window, Modifiers::COMMAND, Key::PageDown);
    press(&mut window, Modifiers::COMMAND, Key::Num4);
    assert_eq!(chosen(&window).len(), 5);
    // The others are compared with the one that is clicked.
    click(&mut window, "Hill Dairy: 53");
    assert!(has(&window, "Against Hill Dairy, like for like"));
    assert_eq!(series(&window), [2, 1, 3, 4, 5]);
    click(&mut window, "Back to the rounds of the selected enterprise");
    assert!(chosen(&window).is_empty());
}

#[test]
fn what_is_deleted_is_compared_no_more() {
    let mut window = compare(&demo());
    add(&mut window, "dairy", "Hill Dairy: Baseline, 2026-03-12");
    press(&mut window, Modifiers::COMMAND, Key::Delete);
    let left = chosen(&window);
    assert_eq!(left.len(), 1);
    assert_eq!(
        left[0].enterprise,
        window.state().workbook().enterprises[0].id
    );
}

#[test]
fn every_page_says_its_numbers() {
    let mut window = compare(&demo());
    let row = "Facilitating conditions: Baseline 1.9; Review 3.5";
    assert!(has(
        &window,
        "Radar of Baseline, Review: Comparative advantage: Baseline 3.8"
    ));
    assert!(has(&window, row));
    click(&mut window, "Rows");
    assert!(has(&window, "Rows of Baseline, Review") && has(&window, row));
    click(&mut window, "Largest difference first");
    let rows = window.get_by_label_contains("Rows of Baseline, Review: ");
    let spoken = rows.accesskit_node().label().unwrap();
    assert!(spoken.contains(&format!("Review: {row}")), "{spoken}");
    click(&mut window, "Small multiples");
    assert!(has(&window, "Review: Comparative advantage 4.1"));
    click(&mut window, "Over time");
    let interval = evaluated_interval(&window);
    let point = format!("Resonance 2026-10-15: 70; {interval}");
    assert!(has(&window, &point), "{point}");
    assert!(has(&window, "Supply 2026-03-12: 0.66"));
    click(&mut window, "Numbers");
    for number in ["70", "0.76", "3.5"] {
        assert!(
            window.query_all_by_label(number).next().is_some(),
            "{number}"
        );
    }
    assert_eq!(window.state().session().compare.page, ComparePage::Numbers);
}

fn evaluated_interval(window: &Window) -> String {
    use resonance::analysis::Certainty;
    let workbook = window.state().workbook();
    let result = evaluate(&workbook.enterprises[0].rounds[1], &Settings::of(workbook));
    let Some(Certainty::Intervals { resonance, .. }) = result.certainty else {
        panic!("five people give an interval");
    };
    format!(
        "between {} and {}",
        whole(resonance.low),
        whole(resonance.high)
    )
}

#[test]
fn the_keyboard_adds_reads_and_turns_pictures_into_text() {
    let mut window = compare(&demo());
    window.get_by_label("Add…").focus();
    window.run_ok();
    key(&mut window, Key::Enter);
    // The search has the focus at once; the first offer is one Tab away.
    window.event(Event::Text("dairy".into()));
    window.run_ok();
    assert_eq!(window.state().session().compare.search, "dairy");
    key(&mut window, Key::Tab);
    key(&mut window, Key::Enter);
    assert_eq!(chosen(&window).len(), 3);
    key(&mut window, Key::Escape);
    assert!(!has(&window, "Hill Dairy: Baseline, 2026-03-12"));
    let add = window.get_by_label("Add…");
    assert!(add.is_focused(), "the focus goes back to the button");
    // Rows are read one after the other.
    click(&mut window, "Rows");
    let value = |window: &Window| {
        let rows = window.query_all_by_label_contains("Rows of ");
        rows.filter_map(|node| node.value()).collect::<String>()
    };
    assert!(value(&window).starts_with("Comparative advantage: "));
    let reader = window.query_all_by_label_contains("Rows of ");
    reader
        .filter(|node| node.value().is_some())
        .for_each(|node| node.focus());
    window.run_ok();
    key(&mut window, Key::ArrowDown);
    assert!(value(&window).starts_with("Complexity: "));
    let line = "Observability: Green Valley Farm · Baseline 4.1; Green Valley Farm · Review 4.2; Hill Dairy · Baseline 2.8";
    assert!(window.query_by_label(line).is_none(), "still a picture");
    key(&mut window, Key::T);
    assert!(window.query_by_label(line).is_some(), "a line of text");
}

#[test]
fn a_round_that_is_being_scored_shows_no_number_anywhere() {
    let workbook = changed(|firm| Arc::make_mut(&mut firm.rounds[1]).stage = Stage::Score);
    let mut window = compare(&workbook);
    assert!(has(&window, "Review: being scored"));
    assert!(has(&window, "Nothing was scored in both"));
    let pages = ["Overlay", "Small multiples", "Rows", "Over time", "Numbers"];
    for page in pages {
        click(&mut window, page);
        let heard = heard(&window);
        for number in ["Review: 70", "Review 3.5", "Resonance 2026-10-15", "0.76"] {
            assert!(!heard.contains(number), "{page}: {number}");
        }
    }
    click(&mut window, "Over time");
    assert!(has(&window, "Left out, being scored or incomplete: 1"));
}

#[test]
fn an_incomplete_round_is_drawn_as_far_as_it_is_known() {
    let workbook = changed(|firm| {
        let round = Arc::make_mut(&mut firm.rounds[1]);
        for response in &mut round.responses {
            Arc::make_mut(response).answers[Factor::SocialImpact] =
                resonance::model::Answer::default();
        }
    });
    let mut window = compare(&workbook);
    assert!(has(&window, "Review: incomplete"));
    assert!(has(
        &window,
        "Social impact: Baseline 3.0; Review not scored"
    ));
    assert!(has(&window, "ike for like on 7 of 8 factors"));
    window.get_by_label("Review: incomplete").hover();
    window.run_ok();
    assert!(has(&window, "Still missing: Social impact"));
}

#[test]
fn names_are_aliases_where_aliases_are_used() {
    let mut workbook = demo();
    workbook.uses_aliases = true;
    workbook.fill_aliases();
    let mut window = compare(&workbook);
    add(&mut window, "B baseline", "B: Baseline, 2026-03-12");
    for page in ["Overlay", "Over time", "Numbers"] {
        click(&mut window, page);
        let heard = heard(&window);
        for name in ["Green Valley", "Hill Dairy", "Mei Lin"] {
            assert!(!heard.contains(name), "{page}: {name}");
        }
    }
    assert!(has(&window, "A · Review: 70"));
    click(&mut window, "Add…");
    type_search(&mut window, "Silverfin");
    assert!(has(&window, "Nothing matches"), "the search knows no names");
}

#[test]
fn what_ifs_and_the_target_stand_on_the_latest_round() {
    let id = WhatIfId(Uuid::from_u128(7));
    let workbook = changed(|firm| {
        let mut what_if = WhatIf {
            id,
            name: "We hire somebody".into(),
            reasons: String::new(),
            levels: resonance::model::PerFactor::default(),
        };
        what_if.levels[Factor::FacilitatingConditions] = Some(Level::MAX);
        firm.what_ifs.push(Arc::new(what_if));
        firm.target.levels[Factor::ExpectedCosts] = Some(Level::MIN);
        "2027-06-30".clone_into(&mut firm.target.due);
    });
    let mut window = compare(&workbook);
    let firm = &workbook.enterprises[0];
    add(
        &mut window,
        "hire",
        "Green Valley Farm: What if: We hire somebody",
    );
    add(&mut window, "target", "Green Valley Farm: Target");
    let profiles: Vec<Profile> = chosen(&window).iter().map(|item| item.profile).collect();
    assert_eq!(profiles[2..], [Profile::WhatIf(id), Profile::Target]);
    let settings = Settings::of(&workbook);
    let result = evaluate(firm.latest_round().unwrap(), &settings);
    let expected = |levels| {
        let outcome = result_of_profile(&result, levels, &settings)
            .outcome
            .unwrap();
        whole(outcome.resonance)
    };
    let hired = expected(&firm.what_ifs[0].levels);
    assert!(has(&window, &format!("What if: We hire somebody: {hired}")));
    let target = expected(&firm.target.levels);
    assert!(has(&window, &format!("Target: {target}")));
    click(&mut window, "Over time");
    assert!(has(
        &window,
        &format!("Resonance 2027-06-30: {target} is the target")
    ));
}

#[test]
fn rounds_without_a_date_stand_at_the_end_and_it_is_said() {
    let workbook = changed(|firm| Arc::make_mut(&mut firm.rounds[0]).date.clear());
    let mut window = compare(&workbook);
    click(&mut window, "Over time");
    assert!(has(&window, "Resonance Baseline (no date): 52"));
    assert!(has(
        &window,
        "Without a date, and so placed at the end, evenly and unjoined: 1"
    ));
    add(&mut window, "dairy", "Hill Dairy: Baseline, 2026-03-12");
    assert!(has(&window, "Hill Dairy 2026-03-12: 53"));
    click(&mut window, "Supply");
    assert!(has(&window, "Hill Dairy 2026-03-12: 0.41"));
}

#[test]
fn an_empty_workbook_offers_to_add_an_enterprise() {
    let mut window = Setup {
        content: Content::Start,
        ..Setup::default()
    }
    .tree();
    press(&mut window, Modifiers::COMMAND, Key::Num4);
    assert!(has(&window, "Nothing to compare yet"));
}

#[test]
fn nothing_is_evaluated_twice() {
    let mut window = compare(&demo());
    let count = |window: &Window| window.state().results().evaluations();
    let before = count(&window);
    for page in ["Small multiples", "Rows", "Over time", "Numbers", "Overlay"] {
        click(&mut window, page);
    }
    assert_eq!(count(&window), before);
}
