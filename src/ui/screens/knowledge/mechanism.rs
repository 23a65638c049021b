//! The mechanism as a picture to be explored: four columns of parts, the eight factors beneath.

use egui::{
    Align, Align2, Layout, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, text::LayoutJob,
    vec2,
};

use super::links::{names, show};
use crate::{
    knowledge::{Kind, Mechanism, Part},
    model::Factor,
    state::{Actions, View},
    theme::{Themed, icon, radius, space},
    ui::widgets::{
        caption_line, card, look, section_heading, strong_line, subdued_line, text_line,
    },
};

const COLUMNS: [Part; 4] = [Part::Element, Part::Driver, Part::Vector, Part::Value];
const ARROW: f32 = 28.0;
const BOX: f32 = 52.0;

pub(super) fn mechanism_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let language = view.language;
    subdued_line(ui, language.mechanism_text());
    let chosen = view
        .session
        .knowledge
        .chosen_of(Kind::Mechanism)
        .and_then(|id| view.knowledge.mechanism.iter().find(|part| part.id == id));
    card(ui, |ui| {
        let width = ui.available_width();
        if width < 560.0 {
            for part in COLUMNS {
                column_ui(ui, view, actions, part, chosen);
            }
        } else {
            picture_ui(ui, view, actions, chosen, width);
        }
        ui.add_space(space::SMALL);
        factors_ui(ui, view, chosen);
    });
    card(ui, |ui| match chosen {
        Some(part) => detail_ui(ui, view, part),
        None => subdued_line(ui, language.choose_entry()),
    });
}

fn picture_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    chosen: Option<&Mechanism>,
    width: f32,
) {
    let each = (width - 3.0 * ARROW) / 4.0;
    let top = ui.cursor().min;
    let mut bottom = top.y;
    for (index, part) in COLUMNS.into_iter().enumerate() {
        let left = top.x + (each + ARROW) * index as f32;
        let rect = egui::Rect::from_min_size(pos2(left, top.y), vec2(each, 0.0));
        let layout = Layout::top_down(Align::Min);
        let place = UiBuilder::new().max_rect(rect).layout(layout);
        let used = ui.scope_builder(place, |ui| {
            ui.set_width(each);
            column_ui(ui, view, actions, part, chosen);
        });
        bottom = bottom.max(used.response.rect.bottom());
    }
    for index in 0..COLUMNS.len() - 1 {
        let left = top.x + (each + ARROW) * index as f32 + each;
        let at = pos2(left + ARROW / 2.0, f32::midpoint(top.y, bottom) + 10.0);
        let font = egui::FontId::proportional(22.0);
        let ink = ui.tokens().text_subdued;
        ui.painter()
            .text(at, Align2::CENTER_CENTER, icon::CARET_RIGHT, font, ink);
    }
    ui.advance_cursor_after_rect(egui::Rect::from_min_max(top, pos2(top.x + width, bottom)));
}

fn column_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    group: Part,
    chosen: Option<&Mechanism>,
) {
    caption_line(ui, view.language.part(group));
    let parts = view.knowledge.mechanism.iter();
    for part in parts.filter(|part| part.group == group) {
        let is_chosen = chosen.is_some_and(|chosen| chosen.id == part.id);
        if box_ui(ui, part.name.get(view.language), is_chosen) {
            let next = (!is_chosen).then(|| (Kind::Mechanism, part.id.clone()));
            show(actions, &view.session.knowledge, |shown| {
                shown.chosen = next;
            });
        }
    }
}

fn box_ui(ui: &mut Ui, name: &str, chosen: bool) -> bool {
    let theme = ui.tokens();
    let size = vec2(ui.available_width(), BOX);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, name));
    let fill = if chosen {
        theme.selection
    } else if response.hovered() || response.has_focus() {
        theme.hover
    } else {
        theme.well
    };
    let edge = if response.has_focus() {
        Stroke::new(2.0, theme.focus)
    } else if chosen {
        Stroke::new(2.0, theme.resonance)
    } else {
        Stroke::new(1.0, theme.line)
    };
    let painter = ui.painter();
    painter.rect(rect, radius::CONTROL, fill, edge, egui::StrokeKind::Inside);
    let font = look::font(chosen);
    let mut job = LayoutJob::simple(name.to_owned(), font, theme.text_strong, size.x - 16.0);
    job.halign = Align::Center;
    let galley = painter.layout_job(job);
    let at = pos2(rect.center().x, rect.center().y - galley.size().y / 2.0);
    painter.galley(at, galley, theme.text_strong);
    response.clicked()
}

/// The eight factors; those that the chosen part concerns most stand out.
fn factors_ui(ui: &mut Ui, view: &View<'_>, chosen: Option<&Mechanism>) {
    caption_line(ui, view.language.mechanism_embedding());
    ui.horizontal_wrapped(|ui| {
        for factor in Factor::ALL {
            let mark = icon::of_side(factor.side());
            let colour = ui.tokens().side(factor.side());
            let concerned = chosen.is_some_and(|part| part.factors.contains(&factor));
            let font = look::font(concerned);
            let ink = if chosen.is_none() || concerned {
                colour
            } else {
                ui.tokens().text_subdued
            };
            // A name is not broken away from its mark.
            let line = format!("{mark} {}", view.factor_name(factor)).replace(' ', "\u{a0}");
            ui.label(egui::RichText::new(line).font(font).color(ink));
        }
    });
}

fn detail_ui(ui: &mut Ui, view: &View<'_>, part: &Mechanism) {
    let language = view.language;
    section_heading(ui, part.name.get(language));
    text_line(ui, part.text.get(language));
    strong_line(ui, language.example());
    text_line(ui, part.example.get(language));
    if !part.factors.is_empty() {
        text_line(ui, &language.concerns(&names(view, &part.factors)));
    }
    caption_line(ui, &language.origin(&part.origin));
}
