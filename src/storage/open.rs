//! Opening: a whole workbook or a sentence that says where it is wrong; never half, never guessed.

use std::{fs, io::ErrorKind, path::Path};

use super::{FILE_VERSION, FORMAT, LoadError, v1::FileV1};
use crate::model::Workbook;

/// The largest file that is read, in bytes: ten times what 100,000 enterprises take would be more.
pub const MAX_BYTES: u64 = 256 * 1024 * 1024;

/// How much of a file is looked at to find its version.
const HEADER_BYTES: usize = 512;

/// Reads a workbook file.
///
/// # Errors
/// Any [`LoadError`] but those of CSV files.
pub fn open_workbook(path: &Path) -> Result<Workbook, LoadError> {
    parse_workbook(path, &read_text(path, MAX_BYTES)?)
}

/// Reads a text file of at most `limit` bytes, without its byte order mark.
///
/// # Errors
/// When it is missing, unreadable, too large or not UTF-8.
pub(crate) fn read_text(path: &Path, limit: u64) -> Result<String, LoadError> {
    let unreadable = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound => LoadError::Missing {
            path: path.to_owned(),
        },
        _ => LoadError::Unreadable {
            path: path.to_owned(),
            reason: error.to_string(),
        },
    };
    let metadata = fs::metadata(path).map_err(unreadable)?;
    if metadata.is_dir() {
        return Err(unreadable(std::io::Error::from(ErrorKind::IsADirectory)));
    }
    let bytes = metadata.len();
    if bytes > limit {
        let megabyte = 1024 * 1024;
        return Err(LoadError::TooLarge {
            path: path.to_owned(),
            megabytes: bytes.div_ceil(megabyte),
            limit: limit / megabyte,
        });
    }
    let bytes = fs::read(path).map_err(unreadable)?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        let line = error.as_bytes()[..good]
            .split(|byte| *byte == b'\n')
            .count();
        LoadError::NotText {
            path: path.to_owned(),
            line,
        }
    })?;
    Ok(text
        .strip_prefix('\u{feff}')
        .map(str::to_owned)
        .unwrap_or(text))
}

/// Turns the text of a workbook file into a workbook; `path` is only for the error's sentence.
///
/// # Errors
/// When the text is foreign, newer or damaged.
pub fn parse_workbook(path: &Path, text: &str) -> Result<Workbook, LoadError> {
    match file_version(text) {
        None => Err(LoadError::Foreign {
            path: path.to_owned(),
        }),
        Some(1) => parse_v1(path, text),
        Some(version) if version > FILE_VERSION => Err(LoadError::Newer {
            path: path.to_owned(),
            version,
        }),
        Some(version) => Err(LoadError::Damaged {
            path: path.to_owned(),
            line: 1,
            column: 1,
            reason: format!("there never was a file version {version}"),
        }),
    }
}

/// The version a workbook's first line states; `None` where it is not a workbook's.
fn file_version(text: &str) -> Option<u32> {
    let end = text.floor_char_boundary(HEADER_BYTES);
    let first = text[..end].lines().next()?;
    let rest = first.trim_start().strip_prefix('(')?.trim_start();
    let rest = rest.strip_prefix("format:")?.trim_start();
    let rest = rest.strip_prefix(&format!("\"{FORMAT}\""))?.trim_start();
    let rest = rest.strip_prefix(',')?.trim_start();
    let rest = rest.strip_prefix("version:")?.trim_start();
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

fn parse_v1(path: &Path, text: &str) -> Result<Workbook, LoadError> {
    let file: FileV1 = ron::from_str(text).map_err(|error| LoadError::Damaged {
        path: path.to_owned(),
        line: error.span.start.line,
        column: error.span.start.col,
        reason: error.code.to_string(),
    })?;
    file.into_workbook().map_err(|error| {
        let (line, column) = place_of(text, &error.near);
        LoadError::Damaged {
            path: path.to_owned(),
            line,
            column,
            reason: error.reason,
        }
    })
}

/// Line and column of the last of some texts that follow one another in the file.
fn place_of(text: &str, near: &[String]) -> (usize, usize) {
    let mut from = 0;
    let mut found = 0;
    for needle in near {
        if let Some(offset) = text.get(from..).and_then(|rest| rest.find(needle.as_str())) {
            found = from + offset;
            from = found + needle.len();
        }
    }
    let before = &text[..found];
    let line = before.matches('\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (line, before[start..].chars().count() + 1)
}
