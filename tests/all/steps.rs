//! The steps of a plan as a person drives them: board, calendar, owners, dates.

use std::sync::Arc;

use crate::support::{Setup, click, drag, has, key, press};
use egui::{Event, Key, Modifiers, PointerButton, Pos2, accesskit::Role};
use egui_kittest::{Harness, kittest::Queryable};
use resonance::{
    i18n::Language,
    model::{PlanItem, PlanSource, PlanState},
    window::Workbench,
};

/// Monday of the week after the day that the tests take for today, 2026-11-23.
const LATER: &str = "Monday, 30 November 2026";

fn open_steps() -> Harness<'static, Workbench> {
    let mut window = Setup {
        size: [1280.0, 1400.0],
        ..Setup::default()
    }
    .tree();
    press(&mut window, Modifiers::COMMAND, Key::Num3);
    click(&mut window, "Steps");
    window
}

fn plan(window: &Harness<'static, Workbench>) -> Vec<Arc<PlanItem>> {
    window.state().workbook().enterprises[0].plan.clone()
}

fn write(window: &mut Harness<'static, Workbench>, field: &str, text: &str) {
    window.get_by_label(field).focus();
    window.run_ok();
    window.get_by_label(field).type_text(text);
    window.run_ok();
    key(window, Key::Enter);
}

/// Types a text into a field of the open card.
fn fill(window: &mut Harness<'static, Workbench>, field: &str, text: &str) {
    window.get_by_role_and_label(Role::TextInput, field).focus();
    window.run_ok();
    press(window, Modifiers::COMMAND, Key::A);
    window
        .get_by_role_and_label(Role::TextInput, field)
        .type_text(text);
    window.run_ok();
}

fn undo(window: &mut Harness<'static, Workbench>) {
    // Out of the text field first, which has an undo of its own.
    key(window, Key::Escape);
    press(window, Modifiers::COMMAND, Key::Z);
}

#[test]
fn an_empty_plan_says_what_belongs_there_and_takes_the_advised_steps_as_one() {
    let mut window = open_steps();
    assert!(has(&window, "Nothing in the plan yet"));
    click(&mut window, "Write one");
    assert!(window.get_by_label("A new step").is_focused());
    click(&mut window, "Take the 3 advised steps");
    let taken = plan(&window);
    assert_eq!(taken.len(), 3);
    assert!(
        taken
            .iter()
            .all(|item| matches!(item.source, PlanSource::Step(_)) && item.factor.is_some())
    );
    assert!(has(
        &window,
        "3 not begun, 0 under way, 0 done; what is planned and not done would lift R from 70 to"
    ));
    undo(&mut window);
    assert!(plan(&window).is_empty(), "one step of the history");
}

#[test]
fn a_card_is_calm_until_it_is_opened_and_only_one_is_open() {
    let mut window = open_steps();
    write(&mut window, "A new step", "First");
    write(&mut window, "A new step", "Second");
    assert!(
        window
            .query_by_role_and_label(Role::TextInput, "Who")
            .is_none()
    );
    // By the pointer anywhere on the card, by the keyboard on its button.
    click(&mut window, "Step: First");
    assert!(window.query_by_label("Text of “First”").is_some());
    window.get_by_label("Open “Second”").focus();
    window.run_ok();
    key(&mut window, Key::Enter);
    assert!(window.query_by_label("Text of “First”").is_none());
    assert!(window.query_by_label("Text of “Second”").is_some());
    click(&mut window, "Close “Second”");
    assert!(
        window
            .query_by_role_and_label(Role::TextInput, "Who")
            .is_none()
    );
    // Without opening it, the state moves on by a button of its own.
    click(&mut window, "Begin: First");
    assert_eq!(plan(&window)[0].state, PlanState::Begun);
    click(&mut window, "Finish: First");
    assert_eq!(plan(&window)[0].state, PlanState::Done);
}

#[test]
fn a_column_goes_by_date_and_a_card_keeps_its_place_while_its_date_is_typed() {
    let mut window = open_steps();
    for text in ["One", "Two", "Three"] {
        write(&mut window, "A new step", text);
    }
    let top =
        |window: &Harness<'static, Workbench>, text: &str| window.get_by_label(text).rect().top();
    assert!(top(&window, "Step: One") < top(&window, "Step: Two"));
    click(&mut window, "Open “Three”");
    let before = top(&window, "Text of “Three”");
    fill(&mut window, "Until", "2026-12-24");
    assert!((top(&window, "Text of “Three”") - before).abs() < 0.5);
    click(&mut window, "Close “Three”");
    assert!(top(&window, "Step: Three") < top(&window, "Step: One"));
    assert!(has(&window, "until 2026-12-24"));
}

#[test]
fn a_card_dragged_to_another_column_changes_its_state_in_one_step() {
    let mut window = open_steps();
    write(&mut window, "A new step", "Ask the neighbour");
    let from = window
        .get_by_label("Step: Ask the neighbour")
        .rect()
        .center();
    let to = window.get_by_label("Done").rect().center() + egui::vec2(20.0, 60.0);
    drag(&mut window, from, to);
    assert_eq!(plan(&window)[0].state, PlanState::Done);
    assert!(
        window
            .query_by_label("Text of “Ask the neighbour”")
            .is_none(),
        "a drag opens nothing"
    );
    undo(&mut window);
    assert_eq!(plan(&window)[0].state, PlanState::Open);
    // Escape on the way lets it fall.
    let button = |pos: Pos2, pressed| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    window.event(Event::PointerMoved(from));
    window.event(button(from, true));
    window.run_ok();
    window.event(Event::PointerMoved(to));
    window.run_ok();
    key(&mut window, Key::Escape);
    window.event(button(to, false));
    window.run_ok();
    assert_eq!(plan(&window)[0].state, PlanState::Open);
}

#[test]
fn an_owner_is_somebody_of_the_panel_or_anybody_and_stays_hidden_with_the_panel() {
    let mut window = open_steps();
    write(&mut window, "A new step", "Ask the neighbour");
    click(&mut window, "Open “Ask the neighbour”");
    let person = window.state().workbook().enterprises[0].people[0]
        .name
        .clone();
    click(&mut window, "Choose somebody of the panel");
    click(&mut window, &person);
    assert_eq!(plan(&window)[0].owner, person);
    click(&mut window, "Close “Ask the neighbour”");
    assert!(has(&window, &person));
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::H);
    assert!(!has(&window, &person) && has(&window, "Respondent 1"));
    assert_eq!(plan(&window)[0].owner, person, "only what is shown changes");
    click(&mut window, "Open “Ask the neighbour”");
    fill(&mut window, "Who", "the smith");
    assert_eq!(plan(&window)[0].owner, "the smith");
}

#[test]
fn a_day_is_chosen_from_a_month_by_pointer_and_by_keyboard() {
    let mut window = open_steps();
    write(&mut window, "A new step", "Ask the neighbour");
    click(&mut window, "Open “Ask the neighbour”");
    click(&mut window, "Choose a day: Until");
    click(&mut window, LATER);
    assert_eq!(plan(&window)[0].due, "2026-11-30");
    assert!(
        window.query_by_label("Next month").is_none(),
        "it is closed"
    );
    click(&mut window, "Choose a day: Until");
    for pressed in [Key::PageDown, Key::ArrowDown, Key::ArrowLeft, Key::Enter] {
        key(&mut window, pressed);
    }
    // A month after the 30th of November, a week on, a day back.
    assert_eq!(plan(&window)[0].due, "2027-01-05");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(plan(&window)[0].due, "2026-11-30", "each a step of its own");
}

#[test]
fn the_target_date_is_chosen_from_a_month_too() {
    let mut window = open_steps();
    click(&mut window, "Target");
    click(&mut window, "Choose a day: Target date");
    click(&mut window, "Next month");
    click(&mut window, "Thursday, 31 December 2026");
    let due = |window: &Harness<'static, Workbench>| {
        window.state().workbook().enterprises[0].target.due.clone()
    };
    assert_eq!(due(&window), "2026-12-31");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(due(&window), "");
}

#[test]
fn the_calendar_is_gone_over_by_keys_and_takes_a_step_for_the_chosen_day() {
    let mut window = open_steps();
    click(&mut window, "Calendar");
    assert!(has(&window, "November 2026"));
    window.get_by_label("Days of the month").focus();
    window.run_ok();
    let chosen = |window: &Harness<'static, Workbench>| {
        window.get_by_label("Days of the month").value().unwrap()
    };
    assert_eq!(chosen(&window), "Monday, 23 November 2026, Today");
    key(&mut window, Key::ArrowDown);
    assert_eq!(chosen(&window), LATER);
    key(&mut window, Key::ArrowRight);
    assert!(has(&window, "December 2026"), "the month follows");
    key(&mut window, Key::PageUp);
    assert_eq!(chosen(&window), "Sunday, 1 November 2026");
    key(&mut window, Key::PageDown);
    key(&mut window, Key::Enter);
    let field = "A new step due on 2026-12-01";
    assert!(window.get_by_label(field).is_focused());
    window.get_by_label(field).type_text("Ask the neighbour");
    window.run_ok();
    key(&mut window, Key::Enter);
    assert_eq!(plan(&window)[0].due, "2026-12-01");
    assert!(has(&window, "Tuesday, 1 December 2026, 1 due"));
    click(&mut window, "Today");
    assert!(has(&window, "Nothing is due on this day"));
    click(&mut window, "Next month");
    click(&mut window, "Previous month");
    assert!(has(&window, "November 2026"));
}

#[test]
fn a_chip_opens_its_step_and_dragged_to_another_day_gets_its_date_in_one_step() {
    let mut window = open_steps();
    click(&mut window, "Calendar");
    write(
        &mut window,
        "A new step due on 2026-11-23",
        "Ask the neighbour",
    );
    let chip = "Ask the neighbour, Not begun";
    click(&mut window, chip);
    assert!(
        window
            .query_by_label("Text of “Ask the neighbour”")
            .is_some()
    );
    let from = window.get_by_label(chip).rect().center();
    let to = window.get_by_label(LATER).rect().center();
    drag(&mut window, from, to);
    assert_eq!(plan(&window)[0].due, "2026-11-30");
    assert!(has(&window, "Monday, 30 November 2026, 1 due"));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(plan(&window)[0].due, "2026-11-23");
    // A day that has passed is said, not only coloured.
    let from = window.get_by_label(chip).rect().center();
    let to = window
        .get_by_label("Friday, 20 November 2026")
        .rect()
        .center();
    drag(&mut window, from, to);
    assert!(has(&window, "Ask the neighbour, Not begun, Late"));
    assert!(has(&window, "3 days late"));
}

#[test]
fn what_has_no_date_stands_beside_the_calendar_and_is_dragged_onto_a_day() {
    let mut window = open_steps();
    write(&mut window, "A new step", "Ask the neighbour");
    click(&mut window, "Calendar");
    assert!(has(&window, "Without a date · 1"));
    assert!(has(&window, "These steps have no date yet"));
    let from = window
        .get_by_label("Step: Ask the neighbour")
        .rect()
        .center();
    let to = window.get_by_label(LATER).rect().center();
    drag(&mut window, from, to);
    assert_eq!(plan(&window)[0].due, "2026-11-30");
    assert!(!has(&window, "Without a date"));
}

#[test]
fn rounds_and_the_target_stand_on_their_days() {
    let mut window = open_steps();
    click(&mut window, "Target");
    fill(&mut window, "Target date", "2026-11-27");
    click(&mut window, "Steps");
    click(&mut window, "Calendar");
    assert!(has(&window, "Friday, 27 November 2026, Target date"));
    click(&mut window, "Previous month");
    assert!(has(&window, "Thursday, 15 October 2026, Review"));
}

#[test]
fn the_calendar_speaks_chinese() {
    let mut window = Setup {
        language: Language::Chinese,
        ..Setup::default()
    }
    .tree();
    press(&mut window, Modifiers::COMMAND, Key::Num3);
    click(&mut window, "步骤");
    click(&mut window, "日历");
    assert!(has(&window, "2026年11月"));
    assert!(has(&window, "2026年11月30日，星期一"));
    assert!(has(&window, "采用建议的3个步骤"));
}
