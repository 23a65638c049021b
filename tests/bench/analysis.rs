//! How long the analysis of plan and portfolio takes. Nothing is asserted here; the figures stand in
//! the README.
//!
//!     cargo bench --bench analysis

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a bench that fails is meant to stop"
)]

#[allow(dead_code, reason = "a bench uses a part of it")]
#[path = "../all/support.rs"]
mod support;

use std::{hint::black_box, time::Duration};

use criterion::{Criterion, criterion_group, criterion_main};
use resonance::{
    analysis::{
        Candidate, Ranking, RoundResult, Sampling, Settings, by_group, cheapest_path, evaluate,
        heat_map,
    },
    model::{Effort, PerFactor, Weights},
};
use support::{large_workbook, round_of, score};

fn paths(criterion: &mut Criterion) {
    // Levels, weights and efforts that leave most of the 2 x 625 lifts on the table.
    let levels = [1.3, 4.7, 1.1, 1.2, 4.6, 1.4, 1.0, 1.5].map(|level| score(Some(level)));
    let points = PerFactor::from_fn(|factor| 1.0 + 0.37 * factor.index() as f64);
    let settings = Settings {
        weights: Weights::from_points(points).expect("weights"),
        ..Settings::default()
    };
    let efforts = PerFactor::from_fn(|factor| Effort::ALL[factor.index() % 3]);
    let result = evaluate(&round_of(&[levels]), &settings);
    for goal in [0.4, 0.8, 1.0] {
        criterion.bench_function(&format!("cheapest path to {}", goal * 100.0), |bencher| {
            bencher.iter(|| black_box(cheapest_path(&result, efforts, goal, &settings)));
        });
    }
}

fn results(enterprises: usize) -> Vec<RoundResult> {
    let workbook = large_workbook(enterprises);
    let settings = Settings::of(&workbook);
    let rounds = workbook.enterprises.iter();
    rounds
        .map(|enterprise| evaluate(&enterprise.rounds[0], &settings))
        .collect()
}

fn portfolio(criterion: &mut Criterion) {
    for enterprises in [25, 1_000, 10_000] {
        let results = results(enterprises);
        let candidates: Vec<Option<Candidate>> = results.iter().map(Candidate::of).collect();
        let sampling = Sampling::of(enterprises);
        let name = format!(
            "ranks of {enterprises} enterprises, {} draws",
            sampling.draws
        );
        criterion.bench_function(&name, |bencher| {
            bencher.iter(|| black_box(Ranking::of(&candidates, sampling)));
        });
    }
    let results = results(10_000);
    criterion.bench_function(
        "distribution and heat map of 10,000 in 20 groups",
        |bencher| {
            bencher.iter(|| {
                let of = |(place, result): (usize, &RoundResult)| {
                    Some((place % 20, result.outcome?.resonance))
                };
                black_box(by_group(results.iter().enumerate().filter_map(of)));
                let favourabilities =
                    |result: &RoundResult| result.factors.map(|_, factor| factor.favourability);
                let members = results.iter().enumerate();
                black_box(heat_map(
                    members.map(|(place, result)| (place % 20, favourabilities(result))),
                ));
            });
        },
    );
}

criterion_group! {
    name = analysis;
    config = Criterion::default().sample_size(10).measurement_time(Duration::from_secs(3));
    targets = paths, portfolio
}
criterion_main!(analysis);
