//! Results, computed once for each round and settings and kept.

use std::{cell::RefCell, collections::HashMap, sync::Arc};

use crate::{
    analysis::{RoundResult, Settings, evaluate},
    model::{Round, RoundId},
};

/// Asks for a result compute it at most once per (round, settings).
#[derive(Debug, Default)]
pub struct Results {
    kept: RefCell<HashMap<RoundId, Kept>>,
    evaluations: RefCell<usize>,
}

#[derive(Debug)]
struct Kept {
    round: Arc<Round>,
    settings: Settings,
    result: Arc<RoundResult>,
}

impl Results {
    /// What a round says under some settings.
    pub fn of(&self, round: &Arc<Round>, settings: &Settings) -> Arc<RoundResult> {
        let mut kept = self.kept.borrow_mut();
        if let Some(found) = kept.get(&round.id)
            && found.settings == *settings
            && Arc::ptr_eq(&found.round, round)
        {
            return Arc::clone(&found.result);
        }
        *self.evaluations.borrow_mut() += 1;
        let result = Arc::new(evaluate(round, settings));
        kept.insert(
            round.id,
            Kept {
                round: Arc::clone(round),
                settings: *settings,
                result: Arc::clone(&result),
            },
        );
        result
    }

    /// Forgets everything, as when another workbook is opened.
    pub fn clear(&self) {
        self.kept.borrow_mut().clear();
    }

    /// How many evaluations there were so far; for tests.
    #[must_use]
    pub fn evaluations(&self) -> usize {
        *self.evaluations.borrow()
    }
}
