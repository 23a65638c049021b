//! Which enterprises the list shows: all, or those that match the search.

use std::{cell::RefCell, sync::Arc};

use crate::model::Workbook;

/// Filters once for each workbook and search.
#[derive(Debug, Default)]
pub(super) struct Listing {
    kept: RefCell<Option<Kept>>,
}

#[derive(Debug)]
struct Kept {
    workbook: Arc<Workbook>,
    search: String,
    indices: Arc<Vec<usize>>,
}

impl Listing {
    /// Indices of the enterprises whose name, sector or technology holds the search text, letter
    /// case aside.
    pub(super) fn of(&self, workbook: &Arc<Workbook>, search: &str) -> Arc<Vec<usize>> {
        let mut kept = self.kept.borrow_mut();
        if let Some(found) = kept.as_ref()
            && found.search == search
            && (Arc::ptr_eq(&found.workbook, workbook)
                || (search.is_empty() && found.indices.len() == workbook.enterprises.len()))
        {
            return Arc::clone(&found.indices);
        }
        let wanted = search.trim().to_lowercase();
        let indices = Arc::new(
            workbook
                .enterprises
                .iter()
                .enumerate()
                .filter(|(_, enterprise)| {
                    wanted.is_empty()
                        || [
                            &workbook.called(enterprise).to_string(),
                            &enterprise.sector,
                            &enterprise.technology,
                        ]
                        .iter()
                        .any(|text| text.to_lowercase().contains(&wanted))
                })
                .map(|(index, _)| index)
                .collect(),
        );
        *kept = Some(Kept {
            workbook: Arc::clone(workbook),
            search: search.to_owned(),
            indices: Arc::clone(&indices),
        });
        indices
    }
}
