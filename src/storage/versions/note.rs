//! What is said of an earlier version, and what tells it from others.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Why a state was kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Occasion {
    /// It was written to a file.
    #[default]
    Saved,
    /// It was in the file before the first save.
    Opened,
    /// It was unsaved work that came back.
    Recovered,
    /// It was given up without saving.
    GivenUp,
}

/// What is said of an earlier version without looking into it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct VersionNote {
    /// What the document was called.
    pub name: String,
    /// When, as RFC 3339 in local time.
    pub when: String,
    /// Why it was kept.
    pub occasion: Occasion,
}

/// Tells one version of a workbook from another; the later one is greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct VersionKey {
    /// When it was kept, in milliseconds since 1970.
    pub(super) kept: u64,
    /// Of what it holds.
    pub(super) digest: Uuid,
}
