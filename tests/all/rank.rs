//! What the command line says of gains, paths, weights and ranks.

use std::{
    fs,
    path::Path,
    process::{Command, Output},
    sync::Arc,
};

use resonance::{
    i18n::Language,
    knowledge::demo_workbook,
    model::{Effort, Factor, PerFactor, Stage, WeightMethod, WeightSet, WeightSetId, Weights},
    storage::{Overwrite, save_workbook},
};
use serde_json::Value;
use uuid::Uuid;

const HEADER: &str = "enterprise,sector,round,respondent,weight,comparative_advantage,complexity,\
    compatibility,observability,expected_costs,anticipated_benefits,social_impact,\
    facilitating_conditions\n";

fn resonance(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_resonance"))
        .args(arguments)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .unwrap()
}

fn printed(arguments: &[&str]) -> String {
    let output = resonance(arguments);
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{error}");
    String::from_utf8(output.stdout).unwrap()
}

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&printed(arguments)).unwrap()
}

fn csv(folder: &Path, rows: &str) -> String {
    let path = folder.join("scores.csv");
    fs::write(&path, format!("{HEADER}{rows}")).unwrap();
    path.display().to_string()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

/// `Low` is worse on every factor than `High`; `Half` lacks a score and `Mid` a factor that applies.
const FIRMS: &str = "\
Low,agriculture,One,,,2,4,2,2,4,2,2,2
Half,,One,,,3,3,3,,3,3,3,3
High,,One,,,5,1,5,5,1,5,5,5
Mid,,One,,,3,3,3,3,3,3,3,NA
";

#[test]
fn the_portfolio_is_ordered_by_r_and_says_how_certain_every_rank_is() {
    let folder = tempfile::tempdir().unwrap();
    let file = csv(folder.path(), FIRMS);
    let found = json(&["rank", &file, "--json"]);
    assert_eq!(
        (&found["format"], &found["version"]),
        (&"resonance-rank".into(), &1.into())
    );
    let ranked = found["ranks"]["ranked"].as_array().unwrap();
    let names: Vec<&str> = ranked
        .iter()
        .map(|one| one["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["High", "Mid", "Low"]);
    for (place, one) in (1_u8..).zip(ranked) {
        // Each beats the next on every factor, whatever the weights.
        assert_eq!(one["rank"], place);
        assert_eq!(one["share"], 1.0);
        assert_eq!(one["likely"], serde_json::json!([place, place]));
    }
    assert!((number(&ranked[1]["resonance"]) - 50.0).abs() < 1e-9);
    assert_eq!(found["ranks"]["draws"], 9600);
    assert_eq!(found["unranked"][0]["name"], "Half");
    assert_eq!(
        found["unranked"][0]["missing"],
        serde_json::json!(["observability"])
    );
    let table = printed(&["rank", &file]);
    let lines: Vec<&str> = table.lines().collect();
    assert!(lines[1].trim_start().starts_with("1  High"), "{table}");
    assert!(
        lines[4].contains("Half") && lines[4].ends_with("Observability"),
        "{table}"
    );
    assert!(table.contains("Ranked: 3, without a rank: 1") && table.contains("9600 draws"));
    assert!(table.ends_with("Weights: Equal\n"), "{table}");
    let chinese = printed(&["rank", &file, "--lang", "zh"]);
    assert!(
        chinese.contains("可观察性") && chinese.contains("权重：等权"),
        "{chinese}"
    );
    assert_eq!(
        printed(&["rank", &file]),
        table,
        "the same file gives the same shares"
    );
}

/// Demand is alike. On supply `Spike` has u = (1, 0, 0, 0) and `Flat` 0.25 on all four, so with drawn
/// weights `Spike` leads where its one weight is over 0.25: P = (1 - 0.25)^3 = 0.421875.
#[test]
fn the_share_is_that_of_a_closed_form_and_weights_change_the_order() {
    let folder = tempfile::tempdir().unwrap();
    let file = csv(
        folder.path(),
        "Spike,,One,,,5,5,1,1,3,3,3,3\nFlat,,One,,,2,4,2,2,3,3,3,3\n",
    );
    let share_of = |found: &Value, name: &str| {
        let ranked = found["ranks"]["ranked"].as_array().unwrap();
        number(&ranked.iter().find(|one| one["name"] == name).unwrap()["first"])
    };
    let found = json(&["rank", &file, "--json"]);
    assert!((share_of(&found, "Spike") - 0.421_875).abs() < 0.021);
    // With equal weights both have S = 0.25: they share the first rank.
    assert_eq!(found["ranks"]["ranked"][1]["rank"], 1);
    let weights = "comparative_advantage=3,complexity=1,compatibility=1,observability=0";
    let found = json(&["rank", &file, "--json", "--weights", weights]);
    assert_eq!(found["ranks"]["ranked"][0]["name"], "Spike");
    assert_eq!(found["ranks"]["ranked"][1]["rank"], 2);
    assert!((number(&found["weights"]["comparative_advantage"]) - 0.6).abs() < 1e-12);
    assert!((number(&found["weights"]["social_impact"]) - 0.25).abs() < 1e-12);
    let table = printed(&["score", &file, "--weights", weights]);
    assert!(
        table.ends_with("Weights: those of the command line\n"),
        "{table}"
    );
    let wrong = resonance(&["score", &file, "--weights", "complexity=1"]);
    assert_eq!(wrong.status.code(), Some(2));
    let sentence = String::from_utf8(wrong.stderr).unwrap();
    assert!(
        sentence.contains("“comparative_advantage”, “compatibility”, “observability” are missing")
    );
}

#[test]
fn gains_and_the_cheapest_path_of_a_round_by_hand() {
    let folder = tempfile::tempdir().unwrap();
    let file = csv(folder.path(), FIRMS);
    let found = json(&["score", &file, "--json"]);
    let round = |name: usize| &found["enterprises"][name]["rounds"][0];
    // Low: S = D = 0.25. One level better on a factor of four: S = 0.3125.
    let gain = 100.0 * ((0.3125_f64 * 0.25).sqrt() - 0.25);
    let low = round(0);
    for factor in Factor::ALL {
        assert!((number(&low["gains"][factor.code()]) - gain).abs() < 1e-9);
    }
    // To 40 it takes S D = 0.16. Four steps give at most 0.375 * 0.375; five, three of them on one side,
    // 0.4375 * 0.375 = 0.164, and no other five give more.
    let path = &low["path"];
    assert_eq!(
        (&path["target"], &path["state"]),
        (&40.0.into(), &"path".into())
    );
    assert_eq!(path["effort"], 10);
    assert!((number(&path["resonance"]) - 100.0 * (0.4375_f64 * 0.375).sqrt()).abs() < 1e-9);
    let steps = path["steps"].as_array().unwrap();
    assert_eq!(steps.len(), 5);
    assert_eq!(steps[0]["factor"], "comparative_advantage");
    assert_eq!(
        (number(&steps[0]["from"]), number(&steps[0]["to"])),
        (2.0, 3.0)
    );
    assert_eq!(steps[4]["resonance"], path["resonance"]);
    // High has every level: nothing to gain, and the last band has no next one.
    assert_eq!(round(2)["gains"]["complexity"], 0.0);
    assert_eq!(
        (&round(2)["path"]["target"], &round(2)["path"]["state"]),
        (&100.0.into(), &"reached".into())
    );
    // Mid has a factor that does not apply, Half one that is missing.
    assert!(round(3)["gains"]["facilitating_conditions"].is_null());
    assert!(round(1)["gains"].is_null() && round(1)["path"].is_null());
    assert_eq!(found["ranks"]["ranked"][0]["name"], "High");
    let found = json(&["score", &file, "--json", "--target", "25"]);
    let path = &found["enterprises"][0]["rounds"][0]["path"];
    assert_eq!(
        (&path["state"], &path["effort"]),
        (&"reached".into(), &0.into())
    );
}

#[test]
fn efforts_and_named_weights_of_a_workbook_are_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("w.resonance");
    let file = path.display().to_string();
    let mut workbook = demo_workbook(Language::English).unwrap();
    let farm = Arc::make_mut(&mut workbook.enterprises[0]);
    farm.target.efforts[Factor::ExpectedCosts] = Effort::new(1).unwrap();
    let mut points = PerFactor::from_fn(|_| 1.0);
    points[Factor::ExpectedCosts] = 5.0;
    let set = WeightSet {
        id: WeightSetId(Uuid::from_u128(77)),
        name: "Costs first".into(),
        method: WeightMethod::Points(points),
        weights: Weights::from_points(points).unwrap(),
    };
    workbook.weights_in_force = Some(set.id);
    workbook.weight_sets.push(Arc::new(set));
    save_workbook(&path, &workbook, &Overwrite::Always).unwrap();
    let found = json(&["score", &file, "--json", "--target", "70"]);
    assert!((number(&found["weights"]["expected_costs"]) - 0.625).abs() < 1e-12);
    let steps = &found["enterprises"][0]["rounds"][0]["path"]["steps"];
    let costs = steps
        .as_array()
        .unwrap()
        .iter()
        .find(|step| step["factor"] == "expected_costs");
    assert_eq!(costs.unwrap()["effort"], 1);
    assert!(printed(&["rank", &file]).ends_with("Weights: Costs first\n"));
    // What is asked for on the command line goes before.
    let equal = json(&["rank", &file, "--json", "--weights", "equal"]);
    assert_eq!(equal["weights"]["expected_costs"], 0.25);
}

#[test]
fn aliases_stand_for_names_and_rounds_being_scored_are_withheld() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("w.resonance");
    let file = path.display().to_string();
    let mut workbook = demo_workbook(Language::English).unwrap();
    workbook.fill_aliases();
    workbook.uses_aliases = true;
    let names: Vec<String> = workbook
        .enterprises
        .iter()
        .map(|one| one.name.clone())
        .collect();
    let farm = Arc::make_mut(&mut workbook.enterprises[0]);
    let last = farm.rounds.last_mut().unwrap();
    Arc::make_mut(last).stage = Stage::Score;
    let empty = Arc::make_mut(&mut workbook.enterprises[1]);
    empty.rounds.clear();
    save_workbook(&path, &workbook, &Overwrite::Always).unwrap();
    for arguments in [
        &["rank", &file][..],
        &["rank", &file, "--json"],
        &["score", &file, "--json"],
    ] {
        let text = printed(arguments);
        for name in &names {
            assert!(!text.contains(name), "{name} in {arguments:?}");
        }
    }
    let found = json(&["rank", &file, "--json"]);
    let unranked = found["unranked"].as_array().unwrap();
    let farm = unranked.iter().find(|one| one["name"] == "A").unwrap();
    assert_eq!(farm["hidden"], true);
    let empty = unranked.iter().find(|one| one["name"] == "B").unwrap();
    assert!(empty["round"].is_null());
    let table = printed(&["rank", &file]);
    assert!(table.contains("hidden while the room scores"), "{table}");
    assert!(table.contains("no round yet"), "{table}");
    let score = json(&["score", &file, "--json"]);
    let rounds = score["enterprises"][0]["rounds"].as_array().unwrap();
    let hidden = rounds.last().unwrap();
    assert!(hidden["gains"].is_null() && hidden["path"].is_null());
    let ranked = score["ranks"]["ranked"].as_array().unwrap();
    assert!(ranked.iter().all(|one| one["name"] != "A"));
}

#[test]
fn a_workbook_in_which_nothing_is_complete_has_no_ranks_and_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let file = csv(
        folder.path(),
        "Half,,One,,,3,3,3,,3,3,3,3\nSideless,,One,,,3,3,3,3,NA,NA,NA,NA\n",
    );
    let found = json(&["rank", &file, "--json"]);
    assert!(found["ranks"].is_null());
    let table = printed(&["rank", &file]);
    assert!(table.contains("Ranked: 0, without a rank: 2"), "{table}");
    assert!(table.contains("no factor of a side applies"), "{table}");
    assert!(!table.contains("draws"), "{table}");
}
