//! Acts on the answer to the open dialog.

use super::{
    choosing, codes, deferred, documents,
    file_jobs::{self, Asked},
    merging, removal, room, saving, several, table, unmask, versioning, versions,
};
use crate::state::{Dialog, DialogAnswer, FileJob, FocusRequest, State, paths::typed_path};

pub(super) fn answer(state: &mut State, answer: DialogAnswer) {
    let Some(dialog) = state.session.dialog.take() else {
        return;
    };
    state.document.history.leave_field();
    // The keys are the scorer's again.
    state.session.room.arrives = FocusRequest::Wanted;
    match (dialog, answer) {
        (Dialog::Remove(removal), answer) => removal::answered(state, removal, answer),
        (Dialog::Merge(_), DialogAnswer::Cancel) if state.session.versions.comparing => {
            versions::back(state);
        }
        (Dialog::Recovery, _) => state.recovery.put_off(),
        (_, DialogAnswer::Cancel) => state.after_save = None,
        (Dialog::Unsaved(next), DialogAnswer::Save) => {
            state.after_save = Some(next);
            saving::save(state);
        }
        (Dialog::Unsaved(next), DialogAnswer::SaveAs) => {
            state.after_save = Some(next);
            choosing::choose(state, FileJob::Save);
        }
        (Dialog::Unsaved(next), _) => {
            versioning::given_up(state);
            deferred::run_deferred(state, next);
        }
        (Dialog::Path { text, .. }, _) if text.trim().is_empty() => state.after_save = None,
        (Dialog::Path { job, text }, _) => {
            file_jobs::run(state, job, typed_path(&text), Asked::No);
        }
        (Dialog::Overwrite { job, .. }, DialogAnswer::SaveAs) => choosing::choose(state, job),
        (Dialog::Overwrite { job, path }, _) => file_jobs::run(state, job, path, Asked::Yes),
        (Dialog::ChangedOnDisk(path), _) => {
            file_jobs::run(state, FileJob::Save, path, Asked::Yes);
        }
        (Dialog::Reload, _) => several::reload(state),
        (Dialog::Sector(wanted), _) => documents::start_from(state, &wanted),
        (Dialog::Unmask(unmasking), _) => unmask::unmask(state, &unmasking),
        (Dialog::HandOver(person), _) => room::hand_over(state, person),
        (Dialog::PastePeople(text), _) => room::add_people(state, &text),
        (Dialog::Merge(merging), _) => merging::take(state, &merging),
        (Dialog::Table(import), _) => table::take(state, &import),
        (Dialog::Codes(codes), _) => codes::take(state, &codes),
        (
            Dialog::Versions
            | Dialog::Weights(_)
            | Dialog::People
            | Dialog::Shortcuts
            | Dialog::About,
            _,
        ) => {}
    }
}
