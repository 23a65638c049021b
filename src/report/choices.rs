//! What can be chosen of a report, with the words of the command line and the settings for it.

use std::path::Path;

use super::{contents::ReportKind, pages::Paper};
use crate::language::Language;

/// What a report is written as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Format {
    #[default]
    Pdf,
    Html,
    Markdown,
    Png,
    Svg,
}

/// The languages of a report; of two, one follows the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Languages {
    One(Language),
    Both,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 5] = [Self::Pdf, Self::Html, Self::Markdown, Self::Png, Self::Svg];

    /// The ending of its files.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Html => "html",
            Self::Markdown => "md",
            Self::Png => "png",
            Self::Svg => "svg",
        }
    }

    /// The format of an ending.
    #[must_use]
    pub fn from_ending(ending: &str) -> Option<Self> {
        let mut all = Self::ALL.into_iter();
        all.find(|format| format.ending().eq_ignore_ascii_case(ending))
    }

    /// The format that a file's name asks for.
    #[must_use]
    pub fn of_path(path: &Path) -> Option<Self> {
        Self::from_ending(path.extension()?.to_str()?)
    }
}

impl Languages {
    /// In order.
    #[must_use]
    pub fn list(self) -> Vec<Language> {
        match self {
            Self::One(language) => vec![language],
            Self::Both => vec![Language::English, Language::Chinese],
        }
    }

    /// The word for it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::One(Language::English) => "en",
            Self::One(Language::Chinese) => "zh",
            Self::Both => "both",
        }
    }

    /// What a word stands for.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "both" => Some(Self::Both),
            code => Language::from_code(code).map(Self::One),
        }
    }
}

impl Paper {
    /// The word for it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::Letter => "letter",
            Self::Wide => "wide",
        }
    }

    /// What a word stands for.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::SHEETS.into_iter().find(|paper| paper.code() == code)
    }
}

impl ReportKind {
    /// The word for it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Sheet => "sheet",
            Self::Full => "full",
            Self::Portfolio => "portfolio",
        }
    }

    /// What a word stands for.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether each firm has a report of its own.
    #[must_use]
    pub const fn by_firm(self) -> bool {
        match self {
            Self::Sheet | Self::Full => true,
            Self::Portfolio => false,
        }
    }
}
