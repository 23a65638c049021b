//! The keys of the commands, as the toolkit knows them.

use std::sync::LazyLock;

use egui::{Context, Key, KeyboardShortcut, Modifiers};

use crate::state::{CommandSpec, MenuAction, TAKE_LAPTOP_BACK};

/// Every command that has keys. Ctrl+Z would also answer to Ctrl+Shift+Z, so the longer combinations
/// come first.
#[must_use]
pub fn shortcuts() -> &'static [(&'static CommandSpec, KeyboardShortcut)] {
    static PARSED: LazyLock<Vec<(&CommandSpec, KeyboardShortcut)>> = LazyLock::new(|| {
        let parsed = CommandSpec::all().filter_map(|spec| Some((spec, parse(spec.keys?)?)));
        let mut parsed: Vec<_> = parsed.collect();
        parsed.sort_by_key(|(_, shortcut)| std::cmp::Reverse(shortcut.modifiers.shift));
        parsed
    });
    &PARSED
}

/// The keys of a command as they are printed on the keyboard of this system.
#[must_use]
pub fn shortcut_text(ctx: &Context, action: MenuAction) -> Option<String> {
    let mut all = shortcuts().iter();
    let (_, shortcut) = all.find(|(spec, _)| spec.action == action)?;
    Some(printed(ctx, shortcut))
}

/// A shortcut as it is printed on the keyboard of this system.
#[must_use]
pub fn printed(ctx: &Context, shortcut: &KeyboardShortcut) -> String {
    let named = ctx.format_shortcut(shortcut);
    named.replace("Equals", "=").replace("Minus", "-")
}

/// The facilitator's key.
#[must_use]
pub fn take_laptop_back() -> KeyboardShortcut {
    static PARSED: LazyLock<Option<KeyboardShortcut>> = LazyLock::new(|| parse(TAKE_LAPTOP_BACK));
    PARSED.unwrap_or(KeyboardShortcut::new(Modifiers::COMMAND, Key::Escape))
}

/// The keys of a row such as `Ctrl+Shift+Z`; Ctrl is Command on a Mac.
fn parse(keys: &str) -> Option<KeyboardShortcut> {
    let mut modifiers = Modifiers::NONE;
    let mut key = None;
    for part in keys.split('+') {
        match part {
            "Ctrl" => modifiers |= Modifiers::COMMAND,
            "Shift" => modifiers |= Modifiers::SHIFT,
            "Alt" => modifiers |= Modifiers::ALT,
            name => key = Some(Key::from_name(name)?),
        }
    }
    Some(KeyboardShortcut::new(modifiers, key?))
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn the_keys_of_every_command_are_keys_and_no_two_commands_share_them() {
        let mut seen: HashMap<KeyboardShortcut, MenuAction> = HashMap::new();
        for (spec, shortcut) in shortcuts() {
            let other = seen.insert(*shortcut, spec.action);
            assert_eq!(other, None, "{:?} has the same keys", spec.action);
        }
        assert_eq!(parse(TAKE_LAPTOP_BACK), Some(take_laptop_back()));
        assert!(!seen.contains_key(&take_laptop_back()));
        let with_keys = CommandSpec::all().filter(|spec| spec.keys.is_some());
        assert_eq!(seen.len(), with_keys.count());
    }
}
