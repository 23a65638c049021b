//! What reports say: from a workbook to trees, in words of one language. Pure.
//!
//! Each round is evaluated once for a report. What may be said of names, people and rounds that are being scored is
//! the model's decision (`model/masking.rs`, [`crate::model::Stage::hides_scores`]); here it is asked for, never made.

mod firm;
mod full;
mod parts;
mod portfolio;
mod sheet;
mod source;

pub use source::{Chosen, Facilitator, ReportKind, Scope, Source};

use firm::Firm;

use super::tree::Report;

/// The reports of a kind: one for each firm of the scope, or one for all of them.
#[must_use]
pub fn build(kind: ReportKind, source: &Source<'_>, scope: &Scope) -> Vec<Report> {
    let firms = scope.0.iter().filter_map(|chosen| Firm::of(source, chosen));
    match kind {
        ReportKind::Sheet => firms.map(|firm| sheet::sheet(&firm)).collect(),
        ReportKind::Full => firms.map(|firm| full::full(&firm)).collect(),
        ReportKind::Portfolio => vec![portfolio::portfolio(source, scope)],
    }
}
