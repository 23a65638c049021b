//! Every intent a user can have. Screens push actions; only [`super::State::update`] acts on them.

use std::path::PathBuf;

use super::{
    charted::ChartAction,
    codes::CodesAction,
    commands::MenuAction,
    compare::CompareAction,
    knowledge_view::KnowledgeView,
    plan::{NewPlanItem, PlanAction},
    portfolio::PortfolioAction,
    present::PresentAction,
    recovery::RecoveryAction,
    removal::Removal,
    report::ReportAction,
    room::RoomAction,
    session::{DialogAnswer, Explained, Merging, NewFromSector, Panel, Picture, ResultsPage},
    several::FileAction,
    table::TableAction,
    versions::VersionsAction,
    weights::WeightsAction,
};
use crate::{
    edit::Command,
    model::{EnterpriseId, Factor, RespondentId, RoundId},
    storage::GuidedPath,
};

/// One intent.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Something that is also in a menu and may have a shortcut.
    Menu(MenuAction),
    /// A change to the document.
    Edit(Command),
    /// The field being edited lost the focus: the next edit is a step of its own.
    LeaveField,
    /// Looks at an enterprise.
    Select(EnterpriseId),
    /// Looks at a round of the selected enterprise.
    SelectRound(RoundId),
    /// Scores as a member of the selected enterprise's panel.
    SelectPerson(RespondentId),
    /// Adds a record that needs a new id.
    Add(NewRecord),
    /// Starts (or ends) renaming an enterprise in the list.
    Rename(Option<EnterpriseId>),
    /// Filters the enterprise list.
    Search(String),
    /// Shows or hides a factor's indicators, note and confidence.
    Unfold(Option<Factor>),
    /// Shows or hides a panel.
    Toggle(Panel),
    /// Opens a file.
    Open(PathBuf),
    /// Takes a file out of the recent list.
    ForgetRecent(PathBuf),
    /// Types into the open dialog's text field.
    DialogText(String),
    /// Changes what a new workbook for a sector begins with.
    DialogSector(NewFromSector),
    /// Changes what a merge takes.
    Merge(Box<Merging>),
    /// Changes what is to be taken in from response codes.
    Codes(CodesAction),
    /// Answers the open dialog.
    Answer(DialogAnswer),
    /// Shows how a number is computed, or stops showing it.
    Explain(Option<Explained>),
    /// Draws the eight factors another way.
    Draw(Picture),
    /// Opens the guided path with so many questions, where it was left.
    Guide(GuidedPath),
    /// Goes to a page of the guided path.
    GuidedPage(usize),
    /// Reads Results in full or in short.
    Read(ResultsPage),
    /// Looks at something else of the knowledge base.
    Know(Box<KnowledgeView>),
    /// Adds a step to the plan of the selected enterprise.
    AddToPlan(NewPlanItem),
    /// Something of the table being taken in.
    Table(TableAction),
    /// Something of the named weights.
    Weights(WeightsAction),
    /// Something of the portfolio.
    Portfolio(PortfolioAction),
    /// Something of the plan.
    Plan(PlanAction),
    /// Something of the comparison.
    Compare(CompareAction),
    /// Something of what is presented.
    Present(PresentAction),
    /// Something of the session in a room.
    Room(RoomAction),
    /// Something of unsaved work that was found.
    Recovery(RecoveryAction),
    /// Something of the Report page.
    Report(ReportAction),
    /// Opens a file that was written, or its folder.
    Show(PathBuf),
    /// Takes a chart out of the window.
    Chart(ChartAction),
    /// Something of earlier versions.
    Versions(VersionsAction),
    /// Something of the document's file and its copies.
    File(FileAction),
    /// Copies text to the clipboard.
    Copy(String),
    /// Removes somebody, or a round, after asking where answers would go with it.
    Remove(Removal),
    /// Undoes the step that a message tells of, while it is the latest one.
    TakeBack(u64),
    /// Takes a message off the screen.
    DismissToast(u64),
}

impl Action {
    /// Whether it changes the document, or leads to nothing but that.
    #[must_use]
    pub fn changes_document(&self) -> bool {
        match self {
            Self::Edit(_)
            | Self::Add(_)
            | Self::Rename(Some(_))
            | Self::AddToPlan(_)
            | Self::Remove(_)
            | Self::TakeBack(_) => true,
            Self::Menu(command) => command.spec().changes_document(),
            Self::Weights(action) => !matches!(action, WeightsAction::Look(_)),
            Self::Plan(action) => matches!(
                action,
                PlanAction::NewWhatIf
                    | PlanAction::AddTyped
                    | PlanAction::AddTypedOn(_)
                    | PlanAction::AddAdvised
            ),
            Self::Room(action) => matches!(
                action,
                RoomAction::Stage(_)
                    | RoomAction::HandTo(_)
                    | RoomAction::NextRound
                    | RoomAction::AskPeople
                    | RoomAction::PasteScores { .. }
            ),
            _ => false,
        }
    }
}

/// A record to be added with a new id and a usual name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewRecord {
    /// Somebody on an enterprise's panel.
    Person(EnterpriseId),
}

/// The intents of one frame, in the order they came up.
#[derive(Debug, Default)]
pub struct Actions(Vec<Action>);

impl Actions {
    /// Adds an intent.
    pub fn push(&mut self, action: Action) {
        self.0.push(action);
    }

    /// Adds a change to the document.
    pub fn edit(&mut self, command: Command) {
        self.0.push(Action::Edit(command));
    }

    /// Takes all intents out.
    pub fn take(&mut self) -> Vec<Action> {
        std::mem::take(&mut self.0)
    }
}
