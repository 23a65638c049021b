//! From the records of plans, targets, what-ifs and named weights to the model, once they hold.

use super::{
    scores::levels_of,
    words::{factor_of, unknown},
};
use crate::{
    model::{
        Effort, Enterprise, Factor, Judgements, PerFactor, PlanItem, PlanItemId, PlanSource,
        RoundId, Target, WeightMethod, WeightSet, WeightSetId, Weights, WhatIf, WhatIfId,
    },
    storage::{
        fault::{Fault, Record},
        locate::Wrong,
        records::newest,
    },
};

pub fn plan_item(record: newest::PlanItem) -> Result<PlanItem, Wrong> {
    let source = PlanSource::from_parts(&record.kind, &record.preset);
    let kinds = "free, step, countermeasure, scenario";
    let source = source.ok_or_else(|| unknown("kind", &record.kind, kinds))?;
    if !(0.0..=4.0).contains(&record.lift) {
        return Err(unknown("lift", &record.lift, "0…4"));
    }
    Ok(PlanItem {
        id: PlanItemId(record.id),
        source,
        text: record.text,
        factor: record.factor.as_deref().map(factor_of).transpose()?,
        state: record.state.into(),
        owner: record.owner,
        due: record.due,
        lift: record.lift,
    })
}

pub fn what_if(record: newest::WhatIf) -> Result<WhatIf, Wrong> {
    Ok(WhatIf {
        id: WhatIfId(record.id),
        name: record.name,
        reasons: record.reasons,
        levels: levels_of("levels", &record.levels)?,
    })
}

/// The target of an enterprise whose rounds are read.
pub fn target(record: newest::Target, enterprise: &Enterprise) -> Result<Target, Wrong> {
    let mut efforts = PerFactor::default();
    for (factor, number) in Factor::ALL.into_iter().zip(record.efforts) {
        let effort = Effort::new(number);
        efforts[factor] = effort.ok_or_else(|| unknown("target", &number, "1, 2, 3"))?;
    }
    let baseline = record.baseline.map(RoundId);
    if baseline.is_some_and(|id| enterprise.round(id).is_none()) {
        return Err(Wrong::at("target", Fault::Unlisted(Record::Round)));
    }
    Ok(Target {
        levels: levels_of("target", &record.levels)?,
        efforts,
        due: record.due,
        baseline,
    })
}

pub fn weight_set(record: newest::WeightSet) -> Result<WeightSet, Wrong> {
    let per_factor = |row: [f64; 8]| PerFactor::from_fn(|factor| row[factor.index()]);
    let weights = |field, row| {
        Weights::from_points(per_factor(row))
            .map_err(|error| Wrong::at(field, Fault::Weights(error)))
    };
    let method = match record.method {
        newest::Method::Points(points) => {
            weights("method", points)?;
            WeightMethod::Points(per_factor(points))
        }
        newest::Method::Pairs { supply, demand } => {
            let judgements = Judgements::new(supply, demand).ok_or_else(|| {
                let off = |value: &&f64| !(1.0 / 9.0 - 1e-9..=9.0 + 1e-9).contains(*value);
                let found = supply.iter().chain(&demand).find(off);
                let found = found.map(f64::to_string).unwrap_or_default();
                unknown("method", &found, "1/9…9")
            })?;
            WeightMethod::Pairs(Box::new(judgements))
        }
    };
    Ok(WeightSet {
        id: WeightSetId(record.id),
        name: record.name,
        method,
        weights: weights("weights", record.weights)?,
    })
}
