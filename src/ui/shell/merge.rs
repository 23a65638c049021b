//! Merging another copy in: what both changed, side by side, what asks for a yes, and what is new.

use egui::{RichText, Ui};

use super::{
    brought::additions_ui,
    frame::{confirm_ui, scroll_ui, title_ui},
    merge_words::{answer_words, person_of, place_of},
};
use crate::{
    edit::{Conflict, Merge, Subject},
    state::{Action, Actions, Merging, View},
    ui::widgets::{
        ButtonKind, action_button, caption_line, choose_one, look, section_heading, subdued_line,
        text_line, wrapped,
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
    let words = words(view, merging, both.len());
    title_ui(ui, &words.title);
    text_line(ui, &words.text);
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
            heading: words.both,
            text: words.kept,
            all: words.all,
            each: sides_called(view),
        },
    ];
    scroll_ui(ui, "merge", (320.0, 80.0), |ui| {
        for section in &sections {
            section_ui(ui, view, actions, merging, section);
        }
        additions_ui(ui, view, merge);
    });
    confirm_ui(ui, language, actions, true, words.merge);
}

/// What the page is called and what it says of both sides.
struct Words {
    title: String,
    text: String,
    both: &'static str,
    kept: &'static str,
    all: [&'static str; 2],
    merge: &'static str,
}

fn words(view: &View<'_>, merging: &Merging, both: usize) -> Words {
    let language = view.language;
    let new = merging.merge.additions.len();
    if view.session.versions.comparing {
        return Words {
            title: language.versions_compared(&merging.name),
            text: language.versions_compared_text(new, both),
            both: language.versions_different(),
            kept: language.versions_kept(),
            all: [language.versions_all_now(), language.versions_all_then()],
            merge: language.versions_take(),
        };
    }
    Words {
        title: match merging.own {
            Some(_) => language.file_compare_title(&merging.name),
            None => language.merge_title(&merging.name),
        },
        text: language.merge_text(new, both),
        both: language.merge_both(),
        kept: language.merge_kept(),
        all: [language.merge_all_mine(), language.merge_all_theirs()],
        merge: language.merge_do(),
    }
}

/// One's own side and the other one.
const fn sides_called(view: &View<'_>) -> [&'static str; 2] {
    let language = view.language;
    if view.session.versions.comparing {
        [language.versions_now(), language.versions_then()]
    } else {
        [language.merge_mine(), language.merge_theirs()]
    }
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
                let indices = section.conflicts.iter().map(|(index, _)| *index);
                decide(actions, merging, indices, theirs);
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

/// Takes their side of some conflicts, or mine.
fn decide(
    actions: &mut Actions,
    merging: &Merging,
    indices: impl IntoIterator<Item = usize>,
    theirs: bool,
) {
    let mut next = merging.clone();
    for index in indices {
        if let Some(slot) = next.theirs.get_mut(index) {
            *slot = theirs;
        }
    }
    actions.push(Action::Merge(Box::new(next)));
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
    let chosen = merging.theirs.get(index).copied().unwrap_or_default();
    for (side, line) in [(false, &mine), (true, &theirs)] {
        let font = look::font(side == chosen);
        wrapped(ui, RichText::new(line).font(font));
    }
    ui.horizontal(|ui| {
        let [mine, theirs] = labels;
        if let Some(picked) = choose_one(ui, &chosen, &[(false, mine), (true, theirs)]) {
            decide(actions, merging, [index], picked);
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
    let [own, other] = sides_called(view);
    (
        language.labelled(own, &mine),
        language.labelled(other, &theirs),
    )
}
