//! Paths as typed or chosen.

use std::path::{Path, PathBuf};

use super::PathPurpose;
use crate::{import::is_csv_path, storage::EXTENSION};

/// A path with the extension its purpose needs, unless it has one.
pub(super) fn with_extension(path: PathBuf, purpose: PathPurpose) -> PathBuf {
    let path = expand_home(path);
    let add = |path: PathBuf, extension: &str| {
        let mut name = path.into_os_string();
        name.push(".");
        name.push(extension);
        PathBuf::from(name)
    };
    match purpose {
        PathPurpose::Save if path.extension().is_none_or(|found| found != EXTENSION) => {
            add(path, EXTENSION)
        }
        PathPurpose::ExportCsv | PathPurpose::ExportSelected if !is_csv_path(&path) => {
            add(path, "csv")
        }
        PathPurpose::ExportForm(_) if path.extension().is_none_or(|found| found != "html") => {
            add(path, "html")
        }
        _ => path,
    }
}

/// A typed `~` stands for the user's folder, as in a shell.
fn expand_home(path: PathBuf) -> PathBuf {
    match (path.strip_prefix("~"), std::env::home_dir()) {
        (Ok(rest), Some(home)) => home.join(rest),
        _ => path,
    }
}

/// A name that every system takes for a file's.
pub(super) fn safe_name(name: &str) -> String {
    let one = |character: char| {
        if character.is_control() || r#"/\:*?"<>|"#.contains(character) {
            '-'
        } else {
            character
        }
    };
    name.chars().map(one).collect()
}

/// The file's name alone, for a sentence.
pub(super) fn file_name(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}
