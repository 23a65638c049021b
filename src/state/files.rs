//! Opening and saving: what asks first, what follows, what is said when it fails.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use super::{
    AfterUnsaved, Answer, Dialog, Document, Effect, FileJob, NewFromSector, OpenedFile, Portfolio,
    RecoverFor, Results, Saved, Screen, Session, State, Tone, Work, document::DocumentFile,
    file_jobs::Asked, root::Leaving,
};
use crate::{
    edit::Command,
    import::{OpenError, PREFIX, Source, is_sheet_path, is_text_table_path, same_file},
    knowledge::demo_workbook,
    model::{Workbook, WorkbookId},
    storage::{LoadError, LockState, read_text, shown_path},
};

/// The largest file that is looked at for response codes, in bytes.
const MOST_CODES: u64 = 1024 * 1024;

/// A dialog that closes faster than this was never on screen.
const NO_DIALOG_WITHIN: Duration = Duration::from_millis(300);

impl State {
    /// Goes on at once, or asks first where unsaved work would be lost.
    pub(super) fn guarded(&mut self, next: AfterUnsaved) {
        self.document.look_at_file();
        if self.document.saved() == Saved::No {
            self.session.dialog = Some(Dialog::Unsaved(next));
        } else {
            self.proceed(next);
        }
    }

    pub(super) fn proceed(&mut self, next: AfterUnsaved) {
        match next {
            AfterUnsaved::New => self.start_new(),
            AfterUnsaved::NewFromSector => self.ask_sector(),
            AfterUnsaved::Demo => self.open_demo(),
            AfterUnsaved::Open(path) => self.open_file(path),
            AfterUnsaved::ChooseFile => self.choose(FileJob::Open),
            AfterUnsaved::TypePath => self.type_path(FileJob::Open),
            AfterUnsaved::Recover(id) => self.recover(id, RecoverFor::GoingOn),
            AfterUnsaved::CompareRecovered(id) => self.recover(id, RecoverFor::Comparing),
            AfterUnsaved::Quit => {
                self.forget_kept();
                self.leaving = Leaving::Settled;
                self.effect(Effect::Close);
            }
        }
    }

    fn start_new(&mut self) {
        let id = WorkbookId((self.new_id)());
        self.replace_document(Document::new(Workbook::new(id, String::new())));
        self.add_enterprise();
        self.session.renaming = self.session.enterprise;
    }

    /// Asks what a new workbook for a sector begins with.
    fn ask_sector(&mut self) {
        let first = self.knowledge.sectors.iter().next();
        self.session.dialog = Some(Dialog::Sector(NewFromSector {
            sector: first.map(|sector| sector.id.clone()).unwrap_or_default(),
            ..NewFromSector::default()
        }));
    }

    /// A new workbook with the firms, technology and roles of a sector.
    pub(super) fn start_from(&mut self, wanted: &NewFromSector) {
        let id = WorkbookId((self.new_id)());
        self.replace_document(Document::new(Workbook::new(id, String::new())));
        let mut workbook = Workbook::new(id, wanted.title.trim().to_owned());
        workbook.enterprises = self.enterprises_of(wanted);
        let first = workbook.enterprises.first().map(|first| first.id);
        self.edit(&Command::Replace(Arc::new(workbook)));
        self.session.select(first);
        self.session.screen = Screen::Assess;
    }

    pub(super) fn open_demo(&mut self) {
        match demo_workbook(self.language) {
            Ok(mut workbook) => {
                // A copy of one's own: two people's demos are two workbooks.
                workbook.id = WorkbookId((self.new_id)());
                self.replace_document(Document::new(workbook));
            }
            Err(error) => self.say(Tone::Bad, self.language.preset_error(&error)),
        }
    }

    pub(super) fn open_file(&mut self, path: PathBuf) {
        // What a response form was downloaded as is no document: its codes are offered.
        if path.extension().is_some_and(|extension| extension == "txt")
            && let Ok(text) = read_text(&path, MOST_CODES)
            && text.trim_start().starts_with(PREFIX)
        {
            self.ask_codes(text);
            return;
        }
        if is_sheet_path(&path) {
            self.read_table(path, 0);
        } else if self.at_work.reads_nothing() {
            self.opening_from = Some(self.document.history.revision());
            self.effect(Effect::Open(path));
        } else {
            self.say(Tone::Caution, self.language.busy().to_owned());
        }
    }

    pub(super) fn replace_document(&mut self, document: Document) {
        self.forget_kept();
        self.document = document;
        self.document_number += 1;
        self.results = Results::default();
        self.portfolio = Portfolio::default();
        self.session = Session {
            screen: Screen::Assess,
            picture: self.session.picture,
            charts_as: self.session.charts_as,
            folded: std::mem::take(&mut self.session.folded),
            toasts: self.session.take_toasts(),
            ..Session::default()
        };
        self.session.follow(self.document.history.workbook());
        self.offer_recovery();
    }

    pub(super) fn read_to_merge(&mut self, path: PathBuf) {
        self.effect(Effect::Read(path));
    }

    pub(super) fn take_answer(&mut self, answer: Answer) {
        match answer {
            Answer::Opened { path, result } => match result {
                Ok(opened) => self.opened(path, *opened),
                // A table of another shape than ours is no error: it is looked at.
                Err(OpenError::File(LoadError::Foreign { .. } | LoadError::NotText { .. }))
                    if is_text_table_path(&path) =>
                {
                    self.read_table(path, 0);
                }
                Err(error) => self.say_why(error),
            },
            Answer::Recovered(read) => self.recovered(*read),
            Answer::NotKept(error) => self.say(Tone::Bad, self.language.not_kept(&error)),
            Answer::Ranked { rows, ranking } => self.portfolio.ranks_counted(&rows, ranking),
            Answer::Table { path, result } => self.ask_table(path, result),
            Answer::Read { path, result } => match result {
                Ok(other) => self.ask_merge(&path, &other),
                Err(error) => self.say_why(error),
            },
            Answer::Saved {
                path,
                revision,
                result,
            } => self.save_ended(&path, revision, result),
            Answer::Exported { path, result } => match result {
                Ok(left_out) => {
                    let text = self.language.exported(&shown_path(&path));
                    self.say(Tone::Good, text);
                    if let Some(text) = self.language.left_out(&left_out) {
                        self.say(Tone::Caution, text);
                    }
                }
                Err(error) => self.say(Tone::Bad, error.sentence(self.language)),
            },
            Answer::Chosen { job, path, shown } => match path {
                Some(path) => self.use_path(job, path, Asked::Yes),
                None if shown < NO_DIALOG_WITHIN => self.type_path(job),
                None => self.after_save = None,
            },
            Answer::Broken { path, work } => match work {
                Work::Saving => self.save_broke(&path),
                Work::Exporting => {
                    self.say(Tone::Bad, self.language.writing_broke(&shown_path(&path)));
                }
                Work::Reading => {
                    self.say(Tone::Bad, self.language.reading_broke(&shown_path(&path)));
                }
            },
        }
    }

    fn opened(&mut self, path: PathBuf, mut opened: OpenedFile) {
        // What was edited while the file was being read is asked about before it goes.
        if self.opening_from != Some(self.document.history.revision())
            && self.document.saved() == Saved::No
        {
            self.guarded(AfterUnsaved::Open(path));
            return;
        }
        // The file of this very window, opened anew: it is this window that holds the lock. It is
        // handed over only now, so that a file that could not be opened stays locked.
        if let Some(own) = &mut self.document.file
            && same_file(&own.path, &path)
            && matches!(opened.lock, LockState::HeldElsewhere)
        {
            std::mem::swap(&mut own.lock, &mut opened.lock);
        }
        let elsewhere = matches!(opened.lock, LockState::HeldElsewhere);
        self.remember(&path);
        match (opened.source, opened.stamp) {
            (Source::Workbook, Some(stamp)) => {
                // Of two windows of one file the second one keeps no file of its own, so that
                // neither overwrites the other unasked.
                let document = if elsewhere {
                    Document::unsaved(opened.workbook)
                } else {
                    let lock = opened.lock;
                    Document::opened(opened.workbook, DocumentFile { path, stamp, lock })
                };
                self.replace_document(document);
            }
            _ => {
                self.replace_document(Document::unsaved(opened.workbook));
                self.say(Tone::Caution, self.language.opened_csv().to_owned());
            }
        }
        if elsewhere {
            self.say(Tone::Caution, self.language.opened_elsewhere().to_owned());
        }
    }

    pub(super) fn remember(&mut self, path: &Path) {
        self.settings.remember(path);
        self.settings_changed();
    }

    pub(super) fn settings_changed(&mut self) {
        self.recent = self.settings.recent_files();
        self.keep_settings();
    }

    pub(super) fn keep_settings(&mut self) {
        self.effect(Effect::KeepSettings(Box::new(self.settings.clone())));
    }
}
