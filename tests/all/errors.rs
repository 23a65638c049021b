//! Every error is a sentence in the user's language: no English reaches a Chinese user, whatever goes
//! wrong. What is refused and leaves no trace is in `refusals`.

use std::{io, path::PathBuf};

use resonance::{
    cli::{UsageError, UsageFault, WeightsFault},
    edit::{ApplyError, Command},
    i18n::Language,
    import::{CsvError, CsvFault, OpenError, TableError, TableFault},
    knowledge::{Knowledge, PresetError, PresetFault, PresetText},
    model::{Factor, Side, WeightsError},
    state::{MenuAction, Tone},
    storage::{
        Expected, Fault, LoadError, Looks, Record, SaveError, SaveStep, SystemReason, own_presets,
    },
};

use crate::desk::Desk;

/// Values of every variant of a type. A variant that is not listed does not compile, a value that is
/// of another variant than it is listed under panics.
macro_rules! every {
    ($kind:ty: $($pattern:pat => [$($value:expr),* $(,)?]),+ $(,)?) => {{
        let _ = |one: &$kind| match one { $($pattern => ()),+ };
        let mut values: Vec<$kind> = Vec::new();
        $($({
            let value = $value;
            assert!(matches!(value, $pattern), "{value:?}");
            values.push(value);
        })*)+
        values
    }};
}
pub(crate) use every;

/// A path that is neither English nor Chinese alone.
const PATH: &str = "/tmp/farm/农场.resonance";
/// What a system or a library says of a failure; never to be seen in Chinese.
const RAW: &str = "some raw words";
/// What the user wrote, which sentences quote.
const THEIRS: &str = "their words 他们的";

/// Words that a Chinese reader knows in Latin letters, and the cells that these tests name.
const KNOWN: [&str; 17] = [
    "CSV",
    "JSON",
    "UTF-8",
    "UTF-16",
    "GB18030",
    "UUID",
    "MB",
    "NA",
    "README",
    "Resonance",
    "R",
    "U",
    "resonance",
    "B",
    "B2",
    "C4",
    "xlsx",
];

fn path() -> PathBuf {
    PATH.into()
}

fn theirs() -> String {
    THEIRS.into()
}

/// A sentence without paths and without what stands in quotation marks.
fn own_words(sentence: &str) -> String {
    let mut depth = 0;
    let mut words = String::new();
    for character in sentence.replace(PATH, "…").chars() {
        match character {
            '“' => depth += 1,
            '”' => depth -= 1,
            _ if depth == 0 => words.push(character),
            _ => {}
        }
    }
    assert_eq!(depth, 0, "{sentence}");
    words
}

fn is_chinese(character: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&character)
}

/// Words in Latin letters that are neither known, nor an option, nor the ending of a file.
fn latin_words(words: &str) -> Vec<&str> {
    words
        .split(|one: char| !one.is_ascii_alphanumeric() && !"-.".contains(one))
        .filter(|word| word.contains(|one: char| one.is_ascii_alphabetic()))
        .filter(|word| !word.starts_with("--") && !word.starts_with('.'))
        .filter(|word| !KNOWN.contains(word))
        .collect()
}

fn check<T: std::fmt::Debug>(errors: &[T], sentence: impl Fn(&T, Language) -> String) {
    for error in errors {
        let english = own_words(&sentence(error, Language::English));
        assert!(!english.contains(is_chinese), "{error:?}: {english}");
        assert!(english.contains(char::is_alphabetic), "{error:?}");
        let chinese = sentence(error, Language::Chinese);
        assert!(!chinese.contains(RAW), "{error:?}: {chinese}");
        let chinese = own_words(&chinese);
        assert!(chinese.contains(is_chinese), "{error:?}: {chinese}");
        let foreign = latin_words(&chinese);
        assert!(foreign.is_empty(), "{error:?}: {foreign:?} in {chinese}");
    }
}

fn weights_errors() -> Vec<WeightsError> {
    every!(WeightsError:
        WeightsError::Invalid { .. } => [WeightsError::Invalid { factor: Factor::Complexity, value: -1.5 }],
        WeightsError::EmptySide { .. } => [
            WeightsError::EmptySide { side: Side::Supply },
            WeightsError::EmptySide { side: Side::Demand },
        ],
    )
}

fn records() -> Vec<Record> {
    every!(Record:
        Record::Enterprise => [Record::Enterprise],
        Record::Person => [Record::Person],
        Record::Round => [Record::Round],
        Record::PlanItem => [Record::PlanItem],
        Record::WhatIf => [Record::WhatIf],
        Record::WeightSet => [Record::WeightSet],
    )
}

/// Words that a file's field can hold, as its reader lists them.
const CODES: &str = "mean, median";

fn faults() -> Vec<Fault> {
    let expected = every!(Expected:
        Expected::Comma => [Expected::Comma],
        Expected::Colon => [Expected::Colon],
        Expected::ListStart => [Expected::ListStart],
        Expected::ListEnd => [Expected::ListEnd],
        Expected::RecordStart => [Expected::RecordStart],
        Expected::RecordEnd => [Expected::RecordEnd],
        Expected::Text => [Expected::Text],
        Expected::Number => [Expected::Number],
        Expected::Option => [Expected::Option],
        Expected::Name => [Expected::Name],
    );
    let mut faults = every!(Fault:
        Fault::EndsEarly => [Fault::EndsEarly],
        Fault::NotUtf8 => [Fault::NotUtf8],
        Fault::Expected(_) => [],
        Fault::Trailing => [Fault::Trailing],
        Fault::TooDeep => [Fault::TooDeep],
        Fault::UnknownWord { .. } => [Fault::UnknownWord { found: theirs(), expected: CODES.into() }],
        Fault::UnknownField(_) => [Fault::UnknownField(theirs())],
        Fault::MissingField(_) => [Fault::MissingField("weight".into())],
        Fault::DoubleField(_) => [Fault::DoubleField("weight".into())],
        Fault::UnknownVersion(_) => [Fault::UnknownVersion(0)],
        Fault::Escape => [Fault::Escape],
        Fault::NotAnId => [Fault::NotAnId],
        Fault::Twice(_) => [],
        Fault::Unlisted(_) => [],
        Fault::Voice(_) => [Fault::Voice(-1.0), Fault::Voice(1.5)],
        Fault::Weights(_) => [],
        Fault::Level(_) => [Fault::Level(7.5)],
        Fault::NotAScore(_) => [Fault::NotAScore(theirs())],
        Fault::Count { .. } => [Fault::Count { found: 7, expected: 8 }],
        Fault::UnknownFactor(_) => [Fault::UnknownFactor(theirs())],
        Fault::SecondResponse => [Fault::SecondResponse],
        Fault::SecondOnFactor(_) => [Fault::SecondOnFactor("complexity".into())],
        Fault::DetailAlone => [Fault::DetailAlone],
        Fault::Other(_) => [Fault::Other(RAW.into())],
    );
    faults.extend(expected.into_iter().map(Fault::Expected));
    faults.extend(records().into_iter().map(Fault::Twice));
    faults.extend(records().into_iter().map(Fault::Unlisted));
    faults.extend(weights_errors().into_iter().map(Fault::Weights));
    faults
}

/// What a system says of every kind of failure that has words, and of one that has none.
fn reasons() -> Vec<SystemReason> {
    use io::ErrorKind as Kind;
    [
        Kind::NotFound,
        Kind::PermissionDenied,
        Kind::ReadOnlyFilesystem,
        Kind::ResourceBusy,
        Kind::ExecutableFileBusy,
        Kind::WouldBlock,
        Kind::InvalidFilename,
        Kind::InvalidInput,
        Kind::TimedOut,
        Kind::HostUnreachable,
        Kind::StaleNetworkFileHandle,
        Kind::OutOfMemory,
        Kind::StorageFull,
        Kind::FileTooLarge,
        Kind::UnexpectedEof,
        Kind::WriteZero,
        Kind::Unsupported,
        Kind::Other,
    ]
    .map(|kind| SystemReason::from(&io::Error::new(kind, RAW)))
    .to_vec()
}

fn load_errors() -> Vec<LoadError> {
    let looks = every!(Looks:
        Looks::Empty => [Looks::Empty],
        Looks::Spreadsheet => [Looks::Spreadsheet],
        Looks::Json => [Looks::Json],
        Looks::Table => [Looks::Table],
        Looks::Other => [Looks::Other],
    );
    let damaged = |fault: Fault, backup: Option<PathBuf>| LoadError::Damaged {
        path: path(),
        line: 4,
        column: 2,
        fault,
        backup,
    };
    let mut errors = every!(LoadError:
        LoadError::Missing { .. } => [LoadError::Missing { path: path() }],
        LoadError::Forbidden { .. } => [LoadError::Forbidden { path: path() }],
        LoadError::Folder { .. } => [LoadError::Folder { path: path() }],
        LoadError::Special { .. } => [LoadError::Special { path: path() }],
        LoadError::Unreadable { .. } => [],
        LoadError::TooLarge { .. } => [LoadError::TooLarge { path: path(), limit: 256 }],
        LoadError::NotText { .. } => [LoadError::NotText { path: path(), line: 3 }],
        LoadError::Foreign { .. } => [],
        LoadError::Newer { .. } => [LoadError::Newer { path: path(), version: 99 }],
        LoadError::Damaged { .. } => [damaged(Fault::Trailing, Some(path()))],
    );
    let (own, their) = (path, reasons());
    errors.extend(
        looks
            .into_iter()
            .map(|looks| LoadError::Foreign { path: own(), looks }),
    );
    errors.extend(their.into_iter().map(|reason| LoadError::Unreadable {
        path: own(),
        reason,
    }));
    errors.extend(faults().into_iter().map(|fault| damaged(fault, None)));
    errors
}

fn save_errors() -> Vec<SaveError> {
    let steps = every!(SaveStep:
        SaveStep::Look => [SaveStep::Look],
        SaveStep::Create => [SaveStep::Create],
        SaveStep::Write => [SaveStep::Write],
        SaveStep::Permit => [SaveStep::Permit],
        SaveStep::Sync => [SaveStep::Sync],
        SaveStep::ReadBack => [SaveStep::ReadBack],
        SaveStep::Backup => [SaveStep::Backup],
        SaveStep::Replace => [SaveStep::Replace],
    );
    let step = SaveStep::Write;
    let mut errors = every!(SaveError:
        SaveError::NoFolder { .. } => [SaveError::NoFolder { path: path() }],
        SaveError::Folder { .. } => [SaveError::Folder { path: path() }],
        SaveError::Special { .. } => [SaveError::Special { path: path() }],
        SaveError::Full { .. } => [SaveError::Full { path: path(), step }],
        SaveError::Forbidden { .. } => [SaveError::Forbidden { path: path(), step }],
        SaveError::Failed { .. } => [],
        SaveError::ReadBackDiffers { .. } => [SaveError::ReadBackDiffers { path: path() }],
        SaveError::Unsettled { .. } => [],
        SaveError::ChangedOnDisk { .. } => [SaveError::ChangedOnDisk { path: path() }],
        SaveError::NameTaken { .. } => [SaveError::NameTaken { path: path() }],
        SaveError::OpenElsewhere { .. } => [SaveError::OpenElsewhere { path: path() }],
        SaveError::SameName { .. } => [],
        SaveError::NoName => [SaveError::NoName],
        SaveError::Unwritable { .. } => [SaveError::Unwritable { reason: RAW.into() }],
    );
    for (index, reason) in reasons().into_iter().enumerate() {
        errors.push(SaveError::Unsettled {
            path: path(),
            stamp: None,
            reason: reason.clone(),
        });
        let step = steps[index % steps.len()];
        errors.push(SaveError::Failed {
            path: path(),
            step,
            reason,
        });
    }
    let same = |record| SaveError::SameName {
        record,
        name: theirs(),
    };
    errors.extend(records().into_iter().map(same));
    errors
}

fn csv_faults() -> Vec<CsvFault> {
    every!(CsvFault:
        CsvFault::Semicolons => [CsvFault::Semicolons],
        CsvFault::Tabs => [CsvFault::Tabs],
        CsvFault::WrongColumn { .. } => [CsvFault::WrongColumn { number: 2, found: theirs(), expected: "sector" }],
        CsvFault::MissingColumn(_) => [CsvFault::MissingColumn("sector")],
        CsvFault::UnknownColumn(_) => [CsvFault::UnknownColumn(theirs())],
        CsvFault::CellCount { .. } => [CsvFault::CellCount { found: 3, expected: 13 }],
        CsvFault::OpenQuote => [CsvFault::OpenQuote],
        CsvFault::NoName => [CsvFault::NoName],
        CsvFault::OtherSector { .. } => [CsvFault::OtherSector { before: theirs(), row: 2 }],
        CsvFault::SecondRow { .. } => [CsvFault::SecondRow { name: theirs(), row: 2 }],
        CsvFault::Weight(_) => [CsvFault::Weight(0.0)],
        CsvFault::OffScale(_) => [CsvFault::OffScale(7.0)],
        CsvFault::DecimalComma(_) => [CsvFault::DecimalComma("2,5".into())],
        CsvFault::NotAWeight(_) => [CsvFault::NotAWeight(theirs())],
        CsvFault::NotAScore(_) => [CsvFault::NotAScore(theirs())],
        CsvFault::Unreadable => [CsvFault::Unreadable],
    )
}

fn csv_errors() -> Vec<CsvError> {
    let of = |fault: CsvFault| {
        [None, Some("complexity")].map(|column| CsvError {
            path: path(),
            row: 3,
            column,
            fault: fault.clone(),
        })
    };
    csv_faults().into_iter().flat_map(of).collect()
}

#[test]
fn every_error_of_a_file_is_in_the_users_language() {
    check(&load_errors(), LoadError::sentence);
    check(&save_errors(), SaveError::sentence);
    check(&save_errors(), |error, language| language.not_kept(error));
    check(&csv_errors(), CsvError::sentence);
    let opening = every!(OpenError:
        OpenError::File(_) => [OpenError::File(load_errors().remove(0))],
        OpenError::Csv(_) => [OpenError::Csv(csv_errors().remove(0))],
    );
    check(&opening, OpenError::sentence);
}

#[test]
fn every_error_of_a_table_is_in_the_users_language() {
    let mut errors = every!(TableError:
        TableError::Unreadable { .. } => [],
        TableError::NoFile { .. } => [TableError::NoFile { path: path() }],
        TableError::TooLarge { .. } => [TableError::TooLarge { path: path() }],
        TableError::NoSheet { .. } => [TableError::NoSheet { path: path(), reason: RAW.into() }],
        TableError::OpenQuote { .. } => [TableError::OpenQuote { path: path(), row: 2 }],
        TableError::Encoding { .. } => [TableError::Encoding { path: path() }],
        TableError::Empty { .. } => [TableError::Empty { path: path() }],
        TableError::TooMuch { .. } => [TableError::TooMuch { path: path() }],
        TableError::WebPage { .. } => [TableError::WebPage { path: path() }],
        TableError::Damaged { .. } => [TableError::Damaged { path: path() }],
    );
    for reason in reasons() {
        errors.push(TableError::Unreadable {
            path: path(),
            reason,
        });
    }
    check(&errors, |error, language| language.table_error(error));
    let mut faults = every!(TableFault:
        TableFault::Value(_) => [],
        TableFault::Merged(_) => [TableFault::Merged("B2:C4".into())],
        TableFault::FormulaError(_) => [TableFault::FormulaError("#REF!".into())],
        TableFault::FormulaEmpty => [TableFault::FormulaEmpty],
        TableFault::Date(_) => [TableFault::Date("2026-03-12".into())],
        TableFault::NoEnterprise => [TableFault::NoEnterprise],
        TableFault::NoScores => [TableFault::NoScores],
        TableFault::SameField(_) => [TableFault::SameField("B".into())],
        TableFault::Beyond(_) => [TableFault::Beyond("B".into())],
    );
    faults.extend(csv_faults().into_iter().map(TableFault::Value));
    check(&faults, |fault, language| language.table_fault(fault));
}

#[test]
fn every_error_of_a_preset_is_in_the_users_language() {
    let text = |error: ron::Error| PresetFault::Text(Box::new(error));
    let faults = every!(PresetFault:
        PresetFault::Text(_) => [
            text(ron::Error::Eof),
            text(ron::Error::ExpectedBoolean),
            text(ron::Error::ExpectedDifferentLength { expected: RAW.into(), found: 3 }),
            text(ron::Error::Message(RAW.into())),
        ],
        PresetFault::EmptyText => [PresetFault::EmptyText],
        PresetFault::Envelope { .. } => [PresetFault::Envelope { expected: CODES.into(), found: theirs() }],
        PresetFault::Twice => [PresetFault::Twice],
        PresetFault::Unlisted(_) => [PresetFault::Unlisted(theirs())],
        PresetFault::TooLarge(_) => [PresetFault::TooLarge(4)],
        PresetFault::NotText => [PresetFault::NotText],
        PresetFault::Unreadable => [PresetFault::Unreadable],
        PresetFault::BuiltIn(_) => [PresetFault::BuiltIn(RAW.into())],
        PresetFault::TooMany(_) => [PresetFault::TooMany(3_000)],
        PresetFault::More(_) => [PresetFault::More(7)],
    );
    let in_file = |entry: &str, fault: &PresetFault| PresetError {
        file: PATH.into(),
        line: 3,
        column: 1,
        entry: entry.to_owned(),
        fault: fault.clone(),
    };
    let errors: Vec<PresetError> = faults
        .iter()
        .flat_map(|fault| ["", "own_case"].map(|entry| in_file(entry, fault)))
        .collect();
    check(&errors, |error, language| language.preset_error(error));
}

#[test]
fn what_is_wrong_in_the_users_own_presets_is_said_in_chinese_too() {
    let text = |kind: &str, entry: &str| {
        format!("(format: \"resonance-preset\", kind: \"{kind}\", version: 1, entries: [{entry}])")
    };
    let rule = |size: &str, factor: &str, why: &str| {
        text("rules", &format!(
            "(id: \"own\", factor: \"{factor}\", indicator: None, from: 0.0, to: 1.0, industries: [],
            sizes: [\"{size}\"], lead: None, split: false, step: (en: \"A\", zh: \"甲\"),
            why: (en: \"{why}\", zh: \"乙\"), lifts: [], effort: 1, countermeasure: None, origin: \"ours\")"
        ))
    };
    let sector = |roles: usize, factors: &[Factor]| {
        let examples: Vec<String> = factors
            .iter()
            .map(|factor| format!("(\"{}\", (en: \"D\", zh: \"丁\")),", factor.code()))
            .collect();
        let examples = examples.concat();
        let role = "(en: \"C\", zh: \"丙\"),".repeat(roles);
        text(
            "sectors",
            &format!(
                "(id: \"own\", industry: primary, origin: \"ours\", name: (en: \"A\", zh: \"甲\"),
                technology: (en: \"B\", zh: \"乙\"), roles: [{role}], examples: [{examples}])"
            ),
        )
    };
    let mut mixed = Factor::ALL;
    mixed.swap(1, 2);
    for (text, expected) in [
        (rule("small", "complexity", "B"), None),
        (
            rule("huge", "complexity", "B"),
            Some("“huge”不是以下之一：“micro”、“small”"),
        ),
        (
            rule("small", "price", "B"),
            Some("“price”不是以下之一：“comparative_advantage”、"),
        ),
        (rule("small", "complexity", " "), Some("两种语言都要填写")),
        (sector(4, &Factor::ALL), None),
        (sector(3, &Factor::ALL), Some("此处有3项，应为4项")),
        (sector(4, &Factor::ALL[1..]), Some("此处有7项，应为8项")),
        (sector(4, &mixed), Some("缺少字段“complexity”")),
    ] {
        let name = PATH.to_owned();
        let own = [PresetText { name, text }];
        let (_, errors) = Knowledge::built_in().unwrap().with(&own);
        assert_eq!(errors.len(), usize::from(expected.is_some()), "{errors:?}");
        for error in &errors {
            let said = Language::Chinese.preset_error(error);
            assert!(said.contains(expected.unwrap()), "{said}");
        }
        check(&errors, |error, language| language.preset_error(error));
    }
}

#[test]
fn a_preset_that_cannot_be_read_says_why() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.ron"), b"(\n\xff").unwrap();
    std::fs::create_dir(folder.path().join("b.ron")).unwrap();
    std::fs::write(folder.path().join("c.ron"), vec![b' '; 5 << 20]).unwrap();
    let errors = own_presets(folder.path()).errors;
    let found: Vec<_> = errors
        .iter()
        .map(|one| (one.line, one.fault.clone()))
        .collect();
    assert_eq!(
        found,
        [
            (2, PresetFault::NotText),
            (1, PresetFault::Unreadable),
            (1, PresetFault::TooLarge(4)),
        ]
    );
}

#[test]
fn a_refused_intent_is_said_in_chinese_where_the_window_is() {
    let mut desk = Desk::demo();
    desk.press(MenuAction::Chinese);
    let place = desk.place();
    desk.edits(Command::SetVoice { place, weight: 0.0 });
    let (tone, said) = desk.said();
    assert_eq!(tone, Tone::Bad);
    assert!(said.contains("须为大于0的数"), "{said}");
}

#[test]
fn every_error_of_an_edit_is_in_the_users_language() {
    check(&weights_errors(), WeightsError::sentence);
    let errors = every!(ApplyError:
        ApplyError::NoEnterprise => [ApplyError::NoEnterprise],
        ApplyError::NoRound => [ApplyError::NoRound],
        ApplyError::NoPerson => [ApplyError::NoPerson],
        ApplyError::Duplicate => [ApplyError::Duplicate],
        ApplyError::BadWeight => [ApplyError::BadWeight],
        ApplyError::NoPlanItem => [ApplyError::NoPlanItem],
        ApplyError::NoWhatIf => [ApplyError::NoWhatIf],
        ApplyError::NoWeightSet => [ApplyError::NoWeightSet],
        ApplyError::BadLift => [ApplyError::BadLift],
        ApplyError::NoIndicator => [ApplyError::NoIndicator],
    );
    check(&errors, |error, language| {
        language.refused(error.sentence(language))
    });
}

#[test]
fn every_error_of_a_command_line_is_in_the_language_it_asks_for() {
    let mut weights = every!(WeightsFault:
        WeightsFault::NoPoints(_) => [WeightsFault::NoPoints(theirs())],
        WeightsFault::NoFactor(_) => [WeightsFault::NoFactor(theirs())],
        WeightsFault::NoNumber { .. } => [WeightsFault::NoNumber { factor: "complexity", points: theirs() }],
        WeightsFault::Twice(_) => [WeightsFault::Twice("complexity")],
        WeightsFault::Forgotten(_) => [WeightsFault::Forgotten(Factor::ALL.to_vec())],
        WeightsFault::Numbers(_) => [],
    );
    weights.extend(weights_errors().into_iter().map(WeightsFault::Numbers));
    let mut faults = every!(UsageFault:
        UsageFault::UnknownOption(_) => [UsageFault::UnknownOption("--sing".into())],
        UsageFault::NoValue(_) => [UsageFault::NoValue("--out".into())],
        UsageFault::ValueTooMany(_) => [UsageFault::ValueTooMany("--demo".into())],
        UsageFault::Unexpected(_) => [UsageFault::Unexpected(theirs())],
        UsageFault::NotText(_) => [UsageFault::NotText(theirs())],
        UsageFault::Format(_) => [UsageFault::Format(theirs())],
        UsageFault::Language(_) => [UsageFault::Language(theirs())],
        UsageFault::Target(_) => [UsageFault::Target(theirs())],
        UsageFault::TargetOfTable => [UsageFault::TargetOfTable],
        UsageFault::Weights(_) => [],
        UsageFault::NoOutput => [UsageFault::NoOutput],
        UsageFault::Kind(_) => [UsageFault::Kind(theirs())],
        UsageFault::Size(_) => [UsageFault::Size(theirs())],
        UsageFault::ReportLanguage(_) => [UsageFault::ReportLanguage(theirs())],
        UsageFault::AllOrOne => [UsageFault::AllOrOne],
        UsageFault::NoReportOutput => [UsageFault::NoReportOutput],
        UsageFault::ReportEnding(_) => [UsageFault::ReportEnding(path())],
        UsageFault::Ending(_) => [UsageFault::Ending(path())],
        UsageFault::NotTaken(_) => [UsageFault::NotTaken("score")],
        UsageFault::NoFile(_) => [UsageFault::NoFile("score")],
        UsageFault::OneFile(_) => [UsageFault::OneFile("score")],
        UsageFault::NoCommand => [UsageFault::NoCommand],
        UsageFault::WindowOneFile => [UsageFault::WindowOneFile],
    );
    faults.extend(weights.into_iter().map(UsageFault::Weights));
    check(&faults, |fault, language| {
        let fault = fault.clone();
        UsageError { fault, language }.sentence()
    });
}

#[test]
fn the_check_itself_finds_english_in_chinese() {
    let found = "企业不见了: the round is gone，见CSV、--out、.bak和“quoted”";
    assert_eq!(
        latin_words(&own_words(found)),
        ["the", "round", "is", "gone"]
    );
}
