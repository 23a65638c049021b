//! What reports are made from, and whose.

use crate::{
    analysis::Settings,
    knowledge::Knowledge,
    language::Language,
    model::{EnterpriseId, RoundId, Workbook},
    report::tree::Logo,
    wording::Wording,
};

/// Which report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReportKind {
    /// One page a firm.
    Sheet,
    /// Everything that the screens say of a firm.
    Full,
    /// How all firms stand, in one report.
    Portfolio,
}

impl ReportKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Sheet, Self::Full, Self::Portfolio];
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
    pub(super) const fn wording(&self) -> Wording<'a> {
        Wording {
            knowledge: self.knowledge,
            language: self.language,
        }
    }
}
