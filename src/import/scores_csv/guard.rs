//! Keeping a user's text from becoming a formula in a spreadsheet.

use crate::storage::is_unseen;

/// Characters with which a spreadsheet takes a text for a formula, the full-width ones of Chinese typing
/// among them, and the apostrophe so that a text with one of its own comes back whole.
const FORMULA: [char; 9] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\''];

/// What some reader splits a text at, whatever separator it was written with.
const SPLITS: [char; 4] = [';', '\t', '\r', '\n'];

/// A text that no spreadsheet takes for a formula, nor any part of it where it is split: what would be
/// one has an apostrophe before it.
pub(super) fn guarded(text: &str) -> String {
    let mut guarded = String::with_capacity(text.len() + 1);
    for (index, part) in text.split_inclusive(SPLITS).enumerate() {
        if needs_guard(part, index) {
            guarded.push('\'');
        }
        guarded.push_str(part);
    }
    guarded
}

/// A text as it was before [`guarded`].
pub(in crate::import) fn unguarded(text: &str) -> String {
    let parts = text.split_inclusive(SPLITS).enumerate();
    let bare = parts.map(|(index, part)| match part.strip_prefix('\'') {
        Some(rest) if needs_guard(rest, index) => rest,
        _ => part,
    });
    bare.collect()
}

/// Whether a part of a text is a formula to a spreadsheet, which looks past blanks and quotation marks;
/// the first part also where it is no more than a tab or line break.
fn needs_guard(part: &str, index: usize) -> bool {
    let blank = |one: char| one.is_whitespace() || one == '"' || is_unseen(one);
    part.trim_start_matches(blank).starts_with(FORMULA)
        || (index == 0 && part.starts_with(['\t', '\r', '\n']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_comes_back_and_no_formula_leaves() {
        for (text, expected) in [
            ("", ""),
            ("plain", "plain"),
            ("=1+1", "'=1+1"),
            ("+49", "'+49"),
            ("-", "'-"),
            ("@a", "'@a"),
            ("\ttab", "'\ttab"),
            ("\rreturn", "'\rreturn"),
            ("\nline", "'\nline"),
            ("'quoted'", "''quoted'"),
            ("''", "'''"),
            ("  =x", "'  =x"),
            ("'=x", "''=x"),
            ("＝1＋1", "'＝1＋1"),
            ("＠a", "'＠a"),
            ("x;=1+1", "x;'=1+1"),
            ("x;'=1", "x;''=1"),
            ("x; \"=1", "x;' \"=1"),
            ("- one\n- two", "'- one\n'- two"),
            ("\u{feff}=1", "'\u{feff}=1"),
            ("企业", "企业"),
            ("5 - 3; 4", "5 - 3; 4"),
        ] {
            assert_eq!(guarded(text), expected);
            assert_eq!(unguarded(expected), text);
        }
    }
}
