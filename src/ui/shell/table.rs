//! Taking a table in: its columns over its first rows, what is wrong, what is in conflict.

use std::borrow::Cow;

use egui::{Grid, RichText, ScrollArea, Ui};

use super::frame::{confirm_ui, title_ui};
use crate::{
    import::{
        Arriving, CsvFault, Field, Known, Problem, RowDecision, RowState, Shown, TableFault,
        TableMasking, column_name,
    },
    model::{PerFactor, Score},
    state::{Actions, TableAction, TableImport, View},
    theme::{Themed, icon, space},
    ui::widgets::{
        caption_line, choose_one, column_line, cut, look, marked_line, picker, strong_line,
        subdued_line,
    },
    wording::short_scores,
};

/// How many rows of the table are shown below its headings.
const SAMPLE: usize = 3;
/// Width of a column of the sample, in logical points.
const COLUMN: f32 = 128.0;
/// Height of a line of the list below, in logical points.
const LINE: f32 = 36.0;

pub(super) fn table_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, import: &TableImport) {
    let language = view.language;
    let table = &import.table;
    title_ui(ui, &language.table_from(&table.name));
    subdued_line(ui, language.table_text());
    about_ui(ui, view, actions, import);
    ui.add_space(space::TIGHT);
    sample_ui(ui, view, actions, import);
    columns_ui(ui, view, import);
    let (ready, conflicts, wrong) = import.reading.counts();
    strong_line(ui, &language.table_counts(ready, conflicts, wrong));
    if conflicts > 0 {
        ui.horizontal_wrapped(|ui| {
            ui.label(language.table_all_conflicts());
            let decision = decision_ui(ui, view, import.all);
            actions.send_some(decision.map(TableAction::AllRows));
        });
        let mut decided = import.decisions.values();
        let replaces = |decision: &RowDecision| *decision == RowDecision::Replace;
        if replaces(&import.all) || decided.any(replaces) {
            caption_line(ui, language.table_replace());
        }
    }
    list_ui(ui, view, actions, import);
    let count = import.to_take();
    let take = language.table_take(count);
    confirm_ui(ui, language, actions, count > 0, &take);
}

/// Which sheet, which encoding, how many formulas.
fn about_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, import: &TableImport) {
    let language = view.language;
    let table = &import.table;
    if table.sheets.len() > 1 {
        ui.horizontal(|ui| {
            ui.label(language.table_sheet());
            let sheets: Vec<(usize, &String)> = table.sheets.iter().enumerate().collect();
            let sheet = picker(ui, language.table_sheet(), 200.0, &table.sheet, &sheets);
            actions.send_some(sheet.map(TableAction::Sheet));
        });
    }
    if let Some(encoding) = table.encoding {
        caption_line(ui, &language.table_encoding(encoding));
    }
    if table.formulas > 0 {
        caption_line(ui, &language.table_formulas(table.formulas));
    }
}

/// The headings and first rows, with what each column stands for.
fn sample_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, import: &TableImport) {
    let language = view.language;
    let fields: Vec<(Field, &str)> = Field::all()
        .map(|field| (field, field_name(view, field)))
        .collect();
    let masking = masking(view, import);
    let rows = import.table.rows.iter();
    let sample: Vec<_> = rows.skip(import.header).take(SAMPLE + 1).collect();
    ScrollArea::horizontal()
        .id_salt("table sample")
        .auto_shrink([false, true])
        .show(ui, |ui| {
            let grid = Grid::new("table sample").spacing(egui::vec2(8.0, 4.0));
            grid.show(ui, |ui| {
                column_line(ui, 44.0, "");
                for (column, field) in import.fields.iter().enumerate() {
                    let name = language.table_column_means(&column_name(column));
                    let field = picker(ui, &name, COLUMN - 12.0, field, &fields);
                    actions.send_some(field.map(|field| TableAction::Column(column, field)));
                }
                ui.end_row();
                for (place, row) in sample.iter().enumerate() {
                    column_line(ui, 44.0, look::caption(ui, row.number.to_string()));
                    for column in 0..import.fields.len() {
                        let shown = if place == 0 && import.headed {
                            let cell = row.cells.get(column);
                            cell.map_or("", |cell| cell.text.as_str()).into()
                        } else {
                            shown_words(view, masking.cell(row, column))
                        };
                        let font = look::font(place == 0);
                        let colour = if import.fields[column] == Field::Ignore {
                            ui.tokens().text_subdued
                        } else {
                            ui.tokens().text
                        };
                        column_line(ui, COLUMN, RichText::new(shown).font(font).color(colour));
                    }
                    ui.end_row();
                }
            });
        });
}

fn masking<'a>(view: &'a View<'_>, import: &'a TableImport) -> TableMasking<'a> {
    let selected = view.enterprise().zip(view.round());
    let selected = selected.map(|(enterprise, round)| (enterprise.id, round.id));
    TableMasking::new(view.workbook, &import.fields, selected)
}

fn shown_words<'a>(view: &View<'_>, shown: Shown<'a>) -> Cow<'a, str> {
    match shown {
        Shown::Text(text) => text.into(),
        Shown::Enterprise(called) => view.language.enterprise_called(called),
        Shown::Hidden => "•".into(),
    }
}

/// What is left out, what stands twice, and where rows without a place go.
fn columns_ui(ui: &mut Ui, view: &View<'_>, import: &TableImport) {
    let language = view.language;
    for problem in &import.reading.columns {
        let line = problem_words(view, import, problem);
        marked_line(ui, icon::WARNING, ui.tokens().caution, &line);
    }
    // Where there is no heading, the first row is one of people and scores.
    let headings = import
        .table
        .rows
        .get(import.header)
        .filter(|_| import.headed);
    let unknown: Vec<&str> = import
        .fields
        .iter()
        .enumerate()
        .filter(|(_, field)| **field == Field::Ignore)
        .filter_map(|(column, _)| Some(headings?.cells.get(column)?.text.trim()))
        .filter(|heading| !heading.is_empty())
        .collect();
    if !unknown.is_empty() {
        let line = language.table_unknown(&unknown.join(", "));
        marked_line(ui, icon::INFO, ui.tokens().text_subdued, &line);
    }
    let named = |field| import.fields.contains(&field);
    if let (false, Some(enterprise), Some(round)) = (
        named(Field::Enterprise) && named(Field::Round),
        view.enterprise(),
        view.round(),
    ) {
        let line = language.table_own_place(view.name_of(enterprise), &round.name);
        caption_line(ui, &line);
    }
}

/// Everything that is not simply ready, row by row.
fn list_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, import: &TableImport) {
    let mut lines: Vec<Line<'_>> = Vec::new();
    for (number, state) in &import.reading.rows {
        match state {
            RowState::Ready(_) => {}
            RowState::Wrong(problems) => lines.extend(problems.iter().map(Line::Wrong)),
            RowState::Conflict(arriving, known) => {
                lines.push(Line::Conflict(*number, arriving, known));
                lines.push(Line::Sides(arriving, known));
            }
        }
    }
    if lines.is_empty() {
        return;
    }
    let height = (ui.ctx().content_rect().height() - 520.0).max(96.0);
    ui.spacing_mut().item_spacing.y = 2.0;
    ScrollArea::vertical()
        .id_salt("table problems")
        .max_height(height)
        .auto_shrink([false, true])
        .show_rows(ui, LINE, lines.len(), |ui, shown| {
            for line in &lines[shown] {
                ui.allocate_ui(egui::vec2(ui.available_width(), LINE), |ui| {
                    ui.set_height(LINE);
                    line_ui(ui, view, actions, import, line);
                });
            }
        });
}

/// One line of the list.
enum Line<'a> {
    Wrong(&'a Problem),
    Conflict(usize, &'a Arriving, &'a Known),
    Sides(&'a Arriving, &'a Known),
}

fn line_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    import: &TableImport,
    line: &Line<'_>,
) {
    let language = view.language;
    match line {
        Line::Wrong(problem) => {
            ui.horizontal(|ui| {
                ui.label(RichText::new(icon::ERROR).color(ui.tokens().bad));
                cut(ui, problem_words(view, import, problem));
            });
        }
        Line::Conflict(row, arriving, known) => {
            let firm = view.workbook.enterprise(known.enterprise);
            let person =
                firm.and_then(|firm| Some(view.person_name(firm, firm.person(known.person)?)));
            let firm = firm.map_or("", |firm| view.name_of(firm));
            let line =
                language.table_conflict(*row, &person.unwrap_or_default(), firm, &arriving.round);
            ui.horizontal(|ui| {
                ui.label(RichText::new(icon::WARNING).color(ui.tokens().caution));
                column_line(ui, 600.0, line);
                ui.push_id(row, |ui| {
                    let decision = decision_ui(ui, view, import.decision(*row));
                    actions.send_some(decision.map(|one| TableAction::Row(*row, one)));
                });
            });
        }
        Line::Sides(arriving, known) => {
            let there = there(view, known);
            let (mine, theirs) = match there {
                Some(there) => (
                    short_scores(|factor| there[factor]),
                    short_scores(|factor| arriving.scores[factor]),
                ),
                // The round is being scored: nobody's numbers are shown.
                None => ("•".to_owned(), "•".to_owned()),
            };
            let line = format!(
                "{}   {}",
                language.table_there(&mine),
                language.table_arriving(&theirs)
            );
            cut(ui, look::caption(ui, line));
        }
    }
}

/// The scores that are there, unless the room has not revealed them.
fn there(view: &View<'_>, known: &Known) -> Option<PerFactor<Score>> {
    let round = view
        .workbook
        .enterprise(known.enterprise)?
        .round(known.round)?;
    if round.stage.hides_scores() {
        return None;
    }
    let response = round.response(known.person)?;
    Some(PerFactor::from_fn(|factor| response.score(factor)))
}

fn problem_words(view: &View<'_>, import: &TableImport, problem: &Problem) -> String {
    let language = view.language;
    let fault = match &problem.fault {
        fault if masking(view, import).may_quote(&import.table, problem) => {
            language.table_fault(fault)
        }
        TableFault::Value(CsvFault::SecondRow { row, .. }) => {
            let (name, row) = ("•".to_owned(), *row);
            language.csv_fault(&CsvFault::SecondRow { name, row })
        }
        _ => language.table_fault_hidden().to_owned(),
    };
    match &problem.column {
        Some(column) => view.language.table_cell(problem.row, column, &fault),
        None => view.language.table_whole_row(problem.row, &fault),
    }
}

fn decision_ui(ui: &mut Ui, view: &View<'_>, chosen: RowDecision) -> Option<RowDecision> {
    let language = view.language;
    let decisions = [
        (RowDecision::Skip, language.codes_skip()),
        (RowDecision::Replace, language.codes_replace()),
        (RowDecision::Both, language.codes_both()),
    ];
    choose_one(ui, &chosen, &decisions)
}

fn field_name<'a>(view: &'a View<'_>, field: Field) -> &'a str {
    let language = view.language;
    match field {
        Field::Ignore => language.table_ignored(),
        Field::Enterprise => language.table_enterprise(),
        Field::Sector => language.table_sector(),
        Field::Round => language.table_round(),
        Field::Respondent => language.table_respondent(),
        Field::Role => language.table_role(),
        Field::Weight => language.table_weight(),
        Field::Factor(factor) => view.factor_name(factor),
        Field::Note => language.table_note(),
    }
}
