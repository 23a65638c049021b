//! A one-line text field over a value that the widget may not change itself.

use egui::{DragValue, Response, Role, TextEdit, Ui, Vec2, WidgetInfo};

use super::read_only::editable;

/// A number that is dragged or typed, with a name for screen readers.
pub fn named_drag(ui: &mut Ui, size: Vec2, drag: DragValue<'_>, name: &str) -> Response {
    let response = editable(ui, |ui| ui.add_sized(size, drag));
    let ctx = ui.ctx();
    ctx.accesskit_node_builder(response.id, |node| node.set_label(name));
    response
}

/// A text field with a name for screen readers.
pub struct TextField<'a> {
    name: &'a str,
    hint: &'a str,
    width: f32,
    lines: usize,
}

/// What came of showing a text field.
pub struct TextFieldOutput {
    /// The widget's response.
    pub response: Response,
    /// The new text, where it changed on this frame.
    pub changed: Option<String>,
}

impl<'a> TextField<'a> {
    /// A field as wide as there is room.
    #[must_use]
    pub const fn new(name: &'a str) -> Self {
        Self {
            name,
            hint: "",
            width: f32::INFINITY,
            lines: 1,
        }
    }

    /// Text shown while the field is empty.
    #[must_use]
    pub const fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// Width in logical points.
    #[must_use]
    pub const fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// More than one line.
    #[must_use]
    pub const fn lines(mut self, lines: usize) -> Self {
        self.lines = lines;
        self
    }

    /// Shows the field with a value; the caller turns a change into an action.
    pub fn show(
        self,
        ui: &mut Ui,
        id: impl std::hash::Hash + std::fmt::Debug,
        value: &str,
    ) -> TextFieldOutput {
        let mut text = value.to_owned();
        let edit = if self.lines > 1 {
            TextEdit::multiline(&mut text).desired_rows(self.lines)
        } else {
            TextEdit::singleline(&mut text)
        };
        let response = ui.add(
            edit.id(egui::Id::unique(("text field", id)))
                .hint_text(self.hint)
                .margin(egui::Margin::symmetric(8, 6))
                .desired_width(self.width),
        );
        let enabled = ui.is_enabled();
        response.widget_info(|| {
            let mut info = WidgetInfo::text_edit(enabled, value, text.as_str(), self.hint);
            info.label = Some(self.name.to_owned());
            info
        });
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(if self.lines > 1 {
                Role::MultilineTextInput
            } else {
                Role::TextInput
            });
        });
        let changed = (text != value).then_some(text);
        TextFieldOutput { response, changed }
    }
}
