//! Opening regular files only: what is a pipe or a device would be waited for without end.

use std::{
    fs::{self, File},
    io,
    path::Path,
};

/// Why a path was not opened as a file.
#[derive(Debug)]
pub(crate) enum NotOpened {
    /// It leads to a folder.
    Folder,
    /// It leads to a pipe, a socket or a device.
    Special,
    /// The system's reason.
    System(io::Error),
}

impl From<io::Error> for NotOpened {
    fn from(error: io::Error) -> Self {
        Self::System(error)
    }
}

/// Opens a regular file for reading. Links are followed, as a user's links to documents are meant.
///
/// What is no file is not even opened; where it takes the file's place between looking and opening,
/// opening waits for nobody on Unix, and what was opened is looked at again. On other systems a pipe
/// that is put there in just that moment is still waited for.
///
/// # Errors
/// When the path leads to no regular file, or the system refuses.
pub(crate) fn open_regular(path: &Path) -> Result<File, NotOpened> {
    regular(&fs::metadata(path)?)?;
    let mut options = File::options();
    options.read(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags(flags(rustix::fs::OFlags::NONBLOCK));
    }
    let file = options.open(path)?;
    regular(&file.metadata()?)?;
    Ok(file)
}

/// Opens the file of a lock, which is made where it is missing. No link is followed, so that nothing
/// is made or locked elsewhere. That of another user, which may not be written to, is opened for reading.
///
/// On systems other than Unix a link that is put there between looking and opening is followed.
///
/// # Errors
/// When something else than a regular file has the name, or the system refuses.
pub(super) fn open_lock(path: &Path) -> Result<File, NotOpened> {
    match fs::symlink_metadata(path) {
        Ok(found) => regular(&found)?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error.into()),
    }
    let mut options = File::options();
    options.create(true).truncate(false).read(true).write(true);
    match open_unlinked(options, path) {
        Err(NotOpened::System(error)) if error.kind() == io::ErrorKind::PermissionDenied => {
            existing_lock(path)
        }
        opened => opened,
    }
}

/// Opens the file of a lock for reading; the same is refused.
///
/// # Errors
/// When it is not there, is no regular file, or the system refuses.
pub(super) fn existing_lock(path: &Path) -> Result<File, NotOpened> {
    regular(&fs::symlink_metadata(path)?)?;
    let mut options = File::options();
    options.read(true);
    open_unlinked(options, path)
}

fn open_unlinked(mut options: fs::OpenOptions, path: &Path) -> Result<File, NotOpened> {
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags(flags(OFlags::NOFOLLOW | OFlags::NONBLOCK));
    }
    let file = options.open(path)?;
    regular(&file.metadata()?)?;
    Ok(file)
}

/// Whether what was looked at is a regular file.
pub(super) fn regular(found: &fs::Metadata) -> Result<(), NotOpened> {
    if found.is_file() {
        Ok(())
    } else if found.is_dir() {
        Err(NotOpened::Folder)
    } else {
        Err(NotOpened::Special)
    }
}

#[cfg(unix)]
const fn flags(flags: rustix::fs::OFlags) -> i32 {
    flags.bits().cast_signed()
}
