//! File version 2: how a workbook is written, and back.
//!
//! As version 1, with a plan and an alias for each enterprise, "good enough" beside the scores, the
//! step of the session for a round, and whether names are shown. Inside an
//! enterprise everything is a flat list of records, one to a line, so that a version control system
//! shows one changed score as one changed line. Scores stand in one text in factor order, as in
//! `3.5 2 - NA 4 3 2.5 4`: `-` not scored, `NA` not applicable.

mod read;
mod scores;
mod write;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub(super) use read::{into_workbook, read};

use super::v1::{AggregationV1, AgreedV1, BasisV1, ConfidenceV1, PersonV1, ResponseV1, SizeV1};

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
    #[serde(default, skip_serializing_if = "is_false")]
    pub hides_people: bool,
    #[serde(default, skip_serializing_if = "is_false")]
    pub uses_aliases: bool,
    /// Says that hidden scores are hidden on screen only; never read.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notice: String,
    pub enterprises: Vec<EnterpriseV2>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EnterpriseV2 {
    pub id: Uuid,
    pub name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub alias: String,
    pub sector: String,
    pub size: Option<SizeV1>,
    pub technology: String,
    pub people: Vec<PersonV1>,
    pub rounds: Vec<RoundV2>,
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
pub(super) struct RoundV2 {
    pub id: Uuid,
    pub name: String,
    pub date: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<StageV2>,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum StageV2 {
    Define,
    Score,
    Reveal,
    Discuss,
    Agree,
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

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks for a reference"
)]
const fn is_false(value: &bool) -> bool {
    !*value
}
