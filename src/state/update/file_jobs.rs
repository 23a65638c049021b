//! What is done with a chosen or typed path.

use std::path::PathBuf;

use super::{charts, documents, exports, reports, saving, table};
use crate::{
    export::FormKind,
    import::same_file,
    state::{
        Dialog, Direction, Effect, FileJob, State,
        paths::{expand_home, with_extension},
    },
    storage::Overwrite,
};

/// Whether somebody was asked already about a file that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// Yes.
    Yes,
    /// No.
    No,
}

/// Does what a chosen or typed path is for. A dialog of the system has asked about an existing
/// file already; a typed path has not.
pub(super) fn run(state: &mut State, job: FileJob, path: PathBuf, asked: Asked) {
    let spec = job.spec();
    // What was chosen before somebody got the laptop would take their page away.
    if spec.direction == Direction::Read && state.scorer().is_some() {
        return;
    }
    let mut path = expand_home(path);
    let writes = spec.direction == Direction::Write;
    if writes {
        path = with_extension(path, spec.kinds);
    }
    let own = state
        .document
        .path()
        .is_some_and(|own| same_file(own, &path));
    if writes && asked == Asked::No && path.exists() && !own {
        state.session.dialog = Some(Dialog::Overwrite { job, path });
        return;
    }
    if job == FileJob::Save && own && state.refuses_changes() {
        return;
    }
    match job {
        FileJob::Open => documents::open_file(state, path),
        FileJob::Merge => state.effect(Effect::Read(path)),
        FileJob::ImportTable => table::read(state, path, 0),
        FileJob::Save => saving::write(state, path, Overwrite::Always),
        FileJob::ExportCsv => exports::all(state, path),
        FileJob::ExportSelected => exports::selected(state, path),
        FileJob::ExportForm => exports::form(state, path, FormKind::Short),
        FileJob::ExportFullForm => exports::form(state, path, FormKind::Full),
        FileJob::ExportPaper => exports::form(state, path, FormKind::Paper),
        FileJob::ExportReport(_) | FileJob::ExportReports => reports::export(state, path, job),
        FileJob::ChooseMark => reports::mark_chosen(state, &path),
        FileJob::SavePicture => charts::save(state, path),
    }
}
