//! Named weights: by points, by comparing pairs, and which are in force.

use crate::support::{Setup, click, has, press};
use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::{Harness, kittest::Queryable};
use resonance::{
    model::{Factor, Judgements, Side, Weights},
    state::weights_of,
    window::Workbench,
};

const CTRL_SHIFT: Modifiers = Modifiers {
    shift: true,
    ..Modifiers::COMMAND
};

fn open_weights() -> Harness<'static, Workbench> {
    let mut window = Setup {
        size: [1280.0, 1400.0],
        ..Setup::default()
    }
    .tree();
    press(&mut window, CTRL_SHIFT, Key::K);
    window
}

#[test]
fn points_become_weights_that_every_result_uses_once_they_are_in_force() {
    let mut window = open_weights();
    assert!(has(
        &window,
        "R of Green Valley Farm: 70 with equal weights, 70 with these"
    ));
    click(&mut window, "New by points");
    let evaluations = window.state().results().evaluations();
    window
        .get_by_role_and_label(Role::SpinButton, "Points of Compatibility")
        .click();
    window.run_ok();
    for _ in 0..3 {
        press(&mut window, Modifiers::NONE, Key::Backspace);
    }
    window
        .get_by_label("Points of Compatibility")
        .type_text("100");
    window.run_ok();
    press(&mut window, Modifiers::NONE, Key::Enter);
    let set = window.state().workbook().weight_sets[0].clone();
    assert!(
        (set.weights.of(Factor::Compatibility) - 0.4).abs() < 1e-9,
        "{set:?}"
    );
    assert_eq!(window.state().workbook().weights(), Weights::default());
    assert_eq!(window.state().results().evaluations(), evaluations);
    click(&mut window, "Use these weights");
    assert_eq!(window.state().workbook().weights(), set.weights);
    assert!(has(&window, "In force"));
    click(&mut window, "Close");
    press(&mut window, Modifiers::COMMAND, Key::Num2);
    assert!(
        has(&window, "Weights: Weights 1"),
        "the result says which it used"
    );
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(has(&window, "Weights: Equal"));
}

#[test]
fn contradicting_judgements_are_said_with_the_one_to_look_at_again() {
    let mut window = open_weights();
    click(&mut window, "New by comparing pairs");
    assert!(has(
        &window,
        "These judgements fit together (consistency ratio 0.00"
    ));
    let pair = "Comparative advantage and Observability matter alike";
    window.get_by_role_and_label(Role::Slider, pair).focus();
    window.run_ok();
    for _ in 0..8 {
        press(&mut window, Modifiers::NONE, Key::ArrowLeft);
    }
    assert!(has(
        &window,
        "Comparative advantage matters 9 times as much as Observability"
    ));
    assert!(has(&window, "These judgements contradict one another"));
    assert!(has(
        &window,
        "Look again at Comparative advantage and Observability: judged 9"
    ));
    let set = window.state().workbook().weight_sets[0].clone();
    assert!(set.weights.of(Factor::ComparativeAdvantage) > set.weights.of(Factor::Observability));
    assert!((set.weights.of(Factor::SocialImpact) - 0.25).abs() < 1e-9);
    click(&mut window, "Delete Weights 1");
    assert!(window.state().workbook().weight_sets.is_empty());
}

#[test]
fn consistent_judgements_give_back_the_weights_they_were_made_of() {
    // 4 : 2 : 2 : 1, so the first is twice the second and third and four times the last.
    let judgements = Judgements::new([2.0, 2.0, 4.0, 1.0, 2.0, 2.0], [1.0; 6]).unwrap();
    let weights = weights_of(&judgements);
    let expected = [4.0, 2.0, 2.0, 1.0].map(|weight| weight / 9.0);
    for (factor, expected) in Side::Supply.factors().into_iter().zip(expected) {
        assert!((weights.of(factor) - expected).abs() < 1e-9);
    }
}
