//! The screens, one to a file.

mod assess;
mod compare;
mod guided;
mod header;
mod knowledge;
mod plan;
mod portfolio;
mod report;
mod results;
mod room;
mod start;

pub use assess::assess_ui;
pub use compare::compare_ui;
pub use guided::guided_ui;
pub use header::list_stands_beside;
pub use knowledge::knowledge_ui;
pub use plan::plan_ui;
pub use portfolio::portfolio_ui;
pub use report::report_ui;
pub use results::results_ui;
pub use room::{room_ui, scorer_ui};
pub use start::start_ui;
