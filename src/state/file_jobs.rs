//! What a chosen file is for, one row each: the dialog's title, the kinds of file, what is done with it.

use std::path::{Path, PathBuf};

use super::{
    Dialog, Effect, State,
    paths::{expand_home, safe_name, with_extension},
};
use crate::{
    export::FormKind,
    i18n::Language,
    import::same_file,
    storage::{EXTENSION, Overwrite},
};

/// What a chosen path is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileJob {
    /// Opening a workbook or a scores CSV.
    Open,
    /// Merging another workbook in.
    Merge,
    /// Taking a table of scores in.
    ImportTable,
    /// Saving the workbook.
    Save,
    /// Writing the scores as CSV.
    ExportCsv,
    /// The same of the enterprises selected in the portfolio.
    ExportSelected,
    /// Writing the response form of the selected round.
    ExportForm,
    /// The same with every indicator.
    ExportFullForm,
    /// The same to be printed.
    ExportPaper,
}

/// All that is to be known of a job.
pub struct FileJobSpec {
    /// The title of the dialog.
    pub title: fn(Language) -> &'static str,
    /// Extensions of the files it is about; the first one is given to a file that is written.
    pub kinds: &'static [&'static str],
    /// Whether a file is read or written.
    pub direction: Direction,
    /// What is done with the path.
    pub(super) run: fn(&mut State, PathBuf),
}

/// Whether a file is read or written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// It is read.
    Read,
    /// It is written.
    Write,
}

const DOCUMENTS: &[&str] = &[EXTENSION, "csv", "txt", "tsv", "xlsx", "xls", "ods"];
const TABLES: &[&str] = &["xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "tsv", "txt"];

impl FileJob {
    /// The row of the job.
    #[must_use]
    pub const fn spec(self) -> FileJobSpec {
        match self {
            Self::Open => reads(Language::path_open_title, DOCUMENTS, State::open_file),
            Self::Merge => reads(Language::merge_path_title, DOCUMENTS, State::read_to_merge),
            Self::ImportTable => reads(Language::table_path_title, TABLES, |state, path| {
                state.read_table(path, 0);
            }),
            Self::Save => writes(Language::path_save_title, &[EXTENSION], |state, path| {
                state.write(path, Overwrite::Always);
            }),
            Self::ExportCsv => writes(Language::path_export_title, &["csv"], State::export_all),
            Self::ExportSelected => writes(
                Language::path_export_title,
                &["csv"],
                State::export_selected,
            ),
            Self::ExportForm => writes(Language::path_form_title, &["html"], |state, path| {
                state.export_form(path, FormKind::Short);
            }),
            Self::ExportFullForm => writes(Language::path_form_title, &["html"], |state, path| {
                state.export_form(path, FormKind::Full);
            }),
            Self::ExportPaper => writes(Language::path_form_title, &["html"], |state, path| {
                state.export_form(path, FormKind::Paper);
            }),
        }
    }
}

const fn reads(
    title: fn(Language) -> &'static str,
    kinds: &'static [&'static str],
    run: fn(&mut State, PathBuf),
) -> FileJobSpec {
    FileJobSpec {
        title,
        kinds,
        direction: Direction::Read,
        run,
    }
}

const fn writes(
    title: fn(Language) -> &'static str,
    kinds: &'static [&'static str],
    run: fn(&mut State, PathBuf),
) -> FileJobSpec {
    FileJobSpec {
        title,
        kinds,
        direction: Direction::Write,
        run,
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

impl State {
    /// Opens the system's file dialog.
    pub(super) fn choose(&mut self, job: FileJob) {
        let title = (job.spec().title)(self.language);
        let name = self.suggested_name(job);
        self.effect(Effect::Choose { job, title, name });
    }

    /// Asks for a path to be typed.
    pub(super) fn type_path(&mut self, job: FileJob) {
        let folder = self
            .document
            .path()
            .and_then(Path::parent)
            .map(Path::to_owned)
            .or_else(std::env::home_dir)
            .unwrap_or_default();
        let suggested = folder.join(match job.spec().direction {
            Direction::Read => String::new(),
            Direction::Write => self.suggested_name(job),
        });
        self.session.dialog = Some(Dialog::Path {
            job,
            text: suggested.display().to_string(),
        });
    }

    fn suggested_name(&self, job: FileJob) -> String {
        let safe = safe_name(&self.document.name(), self.language.untitled());
        let stem = match job {
            FileJob::ExportSelected => {
                let count = self.session.selected.len();
                self.language.selection_of(&safe, count)
            }
            _ => safe,
        };
        format!("{stem}.{}", job.spec().kinds[0])
    }

    /// Does what a chosen or typed path is for. A dialog of the system has asked about an existing
    /// file already; a typed path has not.
    pub(super) fn use_path(&mut self, job: FileJob, path: PathBuf, asked: Asked) {
        let spec = job.spec();
        // What was chosen before somebody got the laptop would take their page away.
        if spec.direction == Direction::Read && self.scorer().is_some() {
            return;
        }
        let mut path = expand_home(path);
        if spec.direction == Direction::Write {
            path = with_extension(path, spec.kinds[0]);
            let own = self
                .document
                .path()
                .is_some_and(|own| same_file(own, &path));
            if asked == Asked::No && path.exists() && !own {
                self.session.dialog = Some(Dialog::Overwrite { job, path });
                return;
            }
        }
        (spec.run)(self, path);
    }
}
