//! Earlier versions of the workbook: what is kept of it, and what is shown of them.

use std::sync::Arc;

use crate::{
    model::{Workbook, WorkbookId},
    storage::{VersionKey, VersionNote, VersionsFound},
};

/// An intent about earlier versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VersionsAction {
    /// Shows where one differs from what is open.
    Compare(VersionKey),
    /// Opens one as a workbook of its own.
    Open(VersionKey),
    /// Asks before all of them are deleted, or stops asking.
    AskForget(bool),
    /// Deletes all of them.
    Forget,
}

/// A state that is to be kept as an earlier version.
#[derive(Clone, Debug, PartialEq)]
pub struct NewVersion {
    /// The state.
    pub workbook: Arc<Workbook>,
    /// What is said of it.
    pub note: VersionNote,
}

/// What an earlier version is read for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VersionFor {
    /// To see where it differs.
    Comparing,
    /// To open it as a workbook of its own.
    Opening,
}

/// An earlier version that is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadingVersion {
    /// The workbook that it is of.
    pub workbook: WorkbookId,
    /// Which.
    pub key: VersionKey,
    /// What for.
    pub purpose: VersionFor,
}

/// Something to be done with earlier versions.
#[derive(Clone, Debug, PartialEq)]
pub enum VersionsWork {
    /// Look at those of this workbook.
    List(Arc<Workbook>),
    /// Delete them all, and look at what stayed.
    Forget(Arc<Workbook>),
    /// Read one of them.
    Read(ReadingVersion),
}

/// What is shown of earlier versions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VersionsView {
    /// Those of the open workbook; `None` while they are being looked at.
    pub found: Option<VersionsFound>,
    /// Whether it is asked whether to delete them all.
    pub forgetting: bool,
    /// Whether one of them is compared, so that leaving that page leads back to the list.
    pub comparing: bool,
}
