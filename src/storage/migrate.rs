//! Which reader reads which file version.
//!
//! A new version gets its own module beside [`v3`] with a `read` of its own, a line in [`READERS`],
//! and becomes what [`save`](super::save) writes. The version before it keeps its records and a
//! conversion to the next, so a file of any version walks up step by step.

use super::{FORMAT, fault::Broken, v1, v2, v3};
use crate::model::Workbook;

type Reader = fn(&str) -> Result<Workbook, Broken>;

/// Every version there ever was, oldest first.
const READERS: [(u32, Reader); 3] = [(1, v1::read), (2, v2::read), (3, v3::read)];

/// How much of a file is looked at to find its version, in bytes.
const HEADER_BYTES: usize = 512;

/// The reader of a version.
pub(super) fn reader(version: u32) -> Option<Reader> {
    let found = READERS.iter().find(|(known, _)| *known == version);
    found.map(|(_, reader)| *reader)
}

/// The version that the beginning of a text states; `None` where it is not a workbook's.
pub(super) fn version_of(text: &str) -> Option<u32> {
    let head = &text[..text.floor_char_boundary(HEADER_BYTES)];
    let rest = ["(", "format", ":", "\"", FORMAT, "\"", ",", "version", ":"]
        .into_iter()
        .try_fold(head, |rest, word| rest.trim_start().strip_prefix(word))?;
    let digits = rest.trim_start();
    let end = digits
        .find(|character: char| !character.is_ascii_digit())
        .unwrap_or(digits.len());
    // Too many digits for a number are a version far in the future.
    (end > 0).then(|| digits[..end].parse().unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::FILE_VERSION;

    #[test]
    fn the_newest_reader_is_that_of_the_version_written() {
        assert_eq!(
            READERS.last().map(|(version, _)| *version),
            Some(FILE_VERSION)
        );
    }

    #[test]
    fn the_version_is_found_however_the_first_line_is_spaced() {
        let head = "( format : \"resonance-workbook\" ,\n version: 12, workbook";
        assert_eq!(version_of(head), Some(12));
        let future = "(format: \"resonance-workbook\", version: 99999999999)";
        assert_eq!(version_of(future), Some(u32::MAX));
        for foreign in [
            "",
            "(",
            "(format: \"other\", version: 1",
            "(format: \"resonance-workbook\", version: x",
        ] {
            assert_eq!(version_of(foreign), None, "{foreign}");
        }
    }
}
