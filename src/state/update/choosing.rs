//! Asking for a file: by the dialog of the system, or a path to type.

use std::path::Path;

use crate::state::{Dialog, Direction, Effect, FileJob, State, paths::safe_name};

/// Opens the system's file dialog.
pub fn choose(state: &mut State, job: FileJob) {
    let title = (job.spec().title)(state.language);
    let name = suggested_name(state, job);
    state.effect(Effect::Choose { job, title, name });
}

/// Asks for a path to be typed.
pub(super) fn type_path(state: &mut State, job: FileJob) {
    let writes = job.spec().direction == Direction::Write;
    let folder = state
        .document
        .path()
        .and_then(Path::parent)
        // What could not be written there is to go elsewhere.
        .filter(|_| !(writes && state.document.is_lost()))
        .map(Path::to_owned)
        .or_else(std::env::home_dir)
        .unwrap_or_default();
    let suggested = folder.join(match job.spec().direction {
        Direction::Read | Direction::WriteInto => String::new(),
        Direction::Write => suggested_name(state, job),
    });
    state.session.dialog = Some(Dialog::Path {
        job,
        text: suggested.display().to_string(),
    });
}

fn suggested_name(state: &State, job: FileJob) -> String {
    let safe = safe_name(&state.document.name(), state.language.untitled());
    let stem = match job {
        FileJob::ExportSelected => {
            let count = state.session.selected.len();
            state.language.selection_of(&safe, count)
        }
        FileJob::ExportReport(_) => {
            let view = state.view();
            match view.enterprise() {
                Some(firm) if view.report.kind.by_firm() => safe_name(view.name_of(firm), &safe),
                _ => safe,
            }
        }
        FileJob::SavePicture => {
            let name = state.session.taken.as_ref().map(|chart| &chart.name);
            name.map_or(safe.clone(), |name| safe_name(name, &safe))
        }
        FileJob::Save if state.is_read_only() => state.language.copy_of(&safe),
        _ => safe,
    };
    match job.spec().kinds.first() {
        Some(kind) => format!("{stem}.{kind}"),
        None => stem,
    }
}
