//! Knowledge: what is out there? The report's content and ours, each entry with its origin.

mod cases;
mod challenges;
mod figures;
mod links;
mod mechanism;
mod scenarios;

use egui::{Ui, vec2};

use super::header::page_header_ui;

use crate::{
    knowledge::{Found, Kind},
    state::{Actions, KnowledgePage, KnowledgeView, View},
    storage::shown_path,
    theme::{Themed, icon, space},
    ui::widgets::{
        TextField, caption_line, card, choose_or_pick, icon_button, marked_line, scroll_page,
        section_heading, subdued_line,
    },
};
use links::show;

/// Below this width, in logical points, the pages are a menu.
const NARROW: f32 = 560.0;

/// The Knowledge screen.
pub fn knowledge_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let language = view.language;
    let shown = &view.session.knowledge;
    search_ui(ui, view, actions);
    if shown.search.trim().is_empty() {
        let pages = [
            (KnowledgePage::Mechanism, language.tab_mechanism()),
            (KnowledgePage::Scenarios, language.tab_scenarios()),
            (KnowledgePage::Cases, language.tab_cases()),
            (KnowledgePage::Challenges, language.tab_challenges()),
            (KnowledgePage::Figures, language.tab_figures()),
        ];
        let menu = (language.screen_knowledge(), 240.0);
        if let Some(page) = choose_or_pick(ui, NARROW, menu, &shown.page, &pages) {
            show(actions, shown, |shown| {
                shown.page = page;
                shown.chosen = None;
            });
        }
    }
    ui.add_space(space::TIGHT);
    scroll_page(ui, ("knowledge", shown.page), |ui| {
        // Room for the scroll bar beside the cards.
        ui.set_max_width(ui.available_width() - space::GAP);
        ui.spacing_mut().item_spacing = vec2(space::SMALL, space::SMALL);
        if !shown.search.trim().is_empty() {
            found_ui(ui, view, actions);
            return;
        }
        match shown.page {
            KnowledgePage::Mechanism => mechanism::mechanism_ui(ui, view, actions),
            KnowledgePage::Scenarios => scenarios::scenarios_ui(ui, view, actions),
            KnowledgePage::Cases => cases::cases_ui(ui, view, actions),
            KnowledgePage::Challenges => challenges::challenges_ui(ui, view, actions),
            KnowledgePage::Figures => figures::figures_ui(ui, view),
        }
        own_ui(ui, view);
    });
}

fn search_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let language = view.language;
    let shown = &view.session.knowledge;
    page_header_ui(ui, language.knowledge_title(), |ui| {
        if !shown.search.is_empty()
            && icon_button(ui, icon::CLOSE, language.search_clear()).clicked()
        {
            show(actions, shown, |shown| shown.search.clear());
        }
        let width = (ui.available_width() * 0.45).clamp(160.0, 380.0);
        let output = TextField::new(language.knowledge_search())
            .hint(language.knowledge_search())
            .width(width)
            .show(ui, "knowledge search", &shown.search);
        if let Some(search) = output.changed {
            show(actions, shown, |shown| shown.search = search);
        }
    });
}

fn found_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let language = view.language;
    let shown = &view.session.knowledge;
    let found = view.knowledge.search(&shown.search);
    if found.is_empty() {
        subdued_line(ui, &language.knowledge_found_none(shown.search.trim()));
        return;
    }
    subdued_line(ui, &language.knowledge_found(found.len()));
    for entry in found {
        let line = language.in_brackets(entry.name.get(language), kind(view, entry.kind));
        let button = egui::Button::new(line)
            .frame_when_inactive(false)
            .min_size(vec2(0.0, 28.0));
        if ui.add(button).clicked() {
            open(view, actions, entry);
        }
    }
}

/// Leaves the search for the page on which an entry stands, with the entry chosen.
fn open(view: &View<'_>, actions: &mut Actions, entry: &Found) {
    let industry = view
        .knowledge
        .scenario(&entry.id)
        .and_then(|scenario| view.knowledge.industry_of(&scenario.sector));
    show(actions, &view.session.knowledge, |shown| {
        *shown = KnowledgeView {
            page: KnowledgeView::page_of(entry.kind),
            industry: industry.unwrap_or(shown.industry),
            chosen: Some((entry.kind, entry.id.clone())),
            ..KnowledgeView::default()
        };
    });
}

fn kind(view: &View<'_>, kind: Kind) -> &'static str {
    let language = view.language;
    match kind {
        Kind::Mechanism => language.tab_mechanism(),
        Kind::Scenario => language.tab_scenarios(),
        Kind::Case => language.tab_cases(),
        Kind::Challenge => language.challenges_title(),
        Kind::Countermeasure => language.countermeasures_title(),
        Kind::Figure => language.tab_figures(),
    }
}

/// Where the user's own presets belong, and what of them could not be read.
fn own_ui(ui: &mut Ui, view: &View<'_>) {
    let language = view.language;
    if !view.preset_errors.is_empty() {
        card(ui, |ui| {
            section_heading(ui, language.presets_wrong_title());
            for error in view.preset_errors {
                let line = language.preset_error(error);
                marked_line(ui, icon::WARNING, ui.tokens().caution, &line);
            }
        });
    }
    if let Some(folder) = view.presets_folder {
        let folder = shown_path(folder);
        caption_line(ui, &language.own_presets(&folder));
    }
}
