//! Charts on screen: specs from results, shapes painted by one painter.

mod chart_view;
mod factor_charts;
mod measure;
mod painter;
mod picture;
mod reader;
mod summary_charts;

pub use chart_view::{chart_ui, charts_are_text, show_charts_as_text};
pub use factor_charts::{
    dot_hint, factor_dots_chart, factor_hover_ui, hint_outward, lines_of, radar_axes, state_word,
    vertex_of,
};
pub use measure::ScreenMeasure;
pub use painter::shapes_ui;
pub use picture::{better_where, picture_as_ui, picture_switch_ui, picture_ui};
pub use reader::{Readable, Walk, read_chart_ui};
pub use summary_charts::{gauge_ui, matrix_chart, pairs_chart};
