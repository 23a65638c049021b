//! Reading a chart by keyboard: Tab reaches it, arrow keys go from one of its places to the next.

use egui::{
    Id, Key, PopupAnchor, Rect, Role, Sense, Stroke, StrokeKind, Tooltip, Ui, Vec2, WidgetInfo,
    pos2,
};

use super::chart_view::{chart_ui, charts_are_text};
use crate::{
    chart::{Chart, Target},
    theme::Themed,
    ui::widgets::take_arrows,
};

/// How far in the list of targets an arrow key leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Walk {
    /// To the next one on the right.
    pub right: usize,
    /// To the next one below.
    pub down: usize,
}

/// A chart and what it takes to read it by keyboard.
pub struct Readable<'a> {
    /// The chart.
    pub chart: &'a Chart,
    /// Its size.
    pub size: Vec2,
    /// What it is called.
    pub name: &'a str,
    /// Where the arrow keys lead.
    pub walk: Walk,
    /// One of its places in words.
    pub spoken: &'a dyn Fn(&Target) -> String,
}

/// Shows a chart as [`chart_ui`] does, and lets the keyboard go through its targets; `hover` shows one.
pub fn read_chart_ui(ui: &mut Ui, readable: &Readable<'_>, hover: impl Fn(&mut Ui, &Target)) {
    let theme = ui.tokens();
    let (chart, name, walk) = (readable.chart, readable.name, readable.walk);
    let shown = chart_ui(ui, chart, readable.size, name, &hover);
    if charts_are_text(ui.ctx()) || chart.targets.is_empty() {
        return;
    }
    let id = shown.id.with("reader");
    let response = ui.interact(shown.rect, id, Sense::focusable_noninteractive());
    let kept = Id::unique((name, "place being read"));
    let count = chart.targets.len();
    let place = ui.data(|data| data.get_temp::<usize>(kept));
    let mut place = place.unwrap_or_default().min(count - 1);
    if response.has_focus() {
        take_arrows(ui, response.id);
        let pressed = |key| ui.input(|input| input.key_pressed(key));
        for (forward, back, step) in [
            (Key::ArrowRight, Key::ArrowLeft, walk.right),
            (Key::ArrowDown, Key::ArrowUp, walk.down),
        ] {
            if pressed(forward) && place + step < count {
                place += step;
            }
            if pressed(back) && place >= step {
                place -= step;
            }
        }
        ui.data_mut(|data| data.insert_temp(kept, place));
    }
    let target = &chart.targets[place];
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::Image, true, name);
        info.current_text_value = Some((readable.spoken)(target));
        info
    });
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_value((readable.spoken)(target));
    });
    if !response.has_focus() {
        return;
    }
    let corner =
        |point: crate::chart::Point| pos2(shown.rect.left() + point.x, shown.rect.top() + point.y);
    let rect = Rect::from_min_max(corner(target.corners.min), corner(target.corners.max));
    let ring = Stroke::new(2.0, theme.focus);
    ui.painter().rect_stroke(rect, 4, ring, StrokeKind::Inside);
    let anchor = PopupAnchor::Position(rect.center_bottom());
    Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), id.with("tip"), anchor)
        .show(|ui| hover(ui, target));
}
