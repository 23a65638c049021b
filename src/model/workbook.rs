//! The document: everything one file holds.

use std::sync::Arc;

use super::{
    enterprise::Enterprise,
    id::{EnterpriseId, WorkbookId},
    weights::Weights,
};

/// One workbook. Enterprises are shared between the snapshots of the history.
#[derive(Clone, Debug, PartialEq)]
pub struct Workbook {
    /// Identity of the workbook across copies of its file.
    pub id: WorkbookId,
    /// The title as typed; shown until the workbook has a file.
    pub title: String,
    /// Free remarks on the whole workbook.
    pub note: String,
    /// How several respondents become one score.
    pub aggregation: Aggregation,
    /// Weights of the factors inside their sides.
    pub weights: Weights,
    /// Enterprises in the user's order.
    pub enterprises: Vec<Arc<Enterprise>>,
}

/// How several respondents' scores of a factor become one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Aggregation {
    /// The weighted mean.
    #[default]
    Mean,
    /// The weighted median.
    Median,
}

impl Workbook {
    /// An empty workbook.
    #[must_use]
    pub fn new(id: WorkbookId, title: String) -> Self {
        Self {
            id,
            title,
            note: String::new(),
            aggregation: Aggregation::default(),
            weights: Weights::default(),
            enterprises: Vec::new(),
        }
    }

    /// Whether two states of a workbook hold the same; what they share is not looked into, so the
    /// cost is that of what differs.
    #[must_use]
    pub fn same_as(&self, other: &Self) -> bool {
        self.id == other.id
            && self.title == other.title
            && self.note == other.note
            && self.aggregation == other.aggregation
            && self.weights == other.weights
            && self.enterprises.len() == other.enterprises.len()
            && self
                .enterprises
                .iter()
                .zip(&other.enterprises)
                .all(|(one, two)| Arc::ptr_eq(one, two) || one == two)
    }

    /// The enterprise with this id, if the workbook has it.
    #[must_use]
    pub fn enterprise(&self, id: EnterpriseId) -> Option<&Arc<Enterprise>> {
        self.enterprises
            .iter()
            .find(|enterprise| enterprise.id == id)
    }
}
