//! Opening and saving: what asks first, what follows, what is said when it fails.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use super::{
    AfterUnsaved, Answer, Dialog, Document, Effect, ExportContent, FileJob, NewFromSector,
    OpenedFile, Portfolio, Results, Saved, Screen, Session, State, Tone, document::DocumentFile,
    file_jobs::Asked, root::Leaving,
};
use crate::{
    edit::Command,
    export::{FormKind, form_html},
    import::{
        LeftOut, OpenError, PREFIX, Source, is_sheet_path, is_text_table_path, same_file,
        write_scores,
    },
    knowledge::demo_workbook,
    model::{Workbook, WorkbookId},
    storage::{FileStamp, LoadError, LockState, Overwrite, SaveError, read_text, shown_path},
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
            AfterUnsaved::Quit => {
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
            Err(error) => self.say(Tone::Bad, error.to_string()),
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
        } else if self.at_work.idle() {
            self.effect(Effect::Open(path));
        } else {
            self.say(Tone::Caution, self.language.busy().to_owned());
        }
    }

    fn replace_document(&mut self, document: Document) {
        self.document = document;
        self.results = Results::default();
        self.portfolio = Portfolio::default();
        self.session = Session {
            screen: Screen::Assess,
            picture: self.session.picture,
            charts_as: self.session.charts_as,
            folded: std::mem::take(&mut self.session.folded),
            toasts: std::mem::take(&mut self.session.toasts),
            ..Session::default()
        };
        self.session.follow(self.document.history.workbook());
    }

    /// Saves to the document's file, or asks for one.
    pub(super) fn save(&mut self) {
        match &self.document.file {
            Some(file) => {
                let overwrite = Overwrite::IfUnchanged(file.stamp.clone());
                self.write(file.path.clone(), overwrite);
            }
            None => self.choose(FileJob::Save),
        }
    }

    pub(super) fn write(&mut self, path: PathBuf, overwrite: Overwrite) {
        if !self.at_work.idle() {
            // What was to follow does not wait for a save that never began.
            self.after_save = None;
            self.say(Tone::Caution, self.language.busy().to_owned());
            return;
        }
        let history = &self.document.history;
        let workbook = history.workbook().clone();
        let revision = history.revision();
        self.effect(Effect::Save {
            path,
            workbook,
            revision,
            overwrite,
        });
    }

    pub(super) fn read_to_merge(&mut self, path: PathBuf) {
        self.effect(Effect::Read(path));
    }

    pub(super) fn export_all(&mut self, path: PathBuf) {
        let workbook = Arc::clone(self.workbook());
        self.export_scores(path, workbook);
    }

    pub(super) fn export_selected(&mut self, path: PathBuf) {
        let mut workbook = Workbook::clone(self.workbook());
        let selected = &self.session.selected;
        workbook
            .enterprises
            .retain(|one| selected.contains(&one.id));
        self.export_scores(path, Arc::new(workbook));
    }

    pub(super) fn export_form(&mut self, path: PathBuf, kind: FormKind) {
        let view = self.view();
        let (Some(enterprise), Some(round)) = (view.enterprise(), view.round()) else {
            return;
        };
        let language = self.language;
        let knowledge = &self.knowledge;
        let form = form_html(
            self.workbook(),
            enterprise,
            round,
            knowledge,
            kind,
            language,
        );
        let content = ExportContent::new(move || Ok((form.into_bytes(), LeftOut::default())));
        self.effect(Effect::Export(path, content));
    }

    fn export_scores(&mut self, path: PathBuf, workbook: Arc<Workbook>) {
        let content = ExportContent::new(move || {
            let (text, left_out) = write_scores(&workbook)?;
            Ok((text.into_bytes(), left_out))
        });
        self.effect(Effect::Export(path, content));
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
            } => match result {
                Ok(stamp) => {
                    self.document.mark_saved(revision);
                    self.saved_to(&path, stamp);
                }
                Err(SaveError::ChangedOnDisk { path }) => {
                    self.session.dialog = Some(Dialog::ChangedOnDisk(path));
                }
                Err(error) => {
                    self.after_save = None;
                    self.document.mark_failed();
                    self.say(Tone::Bad, error.sentence(self.language));
                }
            },
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
        }
    }

    fn opened(&mut self, path: PathBuf, mut opened: OpenedFile) {
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

    fn saved_to(&mut self, path: &Path, stamp: FileStamp) {
        self.say(Tone::Good, self.language.saved(&shown_path(path)));
        let same = self.document.path().is_some_and(|own| same_file(own, path));
        match &mut self.document.file {
            Some(file) if same => file.stamp = stamp,
            file => {
                let lock = LockState::take(path);
                *file = Some(DocumentFile {
                    path: path.to_owned(),
                    stamp,
                    lock,
                });
            }
        }
        self.remember(path);
        if let Some(next) = self.after_save.take() {
            self.guarded(next);
        }
    }

    fn remember(&mut self, path: &Path) {
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
