//! What reports say: from a workbook to trees, in words of one language. Pure.
//!
//! Each round is evaluated once for a report. What may be said of names, people and rounds that are being scored is
//! the model's decision (`model/masking.rs`, [`crate::model::Stage::hides_scores`]); here it is asked for, never made.

mod firm;
mod parts;
mod sheet;

use firm::Firm;

use super::tree::{Logo, Report};
use crate::{
    analysis::Settings,
    knowledge::Knowledge,
    language::Language,
    model::{EnterpriseId, RoundId, Workbook},
    wording::Wording,
};

/// Which report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReportKind {
    /// One page a firm.
    Sheet,
}

impl ReportKind {
    /// All of them.
    pub const ALL: [Self; 1] = [Self::Sheet];
}

/// Who hands the report out; what is empty is left out.
#[derive(Clone, Debug, Default)]
pub struct Facilitator {
    /// The name, as author of the report and at its foot.
    pub name: String,
    /// How to reach them, at its foot.
    pub contact: String,
    /// Their mark, at the head of the first page.
    pub logo: Option<Logo>,
}

/// What reports are made from.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The workbook; it decides what is shown of names.
    pub workbook: &'a Workbook,
    /// The presets.
    pub knowledge: &'a Knowledge,
    /// The language to write in.
    pub language: Language,
    /// How rounds are evaluated.
    pub settings: Settings,
    /// The day that the report is of, `YYYY-MM-DD`.
    pub today: &'a str,
    /// Who hands it out.
    pub facilitator: &'a Facilitator,
}

/// Whose reports, in this order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope(pub Vec<Chosen>);

/// A firm, and the round that its report is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// The firm; one that the workbook does not have is left out.
    pub enterprise: EnterpriseId,
    /// Its round; the latest one for `None`.
    pub round: Option<RoundId>,
}

impl Scope {
    /// All firms of a workbook, each by its latest round.
    #[must_use]
    pub fn all(workbook: &Workbook) -> Self {
        let all = workbook.enterprises.iter();
        Self(all.map(|one| Chosen::latest(one.id)).collect())
    }
}

impl Chosen {
    /// A firm by its latest round.
    #[must_use]
    pub const fn latest(enterprise: EnterpriseId) -> Self {
        let round = None;
        Self { enterprise, round }
    }
}

impl<'a> Source<'a> {
    /// What sentences are made with.
    const fn wording(&self) -> Wording<'a> {
        Wording {
            knowledge: self.knowledge,
            language: self.language,
        }
    }
}

/// The reports of a kind: one for each firm of the scope.
#[must_use]
pub fn build(kind: ReportKind, source: &Source<'_>, scope: &Scope) -> Vec<Report> {
    let firms = scope.0.iter().filter_map(|chosen| Firm::of(source, chosen));
    match kind {
        ReportKind::Sheet => firms.map(|firm| sheet::sheet(&firm)).collect(),
    }
}
