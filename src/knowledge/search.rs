//! Finding entries by any words of theirs, in either language.

use super::{
    Bilingual, Knowledge,
    search_index::{Found, Indexed, Kind, SearchIndex},
};

impl Knowledge {
    /// Entries that hold every word of a query, letter case aside: first those whose name does, each
    /// group in the order of the kinds and presets. An empty query finds nothing.
    #[must_use]
    pub fn search(&self, query: &str) -> Vec<&Found> {
        let query = query.to_lowercase();
        let words: Vec<&str> = query.split_whitespace().collect();
        if words.is_empty() {
            return Vec::new();
        }
        let all_in = |text: &str| words.iter().all(|word| text.contains(word));
        let (mut named, mut others) = (Vec::new(), Vec::new());
        for entry in &self.index.0 {
            if all_in(&entry.name) {
                named.push(&entry.found);
            } else if all_in(&entry.text) {
                others.push(&entry.found);
            }
        }
        named.extend(others);
        named
    }

    /// Makes the index anew, after entries were added.
    pub(super) fn reindex(&mut self) {
        let mut entries = Vec::new();
        let mut add = |kind, id: &str, name: &Bilingual, texts: &[&Bilingual]| {
            entries.push(Indexed {
                found: Found {
                    kind,
                    id: id.to_owned(),
                    name: name.clone(),
                },
                name: lower(&[name]),
                text: lower(&[&[name], texts].concat()),
            });
        };
        for entry in &self.mechanism {
            let texts = [&entry.text, &entry.example];
            add(Kind::Mechanism, &entry.id, &entry.name, &texts);
        }
        for entry in &self.scenarios {
            let mut texts = vec![&entry.text, &entry.first_step];
            texts.extend(entry.prerequisites.iter().map(|needed| &needed.text));
            texts.extend(self.sectors.get(&entry.sector).map(|sector| &sector.name));
            add(Kind::Scenario, &entry.id, &entry.name, &texts);
        }
        for entry in &self.cases {
            let mut texts = vec![&entry.who, &entry.text, &entry.lesson];
            texts.extend(&entry.figures);
            add(Kind::Case, &entry.id, &entry.name, &texts);
        }
        for entry in &self.challenges {
            let texts = [&entry.text, &entry.sign];
            add(Kind::Challenge, &entry.id, &entry.name, &texts);
        }
        for entry in &self.countermeasures {
            let texts = [&entry.text, &entry.first_step];
            add(Kind::Countermeasure, &entry.id, &entry.name, &texts);
        }
        for entry in &self.figures {
            let mut texts = vec![&entry.value, &entry.text, &entry.source];
            texts.extend(&entry.note);
            add(Kind::Figure, &entry.id, &entry.name, &texts);
        }
        self.index = SearchIndex(entries);
    }
}

fn lower(texts: &[&Bilingual]) -> String {
    let mut lower = String::new();
    for text in texts {
        lower += &text.en.to_lowercase();
        lower.push('\n');
        lower += &text.zh.to_lowercase();
        lower.push('\n');
    }
    lower
}
