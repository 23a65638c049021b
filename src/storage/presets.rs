//! The user's own presets: every `.ron` file of one folder, read as text.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{LoadError, read_text, shown_path};
use crate::knowledge::{PresetError, PresetFault, PresetText};

/// The largest preset that is read, in bytes.
const MAX_BYTES: u64 = 4 * 1024 * 1024;
/// The most bytes of all presets together.
const MOST_BYTES: u64 = 16 * 1024 * 1024;

/// What the folder holds.
#[derive(Debug, Default)]
pub struct OwnPresets {
    /// The files that could be read, by name.
    pub presets: Vec<PresetText>,
    /// The others.
    pub errors: Vec<PresetError>,
}

/// Where the user's presets belong, in the program's folder.
#[must_use]
pub fn presets_folder(folder: &Path) -> PathBuf {
    folder.join("presets")
}

/// Reads the presets of a folder in the order of their names; a folder that is not there holds none.
#[must_use]
pub fn own_presets(folder: &Path) -> OwnPresets {
    let Ok(entries) = fs::read_dir(folder) else {
        return OwnPresets::default();
    };
    let mut paths: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "ron"))
        .collect();
    paths.sort();
    let mut own = OwnPresets::default();
    let mut left = MOST_BYTES;
    for path in paths {
        let name = path
            .file_name()
            .map(|name| shown_path(Path::new(name)))
            .unwrap_or_default();
        match read_text(&path, MAX_BYTES.min(left)) {
            Ok(text) => {
                left = left.saturating_sub(text.len() as u64);
                own.presets.push(PresetText { name, text });
            }
            Err(error) => {
                let (line, fault) = match error {
                    LoadError::TooLarge { limit, .. } => (1, PresetFault::TooLarge(limit)),
                    LoadError::NotText { line, .. } => (line, PresetFault::NotText),
                    LoadError::Foreign { .. } => (1, PresetFault::NotText),
                    _ => (1, PresetFault::Unreadable),
                };
                own.errors.push(PresetError {
                    file: name,
                    line,
                    column: 1,
                    entry: String::new(),
                    fault,
                });
            }
        }
    }
    own
}
