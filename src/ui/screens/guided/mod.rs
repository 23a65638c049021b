//! Guided: the same answers as the sliders give, one plain question a page.

mod choices;
mod counting;

use super::header::hidden_ui;
use egui::{Align, Button, Key, Layout, Modifiers, ProgressBar, RichText, Ui, vec2};

use crate::{
    model::{Factor, Side},
    state::{Action, Actions, MenuAction, Question, View},
    storage::GuidedPath,
    theme::{Themed, icon, space, text},
    ui::widgets::{caption_line, card, centred_page, choose_one, cut, from_right, look, wrapped},
};

/// The page is never wider than this, in logical points.
const WIDEST: f32 = 760.0;
/// In windows lower than this, in logical points, the question needs the room of the factors' row.
const LOW: f32 = 440.0;

/// The Guided screen.
pub fn guided_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    if view.hidden() {
        hidden_ui(ui, view, actions);
        return;
    }
    let guided = view.session.guided;
    let question = guided.path.question(guided.page);
    if let Some(question) = question {
        keys(ui, view, actions, question);
    }
    centred_page(ui, ("guided", guided.page), WIDEST, |ui| {
        header_ui(ui, view, actions);
        if ui.ctx().content_rect().height() >= LOW {
            factors_ui(ui, view, actions);
        }
        card(ui, |ui| match question {
            Some(question) => choices::question_ui(ui, view, actions, question),
            None => end_ui(ui, view, actions),
        });
        if question.is_some() {
            footer_ui(ui, view, actions);
        }
    });
}

/// Whose answers these are, how far they are, and which path.
fn header_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let language = view.language;
    let guided = view.session.guided;
    from_right(ui, 40.0, |ui| {
        let pause = language.guided_pause();
        actions.plain(ui, pause, MenuAction::Assess);
        let paths = [
            (GuidedPath::Short, language.guided_short()),
            (GuidedPath::Full, language.guided_full()),
        ];
        let path = choose_one(ui, &guided.path, &paths);
        actions.send_some(path.map(Action::Guide));
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let name = view.enterprise().map_or("", |one| view.name_of(one));
            let person = view
                .enterprise()
                .zip(view.person())
                .map_or_else(String::new, |(one, person)| view.person_name(one, person));
            cut(ui, look::label(ui, language.guided_who(name, &person)));
        });
    });
    let pages = guided.path.pages();
    let page = (guided.page + 1).min(pages);
    let done = guided.page.min(pages) as f32 / pages as f32;
    let bar = ProgressBar::new(done)
        .desired_height(6.0)
        .fill(ui.tokens().resonance);
    ui.add(bar);
    ui.label(look::caption(ui, language.guided_progress(page, pages)));
}

/// The eight factors, to see what is answered and to jump.
fn factors_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let guided = view.session.guided;
    let present = guided.path.question(guided.page).map(Question::factor);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        ui.spacing_mut().button_padding = vec2(8.0, 4.0);
        for factor in Factor::ALL {
            let response = view.response();
            let answered = Question::Factor(factor).answered(response);
            let symbol = match (answered, factor.side()) {
                (true, _) => icon::CHECK,
                (false, Side::Supply) => icon::SUPPLY,
                (false, Side::Demand) => icon::DEMAND,
            };
            let name = view.factor_name(factor);
            let caption = RichText::new(format!("{symbol} {name}")).font(text::caption());
            let here = present == Some(factor);
            let button = Button::new(caption.color(ui.tokens().side(factor.side())))
                .selected(here)
                .min_size(vec2(0.0, 28.0));
            let clicked = ui.add(button);
            let label = view.language.guided_open_factor(name);
            clicked
                .widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, here, &label));
            if clicked.clicked() {
                actions.push(Action::GuidedPage(guided.path.page_of(factor)));
            }
        }
    });
}

fn footer_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let language = view.language;
    let page = view.session.guided.page;
    ui.horizontal(|ui| {
        ui.add_enabled_ui(page > 0, |ui| {
            let back = Action::GuidedPage(page.saturating_sub(1));
            actions.plain(ui, language.guided_back(), back);
        });
        actions.plain(ui, language.guided_skip(), Action::GuidedPage(page + 1));
        caption_line(ui, language.guided_keys());
    });
}

/// Past the last question.
fn end_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let language = view.language;
    let path = view.session.guided.path;
    let questions = (0..path.pages())
        .filter_map(|page| path.question(page))
        .filter(|question| !matches!(question, Question::Enough(_)));
    let all = questions.clone().count();
    let answered = questions
        .filter(|question| question.answered(view.response()))
        .count();
    ui.label(look::heading(ui, language.guided_done()));
    wrapped(ui, language.guided_done_text(answered, all));
    ui.add_space(space::SMALL);
    ui.horizontal(|ui| {
        actions.primary(ui, language.guided_see(), MenuAction::InShort);
        let back = Action::GuidedPage(path.pages().saturating_sub(1));
        actions.plain(ui, language.guided_back(), back);
    });
}

/// Keys of a page, while no text is typed and nothing lies over it.
fn keys(ui: &Ui, view: &View<'_>, actions: &mut Actions, question: Question) {
    if view.session.dialog.is_some() || ui.ctx().text_edit_focused() {
        return;
    }
    let page = view.session.guided.page;
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let digits = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5];
    for (level, key) in (1_u8..).zip(digits) {
        if pressed(key) {
            choices::choose(view, actions, question, level);
            return;
        }
    }
    if pressed(Key::N) {
        choices::not_applicable(view, actions, question);
    } else if pressed(Key::S) || pressed(Key::ArrowRight) {
        actions.push(Action::GuidedPage(page + 1));
    } else if page > 0 && (pressed(Key::ArrowLeft) || pressed(Key::Backspace)) {
        actions.push(Action::GuidedPage(page - 1));
    }
}
