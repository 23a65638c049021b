//! Performing the effects that touch files or take long, away from the window's thread.

use super::papers;
use crate::{
    analysis::{Ranking, Sampling},
    import::{open_any, read_table},
    state::{Answer, Effect, OpenedFile, RecoverFor, Recovered, Recovering},
    storage::{LockState, export_bytes, open_workbook, save_workbook, stamp_of},
};

/// Performs an effect and gives its answer; `None` for those that only a window can perform.
#[must_use]
pub fn perform(effect: Effect) -> Option<Answer> {
    Some(match effect {
        Effect::Open(path) => {
            let lock = LockState::take(&path);
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
        Effect::Read(path) => {
            let result = open_any(&path).map(|(workbook, _)| Box::new(workbook));
            Answer::Read { path, result }
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
        } => Answer::Saved {
            result: save_workbook(&path, &workbook, &overwrite),
            path,
            revision,
        },
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
        Effect::Keep(_)
        | Effect::ForgetKept
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
