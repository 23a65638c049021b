//! The page of an enterprise's data, panel and rounds.

use egui::{DragValue, RichText, ScrollArea, Ui, WidgetInfo, vec2};

use crate::{
    edit::{Command, EnterpriseChange, PersonChange, RoundChange, Where},
    i18n::Language,
    model::{Enterprise, Size},
    state::{Action, Actions, DialogAnswer, MenuAction, NewRecord, Removal, View},
    theme::Themed,
    theme::{icon, space, text},
    ui::widgets::{
        ButtonKind, PickerEntry, TextField, action_button, button_row, icon_button, picker,
        section_heading,
    },
};

/// Width of the field for a weight.
const WEIGHT: f32 = 64.0;

pub(super) fn people_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let Some(enterprise) = view.enterprise() else {
        ui.label(view.language.no_enterprise());
        return;
    };
    let title = RichText::new(view.name_of(enterprise)).font(text::heading());
    ui.label(title.color(ui.tokens().text_strong));
    let height = (ui.ctx().content_rect().height() - 220.0).max(120.0);
    ScrollArea::vertical()
        .max_height(height)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            enterprise_ui(ui, view, actions, enterprise);
            ui.add_space(space::GAP);
            panel_ui(ui, view, actions, enterprise);
            ui.add_space(space::GAP);
            rounds_ui(ui, view, actions, enterprise);
        });
    button_row(ui, |ui| {
        let close = view.language.close();
        if action_button(ui, ButtonKind::Primary, None, close).clicked() {
            actions.push(Action::Answer(DialogAnswer::Cancel));
        }
    });
}

fn enterprise_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, enterprise: &Enterprise) {
    let language = view.language;
    let id = enterprise.id;
    let mut change = |change| actions.edit(Command::ChangeEnterprise { id, change });
    // While aliases are used this page does not show the name either.
    if !view.workbook.uses_aliases {
        caption_ui(ui, language.name_of_enterprise());
        let name = TextField::new(language.name_of_enterprise())
            .width(form_width(ui))
            .show(ui, ("people", id), &enterprise.name);
        if let Some(name) = name.changed {
            change(EnterpriseChange::Name(name));
        }
    }
    caption_ui(ui, language.technology());
    let technology = TextField::new(language.technology())
        .width(form_width(ui))
        .show(ui, ("technology", id), &enterprise.technology);
    if let Some(technology) = technology.changed {
        change(EnterpriseChange::Technology(technology));
    }
    caption_ui(ui, language.alias_label());
    let alias = TextField::new(language.alias_label())
        .width(form_width(ui))
        .show(ui, ("alias", id), &enterprise.alias);
    if let Some(alias) = alias.changed {
        change(EnterpriseChange::Alias(alias));
    }
    let width = form_width(ui);
    let half = (width - ui.spacing().item_spacing.x) / 2.0;
    ui.horizontal_wrapped(|ui| {
        ui.set_max_width(width);
        let sectors = sector_entries(view, &enterprise.sector);
        let sector = ui.vertical(|ui| {
            caption_ui(ui, language.sector());
            picker(ui, language.sector(), half, &enterprise.sector, &sectors)
        });
        if let Some(sector) = sector.inner {
            change(EnterpriseChange::Sector(sector));
        }
        let sizes = size_entries(language);
        let size = ui.vertical(|ui| {
            caption_ui(ui, language.size_label());
            picker(ui, language.size_label(), half, &enterprise.size, &sizes)
        });
        if let Some(size) = size.inner {
            change(EnterpriseChange::Size(size));
        }
    });
}

/// Width of the page's full-width fields, room for the scroll bar left.
fn form_width(ui: &Ui) -> f32 {
    ui.available_width() - 16.0
}

fn caption_ui(ui: &mut Ui, caption: &str) {
    let caption = RichText::new(caption).font(text::caption());
    ui.label(caption.color(ui.tokens().text_subdued));
}

/// The sizes to choose from.
#[must_use]
pub fn size_entries(language: Language) -> Vec<PickerEntry<Option<Size>>> {
    let none = PickerEntry {
        value: None,
        label: language.size_none().to_owned(),
        heading: None,
    };
    let sizes = Size::ALL.map(|size| PickerEntry {
        value: Some(size),
        label: language.size(size).to_owned(),
        heading: None,
    });
    std::iter::once(none).chain(sizes).collect()
}

/// The sub-sectors to choose from, by industry.
#[must_use]
pub fn sector_entries(view: &View<'_>, present: &str) -> Vec<PickerEntry<String>> {
    let language = view.language;
    let mut entries = vec![PickerEntry {
        value: String::new(),
        label: language.sector_none().to_owned(),
        heading: None,
    }];
    if !present.is_empty() && view.knowledge.sectors.get(present).is_none() {
        entries.push(PickerEntry {
            value: present.to_owned(),
            label: present.to_owned(),
            heading: None,
        });
    }
    let mut last = None;
    for sector in view.knowledge.sectors.iter() {
        let heading =
            (last != Some(sector.industry)).then(|| language.industry(sector.industry).to_owned());
        last = Some(sector.industry);
        entries.push(PickerEntry {
            value: sector.id.clone(),
            label: sector.name.get(language).to_owned(),
            heading,
        });
    }
    entries
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
                ui.add_sized(
                    vec2(field, space::CONTROL),
                    egui::Label::new(&shown).halign(egui::Align::Min),
                );
            } else {
                let name = TextField::new(language.person_name())
                    .hint(language.person_name())
                    .width(field)
                    .show(ui, ("name", person.id), &person.name);
                if let Some(name) = name.changed {
                    change(PersonChange::Name(name));
                }
            }
            if view.workbook.hides_people {
                let role = view.workbook.shown_role(enterprise, person);
                let role = egui::Label::new(role).halign(egui::Align::Min);
                ui.add_sized(vec2(field, space::CONTROL), role);
            } else {
                let role = TextField::new(language.person_role())
                    .hint(language.person_role())
                    .width(field)
                    .show(ui, ("role", person.id), &person.role);
                if let Some(role) = role.changed {
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
                let response = ui.add_sized(size, widget);
                let response = response.on_hover_text(language.person_weight_hint());
                response.widget_info(|| {
                    let mut info = WidgetInfo::drag_value(true, weight);
                    info.label = Some(format!("{}: {shown}", language.person_weight()));
                    info
                });
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
    let add = language.add_person();
    if action_button(ui, ButtonKind::Plain, Some(icon::ADD), add).clicked() {
        actions.push(Action::Add(NewRecord::Person(enterprise.id)));
    }
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
    let add = language.add_round();
    if action_button(ui, ButtonKind::Plain, Some(icon::ADD), add).clicked() {
        actions.push(Action::Menu(MenuAction::AddRound));
    }
}
