//! Choosing what else to compare: enterprises with their rounds, what-ifs and targets, searched.

use egui::{
    Button, Id, Key, Popup, PopupCloseBehavior, Response, Role, ScrollArea, Ui, WidgetInfo, vec2,
};

use super::field::Field;
use crate::{
    model::Enterprise,
    state::{Actions, CompareAction, Item, MOST_COMPARED, Profile, View},
    theme::icon,
    ui::{
        lineup_words::{answers, round_name, what_if_name},
        widgets::{ButtonKind, TextField, action_button, caption_line, look, subdued_line},
    },
};

/// As many enterprises are offered at once; a longer list would only cost time.
const OFFERED: usize = 40;

/// The button and what it opens.
pub(super) fn add_ui(ui: &mut Ui, field: &Field<'_>, actions: &mut Actions) {
    let view = field.view;
    let label = view.language.compare_add();
    let response = action_button(ui, ButtonKind::Primary, Some(icon::ADD), label);
    // One name, wherever the button stands: it stays open while the first item is added.
    let id = Id::unique("what can be compared");
    let opened = response.clicked();
    let was_open = Popup::is_id_open(ui.ctx(), id);
    Popup::menu(&response)
        .id(id)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            let room = ui.ctx().content_rect().size();
            ui.set_width(320.0_f32.min(room.x - 40.0));
            let typed = search_ui(ui, view, actions);
            if opened {
                typed.request_focus();
            }
            if field.lineup.entries.len() >= MOST_COMPARED {
                subdued_line(ui, view.language.compare_full());
            }
            ScrollArea::vertical()
                .max_height((room.y * 0.55).min(420.0))
                .show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    ui.spacing_mut().item_spacing.y = 2.0;
                    list_ui(ui, field, actions);
                });
        });
    let left = ui.input(|input| input.key_pressed(Key::Escape));
    if was_open && left && !Popup::is_id_open(ui.ctx(), id) {
        response.request_focus();
    }
}

fn search_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) -> Response {
    let typed = TextField::new(view.language.compare_add_hint())
        .hint(view.language.compare_add_hint())
        .width(ui.available_width())
        .show(ui, "compare search", &view.session.compare.search);
    actions.send_some(typed.changed.map(CompareAction::Search));
    typed.response
}

/// The enterprises with something to offer, the selected one first.
fn list_ui(ui: &mut Ui, field: &Field<'_>, actions: &mut Actions) {
    let view = field.view;
    let search = &view.session.compare.search;
    let wanted: Vec<String> = search.split_whitespace().map(str::to_lowercase).collect();
    let selected = view.enterprise();
    let others = view.workbook.enterprises.iter();
    let others = others.filter(|one| Some(one.id) != view.session.enterprise);
    let (mut shown, mut more) = (0, 0);
    for enterprise in selected.into_iter().chain(others) {
        if shown == OFFERED && wanted.is_empty() {
            more = view.workbook.enterprises.len() - shown;
            break;
        }
        let offers = offers(view, enterprise, &wanted);
        if offers.is_empty() {
            continue;
        }
        if shown == OFFERED {
            more += 1;
            continue;
        }
        shown += 1;
        ui.add_space(4.0);
        ui.label(look::caption(ui, view.name_of(enterprise)));
        for (item, label) in offers {
            offer_ui(ui, field, actions, enterprise, item, &label);
        }
    }
    if shown == 0 {
        subdued_line(ui, &view.language.compare_no_match(search.trim()));
    }
    if more > 0 {
        caption_line(ui, &view.language.compare_more(more));
    }
}

/// What of an enterprise answers to the search.
fn offers(view: &View<'_>, enterprise: &Enterprise, wanted: &[String]) -> Vec<(Item, String)> {
    let rounds = enterprise.rounds.iter().map(|round| {
        let name = round_name(view, round);
        let label = if round.date.is_empty() {
            name.to_owned()
        } else {
            format!("{name}, {}", round.date)
        };
        (Profile::Round(round.id), label)
    });
    let what_ifs = enterprise.what_ifs.iter();
    let what_ifs = what_ifs.map(|one| (Profile::WhatIf(one.id), what_if_name(view, one)));
    let target = enterprise.target.is_set();
    let target = target.then(|| (Profile::Target, view.language.compare_target().to_owned()));
    let profiles = rounds.chain(what_ifs).chain(target);
    // Without a round there is nothing that a what-if or a target could be counted on.
    let begun = !enterprise.rounds.is_empty();
    profiles
        .filter(|(_, label)| begun && answers(view, enterprise, label, wanted))
        .map(|(profile, label)| (enterprise.id, profile, label))
        .map(|(enterprise, profile, label)| {
            (
                Item {
                    enterprise,
                    profile,
                },
                label,
            )
        })
        .collect()
}

/// One of them: a click adds it, or takes it away where it is in already.
fn offer_ui(
    ui: &mut Ui,
    field: &Field<'_>,
    actions: &mut Actions,
    enterprise: &Enterprise,
    item: Item,
    label: &str,
) {
    let view = field.view;
    let entries = &field.lineup.entries;
    let is_in = entries.iter().any(|entry| entry.item == item);
    let symbol = if is_in { icon::CHECK_MARK } else { "\u{2003}" };
    let button = Button::new(format!("{symbol}  {label}"))
        .frame_when_inactive(false)
        .truncate()
        .min_size(vec2(ui.available_width(), 28.0));
    let room = is_in || entries.len() < MOST_COMPARED;
    let response = ui.add_enabled(room, button);
    let spoken = view.language.compare_of(label, view.name_of(enterprise));
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, room, is_in, &spoken));
    if response.clicked() {
        actions.send(if is_in {
            CompareAction::Remove(item)
        } else {
            CompareAction::Add(item)
        });
    }
}
