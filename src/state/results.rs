//! Results, computed once for each round and settings and kept.

use std::{
    cell::{OnceCell, RefCell},
    collections::HashMap,
    sync::Arc,
};

use crate::{
    analysis::{Lever, Robustness, RoundResult, Settings, Way, cheapest_path, evaluate, levers},
    knowledge::{Advice, Knowledge, Situation},
    model::{Effort, Enterprise, PerFactor, Round, RoundId, Size},
};

/// Asks for a result compute it at most once per (round, settings).
#[derive(Debug, Default)]
pub struct Results {
    kept: RefCell<HashMap<RoundId, Kept>>,
    advice: RefCell<HashMap<RoundId, KeptAdvice>>,
    plans: RefCell<HashMap<RoundId, KeptPlan>>,
    evaluations: RefCell<usize>,
}

/// What a plan was made of, and what came out; each part is computed when first asked for.
#[derive(Debug)]
struct KeptPlan {
    round: Arc<Round>,
    settings: Settings,
    efforts: PerFactor<Effort>,
    levers: Option<Arc<Option<Vec<Lever>>>>,
    way: Option<(u8, Arc<Option<Way>>)>,
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
    robustness: OnceCell<Arc<Option<Robustness>>>,
}

impl KeptPlan {
    /// What is kept of a round, begun anew where anything it rests on has changed.
    fn of<'a>(
        plans: &'a mut HashMap<RoundId, Self>,
        round: &Arc<Round>,
        efforts: PerFactor<Effort>,
        settings: &Settings,
    ) -> &'a mut Self {
        let fresh = || Self {
            round: Arc::clone(round),
            settings: *settings,
            efforts,
            levers: None,
            way: None,
        };
        let kept = plans.entry(round.id).or_insert_with(fresh);
        let same = Arc::ptr_eq(&kept.round, round)
            && kept.settings == *settings
            && kept.efforts == efforts;
        if !same {
            *kept = fresh();
        }
        kept
    }
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
                robustness: OnceCell::new(),
            },
        );
        result
    }

    /// Whether the answer of a round holds when one score moves a level.
    pub fn robustness(&self, round: &Arc<Round>, settings: &Settings) -> Arc<Option<Robustness>> {
        let result = self.of(round, settings);
        let found = || Arc::new(Robustness::of(&result, settings));
        let kept = self.kept.borrow();
        kept.get(&round.id)
            .map_or_else(found, |kept| Arc::clone(kept.robustness.get_or_init(found)))
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

    /// The levers of a round at some efforts.
    pub fn levers(
        &self,
        round: &Arc<Round>,
        efforts: PerFactor<Effort>,
        settings: &Settings,
    ) -> Arc<Option<Vec<Lever>>> {
        let result = self.of(round, settings);
        let mut plans = self.plans.borrow_mut();
        let kept = KeptPlan::of(&mut plans, round, efforts, settings);
        let levers = kept
            .levers
            .get_or_insert_with(|| Arc::new(levers(round, &result, efforts, settings)));
        Arc::clone(levers)
    }

    /// The cheapest way of a round to a goal, in points of R, at some efforts.
    pub fn way(
        &self,
        round: &Arc<Round>,
        efforts: PerFactor<Effort>,
        goal: u8,
        settings: &Settings,
    ) -> Arc<Option<Way>> {
        let result = self.of(round, settings);
        let mut plans = self.plans.borrow_mut();
        let kept = KeptPlan::of(&mut plans, round, efforts, settings);
        if let Some((known, way)) = &kept.way
            && *known == goal
        {
            return Arc::clone(way);
        }
        let goal_share = f64::from(goal) / 100.0;
        let way = Arc::new(cheapest_path(&result, efforts, goal_share, settings));
        kept.way = Some((goal, Arc::clone(&way)));
        way
    }

    /// Forgets everything, as when another workbook is opened.
    pub fn clear(&self) {
        self.kept.borrow_mut().clear();
        self.advice.borrow_mut().clear();
        self.plans.borrow_mut().clear();
    }

    /// How many evaluations there were so far; for tests.
    #[must_use]
    pub fn evaluations(&self) -> usize {
        *self.evaluations.borrow()
    }
}
