//! The rows of the portfolio that are shown.

use crate::{
    model::Enterprise,
    state::{PortfolioRow, View},
};
use std::sync::Arc;

/// The rows, those that are shown, and the workbook they are of.
pub(super) struct Standing<'a> {
    pub(super) rows: Arc<Vec<PortfolioRow>>,
    pub(super) shown: Arc<Vec<usize>>,
    pub(super) view: &'a View<'a>,
}

impl Standing<'_> {
    pub(super) fn enterprise(&self, row: &PortfolioRow) -> &Arc<Enterprise> {
        &self.view.workbook.enterprises[row.index]
    }

    /// The rows shown, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &PortfolioRow> {
        self.shown.iter().map(|index| &self.rows[*index])
    }
}

/// A sector's name, or what was typed.
pub(super) fn sector_name<'a>(view: &'a View<'_>, sector: &'a str) -> &'a str {
    if sector.is_empty() {
        return view.language.distribution_no_sector();
    }
    view.knowledge
        .sectors
        .get(sector)
        .map_or(sector, |found| found.name.get(view.language))
}
