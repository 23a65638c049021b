//! Ranks when nobody knows the weights, and the weights that entropy would choose.

use std::sync::Arc;

use super::{numbers::precise, parts::Parts};
use crate::{
    analysis::{Place, Ranking},
    model::{Factor, Side, Weights},
    state::{PortfolioRow, View},
    wording::{percent, rank_range},
};

/// As many factors are named as those that entropy weighs most.
const HEAVIEST: usize = 3;
/// As many of the first are told, besides the one selected.
const TOLD: usize = 5;

/// The factors that some weights make most of, with their shares.
#[must_use]
pub fn heaviest(view: &View<'_>, weights: &Weights) -> String {
    let mut factors = Factor::ALL;
    factors.sort_by(|one, two| weights.of(*two).total_cmp(&weights.of(*one)));
    let named = factors.into_iter().take(HEAVIEST).map(|factor| {
        let share = percent(weights.of(factor));
        format!("{} {share}", view.factor_name(factor))
    });
    named.collect::<Vec<_>>().join(view.language.name_joiner())
}

fn rows(view: &View<'_>) -> Arc<Vec<PortfolioRow>> {
    let (shared, results) = (view.shared, view.results);
    view.portfolio.rows(shared, &view.settings, results)
}

pub(super) fn share(view: &View<'_>) -> Parts {
    counted(view, |place| place.share)
}

pub(super) fn first(view: &View<'_>) -> Parts {
    counted(view, |place| place.first)
}

/// A share of the draws.
fn counted(view: &View<'_>, share: impl Fn(&Place) -> f64) -> Parts {
    let line = |ranking: &Ranking, place: &Place| {
        let share = share(place);
        let count = (share * f64::from(ranking.draws)).round();
        format!("{count} / {} = {}", ranking.draws, precise(share))
    };
    let shown = |place: &Place| percent(share(place));
    of_places(view, view.language.explain_share_formula(), line, shown)
}

/// From which to which rank nine of ten draws lie.
pub(super) fn likely(view: &View<'_>) -> Parts {
    let line = |_: &Ranking, place: &Place| {
        let mut sum = 0.0;
        let mut sums = Vec::new();
        for (index, share) in place.shares.iter().flatten().enumerate() {
            sum += share;
            if *share > 0.0 {
                sums.push(format!("{}: {sum:.3}", index + 1));
            }
            // Past this nothing is asked of the sums.
            if sum >= 0.95 {
                break;
            }
        }
        let (low, high) = place.likely;
        let ends = rank_range(view.language, (low, high));
        if sums.is_empty() {
            ends
        } else {
            format!("{} → {ends}", sums.join(", "))
        }
    };
    let shown = |place: &Place| rank_range(view.language, place.likely);
    of_places(view, view.language.explain_likely_formula(), line, shown)
}

fn of_places(
    view: &View<'_>,
    formula: &str,
    line: impl Fn(&Ranking, &Place) -> String,
    shown: impl Fn(&Place) -> String,
) -> Parts {
    let language = view.language;
    let empty = Parts::of(formula, &[language.explain_ranks_source()]);
    let rows = rows(view);
    let Some(ranking) = view.portfolio.ranks(&rows).flatten() else {
        return empty;
    };
    let error = format!("0.5 / √{} = {:.3}", ranking.draws, ranking.standard_error());
    let mut numbers =
        vec![language.explain_draws(ranking.draws, ranking.seed, ranking.ranked, &error)];
    let selected = view.session.enterprise;
    let mut places: Vec<(&PortfolioRow, &Place)> = rows
        .iter()
        .filter_map(|row| Some((row, ranking.places.get(row.index)?.as_ref()?)))
        .collect();
    places.sort_by_key(|(row, place)| (place.rank, row.index));
    let told: Vec<_> = places
        .iter()
        .enumerate()
        .filter(|(index, (row, _))| *index < TOLD || Some(row.id) == selected)
        .collect();
    for (_, (row, place)) in &told {
        let name = view.name_of(&view.workbook.enterprises[row.index]);
        let rank = language.explain_rank_of(name, place.rank);
        numbers.push(format!("{rank}: {}", line(&ranking, place)));
    }
    Parts {
        numbers,
        shown: told.iter().map(|(_, (_, place))| shown(place)).collect(),
        ..empty
    }
}

pub(super) fn entropy(view: &View<'_>) -> Parts {
    let language = view.language;
    let empty = Parts {
        formula: vec![
            "e = −Σ p × ln p / ln n, p = u / Σ u".to_owned(),
            "w = (1 − e) / Σ (1 − e)".to_owned(),
        ],
        source: vec![language.explain_entropy_source()],
        ..Parts::default()
    };
    let Some(found) = view.portfolio.entropy(&rows(view)) else {
        return empty;
    };
    let mut numbers = vec![language.explain_entropy_rows(found.enterprises)];
    for side in Side::ALL {
        let divergence = |factor: &Factor| 1.0 - found.entropies[*factor];
        let sum: f64 = side.factors().iter().map(divergence).sum();
        for factor in side.factors() {
            numbers.push(format!(
                "{}: e = {:.5}, w = {:.5} / {sum:.5} = {}",
                view.factor_name(factor),
                found.entropies[factor],
                divergence(&factor),
                precise(found.weights.of(factor))
            ));
        }
    }
    Parts {
        numbers,
        shown: vec![heaviest(view, &found.weights)],
        ..empty
    }
}
