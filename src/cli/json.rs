//! Pieces of JSON that several commands print.

use serde_json::{Map, Value, json};

use crate::{
    i18n::Language,
    model::{Enterprise, Factor, Weights, Workbook},
};

/// What an enterprise is called. One that is called by number is so in English: the words of the JSON
/// are those of no language.
pub(super) fn name_json(workbook: &Workbook, enterprise: &Enterprise) -> Value {
    json!(Language::English.enterprise_called(workbook.called(enterprise)))
}

/// The weights of the factors by their codes; each side's sum to 1.
pub(super) fn weights_json(weights: &Weights) -> Value {
    by_code(|factor| json!(weights.of(factor)))
}

pub(super) fn by_code(value_of: impl Fn(Factor) -> Value) -> Value {
    let values = Factor::ALL.map(|factor| (factor.code().to_owned(), value_of(factor)));
    Value::Object(Map::from_iter(values))
}
