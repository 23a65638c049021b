//! What is kept of reports for the next start: what was chosen last, and who hands them out.

use serde::{Deserialize, Serialize};

/// What was chosen of the last report, in the words of the command line; empty is not chosen yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReportKept {
    /// Which report.
    pub kind: String,
    /// What it is written as.
    pub format: String,
    /// Its languages.
    pub languages: String,
    /// The size of its pages.
    pub paper: String,
}

/// Who hands reports out, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FacilitatorKept {
    /// The name.
    pub name: String,
    /// How to reach them.
    pub contact: String,
    /// The path of their mark's file; empty is none.
    pub mark: String,
}
