//! Two copies of a workbook become one: the union by ids, and what both changed, side by side.

mod addition;
mod aims;
mod brought;
mod rounds;
mod union;

pub use addition::{Added, Addition};
pub use union::{Conflict, Merge, Subject};
