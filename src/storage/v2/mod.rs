//! File version 2: how a workbook is written, and back.
//!
//! As version 1, with a plan for each enterprise and "good enough" beside the scores. Inside an
//! enterprise everything is a flat list of records, one to a line, so that a version control system
//! shows one changed score as one changed line. Scores stand in one text in factor order, as in
//! `3.5 2 - NA 4 3 2.5 4`: `-` not scored, `NA` not applicable.

mod read;
mod scores;
mod write;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub(super) use read::{into_workbook, read};

use super::v1::{
    AggregationV1, AgreedV1, BasisV1, ConfidenceV1, PersonV1, ResponseV1, RoundV1, SizeV1,
};

/// The whole file.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FileV2 {
    pub format: String,
    pub version: u32,
    pub workbook: WorkbookV2,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WorkbookV2 {
    pub id: Uuid,
    pub title: String,
    pub note: String,
    pub aggregation: AggregationV1,
    pub weights: [f64; 8],
    pub enterprises: Vec<EnterpriseV2>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EnterpriseV2 {
    pub id: Uuid,
    pub name: String,
    pub sector: String,
    pub size: Option<SizeV1>,
    pub technology: String,
    pub people: Vec<PersonV1>,
    pub rounds: Vec<RoundV1>,
    pub responses: Vec<ResponseV1>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub details: Vec<DetailV2>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agreed: Vec<AgreedV1>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub plan: Vec<PlanV2>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DetailV2 {
    pub round: Uuid,
    pub person: Uuid,
    pub factor: String,
    pub indicators: String,
    pub basis: BasisV1,
    pub confidence: Option<ConfidenceV1>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enough: Option<bool>,
    pub note: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PlanV2 {
    id: Uuid,
    kind: String,
    preset: String,
    text: String,
    factor: Option<String>,
    state: PlanStateV2,
    owner: String,
    due: String,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum PlanStateV2 {
    Open,
    Begun,
    Done,
}
