//! Plan: what do we do? A target, what leads there at least effort, what-ifs, and who does what.

mod levers;
mod profile;
mod steps;
mod target;
mod timeline;
mod what_ifs;

use egui::{Label, RichText, Ui};

use super::{header::firm_header_ui, hidden_ui};
use crate::{
    analysis::{Outcome, RoundResult},
    state::{Action, Actions, Explained, MenuAction, PlanAction, PlanPage, View},
    theme::Themed,
    theme::{icon, text},
    ui::{
        explain::beside_ui,
        widgets::{card, centred_page, empty_place, segmented},
        words::{plan_change, whole},
    },
};

/// The page is never wider than this, in logical points.
const WIDEST: f32 = 1080.0;
/// From this width on two columns stand side by side.
const TWO_COLUMNS: f32 = 760.0;

const PAGES: [PlanPage; 4] = [
    PlanPage::Target,
    PlanPage::Levers,
    PlanPage::WhatIfs,
    PlanPage::Steps,
];

/// The Plan screen.
pub fn plan_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let language = view.language;
    let (Some(enterprise), Some(result)) = (view.enterprise(), view.result()) else {
        let (heading, text) = (language.plan_none(), language.plan_none_text());
        let add = language.add_enterprise();
        if empty_place(ui, icon::PLAN, heading, text, add) {
            actions.push(Action::Menu(MenuAction::AddEnterprise));
        }
        return;
    };
    let page = view.session.plan.page;
    centred_page(ui, ("plan", enterprise.id, page), WIDEST, |ui| {
        firm_header_ui(ui, view, actions, enterprise, |_, _, _| {});
        if result.hidden {
            hidden_ui(ui, view, actions);
            return;
        }
        pages_ui(ui, view, actions, page);
        match page {
            PlanPage::Target => target::target_ui(ui, view, actions, &result),
            PlanPage::Levers => levers::levers_ui(ui, view, actions, &result),
            PlanPage::WhatIfs => what_ifs::what_ifs_ui(ui, view, actions, &result),
            PlanPage::Steps => steps::steps_ui(ui, view, actions, &result),
        }
    });
}

fn pages_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, page: PlanPage) {
    let language = view.language;
    let labels = [
        language.plan_page_target(),
        language.plan_page_levers(),
        language.plan_page_what_ifs(),
        language.plan_page_steps(),
    ];
    let chosen = PAGES.iter().position(|other| *other == page);
    ui.horizontal_wrapped(|ui| {
        if let Some(index) = segmented(ui, chosen.unwrap_or_default(), &labels) {
            actions.push(Action::Plan(PlanAction::Page(PAGES[index])));
        }
    });
}

/// Says that nothing can be counted yet and leads to scoring; true where that was said.
fn incomplete_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    result: &RoundResult,
) -> bool {
    if result.outcome.is_some() {
        return false;
    }
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        let language = view.language;
        let (heading, text) = (language.plan_incomplete(), missing(view, result));
        let label = language.go_on_scoring();
        if empty_place(ui, icon::ASSESS, heading, &text, label) {
            actions.push(Action::Menu(MenuAction::Assess));
        }
    });
    true
}

fn missing(view: &View<'_>, result: &RoundResult) -> String {
    let names: Vec<&str> = result
        .missing()
        .map(|factor| view.factor_name(factor))
        .collect();
    view.language
        .missing_list(&names.join(view.language.name_joiner()))
}

/// Two numbers side by side with what lies between them: R now and R of a profile.
fn now_and_then_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    now: Option<&Outcome>,
    then: Option<&Outcome>,
    (then_label, asked): (&str, Explained),
) {
    let language = view.language;
    let theme = ui.tokens();
    ui.horizontal(|ui| {
        ui.set_min_height(74.0);
        let mut number = |ui: &mut Ui, label: &str, asked, outcome: Option<&Outcome>, colour| {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                let label = RichText::new(label).font(text::caption());
                let label = label.color(theme.text_subdued);
                if outcome.is_some() {
                    beside_ui(ui, view, actions, asked, |ui| {
                        ui.add(Label::new(label).truncate());
                    });
                } else {
                    ui.add(Label::new(label).truncate());
                }
                let printed = outcome.map_or_else(|| "–".to_owned(), |one| whole(one.resonance));
                ui.label(RichText::new(printed).font(text::title()).color(colour));
                let band = outcome.map_or("", |outcome| language.band(outcome.band));
                ui.label(RichText::new(band).color(theme.text));
            });
        };
        let here = Explained::Resonance;
        number(ui, language.plan_now(), here, now, theme.text_strong);
        ui.add_space(24.0);
        number(ui, then_label, asked, then, theme.resonance);
        if let (Some(now), Some(then)) = (now, then) {
            ui.add_space(24.0);
            ui.label(
                RichText::new(plan_change(language, now, then))
                    .font(text::label())
                    .color(theme.text_strong),
            );
        }
    });
}
