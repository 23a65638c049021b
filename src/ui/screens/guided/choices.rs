//! One question with its choices.

use egui::{Align2, RichText, Role, Sense, Stroke, Ui, WidgetInfo, pos2, text::LayoutJob, vec2};

use super::counting::{Counting, standing};
use crate::{
    edit::Command,
    model::{Basis, Factor, Level, Score},
    state::{Action, Actions, Question, View},
    theme::{Themed, radius, space, text},
    ui::widgets::{ButtonKind, action_button, editable, look, wrapped},
};

pub(super) fn question_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, question: Question) {
    let language = view.language;
    let factor = question.factor();
    let name = RichText::new(view.factor_name(factor)).font(text::strong());
    ui.label(name.color(ui.tokens().side(factor.side())));
    let words = view.knowledge.framework.of(factor);
    let asked = match question {
        Question::Factor(_) => words.question.get(language),
        Question::Indicator(_, indicator) => words.indicators[indicator].question.get(language),
        Question::Enough(_) => language.guided_enough(),
    };
    wrapped(ui, look::heading(ui, asked));
    context_ui(ui, view, question);
    ui.add_space(space::TIGHT);
    editable(ui, |ui| match question {
        Question::Enough(_) => enough_ui(ui, view, actions, factor),
        _ => levels_ui(ui, view, actions, question),
    });
    counting_ui(ui, view, actions, question);
}

/// An example of the firm's trade, or the answer that "good enough" is about.
fn context_ui(ui: &mut Ui, view: &View<'_>, question: Question) {
    let language = view.language;
    let factor = question.factor();
    let line = match question {
        Question::Enough(_) => standing(view, factor).map_or_else(
            || language.guided_stands_open().to_owned(),
            |sentence| language.guided_stands(&sentence),
        ),
        _ => {
            let sector = view.enterprise().map_or("", |one| one.sector.as_str());
            match view.knowledge.sectors.get(sector) {
                Some(sector) => language.guided_example(sector.examples[factor].get(language)),
                None => {
                    let words = view.knowledge.framework.of(factor);
                    words.meaning.get(language).to_owned()
                }
            }
        }
    };
    wrapped(ui, look::subdued(ui, line));
}

fn levels_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, question: Question) {
    let language = view.language;
    let words = view.knowledge.framework.of(question.factor());
    let (sentences, score) = match question {
        Question::Indicator(factor, indicator) => {
            let answer = view.response().map(|response| &response.answers[factor]);
            let score = answer.map_or(Score::NotScored, |answer| answer.indicators()[indicator]);
            (&words.indicators[indicator].levels, score)
        }
        Question::Factor(factor) | Question::Enough(factor) => {
            let answer = view.response().map(|response| &response.answers[factor]);
            let score = answer.map_or(Score::NotScored, |answer| answer.direct);
            (&words.levels, score)
        }
    };
    let now = score.level().map(Level::value);
    let stands_at = |number: u8| now.is_some_and(|now| (now - f64::from(number)).abs() < 1e-9);
    if let Some(now) = now.filter(|_| !(1..=5).any(stands_at)) {
        let line = language.guided_now(&format!("{now:.1}"));
        wrapped(ui, look::subdued(ui, line));
    }
    for (number, sentence) in (1_u8..).zip(sentences) {
        let is_chosen = stands_at(number);
        let sentence = sentence.get(language);
        if choice_ui(ui, view, number.into(), sentence, is_chosen) {
            choose(view, actions, question, number);
        }
    }
    let label = language.guided_not_applicable();
    let kind = ButtonKind::Plain;
    ui.horizontal(|ui| {
        let mark = (score == Score::NotApplicable).then_some(crate::theme::icon::CHECK_MARK);
        if action_button(ui, kind, mark, label).clicked() {
            not_applicable(view, actions, question);
        }
    });
}

fn enough_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, factor: Factor) {
    let language = view.language;
    let said = view
        .response()
        .and_then(|response| response.answers[factor].enough());
    let ways = [
        (1, language.guided_enough_yes(), true),
        (2, language.guided_enough_no(), false),
    ];
    for (number, label, enough) in ways {
        if choice_ui(ui, view, usize::from(number), label, said == Some(enough)) {
            choose(view, actions, Question::Enough(factor), number);
        }
    }
}

/// A choice as wide as the card: its key, its sentence. True when it was taken.
fn choice_ui(ui: &mut Ui, view: &View<'_>, number: usize, sentence: &str, chosen: bool) -> bool {
    let theme = ui.tokens();
    let (left, right) = (48.0, 14.0);
    let width = ui.available_width();
    let (font, room) = (look::font(chosen), width - left - right);
    let job = LayoutJob::simple(sentence.to_owned(), font, theme.text_strong, room);
    let galley = ui.painter().layout_job(job);
    let size = vec2(width, (galley.size().y + 20.0).max(44.0));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let spoken = view.language.guided_choice(number, sentence);
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, enabled, chosen, &spoken));
    let fill = if chosen {
        theme.selection
    } else if response.hovered() || response.has_focus() {
        theme.hover
    } else {
        theme.card
    };
    let edge = if response.has_focus() {
        Stroke::new(2.0, theme.focus)
    } else if chosen {
        Stroke::new(1.0, theme.line_strong)
    } else {
        Stroke::new(1.0, theme.line)
    };
    let painter = ui.painter();
    painter.rect(rect, radius::CONTROL, fill, edge, egui::StrokeKind::Inside);
    let at = pos2(rect.left() + 24.0, rect.center().y);
    let ink = theme.text_strong;
    painter.text(at, Align2::CENTER_CENTER, number, text::label(), ink);
    let at = pos2(rect.left() + left, rect.center().y - galley.size().y / 2.0);
    painter.galley(at, galley, ink);
    response.clicked()
}

/// Says which of the two ways of answering a factor counts, and lets the user switch.
fn counting_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, question: Question) {
    let (Some(place), language) = (view.place(), view.language) else {
        return;
    };
    let factor = question.factor();
    let counting = Counting::of(view, factor);
    let printed = |level: Level| format!("{:.1}", level.value());
    let (line, button, basis) = match (question, &counting) {
        (
            Question::Indicator(..),
            Counting {
                basis: Basis::Direct,
                direct: Some(level),
                ..
            },
        ) => (
            language.guided_direct_counts(&printed(*level)),
            language.guided_let_indicators(),
            Basis::Indicators,
        ),
        (
            Question::Factor(_),
            Counting {
                basis: Basis::Indicators,
                indicators: Some(level),
                ..
            },
        ) => (
            language.guided_indicators_count(&printed(*level)),
            language.guided_let_direct(),
            Basis::Direct,
        ),
        _ => return,
    };
    ui.separator();
    wrapped(ui, RichText::new(line).color(ui.tokens().text));
    // Switching to an overall answer that was never given would only empty the factor.
    let possible = basis == Basis::Indicators || counting.direct.is_some();
    if possible {
        let set = Command::SetBasis {
            place,
            factor,
            basis,
        };
        actions.plain(ui, button, set);
    }
}

/// Takes a choice by its number and goes on; numbers that a page does not offer do nothing.
pub(super) fn choose(view: &View<'_>, actions: &mut Actions, question: Question, number: u8) {
    let score = Score::Scored(Level::snapped(f64::from(number), 1.0));
    match question {
        Question::Enough(factor) => {
            let enough = match number {
                1 => true,
                2 => false,
                _ => return,
            };
            if view.read_only() {
                return;
            }
            if let Some(place) = view.place() {
                actions.edit(Command::SetEnough {
                    place,
                    factor,
                    enough: Some(enough),
                });
            }
            go_on(view, actions);
        }
        _ => answer(view, actions, question, score),
    }
}

/// Marks what is asked as not applicable and goes on.
pub(super) fn not_applicable(view: &View<'_>, actions: &mut Actions, question: Question) {
    answer(view, actions, question, Score::NotApplicable);
}

fn answer(view: &View<'_>, actions: &mut Actions, question: Question, score: Score) {
    let place = view.place().filter(|_| !view.read_only());
    let Some(place) = place else { return };
    match question {
        Question::Factor(factor) => actions.edit(Command::SetScore {
            place,
            factor,
            score,
        }),
        Question::Indicator(factor, indicator) => actions.edit(Command::SetIndicator {
            place,
            factor,
            indicator,
            score,
        }),
        Question::Enough(_) => return,
    }
    go_on(view, actions);
}

fn go_on(view: &View<'_>, actions: &mut Actions) {
    actions.push(Action::GuidedPage(view.session.guided.page + 1));
}
