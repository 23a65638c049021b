//! Comparing like for like: properties that hold whoever scored whatever.

use std::sync::Arc;

use crate::support::{round_of, score};
use proptest::prelude::*;
use resonance::{
    analysis::{
        Compared, Comparison, Difference, Panels, Settings, evaluate, outcome_with,
        result_of_profile,
    },
    model::{
        Agreed, AnswerDetail, Basis, Factor, Hands, Level, PerFactor, RespondentId, Response,
        Round, RoundId, Score, Stage,
    },
};
use uuid::Uuid;

fn any_score() -> impl Strategy<Value = Score> {
    prop_oneof![
        6 => (10_u8..=50).prop_map(|tenths| score(Some(f64::from(tenths) / 10.0))),
        1 => Just(Score::NotScored),
        1 => Just(Score::NotApplicable),
    ]
}

/// A round of a panel: who takes part gives eight scores, the others nothing.
fn any_round(id: u128) -> impl Strategy<Value = Round> {
    let row = proptest::option::weighted(0.8, proptest::array::uniform8(any_score()));
    proptest::collection::vec(row, 1..5).prop_map(move |rows| {
        let all: Vec<[Score; 8]> = rows.iter().map(|row| row.unwrap_or_default()).collect();
        let mut round = numbered(&all, id);
        let mut rows = rows.iter();
        round.responses.retain(|_| rows.next().unwrap().is_some());
        round
    })
}

fn numbered(rows: &[[Score; 8]], id: u128) -> Round {
    Round {
        id: RoundId(Uuid::from_u128(id)),
        ..round_of(rows)
    }
}

fn flat(level: f64) -> [Score; 8] {
    [score(Some(level)); 8]
}

fn compared(from: &Round, to: &Round, panels: Panels) -> Option<Comparison> {
    let settings = Settings::default();
    let (one, two) = (evaluate(from, &settings), evaluate(to, &settings));
    Comparison::of(
        &Compared::round(from, &one),
        &Compared::round(to, &two),
        panels,
        &settings,
    )
}

fn turned(difference: Option<Difference>) -> Option<Difference> {
    difference.map(|Difference { from, to }| Difference { from: to, to: from })
}

proptest! {
    #[test]
    fn the_way_back_is_the_way_there_turned_round(
        one in any_round(1), two in any_round(2), same in any::<bool>(),
    ) {
        let panels = if same { Panels::Same } else { Panels::Different };
        let (there, back) = (compared(&one, &two, panels), compared(&two, &one, panels));
        prop_assert_eq!(there.is_some(), back.is_some());
        if let Some((there, back)) = there.zip(back) {
            for factor in Factor::ALL {
                prop_assert_eq!(there.factors[factor], turned(back.factors[factor]));
            }
            prop_assert_eq!(there.resonance, turned(back.resonance));
            prop_assert_eq!(there.supply, turned(back.supply));
            prop_assert_eq!(there.naive, turned(back.naive));
            prop_assert_eq!(there.coverage, back.coverage);
            prop_assert_eq!(there.most().map(|most| most.0), back.most().map(|most| most.0));
        }
    }

    #[test]
    fn what_is_the_same_does_not_differ(one in any_round(1)) {
        let again = Round { id: RoundId(Uuid::from_u128(2)), ..one.clone() };
        for (other, panels) in [(&one, Panels::Same), (&again, Panels::Same), (&again, Panels::Different)] {
            if let Some(found) = compared(&one, other, panels) {
                prop_assert_eq!(found.most(), None);
                prop_assert!(found.resonance.is_none_or(|both| both.change() == 0.0));
                // Nothing was left out, but a factor that nobody scored is not shared either.
                prop_assert!(!found.coverage.answers_left_out);
            }
        }
    }

    #[test]
    fn whoever_joins_changes_nothing(one in any_round(1), two in any_round(2), row in proptest::array::uniform8(any_score())) {
        let before = compared(&one, &two, Panels::Same);
        let mut more = two.clone();
        let mut joined = Response::blank(RespondentId(Uuid::from_u128(77)));
        for factor in Factor::ALL {
            joined.answers[factor].direct = row[factor.index()];
        }
        more.responses.push(Arc::new(joined));
        let after = compared(&one, &more, Panels::Same);
        prop_assert_eq!(before.is_some(), after.is_some());
        if let Some((before, after)) = before.zip(after) {
            prop_assert_eq!(&before.factors, &after.factors);
            prop_assert_eq!(before.resonance, after.resonance);
            let scored = row.iter().any(|score| score.level().is_some());
            let (there, all) = after.coverage.people.unwrap();
            prop_assert_eq!(Some((there, all - usize::from(scored))), before.coverage.people);
        }
    }

    #[test]
    fn where_everything_is_shared_both_are_compared_as_they_stand(one in any_round(1), two in any_round(2)) {
        if let Some(found) = compared(&one, &two, Panels::Same)
            && found.coverage.complete()
        {
            prop_assert_eq!(found.resonance, found.naive);
        }
    }

    #[test]
    fn a_profile_says_what_its_outcome_says(
        one in any_round(1), tenths in proptest::array::uniform8(proptest::option::of(10_u8..=50)),
    ) {
        let settings = Settings::default();
        let result = evaluate(&one, &settings);
        let levels = PerFactor::from_fn(|factor| {
            tenths[factor.index()].map(|tenths| Level::snapped(f64::from(tenths) / 10.0, 0.1))
        });
        let profile = result_of_profile(&result, &levels, &settings);
        let set = levels.iter().filter_map(|(factor, level)| Some((factor, level.as_ref()?.value())));
        let scores: Vec<(Factor, f64)> = set.collect();
        prop_assert_eq!(profile.outcome, outcome_with(&result, &scores, &settings));
        let sides = profile.sides.supply.value.zip(profile.sides.demand.value);
        prop_assert_eq!(sides, profile.outcome.map(|outcome| (outcome.supply, outcome.demand)));
        for (factor, level) in levels.iter() {
            let expected = level.map_or(result.factors[factor].score, |level| Some(level.value()));
            prop_assert_eq!(profile.factors[factor].score, expected);
        }
    }
}

#[test]
fn only_who_scored_a_factor_in_both_counts_in_it() {
    // By hand: the first person rises from 2 to 3; the second was there only before, the third only after.
    let before = numbered(&[flat(2.0), flat(5.0), [Score::NotScored; 8]], 1);
    let after = numbered(&[flat(3.0), [Score::NotScored; 8], flat(1.0)], 2);
    let found = compared(&before, &after, Panels::Same).unwrap();
    let factor = found.factors[Factor::Compatibility].unwrap();
    assert_eq!(
        (factor.from.to_string(), factor.to.to_string()),
        ("2".into(), "3".into())
    );
    assert_eq!(found.coverage.people, Some((1, 3)));
    assert!(!found.coverage.complete());
    // As both stand the mean falls from 3.5 to 2 on every factor.
    let naive = found.naive.unwrap();
    assert!(naive.change().abs() > 1e-6, "{naive:?}");
    let apart = compared(&before, &after, Panels::Different).unwrap();
    assert_eq!(apart.coverage.people, None);
    assert_eq!(apart.resonance, apart.naive);
}

#[test]
fn a_factor_scored_in_one_only_is_in_neither_and_a_side_without_any_has_no_value() {
    let mut fewer = flat(2.0);
    for factor in &mut fewer[..4] {
        *factor = Score::NotScored;
    }
    let (before, after) = (numbered(&[fewer], 1), numbered(&[flat(4.0)], 2));
    let found = compared(&before, &after, Panels::Same).unwrap();
    assert_eq!((found.coverage.factors, found.coverage.of_factors), (4, 8));
    assert!(found.supply.is_none() && found.resonance.is_none() && found.naive.is_none());
    assert!(found.demand.is_some());
    let nothing = numbered(&[[Score::NotScored; 8]], 3);
    assert_eq!(compared(&nothing, &after, Panels::Same), None);
    assert_eq!(compared(&nothing, &after, Panels::Different), None);
    // What applies in neither is not asked for.
    let mut without = flat(3.0);
    without[0] = Score::NotApplicable;
    let found = compared(
        &numbered(&[without], 1),
        &numbered(&[without], 2),
        Panels::Same,
    )
    .unwrap();
    assert_eq!((found.coverage.factors, found.coverage.of_factors), (7, 7));
    assert!(found.coverage.complete());
}

#[test]
fn two_rounds_without_one_common_person_share_nothing() {
    let before = numbered(&[flat(2.0)], 1);
    let mut after = numbered(&[flat(4.0), flat(4.0)], 2);
    after.responses.remove(0);
    assert_eq!(compared(&before, &after, Panels::Same), None);
    assert!(compared(&before, &after, Panels::Different).is_some());
}

#[test]
fn indicators_count_where_they_were_answered_in_both() {
    let answer = |indicators: [Option<f64>; 4]| {
        let detail = AnswerDetail {
            indicators: indicators.map(score),
            basis: Basis::Indicators,
            ..AnswerDetail::default()
        };
        let mut round = numbered(&[flat(3.0)], 1);
        let response = Arc::make_mut(&mut round.responses[0]);
        response.answers[Factor::Observability].detail = Some(Box::new(detail));
        round
    };
    let before = answer([Some(1.0), Some(2.0), Some(3.0), None]);
    let mut after = answer([Some(1.0), Some(2.0), Some(3.0), Some(5.0)]);
    after.id = RoundId(Uuid::from_u128(2));
    let found = compared(&before, &after, Panels::Same).unwrap();
    assert_eq!(found.most(), None, "the fourth was answered only once");
    assert!(found.coverage.answers_left_out);
    assert!(found.naive.unwrap().change() > 0.0);
    // Two shared of four are too few for the factor.
    let before = answer([Some(1.0), Some(2.0), Some(3.0), None]);
    let mut after = answer([Some(1.0), Some(2.0), None, Some(5.0)]);
    after.id = RoundId(Uuid::from_u128(2));
    let found = compared(&before, &after, Panels::Same).unwrap();
    assert!(found.factors[Factor::Observability].is_none());
    assert_eq!(found.coverage.factors, 7);
}

#[test]
fn agreed_scores_stand_for_their_round_and_hands_are_left_out() {
    let before = numbered(&[flat(2.0), flat(4.0)], 1);
    let mut after = numbered(&[flat(3.0), flat(5.0)], 2);
    after.agreed[Factor::SocialImpact] = Some(Box::new(Agreed {
        level: Level::snapped(4.5, 0.1),
        dissent: String::new(),
    }));
    let found = compared(&before, &after, Panels::Same).unwrap();
    let factor = found.factors[Factor::SocialImpact].unwrap();
    assert!((factor.from - 3.0).abs() < 1e-12 && (factor.to - 4.5).abs() < 1e-12);
    assert!(found.coverage.complete() && found.resonance == found.naive);
    after.hands[Factor::Compatibility] = Some(Hands::new([9, 0, 0, 0, 0]));
    let found = compared(&before, &after, Panels::Same).unwrap();
    let factor = found.factors[Factor::Compatibility].unwrap();
    assert!(
        (factor.change() - 1.0).abs() < 1e-12,
        "of those with a name"
    );
    assert!(found.coverage.answers_left_out && found.resonance != found.naive);
}

#[test]
fn a_level_that_is_set_stands_against_the_score_as_it_is() {
    let settings = Settings::default();
    let before = numbered(&[flat(2.0), flat(4.0)], 1);
    let now = numbered(&[flat(3.0)], 2);
    let levels = PerFactor::from_fn(|factor| {
        (factor == Factor::Compatibility).then(|| Level::snapped(5.0, 0.1))
    });
    let (one, two) = (evaluate(&before, &settings), evaluate(&now, &settings));
    let aimed = result_of_profile(&two, &levels, &settings);
    let target = Compared {
        round: &now,
        result: &aimed,
        set: Some(&levels),
    };
    let found = Comparison::of(
        &Compared::round(&before, &one),
        &target,
        Panels::Same,
        &settings,
    );
    let found = found.unwrap();
    let at = |factor| found.factors[factor].unwrap();
    let set = at(Factor::Compatibility);
    assert!((set.from - 3.0).abs() < 1e-12 && (set.to - 5.0).abs() < 1e-12);
    assert!(
        (at(Factor::SocialImpact).from - 2.0).abs() < 1e-12,
        "of one"
    );
}

#[test]
fn what_is_being_scored_is_compared_with_nothing() {
    let before = numbered(&[flat(2.0)], 1);
    let mut now = numbered(&[flat(3.0)], 2);
    now.stage = Stage::Score;
    for panels in [Panels::Same, Panels::Different] {
        assert_eq!(compared(&before, &now, panels), None);
        assert_eq!(compared(&now, &before, panels), None);
    }
}
