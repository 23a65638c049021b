//! Puts the entries of all presets together: each id once, each reference to something that is there.

use std::collections::HashSet;

use serde::de::DeserializeOwned;

use super::{
    Knowledge,
    entries::{Case, Challenge, Countermeasure, Figure, Mechanism, Rule, Scenario},
    preset::{Entries, PresetError, PresetFault, PresetText},
    sectors::Sector,
};
use crate::model::Factor;

/// A kind of entry that presets hold.
pub(super) trait Entry: DeserializeOwned + 'static {
    /// The kind that a preset names.
    const KIND: &'static str;
    /// The entry's id.
    fn id(&self) -> &str;
    /// Where entries of this kind are kept.
    fn list(knowledge: &mut Knowledge) -> &mut Vec<Self>;
    /// The first thing it refers to that no preset holds.
    fn unlisted(&self, _knowledge: &Knowledge) -> Option<String> {
        None
    }
}

impl Knowledge {
    /// Adds the entries of presets. What is wrong is left out and said; the rest counts.
    pub(super) fn add(&mut self, presets: &[PresetText]) -> Vec<PresetError> {
        let mut errors = Vec::new();
        let mut opened = Vec::new();
        for preset in presets {
            match Entries::of(preset) {
                Ok(entries) => opened.push((preset, entries)),
                Err(error) => errors.push(error),
            }
        }
        let known = [
            Sector::KIND,
            Mechanism::KIND,
            Challenge::KIND,
            Countermeasure::KIND,
            Scenario::KIND,
            Case::KIND,
            Figure::KIND,
            Rule::KIND,
        ];
        for (preset, entries) in &opened {
            if !known.contains(&entries.kind.as_str()) {
                let fault = PresetFault::Envelope {
                    expected: known.join(", "),
                    found: entries.kind.clone(),
                };
                errors.push(preset.error(1, 1, String::new(), fault));
            }
        }
        // What is referred to comes before what refers to it.
        self.add_kind::<Sector>(&opened, &mut errors);
        self.add_kind::<Mechanism>(&opened, &mut errors);
        self.add_kind::<Challenge>(&opened, &mut errors);
        self.add_kind::<Countermeasure>(&opened, &mut errors);
        self.add_kind::<Scenario>(&opened, &mut errors);
        self.add_kind::<Case>(&opened, &mut errors);
        self.add_kind::<Figure>(&opened, &mut errors);
        self.add_kind::<Rule>(&opened, &mut errors);
        self.reindex();
        errors
    }

    fn add_kind<T: Entry>(
        &mut self,
        opened: &[(&PresetText, Entries<'_>)],
        errors: &mut Vec<PresetError>,
    ) {
        let ids = T::list(self).iter().map(|entry| entry.id().to_owned());
        let mut ids: HashSet<String> = ids.collect();
        for (preset, entries) in opened {
            if entries.kind != T::KIND {
                continue;
            }
            let (read, wrong) = entries.read::<T>();
            errors.extend(wrong);
            for entry in read {
                let id = entry.value.id().to_owned();
                let fault = if id.trim().is_empty() {
                    // A plan that names it could not be opened again.
                    Some(PresetFault::EmptyText)
                } else if ids.contains(&id) {
                    Some(PresetFault::Twice)
                } else {
                    entry.value.unlisted(self).map(PresetFault::Unlisted)
                };
                match fault {
                    Some(fault) => errors.push(preset.error(entry.line, entry.column, id, fault)),
                    None => {
                        ids.insert(id);
                        T::list(self).push(entry.value);
                    }
                }
            }
        }
    }

    fn without_sector(&self, id: &str) -> Option<String> {
        self.sectors.get(id).is_none().then(|| id.to_owned())
    }
}

impl Entry for Sector {
    const KIND: &'static str = "sectors";
    fn id(&self) -> &str {
        &self.id
    }
    fn list(knowledge: &mut Knowledge) -> &mut Vec<Self> {
        knowledge.sectors.all_mut()
    }
}

impl Entry for Mechanism {
    const KIND: &'static str = "mechanism";
    fn id(&self) -> &str {
        &self.id
    }
    fn list(knowledge: &mut Knowledge) -> &mut Vec<Self> {
        &mut knowledge.mechanism
    }
}

impl Entry for Challenge {
    const KIND: &'static str = "challenges";
    fn id(&self) -> &str {
        &self.id
    }
    fn list(knowledge: &mut Knowledge) -> &mut Vec<Self> {
        &mut knowledge.challenges
    }
}

impl Entry for Countermeasure {
    const KIND: &'static str = "countermeasures";
    fn id(&self) -> &str {
        &self.id
    }
    fn list(knowledge: &mut Knowledge) -> &mut Vec<Self> {
        &mut knowledge.countermeasures
    }
    fn unlisted(&self, knowledge: &Knowledge) -> Option<String> {
        let unknown = |id: &&String| knowledge.challenge(id).is_none();
        self.answers.iter().find(unknown).cloned()
    }
}

impl Entry for Scenario {
    const KIND: &'static str = "scenarios";
    fn id(&self) -> &str {
        &self.id
    }
    fn list(knowledge: &mut Knowledge) -> &mut Vec<Self> {
        &mut knowledge.scenarios
    }
    fn unlisted(&self, knowledge: &Knowledge) -> Option<String> {
        knowledge.without_sector(&self.sector)
    }
}

impl Entry for Case {
    const KIND: &'static str = "cases";
    fn id(&self) -> &str {
        &self.id
    }
    fn list(knowledge: &mut Knowledge) -> &mut Vec<Self> {
        &mut knowledge.cases
    }
    fn unlisted(&self, knowledge: &Knowledge) -> Option<String> {
        let mut sectors = self.sectors.iter();
        sectors.find_map(|sector| knowledge.without_sector(sector))
    }
}

impl Entry for Figure {
    const KIND: &'static str = "figures";
    fn id(&self) -> &str {
        &self.id
    }
    fn list(knowledge: &mut Knowledge) -> &mut Vec<Self> {
        &mut knowledge.figures
    }
}

impl Entry for Rule {
    const KIND: &'static str = "rules";
    fn id(&self) -> &str {
        &self.id
    }
    fn list(knowledge: &mut Knowledge) -> &mut Vec<Self> {
        &mut knowledge.rules
    }
    fn unlisted(&self, knowledge: &Knowledge) -> Option<String> {
        let of = |factor: Factor| &knowledge.framework.of(factor).indicators;
        let indicator = self.indicator.as_ref().filter(|wanted| {
            let known = |id: &String| of(self.factor).iter().any(|one| one.id == *id);
            !known(wanted)
        });
        let measure = self
            .countermeasure
            .as_ref()
            .filter(|id| knowledge.countermeasure(id).is_none());
        indicator.or(measure).cloned()
    }
}
