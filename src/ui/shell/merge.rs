//! Merging another copy in: what it adds, and what both changed, side by side.

use egui::{RichText, ScrollArea, Ui};

use super::dialogs::title_ui;
use crate::{
    app::{Action, Actions, DialogAnswer, Merging, View},
    edit::{Conflict, Subject},
    model::{Answer, Score},
    ui::{
        theme::text,
        widgets::{
            ButtonKind, action_button, button_row, caption_line, segmented, subdued_line, text_line,
        },
    },
};

/// More conflicts are decided all the same, but only together.
const LISTED: usize = 200;

pub(super) fn merge_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, merging: &Merging) {
    let language = view.language;
    let conflicts = &merging.merge.conflicts;
    title_ui(ui, view, &language.merge_title(&merging.name));
    text_line(
        ui,
        &language.merge_text(merging.merge.added, conflicts.len()),
    );
    if !conflicts.is_empty() {
        subdued_line(ui, view.theme, language.merge_kept());
        ui.horizontal(|ui| {
            for (label, theirs) in [
                (language.merge_all_mine(), false),
                (language.merge_all_theirs(), true),
            ] {
                if action_button(ui, view.theme, ButtonKind::Plain, None, label).clicked() {
                    let mut next = merging.clone();
                    next.theirs = vec![theirs; conflicts.len()];
                    actions.push(Action::Merge(Box::new(next)));
                }
            }
        });
    }
    let height = (ui.ctx().content_rect().height() - 320.0).max(80.0);
    ScrollArea::vertical()
        .max_height(height)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            for (index, conflict) in conflicts.iter().enumerate().take(LISTED) {
                ui.push_id(index, |ui| {
                    ui.separator();
                    conflict_ui(ui, view, actions, merging, index, conflict);
                });
            }
        });
    button_row(ui, |ui| {
        let label = language.merge_do();
        if action_button(ui, view.theme, ButtonKind::Primary, None, label).clicked() {
            actions.push(Action::Answer(DialogAnswer::Confirm));
        }
        let label = language.cancel();
        if action_button(ui, view.theme, ButtonKind::Plain, None, label).clicked() {
            actions.push(Action::Answer(DialogAnswer::Cancel));
        }
    });
}

fn conflict_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    merging: &Merging,
    index: usize,
    conflict: &Conflict,
) {
    let language = view.language;
    caption_line(ui, view.theme, &place(view, merging, conflict));
    let (mine, theirs) = sides(view, merging, conflict);
    let chosen = usize::from(merging.theirs.get(index).copied().unwrap_or_default());
    for (side, line) in [(0, &mine), (1, &theirs)] {
        let font = if side == chosen {
            text::strong()
        } else {
            text::body()
        };
        ui.add(egui::Label::new(RichText::new(line).font(font)).wrap());
    }
    let labels = [language.merge_mine(), language.merge_theirs()];
    ui.horizontal(|ui| {
        if let Some(picked) = segmented(ui, view.theme, chosen, &labels) {
            let mut next = merging.clone();
            if let Some(slot) = next.theirs.get_mut(index) {
                *slot = picked == 1;
            }
            actions.push(Action::Merge(Box::new(next)));
        }
    });
}

/// Whose and which it is.
fn place(view: &View<'_>, merging: &Merging, conflict: &Conflict) -> String {
    let workbook = &merging.merge.workbook;
    let enterprise = conflict.enterprise.and_then(|id| workbook.enterprise(id));
    let mut parts: Vec<String> = Vec::new();
    if let Some(enterprise) = enterprise {
        parts.push(view.name_of(enterprise).to_owned());
        let round = conflict.round.and_then(|round| enterprise.round(round));
        parts.extend(round.map(|round| round.name.clone()));
    }
    match &conflict.subject {
        Subject::Answer { person, factor, .. } => {
            if !view.workbook.hides_people {
                parts.push(person.clone());
            }
            parts.push(view.factor_name(*factor).to_owned());
        }
        Subject::Agreed { factor, .. } => {
            parts.push(view.language.agree_of(view.factor_name(*factor)));
        }
        Subject::Text { .. } | Subject::Settings => {
            let framework = &view.knowledge.framework;
            let step = conflict.take_theirs.step();
            parts.push(view.language.step(&step, framework));
        }
    }
    parts.join(" · ")
}

/// Both sides in words; scores of a round that a room is scoring stay hidden.
fn sides(view: &View<'_>, merging: &Merging, conflict: &Conflict) -> (String, String) {
    let language = view.language;
    let workbook = &merging.merge.workbook;
    let hidden = conflict
        .enterprise
        .and_then(|id| workbook.enterprise(id)?.round(conflict.round?).cloned())
        .is_some_and(|round| round.stage.hides_scores());
    let answer = |answer: &Answer| {
        if hidden {
            return language.grid_cell_hidden().to_owned();
        }
        let score = match answer.score() {
            Score::Scored(level) => format!("{:.1}", level.value()),
            Score::NotScored => language.value_not_scored().to_owned(),
            Score::NotApplicable => language.value_not_applicable().to_owned(),
        };
        match answer.note() {
            "" => score,
            note => language.in_brackets(&score, note),
        }
    };
    let (mine, theirs) = match &conflict.subject {
        Subject::Text { mine, theirs } => (mine.clone(), theirs.clone()),
        Subject::Answer { mine, theirs, .. } => (answer(mine), answer(theirs)),
        Subject::Agreed { mine, theirs, .. } => {
            let agreed = |agreed: &crate::model::Agreed| {
                let level = format!("{:.1}", agreed.level.value());
                match agreed.dissent.as_str() {
                    "" => level,
                    dissent => language.in_brackets(&level, dissent),
                }
            };
            (agreed(mine), agreed(theirs))
        }
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
