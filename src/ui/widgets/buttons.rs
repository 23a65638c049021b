//! Buttons: with an icon, with text, in menus, and rows of alternatives.

use egui::{Button, Color32, Response, RichText, Role, Stroke, Ui, Vec2, WidgetInfo};

use super::{look, picker::picker};
use crate::theme::{Themed, space, text};

/// How much a button asks for attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one that most people want here.
    Primary,
    /// Any other.
    Plain,
}

impl ButtonKind {
    /// The one that most people want here, if so.
    #[must_use]
    pub const fn primary_if(wanted: bool) -> Self {
        if wanted { Self::Primary } else { Self::Plain }
    }
}

/// A button with text and perhaps an icon.
pub fn action_button(ui: &mut Ui, kind: ButtonKind, icon: Option<&str>, label: &str) -> Response {
    action_button_if(ui, true, kind, icon, label)
}

/// The same, which can be pressed only where it can do something.
pub fn action_button_if(
    ui: &mut Ui,
    enabled: bool,
    kind: ButtonKind,
    icon: Option<&str>,
    label: &str,
) -> Response {
    let theme = ui.tokens();
    let enabled = enabled && ui.is_enabled();
    let caption = match icon {
        Some(icon) => format!("{icon}  {label}"),
        None => label.to_owned(),
    };
    let button = match kind {
        // What cannot be done now asks for no attention, and pale ink on a dark fill could not be read.
        ButtonKind::Primary if enabled => Button::new(
            RichText::new(caption)
                .font(text::strong())
                .color(theme.on_accent),
        )
        .fill(theme.accent)
        .stroke(Stroke::NONE),
        ButtonKind::Primary | ButtonKind::Plain => Button::new(caption),
    };
    let button = button.min_size(Vec2::new(0.0, space::CONTROL));
    let response = ui.add_enabled(enabled, button);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, label));
    look::focus_ring(ui, &response);
    // On a page over the screen Enter presses it, unless something else there has the focus.
    if kind == ButtonKind::Primary && enabled {
        ui.memory_mut(|memory| {
            if memory.top_modal_layer() == Some(response.layer_id) && memory.focused().is_none() {
                memory.request_focus(response.id);
            }
        });
    }
    response
}

/// A frameless square button that shows only an icon; its name is in the tooltip and for screen
/// readers.
pub fn icon_button(ui: &mut Ui, icon: &str, name: &str) -> Response {
    sized_icon_button(ui, icon, name, 18.0, space::CONTROL)
}

/// The same, smaller, where it belongs to a card and stays in the background.
pub fn quiet_icon_button(ui: &mut Ui, icon: &str, name: &str) -> Response {
    let theme = ui.tokens();
    ui.scope(|ui| {
        ui.visuals_mut().override_text_color = Some(theme.text_subdued);
        sized_icon_button(ui, icon, name, 15.0, 28.0)
    })
    .inner
}

fn sized_icon_button(ui: &mut Ui, icon: &str, name: &str, size: f32, side: f32) -> Response {
    let button = Button::new(RichText::new(icon).size(size)).frame_when_inactive(false);
    let padding = std::mem::replace(&mut ui.spacing_mut().button_padding, Vec2::splat(2.0));
    let response = ui
        .add(button.min_size(Vec2::splat(side)))
        .on_hover_text(name)
        .on_disabled_hover_text(name);
    ui.spacing_mut().button_padding = padding;
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name));
    response
}

/// A row of alternatives in one frame, each a value with its text; gives the one clicked. Where none is
/// chosen the first one looks it.
pub fn choose_one<T: PartialEq + Clone, L: AsRef<str>>(
    ui: &mut Ui,
    chosen: &T,
    options: &[(T, L)],
) -> Option<T> {
    let place = options.iter().position(|(value, _)| value == chosen);
    let labels: Vec<&str> = options.iter().map(|(_, label)| label.as_ref()).collect();
    let clicked = segmented(ui, place.unwrap_or_default(), &labels)?;
    Some(options[clicked].0.clone())
}

/// The same where there are at least `from` logical points; else a picker of that name and width.
pub fn choose_or_pick<T: PartialEq + Clone, L: AsRef<str>>(
    ui: &mut Ui,
    from: f32,
    (name, width): (&str, f32),
    chosen: &T,
    options: &[(T, L)],
) -> Option<T> {
    if ui.available_width() >= from {
        choose_one(ui, chosen, options)
    } else {
        picker(ui, name, width, chosen, options)
    }
}

fn segmented(ui: &mut Ui, chosen: usize, labels: &[&str]) -> Option<usize> {
    let theme = ui.tokens();
    let mut clicked = None;
    egui::Frame::new()
        .fill(theme.well)
        .corner_radius(8)
        .inner_margin(3)
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            ui.horizontal(|ui| {
                let mut order: Vec<usize> = (0..labels.len()).collect();
                if ui.layout().prefer_right_to_left() {
                    order.reverse();
                }
                for index in order {
                    let label = &labels[index];
                    // What is chosen stands out towards the light, in the dark too.
                    let (raised, edge) = if theme.dark {
                        (theme.hover, theme.line_strong)
                    } else {
                        (theme.card, theme.line)
                    };
                    let is_chosen = index == chosen;
                    let (fill, font, ink) = if is_chosen {
                        (raised, text::strong(), theme.text_strong)
                    } else {
                        (Color32::TRANSPARENT, text::body(), theme.text)
                    };
                    // As wide as when it is chosen, so that nothing moves when it is.
                    let bold =
                        ui.painter()
                            .layout_no_wrap((*label).to_owned(), text::strong(), ink);
                    let width = bold.size().x + 2.0 * ui.spacing().button_padding.x;
                    let caption = RichText::new(*label).font(font).color(ink);
                    let button = Button::new(caption)
                        .fill(fill)
                        .stroke(if is_chosen {
                            Stroke::new(1.0, edge)
                        } else {
                            Stroke::NONE
                        })
                        .min_size(Vec2::new(width, 28.0));
                    let response = ui.add(button);
                    response
                        .widget_info(|| WidgetInfo::selected(Role::Tab, true, is_chosen, *label));
                    look::focus_ring(ui, &response);
                    if response.clicked() {
                        clicked = Some(index);
                    }
                }
            });
        });
    clicked
}
