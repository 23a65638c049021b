//! The one number: R, its band and the level it is equivalent to.

use egui::{Label, RichText, Ui};

use crate::{analysis::Outcome, state::View, theme::Themed, theme::text, ui::words::whole};

/// Shows R as a whole number 0 to 100 with its band; `beside_band` adds what stands beside it.
pub fn resonance_number(
    ui: &mut Ui,
    view: &View<'_>,
    outcome: &Outcome,
    beside_band: impl FnOnce(&mut Ui),
) {
    let (language, theme) = (view.language, ui.tokens());
    ui.horizontal(|ui| {
        ui.set_min_height(64.0);
        let number = RichText::new(whole(outcome.resonance));
        ui.label(number.font(text::number()).color(theme.resonance));
        ui.vertical(|ui| {
            ui.add_space(10.0);
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.horizontal(|ui| {
                ui.spacing_mut().interact_size.y = 24.0;
                let band = RichText::new(language.band(outcome.band)).font(text::heading());
                ui.label(band.color(theme.text_strong));
                beside_band(ui);
            });
            let level = format!("{:.1}", outcome.equivalent_level());
            let as_if = RichText::new(language.as_if(&level)).font(text::caption());
            ui.add(Label::new(as_if.color(theme.text_subdued)).truncate());
        });
    });
}
