//! What can be changed of the document, shown as it is where nothing may be changed.

use egui::{Context, Id, Ui};

/// How much of their colours things keep that cannot be changed: they are there to be read.
const OPACITY: f32 = 0.7;

fn read_only_flag() -> Id {
    Id::unique("the document is read-only")
}

/// Says whether the document may be changed on this frame.
pub fn set_read_only(ctx: &Context, read_only: bool) {
    ctx.data_mut(|data| data.insert_temp(read_only_flag(), read_only));
}

/// Whether nothing of the document may be changed on this frame.
#[must_use]
pub fn is_read_only(ctx: &Context) -> bool {
    ctx.data(|data| data.get_temp(read_only_flag()).unwrap_or_default())
}

/// Shows fields of the document: to be looked at only, where nothing may be changed.
pub fn editable<R>(ui: &mut Ui, add_contents: impl FnOnce(&mut Ui) -> R) -> R {
    editable_faded(ui, OPACITY, add_contents)
}

/// The same for what says by itself that it cannot be changed: it keeps so much of its colours.
pub(super) fn editable_faded<R>(
    ui: &mut Ui,
    opacity: f32,
    add_contents: impl FnOnce(&mut Ui) -> R,
) -> R {
    if !is_read_only(ui.ctx()) || !ui.is_enabled() {
        return add_contents(ui);
    }
    ui.scope(|ui| {
        ui.visuals_mut().disabled_alpha = opacity;
        ui.disable();
        add_contents(ui)
    })
    .inner
}
