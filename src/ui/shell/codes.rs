//! Taking response codes in: each line with what would become of it, conflicts side by side.

use egui::{RichText, ScrollArea, Ui};

use super::dialogs::title_ui;
use crate::{
    app::{Action, Actions, Arrival, Bound, Codes, Decision, DialogAnswer, Refusal, View},
    import::CodeFault,
    model::{Factor, Response, Score},
    ui::{
        theme::icon,
        widgets::{
            ButtonKind, TextField, action_button, button_row, caption_line, marked_line, segmented,
            subdued_line,
        },
    },
};

/// More lines are taken in all the same, but not listed.
const LISTED: usize = 200;

pub(super) fn codes_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, codes: &Codes) {
    let language = view.language;
    title_ui(ui, view, language.codes_title());
    subdued_line(ui, view.theme, language.codes_text());
    let output = TextField::new(language.codes_title())
        .hint(language.codes_hint())
        .lines(4)
        .width(ui.available_width())
        .show(ui, "codes", &codes.text);
    if ui.memory(|memory| memory.focused().is_none()) {
        output.response.request_focus();
    }
    if let Some(text) = output.changed {
        actions.push(Action::Codes(Box::new(Codes::read(text, codes.foreign))));
    }
    let mut foreign = codes.foreign;
    if ui
        .checkbox(&mut foreign, language.codes_foreign())
        .changed()
    {
        actions.push(Action::Codes(Box::new(Codes {
            foreign,
            ..codes.clone()
        })));
    }
    let selected = view
        .enterprise()
        .zip(view.round())
        .map(|(enterprise, round)| (enterprise.id, round.id));
    let arrivals = codes.arrivals(view.workbook, selected);
    let taken = arrivals
        .iter()
        .filter(|(line, arrival)| match arrival {
            Arrival::Ready(_) => true,
            Arrival::Conflict(_) => codes.decision(*line) != Decision::Skip,
            Arrival::Refused(_) => false,
        })
        .count();
    let height = (ui.ctx().content_rect().height() - 380.0).max(80.0);
    ScrollArea::vertical()
        .max_height(height)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            for (line, arrival) in arrivals.iter().take(LISTED) {
                ui.push_id(line, |ui| {
                    arrival_ui(ui, view, actions, codes, *line, arrival);
                });
            }
        });
    button_row(ui, |ui| {
        ui.add_enabled_ui(taken > 0, |ui| {
            let label = language.codes_take(taken);
            if action_button(ui, view.theme, ButtonKind::Primary, None, &label).clicked() {
                actions.push(Action::Answer(DialogAnswer::Confirm));
            }
        });
        let cancel = language.cancel();
        if action_button(ui, view.theme, ButtonKind::Plain, None, cancel).clicked() {
            actions.push(Action::Answer(DialogAnswer::Cancel));
        }
    });
}

fn arrival_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    codes: &Codes,
    line: usize,
    arrival: &Arrival<'_>,
) {
    let language = view.language;
    let theme = view.theme;
    match arrival {
        Arrival::Ready(bound) => {
            let text = language.codes_line(line, &what(view, bound));
            marked_line(ui, icon::CHECK, theme.good, &text);
        }
        Arrival::Conflict(bound) => {
            let text = language.codes_line(line, &what(view, bound));
            marked_line(ui, icon::WARNING, theme.caution, &text);
            caption_line(ui, theme, language.codes_conflict());
            side_by_side_ui(ui, view, bound);
            let decisions = [Decision::Skip, Decision::Replace, Decision::Both];
            let labels = [
                language.codes_skip(),
                language.codes_replace(),
                language.codes_both(),
            ];
            let chosen = decisions
                .iter()
                .position(|decision| *decision == codes.decision(line))
                .unwrap_or_default();
            ui.horizontal(|ui| {
                if let Some(index) = segmented(ui, theme, chosen, &labels) {
                    let mut next = codes.clone();
                    next.decisions.insert(line, decisions[index]);
                    actions.push(Action::Codes(Box::new(next)));
                }
            });
        }
        Arrival::Refused(refusal) => {
            let text = language.codes_line(line, refusal_text(view, *refusal));
            marked_line(ui, icon::ERROR, theme.bad, &text);
        }
    }
}

/// Who, for which firm and round, and how much; never what was answered while it is hidden.
fn what(view: &View<'_>, bound: &Bound<'_>) -> String {
    let language = view.language;
    let name = match bound.code.name.as_str() {
        "" => language.codes_anonymous(),
        _ if view.workbook.hides_people => "•",
        name => name,
    };
    let round = bound
        .enterprise
        .round(bound.round)
        .map_or("", |round| round.name.as_str());
    let answers = bound.code.answers.iter();
    let count = answers
        .filter(|(_, answer)| answer.score() != Score::NotScored)
        .count();
    let firm = view.name_of(bound.enterprise);
    language.codes_ok(name, firm, round, count)
}

/// Both answers to the eight factors, unless the room has not revealed them.
fn side_by_side_ui(ui: &mut Ui, view: &View<'_>, bound: &Bound<'_>) {
    let Some(round) = bound.enterprise.round(bound.round) else {
        return;
    };
    if round.stage.hides_scores() {
        return;
    }
    let there = bound.person.and_then(|person| round.response(person));
    let row = |response: &Response| {
        Factor::ALL
            .map(|factor| match response.score(factor) {
                Score::Scored(level) => format!("{:.1}", level.value()),
                Score::NotScored => "–".to_owned(),
                Score::NotApplicable => "NA".to_owned(),
            })
            .join("  ")
    };
    let Some(there) = there else { return };
    let arriving = bound.code.response(there.respondent);
    for response in [there, &arriving] {
        ui.label(RichText::new(row(response)).color(view.theme.text));
    }
}

fn refusal_text(view: &View<'_>, refusal: Refusal) -> &'static str {
    let language = view.language;
    match refusal {
        Refusal::Fault(CodeFault::Damaged) => language.codes_damaged(),
        Refusal::Fault(CodeFault::Newer) => language.codes_newer(),
        Refusal::Fault(CodeFault::Foreign) => language.codes_no_code(),
        Refusal::OtherWorkbook => language.codes_other_workbook(),
        Refusal::Gone => language.codes_gone(),
        Refusal::Twice => language.codes_twice(),
    }
}
