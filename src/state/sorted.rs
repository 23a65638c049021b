//! The rows of a portfolio that a view shows, in its order.

use super::{
    portfolio::{PortfolioColumn, PortfolioView},
    standing::PortfolioRow,
};
use crate::model::{Enterprise, Workbook};

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
