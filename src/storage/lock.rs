//! A sidecar that tells other windows that a file is open here.

use std::{
    fs::{self, File, TryLockError},
    path::{Path, PathBuf},
};

/// Whether this window holds the lock of a file. The document itself is never locked.
#[derive(Debug)]
pub enum LockState {
    /// This window holds it until the value is dropped.
    Held(HeldLock),
    /// Another window holds it.
    HeldElsewhere,
    /// The folder allows no sidecar; nothing is known.
    Unknown,
}

/// A held lock; dropping it lets go and removes the sidecar.
#[derive(Debug)]
pub struct HeldLock {
    path: PathBuf,
    _file: File,
}

impl LockState {
    /// Tries to take the lock of a document.
    #[must_use]
    pub fn take(document: &Path) -> Self {
        let target = fs::canonicalize(document).unwrap_or_else(|_| document.to_owned());
        let mut name = std::ffi::OsString::from(".");
        name.push(target.file_name().unwrap_or_default());
        name.push(".lock");
        let path = target.with_file_name(name);
        let opened = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path);
        let Ok(file) = opened else {
            return Self::Unknown;
        };
        match file.try_lock() {
            Ok(()) => Self::Held(HeldLock { path, _file: file }),
            Err(TryLockError::WouldBlock) => Self::HeldElsewhere,
            Err(TryLockError::Error(error)) => {
                log::info!("no lock on {}: {error}", path.display());
                Self::Unknown
            }
        }
    }
}

impl Drop for HeldLock {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_file(&self.path) {
            log::info!("{} stays: {error}", self.path.display());
        }
    }
}
