//! A sidecar that tells other windows that a file is open here, and by whom.

use std::{
    env,
    ffi::OsString,
    fs::{self, File, TryLockError},
    io::{self, Read, Seek, Write},
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use super::{
    regular::{existing_lock, open_lock},
    shortened,
    shown::shown_path,
};

/// Whether this window holds the lock of a file. The document itself is never locked.
#[derive(Debug)]
pub enum LockState {
    /// This window holds it until the value is dropped.
    Held(HeldLock),
    /// Another window holds it.
    HeldElsewhere(Holder),
    /// The folder allows no sidecar, or something else has its name; nothing is known.
    Unknown,
}

/// A held lock; dropping it removes the sidecar and lets go.
#[derive(Debug)]
pub struct HeldLock {
    path: PathBuf,
    _file: File,
}

/// Who has a file open, as its lock says. What nobody wrote there is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holder {
    /// The user's name on that computer.
    pub user: String,
    /// The computer.
    pub computer: String,
    /// The program with its version.
    pub program: String,
    /// Since when, RFC 3339 in local time.
    pub since: String,
    /// Whether the computer is this one.
    pub here: bool,
    /// Whether it is the user of this window, too.
    pub mine: bool,
    /// How it is known.
    pub evidence: Evidence,
}

/// How it is known that somebody has a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Evidence {
    /// The system says that the lock is held at this moment.
    #[default]
    Locked,
    /// Nothing but the note of another computer, which may have been left there by a process that is gone:
    /// in a folder that is synchronised no system tells.
    Noted,
}

/// What a lock says of its holder.
#[derive(Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Note {
    user: String,
    computer: String,
    program: String,
    since: String,
}

/// What is done about the note of another computer that nothing holds here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum NoteOfOthers {
    Overrides,
    Minded,
}

/// How often a sidecar may vanish under our hands before we give up.
const TRIES: usize = 5;
/// The longest note that is read, in bytes.
const MOST_NOTE: u64 = 4096;

impl LockState {
    /// Tries to take the lock of a document. What a process that is gone left behind is taken over, also where
    /// that was on another computer.
    #[must_use]
    pub fn take(document: &Path) -> Self {
        Self::claim(document, NoteOfOthers::Overrides)
    }

    /// The same, but another computer's note keeps it from being taken: that process may well live.
    #[must_use]
    pub fn take_unless_noted(document: &Path) -> Self {
        Self::claim(document, NoteOfOthers::Minded)
    }

    fn claim(document: &Path, others: NoteOfOthers) -> Self {
        let path = sidecar_of(document);
        for _ in 0..TRIES {
            let Ok(mut file) = open_lock(&path) else {
                return Self::Unknown;
            };
            match file.try_lock() {
                Ok(()) if is_at(&file, &path) => {
                    let holder = Note::read(&mut file).holder(Evidence::Noted);
                    if others == NoteOfOthers::Minded && holder.is_of_another_computer() {
                        return Self::HeldElsewhere(holder);
                    }
                    // Without a note it is a lock all the same.
                    if let Err(error) = Note::of_this_window().write(&mut file) {
                        log::info!("no note in {}: {error}", shown_path(&path));
                    }
                    return Self::Held(HeldLock { path, _file: file });
                }
                // Its holder removed it between our opening and locking: the name is free now, or
                // is another file's.
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => {
                    return Self::HeldElsewhere(Note::read(&mut file).holder(Evidence::Locked));
                }
                Err(TryLockError::Error(error)) => {
                    log::info!("no lock on {}: {error}", shown_path(&path));
                    return Self::Unknown;
                }
            }
        }
        Self::Unknown
    }
}

/// Who has a document that this process does not have itself; leaves everything as it is.
#[must_use]
pub fn holder_of(document: &Path) -> Option<Holder> {
    let mut file = existing_lock(&sidecar_of(document)).ok()?;
    match file.try_lock_shared() {
        Ok(()) => {
            let holder = Note::read(&mut file).holder(Evidence::Noted);
            holder.is_of_another_computer().then_some(holder)
        }
        Err(TryLockError::WouldBlock) => Some(Note::read(&mut file).holder(Evidence::Locked)),
        Err(TryLockError::Error(_)) => None,
    }
}

impl Holder {
    fn is_of_another_computer(&self) -> bool {
        !self.here && !self.computer.is_empty()
    }
}

impl Note {
    fn of_this_window() -> Self {
        Self {
            user: this_user(),
            computer: this_computer(),
            program: format!("Resonance {}", env!("CARGO_PKG_VERSION")),
            since: jiff::Zoned::now()
                .strftime("%Y-%m-%dT%H:%M:%S%:z")
                .to_string(),
        }
    }

    /// The note of a lock; an empty one where there is none, it is damaged, or its holder lets nobody read it.
    fn read(file: &mut File) -> Self {
        let mut text = String::new();
        let read = file
            .rewind()
            .and_then(|()| file.take(MOST_NOTE).read_to_string(&mut text));
        match read {
            Ok(_) => ron::from_str(&text).unwrap_or_default(),
            Err(_) => Self::default(),
        }
    }

    fn write(&self, file: &mut File) -> io::Result<()> {
        let text = ron::to_string(self).map_err(io::Error::other)?;
        file.set_len(0)?;
        file.rewind()?;
        file.write_all(text.as_bytes())
    }

    fn holder(self, evidence: Evidence) -> Holder {
        let here = self.computer == this_computer();
        Holder {
            here,
            mine: here && self.user == this_user(),
            user: shortened(&self.user),
            computer: shortened(&self.computer),
            program: shortened(&self.program),
            since: shortened(&self.since),
            evidence,
        }
    }
}

fn this_user() -> String {
    let names = ["USER", "USERNAME", "LOGNAME"];
    let named = names.iter().find_map(|name| env::var(name).ok());
    named.unwrap_or_default()
}

#[cfg(unix)]
fn this_computer() -> String {
    let system = rustix::system::uname();
    system.nodename().to_string_lossy().into_owned()
}

#[cfg(not(unix))]
fn this_computer() -> String {
    env::var("COMPUTERNAME").unwrap_or_default()
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
