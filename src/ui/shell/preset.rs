//! New from a sector: name, firms as lines, language, done.

use egui::{Label, ScrollArea, Ui};

use super::people::sector_entries;
use crate::{
    i18n::Language,
    state::{Action, Actions, DialogAnswer, MenuAction, NewFromSector, View},
    theme::space,
    ui::widgets::{
        ButtonKind, TextField, action_button, button_row, caption_line, picker, segmented,
        strong_line, subdued_line,
    },
};

pub(super) fn preset_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    wanted: &NewFromSector,
) {
    let language = view.language;
    super::dialogs::title_ui(ui, language.preset_title());
    let height = (ui.ctx().content_rect().height() - 220.0).max(100.0);
    ScrollArea::vertical()
        .max_height(height)
        .auto_shrink([false, true])
        .show(ui, |ui| fields_ui(ui, view, actions, wanted));
    button_row(ui, |ui| {
        let label = language.preset_create();
        if action_button(ui, ButtonKind::Primary, None, label).clicked() {
            actions.push(Action::Answer(DialogAnswer::Confirm));
        }
        let label = language.cancel();
        if action_button(ui, ButtonKind::Plain, None, label).clicked() {
            actions.push(Action::Answer(DialogAnswer::Cancel));
        }
    });
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
    if let Some(sector) = picker(ui, language.sector(), width, &wanted.sector, &sectors) {
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
    let chosen = usize::from(language == Language::Chinese);
    let names = Language::ALL.map(Language::own_name);
    if let Some(index) = segmented(ui, chosen, &names) {
        actions.push(Action::Menu(match Language::ALL[index] {
            Language::English => MenuAction::English,
            Language::Chinese => MenuAction::Chinese,
        }));
    }
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
    ui.add(Label::new(sector.technology.get(language)).wrap());
    strong_line(ui, language.people());
    let scenarios: Vec<&str> = view
        .knowledge
        .scenarios
        .iter()
        .filter(|scenario| scenario.sector == sector.id)
        .map(|scenario| scenario.name.get(language))
        .collect();
    let roles: Vec<&str> = sector.roles.iter().map(|role| role.get(language)).collect();
    ui.add(Label::new(roles.join(language.list_joiner())).wrap());
    strong_line(ui, language.tab_scenarios());
    ui.add(Label::new(scenarios.join(language.list_joiner())).wrap());
}
