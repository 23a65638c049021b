//! Files: round trip, every past version, damage, and saving that never loses.

use std::{fs, path::Path};

use crate::support::{large_workbook, text_of};
use proptest::prelude::*;
use resonance::{
    i18n::Language,
    import::{Source, open_any},
    knowledge::demo_workbook,
    model::{
        Aggregation, Agreed, Basis, Confidence, Effort, Factor, Hands, Judgements, Level,
        PerFactor, PlanItem, PlanItemId, PlanSource, PlanState, Score, Size, Target, WeightMethod,
        WeightSet, WeightSetId, Weights, WhatIf, WhatIfId, Workbook,
    },
    storage::{
        Evidence, FILE_VERSION, Fault, LoadError, LockState, Looks, Overwrite, Record, SaveError,
        holder_of, open_workbook, parse_workbook, read_text, save_text, save_workbook,
        workbook_text,
    },
};
use uuid::Uuid;

fn demo() -> Workbook {
    demo_workbook(Language::English).unwrap()
}

fn saved(workbook: &Workbook) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("工作簿 one.resonance");
    save_workbook(&path, workbook, &Overwrite::Always).unwrap();
    (folder, path)
}

fn text_of_workbook(workbook: &Workbook) -> String {
    workbook_text(workbook).unwrap()
}

fn parse(text: &str) -> Result<Workbook, LoadError> {
    parse_workbook(Path::new("x.resonance"), text)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn a_workbook_comes_back_as_it_was(
        texts in proptest::collection::vec("\\PC{0,24}|[\"\\\\\\n\\t绿谷🌾]{0,8}", 6),
        tenths in proptest::collection::vec(10_u8..=50, 8),
        weight in 0.001_f64..1000.0,
        points in proptest::collection::vec(0.01_f64..100.0, 8),
        level in 1.0_f64..=5.0,
    ) {
        let mut workbook = large_workbook(3);
        let points = PerFactor::from_fn(|factor| points[factor.index()]);
        let judgements = Judgements::new([2.0, 1.0 / 3.0, 9.0, 1.0, 1.0 / 9.0, 5.0], [1.0; 6]);
        for (number, method) in [
            WeightMethod::Points(points),
            WeightMethod::Pairs(Box::new(judgements.unwrap())),
        ]
        .into_iter()
        .enumerate()
        {
            workbook.weight_sets.push(std::sync::Arc::new(WeightSet {
                id: WeightSetId(Uuid::from_u128(number as u128)),
                name: texts[number].clone(),
                method,
                weights: Weights::from_points(points).unwrap(),
            }));
        }
        workbook.weights_in_force = Some(workbook.weight_sets[1].id);
        workbook.aggregation = Aggregation::Median;
        workbook.title.clone_from(&texts[0]);
        workbook.note.clone_from(&texts[1]);
        let enterprise = std::sync::Arc::make_mut(&mut workbook.enterprises[1]);
        enterprise.name.clone_from(&texts[2]);
        enterprise.technology.clone_from(&texts[3]);
        enterprise.size = Some(Size::Micro);
        enterprise.people[0].name.clone_from(&texts[4]);
        for (number, source) in [
            PlanSource::Free,
            PlanSource::Step("step".into()),
            PlanSource::Countermeasure("measure".into()),
            PlanSource::Scenario("scenario".into()),
        ]
        .into_iter()
        .enumerate()
        {
            enterprise.plan.push(std::sync::Arc::new(PlanItem {
                id: PlanItemId(Uuid::from_u128(number as u128)),
                source,
                text: texts[5].clone(),
                factor: (number % 2 == 0).then_some(Factor::Observability),
                state: PlanState::ALL[number % 3],
                owner: texts[4].clone(),
                due: "2027-01-31".into(),
                lift: number as f64,
            }));
        }
        let aimed = PerFactor::from_fn(|factor| {
            (factor.index() % 2 == 0).then(|| Level::snapped(f64::from(tenths[factor.index()]) / 10.0, 0.1))
        });
        enterprise.target = Target {
            levels: aimed,
            efforts: PerFactor::from_fn(|factor| Effort::ALL[factor.index() % 3]),
            due: "2027-06-30".into(),
            baseline: Some(enterprise.rounds[0].id),
        };
        enterprise.what_ifs.push(std::sync::Arc::new(WhatIf {
            id: WhatIfId(Uuid::from_u128(77)),
            name: texts[2].clone(),
            reasons: texts[3].clone(),
            levels: aimed,
        }));
        let round = std::sync::Arc::make_mut(&mut enterprise.rounds[0]);
        round.hands[Factor::Complexity] = Some(Hands::new([0, 3, 5, 1, u16::from(tenths[0])]));
        round.agreed[Factor::SocialImpact] = Some(Box::new(Agreed {
            level: Level::new(level).unwrap(),
            dissent: texts[1].clone(),
        }));
        let response = std::sync::Arc::make_mut(&mut round.responses[2]);
        response.weight = weight;
        response.note.clone_from(&texts[5]);
        for (factor, tenths) in Factor::ALL.into_iter().zip(tenths) {
            let level = Level::snapped(f64::from(tenths) / 10.0, 0.1);
            response.answers[factor].direct = Score::Scored(level);
            response.answers[factor].change_detail(|detail| {
                detail.indicators = [
                    Score::Scored(level),
                    Score::NotScored,
                    Score::NotApplicable,
                    Score::Scored(Level::MAX),
                ];
                detail.basis = Basis::Indicators;
                detail.confidence = Some(Confidence::FairlySure);
                detail.enough = Some(tenths > 30);
                detail.note.clone_from(&texts[5]);
            });
        }
        let text = text_of_workbook(&workbook);
        prop_assert_eq!(parse(&text), Ok(workbook));
    }

    #[test]
    fn damaged_text_is_refused_or_read_but_never_panics(at in 0_usize..1_000_000, byte in any::<u8>()) {
        let mut bytes = text_of_workbook(&demo()).into_bytes();
        let index = at % bytes.len();
        bytes[index] = byte;
        if let Ok(text) = String::from_utf8(bytes) {
            let _ = parse(&text);
        }
    }
}

#[test]
fn a_truncated_file_is_always_refused() {
    let text = text_of_workbook(&demo());
    for part in 0..50 {
        let end = text.floor_char_boundary((text.trim_end().len() - 1) * part / 50);
        assert!(parse(&text[..end]).is_err(), "{part} of 50");
    }
}

#[test]
fn a_file_cut_inside_a_character_or_with_other_bytes_is_a_damaged_workbook() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cut.resonance");
    let bytes = text_of_workbook(&demo_workbook(Language::Chinese).unwrap()).into_bytes();
    let inside = bytes.iter().rposition(|byte| *byte >= 0xe0).unwrap() + 1;
    let mut other = bytes.clone();
    other[inside - 1] = 0xff;
    for (bytes, expected) in [
        (&bytes[..inside], Fault::EndsEarly),
        (&other, Fault::NotUtf8),
    ] {
        fs::write(&path, bytes).unwrap();
        let Err(LoadError::Damaged {
            line,
            column,
            fault,
            ..
        }) = open_workbook(&path)
        else {
            panic!("{expected:?} was accepted");
        };
        assert_eq!(fault, expected);
        assert!(line > 20 && column > 1, "{line} {column}");
    }
}

#[test]
fn every_past_version_opens_to_what_it_held() {
    // Written once by version 0.1.0 and never again.
    let workbook = open_workbook(Path::new("tests/fixtures/v1/example.resonance")).unwrap();
    assert_eq!(workbook.title, "Spring workshop");
    assert_eq!(workbook.enterprises.len(), 14);
    let farm = &workbook.enterprises[0];
    assert_eq!(
        (farm.name.as_str(), farm.people.len()),
        ("Green Valley Farm", 5)
    );
    let response = &farm.rounds[0].responses[1];
    assert_eq!(
        response.score(Factor::ExpectedCosts),
        Score::Scored(Level::snapped(2.0, 0.1))
    );
    assert!(farm.rounds[1].agreed[Factor::FacilitatingConditions].is_some());
    let equal = "    weights: (0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25),\n";
    let as_newest = |path: &Path, version: &str| {
        let newest = format!("version: {FILE_VERSION}");
        let text = text_of(path).replacen(version, &newest, 1);
        text.replacen(equal, "", 1)
    };
    assert_eq!(
        text_of_workbook(&workbook),
        as_newest(
            Path::new("tests/fixtures/v1/example.resonance"),
            "version: 1"
        ),
        "later versions add to version 1 and change nothing of it but where weights stand"
    );
    // Written once with the plan and "good enough" of version 2, and never again.
    let path = Path::new("tests/fixtures/v2/example.resonance");
    let workbook = open_workbook(path).unwrap();
    let shop = &workbook.enterprises[0];
    assert_eq!(shop.plan.len(), 4);
    assert_eq!(shop.plan[1].state, PlanState::Begun);
    assert_eq!(shop.plan[0].source, PlanSource::Step("ca_trial".into()));
    let answer = &shop.rounds[0].responses[0].answers[Factor::Complexity];
    assert_eq!(answer.enough(), Some(false));
    assert_eq!(text_of_workbook(&workbook), as_newest(path, "version: 2"));
    // Weights that were not equal are a set of their own since version 3.
    let unequal = equal.replacen("(0.25, 0.25", "(0.4, 0.1", 1);
    let workbook = parse(&text_of(path).replacen(equal, &unequal, 1)).unwrap();
    assert!((workbook.weights().of(Factor::ComparativeAdvantage) - 0.4).abs() < 1e-12);
    // Written once with everything version 3 added, and never again.
    let path = Path::new("tests/fixtures/v3/example.resonance");
    let workbook = open_workbook(path).unwrap();
    let shop = &workbook.enterprises[0];
    assert_eq!(shop.what_ifs.len(), 1);
    assert_eq!(shop.target.efforts[Factor::Compatibility].value(), 3);
    assert_eq!(
        shop.target.levels[Factor::SocialImpact],
        Some(Level::snapped(4.5, 0.1))
    );
    assert_eq!(shop.plan[1].lift.to_string(), "2");
    let hands = shop.rounds[0].hands[Factor::Complexity].unwrap();
    assert_eq!((hands.total(), hands.counts()[3]), (9, 5));
    assert_eq!(workbook.weight_set().unwrap().name, "Ours, in pairs");
    assert_eq!(text_of_workbook(&workbook), as_newest(path, "version: 3"));
    assert_eq!(FILE_VERSION, 3, "a new version needs its own fixture here");
}

#[test]
fn format_and_version_stand_on_the_first_line_and_a_changed_score_is_one_line() {
    let before = demo();
    let mut after = before.clone();
    let enterprise = std::sync::Arc::make_mut(&mut after.enterprises[2]);
    let round = std::sync::Arc::make_mut(&mut enterprise.rounds[0]);
    std::sync::Arc::make_mut(&mut round.responses[1]).answers[Factor::Complexity].direct =
        Score::NotApplicable;
    let (before, after) = (text_of_workbook(&before), text_of_workbook(&after));
    let first = before.lines().next().unwrap();
    assert!(
        first.contains(&format!(
            "format: \"resonance-workbook\", version: {FILE_VERSION}"
        )),
        "{first}"
    );
    assert!(before.ends_with('\n') && !before.contains('\r'));
    let changed = before
        .lines()
        .zip(after.lines())
        .filter(|(one, two)| one != two);
    assert_eq!(changed.count(), 1);
    assert_eq!(before.lines().count(), after.lines().count());
}

#[test]
fn ten_thousand_enterprises_stay_under_25_megabytes() {
    let text = text_of_workbook(&large_workbook(10_000));
    assert!(text.len() < 25_000_000, "{} bytes", text.len());
}

#[test]
fn foreign_newer_and_unknown_files_are_told_apart() {
    for foreign in [
        "",
        "hello",
        "{\"format\": 1}",
        "(format: \"other\", version: 1)",
        "PK\u{3}\u{4}",
    ] {
        assert!(
            matches!(parse(foreign), Err(LoadError::Foreign { .. })),
            "{foreign:?}"
        );
    }
    let present = format!("version: {FILE_VERSION}");
    let newer = text_of_workbook(&demo()).replacen(&present, "version: 99", 1);
    assert!(matches!(
        parse(&newer),
        Err(LoadError::Newer { version: 99, .. })
    ));
    let unknown = text_of_workbook(&demo()).replacen("aggregation: mean", "aggregation: mode", 1);
    assert!(matches!(parse(&unknown), Err(LoadError::Damaged { .. })));
    let extra = text_of_workbook(&demo()).replacen("    note:", "    colour: 3,\n    note:", 1);
    assert!(matches!(
        parse(&extra),
        Err(LoadError::Damaged { line: 4, .. })
    ));
}

#[test]
fn a_byte_order_mark_does_no_harm() {
    let (folder, path) = saved(&demo());
    let marked = folder.path().join("marked.resonance");
    fs::write(&marked, format!("\u{feff}{}", text_of(&path))).unwrap();
    assert_eq!(open_workbook(&marked).unwrap(), demo());
}

#[test]
fn numbers_that_are_no_scores_are_refused_with_their_place() {
    let text = text_of_workbook(&demo());
    for bad in ["NaN", "inf", "1e999", "-0.0", "0.9", "5.1", "NA NA", "x"] {
        let damaged = text.replacen("scores: \"4 2 ", &format!("scores: \"{bad} 2 "), 1);
        let Err(LoadError::Damaged { line, column, .. }) = parse(&damaged) else {
            panic!("{bad} was accepted");
        };
        assert!(line > 20 && column > 1, "{bad}: {line}:{column}");
    }
    for bad in ["0.0", "-1.0", "NaN", "inf"] {
        let damaged = text.replacen("weight: 1.0", &format!("weight: {bad}"), 1);
        assert!(
            matches!(parse(&damaged), Err(LoadError::Damaged { .. })),
            "weight {bad}"
        );
    }
}

#[test]
fn records_that_contradict_each_other_are_refused_where_they_stand() {
    let text = text_of_workbook(&demo());
    let line_of = |needle: &str| text.lines().position(|line| line.contains(needle)).unwrap();
    let people: Vec<&str> = text
        .lines()
        .filter(|line| line.contains("role:"))
        .take(2)
        .collect();
    let id = |line: &str| line.split('"').nth(1).unwrap().to_owned();
    let twice = text.replacen(&id(people[1]), &id(people[0]), 1);
    let Err(LoadError::Damaged { line, .. }) = parse(&twice) else {
        panic!("two people with one id were accepted");
    };
    assert_eq!(line, line_of(people[1]) + 1);
    let stranger = Uuid::from_u128(42).to_string();
    let dangling = text.replacen(
        &format!("person: \"{}\"", id(people[0])),
        &format!("person: \"{stranger}\""),
        1,
    );
    let Err(LoadError::Damaged { line, fault, .. }) = parse(&dangling) else {
        panic!("a response of nobody was accepted");
    };
    assert_eq!(fault, Fault::Unlisted(Record::Person));
    assert!(dangling.lines().nth(line - 1).unwrap().contains(&stranger));
}

/// What is refused after one change to the demo's text, as the line found wrong, the rest of that
/// line from the column on, and the fault.
fn refused(from: &str, to: &str) -> (String, String, Fault) {
    refused_in(&text_of_workbook(&demo()), from, to)
}

fn refused_in(text: &str, from: &str, to: &str) -> (String, String, Fault) {
    // The last one, so that what is found first elsewhere leads nobody astray.
    let at = text.rfind(from).unwrap();
    let changed = format!("{}{to}{}", &text[..at], &text[at + from.len()..]);
    let Err(LoadError::Damaged {
        line,
        column,
        fault,
        ..
    }) = parse(&changed)
    else {
        panic!("{to} was accepted");
    };
    let line = changed.lines().nth(line - 1).unwrap().to_owned();
    let rest = line.chars().skip(column - 1).collect();
    (line, rest, fault)
}

#[test]
fn what_is_wrong_with_aims_and_weights_is_said_with_line_and_column() {
    let text = text_of(Path::new("tests/fixtures/v3/example.resonance"));
    let unknown = |fault: &Fault| matches!(fault, Fault::UnknownWord { .. });
    let (_, rest, fault) = refused_in(&text, "weights: (0.48", "weights: (-0.48");
    assert!(rest.starts_with("(-0.48") && matches!(fault, Fault::Weights(_)));
    let (_, _, fault) = refused_in(&text, "supply: (3.0", "supply: (30.0");
    assert!(unknown(&fault), "{fault:?}");
    let (_, rest, fault) = refused_in(
        &text,
        "weights_in_force: Some(\"6",
        "weights_in_force: Some(\"7",
    );
    assert!(rest.starts_with("Some(") && fault == Fault::Unlisted(Record::WeightSet));
    let (line, _, fault) = refused_in(&text, "lift: 2.0", "lift: 9.0");
    assert!(line.contains("light_products") && unknown(&fault), "{line}");
    let (_, _, fault) = refused_in(&text, "efforts: (2, 2, 3", "efforts: (2, 2, 4");
    assert!(unknown(&fault), "{fault:?}");
    let (line, _, fault) = refused_in(&text, "- - - - - - - 4", "- - - - - - - NA");
    assert!(line.contains("Two people hired"), "{line}");
    assert_eq!(fault, Fault::NotAScore("NA".into()));
    let hands = text.lines().find(|line| line.contains("counts:")).unwrap();
    let (_, _, fault) = refused_in(&text, hands, &format!("{hands}{hands}"));
    assert!(matches!(fault, Fault::SecondOnFactor(_)), "{fault:?}");
}

#[test]
fn what_is_wrong_is_said_with_line_and_column() {
    let text = text_of_workbook(&demo());
    let last = |needle: &str| {
        let line = text.lines().rfind(|line| line.contains(needle)).unwrap();
        line.trim().to_owned()
    };
    let response = last("weight: 1.0, scores:");
    let again = format!("{response}\n          {response}");
    let (line, _, fault) = refused(&response, &again);
    assert_eq!(
        (line.trim(), fault),
        (response.as_str(), Fault::SecondResponse)
    );

    let agreed = last("dissent:");
    let (line, rest, fault) = refused(&agreed, &format!("{agreed}\n{agreed}"));
    assert!(
        matches!(fault, Fault::SecondOnFactor(_)),
        "{line} {fault:?}"
    );
    assert!(line == agreed && rest.starts_with('"'), "{rest}");

    let (_, rest, fault) = refused("factor: \"", "factor: \"no ");
    assert!(matches!(fault, Fault::UnknownFactor(_)) && rest.starts_with("\"no "));

    let (_, rest, fault) = refused("weight: 1.0", "weight: 1e999");
    assert!(rest.starts_with("1e999"), "{rest}");
    assert_eq!(fault, Fault::Voice(f64::INFINITY));

    let (_, rest, fault) = refused("scores: \"", "scores: \"3 ");
    assert!(rest.starts_with("\"3 "), "{rest}");
    assert_eq!(
        fault,
        Fault::Count {
            found: 9,
            expected: 8
        }
    );

    let (_, _, fault) = refused("size: Some(", "size: Some(huge, ");
    assert!(
        matches!(fault, Fault::UnknownWord { ref found, .. } if found == "huge"),
        "{fault:?}"
    );

    let first = text
        .lines()
        .find(|line| line.trim().starts_with("id:"))
        .unwrap();
    let (_, _, fault) = refused(first, "    id: \"no id\",");
    assert_eq!(fault, Fault::NotAnId);
}

#[test]
fn sentences_say_where_what_and_what_next_in_both_languages() {
    let (_folder, path) = saved(&demo());
    save_text(
        &path,
        "(format: \"resonance-workbook\", version: 1, work",
        &Overwrite::Always,
    )
    .unwrap();
    let error = open_workbook(&path).unwrap_err();
    let english = error.sentence(Language::English);
    assert!(english.contains("line 1, column "), "{english}");
    assert!(english.contains(".resonance.bak"), "{english}");
    let chinese = error.sentence(Language::Chinese);
    assert!(
        chinese.contains("第1行") && chinese.contains("上一版本"),
        "{chinese}"
    );
    let alone = parse("(format: \"resonance-workbook\", version: 0)").unwrap_err();
    assert!(
        !alone.sentence(Language::English).contains(".bak"),
        "{alone:?}"
    );
}

#[test]
fn a_file_that_is_something_else_is_named_as_what_it_is() {
    let folder = tempfile::tempdir().unwrap();
    for (bytes, expected) in [
        (&b""[..], Looks::Empty),
        (b"PK\x03\x04\xff\xff", Looks::Spreadsheet),
        (b"\xd0\xcf\x11\xe0", Looks::Spreadsheet),
        (b"{\"format\":\"resonance-score\"}", Looks::Json),
        (b"name,sector,a,b\n1,2,3,4\n", Looks::Table),
        (b"hello", Looks::Other),
    ] {
        let path = folder.path().join("file");
        fs::write(&path, bytes).unwrap();
        let Err(LoadError::Foreign { looks, .. }) = open_workbook(&path) else {
            panic!("{expected:?} was not foreign");
        };
        assert_eq!(looks, expected);
    }
}

#[test]
fn no_more_than_the_limit_is_ever_read() {
    let (_folder, path) = saved(&demo());
    let size = fs::metadata(&path).unwrap().len();
    assert!(read_text(&path, size).is_ok());
    let refused = read_text(&path, size - 1);
    assert!(
        matches!(refused, Err(LoadError::TooLarge { .. })),
        "{refused:?}"
    );
    // What tells no size is bounded all the same.
    #[cfg(target_os = "linux")]
    assert!(matches!(
        read_text(Path::new("/proc/self/maps"), 1000),
        Err(LoadError::TooLarge { .. })
    ));
}

#[test]
fn a_file_that_nests_too_deep_is_refused() {
    let head = text_of_workbook(&demo()).lines().next().unwrap().to_owned();
    let deep = format!("{head}{}", "(a: ".repeat(100_000));
    assert!(matches!(parse(&deep), Err(LoadError::Damaged { .. })));
}

#[test]
fn missing_files_folders_and_other_encodings_are_sentences() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("nothing.resonance");
    assert!(matches!(
        open_workbook(&missing),
        Err(LoadError::Missing { .. })
    ));
    assert!(matches!(
        open_workbook(folder.path()),
        Err(LoadError::Folder { .. })
    ));
    let latin = folder.path().join("latin.csv");
    fs::write(&latin, b"enterprise\nM\xfcller\n").unwrap();
    assert_eq!(
        open_workbook(&latin),
        Err(LoadError::NotText {
            path: latin,
            line: 2
        })
    );
    for language in Language::ALL {
        let sentence = LoadError::Missing {
            path: missing.clone(),
        }
        .sentence(language);
        assert!(sentence.contains("nothing.resonance"), "{sentence}");
    }
}

#[test]
fn the_version_before_is_kept_and_the_name_is_never_without_a_file() {
    let (folder, path) = saved(&demo());
    let first = text_of(&path);
    save_text(&path, "second\n", &Overwrite::Always).unwrap();
    assert_eq!(text_of(&path), "second\n");
    assert_eq!(
        text_of(&folder.path().join("工作簿 one.resonance.bak")),
        first
    );
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(left.len(), 2, "a temporary file stayed behind");
}

#[test]
fn a_file_changed_by_somebody_else_is_not_overwritten_unasked() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shared.resonance");
    let stamp = save_text(&path, "ours", &Overwrite::Always).unwrap();
    fs::write(&path, "theirs, longer").unwrap();
    let refused = save_text(&path, "ours again", &Overwrite::IfUnchanged(stamp));
    assert!(matches!(refused, Err(SaveError::ChangedOnDisk { .. })));
    assert_eq!(text_of(&path), "theirs, longer");
    save_text(&path, "ours again", &Overwrite::Always).unwrap();
    assert_eq!(text_of(&path), "ours again");
}

#[test]
fn a_save_that_cannot_be_done_leaves_everything_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let nowhere = folder.path().join("gone").join("x.resonance");
    assert!(matches!(
        save_workbook(&nowhere, &demo(), &Overwrite::Always),
        Err(SaveError::NoFolder { .. })
    ));
    let file = folder.path().join("file");
    fs::write(&file, "x").unwrap();
    assert!(save_text(&file.join("below"), "y", &Overwrite::Always).is_err());
    assert!(save_text(folder.path(), "y", &Overwrite::Always).is_err());
    assert_eq!(text_of(&file), "x");
}

#[cfg(unix)]
#[test]
fn a_saved_file_keeps_its_permissions_and_a_link_to_nowhere_is_followed() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, path) = saved(&demo());
    for mode in [0o600, 0o666, 0o640] {
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        save_text(&path, "new", &Overwrite::Always).unwrap();
        assert_eq!(
            fs::metadata(&path).unwrap().permissions().mode() & 0o777,
            mode
        );
    }
    let link = folder.path().join("link");
    std::os::unix::fs::symlink("later", &link).unwrap();
    save_text(&link, "first", &Overwrite::Always).unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(text_of(&folder.path().join("later")), "first");
}

#[cfg(unix)]
#[test]
fn a_file_that_is_set_to_read_only_is_not_replaced() {
    use std::os::unix::fs::PermissionsExt;
    let (_folder, path) = saved(&demo());
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
    let refused = save_text(&path, "new", &Overwrite::Always);
    assert!(matches!(refused, Err(SaveError::Forbidden { .. })));
    assert_eq!(open_workbook(&path).unwrap(), demo());
}

#[cfg(unix)]
#[test]
fn a_link_keeps_pointing_to_the_file_that_is_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let (real, link) = (folder.path().join("real"), folder.path().join("link"));
    fs::write(&real, "old").unwrap();
    std::os::unix::fs::symlink(&real, &link).unwrap();
    save_text(&link, "new", &Overwrite::Always).unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(text_of(&real), "new");
}

#[test]
fn a_second_window_is_told_of_the_first_and_the_sidecar_goes_with_it() {
    let (folder, path) = saved(&demo());
    let first = LockState::take(&path);
    assert!(matches!(first, LockState::Held(_)));
    let LockState::HeldElsewhere(holder) = LockState::take(&path) else {
        panic!("two hold it");
    };
    assert_eq!(holder_of(&path), Some(holder.clone()));
    assert!(holder.here && holder.mine && !holder.computer.is_empty());
    assert!(holder.program.starts_with("Resonance ") && holder.since.contains('T'));
    assert_eq!(holder.evidence, Evidence::Locked);
    drop(first);
    assert_eq!(holder_of(&path), None);
    assert!(matches!(LockState::take(&path), LockState::Held(_)));
    assert!(folder.path().read_dir().unwrap().count() < 3);
}

/// Leaves a lock that no process holds, as a killed one or a synchronising program does.
fn leave_lock(path: &Path, computer: &str) {
    let note = format!("(user: \"mei\", computer: \"{computer}\", program: \"Resonance 9\")");
    fs::write(lock_of(path), note).unwrap();
}

fn lock_of(path: &Path) -> std::path::PathBuf {
    let name = path.file_name().unwrap().to_str().unwrap();
    path.with_file_name(format!(".{name}.lock"))
}

#[test]
fn a_lock_that_a_process_of_this_computer_left_is_taken_and_that_of_another_is_asked_about() {
    let (_folder, path) = saved(&demo());
    let first = LockState::take(&path);
    let LockState::HeldElsewhere(own) = LockState::take(&path) else {
        panic!("two hold it");
    };
    drop(first);
    leave_lock(&path, &own.computer);
    assert_eq!(holder_of(&path), None);
    assert!(matches!(
        LockState::take_unless_noted(&path),
        LockState::Held(_)
    ));
    for damaged in ["", "(((", "nobody knows"] {
        fs::write(lock_of(&path), damaged).unwrap();
        let taken = LockState::take_unless_noted(&path);
        assert!(matches!(taken, LockState::Held(_)), "{damaged}");
    }

    leave_lock(&path, "LAPTOP-7");
    let noted = holder_of(&path).unwrap();
    assert_eq!(
        (noted.computer.as_str(), noted.user.as_str(), noted.here),
        ("LAPTOP-7", "mei", false)
    );
    assert_eq!(noted.evidence, Evidence::Noted);
    for _ in 0..2 {
        let LockState::HeldElsewhere(holder) = LockState::take_unless_noted(&path) else {
            panic!("it was taken unasked");
        };
        assert_eq!(holder, noted);
    }
    assert!(matches!(LockState::take(&path), LockState::Held(_)));
}

#[test]
fn what_a_lock_says_is_cut_short_and_turns_no_line_around() {
    let (_folder, path) = saved(&demo());
    leave_lock(&path, &"\u{202e}long ".repeat(100));
    let holder = holder_of(&path).unwrap();
    assert!(holder.computer.chars().count() <= 41 && !holder.computer.contains('\u{202e}'));
}

#[test]
fn a_file_is_told_by_what_is_in_it_and_not_by_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("really a workbook.csv");
    save_workbook(&path, &demo(), &Overwrite::Always).unwrap();
    let (workbook, source) = open_any(&path).unwrap();
    assert_eq!((workbook, source), (demo(), Source::Workbook));
}
