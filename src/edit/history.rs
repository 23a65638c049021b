//! Undo and redo by labelled snapshots that share structure.

use std::{collections::VecDeque, sync::Arc};

use super::{
    apply::{ApplyError, apply},
    command::Command,
    step::{Field, Step},
};
use crate::model::Workbook;

/// How many steps can be undone; older ones are forgotten.
pub const UNDO_STEPS: usize = 500;

/// Names one state of the document. Undoing returns to the same revision, so that "unsaved" goes
/// away when the user undoes back to what is on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Revision(u64);

/// A workbook with the states before and after it.
#[derive(Clone, Debug)]
pub struct History {
    current: Arc<Workbook>,
    revision: Revision,
    newest: u64,
    past: VecDeque<Snapshot>,
    future: Vec<Snapshot>,
    /// The field whose edits still belong to the last step.
    open_field: Option<Field>,
}

/// A state and the step that leads away from it: forward in `past`, backward in `future`.
#[derive(Clone, Debug)]
struct Snapshot {
    workbook: Arc<Workbook>,
    revision: Revision,
    step: Step,
}

impl History {
    /// A document as opened, with nothing to undo.
    #[must_use]
    pub fn new(workbook: Workbook) -> Self {
        Self {
            current: Arc::new(workbook),
            revision: Revision(0),
            newest: 0,
            past: VecDeque::new(),
            future: Vec::new(),
            open_field: None,
        }
    }

    /// The workbook as it stands.
    #[must_use]
    pub const fn workbook(&self) -> &Arc<Workbook> {
        &self.current
    }

    /// The name of the present state.
    #[must_use]
    pub const fn revision(&self) -> Revision {
        self.revision
    }

    /// Applies a command as a new step, or as part of the last one when it edits the same field.
    /// A command that changes nothing leaves no step.
    ///
    /// # Errors
    /// When the command is refused; nothing has changed then.
    pub fn perform(&mut self, command: &Command) -> Result<(), ApplyError> {
        let mut next = Workbook::clone(&self.current);
        apply(&mut next, command)?;
        if next.same_as(&self.current) {
            return Ok(());
        }
        let field = command.field();
        let same_step = field.is_some() && field == self.open_field && !self.past.is_empty();
        let before = std::mem::replace(&mut self.current, Arc::new(next));
        if !same_step {
            self.past.push_back(Snapshot {
                workbook: before,
                revision: self.revision,
                step: command.step(),
            });
            if self.past.len() > UNDO_STEPS {
                self.past.pop_front();
            }
        }
        self.future.clear();
        self.newest += 1;
        self.revision = Revision(self.newest);
        self.open_field = field;
        Ok(())
    }

    /// The field being edited was left: the next edit of it is a step of its own.
    pub fn leave_field(&mut self) {
        self.open_field = None;
    }

    /// Nothing that was undone can be repeated from now on.
    pub fn forget_undone(&mut self) {
        self.future.clear();
    }

    /// The workbook as [`History::undo`] would leave it.
    #[must_use]
    pub fn undone(&self) -> Option<&Arc<Workbook>> {
        self.past.back().map(|snapshot| &snapshot.workbook)
    }

    /// The workbook as [`History::redo`] would leave it.
    #[must_use]
    pub fn redone(&self) -> Option<&Arc<Workbook>> {
        self.future.last().map(|snapshot| &snapshot.workbook)
    }

    /// The step that [`History::undo`] would take back.
    #[must_use]
    pub fn undo_step(&self) -> Option<&Step> {
        self.past.back().map(|snapshot| &snapshot.step)
    }

    /// The step that [`History::redo`] would repeat.
    #[must_use]
    pub fn redo_step(&self) -> Option<&Step> {
        self.future.last().map(|snapshot| &snapshot.step)
    }

    /// Goes back one step; `None` at the start.
    pub fn undo(&mut self) -> Option<Step> {
        let back = self.past.pop_back()?;
        let step = back.step.clone();
        let left = self.go_to(back);
        self.future.push(left);
        Some(step)
    }

    /// Goes forward one step; `None` at the end.
    pub fn redo(&mut self) -> Option<Step> {
        let ahead = self.future.pop()?;
        let step = ahead.step.clone();
        let left = self.go_to(ahead);
        self.past.push_back(left);
        Some(step)
    }

    /// Makes a snapshot the present state and gives back the state left, under the same step.
    fn go_to(&mut self, snapshot: Snapshot) -> Snapshot {
        self.open_field = None;
        Snapshot {
            workbook: std::mem::replace(&mut self.current, snapshot.workbook),
            revision: std::mem::replace(&mut self.revision, snapshot.revision),
            step: snapshot.step,
        }
    }
}
