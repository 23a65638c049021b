//! Messages that lie over the screen for a while; errors stay until dismissed.

use std::path::Path;

use egui::{Align2, Area, Frame, Id, Margin, Order, RichText, Stroke, Ui, vec2};

use crate::{
    state::{Action, Actions, MenuAction, Offer, Toast, Tone, View},
    theme::{Themed, icon, radius},
    ui::widgets::wrapped,
};

pub(super) fn toasts_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    // Whoever has the laptop is told only what failed.
    let told = |toast: &&Toast| view.scorer().is_none() || toast.tone == Tone::Bad;
    let toasts: Vec<&Toast> = view.session.toasts.iter().filter(told).collect();
    if toasts.is_empty() {
        return;
    }
    let width = (ui.ctx().content_rect().width() - 48.0).min(560.0);
    Area::new(Id::unique("messages"))
        .order(Order::Foreground)
        .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -20.0))
        .show(ui.ctx(), |ui| {
            ui.set_max_width(width);
            for toast in toasts {
                // Once other changes followed, undoing would take back those.
                let undoes = toast.undoes == Some(view.revision);
                // Whoever has the laptop does not choose where files go.
                let elsewhere = toast.offer == Offer::SaveElsewhere && view.scorer().is_none();
                let (symbol, colour) = match toast.tone {
                    Tone::Good => (icon::CHECK, ui.tokens().good),
                    Tone::Caution => (icon::WARNING, ui.tokens().caution),
                    Tone::Bad => (icon::ERROR, ui.tokens().bad),
                };
                Frame::new()
                    .fill(ui.tokens().card)
                    .stroke(Stroke::new(1.0, colour))
                    .corner_radius(radius::CARD)
                    .shadow(ui.visuals().popup_shadow)
                    .inner_margin(Margin::symmetric(12, 8))
                    .show(ui, |ui| {
                        ui.horizontal(|ui| {
                            ui.label(RichText::new(symbol).size(20.0).color(colour));
                            let room = match (undoes, elsewhere) {
                                _ if toast.written.is_some() => width - 300.0,
                                (_, true) => width - 250.0,
                                (true, false) => width - 190.0,
                                (false, false) => width - 110.0,
                            };
                            ui.scope(|ui| {
                                ui.set_max_width(room);
                                wrapped(ui, &toast.text);
                            });
                            if undoes {
                                let back = Action::TakeBack(toast.id);
                                actions.plain(ui, view.language.undo(), back);
                            }
                            if let Some(path) = &toast.written {
                                written_ui(ui, view, actions, path);
                            }
                            if elsewhere {
                                let words = view.language.save_elsewhere();
                                actions.plain(ui, words, MenuAction::SaveAs);
                            }
                            let dismiss = Action::DismissToast(toast.id);
                            actions.icon(ui, icon::CLOSE, view.language.dismiss(), dismiss);
                        });
                    });
            }
        });
}

/// Opens what was written, or the folder that it is in.
fn written_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, path: &Path) {
    let open = Action::Show(path.to_owned());
    actions.plain(ui, view.language.report_open(), open);
    // A folder that was written into is shown by opening it.
    if let Some(folder) = path.parent().filter(|_| path.extension().is_some()) {
        let show = Action::Show(folder.to_owned());
        actions.plain(ui, view.language.report_show_folder(), show);
    }
}
