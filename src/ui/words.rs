//! Sentences made of numbers, said alike wherever they stand.

use crate::{
    analysis::{Lead, Outcome},
    i18n::Language,
};

/// Which side leads, and by how many levels of the scale.
#[must_use]
pub fn lead_sentence(language: Language, outcome: &Outcome) -> String {
    let levels = format!("{:.1}", (outcome.supply - outcome.demand).abs() * 4.0);
    match outcome.lead {
        Lead::SupplyLed => language.supply_leads_by(&levels),
        Lead::DemandLed => language.demand_leads_by(&levels),
        Lead::InStep => language.in_step_by(&levels),
    }
}
