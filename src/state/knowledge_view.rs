//! What of the knowledge base is on screen.

use crate::{
    knowledge::{Driver, Industry, Kind, Value},
    model::Factor,
};

/// The pages of the Knowledge screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum KnowledgePage {
    #[default]
    Mechanism,
    Scenarios,
    Cases,
    Challenges,
    Figures,
}

/// Filters and choice on the Knowledge screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnowledgeView {
    /// The page.
    pub page: KnowledgePage,
    /// What is searched for; empty shows the page.
    pub search: String,
    /// The industry whose scenario map is shown.
    pub industry: Industry,
    /// Only scenarios of this value.
    pub value: Option<Value>,
    /// Only scenarios of this growth driver.
    pub driver: Option<Driver>,
    /// Only scenarios for which the chosen firm has all that they need.
    pub ready: bool,
    /// The factor whose challenges and measures stand out.
    pub factor: Option<Factor>,
    /// The chosen entry.
    pub chosen: Option<(Kind, String)>,
}

impl Default for KnowledgeView {
    fn default() -> Self {
        Self {
            page: KnowledgePage::default(),
            search: String::new(),
            industry: Industry::Primary,
            value: None,
            driver: None,
            ready: false,
            factor: None,
            chosen: None,
        }
    }
}

impl KnowledgeView {
    /// The page on which a kind of entry stands.
    #[must_use]
    pub const fn page_of(kind: Kind) -> KnowledgePage {
        match kind {
            Kind::Mechanism => KnowledgePage::Mechanism,
            Kind::Scenario => KnowledgePage::Scenarios,
            Kind::Case => KnowledgePage::Cases,
            Kind::Challenge | Kind::Countermeasure => KnowledgePage::Challenges,
            Kind::Figure => KnowledgePage::Figures,
        }
    }

    /// The id of the chosen entry, if it is of a kind.
    #[must_use]
    pub fn chosen_of(&self, kind: Kind) -> Option<&str> {
        match &self.chosen {
            Some((found, id)) if *found == kind => Some(id),
            _ => None,
        }
    }
}
