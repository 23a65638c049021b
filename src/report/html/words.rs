//! Texts and the names of colours inside a page.

use crate::{chart::Ink, import::is_unseen};

/// The name of the variable of an ink.
pub(super) fn variable(ink: Ink) -> String {
    match ink {
        Ink::Supply => "supply".to_owned(),
        Ink::Demand => "demand".to_owned(),
        Ink::Resonance => "resonance".to_owned(),
        Ink::Line => "line".to_owned(),
        Ink::LineStrong => "line-strong".to_owned(),
        Ink::TextStrong => "text-strong".to_owned(),
        Ink::Text => "text".to_owned(),
        Ink::TextSubdued => "text-subdued".to_owned(),
        Ink::Series(number) => format!("series-{number}"),
    }
}

/// A text that ends no element or attribute and begins none, without what is not seen.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped += "&amp;",
            '<' => escaped += "&lt;",
            '>' => escaped += "&gt;",
            '"' => escaped += "&quot;",
            '\'' => escaped += "&#39;",
            '\n' => escaped.push('\n'),
            unseen if is_unseen(unseen) => (),
            other => escaped.push(other),
        }
    }
    escaped
}
