//! The words that records hold for what the model has types for.

use crate::{
    model::{self, Factor},
    storage::{fault::Fault, locate::Wrong, records::newest},
};

/// Turns words of the file into the model's and back, a row for each type; `None` stands before the
/// state that is left out of the file.
macro_rules! words {
    ($($name:ident: $($variant:ident),+;)+) => {$(
        impl From<newest::$name> for model::$name {
            fn from(word: newest::$name) -> Self {
                match word {
                    $(newest::$name::$variant => Self::$variant,)+
                }
            }
        }

        impl From<model::$name> for newest::$name {
            fn from(value: model::$name) -> Self {
                match value {
                    $(model::$name::$variant => Self::$variant,)+
                }
            }
        }
    )+};
    ($name:ident: None = $none:ident, $($variant:ident),+) => {
        impl From<Option<newest::$name>> for model::$name {
            fn from(word: Option<newest::$name>) -> Self {
                match word {
                    None => Self::$none,
                    $(Some(newest::$name::$variant) => Self::$variant,)+
                }
            }
        }

        impl From<model::$name> for Option<newest::$name> {
            fn from(value: model::$name) -> Self {
                match value {
                    model::$name::$none => None,
                    $(model::$name::$variant => Some(newest::$name::$variant),)+
                }
            }
        }
    };
}

words! {
    Aggregation: Mean, Median;
    Basis: Direct, Indicators;
    Confidence: Sure, FairlySure, Guess;
    PlanState: Open, Begun, Done;
    Size: Micro, Small, Medium, Large;
}
words! { Stage: None = Open, Define, Score, Reveal, Discuss, Agree }

/// The factor that a field `factor` names.
pub fn factor_of(code: &str) -> Result<Factor, Wrong> {
    let unknown = || Wrong::at("factor", Fault::UnknownFactor(code.to_owned()));
    Factor::from_code(code).ok_or_else(unknown)
}

/// A word or number that its field cannot hold.
pub fn unknown(field: &'static str, found: &impl ToString, expected: &str) -> Wrong {
    let fault = Fault::UnknownWord {
        found: found.to_string(),
        expected: expected.to_owned(),
    };
    Wrong::at(field, fault)
}
