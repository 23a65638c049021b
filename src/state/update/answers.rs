//! What came of effects.

use std::{path::PathBuf, time::Duration};

use super::{
    charts, choosing, deferred, documents,
    file_jobs::{self, Asked},
    merging, recovering, reports, saving, settings, several, table, versions,
};
use crate::{
    import::{OpenError, Source, is_text_table_path, same_file},
    state::{
        Answer, Deferred, Document, OpenedFile, Saved, State, Tone, Work, document::DocumentFile,
    },
    storage::{LoadError, LockState, shown_path},
};

/// A dialog that closes faster than this was never on screen.
const NO_DIALOG_WITHIN: Duration = Duration::from_millis(300);

pub(super) fn take(state: &mut State, answer: Answer) {
    match answer {
        Answer::Opened { path, result } => match result {
            Ok(file) => opened(state, path, *file),
            // A table of another shape than ours is no error: it is looked at.
            Err(OpenError::File(LoadError::Foreign { .. } | LoadError::NotText { .. }))
                if is_text_table_path(&path) =>
            {
                table::read(state, path, 0);
            }
            Err(error) => toast_why(state, error),
        },
        Answer::LaidOut(preview) => reports::laid_out(state, preview),
        Answer::ReportsExported(written) => reports::written(state, written),
        Answer::Shown { path, shown } => {
            if !shown {
                let text = state.language.not_shown(&shown_path(&path));
                state.toast(Tone::Bad, text);
            }
        }
        Answer::Drawn(result) => charts::drawn(state, result),
        Answer::Recovered(read) => recovering::recovered(state, *read),
        Answer::Versions { of, found } => versions::listed(state, of, found),
        Answer::Version { reading, result } => versions::was_read(state, reading, result),
        Answer::NotKept(error) => state.toast(Tone::Bad, state.language.not_kept(&error)),
        Answer::Ranked { rows, ranking } => state.portfolio.ranks_counted(&rows, ranking),
        Answer::Table { path, result } => table::ask(state, path, result),
        Answer::Looked { path, sight } => several::looked(state, &path, sight),
        Answer::Copies { path, copies } => several::found_copies(state, &path, copies),
        Answer::SetAside(leftover) => several::set_aside(state, leftover.map(|one| *one)),
        Answer::Read {
            path,
            stamp,
            result,
        } => match result {
            Ok(other) => merging::ask(state, &path, &other, stamp),
            Err(error) => toast_why(state, error),
        },
        Answer::Saved {
            path,
            revision,
            result,
            lock,
        } => saving::ended(state, &path, revision, result, lock),
        Answer::Exported { path, result } => match result {
            Ok(left_out) => {
                let text = state.language.exported(&shown_path(&path));
                state.toast_written(text, path);
                if let Some(text) = state.language.left_out(&left_out) {
                    state.toast(Tone::Caution, text);
                }
            }
            Err(error) => state.toast(Tone::Bad, error.sentence(state.language)),
        },
        Answer::Chosen { job, path, shown } => match path {
            Some(path) => file_jobs::run(state, job, path, Asked::Yes),
            None if shown < NO_DIALOG_WITHIN => choosing::type_path(state, job),
            None => state.after_save = None,
        },
        Answer::Broken { path, work } => match work {
            Work::Saving => saving::broke(state, &path),
            Work::Exporting => {
                state.exporting = None;
                state.toast(Tone::Bad, state.language.writing_broke(&shown_path(&path)));
            }
            Work::Reading => {
                state.toast(Tone::Bad, state.language.reading_broke(&shown_path(&path)));
            }
        },
    }
}

fn opened(state: &mut State, path: PathBuf, mut opened: OpenedFile) {
    // What was edited while the file was being read is asked about before it goes.
    if state.opening_from != Some(state.document.history.revision())
        && state.document.saved() == Saved::No
    {
        deferred::confirm_unsaved(state, Deferred::Open(path));
        return;
    }
    let own = state.document.file.as_mut();
    let own = own.filter(|own| same_file(&own.path, &path));
    let anew = own.is_some();
    let was_read_only = own.as_ref().is_some_and(|own| own.holder().is_some());
    // The file of this very window, opened anew: it is this window that holds the lock. It is
    // handed over only now, so that a file that could not be opened stays locked.
    if let Some(own) = own
        && own.holder().is_none()
        && matches!(opened.lock, LockState::HeldElsewhere(_))
    {
        std::mem::swap(&mut own.lock, &mut opened.lock);
    }
    settings::remember(state, &path);
    let (Source::Workbook, Some(stamp)) = (opened.source, opened.stamp) else {
        documents::replace(state, Document::unsaved(opened.workbook));
        state.toast(Tone::Caution, state.language.opened_csv().to_owned());
        return;
    };
    let lock = opened.lock;
    let same = anew && opened.workbook.id == state.workbook().id;
    let document = Document::opened(opened.workbook, DocumentFile { path, stamp, lock });
    if same {
        documents::replace_in_place(state, document);
        let text = if was_read_only && !state.is_read_only() {
            state.language.taken_over()
        } else {
            state.language.file_reloaded()
        };
        state.toast(Tone::Good, text.to_owned());
    } else {
        documents::replace(state, document);
    }
    several::find_copies(state);
}

/// Says why a file could not be read, without naming anybody while names are hidden.
fn toast_why(state: &mut State, error: OpenError) {
    let workbook = state.workbook();
    let hides = workbook.hides_people || workbook.uses_aliases || workbook.withholds(None, None);
    let error = if hides { error.unquoted() } else { error };
    state.toast(Tone::Bad, error.sentence(state.language));
}
