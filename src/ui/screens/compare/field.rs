//! What the pages of Compare have in common.

use crate::state::{ComparePage, Entry, Lineup, View};
use std::sync::Arc;

/// What is compared, with the names it has on this page.
pub(super) struct Field<'a> {
    pub(super) view: &'a View<'a>,
    pub(super) lineup: Arc<Lineup>,
    pub(super) names: Vec<String>,
}

impl Field<'_> {
    pub(super) fn entries(&self) -> impl Iterator<Item = (&Entry, &str)> {
        let names = self.names.iter().map(String::as_str);
        self.lineup.entries.iter().zip(names)
    }

    pub(super) fn name(&self, place: usize) -> &str {
        self.names.get(place).map_or("", String::as_str)
    }

    /// Whether there is too little for a page; one alone still has its course over time and its numbers.
    pub(super) fn alone(&self, page: ComparePage) -> bool {
        let needs_two = !matches!(page, ComparePage::OverTime | ComparePage::Numbers);
        self.lineup.entries.len() < 2 && needs_two
    }

    /// All names in a row, for the name of a picture.
    pub(super) fn all_names(&self) -> String {
        self.names.join(", ")
    }
}
