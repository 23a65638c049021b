//! The files of earlier versions: packing, names, and what goes where there is too much.

use std::{
    cmp::Reverse,
    fs,
    io::{self, Read, Write},
    path::{Path, PathBuf},
    time::Duration,
};

use flate2::{Compression, read::GzDecoder, write::GzEncoder};

use super::note::{VersionKey, VersionNote};
use crate::{
    model::{Workbook, WorkbookId},
    storage::{
        LoadError, MAX_BYTES, parse_workbook,
        regular::{NotOpened, open_regular},
        shortened,
    },
};

/// Name of the folder among the user's data of this program.
const FOLDER: &str = "versions";
const ENDING: &str = ".gz";
/// After so long nobody is still writing it.
const LEFT_BEHIND: Duration = Duration::from_hours(1);
/// As many of one workbook are kept.
pub(super) const MOST_OF_ONE: usize = 20;
/// As many names in a folder are looked at.
const MOST_NAMES: usize = 10_000;
/// The longest description, in bytes.
const MOST_NOTE: u64 = 4 * 1024;

/// A file in one of the folders.
pub(super) struct Packed {
    pub(super) key: VersionKey,
    pub(super) path: PathBuf,
    pub(super) bytes: u64,
}

pub(super) fn folder_of(user_folder: &Path, workbook: WorkbookId) -> PathBuf {
    user_folder.join(FOLDER).join(workbook.0.to_string())
}

pub(super) fn path_in(folder: &Path, key: VersionKey) -> PathBuf {
    let VersionKey { kept, digest } = key;
    folder.join(format!("{kept}-{}{ENDING}", digest.simple()))
}

pub(super) fn packed(note: &VersionNote, text: &str) -> io::Result<Vec<u8>> {
    let note = VersionNote {
        name: shortened(&note.name),
        ..note.clone()
    };
    let line = ron::to_string(&note).map_err(io::Error::other)?;
    let mut packer = GzEncoder::new(Vec::new(), Compression::default());
    packer.write_all(line.as_bytes())?;
    packer.write_all(b"\n")?;
    packer.write_all(text.as_bytes())?;
    packer.finish()
}

pub(super) fn unpacked(path: &Path) -> Result<(VersionNote, Workbook), LoadError> {
    let unreadable = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => LoadError::Missing {
            path: path.to_owned(),
        },
        _ => LoadError::Unreadable {
            path: path.to_owned(),
            reason: (&error).into(),
        },
    };
    let file = open_regular(path).map_err(|error| match error {
        NotOpened::System(error) => unreadable(error),
        NotOpened::Folder | NotOpened::Special => LoadError::Special {
            path: path.to_owned(),
        },
    })?;
    let mut text = String::new();
    // What is packed small may unpack without end.
    let mut unpacker = GzDecoder::new(file).take(MAX_BYTES + MOST_NOTE);
    unpacker.read_to_string(&mut text).map_err(unreadable)?;
    let (line, text) = text.split_once('\n').unwrap_or_default();
    Ok((
        ron::from_str(line).unwrap_or_default(),
        parse_workbook(path, text)?,
    ))
}

pub(super) fn packed_in(folder: &Path) -> Vec<Packed> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let packed = entries.take(MOST_NAMES).flatten().filter_map(|entry| {
        let name = entry.file_name();
        let (kept, digest) = name.to_str()?.strip_suffix(ENDING)?.split_once('-')?;
        let key = VersionKey {
            kept: kept.parse().ok()?,
            digest: digest.parse().ok()?,
        };
        let bytes = entry.metadata().ok()?.len();
        let path = entry.path();
        Some(Packed { key, path, bytes })
    });
    packed.collect()
}

/// Removes what is too much of one workbook, then the oldest of all until the rest fits.
pub(super) fn tidy(user_folder: &Path, folder: &Path, most_bytes: u64) {
    let mut own = packed_in(folder);
    own.sort_unstable_by_key(|one| Reverse(one.key));
    for one in own.iter().skip(MOST_OF_ONE) {
        remove(&one.path);
    }
    let Ok(folders) = fs::read_dir(user_folder.join(FOLDER)) else {
        return;
    };
    let mut all = Vec::new();
    for folder in folders.take(MOST_NAMES).flatten() {
        remove_unfinished(&folder.path());
        all.extend(packed_in(&folder.path()));
    }
    all.sort_unstable_by_key(|one| one.key);
    let mut bytes: u64 = all.iter().map(|one| one.bytes).sum();
    for one in all {
        if bytes <= most_bytes {
            break;
        }
        bytes -= one.bytes;
        remove(&one.path);
        // Refused by the system while others are in it.
        let _ = one.path.parent().map(fs::remove_dir);
    }
}

fn remove_unfinished(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.take(MOST_NAMES).flatten() {
        let unfinished = entry.path().extension().is_some_and(|one| one == "tmp");
        let written = entry.metadata().and_then(|found| found.modified());
        let old = written.is_ok_and(|at| at.elapsed().is_ok_and(|age| age > LEFT_BEHIND));
        if unfinished && old {
            remove(&entry.path());
        }
    }
}

fn remove(path: &Path) {
    if let Err(error) = fs::remove_file(path)
        && error.kind() != io::ErrorKind::NotFound
    {
        log::warn!("an earlier version stays: {error}");
    }
}
