//! The sub-sectors of the three industries.

use serde::{Deserialize, Deserializer, de::Error};

use super::preset::{Bilingual, exactly};
use crate::{
    language::Language,
    model::{Factor, PerFactor},
};

/// The sub-sectors, grouped by industry in report order.
#[derive(Clone, Debug, Default)]
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
    /// A technology that is often considered first (ours).
    pub technology: Bilingual,
    /// Who should be asked (ours).
    #[serde(deserialize_with = "exactly")]
    pub roles: [Bilingual; 4],
    /// What each factor means in this sub-sector, by example (ours).
    #[serde(deserialize_with = "per_factor")]
    pub examples: PerFactor<Bilingual>,
    /// Section or figure of the report, or "ours".
    pub origin: String,
}

/// The three industries of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Industry {
    /// Agriculture, forestry, animal husbandry, fishery.
    Primary,
    /// Manufacturing, energy, mining, construction.
    Secondary,
    /// Services.
    Tertiary,
}

impl Industry {
    /// All three, in report order.
    pub const ALL: [Self; 3] = [Self::Primary, Self::Secondary, Self::Tertiary];
}

impl Sectors {
    pub(super) fn all_mut(&mut self) -> &mut Vec<Sector> {
        &mut self.0
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

    /// What to show for an enterprise's sector: the name of a known one, else the text as typed.
    #[must_use]
    pub fn label<'a>(&'a self, sector: &'a str, language: Language) -> &'a str {
        self.get(sector)
            .map_or(sector, |known| known.name.get(language))
    }
}

/// A text for each factor, listed by code in model order.
fn per_factor<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<PerFactor<Bilingual>, D::Error> {
    let listed: [(String, Bilingual); 8] = exactly(deserializer)?;
    for ((code, _), factor) in listed.iter().zip(Factor::ALL) {
        if code != factor.code() {
            return Err(D::Error::missing_field(factor.code()));
        }
    }
    Ok(PerFactor::from_fn(|factor| {
        listed[factor.index()].1.clone()
    }))
}
