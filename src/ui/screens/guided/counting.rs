//! How far the questions are answered.

use crate::{
    model::{Basis, Factor, Level, Score},
    state::View,
    wording::level_sentence,
};

/// The sentence of a factor's score that counts, if it has one.
pub(super) fn standing(view: &View<'_>, factor: Factor) -> Option<String> {
    let words = view.knowledge.framework.of(factor);
    match view.response()?.score(factor) {
        Score::Scored(level) => Some(level_sentence(view.language, words, level)),
        Score::NotApplicable => Some(view.language.value_not_applicable().to_owned()),
        Score::NotScored => None,
    }
}

/// What counts for a factor, with the two scores it could be.
pub(super) struct Counting {
    pub(super) basis: Basis,
    pub(super) direct: Option<Level>,
    pub(super) indicators: Option<Level>,
}

impl Counting {
    pub(super) fn of(view: &View<'_>, factor: Factor) -> Self {
        let answer = view.response().map(|response| &response.answers[factor]);
        Self {
            basis: answer.map_or(Basis::Direct, crate::model::Answer::basis),
            direct: answer.and_then(|answer| answer.direct.level()),
            indicators: answer
                .and_then(|answer| answer.detail.as_deref())
                .and_then(|detail| detail.indicator_score().level()),
        }
    }
}
