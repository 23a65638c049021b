//! Remarks on an answer with their marks.

use egui::Ui;

use crate::{
    analysis::RoundResult,
    state::View,
    theme::{Themed, icon},
    ui::widgets::marked_line,
    wording::{self, Remark, Sign},
};

/// Shows remarks.
pub fn lines_ui(ui: &mut Ui, lines: &[Remark]) {
    for (sign, sentence) in lines {
        let tokens = ui.tokens();
        let (mark, colour) = match sign {
            Sign::Holds => (icon::CHECK, tokens.good),
            Sign::Note => (icon::INFO, tokens.text_subdued),
            Sign::Doubt => (icon::WARNING, tokens.caution),
            Sign::Apart => (icon::PEOPLE, tokens.caution),
        };
        marked_line(ui, mark, colour, sentence);
    }
}

/// What one score of the selected round that moves a level would change, or that it would change nothing;
/// nothing while there is no answer.
#[must_use]
pub fn close_calls(view: &View<'_>, result: &RoundResult) -> Vec<Remark> {
    let Some(round) = view.round() else {
        return Vec::new();
    };
    let robustness = view.results.robustness(round, &view.settings);
    wording::close_calls(view.wording(), result, robustness.as_ref().as_ref())
}
