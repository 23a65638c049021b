//! The one place that acts on intents: a change, another view, or a task.

use std::sync::Arc;

use super::{
    Action, AfterUnsaved, Dialog, DialogAnswer, Effect, FileJob, FocusRequest, NewRecord, Picture,
    Screen, State, Tone, UnmaskBy, file_jobs::Asked, paths::typed_path,
};
use crate::{
    edit::Command,
    i18n::Language,
    storage::{PictureChoice, Settings, ThemeChoice},
};

impl State {
    pub(super) fn dispatch(&mut self, action: Action) {
        if !self.open_to_scorer(&action) {
            return;
        }
        match action {
            Action::Menu(action) => action.spec().run(self),
            Action::Edit(command) => self.edit(&command),
            Action::LeaveField => self.document.history.leave_field(),
            Action::Select(id) => {
                self.session.select(Some(id));
                self.document.history.leave_field();
            }
            Action::SelectRound(id) => self.session.round = Some(id),
            Action::SelectPerson(id) => self.session.person = Some(id),
            Action::Add(NewRecord::Person(enterprise)) => self.add_person(enterprise),
            Action::Rename(id) => self.session.renaming = id,
            Action::Search(text) => self.session.search = text,
            Action::Unfold(factor) => self.session.unfolded = factor,
            Action::Toggle(panel) => self.session.toggle(panel),
            Action::Open(path) => self.guarded(AfterUnsaved::Open(path)),
            Action::ForgetRecent(path) => {
                self.settings.forget(&path);
                self.settings_changed();
            }
            Action::DialogText(typed) => {
                if let Some(Dialog::Path { text, .. }) = &mut self.session.dialog {
                    *text = typed;
                }
            }
            Action::DialogSector(typed) => {
                if let Some(Dialog::Sector(wanted)) = &mut self.session.dialog {
                    *wanted = typed;
                }
            }
            Action::Merge(merging) => {
                if matches!(self.session.dialog, Some(Dialog::Merge(_))) {
                    self.session.dialog = Some(Dialog::Merge(merging));
                }
            }
            Action::Codes(action) => self.codes(action),
            Action::Recovery(action) => self.recovery_action(action),
            Action::Remove(removal) => self.remove_or_ask(removal),
            Action::TakeBack(toast) => self.take_back(toast),
            Action::Answer(answer) => self.answer(answer),
            Action::Explain(number) => self.session.explained = number,
            Action::Draw(picture) => self.set_picture(picture),
            Action::Guide(path) => self.open_guided(Some(path)),
            Action::GuidedPage(page) => self.turn_guided_page(page),
            Action::Read(page) => self.session.results_page = page,
            Action::Know(shown) => self.session.knowledge = *shown,
            Action::Table(action) => self.table(action),
            Action::Weights(action) => self.weights(action),
            Action::Portfolio(action) => self.portfolio_action(action),
            Action::Plan(action) => self.plan(action),
            Action::Compare(action) => self.compare(action),
            Action::Present(action) => self.present(action),
            Action::Room(action) => self.room(action),
            Action::AddToPlan(item) => self.add_to_plan(item),
            Action::Copy(text) => {
                self.effect(Effect::Copy(text));
                self.say(Tone::Good, self.language.copied().to_owned());
            }
            Action::DismissToast(id) => self.session.toasts.retain(|toast| toast.id != id),
        }
    }

    /// Takes the last step back, unless it is not for whoever has the laptop.
    pub(super) fn undo(&mut self) {
        // Asked of the view, which says when nothing may be taken back.
        if self.view().undo.is_some() {
            self.step_or_ask(UnmaskBy::Undo);
        }
    }

    pub(super) fn redo(&mut self) {
        self.step_or_ask(UnmaskBy::Redo);
    }

    pub(super) fn go(&mut self, screen: Screen) {
        self.session.screen = screen;
    }

    pub(super) fn show(&mut self, dialog: Dialog) {
        self.session.dialog = Some(dialog);
    }

    pub(super) fn edit(&mut self, command: &Command) {
        let before = self.document.history.revision();
        if let Err(error) = self.document.history.perform(command) {
            let text = self.language.refused(error.sentence(self.language));
            self.say(Tone::Bad, text);
        }
        let now = self.document.history.revision();
        self.stepped = (now != before).then_some(now);
        self.follow();
    }

    pub(super) fn follow(&mut self) {
        let workbook = Arc::clone(self.document.history.workbook());
        self.session.follow(&workbook);
    }

    fn answer(&mut self, answer: DialogAnswer) {
        let Some(dialog) = self.session.dialog.take() else {
            return;
        };
        self.document.history.leave_field();
        // The keys are the scorer's again.
        self.session.room.arrives = FocusRequest::Wanted;
        match (dialog, answer) {
            (Dialog::Remove(removal), answer) => self.removal_answered(removal, answer),
            (_, DialogAnswer::Cancel) => self.after_save = None,
            (Dialog::Unsaved(next), DialogAnswer::Save) => {
                self.after_save = Some(next);
                self.save();
            }
            (Dialog::Unsaved(next), DialogAnswer::SaveAs) => {
                self.after_save = Some(next);
                self.choose(FileJob::Save);
            }
            (Dialog::Unsaved(next), _) => self.proceed(next),
            (Dialog::Path { text, .. }, _) if text.trim().is_empty() => self.after_save = None,
            (Dialog::Path { job, text }, _) => {
                self.use_path(job, typed_path(&text), Asked::No);
            }
            (Dialog::Overwrite { job, .. }, DialogAnswer::SaveAs) => self.choose(job),
            (Dialog::ChangedOnDisk(_), DialogAnswer::SaveAs) => self.choose(FileJob::Save),
            (Dialog::Overwrite { job, path }, _) => self.use_path(job, path, Asked::Yes),
            (Dialog::ChangedOnDisk(path), _) => {
                self.use_path(FileJob::Save, path, Asked::Yes);
            }
            (Dialog::Sector(wanted), _) => self.start_from(&wanted),
            (Dialog::Recovery, _) => self.recovery.put_off(),
            (Dialog::Unmask(unmasking), _) => self.unmask(&unmasking),
            (Dialog::HandOver(person), _) => self.hand_over(person),
            (Dialog::PastePeople(text), _) => self.add_people(&text),
            (Dialog::Merge(merging), _) => self.take_merge(&merging),
            (Dialog::Table(import), _) => self.take_table(&import),
            (Dialog::Codes(codes), _) => self.take_codes(&codes),
            (Dialog::Weights(_) | Dialog::People | Dialog::Shortcuts | Dialog::About, _) => {}
        }
    }

    pub(super) fn set_theme(&mut self, theme: ThemeChoice) {
        self.settings.theme = theme;
        self.settings_changed();
    }

    pub(super) fn set_language(&mut self, language: Language) {
        self.language = language;
        self.settings.language = Some(language);
        self.settings_changed();
    }

    pub(super) fn set_text_size(&mut self, percent: u16) {
        let (least, most) = Settings::TEXT_SIZES.into_inner();
        self.settings.text_size_percent = percent.clamp(least, most);
        self.settings_changed();
    }

    pub(super) fn set_picture(&mut self, picture: Picture) {
        self.session.picture = picture;
        self.settings.picture = match picture {
            Picture::Radar => PictureChoice::Radar,
            Picture::Sides => PictureChoice::Sides,
            Picture::Dots => PictureChoice::Dots,
        };
        self.settings_changed();
    }
}
