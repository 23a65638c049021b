//! What unfolds under a factor: indicators, which way of scoring counts, confidence, note.

use egui::{Label, RichText, Ui};

use super::card::Item;
use crate::{
    edit::Command,
    model::{AnswerDetail, Basis, Confidence, Score},
    state::{Action, Actions, View},
    theme::Themed,
    theme::{space, text},
    ui::widgets::{LevelSlider, PickerEntry, TextField, picker, segmented},
};

pub(super) fn details_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, item: &Item<'_>) {
    let Item {
        factor,
        answer,
        place,
    } = *item;
    let language = view.language;
    ui.add_space(space::TIGHT);
    ui.separator();
    basis_ui(ui, view, actions, item);
    let sector = view.enterprise().map_or("", |one| one.sector.as_str());
    if let Some(sector) = view.knowledge.sectors.get(sector) {
        let example = sector.examples[factor].get(language);
        let example = RichText::new(language.guided_example(example));
        ui.add(Label::new(example.color(ui.tokens().text_subdued)).wrap());
    }
    indicators_ui(ui, view, actions, item);
    ui.add_space(space::TIGHT);
    let name = view.factor_name(factor);
    let mut levels = vec![PickerEntry {
        value: None,
        label: language.confidence_none().to_owned(),
        heading: None,
    }];
    for confidence in [Confidence::Sure, Confidence::FairlySure, Confidence::Guess] {
        levels.push(PickerEntry {
            value: Some(confidence),
            label: language.confidence(confidence).to_owned(),
            heading: None,
        });
    }
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
    if let Some(note) = output.changed {
        actions.edit(Command::SetNote {
            place,
            factor,
            note,
        });
    }
    if output.response.lost_focus() {
        actions.push(Action::LeaveField);
    }
}

/// Says which way of scoring counts and lets the user switch; neither overwrites the other.
fn basis_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, item: &Item<'_>) {
    let Item {
        factor,
        answer,
        place,
    } = *item;
    let language = view.language;
    let chosen = match answer.basis() {
        Basis::Direct => 0,
        Basis::Indicators => 1,
    };
    let labels = [
        language.direct_counts_now(),
        language.indicators_count_now(),
    ];
    if let Some(index) = segmented(ui, chosen, &labels) {
        let basis = if index == 0 {
            Basis::Direct
        } else {
            Basis::Indicators
        };
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
    ui.label(
        RichText::new(line)
            .font(text::caption())
            .color(ui.tokens().text_subdued),
    );
}

fn indicators_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, item: &Item<'_>) {
    let Item {
        factor,
        answer,
        place,
    } = *item;
    let language = view.language;
    let words = view.knowledge.framework.of(factor);
    for (indicator, (text_of, score)) in
        words.indicators.iter().zip(answer.indicators()).enumerate()
    {
        ui.add_space(space::TIGHT);
        let title = RichText::new(text_of.name.get(language)).font(text::strong());
        ui.label(title.color(ui.tokens().text_strong))
            .on_hover_text(&text_of.origin);
        ui.add(Label::new(text_of.question.get(language)).wrap());
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
        if output.response.lost_focus() {
            actions.push(Action::LeaveField);
        }
        ui.label(
            RichText::new(spoken)
                .font(text::caption())
                .color(ui.tokens().text_subdued),
        );
    }
}
