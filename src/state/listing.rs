//! Which enterprises the list shows: all, or those that match the search.

use crate::model::Workbook;

/// Indices of the enterprises whose name, sector or technology holds the search text, letter case
/// aside.
pub(super) fn listed(workbook: &Workbook, search: &str) -> Vec<usize> {
    let wanted = search.trim().to_lowercase();
    let enterprises = workbook.enterprises.iter().enumerate();
    let found = enterprises.filter(|(_, enterprise)| {
        let texts = [
            &workbook.called(enterprise).to_string(),
            &enterprise.sector,
            &enterprise.technology,
        ];
        wanted.is_empty()
            || texts
                .iter()
                .any(|text| text.to_lowercase().contains(&wanted))
    });
    found.map(|(index, _)| index).collect()
}
