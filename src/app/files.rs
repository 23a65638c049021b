//! Opening and saving: what asks first, what follows, what is said when it fails.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use super::{
    AfterUnsaved, Dialog, Document, Leaving, Merging, NewFromSector, Offer, PathPurpose, Saved,
    Screen, Session, Tone, Workbench,
    document::DocumentFile,
    paths::{file_name, safe_name, with_extension},
    recovery::Purpose,
    tasks::{Busy, Finished, Opened},
};
use crate::{
    edit::{Command, Merge},
    export::{FormKind, form_html},
    import::{
        LeftOut, OpenError, PREFIX, Source, is_sheet_path, is_text_table_path, same_file,
        write_scores,
    },
    knowledge::demo_workbook,
    model::{Workbook, WorkbookId},
    storage::{EXTENSION, FileStamp, LoadError, LockState, Overwrite, SaveError, read_text},
};

/// The largest file that is looked at for response codes, in bytes.
const MOST_CODES: u64 = 1024 * 1024;

/// A dialog that closes faster than this was never on screen.
const NO_DIALOG_WITHIN: Duration = Duration::from_millis(300);

impl Workbench {
    /// Goes on at once, or asks first where unsaved work would be lost.
    pub(super) fn guarded(&mut self, next: AfterUnsaved) {
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
            AfterUnsaved::ChooseFile => self.choose(PathPurpose::Open),
            AfterUnsaved::TypePath => self.type_path(PathPurpose::Open),
            AfterUnsaved::Recover(id) => self.recover(id, Purpose::Recover),
            AfterUnsaved::CompareRecovered(id) => self.recover(id, Purpose::Compare),
            AfterUnsaved::Quit => {
                self.recovery.forget();
                self.leaving = Leaving::Settled;
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
        } else if self.tasks.busy() == Busy::No {
            self.tasks.open(path);
        } else {
            self.say(Tone::Caution, self.language.busy().to_owned());
        }
    }

    pub(super) fn replace_document(&mut self, document: Document) {
        self.recovery.forget();
        self.document = document;
        self.results.clear();
        self.portfolio.clear();
        self.session = Session {
            screen: Screen::Assess,
            picture: self.session.picture,
            charts_as: self.session.charts_as,
            folded: std::mem::take(&mut self.session.folded),
            toasts: std::mem::take(&mut self.session.toasts),
            ..Session::default()
        };
        self.session.follow(self.document.history.workbook());
        self.offer_recovery();
    }

    /// Opens the system's file dialog.
    pub(super) fn choose(&mut self, purpose: PathPurpose) {
        self.settle_unsaved();
        let title = match purpose {
            PathPurpose::Open => self.language.path_open_title(),
            PathPurpose::Save => self.language.path_save_title(),
            PathPurpose::ExportCsv | PathPurpose::ExportSelected => {
                self.language.path_export_title()
            }
            PathPurpose::ExportForm(_) => self.language.path_form_title(),
            PathPurpose::Merge => self.language.merge_path_title(),
            PathPurpose::ImportTable => self.language.table_path_title(),
        };
        let waiting = self
            .dialogs
            .choose(purpose, title, &self.suggested_name(purpose));
        self.tasks.wait_for_choice(purpose, waiting);
    }

    /// Asks for a path to be typed.
    pub(super) fn type_path(&mut self, purpose: PathPurpose) {
        let folder = self
            .document
            .path()
            .and_then(Path::parent)
            .map(Path::to_owned)
            .or_else(std::env::home_dir)
            .unwrap_or_default();
        let suggested = match purpose {
            PathPurpose::Open | PathPurpose::Merge | PathPurpose::ImportTable => folder.join(""),
            PathPurpose::Save
            | PathPurpose::ExportCsv
            | PathPurpose::ExportSelected
            | PathPurpose::ExportForm(_) => folder.join(self.suggested_name(purpose)),
        };
        self.session.dialog = Some(Dialog::Path {
            purpose,
            text: suggested.display().to_string(),
        });
    }

    fn suggested_name(&self, purpose: PathPurpose) -> String {
        let safe = safe_name(&self.document.state(self.language).name);
        match purpose {
            PathPurpose::ExportCsv => format!("{safe}.csv"),
            PathPurpose::ExportSelected => {
                let count = self.session.selected.len();
                format!("{}.csv", self.language.selection_of(&safe, count))
            }
            PathPurpose::ExportForm(_) => format!("{safe}.html"),
            PathPurpose::Open
            | PathPurpose::Merge
            | PathPurpose::ImportTable
            | PathPurpose::Save => {
                format!("{safe}.{EXTENSION}")
            }
        }
    }

    /// Saves to the document's file, or asks for one.
    pub(super) fn save(&mut self) {
        match &self.document.file {
            Some(file) => {
                let overwrite = Overwrite::IfUnchanged(file.stamp.clone());
                self.write(file.path.clone(), overwrite);
            }
            None => self.choose(PathPurpose::Save),
        }
    }

    fn write(&mut self, path: PathBuf, overwrite: Overwrite) {
        if self.tasks.busy() != Busy::No {
            self.say(Tone::Caution, self.language.busy().to_owned());
            return;
        }
        let history = &self.document.history;
        let workbook = history.workbook().clone();
        self.recovery.saving(&workbook);
        self.tasks
            .save(path, workbook, history.revision(), overwrite);
    }

    /// Does what a chosen or typed path is for. A dialog of the system has asked about an existing
    /// file already; a typed path has not.
    pub(super) fn use_path(&mut self, purpose: PathPurpose, path: PathBuf, asked: Asked) {
        let path = with_extension(path, purpose);
        let own = self
            .document
            .path()
            .is_some_and(|own| same_file(own, &path));
        let reads = matches!(
            purpose,
            PathPurpose::Open | PathPurpose::Merge | PathPurpose::ImportTable
        );
        if !reads && asked == Asked::No && path.exists() && !own {
            self.session.dialog = Some(Dialog::Overwrite { purpose, path });
            return;
        }
        match purpose {
            PathPurpose::Open => self.open_file(path),
            PathPurpose::Merge => self.tasks.read(path),
            PathPurpose::ImportTable => self.read_table(path, 0),
            PathPurpose::Save => self.write(path, Overwrite::Always),
            PathPurpose::ExportCsv => {
                let workbook = self.document.history.workbook().clone();
                self.tasks.export(path, move || write_scores(&workbook));
            }
            PathPurpose::ExportSelected => {
                let mut workbook = self.document.history.workbook().as_ref().clone();
                let selected = Arc::clone(&self.session.selected);
                workbook
                    .enterprises
                    .retain(|one| selected.contains(&one.id));
                self.tasks.export(path, move || write_scores(&workbook));
            }
            PathPurpose::ExportForm(kind) => self.export_form(path, kind),
        }
    }

    fn export_form(&mut self, path: PathBuf, kind: FormKind) {
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
        self.tasks
            .export(path, move || Ok((form, LeftOut::default())));
    }

    pub(super) fn take_finished_tasks(&mut self) {
        while let Some(finished) = self.tasks.next() {
            match finished {
                Finished::Opened { path, result } => match result {
                    Ok(opened) => self.opened(path, *opened),
                    // A table of another shape than ours is no error: it is looked at.
                    Err(OpenError::File(LoadError::Foreign { .. } | LoadError::NotText { .. }))
                        if is_text_table_path(&path) =>
                    {
                        self.read_table(path, 0);
                    }
                    Err(error) => self.say(Tone::Bad, error.sentence(self.language)),
                },
                Finished::Ranked { rows, ranking } => self.portfolio.ranks_counted(&rows, ranking),
                Finished::Table { path, result } => self.ask_table(path, result),
                Finished::Read { path, result } => match result {
                    Ok(other) => self.ask_merge(file_name(&path), &other),
                    Err(error) => self.say(Tone::Bad, error.sentence(self.language)),
                },
                Finished::Saved {
                    path,
                    revision,
                    result,
                } => match result {
                    Ok(stamp) => {
                        self.document.mark_saved(revision);
                        self.recovery.saved();
                        self.saved_to(&path, stamp);
                    }
                    Err(SaveError::ChangedOnDisk { path }) => {
                        self.session.dialog = Some(Dialog::ChangedOnDisk(path));
                    }
                    Err(error) => {
                        self.after_save = None;
                        self.say(Tone::Bad, error.sentence(self.language));
                    }
                },
                Finished::Exported { path, result } => match result {
                    Ok(left_out) => {
                        let text = self.language.exported(&path.display().to_string());
                        self.say(Tone::Good, text);
                        if let Some(text) = self.language.left_out(&left_out) {
                            self.say(Tone::Caution, text);
                        }
                    }
                    Err(error) => self.say(Tone::Bad, error.sentence(self.language)),
                },
                Finished::Chosen {
                    purpose,
                    path,
                    shown,
                } => match path {
                    Some(path) => self.use_path(purpose, path, Asked::Yes),
                    None if shown < NO_DIALOG_WITHIN => self.type_path(purpose),
                    None => self.after_save = None,
                },
            }
        }
    }

    /// Shows what merging another workbook in would do.
    pub(super) fn ask_merge(&mut self, name: String, other: &Workbook) {
        let merge = Merge::of(self.workbook(), other);
        let theirs = vec![false; merge.conflicts.len()];
        self.session.dialog = Some(Dialog::Merge(Box::new(Merging {
            name,
            merge,
            theirs,
        })));
    }

    /// Takes a decided merge in, as one step.
    pub(super) fn take_merge(&mut self, merging: &Merging) {
        let theirs = |index: usize| merging.theirs.get(index).copied().unwrap_or_default();
        let workbook = merging.merge.decided(theirs);
        self.edit(&Command::Replace(Arc::new(workbook)));
        let text = self.language.merged(&merging.name);
        self.say_with(Tone::Good, text, Offer::Undo);
    }

    fn opened(&mut self, path: PathBuf, mut opened: Opened) {
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
        self.say(Tone::Good, self.language.saved(&path.display().to_string()));
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
}

/// Whether somebody was asked already about a file that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// Yes.
    Yes,
    /// No.
    No,
}
