//! What must hold of every input, however it is made: a function for each kind, which panics where it
//! does not. The fuzz targets call them, and `tests/all/bad_input.rs` does with what was found.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "what does not hold is meant to stop"
)]

use std::{
    collections::BTreeMap,
    fs,
    io::{Cursor, Write as _},
    path::{Path, PathBuf},
    sync::LazyLock,
};

use resonance::{
    analysis::{Settings as Evaluation, evaluate},
    i18n::Language,
    import::{
        Arriving, OpenError, PREFIX, ResponseCode, RowDecision, RowState, Source, TableContext,
        column_name, header_and_fields, is_unseen, open_any, read_rows, read_scores, read_table,
        tag, taken, write_scores,
    },
    knowledge::{Knowledge, PresetError, demo_workbook},
    model::{Factor, Respondent, Response, Score, Workbook},
    state::{Arrival, Codes},
    storage::{Settings, leftovers, own_presets, parse_workbook, workbook_text},
};
use tempfile::TempDir;
use uuid::Uuid;
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// What stands between the parts of an input that is put together of several.
pub const SEAM: &[u8] = b"\n--\n";

/// The most characters of any sentence about an input; the place and what is quoted are in it.
const MOST_SAID: usize = 600;

/// The most sheets of a table that are read here.
const MOST_SHEETS: usize = 3;

static KNOWLEDGE: LazyLock<Knowledge> = LazyLock::new(|| Knowledge::built_in().unwrap());
/// The demo's first enterprise alone.
static DEMO: LazyLock<Workbook> = LazyLock::new(|| {
    let mut demo = demo_workbook(Language::English).unwrap();
    demo.enterprises.truncate(1);
    demo
});

thread_local! {
    static FOLDER: TempDir = tempfile::tempdir().unwrap();
}

/// A file of this thread with these bytes.
fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = FOLDER.with(|folder| folder.path().join(name));
    fs::write(&path, bytes).unwrap();
    path
}

/// A sentence is there, short, and turns nothing around.
fn said(sentence: &str) {
    let length = sentence.chars().count();
    assert!((1..=MOST_SAID).contains(&length), "{length}: {sentence}");
    assert!(!sentence.contains(turns), "{sentence:?}");
}

/// Controls, marks that turn the direction of writing, and what has no width.
fn turns(one: char) -> bool {
    let marks = [
        '\u{200b}'..='\u{200f}',
        '\u{2028}'..='\u{202e}',
        '\u{2060}'..='\u{206f}',
    ];
    one.is_control() || one == '\u{feff}' || marks.iter().any(|marks| marks.contains(&one))
}

/// The sentence in every language.
fn said_in_all(sentence: impl Fn(Language) -> String) {
    for language in Language::ALL {
        said(&sentence(language));
    }
}

/// A file of any kind that is opened as a document.
fn opened(name: &str, bytes: &[u8]) -> Option<(Workbook, Source)> {
    match open_any(&file(name, bytes)) {
        Ok(found) => Some(found),
        Err(error) => {
            said_in_all(|language| error.sentence(language));
            if let OpenError::Csv(error) = error {
                said_in_all(|language| error.clone().unquoted().sentence(language));
            }
            None
        }
    }
}

/// A workbook that came in is saved and opened again as it is, and gives numbers.
fn is_sound(workbook: &Workbook) {
    let text = workbook_text(workbook).unwrap();
    let again = parse_workbook(Path::new("again"), &text).unwrap();
    assert!(again == *workbook, "it comes back changed");
    let settings = Evaluation::of(workbook);
    for enterprise in &workbook.enterprises {
        for round in &enterprise.rounds {
            let result = evaluate(round, &settings);
            for side in [result.sides.supply.value, result.sides.demand.value] {
                assert!(
                    side.is_none_or(|side| (0.0..=1.0).contains(&side)),
                    "{side:?}"
                );
            }
            let index = result.outcome.map(|outcome| outcome.resonance);
            assert!(
                index.is_none_or(|index| (0.0..=1.0).contains(&index)),
                "{index:?}"
            );
        }
    }
}

/// A workbook that came in is written as a scores CSV, which is read again, or it is said why not.
fn is_exported(workbook: &Workbook) {
    match write_scores(workbook) {
        Ok((text, _)) => {
            let text = text.trim_start_matches('\u{feff}');
            let mut new_id = ids();
            let back = read_scores(Path::new("x"), text, String::new(), &mut new_id);
            back.unwrap_or_else(|error| panic!("{error:?}: {text}"));
        }
        Err(error) => said_in_all(|language| error.sentence(language)),
    }
}

fn ids() -> impl FnMut() -> Uuid {
    let mut count = 1_u128 << 64;
    move || {
        count += 1;
        Uuid::from_u128(count)
    }
}

/// A workbook file.
pub fn workbook(bytes: &[u8]) {
    if let Some((workbook, _)) = opened("input.resonance", bytes) {
        is_sound(&workbook);
        is_exported(&workbook);
    }
}

/// A scores CSV.
pub fn scores_csv(bytes: &[u8]) {
    if let Some((workbook, _)) = opened("input.csv", bytes) {
        is_sound(&workbook);
        is_exported(&workbook);
    }
}

/// A table of text.
pub fn table_csv(bytes: &[u8]) {
    table(&file("input.csv", bytes));
}

/// An XLSX as it is; or the text of its sheet, shared texts, workbook, relations, styles and second
/// sheet with [`SEAM`]s between, so that what is inside is reached; or behind a `B` the records of
/// an XLSB's sheet, shared texts and workbook.
pub fn table_xlsx(bytes: &[u8]) {
    const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    if bytes.starts_with(b"PK") {
        return table(&file("input.xlsx", bytes));
    }
    let relations = |kind: &str, target: &str| {
        format!(r#"<Relationship Id="{target}" Type="{RELATION}/{kind}" Target="{target}"/>"#)
    };
    let all = |inside: String| format!("<Relationships>{inside}</Relationships>");
    let usual_book = r#"<workbook><sheets><sheet name="A" sheetId="1" r:id="worksheets/sheet1.xml"/><sheet name="B" sheetId="2" r:id="worksheets/sheet2.xml"/></sheets></workbook>"#;
    if let Some(records) = bytes.strip_prefix(b"B") {
        let mut parts = pieces(records).into_iter();
        let sheet = parts.next().unwrap_or_default();
        let texts = parts.next().unwrap_or_default();
        let usual = binary_book();
        let book = parts.next().unwrap_or(&usual);
        let links = r#"<Relationships><Relationship Id="r1" Target="worksheets/sheet1.bin"/></Relationships>"#;
        let zip = packed(&[
            ("xl/workbook.bin", book),
            ("xl/_rels/workbook.bin.rels", links.as_bytes()),
            ("xl/worksheets/sheet1.bin", sheet),
            ("xl/sharedStrings.bin", texts),
        ]);
        return table(&file("input.xlsb", &zip));
    }
    let links = all(relations("worksheet", "worksheets/sheet1.xml")
        + &relations("worksheet", "worksheets/sheet2.xml")
        + &relations("sharedStrings", "sharedStrings.xml")
        + &relations("styles", "styles.xml"));
    let root = all(relations("officeDocument", "xl/workbook.xml"));
    let mut parts = pieces(bytes).into_iter();
    let mut part = |usual: &'static str| parts.next().unwrap_or(usual.as_bytes());
    let sheet = part("");
    let texts = part("<sst><si><t>a</t></si></sst>");
    let book = part(usual_book);
    let styles = part("<styleSheet/>");
    let second = part("<worksheet/>");
    let zip = packed(&[
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", links.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/worksheets/sheet2.xml", second),
        ("xl/sharedStrings.xml", texts),
        ("xl/styles.xml", styles),
    ]);
    table(&file("input.xlsx", &zip));
}

/// An XLS as it is, or the stream of records that is in one.
pub fn table_xls(bytes: &[u8]) {
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        table(&file("input.xls", bytes));
    } else {
        table(&file("input.xls", &compound(bytes)));
    }
}

/// An ODS as it is, or the text of its content.
pub fn table_ods(bytes: &[u8]) {
    if bytes.starts_with(b"PK") {
        return table(&file("input.ods", bytes));
    }
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    let zip = packed(&[("mimetype", kind.as_bytes()), ("content.xml", bytes)]);
    table(&file("input.ods", &zip));
}

/// What holds of any table: every sheet is cells or a sentence, every row is taken in or said to be
/// wrong, and what was taken in can be saved.
fn table(path: &Path) {
    let mut sheets = 1;
    let mut sheet = 0;
    while sheet < sheets.min(MOST_SHEETS) {
        let table = match read_table(path, sheet) {
            Ok(table) => table,
            Err(error) => {
                said_in_all(|language| language.table_error(&error));
                return;
            }
        };
        sheets = table.sheets.len();
        sheet += 1;
        let (header, fields) = header_and_fields(&table, &KNOWLEDGE.framework);
        assert_eq!(fields.len(), table.columns);
        let context = TableContext {
            workbook: &DEMO,
            selected: None,
            new_round: "Baseline",
        };
        let reading = read_rows(&table, header, &fields, &context);
        let mut problems: Vec<_> = reading.columns.iter().collect();
        for (_, state) in &reading.rows {
            match state {
                RowState::Wrong(wrong) => problems.extend(wrong),
                RowState::Ready(arriving) | RowState::Conflict(arriving, _) => can_be(arriving),
            }
        }
        for problem in problems.into_iter().take(20) {
            said_in_all(|language| language.table_fault(&problem.fault));
        }
        let (ready, conflicts, _) = reading.counts();
        let nothing = BTreeMap::new();
        let name_of = |number: usize| format!("Person {number}");
        let all = RowDecision::Replace;
        let (changed, count) = taken(&DEMO, &reading, &nothing, all, &name_of, &mut ids());
        assert_eq!(count, ready + conflicts);
        if count > 0 {
            is_sound(&changed);
        }
    }
    assert_eq!(column_name(0), "A");
}

fn can_be(arriving: &Arriving) {
    assert!(arriving.weight.is_finite() && arriving.weight > 0.0);
    assert!(!arriving.enterprise.is_empty());
}

/// A text with response codes in it; or behind a byte 1 what a code packs, which gets its checksum here.
pub fn codes(bytes: &[u8]) {
    let text = match bytes.split_first() {
        Some((1, packed)) => code_of(packed),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    };
    let enterprise = &DEMO.enterprises[0];
    let selected = (enterprise.id, enterprise.rounds[0].id);
    for foreign in [false, true] {
        let codes = Codes::read(text.clone(), foreign, &DEMO, Some(selected));
        assert!(codes.arrivals.len() <= text.split_whitespace().count());
        for (_, arrival) in &codes.arrivals {
            let Arrival::Bound(bound) = arrival else {
                continue;
            };
            let name = &bound.code.name;
            assert!(!name.chars().any(is_unseen), "{name:?}");
            let mut response = Response::blank(enterprise.people[0].id);
            bound.code.put_into(&mut response);
            for factor in Factor::ALL {
                let score = response.score(factor);
                assert!(
                    score
                        .level()
                        .is_none_or(|one| (1.0..=5.0).contains(&one.value()))
                );
                let direct = bound.code.answers[factor].direct;
                assert!(direct == Score::NotScored || direct == response.answers[factor].direct);
            }
            let mut changed = DEMO.clone();
            let firm = std::sync::Arc::make_mut(&mut changed.enterprises[0]);
            let id = resonance::model::RespondentId(Uuid::from_u128(7));
            firm.people.push(Respondent {
                id,
                name: name.clone(),
                role: String::new(),
            });
            response.respondent = id;
            let round = std::sync::Arc::make_mut(&mut firm.rounds[0]);
            round.responses.push(std::sync::Arc::new(response));
            is_sound(&changed);
        }
    }
    for word in text.split_whitespace() {
        if let Ok(code) = ResponseCode::read(word) {
            assert_eq!(code.text(), word.to_ascii_uppercase());
        }
    }
}

/// The code of what is packed in it; `tags` of the demo stand where the input asks for them.
fn code_of(packed: &[u8]) -> String {
    const ALPHABET: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    let mut bytes = packed.to_vec();
    if let Some(place) = bytes.get_mut(2..14)
        && place.iter().all(|byte| *byte == 0)
    {
        let enterprise = &DEMO.enterprises[0];
        let ids = [DEMO.id.0, enterprise.id.0, enterprise.rounds[0].id.0];
        let tags = ids.map(|id| tag(id).to_be_bytes());
        place.copy_from_slice(tags.as_flattened());
    }
    bytes.extend(crc32fast::hash(&bytes).to_be_bytes());
    let bit = |at: usize| {
        bytes
            .get(at / 8)
            .is_some_and(|byte| byte >> (7 - at % 8) & 1 == 1)
    };
    let symbols = (0..(bytes.len() * 8).div_ceil(5)).map(|symbol| {
        let bits = (0..5).map(|place| usize::from(bit(symbol * 5 + place)) << (4 - place));
        char::from(ALPHABET[bits.sum::<usize>()])
    });
    let mut text = PREFIX.to_owned();
    for (place, symbol) in symbols.enumerate() {
        if place > 0 && place % 5 == 0 {
            text.push('-');
        }
        text.push(symbol);
    }
    text
}

/// A preset of the user's own.
pub fn preset(bytes: &[u8]) {
    let folder = FOLDER.with(|folder| folder.path().join("presets"));
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("own.ron"), bytes).unwrap();
    let own = own_presets(&folder);
    // Few of each kind, as what is known already is indexed anew for every input.
    let mut few = KNOWLEDGE.clone();
    few.scenarios.truncate(1);
    few.cases.truncate(1);
    few.challenges.truncate(2);
    few.countermeasures.truncate(1);
    few.figures.truncate(1);
    few.rules.truncate(1);
    let (knowledge, mut errors) = few.with(&own.presets);
    errors.extend(own.errors);
    let shown = PresetError::first_of(errors);
    assert!(shown.len() <= 101);
    for error in &shown {
        assert!(error.line > 0 && error.column > 0);
        said_in_all(|language| language.preset_error(error));
    }
    let _ = knowledge.search("farm");
}

/// The settings' file.
pub fn settings(bytes: &[u8]) {
    let path = file("settings.ron", bytes);
    let folder = path.parent().unwrap();
    let found = Settings::load(folder);
    assert!(Settings::TEXT_SIZES.contains(&found.text_size_percent));
    assert!(found.recent_files().len() <= 10);
    let other = folder.join("other");
    found.save(&other).unwrap();
    assert_eq!(Settings::load(&other), found);
}

/// Unsaved work that was left behind: what is said of it, a [`SEAM`], the workbook.
pub fn recovery(bytes: &[u8]) {
    let mut parts = pieces(bytes).into_iter();
    let about = parts.next().unwrap_or_default();
    let workbook = parts.next().unwrap_or_default();
    let user = FOLDER.with(|folder| folder.path().join("user"));
    let folder = user.join("recovery");
    fs::create_dir_all(&folder).unwrap();
    let id = Uuid::from_u128(5);
    fs::write(folder.join(format!("{id}.ron")), about).unwrap();
    fs::write(folder.join(format!("{id}.resonance")), workbook).unwrap();
    for left in leftovers(&user) {
        let scored = &left.about.changes.scores;
        assert!(scored.len() <= 3);
        let mut names = scored
            .iter()
            .map(|(name, _)| name)
            .chain([&left.about.name]);
        let listed = |name: &String| name.chars().count() <= 50 && !name.contains(turns);
        assert!(names.all(listed), "{:?}", left.about);
        match left.slot.read() {
            Ok(workbook) => is_sound(&workbook),
            Err(error) => said_in_all(|language| error.sentence(language)),
        }
        left.slot.clear();
    }
    assert!(!folder.join(format!("{id}.resonance")).exists());
}

/// The pieces of an input between its seams.
fn pieces(bytes: &[u8]) -> Vec<&[u8]> {
    let mut found = Vec::new();
    let mut rest = bytes;
    while let Some(at) = rest.windows(SEAM.len()).position(|four| four == SEAM) {
        found.push(&rest[..at]);
        rest = &rest[at + SEAM.len()..];
    }
    found.push(rest);
    found
}

/// A packed file of these parts.
pub fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in parts {
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The records of an XLSB's workbook with one sheet.
fn binary_book() -> Vec<u8> {
    let wide = |text: &str| {
        let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let length = u32::try_from(text.len()).unwrap();
        [length.to_le_bytes().as_slice(), &units].concat()
    };
    let sheet = [[0; 8].as_slice(), &wide("r1"), &wide("A")].concat();
    let length = u8::try_from(sheet.len()).unwrap();
    [
        &[0x9c, 0x01, length],
        sheet.as_slice(),
        &[0x90, 0x01, 0, 0x84, 0x01, 0],
    ]
    .concat()
}

/// A file of the old kind (MS-CFB, sectors of 512 bytes) with one stream, `Workbook`.
pub fn compound(stream: &[u8]) -> Vec<u8> {
    const SECTOR: usize = 512;
    const END: u32 = 0xffff_fffe;
    const FREE: u32 = 0xffff_ffff;
    let length = stream.len().max(4096);
    let sectors = length.div_ceil(SECTOR);
    // The allocation table, the directory, then the stream.
    let tables = (sectors + 2).div_ceil(SECTOR / 4 - 1);
    let first = u32::try_from(tables + 1).unwrap();
    let mut header = vec![0_u8; SECTOR];
    let mut put = |at: usize, bytes: &[u8]| header[at..at + bytes.len()].copy_from_slice(bytes);
    put(0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    put(24, &[0x3e, 0, 3, 0, 0xfe, 0xff, 9, 0, 6, 0]);
    put(44, &u32::try_from(tables).unwrap().to_le_bytes());
    put(48, &u32::try_from(tables).unwrap().to_le_bytes());
    put(56, &4096_u32.to_le_bytes());
    put(60, &END.to_le_bytes());
    put(68, &END.to_le_bytes());
    for place in 0..109 {
        let table = u32::try_from(place).unwrap();
        let table = if place < tables { table } else { FREE };
        put(76 + 4 * place, &table.to_le_bytes());
    }
    let mut chains: Vec<u32> = vec![0xffff_fffd; tables];
    chains.push(END);
    chains.extend((1..sectors).map(|sector| first + u32::try_from(sector).unwrap()));
    chains.push(END);
    chains.resize(tables * SECTOR / 4, FREE);
    let mut bytes = header;
    bytes.extend(chains.iter().flat_map(|chain| chain.to_le_bytes()));
    let entry = |name: &str, kind: u8, child: u32, start: u32, length: usize| {
        let mut entry = vec![0_u8; 128];
        for (place, unit) in name.encode_utf16().enumerate() {
            entry[2 * place..2 * place + 2].copy_from_slice(&unit.to_le_bytes());
        }
        let named = 2 * name.len() + 2 * usize::from(!name.is_empty());
        entry[64] = u8::try_from(named).unwrap();
        entry[66] = kind;
        entry[67] = 1;
        entry[68..72].copy_from_slice(&FREE.to_le_bytes());
        entry[72..76].copy_from_slice(&FREE.to_le_bytes());
        entry[76..80].copy_from_slice(&child.to_le_bytes());
        entry[116..120].copy_from_slice(&start.to_le_bytes());
        entry[120..124].copy_from_slice(&u32::try_from(length).unwrap().to_le_bytes());
        entry
    };
    bytes.extend(entry("Root Entry", 5, 1, END, 0));
    bytes.extend(entry("Workbook", 2, FREE, first, length));
    bytes.extend(entry("", 0, FREE, 0, 0));
    bytes.extend(entry("", 0, FREE, 0, 0));
    bytes.extend(stream);
    bytes.resize((1 + tables + 1 + sectors) * SECTOR, 0);
    bytes
}
