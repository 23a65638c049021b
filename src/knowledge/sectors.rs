//! The sub-sectors of the three industries.

use serde::Deserialize;

use super::preset::{Bilingual, PresetError, parse};
use crate::i18n::Language;

const FILE: &str = "sectors.ron";

/// The sub-sectors, grouped by industry in report order.
#[derive(Clone, Debug)]
pub struct Sectors(Vec<Sector>);

/// One sub-sector.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sector {
    /// The id kept in workbooks.
    pub id: String,
    /// The industry it belongs to.
    pub industry: Industry,
    /// Its name.
    pub name: Bilingual,
    /// Section or figure of the report, or "ours".
    pub origin: String,
}

/// The three industries of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Industry {
    /// Agriculture, forestry, animal husbandry, fishery.
    Primary,
    /// Manufacturing, energy, mining, construction.
    Secondary,
    /// Services.
    Tertiary,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SectorsFile {
    id: String,
    version: u32,
    sectors: Vec<Sector>,
}

impl Sectors {
    pub(super) fn built_in() -> Result<Self, PresetError> {
        let file: SectorsFile = parse(FILE, include_str!("../../presets/sectors.ron"))?;
        if file.id != "sectors" || file.version != 1 {
            return Err(PresetError::content(FILE, file.id, "expected version 1"));
        }
        for (index, sector) in file.sectors.iter().enumerate() {
            if file.sectors[..index]
                .iter()
                .any(|other| other.id == sector.id)
            {
                return Err(PresetError::content(FILE, &sector.id, "is there twice"));
            }
        }
        Ok(Self(file.sectors))
    }

    /// All sub-sectors in preset order.
    pub fn iter(&self) -> impl Iterator<Item = &Sector> {
        self.0.iter()
    }

    /// The sub-sector with this id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Sector> {
        self.0.iter().find(|sector| sector.id == id)
    }

    /// What to show for an enterprise's sector: the name of a built-in one, else the text as typed.
    #[must_use]
    pub fn label<'a>(&'a self, sector: &'a str, language: Language) -> &'a str {
        self.get(sector)
            .map_or(sector, |known| known.name.get(language))
    }
}
