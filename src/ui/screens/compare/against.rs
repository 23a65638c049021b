//! What differs from one of those compared, like for like.

use egui::{Align, Layout, Ui, vec2};
use egui_extras::{Column, TableBuilder};

use super::{field::Field, numbers::NOTHING};
use crate::{
    analysis::{Comparison, Difference},
    chart::swatch,
    state::{Actions, CompareAction, Entry, Explained},
    theme::space,
    ui::{
        charts::shapes_ui,
        explain::explain_button_ui,
        widgets::{caption_line, cut, from_right, look, picker, wrapped},
    },
    wording::{coverage_words, one_decimal, points, printed_change},
};

/// Two lines of text.
const HIGH: f32 = 44.0;

/// What differs from the first one, like for like, with how much is shared and the plain difference.
pub(super) fn against_ui(ui: &mut Ui, field: &Field<'_>, actions: &mut Actions) {
    let (view, language) = (field.view, field.view.language);
    from_right(ui, 0.0, |ui| {
        reference_ui(ui, field, actions);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let heading = language.compare_against(field.name(0));
            cut(ui, look::label(ui, heading));
        });
    });
    let roomy = ui.available_width() >= 700.0;
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut table = TableBuilder::new(ui)
        .id_salt("against the first")
        .vscroll(false)
        .striped(false)
        .cell_layout(Layout::left_to_right(Align::Center))
        .column(Column::remainder().at_least(110.0).clip(true))
        .columns(Column::exact(56.0).clip(true), 3);
    let mut titles = vec!["", "R", "S", "D"];
    if roomy {
        table = table
            .column(Column::exact(200.0).clip(true))
            .column(Column::exact(210.0).clip(true));
        titles.extend([
            language.compare_column_most(),
            language.compare_column_shared(),
        ]);
    }
    titles.push(language.compare_column_naive());
    table
        .column(Column::exact(92.0).clip(true))
        .column(Column::exact(36.0))
        .header(26.0, |mut header| {
            for title in titles {
                header.col(|ui| {
                    cut(ui, look::caption(ui, title));
                });
            }
            header.col(|_| {});
        })
        .body(|mut body| {
            for (entry, name) in field.entries().skip(1) {
                body.row(HIGH, |mut row| {
                    row.col(|ui| {
                        let size = vec2(30.0, 20.0);
                        let shapes = swatch(entry.series, (size.x, size.y));
                        shapes_ui(ui, &shapes, size);
                        wrapped(ui, name);
                    });
                    for cell in differences(field, entry, roomy) {
                        row.col(|ui| {
                            wrapped(ui, cell).on_hover_text(coverage_hint(field, entry));
                        });
                    }
                    row.col(|ui| {
                        let first = field.lineup.entries.first();
                        if let Some(from) = first.filter(|_| entry.against_first.is_some()) {
                            let asked = Explained::Difference {
                                from: from.item,
                                to: entry.item,
                            };
                            explain_button_ui(ui, view, actions, asked);
                        }
                    });
                });
            }
        });
    ui.add_space(space::SMALL);
    caption_line(ui, language.compare_naive_text());
}

/// Chooses with which one the others are compared.
fn reference_ui(ui: &mut Ui, field: &Field<'_>, actions: &mut Actions) {
    let entries = field.entries();
    let entries: Vec<_> = entries
        .map(|(entry, name)| (Some(entry.item), name))
        .collect();
    let first = field.lineup.entries.first().map(|entry| entry.item);
    let name = field.view.language.compare_reference();
    let picked = picker(ui, name, 200.0, &first, &entries).flatten();
    actions.send_some(picked.map(CompareAction::CompareWith));
    ui.label(look::subdued(ui, name));
}

/// The cells of one row: R, S, D, the factor that differs most, what is shared, the plain difference.
fn differences(field: &Field<'_>, entry: &Entry, roomy: bool) -> Vec<String> {
    let view = field.view;
    let none = || NOTHING.to_owned();
    let Some(found) = &entry.against_first else {
        return vec![none(); if roomy { 6 } else { 4 }];
    };
    let of_side = |difference: &Option<Difference>| {
        difference.map_or_else(none, |difference| printed_change(&difference, 2))
    };
    let of_resonance =
        |difference: &Option<Difference>| difference.as_ref().map_or_else(none, points);
    let mut cells = vec![
        of_resonance(&found.resonance),
        of_side(&found.supply),
        of_side(&found.demand),
    ];
    if roomy {
        let most = found.most().map_or_else(none, |(factor, difference)| {
            let (from, to) = (one_decimal(difference.from), one_decimal(difference.to));
            format!("{} {from} → {to}", view.factor_name(factor))
        });
        cells.extend([most, shared(field, found)]);
    }
    cells.push(of_resonance(&found.naive));
    cells
}

fn shared(field: &Field<'_>, found: &Comparison) -> String {
    coverage_words(field.view.language, &found.coverage)
}

fn coverage_hint(field: &Field<'_>, entry: &Entry) -> String {
    match &entry.against_first {
        Some(found) => field
            .view
            .language
            .compare_like_for_like(&shared(field, found)),
        None => field.view.language.compare_nothing_shared().to_owned(),
    }
}
