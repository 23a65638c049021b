//! What the program holds while it runs, apart from any window: the document, what is looked at, what
//! is kept of results, and the one door through which all of it changes.
//!
//! [`State::update`] takes an [`Action`] and gives back [`Effect`]s: what the window has to do about the
//! world. Their answers come back through [`State::answered`].

mod action;
mod codes;
mod commands;
mod compare;
mod dispatch;
mod distribution;
mod document;
mod effect;
mod enterprises;
mod exports;
mod file_jobs;
mod files;
mod guided;
mod knowledge_view;
mod launch;
mod lineup;
mod listing;
mod memo;
mod merging;
mod paths;
mod plan;
mod portfolio;
mod present;
mod recovery;
mod removal;
mod results;
mod room;
mod root;
mod saving;
mod scorer;
mod session;
mod sorted;
mod standing;
mod table;
mod toasts;
mod unmask;
mod view;
mod weights;

pub use action::{Action, Actions, NewPlanItem, NewRecord};
pub use codes::{Arrival, Bound, Codes, CodesAction, Decision, Doubt, Refusal};
pub use commands::{CommandSpec, MENUS, Menu, MenuAction};
pub use compare::{
    Compare, CompareAction, ComparePage, Item, MOST_COMPARED, Placed, Profile, RowOrder, Tracked,
};
pub use distribution::{Distribution, Spread};
pub use document::{AfterUnsaved, Document};
pub use effect::{Answer, Effect, ExportContent, OpenedFile, Work};
pub use file_jobs::{Direction, FileJob, FileJobSpec};
pub use guided::{Guided, Question};
pub use knowledge_view::{KnowledgePage, KnowledgeView};
pub use launch::{Content, Launch, Stay};
pub use lineup::{Entry, Lineup, Most};

pub use plan::{PlanAction, PlanPage, PlanView, StepsAs, Unfolded};
pub use portfolio::{
    PortfolioAction, PortfolioColumn, PortfolioFilter, PortfolioPage, PortfolioView,
};
pub use present::{PresentAction, Presentation};
pub use recovery::{RecoverFor, Recovered, Recovering, RecoveryAction, Unsaved};
pub use removal::Removal;
pub use results::{Lift, Results};
pub use room::{RoomAction, RoomView, ScoringWay, TALK_SECONDS, has_answers};
pub use root::{Moment, Services, Start, State};
pub use scorer::TAKE_LAPTOP_BACK;
pub use session::{
    ChartsAs, Dialog, DialogAnswer, Explained, FocusRequest, Merging, NewFromSector, Panel,
    Picture, ResultsPage, Screen, Session,
};
pub use standing::{Portfolio, PortfolioRow, Ranked, Spot};
pub use table::{TableAction, TableImport};
pub use toasts::{Offer, Toast, Tone};
pub use unmask::{Progress, UnmaskBy, Unmasking};
pub use view::{DocumentState, Lost, Saved, View};
pub use weights::{WeightsAction, weights_of};
