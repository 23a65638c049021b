//! Looks that come again and again: texts, which [`cut`] and [`wrapped`] show, and the ring of focus.

use egui::{FontId, Label, Response, RichText, Stroke, StrokeKind, Ui, WidgetText};

use crate::theme::{Themed, icon, radius, text};

/// The title of a page, 28 bold.
pub fn title(ui: &Ui, words: impl Into<String>) -> RichText {
    strongly(ui, words).font(text::title())
}

/// The heading of a page or a card, 20 bold.
pub fn heading(ui: &Ui, words: impl Into<String>) -> RichText {
    strongly(ui, words).font(text::heading())
}

/// The heading of a section, 16 bold.
pub fn label(ui: &Ui, words: impl Into<String>) -> RichText {
    strongly(ui, words).font(text::label())
}

/// Words that lead, 14 bold.
pub fn strong(ui: &Ui, words: impl Into<String>) -> RichText {
    strongly(ui, words).font(text::strong())
}

/// Words in the background, 14.
pub fn subdued(ui: &Ui, words: impl Into<String>) -> RichText {
    RichText::new(words).color(ui.tokens().text_subdued)
}

/// A caption, 12.
pub fn caption(ui: &Ui, words: impl Into<String>) -> RichText {
    subdued(ui, words).font(text::caption())
}

fn strongly(ui: &Ui, words: impl Into<String>) -> RichText {
    RichText::new(words).color(ui.tokens().text_strong)
}

/// The font of words that are chosen, or not.
#[must_use]
pub fn font(chosen: bool) -> FontId {
    if chosen { text::strong() } else { text::body() }
}

/// The mark of what folds away: open, or folded.
#[must_use]
pub const fn caret(open: bool) -> &'static str {
    if open {
        icon::CARET_DOWN
    } else {
        icon::CARET_RIGHT
    }
}

/// Shows a text in one line, cut where it is longer.
pub fn cut(ui: &mut Ui, words: impl Into<WidgetText>) -> Response {
    ui.add(Label::new(words).truncate())
}

/// Shows a text in as many lines as it takes.
pub fn wrapped(ui: &mut Ui, words: impl Into<WidgetText>) -> Response {
    ui.add(Label::new(words).wrap())
}

/// A ring around what has the focus, where its own edge does not show it.
pub fn focus_ring(ui: &Ui, response: &Response) {
    if response.has_focus() {
        let ring = Stroke::new(2.0, ui.tokens().focus);
        let painter = ui.painter();
        painter.rect_stroke(response.rect, radius::CONTROL, ring, StrokeKind::Outside);
    }
}
