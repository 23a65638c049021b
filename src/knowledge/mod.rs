//! The report's content and ours, read from bilingual presets, and the advice made of it.
//!
//! Facts and figures carry their origin: a section of the report, or "ours". Presets built into the
//! program and those of the user have one shape and go through one door, [`Knowledge::with`].

mod advice;
mod demo;
mod entries;
mod framework;
mod gather;
mod preset;
mod search;
mod sectors;

pub use advice::{
    Advice, AdviceTip, Evidence, Fit, Holding, Match, Measure, Met, Nearby, Nearness, Readiness,
    Situation, Step,
};
pub use demo::demo_workbook;
pub use entries::{
    Area, Case, Challenge, Countermeasure, Driver, Element, Figure, Group, Leading, Mechanism,
    Part, Prerequisite, Rule, Scenario, ScenarioType, Stage, Topic, Value,
};
pub use framework::{FactorText, Framework, IndicatorText};
pub use preset::{Bilingual, PresetError, PresetFault, PresetText};
pub(crate) use preset::{EMPTY_TEXT, MOST_ENTRIES, NOT_A_FACTOR};
pub use search::{Found, Kind};
pub use sectors::{Industry, Sector, Sectors};

/// Everything the presets hold, parsed and checked once at start.
#[derive(Clone, Debug)]
pub struct Knowledge {
    /// The eight factors with their words.
    pub framework: Framework,
    /// The sub-sectors of the three industries.
    pub sectors: Sectors,
    /// Parts of the mechanism, in the order of the picture.
    pub mechanism: Vec<Mechanism>,
    /// Uses of the technology, by industry and sub-sector.
    pub scenarios: Vec<Scenario>,
    /// The ten cases of II(iv), then others.
    pub cases: Vec<Case>,
    /// The challenges of III.
    pub challenges: Vec<Challenge>,
    /// The countermeasures of IV.
    pub countermeasures: Vec<Countermeasure>,
    /// The report's figures.
    pub figures: Vec<Figure>,
    /// When which next step is offered.
    pub rules: Vec<Rule>,
    index: search::SearchIndex,
}

/// The presets built into the program, by file name.
const BUILT_IN: [(&str, &str); 10] = [
    ("sectors.ron", include_str!("../../presets/sectors.ron")),
    ("mechanism.ron", include_str!("../../presets/mechanism.ron")),
    (
        "challenges.ron",
        include_str!("../../presets/challenges.ron"),
    ),
    (
        "countermeasures.ron",
        include_str!("../../presets/countermeasures.ron"),
    ),
    (
        "scenarios_primary.ron",
        include_str!("../../presets/scenarios_primary.ron"),
    ),
    (
        "scenarios_secondary.ron",
        include_str!("../../presets/scenarios_secondary.ron"),
    ),
    (
        "scenarios_tertiary.ron",
        include_str!("../../presets/scenarios_tertiary.ron"),
    ),
    ("cases.ron", include_str!("../../presets/cases.ron")),
    ("figures.ron", include_str!("../../presets/figures.ron")),
    ("rules.ron", include_str!("../../presets/rules.ron")),
];

impl Knowledge {
    /// The presets built into the program.
    ///
    /// # Errors
    /// When a preset does not parse or is incomplete; a test keeps the shipped ones valid.
    pub fn built_in() -> Result<Self, PresetError> {
        let mut knowledge = Self {
            framework: Framework::built_in()?,
            sectors: Sectors::default(),
            mechanism: Vec::new(),
            scenarios: Vec::new(),
            cases: Vec::new(),
            challenges: Vec::new(),
            countermeasures: Vec::new(),
            figures: Vec::new(),
            rules: Vec::new(),
            index: search::SearchIndex::default(),
        };
        let presets = BUILT_IN.map(|(name, text)| PresetText {
            name: name.to_owned(),
            text: text.to_owned(),
        });
        match knowledge.add(&presets).into_iter().next() {
            Some(error) => Err(error),
            None => Ok(knowledge),
        }
    }

    /// Adds the user's own presets beside those that are there. Entries that are wrong are left out,
    /// each with an error that names file, line and entry; all others count.
    #[must_use]
    pub fn with(mut self, own: &[PresetText]) -> (Self, Vec<PresetError>) {
        let errors = self.add(own);
        (self, errors)
    }

    /// The challenge with this id.
    #[must_use]
    pub fn challenge(&self, id: &str) -> Option<&Challenge> {
        self.challenges.iter().find(|entry| entry.id == id)
    }

    /// The countermeasure with this id.
    #[must_use]
    pub fn countermeasure(&self, id: &str) -> Option<&Countermeasure> {
        self.countermeasures.iter().find(|entry| entry.id == id)
    }

    /// The scenario with this id.
    #[must_use]
    pub fn scenario(&self, id: &str) -> Option<&Scenario> {
        self.scenarios.iter().find(|entry| entry.id == id)
    }

    /// The rule with this id.
    #[must_use]
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|entry| entry.id == id)
    }

    /// The industry of a sub-sector; `None` for a sector typed freely.
    #[must_use]
    pub fn industry_of(&self, sector: &str) -> Option<Industry> {
        self.sectors.get(sector).map(|sector| sector.industry)
    }
}
