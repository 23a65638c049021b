//! The rows of a portfolio, and which of them a view shows in which order.

use std::sync::Arc;

use super::portfolio::{PortfolioColumn, PortfolioView};
use crate::{
    analysis::{Certainty, RoundResult},
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

/// Indices of the rows that pass the view's filter, sorted as it says. What has no number stays at the
/// end either way, and equals stay in the workbook's order.
pub(super) fn sorted<'w>(
    rows: &[PortfolioRow],
    workbook: &'w Workbook,
    view: &PortfolioView,
    sector_of: impl Fn(&'w Enterprise) -> &'w str,
) -> Vec<usize> {
    let of = |index: usize| workbook.enterprises[rows[index].index].as_ref();
    let mut indices: Vec<usize> = (0..rows.len())
        .filter(|index| passes(view, workbook, &rows[*index], of(*index)))
        .collect();
    let Some(column) = view.sort else {
        return indices;
    };
    let by_words = |indices: &mut Vec<usize>, words: &dyn Fn(&'w Enterprise) -> String| {
        indices.sort_by_cached_key(|index| words(of(*index)));
        if view.descending {
            indices.reverse();
        }
    };
    match column {
        PortfolioColumn::Name => by_words(&mut indices, &|enterprise| {
            workbook.called(enterprise).to_string().to_lowercase()
        }),
        PortfolioColumn::Sector => by_words(&mut indices, &|enterprise| {
            sector_of(enterprise).to_lowercase()
        }),
        column => {
            let keys: Vec<Option<f64>> = (0..rows.len())
                .map(|index| rows[index].number(column, of(index)))
                .collect();
            indices.sort_by(|one, two| match (keys[*one], keys[*two]) {
                (Some(one), Some(two)) if view.descending => two.total_cmp(&one),
                (Some(one), Some(two)) => one.total_cmp(&two),
                (one, two) => two.is_some().cmp(&one.is_some()),
            });
        }
    }
    indices
}

fn passes(
    view: &PortfolioView,
    workbook: &Workbook,
    row: &PortfolioRow,
    enterprise: &Enterprise,
) -> bool {
    let filter = &view.filter;
    let wanted = filter.search.trim().to_lowercase();
    let outcome = row.result.as_ref().and_then(|result| result.outcome);
    let named = || {
        let name = workbook.called(enterprise).to_string().to_lowercase();
        wanted.is_empty() || name.contains(&wanted)
    };
    let sector = filter.sector.as_ref();
    sector.is_none_or(|sector| enterprise.sector == *sector)
        && filter.size.is_none_or(|size| enterprise.size == Some(size))
        && filter
            .band
            .is_none_or(|band| outcome.is_some_and(|found| found.band == band))
        && filter
            .lead
            .is_none_or(|lead| outcome.is_some_and(|found| found.lead == lead))
        && named()
}
