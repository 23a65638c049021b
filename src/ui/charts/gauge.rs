//! The gauge on screen.

use egui::{Ui, vec2};

use super::{chart_view::chart_ui, measure::ScreenMeasure};
use crate::{analysis::RoundResult, state::View, wording::gauge_chart};

/// The gauge of R with the bars of the two sides.
pub fn gauge_ui(ui: &mut Ui, view: &View<'_>, result: &RoundResult, width: f32) {
    let measure = ScreenMeasure(ui.ctx());
    let (chart, height) = gauge_chart(view.wording(), result, width, &measure);
    let size = vec2(width, height);
    chart_ui(ui, &chart, size, view.language.answer_title(), |_, _| {});
}
