//! Properties of the analysis that hold for every panel.

use crate::support::{round_of, score};
use proptest::prelude::*;
use resonance::{
    analysis::{FactorState, RoundResult, Settings, consensus, evaluate},
    model::{Agreed, Factor, Hands, Level, Polarity, Score, Side, Stage},
};

fn any_level() -> impl Strategy<Value = f64> {
    (10_u8..=50).prop_map(|tenths| f64::from(tenths) / 10.0)
}

fn any_score() -> impl Strategy<Value = Score> {
    prop_oneof![
        8 => any_level().prop_map(|level| score(Some(level))),
        1 => Just(Score::NotScored),
        1 => Just(Score::NotApplicable),
    ]
}

fn any_row() -> impl Strategy<Value = [Score; 8]> {
    proptest::array::uniform8(any_score())
}

fn full_row() -> impl Strategy<Value = [Score; 8]> {
    proptest::array::uniform8(any_level().prop_map(|level| score(Some(level))))
}

fn result_of(rows: &[[Score; 8]]) -> RoundResult {
    evaluate(&round_of(rows), &Settings::default())
}

proptest! {
    #[test]
    fn the_order_of_respondents_does_not_matter(
        rows in proptest::collection::vec(any_row(), 1..8),
        turn in 0_usize..8,
    ) {
        let mut turned = rows.clone();
        turned.rotate_left(turn % rows.len());
        let (one, two) = (result_of(&rows), result_of(&turned));
        for factor in Factor::ALL {
            let (a, b) = (&one.factors[factor], &two.factors[factor]);
            prop_assert_eq!(a.state, b.state);
            prop_assert_eq!(a.spread, b.spread);
            prop_assert!(near(a.score, b.score) && near(a.consensus, b.consensus));
        }
        let r = |result: &RoundResult| result.outcome.map(|outcome| outcome.resonance);
        prop_assert!(near(r(&one), r(&two)));
        prop_assert!(near(one.kendall_w, two.kendall_w));
    }

    #[test]
    fn a_better_score_never_lowers_resonance(
        rows in proptest::collection::vec(full_row(), 1..6),
        index in 0_usize..8,
        person in 0_usize..6,
        rise in 0.1_f64..4.0,
    ) {
        let factor = Factor::ALL[index];
        let person = person % rows.len();
        let mut better = rows.clone();
        let level = better[person][index].level().map_or(3.0, Level::value);
        let moved = match factor.polarity() {
            Polarity::Direct => (level + rise).min(5.0),
            Polarity::Inverse => (level - rise).max(1.0),
        };
        better[person][index] = score(Some(moved));
        let r = |rows: &[[Score; 8]]| result_of(rows).outcome.map(|outcome| outcome.resonance);
        prop_assert!(r(&better) >= r(&rows).map(|before| before - 1e-12));
    }

    #[test]
    fn everything_stays_in_its_range_and_the_identities_hold(
        rows in proptest::collection::vec(any_row(), 0..8),
    ) {
        let result = result_of(&rows);
        let unit = |value: Option<f64>| value.is_none_or(|value| (0.0..=1.0).contains(&value));
        for factor in Factor::ALL {
            let found = &result.factors[factor];
            prop_assert!(found.score.is_none_or(|score| (1.0..=5.0).contains(&score)));
            prop_assert!(unit(found.favourability) && unit(found.consensus));
            prop_assert_eq!(found.score.is_some(), found.state == FactorState::Scored);
        }
        prop_assert!(unit(result.sides.supply.value) && unit(result.sides.demand.value));
        prop_assert!(unit(result.kendall_w));
        if let Some(outcome) = result.outcome {
            prop_assert!(unit(Some(outcome.coupling)) && unit(Some(outcome.balance)));
            let product = outcome.coupling * outcome.development;
            prop_assert!((outcome.resonance - product).abs() < 1e-12);
            prop_assert!((outcome.resonance - outcome.coordination.powi(2)).abs() < 1e-12);
        }
        prop_assert_eq!(result.outcome.is_some() , result.complete()
            && Side::ALL.iter().all(|side| result.sides.of(*side).value.is_some()));
    }

    #[test]
    fn whoever_scored_nothing_changes_nothing(
        rows in proptest::collection::vec(full_row(), 1..6),
    ) {
        let mut more = rows.clone();
        more.push([Score::NotScored; 8]);
        let (one, two) = (result_of(&rows), result_of(&more));
        prop_assert_eq!(one.outcome, two.outcome);
        prop_assert_eq!(one.respondents, two.respondents);
    }
}

fn near(one: Option<f64>, two: Option<f64>) -> bool {
    match (one, two) {
        (Some(one), Some(two)) => (one - two).abs() < 1e-9,
        (None, None) => true,
        _ => false,
    }
}

#[test]
fn all_threes_give_fifty() {
    let outcome = result_of(&[[score(Some(3.0)); 8]]).outcome.unwrap();
    assert!((outcome.resonance - 0.5).abs() < 1e-12);
    assert!((outcome.coordination - 0.5_f64.sqrt()).abs() < 1e-12);
    assert!((outcome.equivalent_level() - 3.0).abs() < 1e-12);
}

#[test]
fn a_worked_example_by_hand() {
    // Supply u: (4-1)/4 = 0.75; inverse 1-(2-1)/4 = 0.75; (3.5-1)/4 = 0.625; (4-1)/4 = 0.75.
    // S = 2.875 / 4 = 0.71875. Demand u: inverse 1-(3-1)/4 = 0.5; 0.625; 0.5; 0.25.
    // D = 1.875 / 4 = 0.46875. R = sqrt(0.71875 * 0.46875) = sqrt(0.3369140625) = 0.5804430...
    let row = [4.0, 2.0, 3.5, 4.0, 3.0, 3.5, 3.0, 2.0].map(|level| score(Some(level)));
    let result = result_of(&[row]);
    let outcome = result.outcome.unwrap();
    assert!((outcome.supply - 0.71875).abs() < 1e-12);
    assert!((outcome.demand - 0.46875).abs() < 1e-12);
    assert!((outcome.resonance - 0.336_914_062_5_f64.sqrt()).abs() < 1e-12);
    assert!((outcome.balance - 0.75).abs() < 1e-12);
    assert_eq!(outcome.lead.code(), "supply-led");
    assert_eq!(outcome.band.code(), "emerging");
    // Natural pairs: sqrt(.75*.625), sqrt(.75*.5), sqrt(.625*.25), sqrt(.75*.5).
    let weakest = result.weakest_natural_pair().unwrap();
    assert_eq!(weakest.supply, Factor::Compatibility);
    assert!((weakest.value.unwrap() - 0.15625_f64.sqrt()).abs() < 1e-12);
}

#[test]
fn a_factor_that_does_not_apply_leaves_its_side_and_a_missing_one_withholds_it() {
    let mut row = [score(Some(5.0)); 8];
    row[Factor::Complexity.index()] = score(Some(1.0));
    row[Factor::ExpectedCosts.index()] = score(Some(1.0));
    row[Factor::SocialImpact.index()] = Score::NotApplicable;
    let result = result_of(&[row]);
    assert_eq!(result.sides.demand.value, Some(1.0));
    assert_eq!(result.sides.demand.not_applicable, [Factor::SocialImpact]);
    row[Factor::SocialImpact.index()] = Score::NotScored;
    let result = result_of(&[row]);
    assert_eq!(result.sides.demand.value, None);
    assert_eq!(result.sides.supply.value, Some(1.0));
    assert!(result.outcome.is_none());
    assert_eq!(result.missing().collect::<Vec<_>>(), [Factor::SocialImpact]);
}

#[test]
fn a_side_without_any_factor_left_gives_no_result() {
    let mut row = [score(Some(4.0)); 8];
    for factor in Side::Demand.factors() {
        row[factor.index()] = Score::NotApplicable;
    }
    let result = result_of(&[row]);
    assert!(result.complete());
    assert_eq!(result.sides.demand.value, None);
    assert!(result.outcome.is_none());
}

#[test]
fn an_agreed_score_stands_for_the_mean_and_everybodys_own_stay() {
    let mut round = round_of(&[[score(Some(2.0)); 8], [score(Some(4.0)); 8]]);
    round.agreed[Factor::Compatibility] = Some(Box::new(Agreed {
        level: Level::MAX,
        dissent: "Not everybody".into(),
    }));
    let result = evaluate(&round, &Settings::default());
    let found = &result.factors[Factor::Compatibility];
    assert_eq!(found.score, Some(5.0));
    assert!(found.agreed);
    assert_eq!(found.respondents, 2);
    assert_eq!(
        found.spread.map(|spread| (spread.min, spread.max)),
        Some((2.0, 4.0))
    );
}

#[test]
fn one_respondent_has_no_consensus_and_two_at_the_ends_have_none_at_all() {
    let one = result_of(&[[score(Some(3.0)); 8]]);
    assert_eq!(one.factors[Factor::Compatibility].consensus, None);
    let two = result_of(&[[score(Some(1.0)); 8], [score(Some(5.0)); 8]]);
    assert_eq!(two.factors[Factor::Compatibility].consensus, Some(0.0));
}

#[test]
fn hands_count_in_score_and_consensus_and_in_nothing_that_needs_to_know_whose_they_are() {
    let row = |level| [score(Some(level)); 8];
    let mut round = round_of(&[row(2.0), row(4.0), row(3.0)]);
    let settings = Settings::default();
    let without = evaluate(&round, &settings);
    assert!(without.certainty.is_some());
    // Five hands at level 5 beside people at 2, 4 and 3: (2 + 4 + 3 + 5 * 5) / 8.
    round.hands[Factor::Compatibility] = Some(Hands::new([0, 0, 0, 0, 5]));
    let with = evaluate(&round, &settings);
    let factor = &with.factors[Factor::Compatibility];
    assert!((factor.score.unwrap() - 34.0 / 8.0).abs() < 1e-12);
    let rows = [(2.0, 1.0), (4.0, 1.0), (3.0, 1.0)].into_iter();
    let rows: Vec<_> = rows.chain(std::iter::repeat_n((5.0, 1.0), 5)).collect();
    assert_eq!(factor.consensus, consensus(&rows, 4.0));
    assert_eq!((factor.respondents, factor.dots.len()), (3, 3));
    assert_eq!(factor.spread.unwrap().max.to_string(), "5");
    assert_eq!(with.kendall_w, without.kendall_w);
    assert_eq!(with.certainty, None);
    // Hands alone are a score, too, and are withheld with everything else.
    let mut round = round_of(&[]);
    for factor in Factor::ALL {
        round.hands[factor] = Some(Hands::new([0, 0, 1, 1, 0]));
    }
    let alone = evaluate(&round, &settings);
    assert!(alone.outcome.is_some() && alone.complete());
    round.stage = Stage::Score;
    assert!(evaluate(&round, &settings).outcome.is_none());
}
