//! File version 3: how a workbook is written, and back.
//!
//! As version 2, with named weights for the workbook, and targets, what-ifs and shows of hands for an
//! enterprise. Inside an enterprise everything is a flat list of records, one to a line, so that a
//! version control system shows one changed score as one changed line. Scores stand in one text in factor order, as in
//! `3.5 2 - NA 4 3 2.5 4`: `-` not scored, `NA` not applicable.

mod aims;
mod read;
mod scores;
mod write;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub(super) use read::{into_workbook, read};

use super::{
    v1::{AggregationV1, AgreedV1, BasisV1, ConfidenceV1, PersonV1, ResponseV1, SizeV1},
    v2::{DetailV2, PlanStateV2, RoundV2, StageV2},
};
use crate::model::USUAL_LIFT;

/// The whole file.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FileV3 {
    pub format: String,
    pub version: u32,
    pub workbook: WorkbookV3,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WorkbookV3 {
    pub id: Uuid,
    pub title: String,
    pub note: String,
    pub aggregation: AggregationV1,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub weight_sets: Vec<WeightSetV3>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weights_in_force: Option<Uuid>,
    #[serde(default, skip_serializing_if = "is_false")]
    pub hides_people: bool,
    #[serde(default, skip_serializing_if = "is_false")]
    pub uses_aliases: bool,
    /// Says that hidden scores are hidden on screen only; never read.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notice: String,
    pub enterprises: Vec<EnterpriseV3>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EnterpriseV3 {
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
    pub hands: Vec<HandsV3>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub plan: Vec<PlanV3>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<TargetV3>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub what_ifs: Vec<WhatIfV3>,
}

/// Named weights of the eight factors in model order.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WeightSetV3 {
    pub id: Uuid,
    pub name: String,
    pub method: MethodV3,
    pub weights: [f64; 8],
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum MethodV3 {
    Points([f64; 8]),
    Pairs { supply: [f64; 6], demand: [f64; 6] },
}

/// Hands shown at the levels from 1 up.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HandsV3 {
    pub round: Uuid,
    pub factor: String,
    pub counts: [u16; 5],
}

/// Levels stand in one text as scores do: `-` where a factor is to stay as it is.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TargetV3 {
    pub levels: String,
    pub efforts: [u8; 8],
    pub due: String,
    pub baseline: Option<Uuid>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WhatIfV3 {
    pub id: Uuid,
    pub name: String,
    pub reasons: String,
    pub levels: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PlanV3 {
    pub id: Uuid,
    pub kind: String,
    pub preset: String,
    pub text: String,
    pub factor: Option<String>,
    pub state: PlanStateV2,
    pub owner: String,
    pub due: String,
    #[serde(default = "usual_lift", skip_serializing_if = "is_usual_lift")]
    pub lift: f64,
}

const fn usual_lift() -> f64 {
    USUAL_LIFT
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks for a reference"
)]
fn is_usual_lift(lift: &f64) -> bool {
    lift.to_bits() == USUAL_LIFT.to_bits()
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks for a reference"
)]
const fn is_false(value: &bool) -> bool {
    !*value
}
