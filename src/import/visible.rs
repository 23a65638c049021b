//! Names as they are seen: what shows nothing can make two names look like one, or turn a line around.

/// Whether a character shows nothing: controls, marks of direction, joiners, fillers, selectors.
///
/// These are Unicode's `Default_Ignorable_Code_Point`, its controls and separators of lines, the marks
/// of interlinear annotation and the blank Braille cell.
#[must_use]
pub fn is_unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
                | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{2800}'
                | '\u{3164}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{fff0}'..='\u{fffb}'
                | '\u{1bca0}'..='\u{1bca3}'
                | '\u{1d173}'..='\u{1d17a}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}

/// A name without what shows nothing, with one blank for every run of blanks and none at its ends.
#[must_use]
pub fn visible_name(name: &str) -> String {
    let seen: String = name
        .chars()
        .filter(|letter| letter.is_whitespace() || !is_unseen(*letter))
        .collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_shows_nothing_is_left_out_and_blanks_of_any_kind_are_one() {
        for (written, seen) in [
            ("Mei\u{200b} Lin", "Mei Lin"),
            ("\u{202e}niL ieM\u{202c}", "niL ieM"),
            (" Mei\u{a0}\u{3000}Lin\t", "Mei Lin"),
            ("赵\u{feff}伟", "赵伟"),
            ("Zoë 🌾", "Zoë 🌾"),
            ("\u{2060}\u{3164}\u{7}", ""),
        ] {
            assert_eq!(visible_name(written), seen, "{}", written.escape_unicode());
        }
    }
}
