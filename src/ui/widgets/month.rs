//! The days of a month as a grid that pointer and arrow keys go over.

use egui::{
    Align2, Id, Key, Modifiers, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder,
    Vec2, WidgetInfo, pos2, vec2,
};

use super::{
    buttons::{ButtonKind, action_button, quiet_icon_button},
    keys::take_arrows,
    look::{self, cut},
};
use crate::{
    i18n::Language,
    theme::{Themed, icon, space, text},
    ui::dates::{Month, day_of_month, days_later, long_date, month_title, months_later},
};

/// Height of the row of weekdays.
const WEEKDAYS: f32 = 24.0;

/// In which language days are told, and which of them is today.
#[derive(Clone, Copy, Debug)]
pub struct Calendar {
    /// The language on screen.
    pub language: Language,
    /// The present day, counted from 1970-01-01.
    pub today: Option<i32>,
}

/// What was done to a grid of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayEvent {
    /// The keys led to a day.
    Reached(i32),
    /// A day was clicked.
    Clicked(i32),
    /// Enter was pressed on the chosen day.
    Entered(i32),
}

/// A grid of the month that the chosen day lies in.
pub struct MonthGrid<'a> {
    /// What tells the grid from others.
    pub id: Id,
    /// The chosen day.
    pub chosen: i32,
    /// The size of a day.
    pub cell: Vec2,
    /// How many weeks are shown at least, so that nothing jumps from month to month.
    pub least_weeks: usize,
    /// What a screen reader is told of a day besides its date; empty for nothing.
    pub spoken: &'a dyn Fn(i32) -> String,
}

/// One day of a grid, for what is put into it.
pub struct DayCell {
    /// The day.
    pub day: i32,
    /// The whole cell.
    pub rect: Rect,
    /// The part below its number.
    pub inner: Rect,
}

/// The month's name, the way to the neighbours and to today; gives the day they lead to.
pub fn month_head_ui(ui: &mut Ui, calendar: Calendar, chosen: i32) -> Option<i32> {
    let language = calendar.language;
    let mut led = None;
    let size = vec2(ui.available_width(), space::CONTROL);
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    ui.allocate_ui_with_layout(size, layout, |ui| {
        ui.spacing_mut().item_spacing.x = space::TIGHT;
        let mut turn = |ui: &mut Ui, mark, name, months| {
            if quiet_icon_button(ui, mark, name).clicked() {
                led = Some(months_later(chosen, months));
            }
        };
        turn(ui, icon::CARET_RIGHT, language.calendar_next(), 1);
        turn(ui, icon::CARET_LEFT, language.calendar_previous(), -1);
        let label = language.calendar_today();
        if action_button(ui, ButtonKind::Plain, None, label).clicked() {
            led = calendar.today;
        }
        ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
            let title = month_title(language, Month::of_day(chosen));
            cut(ui, look::label(ui, title));
        });
    });
    led
}

impl MonthGrid<'_> {
    /// Shows the grid; `add_day` puts something into a day. Gives the grid itself, which takes the keys,
    /// and what was done.
    pub fn show(
        &self,
        ui: &mut Ui,
        calendar: Calendar,
        mut add_day: impl FnMut(&mut Ui, &DayCell),
    ) -> (Response, Option<DayEvent>) {
        let month = Month::of_day(self.chosen);
        let weeks = month.weeks(self.least_weeks);
        let height = WEEKDAYS + self.cell.y * weeks.len() as f32;
        let (_, rect) = ui.allocate_space(vec2(self.cell.x * 7.0, height));
        self.weekdays_ui(ui, calendar, rect);
        let days = Rect::from_min_max(pos2(rect.left(), rect.top() + WEEKDAYS), rect.max);
        let response = ui.interact(days, self.id, Sense::focusable_noninteractive());
        let mut event = self.keys(ui, &response);
        for (row, week) in weeks.iter().enumerate() {
            for (column, day) in week.iter().enumerate() {
                let place = vec2(column as f32, row as f32) * self.cell;
                let cell = Rect::from_min_size(days.min + place, self.cell);
                if self.day_ui(ui, calendar, month, *day, cell, &response, &mut add_day) {
                    event = Some(DayEvent::Clicked(*day));
                    response.request_focus();
                }
            }
        }
        self.describe(ui, calendar, &response);
        (response, event)
    }

    fn weekdays_ui(&self, ui: &Ui, calendar: Calendar, rect: Rect) {
        for place in 0..7 {
            let centre = rect.left() + (place as f32 + 0.5) * self.cell.x;
            let at = pos2(centre, rect.top() + WEEKDAYS / 2.0);
            let (day, ink) = (
                calendar.language.weekday_short(place),
                ui.tokens().text_subdued,
            );
            ui.painter()
                .text(at, Align2::CENTER_CENTER, day, text::caption(), ink);
        }
    }

    fn keys(&self, ui: &Ui, response: &Response) -> Option<DayEvent> {
        if !response.has_focus() {
            return None;
        }
        take_arrows(ui, response.id);
        let pressed = |key| ui.input(|input| input.modifiers.is_none() && input.key_pressed(key));
        // Nobody else answers to the same Enter, such as a field that gets the keyboard by it.
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
            return Some(DayEvent::Entered(self.chosen));
        }
        let days = [
            (Key::ArrowRight, 1),
            (Key::ArrowLeft, -1),
            (Key::ArrowDown, 7),
            (Key::ArrowUp, -7),
        ];
        let months = [(Key::PageDown, 1), (Key::PageUp, -1)];
        let by_day = days.into_iter().find(|(key, _)| pressed(*key));
        let by_month = months.into_iter().find(|(key, _)| pressed(*key));
        let reached = match (by_day, by_month) {
            (Some((_, days)), _) => days_later(self.chosen, days),
            (None, Some((_, months))) => months_later(self.chosen, months),
            (None, None) => return None,
        };
        Some(DayEvent::Reached(reached))
    }

    /// One day; true when it was clicked.
    #[expect(clippy::too_many_arguments, reason = "one cell of the loop above")]
    fn day_ui(
        &self,
        ui: &mut Ui,
        calendar: Calendar,
        month: Month,
        day: i32,
        rect: Rect,
        grid: &Response,
        add_day: &mut impl FnMut(&mut Ui, &DayCell),
    ) -> bool {
        let theme = ui.tokens();
        // The keys reach a day through the grid, so that Tab does not stop at every one.
        let response = ui.interact(rect, self.id.with(day), Sense::CLICK);
        let chosen = day == self.chosen;
        let spoken = self.spoken_day(calendar, day);
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, &spoken));
        let inside = Month::of_day(day) == month;
        let fill = match (chosen, response.hovered(), inside) {
            (true, _, _) => theme.selection,
            (false, true, _) => theme.hover,
            (false, false, true) => theme.card,
            (false, false, false) => theme.window,
        };
        let line = Stroke::new(1.0, theme.line);
        ui.painter().rect(rect, 0, fill, line, StrokeKind::Middle);
        let number = self.number_place(rect);
        let today = calendar.today == Some(day);
        let (font, ink) = match (today, inside) {
            (true, _) => (text::strong(), theme.on_accent),
            (false, true) => (text::body(), theme.text_strong),
            (false, false) => (text::body(), theme.text_subdued),
        };
        if today {
            ui.painter().circle_filled(number, 12.0, theme.accent);
        }
        let printed = day_of_month(day).to_string();
        ui.painter()
            .text(number, Align2::CENTER_CENTER, printed, font, ink);
        let top = (number.y + 14.0).min(rect.bottom());
        let inner = Rect::from_min_max(
            pos2(rect.left() + 3.0, top),
            pos2(rect.right() - 3.0, rect.bottom() - 2.0),
        );
        let cell = DayCell { day, rect, inner };
        let builder = UiBuilder::new()
            .scope_id(self.id.with(("inside", day)))
            .max_rect(inner);
        add_day(&mut ui.new_child(builder), &cell);
        if chosen && grid.has_focus() {
            let ring = Stroke::new(2.0, theme.focus);
            let rect = rect.shrink(1.0);
            ui.painter().rect_stroke(rect, 3, ring, StrokeKind::Inside);
        }
        response.clicked()
    }

    /// Where the number stands: in the corner of a large cell, in the middle of a small one.
    fn number_place(&self, rect: Rect) -> egui::Pos2 {
        if self.cell.y > 48.0 {
            rect.min + vec2(15.0, 14.0)
        } else {
            rect.center()
        }
    }

    fn spoken_day(&self, calendar: Calendar, day: i32) -> String {
        let mut spoken = vec![long_date(calendar.language, day)];
        if calendar.today == Some(day) {
            spoken.push(calendar.language.calendar_today().to_owned());
        }
        let more = (self.spoken)(day);
        if !more.is_empty() {
            spoken.push(more);
        }
        spoken.join(", ")
    }

    fn describe(&self, ui: &Ui, calendar: Calendar, response: &Response) {
        let name = calendar.language.calendar_days();
        let value = self.spoken_day(calendar, self.chosen);
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::Grid, true, name);
            info.current_text_value = Some(value.clone());
            info
        });
        ui.ctx()
            .accesskit_node_builder(response.id, |node| node.set_value(value));
    }
}
