//! One enterprise in front of a room: its sentence, its number, its picture, and what to do first.

use egui::{Align, CentralPanel, Frame, Label, Layout, Margin, RichText, Ui, vec2};

use crate::{
    analysis::RoundResult,
    state::{Action, Actions, Picture, PresentAction, Presentation, View},
    theme::Themed,
    theme::{icon, space, text},
    ui::{
        charts::{better_where, chart_ui, gauge_chart, picture_as_ui, show_charts_as_text},
        widgets::{
            Column, caption_line, icon_button, resonance_number, strong_line, subdued_line,
            text_line, two_columns,
        },
        words::{certainty_sentence, headline, lead_sentence, weights_used},
    },
};

/// Height of the line at the foot.
const FOOT: f32 = 32.0;

/// The whole window while something is presented.
pub fn present_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, presented: &Presentation) {
    show_charts_as_text(ui.ctx(), view.session.charts_as);
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
        let name = RichText::new(view.name_of(enterprise)).font(text::title());
        ui.add(Label::new(name.color(ui.tokens().text_strong)).truncate());
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
    let (language, theme) = (view.language, ui.tokens());
    let sentence = result
        .outcome
        .map_or(language.headline_incomplete(), |outcome| {
            headline(language, &outcome)
        });
    let sentence = RichText::new(sentence).font(text::heading());
    ui.add(Label::new(sentence.color(theme.text_strong)).wrap());
    if let Some(outcome) = &result.outcome {
        resonance_number(ui, view, outcome, |_| {});
        strong_line(ui, &lead_sentence(language, outcome));
        if let Some(sentence) = certainty_sentence(language, result) {
            text_line(ui, &sentence);
        }
    } else {
        let missing = result.missing().map(|factor| view.factor_name(factor));
        let names = missing.collect::<Vec<_>>().join(language.name_joiner());
        text_line(ui, &language.missing_list(&names));
    }
    let (gauge, size) = gauge_chart(ui, view, result, ui.available_width());
    chart_ui(ui, &gauge, size, language.answer_title(), |_, _| {});
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
    let mut act = |action| actions.push(Action::Present(action));
    ui.horizontal(|ui| {
        let note = format!("{} · {}", language.ours_note(), weights_used(view));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if icon_button(ui, icon::CLOSE, language.present_end()).clicked() {
                act(PresentAction::End);
            }
            ui.add_enabled_ui(at + 1 < all, |ui| {
                if icon_button(ui, icon::CARET_RIGHT, language.present_next()).clicked() {
                    act(PresentAction::Turn(1));
                }
            });
            ui.add_enabled_ui(at > 0, |ui| {
                if icon_button(ui, icon::CARET_LEFT, language.present_back()).clicked() {
                    act(PresentAction::Turn(-1));
                }
            });
            let place = language.present_place(at + 1, all);
            let place = RichText::new(place).font(text::caption());
            ui.label(place.color(ui.tokens().text_subdued));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let note = RichText::new(note).font(text::caption());
                let note = Label::new(note.color(ui.tokens().text_subdued)).truncate();
                ui.add(note).on_hover_text(language.present_keys());
            });
        });
    });
}
