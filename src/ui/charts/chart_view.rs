//! A chart on screen: painted, pointed at and heard, or its numbers as text.

use egui::{
    Context, Frame, Id, Label, Margin, Response, RichText, Role, Sense, Ui, Vec2, WidgetInfo,
};

use super::{measure::font, painter::paint_all, taking::taking_ui};
use crate::{
    chart::{Chart, Point, Target, TextRole},
    state::ChartsAs,
    theme::Themed,
    ui::widgets::wrapped,
};

/// Shows a chart in a size; a screen reader hears its name and its numbers. `hover` says what to
/// show over one of its targets.
pub fn chart_ui(
    ui: &mut Ui,
    chart: &Chart,
    size: Vec2,
    name: &str,
    hover: impl FnOnce(&mut Ui, &Target),
) -> Response {
    if !chart.description.is_empty() && charts_are_text(ui.ctx()) {
        return text_ui(ui, chart, size, name);
    }
    let (rect, response) = ui.allocate_exact_size(size, Sense::CLICK);
    response.widget_info(|| {
        let spoken = if chart.description.is_empty() {
            name.to_owned()
        } else {
            format!("{name}: {}", chart.description.join(", "))
        };
        WidgetInfo::labeled(Role::Image, true, spoken)
    });
    paint_all(ui, &chart.shapes, rect);
    taking_ui(ui, &response, chart, size, name);
    let pointed = response.hover_pos().and_then(|pointer| {
        let point = Point::new(pointer.x - rect.min.x, pointer.y - rect.min.y);
        // Later targets lie over earlier ones: labels over the wide areas of axes.
        let hit = |target: &&Target| target.corners.contains(point);
        chart.targets.iter().rev().find(hit)
    });
    match pointed {
        Some(target) => response.on_hover_ui_at_pointer(|ui| hover(ui, target)),
        None => response,
    }
}

/// Where it is kept, for one frame, that charts are shown as text.
fn text_flag() -> Id {
    Id::unique("charts are text")
}

/// Shows charts as text on this frame, or as pictures.
pub fn show_charts_as_text(ctx: &Context, text: ChartsAs) {
    ctx.data_mut(|data| data.insert_temp(text_flag(), text == ChartsAs::Text));
}

/// Whether charts are shown as text on this frame.
#[must_use]
pub fn charts_are_text(ctx: &Context) -> bool {
    ctx.data(|data| data.get_temp(text_flag()).unwrap_or_default())
}

/// A chart's numbers as lines of text in its place.
fn text_ui(ui: &mut Ui, chart: &Chart, size: Vec2, name: &str) -> Response {
    let theme = ui.tokens();
    let frame = Frame::new()
        .fill(theme.well)
        .corner_radius(6)
        .inner_margin(Margin::symmetric(10, 8));
    let shown = frame.show(ui, |ui| {
        ui.set_width((size.x - 20.0).max(60.0));
        ui.spacing_mut().item_spacing.y = 3.0;
        let name = RichText::new(name).font(font(TextRole::CaptionStrong));
        wrapped(ui, name.color(theme.text_strong));
        for line in &chart.description {
            let line = RichText::new(line).font(font(TextRole::Caption));
            ui.add(Label::new(line.color(theme.text)).wrap().selectable(true));
        }
    });
    shown.response
}
