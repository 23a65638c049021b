//! Compare: who or when differs?

mod add;
mod against;
mod chips;
mod numbers;
mod over_time;
mod pictures;

use std::sync::Arc;

use egui::{Align, Label, Layout, Response, RichText, Ui};

use crate::{
    state::{
        Action, Actions, CompareAction, ComparePage, Entry, Explained, Lineup, MenuAction, View,
    },
    theme::Themed,
    theme::{icon, space, text},
    ui::{
        charts::one_decimal,
        explain::beside_ui,
        lineup_words::names_of,
        widgets::{
            PickerEntry, card, centred_page, empty_place, icon_button, picker, section_heading,
            segmented,
        },
        words::{coverage_words, points, whole},
    },
};

/// The page is never wider than this, in logical points.
const WIDEST: f32 = 1080.0;
/// From this width on the pages stand in a row; below it they are a menu.
const ROW_OF_PAGES: f32 = 480.0;

const PAGES: [ComparePage; 5] = [
    ComparePage::Overlay,
    ComparePage::Multiples,
    ComparePage::Rows,
    ComparePage::OverTime,
    ComparePage::Numbers,
];

/// What is compared, with the names it has on this page.
struct Field<'a> {
    view: &'a View<'a>,
    lineup: Arc<Lineup>,
    names: Vec<String>,
}

impl Field<'_> {
    fn entries(&self) -> impl Iterator<Item = (&Entry, &str)> {
        let names = self.names.iter().map(String::as_str);
        self.lineup.entries.iter().zip(names)
    }

    fn name(&self, place: usize) -> &str {
        self.names.get(place).map_or("", String::as_str)
    }

    /// Whether there is too little for a page; one alone still has its course over time and its numbers.
    fn alone(&self, page: ComparePage) -> bool {
        let needs_two = !matches!(page, ComparePage::OverTime | ComparePage::Numbers);
        self.lineup.entries.len() < 2 && needs_two
    }

    /// All names in a row, for the name of a picture.
    fn all_names(&self) -> String {
        self.names.join(", ")
    }
}

/// The Compare screen.
pub fn compare_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let language = view.language;
    let lineup = Arc::clone(&view.lineup);
    if view.workbook.enterprises.is_empty() {
        let (heading, text) = (language.compare_none(), language.compare_none_text());
        let add = language.add_enterprise();
        if empty_place(ui, icon::COMPARE, heading, text, add) {
            actions.push(Action::Menu(MenuAction::AddEnterprise));
        }
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
        card(ui, |ui| {
            ui.set_width(ui.available_width());
            match page {
                ComparePage::Overlay => pictures::overlay_ui(ui, &field, actions),
                ComparePage::Multiples => pictures::multiples_ui(ui, &field),
                ComparePage::Rows => pictures::rows_ui(ui, &field, actions),
                ComparePage::OverTime => over_time::over_time_ui(ui, &field, actions),
                ComparePage::Numbers => numbers::table_ui(ui, &field, actions),
            }
        });
        if field.lineup.entries.len() > 1 {
            card(ui, |ui| {
                ui.set_width(ui.available_width());
                against::against_ui(ui, &field, actions);
            });
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
    ui.horizontal(|ui| {
        ui.set_min_height(40.0);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            // Where there is too little the button stands in the middle of the page.
            if !field.alone(view.session.compare.page) {
                add::add_ui(ui, field, actions);
            }
            let back = view.language.compare_clear();
            if !view.session.compare.chosen.is_empty()
                && icon_button(ui, icon::RECENT, back).clicked()
            {
                actions.push(Action::Compare(CompareAction::Clear));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let heading = RichText::new(heading).font(text::heading());
                ui.add(Label::new(heading.color(ui.tokens().text_strong)).truncate());
            });
        });
    });
}

/// What differs most, like for like; the plain difference is one hover away.
fn sentence_ui(ui: &mut Ui, field: &Field<'_>, actions: &mut Actions) {
    let (view, language) = (field.view, field.view.language);
    let strong = |ui: &mut Ui, line: &str| -> Response {
        let line = RichText::new(line).font(text::label());
        ui.add(Label::new(line.color(ui.tokens().text_strong)).wrap())
    };
    let Some(most) = &field.lineup.most else {
        let entries = field.lineup.entries.iter().skip(1);
        let shared = entries
            .filter(|entry| entry.against_first.is_some())
            .count();
        strong(
            ui,
            if shared == 0 {
                language.compare_nothing_shared()
            } else {
                language.compare_alike()
            },
        );
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
        let coverage = RichText::new(coverage);
        let shared = ui.add(Label::new(coverage.color(ui.tokens().text_subdued)).wrap());
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
    let labels = [
        language.compare_page_overlay(),
        language.compare_page_multiples(),
        language.compare_page_rows(),
        language.compare_page_over_time(),
        language.compare_page_numbers(),
    ];
    let chosen = PAGES.iter().position(|other| *other == page);
    let chosen = chosen.unwrap_or_default();
    let clicked = if ui.available_width() >= ROW_OF_PAGES {
        segmented(ui, chosen, &labels)
    } else {
        let entries: Vec<PickerEntry<usize>> = labels
            .into_iter()
            .enumerate()
            .map(|(value, label)| PickerEntry {
                value,
                label: label.to_owned(),
                heading: None,
            })
            .collect();
        picker(ui, language.compare_pages(), 180.0, &chosen, &entries)
    };
    if let Some(index) = clicked {
        actions.push(Action::Compare(CompareAction::Page(PAGES[index])));
    }
}

/// One thing, or none, to compare: what to do about it.
fn alone_ui(ui: &mut Ui, field: &Field<'_>, actions: &mut Actions) {
    let language = field.view.language;
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.vertical_centered(|ui| {
            ui.add_space(space::SECTION * 2.0);
            let symbol = RichText::new(icon::COMPARE).size(40.0);
            ui.label(symbol.color(ui.tokens().text_subdued));
            section_heading(ui, language.compare_single());
            let text = RichText::new(language.compare_single_text());
            ui.add(Label::new(text.color(ui.tokens().text_subdued)).wrap());
            add::add_ui(ui, field, actions);
            ui.add_space(space::SECTION * 2.0);
        });
    });
}
