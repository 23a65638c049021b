//! The scores CSV: both ways, and every kind of wrong cell with its row and column.

use std::path::Path;

use proptest::prelude::*;
use resonance::{
    i18n::Language,
    import::{CsvError, HEADER, read_scores, write_scores},
    knowledge::demo_workbook,
    model::{Factor, Level, Score, Workbook},
    storage::{Record, SaveError},
};
use uuid::Uuid;

fn read(text: &str) -> Result<Workbook, CsvError> {
    let mut count = 0;
    let mut new_id = move || {
        count += 1;
        Uuid::from_u128(count)
    };
    read_scores(Path::new("x.csv"), text, "x".into(), &mut new_id)
}

fn with_rows(rows: &[&str]) -> String {
    format!("{HEADER}\n{}\n", rows.join("\n"))
}

/// What a CSV keeps of a workbook.
type Kept = Vec<(
    String,
    String,
    Vec<(String, Vec<(String, f64, [Score; 8])>)>,
)>;

fn kept(workbook: &Workbook) -> Kept {
    workbook
        .enterprises
        .iter()
        .map(|enterprise| {
            let rounds = enterprise.rounds.iter().map(|round| {
                let rows = round.responses.iter().map(|response| {
                    let person = enterprise.person(response.respondent).unwrap();
                    let scores = Factor::ALL.map(|factor| response.score(factor));
                    (person.name.clone(), response.weight, scores)
                });
                (round.name.clone(), rows.collect())
            });
            (
                enterprise.name.clone(),
                enterprise.sector.clone(),
                rounds.collect(),
            )
        })
        .collect()
}

#[test]
fn the_demo_survives_the_way_there_and_back() {
    for language in Language::ALL {
        let demo = demo_workbook(language).unwrap();
        let (text, left_out) = write_scores(&demo).unwrap();
        assert!(text.starts_with('\u{feff}'));
        assert!(left_out.agreed > 0 && left_out.details > 0);
        let back = read(text.trim_start_matches('\u{feff}')).unwrap();
        assert_eq!(kept(&back), kept(&demo));
    }
}

proptest! {
    #[test]
    fn names_of_every_kind_survive(
        names in proptest::collection::hash_set("[=+@'\\-\"a-z,;农场 \\n\\t]{1,12}", 2..6),
        weight in 0.01_f64..50.0,
    ) {
        let names: Vec<String> = names.into_iter().map(|name| name.trim().to_owned()).collect();
        let mut distinct = names.clone();
        distinct.sort();
        distinct.dedup();
        prop_assume!(distinct.len() == names.len() && names.iter().all(|name| !name.is_empty()));
        let mut workbook = crate::support::large_workbook(names.len());
        for (enterprise, name) in workbook.enterprises.iter_mut().zip(&names) {
            let enterprise = std::sync::Arc::make_mut(enterprise);
            enterprise.name.clone_from(name);
            let round = std::sync::Arc::make_mut(&mut enterprise.rounds[0]);
            std::sync::Arc::make_mut(&mut round.responses[0]).weight = weight;
        }
        let (text, _) = write_scores(&workbook).unwrap();
        let back = read(text.trim_start_matches('\u{feff}')).unwrap();
        prop_assert_eq!(kept(&back), kept(&workbook));
    }
}

#[test]
fn empty_is_not_scored_na_is_not_applicable_and_no_weight_is_one() {
    let text = with_rows(&["Farm,agriculture,Baseline,Mei,,4,na,3.5,,NA,3.25,1,5"]);
    let workbook = read(&text).unwrap();
    let response = &workbook.enterprises[0].rounds[0].responses[0];
    assert!((response.weight - 1.0).abs() < f64::EPSILON);
    assert_eq!(response.score(Factor::Complexity), Score::NotApplicable);
    assert_eq!(response.score(Factor::Observability), Score::NotScored);
    let finer = Score::Scored(Level::new(3.25).unwrap());
    assert_eq!(response.score(Factor::AnticipatedBenefits), finer);
}

#[test]
fn rows_of_one_enterprise_and_round_form_one_panel_wherever_they_stand() {
    let text = with_rows(&[
        "Farm,a,One,Mei,1,3,3,3,3,3,3,3,3",
        "Mill,b,One,Tom,1,3,3,3,3,3,3,3,3",
        "Farm,a,One,Wei,1,5,3,3,3,3,3,3,3",
        "Farm,a,Two,Mei,1,4,3,3,3,3,3,3,3",
        "",
    ]);
    let workbook = read(&text).unwrap();
    let farm = &workbook.enterprises[0];
    assert_eq!((workbook.enterprises.len(), farm.people.len()), (2, 2));
    assert_eq!(
        (
            farm.rounds[0].responses.len(),
            farm.rounds[1].responses.len()
        ),
        (2, 1)
    );
}

#[test]
fn every_wrong_cell_is_named_by_row_and_column() {
    let good = "Farm,a,One,Mei,1,3,3,3,3,3,3,3,3";
    for (row, column, words) in [
        (
            "Farm,a,One,Tom,1,6,3,3,3,3,3,3,3",
            "comparative_advantage",
            "6",
        ),
        ("Farm,a,One,Tom,1,3,0,3,3,3,3,3,3", "complexity", "0"),
        (
            "Farm,a,One,Tom,1,3,3,\"3,5\",3,3,3,3,3",
            "compatibility",
            "point",
        ),
        (
            "Farm,a,One,Tom,1,3,3,3,good,3,3,3,3",
            "observability",
            "no score",
        ),
        (
            "Farm,a,One,Tom,1,3,3,3,3,NaN,3,3,3",
            "expected_costs",
            "no score",
        ),
        ("Farm,a,One,Tom,0,3,3,3,3,3,3,3,3", "weight", "above 0"),
        ("Farm,a,One,Tom,inf,3,3,3,3,3,3,3,3", "weight", "no weight"),
        (",a,One,Tom,1,3,3,3,3,3,3,3,3", "enterprise", "no name"),
        ("Farm,b,One,Tom,1,3,3,3,3,3,3,3,3", "sector", "row 2"),
        ("Farm,a,One,Mei,1,3,3,3,3,3,3,3,3", "respondent", "row 2"),
    ] {
        let error = read(&with_rows(&[good, row])).expect_err(row);
        assert_eq!((error.row, error.column), (3, Some(column)), "{row}");
        assert!(
            error.sentence(Language::English).contains(words),
            "{error:?}"
        );
        assert!(
            error.sentence(Language::English).contains("x.csv, row 3"),
            "{error:?}"
        );
        let chinese = error.sentence(Language::Chinese);
        assert!(chinese.contains("x.csv第3行"), "{chinese}");
    }
}

#[test]
fn wrong_headers_and_torn_rows_are_refused() {
    for (text, words) in [
        ("enterprise;sector;round\nx;y;z\n".to_owned(), "semicolons"),
        (HEADER.replacen("complexity", "difficulty", 1), "difficulty"),
        (format!("{HEADER},note,colour\n"), "colour"),
        ("enterprise,sector\n".to_owned(), "missing"),
        ("enterprise\tsector\tround\n".to_owned(), "tabs"),
        (with_rows(&["Farm,a,One,Mei,1,3,3"]), "cells"),
        (
            with_rows(&["Farm,a,One,Mei,1,3,3,3,3,3,3,3,3,x,y"]),
            "cells",
        ),
    ] {
        let error = read(&text).expect_err(&text);
        assert_eq!(error.column, None);
        assert!(
            error.sentence(Language::English).contains(words),
            "{error:?}"
        );
    }
}

#[test]
fn two_enterprises_of_one_name_are_not_written_into_one() {
    let mut workbook = crate::support::large_workbook(2);
    for enterprise in &mut workbook.enterprises {
        std::sync::Arc::make_mut(enterprise).name = "Farm".into();
    }
    let refused = write_scores(&workbook).unwrap_err();
    assert_eq!(
        refused,
        SaveError::SameName {
            record: Record::Enterprise,
            name: "Farm".into()
        }
    );
    std::sync::Arc::make_mut(&mut workbook.enterprises[0]).name = "  ".into();
    assert_eq!(write_scores(&workbook), Err(SaveError::NoName));
}

#[test]
fn rows_are_counted_as_a_spreadsheet_counts_them() {
    let wrong = "Farm,a,One,Tom,1,9,3,3,3,3,3,3,3,";
    for (rows, expected) in [
        (vec!["", wrong], 3),
        (vec!["\r", "\r", wrong], 4),
        (vec![",,,,,,,,,,,,,", wrong], 3),
        (
            vec![
                "Farm,a,One,Mei,1,3,3,3,3,3,3,3,3,\"two\nlines\r\nand three\"",
                "",
                wrong,
            ],
            4,
        ),
        (
            vec!["\"Farm\",a,One,Mei,1,3,3,3,3,3,3,3,3,\"\n\"", wrong],
            3,
        ),
    ] {
        for ending in ["\n", ""] {
            let text = format!("{HEADER},note\n{}{ending}", rows.join("\n"));
            let error = read(&text).expect_err(&text);
            assert_eq!(error.row, expected, "{text:?}");
        }
    }
    let windows = with_rows(&[
        "Farm,a,One,Mei,1,3,3,3,3,3,3,3,3",
        "",
        "Farm,a,One,Tom,1,9,3,3,3,3,3,3,3",
    ]);
    assert_eq!(read(&windows.replace('\n', "\r\n")).unwrap_err().row, 4);
}

#[test]
fn a_quotation_mark_left_open_does_not_swallow_the_rest() {
    let text = format!(
        "{HEADER},note\n{}\n{}\n{}\n",
        "Farm,a,One,Mei,1,3,3,3,3,3,3,3,3,fine",
        "Farm,a,One,Tom,1,3,3,3,3,3,3,3,3,\"never closed",
        "Farm,a,One,Wei,1,3,3,3,3,3,3,3,3,lost?",
    );
    let error = read(&text).unwrap_err();
    assert_eq!(error.row, 3);
    assert!(
        error.sentence(Language::English).contains("quotation mark"),
        "{error:?}"
    );
}

#[test]
fn excel_habits_do_no_harm() {
    let row = "Farm,a,One,Mei,1,3,3,3,3,3,3,3,3";
    let padded = format!(
        "{},,\r\n\"Farm\",a,One, Mei ,1,3,3,3,3,3,3,3,3,,\r\n",
        HEADER.to_uppercase()
    );
    assert_eq!(
        kept(&read(&padded).unwrap()),
        kept(&read(&with_rows(&[row])).unwrap())
    );
}

#[test]
fn nameless_respondents_are_numbered_by_their_place() {
    let row = |round: &str, name: &str| format!("Farm,a,{round},{name},1,3,3,3,3,3,3,3,3");
    let rows = [
        row("One", "Respondent 2"),
        row("One", ""),
        row("One", ""),
        row("Two", ""),
        row("Two", ""),
    ];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let farm = &read(&with_rows(&rows)).unwrap().enterprises[0];
    let names: Vec<&str> = farm
        .people
        .iter()
        .map(|person| person.name.as_str())
        .collect();
    assert_eq!(
        names,
        [
            "Respondent 2",
            "Respondent 3",
            "Respondent 4",
            "Respondent 1"
        ]
    );
    assert_eq!(farm.rounds[1].responses[1].respondent, farm.people[0].id);
}

#[test]
fn settings_and_descriptions_that_a_table_has_no_room_for_are_counted() {
    let mut workbook = crate::support::large_workbook(2);
    workbook.aggregation = resonance::model::Aggregation::Median;
    workbook.note = "remember".into();
    let (_, left_out) = write_scores(&workbook).unwrap();
    // The note, two technologies, ten roles.
    assert_eq!((left_out.settings, left_out.descriptions), (1, 13));
    let english = Language::English.left_out(&left_out).unwrap();
    assert!(
        english.contains("results computed from it may differ"),
        "{english}"
    );
    assert_eq!(
        Language::English.left_out(&resonance::import::LeftOut::default()),
        None
    );
}
