//! The eight factors in words: names, meanings, the report's examples, level sentences, indicators.

use serde::Deserialize;

use super::preset::{Bilingual, PresetError, exactly, parse};
use crate::model::{Factor, INDICATORS_PER_FACTOR, Level};

const FILE: &str = "framework.ron";

/// The words of the eight factors, in model order.
#[derive(Clone, Debug)]
pub struct Framework(Vec<FactorText>);

/// The words of one factor.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactorText {
    code: String,
    /// The factor's name.
    pub name: Bilingual,
    /// What it asks, in one sentence.
    pub meaning: Bilingual,
    /// The report's own example, retold.
    pub example: Bilingual,
    /// Section of the report the factor comes from.
    pub origin: String,
    /// Caption at the scale's level-1 end.
    pub low: Bilingual,
    /// Caption at the scale's level-5 end.
    pub high: Bilingual,
    /// The factor as one plain question.
    pub question: Bilingual,
    /// What level 1 to 5 looks like, as scored.
    #[serde(deserialize_with = "exactly")]
    pub levels: [Bilingual; 5],
    /// The factor's indicators.
    #[serde(deserialize_with = "exactly")]
    pub indicators: [IndicatorText; INDICATORS_PER_FACTOR],
}

/// The words of one indicator (ours, each leaning on a named part of the report).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IndicatorText {
    /// Id, like `ca1`.
    pub id: String,
    /// A short name.
    pub name: Bilingual,
    /// A question an owner can answer.
    pub question: Bilingual,
    /// Where it leans on the report.
    pub origin: String,
    /// What level 1 to 5 looks like, as scored.
    #[serde(deserialize_with = "exactly")]
    pub levels: [Bilingual; 5],
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FrameworkFile {
    id: String,
    version: u32,
    factors: Vec<FactorText>,
}

impl Framework {
    pub(super) fn built_in() -> Result<Self, PresetError> {
        let file: FrameworkFile = parse(FILE, include_str!("../../presets/framework.ron"))?;
        if file.id != "framework" || file.version != 1 {
            return Err(PresetError::content(FILE, file.id, "expected version 1"));
        }
        let codes: Vec<&str> = file.factors.iter().map(|text| text.code.as_str()).collect();
        let expected: Vec<&str> = Factor::ALL.into_iter().map(Factor::code).collect();
        if codes != expected {
            let reason = format!("expected the factors {expected:?} in this order");
            return Err(PresetError::content(FILE, "factors", reason));
        }
        Ok(Self(file.factors))
    }

    /// The words of one factor.
    #[must_use]
    pub fn of(&self, factor: Factor) -> &FactorText {
        &self.0[factor.index()]
    }
}

impl FactorText {
    /// The sentence of the level a score stands at.
    #[must_use]
    pub fn sentence(&self, level: Level) -> &Bilingual {
        &self.levels[level.nearest() - 1]
    }
}
