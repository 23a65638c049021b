//! Who sees it differently, shows of hands, and what nobody may take back of others.

use std::{collections::BTreeSet, sync::Arc};

use crate::support::{Setup, click, has, press, round_of, score, wait_until};
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use resonance::{
    analysis::{Concordance, Settings, compare_groups, evaluate, far_from_the_room},
    cli::Content,
    i18n::Language,
    import::write_scores,
    knowledge::demo_workbook,
    model::{Factor, Hands, Round, Stage, Workbook},
    storage::{Overwrite, save_workbook},
    window::Workbench,
};

/// Four people who agree on everything but Compatibility: 1, 4, 4 and 4.
fn split() -> Round {
    let row = |compatibility: f64| {
        let mut row = [score(Some(3.0)); 8];
        row[2] = score(Some(compatibility));
        row
    };
    round_of(&[row(1.0), row(4.0), row(4.0), row(4.0)])
}

#[test]
fn far_from_the_room_is_measured_against_the_others_without_oneself() {
    let round = split();
    let result = evaluate(&round, &Settings::default());
    let far = far_from_the_room(&result);
    // The first one is 3 levels from the others' 4; each other one is 1 level from (1 + 4 + 4) / 3.
    assert_eq!(far.len(), 1, "{far:?}");
    assert_eq!(far[0].factor, Factor::Compatibility);
    assert_eq!(far[0].respondent, round.responses[0].respondent);
    assert_eq!(
        (far[0].own.to_string(), far[0].others.to_string()),
        ("1".into(), "4".into())
    );
    // Of two people neither is the room.
    let mut two = round;
    two.responses.truncate(2);
    assert!(far_from_the_room(&evaluate(&two, &Settings::default())).is_empty());
}

#[test]
fn groups_are_compared_on_favourability_the_widest_first() {
    let row = |complexity: f64, costs: f64| {
        let mut row = [score(Some(3.0)); 8];
        (row[1], row[4]) = (score(Some(complexity)), score(Some(costs)));
        row
    };
    let round = round_of(&[row(1.0, 3.0), row(2.0, 2.0), row(4.0, 3.0), row(5.0, 4.0)]);
    let result = evaluate(&round, &Settings::default());
    let ids = |range: std::ops::Range<usize>| -> BTreeSet<_> {
        round.responses[range]
            .iter()
            .map(|response| response.respondent)
            .collect()
    };
    let rows = compare_groups(&result, &ids(0..2), &ids(2..4));
    assert_eq!(rows.len(), 8);
    // Complexity 1.5 against 4.5 is three levels of four, better for the first; costs 2.5 against 3.5.
    assert_eq!(
        (rows[0].factor, rows[1].factor),
        (Factor::Complexity, Factor::ExpectedCosts)
    );
    assert!((rows[0].difference - 0.75).abs() < 1e-12);
    assert!((rows[1].difference - 0.25).abs() < 1e-12);
    assert_eq!(rows[0].first, (1.5, 2));
    assert!(compare_groups(&result, &ids(0..2), &BTreeSet::new()).is_empty());
}

#[test]
fn concordance_bands_begin_at_their_limits() {
    for (w, band) in [
        (0.29, Concordance::Little),
        (0.3, Concordance::Some),
        (0.5, Concordance::Much),
        (0.7, Concordance::Strong),
        (1.0, Concordance::Strong),
    ] {
        assert_eq!(Concordance::of(w), band);
    }
}

#[test]
fn a_table_says_that_it_has_no_room_for_hands() {
    let mut workbook = demo_workbook(Language::English).unwrap();
    let firm = Arc::make_mut(&mut workbook.enterprises[0]);
    let round = Arc::make_mut(&mut firm.rounds[0]);
    round.hands[Factor::Complexity] = Some(Hands::new([0, 2, 0, 0, 0]));
    let (_, left_out) = write_scores(&workbook).unwrap();
    assert_eq!(left_out.hands, 1);
    let sentence = Language::English.left_out(&left_out).unwrap();
    assert!(sentence.contains("1 factors with hands"), "{sentence}");
}

/// A window on the demo whose first firm is at a stage; changed before it is opened.
fn at(
    stage: Stage,
    change: impl FnOnce(&mut Workbook),
) -> (tempfile::TempDir, Harness<'static, Workbench>) {
    let mut workbook = demo_workbook(Language::English).unwrap();
    let firm = Arc::make_mut(&mut workbook.enterprises[0]);
    Arc::make_mut(firm.rounds.last_mut().unwrap()).stage = stage;
    change(&mut workbook);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("room.resonance");
    save_workbook(&path, &workbook, &Overwrite::Always).unwrap();
    let mut window = Setup {
        content: Content::Start,
        file: Some(path),
        size: [1280.0, 3200.0],
        ..Setup::default()
    }
    .tree();
    wait_until(&mut window, "the file is open", |workbench| {
        !workbench.workbook().enterprises.is_empty()
    });
    press(&mut window, Modifiers::COMMAND, Key::R);
    (folder, window)
}

#[test]
fn hands_are_counted_undone_and_said_wherever_people_are_counted() {
    let (_folder, mut window) = at(Stage::Score, |_| {});
    click(&mut window, "Count hands");
    assert!(has(&window, "this is not hidden scoring"));
    for _ in 0..3 {
        click(&mut window, "One more hand at level 4 of Compatibility");
    }
    let hands = |window: &Harness<'static, Workbench>| {
        let firm = &window.state().workbook().enterprises[0];
        firm.latest_round().unwrap().hands[Factor::Compatibility].map(|hands| hands.counts())
    };
    assert_eq!(hands(&window), Some([0, 0, 0, 3, 0]));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(hands(&window), Some([0, 0, 0, 2, 0]));
    click(&mut window, "Clear the hands of Compatibility");
    assert_eq!(hands(&window), None);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    click(&mut window, "Go on: Reveal");
    click(&mut window, "Show the scores");
    assert!(has(&window, "Diamonds: hands shown in the room (2)"));
    press(&mut window, Modifiers::COMMAND, Key::Num2);
    assert!(has(&window, "5, hands 2"));
    assert!(has(&window, "No interval: hands are counted in"));
}

#[test]
fn who_is_far_is_named_only_where_names_are_shown() {
    let far = |workbook: &mut Workbook| {
        let firm = Arc::make_mut(&mut workbook.enterprises[0]);
        let round = Arc::make_mut(firm.rounds.last_mut().unwrap());
        let response = Arc::make_mut(&mut round.responses[0]);
        response.answers[Factor::Observability].direct = score(Some(1.0));
    };
    let (_folder, window) = at(Stage::Discuss, far);
    assert!(has(&window, "Mei Lin on Observability: 1.0, the others"));
    assert!(has(&window, "Order of the factors: "));
    let (_folder, window) = at(Stage::Discuss, |workbook| {
        far(workbook);
        workbook.hides_people = true;
    });
    assert!(!has(&window, "Mei Lin"));
    assert!(has(&window, "Names are hidden, so nobody is singled out"));
    // Every role of the demo is one person's.
    assert!(has(
        &window,
        "Groups of one person are not shown while names are hidden"
    ));
}

#[test]
fn strips_are_split_by_role() {
    let (_folder, mut window) = at(Stage::Reveal, |workbook| {
        let firm = Arc::make_mut(&mut workbook.enterprises[0]);
        for person in &mut firm.people[1..] {
            person.role = "Staff".into();
        }
    });
    click(&mut window, "By role");
    assert!(has(&window, "Dots of Complexity: Owner 2.0, Staff 2.3"));
}

#[test]
fn whoever_has_the_laptop_takes_nothing_of_others_back() {
    let (_folder, mut window) = at(Stage::Score, |_| {});
    let answers = |window: &Harness<'static, Workbench>| {
        let firm = window.state().workbook().enterprises[0].clone();
        firm.latest_round().unwrap().responses[1].clone()
    };
    let before = answers(&window);
    // Tom clears his answers by beginning anew; Amina gets the laptop after him.
    click(&mut window, "Hand the laptop to Tom Becker");
    click(&mut window, "I am Tom Becker");
    assert_ne!(answers(&window), before);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_ne!(
        answers(&window),
        before,
        "what was there before the page stays hidden"
    );
    let id = resonance::ui::widgets::score_slider_id(Factor::Complexity);
    window.ctx.memory_mut(|memory| memory.request_focus(id));
    window.run_ok();
    press(&mut window, Modifiers::NONE, Key::Num5);
    let own = answers(&window);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_ne!(answers(&window), own, "one's own slips can be undone");
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    click(&mut window, "Done, hide my answers");
    click(&mut window, "Hand the laptop to Amina Yusuf");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(
        answers(&window),
        own,
        "the page between is no place to undo"
    );
    click(&mut window, "I am Amina Yusuf");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(answers(&window), own);
    // Back in the facilitator's hands everything can be undone again.
    click(&mut window, "Done, hide my answers");
    for _ in 0..4 {
        press(&mut window, Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(answers(&window), before);
}

#[test]
fn the_undo_of_a_new_enterprise_does_not_name_it_while_aliases_are_used() {
    let (_folder, mut window) = at(Stage::Open, |workbook| {
        workbook.uses_aliases = true;
        workbook.fill_aliases();
    });
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::N);
    let name = window
        .state()
        .workbook()
        .enterprises
        .last()
        .unwrap()
        .name
        .clone();
    assert!(has(&window, "Undo: Add enterprise"));
    assert!(!has(&window, &format!("add {name}")));
}
