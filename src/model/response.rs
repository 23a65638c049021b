//! What one respondent said in one round.

use super::{
    factor::{Factor, PerFactor},
    id::RespondentId,
    score::{Level, Score},
};

/// How many indicators each factor has in the framework preset (a test holds the preset to it).
pub const INDICATORS_PER_FACTOR: usize = 4;

/// From this share of the applicable indicators on, their mean scores the factor.
///
/// Source: ours, after the data-availability limits usual for composite indicators.
const INDICATOR_COVERAGE: f64 = 2.0 / 3.0;

/// One respondent's answers to the eight factors of a round.
#[derive(Clone, Debug, PartialEq)]
pub struct Response {
    /// Whose answers these are; the person is listed in the enterprise.
    pub respondent: RespondentId,
    /// How much this voice counts in the round's means, > 0; 1 unless set.
    pub weight: f64,
    /// One answer per factor.
    pub answers: PerFactor<Answer>,
    /// A free remark on the whole response.
    pub note: String,
}

/// One respondent's answer to one factor: the score set directly, and what is kept beside it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// The score set with the slider.
    pub direct: Score,
    /// Present only where there is more than a direct score, to keep large workbooks small.
    pub detail: Option<Box<AnswerDetail>>,
}

/// What may be kept beside a direct score.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AnswerDetail {
    /// Scores of the factor's indicators, in preset order.
    pub indicators: [Score; INDICATORS_PER_FACTOR],
    /// Which of the two counts: the direct score or the indicators.
    pub basis: Basis,
    /// How sure the respondent is; shown beside the score, never mixed into it.
    pub confidence: Option<Confidence>,
    /// Whether this is good enough for the respondent; `None` where not said.
    pub enough: Option<bool>,
    /// Evidence for the score, in the respondent's words.
    pub note: String,
}

/// Which of two ways of scoring a factor counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Basis {
    /// The score set directly.
    #[default]
    Direct,
    /// The mean of the answered indicators.
    Indicators,
}

/// How sure a respondent is of a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confidence {
    /// Sure.
    Sure,
    /// Fairly sure.
    FairlySure,
    /// A guess.
    Guess,
}

impl Response {
    /// A blank response of weight 1.
    #[must_use]
    pub fn blank(respondent: RespondentId) -> Self {
        Self {
            respondent,
            weight: 1.0,
            answers: PerFactor::default(),
            note: String::new(),
        }
    }

    /// The score that counts for a factor: see [`Answer::score`].
    #[must_use]
    pub fn score(&self, factor: Factor) -> Score {
        self.answers[factor].score()
    }
}

impl Answer {
    /// The score that counts, by the answer's [`Basis`].
    #[must_use]
    pub fn score(&self) -> Score {
        match &self.detail {
            Some(detail) if detail.basis == Basis::Indicators => detail.indicator_score(),
            _ => self.direct,
        }
    }

    /// The evidence note; empty where there is none.
    #[must_use]
    pub fn note(&self) -> &str {
        self.detail.as_deref().map_or("", |detail| &detail.note)
    }

    /// How sure the respondent is, where said.
    #[must_use]
    pub fn confidence(&self) -> Option<Confidence> {
        self.detail.as_deref().and_then(|detail| detail.confidence)
    }

    /// Whether the factor is good enough for the respondent, where said.
    #[must_use]
    pub fn enough(&self) -> Option<bool> {
        self.detail.as_deref().and_then(|detail| detail.enough)
    }

    /// Scores of the indicators; all not scored where none was answered.
    #[must_use]
    pub fn indicators(&self) -> [Score; INDICATORS_PER_FACTOR] {
        self.detail
            .as_deref()
            .map_or_else(Default::default, |detail| detail.indicators)
    }

    /// Which way of scoring counts.
    #[must_use]
    pub fn basis(&self) -> Basis {
        self.detail
            .as_deref()
            .map_or(Basis::Direct, |detail| detail.basis)
    }

    /// Changes what is kept beside the score and drops the box when nothing is left in it.
    pub fn change_detail(&mut self, change: impl FnOnce(&mut AnswerDetail)) {
        let mut detail = self.detail.take().unwrap_or_default();
        change(&mut detail);
        if *detail != AnswerDetail::default() {
            self.detail = Some(detail);
        }
    }
}

impl AnswerDetail {
    /// The mean of the answered indicators, from two thirds of the applicable ones on; not
    /// applicable when every indicator is.
    #[must_use]
    pub fn indicator_score(&self) -> Score {
        let applicable = self
            .indicators
            .iter()
            .filter(|score| **score != Score::NotApplicable)
            .count();
        if applicable == 0 {
            return Score::NotApplicable;
        }
        let levels: Vec<f64> = self
            .indicators
            .iter()
            .filter_map(|score| score.level().map(Level::value))
            .collect();
        let coverage = as_f64(levels.len()) / as_f64(applicable);
        if coverage + 1e-9 < INDICATOR_COVERAGE {
            return Score::NotScored;
        }
        let mean = levels.iter().sum::<f64>() / as_f64(levels.len());
        Level::new(mean).map_or(Score::NotScored, Score::Scored)
    }
}

/// A count as a number to calculate with; counts here are far below 2^32.
fn as_f64(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scored(value: f64) -> Score {
        Score::Scored(Level::snapped(value, 0.1))
    }

    fn detail(indicators: [Score; 4]) -> AnswerDetail {
        AnswerDetail {
            indicators,
            basis: Basis::Indicators,
            ..AnswerDetail::default()
        }
    }

    #[test]
    fn two_of_four_indicators_are_too_few_and_three_give_their_mean() {
        let two = detail([scored(2.0), scored(4.0), Score::NotScored, Score::NotScored]);
        assert_eq!(two.indicator_score(), Score::NotScored);
        let three = detail([scored(2.0), scored(4.0), scored(3.0), Score::NotScored]);
        assert_eq!(three.indicator_score(), scored(3.0));
    }

    #[test]
    fn indicators_that_do_not_apply_leave_the_count() {
        let two_of_two = detail([
            scored(2.0),
            scored(4.0),
            Score::NotApplicable,
            Score::NotApplicable,
        ]);
        assert_eq!(two_of_two.indicator_score(), scored(3.0));
        let none = detail([Score::NotApplicable; 4]);
        assert_eq!(none.indicator_score(), Score::NotApplicable);
    }

    #[test]
    fn direct_score_and_indicators_do_not_overwrite_each_other() {
        let mut answer = Answer {
            direct: scored(5.0),
            detail: Some(Box::new(detail([scored(1.0); 4]))),
        };
        assert_eq!(answer.score(), scored(1.0));
        answer.change_detail(|detail| detail.basis = Basis::Direct);
        assert_eq!(answer.score(), scored(5.0));
        assert_eq!(answer.indicators(), [scored(1.0); 4]);
    }

    #[test]
    fn an_empty_detail_is_not_kept() {
        let mut answer = Answer::default();
        answer.change_detail(|detail| "seen it".clone_into(&mut detail.note));
        assert!(answer.detail.is_some());
        answer.change_detail(|detail| detail.note.clear());
        assert!(answer.detail.is_none());
    }
}
