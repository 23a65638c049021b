//! The numbers behind the pictures: scores as scored, and what differs from the first, like for like.

use egui::{Align, Layout, RichText, Ui, vec2};
use egui_extras::{Column, TableBuilder, TableRow};

use super::field::Field;
use crate::{
    analysis::{Comparison, Difference, FactorState},
    chart::swatch,
    i18n::Language,
    model::{Factor, Side},
    state::{Actions, Entry, Explained},
    theme::{Themed, icon, space, text},
    ui::{
        charts::shapes_ui,
        explain::beside_ui,
        widgets::{caption_line, cut, look, wrapped},
    },
    wording::{one_decimal, points, printed_change, two_decimals_or_none, whole},
};

const ROW: f32 = 32.0;
pub(super) const NOTHING: &str = "–";

/// A factor's score as scored, or a sign for having none.
pub(super) fn short_score(entry: &Entry, factor: Factor) -> String {
    let found = &entry.result.factors[factor];
    match (found.score, found.state) {
        (Some(score), _) => one_decimal(score),
        (None, FactorState::NotApplicable) => "NA".to_owned(),
        (None, _) => NOTHING.to_owned(),
    }
}

/// One row of a table: its name, the sign before it, its cells.
struct Row {
    title: String,
    sign: Sign,
    cells: Vec<Cell>,
}

/// A number, and by how much it differs from that of the first, like for like.
struct Cell {
    value: String,
    change: Option<Change>,
}

/// A change as printed, and whether it is one for the better; `None` where nothing changed.
struct Change {
    printed: String,
    better: Option<bool>,
}

impl Change {
    /// Of a number of which more is better.
    fn plain(printed: String, change: f64) -> Self {
        let better = (printed != "0").then_some(change > 0.0);
        Self { printed, better }
    }

    /// Of a score, in words: of some factors less is better.
    fn of_score(language: Language, difference: &Difference, factor: Factor) -> Self {
        let printed = printed_change(difference, 1);
        if printed == "0" {
            return Self::plain(printed, 0.0);
        }
        let by = printed.trim_start_matches(['+', '−']);
        let better = difference.better_by(factor) > 0.0;
        let printed = if better {
            language.compare_better(by)
        } else {
            language.compare_worse(by)
        };
        Self {
            printed,
            better: Some(better),
        }
    }
}

/// What stands before the name of a row.
enum Sign {
    Of(Side),
    Resonance,
    Nothing,
}

/// R and the eight scores, beside the radar.
pub(super) fn scores_ui(ui: &mut Ui, field: &Field<'_>, actions: &mut Actions) {
    let mut resonance = resonance_row(field);
    field
        .view
        .language
        .answer_title()
        .clone_into(&mut resonance.title);
    let mut rows = vec![resonance];
    rows.extend(Factor::ALL.map(|factor| factor_row(field, factor)));
    let columns = field.lineup.entries.len().max(1) as f32;
    let name = 184.0_f32.min(ui.available_width() * 0.42);
    let room = (ui.available_width() - name) / columns - 8.0;
    let width = room.clamp(34.0, 84.0);
    grid_ui(ui, field, actions, &rows, name, width, Heads::Marks);
}

/// Everything as a table.
pub(super) fn table_ui(ui: &mut Ui, field: &Field<'_>, actions: &mut Actions) {
    let language = field.view.language;
    let of_sides = |title: &str, side: Side| Row {
        title: title.to_owned(),
        sign: Sign::Of(side),
        cells: cells(
            field,
            |entry| two_decimals_or_none(entry.result.sides.of(side).value),
            |found| {
                let difference = match side {
                    Side::Supply => found.supply?,
                    Side::Demand => found.demand?,
                };
                let printed = printed_change(&difference, 2);
                Some(Change::plain(printed, difference.change()))
            },
        ),
    };
    let mut rows = vec![
        resonance_row(field),
        of_sides(language.value_supply(), Side::Supply),
        of_sides(language.value_demand(), Side::Demand),
    ];
    rows.extend(Factor::ALL.map(|factor| factor_row(field, factor)));
    rows.push(Row {
        title: language.compare_people().to_owned(),
        sign: Sign::Nothing,
        cells: cells(
            field,
            |entry| {
                match (&entry.set, entry.result.respondents) {
                    // A profile that is set has nobody behind all of it.
                    (Some(_), _) => NOTHING.to_owned(),
                    (None, count) => count.to_string(),
                }
            },
            |_| None,
        ),
    });
    let columns = field.lineup.entries.len().max(1) as f32;
    let name = 190.0_f32.min(ui.available_width() * 0.3);
    let room = (ui.available_width() - name) / columns - 8.0;
    egui::ScrollArea::horizontal().show(ui, |ui| {
        let width = room.clamp(84.0, 170.0);
        grid_ui(ui, field, actions, &rows, name, width, Heads::Names);
    });
    if field.lineup.entries.len() > 1 {
        ui.add_space(space::SMALL);
        let note = language.compare_small_numbers(field.name(0));
        caption_line(ui, &note);
    }
}

/// A cell for each entry; `change` takes out of a comparison what the cell says of it.
fn cells(
    field: &Field<'_>,
    value: impl Fn(&Entry) -> String,
    change: impl Fn(&Comparison) -> Option<Change>,
) -> Vec<Cell> {
    let being_scored = field.view.language.compare_being_scored();
    let entries = field.lineup.entries.iter();
    entries
        .map(|entry| Cell {
            value: if entry.result.hidden {
                being_scored.to_owned()
            } else {
                value(entry)
            },
            change: entry.against_first.as_ref().and_then(&change),
        })
        .collect()
}

fn resonance_row(field: &Field<'_>) -> Row {
    Row {
        title: field.view.language.value_resonance().to_owned(),
        sign: Sign::Resonance,
        cells: cells(
            field,
            |entry| {
                let outcome = entry.result.outcome;
                outcome.map_or_else(|| NOTHING.to_owned(), |outcome| whole(outcome.resonance))
            },
            |found| {
                let difference = found.resonance?;
                Some(Change::plain(points(&difference), difference.change()))
            },
        ),
    }
}

fn factor_row(field: &Field<'_>, factor: Factor) -> Row {
    Row {
        title: field.view.factor_name(factor).to_owned(),
        sign: Sign::Of(factor.side()),
        cells: cells(
            field,
            |entry| short_score(entry, factor),
            |found| {
                let difference = found.factors[factor]?;
                let language = field.view.language;
                Some(Change::of_score(language, &difference, factor))
            },
        ),
    }
}

/// What stands over the columns.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Heads {
    Marks,
    Names,
}

fn grid_ui(
    ui: &mut Ui,
    field: &Field<'_>,
    actions: &mut Actions,
    rows: &[Row],
    name: f32,
    width: f32,
    heads: Heads,
) {
    let columns = field.lineup.entries.len();
    // The rows are high enough to need nothing between them.
    ui.spacing_mut().item_spacing.y = 0.0;
    let height = match heads {
        Heads::Marks => 26.0,
        // A firm and its round may take two lines.
        Heads::Names => 60.0,
    };
    TableBuilder::new(ui)
        .id_salt(("compared", heads == Heads::Names))
        .vscroll(false)
        .striped(false)
        .cell_layout(Layout::left_to_right(Align::Center))
        .column(Column::exact(name).clip(true))
        .columns(Column::exact(width).clip(true), columns)
        .header(height, |mut header| {
            header.col(|_| {});
            for (entry, name) in field.entries() {
                header.col(|ui| head_ui(ui, field, actions, entry, name, heads));
            }
        })
        .body(|mut body| {
            for row in rows {
                body.row(ROW, |mut table| {
                    title_ui(&mut table, row);
                    for cell in &row.cells {
                        table.col(|ui| {
                            cut(ui, look::strong(ui, &cell.value));
                            if let Some(change) = &cell.change
                                && heads == Heads::Names
                            {
                                change_ui(ui, change);
                            }
                        });
                    }
                });
            }
        });
}

/// A change in the colour of better or worse.
fn change_ui(ui: &mut Ui, change: &Change) {
    let theme = ui.tokens();
    let colour = match change.better {
        Some(true) => theme.good,
        Some(false) => theme.caution,
        None => theme.text_subdued,
    };
    let printed = RichText::new(&change.printed).font(text::caption());
    cut(ui, printed.color(colour));
}

fn head_ui(
    ui: &mut Ui,
    field: &Field<'_>,
    actions: &mut Actions,
    entry: &Entry,
    name: &str,
    heads: Heads,
) {
    let size = vec2(30.0, 20.0);
    let shapes = swatch(entry.series, (size.x, size.y));
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        if heads == Heads::Names {
            let asked = Explained::Compared(entry.item);
            beside_ui(ui, field.view, actions, asked, |ui| {
                shapes_ui(ui, &shapes, size);
            });
            wrapped(ui, look::caption(ui, name));
        } else {
            shapes_ui(ui, &shapes, size);
        }
    });
}

fn title_ui(table: &mut TableRow<'_, '_>, row: &Row) {
    table.col(|ui| {
        let theme = ui.tokens();
        let (symbol, colour) = match row.sign {
            Sign::Of(side) => (icon::of_side(side), theme.side(side)),
            Sign::Resonance => (icon::RESONANCE, theme.resonance),
            Sign::Nothing => ("\u{2003}", theme.text),
        };
        ui.label(RichText::new(symbol).size(12.0).color(colour));
        cut(ui, &row.title);
    });
}
