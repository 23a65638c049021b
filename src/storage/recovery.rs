//! Unsaved work kept on disk, so that it survives the process; never in the user's own file.
//!
//! Every window with unsaved work has a slot in the recovery folder: `ID.resonance`, a whole workbook
//! as any other, and `ID.ron`, which says whose it is. The slot's lock is held while its window lives,
//! so that what another window is working on is not taken for what was left behind.

use std::{
    fs, io,
    path::{Path, PathBuf},
    time::SystemTime,
};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    Disk, EXTENSION, FileStamp, Fingerprint, LoadError, LockState, SaveError, SaveStep, System,
    Temporary, open_workbook, read_text,
    save::{fill, not_saved, private_folder, workbook_text},
    shortened,
};
use crate::{
    edit::{Changes, MOST_NAMED},
    model::{EnterpriseId, RoundId, Workbook},
};

/// Name of the folder among the user's data of this program.
const FOLDER: &str = "recovery";
/// As many are offered at once; the others wait for these to be dealt with.
const MOST_OFFERED: usize = 20;
/// As many names in the folder are looked at.
const MOST_NAMES: usize = 10_000;
/// The largest description that is read, in bytes.
const MOST_ABOUT: u64 = 64 * 1024;

/// What is said of unsaved work without opening it. A damaged description is an empty one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct About {
    /// What the document was called; empty where that is not known.
    pub name: String,
    /// Its file, where it had one.
    pub path: Option<PathBuf>,
    /// How the file was when last read or written.
    pub stamp: Option<FileStamp>,
    /// The text that was on its way into the file when this was kept.
    pub saving: Option<Fingerprint>,
    /// When this state was reached, as RFC 3339 in local time; empty where that is not known.
    pub when: String,
    /// The enterprise that was looked at.
    pub enterprise: Option<EnterpriseId>,
    /// Its round, where it was not the latest.
    pub round: Option<RoundId>,
    /// What differs from the file, or from nothing where there is none.
    pub changes: Changes,
}

/// The place of one window's unsaved work. Its lock is held until the value is dropped; what it holds
/// stays until it is cleared.
#[derive(Debug)]
pub struct Slot {
    folder: PathBuf,
    id: Uuid,
    _lock: LockState,
}

/// Unsaved work of a window that is gone.
#[derive(Debug)]
pub struct Leftover {
    /// Tells one from another.
    pub id: Uuid,
    /// What is said of it.
    pub about: About,
    /// Where it lies.
    pub slot: Slot,
}

impl About {
    /// The same with names that are short enough for a list, and no more of them than are ever named.
    fn bounded(&self) -> Self {
        let mut about = self.clone();
        about.name = shortened(&about.name);
        about.changes.scores.truncate(MOST_NAMED);
        for (name, _) in &mut about.changes.scores {
            *name = shortened(name);
        }
        about.changes.otherwise_first = shortened(&about.changes.otherwise_first);
        about
    }
}

impl Slot {
    /// A new place in the recovery folder below the user's folder, which is made where it is missing.
    ///
    /// # Errors
    /// When there can be no such folder.
    pub fn new(user_folder: &Path, id: Uuid) -> Result<Self, SaveError> {
        let folder = user_folder.join(FOLDER);
        private_folder(&folder).map_err(|error| not_saved(&folder, SaveStep::Create, &error))?;
        let lock = LockState::take(&workbook_in(&folder, id));
        Ok(Self {
            folder,
            id,
            _lock: lock,
        })
    }

    /// Tells one place from another.
    #[must_use]
    pub const fn id(&self) -> Uuid {
        self.id
    }

    /// Where the workbook is kept.
    #[must_use]
    pub fn workbook_path(&self) -> PathBuf {
        workbook_in(&self.folder, self.id)
    }

    /// Keeps a state in place of the one before. At every instant one of the two is whole on disk.
    ///
    /// # Errors
    /// When it cannot be written, or may not last through a power cut. One of the two is still there.
    pub fn keep(&self, about: &About, workbook: &Workbook) -> Result<(), SaveError> {
        self.keep_with(&System, about, workbook)
    }

    /// The same on a disk that a test makes fail.
    ///
    /// # Errors
    /// As for [`Self::keep`].
    pub fn keep_with(
        &self,
        disk: &dyn Disk,
        about: &About,
        workbook: &Workbook,
    ) -> Result<(), SaveError> {
        let about = ron::to_string(&about.bounded()).map_err(|error| SaveError::Unwritable {
            reason: error.to_string(),
        })?;
        // The description first: alone it is nothing, while a workbook without it has lost its file.
        self.write(disk, &self.about_path(), &about)?;
        self.write(disk, &self.workbook_path(), &workbook_text(workbook)?)?;
        let synced = disk.sync_folder(&self.folder);
        synced.map_err(|error| not_saved(&self.workbook_path(), SaveStep::Sync, &error))
    }

    /// Opens what is kept here.
    ///
    /// # Errors
    /// As for any workbook.
    pub fn read(&self) -> Result<Workbook, LoadError> {
        open_workbook(&self.workbook_path())
    }

    /// Removes what is kept here.
    pub fn clear(self) {
        for path in [
            self.workbook_path(),
            self.about_path(),
            self.temporary_path(),
        ] {
            if let Err(error) = fs::remove_file(&path)
                && error.kind() != io::ErrorKind::NotFound
            {
                log::warn!("{} stays: {error}", path.display());
            }
        }
    }

    fn about_path(&self) -> PathBuf {
        self.folder.join(format!("{}.ron", self.id))
    }

    fn temporary_path(&self) -> PathBuf {
        self.folder.join(format!("{}.tmp", self.id))
    }

    fn write(&self, disk: &dyn Disk, path: &Path, text: &str) -> Result<(), SaveError> {
        let failed = |step| move |error: io::Error| not_saved(path, step, &error);
        let temporary = self.temporary_path();
        let mut file = disk
            .create(Temporary::Named(&temporary))
            .map_err(failed(SaveStep::Create))?;
        fill(disk, &mut file, text.as_bytes(), None, path)?;
        disk.rename(file, path).map_err(failed(SaveStep::Replace))
    }

    fn about(&self) -> About {
        let text = read_text(&self.about_path(), MOST_ABOUT);
        let read = text
            .ok()
            .and_then(|text| ron::from_str::<About>(&text).ok());
        // It may have been written by anybody.
        read.map(|about| about.bounded()).unwrap_or_default()
    }
}

/// The unsaved work that windows left behind which are gone, latest first, twenty at most. What is in its
/// own file as it is kept here is needed no longer and removed, as are pieces that hold nothing.
#[must_use]
pub fn leftovers(user_folder: &Path) -> Vec<Leftover> {
    let folder = user_folder.join(FOLDER);
    let mut found: Vec<(Option<SystemTime>, Uuid)> = ids_in(&folder)
        .into_iter()
        .map(|id| (written_at(&workbook_in(&folder, id)), id))
        .collect();
    found.sort_unstable_by(|one, other| other.cmp(one));
    let mut leftovers = Vec::new();
    for (written, id) in found {
        if leftovers.len() == MOST_OFFERED {
            break;
        }
        let lock = LockState::take(&workbook_in(&folder, id));
        if matches!(lock, LockState::HeldElsewhere(_)) {
            continue;
        }
        let slot = Slot {
            folder: folder.clone(),
            id,
            _lock: lock,
        };
        let about = slot.about();
        if written.is_none() || is_saved(&slot.workbook_path(), &about) {
            slot.clear();
        } else {
            leftovers.push(Leftover { id, about, slot });
        }
    }
    leftovers
}

/// The ids that names in a folder begin with, each once.
fn ids_in(folder: &Path) -> Vec<Uuid> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let names = entries.take(MOST_NAMES).flatten();
    let mut ids: Vec<Uuid> = names
        .filter_map(|entry| {
            let name = entry.file_name();
            // The lock's name is that of the workbook behind a point.
            let name = name.to_str()?.trim_start_matches('.');
            name.split('.').next()?.parse().ok()
        })
        .collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// When a regular file was written last.
fn written_at(path: &Path) -> Option<SystemTime> {
    let metadata = fs::symlink_metadata(path).ok()?;
    let modified = metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH);
    metadata.is_file().then_some(modified)
}

/// Whether the document's own file holds the same, byte for byte: it was saved, and the process ended
/// before it could tidy up.
fn is_saved(kept: &Path, about: &About) -> bool {
    let Some(own) = &about.path else {
        return false;
    };
    let length = |path: &Path| fs::metadata(path).ok().filter(fs::Metadata::is_file);
    let (Some(one), Some(other)) = (length(kept), length(own)) else {
        return false;
    };
    one.len() == other.len()
        && matches!((fs::read(kept), fs::read(own)), (Ok(one), Ok(other)) if one == other)
}

fn workbook_in(folder: &Path, id: Uuid) -> PathBuf {
    folder.join(format!("{id}.{EXTENSION}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::WorkbookId;

    fn workbook(title: &str) -> Workbook {
        Workbook::new(WorkbookId(Uuid::nil()), title.to_owned())
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder.join(FOLDER)).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn what_was_kept_is_offered_once_its_window_is_gone_and_comes_back_whole() {
        let folder = tempfile::tempdir().unwrap();
        let slot = Slot::new(folder.path(), Uuid::from_u128(1)).unwrap();
        let about = About {
            name: "Spring".into(),
            when: "2026-11-26T20:31:00+00:00".into(),
            ..About::default()
        };
        slot.keep(&about, &workbook("first")).unwrap();
        slot.keep(&about, &workbook("second")).unwrap();
        assert!(leftovers(folder.path()).is_empty(), "its window lives");
        drop(slot);
        let mut found = leftovers(folder.path());
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].about, about);
        assert_eq!(found[0].slot.read().unwrap(), workbook("second"));
        assert!(leftovers(folder.path()).is_empty(), "offered here already");
        found.remove(0).slot.clear();
        assert!(names(folder.path()).is_empty());
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_may_read_it() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let slot = Slot::new(folder.path(), Uuid::from_u128(1)).unwrap();
        slot.keep(&About::default(), &workbook("")).unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&folder.path().join(FOLDER)), 0o700);
        assert_eq!(mode(&slot.workbook_path()), 0o600);
        assert_eq!(mode(&slot.about_path()), 0o600);
    }

    #[test]
    fn what_is_in_its_file_already_and_pieces_without_a_workbook_are_removed() {
        let folder = tempfile::tempdir().unwrap();
        let own = folder.path().join("own.resonance");
        fs::write(&own, workbook_text(&workbook("same")).unwrap()).unwrap();
        let about = About {
            path: Some(own.clone()),
            ..About::default()
        };
        let slot = Slot::new(folder.path(), Uuid::from_u128(1)).unwrap();
        slot.keep(&about, &workbook("same")).unwrap();
        drop(slot);
        let piece = Slot::new(folder.path(), Uuid::from_u128(2)).unwrap();
        fs::write(piece.temporary_path(), "half").unwrap();
        drop(piece);
        assert!(leftovers(folder.path()).is_empty());
        assert!(
            names(folder.path()).is_empty(),
            "{:?}",
            names(folder.path())
        );
        assert!(own.exists());
    }

    #[test]
    fn what_is_damaged_stays_and_is_said() {
        let folder = tempfile::tempdir().unwrap();
        let slot = Slot::new(folder.path(), Uuid::from_u128(1)).unwrap();
        slot.keep(&About::default(), &workbook("")).unwrap();
        fs::write(slot.workbook_path(), "(format: \"resonance-workbook\", ver").unwrap();
        fs::write(slot.about_path(), "((((").unwrap();
        drop(slot);
        let found = leftovers(folder.path());
        assert_eq!(found[0].about, About::default());
        found[0].slot.read().unwrap_err();
        drop(found);
        assert_eq!(names(folder.path()).len(), 2);
    }

    #[test]
    fn of_very_many_the_latest_twenty_are_offered_and_none_is_lost() {
        let folder = tempfile::tempdir().unwrap();
        for number in 0..50 {
            let slot = Slot::new(folder.path(), Uuid::from_u128(number)).unwrap();
            slot.keep(&About::default(), &workbook("")).unwrap();
        }
        assert_eq!(leftovers(folder.path()).len(), MOST_OFFERED);
        assert_eq!(names(folder.path()).len(), 100);
    }
}
