//! What another workbook brings when it is merged in, line by line.

use egui::Ui;

use super::merge_words::{answer_words, person_of, place_of};
use crate::{
    edit::{Added, Addition, Merge},
    model::{Enterprise, Factor, Response, Round, Score},
    state::View,
    storage::shortened,
    ui::widgets::{caption_line, section_heading, text_line},
};

/// More lines are counted, not listed.
const LISTED: usize = 200;
/// More people of one line are counted, not named.
const NAMED: usize = 20;

pub(super) fn additions_ui(ui: &mut Ui, view: &View<'_>, merge: &Merge) {
    if merge.additions.is_empty() {
        return;
    }
    section_heading(ui, view.language.merge_new());
    let mut groups = merge.additions.chunk_by(together);
    for group in groups.by_ref().take(LISTED) {
        text_line(ui, &line(view, merge, group));
    }
    let more = groups.count();
    if more > 0 {
        caption_line(ui, &view.language.merge_more(more));
    }
}

/// Whether two additions stand on one line: people of one panel, answers of one person.
fn together(one: &Addition, two: &Addition) -> bool {
    let kind = match (&one.what, &two.what) {
        (Added::Person(_), Added::Person(_)) => true,
        (Added::Answer(one, _), Added::Answer(two, _)) => one == two,
        _ => false,
    };
    kind && (one.enterprise, one.round) == (two.enterprise, two.round)
}

fn line(view: &View<'_>, merge: &Merge, group: &[Addition]) -> String {
    let Some(addition) = group.first() else {
        return String::new();
    };
    let language = view.language;
    let workbook = &merge.workbook;
    let enterprise = addition.enterprise.and_then(|id| workbook.enterprise(id));
    let round = enterprise
        .zip(addition.round)
        .and_then(|(one, id)| one.round(id));
    let place = |person| place_of(view, merge, (addition.enterprise, addition.round, person));
    let hidden = merge.hides_round(addition.round);
    match &addition.what {
        Added::Enterprise => {
            let (people, rounds) =
                enterprise.map_or((0, 0), |one| (one.people.len(), one.rounds.len()));
            let answers = enterprise.map_or(0, |one| {
                one.rounds.iter().map(|round| answers_in(round)).sum()
            });
            language.merge_new_enterprise(&place(None), people, rounds, answers)
        }
        Added::Round => {
            let answers = round.map_or(0, |round| answers_in(round));
            language.merge_new_round(&place(None), answers)
        }
        Added::Person(_) => {
            let names =
                enterprise.map_or_else(String::new, |one| people_named(view, merge, one, group));
            language.merge_new_people(&place(None), &names)
        }
        Added::Response(person) | Added::Answer(person, _) => {
            let response = round.and_then(|round| round.response(*person));
            let factors = Factor::ALL.into_iter().filter(|factor| {
                matches!(addition.what, Added::Response(_))
                    || group
                        .iter()
                        .any(|one| one.what == Added::Answer(*person, *factor))
            });
            let answers: Vec<String> = response
                .into_iter()
                .flat_map(|response| factors.clone().map(move |factor| (response, factor)))
                .filter(|(response, factor)| response.score(*factor) != Score::NotScored)
                .map(|(response, factor)| {
                    let answer = answer_words(language, &response.answers[factor]);
                    format!("{} {answer}", view.factor_name(factor))
                })
                .collect();
            if hidden {
                language.merge_new_hidden(&place(Some(*person)), answers.len())
            } else {
                let answers = answers.join(language.name_joiner());
                language.labelled(&place(Some(*person)), &answers)
            }
        }
        Added::Hands(factor) => {
            let name = view.factor_name(*factor);
            let hands = round.and_then(|round| round.hands[*factor]);
            match hands {
                Some(hands) if !hidden => {
                    language.merge_new_hands(&place(None), name, hands.total())
                }
                _ => language.merge_new_hands_hidden(&place(None), name),
            }
        }
        Added::PlanItem(id) => {
            let mut plan = enterprise.into_iter().flat_map(|one| &one.plan);
            let text = plan.find(|item| item.id == *id);
            let text = text.map_or_else(String::new, |item| shortened(&item.text));
            language.merge_new_step(&place(None), &text)
        }
        Added::Target => language.merge_new_target(&place(None)),
        Added::WhatIf(id) => {
            let mut kept = enterprise.into_iter().flat_map(|one| &one.what_ifs);
            let name = kept.find(|what_if| what_if.id == *id);
            let name = name.map_or_else(String::new, |what_if| shortened(&what_if.name));
            language.merge_new_what_if(&place(None), &name)
        }
        Added::WeightSet(id) => {
            let mut sets = workbook.weight_sets.iter();
            let name = sets.find(|set| set.id == *id);
            let name = name.map_or_else(String::new, |set| shortened(&set.name));
            language.merge_new_weights(&name)
        }
        Added::Field { text, change } => {
            let step = language.step(&change.step(), &view.knowledge.framework);
            let text = if merge.withholds(change) {
                "•".to_owned()
            } else {
                shortened(text)
            };
            let place = place(person_of(change));
            let what = if place.is_empty() {
                step
            } else {
                format!("{place} · {step}")
            };
            language.labelled(&what, &text)
        }
    }
}

fn people_named(view: &View<'_>, merge: &Merge, panel: &Enterprise, group: &[Addition]) -> String {
    let language = view.language;
    let people = group.iter().filter_map(|one| match one.what {
        Added::Person(id) => panel.person(id),
        _ => None,
    });
    let mut names: Vec<String> = people
        .take(NAMED)
        .map(|person| language.person_called(merge.workbook.person_called(panel, person)))
        .collect();
    if group.len() > NAMED {
        names.push(language.merge_more(group.len() - NAMED));
    }
    names.join(language.name_joiner())
}

/// How many answers a round holds.
fn answers_in(round: &Round) -> usize {
    let scored = |response: &Response| {
        let factors = Factor::ALL.into_iter();
        factors
            .filter(|factor| response.score(*factor) != Score::NotScored)
            .count()
    };
    round
        .responses
        .iter()
        .map(|response| scored(response))
        .sum()
}
