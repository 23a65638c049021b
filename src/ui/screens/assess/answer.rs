//! The answer beside the cards: number, gauge, picture, one sentence, what is missing.

use egui::{Align, Layout, RichText, Ui, vec2};

use crate::{
    analysis::{FactorState, RoundResult},
    state::{Actions, View},
    theme::{Themed, icon, space, text},
    ui::{
        charts::{better_where, gauge_ui, picture_switch_ui, picture_ui},
        resonance_number::resonance_number,
        widgets::{card, cut, look, scroll_page, wrapped},
    },
    wording::lead_sentence,
};

pub(super) fn answer_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let Some(result) = view.result() else {
        return;
    };
    card(ui, |ui| {
        ui.set_min_height(ui.available_height());
        scroll_page(ui, "answer page", |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            number_ui(ui, view, &result);
            gauge_ui(ui, view, &result, ui.available_width());
            lead_ui(ui, view, &result);
            picture_line_ui(ui, view, actions);
            let width = ui.available_width();
            let height = (ui.available_height() - 46.0).clamp(250.0, width.max(250.0) * 1.05);
            picture_ui(ui, view, &result, vec2(width, height));
            counts_ui(ui, view, &result);
        });
    });
}

fn number_ui(ui: &mut Ui, view: &View<'_>, result: &RoundResult) {
    let language = view.language;
    let theme = ui.tokens();
    // The sliders are one person's, the answer is everybody's.
    let caption = if result.respondents > 1 {
        format!(
            "{} · {}",
            language.answer_title(),
            language.all_people(result.respondents)
        )
    } else {
        language.answer_title().to_owned()
    };
    let caption = RichText::new(caption).font(text::strong());
    cut(ui, caption.color(theme.text)).on_hover_text(language.ours_note());
    if let Some(outcome) = &result.outcome {
        resonance_number(ui, view.language, outcome, |_| {});
        return;
    }
    ui.horizontal(|ui| {
        ui.set_min_height(64.0);
        let dash = RichText::new("–").font(text::number());
        ui.label(dash.color(theme.text_subdued));
        ui.vertical(|ui| {
            ui.add_space(10.0);
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.label(look::label(ui, language.incomplete_title()));
            let text = match result.missing().count() {
                1 => language.incomplete_text_one().to_owned(),
                missing => language.incomplete_text(missing),
            };
            wrapped(ui, look::subdued(ui, text));
        });
    });
}

fn lead_ui(ui: &mut Ui, view: &View<'_>, result: &RoundResult) {
    let sentence = result.outcome.map_or_else(String::new, |outcome| {
        lead_sentence(view.language, &outcome)
    });
    ui.label(look::strong(ui, sentence));
}

fn picture_line_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    ui.horizontal(|ui| {
        picture_switch_ui(ui, view, actions);
        // The axes say it too, so the hint goes first where room is short.
        if ui.available_width() >= 170.0 {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                cut(ui, look::caption(ui, better_where(view)));
            });
        }
    });
}

fn counts_ui(ui: &mut Ui, view: &View<'_>, result: &RoundResult) {
    let language = view.language;
    let count = |state| {
        let with_state = result
            .factors
            .iter()
            .filter(|(_, factor)| factor.state == state);
        with_state.count()
    };
    let mut parts = vec![language.scored_count(count(FactorState::Scored))];
    if let missing @ 1.. = count(FactorState::Missing) {
        parts.push(language.missing_count(missing));
    }
    if let not_applicable @ 1.. = count(FactorState::NotApplicable) {
        parts.push(language.not_applicable_count(not_applicable));
    }
    parts.push(match result.respondents {
        0 => language.person_count_none().to_owned(),
        1 => language.person_count_one().to_owned(),
        people => language.people_count(people),
    });
    ui.add_space(space::TIGHT);
    let line = format!("{} {}", icon::PEOPLE, parts.join(" · "));
    cut(ui, look::caption(ui, line));
}
