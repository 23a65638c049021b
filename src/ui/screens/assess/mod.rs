//! Assess: what do we think? Eight factor cards, and the answer live beside them.

mod answer;
mod card;
mod details;
mod item;
mod keys;

use egui::{Align, Layout, RichText, ScrollArea, Ui, UiBuilder, Vec2, vec2};

use super::header::{hidden_ui, list_stands_beside, no_enterprise_ui, round_picker};
use crate::{
    model::{Enterprise, Respondent, Side},
    state::{Action, Actions, FocusRequest, MenuAction, Panel, View},
    theme::{Themed, icon, space, text},
    ui::widgets::{ButtonKind, action_button, cut, from_right, icon_button, look, picker},
    wording::whole,
};

/// From this width of the page on, in logical points, the answer stands beside two columns.
const WIDE: f32 = 900.0;
/// Below this width the answer, where it is asked for, takes the place of the cards.
const BESIDE: f32 = 640.0;
/// From this width of the cards on they stand in two columns.
const TWO_COLUMNS: f32 = 560.0;
const COLUMN_TITLE: f32 = 28.0;
const CARD_GAP: f32 = 10.0;

/// The Assess screen.
pub fn assess_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let Some(enterprise) = view.enterprise() else {
        let (heading, text) = (
            view.language.no_enterprise(),
            view.language.no_enterprise_text(),
        );
        no_enterprise_ui(ui, view, actions, (icon::ASSESS, heading, text));
        return;
    };
    if view.hidden() {
        header_ui(ui, view, actions, enterprise, Answer::Shown);
        hidden_ui(ui, view, actions);
        return;
    }
    keys::score_keys(ui, view, actions);
    let page = ui.available_rect_before_wrap();
    let wide = page.width() >= WIDE;
    let panel = if wide {
        Panel::Answer
    } else {
        Panel::NarrowAnswer
    };
    let shows_answer = view.session.shows(panel);
    if shows_answer && page.width() < BESIDE {
        // Too narrow for both: the answer takes the place of the cards.
        header_ui(ui, view, actions, enterprise, Answer::Shown);
        answer::answer_ui(ui, view, actions);
        return;
    }
    let answer_width = if shows_answer {
        (page.width() * 0.365).clamp(260.0, 600.0)
    } else {
        0.0
    };
    let mut left = page;
    if shows_answer {
        left.max.x -= answer_width + space::GAP;
        let mut beside = page;
        beside.min.x = beside.max.x - answer_width;
        ui.scope_builder(UiBuilder::new().max_rect(beside), |ui| {
            answer::answer_ui(ui, view, actions);
        });
    }
    ui.scope_builder(UiBuilder::new().max_rect(left), |ui| {
        let answer = if shows_answer {
            Answer::Shown
        } else {
            Answer::Folded
        };
        header_ui(ui, view, actions, enterprise, answer);
        cards_ui(ui, view, actions);
    });
}

/// The eight cards of whoever is scoring, with their keys and nothing else.
pub(super) fn scoring_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    keys::score_keys(ui, view, actions);
    cards_ui(ui, view, actions);
}

/// Name, technology, round and who is scoring.
fn header_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    enterprise: &Enterprise,
    answer: Answer,
) {
    from_right(ui, 40.0, |ui| {
        let edit = view.language.edit_panel();
        actions.icon(ui, icon::PEOPLE, edit, MenuAction::EditPanel);
        answer_button_ui(ui, view, actions, answer);
        let width = (ui.available_width() * 0.28).clamp(84.0, 140.0);
        person_picker(ui, view, actions, enterprise, width);
        round_picker(ui, view, actions, enterprise, width);
        // Where the list is folded its switcher stands above and names the enterprise.
        if list_stands_beside(ui, view) {
            title_ui(ui, view, enterprise);
        }
    });
}

/// Where the answer is while the cards are scored.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Answer {
    Shown,
    Folded,
}

/// Opens and closes the answer; while it is closed, the button carries the number.
fn answer_button_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, answer: Answer) {
    let label = view.language.toggle_answer();
    let outcome = view.result().and_then(|result| result.outcome);
    let clicked = match (answer, outcome) {
        (Answer::Folded, Some(outcome)) => {
            let number = whole(outcome.resonance);
            let caption = if ui.available_width() >= 480.0 {
                format!("{number} {}", view.language.band(outcome.band))
            } else {
                number
            };
            let response = action_button(ui, ButtonKind::Plain, Some(icon::SIDEBAR), &caption);
            response.on_hover_text(label).clicked()
        }
        _ => icon_button(ui, icon::SIDEBAR, label).clicked(),
    };
    if clicked {
        actions.send(MenuAction::ToggleAnswer);
    }
}

fn title_ui(ui: &mut Ui, view: &View<'_>, enterprise: &Enterprise) {
    ui.with_layout(Layout::top_down(Align::Min), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        cut(ui, look::heading(ui, view.name_of(enterprise)));
        if !enterprise.technology.is_empty() {
            cut(ui, look::caption(ui, &enterprise.technology));
        }
    });
}

fn person_picker(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    enterprise: &Enterprise,
    width: f32,
) {
    let Some(present) = view.person() else {
        return;
    };
    let called = |person: &Respondent| {
        let name = view.person_name(enterprise, person);
        match view.workbook.shown_role(enterprise, person) {
            "" => (person.id, name),
            role => (person.id, format!("{name} · {role}")),
        }
    };
    let people: Vec<_> = enterprise.people.iter().map(called).collect();
    let picked = picker(ui, view.language.scoring_as(), width, &present.id, &people);
    actions.send_some(picked.map(Action::SelectPerson));
}

fn cards_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let area = ui.available_size();
    let two = area.x >= TWO_COLUMNS;
    let rows = if two { 4.0 } else { 8.0 };
    let room = (area.y - COLUMN_TITLE - CARD_GAP * rows - 2.0) / rows;
    let height = room.clamp(card::LEAST_HEIGHT, card::MOST_HEIGHT);
    let mut scroll = ScrollArea::vertical()
        .id_salt("factor cards")
        .auto_shrink([false, false]);
    // Where somebody else left the page is nothing to whoever gets it.
    if view.scorer().is_some() && view.session.room.arrives == FocusRequest::Wanted {
        scroll = scroll.vertical_scroll_offset(0.0);
    }
    scroll.show(ui, |ui| {
        if room < card::LEAST_HEIGHT {
            // Room for the scroll bar beside the cards.
            ui.set_max_width(area.x - space::GAP);
        }
        ui.spacing_mut().item_spacing = Vec2::splat(CARD_GAP);
        if two {
            ui.columns(2, |columns| {
                for (column, side) in columns.iter_mut().zip(Side::ALL) {
                    side_ui(column, view, actions, side, height);
                }
            });
        } else {
            for side in Side::ALL {
                side_ui(ui, view, actions, side, height);
            }
        }
    });
}

fn side_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, side: Side, height: f32) {
    let language = view.language;
    let (symbol, colour) = (icon::of_side(side), ui.tokens().side(side));
    let subtitle = match side {
        Side::Supply => language.supply_subtitle(),
        Side::Demand => language.demand_subtitle(),
    };
    ui.allocate_ui(vec2(ui.available_width(), COLUMN_TITLE), |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            ui.label(RichText::new(symbol).size(14.0).color(colour));
            let title = RichText::new(language.side(side)).font(text::strong());
            ui.label(title.color(colour));
            ui.label(RichText::new(subtitle).color(ui.tokens().text_subdued));
        });
    });
    for factor in side.factors() {
        card::factor_card_ui(ui, view, actions, factor, height);
    }
}
