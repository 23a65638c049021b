//! File version 1, frozen: its records, and how they become those of version 2.
//!
//! Inside an enterprise everything is a flat list of records, one to a line, so that a version
//! control system shows one changed score as one changed line. Scores stand in one text in factor
//! order, as in `3.5 2 - NA 4 3 2.5 4`: `-` not scored, `NA` not applicable.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    FORMAT,
    fault::Broken,
    v2::{DetailV2, EnterpriseV2, FileV2, RoundV2, WorkbookV2},
    v3,
};
use crate::model::Workbook;

/// Reads the text of a file of version 1.
pub(super) fn read(text: &str) -> Result<Workbook, Broken> {
    let file: FileV1 = ron::from_str(text)?;
    v3::into_workbook(file.upgrade().upgrade(), text)
}

/// The whole file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct FileV1 {
    #[expect(dead_code, reason = "checked before the file is read")]
    format: String,
    #[expect(dead_code, reason = "checked before the file is read")]
    version: u32,
    workbook: WorkbookV1,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WorkbookV1 {
    id: Uuid,
    title: String,
    note: String,
    aggregation: AggregationV1,
    weights: [f64; 8],
    enterprises: Vec<EnterpriseV1>,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum AggregationV1 {
    Mean,
    Median,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct EnterpriseV1 {
    id: Uuid,
    name: String,
    sector: String,
    size: Option<SizeV1>,
    technology: String,
    people: Vec<PersonV1>,
    rounds: Vec<RoundV1>,
    responses: Vec<ResponseV1>,
    #[serde(default)]
    details: Vec<DetailV1>,
    #[serde(default)]
    agreed: Vec<AgreedV1>,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum SizeV1 {
    Micro,
    Small,
    Medium,
    Large,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PersonV1 {
    pub id: Uuid,
    pub name: String,
    pub role: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RoundV1 {
    pub id: Uuid,
    pub name: String,
    pub date: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ResponseV1 {
    pub round: Uuid,
    pub person: Uuid,
    pub weight: f64,
    pub scores: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct DetailV1 {
    round: Uuid,
    person: Uuid,
    factor: String,
    indicators: String,
    basis: BasisV1,
    confidence: Option<ConfidenceV1>,
    note: String,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum BasisV1 {
    Direct,
    Indicators,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum ConfidenceV1 {
    Sure,
    FairlySure,
    Guess,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AgreedV1 {
    pub round: Uuid,
    pub factor: String,
    pub level: f64,
    pub dissent: String,
}

impl FileV1 {
    /// The same records as version 2 has them: without a plan and without "good enough".
    fn upgrade(self) -> FileV2 {
        let workbook = self.workbook;
        FileV2 {
            _format: FORMAT.to_owned(),
            _version: 2,
            workbook: WorkbookV2 {
                id: workbook.id,
                title: workbook.title,
                note: workbook.note,
                aggregation: workbook.aggregation,
                weights: workbook.weights,
                hides_people: false,
                uses_aliases: false,
                _notice: String::new(),
                enterprises: workbook
                    .enterprises
                    .into_iter()
                    .map(EnterpriseV1::upgrade)
                    .collect(),
            },
        }
    }
}

impl EnterpriseV1 {
    fn upgrade(self) -> EnterpriseV2 {
        let details = self.details.into_iter();
        EnterpriseV2 {
            id: self.id,
            name: self.name,
            alias: String::new(),
            sector: self.sector,
            size: self.size,
            technology: self.technology,
            people: self.people,
            rounds: self
                .rounds
                .into_iter()
                .map(|round| RoundV2 {
                    id: round.id,
                    name: round.name,
                    date: round.date,
                    stage: None,
                })
                .collect(),
            responses: self.responses,
            details: details
                .map(|detail| DetailV2 {
                    round: detail.round,
                    person: detail.person,
                    factor: detail.factor,
                    indicators: detail.indicators,
                    basis: detail.basis,
                    confidence: detail.confidence,
                    enough: None,
                    note: detail.note,
                })
                .collect(),
            agreed: self.agreed,
            plan: Vec::new(),
        }
    }
}
