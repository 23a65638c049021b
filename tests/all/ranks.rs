//! How far the order of a portfolio hangs on the weights.

use crate::support::{round_of, score};
use resonance::{
    analysis::{Candidate, Place, RankRun, Ranking, Sampling, Settings, USUAL_DRAWS, evaluate},
    model::{PerFactor, Stage},
};

/// A candidate of eight favourabilities; below 0 stands for what does not apply.
fn candidate(values: [f64; 8]) -> Candidate {
    let favourabilities = PerFactor::from_fn(|factor| {
        let value = values[factor.index()];
        (value >= 0.0).then_some(value)
    });
    let side = |values: &[f64]| {
        let known: Vec<f64> = values
            .iter()
            .copied()
            .filter(|value| *value >= 0.0)
            .collect();
        known.iter().sum::<f64>() / known.len() as f64
    };
    Candidate {
        favourabilities,
        resonance: (side(&values[..4]) * side(&values[4..])).sqrt(),
    }
}

fn places(candidates: &[Candidate]) -> Vec<Place> {
    let candidates: Vec<Option<Candidate>> = candidates.iter().copied().map(Some).collect();
    let ranking = Ranking::of(&candidates, Sampling::of(candidates.len())).unwrap();
    ranking.places.into_iter().flatten().collect()
}

/// Two enterprises alike in demand. The first has all of its supply on one factor, u = (1, 0, 0, 0), so
/// its S is that factor's weight w. The second has u = c on all four, so its S is c whatever the
/// weights. The first leads where w > c. Uniform weights on the simplex are Dirichlet(1, 1, 1, 1), so
/// w is Beta(1, 3), and the corner w > c of the tetrahedron is the whole one shrunk by 1 - c:
/// P(w > c) = (1 - c)^3.
#[test]
fn one_weight_decides_and_the_share_is_the_corner_of_a_tetrahedron() {
    for c in [0.1, 0.2, 0.3, 0.5, 0.7] {
        let one = candidate([1.0, 0.0, 0.0, 0.0, 0.6, 0.6, 0.6, 0.6]);
        let two = candidate([c, c, c, c, 0.6, 0.6, 0.6, 0.6]);
        let found = places(&[one, two]);
        let expected = (1.0_f64 - c).powi(3);
        // Four standard errors of 9,600 draws at the most uncertain share.
        assert!((found[0].first - expected).abs() < 0.021, "{c}: {found:?}");
        assert!((found[0].first + found[1].first - 1.0).abs() < 1e-12);
        assert!((found[0].expected - (2.0 - found[0].first)).abs() < 1e-12);
    }
}

/// The same with two factors, u = (1, 1, 0, 0): S is the sum of two weights, Beta(2, 2), whose density
/// is 6 x (1 - x), so that P(S > c) = 1 - 3 c^2 + 2 c^3.
#[test]
fn two_weights_decide_on_the_demand_side_too() {
    let c = 0.3_f64;
    let one = candidate([0.6, 0.6, 0.6, 0.6, 1.0, 1.0, 0.0, 0.0]);
    let two = candidate([0.6, 0.6, 0.6, 0.6, c, c, c, c]);
    let expected = 1.0 - 3.0 * c.powi(2) + 2.0 * c.powi(3);
    assert!((places(&[one, two])[0].first - expected).abs() < 0.021);
}

/// One factor of the first does not apply, so that the weights of its three others are scaled to sum to
/// 1. Scaled so they are Dirichlet(1, 1, 1), and its S is Beta(1, 2): P(S > c) = (1 - c)^2.
#[test]
fn a_factor_that_does_not_apply_leaves_its_weight_to_the_others() {
    let c = 0.4_f64;
    let one = candidate([1.0, 0.0, 0.0, -1.0, 0.6, 0.6, 0.6, 0.6]);
    let two = candidate([c, c, c, c, 0.6, 0.6, 0.6, 0.6]);
    assert!((places(&[one, two])[0].first - (1.0 - c).powi(2)).abs() < 0.021);
}

#[test]
fn who_is_better_on_every_factor_is_always_first_and_equals_share_a_rank() {
    let level = |value: f64| candidate([value; 8]);
    // The last but one is as the second, but one of its factors does not apply.
    let mut alike = [0.5; 8];
    alike[2] = -1.0;
    let found = places(&[
        level(0.2),
        level(0.5),
        level(0.9),
        candidate(alike),
        level(0.1),
    ]);
    let ranks: Vec<usize> = found.iter().map(|place| place.rank).collect();
    assert_eq!(ranks, [4, 2, 1, 2, 5]);
    for place in &found {
        assert_eq!(
            (place.likely, place.extremes),
            ((place.rank, place.rank), (place.rank, place.rank))
        );
        assert!((place.share - 1.0).abs() < 1e-12);
        assert_eq!(place.shares.as_ref().unwrap().len(), 5);
    }
    let top: Vec<f64> = found.iter().map(|place| place.top).collect();
    assert_eq!(top, [0.0, 1.0, 1.0, 1.0, 0.0]);
}

#[test]
fn shares_sum_to_one_and_agree_with_what_is_said_beside_them() {
    let mixed: Vec<Candidate> = (0..12)
        .map(|number: usize| {
            candidate(std::array::from_fn(|factor| {
                ((number * 5 + factor * 7) % 11) as f64 / 10.0
            }))
        })
        .collect();
    for place in places(&mixed) {
        let shares = place.shares.unwrap();
        assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        assert!((shares[0] - place.first).abs() < 1e-12);
        assert!((shares[place.rank - 1] - place.share).abs() < 1e-12);
        assert!((shares[..3].iter().sum::<f64>() - place.top).abs() < 1e-9);
        let expected: f64 = (1_u8..)
            .zip(&shares)
            .map(|(rank, share)| f64::from(rank) * share)
            .sum();
        assert!((expected - place.expected).abs() < 1e-9);
        let (low, high) = place.likely;
        let within: f64 = shares[low - 1..high].iter().sum();
        assert!(within >= 0.9 - 1e-9, "{low} to {high}: {within}");
        assert!(place.extremes.0 <= low && low <= high && high <= place.extremes.1);
    }
}

#[test]
fn how_a_count_is_cut_up_changes_nothing_and_it_can_be_asked_early() {
    let mixed: Vec<Option<Candidate>> = (0..7)
        .map(|number: usize| {
            Some(candidate(std::array::from_fn(|factor| {
                ((number * 3 + factor * 5) % 8) as f64 / 7.0
            })))
        })
        .collect();
    let sampling = Sampling {
        draws: 1_000,
        ..Sampling::of(7)
    };
    let whole = Ranking::of(&mixed, sampling).unwrap();
    let mut run = RankRun::new(&mixed, sampling);
    assert_eq!(run.ranking(), None);
    assert!(run.advance(17));
    assert_eq!(run.ranking().unwrap().draws, 17);
    assert!((run.progress() - 0.017).abs() < 1e-12);
    while run.advance(90) {}
    assert_eq!(run.ranking().unwrap(), whole);
    assert!(!run.advance(90));
    let other = Ranking::of(
        &mixed,
        Sampling {
            seed: 1,
            ..sampling
        },
    )
    .unwrap();
    assert_ne!(other.places, whole.places);
}

#[test]
fn what_is_incomplete_or_withheld_keeps_its_place_and_has_no_rank() {
    let settings = Settings::default();
    let full = round_of(&[[score(Some(3.0)); 8]]);
    let mut row = [score(Some(4.0)); 8];
    row[5] = score(None);
    let incomplete = round_of(&[row]);
    let mut withheld = full.clone();
    withheld.stage = Stage::Score;
    let candidates: Vec<Option<Candidate>> = [&withheld, &full, &incomplete]
        .map(|round| Candidate::of(&evaluate(round, &settings)))
        .to_vec();
    let ranking = Ranking::of(&candidates, Sampling::of(3)).unwrap();
    let ranked: Vec<bool> = ranking.places.iter().map(Option::is_some).collect();
    assert_eq!((ranking.ranked, ranked), (1, vec![false, true, false]));
    let nobody = Ranking::of(&[None, None], Sampling::of(2)).unwrap();
    assert_eq!((nobody.ranked, nobody.places), (0, vec![None, None]));
}

#[test]
fn a_large_portfolio_takes_fewer_draws_and_says_how_many() {
    assert_eq!(Sampling::of(1_000).draws, USUAL_DRAWS);
    assert_eq!(Sampling::of(10_000).draws, 4_000);
    assert_eq!(Sampling::of(1_000_000).draws, 1_000);
    let count = 2_500;
    let levels: Vec<Option<Candidate>> = (0..count)
        .map(|number| Some(candidate([f64::from(number) / f64::from(count); 8])))
        .collect();
    let sampling = Sampling {
        draws: 20,
        ..Sampling::of(levels.len())
    };
    let ranking = Ranking::of(&levels, sampling).unwrap();
    assert_eq!(ranking.draws, 20);
    assert!((ranking.standard_error() - 0.5 / 20.0_f64.sqrt()).abs() < 1e-12);
    // Each is better on every factor than the one before: the ranks are certain, also in bins.
    for (number, place) in ranking.places.iter().enumerate() {
        let place = place.as_ref().unwrap();
        let rank = levels.len() - number;
        assert_eq!((place.rank, place.likely), (rank, (rank, rank)));
        assert_eq!(place.shares, None);
    }
}
