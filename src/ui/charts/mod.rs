//! Charts on screen: specs from results, shapes painted by one painter.

mod chart_view;
mod gauge;
mod hover;
mod measure;
mod page;
mod painter;
mod picture;
mod reader;
mod taking;

pub use chart_view::{chart_ui, charts_are_text, show_charts_as_text};
pub use gauge::gauge_ui;
pub use hover::factor_hover_ui;
pub use measure::ScreenMeasure;
pub use page::paint_page;
pub use painter::shapes_ui;
pub use picture::{better_where, picture_as_ui, picture_switch_ui, picture_ui};
pub use reader::{Readable, Walk, read_chart_ui};
pub use taking::{asked_of_chart, offer_charts};
