//! The frame around the screens: top bar, list of enterprises, dialogs, messages.

mod ask;
mod brought;
mod changed;
mod codes;
mod dialogs;
mod frame;
mod list;
mod merge;
mod merge_words;
mod notice;
mod people;
mod places;
mod preset;
mod room;
mod table;
mod toasts;
mod top_bar;
mod weights;

use egui::{
    CentralPanel, Frame, Id, LayerId, Margin, Order, Panel as SidePanel, Rect, Stroke, StrokeKind,
    Ui, Vec2,
};

use crate::{
    state::{Actions, Screen, View},
    theme::{Themed, radius, space, text},
    ui::{
        charts::{asked_of_chart, offer_charts, show_charts_as_text},
        explain::explanation_ui,
        present::present_ui,
        screens,
        widgets::set_read_only,
    },
};

/// The whole window.
pub fn shell_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    if let Some(presented) = &view.session.presented {
        present_ui(ui, view, actions, presented);
        dialogs::dialogs_ui(ui, view, actions);
        return;
    }
    let page = Frame::new()
        .fill(ui.tokens().window)
        .inner_margin(Margin::symmetric(space::CARD as i8, space::GAP as i8));
    if view.scorer().is_some() {
        CentralPanel::default()
            .frame(page)
            .show(ui, |ui| screens::scorer_ui(ui, view, actions));
        dialogs::dialogs_ui(ui, view, actions);
        toasts::toasts_ui(ui, view, actions);
        return;
    }
    if view.session.screen == Screen::Report {
        screens::report_ui(ui, view, actions);
        dialogs::dialogs_ui(ui, view, actions);
        toasts::toasts_ui(ui, view, actions);
        return;
    }
    show_charts_as_text(ui.ctx(), view.session.charts_as);
    offer_charts(ui.ctx(), Some(view.language));
    let bar = Frame::new()
        .fill(ui.tokens().card)
        .inner_margin(Margin::symmetric(12, 8));
    SidePanel::top("top bar")
        .frame(bar)
        .show(ui, |ui| top_bar::top_bar_ui(ui, view, actions));

    set_read_only(ui.ctx(), view.read_only());
    if let Some(notice) = &view.notice {
        let bar = Frame::new()
            .fill(ui.tokens().well)
            .inner_margin(Margin::symmetric(12, 6));
        SidePanel::top("notice")
            .frame(bar)
            .show(ui, |ui| notice::notice_ui(ui, view, actions, notice));
    }

    let has_list = view.session.screen != Screen::Start;
    let beside = screens::list_stands_beside(ui, view);
    if has_list && beside {
        let width = if ui.available_width() >= 1200.0 {
            216.0
        } else {
            196.0
        };
        SidePanel::left("enterprises")
            .exact_size(width)
            .resizable(false)
            .frame(
                Frame::new()
                    .fill(ui.tokens().card)
                    .inner_margin(Margin::same(10)),
            )
            .show(ui, |ui| list::list_ui(ui, view, actions));
    }

    CentralPanel::default().frame(page).show(ui, |ui| {
        if has_list && !beside {
            list::switcher_ui(ui, view, actions);
        }
        (places::place_of(view).show)(ui, view, actions);
    });

    explanation_ui(ui, view, actions);
    actions.send_some(asked_of_chart(ui.ctx()));
    dialogs::dialogs_ui(ui, view, actions);
    drop_hint_ui(ui, view);
    toasts::toasts_ui(ui, view, actions);
}

/// While files are held over the window: what dropping them does.
fn drop_hint_ui(ui: &Ui, view: &View<'_>) {
    let ctx = ui.ctx();
    if ctx.input(|input| input.raw.hovered_files.is_empty()) {
        return;
    }
    let screen = ctx.content_rect();
    let painter = ctx.layer_painter(LayerId::new(Order::Foreground, Id::unique("drop hint")));
    painter.rect_filled(screen, 0, ui.tokens().scrim);
    let hint = view.language.drop_here().to_owned();
    let galley = painter.layout_no_wrap(hint, text::heading(), ui.tokens().text_strong);
    let page = Rect::from_center_size(screen.center(), galley.size() + Vec2::splat(48.0));
    let (fill, edge) = (ui.tokens().card, Stroke::new(2.0, ui.tokens().focus));
    painter.rect(page, radius::CARD, fill, edge, StrokeKind::Inside);
    let at = page.center() - galley.size() / 2.0;
    painter.galley(at, galley, ui.tokens().text_strong);
}
