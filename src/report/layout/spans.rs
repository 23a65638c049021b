//! The spans of a report as pieces of type; addresses of the web in them lead there.

use super::{sizes::Look, typeset::Piece};
use crate::{chart::Ink, report::tree::Span};

/// A piece of the look.
pub fn piece(text: &str, look: Look) -> Piece {
    Piece {
        text: text.to_owned(),
        strong: look.strong,
        ink: look.ink,
        link: None,
    }
}

/// The pieces of spans; addresses of the web in them are pieces of their own.
pub fn pieces(spans: &[Span], look: Look) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for span in spans {
        let ink = span.ink.unwrap_or(if span.strong {
            strong_ink(look.ink)
        } else {
            look.ink
        });
        let strong = span.strong || look.strong;
        let mut push = |text: &str, link: Option<&str>| {
            if !text.is_empty() {
                let (text, link) = (text.to_owned(), link.map(str::to_owned));
                pieces.push(Piece {
                    text,
                    strong,
                    ink,
                    link,
                });
            }
        };
        let mut rest = span.text.as_str();
        while let Some((before, address, behind)) = address_in(rest) {
            push(before, None);
            push(address, Some(address));
            rest = behind;
        }
        push(rest, None);
    }
    pieces
}

/// Bold in running text is a little darker, too.
const fn strong_ink(ink: Ink) -> Ink {
    match ink {
        Ink::Text => Ink::TextStrong,
        other => other,
    }
}

/// The first address of the web in a text, with what is before and behind it.
fn address_in(text: &str) -> Option<(&str, &str, &str)> {
    let from = ["https://", "http://"]
        .iter()
        .filter_map(|scheme| text.find(scheme))
        .min()?;
    let (before, rest) = text.split_at(from);
    let end =
        rest.find(|character: char| !character.is_ascii_graphic() || "<>\"".contains(character));
    let address = &rest[..end.unwrap_or(rest.len())];
    // A full stop behind it ends the sentence.
    let address = address.trim_end_matches(['.', ',', ';', ':', ')', ']', '!', '?']);
    Some((before, address, &rest[address.len()..]))
}
