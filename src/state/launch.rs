//! What the program is started with.

use std::path::PathBuf;

use crate::i18n::Language;

/// How the window opens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Launch {
    /// The file to open.
    pub file: Option<PathBuf>,
    /// What to open where no file is named.
    pub content: Content,
    /// Whether to end after the first frame.
    pub stay: Stay,
    /// The language asked for; else the remembered one, else the system's.
    pub language: Option<Language>,
}

/// What the window opens with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Content {
    /// The Start screen.
    #[default]
    Start,
    /// The demo workbook.
    Demo,
}

/// How long the window stays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stay {
    /// Until it is closed.
    #[default]
    Open,
    /// Until its first frame was shown; the time is printed then.
    MeasureStartup,
}
