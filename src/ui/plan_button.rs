//! The button that puts something into the plan, or the word that it is there.

use egui::{RichText, Role, Ui, WidgetInfo};

use crate::{
    knowledge::{Countermeasure, Scenario},
    model::{PlanSource, PlanState},
    state::{Action, Actions, NewPlanItem, View},
    theme::{Themed, icon},
    ui::widgets::{ButtonKind, action_button},
};

/// The button of a scenario.
pub fn scenario_button(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, scenario: &Scenario) {
    let item = NewPlanItem {
        source: PlanSource::Scenario(scenario.id.clone()),
        text: scenario.name.get(view.language).to_owned(),
        factor: None,
    };
    plan_button(ui, view, actions, item);
}

/// The button of a countermeasure.
pub fn measure_button(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    measure: &Countermeasure,
) {
    let item = NewPlanItem {
        source: PlanSource::Countermeasure(measure.id.clone()),
        text: measure.name.get(view.language).to_owned(),
        factor: measure.lifts.first().copied(),
    };
    plan_button(ui, view, actions, item);
}

/// Shows the button; without a selected enterprise there is no plan and nothing is shown.
pub fn plan_button(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, item: NewPlanItem) {
    let Some(enterprise) = view.enterprise() else {
        return;
    };
    let language = view.language;
    let mut plan = enterprise.plan.iter();
    if let Some(known) = plan.find(|known| known.source == item.source) {
        let words = match known.state {
            PlanState::Done => language.in_plan_done(),
            PlanState::Open | PlanState::Begun => language.in_plan(),
        };
        let label = format!("{} {words}", icon::CHECK);
        ui.label(RichText::new(label).color(ui.tokens().good));
        return;
    }
    let label = language.add_to_plan();
    let response = action_button(ui, ButtonKind::Plain, Some(icon::ADD), label);
    let spoken = format!("{label}: {}", item.text);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    if response.clicked() {
        actions.push(Action::AddToPlan(item));
    }
}
