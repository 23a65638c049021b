//! Where what is merged belongs, and answers in words.

use crate::{
    edit::{Command, Merge, Where},
    i18n::Language,
    model::{Answer, EnterpriseId, RespondentId, RoundId, Score},
    state::View,
};

/// The enterprise, round and person that something is of, as they may be called; nothing where it is
/// of the workbook as a whole.
pub(super) fn place_of(
    view: &View<'_>,
    merge: &Merge,
    (enterprise, round, person): (Option<EnterpriseId>, Option<RoundId>, Option<RespondentId>),
) -> String {
    let workbook = &merge.workbook;
    let language = view.language;
    let Some(enterprise) = enterprise.and_then(|id| workbook.enterprise(id)) else {
        return String::new();
    };
    let firm = language.enterprise_called(workbook.called(enterprise));
    let mut parts = vec![firm.into_owned()];
    let round = round.and_then(|id| enterprise.round(id));
    parts.extend(round.map(|round| round.name.clone()));
    let person = person.and_then(|id| enterprise.person(id));
    parts.extend(person.map(|one| language.person_called(workbook.person_called(enterprise, one))));
    parts.join(" · ")
}

/// Whom a change is about, where it is about one person.
pub(super) const fn person_of(change: &Command) -> Option<RespondentId> {
    match change {
        Command::ChangePerson { person, .. }
        | Command::PutAnswer {
            place: Where { person, .. },
            ..
        }
        | Command::SetVoice {
            place: Where { person, .. },
            ..
        }
        | Command::SetResponseNote {
            place: Where { person, .. },
            ..
        } => Some(*person),
        _ => None,
    }
}

/// An answer in words: its score and the note on it.
pub(super) fn answer_words(language: Language, answer: &Answer) -> String {
    let score = match answer.score() {
        Score::Scored(level) => format!("{:.1}", level.value()),
        Score::NotScored => language.value_not_scored().to_owned(),
        Score::NotApplicable => language.value_not_applicable().to_owned(),
    };
    match answer.note() {
        "" => score,
        note => language.in_brackets(&score, note),
    }
}
