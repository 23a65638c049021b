//! The guided path: which question stands on which page, and where somebody paused.

use crate::{
    model::{Answer, Factor, INDICATORS_PER_FACTOR, Response, Score},
    storage::GuidedPath,
};

/// Where somebody is on the guided path.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Guided {
    /// Which path.
    pub path: GuidedPath,
    /// Which page, counted from 0; [`GuidedPath::pages`] is the last one's successor: the end.
    pub page: usize,
}

/// What a page asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// The factor as a whole.
    Factor(Factor),
    /// One of its indicators, 0..4.
    Indicator(Factor, usize),
    /// Whether the factor is good enough.
    Enough(Factor),
}

impl GuidedPath {
    /// Pages for each factor: its questions and whether it is good enough.
    const fn pages_per_factor(self) -> usize {
        match self {
            Self::Short => 2,
            Self::Full => INDICATORS_PER_FACTOR + 1,
        }
    }

    /// How many pages the path has, without its end.
    #[must_use]
    pub const fn pages(self) -> usize {
        self.pages_per_factor() * Factor::ALL.len()
    }

    /// What a page asks; `None` from the end on.
    #[must_use]
    pub fn question(self, page: usize) -> Option<Question> {
        let factor = *Factor::ALL.get(page / self.pages_per_factor())?;
        let place = page % self.pages_per_factor();
        Some(match self {
            _ if place + 1 == self.pages_per_factor() => Question::Enough(factor),
            Self::Short => Question::Factor(factor),
            Self::Full => Question::Indicator(factor, place),
        })
    }

    /// The first page of a factor.
    #[must_use]
    pub fn page_of(self, factor: Factor) -> usize {
        factor.index() * self.pages_per_factor()
    }
}

impl Question {
    /// The factor it is about.
    #[must_use]
    pub const fn factor(self) -> Factor {
        match self {
            Self::Factor(factor) | Self::Indicator(factor, _) | Self::Enough(factor) => factor,
        }
    }

    /// Whether it was answered.
    #[must_use]
    pub fn answered(self, response: Option<&Response>) -> bool {
        let Some(response) = response else {
            return false;
        };
        let answer: &Answer = &response.answers[self.factor()];
        match self {
            Self::Factor(_) => answer.score() != Score::NotScored,
            Self::Indicator(_, indicator) => answer.indicators()[indicator] != Score::NotScored,
            Self::Enough(_) => answer.enough().is_some(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_factor_and_indicator_is_asked_once_and_each_factor_ends_in_good_enough() {
        for (path, questions) in [(GuidedPath::Short, 8), (GuidedPath::Full, 32)] {
            let all: Vec<Question> = (0..path.pages())
                .filter_map(|page| path.question(page))
                .collect();
            assert_eq!(all.len(), path.pages());
            assert_eq!(path.question(path.pages()), None);
            let enough = |question: &&Question| matches!(question, Question::Enough(_));
            assert_eq!(all.iter().filter(enough).count(), 8);
            assert_eq!(all.len() - 8, questions);
            for factor in Factor::ALL {
                let first = path.question(path.page_of(factor)).unwrap();
                assert_eq!(first.factor(), factor);
                assert!(!matches!(first, Question::Enough(_)));
            }
        }
    }
}
