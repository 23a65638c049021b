//! The scores CSV: a row for each respondent of each round, both ways.

mod fault;
mod gather;
mod guard;
mod header;
mod line;
mod read;
mod write;

pub use fault::{CsvError, CsvFault};
pub(super) use guard::unguarded;
pub use header::HEADER;
pub(super) use read::is_one;
pub use read::read_scores;
pub use write::{LeftOut, write_scores};
