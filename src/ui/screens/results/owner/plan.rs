//! What is in the plan so far.

use egui::{Align, Layout, RichText, Ui};

use crate::{
    edit::{Command, PlanChange},
    model::PlanState,
    state::{Actions, View},
    theme::{Themed, icon},
    ui::widgets::{card, editable, picker, section_heading, wrapped},
    wording::{plan_state, plan_text},
};

pub(super) fn plan_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let Some(enterprise) = view.enterprise() else {
        return;
    };
    let language = view.language;
    card(ui, |ui| {
        section_heading(ui, language.owner_plan());
        if enterprise.plan.is_empty() {
            ui.label(RichText::new(language.owner_plan_empty()).color(ui.tokens().text_subdued));
        }
        for item in &enterprise.plan {
            let words = plan_text(view.wording(), item);
            ui.push_id(item.id, |ui| {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let remove = language.remove_from_plan(words);
                    let (enterprise, item_id) = (enterprise.id, item.id);
                    let command = Command::RemovePlanItem {
                        enterprise,
                        item: item_id,
                    };
                    actions.icon(ui, icon::DELETE, &remove, command);
                    let states = PlanState::ALL.map(|one| (one, plan_state(language, one)));
                    let name = language.plan_state_of(words);
                    let picked = editable(ui, |ui| picker(ui, &name, 110.0, &item.state, &states));
                    actions.send_some(picked.map(|state| Command::ChangePlanItem {
                        enterprise,
                        item: item_id,
                        change: PlanChange::State(state),
                    }));
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        let mut line = RichText::new(words);
                        if item.state == PlanState::Done {
                            line = line.color(ui.tokens().text_subdued).strikethrough();
                        }
                        wrapped(ui, line);
                    });
                });
            });
        }
    });
}
