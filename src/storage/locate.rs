//! Finding the line and column of a record that parses but cannot be.

use std::{iter::Peekable, str::CharIndices};

/// What to look for in a file of flat record lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    /// Which enterprise, counted from 0; `None` for the workbook's own fields.
    pub enterprise: Option<usize>,
    /// Which list of the enterprise, and which of its records, counted from 0.
    pub record: Option<(&'static str, usize)>,
    /// Which field of the record, enterprise or workbook.
    pub field: &'static str,
}

/// Line and column, both from 1, of a field's value; as near to it as the text allows.
pub(super) fn locate(text: &str, spot: &Spot) -> (usize, usize) {
    let mut walk = Walk::new(text);
    walk.to(spot);
    line_and_column(text, walk.reached)
}

fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (line, before[start..].chars().count() + 1)
}

/// A walk over the text that skips strings and comments.
struct Walk<'a> {
    text: &'a str,
    characters: Peekable<CharIndices<'a>>,
    /// Where the last thing looked for begins.
    reached: usize,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Token<'a> {
    Open,
    Close,
    Comma,
    Word(&'a str),
    Text,
}

impl<'a> Walk<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            characters: text.char_indices().peekable(),
            reached: 0,
        }
    }

    fn to(&mut self, spot: &Spot) -> Option<()> {
        self.open()?;
        self.field("workbook")?;
        self.open()?;
        if let Some(index) = spot.enterprise {
            self.field("enterprises")?;
            self.element(index)?;
            self.open()?;
        }
        if let Some((list, index)) = spot.record {
            self.field(list)?;
            self.element(index)?;
            self.open()?;
        }
        self.field(spot.field)
    }

    /// Goes behind the next opening bracket.
    fn open(&mut self) -> Option<()> {
        while self.token()?.1 != Token::Open {}
        Some(())
    }

    /// Goes to the value of a field of the record whose bracket was just opened.
    fn field(&mut self, name: &str) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            let (_, token) = self.token()?;
            match token {
                Token::Open => depth += 1,
                Token::Close => depth = depth.checked_sub(1)?,
                Token::Word(word) if depth == 0 && word == name && self.colon() => {
                    self.skip_blanks();
                    self.reached = self.characters.peek()?.0;
                    return Some(());
                }
                Token::Word(_) | Token::Comma | Token::Text => {}
            }
        }
    }

    /// Goes to an element of the list that comes next.
    fn element(&mut self, index: usize) -> Option<()> {
        self.open()?;
        let mut depth = 0_usize;
        let mut commas = 0;
        while commas < index {
            match self.token()?.1 {
                Token::Open => depth += 1,
                Token::Close => depth = depth.checked_sub(1)?,
                Token::Comma if depth == 0 => commas += 1,
                Token::Word(_) | Token::Comma | Token::Text => {}
            }
        }
        self.skip_blanks();
        self.reached = self.characters.peek()?.0;
        Some(())
    }

    fn colon(&mut self) -> bool {
        self.skip_blanks();
        self.characters
            .next_if(|(_, character)| *character == ':')
            .is_some()
    }

    fn skip_blanks(&mut self) {
        while self
            .characters
            .next_if(|(_, character)| character.is_whitespace())
            .is_some()
        {}
    }

    fn token(&mut self) -> Option<(usize, Token<'a>)> {
        loop {
            let (start, character) = self.characters.next()?;
            let token = match character {
                '(' | '[' | '{' => Token::Open,
                ')' | ']' | '}' => Token::Close,
                ',' => Token::Comma,
                '"' => {
                    self.quoted();
                    Token::Text
                }
                '/' => {
                    self.comment();
                    continue;
                }
                _ if character.is_alphanumeric() || character == '_' => {
                    while self
                        .characters
                        .next_if(|(_, next)| next.is_alphanumeric() || *next == '_')
                        .is_some()
                    {}
                    let word = &self.text[start..self.offset()];
                    if matches!(word, "r" | "br") && self.raw() {
                        Token::Text
                    } else {
                        Token::Word(word)
                    }
                }
                _ => continue,
            };
            return Some((start, token));
        }
    }

    fn offset(&mut self) -> usize {
        self.characters
            .peek()
            .map_or(self.text.len(), |(offset, _)| *offset)
    }

    /// Goes behind the end of a text whose quotation mark was just read.
    fn quoted(&mut self) {
        while let Some((_, character)) = self.characters.next() {
            match character {
                '"' => return,
                '\\' => {
                    self.characters.next();
                }
                _ => {}
            }
        }
    }

    /// Goes behind a raw text whose `r` was just read; `false` where there is none.
    fn raw(&mut self) -> bool {
        let mut hashes = 0;
        while self
            .characters
            .next_if(|(_, character)| *character == '#')
            .is_some()
        {
            hashes += 1;
        }
        if self
            .characters
            .next_if(|(_, character)| *character == '"')
            .is_none()
        {
            return false;
        }
        let end = format!("\"{}", "#".repeat(hashes));
        let from = self.offset();
        let until = self.text[from..]
            .find(&end)
            .map_or(self.text.len(), |found| from + found + end.len());
        while self
            .characters
            .next_if(|(offset, _)| *offset < until)
            .is_some()
        {}
        true
    }

    /// Goes behind a comment whose first slash was just read.
    fn comment(&mut self) {
        match self.characters.next() {
            Some((_, '/')) => while self.characters.next_if(|(_, next)| *next != '\n').is_some() {},
            Some((_, '*')) => {
                let mut depth = 1;
                let mut last = ' ';
                while depth > 0 {
                    let Some((_, next)) = self.characters.next() else {
                        return;
                    };
                    match (last, next) {
                        ('*', '/') => depth -= 1,
                        ('/', '*') => depth += 1,
                        _ => {
                            last = next;
                            continue;
                        }
                    }
                    last = ' ';
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r##"(workbook: ( note: "enterprises: [ (", weights: (1),
  enterprises: [
    (name: "a", people: [ (id: "1"), ], agreed: [(level: 1)]),
    // (name: "not this one"),
    (name: r#"b ")" "#, /* ( */ people: [
      (id: "1", name: "\"id: "),
      (id: "2", name: "这里"),
    ]),
  ]))"##;

    fn at(
        enterprise: Option<usize>,
        record: Option<(&'static str, usize)>,
        field: &'static str,
    ) -> (usize, usize) {
        let spot = Spot {
            enterprise,
            record,
            field,
        };
        locate(TEXT, &spot)
    }

    #[test]
    fn strings_and_comments_do_not_lead_astray() {
        assert_eq!(at(None, None, "weights"), (1, 49));
        assert_eq!(at(Some(0), Some(("agreed", 0)), "level"), (3, 58));
        assert_eq!(at(Some(1), Some(("people", 1)), "id"), (7, 12));
        assert_eq!(at(Some(1), Some(("people", 1)), "name"), (7, 23));
    }

    #[test]
    fn a_field_that_is_not_there_is_looked_for_as_near_as_can_be() {
        assert_eq!(at(Some(1), Some(("people", 1)), "role"), (7, 7));
        assert_eq!(at(Some(9), None, "name").0, 2);
    }
}
