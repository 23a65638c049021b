//! The seam between saving and the disk: one small step each, so that a test can make every one of them fail.

use std::{
    fs::{self, File, Metadata, Permissions},
    io::{self, ErrorKind, Write},
    path::Path,
};

use tempfile::{NamedTempFile, TempPath};

use super::{
    regular::{NotOpened, open_regular},
    shown::shown_path,
};

/// Where a temporary file is made, and who may read it from its first byte on.
#[derive(Clone, Copy, Debug)]
pub enum Temporary<'a> {
    /// In a folder, for the user alone.
    Private(&'a Path),
    /// In a folder, for whoever the system lets read any new file.
    Usual(&'a Path),
    /// Under this very name, for the user alone; what was left behind there is written over.
    Named(&'a Path),
}

/// What saving asks of the disk. Each step does what the system does, unless it is put otherwise.
///
/// Every step gives the system's error where it refuses.
#[expect(clippy::missing_errors_doc, reason = "said once for all of them")]
pub trait Disk {
    /// Looks at what a path leads to.
    fn look(&self, path: &Path) -> io::Result<Metadata> {
        fs::metadata(path)
    }

    /// Makes an empty temporary file, which is removed again where it is not renamed.
    fn create(&self, place: Temporary<'_>) -> io::Result<NamedTempFile> {
        created(place)
    }

    /// Writes all of it.
    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes)
    }

    /// Says who may read it.
    fn permit(&self, file: &File, permissions: &Permissions) -> io::Result<()> {
        file.set_permissions(permissions.clone())
    }

    /// Waits until it is on the disk.
    fn sync(&self, file: &File) -> io::Result<()> {
        file.sync_all()
    }

    /// Reads what was written.
    fn read_back(&self, path: &Path) -> io::Result<Vec<u8>> {
        fs::read(path)
    }

    /// Copies a regular file into another one.
    fn copy(&self, from: &Path, to: &mut File) -> io::Result<()> {
        let mut from = open_regular(from).map_err(|error| match error {
            NotOpened::System(error) => error,
            NotOpened::Folder => ErrorKind::IsADirectory.into(),
            NotOpened::Special => ErrorKind::InvalidInput.into(),
        })?;
        io::copy(&mut from, to).map(drop)
    }

    /// Puts it in the place of whatever has that name.
    fn rename(&self, file: NamedTempFile, to: &Path) -> io::Result<()> {
        // A file that stays behind is removed with the error.
        file.persist(to).map(drop).map_err(|error| error.error)
    }

    /// Makes renames in a folder last through a power cut, where the system can.
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        synced(folder)
    }
}

/// The disk as it is.
#[derive(Clone, Copy, Debug)]
pub struct System;

impl Disk for System {}

fn created(place: Temporary<'_>) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".resonance-").suffix(".tmp");
    match place {
        Temporary::Private(folder) => builder.tempfile_in(folder),
        Temporary::Usual(folder) => {
            #[cfg(unix)]
            builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
            builder.tempfile_in(folder)
        }
        Temporary::Named(path) => {
            let mut options = File::options();
            options.write(true).create(true).truncate(true);
            #[cfg(unix)]
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
            let file = options.open(path)?;
            Ok(NamedTempFile::from_parts(
                file,
                TempPath::try_from_path(path)?,
            ))
        }
    }
}

#[cfg(unix)]
fn synced(folder: &Path) -> io::Result<()> {
    match File::open(folder).and_then(|opened| opened.sync_all()) {
        // Some systems cannot, and a folder may be one to write into and not to read.
        Err(error)
            if matches!(
                error.kind(),
                ErrorKind::InvalidInput | ErrorKind::Unsupported | ErrorKind::PermissionDenied
            ) =>
        {
            log::info!("{} cannot be synced: {error}", shown_path(folder));
            Ok(())
        }
        synced => synced,
    }
}

#[cfg(not(unix))]
fn synced(_folder: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn a_temporary_file_is_the_users_alone_before_anything_is_in_it() {
        let folder = tempfile::tempdir().unwrap();
        let named = folder.path().join("own.tmp");
        for place in [Temporary::Private(folder.path()), Temporary::Named(&named)] {
            let file = System.create(place).unwrap();
            let found = file.as_file().metadata().unwrap();
            let mode = found.permissions().mode() & 0o777;
            assert_eq!((mode, found.len()), (0o600, 0));
        }
        fs::write(&named, "left behind").unwrap();
        let file = System.create(Temporary::Named(&named)).unwrap();
        assert_eq!(file.as_file().metadata().unwrap().len(), 0);
        drop(file);
        assert!(!named.exists());
    }

    #[test]
    fn a_file_that_cannot_be_renamed_does_not_stay_behind() {
        let folder = tempfile::tempdir().unwrap();
        let in_the_way = folder.path().join("a folder");
        fs::create_dir(&in_the_way).unwrap();
        let file = System.create(Temporary::Private(folder.path())).unwrap();
        System.rename(file, &in_the_way).unwrap_err();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_folder_that_cannot_be_synced_is_no_failure_and_one_that_is_gone_is() {
        assert!(System.sync_folder(Path::new("/proc")).is_ok());
        let folder = tempfile::tempdir().unwrap();
        assert!(System.sync_folder(folder.path()).is_ok());
        assert!(System.sync_folder(&folder.path().join("gone")).is_err());
    }
}
