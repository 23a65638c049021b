//! The report's content and ours, read from the bilingual presets built into the program.
//!
//! Facts and figures carry their origin: a section of the report, or "ours".

mod demo;
mod framework;
mod preset;
mod sectors;

pub use demo::demo_workbook;
pub use framework::{FactorText, Framework, IndicatorText};
pub use preset::{Bilingual, PresetError};
pub use sectors::{Industry, Sector, Sectors};

/// Everything the presets hold, parsed and checked once at start.
#[derive(Clone, Debug)]
pub struct Knowledge {
    /// The eight factors with their words.
    pub framework: Framework,
    /// The sub-sectors of the three industries.
    pub sectors: Sectors,
}

impl Knowledge {
    /// The presets built into the program.
    ///
    /// # Errors
    /// When a preset does not parse or is incomplete; a test keeps the shipped ones valid.
    pub fn built_in() -> Result<Self, PresetError> {
        Ok(Self {
            framework: Framework::built_in()?,
            sectors: Sectors::built_in()?,
        })
    }
}
