//! File version 2, frozen: its records, and how they become those of version 3.
//!
//! As version 1, with a plan and an alias for each enterprise, "good enough" beside the scores, the
//! step of the session for a round, and whether names are shown.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    FORMAT,
    fault::Broken,
    v1::{AggregationV1, AgreedV1, BasisV1, ConfidenceV1, PersonV1, ResponseV1, SizeV1},
    v3::{self, EnterpriseV3, FileV3, MethodV3, PlanV3, WeightSetV3, WorkbookV3},
};
use crate::model::{PerFactor, USUAL_LIFT, Weights, Workbook};

/// Reads the text of a file of version 2.
pub(super) fn read(text: &str) -> Result<Workbook, Broken> {
    let file: FileV2 = ron::from_str(text)?;
    v3::into_workbook(file.upgrade(), text)
}

/// The whole file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FileV2 {
    #[serde(rename = "format")]
    pub _format: String,
    #[serde(rename = "version")]
    pub _version: u32,
    pub workbook: WorkbookV2,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WorkbookV2 {
    pub id: Uuid,
    pub title: String,
    pub note: String,
    pub aggregation: AggregationV1,
    pub weights: [f64; 8],
    #[serde(default)]
    pub hides_people: bool,
    #[serde(default)]
    pub uses_aliases: bool,
    #[serde(default, rename = "notice")]
    pub _notice: String,
    pub enterprises: Vec<EnterpriseV2>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EnterpriseV2 {
    pub id: Uuid,
    pub name: String,
    #[serde(default)]
    pub alias: String,
    pub sector: String,
    pub size: Option<SizeV1>,
    pub technology: String,
    pub people: Vec<PersonV1>,
    pub rounds: Vec<RoundV2>,
    pub responses: Vec<ResponseV1>,
    #[serde(default)]
    pub details: Vec<DetailV2>,
    #[serde(default)]
    pub agreed: Vec<AgreedV1>,
    #[serde(default)]
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

#[derive(Debug, Deserialize)]
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
pub(super) enum PlanStateV2 {
    Open,
    Begun,
    Done,
}

impl FileV2 {
    /// The same records as version 3 has them: weights that are not equal become a set without a
    /// name.
    pub(super) fn upgrade(self) -> FileV3 {
        let workbook = self.workbook;
        let equal = Weights::from_points(PerFactor::from_fn(|factor| {
            workbook.weights[factor.index()]
        })) == Ok(Weights::default());
        let set = (!equal).then(|| WeightSetV3 {
            // Derived, so that two copies of one file agree on it.
            id: Uuid::from_u128(!workbook.id.as_u128()),
            name: String::new(),
            method: MethodV3::Points(workbook.weights),
            weights: workbook.weights,
        });
        FileV3 {
            format: FORMAT.to_owned(),
            version: 3,
            workbook: WorkbookV3 {
                id: workbook.id,
                title: workbook.title,
                note: workbook.note,
                aggregation: workbook.aggregation,
                weights_in_force: set.as_ref().map(|set| set.id),
                weight_sets: set.into_iter().collect(),
                hides_people: workbook.hides_people,
                uses_aliases: workbook.uses_aliases,
                notice: String::new(),
                enterprises: workbook
                    .enterprises
                    .into_iter()
                    .map(EnterpriseV2::upgrade)
                    .collect(),
            },
        }
    }
}

impl EnterpriseV2 {
    fn upgrade(self) -> EnterpriseV3 {
        EnterpriseV3 {
            id: self.id,
            name: self.name,
            alias: self.alias,
            sector: self.sector,
            size: self.size,
            technology: self.technology,
            people: self.people,
            rounds: self.rounds,
            responses: self.responses,
            details: self.details,
            agreed: self.agreed,
            hands: Vec::new(),
            plan: self
                .plan
                .into_iter()
                .map(|item| PlanV3 {
                    id: item.id,
                    kind: item.kind,
                    preset: item.preset,
                    text: item.text,
                    factor: item.factor,
                    state: item.state,
                    owner: item.owner,
                    due: item.due,
                    lift: USUAL_LIFT,
                })
                .collect(),
            target: None,
            what_ifs: Vec::new(),
        }
    }
}
