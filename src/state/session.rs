//! What the user is looking at: neither undone nor saved in the document.

use std::{collections::BTreeSet, path::PathBuf, sync::Arc};

use uuid::Uuid;

use super::{
    charted::TakenChart,
    codes::Codes,
    compare::{Compare, Item},
    document::Deferred,
    file_jobs::FileJob,
    focus::FocusRequest,
    guided::Guided,
    knowledge_view::KnowledgeView,
    plan::PlanView,
    portfolio::PortfolioView,
    present::Presentation,
    removal::Removal,
    report::ReportView,
    room::RoomView,
    table::TableImport,
    toasts::{Offer, Toast},
    unmask::Unmasking,
    versions::VersionsView,
};
use crate::{
    edit::Merge,
    model::{EnterpriseId, Factor, RespondentId, RoundId, WeightSetId, WhatIfId, Workbook},
    storage::FileStamp,
};

/// The screens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Screen {
    /// Where do I begin?
    #[default]
    Start,
    /// What do we think?
    Assess,
    /// The same, one question a page.
    Guided,
    /// What does it mean?
    Results,
    /// What do we do?
    Plan,
    /// Who or when differs?
    Compare,
    /// How does everybody stand?
    Portfolio,
    /// What is out there?
    Knowledge,
    /// A room that scores, reveals, talks and agrees.
    Room,
    /// What goes on paper; a page of its own, without the bar.
    Report,
}

/// The two ways Results can be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ResultsPage {
    /// Every number, for the room.
    #[default]
    Full,
    /// Where we stand, what holds us back, three next steps, for the owner.
    Short,
}

/// Panels that fold away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Panel {
    /// The list of enterprises.
    List,
    /// The answer beside the factor cards.
    Answer,
    /// The same in a window too narrow for both; there it starts folded.
    NarrowAnswer,
    /// On Results: the four natural pairs.
    Pairs,
    /// On Results: the 4 x 4 matrix.
    Matrix,
    /// On Results: the factor table.
    Table,
    /// On Results: the details for experts.
    Details,
}

impl Panel {
    const fn starts_open(self) -> bool {
        !matches!(self, Self::NarrowAnswer | Self::Matrix | Self::Details)
    }
}

/// A number whose computation can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say which number")]
pub enum Explained {
    Resonance,
    Supply,
    Demand,
    Balance,
    Coupling,
    Development,
    Coordination,
    KendallW,
    Factor(Factor),
    Matrix,
    Pairs,
    Lead,
    Certainty,
    Change,
    Robustness,
    Target,
    WhatIf(WhatIfId),
    Progress,
    Gain,
    Path,
    Tornado,
    /// R of one thing that is compared.
    Compared(Item),
    /// What differs between two things that are compared.
    Difference {
        /// The one compared with.
        from: Item,
        /// The other.
        to: Item,
    },
    RankShare,
    LikelyRanks,
    FirstRank,
    Entropy,
}

/// How the eight factors are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Picture {
    /// One radar of eight axes.
    #[default]
    Radar,
    /// Two radars of four axes, one for each side.
    Sides,
    /// The dot rows.
    Dots,
}

/// How every chart is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ChartsAs {
    /// As a picture.
    #[default]
    Picture,
    /// As its numbers in lines of text.
    Text,
}

/// A question or page over the screen; only one at a time.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// Unsaved work of windows before was found.
    Recovery,
    /// Unsaved work would be lost: save, discard or stay?
    Unsaved(Deferred),
    /// A path to type, where the system has no file dialog or the user prefers it.
    Path {
        /// What the path is for.
        job: FileJob,
        /// What was typed so far.
        text: String,
    },
    /// The file was changed by another program since it was opened.
    ChangedOnDisk(PathBuf),
    /// What is unsaved would be set aside for what the file holds by now.
    Reload,
    /// A file of that name is already there.
    Overwrite {
        /// What was about to be written.
        job: FileJob,
        /// The file.
        path: PathBuf,
    },
    /// What a new workbook for a sector begins with.
    Sector(NewFromSector),
    /// The laptop is to be handed to somebody.
    HandOver(RespondentId),
    /// Scores that are hidden would be shown.
    Unmask(Unmasking),
    /// Answers would go with what is removed.
    Remove(Removal),
    /// People to be added, as pasted.
    PastePeople(String),
    /// Earlier versions of the workbook.
    Versions,
    /// Another workbook to be merged in.
    Merge(Box<Merging>),
    /// Response codes to be taken in.
    Codes(Box<Codes>),
    /// A table of scores to be taken in.
    Table(Box<TableImport>),
    /// Named weights; which of them are looked at (`None`: equal ones).
    Weights(Option<WeightSetId>),
    /// The selected enterprise's panel of respondents.
    People,
    /// Keys.
    Shortcuts,
    /// What this program is.
    About,
}

/// What a new workbook for a sector begins with, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewFromSector {
    /// Id of the sub-sector.
    pub sector: String,
    /// The workbook's title.
    pub title: String,
    /// The firms, one to a line.
    pub firms: String,
}

impl NewFromSector {
    /// The firms' names in order, blank lines and second mentions left out.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let mut seen = BTreeSet::new();
        let names = self.firms.lines().map(str::trim);
        names.filter(move |name| !name.is_empty() && seen.insert(*name))
    }
}

/// Another workbook about to be merged in.
#[derive(Clone, Debug, PartialEq)]
pub struct Merging {
    /// The other file's name.
    pub name: String,
    /// The union and where both differ.
    pub merge: Merge,
    /// How the other file was, where it is the document's own.
    pub own: Option<FileStamp>,
    /// For each conflict whether the other one's side is taken.
    pub theirs: Vec<bool>,
}

/// An answer to the open dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DialogAnswer {
    /// Leave everything as it is.
    Cancel,
    /// Go on: use the path, overwrite the file.
    Confirm,
    /// Save first, then go on.
    Save,
    /// Go on without saving.
    Discard,
    /// Save under another name instead.
    SaveAs,
}

/// What the user is looking at.
#[derive(Clone, Debug, Default)]
pub struct Session {
    /// The screen.
    pub screen: Screen,
    /// The selected enterprise.
    pub enterprise: Option<EnterpriseId>,
    /// The selected round; `None` stands for the latest.
    pub round: Option<RoundId>,
    /// Who is scoring; `None` stands for the first of the panel.
    pub person: Option<RespondentId>,
    /// Radar or dots.
    pub picture: Picture,
    /// Whether charts are pictures or their numbers as text.
    pub charts_as: ChartsAs,
    /// Text that filters the enterprise list.
    pub search: String,
    /// The factor whose details are unfolded on Assess.
    pub unfolded: Option<Factor>,
    /// The enterprise whose name is being edited in the list.
    pub renaming: Option<EnterpriseId>,
    /// Panels that are folded away and started open, or the other way round.
    pub toggled: Vec<Panel>,
    /// The number whose computation is shown.
    pub explained: Option<Explained>,
    /// The open dialog.
    pub dialog: Option<Dialog>,
    /// The unsaved work that was found of which it is asked whether to discard it.
    pub discarding: Option<Uuid>,
    /// What is shown of earlier versions.
    pub versions: VersionsView,
    /// Messages, oldest first.
    pub toasts: Vec<Toast>,
    /// Where the guided path is.
    pub guided: Guided,
    /// What of the knowledge base is shown.
    pub knowledge: KnowledgeView,
    /// What of the portfolio is shown.
    pub portfolio: PortfolioView,
    /// The enterprises selected in the portfolio.
    pub selected: Arc<BTreeSet<EnterpriseId>>,
    /// What of the plan is shown.
    pub plan: PlanView,
    /// What is being presented, while something is.
    pub presented: Option<Presentation>,
    /// What is compared.
    pub compare: Compare,
    /// What of the session in a room is shown.
    pub room: RoomView,
    /// How much Results shows.
    pub results_page: ResultsPage,
    /// What of the Report page is shown.
    pub report: ReportView,
    /// The screen that the Report page was opened from.
    pub report_from: Screen,
    /// The chart that is about to be written.
    pub taken: Option<Arc<TakenChart>>,
    /// Asks the search field to take the focus on the next frame.
    pub focus_search: FocusRequest,
}

impl Session {
    /// Whether a panel is open.
    #[must_use]
    pub fn shows(&self, panel: Panel) -> bool {
        panel.starts_open() != self.toggled.contains(&panel)
    }

    /// Folds an open panel, opens a folded one.
    pub fn toggle(&mut self, panel: Panel) {
        let before = self.toggled.len();
        self.toggled.retain(|other| *other != panel);
        if self.toggled.len() == before {
            self.toggled.push(panel);
        }
    }

    /// Opens a panel where it is folded.
    pub fn open(&mut self, panel: Panel) {
        if !self.shows(panel) {
            self.toggle(panel);
        }
    }

    /// Looks at an enterprise, its latest round and the first of its panel.
    pub fn select(&mut self, enterprise: Option<EnterpriseId>) {
        if self.enterprise != enterprise {
            self.enterprise = enterprise;
            self.round = None;
            self.person = None;
            self.explained = None;
        }
    }

    /// Lets go of what the workbook no longer has and selects the first enterprise where none is.
    pub fn drop_stale_ids(&mut self, workbook: &Workbook) {
        let selected = self
            .enterprise
            .and_then(|id| workbook.enterprise(id))
            .or_else(|| workbook.enterprises.first());
        self.select(selected.map(|enterprise| enterprise.id));
        self.compare.drop_stale_ids(workbook);
        if let Some(enterprise) = selected {
            self.round = self.round.filter(|id| enterprise.round(*id).is_some());
            self.person = self.person.filter(|id| enterprise.person(*id).is_some());
        }
    }

    /// The messages for another document: what they offer was about this one.
    #[must_use]
    pub fn take_toasts(&mut self) -> Vec<Toast> {
        let mut toasts = std::mem::take(&mut self.toasts);
        for toast in &mut toasts {
            toast.undoes = None;
            toast.offer = Offer::Nothing;
        }
        toasts
    }
}
