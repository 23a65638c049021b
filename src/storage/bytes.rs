//! Reading small files of any kind.

use std::{io::Read, path::Path};

use super::regular::open_regular;

/// The bytes of a regular file; `None` where it cannot be read or has more than `limit`.
#[must_use]
pub fn read_bytes(path: &Path, limit: u64) -> Option<Vec<u8>> {
    let file = open_regular(path).ok()?;
    let mut bytes = Vec::new();
    file.take(limit + 1).read_to_end(&mut bytes).ok()?;
    (bytes.len() as u64 <= limit).then_some(bytes)
}
