//! Compare: who or when differs?

mod add;
mod against;
mod chips;
mod field;
mod numbers;
mod over_time;
mod pictures;

use std::sync::Arc;

use egui::{RichText, Ui};

use super::header::{no_enterprise_ui, page_header_ui};

use crate::{
    state::{Actions, CompareAction, ComparePage, Explained, View},
    theme::{Themed, icon, space},
    ui::{
        explain::beside_ui,
        lineup_words::names_of,
        widgets::{
            card, centred_page, choose_or_pick, look, section_heading, subdued_line, wrapped,
        },
    },
    wording::{coverage_words, one_decimal, points, whole},
};
use field::Field;

/// The page is never wider than this, in logical points.
const WIDEST: f32 = 1080.0;
/// From this width on the pages stand in a row; below it they are a menu.
const ROW_OF_PAGES: f32 = 480.0;

/// The Compare screen.
pub fn compare_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let language = view.language;
    let lineup = Arc::clone(&view.lineup);
    if view.workbook.enterprises.is_empty() {
        let (heading, text) = (language.compare_none(), language.compare_none_text());
        no_enterprise_ui(ui, view, actions, (icon::COMPARE, heading, text));
        return;
    }
    let names = names_of(view, &lineup);
    let field = Field {
        view,
        lineup,
        names,
    };
    let page = view.session.compare.page;
    let first = field.lineup.entries.first().map(|entry| entry.item);
    centred_page(ui, ("compare", first, page), WIDEST, |ui| {
        header_ui(ui, &field, actions);
        chips::chips_ui(ui, &field, actions);
        if field.lineup.entries.len() > 1 {
            sentence_ui(ui, &field, actions);
        }
        pages_ui(ui, &field, actions, page);
        if field.alone(page) {
            alone_ui(ui, &field, actions);
            return;
        }
        card(ui, |ui| match page {
            ComparePage::Overlay => pictures::overlay_ui(ui, &field, actions),
            ComparePage::Multiples => pictures::multiples_ui(ui, &field),
            ComparePage::Rows => pictures::rows_ui(ui, &field, actions),
            ComparePage::OverTime => over_time::over_time_ui(ui, &field, actions),
            ComparePage::Numbers => numbers::table_ui(ui, &field, actions),
        });
        if field.lineup.entries.len() > 1 {
            card(ui, |ui| against::against_ui(ui, &field, actions));
        }
        ui.add_space(space::SECTION);
    });
}

/// Whose rounds these are, or that several are compared; adding, and going back.
fn header_ui(ui: &mut Ui, field: &Field<'_>, actions: &mut Actions) {
    let view = field.view;
    let firms = field.lineup.enterprises();
    let heading = match firms.as_slice() {
        [(firm, _)] => view.name_of(firm),
        _ => view.language.screen_compare(),
    };
    page_header_ui(ui, heading, |ui| {
        // Where there is too little the button stands in the middle of the page.
        if !field.alone(view.session.compare.page) {
            add::add_ui(ui, field, actions);
        }
        if !view.session.compare.chosen.is_empty() {
            let back = view.language.compare_clear();
            actions.icon(ui, icon::RECENT, back, CompareAction::Clear);
        }
    });
}

/// What differs most, like for like; the plain difference is one hover away.
fn sentence_ui(ui: &mut Ui, field: &Field<'_>, actions: &mut Actions) {
    let (view, language) = (field.view, field.view.language);
    let strong = |ui: &mut Ui, line: &str| wrapped(ui, look::label(ui, line));
    let Some(most) = &field.lineup.most else {
        let entries = field.lineup.entries.iter().skip(1);
        let shared = entries
            .filter(|entry| entry.against_first.is_some())
            .count();
        let line = match shared {
            0 => language.compare_nothing_shared(),
            _ => language.compare_alike(),
        };
        strong(ui, line);
        return;
    };
    let (from, to) = (
        one_decimal(most.difference.from),
        one_decimal(most.difference.to),
    );
    let factor = view.factor_name(most.factor);
    let (one, two) = (field.name(most.from), field.name(most.to));
    let sentence = language.compare_most(factor, one, &from, two, &to);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = space::TIGHT;
        let (from, to) = (
            &field.lineup.entries[most.from],
            &field.lineup.entries[most.to],
        );
        let asked = Explained::Difference {
            from: from.item,
            to: to.item,
        };
        let said = beside_ui(ui, view, actions, asked, |ui| strong(ui, &sentence));
        let coverage = coverage_words(language, &most.comparison.coverage);
        let coverage = match &most.comparison.resonance {
            Some(resonance) => {
                // The two that the difference is of, so that it can be checked by eye.
                let (from, to) = (whole(resonance.from), whole(resonance.to));
                let points = points(resonance);
                language.compare_like_for_like_by(&points, &from, &to, &coverage)
            }
            None => language.compare_like_for_like(&coverage),
        };
        let shared = wrapped(ui, look::subdued(ui, coverage));
        for response in [said, shared] {
            response.on_hover_ui(|ui| {
                ui.set_max_width(320.0);
                if let Some(naive) = &most.comparison.naive {
                    ui.label(language.compare_naive(&points(naive)));
                }
            });
        }
    });
}

fn pages_ui(ui: &mut Ui, field: &Field<'_>, actions: &mut Actions, page: ComparePage) {
    let language = field.view.language;
    let pages = [
        (ComparePage::Overlay, language.compare_page_overlay()),
        (ComparePage::Multiples, language.compare_page_multiples()),
        (ComparePage::Rows, language.compare_page_rows()),
        (ComparePage::OverTime, language.compare_page_over_time()),
        (ComparePage::Numbers, language.compare_page_numbers()),
    ];
    let menu = (language.compare_pages(), 180.0);
    let chosen = choose_or_pick(ui, ROW_OF_PAGES, menu, &page, &pages);
    actions.send_some(chosen.map(CompareAction::Page));
}

/// One thing, or none, to compare: what to do about it.
fn alone_ui(ui: &mut Ui, field: &Field<'_>, actions: &mut Actions) {
    let language = field.view.language;
    card(ui, |ui| {
        ui.vertical_centered(|ui| {
            ui.add_space(space::SECTION * 2.0);
            let symbol = RichText::new(icon::COMPARE).size(40.0);
            ui.label(symbol.color(ui.tokens().text_subdued));
            section_heading(ui, language.compare_single());
            subdued_line(ui, language.compare_single_text());
            add::add_ui(ui, field, actions);
            ui.add_space(space::SECTION * 2.0);
        });
    });
}
