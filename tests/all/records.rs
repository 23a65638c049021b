//! Records of past file versions: they stay as they were, whatever becomes of the model.

use std::{fs, path::Path, sync::Arc};

use crate::support::text_of;
use resonance::{
    model::{Effort, Factor, PlanSource, Workbook},
    storage::{FILE_VERSION, Fault, LoadError, parse_workbook, workbook_text},
};

fn fixture(version: u32) -> String {
    let path = format!("tests/fixtures/v{version}/example.resonance");
    text_of(Path::new(&path))
}

fn opened(text: &str) -> Workbook {
    parse_workbook(Path::new("x.resonance"), text).unwrap()
}

fn lifts(workbook: &Workbook) -> Vec<String> {
    let plan = workbook.enterprises.iter().flat_map(|one| &one.plan);
    plan.map(|item| item.lift.to_string()).collect()
}

#[test]
fn a_lift_that_is_left_out_is_one_level_in_every_version() {
    assert_eq!(lifts(&opened(&fixture(2))), ["1", "1", "1", "1"]);
    let text = fixture(3);
    assert_eq!(text.matches("lift:").count(), 1);
    let mut workbook = opened(&text);
    assert_eq!(lifts(&workbook), ["1", "2", "1", "1"]);
    let newest = text.replacen("version: 3", &format!("version: {FILE_VERSION}"), 1);
    assert_eq!(workbook_text(&workbook).unwrap(), newest);
    let enterprise = Arc::make_mut(&mut workbook.enterprises[0]);
    Arc::make_mut(&mut enterprise.plan[1]).lift = 1.0;
    assert!(!workbook_text(&workbook).unwrap().contains("lift:"));
}

#[test]
fn a_target_that_is_left_out_has_efforts_of_two() {
    let mut workbook = opened(&fixture(3));
    let efforts = |workbook: &Workbook, place: usize| {
        let target = &workbook.enterprises[place].target;
        Factor::ALL.map(|factor| target.efforts[factor].value())
    };
    assert_eq!(efforts(&workbook, 1), [2; 8]);
    // Any other effort is something to keep.
    let enterprise = Arc::make_mut(&mut workbook.enterprises[1]);
    for factor in Factor::ALL {
        enterprise.target.efforts[factor] = Effort::new(3).unwrap();
    }
    let again = opened(&workbook_text(&workbook).unwrap());
    assert_eq!(efforts(&again, 1), [3; 8]);
}

#[test]
fn records_know_neither_the_model_nor_a_later_version() {
    for version in 1..=FILE_VERSION {
        let folder = format!("src/storage/records/v{version}");
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let text = text_of(&path);
            for line in text.lines().filter(|line| !line.starts_with("//!")) {
                let later =
                    (version + 1..=FILE_VERSION).find(|it| line.contains(&format!("v{it}")));
                let newest = line.contains("crate") || line.contains("newest");
                assert!(later.is_none() && !newest, "{}: {line}", path.display());
            }
        }
    }
}

#[test]
fn words_of_the_model_that_stand_in_files_do_not_change() {
    let codes = [
        "comparative_advantage",
        "complexity",
        "compatibility",
        "observability",
        "expected_costs",
        "anticipated_benefits",
        "social_impact",
        "facilitating_conditions",
    ];
    assert_eq!(Factor::ALL.map(Factor::code), codes);
    let sources = [
        (PlanSource::Free, ("free", "")),
        (PlanSource::Step("x".into()), ("step", "x")),
        (
            PlanSource::Countermeasure("x".into()),
            ("countermeasure", "x"),
        ),
        (PlanSource::Scenario("x".into()), ("scenario", "x")),
    ];
    for (source, (kind, id)) in sources {
        assert_eq!(source.parts(), (kind, id));
        assert_eq!(PlanSource::from_parts(kind, id), Some(source));
    }
}

#[test]
fn what_cannot_be_is_found_in_the_text_of_every_version() {
    for version in 1..=FILE_VERSION {
        let text = fixture(version).replacen("level: 3.5", "level: 9.0", 1);
        let Err(LoadError::Damaged {
            line,
            column,
            fault,
            ..
        }) = parse_workbook(Path::new("x.resonance"), &text)
        else {
            panic!("version {version} accepted a level of 9");
        };
        assert_eq!(fault, Fault::Level(9.0));
        let line = text.lines().nth(line - 1).unwrap();
        let rest: String = line.chars().skip(column - 1).collect();
        assert!(rest.starts_with("9.0"), "version {version}: {rest}");
    }
}
