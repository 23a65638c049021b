//! What differs between two rounds, what-ifs or targets, like for like.

use super::{
    Settings,
    aggregate::combined,
    resonance::side_result,
    result::{FactorResult, FactorState, Outcome, RoundResult},
    sensitivity::without_dots,
};
use crate::model::{
    Answer, AnswerDetail, Basis, Factor, Level, PerFactor, RespondentId, Response, Round, Score,
    Side, orient,
};

/// From this difference of favourability on two scores are told apart; below it is rounding.
const NOTHING: f64 = 1e-9;

/// One of the two things that are compared.
#[derive(Clone, Copy, Debug)]
pub struct Compared<'a> {
    /// The round it rests on.
    pub round: &'a Round,
    /// What that says, with the levels set in place of its scores.
    pub result: &'a RoundResult,
    /// Levels set in place of scores: those of a what-if or a target.
    pub set: Option<&'a PerFactor<Option<Level>>>,
}

/// Whether two rounds asked people of one panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panels {
    /// They are rounds of one enterprise: only who scored in both counts.
    Same,
    /// They are of two enterprises: everybody counts.
    Different,
}

/// One number in both, on what both share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// In the one compared with.
    pub from: f64,
    /// In the other.
    pub to: f64,
}

/// How much of two rounds is shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// Factors scored in both, 1..=8.
    pub factors: usize,
    /// Factors that apply in at least one, 1..=8.
    pub of_factors: usize,
    /// Where both are of one panel: who scored a shared factor in both, of all who scored in either.
    pub people: Option<(usize, usize)>,
    /// Whether somebody's answer to a shared factor, or a show of hands, counts in neither because it
    /// was given in one only.
    pub answers_left_out: bool,
}

/// What differs between two things, on what both share.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Scores of the shared factors, as scored, 1..=5.
    pub factors: PerFactor<Option<Difference>>,
    /// Weights of the shared factors, each side's scaled to sum to 1; 0 for the others.
    pub weights: PerFactor<f64>,
    /// S on the shared factors, 0..=1; `None` where none of supply is shared.
    pub supply: Option<Difference>,
    /// D likewise.
    pub demand: Option<Difference>,
    /// R on the shared factors, 0..=1; `None` where either side shares none.
    pub resonance: Option<Difference>,
    /// How much is shared.
    pub coverage: Coverage,
    /// R of both as they stand, whoever scored whatever; `None` where either has none.
    pub naive: Option<Difference>,
}

impl<'a> Compared<'a> {
    /// A round as it was scored.
    #[must_use]
    pub const fn round(round: &'a Round, result: &'a RoundResult) -> Self {
        Self {
            round,
            result,
            set: None,
        }
    }

    fn set_at(&self, factor: Factor) -> bool {
        self.set.is_some_and(|set| set[factor].is_some())
    }
}

impl Difference {
    /// How much more the other has; below 0 where it has less.
    #[must_use]
    pub fn change(&self) -> f64 {
        self.to - self.from
    }

    /// How much more favourable the other's score of a factor is, -1..=1.
    #[must_use]
    pub fn better_by(&self, factor: Factor) -> f64 {
        orient(self.to, factor) - orient(self.from, factor)
    }
}

impl Coverage {
    /// Whether everything of both is shared: then both are compared as they stand.
    #[must_use]
    pub fn complete(&self) -> bool {
        self.factors == self.of_factors && !self.answers_left_out
    }
}

impl Comparison {
    /// Compares two things on the factors scored in both; of two rounds of one panel only on the people
    /// who scored a factor in both, and where they answered its indicators in both, on the indicators
    /// answered in both (from two thirds of them on). A score that was agreed on stands for its round, a
    /// level that is set stands against the other's score as it is, and hands, which belong to nobody's
    /// name, count only where both are the same round. `None` where no factor is shared or scores are
    /// withheld.
    ///
    /// Source: MODEL section 3 (ours).
    #[must_use]
    pub fn of(
        from: &Compared<'_>,
        to: &Compared<'_>,
        panels: Panels,
        settings: &Settings,
    ) -> Option<Self> {
        if from.result.hidden || to.result.hidden {
            return None;
        }
        let people = SharedPeople::of(from.round, to.round, panels);
        let factors =
            PerFactor::from_fn(|factor| shared_scores(from, to, factor, people.as_ref(), settings));
        let shared = factors.iter().filter(|(_, found)| found.is_some()).count();
        if shared == 0 {
            return None;
        }
        let found = |side, end: fn(&Difference) -> f64| {
            let results = PerFactor::from_fn(|factor| {
                let found = factors[factor].as_ref().map(end);
                at(&from.result.factors[factor], factor, found)
            });
            side_result(&results, side, &settings.weights)
        };
        let mut weights = PerFactor::from_fn(|_| 0.0);
        let mut side = |side: Side| {
            let (from, to) = (
                found(side, |found| found.from),
                found(side, |found| found.to),
            );
            // What both share weighs the same in both.
            for (factor, weight) in side.factors().into_iter().zip(from.weights) {
                weights[factor] = weight;
            }
            Some(Difference {
                from: from.value?,
                to: to.value?,
            })
        };
        let (supply, demand) = (side(Side::Supply), side(Side::Demand));
        let resonance = supply
            .zip(demand)
            .map(|(supply, demand): (Difference, Difference)| Difference {
                from: Outcome::of(supply.from, demand.from).resonance,
                to: Outcome::of(supply.to, demand.to).resonance,
            });
        let outcomes = from.result.outcome.zip(to.result.outcome);
        Some(Self {
            weights,
            supply,
            demand,
            resonance,
            coverage: coverage(from, to, panels, &factors),
            naive: outcomes.map(|(from, to)| Difference {
                from: from.resonance,
                to: to.resonance,
            }),
            factors,
        })
    }

    /// The shared factor whose favourability differs most, the earliest of equal ones; `None` where no
    /// factor differs.
    #[must_use]
    pub fn most(&self) -> Option<(Factor, Difference)> {
        let mut most: Option<(Factor, Difference)> = None;
        let mut widest = NOTHING;
        for (factor, found) in self.factors.iter() {
            if let Some(found) = found
                && found.better_by(factor).abs() > widest + NOTHING
            {
                widest = found.better_by(factor).abs();
                most = Some((factor, *found));
            }
        }
        most
    }
}

/// The people of two rounds of one panel, where it matters who scored in both.
struct SharedPeople<'a>(Vec<(&'a Response, &'a Response)>);

impl<'a> SharedPeople<'a> {
    fn of(from: &'a Round, to: &'a Round, panels: Panels) -> Option<Self> {
        // Of a round and itself everybody is the same, also those without a name.
        if panels == Panels::Different || from.id == to.id {
            return None;
        }
        let pair =
            |one: &'a std::sync::Arc<Response>| Some((one.as_ref(), to.response(one.respondent)?));
        Some(Self(from.responses.iter().filter_map(pair).collect()))
    }
}

/// The scores of a factor on what both share, as scored.
fn shared_scores(
    from: &Compared<'_>,
    to: &Compared<'_>,
    factor: Factor,
    people: Option<&SharedPeople<'_>>,
    settings: &Settings,
) -> Option<Difference> {
    let (one, two) = (&from.result.factors[factor], &to.result.factors[factor]);
    let as_they_are = Difference {
        from: one.score?,
        to: two.score?,
    };
    let Some(people) = people else {
        return Some(as_they_are);
    };
    if by_itself(from, to, factor) {
        return Some(as_they_are);
    }
    let (mut rows_one, mut rows_two) = (Vec::new(), Vec::new());
    for (before, after) in &people.0 {
        let levels = shared_levels(&before.answers[factor], &after.answers[factor]);
        if let Some((before_level, after_level)) = levels {
            rows_one.push((before_level.value(), before.weight));
            rows_two.push((after_level.value(), after.weight));
        }
    }
    let by_people = Difference {
        from: combined(&rows_one, settings.aggregation)?,
        to: combined(&rows_two, settings.aggregation)?,
    };
    Some(Difference {
        from: if one.agreed {
            as_they_are.from
        } else {
            by_people.from
        },
        to: if two.agreed {
            as_they_are.to
        } else {
            by_people.to
        },
    })
}

/// Whether a factor's scores are compared as they are: set, or agreed on in both.
fn by_itself(from: &Compared<'_>, to: &Compared<'_>, factor: Factor) -> bool {
    let agreed = |side: &Compared<'_>| side.result.factors[factor].agreed;
    from.set_at(factor) || to.set_at(factor) || (agreed(from) && agreed(to))
}

/// One person's levels of a factor in two rounds, on the indicators answered in both where both rest on
/// indicators.
fn shared_levels(one: &Answer, two: &Answer) -> Option<(Level, Level)> {
    if one.basis() != Basis::Indicators || two.basis() != Basis::Indicators {
        return Some((one.score().level()?, two.score().level()?));
    }
    let (mut before, mut after) = (one.indicators(), two.indicators());
    for (one, two) in before.iter_mut().zip(&mut after) {
        let left_out = match (*one, *two) {
            (Score::Scored(_), Score::Scored(_)) => continue,
            (Score::NotApplicable, _) | (_, Score::NotApplicable) => Score::NotApplicable,
            _ => Score::NotScored,
        };
        (*one, *two) = (left_out, left_out);
    }
    let level = |indicators| {
        let detail = AnswerDetail {
            indicators,
            ..AnswerDetail::default()
        };
        detail.indicator_score().level()
    };
    Some((level(before)?, level(after)?))
}

/// How much of both is shared.
fn coverage(
    from: &Compared<'_>,
    to: &Compared<'_>,
    panels: Panels,
    factors: &PerFactor<Option<Difference>>,
) -> Coverage {
    let applies = |factor: &Factor| {
        let state = |side: &Compared<'_>| side.result.factors[*factor].state;
        [state(from), state(to)] != [FactorState::NotApplicable; 2]
    };
    let mut coverage = Coverage {
        factors: factors.iter().filter(|(_, found)| found.is_some()).count(),
        of_factors: Factor::ALL.into_iter().filter(applies).count(),
        people: None,
        answers_left_out: false,
    };
    // Where only levels that are set or agreed are left, it does not matter who scored.
    let asked: Vec<Factor> = Factor::ALL
        .into_iter()
        .filter(|factor| factors[*factor].is_some() && !by_itself(from, to, *factor))
        .collect();
    if panels == Panels::Different || asked.is_empty() {
        return coverage;
    }
    let (one, two) = (from.round, to.round);
    let mut people: Vec<RespondentId> = Vec::new();
    for response in one.responses.iter().chain(&two.responses) {
        let mut all = Factor::ALL.into_iter();
        let scored = all.any(|factor| response.score(factor).level().is_some());
        if scored && !people.contains(&response.respondent) {
            people.push(response.respondent);
        }
    }
    let mut both = 0;
    for person in &people {
        let before = one.response(*person);
        let after = two.response(*person);
        let mut shares = false;
        for factor in &asked {
            let own = |response: Option<&Response>| response?.score(*factor).level();
            let shared = before.zip(after).and_then(|(before, after)| {
                shared_levels(&before.answers[*factor], &after.answers[*factor])
            });
            let given = (own(before), own(after));
            shares |= shared.is_some();
            coverage.answers_left_out |=
                given != (shared.map(|both| both.0), shared.map(|both| both.1));
        }
        both += usize::from(shares);
    }
    let hands = |round: &Round| asked.iter().any(|factor| round.hands[*factor].is_some());
    coverage.answers_left_out |= one.id != two.id && (hands(one) || hands(two));
    coverage.people = (!people.is_empty()).then_some((both, people.len()));
    coverage
}

/// A factor with a score in place of its own; without one it leaves its side.
fn at(found: &FactorResult, factor: Factor, score: Option<f64>) -> FactorResult {
    FactorResult {
        state: score.map_or(FactorState::NotApplicable, |_| FactorState::Scored),
        score,
        favourability: score.map(|score| orient(score, factor)),
        ..without_dots(found)
    }
}
