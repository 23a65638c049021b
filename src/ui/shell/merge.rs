//! Merging another copy in: what both changed, side by side, what asks for a yes, and what is new.

use egui::{RichText, ScrollArea, Ui};

use super::{brought::additions_ui, dialogs::title_ui};
use crate::{
    edit::{Command, Conflict, Merge, Subject, Where},
    i18n::Language,
    model::{Answer, EnterpriseId, RespondentId, RoundId, Score},
    state::{Action, Actions, DialogAnswer, Merging, View},
    theme::text,
    ui::widgets::{
        ButtonKind, action_button, button_row, caption_line, section_heading, segmented,
        subdued_line, text_line,
    },
};

/// More conflicts are decided all the same, but only together.
const LISTED: usize = 200;

/// Conflicts that are decided in the same words.
struct Section<'a> {
    conflicts: Vec<(usize, &'a Conflict)>,
    heading: &'static str,
    text: &'static str,
    all: [&'static str; 2],
    each: [&'static str; 2],
}

pub(super) fn merge_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, merging: &Merging) {
    let language = view.language;
    let merge = &merging.merge;
    let conflicts = merge.conflicts.iter().enumerate();
    let (asked, both): (Vec<_>, Vec<_>) =
        conflicts.partition(|(_, conflict)| conflict.asks_for_a_yes());
    title_ui(ui, &language.merge_title(&merging.name));
    text_line(ui, &language.merge_text(merge.additions.len(), both.len()));
    let sections = [
        Section {
            conflicts: asked,
            heading: language.merge_asks(),
            text: language.merge_asked(),
            all: [language.merge_leave_all(), language.merge_take_all()],
            each: [language.merge_leave(), language.merge_take()],
        },
        Section {
            conflicts: both,
            heading: language.merge_both(),
            text: language.merge_kept(),
            all: [language.merge_all_mine(), language.merge_all_theirs()],
            each: [language.merge_mine(), language.merge_theirs()],
        },
    ];
    let height = (ui.ctx().content_rect().height() - 320.0).max(80.0);
    ScrollArea::vertical()
        .max_height(height)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            for section in &sections {
                section_ui(ui, view, actions, merging, section);
            }
            additions_ui(ui, view, merge);
        });
    button_row(ui, |ui| {
        let label = language.merge_do();
        if action_button(ui, ButtonKind::Primary, None, label).clicked() {
            actions.push(Action::Answer(DialogAnswer::Confirm));
        }
        let label = language.cancel();
        if action_button(ui, ButtonKind::Plain, None, label).clicked() {
            actions.push(Action::Answer(DialogAnswer::Cancel));
        }
    });
}

fn section_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    merging: &Merging,
    section: &Section<'_>,
) {
    if section.conflicts.is_empty() {
        return;
    }
    section_heading(ui, section.heading);
    subdued_line(ui, section.text);
    ui.horizontal(|ui| {
        for (label, theirs) in section.all.into_iter().zip([false, true]) {
            if action_button(ui, ButtonKind::Plain, None, label).clicked() {
                let mut next = merging.clone();
                for (index, _) in &section.conflicts {
                    if let Some(slot) = next.theirs.get_mut(*index) {
                        *slot = theirs;
                    }
                }
                actions.push(Action::Merge(Box::new(next)));
            }
        }
    });
    for (index, conflict) in section.conflicts.iter().take(LISTED) {
        ui.push_id(index, |ui| {
            ui.separator();
            conflict_ui(ui, view, actions, merging, (*index, conflict), section.each);
        });
    }
    if let Some(more @ 1..) = section.conflicts.len().checked_sub(LISTED) {
        caption_line(ui, &view.language.merge_more(more));
    }
}

fn conflict_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    merging: &Merging,
    (index, conflict): (usize, &Conflict),
    labels: [&str; 2],
) {
    caption_line(ui, &title(view, &merging.merge, conflict));
    let (mine, theirs) = sides(view, &merging.merge, conflict);
    let chosen = usize::from(merging.theirs.get(index).copied().unwrap_or_default());
    for (side, line) in [(0, &mine), (1, &theirs)] {
        let font = if side == chosen {
            text::strong()
        } else {
            text::body()
        };
        ui.add(egui::Label::new(RichText::new(line).font(font)).wrap());
    }
    ui.horizontal(|ui| {
        if let Some(picked) = segmented(ui, chosen, &labels) {
            let mut next = merging.clone();
            if let Some(slot) = next.theirs.get_mut(index) {
                *slot = picked == 1;
            }
            actions.push(Action::Merge(Box::new(next)));
        }
    });
}

/// Whose and which it is.
fn title(view: &View<'_>, merge: &Merge, conflict: &Conflict) -> String {
    let person = person_of(&conflict.take_theirs);
    let place = place_of(view, merge, (conflict.enterprise, conflict.round, person));
    let what = match &conflict.subject {
        Subject::Answer { factor, .. } => view.factor_name(*factor).to_owned(),
        Subject::Agreed { factor, .. } => view.language.agree_of(view.factor_name(*factor)),
        Subject::Text { .. } | Subject::Weight { .. } | Subject::Settings => {
            let step = conflict.take_theirs.step();
            view.language.step(&step, &view.knowledge.framework)
        }
    };
    if place.is_empty() {
        what
    } else {
        format!("{place} · {what}")
    }
}

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

/// Both sides in words, as far as they may be shown.
fn sides(view: &View<'_>, merge: &Merge, conflict: &Conflict) -> (String, String) {
    let language = view.language;
    let (mine, theirs) = match &conflict.subject {
        _ if merge.withholds(&conflict.take_theirs) => ("•".to_owned(), "•".to_owned()),
        Subject::Text { mine, theirs } => (mine.clone(), theirs.clone()),
        Subject::Answer { mine, theirs, .. } => {
            (answer_words(language, mine), answer_words(language, theirs))
        }
        Subject::Agreed { mine, theirs, .. } => {
            let agreed = |agreed: &crate::model::Agreed| {
                let level = format!("{:.1}", agreed.level.value());
                match agreed.dissent.as_str() {
                    "" => level,
                    dissent => language.in_brackets(&level, dissent),
                }
            };
            let none = || language.merge_nothing().to_owned();
            let mine = mine.as_ref().map_or_else(none, |mine| agreed(mine));
            (mine, agreed(theirs))
        }
        Subject::Weight { mine, theirs } => (mine.to_string(), theirs.to_string()),
        Subject::Settings => (
            language.merge_mine_setting().to_owned(),
            language.merge_theirs_setting().to_owned(),
        ),
    };
    (
        language.labelled(language.merge_mine(), &mine),
        language.labelled(language.merge_theirs(), &theirs),
    )
}
