//! Scores from any table: read, matched, looked at row by row, and taken in only when the user agrees.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    path::{Path, PathBuf},
};

use crate::support::{FakeDialogs, Setup, click, has, press, wait_until};
use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::{Harness, kittest::Queryable};
use proptest::prelude::*;
use resonance::{
    i18n::Language,
    import::{
        Field, Reading, RowDecision, RowState, Table, TableContext, TableError, header_and_fields,
        read_rows, read_table, taken,
    },
    knowledge::{Knowledge, demo_workbook},
    model::{EnterpriseId, Factor, RoundId, Score, Stage, Workbook},
    state::Dialog,
    window::Workbench,
};
use rust_xlsxwriter::{Format, Formula, Workbook as Sheetbook};
use uuid::Uuid;

const HEADING: &str = "Firm,Round,Name,Comparative advantage,Complexity,Compatibility,Observability,Expected costs,Anticipated benefits,Social impact,Facilitating conditions";

fn demo() -> Workbook {
    demo_workbook(Language::English).unwrap()
}

fn written(name: &str, bytes: &[u8]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    (folder, path)
}

fn table_of(text: &str) -> Table {
    let (_folder, path) = written("scores.csv", text.as_bytes());
    read_table(&path, 0).unwrap()
}

fn read(table: &Table, workbook: &Workbook) -> (Vec<Field>, Reading) {
    let knowledge = Knowledge::built_in().unwrap();
    let (header, fields) = header_and_fields(table, &knowledge.framework);
    let reading = read_rows(table, header, &fields, &context(workbook));
    (fields, reading)
}

fn context(workbook: &Workbook) -> TableContext<'_> {
    let selected: Option<(EnterpriseId, RoundId)> = workbook
        .enterprises
        .first()
        .and_then(|enterprise| Some((enterprise.id, enterprise.latest_round()?.id)));
    TableContext {
        workbook,
        selected,
        new_round: "Baseline",
    }
}

/// What is wrong with the rows of a table, as sentences.
fn wrong(reading: &Reading) -> Vec<String> {
    let language = Language::English;
    let rows = reading.rows.iter();
    rows.filter_map(|(_, state)| match state {
        RowState::Wrong(problems) => Some(problems),
        _ => None,
    })
    .flatten()
    .map(|problem| {
        let fault = language.table_fault(&problem.fault);
        match &problem.column {
            Some(column) => language.table_cell(problem.row, column, &fault),
            None => language.table_whole_row(problem.row, &fault),
        }
    })
    .collect()
}

fn wrong_in(body: &str) -> Vec<String> {
    let table = table_of(&format!("{HEADING}\n{body}\n"));
    wrong(&read(&table, &demo()).1)
}

#[test]
fn every_kind_of_wrong_cell_is_said_with_row_and_column() {
    for (body, expected) in [
        ("New,R,Ann,3,3,three,3,3,3,3,3", "Row 2, column F: "),
        ("New,R,Ann,3,3,3,3,3,3,3,5.5", "Row 2, column K: "),
        ("New,R,Ann,0,3,3,3,3,3,3,3", "Row 2, column D: "),
        ("New,R,Ann,inf,3,3,3,3,3,3,3", "Row 2, column D: "),
        ("New,R,Ann,1e0,3,3,3,3,3,3,3", "Row 2, column D: "),
        (",R,Ann,3,3,3,3,3,3,3,3", "Row 2, column A: "),
        ("New,R,Ann,,,,,,,,", "Row 2: there is no score in it"),
        ("\n\nNew,R,Ann,9,3,3,3,3,3,3,3", "Row 4, column D: "),
    ] {
        let found = wrong_in(body);
        assert_eq!(found.len(), 1, "{body}: {found:?}");
        assert!(found[0].starts_with(expected), "{body}: {found:?}");
    }
    let twice = "New,R,Ann,3,3,3,3,3,3,3,3\nNew,R,Ann,4,3,3,3,3,3,3,3";
    let found = wrong_in(twice);
    assert!(
        found[0].starts_with("Row 3: ") && found[0].contains('2'),
        "{found:?}"
    );
}

#[test]
fn states_that_are_no_numbers_and_decimal_commas_are_understood() {
    let table = table_of(
        "企业;轮次;姓名;相对优势;复杂性;兼容性;可观察性;预期成本;预期收益;社会影响;便利条件;备注\n\
         新公司;基线;李;3,5;NA;不适用;-;;4;2,25;5;不错\n",
    );
    let (fields, reading) = read(&table, &demo());
    assert_eq!(fields[0], Field::Enterprise);
    assert_eq!(fields[3], Field::Factor(Factor::ComparativeAdvantage));
    assert_eq!(fields[11], Field::Note);
    let RowState::Ready(row) = &reading.rows[0].1 else {
        panic!("{reading:?}");
    };
    assert_eq!(
        (row.enterprise.as_str(), row.round.as_str()),
        ("新公司", "基线")
    );
    let level = |factor| {
        row.scores[factor]
            .level()
            .map(|level| level.value().to_string())
    };
    assert_eq!(level(Factor::ComparativeAdvantage).as_deref(), Some("3.5"));
    assert_eq!(level(Factor::SocialImpact).as_deref(), Some("2.25"));
    assert_eq!(row.scores[Factor::Complexity], Score::NotApplicable);
    assert_eq!(row.scores[Factor::Compatibility], Score::NotApplicable);
    assert_eq!(row.scores[Factor::Observability], Score::NotScored);
    assert_eq!(row.scores[Factor::ExpectedCosts], Score::NotScored);
}

#[test]
fn encodings_with_and_without_a_mark_are_found() {
    let text = "企业,姓名,相对优势,复杂性\n绿谷,李,3,4\n";
    let utf16 = |big: bool| -> Vec<u8> {
        let marked = format!("\u{feff}{text}");
        let units = marked.encode_utf16();
        units
            .flat_map(|unit| {
                if big {
                    unit.to_be_bytes()
                } else {
                    unit.to_le_bytes()
                }
            })
            .collect()
    };
    // 企业,姓名,… in GB18030, as a spreadsheet program saves it in a Chinese system.
    let (gb18030, _, _) = encoding_rs::GB18030.encode(text);
    for (bytes, encoding) in [
        (text.as_bytes().to_vec(), None),
        (format!("\u{feff}{text}").into_bytes(), None),
        (utf16(false), Some("UTF-16LE")),
        (utf16(true), Some("UTF-16BE")),
        (gb18030.into_owned(), Some("gb18030")),
    ] {
        let (_folder, path) = written("scores.csv", &bytes);
        let table = read_table(&path, 0).unwrap();
        assert_eq!(table.encoding, encoding);
        assert_eq!(table.rows[1].cells[0].text, "绿谷", "{encoding:?}");
    }
    let (_folder, path) = written("scores.csv", &[0x41, 0xff, 0xff, 0x00, 0xfe]);
    assert!(matches!(
        read_table(&path, 0),
        Err(TableError::Encoding { .. })
    ));
}

#[test]
fn a_quotation_mark_that_is_never_closed_is_said_with_its_row() {
    let (_folder, path) = written("scores.csv", b"a,b\n1,2\n3,\"4\n5,6\n");
    let Err(TableError::OpenQuote { row, .. }) = read_table(&path, 0) else {
        panic!("it was read");
    };
    assert_eq!(row, 3);
}

#[test]
fn a_spreadsheets_merged_cells_formulas_and_dates_are_said_with_row_and_column() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("scores.xlsx");
    let mut book = Sheetbook::new();
    book.add_worksheet()
        .set_name("Read me")
        .unwrap()
        .write(0, 0, "Nothing here")
        .unwrap();
    let sheet = book.add_worksheet().set_name("Scores").unwrap();
    for (column, heading) in HEADING.split(',').enumerate() {
        sheet.write(2, column as u16, heading).unwrap();
    }
    for row in 3..8_u32 {
        sheet.write(row, 0, "New firm").unwrap();
        sheet.write(row, 1, "R").unwrap();
        sheet.write(row, 2, format!("Person {row}")).unwrap();
        for column in 3..11 {
            sheet.write(row, column, 3.5).unwrap();
        }
    }
    sheet.merge_range(4, 3, 4, 4, "4", &Format::new()).unwrap();
    sheet
        .write_formula(5, 5, Formula::new("=1+2").set_result("3"))
        .unwrap();
    sheet
        .write_formula(6, 6, Formula::new("=#REF!").set_result("#REF!"))
        .unwrap();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    sheet.write_with_format(7, 7, 45_000, &day).unwrap();
    book.save(&path).unwrap();

    let table = read_table(&path, 1).unwrap();
    assert_eq!(table.sheets, ["Read me", "Scores"]);
    let (_, reading) = read(&table, &demo());
    let found = wrong(&reading);
    assert_eq!(reading.counts(), (2, 0, 3), "{found:?}");
    assert!(
        found[0].starts_with("Row 5, column D: ") && found[0].contains("D5:E5"),
        "{found:?}"
    );
    assert!(
        found
            .iter()
            .any(|line| line.starts_with("Row 7, column G: ")),
        "{found:?}"
    );
    assert!(
        found
            .iter()
            .any(|line| line.starts_with("Row 8, column H: ")),
        "{found:?}"
    );
    assert_eq!(table.formulas, 1, "its value is taken, and that is said");
    let RowState::Ready(row) = &reading.rows[2].1 else {
        panic!("{reading:?}");
    };
    assert_eq!(
        row.scores[Factor::Compatibility]
            .level()
            .unwrap()
            .value()
            .to_string(),
        "3"
    );
}

#[test]
fn what_is_no_table_is_a_sentence_and_never_a_panic() {
    for (name, bytes) in [
        ("a.xlsx", b"PK\x03\x04 and no more".to_vec()),
        ("b.xls", b"\xd0\xcf\x11\xe0 and no more".to_vec()),
        ("c.csv", Vec::new()),
        ("d.csv", b"\n\n,,\n".to_vec()),
    ] {
        let (_folder, path) = written(name, &bytes);
        let error = read_table(&path, 0).unwrap_err();
        let sentence = Language::English.table_error(&error);
        assert!(sentence.contains(name), "{sentence}");
    }
    assert!(read_table(Path::new("nowhere.csv"), 0).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn whatever_the_bytes_are_reading_gives_a_table_or_an_error(
        bytes in proptest::collection::vec(any::<u8>(), 0..400),
        text in "[a-z,;\"\\n\\t企0-9.]{0,200}",
    ) {
        for bytes in [bytes, text.into_bytes()] {
            let (_folder, path) = written("any.csv", &bytes);
            if let Ok(table) = read_table(&path, 0) {
                let _ = read(&table, &demo());
            }
        }
    }
}

#[test]
fn new_firms_rounds_and_people_are_made_and_known_ones_found() {
    let workbook = demo();
    let firm = workbook.enterprises[0].clone();
    let body = format!(
        "{HEADING}\n\
         {name},Later,{person},1,1,1,1,1,1,1,1\n\
         {name},Later,Newcomer,2,2,2,2,2,2,2,2\n\
         New firm,,,3,3,3,3,3,3,3,3\n\
         New firm,,,4,4,4,4,4,4,4,4\n",
        name = firm.name,
        person = firm.people[1].name,
    );
    let (_, reading) = read(&table_of(&body), &workbook);
    assert_eq!(reading.counts(), (4, 0, 0));
    let (changed, count) = take(&workbook, &reading, RowDecision::Skip);
    assert_eq!(count, 4);
    let there = &changed.enterprises[0];
    assert_eq!(there.people.len(), firm.people.len() + 1);
    let later = there.rounds.last().unwrap();
    assert_eq!((later.name.as_str(), later.responses.len()), ("Later", 2));
    assert_eq!(later.responses[0].respondent, firm.people[1].id);
    let new = changed.enterprises.last().unwrap();
    assert_eq!((new.name.as_str(), new.people.len()), ("New firm", 2));
    assert_eq!(new.people[1].name, "Person 2");
    // The selected enterprise's round stands in for rows that name none.
    assert_eq!(new.rounds[0].name, firm.latest_round().unwrap().name);
    // Nothing else changed.
    assert_eq!(changed.enterprises[1..14], workbook.enterprises[1..14]);
}

fn take(workbook: &Workbook, reading: &Reading, all: RowDecision) -> (Workbook, usize) {
    let mut count = 900_u128;
    let mut new_id = || {
        count += 1;
        Uuid::from_u128(count)
    };
    let name = |number: usize| format!("Person {number}");
    taken(workbook, reading, &BTreeMap::new(), all, &name, &mut new_id)
}

#[test]
fn somebody_who_has_answered_is_kept_replaced_or_joined_by_a_namesake() {
    let workbook = demo();
    let firm = &workbook.enterprises[0];
    let round = firm.latest_round().unwrap();
    let (name, person) = (&firm.name, &firm.people[0].name);
    let body = format!(
        "{HEADING}\n{name},{},{person},1,1,1,1,1,1,1,1\n",
        round.name
    );
    let (_, reading) = read(&table_of(&body), &workbook);
    assert_eq!(reading.counts(), (0, 1, 0));
    let (kept, count) = take(&workbook, &reading, RowDecision::Skip);
    assert!(count == 0 && kept.same_as(&workbook));
    let score = |workbook: &Workbook, person: usize| {
        let firm = &workbook.enterprises[0];
        let round = firm.latest_round().unwrap();
        round
            .response(firm.people[person].id)
            .unwrap()
            .score(Factor::Complexity)
    };
    let (replaced, _) = take(&workbook, &reading, RowDecision::Replace);
    assert_eq!(
        score(&replaced, 0).level().unwrap().value().to_string(),
        "1"
    );
    assert_eq!(replaced.enterprises[0].people.len(), firm.people.len());
    let (joined, _) = take(&workbook, &reading, RowDecision::Both);
    assert_eq!(joined.enterprises[0].people.len(), firm.people.len() + 1);
    assert_eq!(score(&joined, 0), score(&workbook, 0));
}

fn open(path: PathBuf, language: Language, size: [f32; 2]) -> Harness<'static, Workbench> {
    let dialogs = FakeDialogs::default();
    *dialogs.0.borrow_mut() = Some(path);
    let mut window = Setup {
        language,
        size,
        dialogs,
        ..Setup::default()
    }
    .tree();
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::T);
    wait_until(&mut window, "the table is shown", |workbench| {
        matches!(workbench.session().dialog, Some(Dialog::Table(_)))
    });
    window
}

#[test]
fn a_mapping_is_mended_and_two_thousand_rows_are_one_step() {
    let mut text = String::from("Company,Who,What,A,B,C,D,E,F,G,H\n");
    for row in 0..2000 {
        let (firm, level) = (row / 5, 1 + row % 5);
        writeln!(
            text,
            "Firm {firm},P {row},x,{level},{level},{level},{level},{level},{level},{level},{level}"
        )
        .unwrap();
    }
    let (_folder, path) = written("large.csv", text.as_bytes());
    let mut window = open(path, Language::English, [1280.0, 1000.0]);
    let before = window.state().workbook().clone();
    assert!(has(
        &window,
        "0 ready, 0 already answered, 2000 with something wrong"
    ));
    for (column, factor) in ["D", "E", "F", "G", "H", "I", "J", "K"]
        .into_iter()
        .zip(Factor::ALL)
    {
        let name = Knowledge::built_in()
            .unwrap()
            .framework
            .of(factor)
            .name
            .en
            .clone();
        let means = format!("What column {column} stands for");
        let picker = window.get_by_role_and_label(Role::ComboBox, &means);
        picker.scroll_to_me();
        window.run_ok();
        window.get_by_role_and_label(Role::ComboBox, &means).click();
        window.run_ok();
        let entries = window.query_all_by_label(&name);
        let entry = entries.into_iter().last().unwrap();
        entry.scroll_to_me();
        window.run_ok();
        let entries = window.query_all_by_label(&name);
        entries.into_iter().last().unwrap().click();
        window.run_ok();
    }
    assert!(has(
        &window,
        "2000 ready, 0 already answered, 0 with something wrong"
    ));
    assert!(window.state().workbook().same_as(&before), "nothing yet");
    click(&mut window, "Take in 2000 rows");
    assert_eq!(window.state().workbook().enterprises.len(), 14 + 400);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(window.state().workbook().same_as(&before), "one step");
}

#[test]
fn cancelling_changes_nothing_and_hidden_scores_and_names_stay_hidden() {
    let mut workbook = demo();
    workbook.hides_people = true;
    let firm = std::sync::Arc::make_mut(&mut workbook.enterprises[0]);
    let round = std::sync::Arc::make_mut(firm.rounds.last_mut().unwrap());
    round.stage = Stage::Score;
    let (name, round, person) = (
        firm.name.clone(),
        round.name.clone(),
        firm.people[0].name.clone(),
    );
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("own.resonance");
    resonance::storage::save_workbook(&own, &workbook, &resonance::storage::Overwrite::Always)
        .unwrap();
    let table = folder.path().join("scores.csv");
    let body = format!("{HEADING}\n{name},{round},{person},1,1,1,1,1,1,1,1\n");
    std::fs::write(&table, body).unwrap();
    let dialogs = FakeDialogs::default();
    *dialogs.0.borrow_mut() = Some(table);
    let mut window = Setup {
        content: resonance::cli::Content::Start,
        file: Some(own),
        dialogs,
        ..Setup::default()
    }
    .tree();
    wait_until(&mut window, "the file is open", |workbench| {
        !workbench.workbook().enterprises.is_empty()
    });
    let before = window.state().workbook().clone();
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::T);
    wait_until(&mut window, "the table is shown", |workbench| {
        workbench.session().dialog.is_some()
    });
    assert!(has(&window, "1 already answered"));
    assert!(!has(&window, &person), "names are hidden");
    assert!(!has(&window, "There: 4"), "scores are hidden");
    assert!(has(&window, "There: •"));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.state().session().dialog.is_none());
    assert!(window.state().workbook().same_as(&before));
}

#[test]
fn a_spreadsheet_or_a_foreign_csv_that_is_opened_shows_its_preview() {
    let (_folder, path) = written("other.csv", b"Name;Complexity;Compatibility\nAnn;3;4\n");
    let mut window = Setup {
        content: resonance::cli::Content::Start,
        file: Some(path),
        ..Setup::default()
    }
    .tree();
    wait_until(&mut window, "the table is shown", |workbench| {
        workbench.session().dialog.is_some()
    });
    assert!(has(&window, "no enterprise is named, and none is selected"));
}
