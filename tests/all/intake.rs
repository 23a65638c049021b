//! Files from outside can neither end nor hold up the program, however they are made.

use std::{
    collections::BTreeMap,
    io::{Cursor, Write as _},
    path::PathBuf,
};

use egui::{Key, Modifiers};
use resonance::{
    cli::Content,
    i18n::Language,
    import::{
        Field, Reading, RowDecision, RowState, Table, TableContext, TableError, TableFault,
        header_and_fields, read_rows, read_table, taken,
    },
    knowledge::{Knowledge, PresetError, PresetFault, PresetText},
    model::{Factor, Workbook, WorkbookId},
};
use rust_xlsxwriter::{Format, Workbook as Sheetbook, Worksheet};
use uuid::Uuid;
use zip::{ZipWriter, write::SimpleFileOptions};

use crate::support::{FakeDialogs, Setup, has, press, wait_until};

const HEADINGS: [&str; 10] = [
    "Company",
    "Participant",
    "Comparative advantage",
    "Complexity",
    "Compatibility",
    "Observability",
    "Expected costs",
    "Anticipated benefits",
    "Social impact",
    "Facilitating conditions",
];

fn written(name: &str, bytes: &[u8]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    (folder, path)
}

fn table(name: &str, bytes: &[u8]) -> Result<Table, TableError> {
    let (_folder, path) = written(name, bytes);
    read_table(&path, 0)
}

fn empty() -> Workbook {
    Workbook::new(WorkbookId(Uuid::nil()), String::new())
}

fn reading(table: &Table, workbook: &Workbook) -> (Vec<Field>, Reading) {
    let knowledge = Knowledge::built_in().unwrap();
    let (header, fields) = header_and_fields(table, &knowledge.framework);
    let context = TableContext {
        workbook,
        selected: None,
        new_round: "Baseline",
    };
    let reading = read_rows(table, header, &fields, &context);
    (fields, reading)
}

/// The headings and one row whose scores are all 3.
fn scores(sheet: &mut Worksheet) {
    for (column, heading) in (0..).zip(HEADINGS) {
        sheet.write(0, column, heading).unwrap();
    }
    sheet.write(1, 0, "North Mill").unwrap();
    sheet.write(1, 1, "R1").unwrap();
    for column in 2..10 {
        sheet.write(1, column, 3).unwrap();
    }
}

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// An XLSX of one sheet with these cells, and these shared texts.
fn xlsx(cells: &str, texts: &str) -> Vec<u8> {
    const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relations = |kind: &str, target: &str| {
        format!(
            r#"<Relationships><Relationship Id="r1" Type="{RELATION}/{kind}" Target="{target}"/></Relationships>"#
        )
    };
    let sheet = format!("<worksheet><sheetData>{cells}</sheetData></worksheet>");
    let book = r#"<workbook><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>"#;
    packed(&[
        (
            "_rels/.rels",
            relations("officeDocument", "xl/workbook.xml").as_bytes(),
        ),
        ("xl/workbook.xml", book.as_bytes()),
        (
            "xl/_rels/workbook.xml.rels",
            relations("worksheet", "worksheets/sheet1.xml").as_bytes(),
        ),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ("xl/sharedStrings.xml", texts.as_bytes()),
    ])
}

/// An ODS with these styles and sheets.
fn ods(styles: &str, sheets: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:automatic-styles>{styles}</office:automatic-styles>\
         <office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body></office:document-content>"
    );
    packed(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet".as_slice(),
        ),
        ("content.xml", content.as_bytes()),
    ])
}

fn text_cell(text: &str) -> String {
    format!(
        r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#
    )
}

/// The rows of [`scores`] as an ODS writes them.
fn ods_scores() -> String {
    let headings: String = HEADINGS.map(text_cell).concat();
    let three = r#"<table:table-cell table:number-columns-repeated="8" office:value-type="float" office:value="3"><text:p>3</text:p></table:table-cell>"#;
    let names = text_cell("North Mill") + &text_cell("R<text:s/>1 &amp; R2");
    format!(
        "<table:table-row>{headings}</table:table-row><table:table-row>{names}{three}</table:table-row>"
    )
}

#[test]
fn a_cell_far_from_the_table_is_a_row_that_is_left_out() {
    for (row, column, letters) in [
        (1_048_575, 16_383, "XFD"),
        (59_999, 701, "A"),
        (1_048_575, 0, "C"),
    ] {
        let mut book = Sheetbook::new();
        let sheet = book.add_worksheet();
        scores(sheet);
        sheet.write(row, column, "x").unwrap();
        let bytes = book.save_to_buffer().unwrap();
        let table = table("far.xlsx", &bytes).unwrap();
        let (fields, reading) = reading(&table, &empty());
        assert_eq!(
            fields.len(),
            10,
            "only the table's own columns are asked about"
        );
        assert_eq!(reading.counts(), (1, 0, 1));
        let (number, RowState::Wrong(problems)) = &reading.rows[1] else {
            panic!("the row is left out");
        };
        assert_eq!(*number, row as usize + 1);
        let place = problems[0].column.as_deref().unwrap_or_default();
        assert!(letters == place || place.is_empty(), "{problems:?}");
    }
}

#[test]
fn cells_beyond_the_last_column_looked_at_are_said_and_the_row_still_counts() {
    let mut book = Sheetbook::new();
    let sheet = book.add_worksheet();
    scores(sheet);
    sheet.write(1, 2000, "x").unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let wide = format!(
        "{}\nNorth Mill,R1,3,3,3,3,3,3,3,3{}x\n",
        HEADINGS.join(","),
        ",".repeat(1991)
    );
    for (name, bytes) in [
        ("wide.xlsx", bytes.as_slice()),
        ("wide.csv", wide.as_bytes()),
    ] {
        let table = table(name, bytes).unwrap();
        let (_, reading) = reading(&table, &empty());
        assert_eq!(reading.counts(), (1, 0, 0), "{name}");
        let beyond = &reading.columns[0];
        assert_eq!(
            (beyond.row, beyond.column.as_deref()),
            (2, Some("BXY")),
            "{name}"
        );
        assert!(matches!(beyond.fault, TableFault::Beyond(_)));
    }
}

#[test]
fn what_a_packed_spreadsheet_claims_is_held_to_what_a_table_may_be() {
    let texts = r"<sst><si><t>a</t></si></sst>";
    let too_much = |bytes: &[u8]| {
        let result = table("bomb.xlsx", bytes);
        assert!(
            matches!(result, Err(TableError::TooMuch { .. })),
            "{result:?}"
        );
    };
    // 96 GB of room for texts that are not there.
    too_much(&xlsx(
        "",
        r#"<sst uniqueCount="4000000000"><si><t>a</t></si></sst>"#,
    ));
    too_much(&xlsx(
        "",
        r#"<!-- <sst uniqueCount="1"> --><x:sst uniqueCount = '4000000000'/>"#,
    ));
    // More than any sheet unpacks to, from 130 KB.
    too_much(&xlsx(&" ".repeat(129 * 1024 * 1024), texts));
    // A text of 1 MB in a hundred cells.
    let long = format!("<sst><si><t>{}</t></si></sst>", "a".repeat(1024 * 1024));
    let cell = r#"<row><c t="s"><v>0</v></c></row>"#;
    too_much(&xlsx(&cell.repeat(100), &long));
    // Three thousand rows with a cell in the last column looked at.
    let cells = (1..3000).map(|row| format!(r#"<row><c r="AMJ{row}"><v>1</v></c></row>"#));
    too_much(&xlsx(&cells.collect::<Vec<_>>().concat(), texts));
    // A text, a formula and a column that are not there are sentences, or read as what they are.
    let strange = table(
        "a.xlsx",
        &xlsx(r#"<row><c t="s"><v>4000000000</v></c></row>"#, texts),
    );
    assert!(
        matches!(strange, Err(TableError::NoSheet { .. })),
        "{strange:?}"
    );
    let shared = r#"<row><c><f t="shared" si="4000000000" ref="A1:A2">1+1</f><v>2</v></c></row>"#;
    let shared = table("a.xlsx", &xlsx(shared, texts)).unwrap();
    assert_eq!(
        (shared.formulas, shared.rows[0].cells[0].text.as_str()),
        (1, "2")
    );
    let column = table(
        "a.xlsx",
        &xlsx(r#"<row><c r="ZZZZZZZZZ1"><v>1</v></c></row>"#, texts),
    );
    let sentence = |error| Language::English.table_error(&error);
    assert!(column.is_ok() || sentence(column.unwrap_err()).contains("damaged"));
}

#[test]
fn an_open_spreadsheet_is_read_cell_by_cell_however_often_it_repeats() {
    let rest = r#"<table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#;
    let corner = format!(
        r#"{rest}<table:table-row><table:table-cell table:number-columns-repeated="16383"/>{}</table:table-row>"#,
        text_cell("x")
    );
    let sheet = |rows: &str| {
        format!(
            r#"<table:table table:name="Scores">{}{rows}</table:table>"#,
            ods_scores()
        )
    };
    let whole = table("a.ods", &ods("", &sheet(rest))).unwrap();
    let (_, found) = reading(&whole, &empty());
    assert_eq!(found.counts(), (1, 0, 0));
    assert_eq!(whole.rows[1].cells[1].text, "R 1 & R2");
    let far = table("a.ods", &ods("", &sheet(&corner))).unwrap();
    let (fields, found) = reading(&far, &empty());
    assert_eq!((fields.len(), found.counts()), (10, (1, 0, 1)));
    assert_eq!(found.rows[1].0, 1_048_576);

    let full = r#"<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/></table:table-row>"#;
    let full = table("a.ods", &ods("", &sheet(full)));
    assert!(matches!(full, Err(TableError::TooMuch { .. })), "{full:?}");
    let blanks = format!(
        "<table:table-row>{}</table:table-row>",
        text_cell(r#"<text:s text:c="4000000000"/>"#)
    );
    assert!(table("a.ods", &ods("", &sheet(&blanks))).is_ok());
}

#[test]
fn dates_errors_and_formulas_of_an_open_spreadsheet_are_told_as_those_of_others() {
    let cells = r#"<table:table-row>
        <table:table-cell office:value-type="date" office:date-value="2026-11-26"><text:p>26.11.26</text:p></table:table-cell>
        <table:table-cell table:formula="of:=1/0" calcext:value-type="error" office:value-type="string" office:string-value=""><text:p>#DIV/0!</text:p></table:table-cell>
        <table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2.50"><text:p>2,5</text:p></table:table-cell>
        <table:table-cell table:formula="of:=1+1"/>
        <table:table-cell office:value-type="string"><office:annotation><text:p>note</text:p></office:annotation><text:p>two</text:p><text:p>lines</text:p></table:table-cell>
        </table:table-row>"#;
    let sheet = format!(r#"<table:table table:name="A">{cells}</table:table>"#);
    let table = table("a.ods", &ods("", &sheet)).unwrap();
    let found = &table.rows[0].cells;
    assert_eq!(found[0].fault, Some(TableFault::Date("2026-11-26".into())));
    assert_eq!(
        found[1].fault,
        Some(TableFault::FormulaError("#DIV/0!".into()))
    );
    assert_eq!((found[2].text.as_str(), &found[2].fault), ("2.5", &None));
    assert_eq!(found[3].fault, Some(TableFault::FormulaEmpty));
    assert_eq!(found[4].text, "two\nlines");
    assert_eq!(table.formulas, 1);
}

#[test]
fn the_first_sheet_that_is_shown_is_opened_and_hidden_ones_are_not_offered() {
    let mut book = Sheetbook::new();
    let list = book.add_worksheet();
    list.set_name("Lists").unwrap().set_hidden(true);
    list.write(0, 0, "Food").unwrap();
    let sheet = book.add_worksheet();
    sheet.set_name("Scores").unwrap().set_active(true);
    scores(sheet);
    let hidden = r#"<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style>"#;
    let sheets = format!(
        r#"<table:table table:name="Lists" table:style-name="h"><table:table-row>{}</table:table-row></table:table><table:table table:name="Scores">{}</table:table>"#,
        text_cell("Food"),
        ods_scores()
    );
    for (name, bytes) in [
        ("a.xlsx", book.save_to_buffer().unwrap()),
        ("a.ods", ods(hidden, &sheets)),
    ] {
        let table = table(name, &bytes).unwrap();
        assert_eq!(
            (table.sheets.as_slice(), table.sheet),
            (["Scores".to_owned()].as_slice(), 0)
        );
        assert_eq!(reading(&table, &empty()).1.counts(), (1, 0, 0), "{name}");
    }
}

#[test]
fn a_web_page_called_a_spreadsheet_is_said_to_be_one() {
    for text in [
        "<html xmlns:x=\"urn:x\"><body><table><tr><td>North Mill</td></tr></table></body></html>",
        "\u{feff}\n  <!DOCTYPE html><p>",
        "<TABLE border=1>",
    ] {
        let error = table("export.xls", text.as_bytes()).unwrap_err();
        assert!(matches!(error, TableError::WebPage { .. }), "{error:?}");
        for language in Language::ALL {
            assert!(language.table_error(&error).contains("export.xls"));
        }
    }
}

/// A record of an XLSB: its kind, its length, what it holds.
fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let low = u8::try_from(kind & 0x7f).unwrap();
    let mut record = match u8::try_from(kind >> 7).unwrap() {
        0 => vec![low],
        high => vec![low | 0x80, high],
    };
    record.push(u8::try_from(data.len()).unwrap());
    record.extend(data);
    record
}

/// A text as an XLSB writes it: the number of its characters, then the characters.
fn wide(text: &str) -> Vec<u8> {
    let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let length = u32::try_from(units.len() / 2).unwrap();
    [length.to_le_bytes().as_slice(), &units].concat()
}

/// An XLSB of one sheet whose rows hold texts, each with its column; `texts` are those it shares.
fn xlsb(rows: &[(u32, &[(u32, &str)])], texts: &[u8]) -> Vec<u8> {
    let sheet_of_book = [[0; 8].as_slice(), &wide("r1"), &wide("Scores")].concat();
    let book = [
        record(0x9c, &sheet_of_book),
        record(0x90, &[]),
        record(0x84, &[]),
    ]
    .concat();
    let mut sheet = [record(0x94, &[0; 16]), record(0x91, &[])].concat();
    for (row, cells) in rows {
        sheet.extend(record(0, &row.to_le_bytes()));
        for (column, text) in *cells {
            let start = [column.to_le_bytes(), [0; 4]].concat();
            sheet.extend(match text.parse::<f64>() {
                Ok(number) => record(5, &[start, number.to_le_bytes().to_vec()].concat()),
                Err(_) => record(6, &[start, wide(text)].concat()),
            });
        }
    }
    sheet.extend(record(0x92, &[]));
    let relations =
        br#"<Relationships><Relationship Id="r1" Target="worksheets/sheet1.bin"/></Relationships>"#;
    packed(&[
        ("xl/workbook.bin", book.as_slice()),
        ("xl/_rels/workbook.bin.rels", relations.as_slice()),
        ("xl/worksheets/sheet1.bin", sheet.as_slice()),
        ("xl/sharedStrings.bin", texts),
    ])
}

#[test]
fn a_binary_spreadsheet_is_read_cell_by_cell() {
    let headings: Vec<(u32, &str)> = (0..).zip(HEADINGS).collect();
    let scores = ["North Mill", "R1", "3", "3", "3", "3", "3", "3", "3", "3"];
    let scores: Vec<(u32, &str)> = (0..).zip(scores).collect();
    let far: &[(u32, &str)] = &[(16_383, "x")];
    let texts = record(0x9f, &[0; 8]);
    let bytes = xlsb(&[(0, &headings), (1, &scores), (1_048_575, far)], &texts);
    let table = table("far.xlsb", &bytes).unwrap();
    assert_eq!(table.sheets, ["Scores"]);
    let (fields, found) = reading(&table, &empty());
    assert_eq!((fields.len(), found.counts()), (10, (1, 0, 1)));
    // A shared text that says it is longer than its record.
    let long = [
        record(0x9f, &[1, 0, 0, 0, 1, 0, 0, 0]),
        record(0x13, &[0, 100, 0, 0, 0, b'a', 0]),
    ];
    let long = self::table("long.xlsb", &xlsb(&[], &long.concat()));
    assert!(matches!(long, Err(TableError::Damaged { .. })), "{long:?}");
}

const OLD: &[u8] = include_bytes!("../fixtures/tables/formula.xls");
const OLD_DAMAGED: &[u8] = include_bytes!("../fixtures/tables/formula-damaged.xls");

/// A spreadsheet of the old kind with some of its bytes changed.
fn changed(changes: &[(usize, &[u8])]) -> Vec<u8> {
    let mut bytes = OLD.to_vec();
    for (at, new) in changes {
        bytes[*at..*at + new.len()].copy_from_slice(new);
    }
    bytes
}

#[test]
fn a_spreadsheet_of_the_old_kind_is_read_and_a_damaged_one_is_a_sentence() {
    let whole = table("f.xls", OLD).unwrap();
    assert_eq!(whole.formulas, 1);
    assert_eq!(reading(&whole, &empty()).1.counts(), (1, 0, 0));
    let damaged = table("damaged.xls", OLD_DAMAGED).unwrap_err();
    assert!(matches!(damaged, TableError::Damaged { .. }), "{damaged:?}");
    // Cut off anywhere, and with any one byte wrong, it is a table or an error.
    for end in (0..OLD.len()).step_by(61) {
        let _ = table("cut.xls", &OLD[..end]);
    }
    for at in (0..OLD.len()).step_by(7) {
        let _ = table("wrong.xls", &changed(&[(at, &[0xff])]));
    }
}

#[test]
fn a_spreadsheet_of_the_old_kind_takes_no_more_memory_than_a_table() {
    // Offsets in the fixture: the first text of the sheet, what the sheet announces, the chain of
    // the folder, the length of the stream.
    for (what, changes) in [
        ("a cell in the last corner", (0xf3e, [0xff; 4].as_slice())),
        (
            "rows that are announced",
            (0xf08, [0xff, 0xff, 0xff, 0x7f].as_slice()),
        ),
    ] {
        let result = table("a.xls", &changed(&[changes]));
        assert!(
            matches!(result, Err(TableError::TooMuch { .. })),
            "{what}: {result:?}"
        );
    }
    // The folder's sector follows itself: reading it would never end.
    let circle = table("a.xls", &changed(&[(0x200 + 4 * 9, &[9, 0, 0, 0])]));
    assert!(
        matches!(circle, Err(TableError::Damaged { .. })),
        "{circle:?}"
    );
}

#[test]
fn a_line_of_millions_of_delimiters_is_no_table() {
    let commas = ",".repeat(17_000_000);
    let result = table("a.csv", commas.as_bytes());
    assert!(matches!(result, Err(TableError::TooMuch { .. })));
    // A quotation mark in the middle of a field opens nothing.
    let result = table("a.csv", format!("a\"b{commas}").as_bytes());
    assert!(matches!(result, Err(TableError::TooMuch { .. })));
    let lines = "x\n".repeat(200_001);
    assert!(matches!(
        table("a.csv", lines.as_bytes()),
        Err(TableError::TooMuch { .. })
    ));
    let lines = format!("{},x\n", ",".repeat(1000)).repeat(3000);
    assert!(matches!(
        table("a.csv", lines.as_bytes()),
        Err(TableError::TooMuch { .. })
    ));
    let narrow = format!(
        "{}\nNorth Mill,R1,3,3,3,3,3,3,3,3{}\n",
        HEADINGS.join(","),
        ",".repeat(500_000)
    );
    let narrow = table("a.csv", narrow.as_bytes()).unwrap();
    assert_eq!(
        narrow.columns, 10,
        "empty cells at the end of a line are none"
    );
}

/// A table of one firm with a row for each of these people.
fn rows_of(names: &[&str]) -> String {
    let mut text = HEADINGS.join(",");
    for name in names {
        text += "\nNorth Mill,";
        text += name;
        text += ",4,2,4,3,2,4,3,4";
    }
    text
}

#[test]
fn forty_thousand_rows_without_a_name_are_taken_in() {
    let text = rows_of(&vec![""; 40_000]);
    let table = table("many.csv", text.as_bytes()).unwrap();
    let workbook = empty();
    let (_, reading) = reading(&table, &workbook);
    assert_eq!(reading.counts(), (40_000, 0, 0));
    let (taken_in, count) = take(&workbook, &reading);
    assert_eq!(count, 40_000);
    let firm = &taken_in.enterprises[0];
    assert_eq!(
        (firm.people.len(), firm.rounds[0].responses.len()),
        (40_000, 40_000)
    );
    // All of them once more: each finds its own person and round.
    let names: Vec<&str> = firm
        .people
        .iter()
        .map(|person| person.name.as_str())
        .collect();
    let text = rows_of(&names);
    let again = self::table("named.csv", text.as_bytes()).unwrap();
    let (_, again) = self::reading(&again, &taken_in);
    assert_eq!(again.counts(), (0, 40_000, 0));
    let (replaced, count) = take(&taken_in, &again);
    assert_eq!(count, 40_000);
    assert_eq!(replaced.enterprises[0].people.len(), 40_000);
}

fn take(workbook: &Workbook, reading: &Reading) -> (Workbook, usize) {
    let mut next = 1_000_000_u128;
    let mut new_id = || {
        next += 1;
        Uuid::from_u128(next + workbook.enterprises.len() as u128 * 1_000_000)
    };
    let name_of = |number: usize| format!("Person {number}");
    let decisions = BTreeMap::new();
    taken(
        workbook,
        reading,
        &decisions,
        RowDecision::Replace,
        &name_of,
        &mut new_id,
    )
}

#[test]
fn answers_stand_in_the_order_of_their_people_however_the_rows_come() {
    let first = table("a.csv", rows_of(&["Ann", "Bo", "Cy"]).as_bytes()).unwrap();
    let (mut workbook, _) = take(&empty(), &reading(&first, &empty()).1);
    let firm = std::sync::Arc::make_mut(&mut workbook.enterprises[0]);
    let round = std::sync::Arc::make_mut(&mut firm.rounds[0]);
    round.responses.remove(1);
    let second = table("b.csv", rows_of(&["Dee", "Bo"]).as_bytes()).unwrap();
    let (workbook, _) = take(&workbook, &reading(&second, &workbook).1);
    let firm = &workbook.enterprises[0];
    let people: Vec<_> = firm.people.iter().map(|person| person.id).collect();
    let answers = firm.rounds[0].responses.iter();
    let answered: Vec<_> = answers.map(|response| response.respondent).collect();
    assert_eq!(people.len(), 4);
    assert_eq!(answered, people);
}

#[test]
fn sixty_thousand_merged_ranges_are_looked_up_row_by_row() {
    let mut book = Sheetbook::new();
    let sheet = book.add_worksheet();
    scores(sheet);
    let plain = Format::new();
    for row in 0..60_000 {
        let row = 2 + 2 * row;
        sheet
            .merge_range(row, 0, row + 1, 0, "Mill", &plain)
            .unwrap();
        sheet.write(row, 2, 3).unwrap();
        sheet.write(row + 1, 9, 3).unwrap();
    }
    let table = table("merged.xlsx", &book.save_to_buffer().unwrap()).unwrap();
    let (_, reading) = reading(&table, &empty());
    assert_eq!(reading.counts(), (1, 0, 120_000));
    let last = table.rows.last().unwrap();
    let fault = Some(TableFault::Merged("A120001:A120002".into()));
    assert_eq!((last.number, &last.cells[0].fault), (120_002, &fault));
    assert_eq!(last.cells[1].fault, None);
}

#[test]
fn a_merged_range_reaches_as_far_as_the_table_even_where_a_row_ends_before_it() {
    let mut book = Sheetbook::new();
    let sheet = book.add_worksheet();
    scores(sheet);
    sheet.write(2, 0, "River Works").unwrap();
    sheet.write(2, 2, 4).unwrap();
    sheet.merge_range(1, 9, 2, 9, "3", &Format::new()).unwrap();
    let table = table("merged.xlsx", &book.save_to_buffer().unwrap()).unwrap();
    let (fields, reading) = reading(&table, &empty());
    assert_eq!(fields[9], Field::Factor(Factor::FacilitatingConditions));
    assert_eq!(reading.counts(), (0, 0, 2));
}

fn preset(entries: &str) -> PresetText {
    PresetText {
        name: "mine.ron".to_owned(),
        text: format!(
            "(format: \"resonance-preset\", kind: \"cases\", version: 1, entries: [{entries}])"
        ),
    }
}

#[test]
fn a_preset_of_a_million_empty_entries_is_one_sentence() {
    let entries = "(),".repeat(1_300_000);
    let knowledge = Knowledge::built_in().unwrap();
    let cases = knowledge.cases.len();
    let (knowledge, errors) = knowledge.with(&[preset(&entries)]);
    assert_eq!(knowledge.cases.len(), cases);
    let [error] = errors.as_slice() else {
        panic!("{} errors", errors.len());
    };
    assert_eq!(error.fault, PresetFault::TooMany(1_300_000));
    for language in Language::ALL {
        assert!(language.preset_error(error).contains("1300000"));
    }
}

#[test]
fn of_many_errors_in_presets_the_first_are_shown_and_the_others_counted() {
    let (_, errors) = Knowledge::built_in()
        .unwrap()
        .with(&[preset("(),\n".repeat(1_500).as_str())]);
    assert_eq!(errors.len(), 1_500);
    let lines: Vec<usize> = errors.iter().map(|error| error.line).collect();
    assert_eq!(lines, (1..=1_500).collect::<Vec<_>>());
    let shown = PresetError::first_of(errors);
    assert_eq!(shown.len(), 101);
    assert_eq!(shown.iter().map(PresetError::count).sum::<usize>(), 1_500);
    assert_eq!(Language::English.preset_error(&shown[100]), "and 1400 more");
}

#[cfg(unix)]
#[test]
fn a_pipe_or_a_folder_is_no_table_and_is_not_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe.csv");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.unwrap().success());
    for path in [&pipe, folder.path()] as [&std::path::Path; 2] {
        let result = read_table(path, 0);
        assert!(
            matches!(result, Err(TableError::NoFile { .. })),
            "{result:?}"
        );
    }
}

#[test]
fn after_a_damaged_file_nothing_stays_busy_and_saving_works() {
    let folder = tempfile::tempdir().unwrap();
    let damaged = folder.path().join("damaged.xls");
    std::fs::write(&damaged, OLD_DAMAGED).unwrap();
    let dialogs = FakeDialogs::default();
    let mut window = Setup {
        content: Content::Demo,
        file: Some(damaged),
        dialogs: FakeDialogs(std::rc::Rc::clone(&dialogs.0)),
        ..Setup::default()
    }
    .tree();
    wait_until(&mut window, "the file is refused", |workbench| {
        !workbench.session().toasts.is_empty()
    });
    assert!(has(&window, "damaged.xls is damaged and cannot be read"));
    assert!(!has(&window, "Opening"));
    let path = folder.path().join("saved.resonance");
    *dialogs.0.borrow_mut() = Some(path.clone());
    press(&mut window, Modifiers::COMMAND, Key::S);
    wait_until(&mut window, "it is saved", |_| path.exists());
}
