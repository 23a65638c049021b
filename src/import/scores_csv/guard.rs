//! Keeping a user's text from becoming a formula in a spreadsheet.

/// Characters with which a spreadsheet takes a text for a formula; the apostrophe is among them so
/// that a text with one of its own comes back whole.
const FORMULA: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\''];

/// A text that no spreadsheet takes for a formula: one that would be has an apostrophe before it.
pub(super) fn guarded(text: &str) -> String {
    if needs_guard(text) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// A text as it was before [`guarded`].
pub(in crate::import) fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if needs_guard(rest) => rest,
        _ => text,
    }
}

/// Whether a text is a formula to a spreadsheet, which looks past blanks.
fn needs_guard(text: &str) -> bool {
    text.starts_with(FORMULA) || text.trim_start().starts_with(FORMULA)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_comes_back_and_no_formula_leaves() {
        for text in [
            "", "plain", "=1+1", "+49", "-", "@a", "\ttab", "\rreturn", "'quoted'", "''", "  =x",
            "'=x", "企业", "5 - 3",
        ] {
            let written = guarded(text);
            assert_eq!(unguarded(&written), text);
            assert!(!written.trim_start().starts_with(['=', '+', '-', '@', '\t']));
        }
    }
}
