//! The scores CSV: both ways, and every kind of wrong cell with its row and column.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that fails is meant to stop"
)]

mod support;

use std::path::Path;

use proptest::prelude::*;
use resonance::{
    i18n::Language,
    import::{HEADER, read_scores, write_scores},
    knowledge::demo_workbook,
    model::{Factor, Level, Score, Workbook},
    storage::LoadError,
};
use uuid::Uuid;

fn read(text: &str) -> Result<Workbook, LoadError> {
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
        names in proptest::collection::hash_set("[=+@'\\-\"a-z,;农场 \\n]{1,12}", 2..6),
        weight in 0.01_f64..50.0,
    ) {
        let names: Vec<String> = names.into_iter().map(|name| name.trim().to_owned()).collect();
        let mut distinct = names.clone();
        distinct.sort();
        distinct.dedup();
        prop_assume!(distinct.len() == names.len() && names.iter().all(|name| !name.is_empty()));
        let mut workbook = support::large_workbook(names.len());
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
            "not a number",
        ),
        (
            "Farm,a,One,Tom,1,3,3,3,3,NaN,3,3,3",
            "expected_costs",
            "not a number",
        ),
        ("Farm,a,One,Tom,0,3,3,3,3,3,3,3,3", "weight", "above 0"),
        (
            "Farm,a,One,Tom,inf,3,3,3,3,3,3,3,3",
            "weight",
            "not a number",
        ),
        (",a,One,Tom,1,3,3,3,3,3,3,3,3", "enterprise", "missing"),
        ("Farm,b,One,Tom,1,3,3,3,3,3,3,3,3", "sector", "earlier row"),
        ("Farm,a,One,Mei,1,3,3,3,3,3,3,3,3", "respondent", "row 2"),
    ] {
        let Err(LoadError::Csv {
            row: found,
            column: place,
            reason,
            ..
        }) = read(&with_rows(&[good, row]))
        else {
            panic!("{row} was accepted");
        };
        assert_eq!((found, place.as_str()), (3, column), "{row}");
        assert!(reason.contains(words), "{row}: {reason}");
    }
}

#[test]
fn wrong_headers_and_torn_rows_are_refused() {
    for (text, words) in [
        ("enterprise;sector;round\nx;y;z\n".to_owned(), "semicolons"),
        (HEADER.replacen("complexity", "difficulty", 1), "difficulty"),
        (format!("{HEADER},note,colour\n"), "unknown column"),
        ("enterprise,sector\n".to_owned(), "missing"),
        (with_rows(&["Farm,a,One,Mei,1,3,3"]), "cells"),
        (
            with_rows(&["Farm,a,One,Mei,1,3,3,3,3,3,3,3,3,x,y"]),
            "cells",
        ),
    ] {
        let Err(LoadError::Csv { reason, .. }) = read(&text) else {
            panic!("{text} was accepted");
        };
        assert!(reason.contains(words), "{reason}");
    }
}

#[test]
fn two_enterprises_of_one_name_are_not_written_into_one() {
    let mut workbook = support::large_workbook(2);
    for enterprise in &mut workbook.enterprises {
        std::sync::Arc::make_mut(enterprise).name = "Farm".into();
    }
    assert!(write_scores(&workbook).unwrap_err().contains("Farm"));
}
