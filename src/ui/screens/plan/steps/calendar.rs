//! The plan as a month: steps on the day they are due, rounds and the target on theirs.

use std::sync::Arc;

use egui::{
    Align, Frame, Id, Layout, Margin, Rect, RichText, Role, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, text::LayoutJob, vec2,
};

use super::super::parts::TWO_COLUMNS;
use super::{
    carry::{self, Over, over},
    day::day_ui,
    listed::{Steps, state_icon, write_one},
};
use crate::{
    edit::PlanChange,
    model::{PlanItem, PlanState},
    state::{Action, Actions, PlanAction},
    theme::{Themed, icon, radius, space, text},
    ui::{
        date_ui::calendar,
        dates::{day_number, day_text},
        widgets::{DayCell, DayEvent, MonthGrid, column_ui, cut, look, month_head_ui},
    },
    wording::{plan_state, plan_text},
};

/// Width of what stands beside the month.
const PANEL: f32 = 288.0;
const CELL_HEIGHT: f32 = 88.0;
const CHIP: f32 = 28.0;
const CHIP_GAP: f32 = 2.0;

/// The month, and the chosen day beside it.
pub(super) fn calendar_ui(ui: &mut Ui, steps: &Steps<'_>, actions: &mut Actions) {
    let width = ui.available_width();
    let chosen = steps.chosen_day();
    if width < TWO_COLUMNS {
        month_ui(ui, steps, actions, chosen);
        day_ui(ui, steps, actions, chosen);
        return;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::GAP;
        let month = width - PANEL - space::GAP;
        column_ui(ui, month, |ui| month_ui(ui, steps, actions, chosen));
        column_ui(ui, PANEL, |ui| day_ui(ui, steps, actions, chosen));
    });
}

/// What else stands on a day besides steps.
pub(super) enum Mark<'a> {
    /// A round was or is held.
    Round(&'a str),
    /// The target is to be reached.
    Target,
}

impl<'a> Steps<'a> {
    /// The day chosen in the calendar, at first today.
    fn chosen_day(&self) -> i32 {
        let chosen = self.view.session.plan.day;
        chosen
            .or_else(|| day_number(&self.view.today))
            .unwrap_or_default()
    }

    /// The steps that have their place on a day.
    pub(super) fn on_day(&self, day: Option<i32>) -> Vec<&'a Arc<PlanItem>> {
        let plan = self.enterprise.plan.iter();
        plan.filter(|item| self.place(item) == day).collect()
    }

    /// The steps that are due on a day, also while one is open that had its place elsewhere.
    pub(super) fn due_on(&self, day: i32) -> Vec<&'a Arc<PlanItem>> {
        let plan = self.enterprise.plan.iter();
        plan.filter(|item| day_number(&item.due) == Some(day))
            .collect()
    }

    /// The rounds of a day, and the target where it is to be reached then.
    pub(super) fn marks(&self, day: i32) -> Vec<Mark<'a>> {
        let enterprise = self.enterprise;
        let rounds = enterprise.rounds.iter();
        let rounds = rounds.filter(|round| day_number(&round.date) == Some(day));
        let target = enterprise.target.is_set() || !enterprise.target.due.is_empty();
        let target = target && day_number(&enterprise.target.due) == Some(day);
        let rounds = rounds.map(|round| Mark::Round(round.name.as_str()));
        target
            .then_some(Mark::Target)
            .into_iter()
            .chain(rounds)
            .collect()
    }

    pub(super) fn mark_words(&self, mark: &Mark<'a>) -> (&'static str, &'a str) {
        match mark {
            Mark::Round(name) => (icon::ASSESS, name),
            Mark::Target => (icon::PLAN, self.view.language.steps_target_day()),
        }
    }
}

fn month_ui(ui: &mut Ui, steps: &Steps<'_>, actions: &mut Actions, chosen: i32) {
    let theme = ui.tokens();
    let frame = Frame::new()
        .fill(theme.card)
        .stroke(Stroke::new(1.0, theme.line))
        .corner_radius(radius::CARD)
        .inner_margin(Margin::same(space::GAP as i8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::TIGHT;
        if let Some(day) = month_head_ui(ui, calendar(steps.view), chosen) {
            actions.send(PlanAction::Day(day));
        }
        let grid = MonthGrid {
            id: Id::unique("calendar of the plan"),
            chosen,
            cell: vec2(ui.available_width() / 7.0, CELL_HEIGHT),
            least_weeks: 4,
            spoken: &|day| spoken(steps, day),
        };
        let (_, event) = grid.show(ui, calendar(steps.view), |ui, cell| {
            cell_ui(ui, steps, actions, cell);
        });
        match event {
            Some(DayEvent::Reached(day) | DayEvent::Clicked(day)) => {
                actions.send(PlanAction::Day(day));
            }
            Some(DayEvent::Entered(_)) => write_one(ui),
            None => {}
        }
        legend_ui(ui, steps);
    });
}

/// What a screen reader is told of a day besides its date.
fn spoken(steps: &Steps<'_>, day: i32) -> String {
    let marks = steps.marks(day);
    let marks = marks.iter().map(|mark| steps.mark_words(mark).1.to_owned());
    let count = steps.due_on(day).len();
    let due = (count > 0).then(|| steps.view.language.steps_on_day(count));
    marks.chain(due).collect::<Vec<_>>().join(", ")
}

/// The marks and chips of a day, and what is dropped on it.
fn cell_ui(ui: &mut Ui, steps: &Steps<'_>, actions: &mut Actions, cell: &DayCell) {
    let theme = ui.tokens();
    let plan = &steps.enterprise.plan;
    let found = |id| plan.iter().find(|item| item.id == id);
    let day = cell.day;
    let takes = |id| found(id).is_some_and(|item| day_number(&item.due) != Some(day));
    match over(ui, cell.rect, takes) {
        Over::Hovering => {
            let ring = Stroke::new(2.0, theme.focus);
            let rect = cell.rect.shrink(1.0);
            let painter = ui.painter().with_clip_rect(cell.rect);
            painter.rect(rect, 3, theme.selection, ring, StrokeKind::Inside);
        }
        Over::Dropped(id) => {
            if let Some(item) = found(id) {
                actions.push(Action::LeaveField);
                actions.edit(steps.change(item, PlanChange::Due(day_text(day))));
                actions.push(Action::LeaveField);
                actions.send(PlanAction::Unfold(None));
                actions.send(PlanAction::Day(day));
            }
        }
        Over::Nothing | Over::Waiting => {}
    }
    ui.spacing_mut().item_spacing.y = CHIP_GAP;
    let (marks, items) = (steps.marks(day), steps.due_on(day));
    let room = (1..usize::MAX)
        .take_while(|lines| *lines as f32 * (CHIP + CHIP_GAP) <= cell.inner.height() + CHIP_GAP)
        .count()
        .max(1);
    let all = marks.len() + items.len();
    let shown = if all > room { room - 1 } else { all };
    for mark in marks.iter().take(shown) {
        let (icon, words) = steps.mark_words(mark);
        mark_ui(ui, icon, words);
    }
    // A step that has the day to itself may take a second line.
    let lines = if all == 1 { 2 } else { 1 };
    for item in items.iter().take(shown.saturating_sub(marks.len())) {
        chip_ui(ui, steps, actions, item, lines);
    }
    if all > shown {
        let line = RichText::new(steps.view.language.steps_more(all - shown)).font(text::caption());
        cut(ui, line.color(theme.text));
    }
}

fn mark_ui(ui: &mut Ui, icon: &str, words: &str) {
    let size = vec2(ui.available_width(), CHIP - 6.0);
    let layout = Layout::left_to_right(Align::Center);
    ui.allocate_ui_with_layout(size, layout, |ui| {
        ui.add_space(space::TIGHT);
        let line = RichText::new(format!("{icon} {words}")).font(text::caption());
        cut(ui, line.color(ui.tokens().resonance));
    });
}

/// A step on its day: clicked it opens beside the month, dragged it gets another day.
fn chip_ui(ui: &mut Ui, steps: &Steps<'_>, actions: &mut Actions, item: &PlanItem, lines: usize) {
    let view = steps.view;
    let theme = ui.tokens();
    let words = plan_text(view.wording(), item);
    let ink = match item.state {
        PlanState::Done => theme.text_subdued,
        PlanState::Open | PlanState::Begun => theme.text_strong,
    };
    let width = ui.available_width();
    let mut job = LayoutJob::simple(words.to_owned(), text::caption(), ink, width - 27.0);
    job.wrap.max_rows = lines;
    job.wrap.break_anywhere = lines == 1;
    let galley = ui.painter().layout_job(job);
    let height = (galley.size().y + 10.0).max(CHIP);
    let rect = Rect::from_min_size(ui.cursor().min, vec2(width, height));
    ui.allocate_rect(rect, Sense::hover());
    let id = Id::unique(("step chip", item.id));
    let response = ui.interact(rect, id, Sense::click_and_drag());
    carry::carry(&response, item.id);
    let late = steps.days_late(item) > 0;
    let mut name = format!("{words}, {}", plan_state(view.language, item.state));
    if late {
        name = format!("{name}, {}", view.language.steps_late_mark());
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let carried = carry::carried(ui) == Some(item.id);
    let fill = if response.hovered() || carried {
        theme.hover
    } else {
        theme.well
    };
    let line = if response.has_focus() {
        Stroke::new(2.0, theme.focus)
    } else {
        Stroke::new(1.0, if late { theme.caution } else { theme.line })
    };
    let corner = f32::from(radius::CONTROL);
    ui.painter()
        .rect(rect, corner, fill, line, StrokeKind::Inside);
    let (mark, mark_ink) = if late {
        (icon::WARNING, theme.caution)
    } else {
        (state_icon(item.state), theme.text)
    };
    let centre = rect.center().y;
    let (at, align) = (pos2(rect.left() + 5.0, centre), egui::Align2::LEFT_CENTER);
    ui.painter().text(at, align, mark, text::body(), mark_ink);
    let place = pos2(rect.left() + 23.0, centre - galley.size().y / 2.0);
    ui.painter().galley(place, galley, ink);
    if response.clicked() {
        if let Some(day) = steps.place(item) {
            actions.send(PlanAction::Day(day));
        }
        actions.send(PlanAction::Unfold(Some(item.id)));
    }
    if carry::carried(ui).is_none() {
        response.on_hover_text(name);
    }
}

/// What the marks mean.
fn legend_ui(ui: &mut Ui, steps: &Steps<'_>) {
    let language = steps.view.language;
    let states = PlanState::ALL.map(|state| (state_icon(state), plan_state(language, state)));
    let others = [
        (icon::WARNING, language.steps_late_mark()),
        (icon::ASSESS, language.steps_round()),
        (icon::PLAN, language.steps_target_day()),
    ];
    ui.add_space(space::TIGHT);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::GAP;
        for (mark, word) in states.into_iter().chain(others) {
            ui.label(look::caption(ui, format!("{mark} {word}")));
        }
    });
}
