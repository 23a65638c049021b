//! Which enterprises the list shows: all, or those that match the search.

use super::memo::Same;
use crate::model::Workbook;

/// What the list rests on: the workbook where it is searched, how many enterprises it has, the search.
pub(super) type ListedKey = (Option<Same<Workbook>>, usize, String);

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
