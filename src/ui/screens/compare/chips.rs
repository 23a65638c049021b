//! What is compared, as chips: the legend of every picture, and the way to take one away.

use egui::{
    Align, Button, CornerRadius, Layout, Rect, RichText, Role, Stroke, StrokeKind, Ui, WidgetInfo,
    vec2,
};

use super::field::Field;
use crate::{
    chart::{TextMeasure, TextRole, swatch},
    state::{Actions, CompareAction, Entry},
    theme::{Themed, icon, space, text},
    ui::{
        charts::{ScreenMeasure, shapes_ui},
        lineup_words::{facts, resonance_word},
        widgets::{caption_line, quiet_icon_button, text_line},
    },
};

const HEIGHT: f32 = 36.0;
const SWATCH: f32 = 38.0;
/// Names longer than this are cut; the whole stands in the tooltip.
const LONGEST_NAME: f32 = 210.0;

pub(super) fn chips_ui(ui: &mut Ui, field: &Field<'_>, actions: &mut Actions) {
    let several = field.lineup.entries.len() > 1;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::SMALL, space::SMALL);
        for (entry, name) in field.entries() {
            chip_ui(ui, field, actions, entry, name, several);
        }
    });
}

fn chip_ui(
    ui: &mut Ui,
    field: &Field<'_>,
    actions: &mut Actions,
    entry: &Entry,
    name: &str,
    several: bool,
) {
    let (view, theme) = (field.view, ui.tokens());
    let value = resonance_word(view, &entry.result);
    let measure = ScreenMeasure(ui.ctx());
    let name_width = measure
        .width(name, TextRole::Strong)
        .min(LONGEST_NAME)
        .ceil()
        + 4.0;
    let value_width = measure.width(&value, TextRole::Strong).ceil() + 2.0;
    let width = 10.0 + SWATCH + 6.0 + name_width + 8.0 + value_width + 6.0 + 28.0 + 4.0;
    let size = vec2(width.min(ui.max_rect().width()), HEIGHT);
    let layout = Layout::left_to_right(Align::Center);
    ui.allocate_ui_with_layout(size, layout, |ui| {
        ui.set_min_size(size);
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.spacing_mut().button_padding = vec2(2.0, 2.0);
        let rect = Rect::from_min_size(ui.min_rect().min, size);
        let edge = Stroke::new(1.0, theme.line);
        let corners = CornerRadius::same(8);
        ui.painter()
            .rect(rect, corners, theme.card, edge, StrokeKind::Inside);
        ui.add_space(10.0);
        let swatch_size = vec2(SWATCH, HEIGHT);
        let shapes = swatch(entry.series, (swatch_size.x, swatch_size.y));
        shapes_ui(ui, &shapes, swatch_size);
        ui.add_space(6.0);
        let caption = RichText::new(name).font(text::strong());
        let button = Button::new(caption.color(theme.text_strong))
            .frame_when_inactive(false)
            .truncate()
            .min_size(vec2(0.0, 28.0));
        let response =
            ui.allocate_ui_with_layout(vec2(name_width, HEIGHT), layout, |ui| ui.add(button));
        let response = response.inner.on_hover_ui(|ui| {
            ui.set_max_width(300.0);
            for fact in facts(view, entry) {
                text_line(ui, &fact);
            }
            if several {
                caption_line(ui, &view.language.compare_others_with(name));
            }
        });
        response
            .widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{name}: {value}")));
        if response.clicked() && several {
            actions.send(CompareAction::CompareWith(entry.item));
        }
        ui.add_space(8.0);
        let colour = if entry.result.outcome.is_some() {
            theme.text
        } else {
            theme.text_subdued
        };
        ui.label(RichText::new(value).font(text::strong()).color(colour));
        ui.add_space(6.0);
        let remove = view.language.compare_remove(name);
        if quiet_icon_button(ui, icon::CLOSE, &remove).clicked() {
            actions.send(CompareAction::Remove(entry.item));
        }
    });
}
