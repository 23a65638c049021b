//! However an input is made, it is taken in whole or refused with a sentence; `inputs` says what must hold.
//! What the fuzz targets began with and what they found is held to it here, as are changed files of every
//! kind and those that are made to be bad.

use std::{fs, path::Path};

use proptest::{collection::vec, prelude::*, sample::Index};
use resonance::{
    i18n::Language,
    import::{OpenError, TableError, open_any, read_table},
    knowledge::{Knowledge, PresetFault, PresetText},
    storage::{LoadError, parse_workbook, read_text},
};

use crate::inputs::{self, SEAM, compound, packed};

/// A kind of input: the name of its folders, and what must hold of it.
type Kind = (&'static str, fn(&[u8]));

const KINDS: [Kind; 10] = [
    ("workbook", inputs::workbook),
    ("scores_csv", inputs::scores_csv),
    ("table_csv", inputs::table_csv),
    ("table_xlsx", inputs::table_xlsx),
    ("table_xls", inputs::table_xls),
    ("table_ods", inputs::table_ods),
    ("codes", inputs::codes),
    ("preset", inputs::preset),
    ("settings", inputs::settings),
    ("recovery", inputs::recovery),
];

/// The inputs of a kind that the fuzz targets begin with, or that they found.
fn kept(folder: &str, kind: &str) -> Vec<(String, Vec<u8>)> {
    let folder = format!("tests/fuzz/{folder}/{kind}");
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let paths = entries.map(|entry| entry.unwrap().path());
    let mut kept: Vec<_> = paths
        .map(|path| (path.display().to_string(), fs::read(path).unwrap()))
        .collect();
    kept.sort();
    kept
}

#[test]
fn every_kind_has_inputs_to_begin_with_and_what_was_found_holds() {
    for (kind, holds) in KINDS {
        let seeds = kept("seeds", kind);
        assert!(seeds.len() > 1, "{kind}");
        for (name, bytes) in seeds.into_iter().chain(kept("found", kind)) {
            println!("{name}");
            holds(&bytes);
        }
    }
}

/// Pieces that change what stands around them.
const PIECES: [&[u8]; 24] = [
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    "\u{202e}".as_bytes(),
    "\u{2028}".as_bytes(),
    b"\"",
    b"(",
    b"))",
    b"[[[[",
    b"\\u{110000}",
    b"r#\"",
    b"/*",
    b",,,,",
    b";\t\r\n",
    b"NaN",
    b"-inf",
    b"1e999",
    b"99999999999999999999",
    b"<!DOCTYPE x [<!ENTITY a \"b\">]>&a;",
    b"]]>",
    b"</",
    b"=1+1",
    b"Some(Some(",
    SEAM,
];

/// A change to a file.
#[derive(Clone, Debug)]
enum Change {
    Flip(Index, u8),
    Cut(Index),
    Repeat(Index, Index, usize),
    Remove(Index, Index),
    Insert(Index, Index),
    Copy(Index, Index, Index),
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let at = any::<Index>;
    let change = prop_oneof![
        4 => (at(), 0..8_u8).prop_map(|(at, bit)| Change::Flip(at, bit)),
        1 => at().prop_map(Change::Cut),
        1 => (at(), at(), 1..40_usize).prop_map(|(from, to, times)| Change::Repeat(from, to, times)),
        2 => (at(), at()).prop_map(|(from, to)| Change::Remove(from, to)),
        4 => (at(), at()).prop_map(|(at, piece)| Change::Insert(at, piece)),
        2 => (at(), at(), at()).prop_map(|(from, to, at)| Change::Copy(from, to, at)),
    ];
    vec(change, 1..6)
}

fn changed(bytes: &[u8], changes: &[Change]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for change in changes {
        let place = |at: &Index| at.index(bytes.len() + 1);
        let span = |from: &Index, to: &Index| {
            let (from, to) = (place(from), place(to));
            from.min(to)..from.max(to).min(from.min(to) + 2_000)
        };
        match change {
            Change::Flip(at, bit) => {
                let at = place(at);
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << bit;
                }
            }
            Change::Cut(at) => bytes.truncate(place(at)),
            Change::Repeat(from, to, times) => {
                let span = span(from, to);
                let piece = bytes[span.clone()].repeat(*times);
                bytes.splice(span, piece);
            }
            Change::Remove(from, to) => drop(bytes.drain(span(from, to))),
            Change::Insert(at, piece) => {
                let piece = PIECES[piece.index(PIECES.len())];
                let at = place(at);
                bytes.splice(at..at, piece.iter().copied());
            }
            Change::Copy(from, to, at) => {
                let (piece, at) = (bytes[span(from, to)].to_vec(), place(at));
                bytes.splice(at..at, piece);
            }
        }
    }
    bytes
}

proptest! {
    #[test]
    fn any_bytes_are_harmless(bytes in vec(any::<u8>(), 0..1_500)) {
        for (_, holds) in KINDS {
            holds(&bytes);
        }
    }

    #[test]
    fn files_that_were_sound_are_harmless_however_they_changed(
        at in any::<Index>(),
        changes in changes(),
    ) {
        for (kind, holds) in KINDS {
            let seeds = kept("seeds", kind);
            holds(&changed(&seeds[at.index(seeds.len())].1, &changes));
        }
    }
}

/// Names that nobody has: long, of nothing that is seen, of what others would take for a command.
fn names() -> Vec<String> {
    let long = "长".repeat(100_000);
    let mut names = vec![long, "x".repeat(100_000)];
    names.extend(
        [
            "\u{202e}niL ieM",
            "a\u{200b}\u{2066}b",
            "=HYPERLINK(1)",
            "@SUM(A1)",
            "<script>alert(1)</script>",
            "&amp;<b>",
            "{questions}",
            "../../etc/passwd",
            "\u{1b}[31m",
        ]
        .map(str::to_owned),
    );
    names
}

#[test]
fn names_that_nobody_has_are_taken_in_or_said_and_come_back_as_they_were() {
    const HEADER: &str = resonance::import::HEADER;
    let seed = String::from_utf8(fs::read("tests/fuzz/seeds/workbook/v3").unwrap()).unwrap();
    for name in names() {
        let written = format!("{:?}", ron::to_string(&name).unwrap());
        let written = ron::from_str::<String>(&written).unwrap();
        let text = seed.replacen("\"Mill\"", &written, 1);
        let workbook = parse_workbook(Path::new("x"), &text).unwrap();
        assert_eq!(workbook.enterprises[0].name, name);
        inputs::workbook(text.as_bytes());
        let cell = name.replace('"', "\"\"");
        let row = format!("\"{cell}\",\"{cell}\",\"{cell}\",\"{cell}\",1,4,2,3,4,3,3,3,2");
        inputs::scores_csv(format!("{HEADER}\n{row}\n").as_bytes());
        // In the place of a score it is said where, and no longer than a sentence.
        let wrong = format!("{HEADER}\nMill,,,,1,\"{cell}\",2,3,4,3,3,3,2\n");
        inputs::scores_csv(wrong.as_bytes());
        let header = format!("enterprise,\"{cell}\"\n");
        inputs::scores_csv(header.as_bytes());
        inputs::table_csv(
            format!("Company,Complexity\n\"{cell}\",3\nMill,\"{cell}\"\n").as_bytes(),
        );
        let xml = name
            .replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('\u{1b}', "");
        let cell = |text: &str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
        let rows = [["Company", "Complexity"], [&xml, "3"], ["Mill", &xml]]
            .map(|row| format!("<row>{}{}</row>", cell(row[0]), cell(row[1])));
        let sheet = format!(
            "<worksheet><sheetData>{}</sheetData></worksheet>",
            rows.concat()
        );
        inputs::table_xlsx(sheet.as_bytes());
        let seam = String::from_utf8(SEAM.to_vec()).unwrap();
        let book = format!(
            "<workbook><sheets><sheet name=\"{}\" r:id=\"worksheets/sheet1.xml\"/></sheets></workbook>",
            xml.replace('"', "")
        );
        inputs::table_xlsx(format!("{sheet}{seam}<sst/>{seam}{book}").as_bytes());
        for field in ["id", "name", "kind"] {
            let preset = format!(
                "(format: \"resonance-preset\", kind: \"cases\", version: 1, entries: [({field}: {written})])"
            );
            inputs::preset(preset.as_bytes());
        }
        let preset = fs::read_to_string("tests/fuzz/seeds/preset/countermeasures").unwrap();
        inputs::preset(
            preset
                .replacen("answers: [", &format!("answers: [{written}, "), 1)
                .as_bytes(),
        );
        inputs::preset(
            preset
                .replacen("\"own_", &format!("{}_", written.trim_end_matches('"')), 1)
                .as_bytes(),
        );
        let kept = format!("(name:{written},changes:(scores:[({written},1)])){seam}{seed}");
        inputs::recovery(kept.as_bytes());
        inputs::settings(format!("recent: [{written}]\ntheme: {name}\n").as_bytes());
        inputs::codes(name.as_bytes());
    }
}

/// A table's file of a kind, and whether it is read.
fn table(name: &str, bytes: &[u8]) -> Result<(usize, usize), TableError> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    let table = read_table(&path, 0)?;
    Ok((table.sheets.len(), table.rows.len()))
}

#[test]
fn xml_as_deep_as_it_may_be_is_read_without_going_down_with_it() {
    let deep = |tag: &str| {
        let (open, close) = (format!("<{tag}>"), format!("</{tag}>"));
        open.repeat(100_000) + &close.repeat(100_000)
    };
    for tag in ["row", "c", "is", "t", "sheetData", "x"] {
        inputs::table_xlsx(
            format!(
                "<worksheet><sheetData>{}</sheetData></worksheet>",
                deep(tag)
            )
            .as_bytes(),
        );
        inputs::table_xlsx(format!("<worksheet/>\n--\n<sst>{}</sst>", deep(tag)).as_bytes());
    }
    for tag in [
        "table:table",
        "table:table-row",
        "table:table-cell",
        "text:p",
        "table:shapes",
        "x",
    ] {
        let content = format!("<office:spreadsheet>{}</office:spreadsheet>", deep(tag));
        inputs::table_ods(content.as_bytes());
        inputs::table_ods(deep(tag)[..200_000].as_bytes());
    }
    let brackets = "(format: \"resonance-workbook\", version: 3, workbook: ".to_owned()
        + &"[(".repeat(100_000);
    inputs::workbook(brackets.as_bytes());
    inputs::preset("(".repeat(100_000).as_bytes());
    inputs::settings(("recent: ".to_owned() + &"[".repeat(100_000)).as_bytes());
    inputs::recovery("Some(".repeat(10_000).as_bytes());
}

#[test]
fn ten_thousand_sheets_are_listed_and_the_first_one_is_read() {
    let sheets: String = (0..10_000)
        .map(|number| format!("<sheet name=\"S{number}\" r:id=\"worksheets/sheet1.xml\"/>"))
        .collect();
    let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let link = |kind: &str, target: &str| {
        format!(
            "<Relationships><Relationship Id=\"{target}\" Type=\"{relation}/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    let xlsx = packed(&[
        (
            "_rels/.rels",
            link("officeDocument", "xl/workbook.xml").as_bytes(),
        ),
        (
            "xl/workbook.xml",
            format!("<workbook><sheets>{sheets}</sheets></workbook>").as_bytes(),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            link("worksheet", "worksheets/sheet1.xml").as_bytes(),
        ),
        (
            "xl/worksheets/sheet1.xml",
            b"<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>",
        ),
    ]);
    assert_eq!(table("a.xlsx", &xlsx), Ok((10_000, 1)));
    let row = "<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"1\"/></table:table-row>";
    let sheets: String = (0..10_000)
        .map(|number| format!("<table:table table:name=\"S{number}\">{row}</table:table>"))
        .collect();
    let ods = packed(&[("content.xml", format!("<x>{sheets}</x>").as_bytes())]);
    assert_eq!(table("a.ods", &ods), Ok((10_000, 1)));
    // In the old kind all of them may be the same place of the file.
    let stream = fs::read("tests/fuzz/seeds/table_xls/short").unwrap();
    let at = stream.windows(2).position(|two| two == [0x85, 0]).unwrap();
    let entry = 4 + usize::from(stream[at + 2]);
    let more = stream[at..at + entry].repeat(9_999);
    let start = u32::from_le_bytes(stream[at + 4..at + 8].try_into().unwrap());
    let start = start + u32::try_from(more.len()).unwrap();
    let mut many = stream.clone();
    many.splice(at..at, more);
    for sheet in 0..10_000 {
        let place = at + sheet * entry + 4;
        many[place..place + 4].copy_from_slice(&start.to_le_bytes());
    }
    let old = table("a.xls", &compound(&many));
    assert!(matches!(old, Err(TableError::TooMuch { .. })), "{old:?}");
}

#[test]
fn one_line_of_many_megabytes_is_read_or_refused_and_more_is_said_to_be_too_large() {
    let long = "x".repeat(20_000_000);
    inputs::workbook(long.as_bytes());
    inputs::workbook(
        format!("(format: \"resonance-workbook\", version: 3, workbook: (id: \"{long}").as_bytes(),
    );
    inputs::scores_csv(format!("enterprise,{long}").as_bytes());
    inputs::scores_csv(format!("enterprise,\"{long}").as_bytes());
    inputs::table_csv(long.as_bytes());
    inputs::table_csv(format!("\"{long}").as_bytes());
    inputs::codes(&long.as_bytes()[..2_000_000]);
    inputs::codes("RS1-22222 ".repeat(200_000).as_bytes());
    inputs::preset(long[..4_000_000].as_bytes());
    inputs::settings(format!("recent: [\"{}", &long[..1_000_000]).as_bytes());
    let folder = tempfile::tempdir().unwrap();
    // A file of nothing but holes takes no room on the disk.
    let holes = |name: &str, megabytes: u64| {
        let path = folder.path().join(name);
        let file = fs::File::create(&path).unwrap();
        file.set_len(megabytes * 1024 * 1024 + 1).unwrap();
        path
    };
    for name in ["a.resonance", "a.csv"] {
        let error = open_any(&holes(name, 256)).unwrap_err();
        let too_large = matches!(
            error,
            OpenError::File(LoadError::TooLarge { limit: 256, .. })
        );
        assert!(too_large, "{error:?}");
        assert!(error.sentence(Language::English).contains("256"));
    }
    let error = read_table(&holes("b.csv", 64), 0).unwrap_err();
    assert!(matches!(error, TableError::TooLarge { .. }), "{error:?}");
    assert!(read_text(&holes("c", 1), 1024 * 1024).is_err());
}

#[test]
fn a_heading_further_down_and_wider_than_the_first_rows_is_no_end() {
    let below = "\n".repeat(150);
    inputs::table_csv(format!("a{below}Company,Participant,Complexity\nMill,R1,3\n").as_bytes());
}

#[test]
fn an_entry_of_a_preset_without_an_id_is_refused_as_no_plan_could_name_it() {
    let rule = fs::read_to_string("tests/fuzz/seeds/preset/rules").unwrap();
    let blank = rule.replacen("own_ca_results", " ", 1);
    assert_ne!(rule, blank);
    let preset = |text: String| PresetText {
        name: "own.ron".into(),
        text,
    };
    let known = Knowledge::built_in().unwrap();
    let rules = known.rules.len();
    let (known, errors) = known.with(&[preset(rule)]);
    assert_eq!((known.rules.len(), errors.len()), (rules + 1, 0));
    let (known, errors) = known.with(&[preset(blank)]);
    assert_eq!(known.rules.len(), rules + 1);
    assert_eq!(errors[0].fault, PresetFault::EmptyText);
}

#[test]
fn a_cell_that_says_what_stands_behind_the_end_of_a_table_is_a_cell() {
    let end = "\u{4}end of table";
    let text = format!("Company,Complexity\n\"{end}\",3\n\"\n{end}\n\",4\n{end}");
    assert_eq!(table("a.csv", text.as_bytes()), Ok((0, 4)));
    let open = format!("{text}\nMill,\"3\n");
    let open = table("a.csv", open.as_bytes());
    assert!(
        matches!(open, Err(TableError::OpenQuote { .. })),
        "{open:?}"
    );
    let mut scores = resonance::import::HEADER.to_owned();
    for name in ["Mill", end] {
        scores += &format!("\n{name},,,R1,1,3,3,3,3,3,3,3,3");
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.csv");
    fs::write(&path, scores).unwrap();
    let (workbook, _) = open_any(&path).unwrap();
    assert_eq!(workbook.enterprises[1].name, end);
}

#[test]
fn a_cell_in_the_last_column_that_can_be_counted_is_left_out_and_the_others_are_read() {
    let cell = "<table:table-cell office:value-type=\"float\" office:value=\"1\"/>";
    let far = "<table:table-cell table:number-columns-repeated=\"4294967295\"/>";
    let sheet =
        format!("<table:table><table:table-row>{cell}{far}{cell}</table:table-row></table:table>");
    let ods = packed(&[("content.xml", sheet.as_bytes())]);
    assert_eq!(table("a.ods", &ods), Ok((1, 1)));
}
