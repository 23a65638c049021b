//! File version 2: as version 1, with a plan and an alias for each enterprise, "good enough" beside
//! the scores, the step of the session for a round, and whether names are shown.

use uuid::Uuid;

pub use super::v1::{Aggregation, Agreed, Basis, Confidence, Person, Response, Size};

records! {
    Workbook {
        id: Uuid,
        title: String,
        note: String,
        aggregation: Aggregation,
        weights: [f64; 8],
        hides_people: bool = "std::ops::Not::not",
        uses_aliases: bool = "std::ops::Not::not",
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
        plan: Vec<PlanItem> = "Vec::is_empty",
    }
    Round { id: Uuid, name: String, date: String, stage: Option<Stage> = "Option::is_none" }
    Detail {
        round: Uuid,
        person: Uuid,
        factor: String,
        indicators: String,
        basis: Basis,
        confidence: Option<Confidence>,
        enough: Option<bool> = "Option::is_none",
        note: String,
    }
    PlanItem {
        id: Uuid,
        kind: String,
        preset: String,
        text: String,
        factor: Option<String>,
        state: PlanState,
        owner: String,
        due: String,
    }
}

words! {
    Stage: Define, Score, Reveal, Discuss, Agree;
    PlanState: Open, Begun, Done;
}

grown! {
    v1::Workbook: keeps id title note aggregation weights, each enterprises,
        new hides_people: false, uses_aliases: false, notice: String::new();
    v1::Enterprise: keeps id name sector size technology people responses agreed, each rounds details,
        new alias: String::new(), plan: Vec::new();
    v1::Round: keeps id name date, each, new stage: None;
    v1::Detail: keeps round person factor indicators basis confidence note, each, new enough: None;
}
