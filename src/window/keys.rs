//! Keys and dropped files, as intents.

use egui::{Context, Event, Key, Modifiers};

use crate::{
    state::{Action, Actions, MenuAction, PresentAction, RoomAction, State},
    ui::{shortcuts, take_laptop_back},
};

/// What the keys pressed ask for.
pub(super) fn pressed(ctx: &Context, state: &State, actions: &mut Actions) {
    let session = state.session();
    let typing = ctx.text_edit_focused();
    // What lies over the screen takes the keys.
    if session.dialog.is_some() || session.explained.is_some() {
        if !typing {
            drop_held_enter(ctx);
        }
        return;
    }
    let presenting = session.presented.is_some();
    if presenting {
        presenting_keys(ctx, actions);
    }
    let scoring = state.scorer().is_some();
    if scoring && ctx.input_mut(|input| input.consume_shortcut(&take_laptop_back())) {
        actions.push(Action::Room(RoomAction::Done));
    }
    for (spec, shortcut) in shortcuts() {
        // A plain letter belongs to the text being typed.
        let plain = shortcut.modifiers.is_none() && shortcut.logical_key.name().len() == 1;
        if plain && typing {
            continue;
        }
        if presenting && !spec.works_presenting() {
            continue;
        }
        if scoring && !spec.works_scoring() {
            continue;
        }
        // While a text is being typed its own undo comes first, as everywhere.
        if typing && spec.action == MenuAction::DeleteEnterprise {
            continue;
        }
        if ctx.input_mut(|input| input.consume_shortcut(shortcut)) && spec.available(&state.view())
        {
            actions.push(Action::Menu(spec.action));
        }
    }
}

/// A key that is still held since it opened a page answers nothing there.
fn drop_held_enter(ctx: &Context) {
    let held = |event: &Event| {
        matches!(
            event,
            Event::Key {
                key: Key::Enter | Key::Space,
                repeat: true,
                ..
            }
        )
    };
    ctx.input_mut(|input| input.events.retain(|event| !held(event)));
}

/// The first file that was dropped.
pub(super) fn dropped_files(ctx: &Context, actions: &mut Actions) {
    let dropped = ctx.input(|input| input.raw.dropped_files.clone());
    if let Some(path) = dropped
        .into_iter()
        .map(|file| file.path().to_owned())
        .find(|path| path.is_file())
    {
        actions.push(Action::Open(path));
    }
}

/// The keys of a presentation, and of the rest only those that change how things look.
fn presenting_keys(ctx: &Context, actions: &mut Actions) {
    let pressed = |keys: &[Key]| {
        let mut pressed = keys.iter();
        pressed.any(|key| ctx.input_mut(|input| input.consume_key(Modifiers::NONE, *key)))
    };
    let mut push = |action| actions.push(Action::Present(action));
    if pressed(&[Key::Escape, Key::F5]) {
        push(PresentAction::End);
    }
    if pressed(&[Key::ArrowRight, Key::ArrowDown, Key::PageDown, Key::Space]) {
        push(PresentAction::Turn(1));
    }
    if pressed(&[Key::ArrowLeft, Key::ArrowUp, Key::PageUp, Key::Backspace]) {
        push(PresentAction::Turn(-1));
    }
}
