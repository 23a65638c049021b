//! What is searched: every entry with its words.

use super::preset::Bilingual;

/// A kind of entry that can be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Kind {
    Mechanism,
    Scenario,
    Case,
    Challenge,
    Countermeasure,
    Figure,
}

/// An entry that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Bilingual,
}

/// Every entry's words in lower case, made once.
#[derive(Clone, Debug, Default)]
pub(super) struct SearchIndex(pub Vec<Indexed>);

#[derive(Clone, Debug)]
pub(super) struct Indexed {
    pub found: Found,
    /// The name in both languages, in lower case.
    pub name: String,
    /// All of its words, in lower case.
    pub text: String,
}
