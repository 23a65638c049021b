//! Paths as typed or chosen.

use std::path::{Path, PathBuf};

/// A path with an extension, unless it has it.
pub(super) fn with_extension(path: PathBuf, extension: &str) -> PathBuf {
    let found = path.extension();
    if found.is_some_and(|found| found.eq_ignore_ascii_case(extension)) {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(".");
    name.push(extension);
    PathBuf::from(name)
}

/// A typed `~` stands for the user's folder, as in a shell.
pub(super) fn expand_home(path: PathBuf) -> PathBuf {
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
