//! Saving: written beside the file, read back, compared, and only then put in its place.

use std::{
    fs::{self, File, Permissions},
    io::{self, ErrorKind, Write},
    path::{Path, PathBuf},
    time::SystemTime,
};

use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};
use tempfile::NamedTempFile;

use super::{
    FILE_VERSION, FORMAT, SaveError, SaveStep,
    convert::encode,
    regular::{NotOpened, regular},
    shown::shown_path,
};
use crate::model::Workbook;

/// How a file was when it was last read or written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileStamp {
    length: u64,
    modified: Option<SystemTime>,
}

/// Whether a file that is not as expected may be replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Overwrite {
    /// Only if it is still as it was.
    IfUnchanged(FileStamp),
    /// Only where there is none.
    Never,
    /// Whatever is there.
    Always,
}

/// Records nest this deep before they are put on one line each.
const LINES_TO_DEPTH: usize = 5;

/// The stamp of a file as it is now.
#[must_use]
pub fn stamp_of(path: &Path) -> Option<FileStamp> {
    let metadata = fs::metadata(path).ok()?;
    Some(FileStamp {
        length: metadata.len(),
        modified: metadata.modified().ok(),
    })
}

/// A workbook as the text of a file of the present version.
///
/// # Errors
/// When the workbook cannot be written as text.
pub fn workbook_text(workbook: &Workbook) -> Result<String, SaveError> {
    let config = PrettyConfig::new()
        .depth_limit(LINES_TO_DEPTH)
        .indentor("  ")
        .new_line("\n");
    let body = ron::ser::to_string_pretty(&encode(workbook), config).map_err(|error| {
        SaveError::Unwritable {
            reason: error.to_string(),
        }
    })?;
    // Format and version stand together on the first line, where a bounded look finds them.
    let head = format!("(\n  format: \"{FORMAT}\",\n  version: {FILE_VERSION},\n  workbook: (");
    let one_line = format!("(format: \"{FORMAT}\", version: {FILE_VERSION}, workbook: (");
    let text = body.replacen(&head, &one_line, 1);
    Ok(text + "\n")
}

/// Who may read a file where there was none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Readers {
    /// The user alone. A file that is replaced keeps its own permissions.
    Owner,
    /// The user alone, whatever the replaced file's permissions were.
    OnlyOwner,
    /// Whoever the system lets read any new file.
    Usual,
}

/// Saves a workbook; the version before stays beside it as `.bak`. A new file is the user's alone, one
/// that is there keeps its permissions.
///
/// # Errors
/// See [`SaveError`]; the file that was there is untouched then.
pub fn save_workbook(
    path: &Path,
    workbook: &Workbook,
    overwrite: &Overwrite,
) -> Result<FileStamp, SaveError> {
    save_text(path, &workbook_text(workbook)?, overwrite)
}

/// Saves a text the same way.
///
/// # Errors
/// See [`SaveError`]; the file that was there is untouched then.
pub fn save_text(path: &Path, text: &str, overwrite: &Overwrite) -> Result<FileStamp, SaveError> {
    save(path, text.as_bytes(), overwrite, Readers::Owner)
}

/// Writes what is to be given on, a table or a form, over whatever is there. A new file has the
/// permissions of any other new file; one that is there keeps its own.
///
/// # Errors
/// See [`SaveError`]; the file that was there is untouched then.
pub fn export_bytes(path: &Path, bytes: &[u8]) -> Result<FileStamp, SaveError> {
    save(path, bytes, &Overwrite::Always, Readers::Usual)
}

/// Writes what the program keeps for the user, who alone may read it.
pub(super) fn private_text(path: &Path, text: &str) -> Result<FileStamp, SaveError> {
    save(
        path,
        text.as_bytes(),
        &Overwrite::Always,
        Readers::OnlyOwner,
    )
}

fn save(
    path: &Path,
    bytes: &[u8],
    overwrite: &Overwrite,
    readers: Readers,
) -> Result<FileStamp, SaveError> {
    let target = followed(path);
    let folder = match target.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    };
    if !folder.is_dir() {
        return Err(SaveError::NoFolder { path: target });
    }
    let failed = |step| {
        let target = &target;
        move |error: io::Error| not_saved(target, step, &error)
    };
    let present = match fs::metadata(&target) {
        Ok(metadata) => Some(metadata),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(failed(SaveStep::Look)(error)),
    };
    match present.as_ref().map_or(Ok(()), regular) {
        Ok(()) => {}
        Err(NotOpened::Folder) => return Err(SaveError::Folder { path: target }),
        Err(_) => return Err(SaveError::Special { path: target }),
    }
    let permissions = present.as_ref().map(fs::Metadata::permissions);
    if permissions.as_ref().is_some_and(Permissions::readonly) {
        let denied = io::Error::from(ErrorKind::PermissionDenied);
        return Err(failed(SaveStep::Look)(denied));
    }
    unchanged(&target, overwrite)?;

    let permissions = permissions.filter(|_| readers != Readers::OnlyOwner);
    let usual = present.is_none() && readers == Readers::Usual;
    let mut file = temporary(&folder, usual).map_err(failed(SaveStep::Create))?;
    file.write_all(bytes)
        .and_then(|()| take_over(&file, permissions.as_ref()))
        .and_then(|()| file.as_file().sync_all())
        .map_err(failed(SaveStep::Write))?;
    let written = fs::read(file.path()).map_err(failed(SaveStep::ReadBack))?;
    if written != bytes {
        return Err(SaveError::ReadBackDiffers { path: target });
    }
    // Writing takes its time; somebody may have been faster.
    unchanged(&target, overwrite)?;
    if present.is_some() {
        keep_backup(&target, &folder, permissions.as_ref()).map_err(failed(SaveStep::Backup))?;
    }
    file.persist(&target)
        .map_err(|error| failed(SaveStep::Replace)(error.error))?;
    sync_folder(&folder);
    stamp_of(&target).ok_or_else(|| failed(SaveStep::Replace)(io::Error::from(ErrorKind::NotFound)))
}

/// Where the backup of a file lies: its name with `.bak` behind it.
pub(super) fn backup_of(path: &Path) -> Option<PathBuf> {
    let target = followed(path);
    let mut name = target.file_name()?.to_owned();
    name.push(".bak");
    Some(target.with_file_name(name))
}

/// As many links as are followed before they are taken for a circle.
const MOST_LINKS: usize = 40;

/// The file that a path leads to, so that it is replaced and not a link to it; the file itself
/// need not be there.
fn followed(path: &Path) -> PathBuf {
    let mut target = path.to_owned();
    for _ in 0..MOST_LINKS {
        if let Ok(whole) = fs::canonicalize(&target) {
            return whole;
        }
        let Ok(next) = fs::read_link(&target) else {
            break;
        };
        target = target.parent().unwrap_or(Path::new("")).join(next);
    }
    target
}

fn unchanged(target: &Path, overwrite: &Overwrite) -> Result<(), SaveError> {
    let path = || target.to_owned();
    // A file that is gone has nothing that could be lost.
    match (overwrite, stamp_of(target)) {
        (Overwrite::IfUnchanged(expected), Some(found)) if found != *expected => {
            Err(SaveError::ChangedOnDisk { path: path() })
        }
        (Overwrite::Never, Some(_)) => Err(SaveError::NameTaken { path: path() }),
        _ => Ok(()),
    }
}

pub(super) fn not_saved(target: &Path, step: SaveStep, error: &io::Error) -> SaveError {
    let path = target.to_owned();
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => SaveError::Full { path, step },
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            SaveError::Forbidden { path, step }
        }
        _ => SaveError::Failed {
            path,
            step,
            reason: error.into(),
        },
    }
}

/// An empty temporary file: from its first byte on the user's alone, or with the `usual` permissions of
/// a new file.
fn temporary(folder: &Path, usual: bool) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".resonance-").suffix(".tmp");
    #[cfg(unix)]
    if usual {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(Permissions::from_mode(0o666));
    }
    #[cfg(not(unix))]
    let _ = usual;
    builder.tempfile_in(folder)
}

/// Gives a file that is written the permissions of the one it replaces.
fn take_over(file: &NamedTempFile, permissions: Option<&Permissions>) -> io::Result<()> {
    permissions.map_or(Ok(()), |permissions| {
        file.as_file().set_permissions(permissions.clone())
    })
}

/// Makes a folder of the program's own, where it is missing, that only the user looks into.
pub(super) fn private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
        builder.mode(0o700).create(folder)?;
        // It may be there from a time when it was open to others, or have been made by the window library.
        let mut permissions = fs::metadata(folder)?.permissions();
        if permissions.mode() & 0o077 != 0 {
            permissions.set_mode(0o700);
            if let Err(error) = fs::set_permissions(folder, permissions) {
                log::warn!("{} stays open to others: {error}", shown_path(folder));
            }
        }
        Ok(())
    }
    #[cfg(not(unix))]
    builder.create(folder)
}

/// Copies the present file to its backup, itself by way of a temporary file, so that neither name
/// is ever without a whole file.
fn keep_backup(target: &Path, folder: &Path, permissions: Option<&Permissions>) -> io::Result<()> {
    let Some(backup) = backup_of(target) else {
        return Ok(());
    };
    let mut copy = temporary(folder, false)?;
    io::copy(&mut File::open(target)?, &mut copy)?;
    take_over(&copy, permissions)?;
    copy.as_file().sync_all()?;
    copy.persist(backup).map_err(|error| error.error)?;
    Ok(())
}

/// Makes the renames last through a power cut, where the system can.
pub(super) fn sync_folder(folder: &Path) {
    #[cfg(unix)]
    if let Err(error) = File::open(folder).and_then(|opened| opened.sync_all()) {
        log::warn!(
            "the folder {} could not be synced: {error}",
            shown_path(folder)
        );
    }
    #[cfg(not(unix))]
    let _ = folder;
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn a_temporary_file_is_the_users_alone_before_anything_is_in_it() {
        let folder = tempfile::tempdir().unwrap();
        let file = temporary(folder.path(), false).unwrap();
        let found = file.as_file().metadata().unwrap();
        assert_eq!(
            (found.permissions().mode() & 0o777, found.len()),
            (0o600, 0)
        );
    }
}
