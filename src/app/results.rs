//! Results, computed once for each round and settings and kept.

use std::{cell::RefCell, collections::HashMap, sync::Arc};

use crate::{
    analysis::{RoundResult, Settings, evaluate},
    knowledge::{Advice, Knowledge, Situation},
    model::{Enterprise, Round, RoundId, Size},
};

/// Asks for a result compute it at most once per (round, settings).
#[derive(Debug, Default)]
pub struct Results {
    kept: RefCell<HashMap<RoundId, Kept>>,
    advice: RefCell<HashMap<RoundId, KeptAdvice>>,
    evaluations: RefCell<usize>,
}

#[derive(Debug)]
struct KeptAdvice {
    round: Arc<Round>,
    settings: Settings,
    sector: String,
    size: Option<Size>,
    technology: String,
    advice: Arc<Advice>,
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

    /// Advice for a round of an enterprise under some settings.
    pub fn advice(
        &self,
        knowledge: &Knowledge,
        enterprise: &Enterprise,
        round: &Arc<Round>,
        settings: &Settings,
    ) -> Arc<Advice> {
        let mut kept = self.advice.borrow_mut();
        if let Some(found) = kept.get(&round.id)
            && found.settings == *settings
            && Arc::ptr_eq(&found.round, round)
            && (&found.sector, found.size) == (&enterprise.sector, enterprise.size)
            && found.technology == enterprise.technology
        {
            return Arc::clone(&found.advice);
        }
        let result = self.of(round, settings);
        let advice = Arc::new(knowledge.advise(&Situation {
            round,
            result: &result,
            settings,
            sector: &enterprise.sector,
            size: enterprise.size,
            technology: &enterprise.technology,
        }));
        kept.insert(
            round.id,
            KeptAdvice {
                round: Arc::clone(round),
                settings: *settings,
                sector: enterprise.sector.clone(),
                size: enterprise.size,
                technology: enterprise.technology.clone(),
                advice: Arc::clone(&advice),
            },
        );
        advice
    }

    /// Forgets everything, as when another workbook is opened.
    pub fn clear(&self) {
        self.kept.borrow_mut().clear();
        self.advice.borrow_mut().clear();
    }

    /// How many evaluations there were so far; for tests.
    #[must_use]
    pub fn evaluations(&self) -> usize {
        *self.evaluations.borrow()
    }
}
