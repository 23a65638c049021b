//! Where in the program a fault of its own came up, so that it can be mended; nothing of anybody's data.

use std::{
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
};

const FILE: &str = "crash.log";
/// The log before, once the present one is full.
const BEFORE: &str = "crash.old.log";
/// There while the user has not been told yet.
const UNTOLD: &str = "crash.untold";
/// From this size on a new log is begun, in bytes.
const FULL: u64 = 1024 * 1024;

/// Adds a line to the log in the user's folder.
///
/// # Errors
/// When the folder cannot be written to.
pub fn note_crash(user_folder: &Path, line: &str) -> io::Result<()> {
    let path = user_folder.join(FILE);
    if fs::metadata(&path).is_ok_and(|found| found.len() >= FULL) {
        fs::rename(&path, user_folder.join(BEFORE))?;
    }
    let mut file = File::options().create(true).append(true).open(path)?;
    writeln!(file, "{line}")?;
    File::create(user_folder.join(UNTOLD)).map(drop)
}

/// The log, where something was added that nobody has been told of; once.
#[must_use]
pub fn untold_crash(user_folder: &Path) -> Option<PathBuf> {
    fs::remove_file(user_folder.join(UNTOLD)).ok()?;
    Some(user_folder.join(FILE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crash_is_told_once_and_a_full_log_begins_anew() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(untold_crash(folder.path()), None);
        note_crash(folder.path(), "first").unwrap();
        note_crash(folder.path(), "second").unwrap();
        let log = untold_crash(folder.path()).unwrap();
        assert_eq!(fs::read_to_string(&log).unwrap(), "first\nsecond\n");
        assert_eq!(untold_crash(folder.path()), None);
        fs::write(&log, vec![b'x'; 1024 * 1024]).unwrap();
        note_crash(folder.path(), "third").unwrap();
        assert_eq!(fs::read_to_string(&log).unwrap(), "third\n");
        assert!(folder.path().join(BEFORE).exists());
    }
}
