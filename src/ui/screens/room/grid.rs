//! A grid of people and factors for fast typing; what was typed is hidden at once.

use egui::{
    Align2, Event, Id, Key, Modifiers, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};

use crate::{
    edit::{Command, Where},
    model::{Enterprise, Factor, Level, Polarity, Respondent, Round, Score},
    state::{Actions, RoomAction, View},
    theme::{Themed, radius, text},
    ui::widgets::{card, subdued_line, take_arrows},
};

const ROW: f32 = 34.0;
const HEAD: f32 = 56.0;

pub(super) fn grid_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let (Some(enterprise), Some(round)) = (view.enterprise(), view.round()) else {
        return;
    };
    subdued_line(ui, view.language.grid_text());
    card(ui, |ui| {
        let width = ui.available_width();
        let names = (width * 0.22).clamp(90.0, 220.0);
        let cell = (width - names) / 8.0;
        head_ui(ui, view, names, cell);
        for (index, person) in enterprise.people.iter().enumerate() {
            let (person, widths) = ((index, person), (names, cell));
            row_ui(ui, view, actions, (enterprise, round), person, widths);
        }
    });
}

fn head_ui(ui: &mut Ui, view: &View<'_>, names: f32, cell: f32) {
    let (rect, _) = ui.allocate_exact_size(vec2(names + cell * 8.0, HEAD), Sense::hover());
    for factor in Factor::ALL {
        let left = rect.left() + names + cell * factor.index() as f32;
        // Whoever types columns of numbers has no slider before them that says which way is good.
        let name = match factor.polarity() {
            Polarity::Direct => view.factor_name(factor).to_owned(),
            Polarity::Inverse => {
                let hint = view.language.lower_is_better();
                format!("{}\n{hint}", view.factor_name(factor))
            }
        };
        let ink = ui.tokens().side(factor.side());
        let mut job = egui::text::LayoutJob::simple(name, text::caption(), ink, cell - 6.0);
        job.wrap.max_rows = 3;
        let galley = ui.painter().layout_job(job);
        let at = pos2(left + 3.0, rect.bottom() - galley.size().y - 2.0);
        ui.painter().galley(at, galley, ink);
    }
}

fn row_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    (enterprise, round): (&Enterprise, &Round),
    (index, person): (usize, &Respondent),
    (names, cell): (f32, f32),
) {
    let (rect, _) = ui.allocate_exact_size(vec2(names + cell * 8.0, ROW), Sense::hover());
    let name = view.person_name(enterprise, person);
    let mut job =
        egui::text::LayoutJob::simple_singleline(name.clone(), text::body(), ui.tokens().text);
    job.wrap = egui::text::TextWrapping::truncate_at_width(names - 10.0);
    let galley = ui.painter().layout_job(job);
    let at = pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ui.tokens().text);
    let place = Where {
        enterprise: enterprise.id,
        round: round.id,
        person: person.id,
    };
    for factor in Factor::ALL {
        let left = rect.left() + names + cell * factor.index() as f32;
        let rect = Rect::from_min_size(pos2(left, rect.top()), vec2(cell, ROW)).shrink(2.0);
        let score = round
            .response(person.id)
            .map_or(Score::NotScored, |response| response.score(factor));
        let one = Cell {
            place,
            factor,
            index,
            score,
            person: &name,
        };
        cell_ui(ui, view, actions, enterprise, rect, &one);
    }
}

/// One person's score of one factor.
struct Cell<'a> {
    place: Where,
    factor: Factor,
    /// Which of the panel.
    index: usize,
    score: Score,
    person: &'a str,
}

fn cell_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    enterprise: &Enterprise,
    rect: Rect,
    cell: &Cell<'_>,
) {
    let theme = ui.tokens();
    let id = cell_id(cell.place, cell.factor);
    let response = ui.interact(rect, id, Sense::click());
    if response.clicked() {
        response.request_focus();
    }
    // Set, but not what: the room has not revealed it yet.
    let (shown, spoken) = match cell.score {
        Score::NotScored => ("", view.language.value_not_scored()),
        Score::Scored(_) | Score::NotApplicable => ("•", view.language.grid_cell_hidden()),
    };
    let factor = view.factor_name(cell.factor);
    let label = view.language.grid_cell(cell.person, factor, spoken);
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, &label));
    let edge = if response.has_focus() {
        Stroke::new(2.0, theme.focus)
    } else {
        Stroke::new(1.0, theme.line)
    };
    let fill = if response.hovered() {
        theme.hover
    } else {
        theme.card
    };
    ui.painter()
        .rect(rect, radius::CONTROL, fill, edge, StrokeKind::Inside);
    let ink = theme.text_strong;
    let (at, align) = (rect.center(), Align2::CENTER_CENTER);
    ui.painter().text(at, align, shown, text::label(), ink);
    if response.has_focus() {
        take_arrows(ui, id);
        keys(ui, actions, enterprise, cell);
    }
}

fn cell_id(place: Where, factor: Factor) -> Id {
    Id::unique((place, factor, "grid cell"))
}

/// Keys of the focused cell: a score goes on to the next factor, arrows move, a block is pasted. A fast
/// typist's keys may arrive several to a frame; each one counts where the one before led.
fn keys(ui: &Ui, actions: &mut Actions, enterprise: &Enterprise, cell: &Cell<'_>) {
    let mut all = Vec::new();
    ui.input_mut(|input| {
        input.events.retain(|event| {
            let found = match event {
                Event::Paste(text) => Some(Typed::Block(text.clone())),
                Event::Key {
                    key,
                    pressed: true,
                    modifiers,
                    ..
                } if !modifiers.command && !modifiers.alt => typed(*key, *modifiers),
                _ => None,
            };
            let keep = found.is_none();
            all.extend(found);
            keep
        });
    });
    if all.is_empty() {
        return;
    }
    let mut at = (cell.index, cell.factor.index());
    for one in all {
        let Some(person) = enterprise.people.get(at.0) else {
            break;
        };
        let place = Where {
            person: person.id,
            ..cell.place
        };
        let factor = Factor::ALL[at.1];
        let step = match one {
            Typed::Score(score) => {
                actions.edit(Command::SetScore {
                    place,
                    factor,
                    score,
                });
                (0, 1)
            }
            Typed::Move(down, right) => (down, right),
            Typed::Block(text) => {
                actions.send(RoomAction::PasteScores {
                    person: person.id,
                    factor,
                    text,
                });
                (0, 0)
            }
        };
        at = moved(at, step, enterprise.people.len());
    }
    if let Some(person) = enterprise.people.get(at.0) {
        let place = Where {
            person: person.id,
            ..cell.place
        };
        let id = cell_id(place, Factor::ALL[at.1]);
        ui.memory_mut(|memory| memory.request_focus(id));
    }
}

/// The cell so many rows down and columns to the right; past the last factor the next person begins,
/// and the grid's edges hold.
fn moved(at: (usize, usize), step: (isize, isize), people: usize) -> (usize, usize) {
    let across = at.1.saturating_add_signed(step.1);
    let (row, column) = if across >= Factor::ALL.len() {
        (at.0 + 1, 0)
    } else {
        (at.0.saturating_add_signed(step.0), across)
    };
    if row < people { (row, column) } else { at }
}

/// What a key means in the grid.
enum Typed {
    Score(Score),
    /// So many rows down, so many columns to the right.
    Move(isize, isize),
    /// A block from a spreadsheet.
    Block(String),
}

fn typed(key: Key, modifiers: Modifiers) -> Option<Typed> {
    let half = if modifiers.shift { 0.5 } else { 0.0 };
    let level = |whole: f64| {
        let level = Level::snapped((whole + half).min(5.0), 0.5);
        Some(Typed::Score(Score::Scored(level)))
    };
    match key {
        Key::Num1 => level(1.0),
        Key::Num2 => level(2.0),
        Key::Num3 => level(3.0),
        Key::Num4 => level(4.0),
        Key::Num5 => level(5.0),
        Key::N => Some(Typed::Score(Score::NotApplicable)),
        Key::Delete | Key::Backspace | Key::Num0 => Some(Typed::Score(Score::NotScored)),
        Key::ArrowDown | Key::Enter => Some(Typed::Move(1, 0)),
        Key::ArrowUp => Some(Typed::Move(-1, 0)),
        Key::ArrowLeft => Some(Typed::Move(0, -1)),
        Key::ArrowRight => Some(Typed::Move(0, 1)),
        _ => None,
    }
}
