//! Which characters the bundled faces have, and how wide they are.

use std::collections::{BTreeSet, HashMap};

use skrifa::{FontRef, MetadataProvider, instance::Size};

use crate::report::pages::Face;

/// Stands for a character that no face has (the geta mark).
pub const GETA: char = '\u{3013}';

/// Reads the faces' tables, and remembers what was asked.
pub struct Coverage {
    fonts: Vec<(Face, Option<FontRef<'static>>)>,
    widths: HashMap<(char, bool), Option<f32>>,
}

impl Coverage {
    pub fn new() -> Self {
        let font = |face: Face| (face, FontRef::new(face.bytes()).ok());
        Self {
            fonts: Face::ALL.map(font).into(),
            widths: HashMap::new(),
        }
    }

    /// The advance of a character in ems; none if no face has it.
    pub fn advance(&mut self, character: char, bold: bool) -> Option<f32> {
        let Self { fonts, widths } = self;
        *widths.entry((character, bold)).or_insert_with(|| {
            let weight = fonts.iter().filter(|(face, _)| face.bold() == bold);
            weight
                .filter_map(|(_, font)| font.as_ref())
                .find_map(|font| {
                    let glyph = font.charmap().map(character)?;
                    let metrics = font
                        .glyph_metrics(Size::new(1.0), skrifa::instance::LocationRef::default());
                    metrics.advance_width(glyph)
                })
        })
    }

    /// A text that can be printed, on one line: what no face has becomes [`GETA`] and is named, what cannot be seen
    /// is left out.
    pub fn printable(&mut self, text: &str, unprintable: &mut BTreeSet<char>) -> String {
        let mut printable = String::with_capacity(text.len());
        for character in text.chars() {
            if character == ' ' || character == '\u{a0}' {
                printable.push(character);
            } else if character.is_whitespace() {
                printable.push(' ');
            } else if invisible(character) {
            } else if self.advance(character, false).is_some() {
                printable.push(character);
            } else {
                unprintable.insert(character);
                printable.push(GETA);
            }
        }
        printable
    }
}

/// Controls, joiners, marks of direction and variation: what a reader does not see and a copy should not hold.
fn invisible(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e01ef}'
        )
}

/// Whether nothing of a text can be seen.
pub fn blank(text: &str) -> bool {
    text.chars()
        .all(|one| one.is_whitespace() || invisible(one))
}

/// Whether a character is written in the face for Chinese whatever stands beside it.
pub fn is_chinese(character: char) -> bool {
    matches!(character,
        '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ffef}'
        | '\u{20000}'..='\u{3ffff}')
}

/// Whether a mark is Chinese beside Chinese and Latin beside Latin: quotation marks, dashes, dots.
pub fn follows_neighbour(character: char) -> bool {
    matches!(
        character,
        '\u{2018}' | '\u{2019}' | '\u{201c}' | '\u{201d}' | '\u{2014}' | '\u{2026}'
    )
}
