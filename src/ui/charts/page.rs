//! A page of a report on screen: its texts by their runs, its shapes by the painter of charts, on white.

use egui::{
    Color32, FontFamily, FontId, Painter, Pos2, Rect, TextureHandle, TextureOptions, Ui,
    text::{LayoutJob, TextFormat},
    vec2,
};

use super::painter::paint;
use crate::{
    chart::Point,
    report::{Content, Face, Logo, Page, Text},
    theme::{BOLD, CHINESE, CHINESE_BOLD, Tokens},
};

/// Paints a page into a place, so many logical points to a point of paper.
pub fn paint_page(ui: &Ui, page: &Page, rect: Rect, scale: f32, paper: &Tokens) {
    let painter = ui.painter().with_clip_rect(ui.clip_rect().intersect(rect));
    painter.rect_filled(rect, 0, paper.card);
    for item in page.all() {
        match &item.content {
            Content::Text(text) => paint_text(&painter, text, rect.min, scale, paper),
            Content::Shape(shape) => paint(&painter, paper, rect.min, &shape.scaled(scale)),
            Content::Picture { logo, corners } => {
                let texture = texture(ui, logo);
                let place = |point: Point| rect.min + vec2(point.x, point.y) * scale;
                let room = Rect::from_min_max(place(corners.min), place(corners.max));
                let whole = Rect::from_min_max(Pos2::ZERO, egui::pos2(1.0, 1.0));
                painter.image(texture.id(), room, whole, Color32::WHITE);
            }
            Content::Link { .. } => {}
        }
    }
}

fn paint_text(painter: &Painter, text: &Text, origin: Pos2, scale: f32, paper: &Tokens) {
    let family = match text.face {
        Face::Latin => FontFamily::Proportional,
        Face::LatinBold => FontFamily::Name(BOLD.into()),
        Face::Chinese => FontFamily::Name(CHINESE.into()),
        Face::ChineseBold => FontFamily::Name(CHINESE_BOLD.into()),
    };
    let font = FontId::new(text.size * scale, family);
    let colour = paper.ink(text.ink);
    let set = |spacing: f32| {
        let format = TextFormat {
            font_id: font.clone(),
            color: colour,
            extra_letter_spacing: spacing,
            ..TextFormat::default()
        };
        painter.layout_job(LayoutJob::single_section(text.text.clone(), format))
    };
    let mut galley = set(0.0);
    // On screen letters stand on whole pixels; spread over the line, what that adds or takes is not seen.
    let advances: f32 = text.glyphs.iter().map(|glyph| glyph.advance).sum();
    let off = advances * scale - galley.size().x;
    let count = text.text.chars().count();
    if off.abs() > 0.4 && count > 1 {
        galley = set(off / count as f32);
    }
    let Some(row) = galley.rows.first() else {
        return;
    };
    let Some(first) = row.row.glyphs.first() else {
        return;
    };
    let above = vec2(0.0, row.pos.y + first.pos.y);
    let at = origin + vec2(text.at.x, text.at.y) * scale - above;
    painter.galley(at, galley, colour);
}

/// The facilitator's mark on the screen's side, loaded once.
fn texture(ui: &Ui, logo: &Logo) -> TextureHandle {
    let id = egui::Id::unique("the mark on paper");
    let key = logo.rgba.as_ptr() as usize;
    let kept = ui.data(|data| data.get_temp::<(usize, TextureHandle)>(id));
    if let Some((known, texture)) = kept
        && known == key
    {
        return texture;
    }
    let size = [logo.width as usize, logo.height as usize];
    let image = egui::ColorImage::from_rgba_unmultiplied(size, &logo.rgba);
    let texture = ui.ctx().load_texture("mark", image, TextureOptions::LINEAR);
    ui.data_mut(|data| data.insert_temp(id, (key, texture.clone())));
    texture
}
