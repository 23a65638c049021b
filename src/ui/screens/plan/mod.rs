//! Plan: what do we do? A target, what leads there at least effort, what-ifs, and who does what.

mod levers;
mod parts;
mod profile;
mod steps;
mod target;
mod timeline;
mod what_ifs;

use egui::Ui;

use super::header::{firm_header_ui, hidden_ui, no_enterprise_ui};
use crate::{
    state::{Actions, PlanAction, PlanPage, View},
    theme::icon,
    ui::widgets::{centred_page, choose_one},
};

/// The page is never wider than this, in logical points.
const WIDEST: f32 = 1080.0;
/// The Plan screen.
pub fn plan_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let language = view.language;
    let (Some(enterprise), Some(result)) = (view.enterprise(), view.result()) else {
        let (heading, text) = (language.plan_none(), language.plan_none_text());
        no_enterprise_ui(ui, view, actions, (icon::PLAN, heading, text));
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
    let pages = [
        (PlanPage::Target, language.plan_page_target()),
        (PlanPage::Levers, language.plan_page_levers()),
        (PlanPage::WhatIfs, language.plan_page_what_ifs()),
        (PlanPage::Steps, language.plan_page_steps()),
    ];
    ui.horizontal_wrapped(|ui| {
        actions.send_some(choose_one(ui, &page, &pages).map(PlanAction::Page));
    });
}
