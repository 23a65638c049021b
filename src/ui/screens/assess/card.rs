//! One factor: name, slider, the sentence of the level it stands at, the rest on demand.

use std::borrow::Cow;

use egui::{Align, Button, Frame, Label, Layout, Margin, RichText, Stroke, Ui, UiBuilder, vec2};

use super::{details::details_ui, item::Item};
use crate::{
    model::{Answer, Basis, Factor, Polarity, Score},
    state::{Action, Actions, View},
    theme::{Themed, icon, radius, space, text},
    ui::widgets::{LevelSlider, cut, editable, from_right, look, quiet_icon_button, wrapped},
    wording::level_sentence,
};

/// Room that a card's content needs, in logical points.
pub(super) const LEAST_HEIGHT: f32 = 144.0;
/// From this height on there is room for the factor's question.
const ROOM_FOR_QUESTION: f32 = 172.0;
/// Beyond this a card is only empty.
pub(super) const MOST_HEIGHT: f32 = 190.0;

pub(super) fn factor_card_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    factor: Factor,
    height: f32,
) {
    let (Some(place), Some(person)) = (view.place(), view.person()) else {
        return;
    };
    let blank = Answer::default();
    let answer = view
        .round()
        .and_then(|round| round.response(person.id))
        .map_or(&blank, |response| &response.answers[factor]);
    let item = &Item {
        factor,
        answer,
        place,
    };
    let unfolded = view.session.unfolded == Some(factor);
    let edge = if unfolded {
        ui.tokens().line_strong
    } else {
        ui.tokens().line
    };
    Frame::new()
        .fill(ui.tokens().card)
        .stroke(Stroke::new(1.0, edge))
        .corner_radius(radius::CARD)
        .inner_margin(Margin::symmetric(14, 8))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.set_min_height(height - 18.0);
            ui.spacing_mut().item_spacing = vec2(4.0, 2.0);
            // Columns justify their content; text reads better ragged.
            let ragged = UiBuilder::new()
                .id_salt(factor)
                .layout(Layout::top_down(Align::Min));
            ui.scope_builder(ragged, |ui| {
                ui.set_max_width(ui.available_width());
                title_ui(ui, view, actions, item);
                if height >= ROOM_FOR_QUESTION {
                    question_ui(ui, view, factor);
                }
                slider_ui(ui, view, actions, item);
                sentence_ui(ui, view, factor, answer);
                if unfolded {
                    editable(ui, |ui| details_ui(ui, view, actions, item));
                }
            });
        });
}

fn title_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, item: &Item<'_>) {
    let Item { factor, answer, .. } = *item;
    let language = view.language;
    let words = view.knowledge.framework.of(factor);
    from_right(ui, 28.0, |ui| {
        value_ui(ui, factor, answer);
        unfold_ui(ui, view, actions, item);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let name = RichText::new(words.name.get(language)).font(text::factor());
            let label = Label::new(name.color(ui.tokens().text_strong)).truncate();
            ui.add(label).on_hover_ui(|ui| about_ui(ui, view, factor));
            if factor.polarity() == Polarity::Inverse {
                ui.add_space(space::TIGHT);
                cut(ui, look::caption(ui, language.lower_is_better()));
            }
        });
    });
}

fn question_ui(ui: &mut Ui, view: &View<'_>, factor: Factor) {
    let words = view.knowledge.framework.of(factor);
    cut(ui, look::subdued(ui, words.question.get(view.language)));
}

/// The number, in a place of fixed width so that nothing jumps.
fn value_ui(ui: &mut Ui, factor: Factor, answer: &Answer) {
    let (shown, colour) = match answer.score() {
        Score::Scored(level) => {
            let colour = ui.tokens().side(factor.side());
            (format!("{:.1}", level.value()), colour)
        }
        Score::NotScored | Score::NotApplicable => ("–".to_owned(), ui.tokens().text_subdued),
    };
    let number = RichText::new(shown).font(text::label()).color(colour);
    ui.add_sized(vec2(34.0, 28.0), Label::new(number).halign(Align::Max));
}

fn state_buttons_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, item: &Item<'_>) {
    let language = view.language;
    let name = view.factor_name(item.factor);
    let (not_scored, not_applicable) = (language.set_not_scored(), language.set_not_applicable());
    for (symbol, label, score) in [
        (icon::NOT_SCORED, not_scored, Score::NotScored),
        (icon::NOT_APPLICABLE, not_applicable, Score::NotApplicable),
    ] {
        ui.add_enabled_ui(item.answer.score() != score, |ui| {
            let response = quiet_icon_button(ui, symbol, &format!("{label}: {name}"));
            if response.clicked() {
                actions.edit(item.set_score(score));
            }
        });
    }
}

fn unfold_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, item: &Item<'_>) {
    let Item { factor, answer, .. } = *item;
    let unfolded = view.session.unfolded == Some(factor);
    let name = view.language.indicators_of(view.factor_name(factor));
    let answered = answer
        .indicators()
        .iter()
        .filter(|score| **score != Score::NotScored)
        .count();
    let symbol = if !answer.note().is_empty() {
        icon::NOTE
    } else if unfolded {
        icon::CARET_DOWN
    } else {
        icon::INDICATORS
    };
    let caption = if answered > 0 {
        format!("{symbol} {answered}/{}", answer.indicators().len())
    } else {
        symbol.to_owned()
    };
    let ink = if answer.note().is_empty() {
        ui.tokens().text
    } else {
        ui.tokens().resonance
    };
    let button = Button::new(RichText::new(caption).size(16.0).color(ink))
        .frame_when_inactive(false)
        .min_size(vec2(28.0, 28.0));
    let response = ui.add(button).on_hover_ui(|ui| {
        ui.set_max_width(280.0);
        ui.label(&name);
        if !answer.note().is_empty() {
            ui.weak(answer.note());
        }
    });
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
    if response.clicked() {
        actions.push(Action::Unfold((!unfolded).then_some(factor)));
    }
}

fn slider_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, item: &Item<'_>) {
    let Item { factor, answer, .. } = *item;
    let language = view.language;
    let words = view.knowledge.framework.of(factor);
    let name = language.slider_of(words.name.get(language));
    let spoken = spoken_value(view, factor, answer.score());
    let slider = LevelSlider::new(&name, &spoken, answer.score(), factor.side()).of_factor(factor);
    let output = slider.show(ui);
    actions.send_some(output.changed.map(|score| item.set_score(score)));
    actions.left(&output.response);
    ui.horizontal(|ui| {
        // The buttons stand in the middle of every card, whatever the words beside them.
        let buttons = 60.0;
        let side = ((ui.available_width() - buttons) / 2.0 - ui.spacing().item_spacing.x).max(0.0);
        let end_ui = |ui: &mut Ui, words: &str, layout| {
            let height = ui.spacing().interact_size.y;
            ui.allocate_ui_with_layout(vec2(side, height), layout, |ui| {
                ui.set_min_width(side);
                cut(ui, look::caption(ui, words));
            });
        };
        let (low, high) = (words.low.get(language), words.high.get(language));
        end_ui(ui, low, Layout::left_to_right(Align::Center));
        editable(ui, |ui| state_buttons_ui(ui, view, actions, item));
        end_ui(ui, high, Layout::right_to_left(Align::Center));
    });
}

/// How a score is spoken: the level with its sentence, or the state.
fn spoken_value(view: &View<'_>, factor: Factor, score: Score) -> String {
    let language = view.language;
    match score {
        Score::Scored(level) => {
            let words = view.knowledge.framework.of(factor);
            let number = format!("{:.1}", level.value());
            language.level_named(&number, &level_sentence(language, words, level))
        }
        Score::NotScored => language.value_not_scored().to_owned(),
        Score::NotApplicable => language.value_not_applicable().to_owned(),
    }
}

/// The sentence of the level; its place stays when the slider moves.
fn sentence_ui(ui: &mut Ui, view: &View<'_>, factor: Factor, answer: &Answer) {
    let language = view.language;
    let words = view.knowledge.framework.of(factor);
    let (sentence, ink) = match answer.score() {
        Score::Scored(level) => {
            let sentence = level_sentence(language, words, level);
            (Cow::Owned(sentence), ui.tokens().text)
        }
        unscored => {
            let sentence = match unscored {
                Score::NotApplicable => language.not_applicable_text(),
                _ if answer.basis() == Basis::Indicators => language.indicators_too_few(),
                _ => words.question.get(language),
            };
            (Cow::Borrowed(sentence), ui.tokens().text_subdued)
        }
    };
    let size = vec2(ui.available_width(), 36.0);
    ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
        ui.set_min_height(36.0);
        wrapped(ui, RichText::new(sentence.as_ref()).color(ink));
    });
}

/// What a factor means, the report's example, and what is whose.
fn about_ui(ui: &mut Ui, view: &View<'_>, factor: Factor) {
    let language = view.language;
    let words = view.knowledge.framework.of(factor);
    ui.set_max_width(320.0);
    ui.label(look::strong(ui, words.name.get(language)));
    ui.label(words.meaning.get(language));
    let example = format!(
        "{}: {}",
        language.report_example(),
        words.example.get(language)
    );
    ui.label(example);
    if factor.polarity() == Polarity::Inverse {
        ui.label(format!(
            "{}. {}",
            language.inverse_hint(),
            language.inverse_note()
        ));
    }
    ui.weak(language.origin_report(&words.origin));
}
