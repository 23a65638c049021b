//! Taking a chart along: a menu in its corner, and behind the second button of the mouse.

use std::sync::Arc;

use egui::{
    Align2, Context, FontId, Id, Popup, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo, vec2,
};

use crate::{
    chart::Chart,
    i18n::Language,
    state::{ChartAction, ChartGoal, TakenChart},
    theme::{Themed, icon, radius},
};

/// Charts that are smaller than this are parts of something and have no menu.
const LEAST: Vec2 = vec2(160.0, 120.0);
/// The side of the button in the corner.
const SIDE: f32 = 28.0;

/// Where it is kept, for one frame, in which language charts offer to be taken along.
fn offer_slot() -> Id {
    Id::unique("charts can be taken along")
}

/// Where it is kept what was asked of a chart on this frame.
fn asked_slot() -> Id {
    Id::unique("asked of a chart")
}

/// Lets charts be taken along on this frame, in words of a language; `None` where only they are to be seen.
pub fn offer_charts(ctx: &Context, language: Option<Language>) {
    ctx.data_mut(|data| data.insert_temp(offer_slot(), language));
}

/// What was asked of a chart on this frame.
#[must_use]
pub fn asked_of_chart(ctx: &Context) -> Option<ChartAction> {
    ctx.data_mut(|data| data.remove_temp::<Option<ChartAction>>(asked_slot()))
        .flatten()
}

/// The menus of a chart that is on screen.
pub(super) fn taking_ui(ui: &Ui, response: &Response, chart: &Chart, size: Vec2, name: &str) {
    let offered = ui.data(|data| data.get_temp::<Option<Language>>(offer_slot()));
    let Some(language) = offered.flatten() else {
        return;
    };
    if size.x < LEAST.x || size.y < LEAST.y || chart.description.is_empty() {
        return;
    }
    let theme = ui.tokens();
    let corner = Rect::from_min_size(
        response.rect.right_top() - vec2(SIDE, 0.0),
        Vec2::splat(SIDE),
    );
    let button = ui.interact(corner, response.id.with("menu"), Sense::click());
    let words = language.chart_take();
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, words));
    let open = Popup::is_id_open(ui.ctx(), Popup::default_response_id(&button));
    // It is there for the keyboard all the time, and seen when it is of use.
    if open || response.contains_pointer() || button.has_focus() {
        let fill = if button.hovered() || button.has_focus() {
            theme.hover
        } else {
            theme.card
        };
        let painter = ui.painter();
        painter.rect_filled(corner, radius::CONTROL, fill);
        let font = FontId::proportional(18.0);
        let centre = corner.center();
        painter.text(centre, Align2::CENTER_CENTER, icon::MORE, font, theme.text);
        if button.has_focus() {
            let ring = egui::Stroke::new(2.0, theme.focus);
            painter.rect_stroke(corner, radius::CONTROL, ring, egui::StrokeKind::Inside);
        }
    }
    let button = button.on_hover_text(words);
    let entries = |ui: &mut Ui| entries_ui(ui, language, chart, size, name);
    Popup::menu(&button).show(entries);
    Popup::context_menu(response).show(entries);
}

fn entries_ui(ui: &mut Ui, language: Language, chart: &Chart, size: Vec2, name: &str) {
    for (symbol, words, to) in [
        (icon::COPY, language.copy_picture(), ChartGoal::Picture),
        (icon::INDICATORS, language.copy_as_text(), ChartGoal::Text),
        (icon::SAVE, language.save_picture(), ChartGoal::File),
    ] {
        let entry = egui::Button::new(format!("{symbol}   {words}")).min_size(vec2(200.0, 28.0));
        let entry = ui.add(entry);
        entry.widget_info(|| WidgetInfo::labeled(Role::MenuItem, true, words));
        if entry.clicked() {
            let chart = Arc::new(TakenChart {
                name: name.to_owned(),
                chart: chart.clone(),
                size: size.into(),
            });
            let asked = Some(ChartAction { chart, to });
            ui.data_mut(|data| data.insert_temp(asked_slot(), asked));
            ui.close();
        }
    }
}
