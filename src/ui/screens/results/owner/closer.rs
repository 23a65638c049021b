//! Trade and size, asked only now that there is an answer, and only for advice that is closer.

use egui::Ui;

use crate::{
    edit::{Command, EnterpriseChange},
    state::{Actions, View},
    ui::{
        enterprise_choices::{sector_entries, size_choices},
        widgets::{card, editable, grouped_picker, look, picker, section_heading},
    },
};

pub(super) fn closer_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let Some(enterprise) = view.enterprise() else {
        return;
    };
    let language = view.language;
    let id = enterprise.id;
    let known = !enterprise.sector.is_empty() && enterprise.size.is_some();
    card(ui, |ui| {
        let heading = if known {
            language.owner_closer_done()
        } else {
            language.owner_closer()
        };
        section_heading(ui, heading);
        ui.horizontal_wrapped(|ui| {
            let sectors = sector_entries(view, &enterprise.sector);
            let (name, sector) = (language.sector(), &enterprise.sector);
            let (sector, size) = editable(ui, |ui| {
                let sector = grouped_picker(ui, name, 240.0, sector, &sectors);
                let sizes = size_choices(language);
                let size = picker(ui, language.size_label(), 220.0, &enterprise.size, &sizes);
                (sector, size)
            });
            let sector = sector.map(EnterpriseChange::Sector);
            for change in sector.into_iter().chain(size.map(EnterpriseChange::Size)) {
                actions.edit(Command::ChangeEnterprise { id, change });
            }
        });
        if let Some(sector) = view.knowledge.sectors.get(&enterprise.sector) {
            ui.label(look::caption(ui, language.origin(&sector.origin)));
        }
    });
}
