//! A date: typed, or chosen from a month that opens beside the field.

use egui::{Id, Key, Popup, PopupCloseBehavior, RectAlign, Response, Ui, Vec2, vec2};

use super::{
    buttons::icon_button,
    month::{Calendar, DayEvent, MonthGrid, month_head_ui},
    read_only::editable,
    text_field::{TextField, TextFieldOutput},
};
use crate::{
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
    /// Shows the field; gives what came of typing, and the text of a day chosen from the month, which is
    /// a step of its own.
    pub fn show(&self, ui: &mut Ui, calendar: Calendar) -> (TextFieldOutput, Option<String>) {
        editable(ui, |ui| self.show_in(ui, calendar))
    }

    fn show_in(&self, ui: &mut Ui, calendar: Calendar) -> (TextFieldOutput, Option<String>) {
        ui.spacing_mut().item_spacing.x = space::TIGHT;
        let typed = TextField::new(self.name)
            .hint(calendar.language.plan_date_hint())
            .width((self.width - space::CONTROL - space::TIGHT).max(60.0))
            .show(ui, self.id, self.value);
        (typed, self.month_ui(ui, calendar).map(day_text))
    }

    /// The button and the month it opens; gives the day chosen.
    fn month_ui(&self, ui: &mut Ui, calendar: Calendar) -> Option<i32> {
        let name = calendar.language.calendar_choose(self.name);
        let button = icon_button(ui, icon::CALENDAR, &name);
        let (popup, turned) = (self.id.with("month"), self.id.with("day turned to"));
        let set = day_number(self.value);
        if button.clicked() {
            let start = set.or(calendar.today).unwrap_or_default();
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
                picked = self.days_ui(ui, calendar, chosen, &button);
            });
        let left = ui.input(|input| input.key_pressed(Key::Escape)) || picked.is_some();
        if was_open && left {
            button.request_focus();
        }
        picked
    }

    /// The month that lies open; gives the day chosen.
    fn days_ui(
        &self,
        ui: &mut Ui,
        calendar: Calendar,
        chosen: i32,
        button: &Response,
    ) -> Option<i32> {
        let turned = self.id.with("day turned to");
        let turn = |ui: &Ui, day: i32| {
            ui.data_mut(|data| data.insert_temp(turned, day));
        };
        ui.set_width(DAY.x * 7.0);
        if let Some(day) = month_head_ui(ui, calendar, chosen) {
            turn(ui, day);
        }
        let grid = MonthGrid {
            id: self.id.with("days"),
            chosen,
            cell: DAY,
            least_weeks: 6,
            spoken: &|_| String::new(),
        };
        let (response, event) = grid.show(ui, calendar, |_, _| {});
        if button.clicked() {
            response.request_focus();
        }
        match event? {
            DayEvent::Reached(day) => turn(ui, day),
            DayEvent::Clicked(day) | DayEvent::Entered(day) => {
                ui.close();
                return Some(day);
            }
        }
        None
    }
}
