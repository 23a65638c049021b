//! The plan: the exact cheapest path, gains, what a plan comes to, and the screen that shows them.

use crate::support::{Setup, click, drag, has, key, press, round_of, score};
use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::{Harness, kittest::Queryable};
use proptest::prelude::*;
use resonance::{
    analysis::{
        Lever, RoundResult, Settings, Way, WayGone, cheapest_path, evaluate, levels_better, levers,
        outcome_with, planned,
    },
    model::{Effort, Factor, Level, PerFactor, PlanState, Score, Side, Weights},
    window::Workbench,
    wording::whole,
};

const LEVELS: u32 = 5;

/// What looking at every way found.
#[derive(Debug)]
struct BruteForce {
    effort: u32,
    resonance: f64,
    steps: [u32; 8],
    /// How many ways cost as much and reach as high.
    ways: u64,
    /// The favourabilities at the end of that of them which lifts the weakest, lowest first.
    weakest: Vec<f64>,
}

/// The best of all 5^8 ways, found by looking at every one of them. Written without anything of the
/// program's own search.
fn by_brute_force(
    scores: &[f64; 8],
    efforts: &[u32; 8],
    weights: &[f64; 8],
    goal: f64,
) -> Option<BruteForce> {
    let inverse = [1, 4];
    let side = |first: usize| {
        let mut all = Vec::new();
        for number in 0..LEVELS.pow(4) {
            let mut steps = [0; 4];
            let (mut rest, mut effort, mut value, mut sound) = (number, 0, 0.0, true);
            let mut ends = [0.0; 4];
            for place in (0..4).rev() {
                steps[place] = rest % LEVELS;
                rest /= LEVELS;
                let factor = first + place;
                let favourable = if inverse.contains(&factor) {
                    6.0 - scores[factor]
                } else {
                    scores[factor]
                };
                // A step that begins at the scale's end is none.
                sound &=
                    steps[place] == 0 || favourable + f64::from(steps[place]) - 1.0 < 5.0 - 1e-9;
                let reached = (favourable + f64::from(steps[place])).min(5.0);
                effort += steps[place] * efforts[factor];
                value += weights[factor] * (reached - 1.0) / 4.0;
                ends[place] = (reached - 1.0) / 4.0;
            }
            if sound {
                all.push((steps, effort, value, ends));
            }
        }
        all
    };
    let (supply, demand) = (side(0), side(4));
    let mut best: Option<(u32, f64, [u32; 8])> = None;
    for (one, effort_one, s, _) in &supply {
        for (two, effort_two, d, _) in &demand {
            let (effort, resonance) = (effort_one + effort_two, (s * d).sqrt());
            if resonance < goal - 1e-9 {
                continue;
            }
            let mut steps = [0; 8];
            steps[..4].copy_from_slice(one);
            steps[4..].copy_from_slice(two);
            let better = best.is_none_or(|(known, reached, earlier)| {
                if effort != known {
                    return effort < known;
                }
                if (resonance - reached).abs() > 1e-9 {
                    return resonance > reached;
                }
                steps > earlier
            });
            if better {
                best = Some((effort, resonance, steps));
            }
        }
    }
    let (effort, resonance, steps) = best?;
    let (mut ways, mut weakest) = (0, Vec::new());
    for (_, effort_one, s, ends_one) in &supply {
        for (_, effort_two, d, ends_two) in &demand {
            if effort_one + effort_two != effort || ((s * d).sqrt() - resonance).abs() > 1e-9 {
                continue;
            }
            ways += 1;
            let mut ends = [ends_one.as_slice(), ends_two.as_slice()].concat();
            ends.sort_by(f64::total_cmp);
            let differs = ends
                .iter()
                .zip(&weakest)
                .find(|(own, best): &(&f64, &f64)| (*own - *best).abs() > 1e-9);
            if weakest.is_empty() || differs.is_some_and(|(own, best)| own > best) {
                weakest = ends;
            }
        }
    }
    Some(BruteForce {
        effort,
        resonance,
        steps,
        ways,
        weakest,
    })
}

fn result_of(scores: &[f64; 8], settings: &Settings) -> RoundResult {
    let row = scores.map(|value| score(Some(value)));
    evaluate(&round_of(&[row]), settings)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, max_shrink_iters: 0, ..ProptestConfig::default() })]
    #[test]
    fn the_cheapest_path_is_that_of_a_brute_force_over_all_of_them(
        tenths in proptest::array::uniform8(10_u8..=50),
        whole in any::<bool>(),
        efforts in proptest::array::uniform8(1_u8..=3),
        points in proptest::array::uniform8(1_u8..=5),
        equal in any::<bool>(),
        goal in 5_u8..=100,
    ) {
        let scores = tenths.map(|tenths| {
            let value = f64::from(tenths) / 10.0;
            if whole { value.round() } else { value }
        });
        let points = PerFactor::from_fn(|factor| {
            if equal { 1.0 } else { f64::from(points[factor.index()]) }
        });
        let settings = Settings { weights: Weights::from_points(points).unwrap(), ..Settings::default() };
        let result = result_of(&scores, &settings);
        let goal = f64::from(goal) / 100.0;
        let found = cheapest_path(
            &result,
            PerFactor::from_fn(|factor| Effort::new(efforts[factor.index()]).unwrap()),
            goal,
            &settings,
        ).unwrap();
        let weights = Factor::ALL.map(|factor| settings.weights.of(factor));
        let expected = by_brute_force(&scores, &efforts.map(u32::from), &weights, goal);
        match (found, expected) {
            (Way::Reached, Some(expected)) => prop_assert_eq!(expected.effort, 0),
            (Way::OutOfReach(best), None) => prop_assert!(best < goal),
            (Way::Path(path), Some(expected)) => {
                let steps = expected.steps;
                prop_assert_eq!(path.effort, expected.effort);
                prop_assert!((path.resonance - expected.resonance).abs() < 1e-9);
                prop_assert_eq!(path.equally_cheap, expected.ways);
                let taken = Factor::ALL.map(|factor| u32::from(path.steps[factor]));
                prop_assert_eq!(taken, steps);
                // One after the other the steps lead there, each from where the last one ended.
                prop_assert_eq!(path.order.len() as u32, steps.iter().sum::<u32>());
                let mut before = result.outcome.unwrap().resonance;
                for step in &path.order {
                    prop_assert!((step.before - before).abs() < 1e-12 && step.after >= before);
                    prop_assert!((step.to - levels_better(step.from, step.factor, 1.0)).abs() < 1e-12);
                    before = step.after;
                }
                // And so do those of the way that lifts the weakest.
                let mut ends = scores;
                let mut effort = 0;
                for step in &path.weakest_first {
                    ends[step.factor.index()] = step.to;
                    effort += u32::from(step.effort);
                }
                prop_assert_eq!(effort, expected.effort);
                let mut ends: Vec<f64> = (0..8)
                    .map(|place| if [1, 4].contains(&place) { 5.0 - ends[place] } else { ends[place] - 1.0 } / 4.0)
                    .collect();
                ends.sort_by(f64::total_cmp);
                for (end, expected) in ends.iter().zip(&expected.weakest) {
                    prop_assert!((end - expected).abs() < 1e-9);
                }
            }
            (found, expected) => prop_assert!(false, "{found:?} {expected:?}"),
        }
    }
}

#[test]
fn a_factor_that_does_not_apply_stays_out_of_the_path() {
    let mut row = [score(Some(2.0)); 8];
    row[3] = Score::NotApplicable;
    let settings = Settings::default();
    let result = evaluate(&round_of(&[row]), &settings);
    let efforts = PerFactor::from_fn(|_| Effort::default());
    let Some(Way::Path(path)) = cheapest_path(&result, efforts, 0.6, &settings) else {
        panic!("there is a path");
    };
    assert_eq!(path.steps[Factor::Observability], 0);
    assert!(path.resonance >= 0.6);
}

#[test]
fn with_equal_weights_factors_of_a_side_gain_alike_and_order_goes_by_effort_people_and_pair() {
    let row = [3.0, 3.0, 3.0, 2.0, 3.0, 3.0, 3.0, 5.0].map(|value| score(Some(value)));
    let mut round = round_of(&[row, row]);
    for (index, response) in round.responses.iter_mut().enumerate() {
        let response = std::sync::Arc::make_mut(response);
        response.answers[Factor::SocialImpact].change_detail(|detail| detail.enough = Some(false));
        if index == 0 {
            response.answers[Factor::ExpectedCosts]
                .change_detail(|detail| detail.enough = Some(false));
        }
    }
    let settings = Settings::default();
    let result = evaluate(&round, &settings);
    let mut efforts = PerFactor::from_fn(|_| Effort::default());
    efforts[Factor::AnticipatedBenefits] = Effort::new(1).unwrap();
    let found = levers(&round, &result, efforts, &settings).unwrap();
    assert!(Lever::equal_gain(&found, Side::Supply).is_some());
    assert!(Lever::equal_gain(&found, Side::Demand).is_some());
    let order: Vec<Factor> = found.iter().map(|lever| lever.factor).collect();
    // At half the effort first; then what nobody, one and two find not good enough the other way
    // round; the weakest pair is that of Observability and Social impact.
    assert_eq!(order[0], Factor::AnticipatedBenefits);
    let place = |factor| order.iter().position(|other| *other == factor).unwrap();
    assert!(place(Factor::SocialImpact) < place(Factor::ExpectedCosts));
    assert!(place(Factor::Observability) < place(Factor::ComparativeAdvantage));
    assert_eq!(
        order[7],
        Factor::FacilitatingConditions,
        "it is at its best"
    );
    let now = result.outcome.unwrap().resonance;
    for lever in &found {
        let score = result.factors[lever.factor].score.unwrap();
        let worse = levels_better(score, lever.factor, -1.0);
        let after = outcome_with(&result, &[(lever.factor, worse)], &settings).unwrap();
        assert!((lever.worse - after.resonance).abs() < 1e-12 && lever.worse < now);
        assert!((lever.better - now - lever.gain).abs() < 1e-12);
    }
}

#[test]
fn a_plans_steps_add_up_and_progress_is_the_share_of_the_way() {
    let settings = Settings::default();
    let result = result_of(&[2.0; 8], &settings);
    let steps = [
        (Some(Factor::Compatibility), 1.0),
        (None, 2.0),
        (Some(Factor::Complexity), 9.0),
    ];
    let found = planned(&result, &steps, &settings);
    let sides = |outcome: &resonance::analysis::Outcome| (outcome.supply, outcome.demand);
    let (one, two, three) = (
        sides(found[0].as_ref().unwrap()),
        sides(found[1].as_ref().unwrap()),
        sides(found[2].as_ref().unwrap()),
    );
    // At first supply is (0.25 + 0.75 + 0.25 + 0.25) / 4; Compatibility adds 0.25 / 4, and
    // Complexity, from 0.75 to the scale's end, the same.
    assert!((one.0 - (1.5 + 0.25) / 4.0).abs() < 1e-12 && one == two);
    assert!((three.0 - 2.0 / 4.0).abs() < 1e-12);
    assert_eq!(
        WayGone::of(0.4, 0.5, 0.8).map(|gone| (gone.share * 100.0).round()),
        Some(25.0)
    );
    assert_eq!(WayGone::of(0.4, 0.5, 0.4), None);
}

fn open_plan() -> Harness<'static, Workbench> {
    let mut window = Setup {
        size: [1280.0, 1400.0],
        ..Setup::default()
    }
    .tree();
    press(&mut window, Modifiers::COMMAND, Key::Num3);
    window
}

fn target(window: &Harness<'static, Workbench>, factor: Factor) -> Option<f64> {
    window.state().workbook().enterprises[0].target.levels[factor].map(Level::value)
}

#[test]
fn a_slider_sets_the_target_r_follows_on_the_same_frame_and_undo_takes_it_back() {
    let mut window = open_plan();
    window.get_by_label("Target for Expected costs").focus();
    window.run_ok();
    key(&mut window, Key::Num1);
    assert_eq!(target(&window, Factor::ExpectedCosts), Some(1.0));
    assert!(has(&window, "now 2.6 · 1.6 better"), "the gap is said");
    let workbook = window.state().workbook();
    let settings = Settings::of(workbook);
    let result = evaluate(workbook.enterprises[0].latest_round().unwrap(), &settings);
    let then = outcome_with(&result, &[(Factor::ExpectedCosts, 1.0)], &settings).unwrap();
    let printed = whole(then.resonance);
    assert_ne!(printed, whole(result.outcome.unwrap().resonance));
    assert!(
        window.query_by_label(&printed).is_some(),
        "R of the target: {printed}"
    );
    click(&mut window, "Leave Expected costs as it is");
    assert_eq!(target(&window, Factor::ExpectedCosts), None);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(target(&window, Factor::ExpectedCosts), Some(1.0));
}

#[test]
fn a_corner_of_the_radar_is_dragged_and_only_that_factor_moves() {
    let mut window = open_plan();
    let radar = window.get_by_label_contains("Target for Radar");
    let rect = radar.rect();
    // Compatibility points to the right and down; supply fills the right half.
    let from = rect.center() + egui::vec2(rect.width() * 0.12, 18.0);
    let to = rect.center() + egui::vec2(rect.width() * 0.04, 6.0);
    let evaluations = window.state().results().evaluations();
    drag(&mut window, from, to);
    let moved: Vec<Factor> = Factor::ALL
        .into_iter()
        .filter(|factor| target(&window, *factor).is_some())
        .collect();
    assert_eq!(moved, [Factor::Compatibility]);
    assert!(target(&window, Factor::Compatibility).unwrap() < 4.0);
    let after = window.state().results().evaluations();
    assert_eq!(after, evaluations, "a target changes no round");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(target(&window, Factor::Compatibility), None, "one step");
}

#[test]
fn the_cheapest_path_becomes_the_target() {
    let mut window = open_plan();
    click(&mut window, "What helps most");
    assert!(has(&window, "at a total effort of"));
    click(&mut window, "Make this the target");
    let enterprise = &window.state().workbook().enterprises[0];
    assert!(enterprise.target.is_set());
    // It is shown at once.
    assert!(has(&window, "% of the way from 52 to"));
}

#[test]
fn a_what_if_is_named_changed_and_taken_as_the_target() {
    let mut window = open_plan();
    click(&mut window, "What if");
    click(&mut window, "New what-if");
    window
        .get_by_label("Facilitating conditions in the what-if")
        .focus();
    window.run_ok();
    key(&mut window, Key::Num5);
    let what_if = window.state().workbook().enterprises[0].what_ifs[0].clone();
    assert_eq!(
        what_if.levels[Factor::FacilitatingConditions].map(Level::value),
        Some(5.0)
    );
    assert!(has(&window, "R in “What if 1”"));
    click(&mut window, "Make this the target");
    assert_eq!(target(&window, Factor::FacilitatingConditions), Some(5.0));
    click(&mut window, "What if");
    click(&mut window, "Delete What if 1");
    assert!(window.state().workbook().enterprises[0].what_ifs.is_empty());
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(window.state().workbook().enterprises[0].what_ifs.len(), 1);
}

#[test]
fn a_step_is_written_goes_over_the_board_and_says_what_it_would_gain() {
    let mut window = open_plan();
    click(&mut window, "Steps");
    assert!(has(&window, "Nothing in the plan yet"));
    window.get_by_label("A new step").focus();
    window.run_ok();
    window
        .get_by_label("A new step")
        .type_text("Ask the neighbour");
    window.run_ok();
    click(&mut window, "Add");
    let plan = |window: &Harness<'static, Workbench>| {
        window.state().workbook().enterprises[0].plan[0].clone()
    };
    assert_eq!(plan(&window).text, "Ask the neighbour");
    click(&mut window, "Open “Ask the neighbour”");
    let until = |window: &mut Harness<'static, Workbench>| {
        window
            .get_by_role_and_label(Role::TextInput, "Until")
            .focus();
        window.run_ok();
        window
            .get_by_role_and_label(Role::TextInput, "Until")
            .type_text("2026-11-20");
        window.run_ok();
    };
    until(&mut window);
    assert!(has(&window, "3 days late"));
    click(&mut window, "Begin");
    assert_eq!(plan(&window).state, PlanState::Begun);
    click(&mut window, "Finish");
    assert_eq!(plan(&window).state, PlanState::Done);
    assert!(!has(&window, "days late"), "what is done is not late");
    click(&mut window, "Back");
    assert_eq!(plan(&window).state, PlanState::Begun);
}

#[test]
fn the_plan_of_a_round_being_scored_shows_nothing_of_it() {
    let mut window = open_plan();
    press(&mut window, Modifiers::COMMAND, Key::R);
    click(&mut window, "Begin with this round");
    press(&mut window, Modifiers::COMMAND, Key::Num3);
    assert!(!has(&window, "now 2.6"));
    assert!(window.query_by_label_contains("Target for").is_none());
}
