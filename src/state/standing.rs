//! The rows of a portfolio, what is shown of them, their distribution and ranks: each made once for
//! what it rests on.

use std::{cell::RefCell, collections::BTreeSet, sync::Arc};

use super::{
    distribution::Distribution,
    portfolio::{PortfolioColumn, PortfolioFilter, PortfolioView},
    results::Results,
    sorted::sorted,
};
use crate::{
    analysis::{
        Certainty, Outcome, PortfolioEntropy, Ranking, RoundResult, Settings, portfolio_entropy,
    },
    i18n::Language,
    model::{Enterprise, EnterpriseId, Size, Workbook},
};

/// One enterprise as the portfolio has it: by its latest round.
#[derive(Clone, Debug)]
pub struct PortfolioRow {
    /// Its id.
    pub id: EnterpriseId,
    /// Its place in the workbook.
    pub index: usize,
    /// What its latest round says; `None` where it has no round.
    pub result: Option<Arc<RoundResult>>,
}

impl PortfolioRow {
    /// The 90 % interval of R, 0..=1, from three people on.
    #[must_use]
    pub fn interval(&self) -> Option<(f64, f64)> {
        match self.result.as_deref()?.certainty? {
            Certainty::Intervals { resonance, .. } => Some((resonance.low, resonance.high)),
            Certainty::Both(_) => None,
        }
    }

    /// The value of a number column; `None` where there is none.
    #[must_use]
    pub fn number(&self, column: PortfolioColumn, enterprise: &Enterprise) -> Option<f64> {
        let result = self.result.as_deref();
        let outcome = result.and_then(|result| result.outcome);
        match column {
            PortfolioColumn::Resonance => outcome.map(|outcome| outcome.resonance),
            // The width of the interval, and the resonance of the weakest pair.
            PortfolioColumn::Interval => self.interval().map(|(low, high)| high - low),
            PortfolioColumn::WeakestPair => result?.weakest_natural_pair()?.value,
            PortfolioColumn::Supply => result?.sides.supply.value,
            PortfolioColumn::Demand => result?.sides.demand.value,
            PortfolioColumn::Balance => outcome.map(|outcome| outcome.balance),
            PortfolioColumn::Lead => outcome.map(|outcome| outcome.supply - outcome.demand),
            PortfolioColumn::Factor(factor) => result?.factors[factor].favourability,
            PortfolioColumn::People => Some(enterprise.people.len() as f64),
            PortfolioColumn::Size => {
                let place = Size::ALL
                    .iter()
                    .position(|size| Some(*size) == enterprise.size);
                place.map(|place| place as f64)
            }
            PortfolioColumn::Name | PortfolioColumn::Sector => None,
        }
    }
}

/// An enterprise with a result, as it lies on the supply-demand plane.
#[derive(Clone, Copy, Debug)]
pub struct Spot {
    /// Its id.
    pub id: EnterpriseId,
    /// Its place in the workbook.
    pub index: usize,
    /// What it came to.
    pub outcome: Outcome,
    /// Whether it is among those selected.
    pub selected: bool,
}

/// Rows and what is shown of them, each made once for what it rests on.
#[derive(Debug, Default)]
pub struct Portfolio {
    rows: RefCell<Option<KeptRows>>,
    shown: RefCell<Option<KeptShown>>,
    spots: RefCell<Option<KeptSpots>>,
    ranks: RefCell<Option<KeptRanks>>,
    distribution: RefCell<Option<KeptDistribution>>,
    ranked: RefCell<Option<KeptRanked>>,
}

/// The rows shown, by what their ranks are.
#[derive(Debug)]
pub struct Ranked {
    /// Indices of the rows with a rank, best first.
    pub order: Vec<usize>,
    /// Indices of those without one.
    pub without: Vec<usize>,
}

#[derive(Debug)]
struct KeptRanked {
    shown: Arc<Vec<usize>>,
    ranking: Arc<Ranking>,
    ranked: Arc<Ranked>,
}

#[derive(Debug)]
struct KeptDistribution {
    shown: Arc<Vec<usize>>,
    by_size: bool,
    language: Language,
    distribution: Arc<Distribution>,
}

#[derive(Debug)]
struct KeptRows {
    workbook: Arc<Workbook>,
    settings: Settings,
    rows: Arc<Vec<PortfolioRow>>,
}

#[derive(Debug)]
struct KeptShown {
    rows: Arc<Vec<PortfolioRow>>,
    filter: PortfolioFilter,
    sort: Option<PortfolioColumn>,
    descending: bool,
    language: Language,
    shown: Arc<Vec<usize>>,
}

#[derive(Debug)]
struct KeptSpots {
    shown: Arc<Vec<usize>>,
    selected: Arc<BTreeSet<EnterpriseId>>,
    spots: Arc<Vec<Spot>>,
}

#[derive(Debug)]
struct KeptRanks {
    rows: Arc<Vec<PortfolioRow>>,
    /// `None` while they are being counted.
    ranking: Option<Arc<Ranking>>,
    entropy: Option<PortfolioEntropy>,
}

impl Portfolio {
    /// A row for each enterprise, in the workbook's order.
    pub fn rows(
        &self,
        workbook: &Arc<Workbook>,
        settings: &Settings,
        results: &Results,
    ) -> Arc<Vec<PortfolioRow>> {
        let mut kept = self.rows.borrow_mut();
        if let Some(found) = kept.as_ref()
            && Arc::ptr_eq(&found.workbook, workbook)
            && found.settings == *settings
        {
            return Arc::clone(&found.rows);
        }
        let rows = workbook.enterprises.iter().enumerate();
        let rows = Arc::new(
            rows.map(|(index, enterprise)| PortfolioRow {
                id: enterprise.id,
                index,
                result: enterprise
                    .latest_round()
                    .map(|round| results.of(round, settings)),
            })
            .collect(),
        );
        *kept = Some(KeptRows {
            workbook: Arc::clone(workbook),
            settings: *settings,
            rows: Arc::clone(&rows),
        });
        rows
    }

    /// Indices of the rows that a view shows, in its order; `sector_of` gives the words by which an
    /// enterprise's sector is sorted in a language.
    pub fn shown<'w>(
        &self,
        rows: &Arc<Vec<PortfolioRow>>,
        workbook: &'w Workbook,
        view: &PortfolioView,
        language: Language,
        sector_of: impl Fn(&'w Enterprise) -> &'w str,
    ) -> Arc<Vec<usize>> {
        let mut kept = self.shown.borrow_mut();
        if let Some(found) = kept.as_ref()
            && Arc::ptr_eq(&found.rows, rows)
            && found.filter == view.filter
            && (found.sort, found.descending) == (view.sort, view.descending)
            && found.language == language
        {
            return Arc::clone(&found.shown);
        }
        let shown = Arc::new(sorted(rows, workbook, view, sector_of));
        *kept = Some(KeptShown {
            rows: Arc::clone(rows),
            filter: view.filter.clone(),
            sort: view.sort,
            descending: view.descending,
            language,
            shown: Arc::clone(&shown),
        });
        shown
    }

    /// Those of the rows shown that have a result.
    pub fn spots(
        &self,
        rows: &[PortfolioRow],
        shown: &Arc<Vec<usize>>,
        selected: &Arc<BTreeSet<EnterpriseId>>,
    ) -> Arc<Vec<Spot>> {
        let mut kept = self.spots.borrow_mut();
        if let Some(found) = kept.as_ref()
            && Arc::ptr_eq(&found.shown, shown)
            && Arc::ptr_eq(&found.selected, selected)
        {
            return Arc::clone(&found.spots);
        }
        let rows = shown.iter().map(|index| &rows[*index]);
        let spots = rows.filter_map(|row| {
            Some(Spot {
                id: row.id,
                index: row.index,
                outcome: row.result.as_ref()?.outcome?,
                selected: selected.contains(&row.id),
            })
        });
        let spots = Arc::new(spots.collect());
        *kept = Some(KeptSpots {
            shown: Arc::clone(shown),
            selected: Arc::clone(selected),
            spots: Arc::clone(&spots),
        });
        spots
    }

    /// The ranks of these rows: `None` where nobody asked for them yet.
    pub fn ranks(&self, rows: &Arc<Vec<PortfolioRow>>) -> Option<Option<Arc<Ranking>>> {
        let kept = self.ranks.borrow();
        let found = kept
            .as_ref()
            .filter(|found| Arc::ptr_eq(&found.rows, rows))?;
        Some(found.ranking.clone())
    }

    /// The rows shown in the order of their ranks.
    pub fn ranked(&self, shown: &Arc<Vec<usize>>, ranking: &Arc<Ranking>) -> Arc<Ranked> {
        let mut kept = self.ranked.borrow_mut();
        if let Some(found) = kept.as_ref()
            && Arc::ptr_eq(&found.shown, shown)
            && Arc::ptr_eq(&found.ranking, ranking)
        {
            return Arc::clone(&found.ranked);
        }
        let rank = |index: &usize| {
            let place = ranking.places.get(*index)?.as_ref()?;
            Some(place.rank)
        };
        let (mut order, without): (Vec<usize>, Vec<usize>) =
            shown.iter().partition(|index| rank(index).is_some());
        order.sort_by_key(|index| (rank(index), *index));
        let ranked = Arc::new(Ranked { order, without });
        *kept = Some(KeptRanked {
            shown: Arc::clone(shown),
            ranking: Arc::clone(ranking),
            ranked: Arc::clone(&ranked),
        });
        ranked
    }

    /// The distribution of the rows shown, made anew where they, the grouping or the language changed;
    /// `group_of` calls the group of a row.
    pub fn distribution(
        &self,
        rows: &[PortfolioRow],
        shown: &Arc<Vec<usize>>,
        by_size: bool,
        language: Language,
        group_of: impl Fn(&PortfolioRow) -> String,
    ) -> Arc<Distribution> {
        let mut kept = self.distribution.borrow_mut();
        if let Some(found) = kept.as_ref()
            && Arc::ptr_eq(&found.shown, shown)
            && (found.by_size, found.language) == (by_size, language)
        {
            return Arc::clone(&found.distribution);
        }
        let shown_rows = shown.iter().map(|index| &rows[*index]);
        let distribution = Arc::new(Distribution::of(shown_rows, language, group_of));
        *kept = Some(KeptDistribution {
            shown: Arc::clone(shown),
            by_size,
            language,
            distribution: Arc::clone(&distribution),
        });
        distribution
    }

    /// What entropy over these rows would weigh; `None` before ranks were counted or with too few.
    pub fn entropy(&self, rows: &Arc<Vec<PortfolioRow>>) -> Option<PortfolioEntropy> {
        let kept = self.ranks.borrow();
        let found = kept
            .as_ref()
            .filter(|found| Arc::ptr_eq(&found.rows, rows))?;
        found.entropy
    }

    pub(super) fn ranks_begun(&self, rows: Arc<Vec<PortfolioRow>>) {
        let results = rows.iter().filter_map(|row| row.result.as_deref());
        let entropy = portfolio_entropy(results);
        *self.ranks.borrow_mut() = Some(KeptRanks {
            rows,
            ranking: None,
            entropy,
        });
    }

    pub(super) fn ranks_counted(&self, rows: &Arc<Vec<PortfolioRow>>, ranking: Option<Ranking>) {
        let mut kept = self.ranks.borrow_mut();
        if let Some(found) = kept.as_mut().filter(|found| Arc::ptr_eq(&found.rows, rows)) {
            found.ranking = ranking.map(Arc::new);
        }
    }

    /// Forgets everything, as when another workbook is opened.
    pub fn clear(&self) {
        self.rows.borrow_mut().take();
        self.shown.borrow_mut().take();
        self.spots.borrow_mut().take();
        self.ranks.borrow_mut().take();
        self.distribution.borrow_mut().take();
        self.ranked.borrow_mut().take();
    }
}
