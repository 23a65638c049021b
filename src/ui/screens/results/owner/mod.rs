//! Results in short, for the owner: where you stand, what holds you back, three next steps, who has
//! done it. Readable in a minute; every line says why, and whose it is.

mod closer;
mod plan;
mod report;
mod steps;

use egui::{CollapsingHeader, RichText, Ui};

use crate::{
    analysis::RoundResult,
    knowledge::Advice,
    model::{Factor, Level, Weights},
    state::{Actions, MenuAction, View},
    theme::{Themed, icon, space, text},
    ui::{
        charts::gauge_ui,
        resonance_number::resonance_number,
        robust_words::lines_ui,
        widgets::{
            caption_line, card, look, marked_line, section_heading, subdued_line, text_line,
            wrapped,
        },
    },
    wording::{
        because, certainty_sentence, doubts, factor_names, headline, lead_sentence, level_sentence,
        points_gained,
    },
};

pub(super) fn owner_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, result: &RoundResult) {
    let Some(advice) = view.advice() else { return };
    stand_ui(ui, view, actions, result);
    if result.respondents == 0 {
        return;
    }
    holding_ui(ui, view, &advice);
    steps::steps_ui(ui, view, actions, &advice);
    plan::plan_ui(ui, view, actions);
    closer::closer_ui(ui, view, actions);
    report::cases_ui(ui, view, &advice);
    report::scenarios_ui(ui, view, actions, &advice);
    report::report_ui(ui, view, actions, &advice);
    tips_ui(ui, view, &advice);
    caption_line(ui, view.language.owner_ours());
    ui.add_space(space::SECTION);
}

fn stand_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, result: &RoundResult) {
    let language = view.language;
    card(ui, |ui| {
        section_heading(ui, language.owner_stand());
        if let Some(outcome) = &result.outcome {
            let sentence = headline(language, outcome);
            wrapped(ui, look::heading(ui, sentence));
            resonance_number(ui, language, outcome, |_| {});
            let width = ui.available_width().min(560.0);
            gauge_ui(ui, view, result, width);
            ui.label(RichText::new(lead_sentence(language, outcome)).font(text::strong()));
            if let Some(sentence) = certainty_sentence(language, result) {
                text_line(ui, &sentence);
            }
            lines_ui(ui, &doubts(view.wording(), result));
            return;
        }
        let line = match (result.respondents, result.missing().count()) {
            (0, _) => language.owner_nothing_scored().to_owned(),
            (_, 1) => language.owner_incomplete_one().to_owned(),
            (_, missing) => language.owner_incomplete(missing),
        };
        wrapped(ui, line);
        actions.primary(ui, language.owner_go_on(), MenuAction::Guided);
    });
}

fn holding_ui(ui: &mut Ui, view: &View<'_>, advice: &Advice) {
    let language = view.language;
    card(ui, |ui| {
        section_heading(ui, language.owner_holding());
        if advice.holding.is_empty() {
            wrapped(ui, language.owner_nothing_holds());
        }
        for held in &advice.holding {
            ui.add_space(space::TIGHT);
            ui.horizontal(|ui| {
                let name = RichText::new(view.factor_name(held.factor)).font(text::factor());
                ui.label(name.color(ui.tokens().side(held.factor.side())));
                if let Some(gain) = held.gain {
                    let gain = language.gain_points(&points_gained(gain));
                    let gain = RichText::new(gain).font(text::strong());
                    ui.label(gain.color(ui.tokens().resonance))
                        .on_hover_text(language.gain_text());
                }
            });
            if let Ok(level) = Level::new(held.score) {
                let words = view.knowledge.framework.of(held.factor);
                wrapped(ui, level_sentence(language, words, level));
            }
            subdued_line(ui, &because(view.wording(), &held.evidence, None));
        }
        let several = advice.holding.len() > 1 && advice.holding[0].gain.is_some();
        if several && view.settings.weights == Weights::default() {
            caption_line(ui, language.gain_same());
        }
    });
}

/// Whether the advice would change if one answer did: the verdict, and each such answer folded away.
fn tips_ui(ui: &mut Ui, view: &View<'_>, advice: &Advice) {
    let language = view.language;
    card(ui, |ui| {
        section_heading(ui, language.owner_tips());
        if advice.tips.is_empty() {
            text_line(ui, language.owner_tips_hold());
            return;
        }
        let mut next: Vec<Factor> = Vec::new();
        for first in advice.tips.iter().filter_map(|tip| tip.first) {
            if !next.contains(&first) {
                next.push(first);
            }
        }
        let verdict = if next.is_empty() {
            language.owner_tips_end().to_owned()
        } else {
            language.owner_tips_change(&factor_names(view.wording(), next))
        };
        text_line(ui, &verdict);
        let details = language.owner_tips_details(advice.tips.len());
        CollapsingHeader::new(RichText::new(details))
            .id_salt("answers that would change the advice")
            .show(ui, |ui| {
                for tip in &advice.tips {
                    let (name, score) = (view.factor_name(tip.factor), format!("{:.1}", tip.score));
                    let line = match tip.first {
                        Some(first) => language.owner_tip(name, &score, view.factor_name(first)),
                        None => language.owner_tip_none(name, &score),
                    };
                    marked_line(ui, icon::CARET_RIGHT, ui.tokens().text_subdued, &line);
                }
            });
    });
}
