//! What is typed reaches its field before anything takes the focus from it.

use egui::{Context, Event, Key, Plugin, RawInput, Ui};

/// Holds back, for one pass, what leaves a field in the same frame in which something is typed into it.
///
/// egui moves the focus before it shows the fields, so that on a slow computer the letters typed just
/// before Escape, Tab, a click or a shortcut would reach no field.
#[derive(Debug, Default)]
pub(super) struct TypedFirst {
    held: Vec<Event>,
}

impl Plugin for TypedFirst {
    fn debug_name(&self) -> &'static str {
        "typed first"
    }

    fn input_hook(&mut self, _ctx: &Context, input: &mut RawInput) {
        let mut events = std::mem::take(&mut self.held);
        events.append(&mut input.events);
        let mut typed = false;
        let leaves_typed = |event: &Event| {
            let held = typed && leaves(event);
            typed |= types(event);
            held
        };
        if let Some(place) = events.iter().position(leaves_typed) {
            self.held = events.split_off(place);
        }
        input.events = events;
    }

    fn on_end_pass(&mut self, ui: &mut Ui) {
        if !self.held.is_empty() {
            ui.ctx().request_repaint();
        }
    }
}

/// Whether an event changes the text of the field that has the focus.
fn types(event: &Event) -> bool {
    match event {
        Event::Text(_) | Event::Paste(_) | Event::Cut | Event::Ime(_) => true,
        Event::Key { key, pressed, .. } => *pressed && matches!(key, Key::Backspace | Key::Delete),
        _ => false,
    }
}

/// Whether an event may take the focus from a field, or the field off the screen.
fn leaves(event: &Event) -> bool {
    match event {
        Event::Key {
            key,
            pressed: true,
            modifiers,
            ..
        } => {
            let leads_on = matches!(key, Key::Escape | Key::Tab | Key::Enter);
            let named = key.name().starts_with('F') && key.name().len() > 1;
            leads_on || named || modifiers.command || modifiers.ctrl || modifiers.alt
        }
        Event::PointerButton { pressed: true, .. }
        | Event::Touch { .. }
        | Event::AccessKitActionRequest(_) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use egui::Modifiers;

    use super::*;

    fn key(key: Key, modifiers: Modifiers) -> Event {
        Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers,
        }
    }

    /// The events of each pass until none are held back.
    fn passes(events: Vec<Event>) -> Vec<Vec<Event>> {
        let mut plugin = TypedFirst::default();
        let mut input = RawInput {
            events,
            ..RawInput::default()
        };
        let mut passes = Vec::new();
        loop {
            plugin.input_hook(&Context::default(), &mut input);
            passes.push(std::mem::take(&mut input.events));
            if plugin.held.is_empty() {
                return passes;
            }
        }
    }

    #[test]
    fn what_leaves_a_field_waits_for_what_was_typed_and_the_order_stays() {
        let text = |letter: &str| Event::Text(letter.to_owned());
        let escape = key(Key::Escape, Modifiers::NONE);
        let save = key(Key::S, Modifiers::COMMAND);
        let back = key(Key::Backspace, Modifiers::COMMAND);
        let events = vec![
            text("a"),
            text("b"),
            escape.clone(),
            save.clone(),
            back.clone(),
            escape.clone(),
            text("c"),
        ];
        let expected = vec![
            vec![text("a"), text("b")],
            vec![escape.clone(), save, back],
            vec![escape, text("c")],
        ];
        assert_eq!(passes(events), expected);
    }

    #[test]
    fn keys_without_text_are_not_split() {
        let events: Vec<Event> = [Key::Num4, Key::ArrowDown, Key::Tab, Key::Num2, Key::Enter]
            .map(|pressed| key(pressed, Modifiers::NONE))
            .into();
        assert_eq!(passes(events.clone()), vec![events]);
    }
}
