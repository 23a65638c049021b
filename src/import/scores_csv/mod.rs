//! The scores CSV: a row for each respondent of each round, both ways.

mod fault;
mod gather;
mod guard;
mod read;
mod write;

pub use fault::{CsvError, CsvFault};
pub(super) use guard::unguarded;
pub(super) use read::is_one;
pub use read::read_scores;
pub use write::{LeftOut, write_scores};

/// The header of a scores CSV, without the optional `note` at its end.
pub const HEADER: &str = "enterprise,sector,round,respondent,weight,comparative_advantage,complexity,\
compatibility,observability,expected_costs,anticipated_benefits,social_impact,\
facilitating_conditions";

/// How many columns stand before the eight factors.
const LEADING: usize = 5;
