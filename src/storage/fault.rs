//! What can be wrong inside a workbook file, and where.

use crate::model::WeightsError;

/// What is wrong at a place of a workbook file.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// The text ends inside a record, as after an interrupted copy.
    EndsEarly,
    /// Bytes that are not UTF-8.
    NotUtf8,
    /// Something else belongs here.
    Expected(Expected),
    /// Text follows the end of the workbook.
    Trailing,
    /// Brackets are nested deeper than any workbook nests them.
    TooDeep,
    /// A word that is none of those a field can hold.
    UnknownWord {
        /// The word.
        found: String,
        /// What the field can hold.
        expected: String,
    },
    /// A field that records of this kind do not have.
    UnknownField(String),
    /// A field that is not there.
    MissingField(String),
    /// A field that is there twice.
    DoubleField(String),
    /// A version that no program ever wrote.
    UnknownVersion(u32),
    /// A backslash followed by what it cannot precede.
    Escape,
    /// Not a UUID.
    NotAnId,
    /// A record with the id of another one.
    Twice(Record),
    /// An id that no record has.
    Unlisted(Record),
    /// A respondent's weight that is not finite or not above 0.
    Voice(f64),
    /// Weights of the factors that cannot be.
    Weights(WeightsError),
    /// A number outside 1..=5, or none at all.
    Level(f64),
    /// Neither a number, nor `NA`, nor `-`.
    NotAScore(String),
    /// Too few or too many entries of a list.
    Count {
        /// How many there are.
        found: usize,
        /// How many there should be.
        expected: usize,
    },
    /// Not the code of one of the eight factors.
    UnknownFactor(String),
    /// A second response of a person in a round.
    SecondResponse,
    /// A second record on the same factor of a response or round.
    SecondOnFactor(String),
    /// A detail of a response that is not there.
    DetailAlone,
    /// Anything else, in the parser's words.
    Other(String),
}

/// Kinds of records that have ids and names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Record {
    /// An enterprise.
    Enterprise,
    /// A person of a panel.
    Person,
    /// A round.
    Round,
    /// An item of a plan.
    PlanItem,
    /// A what-if.
    WhatIf,
    /// Named weights.
    WeightSet,
}

/// What belongs at a place of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// `,`
    Comma,
    /// `:`
    Colon,
    /// `[`
    ListStart,
    /// `]`
    ListEnd,
    /// `(`
    RecordStart,
    /// `)`
    RecordEnd,
    /// A text in quotation marks.
    Text,
    /// A number.
    Number,
    /// `Some(…)` or `None`.
    Option,
    /// The name of a field or a word.
    Name,
}

/// A fault and its place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Broken {
    pub line: usize,
    pub column: usize,
    pub fault: Fault,
}

impl From<ron::error::SpannedError> for Broken {
    fn from(error: ron::error::SpannedError) -> Self {
        Self {
            line: error.span.start.line,
            column: error.span.start.col,
            fault: Fault::from(error.code),
        }
    }
}

impl From<ron::Error> for Fault {
    fn from(error: ron::Error) -> Self {
        use ron::Error as Ron;
        match error {
            Ron::Eof | Ron::ExpectedStringEnd | Ron::UnclosedBlockComment => Self::EndsEarly,
            Ron::ExpectedComma => Self::Expected(Expected::Comma),
            Ron::ExpectedMapColon => Self::Expected(Expected::Colon),
            Ron::ExpectedArray => Self::Expected(Expected::ListStart),
            Ron::ExpectedArrayEnd => Self::Expected(Expected::ListEnd),
            Ron::ExpectedStructLike | Ron::ExpectedNamedStructLike(_) => {
                Self::Expected(Expected::RecordStart)
            }
            Ron::ExpectedStructLikeEnd => Self::Expected(Expected::RecordEnd),
            Ron::ExpectedString => Self::Expected(Expected::Text),
            Ron::ExpectedFloat
            | Ron::ExpectedInteger
            | Ron::FloatUnderscore
            | Ron::IntegerOutOfBounds
            | Ron::InvalidIntegerDigit { .. } => Self::Expected(Expected::Number),
            Ron::ExpectedOption | Ron::ExpectedOptionEnd => Self::Expected(Expected::Option),
            Ron::ExpectedIdentifier | Ron::InvalidIdentifier(_) => Self::Expected(Expected::Name),
            Ron::ExpectedDifferentLength { expected, found } => match expected.parse() {
                Ok(expected) => Self::Count { found, expected },
                Err(_) => Self::Other(expected),
            },
            Ron::TrailingCharacters => Self::Trailing,
            Ron::ExceededRecursionLimit => Self::TooDeep,
            Ron::InvalidEscape(_) => Self::Escape,
            Ron::NoSuchEnumVariant {
                expected, found, ..
            } => Self::UnknownWord {
                found,
                expected: expected.join(", "),
            },
            Ron::NoSuchStructField { found, .. } => Self::UnknownField(found),
            Ron::MissingStructField { field, .. } => Self::MissingField(field.to_owned()),
            Ron::DuplicateStructField { field, .. } => Self::DoubleField(field.to_owned()),
            Ron::Message(message) if message.starts_with("UUID parsing failed") => Self::NotAnId,
            other => Self::Other(other.to_string()),
        }
    }
}
