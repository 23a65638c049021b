//! Keys on the eight sliders, taken in the order in which they were pressed: a fast typist's level,
//! down, level may all come within one frame.

use egui::{Event, Key, Ui};

use crate::{
    app::{Actions, View},
    edit::Command,
    model::{Factor, Score},
    ui::widgets::{key_score, score_slider_id},
};

/// Acts on the keys pressed while a factor's slider has the focus, and takes them out of the input.
pub(super) fn score_keys(ui: &Ui, view: &View<'_>, actions: &mut Actions) {
    let focused = Factor::ALL.into_iter().find(|factor| {
        // Keys of the pass in which the focus came were meant for what had it before.
        let id = score_slider_id(*factor);
        ui.memory(|memory| memory.has_focus(id) && memory.had_focus_last_frame(id))
    });
    let (Some(start), Some(place), Some(person)) = (focused, view.place(), view.person()) else {
        return;
    };
    let response = view.round().and_then(|round| round.response(person.id));
    let score_of = |factor| response.map_or(Score::NotScored, |response| response.score(factor));
    let mut factor = start;
    let mut score = score_of(start);
    let mut set = |factor, score| {
        actions.edit(Command::SetScore {
            place,
            factor,
            score,
        });
    };
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
            if modifiers.command || modifiers.alt {
                return true;
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
                    score = score_of(factor);
                }
                return false;
            }
            match key_score(*key, *modifiers, score) {
                Some(next) => {
                    score = next;
                    set(factor, next);
                    false
                }
                None => true,
            }
        });
    });
    if factor != start {
        ui.memory_mut(|memory| memory.request_focus(score_slider_id(factor)));
    }
}
