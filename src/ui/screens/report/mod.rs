//! Report: what goes on paper, for whom and how, beside the pages as they will be.

mod choices;
mod preview;

use egui::{Align, CentralPanel, Frame, Key, Layout, Margin, Panel, Ui};

use crate::{
    state::{Actions, AfterExport, ExportProgress, ReportAction, View, Zoom},
    theme::{Themed, icon, space},
    ui::widgets::{ButtonKind, action_button_if, choose_one, cut, icon_button, look},
};

/// Below this width, in logical points, the words beside some buttons are left out.
const ROOMY: f32 = 1180.0;

/// The whole window while a report is looked at.
pub fn report_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    // Asked before a list that is open takes the key itself.
    let popup = egui::Popup::is_any_open(ui.ctx());
    let tokens = ui.tokens();
    let bar = Frame::new()
        .fill(tokens.card)
        .inner_margin(Margin::symmetric(12, 8));
    Panel::top("report bar")
        .frame(bar)
        .show(ui, |ui| bar_ui(ui, view, actions));
    let column = Frame::new()
        .fill(tokens.card)
        .inner_margin(Margin::same(space::CARD as i8));
    let width = if ui.available_width() >= ROOMY {
        320.0
    } else {
        284.0
    };
    Panel::left("report choices")
        .exact_size(width)
        .resizable(false)
        .frame(column)
        .show(ui, |ui| choices::choices_ui(ui, view, actions));
    let ground = Frame::new().fill(tokens.well);
    CentralPanel::default()
        .frame(ground)
        .show(ui, |ui| preview::preview_ui(ui, view));
    let free = view.session.dialog.is_none() && ui.memory(|memory| memory.focused().is_none());
    if free && !popup && ui.input(|input| input.key_pressed(Key::Escape)) {
        actions.send(ReportAction::Leave);
    }
}

fn bar_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let language = view.language;
    let roomy = ui.available_width() >= ROOMY;
    ui.horizontal(|ui| {
        ui.set_min_height(36.0);
        let back = (icon::CARET_LEFT, language.report_back());
        actions.plain(ui, back, ReportAction::Leave);
        if roomy {
            ui.add_space(space::SMALL);
            ui.label(look::label(ui, language.report_title()));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if let Some(progress) = view.exporting {
                progress_ui(ui, view, actions, progress);
                return;
            }
            let some = view
                .previewing
                .shown()
                .is_some_and(|one| one.pages.is_some());
            for (kind, words, after) in [
                (
                    ButtonKind::Primary,
                    language.report_export(),
                    AfterExport::Tell,
                ),
                (
                    ButtonKind::Plain,
                    language.report_export_open(),
                    AfterExport::Open,
                ),
            ] {
                if action_button_if(ui, some, kind, None, words).clicked() {
                    actions.send(ReportAction::Export(after));
                }
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add_space(space::CARD);
                preview::turn_ui(ui, view);
                ui.add_space(space::CARD);
                zoom_ui(ui, view, actions);
            });
        });
    });
}

fn progress_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, progress: &ExportProgress) {
    let (done, all) = progress.counts();
    actions.plain(ui, view.language.cancel(), ReportAction::Cancel);
    cut(ui, view.language.report_progress(done, all));
    ui.add(egui::ProgressBar::new(done as f32 / all.max(1) as f32).desired_width(160.0));
    // What a thread counts is looked at a few times a second while it counts.
    let soon = std::time::Duration::from_millis(150);
    ui.ctx().request_repaint_after(soon);
}

fn zoom_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let language = view.language;
    let present = preview::percent(ui);
    let zoom = view.session.report.zoom;
    let mut to = |percent: u16| {
        let percent = percent.clamp(20, 400);
        actions.send(ReportAction::Zoom(Zoom::Percent(percent)));
    };
    if icon_button(ui, "\u{2212}", language.report_smaller()).clicked() {
        to((present.saturating_sub(5) / 20) * 20);
    }
    ui.label(look::subdued(ui, format!("{present} %")));
    if icon_button(ui, icon::ADD, language.report_larger()).clicked() {
        to((present + 20) / 20 * 20);
    }
    let fits = [
        (Zoom::Page, language.report_fit_page().to_owned()),
        (Zoom::Width, language.report_fit_width().to_owned()),
    ];
    if ui.available_width() >= 200.0 {
        let mut fits = fits.to_vec();
        if matches!(zoom, Zoom::Percent(_)) {
            fits.push((zoom, format!("{present} %")));
        }
        let picked = choose_one(ui, &zoom, &fits);
        actions.send_some(picked.map(ReportAction::Zoom));
    } else {
        let [page, width] = fits;
        let next = if zoom == Zoom::Page { width } else { page };
        actions.icon(ui, icon::FIT, &next.1, ReportAction::Zoom(next.0));
    }
}
