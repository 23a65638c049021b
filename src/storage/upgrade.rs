//! Which file versions there are, and how a file of any of them walks up to the newest.

use serde::de::DeserializeOwned;

use super::{
    fault::Broken,
    records::{FORMAT, File, newest, v1, v2, v3},
};

/// How much of a file is looked at to find its version, in bytes.
const HEADER_BYTES: usize = 512;

/// Reads a file's text as of `version`, up to the newest records; `None` for a version that never was.
pub fn read(text: &str, version: u32) -> Result<Option<newest::Workbook>, Broken> {
    let source = Source { text, version };
    let workbook = source.step::<v1::Workbook>(1, None)?;
    let workbook = source.step(2, workbook.map(v2::Workbook::from))?;
    let workbook = source.step(3, workbook.map(v3::Workbook::from))?;
    Ok(workbook)
}

/// A text and the version it is of.
struct Source<'a> {
    text: &'a str,
    version: u32,
}

impl Source<'_> {
    /// The records that come up from below, or those of the text where it is of this version.
    fn step<W: DeserializeOwned>(
        &self,
        number: u32,
        below: Option<W>,
    ) -> Result<Option<W>, Broken> {
        if self.version == number {
            let file: File<W> = ron::from_str(self.text)?;
            return Ok(Some(file.workbook));
        }
        Ok(below)
    }
}

/// The version that the beginning of a text states; `None` where it is not a workbook's.
pub fn version_of(text: &str) -> Option<u32> {
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
