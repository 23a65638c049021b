//! The screens, one to a file.

mod assess;
mod results;
mod start;

pub use assess::assess_ui;
pub use results::results_ui;
pub use start::start_ui;
