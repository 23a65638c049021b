//! A sidecar that tells other windows that a file is open here.

use std::{
    ffi::OsString,
    fs::{self, File, TryLockError},
    path::{Path, PathBuf},
};

use super::{regular::open_lock, shown::shown_path};

/// Whether this window holds the lock of a file. The document itself is never locked.
#[derive(Debug)]
pub enum LockState {
    /// This window holds it until the value is dropped.
    Held(HeldLock),
    /// Another window holds it.
    HeldElsewhere,
    /// The folder allows no sidecar, or something else has its name; nothing is known.
    Unknown,
}

/// A held lock; dropping it removes the sidecar and lets go.
#[derive(Debug)]
pub struct HeldLock {
    path: PathBuf,
    _file: File,
}

/// How often a sidecar may vanish under our hands before we give up.
const TRIES: usize = 5;

impl LockState {
    /// Tries to take the lock of a document.
    #[must_use]
    pub fn take(document: &Path) -> Self {
        let path = sidecar_of(document);
        for _ in 0..TRIES {
            let Ok(file) = open_lock(&path) else {
                return Self::Unknown;
            };
            match file.try_lock() {
                Ok(()) if is_at(&file, &path) => {
                    return Self::Held(HeldLock { path, _file: file });
                }
                // Its holder removed it between our opening and locking: the name is free now, or
                // is another file's.
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Self::HeldElsewhere,
                Err(TryLockError::Error(error)) => {
                    log::info!("no lock on {}: {error}", shown_path(&path));
                    return Self::Unknown;
                }
            }
        }
        Self::Unknown
    }
}

/// `.<name>.lock` beside the file that a path leads to.
fn sidecar_of(document: &Path) -> PathBuf {
    let target = fs::canonicalize(document).unwrap_or_else(|_| document.to_owned());
    let mut name = OsString::from(".");
    name.push(target.file_name().unwrap_or_default());
    name.push(".lock");
    target.with_file_name(name)
}

/// Whether an open file is still the one at a path.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), fs::symlink_metadata(path)) {
        (Ok(held), Ok(found)) => (held.dev(), held.ino()) == (found.dev(), found.ino()),
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_at(_file: &File, path: &Path) -> bool {
    path.exists()
}

impl Drop for HeldLock {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_file(&self.path) {
            log::info!("{} stays: {error}", shown_path(&self.path));
        }
    }
}
