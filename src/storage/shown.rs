//! Paths and names as they may be shown: nothing unseen in them turns a line around or commands a terminal.

use std::path::Path;

/// Whether a character is not seen itself but changes what is: controls, marks that turn the direction of
/// writing, and characters without width.
pub(crate) fn is_unseen(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}')
}

/// A path for a sentence; unseen characters are written out, as `\u{202e}`, so that it can be told
/// from another one.
#[must_use]
pub fn shown_path(path: &Path) -> String {
    written_out(&path.display().to_string(), is_unseen)
}

/// A text in which the characters that `is_meant` are written out.
pub(crate) fn written_out(text: &str, is_meant: fn(char) -> bool) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        if is_meant(character) {
            shown.extend(character.escape_unicode());
        } else {
            shown.push(character);
        }
    }
    shown
}

/// The most characters of a file's text that a sentence quotes.
const QUOTED: usize = 40;

/// A text from a file as a sentence may quote it: short, and on one line.
pub(crate) fn shortened(text: &str) -> String {
    let mut quoted: String = text
        .chars()
        .take(QUOTED)
        .map(
            |character| {
                if is_unseen(character) { ' ' } else { character }
            },
        )
        .collect();
    if text.chars().nth(QUOTED).is_some() {
        quoted.push('…');
    }
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unseen_characters_are_written_out_and_all_others_stay() {
        let path = Path::new("/农场/é \u{1f600}/a\u{202e}b\n\u{1b}[31m\u{200b}");
        assert_eq!(
            shown_path(path),
            "/农场/é \u{1f600}/a\\u{202e}b\\u{a}\\u{1b}[31m\\u{200b}"
        );
    }
}
