//! The headless commands: the same engine as the window's, without window or display.

mod convert;
mod json;
mod parse;
mod rank;
mod report;
mod run;
mod score;
mod shared;
mod standing;
mod table;
mod usage;
mod weights;
mod windowless;

pub use parse::{Format, Invocation, Target, parse};
pub use run::run;
pub use shared::{Failure, Input, complain};
pub use usage::{UsageError, UsageFault, WeightsFault};
pub use windowless::without_window;

pub use crate::state::{Content, Launch, Stay};
