//! Plan: what do we do? A target, what leads there at least effort, what-ifs, and who does what.

mod levers;
mod profile;
mod steps;
mod target;
mod timeline;
mod what_ifs;

use egui::{RichText, Ui, vec2};

use profile::Profile;

use super::header::{firm_header_ui, hidden_ui, no_enterprise_ui};
use crate::{
    analysis::{Outcome, RoundResult},
    edit::{Command, TargetChange},
    model::{Enterprise, Factor, Level, PerFactor, Target},
    state::{Action, Actions, Explained, MenuAction, PlanAction, PlanPage, View},
    theme::{Themed, icon, text},
    ui::{
        explain::beside_ui,
        widgets::{card, centred_page, choose_one, cut, empty_place, look},
        words::{missing_sentence, plan_change, whole},
    },
};

/// The page is never wider than this, in logical points.
const WIDEST: f32 = 1080.0;
/// From this width on two columns stand side by side.
const TWO_COLUMNS: f32 = 760.0;

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
        let language = view.language;
        let (heading, text) = (language.plan_incomplete(), missing_sentence(view, result));
        let label = language.go_on_scoring();
        if empty_place(ui, icon::ASSESS, heading, &text, label) {
            actions.send(MenuAction::Assess);
        }
    });
    true
}

/// Sets the target, or a part of it.
fn change_target(enterprise: &Enterprise, change: TargetChange) -> Command {
    Command::ChangeTarget {
        enterprise: enterprise.id,
        change,
    }
}

/// Makes these levels the target, and shows it.
fn take_as_target(
    actions: &mut Actions,
    enterprise: &Enterprise,
    levels: PerFactor<Option<Level>>,
) {
    let target = Target {
        levels,
        ..enterprise.target.clone()
    };
    actions.edit(change_target(
        enterprise,
        TargetChange::All(Box::new(target)),
    ));
    actions.send(PlanAction::Page(PlanPage::Target));
}

/// The radar of a profile, as high as fits its width; gives what was dragged where.
fn profile_picture_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    profile: &Profile<'_>,
) -> Option<(Factor, Level)> {
    let width = ui.available_width();
    let size = vec2(width, (width * 0.78).clamp(260.0, 400.0));
    let dragged = profile.radar_ui(ui, view, size);
    if ui.input(|input| input.pointer.any_released()) {
        // Each corner dragged is a step of its own.
        actions.push(Action::LeaveField);
    }
    dragged
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
                let label = look::caption(ui, label);
                if outcome.is_some() {
                    beside_ui(ui, view, actions, asked, |ui| cut(ui, label));
                } else {
                    cut(ui, label);
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
            ui.label(look::label(ui, plan_change(language, now, then)));
        }
    });
}
