//! Why the program could not start.

use crate::{knowledge::PresetError, theme::ThemeError};

/// Why the program could not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// A preset built into the program is wrong.
    #[error(transparent)]
    Preset(#[from] PresetError),
    /// A theme built into the program is wrong.
    #[error(transparent)]
    Theme(#[from] ThemeError),
    /// The system cannot show a window; the sentence says what is missing.
    #[error("{0}")]
    NoWindow(String),
}
