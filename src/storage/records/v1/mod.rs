//! File version 1.
//!
//! Inside an enterprise everything is a flat list of records, one to a line, so that a version
//! control system shows one changed score as one changed line. Scores stand in one text in factor
//! order, as in `3.5 2 - NA 4 3 2.5 4`: `-` not scored, `NA` not applicable.

use uuid::Uuid;

records! {
    Workbook {
        id: Uuid,
        title: String,
        note: String,
        aggregation: Aggregation,
        weights: [f64; 8],
        enterprises: Vec<Enterprise>,
    }
    Enterprise {
        id: Uuid,
        name: String,
        sector: String,
        size: Option<Size>,
        technology: String,
        people: Vec<Person>,
        rounds: Vec<Round>,
        responses: Vec<Response>,
        details: Vec<Detail> = "Vec::is_empty",
        agreed: Vec<Agreed> = "Vec::is_empty",
    }
    Person { id: Uuid, name: String, role: String }
    Round { id: Uuid, name: String, date: String }
    Response {
        round: Uuid,
        person: Uuid,
        weight: f64,
        scores: String,
        note: String = "String::is_empty",
    }
    Detail {
        round: Uuid,
        person: Uuid,
        factor: String,
        indicators: String,
        basis: Basis,
        confidence: Option<Confidence>,
        note: String,
    }
    Agreed { round: Uuid, factor: String, level: f64, dissent: String }
}

words! {
    Aggregation: Mean, Median;
    Size: Micro, Small, Medium, Large;
    Basis: Direct, Indicators;
    Confidence: Sure, FairlySure, Guess;
}
