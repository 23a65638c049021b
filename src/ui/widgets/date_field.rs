//! A date: typed, or chosen from a month that opens beside the field.

use egui::{Id, Key, Popup, PopupCloseBehavior, RectAlign, Ui, Vec2, vec2};

use super::{
    buttons::icon_button,
    month::{DayEvent, MonthGrid, month_head_ui},
    text_field::TextField,
};
use crate::{
    edit::Command,
    state::{Action, Actions, View},
    theme::{icon, space},
    ui::dates::{day_number, day_text},
};

/// The size of a day in the month that opens.
const DAY: Vec2 = vec2(36.0, 32.0);

/// A field for a day.
pub struct DateField<'a> {
    /// What the field is called.
    pub name: &'a str,
    /// What tells it from others.
    pub id: Id,
    /// The text as it stands.
    pub value: &'a str,
    /// Width with the button.
    pub width: f32,
}

impl DateField<'_> {
    /// Shows the field; `command` makes a change of a text. A day chosen is a step of its own.
    pub fn show(
        &self,
        ui: &mut Ui,
        view: &View<'_>,
        actions: &mut Actions,
        command: impl Fn(String) -> Command,
    ) {
        ui.spacing_mut().item_spacing.x = space::TIGHT;
        let typed = TextField::new(self.name)
            .hint(view.language.plan_date_hint())
            .width((self.width - space::CONTROL - space::TIGHT).max(60.0))
            .show(ui, self.id, self.value);
        if let Some(text) = typed.changed {
            actions.edit(command(text));
        }
        if typed.response.lost_focus() {
            actions.push(Action::LeaveField);
        }
        if let Some(day) = self.month_ui(ui, view) {
            actions.push(Action::LeaveField);
            actions.edit(command(day_text(day)));
            actions.push(Action::LeaveField);
        }
    }

    /// The button and the month it opens; gives the day chosen.
    fn month_ui(&self, ui: &mut Ui, view: &View<'_>) -> Option<i32> {
        let name = view.language.calendar_choose(self.name);
        let button = icon_button(ui, icon::CALENDAR, &name);
        let (popup, turned) = (self.id.with("month"), self.id.with("day turned to"));
        let set = day_number(self.value);
        if button.clicked() {
            let start = set.or_else(|| day_number(&view.today)).unwrap_or_default();
            ui.data_mut(|data| data.insert_temp(turned, start));
        }
        let was_open = Popup::is_id_open(ui.ctx(), popup);
        let mut picked = None;
        Popup::menu(&button)
            .id(popup)
            .align(RectAlign::BOTTOM_END)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .accessible_name(&name)
            .show(|ui| {
                let chosen = ui
                    .data(|data| data.get_temp::<i32>(turned))
                    .or(set)
                    .unwrap_or_default();
                ui.set_width(DAY.x * 7.0);
                let turn = |ui: &Ui, day: i32| {
                    ui.data_mut(|data| data.insert_temp(turned, day));
                };
                if let Some(day) = month_head_ui(ui, view, chosen) {
                    turn(ui, day);
                }
                let grid = MonthGrid {
                    id: self.id.with("days"),
                    chosen,
                    cell: DAY,
                    least_weeks: 6,
                    spoken: &|_| String::new(),
                };
                let (response, event) = grid.show(ui, view, |_, _| {});
                if button.clicked() {
                    response.request_focus();
                }
                match event {
                    Some(DayEvent::Reached(day)) => turn(ui, day),
                    Some(DayEvent::Clicked(day) | DayEvent::Entered(day)) => {
                        picked = Some(day);
                        ui.close();
                    }
                    None => {}
                }
            });
        let left = ui.input(|input| input.key_pressed(Key::Escape)) || picked.is_some();
        if was_open && left {
            button.request_focus();
        }
        picked
    }
}
