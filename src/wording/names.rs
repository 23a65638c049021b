//! What sentences are made with.

use crate::{i18n::Language, knowledge::Knowledge, model::Factor};

/// What sentences are made with: the names of the presets, in one language.
#[derive(Clone, Copy)]
pub struct Wording<'a> {
    /// The presets.
    pub knowledge: &'a Knowledge,
    /// The language.
    pub language: Language,
}

impl<'a> Wording<'a> {
    /// A factor's name.
    #[must_use]
    pub fn factor_name(self, factor: Factor) -> &'a str {
        self.knowledge.framework.of(factor).name.get(self.language)
    }
}
