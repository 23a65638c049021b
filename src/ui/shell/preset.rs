//! New from a sector: name, firms as lines, language, done.

use egui::Ui;

use super::frame::{confirm_ui, scroll_ui, title_ui};
use crate::{
    i18n::Language,
    state::{Action, Actions, MenuAction, NewFromSector, View},
    theme::space,
    ui::{
        enterprise_choices::sector_entries,
        widgets::{
            TextField, caption_line, choose_one, grouped_picker, strong_line, subdued_line, wrapped,
        },
    },
};

pub(super) fn preset_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    wanted: &NewFromSector,
) {
    let language = view.language;
    title_ui(ui, language.preset_title());
    scroll_ui(ui, "preset", (220.0, 100.0), |ui| {
        fields_ui(ui, view, actions, wanted);
    });
    confirm_ui(ui, language, actions, true, language.preset_create());
}

fn fields_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, wanted: &NewFromSector) {
    let language = view.language;
    let change = |actions: &mut Actions, change: &dyn Fn(&mut NewFromSector)| {
        let mut next = wanted.clone();
        change(&mut next);
        actions.push(Action::DialogSector(next));
    };
    caption_line(ui, language.sector());
    // Room for the scroll bar.
    let width = ui.available_width() - 14.0;
    let sectors = sector_entries(view, &wanted.sector);
    if let Some(sector) = grouped_picker(ui, language.sector(), width, &wanted.sector, &sectors) {
        change(actions, &|next| next.sector.clone_from(&sector));
    }
    caption_line(ui, language.preset_name());
    let output = TextField::new(language.preset_name())
        .hint(language.preset_name_hint())
        .width(width)
        .show(ui, "preset name", &wanted.title);
    if let Some(title) = output.changed {
        change(actions, &|next| next.title.clone_from(&title));
    }
    caption_line(ui, language.preset_firms());
    let output = TextField::new(language.preset_firms())
        .hint(language.preset_firms_hint())
        .lines(5)
        .width(width)
        .show(ui, "preset firms", &wanted.firms);
    if let Some(firms) = output.changed {
        change(actions, &|next| next.firms.clone_from(&firms));
    }
    caption_line(ui, language.language());
    let names = Language::ALL.map(|one| (one, one.own_name()));
    let chosen = choose_one(ui, &language, &names);
    actions.send_some(chosen.map(|language| match language {
        Language::English => MenuAction::English,
        Language::Chinese => MenuAction::Chinese,
    }));
    ui.add_space(space::TIGHT);
    summary_ui(ui, view, wanted);
}

/// What the workbook will begin with.
fn summary_ui(ui: &mut Ui, view: &View<'_>, wanted: &NewFromSector) {
    let language = view.language;
    let Some(sector) = view.knowledge.sectors.get(&wanted.sector) else {
        return;
    };
    let firms = wanted.names().count().max(1);
    subdued_line(ui, &language.preset_summary(firms));
    strong_line(ui, language.technology());
    wrapped(ui, sector.technology.get(language));
    strong_line(ui, language.people());
    let scenarios: Vec<&str> = view
        .knowledge
        .scenarios
        .iter()
        .filter(|scenario| scenario.sector == sector.id)
        .map(|scenario| scenario.name.get(language))
        .collect();
    let roles: Vec<&str> = sector.roles.iter().map(|role| role.get(language)).collect();
    wrapped(ui, roles.join(language.list_joiner()));
    strong_line(ui, language.tab_scenarios());
    wrapped(ui, scenarios.join(language.list_joiner()));
}
