//! Performing the effects that touch files or take long, away from the window's thread.

use std::path::{Path, PathBuf};

use super::papers;
use crate::{
    analysis::{Ranking, Sampling},
    edit::Merge,
    import::{open_any, read_table},
    model::Workbook,
    state::{
        Answer, Effect, Locking, OpenedFile, RecoverFor, Recovered, Recovering, Sight, VersionsWork,
    },
    storage::{
        FileStamp, Fingerprint, LockState, MAX_BYTES, SaveError, export_bytes, forget_versions,
        holder_of, list_versions, named_as_copies, open_workbook, parse_workbook, read_text,
        read_version, save_workbook, stamp_of,
    },
};

/// Performs an effect and gives its answer; `None` for those that only a window can perform.
#[must_use]
pub fn perform(effect: Effect) -> Option<Answer> {
    Some(match effect {
        Effect::Open(path) => {
            let lock = LockState::take_unless_noted(&path);
            opened(path, lock)
        }
        Effect::TakeOver(path) => {
            let lock = LockState::take(&path);
            opened(path, lock)
        }
        Effect::Look(path) => {
            let sight = Some(Sight {
                stamp: stamp_of(&path),
                holder: holder_of(&path),
            });
            Answer::Looked { path, sight }
        }
        Effect::FindCopies(path, workbook) => {
            let mut copies = named_as_copies(&path);
            copies.retain(|copy| holds_more(copy, &workbook));
            Answer::Copies { path, copies }
        }
        Effect::Read(path) => {
            let stamp = stamp_of(&path);
            let result = open_any(&path).map(|(workbook, _)| Box::new(workbook));
            Answer::Read {
                path,
                stamp,
                result,
            }
        }
        Effect::ReadTable(path, sheet) => Answer::Table {
            result: read_table(&path, sheet),
            path,
        },
        Effect::Save {
            path,
            workbook,
            revision,
            overwrite,
            locking,
        } => {
            let lock = (locking == Locking::Take).then(|| LockState::take(&path));
            let result = match lock {
                // Whoever works on that file would lose it.
                Some(LockState::HeldElsewhere(_)) => {
                    Err(SaveError::OpenElsewhere { path: path.clone() })
                }
                _ => save_workbook(&path, &workbook, &overwrite),
            };
            Answer::Saved {
                path,
                revision,
                result,
                lock,
            }
        }
        Effect::Export(path, content) => {
            let result = content.make().and_then(|(bytes, left_out)| {
                export_bytes(&path, &bytes)?;
                Ok(left_out)
            });
            Answer::Exported { path, result }
        }
        Effect::Rank { rows, candidates } => {
            let sampling = Sampling::of(candidates.iter().flatten().count());
            let ranking = Ranking::of(&candidates, sampling);
            Answer::Ranked { rows, ranking }
        }
        Effect::LayOut(request) => Answer::LaidOut(papers::laid_out(&request)),
        Effect::ExportReports(export) => Answer::ReportsExported(papers::written(*export)),
        Effect::Show(path) => Answer::Shown {
            shown: open::that_detached(&path).is_ok(),
            path,
        },
        Effect::DrawPicture(content) => Answer::Drawn(content.draw()),
        Effect::Recover(recovering) => Answer::Recovered(Box::new(recovered(*recovering))),
        Effect::KeepVersion(_)
        | Effect::Versions(_)
        | Effect::Keep(_)
        | Effect::ForgetKept
        | Effect::SetAside
        | Effect::Adopt(_)
        | Effect::Discard(_)
        | Effect::Choose { .. }
        | Effect::Copy(_)
        | Effect::CopyPicture(_)
        | Effect::FillScreen(_)
        | Effect::Close
        | Effect::KeepSettings(_) => return None,
    })
}

/// Does something with earlier versions in a user's folder, and gives its answer.
/// A user without a folder has none.
pub(super) fn perform_versions(user_folder: Option<&Path>, work: VersionsWork) -> Answer {
    let Some(user_folder) = user_folder else {
        return work.found_none();
    };
    let list = |now: &Workbook| Answer::Versions {
        of: now.id,
        found: Some(list_versions(user_folder, now)),
    };
    match work {
        VersionsWork::List(now) => list(&now),
        VersionsWork::Forget(now) => {
            forget_versions(user_folder, now.id);
            list(&now)
        }
        VersionsWork::Read(reading) => {
            let read = read_version(user_folder, reading.workbook, reading.key);
            Answer::Version {
                reading,
                result: Some(read.map(|(note, workbook)| (note, Box::new(workbook)))),
            }
        }
    }
}

fn opened(path: PathBuf, lock: LockState) -> Answer {
    // Taken before reading: what is written in between is seen as a change when saving.
    let stamp = stamp_of(&path);
    let result = open_any(&path).map(|(workbook, source)| {
        Box::new(OpenedFile {
            workbook,
            source,
            stamp,
            lock,
        })
    });
    Answer::Opened { path, result }
}

/// Whether a file is of the same workbook and holds something that it does not.
fn holds_more(copy: &Path, workbook: &Workbook) -> bool {
    open_workbook(copy).is_ok_and(|copy| {
        copy.id == workbook.id && {
            let merge = Merge::of(workbook, &copy);
            !merge.conflicts.is_empty() || !merge.workbook.same_as(workbook)
        }
    })
}

fn recovered(recovering: Recovering) -> Recovered {
    let base = known(&recovering);
    let file = match recovering.purpose {
        RecoverFor::GoingOn => None,
        RecoverFor::Comparing => recovering.own.map(|own| {
            let file = open_workbook(&own);
            (own, file)
        }),
    };
    Recovered {
        id: recovering.id,
        result: open_workbook(&recovering.kept),
        base,
        file,
    }
}

/// The file of unsaved work, where it is as it was when that was kept, or holds what was being saved then:
/// the process ended before it could say that it was.
fn known(recovering: &Recovering) -> Option<(FileStamp, Workbook)> {
    let own = recovering.own.as_ref()?;
    // Taken before reading: what is written in between is seen as a change when saving.
    let stamp = stamp_of(own)?;
    let text = read_text(own, MAX_BYTES).ok()?;
    let unchanged = recovering.stamp.as_ref() == Some(&stamp);
    let ours = unchanged || recovering.saving == Some(Fingerprint::of(&text));
    let workbook = parse_workbook(own, &text).ok().filter(|_| ours)?;
    Some((stamp, workbook))
}
