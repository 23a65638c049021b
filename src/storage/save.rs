//! Saving: written beside the file, read back, compared, and only then put in its place.

use std::{
    fs::{self, File},
    io::{self, ErrorKind, Write},
    path::{Path, PathBuf},
    time::SystemTime,
};

use ron::ser::PrettyConfig;

use super::{FORMAT, SaveError, v1::FileV1};
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
fn workbook_text(workbook: &Workbook) -> Result<String, SaveError> {
    let config = PrettyConfig::new()
        .depth_limit(LINES_TO_DEPTH)
        .indentor("  ")
        .new_line("\n");
    let body = ron::ser::to_string_pretty(&FileV1::of(workbook), config).map_err(|error| {
        SaveError::Unwritable {
            reason: error.to_string(),
        }
    })?;
    // Format and version stand together on the first line, where a bounded look finds them.
    let head = format!("(\n  format: \"{FORMAT}\",\n  version: 1,\n  workbook: (");
    let one_line = format!("(format: \"{FORMAT}\", version: 1, workbook: (");
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
    // A link is followed, so that the file it points to is replaced and not the link.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if let Overwrite::IfUnchanged(expected) = overwrite
        && let Some(found) = stamp_of(&target)
        && found != *expected
    {
        return Err(SaveError::ChangedOnDisk { path: target });
    }
    let folder = match target.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    };
    if !folder.is_dir() {
        return Err(SaveError::NoFolder { path: target });
    }
    let failed = |error: io::Error| match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => SaveError::Full {
            path: target.clone(),
        },
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => SaveError::Forbidden {
            path: target.clone(),
        },
        _ => SaveError::Failed {
            path: target.clone(),
            reason: error.to_string(),
        },
    };
    if target.is_dir() {
        return Err(failed(io::Error::from(ErrorKind::IsADirectory)));
    }
    let permissions = fs::metadata(&target)
        .ok()
        .map(|metadata| metadata.permissions());
    if permissions.as_ref().is_some_and(fs::Permissions::readonly) {
        return Err(failed(io::Error::from(ErrorKind::PermissionDenied)));
    }
    let mut builder = tempfile::Builder::new();
    builder.prefix(".resonance-").suffix(".tmp");
    if let Some(permissions) = &permissions {
        builder.permissions(permissions.clone());
    } else {
        new_file_permissions(&mut builder);
    }
    let mut file = builder.tempfile_in(&folder).map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)?;
    file.as_file().sync_all().map_err(failed)?;
    let written = fs::read(file.path()).map_err(failed)?;
    if written != text.as_bytes() {
        return Err(SaveError::ReadBackDiffers { path: target });
    }
    keep_backup(&target, &folder).map_err(failed)?;
    file.persist(&target).map_err(|error| failed(error.error))?;
    sync_folder(&folder);
    stamp_of(&target).ok_or_else(|| failed(io::Error::from(ErrorKind::NotFound)))
}

/// Temporary files are private; a document gets the permissions any new file would.
#[cfg(unix)]
fn new_file_permissions(builder: &mut tempfile::Builder<'_, '_>) {
    use std::os::unix::fs::PermissionsExt;
    builder.permissions(fs::Permissions::from_mode(0o666));
}

#[cfg(not(unix))]
fn new_file_permissions(_builder: &mut tempfile::Builder<'_, '_>) {}

/// Copies the present file to `<name>.bak`, itself by way of a temporary file, so that neither name
/// is ever without a whole file.
fn keep_backup(target: &Path, folder: &Path) -> io::Result<()> {
    if !target.exists() {
        return Ok(());
    }
    let mut name = target.file_name().unwrap_or_default().to_owned();
    name.push(".bak");
    let copy = tempfile::Builder::new()
        .prefix(".resonance-")
        .suffix(".bak.tmp")
        .tempfile_in(folder)?;
    fs::copy(target, copy.path())?;
    File::open(copy.path())?.sync_all()?;
    copy.persist(folder.join(name))
        .map_err(|error| error.error)?;
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
