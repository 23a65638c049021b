//! What is shown over a factor of a chart.

use egui::Ui;

use crate::{
    analysis::RoundResult,
    chart::Target,
    model::{Level, Polarity},
    state::View,
    wording::{hint_outward, level_sentence, one_decimal, state_word},
};

/// What is shown over a factor: name, number as scored, which way is better, the level's sentence.
pub fn factor_hover_ui(ui: &mut Ui, view: &View<'_>, result: &RoundResult, target: &Target) {
    ui.set_max_width(280.0);
    let words = view.knowledge.framework.of(target.factor);
    ui.strong(words.name.get(view.language));
    let found = &result.factors[target.factor];
    if let Some(score) = found.score {
        ui.label(view.language.as_scored(&one_decimal(score)));
        if let Ok(level) = Level::new(score) {
            ui.label(level_sentence(view.language, words, level));
        }
    } else {
        ui.label(state_word(view.language, found.state));
    }
    if target.factor.polarity() == Polarity::Inverse {
        ui.weak(hint_outward(view.wording(), target.factor).concat());
    }
}
