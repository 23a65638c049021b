//! Keys on the eight sliders, taken in the order in which they were pressed: a fast typist's level,
//! down, level may all come within one frame.

use egui::{Event, Key, Ui};

use crate::{
    edit::Command,
    model::{Factor, PerFactor, Score},
    state::{Actions, RoomAction, View},
    ui::widgets::{key_score, score_slider_id},
};

/// Acts on the keys pressed while a factor's slider has the focus, and takes them out of the input.
///
/// Where somebody has the laptop in a room, the keys also work while nothing has the focus, and Enter leads
/// on to the next open factor. Only where none is left is it *Done*: pressed too early it must not end a
/// form that is handed out blank again.
pub(super) fn score_keys(ui: &Ui, view: &View<'_>, actions: &mut Actions) {
    let focused = Factor::ALL.into_iter().find(|factor| {
        // Keys of the pass in which the focus came were meant for what had it before.
        let id = score_slider_id(*factor);
        ui.memory(|memory| memory.has_focus(id) && memory.had_focus_last_frame(id))
    });
    let Some(place) = view.place().filter(|_| !view.read_only()) else {
        return;
    };
    let response = view.response();
    let score_of = |factor| response.map_or(Score::NotScored, |response| response.score(factor));
    let mut scores = PerFactor::from_fn(score_of);
    let handed = view.scorer().is_some() && view.session.dialog.is_none();
    let nowhere = handed && ui.memory(|memory| memory.focused().is_none());
    let Some(start) = focused
        .or_else(|| nowhere.then(|| first_open(&scores).unwrap_or(Factor::ComparativeAdvantage)))
    else {
        return;
    };
    let mut factor = start;
    let mut acted = false;
    let mut done = false;
    ui.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Key {
                key,
                pressed: true,
                modifiers,
                ..
            } = event
            else {
                return true;
            };
            if done || modifiers.command || modifiers.alt {
                return true;
            }
            if handed && *key == Key::Enter {
                match first_open(&scores) {
                    Some(open) => factor = open,
                    None => done = true,
                }
                acted = true;
                return false;
            }
            let step = match key {
                Key::ArrowDown => 1,
                Key::ArrowUp => -1,
                _ => 0,
            };
            if step != 0 {
                let neighbour = factor.index().checked_add_signed(step);
                if let Some(next) = neighbour.and_then(|index| Factor::ALL.get(index)) {
                    factor = *next;
                }
                acted = true;
                return false;
            }
            match key_score(*key, *modifiers, scores[factor]) {
                Some(score) => {
                    scores[factor] = score;
                    acted = true;
                    actions.edit(Command::SetScore {
                        place,
                        factor,
                        score,
                    });
                    false
                }
                None => true,
            }
        });
    });
    if done {
        actions.send(RoomAction::Done);
    } else if factor != start || (nowhere && acted) {
        ui.memory_mut(|memory| memory.request_focus(score_slider_id(factor)));
    }
}

/// The first factor that is not scored.
fn first_open(scores: &PerFactor<Score>) -> Option<Factor> {
    let mut factors = Factor::ALL.into_iter();
    factors.find(|factor| scores[*factor] == Score::NotScored)
}
