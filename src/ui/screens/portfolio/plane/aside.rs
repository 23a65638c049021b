//! What stands beside the plane: how many lead which way and in which band, and the chosen enterprise.

use egui::{Align, Layout, Role, Sense, Ui, Vec2, WidgetInfo, vec2};

use super::super::standing::Standing;
use super::{marks, naming::name};
use crate::{
    analysis::{Band, Lead},
    state::{Actions, PortfolioAction, Spot, View},
    theme::{Themed, icon, space, text},
    ui::{
        resonance_number::resonance_number,
        widgets::{caption_line, cut, look, section_heading, strong_line},
    },
    wording::lead_sentence,
};

/// Height of a line that counts.
const LINE: f32 = 28.0;

pub(super) fn aside_ui(
    ui: &mut Ui,
    actions: &mut Actions,
    standing: &Standing<'_>,
    spots: &[Spot],
) {
    let view = standing.view;
    let language = view.language;
    ui.spacing_mut().item_spacing.y = space::TIGHT;
    let filter = &view.session.portfolio.filter;
    section_heading(ui, language.plane_leads());
    for lead in Lead::ALL {
        let count = spots.iter().filter(|spot| spot.outcome.lead == lead);
        let line = Line {
            label: language.lead(lead),
            count: count.count(),
            of: spots.len(),
            mark: Some(lead),
            chosen: filter.lead == Some(lead),
        };
        if line_ui(ui, view, &line) {
            let mut filter = filter.clone();
            filter.lead = (!line.chosen).then_some(lead);
            actions.send(PortfolioAction::Filter(filter));
        }
    }
    ui.add_space(space::GAP);
    section_heading(ui, language.plane_bands());
    for band in Band::ALL.into_iter().rev() {
        let count = spots.iter().filter(|spot| spot.outcome.band == band);
        let line = Line {
            label: language.band(band),
            count: count.count(),
            of: spots.len(),
            mark: None,
            chosen: filter.band == Some(band),
        };
        if line_ui(ui, view, &line) {
            let mut filter = filter.clone();
            filter.band = (!line.chosen).then_some(band);
            actions.send(PortfolioAction::Filter(filter));
        }
    }
    let without = standing.shown.len() - spots.len();
    if without > 0 {
        caption_line(ui, &language.plane_incomplete(without));
    }
    ui.add_space(space::GAP);
    chosen_ui(ui, actions, standing, spots);
}

/// A line that counts: a mark, a word, a bar of the share and the count.
struct Line<'a> {
    label: &'a str,
    count: usize,
    of: usize,
    mark: Option<Lead>,
    /// Whether the rows are narrowed down to what it counts.
    chosen: bool,
}

/// Shows a line; true when it was clicked.
fn line_ui(ui: &mut Ui, view: &View<'_>, line: &Line<'_>) -> bool {
    let theme = ui.tokens();
    let size = vec2(ui.available_width(), LINE);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let spoken = view.language.plane_count(line.label, line.count, line.of);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, line.chosen, &spoken));
    let fill = if line.chosen {
        theme.selection
    } else if response.hovered() || response.has_focus() {
        theme.well
    } else {
        theme.card
    };
    ui.painter().rect_filled(rect, 6, fill);
    let inner = rect.shrink2(vec2(8.0, 0.0));
    let mut left = inner.left();
    if let Some(lead) = line.mark {
        let colour = marks::colour(theme, lead);
        let place = egui::pos2(left + 6.0, inner.center().y);
        ui.painter().add(marks::mark(place, lead, 5.0, colour));
        left += 20.0;
    }
    let paint = ui.painter();
    let at = |x: f32| egui::pos2(x, inner.center().y);
    let (font, align) = (text::body(), egui::Align2::LEFT_CENTER);
    paint.text(at(left), align, line.label, font, theme.text);
    let (font, align) = (text::strong(), egui::Align2::RIGHT_CENTER);
    paint.text(
        at(inner.right()),
        align,
        line.count,
        font,
        theme.text_strong,
    );
    // The bar begins where the longest of the words ends.
    let bar_left = inner.left() + 0.5 * inner.width();
    let bar = egui::Rect::from_min_max(
        egui::pos2(bar_left, inner.center().y - 4.0),
        egui::pos2(inner.right() - 52.0, inner.center().y + 4.0),
    );
    paint.rect_filled(bar, 3, theme.line);
    let mut filled = bar;
    filled.set_width(bar.width() * line.count as f32 / line.of.max(1) as f32);
    let ink = line
        .mark
        .map_or(theme.text_subdued, |lead| marks::colour(theme, lead));
    paint.rect_filled(filled, 3, ink);
    response.on_hover_text(spoken).clicked()
}

/// The enterprise that is ringed on the plane.
fn chosen_ui(ui: &mut Ui, actions: &mut Actions, standing: &Standing<'_>, spots: &[Spot]) {
    let view = standing.view;
    let language = view.language;
    let spot = spots
        .iter()
        .find(|spot| Some(spot.id) == view.session.enterprise);
    let Some(spot) = spot else {
        caption_line(ui, language.plane_choose());
        return;
    };
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(Vec2::splat(20.0), Sense::hover());
        let stroke = egui::Stroke::new(2.0, ui.tokens().text_strong);
        ui.painter().circle_stroke(rect.center(), 8.0, stroke);
        cut(ui, look::label(ui, name(view, standing, spot)));
    });
    resonance_number(ui, language, &spot.outcome, |_| {});
    strong_line(ui, &lead_sentence(language, &spot.outcome));
    ui.add_space(space::TIGHT);
    ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
        let label = (icon::RESULTS, language.plane_open());
        actions.plain(ui, label, PortfolioAction::Open(spot.id));
    });
}
