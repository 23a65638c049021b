//! What is shown of the rows of a portfolio, their distribution and ranks: each made once for
//! what it rests on.

use std::{collections::BTreeSet, sync::Arc};

use super::{
    memo::{Memo, Same},
    portfolio::{PortfolioColumn, PortfolioFilter, PortfolioView},
    portfolio_rows::{PortfolioRow, sorted},
    results::Results,
};
use crate::{
    analysis::{Distribution, Outcome, PortfolioEntropy, Ranking, Settings, portfolio_entropy},
    i18n::Language,
    model::{Enterprise, EnterpriseId, Workbook},
};

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

/// The rows shown, by what their ranks are.
#[derive(Debug)]
pub struct Ranked {
    /// Indices of the rows with a rank, best first.
    pub order: Vec<usize>,
    /// Indices of those without one.
    pub without: Vec<usize>,
}

/// Rows and what is shown of them, each made once for what it rests on.
#[derive(Debug, Default)]
pub struct Portfolio {
    rows: Memo<(Same<Workbook>, Settings), Arc<Vec<PortfolioRow>>, 2>,
    shown: Memo<ShownKey, Arc<Vec<usize>>, 2>,
    spots: Memo<(Shown, Selected), Arc<Vec<Spot>>, 2>,
    ranked: Memo<(Shown, Same<Ranking>), Arc<Ranked>, 2>,
    distribution: Memo<(Shown, bool, Language), Arc<Distribution>, 2>,
    ranks: Option<Ranks>,
}

/// Indices of the rows shown.
type Shown = Same<Vec<usize>>;

/// The enterprises selected.
type Selected = Same<BTreeSet<EnterpriseId>>;

type ShownKey = (
    Same<Vec<PortfolioRow>>,
    PortfolioFilter,
    Option<PortfolioColumn>,
    bool,
    Language,
);

/// The ranks that were asked for last.
#[derive(Debug)]
struct Ranks {
    rows: Arc<Vec<PortfolioRow>>,
    /// `None` while they are being counted.
    ranking: Option<Arc<Ranking>>,
    entropy: Option<PortfolioEntropy>,
}

impl Portfolio {
    /// A row for each enterprise, in the workbook's order.
    #[must_use]
    pub fn rows(
        &self,
        workbook: &Arc<Workbook>,
        settings: &Settings,
        results: &Results,
    ) -> Arc<Vec<PortfolioRow>> {
        self.rows.of((Same::of(workbook), *settings), || {
            let rows = workbook.enterprises.iter().enumerate();
            let rows = rows.map(|(index, enterprise)| PortfolioRow {
                id: enterprise.id,
                index,
                result: enterprise
                    .latest_round()
                    .map(|round| results.of(round, settings)),
            });
            Arc::new(rows.collect())
        })
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
        let filter = view.filter.clone();
        let key = (Same::of(rows), filter, view.sort, view.descending, language);
        let made = || Arc::new(sorted(rows, workbook, view, sector_of));
        self.shown.of(key, made)
    }

    /// Those of the rows shown that have a result.
    #[must_use]
    pub fn spots(
        &self,
        rows: &[PortfolioRow],
        shown: &Arc<Vec<usize>>,
        selected: &Arc<BTreeSet<EnterpriseId>>,
    ) -> Arc<Vec<Spot>> {
        self.spots.of((Same::of(shown), Same::of(selected)), || {
            let rows = shown.iter().map(|index| &rows[*index]);
            let spots = rows.filter_map(|row| {
                Some(Spot {
                    id: row.id,
                    index: row.index,
                    outcome: row.result.as_ref()?.outcome?,
                    selected: selected.contains(&row.id),
                })
            });
            Arc::new(spots.collect())
        })
    }

    /// The rows shown in the order of their ranks.
    #[must_use]
    pub fn ranked(&self, shown: &Arc<Vec<usize>>, ranking: &Arc<Ranking>) -> Arc<Ranked> {
        self.ranked.of((Same::of(shown), Same::of(ranking)), || {
            let rank = |index: &usize| Some(ranking.places.get(*index)?.as_ref()?.rank);
            let (mut order, without): (Vec<usize>, Vec<usize>) =
                shown.iter().partition(|index| rank(index).is_some());
            order.sort_by_key(|index| (rank(index), *index));
            Arc::new(Ranked { order, without })
        })
    }

    /// The distribution of the rows shown; `group_of` calls the group of a row in a language.
    pub fn distribution(
        &self,
        rows: &[PortfolioRow],
        shown: &Arc<Vec<usize>>,
        by_size: bool,
        language: Language,
        group_of: impl Fn(&PortfolioRow) -> String,
    ) -> Arc<Distribution> {
        let key = (Same::of(shown), by_size, language);
        self.distribution.of(key, || {
            let members = shown.iter().filter_map(|index| {
                let row = &rows[*index];
                Some((group_of(row), row.result.as_deref()?))
            });
            Arc::new(Distribution::of(members, language.distribution_all()))
        })
    }

    /// The ranks of these rows: `None` where nobody asked for them yet.
    #[must_use]
    pub fn ranks(&self, rows: &Arc<Vec<PortfolioRow>>) -> Option<Option<Arc<Ranking>>> {
        Some(self.asked(rows)?.ranking.clone())
    }

    /// What entropy over these rows would weigh; `None` before ranks were counted or with too few.
    #[must_use]
    pub fn entropy(&self, rows: &Arc<Vec<PortfolioRow>>) -> Option<PortfolioEntropy> {
        self.asked(rows)?.entropy
    }

    fn asked(&self, rows: &Arc<Vec<PortfolioRow>>) -> Option<&Ranks> {
        let ranks = self.ranks.as_ref();
        ranks.filter(|found| Arc::ptr_eq(&found.rows, rows))
    }

    pub(super) fn ranks_begun(&mut self, rows: Arc<Vec<PortfolioRow>>) {
        let results = rows.iter().filter_map(|row| row.result.as_deref());
        let entropy = portfolio_entropy(results);
        self.ranks = Some(Ranks {
            rows,
            ranking: None,
            entropy,
        });
    }

    pub(super) fn ranks_counted(
        &mut self,
        rows: &Arc<Vec<PortfolioRow>>,
        ranking: Option<Ranking>,
    ) {
        let ranks = self.ranks.as_mut();
        if let Some(found) = ranks.filter(|found| Arc::ptr_eq(&found.rows, rows)) {
            found.ranking = ranking.map(Arc::new);
        }
    }
}
