//! What is in the plan so far.

use egui::{Align, Label, Layout, RichText, Ui};

use crate::{
    edit::{Command, PlanChange},
    model::PlanState,
    state::{Actions, View},
    theme::Themed,
    theme::icon,
    ui::{
        advice_words::{plan_state, plan_text},
        widgets::{PickerEntry, card, icon_button, picker, section_heading},
    },
};

pub(super) fn plan_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let Some(enterprise) = view.enterprise() else {
        return;
    };
    let language = view.language;
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        section_heading(ui, language.owner_plan());
        if enterprise.plan.is_empty() {
            ui.label(RichText::new(language.owner_plan_empty()).color(ui.tokens().text_subdued));
        }
        for item in &enterprise.plan {
            let words = plan_text(view, item);
            ui.push_id(item.id, |ui| {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let remove = language.remove_from_plan(words);
                    if icon_button(ui, icon::DELETE, &remove).clicked() {
                        actions.edit(Command::RemovePlanItem {
                            enterprise: enterprise.id,
                            item: item.id,
                        });
                    }
                    let states = PlanState::ALL.map(|state| PickerEntry {
                        value: state,
                        label: plan_state(language, state).to_owned(),
                        heading: None,
                    });
                    let name = language.plan_state_of(words);
                    if let Some(state) = picker(ui, &name, 110.0, &item.state, &states) {
                        actions.edit(Command::ChangePlanItem {
                            enterprise: enterprise.id,
                            item: item.id,
                            change: PlanChange::State(state),
                        });
                    }
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        let mut line = RichText::new(words);
                        if item.state == PlanState::Done {
                            line = line.color(ui.tokens().text_subdued).strikethrough();
                        }
                        ui.add(Label::new(line).wrap());
                    });
                });
            });
        }
    });
}
