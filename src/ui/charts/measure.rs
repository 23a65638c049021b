//! The fonts of charts, and how much room texts take in them.

use egui::{Color32, Context, FontFamily, FontId};

use crate::{
    chart::{TextMeasure, TextRole},
    theme::BOLD,
};

/// Measures texts with the fonts on screen.
pub struct ScreenMeasure<'a>(pub &'a Context);

impl TextMeasure for ScreenMeasure<'_> {
    fn width(&self, text: &str, role: TextRole) -> f32 {
        self.0.fonts_mut(|fonts| {
            let text = fonts.layout_no_wrap(text.to_owned(), font(role), Color32::PLACEHOLDER);
            text.size().x
        })
    }

    fn height(&self, role: TextRole) -> f32 {
        font(role).size * 1.32
    }
}

pub(super) fn font(role: TextRole) -> FontId {
    let (size, bold) = role.font();
    let family = if bold {
        FontFamily::Name(BOLD.into())
    } else {
        FontFamily::Proportional
    };
    FontId::new(size, family)
}
