//! What is chosen of a report: which, whose, as what, in which language and size, and who hands it out.

use egui::{ScrollArea, Ui};

use crate::{
    i18n::Language,
    report::{Format, Languages, Paper, ReportKind},
    state::{Action, Actions, MOST_PREVIEWED, ReportAction, View, Whom},
    storage::FacilitatorKept,
    theme::{Themed, icon, space},
    ui::widgets::{
        TextField, caption_line, choose_one, choose_or_pick, look, marked_line, picker,
        section_heading,
    },
};

pub(super) fn choices_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    ScrollArea::vertical()
        .id_salt("report choices")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            // Room for the scroll bar beside the fields.
            ui.set_width(ui.available_width() - space::SMALL);
            ui.spacing_mut().item_spacing.y = space::SMALL;
            what_ui(ui, view, actions);
            ui.add_space(space::CARD);
            facilitator_ui(ui, view, actions);
        });
}

fn what_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let (language, chosen) = (view.language, view.report);
    let width = ui.available_width();

    group(ui, language.report_kind(), |ui| {
        let kinds = ReportKind::ALL.map(|kind| (kind, kind_words(language, kind)));
        let picked = picker(ui, language.report_kind(), width, &chosen.kind, &kinds);
        actions.send_some(picked.map(ReportAction::Kind));
    });
    group(ui, language.report_whom(), |ui| {
        let all = view.workbook.enterprises.len();
        let selected = view.session.selected.len();
        let mut whom = Vec::new();
        if chosen.kind.by_firm() {
            whom.push((Whom::Chosen, language.report_this_firm().to_owned()));
        }
        if selected > 0 {
            whom.push((Whom::Selected, language.report_selected(selected)));
        }
        whom.push((Whom::All, language.report_all(all)));
        let present = view.session.report.whom.of(chosen.kind);
        // Three of them need more room than two.
        let from = if selected > 0 { 280.0 } else { 0.0 };
        let named = (language.report_whom(), width);
        let picked = choose_or_pick(ui, from, named, &present, &whom);
        actions.send_some(picked.map(ReportAction::Whom));
        let shown = match present {
            Whom::Chosen => 1,
            Whom::Selected => selected,
            Whom::All => all,
        };
        if shown > MOST_PREVIEWED && chosen.kind.by_firm() {
            caption_line(ui, &language.report_first_shown(MOST_PREVIEWED, shown));
        }
    });
    group(ui, language.report_format(), |ui| {
        let formats = Format::ALL.map(|format| (format, format_words(format)));
        let picked = picker(
            ui,
            language.report_format(),
            width,
            &chosen.format,
            &formats,
        );
        actions.send_some(picked.map(ReportAction::Format));
    });
    group(ui, language.language(), |ui| {
        let languages = [
            (
                Languages::One(Language::English),
                Language::English.own_name(),
            ),
            (
                Languages::One(Language::Chinese),
                Language::Chinese.own_name(),
            ),
            (Languages::Both, language.report_both()),
        ];
        let picked = choose_one(ui, &chosen.languages, &languages);
        actions.send_some(picked.map(ReportAction::Languages));
    });
    group(ui, language.report_size(), |ui| {
        let papers = [(Paper::A4, "A4"), (Paper::Letter, language.report_letter())];
        let picked = choose_one(ui, &chosen.paper, &papers);
        actions.send_some(picked.map(ReportAction::Paper));
    });
}

fn facilitator_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let (language, kept) = (view.language, view.facilitator);
    section_heading(ui, language.report_facilitator());
    caption_line(ui, language.report_facilitator_text());
    let mut field = |ui: &mut Ui,
                     name: &str,
                     hint: &str,
                     value: &str,
                     put: fn(&mut FacilitatorKept, String)| {
        group(ui, name, |ui| {
            let output = TextField::new(name)
                .hint(hint)
                .show(ui, ("facilitator", name), value);
            actions.send_some(output.changed.map(|typed| {
                let mut changed = kept.clone();
                put(&mut changed, typed);
                Action::from(ReportAction::Facilitator(changed))
            }));
        });
    };
    field(
        ui,
        language.report_name(),
        language.report_name_hint(),
        &kept.name,
        |kept, typed| kept.name = typed,
    );
    field(
        ui,
        language.report_contact(),
        language.report_contact_hint(),
        &kept.contact,
        |kept, typed| kept.contact = typed,
    );
    field(
        ui,
        language.report_mark(),
        language.report_mark_hint(),
        &kept.mark,
        |kept, typed| kept.mark = typed,
    );
    let fault = view.previewing.shown().and_then(|one| one.mark_fault);
    if let Some(fault) = fault {
        let colour = ui.tokens().caution;
        marked_line(ui, icon::WARNING, colour, fault.sentence(language));
    }
    let choose = (icon::OPEN, language.report_choose_mark());
    actions.plain(ui, choose, ReportAction::ChooseMark);
}

/// A small heading with what belongs to it.
fn group(ui: &mut Ui, heading: &str, add_contents: impl FnOnce(&mut Ui)) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = space::TIGHT;
        ui.label(look::caption(ui, heading));
        add_contents(ui);
    });
}

const fn kind_words(language: Language, kind: ReportKind) -> &'static str {
    match kind {
        ReportKind::Sheet => language.kind_sheet(),
        ReportKind::Full => language.kind_full(),
        ReportKind::Portfolio => language.kind_portfolio(),
    }
}

/// The same in every language.
const fn format_words(format: Format) -> &'static str {
    match format {
        Format::Pdf => "PDF",
        Format::Html => "HTML",
        Format::Markdown => "Markdown",
        Format::Png => "PNG",
        Format::Svg => "SVG",
    }
}
