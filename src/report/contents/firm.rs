//! A firm with the round that a report is of, and all that is computed of it.

use super::source::{Chosen, Source};
use crate::{
    analysis::{Compared, Comparison, Panels, RoundResult, evaluate, planned},
    import::visible_name,
    knowledge::{Advice, Situation},
    model::{Enterprise, Factor, PlanItem, Round},
};

/// The most characters of a name in a report; what is longer ends in an ellipsis.
const LONGEST_NAME: usize = 120;
/// The most characters of a sentence on a sheet.
const LONGEST_TEXT: usize = 240;

/// A firm as a report sees it.
pub(super) struct Firm<'a> {
    pub source: &'a Source<'a>,
    pub enterprise: &'a Enterprise,
    /// The round, with what it says; `None` while there is none.
    pub round: Option<(&'a Round, RoundResult)>,
    /// The round before that one, unless it is hidden.
    pub before: Option<Before<'a>>,
    /// What is advised; `None` where nothing may be said.
    pub advice: Option<Advice>,
}

/// The round before.
pub(super) struct Before<'a> {
    pub round: &'a Round,
    pub result: RoundResult,
    /// What changed since, like for like.
    pub change: Option<Comparison>,
}

impl<'a> Firm<'a> {
    pub(super) fn of(source: &'a Source<'a>, chosen: &Chosen) -> Option<Self> {
        let enterprise = source.workbook.enterprise(chosen.enterprise)?;
        let settings = &source.settings;
        let asked = match chosen.round {
            Some(id) => enterprise.round(id),
            None => enterprise.latest_round(),
        };
        let round = asked.map(|round| (round.as_ref(), evaluate(round, settings)));
        let said = round.as_ref().filter(|(_, result)| !result.hidden);
        let before = said.and_then(|(round, result)| {
            let rounds = &enterprise.rounds;
            let place = rounds.iter().position(|other| other.id == round.id)?;
            let before = rounds.get(place.checked_sub(1)?)?;
            let earlier = (!before.stage.hides_scores()).then(|| evaluate(before, settings))?;
            let (from, to) = (
                Compared::round(before, &earlier),
                Compared::round(round, result),
            );
            Some(Before {
                round: before.as_ref(),
                change: Comparison::of(&from, &to, Panels::Same, settings),
                result: earlier,
            })
        });
        let advice = said.map(|(round, result)| {
            source.knowledge.advise(&Situation {
                round,
                result,
                settings,
                sector: &enterprise.sector,
                size: enterprise.size,
                technology: &enterprise.technology,
            })
        });
        Some(Self {
            source,
            enterprise,
            round,
            before,
            advice,
        })
    }

    /// What the round says, where it may be said.
    pub(super) fn result(&self) -> Option<&RoundResult> {
        let (_, result) = self.round.as_ref()?;
        (!result.hidden).then_some(result)
    }

    /// What the firm is called before others.
    pub(super) fn name(&self) -> String {
        name_of(self.source, self.enterprise)
    }

    /// Who does a step, as it may be said.
    pub(super) fn owner(&self, item: &PlanItem) -> String {
        let called = self
            .source
            .workbook
            .owner_called(self.enterprise, &item.owner);
        shown(&self.source.language.person_called(called))
    }

    /// By how much R, 0..=1, grows once a factor stands so many levels better.
    pub(super) fn gain(&self, factor: Option<Factor>, levels: f64) -> Option<f64> {
        let result = self.result()?;
        let now = result.outcome?;
        let then = planned(result, &[(factor, levels)], &self.source.settings);
        Some(then.last().copied().flatten()?.resonance - now.resonance)
    }
}

/// What a firm is called before others.
pub(super) fn name_of(source: &Source<'_>, enterprise: &Enterprise) -> String {
    let called = source.workbook.called(enterprise);
    match shown(&source.language.enterprise_called(called)) {
        name if name.is_empty() => source.language.unnamed().to_owned(),
        name => name,
    }
}

/// A typed name on one line: without what is not seen, and cut where it is endless.
pub(super) fn shown(typed: &str) -> String {
    cut(typed, LONGEST_NAME)
}

/// A typed sentence likewise.
pub(super) fn shown_text(typed: &str) -> String {
    cut(typed, LONGEST_TEXT)
}

fn cut(typed: &str, most: usize) -> String {
    let text = visible_name(typed);
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text,
    }
}
