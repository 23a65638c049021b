//! Taking response codes in: each with what would become of it and what is unusual about it.

use egui::{Event, RichText, ScrollArea, Ui};

use super::frame::{confirm_ui, scroll_ui, title_ui};
use crate::{
    i18n::Language,
    import::CodeFault,
    model::{Response, Score},
    state::{Actions, Arrival, Bound, Codes, CodesAction, Decision, Doubt, Refusal, View},
    theme::{Themed, icon},
    ui::widgets::{
        TextField, caption_line, choose_one, marked_line, strong_line, subdued_line, text_line,
    },
    wording::short_scores,
};

/// More are taken in all the same, but not listed: those that wait for the user come first.
const LISTED: usize = 200;
/// A longer text is counted and not shown, in bytes: laying it out takes some 250 times its size.
const SHOWN_BYTES: usize = 16 * 1024;
/// Height of the field at most, in logical points; more scrolls within.
const FIELD: f32 = 112.0;
/// And its part of the window's height at most.
const FIELD_SHARE: f32 = 0.15;

pub(super) fn codes_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, codes: &Codes) {
    let language = view.language;
    title_ui(ui, language.codes_title());
    subdued_line(ui, language.codes_text());
    subdued_line(ui, language.codes_unsigned());
    field_ui(ui, view, actions, codes);
    let mut foreign = codes.foreign;
    if ui
        .checkbox(&mut foreign, language.codes_foreign())
        .changed()
    {
        actions.send(CodesAction::Foreign(foreign));
    }
    if !codes.arrivals.is_empty() {
        let bound = codes.bound().count();
        let waiting = codes.bound().filter(|(_, one)| !one.doubts.is_empty());
        let waiting = waiting.count();
        let refused = codes.arrivals.len() - bound;
        let counts = language.codes_counts(bound - waiting, waiting, refused);
        strong_line(ui, &counts);
    }
    for doubt in [Doubt::OtherEnterprise, Doubt::Revealed, Doubt::Nameless] {
        alike_ui(ui, view, actions, codes, doubt);
    }
    list_ui(ui, view, actions, codes);
    let taken = codes.to_take();
    let take = language.codes_take(taken);
    confirm_ui(ui, language, actions, taken > 0, &take);
}

/// Where codes are pasted: a small field, or how much was pasted where that is more than one reads.
fn field_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, codes: &Codes) {
    let language = view.language;
    let room = SHOWN_BYTES.checked_sub(codes.text.len());
    if let Some(pasted) = long_paste(ui, room) {
        let mut text = codes.text.clone();
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        text += &pasted;
        actions.send(CodesAction::Text(text));
        return;
    }
    if room.is_none() {
        ui.horizontal(|ui| {
            let lines = codes.arrivals.last().map_or(0, |(line, _)| *line);
            text_line(ui, &language.codes_pasted(lines));
            let clear = language.codes_clear();
            actions.plain(ui, clear, CodesAction::Text(String::new()));
        });
        return;
    }
    let output = ScrollArea::vertical()
        .id_salt("codes field")
        .max_height(FIELD.min(ui.ctx().content_rect().height() * FIELD_SHARE))
        .auto_shrink([false, true])
        .show(ui, |ui| {
            TextField::new(language.codes_title())
                .hint(language.codes_hint())
                .lines(4)
                .width(ui.available_width())
                .show(ui, "codes", &codes.text)
        });
    let output = output.inner;
    if ui.memory(|memory| memory.focused().is_none()) {
        output.response.request_focus();
    }
    actions.send_some(output.changed.map(CodesAction::Text));
}

/// What is pasted on this frame, taken from the field where it has no room for it.
fn long_paste(ui: &Ui, room: Option<usize>) -> Option<String> {
    ui.input_mut(|input| {
        let too_long = |event: &Event| match event {
            Event::Paste(text) => room.is_none_or(|room| text.len() > room),
            _ => false,
        };
        let at = input.events.iter().position(too_long)?;
        match input.events.remove(at) {
            Event::Paste(text) => Some(text),
            _ => None,
        }
    })
}

/// One decision for all codes that wait for this reason alone, where there are several.
fn alike_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, codes: &Codes, doubt: Doubt) {
    let language = view.language;
    let places: Vec<usize> = codes.alike(doubt).collect();
    if places.len() < 2 {
        return;
    }
    let taken = |place: &usize| codes.decisions.get(place) == Some(&Decision::Take);
    let chosen = if places.iter().all(taken) {
        Decision::Take
    } else {
        Decision::Skip
    };
    ui.horizontal_wrapped(|ui| {
        ui.label(language.codes_alike(doubt_text(view, doubt), places.len()));
        ui.push_id(doubt, |ui| {
            let decision = choose_one(ui, &chosen, &skip_or_take(language));
            actions.send_some(decision.map(|one| CodesAction::Alike(doubt, one)));
        });
    });
}

/// What waits for the user, what is not taken, and what is ready, each in its order.
fn list_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, codes: &Codes) {
    let rank = |arrival: &Arrival| match arrival {
        Arrival::Bound(bound) if !bound.doubts.is_empty() => 0,
        Arrival::Refused(_) => 1,
        Arrival::Bound(_) => 2,
    };
    let arrivals = codes.arrivals.iter().enumerate();
    let listed = (0..3).flat_map(|wanted| {
        let arrivals = arrivals.clone();
        arrivals.filter(move |(_, (_, arrival))| rank(arrival) == wanted)
    });
    scroll_ui(ui, "codes list", (500.0, 80.0), |ui| {
        for (place, (line, arrival)) in listed.take(LISTED) {
            ui.push_id(place, |ui| match arrival {
                Arrival::Bound(bound) => bound_ui(ui, view, actions, codes, place, bound),
                Arrival::Refused(refusal) => {
                    let refusal = refusal_text(view, *refusal);
                    let text = view.language.codes_line(*line, refusal);
                    marked_line(ui, icon::ERROR, ui.tokens().bad, &text);
                }
            });
        }
        let more = codes.arrivals.len().saturating_sub(LISTED);
        if more > 0 {
            caption_line(ui, &view.language.codes_unlisted(more));
        }
    });
}

/// A code that can be taken in: at once, or as decided here about what is unusual.
fn bound_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    codes: &Codes,
    place: usize,
    bound: &Bound,
) {
    let (language, theme) = (view.language, ui.tokens());
    let line = codes.arrivals.get(place).map_or(0, |(line, _)| *line);
    let text = language.codes_line(line, &what(view, bound));
    if bound.doubts.is_empty() {
        marked_line(ui, icon::CHECK, theme.good, &text);
        return;
    }
    marked_line(ui, icon::WARNING, theme.caution, &text);
    for doubt in &bound.doubts {
        caption_line(ui, doubt_text(view, *doubt));
    }
    let choices: &[(Decision, &str)] = if bound.doubts.contains(&Doubt::Answered) {
        side_by_side_ui(ui, view, bound);
        &[
            (Decision::Skip, language.codes_skip()),
            (Decision::Replace, language.codes_replace()),
            (Decision::Both, language.codes_both()),
        ]
    } else {
        &skip_or_take(language)
    };
    ui.horizontal(|ui| {
        let decision = choose_one(ui, &codes.decision(place, bound), choices);
        actions.send_some(decision.map(|one| CodesAction::One(place, one)));
    });
}

const fn skip_or_take(language: Language) -> [(Decision, &'static str); 2] {
    [
        (Decision::Skip, language.codes_skip()),
        (Decision::Take, language.codes_take_it()),
    ]
}

/// Who, for which firm and round, and how much; no name where names are hidden or the round is.
fn what(view: &View<'_>, bound: &Bound) -> String {
    let language = view.language;
    let enterprise = view.workbook.enterprise(bound.enterprise);
    let round = enterprise.and_then(|enterprise| enterprise.round(bound.round));
    let hidden = round.is_some_and(|round| round.stage.hides_scores());
    let name = match bound.code.name.as_str() {
        "" => language.codes_anonymous(),
        _ if hidden || view.workbook.hides_people => "•",
        name => name,
    };
    let answers = bound.code.answers.iter();
    let count = answers
        .filter(|(_, answer)| answer.score() != Score::NotScored)
        .count();
    let firm = enterprise.map_or("", |enterprise| view.name_of(enterprise));
    language.codes_ok(name, firm, round.map_or("", |round| &round.name), count)
}

/// Both answers to the eight factors, unless the room has not revealed them.
fn side_by_side_ui(ui: &mut Ui, view: &View<'_>, bound: &Bound) {
    let enterprise = view.workbook.enterprise(bound.enterprise);
    let Some(round) = enterprise.and_then(|enterprise| enterprise.round(bound.round)) else {
        return;
    };
    if round.stage.hides_scores() {
        return;
    }
    let there = bound.person.and_then(|person| round.response(person));
    let Some(there) = there else { return };
    let mut arriving = Response::blank(there.respondent);
    bound.code.put_into(&mut arriving);
    for response in [there, &arriving] {
        let scores = short_scores(|factor| response.score(factor));
        ui.label(RichText::new(scores).color(ui.tokens().text));
    }
}

fn doubt_text(view: &View<'_>, doubt: Doubt) -> &'static str {
    let language = view.language;
    match doubt {
        Doubt::Answered => language.codes_conflict(),
        Doubt::SameName => language.codes_same_name(),
        Doubt::Unseen => language.codes_unseen(),
        Doubt::Nameless => language.codes_nameless(),
        Doubt::Revealed => language.codes_revealed(),
        Doubt::OtherEnterprise => language.codes_other_enterprise(),
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
