//! What is compared, resolved: rounds, results, and what differs from the first one.

use std::sync::Arc;

use super::{
    compare::{Item, Placed, Profile},
    results::Results,
};
use crate::{
    analysis::{Compared, Comparison, Difference, Panels, RoundResult, Settings},
    model::{Enterprise, Factor, Level, PerFactor, Round, Workbook},
};

/// All that is compared.
#[derive(Clone, Debug, Default)]
pub struct Lineup {
    /// The items in their order.
    pub entries: Vec<Entry>,
    /// What differs most between any two of them.
    pub most: Option<Most>,
}

/// One thing compared.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Which.
    pub item: Item,
    /// Its look, 0..=5.
    pub series: u8,
    /// Whose.
    pub enterprise: Arc<Enterprise>,
    /// The round it rests on.
    pub round: Arc<Round>,
    /// What that says, with the levels set in place of its scores.
    pub result: Arc<RoundResult>,
    /// Levels set in place of scores.
    pub set: Option<PerFactor<Option<Level>>>,
    /// What differs from the first one, like for like; `None` for that itself and where nothing is shared.
    pub against_first: Option<Comparison>,
}

/// The widest difference between any two.
#[derive(Clone, Debug)]
pub struct Most {
    /// Place of the one compared with.
    pub from: usize,
    /// Place of the other.
    pub to: usize,
    /// The factor.
    pub factor: Factor,
    /// Its scores, as scored.
    pub difference: Difference,
    /// Everything else that differs between the two.
    pub comparison: Comparison,
}

impl Entry {
    fn compared(&self) -> Compared<'_> {
        Compared {
            round: &self.round,
            result: &self.result,
            set: self.set.as_ref(),
        }
    }

    /// What differs from another one, like for like.
    fn against(&self, other: &Self, settings: &Settings) -> Option<Comparison> {
        let panels = if self.enterprise.id == other.enterprise.id {
            Panels::Same
        } else {
            Panels::Different
        };
        Comparison::of(&other.compared(), &self.compared(), panels, settings)
    }

    fn of(
        placed: Placed,
        workbook: &Workbook,
        results: &Results,
        settings: &Settings,
    ) -> Option<Self> {
        let enterprise = workbook.enterprise(placed.item.enterprise)?;
        let (round, set) = match placed.item.profile {
            Profile::Round(id) => (enterprise.round(id)?, None),
            Profile::WhatIf(id) => {
                let mut what_ifs = enterprise.what_ifs.iter();
                let what_if = what_ifs.find(|what_if| what_if.id == id)?;
                (enterprise.latest_round()?, Some(what_if.levels))
            }
            Profile::Target => (enterprise.latest_round()?, Some(enterprise.target.levels)),
        };
        let result = match &set {
            Some(levels) => results.profile(round, levels, settings),
            None => results.of(round, settings),
        };
        Some(Self {
            item: placed.item,
            series: placed.series,
            enterprise: Arc::clone(enterprise),
            round: Arc::clone(round),
            result,
            set,
            against_first: None,
        })
    }
}

impl Lineup {
    pub(super) fn of(items: &[Placed], workbook: &Workbook, results: &Results) -> Self {
        let settings = &Settings::of(workbook);
        let mut entries: Vec<Entry> = items
            .iter()
            .filter_map(|placed| Entry::of(*placed, workbook, results, settings))
            .collect();
        let mut most: Option<Most> = None;
        let mut widest = 0.0;
        for to in 1..entries.len() {
            for from in 0..to {
                let comparison = entries[to].against(&entries[from], settings);
                if let Some(comparison) = &comparison
                    && let Some((factor, difference)) = comparison.most()
                    && difference.better_by(factor).abs() > widest + 1e-9
                {
                    widest = difference.better_by(factor).abs();
                    most = Some(Most {
                        from,
                        to,
                        factor,
                        difference,
                        comparison: comparison.clone(),
                    });
                }
                if from == 0 {
                    entries[to].against_first = comparison;
                }
            }
        }
        Self { entries, most }
    }

    /// The enterprises compared, each once, with the look of its first item.
    #[must_use]
    pub fn enterprises(&self) -> Vec<(&Arc<Enterprise>, u8)> {
        let mut found: Vec<(&Arc<Enterprise>, u8)> = Vec::new();
        for entry in &self.entries {
            if found
                .iter()
                .all(|(known, _)| known.id != entry.enterprise.id)
            {
                found.push((&entry.enterprise, entry.series));
            }
        }
        found
    }
}
