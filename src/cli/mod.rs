//! The headless commands: the same engine as the window's, without window or display.

mod convert;
mod json;
mod paper;
mod parse;
mod rank;
mod report;
mod report_line;
mod run;
mod score;
mod shared;
mod standing;
mod table;
mod usage;
mod weights;
mod windowless;

pub use parse::{Format, Invocation, Target, parse};
pub use report_line::ReportLine;
pub use run::run;
pub use shared::{Failure, Input, complain};
pub use usage::{UsageError, UsageFault, WeightsFault};
pub use windowless::without_window;

pub use crate::state::{Content, Launch, Stay};
