//! What unfolds under a factor: indicators, which way of scoring counts, confidence, note.

use egui::{RichText, Ui};

use super::item::Item;
use crate::{
    edit::Command,
    model::{AnswerDetail, Basis, Confidence, Score},
    state::{Actions, View},
    theme::{Themed, space},
    ui::widgets::{LevelSlider, TextField, choose_one, look, picker, with_none, wrapped},
};

pub(super) fn details_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, item: &Item<'_>) {
    let (factor, answer, place) = (item.factor, item.answer, item.place);
    let language = view.language;
    ui.add_space(space::TIGHT);
    ui.separator();
    basis_ui(ui, view, actions, item);
    let sector = view.enterprise().map_or("", |one| one.sector.as_str());
    if let Some(sector) = view.knowledge.sectors.get(sector) {
        let example = sector.examples[factor].get(language);
        let example = RichText::new(language.guided_example(example));
        wrapped(ui, example.color(ui.tokens().text_subdued));
    }
    indicators_ui(ui, view, actions, item);
    ui.add_space(space::TIGHT);
    let name = view.factor_name(factor);
    let levels = [Confidence::Sure, Confidence::FairlySure, Confidence::Guess];
    let levels = levels.map(|level| (level, language.confidence(level)));
    let levels = with_none(language.confidence_none(), levels);
    ui.horizontal(|ui| {
        ui.label(language.confidence_label());
        let label = format!("{} {name}", language.confidence_label());
        if let Some(confidence) = picker(ui, &label, 150.0, &answer.confidence(), &levels) {
            actions.edit(Command::SetConfidence {
                place,
                factor,
                confidence,
            });
        }
    });
    let label = language.note_of(name);
    let output = TextField::new(&label)
        .hint(language.note_hint())
        .lines(2)
        .show(ui, (place, factor), answer.note());
    actions.field(output, |note| Command::SetNote {
        place,
        factor,
        note,
    });
}

/// Says which way of scoring counts and lets the user switch; neither overwrites the other.
fn basis_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, item: &Item<'_>) {
    let (factor, answer, place) = (item.factor, item.answer, item.place);
    let language = view.language;
    let ways = [
        (Basis::Direct, language.direct_counts_now()),
        (Basis::Indicators, language.indicators_count_now()),
    ];
    if let Some(basis) = choose_one(ui, &answer.basis(), &ways) {
        actions.edit(Command::SetBasis {
            place,
            factor,
            basis,
        });
    }
    let mean = answer
        .detail
        .as_deref()
        .map_or(Score::NotScored, AnswerDetail::indicator_score);
    let line = match mean {
        Score::Scored(level) => language.indicators_mean(&format!("{:.1}", level.value())),
        Score::NotScored => language.indicators_too_few().to_owned(),
        Score::NotApplicable => language.value_not_applicable().to_owned(),
    };
    ui.label(look::caption(ui, line));
}

fn indicators_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, item: &Item<'_>) {
    let (factor, answer, place) = (item.factor, item.answer, item.place);
    let language = view.language;
    let words = view.knowledge.framework.of(factor);
    for (indicator, (text_of, score)) in
        words.indicators.iter().zip(answer.indicators()).enumerate()
    {
        ui.add_space(space::TIGHT);
        ui.label(look::strong(ui, text_of.name.get(language)))
            .on_hover_text(&text_of.origin);
        wrapped(ui, text_of.question.get(language));
        let sentence = score
            .level()
            .map(|level| text_of.levels[level.nearest() - 1].get(language));
        let spoken = match (score, sentence) {
            (Score::Scored(level), Some(sentence)) => {
                language.level_named(&format!("{:.1}", level.value()), sentence)
            }
            (Score::NotApplicable, _) => language.value_not_applicable().to_owned(),
            _ => language.value_not_scored().to_owned(),
        };
        let slider = LevelSlider::new(text_of.name.get(language), &spoken, score, factor.side());
        let output = slider.show(ui);
        if let Some(score) = output.changed {
            actions.edit(Command::SetIndicator {
                place,
                factor,
                indicator,
                score,
            });
        }
        actions.left(&output.response);
        ui.label(look::caption(ui, spoken));
    }
}
