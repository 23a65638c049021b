//! The sentence, the number, the picture, and what to talk about first.

use egui::{Label, RichText, Ui, vec2};

use crate::{
    analysis::{Band, ConsensusBand, Lead, Outcome, RoundResult},
    app::{Action, Actions, Explained, MenuAction, Picture, View},
    i18n::Language,
    ui::{
        charts::{better_where, chart_ui, gauge_chart, picture_switch_ui, picture_ui},
        explain::{beside_ui, explain_button_ui},
        theme::{icon, text},
        widgets::{
            ButtonKind, Column, action_button, caption_line, card, resonance_number,
            section_heading, two_columns,
        },
        words::{
            Firmness, apart, certainty_sentence, change_sentence, lead_sentence,
            robustness_sentences, weights_used,
        },
    },
};

pub(super) fn headline_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    result: &RoundResult,
) {
    card(ui, view.theme, |ui| {
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
    ui.add(Label::new(sentence.color(view.theme.text_strong)).wrap());
    let Some(outcome) = result.outcome else {
        let names: Vec<&str> = result
            .missing()
            .map(|factor| view.factor_name(factor))
            .collect();
        ui.add(Label::new(language.missing_list(&names.join(", "))).wrap());
        let label = language.go_on_scoring();
        if action_button(ui, view.theme, ButtonKind::Primary, None, label).clicked() {
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
    if let Some(sentence) = change_sentence(view, result) {
        let sentence = RichText::new(sentence).font(text::strong());
        let sentence = sentence.color(view.theme.resonance);
        beside_ui(ui, view, actions, Explained::Change, |ui| {
            ui.add(Label::new(sentence).wrap());
        });
    }
    if let Some(sentence) = certainty_sentence(language, result) {
        let sentence = RichText::new(sentence).color(view.theme.text);
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
    robustness_ui(ui, view, actions, result);
    let note = format!("{} · {}", language.ours_note(), weights_used(view));
    caption_line(ui, view.theme, &note);
}

fn gauge_ui(ui: &mut Ui, view: &View<'_>, result: &RoundResult) {
    let (gauge, size) = gauge_chart(ui, view, result, ui.available_width());
    chart_ui(
        ui,
        view.theme,
        &gauge,
        size,
        view.language.answer_title(),
        |_, _| {},
    );
}

/// The sentence for the room: who lags says more than the band, where somebody does.
pub(super) fn headline(language: Language, outcome: &Outcome) -> &'static str {
    match (outcome.lead, outcome.band) {
        (_, Band::Dissonant) => language.headline_dissonant(),
        (Lead::SupplyLed, _) => language.headline_supply(),
        (Lead::DemandLed, _) => language.headline_demand(),
        (Lead::InStep, Band::Resonant) => language.headline_resonant(),
        (Lead::InStep, Band::Strong) => language.headline_strong(),
        (Lead::InStep, Band::Emerging) => language.headline_emerging(),
        (Lead::InStep, Band::Faint) => language.headline_faint(),
    }
}

fn robustness_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, result: &RoundResult) {
    for (place, (firmness, sentence)) in robustness_sentences(view, result).iter().enumerate() {
        let (symbol, colour) = match firmness {
            Firmness::Holds => (icon::CHECK, view.theme.good),
            Firmness::Split => (icon::PEOPLE, view.theme.text),
            Firmness::Tips => (icon::WARNING, view.theme.caution),
        };
        if place == 0 {
            beside_ui(ui, view, actions, Explained::Robustness, |ui| {
                mark_line_ui(ui, symbol, colour, sentence);
            });
        } else {
            mark_line_ui(ui, symbol, colour, sentence);
        }
    }
}

fn mark_line_ui(ui: &mut Ui, symbol: &str, colour: egui::Color32, line: &str) {
    ui.horizontal_top(|ui| {
        ui.label(RichText::new(symbol).size(16.0).color(colour));
        ui.add(Label::new(line).wrap());
    });
}

fn picture_column_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, result: &RoundResult) {
    ui.horizontal(|ui| {
        picture_switch_ui(ui, view, actions);
        let better = better_where(view);
        ui.label(RichText::new(better).color(view.theme.text_subdued));
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
        ui.add(Label::new(note.color(view.theme.text_subdued)).wrap());
    }
    let drawn = !matches!(view.session.picture, Picture::Dots);
    if let Some(before) = view.previous_round().filter(|_| drawn) {
        let note = view.language.before_dotted(&before.name);
        let note = RichText::new(note).font(text::caption());
        ui.add(Label::new(note.color(view.theme.text_subdued)).wrap());
    }
}

/// The weakest natural pair and the factors on which the room is furthest apart.
pub(super) fn first_talk_ui(ui: &mut Ui, view: &View<'_>, result: &RoundResult) {
    let language = view.language;
    let apart = apart(result);
    let pair = result.weakest_natural_pair();
    if pair.is_none() && apart.is_empty() {
        return;
    }
    card(ui, view.theme, |ui| {
        ui.set_width(ui.available_width());
        section_heading(ui, view.theme, language.first_talk());
        if let Some((pair, value)) = pair.and_then(|pair| Some((pair, pair.value?))) {
            let sentence = if result.outcome.is_some() {
                Language::weakest_pair
            } else {
                Language::weakest_pair_so_far
            };
            let (supply, demand) = (view.factor_name(pair.supply), view.factor_name(pair.demand));
            let line = sentence(language, supply, demand, &format!("{value:.2}"));
            mark_line_ui(ui, icon::RESONANCE, view.theme.resonance, &line);
        }
        let scored = result.factors.iter();
        let lowest = scored
            .filter_map(|(factor, found)| Some((factor, found.favourability?, found.score?)))
            .min_by(|one, two| one.1.total_cmp(&two.1));
        if let Some((factor, _, score)) = lowest {
            let line = language.lowest_factor(view.factor_name(factor), &format!("{score:.1}"));
            mark_line_ui(ui, icon::DOWN, view.theme.resonance, &line);
        }
        for (factor, consensus) in apart.into_iter().take(3) {
            let words = language.consensus(ConsensusBand::of(consensus));
            let line = language.most_disagreed(view.factor_name(factor), words);
            mark_line_ui(ui, icon::PEOPLE, view.theme.resonance, &line);
        }
    });
}
