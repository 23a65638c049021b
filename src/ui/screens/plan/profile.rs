//! A profile beside the present scores: a radar whose corners are dragged, and a slider for each
//! factor.

use egui::{Align, CursorIcon, Id, Label, Layout, RichText, Sense, Ui, Vec2, vec2};

use crate::{
    analysis::RoundResult,
    chart::{Canvas, Handles, Point, Vertex, radar},
    model::{Factor, Level, PerFactor, Polarity, Score, orient},
    state::View,
    theme::{Themed, icon, text},
    ui::{
        charts::{ScreenMeasure, chart_ui, charts_are_text, factor_hover_ui},
        widgets::{LevelSlider, caption_line, cut, from_right, look, quiet_icon_button},
    },
    wording::{dot_hint, level_sentence, one_decimal, radar_axes},
};

/// Sliders and corners move by this, in levels.
const STEP: f64 = 0.5;
/// The same with Shift.
const FINE_STEP: f64 = 0.1;

/// What a profile is of, and what it is called for those who hear it.
pub(super) struct Profile<'a> {
    pub result: &'a RoundResult,
    pub levels: &'a PerFactor<Option<Level>>,
    /// Names the level of a factor: "Target for Complexity".
    pub name_of: &'a dyn Fn(&str) -> String,
}

/// What became of a factor's level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum LevelChange {
    /// It was moved.
    To(Level),
    /// It is to stay as it is.
    AsItIs,
}

impl LevelChange {
    /// The level as a profile keeps it.
    pub const fn level(self) -> Option<Level> {
        match self {
            Self::To(level) => Some(level),
            Self::AsItIs => None,
        }
    }
}

impl Profile<'_> {
    /// Where a factor stands in the profile, 1..=5 as scored.
    fn level(&self, factor: Factor) -> Option<f64> {
        let own = self.levels[factor].map(Level::value);
        own.or(self.result.factors[factor].score)
    }

    /// The radar of the present scores with the profile over it; gives what was dragged where.
    pub fn radar_ui(&self, ui: &mut Ui, view: &View<'_>, size: Vec2) -> Option<(Factor, Level)> {
        let ctx = ui.ctx().clone();
        let measure = ScreenMeasure(&ctx);
        let mut axes = radar_axes(view.wording(), self.result, &Factor::ALL, None);
        for axis in &mut axes {
            // What is aimed at stands beside what it is now.
            if let (Some(level), Vertex::At(_)) = (self.levels[axis.factor], axis.vertex) {
                axis.printed = format!("{} → {:.1}", axis.printed, level.value());
            }
        }
        let place = (size.x, size.y);
        let mut spoken: Vec<String> = Vec::new();
        for factor in Factor::ALL {
            if let Some(level) = self.level(factor) {
                spoken.push(format!("{} {level:.1}", view.factor_name(factor)));
            }
        }
        let canvas = Canvas::new(spoken, &measure);
        let mut chart = radar(&axes, place, canvas);
        let handles = Handles::of(&axes, place, &measure);
        let aims = Factor::ALL.map(|factor| Some(orient(self.level(factor)?, factor)));
        let moved = Factor::ALL.map(|factor| self.levels[factor].is_some());
        handles.add_aims(&mut chart, &axes, &aims, &moved);
        let name = (self.name_of)(view.language.picture_radar());
        let shown = chart_ui(ui, &chart, size, &name, |ui, target| {
            factor_hover_ui(ui, view, self.result, target);
        });
        if charts_are_text(ui.ctx()) {
            return None;
        }
        let response = ui.interact(shown.rect, shown.id.with("corners"), Sense::drag());
        let at = |pointer: egui::Pos2| {
            Point::new(pointer.x - shown.rect.left(), pointer.y - shown.rect.top())
        };
        let pointer = response.interact_pointer_pos().or(response.hover_pos())?;
        let grabbed = Id::unique("grabbed corner");
        let axis = if response.dragged() && !response.drag_started() {
            ui.data(|data| data.get_temp::<Option<usize>>(grabbed))
                .flatten()
        } else {
            // What counts is where the button went down, not where the pointer was noticed to move.
            let origin = ui.input(|input| input.pointer.press_origin());
            let axis = handles.grab(at(origin
                .filter(|_| response.drag_started())
                .unwrap_or(pointer)));
            ui.data_mut(|data| data.insert_temp(grabbed, axis));
            axis
        }?;
        ui.ctx().set_cursor_icon(if response.dragged() {
            CursorIcon::Grabbing
        } else {
            CursorIcon::Grab
        });
        if !response.dragged() {
            return None;
        }
        let factor = Factor::ALL[axis];
        let favourability = handles.favourability(axis, at(pointer));
        let raw = match factor.polarity() {
            Polarity::Direct => 1.0 + 4.0 * favourability,
            Polarity::Inverse => 5.0 - 4.0 * favourability,
        };
        let fine = ui.input(|input| input.modifiers.shift);
        let level = Level::snapped(raw, if fine { FINE_STEP } else { STEP });
        (self.level(factor) != Some(level.value())).then_some((factor, level))
    }

    /// One factor's row: where it stands, the slider of where it is to stand, and what lies between;
    /// `beside` adds to its first line. Gives what changed.
    pub fn row_ui(
        &self,
        ui: &mut Ui,
        view: &View<'_>,
        factor: Factor,
        beside: impl FnOnce(&mut Ui),
    ) -> Option<LevelChange> {
        let language = view.language;
        let theme = ui.tokens();
        let words = view.knowledge.framework.of(factor);
        let name = words.name.get(language);
        let now = self.result.factors[factor].score;
        let own = self.levels[factor];
        let mut changed = None;
        from_right(ui, 28.0, |ui| {
            ui.add_enabled_ui(own.is_some(), |ui| {
                let label = language.plan_reset_factor(name);
                if quiet_icon_button(ui, icon::UNDO, &label).clicked() {
                    changed = Some(LevelChange::AsItIs);
                }
            });
            let level = self.level(factor);
            let printed = level.map_or_else(|| "–".to_owned(), one_decimal);
            let colour = theme.side(factor.side());
            ui.add_sized(
                vec2(30.0, 24.0),
                Label::new(RichText::new(printed).font(text::label()).color(colour)),
            );
            beside(ui);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let mark = RichText::new(icon::of_side(factor.side())).color(colour);
                ui.label(mark);
                cut(ui, look::strong(ui, name));
            });
        });
        let score = self
            .level(factor)
            .and_then(|level| Level::new(level).ok())
            .map_or(Score::NotScored, Score::Scored);
        let spoken = score.level().map_or_else(
            || language.value_not_scored().to_owned(),
            |level| level_sentence(language, words, level),
        );
        let called = (self.name_of)(name);
        let slider = LevelSlider::new(&called, &spoken, score, factor.side())
            .better_to_the_right(factor)
            .show(ui);
        match slider.changed {
            Some(Score::Scored(level)) => changed = Some(LevelChange::To(level)),
            Some(Score::NotScored | Score::NotApplicable) => changed = Some(LevelChange::AsItIs),
            None => {}
        }
        let gap = match (now, own) {
            (Some(now), Some(own)) => {
                let better = 4.0 * (orient(own.value(), factor) - orient(now, factor));
                let levels = format!("{:.1}", better.abs());
                let from = language.plan_now_at(&one_decimal(now));
                let gap = if better >= 0.0 {
                    language.plan_gap(&levels)
                } else {
                    language.plan_gap_worse(&levels)
                };
                format!("{from} · {gap}")
            }
            (Some(now), None) => {
                let from = language.plan_now_at(&one_decimal(now));
                format!("{from} · {}", language.plan_stays())
            }
            (None, _) => language.value_not_scored().to_owned(),
        };
        let gap = match factor.polarity() {
            Polarity::Direct => gap,
            Polarity::Inverse => format!("{gap} · {}", dot_hint(view.wording(), factor)),
        };
        caption_line(ui, &gap);
        changed
    }
}
