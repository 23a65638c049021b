//! The report's content and ours, read from bilingual presets, and the advice made of it.
//!
//! Facts and figures carry their origin: a section of the report, or "ours". Presets built into the
//! program and those of the user have one shape and go through one door, [`Knowledge::with`].

mod advice;
mod base;
mod demo;
mod entries;
mod framework;
mod gather;
mod preset;
mod search;
mod search_index;
mod sectors;

pub use advice::{
    Advice, AdviceTip, Evidence, Fit, Holding, Match, Measure, Met, Nearby, Nearness, Readiness,
    Situation, Step,
};
pub use base::Knowledge;
pub use demo::demo_workbook;
pub use entries::{
    Area, Case, Challenge, Countermeasure, Driver, Element, Figure, Group, Leading, Mechanism,
    Part, Prerequisite, Rule, Scenario, ScenarioType, Stage, Topic, Value,
};
pub use framework::{FactorText, Framework, IndicatorText};
pub(crate) use preset::MOST_ENTRIES;
pub use preset::{Bilingual, PresetError, PresetFault, PresetText};
pub use search_index::{Found, Kind};
pub use sectors::{Industry, Sector, Sectors};
