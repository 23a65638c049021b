//! File version 3: as version 2, with named weights for the workbook, and targets, what-ifs and shows
//! of hands for an enterprise.

use uuid::Uuid;

use super::v2;
pub use super::v2::{
    Aggregation, Agreed, Basis, Confidence, Detail, Person, PlanState, Response, Round, Size, Stage,
};

records! {
    Workbook {
        id: Uuid,
        title: String,
        note: String,
        aggregation: Aggregation,
        weight_sets: Vec<WeightSet> = "Vec::is_empty",
        weights_in_force: Option<Uuid> = "Option::is_none",
        hides_people: bool = "std::ops::Not::not",
        uses_aliases: bool = "std::ops::Not::not",
        // Says that hidden scores are hidden on screen only; never read.
        notice: String = "String::is_empty",
        enterprises: Vec<Enterprise>,
    }
    Enterprise {
        id: Uuid,
        name: String,
        alias: String = "String::is_empty",
        sector: String,
        size: Option<Size>,
        technology: String,
        people: Vec<Person>,
        rounds: Vec<Round>,
        responses: Vec<Response>,
        details: Vec<Detail> = "Vec::is_empty",
        agreed: Vec<Agreed> = "Vec::is_empty",
        hands: Vec<Hands> = "Vec::is_empty",
        plan: Vec<PlanItem> = "Vec::is_empty",
        target: Option<Target> = "Option::is_none",
        what_ifs: Vec<WhatIf> = "Vec::is_empty",
    }
    /// Named weights of the eight factors in model order.
    WeightSet { id: Uuid, name: String, method: Method, weights: [f64; 8] }
    /// Hands shown at the levels from 1 up.
    Hands { round: Uuid, factor: String, counts: [u16; 5] }
    /// Levels stand in one text as scores do: `-` where a factor is to stay as it is.
    Target { levels: String, efforts: [u8; 8], due: String, baseline: Option<Uuid> }
    WhatIf { id: Uuid, name: String, reasons: String, levels: String }
    PlanItem {
        id: Uuid,
        kind: String,
        preset: String,
        text: String,
        factor: Option<String>,
        state: PlanState,
        owner: String,
        due: String,
        lift: f64 = "is_usual_lift" or "usual_lift",
    }
}

grown! {
    v2::Enterprise: keeps id name alias sector size technology people rounds responses details agreed,
        each plan, new hands: Vec::new(), target: None, what_ifs: Vec::new();
    v2::PlanItem: keeps id kind preset text factor state owner due, each, new lift: usual_lift();
}

#[derive(Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Method {
    Points([f64; 8]),
    Pairs { supply: [f64; 6], demand: [f64; 6] },
}

impl Target {
    /// What a target that is left out stands for.
    pub fn left_out() -> Self {
        Self {
            levels: "- - - - - - - -".to_owned(),
            efforts: [2; 8],
            due: String::new(),
            baseline: None,
        }
    }
}

/// What a lift that is left out stands for.
const fn usual_lift() -> f64 {
    1.0
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks for a reference"
)]
const fn is_usual_lift(lift: &f64) -> bool {
    lift.to_bits() == usual_lift().to_bits()
}

/// Weights that are not equal become a set without a name.
impl From<v2::Workbook> for Workbook {
    fn from(old: v2::Workbook) -> Self {
        let set = (!are_equal(&old.weights)).then(|| WeightSet {
            // Derived, so that two copies of one file agree on it.
            id: Uuid::from_u128(!old.id.as_u128()),
            name: String::new(),
            method: Method::Points(old.weights),
            weights: old.weights,
        });
        Self {
            id: old.id,
            title: old.title,
            note: old.note,
            aggregation: old.aggregation,
            weights_in_force: set.as_ref().map(|set| set.id),
            weight_sets: set.into_iter().collect(),
            hides_people: old.hides_people,
            uses_aliases: old.uses_aliases,
            notice: old.notice,
            enterprises: old.enterprises.into_iter().map(Into::into).collect(),
        }
    }
}

/// Whether the four factors of either side weigh the same.
fn are_equal(weights: &[f64; 8]) -> bool {
    weights.chunks(4).all(|side| {
        let same = |weight: &f64| *weight > 0.0 && weight.to_bits() == side[0].to_bits();
        side.iter().all(same) && side.iter().sum::<f64>().is_finite()
    })
}
