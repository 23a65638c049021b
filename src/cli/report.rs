//! The JSON of `score`: every number of every round at full precision.

use serde_json::{Map, Value, json};

use super::{
    json::{by_code, name_json, weights_json},
    standing::Standings,
};
use crate::{
    analysis::{
        Certainty, Path, PathStep, RoundResult, Settings, Way, cheapest_path, evaluate, gain,
    },
    model::{Effort, Enterprise, Factor, PerFactor, Round, Workbook},
};

/// The whole document; see the README for its fields. Paths lead to `target`, an R of 0..=1, else to
/// the limit of the next band.
pub(super) fn score_json(workbook: &Workbook, settings: &Settings, target: Option<f64>) -> Value {
    let enterprises: Vec<Value> = workbook
        .enterprises
        .iter()
        .map(|enterprise| enterprise_json(workbook, enterprise, settings, target))
        .collect();
    json!({
        "format": "resonance-score",
        "version": 1,
        "enterprises": enterprises,
        "weights": weights_json(&settings.weights),
        "ranks": Standings::of(workbook, settings).ranks_json(workbook),
    })
}

fn enterprise_json(
    workbook: &Workbook,
    enterprise: &Enterprise,
    settings: &Settings,
    target: Option<f64>,
) -> Value {
    let json_of = |round: &Round| {
        let result = evaluate(round, settings);
        let mut json = round_json(&round.name, &result);
        json["gains"] = gains_json(&result, settings);
        json["path"] = path_json(&result, enterprise.target.efforts, target, settings);
        json
    };
    let rounds: Vec<Value> = enterprise
        .rounds
        .iter()
        .map(|round| json_of(round))
        .collect();
    let name = name_json(workbook, enterprise);
    json!({ "name": name, "sector": enterprise.sector, "rounds": rounds })
}

fn round_json(name: &str, result: &RoundResult) -> Value {
    let mut factors = Map::new();
    for (factor, found) in result.factors.iter() {
        let mut value = json!({
            "score": found.score,
            "favourability": found.favourability,
            "respondents": found.respondents,
            "consensus": found.consensus,
            "min": found.spread.map(|spread| spread.min),
            "max": found.spread.map(|spread| spread.max),
        });
        if let Some(hands) = found.hands {
            value["hands"] = json!(hands.counts());
        }
        factors.insert(factor.code().to_owned(), value);
    }
    let missing: Vec<&str> = result.missing().map(Factor::code).collect();
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

/// What R, 0..=100, gains by one level better on each factor; `null` for a factor without a score and
/// while the round has no outcome.
fn gains_json(result: &RoundResult, settings: &Settings) -> Value {
    if result.outcome.is_none() {
        return Value::Null;
    }
    by_code(|factor| {
        let scored = result.factors[factor].score.is_some();
        let found = scored.then(|| gain(result, &[factor], settings)).flatten();
        json!(found.map(|gain| gain * 100.0))
    })
}

/// A level as it is told: one decimal, without the dust of binary fractions.
fn one_decimal(level: f64) -> f64 {
    (level * 10.0).round() / 10.0
}

/// The cheapest path; `null` while the round has no outcome.
fn path_json(
    result: &RoundResult,
    efforts: PerFactor<Effort>,
    target: Option<f64>,
    settings: &Settings,
) -> Value {
    let Some(outcome) = result.outcome else {
        return Value::Null;
    };
    let target = target.unwrap_or_else(|| outcome.band.upper_limit());
    let Some(way) = cheapest_path(result, efforts, target, settings) else {
        return Value::Null;
    };
    let (state, effort, resonance, path) = match way {
        Way::Reached => ("reached", Some(0), outcome.resonance, None),
        Way::Path(path) => ("path", Some(path.effort), path.resonance, Some(path)),
        Way::OutOfReach(best) => ("out-of-reach", None, best, None),
    };
    let steps = |order: fn(&Path) -> &[PathStep]| {
        let order = path.as_ref().map_or_else(Default::default, order);
        steps_json(order)
    };
    json!({
        "target": target * 100.0,
        "state": state,
        "effort": effort,
        "resonance": resonance * 100.0,
        "steps": steps(|path| &path.order),
        "equally_cheap": path.as_ref().map_or(0, |path| path.equally_cheap),
        "weakest_first": steps(|path| &path.weakest_first),
    })
}

fn steps_json(order: &[PathStep]) -> Value {
    let steps = order.iter().map(|step| {
        json!({
            "factor": step.factor.code(),
            "from": one_decimal(step.from),
            "to": one_decimal(step.to),
            "effort": step.effort,
            "resonance": step.after * 100.0,
        })
    });
    steps.collect()
}
