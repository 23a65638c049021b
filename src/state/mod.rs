//! What the program holds while it runs, apart from any window: the document, what is looked at, what
//! is kept of results, and the one door through which all of it changes.
//!
//! [`State::update`] takes an [`Action`] and gives back [`Effect`]s: what the window has to do about the
//! world. Their answers come back through [`State::answered`].

mod action;
mod at_work;
mod charted;
mod codes;
mod commands;
mod compare;
mod document;
mod effect;
mod file_jobs;
mod focus;
mod guided;
mod knowledge_view;
mod launch;
mod lineup;
mod listing;
mod made;
mod memo;
mod pasting;
mod paths;
mod plan;
mod portfolio;
mod portfolio_rows;
mod portfolio_shown;
mod present;
mod recovery;
mod removal;
mod report;
mod results;
mod room;
mod root;
mod saving;
mod session;
mod several;
mod table;
mod toasts;
mod unmask;
mod update;
mod versions;
mod view;
mod viewing;
mod weights;

pub use action::{Action, Actions, NewRecord};
pub use charted::{ChartAction, ChartGoal, TakenChart};
pub use codes::{Arrival, Bound, Codes, CodesAction, Decision, Doubt, Refusal};
pub use commands::{CommandSpec, MENUS, Menu, MenuAction};
pub use compare::{
    Compare, CompareAction, ComparePage, Item, MOST_COMPARED, Placed, Profile, RowOrder, Tracked,
};
pub use document::{Deferred, Document, DocumentState, Lost, Saved};
pub use effect::{Answer, Effect, OpenedFile, Work};
pub use file_jobs::{Direction, FileJob, FileJobSpec};
pub use focus::FocusRequest;
pub use guided::{Guided, Question};
pub use knowledge_view::{KnowledgePage, KnowledgeView};
pub use launch::{Content, Launch, Stay};
pub use lineup::{Entry, Lineup, Most};
pub use made::{ExportContent, PictureContent};
pub use plan::{NewPlanItem, PlanAction, PlanPage, PlanView, StepsAs, Unfolded};
pub use portfolio::{
    PortfolioAction, PortfolioColumn, PortfolioFilter, PortfolioPage, PortfolioView,
};
pub use portfolio_rows::PortfolioRow;
pub use portfolio_shown::{Portfolio, Ranked, Spot};
pub use present::{PresentAction, Presentation};
pub use recovery::{RecoverFor, Recovered, Recovering, RecoveryAction, Unsaved};
pub use removal::Removal;
pub use report::{
    AfterExport, ExportProgress, MOST_PREVIEWED, Preview, Previewing, ReportAction, ReportChosen,
    ReportExport, ReportRequest, ReportView, ReportsWritten, Whom, Zoom, file_names,
};
pub use results::{Lift, Results};
pub use room::{RoomAction, RoomView, ScoringWay, TAKE_LAPTOP_BACK, TALK_SECONDS, has_answers};
pub use root::{Moment, Services, Start, State};
pub use session::{
    ChartsAs, Dialog, DialogAnswer, Explained, Merging, NewFromSector, Panel, Picture, ResultsPage,
    Screen, Session,
};
pub use several::{FileAction, Locking, Notice, Sight};
pub use table::{TableAction, TableImport};
pub use toasts::{Offer, Toast, ToastEnd, Tone};
pub use unmask::{Progress, UnmaskBy, Unmasking};
pub use versions::{
    NewVersion, ReadingVersion, VersionFor, VersionsAction, VersionsView, VersionsWork,
};
pub use view::View;
pub use weights::{WeightsAction, weights_of};
