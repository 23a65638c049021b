//! Texts and the names of colours inside a page.

use quick_xml::escape::escape;

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
    let seen = |character: &char| *character == '\n' || !is_unseen(*character);
    escape(text.chars().filter(seen).collect::<String>()).into_owned()
}
