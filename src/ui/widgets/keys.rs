//! Which keys a widget keeps for itself.

use egui::{EventFilter, Id, Ui};

/// While it has the focus a widget gets the arrow keys that would lead away from it.
pub fn take_arrows(ui: &Ui, id: Id) {
    let filter = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
}
