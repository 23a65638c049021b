//! Typed identifiers: nothing is ever keyed by a name the user can edit.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! id_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(formatter)
            }
        }
    };
}

id_type! {
    /// Identifies one workbook across copies and renames of its file.
    WorkbookId
}
id_type! {
    /// Identifies one enterprise within every workbook it is merged into.
    EnterpriseId
}
id_type! {
    /// Identifies one person of an enterprise's panel over all its rounds.
    RespondentId
}
id_type! {
    /// Identifies one round of one enterprise.
    RoundId
}
id_type! {
    /// Identifies one item of an enterprise's plan.
    PlanItemId
}
id_type! {
    /// Identifies one what-if of an enterprise.
    WhatIfId
}
id_type! {
    /// Identifies one named set of weights of a workbook.
    WeightSetId
}
