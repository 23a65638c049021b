//! Results of rounds, each computed once for its round and settings, with all that follows from them.

use std::{
    cell::{Cell, RefCell},
    collections::{BTreeSet, HashMap},
    rc::Rc,
    sync::Arc,
};

use super::memo::{Memo, Same};
use crate::{
    analysis::{
        Compared, Comparison, Far, GroupRow, Hierarchy, IntervalParts, KendallParts, Lever, Move,
        Outcome, Panels, Robustness, RoundResult, Settings, Way, cheapest_path, compare_groups,
        evaluate, far_from_the_room, hierarchy, levers, moves, outcome_with, own_sides,
        panel_concordance_parts, planned, result_of_profile,
    },
    knowledge::{Advice, Knowledge, Situation},
    model::{
        Effort, Enterprise, Factor, Judgements, Level, PerFactor, RespondentId, Round, RoundId,
        Side, Size, Weights,
    },
};

/// The results of two rounds.
type BeforeAndAfter = (Same<RoundResult>, Same<RoundResult>);

/// What is asked of rounds; whoever asks computes nothing.
#[derive(Debug, Default)]
pub struct Results {
    kept: RefCell<HashMap<RoundId, Rc<Kept>>>,
    changes: Memo<BeforeAndAfter, Arc<Option<Comparison>>>,
    hierarchies: Memo<(Judgements, Side), Arc<Hierarchy<4>>>,
    evaluations: Cell<usize>,
}

/// A round with its result, and what was made of them when it was asked for.
#[derive(Debug)]
struct Kept {
    round: Arc<Round>,
    settings: Settings,
    result: Arc<RoundResult>,
    profiles: Memo<PerFactor<Option<Level>>, Arc<RoundResult>>,
    planned: Memo<Vec<Lift>, Arc<Vec<Option<Outcome>>>>,
    weighted: Memo<Weights, Option<Outcome>>,
    robustness: Memo<(), Arc<Option<Robustness>>>,
    moves: Memo<(), Arc<Option<Vec<Move>>>>,
    own_sides: Memo<(), Arc<Vec<(f64, f64)>>>,
    interval: Memo<(), Arc<Option<IntervalParts>>>,
    kendall: Memo<(), Arc<Option<KendallParts>>>,
    far: Memo<(), Arc<Vec<Far>>>,
    groups: Memo<[BTreeSet<RespondentId>; 2], Arc<Vec<GroupRow>>>,
    levers: Memo<PerFactor<Effort>, Arc<Option<Vec<Lever>>>>,
    ways: Memo<(PerFactor<Effort>, u8), Arc<Option<Way>>>,
    advice: Memo<(String, Option<Size>, String), Arc<Advice>>,
}

/// A step of a plan: the factor it lifts, and by how many levels.
pub type Lift = (Option<Factor>, f64);

impl Results {
    /// What a round says under some settings.
    #[must_use]
    pub fn of(&self, round: &Arc<Round>, settings: &Settings) -> Arc<RoundResult> {
        Arc::clone(&self.kept(round, settings).result)
    }

    fn kept(&self, round: &Arc<Round>, settings: &Settings) -> Rc<Kept> {
        let mut kept = self.kept.borrow_mut();
        if let Some(found) = kept.get(&round.id)
            && found.settings == *settings
            && Arc::ptr_eq(&found.round, round)
        {
            return Rc::clone(found);
        }
        self.evaluations.set(self.evaluations.get() + 1);
        let made = Rc::new(Kept::of(round, settings));
        kept.insert(round.id, Rc::clone(&made));
        made
    }

    /// What a round would say with levels in place of its scores: a target, a what-if.
    #[must_use]
    pub fn profile(
        &self,
        round: &Arc<Round>,
        levels: &PerFactor<Option<Level>>,
        settings: &Settings,
    ) -> Arc<RoundResult> {
        let kept = self.kept(round, settings);
        kept.profiles.of(*levels, || {
            Arc::new(result_of_profile(&kept.result, levels, settings))
        })
    }

    /// The outcome of a round after each of some steps, one after the other.
    #[must_use]
    pub fn planned(
        &self,
        round: &Arc<Round>,
        steps: &[Lift],
        settings: &Settings,
    ) -> Arc<Vec<Option<Outcome>>> {
        let kept = self.kept(round, settings);
        let made = || Arc::new(planned(&kept.result, steps, settings));
        kept.planned.of(steps.to_vec(), made)
    }

    /// The outcome of a round with other weights.
    #[must_use]
    pub fn weighted(
        &self,
        round: &Arc<Round>,
        weights: Weights,
        settings: &Settings,
    ) -> Option<Outcome> {
        let kept = self.kept(round, settings);
        let settings = Settings {
            weights,
            ..*settings
        };
        let made = || outcome_with(&kept.result, &[], &settings);
        kept.weighted.of(weights, made)
    }

    /// Whether the answer of a round holds when one score moves a level.
    #[must_use]
    pub fn robustness(&self, round: &Arc<Round>, settings: &Settings) -> Arc<Option<Robustness>> {
        let kept = self.kept(round, settings);
        let made = || Arc::new(Robustness::of(&kept.result, settings));
        kept.robustness.of((), made)
    }

    /// Each score of a round a level down and up, and the answers then.
    #[must_use]
    pub fn moves(&self, round: &Arc<Round>, settings: &Settings) -> Arc<Option<Vec<Move>>> {
        let kept = self.kept(round, settings);
        let made = || Arc::new(moves(&kept.result, settings));
        kept.moves.of((), made)
    }

    /// Each respondent's own S and D, 0..=1, in panel order.
    #[must_use]
    pub fn own_sides(&self, round: &Arc<Round>, settings: &Settings) -> Arc<Vec<(f64, f64)>> {
        let kept = self.kept(round, settings);
        let made = || Arc::new(own_sides(round, &kept.result.sides));
        kept.own_sides.of((), made)
    }

    /// What the interval of R is made of.
    #[must_use]
    pub fn interval(&self, round: &Arc<Round>, settings: &Settings) -> Arc<Option<IntervalParts>> {
        let kept = self.kept(round, settings);
        let own = self.own_sides(round, settings);
        kept.interval.of((), || {
            let outcome = kept.result.outcome;
            Arc::new(outcome.and_then(|outcome| IntervalParts::of(&own, &outcome)))
        })
    }

    /// What W is made of.
    #[must_use]
    pub fn kendall(&self, round: &Arc<Round>, settings: &Settings) -> Arc<Option<KendallParts>> {
        let kept = self.kept(round, settings);
        let made = || Arc::new(panel_concordance_parts(round, &kept.result));
        kept.kendall.of((), made)
    }

    /// Who is far from the room.
    #[must_use]
    pub fn far(&self, round: &Arc<Round>, settings: &Settings) -> Arc<Vec<Far>> {
        let kept = self.kept(round, settings);
        let made = || Arc::new(far_from_the_room(&kept.result));
        kept.far.of((), made)
    }

    /// Two groups of the panel, factor by factor.
    #[must_use]
    pub fn groups(
        &self,
        round: &Arc<Round>,
        groups: [&BTreeSet<RespondentId>; 2],
        settings: &Settings,
    ) -> Arc<Vec<GroupRow>> {
        let kept = self.kept(round, settings);
        let [one, two] = groups;
        let made = || Arc::new(compare_groups(&kept.result, one, two));
        kept.groups.of(groups.map(Clone::clone), made)
    }

    /// What changed from one round to another of the same panel, like for like.
    #[must_use]
    pub fn change(
        &self,
        before: &Arc<Round>,
        after: &Arc<Round>,
        settings: &Settings,
    ) -> Arc<Option<Comparison>> {
        let (earlier, later) = (self.of(before, settings), self.of(after, settings));
        let key = (Same::of(&earlier), Same::of(&later));
        self.changes.of(key, || {
            let earlier = Compared::round(before, &earlier);
            let later = Compared::round(after, &later);
            Arc::new(Comparison::of(&earlier, &later, Panels::Same, settings))
        })
    }

    /// The weights of a side from comparisons in pairs, and how consistent these are.
    #[must_use]
    pub fn hierarchy(&self, judgements: &Judgements, side: Side) -> Arc<Hierarchy<4>> {
        let made = || Arc::new(hierarchy(&judgements.matrix(side)));
        self.hierarchies.of((judgements.clone(), side), made)
    }

    /// Advice for a round of an enterprise under some settings.
    #[must_use]
    pub fn advice(
        &self,
        knowledge: &Knowledge,
        enterprise: &Enterprise,
        round: &Arc<Round>,
        settings: &Settings,
    ) -> Arc<Advice> {
        let kept = self.kept(round, settings);
        let Enterprise {
            sector,
            size,
            technology,
            ..
        } = enterprise;
        let key = (sector.clone(), *size, technology.clone());
        kept.advice.of(key, || {
            Arc::new(knowledge.advise(&Situation {
                round,
                result: &kept.result,
                settings,
                sector,
                size: *size,
                technology,
            }))
        })
    }

    /// The levers of a round at some efforts.
    #[must_use]
    pub fn levers(
        &self,
        round: &Arc<Round>,
        efforts: PerFactor<Effort>,
        settings: &Settings,
    ) -> Arc<Option<Vec<Lever>>> {
        let kept = self.kept(round, settings);
        let made = || Arc::new(levers(round, &kept.result, efforts, settings));
        kept.levers.of(efforts, made)
    }

    /// The cheapest way of a round to a goal, in points of R, at some efforts.
    #[must_use]
    pub fn way(
        &self,
        round: &Arc<Round>,
        efforts: PerFactor<Effort>,
        goal: u8,
        settings: &Settings,
    ) -> Arc<Option<Way>> {
        let kept = self.kept(round, settings);
        let share = f64::from(goal) / 100.0;
        let made = || Arc::new(cheapest_path(&kept.result, efforts, share, settings));
        kept.ways.of((efforts, goal), made)
    }

    /// How many evaluations there were so far; for tests.
    #[must_use]
    pub const fn evaluations(&self) -> usize {
        self.evaluations.get()
    }
}

impl Kept {
    fn of(round: &Arc<Round>, settings: &Settings) -> Self {
        Self {
            round: Arc::clone(round),
            settings: *settings,
            result: Arc::new(evaluate(round, settings)),
            profiles: Memo::default(),
            planned: Memo::default(),
            weighted: Memo::default(),
            robustness: Memo::default(),
            moves: Memo::default(),
            own_sides: Memo::default(),
            interval: Memo::default(),
            kendall: Memo::default(),
            far: Memo::default(),
            groups: Memo::default(),
            levers: Memo::default(),
            ways: Memo::default(),
            advice: Memo::default(),
        }
    }
}
