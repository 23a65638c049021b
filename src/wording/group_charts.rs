//! Groups of a portfolio as charts.

use super::numbers::whole;
use crate::{analysis::Distribution, chart::BoxRow, i18n::Language};

/// The boxes of groups, and what is said of them, a line each.
#[must_use]
pub fn group_rows(language: Language, distribution: &Distribution) -> (Vec<BoxRow>, Vec<String>) {
    let spreads = distribution.spreads.iter();
    let made = spreads.map(|spread| {
        let figures = &spread.figures;
        let name = spread.group.as_deref();
        let name = name.unwrap_or(language.distribution_all());
        let [low, median, high] = [figures.min, figures.median, figures.max].map(whole);
        let spoken = language.distribution_spoken(name, spread.count, &low, &median, &high);
        let row = BoxRow {
            label: format!("{name} ({})", spread.count),
            figures: [
                figures.min,
                figures.lower_quartile,
                figures.median,
                figures.upper_quartile,
                figures.max,
            ],
            members: spread.members.clone(),
            own: None,
            printed: median,
        };
        (row, spoken)
    });
    made.unzip()
}
