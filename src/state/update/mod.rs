//! The door through which the state changes: actions, answers, and the wish to close. What acts on them is
//! a file for each subject; below these lie only types, above them the table of commands.

mod answers;
mod charts;
pub(super) mod choosing;
pub(super) mod codes;
mod compare;
pub(super) mod deferred;
mod dialogs;
mod documents;
pub(super) mod enterprises;
mod exports;
mod file_jobs;
pub(super) mod guided;
mod keeping;
mod merging;
mod plan;
mod portfolio;
pub(super) mod present;
mod recovering;
mod recovery;
mod removal;
pub(super) mod reports;
mod room;
pub(super) mod saving;
mod scorer;
pub(super) mod settings;
mod several;
mod table;
pub(super) mod unmask;
mod versioning;
pub(super) mod versions;
mod weights;

use super::{
    Action, Answer, Content, Deferred, Dialog, Effect, Launch, NewRecord, Saved, Start, State,
    Tone, root::Leaving,
};
use crate::knowledge::PresetError;

impl State {
    /// The program as it starts, and what has to be done first.
    ///
    /// # Errors
    /// When a preset built into the program is wrong.
    pub fn new(start: Start, launch: &Launch) -> Result<(Self, Vec<Effect>), PresetError> {
        let mut state = Self::begun(start, launch)?;
        match (&launch.file, launch.content) {
            (Some(path), _) => documents::open_file(&mut state, path.clone()),
            (None, Content::Demo) => documents::open_demo(&mut state),
            (None, Content::Start) => {}
        }
        let effects = state.take_effects();
        Ok((state, effects))
    }

    /// Acts on an intent; what the window has to do about it.
    #[must_use]
    pub fn update(&mut self, action: Action) -> Vec<Effect> {
        let refused = action.changes_document() && self.refuses_changes();
        if !refused && scorer::may(self, &action) {
            act(self, action);
        }
        reports::look(self);
        self.take_effects()
    }

    /// Acts on what came of an effect; what the window has to do next.
    #[must_use]
    pub fn answered(&mut self, answer: Answer) -> Vec<Effect> {
        self.at_work.end(&answer);
        answers::take(self, answer);
        reports::look(self);
        self.take_effects()
    }

    /// Looks whether the document changed, and has what is in no file kept.
    #[must_use]
    pub fn keep_unsaved(&mut self) -> Vec<Effect> {
        keeping::look(self);
        self.take_effects()
    }

    /// The system ends the process: nobody is asked, what is unsaved stays kept, and what is being written is
    /// waited for. To be asked again until the window is told to close.
    #[must_use]
    pub fn ended_by_system(&mut self) -> Vec<Effect> {
        keeping::look(self);
        if self.at_work.writing == 0 && self.leaving == Leaving::AskFirst {
            self.leaving = Leaving::Settled;
            self.effect(Effect::Close);
        }
        self.take_effects()
    }

    /// Looks at the document's file when the user comes back to the window, and from time to time while
    /// others have it.
    #[must_use]
    pub fn watch_file(&mut self, came_back: bool) -> Vec<Effect> {
        several::watch(self, came_back);
        self.take_effects()
    }

    /// Whether the window may close now; else the user is asked about unsaved work.
    pub fn may_close(&mut self) -> bool {
        self.document.look_at_file();
        let may = self.leaving == Leaving::Settled || self.document.saved() == Saved::Yes;
        if !may {
            self.session.dialog = Some(Dialog::Unsaved(Deferred::Quit));
        }
        may
    }
}

fn act(state: &mut State, action: Action) {
    match action {
        Action::Menu(action) => action.spec().run(state),
        Action::Edit(command) => state.edit(&command),
        Action::LeaveField => state.document.history.leave_field(),
        Action::Select(id) => {
            state.session.select(Some(id));
            state.document.history.leave_field();
        }
        Action::SelectRound(id) => state.session.round = Some(id),
        Action::SelectPerson(id) => state.session.person = Some(id),
        Action::Add(NewRecord::Person(enterprise)) => enterprises::add_person(state, enterprise),
        Action::Rename(id) => state.session.renaming = id,
        Action::Search(text) => state.session.search = text,
        Action::Unfold(factor) => state.session.unfolded = factor,
        Action::Toggle(panel) => state.session.toggle(panel),
        Action::Open(path) => deferred::confirm_unsaved(state, Deferred::Open(path)),
        Action::ForgetRecent(path) => {
            state.settings.forget(&path);
            settings::changed(state);
        }
        Action::DialogText(typed) => {
            if let Some(Dialog::Path { text, .. }) = &mut state.session.dialog {
                *text = typed;
            }
        }
        Action::DialogSector(typed) => {
            if let Some(Dialog::Sector(wanted)) = &mut state.session.dialog {
                *wanted = typed;
            }
        }
        Action::Merge(merging) => {
            if matches!(state.session.dialog, Some(Dialog::Merge(_))) {
                state.session.dialog = Some(Dialog::Merge(merging));
            }
        }
        Action::Codes(action) => codes::act(state, action),
        Action::Recovery(action) => recovery::act(state, action),
        Action::Versions(action) => versions::act(state, action),
        Action::Remove(removal) => removal::remove_or_ask(state, removal),
        Action::TakeBack(toast) => unmask::take_back(state, toast),
        Action::Answer(answer) => dialogs::answer(state, answer),
        Action::Explain(number) => state.session.explained = number,
        Action::Draw(picture) => settings::set_picture(state, picture),
        Action::Guide(path) => guided::open(state, Some(path)),
        Action::GuidedPage(page) => guided::turn_page(state, page),
        Action::Read(page) => state.session.results_page = page,
        Action::Know(shown) => state.session.knowledge = *shown,
        Action::Table(action) => table::act(state, action),
        Action::Weights(action) => weights::act(state, action),
        Action::Portfolio(action) => portfolio::act(state, action),
        Action::Plan(action) => plan::act(state, action),
        Action::Compare(action) => compare::act(state, action),
        Action::Present(action) => present::act(state, action),
        Action::Room(action) => room::act(state, action),
        Action::AddToPlan(item) => plan::add(state, item, String::new()),
        Action::Report(action) => reports::act(state, action),
        Action::Show(path) => state.effect(Effect::Show(path)),
        Action::Chart(action) => charts::act(state, action),
        Action::File(action) => several::act(state, action),
        Action::Copy(text) => {
            state.effect(Effect::Copy(text));
            state.toast(Tone::Good, state.language.copied().to_owned());
        }
        Action::DismissToast(id) => state.session.toasts.retain(|toast| toast.id != id),
    }
}
