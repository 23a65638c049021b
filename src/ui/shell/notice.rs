//! The bar under the top bar: what is to be known of the document's file, and what can be done about it.

use egui::{Align, Layout, RichText, Ui};

use crate::{
    state::{Action, Actions, FileAction, MenuAction, Notice, View},
    storage::Evidence,
    theme::{Themed, icon, space},
    ui::{
        recovery::moment,
        widgets::{ButtonKind, wrapped},
    },
};

/// Below this width the buttons stand under the sentence.
const BESIDE_FROM: f32 = 900.0;

/// The buttons of a bar, from its end.
type Buttons = Vec<(ButtonKind, &'static str, Action)>;

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
    for (kind, label, action) in buttons {
        actions.button(ui, kind, label, action);
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
    use ButtonKind::{Plain, Primary};
    let language = view.language;
    let file = |kind, label, action| (kind, label, Action::File(action));
    let menu = |kind, label, command| (kind, label, Action::Menu(command));
    let take_over = |kind| file(kind, language.take_over(), FileAction::TakeOver);
    let save_copy = menu(Plain, language.save_copy(), MenuAction::SaveAs);
    match notice {
        Notice::Held { holder, newer } => {
            let newest = file(Primary, language.show_newest(), FileAction::Reload);
            let newest = newer.then_some(newest);
            let noted = holder.evidence == Evidence::Noted;
            let take_over = noted.then(|| take_over(Plain));
            newest
                .into_iter()
                .chain([save_copy])
                .chain(take_over)
                .collect()
        }
        Notice::Free => vec![take_over(Primary), save_copy],
        Notice::Changed { unsaved } => {
            // The buttons stay where they are when the first change is made.
            let compare = ButtonKind::primary_if(*unsaved);
            let reload = ButtonKind::primary_if(!unsaved);
            vec![
                file(reload, language.file_reload(), FileAction::Reload),
                file(Plain, language.file_keep_both(), FileAction::KeepBoth),
                file(compare, language.file_compare(), FileAction::Compare),
            ]
        }
        Notice::Gone => vec![
            menu(Primary, language.file_save_again(), MenuAction::Save),
            menu(Plain, language.file_save_elsewhere(), MenuAction::SaveAs),
        ],
        Notice::Copies { .. } => vec![
            file(Primary, language.copies_merge(), FileAction::MergeCopy),
            file(Plain, language.copies_later(), FileAction::LeaveCopies),
        ],
    }
}
