//! The plan as a board: a column for each state.

use std::sync::Arc;

use egui::{
    Frame, Margin, Rect, RichText, Shape, Stroke, StrokeKind, Ui, epaint::RectShape,
    layers::ShapeIdx,
};

use super::super::parts::TWO_COLUMNS;
use super::{
    card::{Shown, card_ui},
    carry::{Over, over},
    listed::{Steps, state_icon},
};
use crate::{
    edit::PlanChange,
    model::{PlanItem, PlanState},
    state::Actions,
    theme::{Themed, radius, space},
    ui::widgets::{self, look},
    wording::plan_state,
};

/// An empty column is this high, so that it can be dropped on.
const LEAST_HEIGHT: f32 = 120.0;

/// A column as shown, and where its ground is to be painted.
struct Column {
    state: PlanState,
    rect: Rect,
    ground: ShapeIdx,
}

/// A column for each state, side by side where there is room.
pub(super) fn board_ui(ui: &mut Ui, steps: &Steps<'_>, actions: &mut Actions) {
    let width = ui.available_width();
    let mut columns = Vec::new();
    if width < TWO_COLUMNS {
        for state in PlanState::ALL {
            columns.push(column_ui(ui, steps, actions, state));
        }
    } else {
        let column = (width - 2.0 * space::GAP) / 3.0;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::GAP;
            for state in PlanState::ALL {
                let shown =
                    widgets::column_ui(ui, column, |ui| column_ui(ui, steps, actions, state));
                columns.push(shown.inner);
            }
        });
        let bottoms = columns.iter().map(|column| column.rect.bottom());
        let bottom = bottoms.fold(f32::NEG_INFINITY, f32::max);
        for column in &mut columns {
            column.rect.set_bottom(bottom);
        }
    }
    for column in &columns {
        ground_ui(ui, steps, actions, column);
    }
}

/// Paints a column's ground, and takes what is dropped on it.
fn ground_ui(ui: &Ui, steps: &Steps<'_>, actions: &mut Actions, column: &Column) {
    let theme = ui.tokens();
    let plan = &steps.enterprise.plan;
    let found = |id| plan.iter().find(|item| item.id == id);
    let takes = |id| found(id).is_some_and(|item| item.state != column.state);
    let over = over(ui, column.rect, takes);
    let (fill, line) = match over {
        Over::Nothing | Over::Dropped(_) => (theme.well, Stroke::NONE),
        Over::Waiting => (theme.well, Stroke::new(1.0, theme.line_strong)),
        Over::Hovering => (theme.selection, Stroke::new(2.0, theme.focus)),
    };
    let shape = RectShape::new(column.rect, radius::CARD, fill, line, StrokeKind::Inside);
    ui.painter().set(column.ground, shape);
    if let Over::Dropped(id) = over
        && let Some(item) = found(id)
    {
        actions.edit(steps.change(item, PlanChange::State(column.state)));
    }
}

fn column_ui(ui: &mut Ui, steps: &Steps<'_>, actions: &mut Actions, state: PlanState) -> Column {
    let ground = ui.painter().add(Shape::Noop);
    let items = in_order(steps, state);
    let frame = Frame::new().inner_margin(Margin::same(space::SMALL as i8));
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.set_min_height(LEAST_HEIGHT);
        ui.spacing_mut().item_spacing.y = space::SMALL;
        head_ui(ui, steps, state, items.len());
        for item in items {
            card_ui(ui, steps, actions, item, Shown::InColumn);
        }
    });
    Column {
        state,
        rect: shown.response.rect,
        ground,
    }
}

fn head_ui(ui: &mut Ui, steps: &Steps<'_>, state: PlanState, count: usize) {
    let theme = ui.tokens();
    ui.horizontal(|ui| {
        ui.set_min_height(28.0);
        ui.add_space(space::TIGHT);
        ui.spacing_mut().item_spacing.x = 6.0;
        let mark = RichText::new(state_icon(state)).size(16.0);
        ui.label(mark.color(theme.text_subdued));
        ui.label(look::strong(ui, plan_state(steps.view.language, state)));
        ui.label(RichText::new(count.to_string()).color(theme.text_subdued));
    });
}

/// Those of a state by the day they are due, undated last, else as they were added.
fn in_order<'a>(steps: &Steps<'a>, state: PlanState) -> Vec<&'a Arc<PlanItem>> {
    let items = steps.enterprise.plan.iter();
    let mut items: Vec<_> = items.filter(|item| item.state == state).collect();
    items.sort_by_key(|item| steps.place(item).unwrap_or(i32::MAX));
    items
}
