//! Saving: written beside the file, read back, compared, and only then put in its place.

use std::{
    fs::{self, File, Permissions},
    io::{self, ErrorKind, Write},
    path::{Path, PathBuf},
    time::SystemTime,
};

use ron::ser::PrettyConfig;

use super::{FILE_VERSION, FORMAT, SaveError, SaveStep, convert::encode};
use crate::model::Workbook;

/// How a file was when it was last read or written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileStamp {
    length: u64,
    modified: Option<SystemTime>,
}

/// Whether a file that is not as expected may be replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Overwrite {
    /// Only if it is still as it was.
    IfUnchanged(FileStamp),
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

/// Saves a workbook; the version before stays beside it as `.bak`.
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
    if present.as_ref().is_some_and(fs::Metadata::is_dir) {
        return Err(SaveError::Folder { path: target });
    }
    let permissions = present.as_ref().map(fs::Metadata::permissions);
    if permissions.as_ref().is_some_and(Permissions::readonly) {
        let denied = io::Error::from(ErrorKind::PermissionDenied);
        return Err(failed(SaveStep::Look)(denied));
    }
    unchanged(&target, overwrite)?;

    let mut builder = tempfile::Builder::new();
    builder.prefix(".resonance-").suffix(".tmp");
    new_file_permissions(&mut builder);
    let mut file = builder
        .tempfile_in(&folder)
        .map_err(failed(SaveStep::Create))?;
    file.write_all(text.as_bytes())
        .and_then(|()| match &permissions {
            Some(permissions) => file.as_file().set_permissions(permissions.clone()),
            None => Ok(()),
        })
        .and_then(|()| file.as_file().sync_all())
        .map_err(failed(SaveStep::Write))?;
    let written = fs::read(file.path()).map_err(failed(SaveStep::ReadBack))?;
    if written != text.as_bytes() {
        return Err(SaveError::ReadBackDiffers { path: target });
    }
    // Writing takes its time; somebody may have been faster.
    unchanged(&target, overwrite)?;
    if present.is_some() {
        keep_backup(&target, &folder).map_err(failed(SaveStep::Backup))?;
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
    let Overwrite::IfUnchanged(expected) = overwrite else {
        return Ok(());
    };
    // A file that is gone has nothing that could be lost.
    match stamp_of(target) {
        Some(found) if found != *expected => Err(SaveError::ChangedOnDisk {
            path: target.to_owned(),
        }),
        _ => Ok(()),
    }
}

fn not_saved(target: &Path, step: SaveStep, error: &io::Error) -> SaveError {
    let path = target.to_owned();
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => SaveError::Full { path, step },
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            SaveError::Forbidden { path, step }
        }
        _ => SaveError::Failed {
            path,
            step,
            reason: error.to_string(),
        },
    }
}

/// Temporary files are private; a document gets the permissions any new file would.
#[cfg(unix)]
fn new_file_permissions(builder: &mut tempfile::Builder<'_, '_>) {
    use std::os::unix::fs::PermissionsExt;
    builder.permissions(Permissions::from_mode(0o666));
}

#[cfg(not(unix))]
fn new_file_permissions(_builder: &mut tempfile::Builder<'_, '_>) {}

/// Copies the present file to its backup, itself by way of a temporary file, so that neither name
/// is ever without a whole file.
fn keep_backup(target: &Path, folder: &Path) -> io::Result<()> {
    let Some(backup) = backup_of(target) else {
        return Ok(());
    };
    let copy = tempfile::Builder::new()
        .prefix(".resonance-")
        .suffix(".bak.tmp")
        .tempfile_in(folder)?;
    fs::copy(target, copy.path())?;
    copy.as_file().sync_all()?;
    copy.persist(backup).map_err(|error| error.error)?;
    Ok(())
}

/// Makes the renames last through a power cut, where the system can.
fn sync_folder(folder: &Path) {
    #[cfg(unix)]
    if let Err(error) = File::open(folder).and_then(|opened| opened.sync_all()) {
        log::warn!(
            "the folder {} could not be synced: {error}",
            folder.display()
        );
    }
    #[cfg(not(unix))]
    let _ = folder;
}
