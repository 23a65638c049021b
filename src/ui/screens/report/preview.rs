//! The pages of a report as they will be, one under the other; only those in sight are painted.

use egui::{
    Align, Id, Key, Layout, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, vec2,
};

use crate::{
    i18n::Language,
    report::{Content, Page, Pages},
    state::{View, Zoom},
    theme::{ThemeName, Themed, Themes, icon, space},
    ui::{
        charts::paint_page,
        widgets::{icon_button, look},
    },
};

/// Logical points of the screen to a point of paper at 100 %.
const FULL: f32 = 96.0 / 72.0;
/// The ground around the pages.
const MARGIN: f32 = 20.0;

/// Where one is among the pages: kept by the window, as the place of anything that scrolls.
#[derive(Clone, Copy, Debug, Default)]
struct Reading {
    /// The page in the middle, from 0.
    at: usize,
    /// How large it is, in percent.
    percent: u16,
    /// The page that is to be shown next.
    wanted: Option<usize>,
}

fn slot() -> Id {
    Id::unique("pages being read")
}

fn reading(ui: &Ui) -> Reading {
    ui.data(|data| data.get_temp(slot()).unwrap_or_default())
}

fn keep(ui: &Ui, reading: Reading) {
    ui.data_mut(|data| data.insert_temp(slot(), reading));
}

/// How large the pages are, in percent of their size on paper.
pub(super) fn percent(ui: &Ui) -> u16 {
    reading(ui).percent
}

/// Which page is shown, and the way to the others.
pub(super) fn turn_ui(ui: &mut Ui, view: &View<'_>) {
    let language = view.language;
    let preview = view.previewing.shown();
    let pages = preview.and_then(|preview| preview.pages.as_ref());
    let count = pages.map_or(0, |pages| pages.pages.len());
    let mut reading = reading(ui);
    let at = reading.at.min(count.saturating_sub(1));
    ui.add_enabled_ui(at > 0, |ui| {
        if icon_button(ui, icon::CARET_LEFT, language.report_page_before()).clicked() {
            reading.wanted = Some(at - 1);
        }
    });
    ui.label(look::subdued(
        ui,
        language.page_of((at + 1).min(count), count),
    ));
    ui.add_enabled_ui(at + 1 < count, |ui| {
        if icon_button(ui, icon::CARET_RIGHT, language.report_page_next()).clicked() {
            reading.wanted = Some(at + 1);
        }
    });
    let free = ui.memory(|memory| memory.focused().is_none()) && view.session.dialog.is_none();
    if free && count > 0 {
        let pressed = |key| ui.input(|input| input.key_pressed(key));
        for (key, to) in [
            (Key::PageDown, at + 1),
            (Key::PageUp, at.saturating_sub(1)),
            (Key::Home, 0),
            (Key::End, count - 1),
        ] {
            if pressed(key) {
                reading.wanted = Some(to.min(count - 1));
            }
        }
    }
    keep(ui, reading);
}

pub(super) fn preview_ui(ui: &mut Ui, view: &View<'_>) {
    let Some(preview) = view.previewing.shown() else {
        words_ui(ui, view.language.report_laying_out());
        return;
    };
    let Some(pages) = &preview.pages else {
        words_ui(ui, view.language.report_nobody());
        return;
    };
    let size = Vec2::from(pages.size);
    let room = ui.available_size() - vec2(2.0 * MARGIN + 12.0, 2.0 * MARGIN);
    let width = room.x / size.x;
    let scale = match view.session.report.zoom {
        Zoom::Width => width,
        Zoom::Page => width.min(room.y / size.y),
        Zoom::Percent(percent) => f32::from(percent) / 100.0 * FULL,
    };
    // Another report begins at its first page.
    let which = (
        view.report.kind,
        view.session.report.whom,
        view.session.enterprise,
    );
    ui.push_id(which, |ui| {
        pages_ui(ui, view.language, pages, scale.clamp(0.2, 6.0));
    });
}

fn words_ui(ui: &mut Ui, words: &str) {
    ui.with_layout(
        Layout::centered_and_justified(egui::Direction::TopDown),
        |ui| {
            ui.label(look::subdued(ui, words));
        },
    );
}

fn pages_ui(ui: &mut Ui, language: Language, pages: &Pages, scale: f32) {
    let Ok(themes) = Themes::built_in() else {
        return;
    };
    let paper = themes.get(ThemeName::Light);
    let edge = Stroke::new(1.0, ui.tokens().line);
    let before = reading(ui);
    let size = Vec2::from(pages.size) * scale;
    let count = pages.pages.len();
    let mut at = 0;
    ScrollArea::both()
        .id_salt("pages")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::GAP;
            ui.add_space(MARGIN);
            let width = (size.x + 2.0 * MARGIN).max(ui.available_width());
            let middle = ui.clip_rect().center().y;
            for (index, page) in pages.pages.iter().enumerate() {
                let (outer, response) = ui.allocate_exact_size(vec2(width, size.y), Sense::hover());
                let rect = Rect::from_center_size(outer.center(), size);
                let seen = ui.is_rect_visible(outer);
                response.widget_info(|| {
                    let place = language.page_of(index + 1, count);
                    let words = if seen { words_of(page) } else { String::new() };
                    WidgetInfo::labeled(Role::Image, true, language.labelled(&place, &words))
                });
                if outer.top() <= middle {
                    at = index;
                }
                if before.wanted == Some(index) {
                    ui.scroll_to_rect(outer.expand2(vec2(0.0, space::GAP)), Some(Align::Min));
                }
                if seen {
                    paint_page(ui, page, rect, scale, paper);
                    let painter = ui.painter();
                    painter.rect_stroke(rect, 0, edge, StrokeKind::Outside);
                }
            }
            ui.add_space(MARGIN - space::GAP);
        });
    let percent = (scale / FULL * 100.0).round();
    #[expect(clippy::cast_sign_loss, reason = "a scale is positive")]
    let percent = percent as u16;
    if (at, percent) != (before.at, before.percent) || before.wanted.is_some() {
        // The number over the pages is painted before them.
        ui.ctx().request_repaint();
    }
    keep(
        ui,
        Reading {
            at,
            percent,
            wanted: None,
        },
    );
}

/// What a page says, as it is read aloud.
fn words_of(page: &Page) -> String {
    let texts = page.all().filter_map(|item| match &item.content {
        Content::Text(text) => Some(text.text.trim()),
        _ => None,
    });
    texts.collect::<Vec<_>>().join(" ")
}
