//! The sentence, the number, the picture, and what to talk about first.

use egui::{RichText, Ui, vec2};

use crate::{
    analysis::{ConsensusBand, RoundResult},
    i18n::Language,
    knowledge::Step,
    model::Factor,
    state::{Action, Actions, Explained, MenuAction, Picture, ResultsPage, View},
    theme::{Themed, icon, text},
    ui::{
        charts::{better_where, gauge_ui, picture_switch_ui, picture_ui},
        explain::{beside_ui, explain_button_ui},
        resonance_number::resonance_number,
        robust_words::{close_calls, lines_ui},
        widgets::{
            Column, caption_line, card, look, marked_line, quiet_icon_button, section_heading,
            strong_line, subdued_line, two_columns, wrapped,
        },
    },
    wording::{
        apart, because, certainty_sentence, change_sentence, description, doubts, headline,
        lead_sentence, missing_sentence, one_decimal, two_decimals, weights_used, whole,
    },
};

pub(super) fn headline_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    result: &RoundResult,
) {
    card(ui, |ui| {
        two_columns(ui, 680.0, 0.46, |ui, column| match column {
            Column::First => words_ui(ui, view, actions, result),
            Column::Second => picture_column_ui(ui, view, actions, result),
        });
    });
}

fn words_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, result: &RoundResult) {
    let language = view.language;
    let sentence = result
        .outcome
        .map_or(language.headline_incomplete(), |outcome| {
            headline(language, &outcome)
        });
    wrapped(ui, look::heading(ui, sentence));
    let Some(outcome) = result.outcome else {
        wrapped(ui, missing_sentence(view.wording(), result));
        actions.primary(ui, language.go_on_scoring(), MenuAction::Assess);
        gauge_ui(ui, view, result, ui.available_width());
        return;
    };
    resonance_number(ui, language, &outcome, |ui| {
        explain_button_ui(ui, view, actions, Explained::Resonance);
        if quiet_icon_button(ui, icon::COPY, language.copy_result()).clicked() {
            actions.push(Action::Copy(result_text(view, result)));
        }
    });
    beside_ui(ui, view, actions, Explained::Lead, |ui| {
        ui.label(RichText::new(lead_sentence(language, &outcome)).font(text::strong()));
    });
    let change = view.change();
    let change = change.and_then(|(before, change)| change_sentence(language, before, &change));
    if let Some(sentence) = change {
        let sentence = RichText::new(sentence).font(text::strong());
        let sentence = sentence.color(ui.tokens().resonance);
        beside_ui(ui, view, actions, Explained::Change, |ui| {
            wrapped(ui, sentence);
        });
    }
    if let Some(sentence) = certainty_sentence(language, result) {
        let sentence = RichText::new(sentence).color(ui.tokens().text);
        let sentence_ui = |ui: &mut Ui| {
            wrapped(ui, sentence).on_hover_text(language.interval_hint());
        };
        if result.certainty.is_some() {
            beside_ui(ui, view, actions, Explained::Certainty, sentence_ui);
        } else {
            sentence_ui(ui);
        }
    }
    gauge_ui(ui, view, result, ui.available_width());
    lines_ui(ui, &doubts(view.wording(), result));
    close_calls_ui(ui, view, actions, result);
    let note = format!(
        "{} · {}",
        language.ours_note(),
        weights_used(language, view.workbook)
    );
    caption_line(ui, &note);
}

/// The result in lines of text: whose, the sentence, the number, who leads, and every factor.
fn result_text(view: &View<'_>, result: &RoundResult) -> String {
    let language = view.language;
    let name = view.enterprise().map_or("", |firm| view.name_of(firm));
    let round = view.round().map_or("", |round| round.name.as_str());
    let mut lines = vec![language.labelled(name, round)];
    if let Some(outcome) = &result.outcome {
        lines.push(headline(language, outcome).to_owned());
        let number = whole(outcome.resonance);
        lines.push(format!("R {number} · {}", language.band(outcome.band)));
        lines.push(lead_sentence(language, outcome));
    }
    lines.extend(certainty_sentence(language, result));
    lines.extend(description(view.wording(), result, &Factor::ALL));
    lines.join("\n")
}

/// What one level would change; the first line can be asked how it came.
fn close_calls_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, result: &RoundResult) {
    let lines = close_calls(view, result);
    if let Some((first, others)) = lines.split_first() {
        beside_ui(ui, view, actions, Explained::Robustness, |ui| {
            lines_ui(ui, std::slice::from_ref(first));
        });
        lines_ui(ui, others);
    }
}

fn picture_column_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, result: &RoundResult) {
    ui.horizontal_wrapped(|ui| {
        picture_switch_ui(ui, view, actions);
        let better = better_where(view);
        ui.label(RichText::new(better).color(ui.tokens().text_subdued));
    });
    let width = ui.available_width();
    let size = vec2(width, (width * 0.72).clamp(280.0, 420.0));
    picture_ui(ui, view, result, size);
    if result.respondents > 1 {
        caption_line(ui, view.language.spread_note());
    }
    let drawn = !matches!(view.session.picture, Picture::Dots);
    if let Some(before) = view.previous_round().filter(|_| drawn) {
        caption_line(ui, &view.language.before_dotted(&before.name));
    }
}

/// What to talk about first, and what to do first.
pub(super) fn first_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, result: &RoundResult) {
    let advice = view.advice();
    let step = advice.as_ref().and_then(|advice| view.first_step(advice));
    let talks = result.weakest_natural_pair().is_some() || !apart(result).is_empty();
    if !talks && step.is_none() {
        return;
    }
    card(ui, |ui| {
        let Some(step) = step else {
            talk_ui(ui, view, result);
            return;
        };
        two_columns(ui, 680.0, 0.46, |ui, column| match column {
            Column::First => talk_ui(ui, view, result),
            Column::Second => step_ui(ui, view, actions, step),
        });
    });
}

/// The weakest natural pair, the least favourable factor, and those on which the room is furthest apart.
fn talk_ui(ui: &mut Ui, view: &View<'_>, result: &RoundResult) {
    let language = view.language;
    section_heading(ui, language.first_talk());
    for (factor, consensus) in apart(result).into_iter().take(3) {
        let words = language.consensus(ConsensusBand::of(consensus));
        let line = language.most_disagreed(view.factor_name(factor), words);
        marked_line(ui, icon::PEOPLE, ui.tokens().resonance, &line);
    }
    let pair = result.weakest_natural_pair();
    if let Some((pair, value)) = pair.and_then(|pair| Some((pair, pair.value?))) {
        let sentence = if result.outcome.is_some() {
            Language::weakest_pair
        } else {
            Language::weakest_pair_so_far
        };
        let (supply, demand) = (view.factor_name(pair.supply), view.factor_name(pair.demand));
        let line = sentence(language, supply, demand, &two_decimals(value));
        marked_line(ui, icon::RESONANCE, ui.tokens().resonance, &line);
    }
    let scored = result.factors.iter();
    let lowest = scored
        .filter_map(|(factor, found)| Some((factor, found.favourability?, found.score?)))
        .min_by(|one, two| one.1.total_cmp(&two.1));
    if let Some((factor, _, score)) = lowest {
        let line = language.lowest_factor(view.factor_name(factor), &one_decimal(score));
        marked_line(ui, icon::DOWN, ui.tokens().resonance, &line);
    }
}

/// The first of the next steps, with its reasons one click away.
fn step_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, step: &Step) {
    let language = view.language;
    let Some(rule) = view.knowledge.rule(&step.rule) else {
        return;
    };
    section_heading(ui, language.first_step_title());
    let name = language.labelled(view.factor_name(step.factor), rule.step.get(language));
    strong_line(ui, &name);
    subdued_line(ui, &because(view.wording(), &step.evidence, None));
    let more = (icon::PERSON, language.first_step_more());
    actions.plain(ui, more, Action::Read(ResultsPage::Short));
}
