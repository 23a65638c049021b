//! The kinds of entries of the knowledge base.

use serde::{Deserialize, Deserializer, de::Error};

use super::{
    preset::{Bilingual, factor, factors},
    sectors::Industry,
};
use crate::model::{Factor, Size};

/// A stage of the value chain (ours, after the columns of fig. 3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Breeding, research, design.
    Develop,
    /// Growing, making, serving.
    Produce,
    /// Quality, safety, upkeep.
    Assure,
    /// Storage and transport.
    Move,
    /// Sales and service to customers.
    Sell,
    /// Planning, forecasting, administration.
    Manage,
}

impl Stage {
    /// All stages along the chain.
    pub const ALL: [Self; 6] = [
        Self::Develop,
        Self::Produce,
        Self::Assure,
        Self::Move,
        Self::Sell,
        Self::Manage,
    ];
}

/// The report's three kinds of new value, I(ii).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Value {
    CostQuality,
    Innovation,
    Safety,
}

impl Value {
    /// All three.
    pub const ALL: [Self; 3] = [Self::CostQuality, Self::Innovation, Self::Safety];
}

/// The report's four new growth drivers, I(ii).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Driver {
    Product,
    Model,
    Capability,
    BusinessForm,
}

impl Driver {
    /// All four.
    pub const ALL: [Self; 4] = [
        Self::Product,
        Self::Model,
        Self::Capability,
        Self::BusinessForm,
    ];
}

/// The three elements of productive forces, I(ii).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Element {
    Laborers,
    Means,
    Objects,
}

/// The ten types of high-value scenarios, II(iv).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum ScenarioType {
    AiForScience,
    SimulationDesign,
    ProductionScheduling,
    PredictiveMaintenance,
    AutomatedControl,
    IntelligentLogistics,
    AutomatedWarehousing,
    EmergencyRescue,
    MonitoringWarning,
    ExtremeOperation,
}

/// The four areas of high-value scenarios, II(iv), and what stands outside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Area {
    ResearchDesign,
    Manufacturing,
    Logistics,
    Safety,
    Other,
}

/// A use of the technology in a sub-sector.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// Id kept in plans.
    pub id: String,
    /// Id of the sub-sector.
    pub sector: String,
    /// Where in the value chain.
    pub stage: Stage,
    /// Its name.
    pub name: Bilingual,
    /// What it does, for whom.
    pub text: Bilingual,
    /// Which new value it brings (ours: the tags of fig. 3 are lost).
    pub values: Vec<Value>,
    /// Which growth driver it belongs to (ours).
    pub driver: Driver,
    /// Which element of productive forces it touches most (ours).
    pub element: Element,
    /// What should be in place (ours).
    pub prerequisites: Vec<Prerequisite>,
    /// What to do within a month (ours).
    pub first_step: Bilingual,
    /// Which of the ten types it is, if any.
    pub scenario_type: Option<ScenarioType>,
    /// Section or figure of the report, or "ours".
    pub origin: String,
}

/// What a scenario needs, as a score and in words.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prerequisite {
    /// Which factor stands for it.
    #[serde(deserialize_with = "factor")]
    pub factor: Factor,
    /// The score as scored, 1..=5: at least this for direct factors, at most this for inverse ones.
    pub level: u8,
    /// What must be there.
    pub text: Bilingual,
}

/// Somebody who has done it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// Id.
    pub id: String,
    /// Area of high-value scenarios.
    pub area: Area,
    /// Type of scenario, for the ten of II(iv).
    pub scenario_type: Option<ScenarioType>,
    /// Ids of the sub-sectors it is near to (ours).
    pub sectors: Vec<String>,
    /// Where in the value chain.
    pub stage: Stage,
    /// The organisation.
    pub who: Bilingual,
    /// Title.
    pub name: Bilingual,
    /// What was done.
    pub text: Bilingual,
    /// The figures that the report gives.
    pub figures: Vec<Bilingual>,
    /// What a small enterprise can take from it (ours).
    pub lesson: Bilingual,
    /// Section of the report.
    pub origin: String,
}

/// One of the report's challenges, III.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Challenge {
    /// Id.
    pub id: String,
    /// Its name.
    pub name: Bilingual,
    /// What it is.
    pub text: Bilingual,
    /// How an enterprise notices it (ours).
    pub sign: Bilingual,
    /// Factors it presses on, strongest first (ours).
    #[serde(deserialize_with = "factors")]
    pub factors: Vec<Factor>,
    /// Section of the report.
    pub origin: String,
}

/// The four groups of countermeasures, IV.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Group {
    Innovation,
    Data,
    Governance,
    Ecosystem,
}

/// One of the report's countermeasures, IV.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Countermeasure {
    /// Id.
    pub id: String,
    /// Which group.
    pub group: Group,
    /// Its name.
    pub name: Bilingual,
    /// What it is.
    pub text: Bilingual,
    /// How a small enterprise begins (ours).
    pub first_step: Bilingual,
    /// Factors it lifts, most first (ours).
    #[serde(deserialize_with = "factors")]
    pub lifts: Vec<Factor>,
    /// Ids of the challenges it answers (ours).
    pub answers: Vec<String>,
    /// 1 an afternoon to a day, 2 some weeks, 3 some months or money (ours).
    pub effort: u8,
    /// Sizes of enterprise it suits (ours).
    #[serde(deserialize_with = "sizes")]
    pub sizes: Vec<Size>,
    /// Industries it suits (ours).
    pub industries: Vec<Industry>,
    /// Section of the report.
    pub origin: String,
}

/// What a reference figure is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Topic {
    Adoption,
    Data,
    Finance,
    Talent,
    Market,
    Computing,
    Economy,
}

/// A figure of the report, shown as context and never as a norm.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// Id.
    pub id: String,
    /// What it is about.
    pub topic: Topic,
    /// What is counted.
    pub name: Bilingual,
    /// The figure in short, as printed.
    pub value: Bilingual,
    /// What it says, and what it does not.
    pub text: Bilingual,
    /// Its year, `2024`; empty where the report gives none.
    pub year: String,
    /// Who published it.
    pub source: Bilingual,
    /// Where printed figures do not add up: how.
    pub note: Option<Bilingual>,
    /// Section of the report.
    pub origin: String,
}

/// Where in the mechanism's picture a part stands, I(ii) and fig. 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Part {
    Element,
    Driver,
    Vector,
    Value,
}

/// A part of the mechanism by which new productive forces form.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mechanism {
    /// Id.
    pub id: String,
    /// Which part.
    pub group: Part,
    /// Its name.
    pub name: Bilingual,
    /// What it is.
    pub text: Bilingual,
    /// An example.
    pub example: Bilingual,
    /// Factors it concerns most (ours).
    #[serde(deserialize_with = "factors")]
    pub factors: Vec<Factor>,
    /// Section of the report.
    pub origin: String,
}

/// When a next step is offered, and what it says; all of ours.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Id kept in plans.
    pub id: String,
    /// The factor it is for.
    #[serde(deserialize_with = "factor")]
    pub factor: Factor,
    /// Only where this indicator is the factor's weakest; `None` for any.
    pub indicator: Option<String>,
    /// Favourability 0..=1 of the factor from which on it is offered.
    pub from: f64,
    /// Favourability 0..=1 below which it is offered.
    pub to: f64,
    /// Industries it is for; empty for all.
    pub industries: Vec<Industry>,
    /// Sizes it is for; empty for all.
    #[serde(deserialize_with = "sizes")]
    pub sizes: Vec<Size>,
    /// Only where this side leads.
    pub lead: Option<Leading>,
    /// Only where the respondents are far apart on the factor.
    pub split: bool,
    /// What to do.
    pub step: Bilingual,
    /// A clause that can follow "because".
    pub why: Bilingual,
    /// Factors it lifts, its own first.
    #[serde(deserialize_with = "factors")]
    pub lifts: Vec<Factor>,
    /// 1 an afternoon to a day, 2 some weeks, 3 some months or money.
    pub effort: u8,
    /// Id of the countermeasure it belongs to, if any.
    pub countermeasure: Option<String>,
    /// "ours", perhaps after a section of the report.
    pub origin: String,
}

/// The side that leads, in rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Leading {
    SupplyLed,
    DemandLed,
}

/// The codes of all sizes, for errors.
static SIZES: [&str; 4] = ["micro", "small", "medium", "large"];

/// Sizes by their codes.
pub(super) fn sizes<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Size>, D::Error> {
    let codes = Vec::<String>::deserialize(deserializer)?;
    let size = |code: &String| {
        Size::from_code(code).ok_or_else(|| D::Error::unknown_variant(code, &SIZES))
    };
    codes.iter().map(size).collect()
}
