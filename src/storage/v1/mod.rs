//! File version 1, frozen: how a workbook is written, and back.
//!
//! Inside an enterprise everything is a flat list of records, one to a line, so that a version
//! control system shows one changed score as one changed line. Scores stand in one text in factor
//! order, as in `3.5 2 - NA 4 3 2.5 4`: `-` not scored, `NA` not applicable.

mod read;
mod scores;
mod write;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub(super) use read::read;

/// The whole file.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FileV1 {
    pub format: String,
    pub version: u32,
    pub workbook: WorkbookV1,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WorkbookV1 {
    id: Uuid,
    title: String,
    note: String,
    aggregation: AggregationV1,
    weights: [f64; 8],
    enterprises: Vec<EnterpriseV1>,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum AggregationV1 {
    Mean,
    Median,
}

#[derive(Debug, Serialize, Deserialize)]
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
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    details: Vec<DetailV1>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    agreed: Vec<AgreedV1>,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum SizeV1 {
    Micro,
    Small,
    Medium,
    Large,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PersonV1 {
    id: Uuid,
    name: String,
    role: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RoundV1 {
    id: Uuid,
    name: String,
    date: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ResponseV1 {
    round: Uuid,
    person: Uuid,
    weight: f64,
    scores: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
}

#[derive(Debug, Serialize, Deserialize)]
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
enum BasisV1 {
    Direct,
    Indicators,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum ConfidenceV1 {
    Sure,
    FairlySure,
    Guess,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct AgreedV1 {
    round: Uuid,
    factor: String,
    level: f64,
    dissent: String,
}
