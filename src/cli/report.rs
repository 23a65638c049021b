//! The JSON of `score`: every number of every round at full precision.

use serde_json::{Map, Value, json};

use crate::{
    analysis::{Certainty, RoundResult, Settings, evaluate},
    model::{Enterprise, Workbook},
};

/// The whole document; see the README for its fields.
pub(super) fn score_json(workbook: &Workbook) -> Value {
    let settings = Settings::of(workbook);
    let enterprises: Vec<Value> = workbook
        .enterprises
        .iter()
        .map(|enterprise| enterprise_json(workbook, enterprise, &settings))
        .collect();
    json!({ "format": "resonance-score", "version": 1, "enterprises": enterprises })
}

fn enterprise_json(workbook: &Workbook, enterprise: &Enterprise, settings: &Settings) -> Value {
    let rounds: Vec<Value> = enterprise
        .rounds
        .iter()
        .map(|round| round_json(&round.name, &evaluate(round, settings)))
        .collect();
    json!({ "name": workbook.shown_name(enterprise), "sector": enterprise.sector, "rounds": rounds })
}

fn round_json(name: &str, result: &RoundResult) -> Value {
    let mut factors = Map::new();
    for (factor, found) in result.factors.iter() {
        let value = json!({
            "score": found.score,
            "favourability": found.favourability,
            "respondents": found.respondents,
            "consensus": found.consensus,
            "min": found.spread.map(|spread| spread.min),
            "max": found.spread.map(|spread| spread.max),
        });
        factors.insert(factor.code().to_owned(), value);
    }
    let missing: Vec<&str> = result.missing().map(crate::model::Factor::code).collect();
    let outcome = result.outcome;
    let mut round = json!({
        "name": name,
        "respondents": result.respondents,
        "complete": result.complete(),
        "missing": missing,
        "factors": factors,
        "supply": result.sides.supply.value,
        "demand": result.sides.demand.value,
        "coupling": outcome.map(|outcome| outcome.coupling),
        "development": outcome.map(|outcome| outcome.development),
        "balance": outcome.map(|outcome| outcome.balance),
        "resonance": outcome.map(|outcome| outcome.resonance * 100.0),
        "coordination": outcome.map(|outcome| outcome.coordination),
        "coordination_class": outcome.map(|outcome| outcome.class.code()),
        "band": outcome.map(|outcome| outcome.band.code()),
        "lead": outcome.map(|outcome| outcome.lead.code()),
        "kendall_w": result.kendall_w,
    });
    if let Some(Certainty::Intervals {
        resonance,
        supply,
        demand,
    }) = result.certainty
    {
        round["interval"] = json!({
            "resonance": [resonance.low * 100.0, resonance.high * 100.0],
            "supply": [supply.low, supply.high],
            "demand": [demand.low, demand.high],
        });
    }
    if result.hidden {
        round["hidden"] = Value::Bool(true);
    }
    round
}
