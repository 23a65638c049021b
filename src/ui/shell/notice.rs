//! The bar under the top bar: what is to be known of the document's file, and what can be done about it.

use egui::{Align, Layout, RichText, Ui};

use crate::{
    state::{Action, Actions, FileAction, MenuAction, Notice, View},
    theme::{Themed, icon, space},
    ui::{
        recovery::moment,
        widgets::{ButtonKind, wrapped},
    },
};

/// Below this width the buttons stand under the sentence.
const BESIDE_FROM: f32 = 900.0;

/// The buttons of a bar, the usual one first.
type Buttons = Vec<(&'static str, Action)>;

pub(super) fn notice_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, notice: &Notice<'_>) {
    let (symbol, sentence) = sentence(view, notice);
    let buttons = buttons(view, notice);
    if ui.available_width() < BESIDE_FROM {
        ui.horizontal_top(|ui| sentence_ui(ui, symbol, &sentence));
        ui.horizontal(|ui| buttons_ui(ui, actions, buttons));
        return;
    }
    ui.horizontal(|ui| {
        ui.set_min_height(space::CONTROL);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            buttons_ui(ui, actions, buttons);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                sentence_ui(ui, symbol, &sentence);
            });
        });
    });
}

fn sentence_ui(ui: &mut Ui, symbol: &str, sentence: &str) {
    ui.label(RichText::new(symbol).size(18.0).color(ui.tokens().caution));
    wrapped(ui, sentence);
}

fn buttons_ui(ui: &mut Ui, actions: &mut Actions, buttons: Buttons) {
    for (index, (label, action)) in buttons.into_iter().enumerate() {
        actions.button(ui, ButtonKind::primary_if(index == 0), label, action);
    }
}

fn sentence(view: &View<'_>, notice: &Notice<'_>) -> (&'static str, String) {
    let language = view.language;
    match notice {
        Notice::Held { holder, newer } => {
            let since = match holder.since.as_str() {
                "" => String::new(),
                since => moment(view, since),
            };
            let held = language.held(holder, &since);
            let sentence = if *newer {
                language.two_sentences(&held, language.held_newer())
            } else {
                held
            };
            (icon::LOCK, sentence)
        }
        Notice::Free => (icon::LOCK, language.held_free().to_owned()),
        Notice::Changed { .. } => (icon::WARNING, language.file_changed().to_owned()),
        Notice::Gone => (icon::WARNING, language.file_gone().to_owned()),
        Notice::Copies { count: 1, name } => (icon::DUPLICATE, language.copies_one(name)),
        Notice::Copies { count, name } => (icon::DUPLICATE, language.copies_several(*count, name)),
    }
}

fn buttons(view: &View<'_>, notice: &Notice<'_>) -> Buttons {
    use crate::storage::Evidence;
    let language = view.language;
    let save_copy = (language.save_copy(), Action::Menu(MenuAction::SaveAs));
    let file = |label: &'static str, action| (label, Action::File(action));
    let take_over = file(language.take_over(), FileAction::TakeOver);
    let compare = file(language.file_compare(), FileAction::Compare);
    let keep_both = file(language.file_keep_both(), FileAction::KeepBoth);
    let reload = file(language.file_reload(), FileAction::Reload);
    match notice {
        Notice::Held { holder, newer } => {
            let mut buttons = Vec::new();
            if *newer {
                buttons.push(file(language.show_newest(), FileAction::Reload));
            }
            buttons.push(save_copy);
            if holder.evidence == Evidence::Noted {
                buttons.push(take_over);
            }
            buttons
        }
        Notice::Free => vec![take_over, save_copy],
        Notice::Changed { unsaved: true } => vec![compare, keep_both, reload],
        Notice::Changed { unsaved: false } => vec![reload, compare, keep_both],
        Notice::Gone => vec![
            (language.file_save_again(), Action::Menu(MenuAction::Save)),
            (
                language.file_save_elsewhere(),
                Action::Menu(MenuAction::SaveAs),
            ),
        ],
        Notice::Copies { .. } => vec![
            file(language.copies_merge(), FileAction::MergeCopy),
            file(language.copies_later(), FileAction::LeaveCopies),
        ],
    }
}
