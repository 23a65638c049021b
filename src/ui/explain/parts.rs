//! What there is to say of how a number came.

/// The parts of an explanation.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub formula: Vec<String>,
    /// The numbers put in; none where the number has no value yet.
    pub numbers: Vec<String>,
    /// What is shown of them on screen, piece by piece.
    pub shown: Vec<String>,
    pub source: Vec<&'static str>,
}

impl Parts {
    /// A formula and where it comes from, without numbers.
    pub fn of(formula: &str, source: &[&'static str]) -> Self {
        Self {
            formula: vec![formula.to_owned()],
            source: source.to_vec(),
            ..Self::default()
        }
    }
}
