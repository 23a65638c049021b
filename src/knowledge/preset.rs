//! What all presets share: texts in both languages, the envelope, and errors that say where.

use ron::value::RawValue;
use serde::{
    Deserialize, Deserializer,
    de::{DeserializeOwned, Error},
};

use crate::{language::Language, model::Factor};

/// A text in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// English.
    #[serde(deserialize_with = "not_blank")]
    pub en: String,
    /// Simplified Chinese.
    #[serde(deserialize_with = "not_blank")]
    pub zh: String,
}

impl Bilingual {
    /// The text in one language.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::English => &self.en,
            Language::Chinese => &self.zh,
        }
    }
}

/// What is wrong in a preset, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct PresetError {
    /// File name.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1.
    pub column: usize,
    /// Id of the entry it is in; empty before the first one.
    pub entry: String,
    /// What is wrong there.
    pub fault: PresetFault,
}

/// What can be wrong in a preset.
#[derive(Clone, Debug, PartialEq)]
pub enum PresetFault {
    /// The text or a word of it is not what should stand there.
    Text(Box<ron::Error>),
    /// A text that says nothing.
    EmptyText,
    /// The first line names another format, kind or version.
    Envelope {
        /// What this program reads, several with commas between.
        expected: String,
        /// What is there.
        found: String,
    },
    /// An entry with this id is there already.
    Twice,
    /// A reference to something that no preset holds.
    Unlisted(String),
    /// The file is larger than this many megabytes, or than what all presets together may still be.
    TooLarge(u64),
    /// The file is not UTF-8 text.
    NotText,
    /// The file cannot be read.
    Unreadable,
    /// A preset built into the program does not hold what it should, in the words of its reader.
    BuiltIn(String),
    /// It holds more entries than are read, and none of them counts.
    TooMany(usize),
    /// What else is wrong, by number.
    More(usize),
}

/// What the reader of a preset says of a text that says nothing.
const EMPTY_TEXT: &str = "a text is empty";

impl PresetFault {
    fn of(error: ron::Error) -> Self {
        match error {
            ron::Error::Message(message) if message == EMPTY_TEXT => Self::EmptyText,
            other => Self::Text(Box::new(other)),
        }
    }
}

/// The outermost brackets of every preset; entries are read one by one, so that a wrong one does
/// not take the others with it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Envelope {
    format: String,
    kind: String,
    version: u32,
    entries: Vec<Box<RawValue>>,
}

/// The first line's format of a preset.
const FORMAT: &str = "resonance-preset";
/// The newest version of presets that this program reads.
const VERSION: u32 = 1;

/// The most entries of a preset: some hundred times those of the largest built-in one.
pub(crate) const MOST_ENTRIES: usize = 2_000;
/// The most errors that are kept to be shown.
const MOST_ERRORS: usize = 100;

/// The text of a preset file, with its name for errors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PresetText {
    /// File name.
    pub name: String,
    /// The whole text.
    pub text: String,
}

/// An entry that was read, with its place.
pub(super) struct Entry<T> {
    pub value: T,
    pub line: usize,
    pub column: usize,
}

/// The entries of a preset as texts with their places, by the kind the preset says it is.
pub(super) struct Entries<'a> {
    preset: &'a PresetText,
    pub kind: String,
    raw: Vec<Box<RawValue>>,
}

impl<'a> Entries<'a> {
    /// Reads the outermost brackets.
    pub fn of(preset: &'a PresetText) -> Result<Self, PresetError> {
        let envelope: Envelope = ron::from_str(&preset.text).map_err(|wrong| {
            let (line, column) = (wrong.span.start.line, wrong.span.start.col);
            let before = offset_of(&preset.text, line, column);
            let entry = last_id(&preset.text[..before]);
            preset.error(line, column, entry, PresetFault::of(wrong.code))
        })?;
        if envelope.format != FORMAT || envelope.version == 0 || envelope.version > VERSION {
            let fault = PresetFault::Envelope {
                expected: format!("{FORMAT} {VERSION}"),
                found: format!("{} {}", envelope.format, envelope.version),
            };
            return Err(preset.error(1, 1, String::new(), fault));
        }
        if envelope.entries.len() > MOST_ENTRIES {
            let fault = PresetFault::TooMany(envelope.entries.len());
            return Err(preset.error(1, 1, String::new(), fault));
        }
        Ok(Self {
            preset,
            kind: envelope.kind,
            raw: envelope.entries,
        })
    }

    /// Reads every entry; those that are wrong become errors with line and id.
    pub fn read<T: DeserializeOwned>(&self) -> (Vec<Entry<T>>, Vec<PresetError>) {
        let (mut entries, mut errors) = (Vec::new(), Vec::new());
        let mut from = 0;
        let mut places = Places::of(&self.preset.text);
        for raw in &self.raw {
            let raw = raw.get_ron();
            // Entries stand in the text in this order, so each is found behind the one before.
            let start = self.preset.text[from..]
                .find(raw)
                .map_or(from, |at| from + at);
            from = start + raw.len();
            let lead = raw.len() - raw.trim_start().len();
            match ron::from_str::<T>(raw) {
                Ok(value) => {
                    let (line, column) = places.at(start + lead);
                    entries.push(Entry {
                        value,
                        line,
                        column,
                    });
                }
                Err(wrong) => {
                    let inside = offset_of(raw, wrong.span.start.line, wrong.span.start.col);
                    let (line, column) = places.at(start + inside);
                    let fault = PresetFault::of(wrong.code);
                    errors.push(self.preset.error(line, column, last_id(raw), fault));
                }
            }
        }
        (entries, errors)
    }
}

impl PresetText {
    /// An error in this preset.
    pub(super) fn error(
        &self,
        line: usize,
        column: usize,
        entry: String,
        fault: PresetFault,
    ) -> PresetError {
        PresetError {
            file: self.name.clone(),
            line,
            column,
            entry,
            fault,
        }
    }
}

/// Byte offset of a line and column counted from 1; the end where the text is shorter.
fn offset_of(text: &str, line: usize, column: usize) -> usize {
    let mut start = 0;
    for _ in 1..line {
        match text[start..].find('\n') {
            Some(end) => start += end + 1,
            None => return text.len(),
        }
    }
    let mut characters = text[start..].char_indices();
    characters
        .nth(column.saturating_sub(1))
        .map_or(text.len(), |(at, _)| start + at)
}

/// Finds line and column of byte offsets that only grow, each from the one before.
struct Places<'a> {
    text: &'a str,
    offset: usize,
    line: usize,
    column: usize,
}

impl<'a> Places<'a> {
    const fn of(text: &'a str) -> Self {
        Self {
            text,
            offset: 0,
            line: 1,
            column: 1,
        }
    }

    /// Line and column of a byte offset, both from 1.
    fn at(&mut self, offset: usize) -> (usize, usize) {
        let passed = self.text.get(self.offset..offset).unwrap_or_default();
        self.line += passed.matches('\n').count();
        match passed.rsplit_once('\n') {
            Some((_, last)) => self.column = last.chars().count() + 1,
            None => self.column += passed.chars().count(),
        }
        self.offset = self.offset.max(offset);
        (self.line, self.column)
    }
}

/// The last `id: "…"` of a text; empty where there is none.
fn last_id(text: &str) -> String {
    let Some(at) = text.rfind("id:") else {
        return String::new();
    };
    let rest = text[at + 3..].trim_start().strip_prefix('"');
    let id = rest.and_then(|rest| rest.split(['"', '\n']).next());
    id.unwrap_or_default().to_owned()
}

/// Parses a preset with a shape of its own, in one piece.
pub(super) fn parse<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, PresetError> {
    ron::from_str(text).map_err(|wrong| PresetError {
        file: file.to_owned(),
        line: wrong.span.start.line,
        column: wrong.span.start.col,
        entry: String::new(),
        fault: PresetFault::of(wrong.code),
    })
}

impl PresetError {
    /// The first errors of a list, and how many more there are.
    #[must_use]
    pub fn first_of(mut errors: Vec<Self>) -> Vec<Self> {
        let more = errors.len().saturating_sub(MOST_ERRORS);
        if more > 0 {
            errors.truncate(MOST_ERRORS);
            if let Some(last) = errors.last().cloned() {
                errors.push(Self {
                    entry: String::new(),
                    fault: PresetFault::More(more),
                    ..last
                });
            }
        }
        errors
    }

    /// How many errors this one stands for.
    #[must_use]
    pub const fn count(&self) -> usize {
        match self.fault {
            PresetFault::More(count) => count,
            _ => 1,
        }
    }

    /// An error of a preset that parsed but does not hold what it should.
    pub(super) fn content(file: &str, entry: impl Into<String>, reason: impl Into<String>) -> Self {
        Self {
            file: file.to_owned(),
            line: 1,
            column: 1,
            entry: entry.into(),
            fault: PresetFault::BuiltIn(reason.into()),
        }
    }
}

/// Reads a text that must say something.
fn not_blank<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let text = String::deserialize(deserializer)?;
    if text.trim().is_empty() {
        return Err(D::Error::custom(EMPTY_TEXT));
    }
    Ok(text)
}

/// Reads a list that must have exactly `N` entries.
pub(super) fn exactly<'de, D, T, const N: usize>(deserializer: D) -> Result<[T; N], D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    let entries = Vec::<T>::deserialize(deserializer)?;
    let found = entries.len();
    entries
        .try_into()
        .map_err(|_| D::Error::invalid_length(found, &N.to_string().as_str()))
}

/// A factor by its code.
pub(super) fn factor<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Factor, D::Error> {
    let code = String::deserialize(deserializer)?;
    Factor::from_code(&code).ok_or_else(|| D::Error::unknown_variant(&code, &FACTORS))
}

/// Factors by their codes.
pub(super) fn factors<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Factor>, D::Error> {
    let factor = |code: &String| {
        Factor::from_code(code).ok_or_else(|| D::Error::unknown_variant(code, &FACTORS))
    };
    let codes = Vec::<String>::deserialize(deserializer)?;
    codes.iter().map(factor).collect()
}

/// The codes of all factors, for errors.
static FACTORS: [&str; 8] = {
    let mut codes = [""; 8];
    let mut at = 0;
    while at < codes.len() {
        codes[at] = Factor::ALL[at].code();
        at += 1;
    }
    codes
};
