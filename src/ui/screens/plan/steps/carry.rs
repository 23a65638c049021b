//! Steps carried by the pointer: from a column to another, from a day to another.

use egui::{Area, DragAndDrop, Frame, Id, Order, Rect, Response, RichText, Ui, vec2};

use super::listed::{Steps, state_icon};
use crate::{
    model::PlanItemId,
    theme::{Themed, radius, text},
    ui::widgets::cut,
    wording::plan_text,
};

/// A step on its way.
struct Carried(PlanItemId);

/// Whether something carried is over a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Over {
    /// Nothing is carried, or it belongs elsewhere.
    Nothing,
    /// A step is carried, and the place would take it.
    Waiting,
    /// A step is over the place.
    Hovering,
    /// A step was dropped there.
    Dropped(PlanItemId),
}

/// Lets a step be carried off by its card or chip.
pub(super) fn carry(response: &Response, item: PlanItemId) {
    response.dnd_set_drag_payload(Carried(item));
}

/// The step that is being carried.
pub(super) fn carried(ui: &Ui) -> Option<PlanItemId> {
    DragAndDrop::payload::<Carried>(ui.ctx()).map(|carried| carried.0)
}

/// What happens to a place that takes the steps that `takes` says.
pub(super) fn over(ui: &Ui, place: Rect, takes: impl FnOnce(PlanItemId) -> bool) -> Over {
    let Some(item) = carried(ui).filter(|item| takes(*item)) else {
        return Over::Nothing;
    };
    if !ui.rect_contains_pointer(place) {
        return Over::Waiting;
    }
    if !ui.input(|input| input.pointer.any_released()) {
        return Over::Hovering;
    }
    DragAndDrop::clear_payload(ui.ctx());
    Over::Dropped(item)
}

/// The step that is being carried, beside the pointer.
pub(super) fn ghost_ui(ui: &Ui, steps: &Steps<'_>) {
    let Some(id) = carried(ui) else { return };
    let item = steps.enterprise.plan.iter().find(|item| item.id == id);
    let (Some(item), Some(pointer)) = (item, ui.ctx().pointer_interact_pos()) else {
        return;
    };
    let theme = ui.tokens();
    Area::new(Id::unique("carried step"))
        .order(Order::Tooltip)
        .interactable(false)
        .fixed_pos(pointer + vec2(12.0, 8.0))
        .show(ui.ctx(), |ui| {
            Frame::popup(ui.style())
                .corner_radius(radius::CONTROL)
                .show(ui, |ui| {
                    ui.set_max_width(220.0);
                    let words = plan_text(steps.view.wording(), item);
                    let line = format!("{}  {words}", state_icon(item.state));
                    let line = RichText::new(line).font(text::body());
                    cut(ui, line.color(theme.text_strong));
                });
        });
}
