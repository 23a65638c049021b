//! The one door for changes: a workbook changes only by a [`Command`] applied here.
//!
//! Invariants: [`apply`] is the only code that changes a workbook; a refused command changes
//! nothing; undoing everything gives back the start, redoing everything the end.

mod apply;
mod changes;
mod command;
mod history;
mod merge;
mod step;

pub use apply::{ApplyError, apply};
pub use changes::{Changes, MOST_NAMED};
pub use command::{
    Command, EnterpriseChange, PersonChange, PlanChange, RoundChange, TargetChange, Where,
};
pub use history::{History, Revision, UNDO_STEPS};
pub use merge::{Added, Addition, Conflict, Merge, Subject};
pub use step::{Field, Step};
