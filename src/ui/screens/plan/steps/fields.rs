//! The fields of the step whose card is open.

use egui::{Align, Button, Id, Layout, Popup, RichText, Ui, vec2};

use super::{
    Steps,
    card::{gain, late_ui, moves},
};
use crate::{
    edit::{Command, PlanChange},
    model::{Factor, PlanItem},
    state::{Action, Actions, PlanAction},
    theme::Themed,
    theme::{icon, space, text},
    ui::{
        advice_words::plan_text,
        widgets::{
            ButtonKind, DateField, PickerEntry, TextField, action_button, column_line, icon_button,
            picker, quiet_icon_button,
        },
    },
};

const LABELS: f32 = 56.0;

pub(super) fn fields_ui(ui: &mut Ui, steps: &Steps<'_>, actions: &mut Actions, item: &PlanItem) {
    let view = steps.view;
    let language = view.language;
    let words = plan_text(view, item);
    ui.spacing_mut().item_spacing.y = 6.0;
    ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
        let fold = language.steps_fold(words);
        if quiet_icon_button(ui, icon::CARET_UP, &fold).clicked() {
            actions.push(Action::Plan(PlanAction::Unfold(None)));
        }
        let output = TextField::new(&language.steps_text_of(words))
            .lines(2)
            .width(ui.available_width())
            .show(ui, (item.id, "text"), words);
        if let Some(text) = output.changed {
            actions.edit(steps.change(item, PlanChange::Text(text)));
        }
        if output.response.lost_focus() {
            actions.push(Action::LeaveField);
        }
    });
    row_ui(ui, language.steps_owner(), |ui| {
        owner_ui(ui, steps, actions, item);
    });
    row_ui(ui, language.steps_due(), |ui| {
        let field = DateField {
            name: language.steps_due(),
            id: Id::unique((item.id, "due")),
            value: &item.due,
            width: ui.available_width(),
        };
        let change = |due| steps.change(item, PlanChange::Due(due));
        field.show(ui, view, actions, change);
    });
    late_ui(ui, steps, item);
    row_ui(ui, language.steps_factor(), |ui| {
        factor_ui(ui, steps, actions, item);
    });
    if item.factor.is_some() {
        row_ui(ui, language.steps_lift(), |ui| {
            lift_ui(ui, steps, actions, item);
        });
    }
    ways_ui(ui, steps, actions, item);
}

/// A caption and the field behind it.
fn row_ui(ui: &mut Ui, label: &str, add_field: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        ui.set_min_height(space::CONTROL);
        let caption = RichText::new(label).font(text::caption());
        column_line(ui, LABELS, caption.color(ui.tokens().text_subdued));
        add_field(ui);
    });
}

/// Who: anything typed, or somebody of the panel.
fn owner_ui(ui: &mut Ui, steps: &Steps<'_>, actions: &mut Actions, item: &PlanItem) {
    let language = steps.view.language;
    let room = ui.available_width() - space::CONTROL - space::TIGHT;
    let output = TextField::new(language.steps_owner()).width(room).show(
        ui,
        (item.id, "owner"),
        &steps.owner(item),
    );
    if let Some(owner) = output.changed {
        actions.edit(steps.change(item, PlanChange::Owner(owner)));
    }
    if output.response.lost_focus() {
        actions.push(Action::LeaveField);
    }
    let enterprise = steps.enterprise;
    ui.add_enabled_ui(!enterprise.people.is_empty(), |ui| {
        let button = icon_button(ui, icon::PEOPLE, language.steps_people());
        Popup::menu(&button).show(|ui| {
            ui.set_max_width(240.0);
            for person in &enterprise.people {
                let name = steps.view.person_name(enterprise, person);
                let entry = Button::new(&name).min_size(vec2(160.0, 28.0)).truncate();
                if ui.add(entry).clicked() {
                    actions.push(Action::LeaveField);
                    actions.edit(steps.change(item, PlanChange::Owner(name)));
                    actions.push(Action::LeaveField);
                }
            }
        });
    });
}

fn factor_ui(ui: &mut Ui, steps: &Steps<'_>, actions: &mut Actions, item: &PlanItem) {
    let language = steps.view.language;
    let none = PickerEntry {
        value: None,
        label: language.steps_no_factor().to_owned(),
        heading: None,
    };
    let factors = Factor::ALL.into_iter().map(|factor| PickerEntry {
        value: Some(factor),
        label: steps.view.factor_name(factor).to_owned(),
        heading: None,
    });
    let entries: Vec<_> = std::iter::once(none).chain(factors).collect();
    let (name, width) = (language.steps_factor(), ui.available_width());
    if let Some(factor) = picker(ui, name, width, &item.factor, &entries) {
        actions.edit(steps.change(item, PlanChange::Factor(factor)));
    }
}

fn lift_ui(ui: &mut Ui, steps: &Steps<'_>, actions: &mut Actions, item: &PlanItem) {
    let view = steps.view;
    let mut lift = item.lift;
    let drag = egui::DragValue::new(&mut lift)
        .range(0.0..=4.0)
        .speed(0.02)
        .fixed_decimals(1);
    let response = ui.add_sized(vec2(56.0, 28.0), drag);
    let name = view.language.steps_lift_of(plan_text(view, item));
    response.widget_info(|| {
        let mut info = egui::WidgetInfo::drag_value(true, lift);
        info.label = Some(name.clone());
        info
    });
    let lift = (lift * 10.0).round() / 10.0;
    if lift.to_bits() != item.lift.to_bits() && response.changed() {
        actions.edit(steps.change(item, PlanChange::Lift(lift)));
    }
    if response.lost_focus() || response.drag_stopped() {
        actions.push(Action::LeaveField);
    }
    if let Some(gain) = gain(steps, item) {
        let line = match gain.as_str() {
            "1" => view.language.steps_gain_one().to_owned(),
            gain => view.language.steps_gain(gain),
        };
        let line = RichText::new(line).font(text::strong());
        ui.label(line.color(ui.tokens().resonance));
    }
}

/// On to the next state or back, or out of the plan.
fn ways_ui(ui: &mut Ui, steps: &Steps<'_>, actions: &mut Actions, item: &PlanItem) {
    let view = steps.view;
    let words = plan_text(view, item);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::SMALL;
        for way in moves(view.language, item.state).into_iter().flatten() {
            let plain = ButtonKind::Plain;
            if action_button(ui, plain, Some(way.icon), way.word).clicked() {
                actions.edit(steps.change(item, PlanChange::State(way.to)));
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let remove = view.language.remove_from_plan(words);
            if icon_button(ui, icon::DELETE, &remove).clicked() {
                actions.edit(Command::RemovePlanItem {
                    enterprise: steps.enterprise.id,
                    item: item.id,
                });
            }
        });
    });
}
