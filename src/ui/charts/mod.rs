//! Charts on screen: specs from results, shapes painted by one painter.

mod painter;
mod specs;

pub use painter::{ScreenMeasure, chart_ui};
pub use specs::{
    better_where, factor_dots_chart, factor_hover_ui, gauge_chart, matrix_chart, pairs_chart,
    picture_switch_ui, picture_ui, radar_axes,
};
