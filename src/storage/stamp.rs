//! By what a file is known again: how it was, and what it held.

use std::{
    fs::{self, Metadata},
    path::Path,
    time::SystemTime,
};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// How a file was when it was last read or written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileStamp {
    length: u64,
    modified: Option<SystemTime>,
}

impl FileStamp {
    /// The stamp of what was looked at.
    pub(super) fn of(found: &Metadata) -> Self {
        Self {
            length: found.len(),
            modified: found.modified().ok(),
        }
    }
}

/// The stamp of a file as it is now.
#[must_use]
pub fn stamp_of(path: &Path) -> Option<FileStamp> {
    fs::metadata(path).ok().as_ref().map(FileStamp::of)
}

/// Tells the text of one file from that of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fingerprint(Uuid);

impl Fingerprint {
    /// The fingerprint of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        Self(Uuid::new_v5(&Uuid::NAMESPACE_OID, text.as_bytes()))
    }
}
