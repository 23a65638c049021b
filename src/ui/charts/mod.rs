//! Charts on screen: specs from results, shapes painted by one painter.

mod painter;
mod reader;
mod specs;

pub use painter::{ScreenMeasure, chart_ui, charts_are_text, shapes_ui, show_charts_as_text};
pub use reader::{Readable, Walk, read_chart_ui};
pub use specs::{
    better_where, dot_hint, factor_dots_chart, factor_hover_ui, gauge_chart, lines_of,
    matrix_chart, one_decimal, pairs_chart, picture_as_ui, picture_switch_ui, picture_ui,
    radar_axes, state_word, words_outward,
};
