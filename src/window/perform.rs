//! Performing the effects that touch files or take long, away from the window's thread.

use std::path::{Path, PathBuf};

use crate::{
    analysis::{Ranking, Sampling},
    edit::Merge,
    import::{open_any, read_table},
    model::Workbook,
    state::{Answer, Effect, Locking, OpenedFile, RecoverFor, Recovered, Recovering, Sight},
    storage::{
        LockState, SaveError, export_bytes, holder_of, named_as_copies, open_workbook,
        save_workbook, stamp_of,
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
        Effect::Recover(recovering) => Answer::Recovered(Box::new(recovered(*recovering))),
        Effect::Keep(_)
        | Effect::ForgetKept
        | Effect::SetAside
        | Effect::Adopt(_)
        | Effect::Discard(_)
        | Effect::Choose { .. }
        | Effect::Copy(_)
        | Effect::FillScreen(_)
        | Effect::Close
        | Effect::KeepSettings(_) => return None,
    })
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
    let own = recovering.own;
    let unchanged = own.as_ref().filter(|own| stamp_of(own) == recovering.stamp);
    let base = unchanged.and_then(|own| open_workbook(own).ok());
    let file = match recovering.purpose {
        RecoverFor::GoingOn => None,
        RecoverFor::Comparing => own.map(|own| {
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
