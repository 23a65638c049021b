//! Lines of running text in the few looks that pages of text need.

use egui::{Color32, Label, RichText, Ui};

use crate::theme::{Themed, text};

/// A line that leads, 14 bold.
pub fn strong_line(ui: &mut Ui, line: &str) {
    let theme = ui.tokens();
    let line = RichText::new(line).font(text::strong());
    ui.add(Label::new(line.color(theme.text_strong)).wrap());
}

/// Running text, 14.
pub fn text_line(ui: &mut Ui, line: &str) {
    ui.add(Label::new(line).wrap());
}

/// Running text in the background, 14.
pub fn subdued_line(ui: &mut Ui, line: &str) {
    let theme = ui.tokens();
    ui.add(Label::new(RichText::new(line).color(theme.text_subdued)).wrap());
}

/// A caption, 12: origins and facts.
pub fn caption_line(ui: &mut Ui, line: &str) {
    let theme = ui.tokens();
    let line = RichText::new(line).font(text::caption());
    ui.add(Label::new(line.color(theme.text_subdued)).wrap());
}

/// A text in a column of a fixed width, cut where it is longer.
pub fn column_line(ui: &mut Ui, width: f32, line: impl Into<egui::WidgetText>) {
    let size = egui::vec2(
        width.min(ui.available_width()),
        ui.spacing().interact_size.y,
    );
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    ui.allocate_ui_with_layout(size, layout, |ui| {
        ui.set_width(size.x);
        ui.add(Label::new(line).truncate());
    });
}

/// A line behind a mark.
pub fn marked_line(ui: &mut Ui, mark: &str, colour: Color32, line: &str) {
    ui.horizontal_top(|ui| {
        ui.label(RichText::new(mark).size(16.0).color(colour));
        ui.add(Label::new(line).wrap());
    });
}
