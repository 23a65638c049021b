//! Trade and size, asked only now that there is an answer, and only for advice that is closer.

use egui::{Label, RichText, Ui};

use crate::{
    edit::{Command, EnterpriseChange},
    state::{Actions, View},
    theme::Themed,
    theme::text,
    ui::{
        shell::{sector_entries, size_entries},
        widgets::{card, picker, section_heading},
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
        ui.set_width(ui.available_width());
        let heading = if known {
            language.owner_closer_done()
        } else {
            language.owner_closer()
        };
        section_heading(ui, heading);
        ui.horizontal_wrapped(|ui| {
            let sectors = sector_entries(view, &enterprise.sector);
            if let Some(sector) = picker(ui, language.sector(), 240.0, &enterprise.sector, &sectors)
            {
                let change = EnterpriseChange::Sector(sector);
                actions.edit(Command::ChangeEnterprise { id, change });
            }
            let sizes = size_entries(language);
            if let Some(size) = picker(ui, language.size_label(), 220.0, &enterprise.size, &sizes) {
                let change = EnterpriseChange::Size(size);
                actions.edit(Command::ChangeEnterprise { id, change });
            }
        });
        if let Some(sector) = view.knowledge.sectors.get(&enterprise.sector) {
            let origin = RichText::new(language.origin(&sector.origin)).font(text::caption());
            ui.add(Label::new(origin.color(ui.tokens().text_subdued)));
        }
    });
}
