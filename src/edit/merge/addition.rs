//! What only the other workbook has.

use crate::{
    edit::command::Command,
    model::{EnterpriseId, Factor, PlanItemId, RespondentId, RoundId, WeightSetId, WhatIfId},
};

/// Something that only the other one has; what it says stands in the union.
#[derive(Clone, Debug, PartialEq)]
pub struct Addition {
    /// The enterprise it is of; `None` for the workbook as a whole.
    pub enterprise: Option<EnterpriseId>,
    /// The round it is of, if it is of one.
    pub round: Option<RoundId>,
    /// What it is.
    pub what: Added,
}

/// The kinds of additions.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names mirror the fields of the model")]
pub enum Added {
    Enterprise,
    Person(RespondentId),
    Round,
    Response(RespondentId),
    Answer(RespondentId, Factor),
    Hands(Factor),
    PlanItem(PlanItemId),
    Target,
    WhatIf(WhatIfId),
    WeightSet(WeightSetId),
    /// A field that is empty here: what it says, and the change that it amounts to.
    Field {
        text: String,
        change: Box<Command>,
    },
}
