//! Opening: a whole workbook or a sentence that says where it is wrong; never half, never guessed.

use std::{
    io::{self, ErrorKind, Read},
    path::Path,
    string::FromUtf8Error,
};

use super::{
    convert::decode,
    error::{LoadError, Looks},
    fault::{Broken, Fault},
    records::FILE_VERSION,
    regular::{NotOpened, open_regular},
    save::backup_of,
    upgrade::{read, version_of},
};
use crate::model::Workbook;

/// The largest file that is read, in bytes: 100,000 enterprises of five people take less.
pub const MAX_BYTES: u64 = 256 * MEGABYTE;

const MEGABYTE: u64 = 1024 * 1024;

/// Reads a workbook file of at most [`MAX_BYTES`].
///
/// # Errors
/// Any [`LoadError`].
pub fn open_workbook(path: &Path) -> Result<Workbook, LoadError> {
    parse_workbook(path, &read_text(path, MAX_BYTES)?)
}

/// Reads a text file of at most `limit` bytes, without its byte order mark.
///
/// # Errors
/// When it is missing, no regular file, unreadable, too large, a packed file or not UTF-8.
pub fn read_text(path: &Path, limit: u64) -> Result<String, LoadError> {
    let unreadable = |error: io::Error| not_read(path, &error);
    let too_large = || LoadError::TooLarge {
        path: path.to_owned(),
        limit: limit.div_ceil(MEGABYTE),
    };
    let file = open_regular(path).map_err(|error| {
        let path = path.to_owned();
        match error {
            NotOpened::Folder => LoadError::Folder { path },
            NotOpened::Special => LoadError::Special { path },
            NotOpened::System(error) => not_read(&path, &error),
        }
    })?;
    let metadata = file.metadata().map_err(unreadable)?;
    if metadata.len() > limit {
        return Err(too_large());
    }
    // Some files of the system do not tell their size, so the reading itself is bounded as well.
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or_default());
    let read = file.take(limit + 1).read_to_end(&mut bytes);
    if read.map_err(unreadable)? as u64 > limit {
        return Err(too_large());
    }
    if is_packed(&bytes) {
        return Err(LoadError::Foreign {
            path: path.to_owned(),
            looks: Looks::Spreadsheet,
        });
    }
    let mut text = String::from_utf8(bytes).map_err(|error| not_utf8(path, &error))?;
    if text.starts_with('\u{feff}') {
        text.remove(0);
    }
    Ok(text)
}

fn not_read(path: &Path, error: &io::Error) -> LoadError {
    let path = path.to_owned();
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => LoadError::Missing { path },
        ErrorKind::PermissionDenied => LoadError::Forbidden { path },
        ErrorKind::IsADirectory => LoadError::Folder { path },
        _ => LoadError::Unreadable {
            path,
            reason: error.into(),
        },
    }
}

/// A workbook with other bytes in it is a damaged workbook; anything else is no text at all.
fn not_utf8(path: &Path, error: &FromUtf8Error) -> LoadError {
    let found = error.utf8_error();
    let good = &error.as_bytes()[..found.valid_up_to()];
    let line = good.split(|byte| *byte == b'\n').count();
    let text = String::from_utf8_lossy(good);
    if version_of(text.trim_start_matches('\u{feff}')).is_none() {
        return LoadError::NotText {
            path: path.to_owned(),
            line,
        };
    }
    let last = text.rsplit('\n').next().unwrap_or_default();
    let broken = Broken {
        line,
        column: last.chars().count() + 1,
        fault: match found.error_len() {
            Some(_) => Fault::NotUtf8,
            None => Fault::EndsEarly,
        },
    };
    damaged(path, broken)
}

fn damaged(path: &Path, broken: Broken) -> LoadError {
    LoadError::Damaged {
        path: path.to_owned(),
        line: broken.line,
        column: broken.column,
        fault: broken.fault,
        backup: backup_of(path).filter(|backup| backup.is_file()),
    }
}

/// Turns the text of a workbook file into a workbook. `path` is for the error's sentence, which
/// also names the backup that lies beside it.
///
/// # Errors
/// When the text is foreign, newer or damaged.
pub fn parse_workbook(path: &Path, text: &str) -> Result<Workbook, LoadError> {
    let Some(version) = version_of(text) else {
        return Err(LoadError::Foreign {
            path: path.to_owned(),
            looks: looks_of(text),
        });
    };
    match read(text, version).map_err(|broken| damaged(path, broken))? {
        Some(records) => decode(records).map_err(|wrong| damaged(path, wrong.located(text))),
        None if version > FILE_VERSION => Err(LoadError::Newer {
            path: path.to_owned(),
            version,
        }),
        None => {
            let broken = Broken {
                line: 1,
                column: 1,
                fault: Fault::UnknownVersion(version),
            };
            Err(damaged(path, broken))
        }
    }
}

/// Whether bytes begin like those of `.xlsx` and `.ods` (zip), `.gz`, or `.xls` files.
fn is_packed(bytes: &[u8]) -> bool {
    [b"PK\x03\x04".as_slice(), b"\x1f\x8b", b"\xd0\xcf\x11\xe0"]
        .iter()
        .any(|magic| bytes.starts_with(magic))
}

/// What a text that is not a workbook seems to be.
fn looks_of(text: &str) -> Looks {
    let text = text.trim_start();
    let first = text.lines().next().unwrap_or_default();
    let is_table = [',', ';', '\t']
        .into_iter()
        .any(|separator| first.matches(separator).count() >= 3);
    match text.chars().next() {
        None => Looks::Empty,
        Some('{' | '[') => Looks::Json,
        Some('(') => Looks::Other,
        Some(_) if is_table => Looks::Table,
        Some(_) => Looks::Other,
    }
}
