//! What is compared, in words: names that are as short as they can be, and values.

use crate::{
    analysis::RoundResult,
    model::{Enterprise, Round, WhatIf},
    state::{Entry, Lineup, Profile, View},
    wording::{missing_sentence, one_decimal, state_word, two_decimals, whole},
};

/// Names that tell all entries apart: those of the enterprises where each stands by its latest round,
/// those of the rounds, what-ifs and targets where all are of one enterprise, else both.
pub(super) fn names_of(view: &View<'_>, lineup: &Lineup) -> Vec<String> {
    let entries = &lineup.entries;
    let firms = lineup.enterprises().len();
    let latest = |entry: &Entry| {
        let round = entry.enterprise.latest_round();
        entry.set.is_none() && round.is_some_and(|round| round.id == entry.round.id)
    };
    let by_firm = firms > 1 && firms == entries.len() && entries.iter().all(latest);
    let mut names: Vec<String> = Vec::with_capacity(entries.len());
    for entry in entries {
        let firm = view.name_of(&entry.enterprise);
        let name = if by_firm {
            firm.to_owned()
        } else if firms == 1 {
            profile_name(view, entry)
        } else {
            format!("{firm} · {}", profile_name(view, entry))
        };
        // Rounds may well be called alike.
        let alike = |known: &&String| **known == name || known.starts_with(&format!("{name} ("));
        let before = names.iter().filter(alike).count();
        names.push(match before {
            0 => name,
            before => format!("{name} ({})", before + 1),
        });
    }
    names
}

/// What an entry is of its enterprise.
pub(super) fn profile_name(view: &View<'_>, entry: &Entry) -> String {
    match entry.item.profile {
        Profile::Round(_) => round_name(view, &entry.round).to_owned(),
        Profile::WhatIf(id) => {
            let mut kept = entry.enterprise.what_ifs.iter();
            let found = kept.find(|what_if| what_if.id == id);
            found.map_or_else(String::new, |what_if| what_if_name(view, what_if))
        }
        Profile::Target => view.language.compare_target().to_owned(),
    }
}

/// What a round is called.
pub(super) fn round_name<'a>(view: &View<'_>, round: &'a Round) -> &'a str {
    if round.name.trim().is_empty() {
        view.language.round()
    } else {
        &round.name
    }
}

/// What a what-if is called.
pub(super) fn what_if_name(view: &View<'_>, what_if: &WhatIf) -> String {
    view.language.compare_what_if(what_if.name.trim())
}

/// R of a result, or why there is none.
pub(super) fn resonance_word(view: &View<'_>, result: &RoundResult) -> String {
    match result.outcome {
        Some(outcome) => whole(outcome.resonance),
        None if result.hidden => view.language.compare_being_scored().to_owned(),
        None => view.language.compare_incomplete().to_owned(),
    }
}

/// A factor's score as scored, or why there is none.
pub(super) fn score_word(
    view: &View<'_>,
    result: &RoundResult,
    factor: crate::model::Factor,
) -> String {
    let found = &result.factors[factor];
    match found.score {
        Some(score) => one_decimal(score),
        None if result.hidden => view.language.compare_being_scored().to_owned(),
        None => state_word(view.language, found.state).to_owned(),
    }
}

/// All that there is to say of an entry, line by line.
pub(super) fn facts(view: &View<'_>, entry: &Entry) -> Vec<String> {
    let language = view.language;
    let firm = view.name_of(&entry.enterprise);
    let mut facts = vec![language.compare_of(&profile_name(view, entry), firm)];
    if !entry.round.date.is_empty() && entry.set.is_none() {
        facts.push(entry.round.date.clone());
    }
    if entry.set.is_some() {
        facts.push(language.compare_counted_on(round_name(view, &entry.round)));
    }
    if entry.result.hidden {
        facts.push(language.compare_being_scored().to_owned());
        return facts;
    }
    facts.push(language.compare_scored_by(entry.result.respondents));
    if let Some(outcome) = entry.result.outcome {
        let (supply, demand) = (two_decimals(outcome.supply), two_decimals(outcome.demand));
        let resonance = whole(outcome.resonance);
        let band = language.band(outcome.band);
        facts.push(format!("R {resonance} {band}, S {supply}, D {demand}"));
    } else {
        facts.push(missing_sentence(view.wording(), &entry.result));
    }
    facts
}

/// Whether an enterprise, a round or a what-if answers to every word that is searched for.
pub(super) fn answers(
    view: &View<'_>,
    enterprise: &Enterprise,
    profile: &str,
    wanted: &[String],
) -> bool {
    if wanted.is_empty() {
        return true;
    }
    let text = format!("{} {profile}", view.name_of(enterprise)).to_lowercase();
    wanted.iter().all(|word| text.contains(word))
}
