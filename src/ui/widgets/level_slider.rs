//! The slider of a score: levels 1 to 5, or one of the states that are not numbers.

use egui::{
    Align2, Event, EventFilter, Id, Key, Modifiers, Rect, Response, Role, Sense, Stroke,
    StrokeKind, Ui, Vec2, WidgetInfo, accesskit, pos2, vec2,
};

use super::read_only::editable_faded;
use crate::{
    model::{Factor, Level, Polarity, Score, Side},
    theme::{Themed, text},
};

const STEP: f64 = 0.5;
const FINE_STEP: f64 = 0.1;
const KNOB: f32 = 9.0;
const HEIGHT: f32 = 28.0;
/// How far the colour of a slider that cannot be moved goes towards the card's.
const PALE: f32 = 0.35;

/// A slider over a [`Score`].
pub struct LevelSlider<'a> {
    name: &'a str,
    value_text: &'a str,
    score: Score,
    side: Side,
    place: Option<Factor>,
    runs: Runs,
}

/// Which way levels run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Runs {
    /// 1 on the left.
    Up,
    /// 5 on the left.
    Down,
}

/// What came of showing a slider.
pub struct SliderChange {
    /// The widget's response.
    pub response: Response,
    /// The new score, where it changed on this frame.
    pub changed: Option<Score>,
}

impl<'a> LevelSlider<'a> {
    /// A slider called `name`; `value_text` is how the value is spoken ("Level 3.5: …").
    #[must_use]
    pub const fn new(name: &'a str, value_text: &'a str, score: Score, side: Side) -> Self {
        Self {
            name,
            value_text,
            score,
            side,
            place: None,
            runs: Runs::Up,
        }
    }

    /// Makes it the one slider of a factor, known by [`score_slider_id`]; its keys are the screen's
    /// business, which leads from one to the next.
    #[must_use]
    pub const fn of_factor(mut self, factor: Factor) -> Self {
        self.place = Some(factor);
        self
    }

    /// Makes better stand on the right, as on the charts: the levels of an inverse factor run from 5
    /// on the left to 1.
    #[must_use]
    pub const fn better_to_the_right(mut self, factor: Factor) -> Self {
        self.runs = match factor.polarity() {
            Polarity::Direct => Runs::Up,
            Polarity::Inverse => Runs::Down,
        };
        self
    }

    /// Shows the slider as wide as there is room.
    pub fn show(self, ui: &mut Ui) -> SliderChange {
        editable_faded(ui, 1.0, |ui| self.show_in(ui))
    }

    fn show_in(self, ui: &mut Ui) -> SliderChange {
        let size = vec2(ui.available_width(), HEIGHT);
        let (auto_id, rect) = ui.allocate_space(size);
        let id = self.place.map_or(auto_id, score_slider_id);
        let mut response = ui.interact(rect, id, Sense::click_and_drag());
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
        let track = Rect::from_min_max(
            pos2(rect.left() + KNOB + 2.0, rect.top()),
            pos2(rect.right() - KNOB - 2.0, rect.bottom()),
        );
        let fine = ui.input(|input| input.modifiers.shift);
        let mut score = self.score;
        if let Some(pointer) = response.interact_pointer_pos()
            && (response.dragged() || response.clicked() || response.drag_started())
        {
            response.request_focus();
            let share = f64::from((pointer.x - track.left()) / track.width().max(1.0));
            let share = match self.runs {
                Runs::Up => share,
                Runs::Down => 1.0 - share,
            };
            let step = if fine { FINE_STEP } else { STEP };
            score = Score::Scored(Level::snapped(1.0 + 4.0 * share.clamp(0.0, 1.0), step));
        }
        if response.has_focus() {
            ui.memory_mut(|memory| {
                memory.set_focus_lock_filter(
                    response.id,
                    EventFilter {
                        horizontal_arrows: true,
                        vertical_arrows: self.place.is_some(),
                        ..EventFilter::default()
                    },
                );
            });
            if self.place.is_none() {
                score = keys(ui, score, self.runs);
            }
        }
        if ui.is_enabled() {
            score = requests(ui, response.id, score);
        }
        let changed = (score != self.score).then_some(score);
        if changed.is_some() {
            response.mark_changed();
        }
        self.announce(ui, &response, score);
        if ui.is_rect_visible(rect) {
            self.paint(ui, &response, track, score);
        }
        SliderChange { response, changed }
    }

    fn announce(&self, ui: &Ui, response: &Response, score: Score) {
        let level = score.level().map(Level::value);
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::Slider, ui.is_enabled(), self.name);
            info.value = level;
            info.current_text_value = Some(self.value_text.to_owned());
            info
        });
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_min_numeric_value(1.0);
            node.set_max_numeric_value(5.0);
            node.set_numeric_value_step(STEP);
            node.set_value(self.value_text);
            node.add_action(accesskit::Action::SetValue);
            node.add_action(accesskit::Action::Increment);
            node.add_action(accesskit::Action::Decrement);
        });
    }

    fn paint(&self, ui: &Ui, response: &Response, track: Rect, score: Score) {
        let theme = ui.tokens();
        let painter = ui.painter();
        // What cannot be moved is pale, and still hides the track behind it.
        let colour = if ui.is_enabled() {
            theme.side(self.side)
        } else {
            theme.side(self.side).lerp_to_gamma(theme.card, PALE)
        };
        let y = track.center().y;
        let x_of = |level: f64| {
            let along = track.width() * ((level - 1.0) / 4.0) as f32;
            match self.runs {
                Runs::Up => track.left() + along,
                Runs::Down => track.right() - along,
            }
        };
        let rail = Rect::from_min_max(pos2(track.left(), y - 2.5), pos2(track.right(), y + 2.5));
        let rail_colour = if score == Score::NotApplicable {
            theme.well
        } else {
            theme.line
        };
        painter.rect_filled(rail, 2.5, rail_colour);
        let level = score.level().map(Level::value);
        if let Some(level) = level {
            let filled = Rect::from_two_pos(rail.min, pos2(x_of(level), rail.bottom()));
            painter.rect_filled(filled, 2.5, colour);
        }
        let asks = score == Score::NotScored && (response.hovered() || response.has_focus());
        for mark in 1..=5_u8 {
            let at = pos2(x_of(f64::from(mark)), y);
            if asks {
                // What a key or a click here would set.
                painter.circle(at, 9.0, theme.card, Stroke::new(1.0, theme.line_strong));
                let font = text::caption();
                painter.text(at, Align2::CENTER_CENTER, mark, font, theme.text);
                continue;
            }
            let passed = level.is_some_and(|level| x_of(f64::from(mark)) <= x_of(level) + 0.01);
            let ink = if passed { colour } else { theme.line_strong };
            painter.circle(at, 3.0, theme.card, Stroke::new(1.5, ink));
        }
        if let Some(level) = level {
            let knob = pos2(x_of(level), y);
            let grown = if response.hovered() || response.dragged() {
                KNOB + 1.0
            } else {
                KNOB
            };
            match self.side {
                Side::Supply => {
                    painter.circle(knob, grown, colour, Stroke::new(2.0, theme.card));
                }
                Side::Demand => {
                    let square = Rect::from_center_size(knob, Vec2::splat(grown * 1.8));
                    let edge = Stroke::new(2.0, theme.card);
                    painter.rect(square, 4, colour, edge, StrokeKind::Outside);
                }
            }
        }
        if response.has_focus() {
            let ring = Rect::from_x_y_ranges(
                track.left() - KNOB - 1.0..=track.right() + KNOB + 1.0,
                y - HEIGHT / 2.0 + 1.0..=y + HEIGHT / 2.0 - 1.0,
            );
            painter.rect_stroke(ring, 8, Stroke::new(2.0, theme.focus), StrokeKind::Inside);
        }
    }
}

/// The slider of a factor's score on Assess; there is one.
#[must_use]
pub fn score_slider_id(factor: Factor) -> Id {
    Id::unique(("score slider", factor))
}

/// The keys pressed while an indicator's slider has the focus.
fn keys(ui: &Ui, score: Score, runs: Runs) -> Score {
    ui.input(|input| {
        let mut score = score;
        for event in &input.events {
            if let Event::Key {
                key,
                pressed: true,
                modifiers,
                ..
            } = event
                && !modifiers.command
                && !modifiers.alt
            {
                // An arrow moves the knob where it points.
                let key = match (runs, *key) {
                    (Runs::Down, Key::ArrowRight) => Key::ArrowLeft,
                    (Runs::Down, Key::ArrowLeft) => Key::ArrowRight,
                    (_, key) => key,
                };
                score = key_score(key, *modifiers, score).unwrap_or(score);
            }
        }
        score
    })
}

/// What a key makes of a score: number keys set a level, arrows move it, two keys set the states
/// that are not numbers. `None` for every other key.
#[must_use]
pub fn key_score(key: Key, modifiers: Modifiers, score: Score) -> Option<Score> {
    let step = if modifiers.shift { FINE_STEP } else { STEP };
    let level = |level| Score::Scored(Level::snapped(level, STEP));
    Some(match key {
        Key::Num1 => level(1.0),
        Key::Num2 => level(2.0),
        Key::Num3 => level(3.0),
        Key::Num4 => level(4.0),
        Key::Num5 => level(5.0),
        Key::ArrowRight => moved(score, step),
        Key::ArrowLeft => moved(score, -step),
        Key::N => Score::NotApplicable,
        Key::Delete | Key::Backspace | Key::Num0 => Score::NotScored,
        _ => return None,
    })
}

/// What a screen reader asked for.
fn requests(ui: &Ui, id: Id, score: Score) -> Score {
    use accesskit::{Action, ActionData};
    ui.input(|input| {
        let mut score = score;
        for _ in 0..input.num_accesskit_action_requests(id, Action::Increment) {
            score = moved(score, STEP);
        }
        for _ in 0..input.num_accesskit_action_requests(id, Action::Decrement) {
            score = moved(score, -STEP);
        }
        for request in input.accesskit_action_requests(id, Action::SetValue) {
            if let Some(ActionData::NumericValue(value)) = request.data {
                score = Score::Scored(Level::snapped(value, FINE_STEP));
            }
        }
        score
    })
}

/// One step from where the score stands; a state that is not a number starts from the middle.
fn moved(score: Score, step: f64) -> Score {
    let next = match score {
        Score::Scored(level) => Level::snapped(level.value() + step, FINE_STEP),
        Score::NotScored | Score::NotApplicable => Level::MIDDLE,
    };
    Score::Scored(next)
}
