//! Earlier states of workbooks, kept in the user's folder by the workbook's id; never beside the user's
//! own files.
//!
//! `versions/WORKBOOK/MILLISECONDS-DIGEST.gz` holds, packed, a line that says what it is and then the
//! workbook as its file has it. Twenty of a workbook are kept, and of all workbooks together what fits.

mod folder;
mod note;

pub use note::{Occasion, VersionKey, VersionNote};

use std::{cmp::Reverse, fs, io, path::Path, time::SystemTime};

use uuid::Uuid;

use super::{
    Disk, LoadError, SaveError, SaveStep, System, Temporary,
    save::{fill, not_saved, private_folder, workbook_text},
};
use crate::{
    edit::Changes,
    model::{Workbook, WorkbookId},
};
use folder::{MOST_OF_ONE, folder_of, packed, packed_in, path_in, tidy, unpacked};

/// As much of all together is kept, in bytes.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// An earlier version.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// Which.
    pub key: VersionKey,
    /// What is said of it.
    pub note: VersionNote,
    /// What has changed since.
    pub since: Changes,
}

/// The earlier versions of a workbook.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VersionsFound {
    /// Those that can be opened, latest first.
    pub versions: Vec<Version>,
    /// How many are damaged.
    pub damaged: usize,
}

/// Keeps a state as the latest version of its workbook, unless it is that already; what is too much then
/// goes, oldest first. A state that alone is too large is not kept.
///
/// # Errors
/// When it cannot be written; the versions before are still there then.
pub fn keep_version(
    user_folder: &Path,
    note: &VersionNote,
    workbook: &Workbook,
) -> Result<(), SaveError> {
    keep_version_with(&System, user_folder, note, workbook)
}

/// The same on a disk that a test makes fail.
///
/// # Errors
/// As for [`keep_version`].
pub fn keep_version_with(
    disk: &dyn Disk,
    user_folder: &Path,
    note: &VersionNote,
    workbook: &Workbook,
) -> Result<(), SaveError> {
    keep_within(disk, user_folder, note, workbook, MOST_BYTES)
}

fn keep_within(
    disk: &dyn Disk,
    user_folder: &Path,
    note: &VersionNote,
    workbook: &Workbook,
    most_bytes: u64,
) -> Result<(), SaveError> {
    let text = workbook_text(workbook)?;
    let digest = Uuid::new_v5(&workbook.id.0, text.as_bytes());
    let folder = folder_of(user_folder, workbook.id);
    let latest = packed_in(&folder).into_iter().map(|one| one.key).max();
    if latest.is_some_and(|latest| latest.digest == digest) {
        return Ok(());
    }
    let failed = |step| {
        let folder = &folder;
        move |error: io::Error| not_saved(folder, step, &error)
    };
    let packed = packed(note, &text).map_err(failed(SaveStep::Write))?;
    if packed.len() as u64 > most_bytes {
        log::info!("a version of {} bytes is not kept", packed.len());
        return Ok(());
    }
    private_folder(&folder).map_err(failed(SaveStep::Create))?;
    // The system's clock may have been put back.
    let kept = latest.map_or(0, |latest| latest.kept + 1).max(now());
    let path = path_in(&folder, VersionKey { kept, digest });
    let mut file = disk
        .create(Temporary::Private(&folder))
        .map_err(failed(SaveStep::Create))?;
    fill(disk, &mut file, &packed, None, &path)?;
    disk.rename(file, &path)
        .map_err(failed(SaveStep::Replace))?;
    disk.sync_folder(&folder).map_err(failed(SaveStep::Sync))?;
    tidy(user_folder, &folder, most_bytes);
    Ok(())
}

/// The earlier versions of a workbook, and what of each is different now. Reads all of them.
#[must_use]
pub fn list_versions(user_folder: &Path, now: &Workbook) -> VersionsFound {
    let mut packed = packed_in(&folder_of(user_folder, now.id));
    packed.sort_unstable_by_key(|one| Reverse(one.key));
    let mut found = VersionsFound::default();
    for one in packed.into_iter().take(MOST_OF_ONE) {
        match unpacked(&one.path) {
            Ok((note, workbook)) => found.versions.push(Version {
                key: one.key,
                note,
                since: Changes::between(Some(&workbook), now),
            }),
            Err(error) => {
                log::warn!("an earlier version is left out: {error:?}");
                found.damaged += 1;
            }
        }
    }
    found
}

/// What is said of one version, and what it holds.
///
/// # Errors
/// When it is gone or damaged.
pub fn read_version(
    user_folder: &Path,
    workbook: WorkbookId,
    key: VersionKey,
) -> Result<(VersionNote, Workbook), LoadError> {
    unpacked(&path_in(&folder_of(user_folder, workbook), key))
}

/// Deletes all versions of a workbook, damaged ones as well. What cannot be deleted is listed still.
pub fn forget_versions(user_folder: &Path, workbook: WorkbookId) {
    let folder = folder_of(user_folder, workbook);
    if let Err(error) = fs::remove_dir_all(&folder)
        && error.kind() != io::ErrorKind::NotFound
    {
        log::warn!("earlier versions stay: {error}");
    }
}

fn now() -> u64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    since.map_or(0, |since| {
        u64::try_from(since.as_millis()).unwrap_or_default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn workbook(id: u128, title: &str) -> Workbook {
        Workbook::new(WorkbookId(Uuid::from_u128(id)), title.to_owned())
    }

    fn keep(folder: &Path, id: u128, title: &str) {
        keep_version(folder, &VersionNote::default(), &workbook(id, title)).unwrap();
    }

    /// The titles of what is kept of a workbook, latest first.
    fn titles(folder: &Path, id: u128) -> Vec<String> {
        let now = workbook(id, "now");
        let found = list_versions(folder, &now).versions;
        let read = |one: &Version| read_version(folder, now.id, one.key).unwrap();
        found.iter().map(|one| read(one).1.title).collect()
    }

    #[test]
    fn a_version_comes_back_whole_with_what_is_said_of_it() {
        let folder = tempfile::tempdir().unwrap();
        let note = VersionNote {
            name: "Spring\n春".into(),
            when: "2026-11-26T20:31:00+08:00".into(),
            occasion: Occasion::Recovered,
        };
        keep_version(folder.path(), &note, &workbook(1, "第一版")).unwrap();
        let found = list_versions(folder.path(), &workbook(1, "第二版"));
        let expected = VersionNote {
            name: "Spring 春".into(),
            ..note
        };
        assert_eq!(
            (found.versions[0].note.clone(), found.damaged),
            (expected, 0)
        );
        assert!(found.versions[0].since.settings);
        assert_eq!(titles(folder.path(), 1), ["第一版"]);
        assert!(titles(folder.path(), 2).is_empty(), "another workbook");
    }

    #[test]
    fn the_same_state_is_kept_once_and_of_many_the_last_twenty() {
        let folder = tempfile::tempdir().unwrap();
        for _ in 0..2 {
            keep(folder.path(), 1, "same");
        }
        assert_eq!(titles(folder.path(), 1), ["same"]);
        keep(folder.path(), 2, "another workbook’s");
        for number in 0..25 {
            keep(folder.path(), 1, &number.to_string());
        }
        let expected: Vec<String> = (5..25).rev().map(|number| number.to_string()).collect();
        assert_eq!(titles(folder.path(), 1), expected);
        assert_eq!(titles(folder.path(), 2).len(), 1);
    }

    #[test]
    fn where_there_is_no_room_the_oldest_of_any_workbook_goes_first() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        let title = |number: u128| format!("number {number}");
        for number in 1..=3 {
            keep(folder, number, &title(number));
        }
        let packed = packed_in(&folder_of(folder, WorkbookId(Uuid::from_u128(1))));
        let room = packed[0].bytes * 3 + packed[0].bytes / 2;
        let next = workbook(2, "number 4");
        keep_within(&System, folder, &VersionNote::default(), &next, room).unwrap();
        assert!(!folder_of(folder, WorkbookId(Uuid::from_u128(1))).exists());
        assert_eq!(titles(folder, 2), ["number 4", "number 2"]);
        assert_eq!(titles(folder, 3), ["number 3"]);
        // What has no room at all takes none from the others.
        let much: String = (0..500_u128).map(|number| title(number * 7_919)).collect();
        let much = workbook(3, &much);
        keep_within(&System, folder, &VersionNote::default(), &much, room).unwrap();
        assert_eq!(titles(folder, 3), ["number 3"]);
        assert_eq!(titles(folder, 2).len(), 2);
    }

    #[test]
    fn what_is_damaged_is_left_out_and_counted() {
        let folder = tempfile::tempdir().unwrap();
        for title in ["first", "second", "third", "fourth"] {
            keep(folder.path(), 1, title);
        }
        let of = folder_of(folder.path(), WorkbookId(Uuid::from_u128(1)));
        let mut packed = packed_in(&of);
        packed.sort_unstable_by_key(|one| one.key);
        let whole = fs::read(&packed[0].path).unwrap();
        fs::write(&packed[0].path, &whole[..whole.len() / 2]).unwrap();
        let mut flipped = fs::read(&packed[1].path).unwrap();
        let middle = flipped.len() / 2;
        flipped[middle] ^= 0x10;
        fs::write(&packed[1].path, flipped).unwrap();
        fs::write(&packed[2].path, "").unwrap();
        let found = list_versions(folder.path(), &workbook(1, "now"));
        assert_eq!((found.versions.len(), found.damaged), (1, 3));
        for one in &packed[..3] {
            let id = WorkbookId(Uuid::from_u128(1));
            read_version(folder.path(), id, one.key).unwrap_err();
        }
        forget_versions(folder.path(), WorkbookId(Uuid::from_u128(1)));
        assert!(!of.exists());
        forget_versions(folder.path(), WorkbookId(Uuid::from_u128(1)));
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_may_read_them() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        keep(folder.path(), 1, "mine");
        let of = folder_of(folder.path(), WorkbookId(Uuid::from_u128(1)));
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&of), 0o700);
        assert_eq!(mode(&packed_in(&of)[0].path), 0o600);
    }
}
