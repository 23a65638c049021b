//! The headless commands, run as a user runs them.

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

use serde_json::Value;

const CSV: &str = "\
enterprise,sector,round,respondent,weight,comparative_advantage,complexity,compatibility,\
observability,expected_costs,anticipated_benefits,social_impact,facilitating_conditions,note
Farm,agriculture,Baseline,Mei,1,4,2,3.5,4,3,3.5,3,2,
Farm,agriculture,Baseline,Tom,3,5,2,3.5,4,3,3.5,NA,2,seen it
Mill,,One,,,3,3,3,3,3,3,,3,
";

fn resonance(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_resonance"))
        .args(arguments)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .output()
        .unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn csv_file(folder: &Path) -> String {
    let path = folder.join("scores.csv");
    fs::write(&path, CSV).unwrap();
    path.display().to_string()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

#[test]
fn json_has_the_documented_fields_and_hand_computed_numbers() {
    let folder = tempfile::tempdir().unwrap();
    let output = resonance(&["score", &csv_file(folder.path()), "--format", "json"]);
    assert!(output.status.success(), "{}", stderr(&output));
    let json: Value = serde_json::from_str(&stdout(&output)).unwrap();
    assert_eq!(json["format"], "resonance-score");
    assert_eq!(json["version"], 1);
    let round = &json["enterprises"][0]["rounds"][0];
    let keys: Vec<&str> = round
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    assert_eq!(
        keys,
        [
            "name",
            "respondents",
            "complete",
            "missing",
            "factors",
            "supply",
            "demand",
            "coupling",
            "development",
            "balance",
            "resonance",
            "coordination",
            "coordination_class",
            "band",
            "lead",
            "kendall_w",
            "gains",
            "path",
        ]
    );
    // Weighted: (4 + 3 * 5) / 4 = 4.75; u = 3.75 / 4.
    let advantage = &round["factors"]["comparative_advantage"];
    assert!((number(&advantage["score"]) - 4.75).abs() < 1e-12);
    assert!((number(&advantage["favourability"]) - 0.9375).abs() < 1e-12);
    assert_eq!(
        (number(&advantage["min"]), number(&advantage["max"])),
        (4.0, 5.0)
    );
    // S = (0.9375 + 0.75 + 0.625 + 0.75) / 4; D = (0.5 + 0.625 + 0.5 + 0.25) / 4.
    let (supply, demand) = (0.765_625_f64, 0.468_75_f64);
    assert!((number(&round["supply"]) - supply).abs() < 1e-12);
    assert!((number(&round["demand"]) - demand).abs() < 1e-12);
    assert!((number(&round["resonance"]) - 100.0 * (supply * demand).sqrt()).abs() < 1e-9);
    assert_eq!(round["lead"], "supply-led");
    assert_eq!(round["band"], "emerging");
    assert_eq!(round["coordination_class"], "intermediate coordination");
    assert_eq!(round["factors"]["social_impact"]["respondents"], 1);
    let mill = &json["enterprises"][1]["rounds"][0];
    assert_eq!(mill["complete"], false);
    assert_eq!(mill["missing"][0], "social_impact");
    assert!((number(&mill["supply"]) - 0.5).abs() < 1e-12);
    for null in [
        "demand",
        "resonance",
        "band",
        "lead",
        "kendall_w",
        "coupling",
        "gains",
        "path",
    ] {
        assert!(mill[null].is_null(), "{null}");
    }
    assert!(mill["factors"]["social_impact"]["score"].is_null());
}

#[test]
fn tables_speak_both_languages_and_machine_words_stay_english() {
    let english = stdout(&resonance(&["score", "--demo"]));
    let chinese = stdout(&resonance(&["score", "--demo", "--lang", "zh"]));
    assert!(english.contains("Green Valley Farm") && english.contains("Supply-led"));
    assert!(chinese.contains("绿谷农场") && chinese.contains("供给领先"));
    let json = stdout(&resonance(&[
        "score", "--demo", "--lang", "zh", "--format", "json",
    ]));
    assert!(json.contains("\"supply-led\"") && json.contains("\"comparative_advantage\""));
}

#[test]
fn check_tells_sound_from_damaged() {
    let folder = tempfile::tempdir().unwrap();
    let good = resonance(&["check", &csv_file(folder.path())]);
    assert!(good.status.success());
    assert!(stdout(&good).contains("enterprises 2, rounds 2, responses 3"));
    let bad = folder.path().join("bad.csv");
    fs::write(&bad, CSV.replacen(",4,2,", ",9,2,", 1)).unwrap();
    let output = resonance(&["check", &bad.display().to_string()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).is_empty());
    let sentence = stderr(&output);
    assert!(
        sentence.contains("row 2, column comparative_advantage"),
        "{sentence}"
    );
    let output = resonance(&["check", "--lang", "zh", "/nowhere/x.resonance"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("找不到"));
}

#[test]
fn convert_goes_there_and_back_and_guards_its_input() {
    let folder = tempfile::tempdir().unwrap();
    let csv = csv_file(folder.path());
    let workbook = folder.path().join("w.resonance").display().to_string();
    let again = folder.path().join("again.csv").display().to_string();
    assert!(
        resonance(&["convert", &csv, "--out", &workbook])
            .status
            .success()
    );
    assert!(
        resonance(&["convert", &workbook, "--out", &again])
            .status
            .success()
    );
    let scores = |file: &str| stdout(&resonance(&["score", file, "--format", "json"]));
    assert_eq!(scores(&csv), scores(&again));
    let onto_itself = resonance(&["convert", &csv, "--out", &csv]);
    assert_eq!(onto_itself.status.code(), Some(1));
    assert_eq!(fs::read_to_string(&csv).unwrap(), CSV);
    let odd = resonance(&["convert", &csv, "--out", "x.xlsx"]);
    assert_eq!(odd.status.code(), Some(2));
    assert!(stderr(&odd).contains("neither .resonance nor .csv"));
    let lossy = resonance(&["convert", "--demo", "--out", &again]);
    assert!(lossy.status.success());
    assert!(stderr(&lossy).contains("agreed"), "{}", stderr(&lossy));
}

#[test]
fn wrong_usage_is_exit_2_and_help_and_version_are_exit_0() {
    for wrong in [
        &["score"][..],
        &["--sing"],
        &["check", "a", "b"],
        &["score", "a", "--format", "x"],
    ] {
        let output = resonance(wrong);
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
        assert!(stderr(&output).contains("--help"));
    }
    let chinese = resonance(&["score", "--lang", "zh"]);
    assert!(stderr(&chinese).contains("需要一个文件"));
    assert!(stdout(&resonance(&["--help"])).contains("resonance score FILE"));
    assert!(stdout(&resonance(&["--help", "--lang", "zh"])).contains("用法"));
    let version = stdout(&resonance(&["--version"]));
    assert_eq!(
        version,
        format!("resonance {}\n", env!("CARGO_PKG_VERSION"))
    );
}

#[cfg(target_os = "linux")]
#[test]
fn without_a_display_the_window_says_so_and_names_the_other_commands() {
    let output = resonance(&["--lang", "en"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).is_empty());
    let sentence = stderr(&output);
    assert!(
        sentence.contains("no display") && sentence.contains("resonance score"),
        "{sentence}"
    );
}

#[cfg(unix)]
#[test]
fn a_reader_that_leaves_early_is_no_failure() {
    let mut running = Command::new(env!("CARGO_BIN_EXE_resonance"))
        .args(["score", "--demo", "--format", "json"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(running.stdout.take());
    let output = running.wait_with_output().unwrap();
    assert!(output.status.success());
    assert!(stderr(&output).is_empty(), "{}", stderr(&output));
}

#[test]
fn names_cannot_break_the_table() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("odd.csv");
    let odd = CSV.replace("Mill,", "\"Mill\n\u{1b}[31mred\",");
    fs::write(&path, odd).unwrap();
    let output = resonance(&["score", &path.display().to_string()]);
    let text = stdout(&output);
    assert_eq!(text.lines().count(), 4, "{text}");
    assert!(!text.contains('\u{1b}'));
    assert!(
        text.ends_with("Rounds: 2, incomplete: 1. R 0-100; S, D, K 0-1\n"),
        "{text}"
    );
}

#[cfg(target_os = "linux")]
#[test]
fn without_a_display_the_demo_is_shown_as_its_table() {
    for (language, no_display) in [("en", "no display"), ("zh", "显示环境")] {
        let output = resonance(&["--demo", "--lang", language]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        assert!(stderr(&output).contains(no_display), "{}", stderr(&output));
        let table = stdout(&resonance(&["score", "--demo", "--lang", language]));
        assert_eq!(stdout(&output), table);
    }
    // There is no first frame to be timed.
    let output = resonance(&["--demo", "--measure-startup"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).is_empty());
}

#[cfg(target_os = "linux")]
#[test]
fn what_is_wrong_with_a_file_is_said_before_the_display_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    fs::write(path("bad.resonance"), "(format: \"resonance\"").unwrap();
    fs::write(path("bad.xlsx"), b"PK\x03\x04 cut off").unwrap();
    fs::write(path("bad.csv"), CSV.replacen(",4,2,", ",9,2,", 1)).unwrap();
    let folder_itself = folder.path().display().to_string();
    for (file, says) in [
        ("/nowhere/x.resonance", "is not there"),
        ("/nowhere/x.xlsx", "/nowhere/x.xlsx"),
        (folder_itself.as_str(), "is a folder"),
        ("/dev/null", "/dev/null"),
        (&path("bad.resonance"), "bad.resonance"),
        (&path("bad.xlsx"), "bad.xlsx"),
        (&path("bad.csv"), "row 2, column comparative_advantage"),
    ] {
        let output = resonance(&["--lang", "en", file]);
        assert_eq!(output.status.code(), Some(1), "{file}");
        let sentences = stderr(&output);
        let (first, rest) = sentences.split_once('\n').unwrap();
        assert!(first.contains(says), "{sentences}");
        assert!(rest.contains("no display"), "{sentences}");
    }
    // Of a sound file, a table of another shape, or response codes there is nothing to say.
    fs::write(path("other.csv"), "Name,Complexity\nMei,4\n").unwrap();
    fs::write(path("codes.txt"), "RS1-not-quite-a-code\n").unwrap();
    let sound = csv_file(folder.path());
    for file in [sound, path("other.csv"), path("codes.txt")] {
        let output = resonance(&["--lang", "en", &file]);
        assert_eq!(output.status.code(), Some(1));
        let sentences = stderr(&output);
        assert!(
            sentences.starts_with("resonance: There is no display"),
            "{sentences}"
        );
    }
}
