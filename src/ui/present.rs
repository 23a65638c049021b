//! One enterprise in front of a room: its sentence, its number, its picture, and what to do first.

use egui::{Align, CentralPanel, Frame, Layout, Margin, RichText, Ui, vec2};

use crate::{
    analysis::RoundResult,
    state::{Actions, Picture, PresentAction, Presentation, View},
    theme::{Themed, icon, space},
    ui::{
        charts::{better_where, gauge_ui, offer_charts, picture_as_ui, show_charts_as_text},
        resonance_number::resonance_number,
        widgets::{
            Column, caption_line, cut, look, strong_line, subdued_line, text_line, two_columns,
            wrapped,
        },
    },
    wording::{certainty_sentence, headline, lead_sentence, missing_sentence, weights_used},
};

/// Height of the line at the foot.
const FOOT: f32 = 32.0;

/// The whole window while something is presented.
pub fn present_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, presented: &Presentation) {
    show_charts_as_text(ui.ctx(), view.session.charts_as);
    offer_charts(ui.ctx(), None);
    let frame = Frame::new()
        .fill(ui.tokens().window)
        .inner_margin(Margin::symmetric(28, 18));
    CentralPanel::default().frame(frame).show(ui, |ui| {
        let height = ui.available_height() - FOOT;
        let size = vec2(ui.available_width(), height);
        ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
            ui.set_min_size(size);
            answer_ui(ui, view);
        });
        foot_ui(ui, view, actions, presented);
    });
}

fn answer_ui(ui: &mut Ui, view: &View<'_>) {
    let Some((enterprise, result)) = view.enterprise().zip(view.result()) else {
        return;
    };
    ui.horizontal(|ui| {
        cut(ui, look::title(ui, view.name_of(enterprise)));
        if let Some(round) = view.round() {
            ui.label(RichText::new(&round.name).color(ui.tokens().text_subdued));
        }
    });
    if view.hidden() {
        strong_line(ui, view.language.room_hidden());
        return;
    }
    ui.add_space(space::SMALL);
    two_columns(ui, 560.0, 0.46, |ui, column| match column {
        Column::First => words_ui(ui, view, &result),
        Column::Second => {
            let size = vec2(ui.available_width(), ui.available_height() - space::CARD);
            // Two radars would be too small for the back of a room.
            let picture = match view.session.picture {
                Picture::Sides | Picture::Radar => Picture::Radar,
                Picture::Dots => Picture::Dots,
            };
            picture_as_ui(ui, view, &result, picture, size);
            caption_line(ui, better_where(view));
        }
    });
}

fn words_ui(ui: &mut Ui, view: &View<'_>, result: &RoundResult) {
    let language = view.language;
    let sentence = result
        .outcome
        .map_or(language.headline_incomplete(), |outcome| {
            headline(language, &outcome)
        });
    wrapped(ui, look::heading(ui, sentence));
    if let Some(outcome) = &result.outcome {
        resonance_number(ui, view.language, outcome, |_| {});
        strong_line(ui, &lead_sentence(language, outcome));
        if let Some(sentence) = certainty_sentence(language, result) {
            text_line(ui, &sentence);
        }
    } else {
        text_line(ui, &missing_sentence(view.wording(), result));
    }
    gauge_ui(ui, view, result, ui.available_width());
    let advice = view.advice().filter(|_| result.outcome.is_some());
    let step = advice.as_ref().and_then(|advice| view.first_step(advice));
    if let Some(step) = step
        && let Some(rule) = view.knowledge.rule(&step.rule)
    {
        ui.add_space(space::TIGHT);
        subdued_line(ui, language.first_step_title());
        let words = language.labelled(view.factor_name(step.factor), rule.step.get(language));
        strong_line(ui, &words);
    }
}

/// Where we are, and the way on; small, for whoever has the mouse.
fn foot_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, presented: &Presentation) {
    let language = view.language;
    let (at, all) = (presented.at, presented.enterprises.len());

    ui.horizontal(|ui| {
        let note = format!(
            "{} · {}",
            language.ours_note(),
            weights_used(language, view.workbook)
        );
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            actions.icon(ui, icon::CLOSE, language.present_end(), PresentAction::End);
            ui.add_enabled_ui(at + 1 < all, |ui| {
                let next = language.present_next();
                actions.icon(ui, icon::CARET_RIGHT, next, PresentAction::Turn(1));
            });
            ui.add_enabled_ui(at > 0, |ui| {
                let back = language.present_back();
                actions.icon(ui, icon::CARET_LEFT, back, PresentAction::Turn(-1));
            });
            ui.label(look::caption(ui, language.present_place(at + 1, all)));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                cut(ui, look::caption(ui, note)).on_hover_text(language.present_keys());
            });
        });
    });
}
