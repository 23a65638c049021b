//! The sentence, the number, the picture, and what to talk about first.

use egui::{Align, Label, Layout, RichText, Ui, vec2};

use super::explain_button_ui;
use crate::{
    analysis::{Band, ConsensusBand, Lead, Outcome, Robustness, RoundResult},
    app::{Action, Actions, Explained, MenuAction, View},
    i18n::Language,
    model::Factor,
    ui::{
        charts::{chart_ui, gauge_chart, picture_switch_ui, picture_ui},
        theme::{icon, space, text},
        widgets::{ButtonKind, action_button, card, section_heading},
        words::lead_sentence,
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
        let width = ui.available_width();
        if width >= 680.0 {
            ui.horizontal_top(|ui| {
                let words = width * 0.46;
                ui.allocate_ui_with_layout(vec2(words, 0.0), Layout::top_down(Align::Min), |ui| {
                    ui.set_width(words);
                    words_ui(ui, view, actions, result);
                });
                ui.add_space(space::CARD);
                ui.vertical(|ui| picture_column_ui(ui, view, actions, result));
            });
        } else {
            words_ui(ui, view, actions, result);
            picture_column_ui(ui, view, actions, result);
        }
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
    ui.horizontal(|ui| {
        let number = RichText::new(format!("{:.0}", outcome.resonance * 100.0));
        ui.label(number.font(text::number()).color(view.theme.resonance));
        ui.vertical(|ui| {
            ui.add_space(10.0);
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.horizontal(|ui| {
                let band = RichText::new(language.band(outcome.band)).font(text::heading());
                ui.label(band.color(view.theme.text_strong));
                explain_button_ui(
                    ui,
                    view,
                    actions,
                    Explained::Resonance,
                    language.value_resonance(),
                );
            });
            let level = format!("{:.1}", outcome.equivalent_level());
            ui.label(RichText::new(language.as_if(&level)).color(view.theme.text_subdued));
        });
    });
    ui.label(RichText::new(lead_sentence(language, &outcome)).font(text::strong()));
    gauge_ui(ui, view, result);
    robustness_ui(ui, view, result);
    ui.label(
        RichText::new(language.ours_note())
            .font(text::caption())
            .color(view.theme.text_subdued),
    );
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
fn headline(language: Language, outcome: &Outcome) -> &'static str {
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

fn robustness_ui(ui: &mut Ui, view: &View<'_>, result: &RoundResult) {
    let language = view.language;
    let Some(robustness) = Robustness::of(result, &view.settings) else {
        return;
    };
    let (symbol, colour, sentence) = if robustness.holds() {
        (
            icon::CHECK,
            view.theme.good,
            language.robust_holds().to_owned(),
        )
    } else {
        let mut names: Vec<&str> = robustness
            .tips
            .iter()
            .map(|tip| view.factor_name(tip.factor))
            .collect();
        names.dedup();
        let sentence = if names.len() > 3 {
            language.robust_tips_many(names.len())
        } else {
            language.robust_tips(&names.join(", "))
        };
        (icon::WARNING, view.theme.caution, sentence)
    };
    ui.horizontal_top(|ui| {
        ui.label(RichText::new(symbol).size(16.0).color(colour));
        ui.add(Label::new(sentence).wrap());
    });
}

fn picture_column_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, result: &RoundResult) {
    ui.horizontal(|ui| {
        picture_switch_ui(ui, view, actions);
        ui.label(RichText::new(view.language.outward_better()).color(view.theme.text_subdued));
    });
    let width = ui.available_width();
    picture_ui(
        ui,
        view,
        result,
        vec2(width, (width * 0.72).clamp(280.0, 420.0)),
    );
}

/// The weakest natural pair and the factors on which the room is furthest apart.
pub(super) fn first_talk_ui(ui: &mut Ui, view: &View<'_>, result: &RoundResult) {
    let language = view.language;
    let mut apart: Vec<(Factor, f64)> = result
        .factors
        .iter()
        .filter_map(|(factor, found)| Some((factor, found.consensus?)))
        .filter(|(_, consensus)| ConsensusBand::of(*consensus) < ConsensusBand::MostlyAgreed)
        .collect();
    apart.sort_by(|one, two| one.1.total_cmp(&two.1));
    let pair = result.weakest_natural_pair();
    if pair.is_none() && apart.is_empty() {
        return;
    }
    card(ui, view.theme, |ui| {
        ui.set_width(ui.available_width());
        section_heading(ui, view.theme, language.first_talk());
        if let Some((pair, value)) = pair.and_then(|pair| Some((pair, pair.value?))) {
            line_ui(
                ui,
                view,
                icon::HANDSHAKE,
                &language.weakest_pair(
                    view.factor_name(pair.supply),
                    view.factor_name(pair.demand),
                    &format!("{value:.2}"),
                ),
            );
        }
        for (factor, consensus) in apart.into_iter().take(3) {
            let words = language.consensus(ConsensusBand::of(consensus));
            let line = language.most_disagreed(view.factor_name(factor), words);
            line_ui(ui, view, icon::PEOPLE, &line);
        }
    });
}

fn line_ui(ui: &mut Ui, view: &View<'_>, symbol: &str, line: &str) {
    ui.horizontal_top(|ui| {
        ui.label(RichText::new(symbol).size(16.0).color(view.theme.resonance));
        ui.add(Label::new(line).wrap());
    });
}
