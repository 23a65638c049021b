//! The Report page: what is chosen, how it would look, what is being written.

use std::{
    collections::BTreeSet,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
};

use super::paths::safe_name;
use crate::{
    language::Language,
    model::Workbook,
    report::{
        Destination, Format, Languages, Order, Pages, Paper, PictureError, ReportKind, Scope,
        Written,
    },
    storage::{FacilitatorKept, ReportKept, SaveError},
};

/// Of so many firms at most the pages are shown before they are written.
pub const MOST_PREVIEWED: usize = 12;

/// What of the Report page is shown, and what is chosen for this sitting.
#[derive(Clone, Debug, Default)]
pub struct ReportView {
    /// Whose reports.
    pub whom: Whom,
    /// How large the pages are shown.
    pub zoom: Zoom,
    /// What happens once they are written.
    pub after: AfterExport,
}

/// Whose reports are made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Whom {
    #[default]
    Chosen,
    Selected,
    All,
}

impl Whom {
    /// Whose reports of a kind are made: one of many firms is never of one alone.
    #[must_use]
    pub const fn of(self, kind: ReportKind) -> Self {
        match self {
            Self::Chosen if !kind.by_firm() => Self::All,
            whom => whom,
        }
    }
}

/// How large pages are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Zoom {
    /// A whole page fits.
    #[default]
    Page,
    /// Its width fits.
    Width,
    /// In percent of its size on paper.
    Percent(u16),
}

/// What happens with a file once it is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AfterExport {
    /// A message says so.
    #[default]
    Tell,
    /// It is opened, too.
    Open,
}

/// What is chosen, of what is kept for the next start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ReportChosen {
    pub kind: ReportKind,
    pub format: Format,
    pub languages: Languages,
    pub paper: Paper,
}

/// An intent on the Report page.
#[derive(Clone, Debug, PartialEq)]
pub enum ReportAction {
    /// Shows the page with the sheet of the firm that is on screen.
    Share,
    /// Goes back to the screen before.
    Leave,
    /// Chooses which report.
    Kind(ReportKind),
    /// Chooses whose.
    Whom(Whom),
    /// Chooses what it is written as.
    Format(Format),
    /// Chooses its languages.
    Languages(Languages),
    /// Chooses the size of its pages.
    Paper(Paper),
    /// Changes how large the pages are shown.
    Zoom(Zoom),
    /// Says who hands it out.
    Facilitator(FacilitatorKept),
    /// Looks for the file of the facilitator's mark.
    ChooseMark,
    /// Writes it.
    Export(AfterExport),
    /// Breaks off what is being written.
    Cancel,
}

/// What pages are asked for.
#[derive(Clone, Debug)]
pub struct ReportRequest {
    /// The reports, without the facilitator's mark.
    pub order: Order,
    /// The path of the file of that mark; empty for none.
    pub mark: String,
}

/// How a report looks.
#[derive(Debug, Default)]
pub struct Preview {
    /// The pages; `None` where there is nobody to report of.
    pub pages: Option<Pages>,
    /// Why the facilitator's mark is not on them, where it should be.
    pub mark_fault: Option<PictureError>,
}

/// The pages on screen, and those that are being laid out.
#[derive(Debug, Default)]
pub struct Previewing {
    /// The latest pages with what they were asked for.
    pub(super) shown: Option<(ReportRequest, Arc<Preview>)>,
    /// What a thread is at.
    pub(super) at_work: Option<ReportRequest>,
}

/// Reports to be written.
#[derive(Debug)]
pub struct ReportExport {
    /// What they are made from.
    pub request: ReportRequest,
    /// What they are written as.
    pub format: Format,
    /// Where they are written.
    pub destination: Destination,
    /// How far it is.
    pub progress: Arc<ExportProgress>,
}

/// How far an export is; its thread counts, the window may break it off.
#[derive(Debug, Default)]
pub struct ExportProgress {
    done: AtomicUsize,
    all: usize,
    broken_off: AtomicBool,
}

/// What came of an export.
#[derive(Debug)]
pub struct ReportsWritten {
    /// The file or folder.
    pub destination: Destination,
    /// What was written, or why not.
    pub result: Result<Written, SaveError>,
    /// Why the facilitator's mark is not on them, where it should be.
    pub mark_fault: Option<PictureError>,
}

impl ExportProgress {
    /// Nothing done yet of so many.
    #[must_use]
    pub fn of(all: usize) -> Self {
        Self {
            all,
            ..Self::default()
        }
    }

    /// How many are done, and of how many.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        (self.done.load(Ordering::Relaxed), self.all)
    }

    /// Says how many are done.
    pub fn set_done(&self, done: usize) {
        self.done.store(done, Ordering::Relaxed);
    }

    /// Breaks it off before the next file.
    pub fn break_off(&self) {
        self.broken_off.store(true, Ordering::Relaxed);
    }

    /// Whether it is broken off.
    #[must_use]
    pub fn is_broken_off(&self) -> bool {
        self.broken_off.load(Ordering::Relaxed)
    }
}

impl Previewing {
    /// The pages on screen; those of before while others are being laid out.
    #[must_use]
    pub fn shown(&self) -> Option<&Arc<Preview>> {
        self.shown.as_ref().map(|(_, preview)| preview)
    }
}

impl ReportRequest {
    /// Whether the same pages come of both.
    pub(super) fn same(&self, other: &Self) -> bool {
        self.mark == other.mark && self.order.same(&other.order)
    }
}

impl ReportChosen {
    /// What was chosen last, or what most people want.
    pub(super) fn of(kept: &ReportKept, language: Language) -> Self {
        Self {
            kind: ReportKind::from_code(&kept.kind).unwrap_or(ReportKind::Sheet),
            format: Format::from_ending(&kept.format).unwrap_or_default(),
            languages: Languages::from_code(&kept.languages).unwrap_or(Languages::One(language)),
            paper: Paper::from_code(&kept.paper).unwrap_or_default(),
        }
    }
}

impl ReportsWritten {
    /// Where it was written.
    #[must_use]
    pub fn place(&self) -> &PathBuf {
        place_of(&self.destination)
    }
}

/// What the files of firms are called, no two alike, without ending.
#[must_use]
pub fn file_names(workbook: &Workbook, scope: &Scope, language: Language) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let firms = scope.0.iter().map(|chosen| {
        let firm = workbook.enterprise(chosen.enterprise);
        let name = firm.map(|firm| language.enterprise_called(workbook.called(firm)));
        let name = safe_name(&name.unwrap_or_default(), language.unnamed());
        unlike(&mut taken, &name)
    });
    firms.collect()
}

/// A name that no other one has, on systems too that take capitals for small letters.
fn unlike(taken: &mut BTreeSet<String>, name: &str) -> String {
    let mut unlike = name.to_owned();
    let mut number = 2;
    while !taken.insert(unlike.to_lowercase()) {
        unlike = format!("{name} ({number})");
        number += 1;
    }
    unlike
}

/// The file or folder that is written to.
pub(super) const fn place_of(destination: &Destination) -> &PathBuf {
    match destination {
        Destination::File(path) | Destination::Folder(path, _) => path,
    }
}
