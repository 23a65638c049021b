//! What differs between two states of a workbook, counted so that a sentence can say it.

use std::{collections::HashMap, sync::Arc};

use serde::{Deserialize, Serialize};

use crate::model::{Called, Enterprise, Factor, Round, Score, Workbook};

/// The enterprises that are named; the others are counted.
pub const MOST_NAMED: usize = 3;

/// What differs between two states of a workbook. Holds counts, and enterprises as they are called
/// before others; never scores, people or rounds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changes {
    /// Enterprises with changed scores in the workbook's order, three at most, each with how many
    /// changed. The name may be empty.
    pub scores: Vec<(String, usize)>,
    /// How many further enterprises have changed scores.
    pub more_scored: usize,
    /// How many enterprises were added.
    pub added: usize,
    /// How many enterprises were deleted.
    pub removed: usize,
    /// How many enterprises changed in something else and in no score.
    pub otherwise: usize,
    /// What the first of those is called; it may be empty.
    #[serde(default)]
    pub otherwise_first: String,
    /// Whether what belongs to no enterprise changed, such as the title or the weights.
    pub settings: bool,
}

impl Changes {
    /// What differs from an earlier state, or from nothing at all where there is none.
    #[must_use]
    pub fn between(before: Option<&Workbook>, after: &Workbook) -> Self {
        let mut changes = Self::default();
        let earlier = before.map_or(&[][..], |before| &before.enterprises);
        let mut earlier: HashMap<_, _> = earlier.iter().map(|one| (one.id, one)).collect();
        for enterprise in &after.enterprises {
            let found = earlier.remove(&enterprise.id);
            if found.is_some_and(|found| Arc::ptr_eq(found, enterprise) || found == enterprise) {
                continue;
            }
            changes.added += usize::from(found.is_none());
            let scores = scores_between(found.map(AsRef::as_ref), enterprise);
            let name = || match after.called(enterprise) {
                Called::Name(name) => name.to_owned(),
                Called::Number(number) => format!("#{number}"),
            };
            if scores == 0 {
                if found.is_some() && changes.otherwise == 0 {
                    changes.otherwise_first = name();
                }
                changes.otherwise += usize::from(found.is_some());
            } else if changes.scores.len() < MOST_NAMED {
                changes.scores.push((name(), scores));
            } else {
                changes.more_scored += 1;
            }
        }
        changes.removed = earlier.len();
        changes.settings = before.is_some_and(|before| {
            let alone = |workbook: &Workbook| Workbook {
                enterprises: Vec::new(),
                ..workbook.clone()
            };
            alone(before) != alone(after)
        });
        changes
    }
}

/// How many scores of an enterprise changed, over all rounds and people.
fn scores_between(before: Option<&Enterprise>, after: &Enterprise) -> usize {
    let count = |round: &Arc<Round>| {
        let earlier = before.and_then(|before| before.round(round.id));
        if earlier.is_some_and(|earlier| Arc::ptr_eq(earlier, round)) {
            return 0;
        }
        scores_of_round(earlier.map(AsRef::as_ref), round)
    };
    after.rounds.iter().map(count).sum()
}

fn scores_of_round(before: Option<&Round>, after: &Round) -> usize {
    let score = |round: Option<&Round>, person, factor: Factor| {
        let response = round.and_then(|round| round.response(person));
        response.map_or(Score::NotScored, |response| response.score(factor))
    };
    let people = after.responses.iter().map(|one| one.respondent);
    let gone = before.into_iter().flat_map(|before| &before.responses);
    let gone = gone.map(|one| one.respondent);
    let gone = gone.filter(|person| after.response(*person).is_none());
    let differ = |person| {
        let mut factors = Factor::ALL.into_iter();
        factors
            .by_ref()
            .filter(move |factor| {
                score(before, person, *factor) != score(Some(after), person, *factor)
            })
            .count()
    };
    people.chain(gone).map(differ).sum()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::model::{EnterpriseId, Level, RespondentId, Response, RoundId, WorkbookId};

    fn scored(response: &mut Response, factor: Factor) {
        response.answers[factor].direct = Score::Scored(Level::snapped(3.0, 0.1));
    }

    /// A workbook with so many enterprises, one round and one blank answer each.
    fn workbook(enterprises: u128) -> Workbook {
        let mut workbook = Workbook::new(WorkbookId(Uuid::nil()), String::new());
        for number in 0..enterprises {
            let id = EnterpriseId(Uuid::from_u128(number));
            let mut enterprise = Enterprise::new(id, format!("Firm {number}"));
            let mut round = Round::new(RoundId(Uuid::from_u128(number)), "Baseline".into());
            let blank = Response::blank(RespondentId(Uuid::from_u128(number)));
            round.responses.push(Arc::new(blank));
            enterprise.rounds.push(Arc::new(round));
            workbook.enterprises.push(Arc::new(enterprise));
        }
        workbook
    }

    fn score(workbook: &mut Workbook, enterprise: usize, factors: &[Factor]) {
        let enterprises = &mut workbook.enterprises;
        let enterprise = Arc::make_mut(&mut enterprises[enterprise]);
        let round = Arc::make_mut(&mut enterprise.rounds[0]);
        for factor in factors {
            scored(Arc::make_mut(&mut round.responses[0]), *factor);
        }
    }

    #[test]
    fn scores_are_counted_by_enterprise_and_only_three_are_named() {
        let before = workbook(6);
        let mut after = before.clone();
        score(&mut after, 0, &Factor::ALL[..2]);
        for enterprise in 1..5 {
            score(&mut after, enterprise, &Factor::ALL[..1]);
        }
        Arc::make_mut(&mut after.enterprises[5]).technology = "Drones".into();
        let changes = Changes::between(Some(&before), &after);
        let named = [("Firm 0", 2), ("Firm 1", 1), ("Firm 2", 1)];
        let named = named.map(|(name, count)| (name.to_owned(), count));
        let expected = Changes {
            scores: named.to_vec(),
            more_scored: 2,
            otherwise: 1,
            otherwise_first: "Firm 5".to_owned(),
            ..Changes::default()
        };
        assert_eq!(changes, expected);
    }

    #[test]
    fn a_score_taken_away_is_a_change_as_well() {
        let mut before = workbook(1);
        score(&mut before, 0, &Factor::ALL);
        let mut after = before.clone();
        let enterprise = Arc::make_mut(&mut after.enterprises[0]);
        Arc::make_mut(&mut enterprise.rounds[0]).responses.clear();
        let changes = Changes::between(Some(&before), &after);
        assert_eq!(changes.scores, [("Firm 0".to_owned(), 8)]);
    }

    #[test]
    fn aliases_stand_for_names_and_new_and_deleted_ones_are_counted() {
        let before = workbook(2);
        let mut after = before.clone();
        after.enterprises.remove(1);
        let added = workbook(3).enterprises.remove(2);
        after.enterprises.push(added);
        score(&mut after, 1, &Factor::ALL[..1]);
        after.uses_aliases = true;
        after.fill_aliases();
        let changes = Changes::between(Some(&before), &after);
        let expected = Changes {
            scores: vec![("B".to_owned(), 1)],
            added: 1,
            removed: 1,
            // The first one got an alias.
            otherwise: 1,
            otherwise_first: "A".to_owned(),
            settings: true,
            ..Changes::default()
        };
        assert_eq!(changes, expected);
        let new = Changes::between(None, &workbook(2));
        assert_eq!((new.added, new.settings), (2, false));
        assert_eq!(Changes::between(Some(&before), &before), Changes::default());
    }
}
