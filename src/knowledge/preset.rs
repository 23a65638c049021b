//! What all presets share: texts in both languages, and errors that say where.

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeOwned, Error},
};

use crate::i18n::Language;

/// A text in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// English.
    pub en: String,
    /// Simplified Chinese.
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

/// Why a preset cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PresetError {
    /// The text is not what the preset should be.
    #[error("preset {file}, line {line}, column {column}: {reason}")]
    Syntax {
        /// File name.
        file: &'static str,
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What the parser says.
        reason: String,
    },
    /// An entry is missing, unknown or incomplete.
    #[error("preset {file}, entry {entry}: {reason}")]
    Content {
        /// File name.
        file: &'static str,
        /// The entry's id.
        entry: String,
        /// What is wrong with it.
        reason: String,
    },
}

impl PresetError {
    pub(super) fn content(
        file: &'static str,
        entry: impl Into<String>,
        reason: impl Into<String>,
    ) -> Self {
        Self::Content {
            file,
            entry: entry.into(),
            reason: reason.into(),
        }
    }
}

/// Parses a preset's text.
pub(super) fn parse<T: DeserializeOwned>(file: &'static str, text: &str) -> Result<T, PresetError> {
    ron::from_str(text).map_err(|error| PresetError::Syntax {
        file,
        line: error.span.start.line,
        column: error.span.start.col,
        reason: error.code.to_string(),
    })
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
        .map_err(|_| D::Error::custom(format!("expected {N} entries, found {found}")))
}
