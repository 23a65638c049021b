//! The page of an enterprise's data, panel and rounds.

use egui::{DragValue, Ui, vec2};

use super::frame::{close_ui, scroll_ui};

use crate::{
    edit::{Command, EnterpriseChange, PersonChange, RoundChange, Where},
    model::{Enterprise, EnterpriseId},
    state::{Action, Actions, MenuAction, NewRecord, Removal, View},
    theme::{icon, space},
    ui::{
        enterprise_choices::{sector_entries, size_choices},
        widgets::{
            TextField, editable, grouped_picker, icon_button, look, named_drag, picker,
            section_heading,
        },
    },
};

/// Width of the field for a weight.
const WEIGHT: f32 = 64.0;

pub(super) fn people_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let Some(enterprise) = view.enterprise() else {
        ui.label(view.language.no_enterprise());
        return;
    };
    ui.label(look::heading(ui, view.name_of(enterprise)));
    scroll_ui(ui, "people", (220.0, 120.0), |ui| {
        editable(ui, |ui| {
            enterprise_ui(ui, view, actions, enterprise);
            ui.add_space(space::GAP);
            panel_ui(ui, view, actions, enterprise);
            ui.add_space(space::GAP);
            rounds_ui(ui, view, actions, enterprise);
        });
    });
    close_ui(ui, view.language, actions);
}

fn enterprise_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, enterprise: &Enterprise) {
    let language = view.language;
    let id = enterprise.id;
    let mut changes = Vec::new();
    // While aliases are used this page does not show the name either.
    if !view.workbook.uses_aliases {
        let (name, value) = (language.name_of_enterprise(), &enterprise.name);
        let changed = form_field_ui(ui, name, ("people", id), value);
        changes.extend(changed.map(EnterpriseChange::Name));
    }
    let (name, value) = (language.technology(), &enterprise.technology);
    let changed = form_field_ui(ui, name, ("technology", id), value);
    changes.extend(changed.map(EnterpriseChange::Technology));
    let (name, value) = (language.alias_label(), &enterprise.alias);
    let changed = form_field_ui(ui, name, ("alias", id), value);
    changes.extend(changed.map(EnterpriseChange::Alias));
    let width = form_width(ui);
    let half = (width - ui.spacing().item_spacing.x) / 2.0;
    ui.horizontal_wrapped(|ui| {
        ui.set_max_width(width);
        let sectors = sector_entries(view, &enterprise.sector);
        let sector = ui.vertical(|ui| {
            caption_ui(ui, language.sector());
            grouped_picker(ui, language.sector(), half, &enterprise.sector, &sectors)
        });
        changes.extend(sector.inner.map(EnterpriseChange::Sector));
        let sizes = size_choices(language);
        let size = ui.vertical(|ui| {
            caption_ui(ui, language.size_label());
            picker(ui, language.size_label(), half, &enterprise.size, &sizes)
        });
        changes.extend(size.inner.map(EnterpriseChange::Size));
    });
    for change in changes {
        actions.edit(Command::ChangeEnterprise { id, change });
    }
}

/// A field as wide as the page under its caption; gives what was typed.
fn form_field_ui(ui: &mut Ui, name: &str, id: (&str, EnterpriseId), value: &str) -> Option<String> {
    caption_ui(ui, name);
    let field = TextField::new(name).width(form_width(ui));
    field.show(ui, id, value).changed
}

/// Width of the page's full-width fields, room for the scroll bar left.
fn form_width(ui: &Ui) -> f32 {
    ui.available_width() - 16.0
}

fn caption_ui(ui: &mut Ui, caption: &str) {
    ui.label(look::caption(ui, caption));
}

fn panel_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, enterprise: &Enterprise) {
    let language = view.language;
    section_heading(ui, language.people());
    // Name, role, weight and the button that removes: together as wide as the fields above.
    let gaps = 3.0 * ui.spacing().item_spacing.x;
    let field = ((form_width(ui) - gaps - WEIGHT - space::CONTROL) / 2.0).max(90.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().interact_size.y = 16.0;
        for (title, width) in [
            (language.person_name(), field),
            (language.person_role(), field),
            (language.person_weight(), WEIGHT),
        ] {
            ui.allocate_ui(vec2(width, 16.0), |ui| {
                ui.set_min_width(width);
                caption_ui(ui, title);
            });
        }
    });
    for person in &enterprise.people {
        ui.horizontal(|ui| {
            let mut change = |change| {
                actions.edit(Command::ChangePerson {
                    enterprise: enterprise.id,
                    person: person.id,
                    change,
                });
            };
            let shown = view.person_name(enterprise, person);
            if view.workbook.hides_people {
                for words in [shown.as_str(), view.workbook.shown_role(enterprise, person)] {
                    let words = egui::Label::new(words).halign(egui::Align::Min);
                    ui.add_sized(vec2(field, space::CONTROL), words);
                }
            } else {
                let mut typed = |name: &str, id: &str, value: &str| {
                    let line = TextField::new(name).hint(name).width(field);
                    line.show(ui, (id, person.id), value).changed
                };
                if let Some(name) = typed(language.person_name(), "name", &person.name) {
                    change(PersonChange::Name(name));
                }
                if let Some(role) = typed(language.person_role(), "role", &person.role) {
                    change(PersonChange::Role(role));
                }
            }
            if let Some(round) = view.round() {
                let mut weight = round
                    .response(person.id)
                    .map_or(1.0, |response| response.weight);
                let widget = DragValue::new(&mut weight)
                    .range(0.1..=100.0)
                    .speed(0.05)
                    .max_decimals(2);
                let size = vec2(WEIGHT, ui.spacing().interact_size.y);
                let name = format!("{}: {shown}", language.person_weight());
                let response = named_drag(ui, size, widget, &name);
                let response = response.on_hover_text(language.person_weight_hint());
                if response.changed() {
                    let place = Where {
                        enterprise: enterprise.id,
                        round: round.id,
                        person: person.id,
                    };
                    actions.edit(Command::SetVoice { place, weight });
                }
            }
            let remove = language.remove_person(&shown);
            if icon_button(ui, icon::DELETE, &remove).clicked() {
                actions.push(Action::Remove(Removal::Person {
                    enterprise: enterprise.id,
                    person: person.id,
                }));
            }
        });
    }
    caption_ui(ui, language.person_weight_note());
    let add = (icon::ADD, language.add_person());
    actions.plain(ui, add, Action::Add(NewRecord::Person(enterprise.id)));
}

fn rounds_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, enterprise: &Enterprise) {
    let language = view.language;
    section_heading(ui, language.rounds());
    for round in &enterprise.rounds {
        ui.horizontal(|ui| {
            let mut change = |change| {
                actions.edit(Command::ChangeRound {
                    enterprise: enterprise.id,
                    round: round.id,
                    change,
                });
            };
            let name = TextField::new(language.round_name())
                .hint(language.round_name())
                .width(220.0_f32.min(ui.available_width() - 220.0).max(90.0))
                .show(ui, ("round", round.id), &round.name);
            if let Some(name) = name.changed {
                change(RoundChange::Name(name));
            }
            let date = TextField::new(language.round_date())
                .hint(language.round_date_hint())
                .width(130.0)
                .show(ui, ("date", round.id), &round.date);
            if let Some(date) = date.changed {
                change(RoundChange::Date(date));
            }
            if enterprise.rounds.len() > 1 {
                let remove = language.remove_round(&round.name);
                if icon_button(ui, icon::DELETE, &remove).clicked() {
                    actions.push(Action::Remove(Removal::Round {
                        enterprise: enterprise.id,
                        round: round.id,
                    }));
                }
            }
        });
    }
    let add = (icon::ADD, language.add_round());
    actions.plain(ui, add, MenuAction::AddRound);
}
