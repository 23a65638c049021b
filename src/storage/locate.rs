//! Finding the line and column of a record that parses but cannot be.

use std::fmt;

use ron::error::Position;
use serde::{
    Deserializer,
    de::{DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Visitor},
};

use super::fault::{Broken, Fault};

/// What is wrong with which field of which record.
#[derive(Debug)]
pub struct Wrong {
    /// The way from the field up to the workbook.
    way: Vec<Step>,
    fault: Fault,
}

#[derive(Clone, Copy, Debug)]
enum Step {
    Field(&'static str),
    /// Place in a list, from 0.
    Place(usize),
}

impl Wrong {
    /// A fault of a field of the record at hand.
    pub fn at(field: &'static str, fault: Fault) -> Self {
        let way = vec![Step::Field(field)];
        Self { way, fault }
    }

    /// The same as seen from what holds the record in a list.
    pub fn within(mut self, list: &'static str, place: usize) -> Self {
        self.way.extend([Step::Place(place), Step::Field(list)]);
        self
    }

    /// The fault with its place in the text that was read, as near to it as the text allows.
    pub fn located(mut self, text: &str) -> Broken {
        self.way.push(Step::Field("workbook"));
        self.way.reverse();
        // What is left out is looked for in what would hold it.
        let mut ways = (0..=self.way.len()).rev().map(|steps| &self.way[..steps]);
        let found = ways.find_map(|way| find(text, way));
        Broken {
            line: found.map_or(1, |position| position.line),
            column: found.map_or(1, |position| position.col),
            fault: self.fault,
        }
    }
}

/// What the parser is stopped with.
const HERE: &str = "here";

/// Where a value begins. The parser itself walks there and is stopped, for only it knows every way
/// to write texts, comments and records.
fn find(text: &str, way: &[Step]) -> Option<Position> {
    let stopped = ron::Options::default().from_str_seed(text, Walk(way));
    let error = stopped.err()?;
    (error.code == ron::Error::custom(HERE)).then_some(error.span.end)
}

struct Walk<'a>(&'a [Step]);

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if self.0.is_empty() {
            return Err(D::Error::custom(HERE));
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a record or a list")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut record: A) -> Result<(), A::Error> {
        while let Some(name) = record.next_key::<String>()? {
            match self.0 {
                [Step::Field(field), rest @ ..] if name == *field => {
                    record.next_value_seed(Walk(rest))?;
                }
                _ => {
                    record.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let [Step::Place(place), rest @ ..] = self.0 else {
            return Err(A::Error::custom("a list where a record was"));
        };
        for _ in 0..*place {
            list.next_element::<IgnoredAny>()?;
        }
        list.next_element_seed(Walk(rest)).map(|_| ())
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

    fn at(wrong: Wrong) -> (usize, usize) {
        let broken = wrong.located(TEXT);
        (broken.line, broken.column)
    }

    fn wrong(field: &'static str) -> Wrong {
        Wrong::at(field, Fault::DetailAlone)
    }

    #[test]
    fn strings_and_comments_do_not_lead_astray() {
        let person = |field| wrong(field).within("people", 1).within("enterprises", 1);
        assert_eq!(at(wrong("weights")), (1, 49));
        let agreed = wrong("level").within("agreed", 0).within("enterprises", 0);
        assert_eq!(at(agreed), (3, 58));
        assert_eq!(at(person("id")), (7, 12));
        assert_eq!(at(person("name")), (7, 23));
    }

    #[test]
    fn a_field_that_is_not_there_is_looked_for_as_near_as_can_be() {
        let person = wrong("role").within("people", 1).within("enterprises", 1);
        assert_eq!(at(person), (7, 7));
        assert_eq!(at(wrong("name").within("enterprises", 9)).0, 2);
        assert_eq!(at(wrong("title")), (1, 12));
    }
}
