//! The fields of the step whose card is open.

use egui::{Align, Button, Id, Layout, Popup, RichText, Ui, vec2};

use super::{
    listed::Steps,
    moves::{gain, late_ui, moves},
};
use crate::{
    edit::{Command, PlanChange},
    model::{Factor, PlanItem},
    state::{Action, Actions, PlanAction},
    theme::{Themed, icon, space, text},
    ui::{
        date_ui::date_ui,
        widgets::{
            DateField, TextField, column_line, editable, icon_button, look, named_drag, picker,
            quiet_icon_button, with_none,
        },
    },
    wording::plan_text,
};

const LABELS: f32 = 56.0;

pub(super) fn fields_ui(ui: &mut Ui, steps: &Steps<'_>, actions: &mut Actions, item: &PlanItem) {
    let view = steps.view;
    let language = view.language;
    let words = plan_text(view.wording(), item);
    ui.spacing_mut().item_spacing.y = 6.0;
    ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
        let fold = language.steps_fold(words);
        if quiet_icon_button(ui, icon::CARET_UP, &fold).clicked() {
            actions.send(PlanAction::Unfold(None));
        }
        let name = language.steps_text_of(words);
        let field = TextField::new(&name).lines(2).width(ui.available_width());
        let output = editable(ui, |ui| field.show(ui, (item.id, "text"), words));
        actions.field(output, |text| steps.change(item, PlanChange::Text(text)));
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
        date_ui(ui, view, actions, &field, change);
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
        column_line(ui, LABELS, look::caption(ui, label));
        editable(ui, add_field);
    });
}

/// Who: anything typed, or somebody of the panel.
fn owner_ui(ui: &mut Ui, steps: &Steps<'_>, actions: &mut Actions, item: &PlanItem) {
    let language = steps.view.language;
    let room = ui.available_width() - space::CONTROL - space::TIGHT;
    let field = TextField::new(language.steps_owner()).width(room);
    let output = field.show(ui, (item.id, "owner"), &steps.owner(item));
    actions.field(output, |owner| steps.change(item, PlanChange::Owner(owner)));
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
    let factors = Factor::ALL.map(|factor| (factor, steps.view.factor_name(factor)));
    let factors = with_none(language.steps_no_factor(), factors);
    let (name, width) = (language.steps_factor(), ui.available_width());
    let picked = picker(ui, name, width, &item.factor, &factors);
    actions.send_some(picked.map(|factor| steps.change(item, PlanChange::Factor(factor))));
}

fn lift_ui(ui: &mut Ui, steps: &Steps<'_>, actions: &mut Actions, item: &PlanItem) {
    let view = steps.view;
    let mut lift = item.lift;
    let drag = egui::DragValue::new(&mut lift)
        .range(0.0..=4.0)
        .speed(0.02)
        .fixed_decimals(1);
    let name = view.language.steps_lift_of(plan_text(view.wording(), item));
    let response = named_drag(ui, vec2(56.0, 28.0), drag, &name);
    let lift = (lift * 10.0).round() / 10.0;
    if lift.to_bits() != item.lift.to_bits() && response.changed() {
        actions.edit(steps.change(item, PlanChange::Lift(lift)));
    }
    actions.left(&response);
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
    let words = plan_text(view.wording(), item);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::SMALL;
        for way in moves(view.language, item.state).into_iter().flatten() {
            let change = steps.change(item, PlanChange::State(way.to));
            actions.plain(ui, (way.icon, way.word), change);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let remove = view.language.remove_from_plan(words);
            let command = Command::RemovePlanItem {
                enterprise: steps.enterprise.id,
                item: item.id,
            };
            actions.icon(ui, icon::DELETE, &remove, command);
        });
    });
}
