//! Saving: written beside the file, read back, compared, and only then put in its place.

use std::{
    fs::{self, Metadata, Permissions},
    io::{self, ErrorKind},
    path::{Path, PathBuf},
};

use ron::ser::PrettyConfig;
use tempfile::NamedTempFile;

use super::{
    FILE_VERSION, FORMAT, FileStamp, SaveError, SaveStep,
    convert::encode,
    disk::{Disk, System, Temporary},
    regular::{NotOpened, regular},
    shown::shown_path,
};
use crate::model::Workbook;

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
/// See [`SaveError`]; the file that was there is untouched then, but for [`SaveError::Unsettled`].
pub fn save_workbook(
    path: &Path,
    workbook: &Workbook,
    overwrite: &Overwrite,
) -> Result<FileStamp, SaveError> {
    save_workbook_with(&System, path, workbook, overwrite)
}

/// The same on a disk that a test makes fail.
///
/// # Errors
/// As for [`save_workbook`].
pub fn save_workbook_with(
    disk: &dyn Disk,
    path: &Path,
    workbook: &Workbook,
    overwrite: &Overwrite,
) -> Result<FileStamp, SaveError> {
    let text = workbook_text(workbook)?;
    save(disk, path, text.as_bytes(), overwrite, Readers::Owner)
}

/// Saves a text the same way.
///
/// # Errors
/// As for [`save_workbook`].
pub fn save_text(path: &Path, text: &str, overwrite: &Overwrite) -> Result<FileStamp, SaveError> {
    save(&System, path, text.as_bytes(), overwrite, Readers::Owner)
}

/// Writes what is to be given on, a table or a form, over whatever is there. A new file has the
/// permissions of any other new file; one that is there keeps its own.
///
/// # Errors
/// As for [`save_workbook`].
pub fn export_bytes(path: &Path, bytes: &[u8]) -> Result<FileStamp, SaveError> {
    save(&System, path, bytes, &Overwrite::Always, Readers::Usual)
}

/// Writes what the program keeps for the user, who alone may read it.
pub(super) fn private_text(
    disk: &dyn Disk,
    path: &Path,
    text: &str,
) -> Result<FileStamp, SaveError> {
    let bytes = text.as_bytes();
    save(disk, path, bytes, &Overwrite::Always, Readers::OnlyOwner)
}

fn save(
    disk: &dyn Disk,
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
    let present = looked(disk, &target, overwrite)?;
    let permissions = present.as_ref().map(Metadata::permissions);
    if permissions.as_ref().is_some_and(Permissions::readonly) {
        let denied = io::Error::from(ErrorKind::PermissionDenied);
        return Err(failed(SaveStep::Look)(denied));
    }

    let permissions = permissions.filter(|_| readers != Readers::OnlyOwner);
    let place = match readers {
        Readers::Usual if present.is_none() => Temporary::Usual(&folder),
        _ => Temporary::Private(&folder),
    };
    let mut file = disk.create(place).map_err(failed(SaveStep::Create))?;
    fill(disk, &mut file, bytes, permissions.as_ref(), &target)?;
    // Writing takes its time; somebody may have been faster.
    if looked(disk, &target, overwrite)?.is_some() {
        keep_backup(disk, &target, &folder, permissions.as_ref())
            .map_err(failed(SaveStep::Backup))?;
    }
    disk.rename(file, &target)
        .map_err(failed(SaveStep::Replace))?;

    // It stands in its place from here on; what is not known is whether it will after a power cut.
    let synced = disk.sync_folder(&folder);
    let found = disk.look(&target);
    let stamp = found.as_ref().ok().map(FileStamp::of);
    match synced.and(found) {
        Ok(found) => Ok(FileStamp::of(&found)),
        Err(error) if is_gone(&folder, &error) => Err(SaveError::NoFolder { path: target }),
        Err(error) => Err(SaveError::Unsettled {
            path: target,
            stamp,
            reason: (&error).into(),
        }),
    }
}

/// What is there, where it is a regular file and as it is expected.
fn looked(
    disk: &dyn Disk,
    target: &Path,
    overwrite: &Overwrite,
) -> Result<Option<Metadata>, SaveError> {
    let path = || target.to_owned();
    let found = match disk.look(target) {
        Ok(found) => found,
        // A file that is gone has nothing that could be lost.
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(not_saved(target, SaveStep::Look, &error)),
    };
    match regular(&found) {
        Ok(()) => {}
        Err(NotOpened::Folder) => return Err(SaveError::Folder { path: path() }),
        Err(_) => return Err(SaveError::Special { path: path() }),
    }
    match overwrite {
        Overwrite::IfUnchanged(expected) if FileStamp::of(&found) != *expected => {
            Err(SaveError::ChangedOnDisk { path: path() })
        }
        Overwrite::Never => Err(SaveError::NameTaken { path: path() }),
        _ => Ok(Some(found)),
    }
}

/// Fills a temporary file, waits for the disk, reads it back and compares. It is the user's alone until it
/// is whole.
pub(super) fn fill(
    disk: &dyn Disk,
    file: &mut NamedTempFile,
    bytes: &[u8],
    permissions: Option<&Permissions>,
    target: &Path,
) -> Result<(), SaveError> {
    let failed = |step| move |error: io::Error| not_saved(target, step, &error);
    disk.write(file.as_file_mut(), bytes)
        .map_err(failed(SaveStep::Write))?;
    if let Some(permissions) = permissions {
        disk.permit(file.as_file(), permissions)
            .map_err(failed(SaveStep::Permit))?;
    }
    disk.sync(file.as_file()).map_err(failed(SaveStep::Sync))?;
    let written = disk.read_back(file.path());
    if written.map_err(failed(SaveStep::ReadBack))? != bytes {
        return Err(SaveError::ReadBackDiffers {
            path: target.to_owned(),
        });
    }
    Ok(())
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

pub(super) fn not_saved(target: &Path, step: SaveStep, error: &io::Error) -> SaveError {
    let path = target.to_owned();
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => SaveError::Full { path, step },
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            SaveError::Forbidden { path, step }
        }
        _ if target.parent().is_some_and(|folder| is_gone(folder, error)) => {
            SaveError::NoFolder { path }
        }
        _ => SaveError::Failed {
            path,
            step,
            reason: error.into(),
        },
    }
}

/// Whether a step failed because a folder that was there is there no more: a stick was pulled.
fn is_gone(folder: &Path, error: &io::Error) -> bool {
    error.kind() == ErrorKind::NotFound && !folder.is_dir()
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
fn keep_backup(
    disk: &dyn Disk,
    target: &Path,
    folder: &Path,
    permissions: Option<&Permissions>,
) -> io::Result<()> {
    let Some(backup) = backup_of(target) else {
        return Ok(());
    };
    let mut copy = disk.create(Temporary::Private(folder))?;
    disk.copy(target, copy.as_file_mut())?;
    if let Some(permissions) = permissions {
        disk.permit(copy.as_file(), permissions)?;
    }
    disk.sync(copy.as_file())?;
    disk.rename(copy, &backup)
}
