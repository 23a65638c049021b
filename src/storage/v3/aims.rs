//! From the records of plans, targets, what-ifs and named weights to the model, once they hold.

use std::{collections::HashSet, sync::Arc};

use super::{
    MethodV3, PlanStateV2, PlanV3, TargetV3, WeightSetV3, WhatIfV3,
    read::{Wrong, each, factor_of},
    scores,
};
use crate::{
    model::{
        Effort, Enterprise, Factor, Judgements, Level, PerFactor, PlanItem, PlanItemId, PlanSource,
        PlanState, RoundId, Score, Target, WeightMethod, WeightSet, WeightSetId, Weights, WhatIf,
        WhatIfId,
    },
    storage::{Fault, Record},
};

pub(super) fn plan_item(record: PlanV3) -> Result<PlanItem, (&'static str, Fault)> {
    let source = PlanSource::from_parts(&record.kind, &record.preset).ok_or_else(|| {
        let found = record.kind.clone();
        (
            "kind",
            unknown(found, "free, step, countermeasure, scenario"),
        )
    })?;
    if !(0.0..=4.0).contains(&record.lift) {
        return Err(("lift", unknown(record.lift.to_string(), "0…4")));
    }
    Ok(PlanItem {
        id: PlanItemId(record.id),
        source,
        text: record.text,
        factor: record.factor.as_deref().map(factor_of).transpose()?,
        state: match record.state {
            PlanStateV2::Open => PlanState::Open,
            PlanStateV2::Begun => PlanState::Begun,
            PlanStateV2::Done => PlanState::Done,
        },
        owner: record.owner,
        due: record.due,
        lift: record.lift,
    })
}

pub(super) fn what_ifs(records: Vec<WhatIfV3>) -> Result<Vec<Arc<WhatIf>>, Wrong> {
    let mut found = Vec::with_capacity(records.len());
    let mut ids = HashSet::new();
    each("what_ifs", records, |record| {
        if !ids.insert(record.id) {
            return Err(("id", Fault::Twice(Record::WhatIf)));
        }
        found.push(Arc::new(WhatIf {
            id: WhatIfId(record.id),
            name: record.name,
            reasons: record.reasons,
            levels: levels(&record.levels)?,
        }));
        Ok(())
    })?;
    Ok(found)
}

/// The target of an enterprise whose rounds are read.
pub(super) fn target(
    record: TargetV3,
    enterprise: &Enterprise,
) -> Result<Target, (&'static str, Fault)> {
    let mut efforts = PerFactor::from_fn(|_| Effort::default());
    for factor in Factor::ALL {
        let number = record.efforts[factor.index()];
        efforts[factor] = Effort::new(number)
            .ok_or_else(|| ("target", unknown(number.to_string(), "1, 2, 3")))?;
    }
    let baseline = record.baseline.map(RoundId);
    if baseline.is_some_and(|id| enterprise.round(id).is_none()) {
        return Err(("target", Fault::Unlisted(Record::Round)));
    }
    Ok(Target {
        levels: levels(&record.levels).map_err(|(_, fault)| ("target", fault))?,
        efforts,
        due: record.due,
        baseline,
    })
}

pub(super) fn weight_set(record: WeightSetV3) -> Result<WeightSet, (&'static str, Fault)> {
    let weights = |row: [f64; 8], field| {
        Weights::from_points(PerFactor::from_fn(|factor| row[factor.index()]))
            .map_err(|error| (field, Fault::Weights(error)))
    };
    let method = match record.method {
        MethodV3::Points(points) => {
            weights(points, "method")?;
            WeightMethod::Points(PerFactor::from_fn(|factor| points[factor.index()]))
        }
        MethodV3::Pairs { supply, demand } => {
            let judgements = Judgements::new(supply, demand).ok_or_else(|| {
                let off = |value: &&f64| !(1.0 / 9.0 - 1e-9..=9.0 + 1e-9).contains(*value);
                let found = supply.iter().chain(&demand).find(off);
                let found = found.map(f64::to_string).unwrap_or_default();
                ("method", unknown(found, "1/9…9"))
            })?;
            WeightMethod::Pairs(Box::new(judgements))
        }
    };
    Ok(WeightSet {
        id: WeightSetId(record.id),
        name: record.name,
        method,
        weights: weights(record.weights, "weights")?,
    })
}

/// Levels as one text: `-` for none.
fn levels(text: &str) -> Result<PerFactor<Option<Level>>, (&'static str, Fault)> {
    let read: [Score; 8] = scores::read(text).map_err(|fault| ("levels", fault))?;
    if read.contains(&Score::NotApplicable) {
        return Err(("levels", Fault::NotAScore("NA".to_owned())));
    }
    Ok(PerFactor::from_fn(|factor| read[factor.index()].level()))
}

fn unknown(found: String, expected: &str) -> Fault {
    Fault::UnknownWord {
        found,
        expected: expected.to_owned(),
    }
}
