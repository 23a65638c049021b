//! The sentence, the number, the picture, and what to talk about first.

use egui::{Label, RichText, Ui, vec2};

use crate::{
    analysis::{ConsensusBand, RoundResult},
    i18n::Language,
    knowledge::Step,
    state::{Action, Actions, Explained, MenuAction, Picture, ResultsPage, View},
    theme::Themed,
    theme::{icon, text},
    ui::{
        advice_words::because,
        charts::{better_where, chart_ui, gauge_chart, one_decimal, picture_switch_ui, picture_ui},
        explain::{beside_ui, explain_button_ui},
        robust_words::{apart, close_calls, doubts, lines_ui},
        widgets::{
            ButtonKind, Column, action_button, caption_line, card, marked_line, resonance_number,
            section_heading, strong_line, subdued_line, two_columns,
        },
        words::{
            certainty_sentence, change_sentence, headline, lead_sentence, two_decimals,
            weights_used,
        },
    },
};

pub(super) fn headline_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    result: &RoundResult,
) {
    card(ui, |ui| {
        ui.set_width(ui.available_width());
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
    let sentence = RichText::new(sentence).font(text::heading());
    ui.add(Label::new(sentence.color(ui.tokens().text_strong)).wrap());
    let Some(outcome) = result.outcome else {
        let names: Vec<&str> = result
            .missing()
            .map(|factor| view.factor_name(factor))
            .collect();
        ui.add(Label::new(language.missing_list(&names.join(language.name_joiner()))).wrap());
        let label = language.go_on_scoring();
        if action_button(ui, ButtonKind::Primary, None, label).clicked() {
            actions.push(Action::Menu(MenuAction::Assess));
        }
        gauge_ui(ui, view, result);
        return;
    };
    resonance_number(ui, view, &outcome, |ui| {
        explain_button_ui(ui, view, actions, Explained::Resonance);
    });
    beside_ui(ui, view, actions, Explained::Lead, |ui| {
        ui.label(RichText::new(lead_sentence(language, &outcome)).font(text::strong()));
    });
    if let Some(sentence) = change_sentence(view) {
        let sentence = RichText::new(sentence).font(text::strong());
        let sentence = sentence.color(ui.tokens().resonance);
        beside_ui(ui, view, actions, Explained::Change, |ui| {
            ui.add(Label::new(sentence).wrap());
        });
    }
    if let Some(sentence) = certainty_sentence(language, result) {
        let sentence = RichText::new(sentence).color(ui.tokens().text);
        let sentence_ui = |ui: &mut Ui| {
            ui.add(Label::new(sentence).wrap())
                .on_hover_text(language.interval_hint());
        };
        if result.certainty.is_some() {
            beside_ui(ui, view, actions, Explained::Certainty, sentence_ui);
        } else {
            sentence_ui(ui);
        }
    }
    gauge_ui(ui, view, result);
    lines_ui(ui, &doubts(view, result));
    close_calls_ui(ui, view, actions, result);
    let note = format!("{} · {}", language.ours_note(), weights_used(view));
    caption_line(ui, &note);
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

fn gauge_ui(ui: &mut Ui, view: &View<'_>, result: &RoundResult) {
    let (gauge, size) = gauge_chart(ui, view, result, ui.available_width());
    chart_ui(ui, &gauge, size, view.language.answer_title(), |_, _| {});
}

fn picture_column_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, result: &RoundResult) {
    ui.horizontal_wrapped(|ui| {
        picture_switch_ui(ui, view, actions);
        let better = better_where(view);
        ui.label(RichText::new(better).color(ui.tokens().text_subdued));
    });
    let width = ui.available_width();
    picture_ui(
        ui,
        view,
        result,
        vec2(width, (width * 0.72).clamp(280.0, 420.0)),
    );
    if result.respondents > 1 {
        let note = RichText::new(view.language.spread_note()).font(text::caption());
        ui.add(Label::new(note.color(ui.tokens().text_subdued)).wrap());
    }
    let drawn = !matches!(view.session.picture, Picture::Dots);
    if let Some(before) = view.previous_round().filter(|_| drawn) {
        let note = view.language.before_dotted(&before.name);
        let note = RichText::new(note).font(text::caption());
        ui.add(Label::new(note.color(ui.tokens().text_subdued)).wrap());
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
        ui.set_width(ui.available_width());
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
    subdued_line(ui, &because(view, &step.evidence, None));
    let label = language.first_step_more();
    if action_button(ui, ButtonKind::Plain, Some(icon::PERSON), label).clicked() {
        actions.push(Action::Read(ResultsPage::Short));
    }
}
