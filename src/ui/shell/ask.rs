//! Questions before something is shown or gone: hidden scores, answers that go with a person or a round.

use egui::Ui;

use super::frame::{buttons_ui, title_ui};
use crate::{
    model::Stage,
    state::{Actions, DialogAnswer, Progress, Removal, UnmaskBy, Unmasking, View},
    ui::widgets::{subdued_line, wrapped},
};

/// How many have answered everything, who has not, and whether the scores are to be shown.
pub(super) fn unmask_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, asked: &Unmasking) {
    let language = view.language;
    let enterprise = view.workbook.enterprise(asked.enterprise);
    let Some((enterprise, round)) =
        enterprise.and_then(|enterprise| Some((enterprise, enterprise.round(asked.round)?)))
    else {
        return;
    };
    let progress = Progress::of(enterprise, round);
    let question = match asked.by {
        UnmaskBy::Stage(Stage::Open) => language.ask_end().to_owned(),
        UnmaskBy::Stage(Stage::Reveal) => language.ask_reveal().to_owned(),
        UnmaskBy::Stage(stage) => language.ask_stage(language.stage_name(stage)),
        UnmaskBy::Undo | UnmaskBy::Redo => language.ask_step().to_owned(),
    };
    let complete = progress.open.is_empty();
    let title = if complete {
        language.ask_complete(&question)
    } else {
        let people = enterprise.people.len();
        language.ask_incomplete(progress.done, people, &question)
    };
    title_ui(ui, &title);
    if progress.hands > 0 {
        wrapped(ui, language.ask_hands(progress.hands));
    }
    if !complete {
        let names: Vec<String> = progress
            .open
            .iter()
            .filter_map(|(id, count)| {
                let name = view.person_name(enterprise, enterprise.person(*id)?);
                Some(match count {
                    0 => name,
                    count => language.ask_partly(&name, *count),
                })
            })
            .collect();
        let names = names.join(language.name_joiner());
        wrapped(ui, language.ask_open(&names));
    }
    let show = (language.ask_show(), DialogAnswer::Confirm);
    let keep = (language.ask_keep(), DialogAnswer::Cancel);
    // While somebody has not answered, showing is not what most people want.
    let ready = complete || progress.hands > 0;
    let buttons = if ready { [show, keep] } else { [keep, show] };
    buttons_ui(ui, actions, &buttons);
}

/// How many answers go with somebody or a round.
pub(super) fn remove_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, removal: Removal) {
    let language = view.language;
    let label = match removal {
        Removal::Person { enterprise, person } => {
            let enterprise = view.workbook.enterprise(enterprise);
            let name = enterprise.and_then(|enterprise| {
                let person = enterprise.person(person)?;
                Some(view.person_name(enterprise, person))
            });
            language.remove_person(&name.unwrap_or_default())
        }
        Removal::Round { enterprise, round } => {
            let enterprise = view.workbook.enterprise(enterprise);
            let round = enterprise.and_then(|enterprise| enterprise.round(round));
            language.remove_round(round.map_or("", |round| &round.name))
        }
    };
    title_ui(ui, &language.ask_whether(&label));
    let answers = removal.answers(view.workbook);
    wrapped(ui, language.ask_answers_go(answers));
    subdued_line(ui, language.ask_undo_brings_back());
    let buttons = [
        (label.as_str(), DialogAnswer::Confirm),
        (language.cancel(), DialogAnswer::Cancel),
    ];
    buttons_ui(ui, actions, &buttons);
}
