//! Why the program could not start.

use crate::{i18n::Language, knowledge::PresetError, theme::ThemeError};

/// Why the program could not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// A preset built into the program is wrong.
    #[error("a preset is wrong: {0:?}")]
    Preset(PresetError),
    /// A theme built into the program is wrong.
    #[error(transparent)]
    Theme(#[from] ThemeError),
    /// The system cannot show a window.
    #[error("{missing}")]
    NoWindow {
        /// The sentence on what is missing.
        missing: String,
        /// The language that it is in.
        language: Language,
    },
}
