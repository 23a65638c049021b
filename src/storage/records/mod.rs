//! The records of every file version, each frozen as it was: plain data that knows nothing of the
//! model, nor of any later version.
//!
//! A version says how the records of the one before become its own.

#[macro_use]
mod tables;
pub mod v1;
pub mod v2;
pub mod v3;

pub use v3 as newest;

/// Version of the file that this program writes, and the newest it reads.
pub const FILE_VERSION: u32 = 3;
/// The name the file gives itself on its first line.
pub const FORMAT: &str = "resonance-workbook";
/// Extension of workbook files.
pub const EXTENSION: &str = "resonance";

/// A whole file of any version; its first line names format and version.
#[derive(Debug, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File<W> {
    pub format: String,
    pub version: u32,
    pub workbook: W,
}
