//! `resonance report`, run as a user runs it.

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

fn resonance(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_resonance"))
        .args(arguments)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .env_remove("SOURCE_DATE_EPOCH")
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// What a command that fails says, and with which code it ends.
fn refused(arguments: &[&str]) -> (Option<i32>, String) {
    let output = resonance(arguments);
    assert!(output.stdout.is_empty(), "{}", text(&output.stdout));
    (output.status.code(), text(&output.stderr))
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

fn count(folder: &Path) -> usize {
    fs::read_dir(folder).unwrap().count()
}

#[test]
fn a_firm_is_written_as_its_file_ends_and_the_same_bytes_come_again() {
    let folder = tempfile::tempdir().unwrap();
    for (name, begins) in [
        ("a.pdf", &b"%PDF-"[..]),
        ("a.png", b"\x89PNG"),
        ("a.svg", b"<svg"),
        ("a.html", b"<!"),
        ("a.md", b"# "),
    ] {
        let path = folder.path().join(name);
        let line = |path: &Path| {
            let firm = "Green Valley Farm";
            let path = shown(path);
            let output = resonance(&["report", "--demo", "--enterprise", firm, "--out", &path]);
            assert!(output.status.success(), "{}", text(&output.stderr));
            assert!(output.stderr.is_empty(), "quiet where nobody looks on");
            assert!(text(&output.stdout).contains(name));
            fs::read(&path).unwrap()
        };
        let first = line(&path);
        assert!(first.starts_with(begins), "{name}");
        assert!(first == line(&path), "{name}");
    }
    // What is written anew keeps the file before beside it.
    assert_eq!(count(folder.path()), 10);
}

#[test]
fn a_folder_gets_a_file_a_firm_and_a_file_all_of_them() {
    let folder = tempfile::tempdir().unwrap();
    let (firms, one) = (folder.path().join("firms"), folder.path().join("all.pdf"));
    fs::create_dir(&firms).unwrap();
    for out in [&firms, &one] {
        let output = resonance(&["report", "--demo", "--all", "--out", &shown(out)]);
        assert!(output.status.success(), "{}", text(&output.stderr));
    }
    let check = text(&resonance(&["check", "--demo"]).stdout);
    let enterprises = format!("enterprises {}", count(&firms));
    assert!(check.contains(&enterprises), "{check}");
    assert!(firms.join("Green Valley Farm.pdf").is_file());
    let size = |path: &Path| fs::metadata(path).unwrap().len();
    assert!(size(&one) > size(&firms.join("Green Valley Farm.pdf")));
}

#[test]
fn both_languages_stand_one_after_the_other() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("a.svg");
    let path = shown(&out);
    let line = ["report", "--demo", "--enterprise", "Green Valley Farm"];
    let output = resonance(&[&line[..], &["--lang", "both", "--out", &path]].concat());
    assert!(output.status.success(), "{}", text(&output.stderr));
    let page = |number: usize| {
        let path = folder.path().join(format!("a-{number}.svg"));
        fs::read_to_string(path).unwrap()
    };
    let last = count(folder.path());
    assert!(last >= 2);
    assert!(page(1).contains("xml:lang=\"en\"") && page(1).contains("Green Valley"));
    let second = page(last);
    assert!(
        second.contains("xml:lang=\"zh-Hans\"") && second.contains("页，共"),
        "{second}"
    );
}

#[test]
fn the_day_of_the_environment_is_that_of_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.pdf");
    let output = Command::new(env!("CARGO_BIN_EXE_resonance"))
        .args(["report", "--demo", "--enterprise", "Green Valley Farm"])
        .args(["--out", &shown(&path)])
        .env("SOURCE_DATE_EPOCH", "1000000000")
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", text(&output.stderr));
    let bytes = fs::read(&path).unwrap();
    let day = b"D:20010909";
    assert!(bytes.windows(day.len()).any(|part| part == day));
}

#[test]
fn what_makes_no_sense_is_a_sentence_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let out = shown(&folder.path().join("a.pdf"));
    let docx = shown(&folder.path().join("a.docx"));
    for (arguments, code, said) in [
        (&["report", "--demo"][..], 2, "--out"),
        (&["report", "--out", &out], 2, "report"),
        (&["report", "--demo", "--out", &docx], 2, ".pdf"),
        (
            &["report", "--demo", "--out", &out, "--kind", "novel"],
            2,
            "novel",
        ),
        (
            &["report", "--demo", "--out", &out, "--size", "a0"],
            2,
            "a0",
        ),
        (
            &["report", "--demo", "--out", &out, "--lang", "fr"],
            2,
            "fr",
        ),
        (
            &[
                "report",
                "--demo",
                "--out",
                &out,
                "--all",
                "--enterprise",
                "x",
            ],
            2,
            "--enterprise",
        ),
        (
            &[
                "report",
                "--demo",
                "--out",
                &out,
                "--enterprise",
                "Nobody Ltd",
            ],
            1,
            "Nobody Ltd",
        ),
        (
            &["report", "--demo", "--out", &out, "--round", "Nineteenth"],
            1,
            "Nineteenth",
        ),
        (
            &["report", "--demo", "--out", &out, "--logo", "Cargo.toml"],
            1,
            "Cargo.toml",
        ),
        (
            &["report", "nowhere.resonance", "--out", &out],
            1,
            "nowhere",
        ),
        (
            &["report", "--demo", "--out", "/nowhere/at/all/a.pdf"],
            1,
            "its folder is not there",
        ),
    ] {
        let (found, sentence) = refused(arguments);
        assert_eq!(found, Some(code), "{arguments:?}: {sentence}");
        assert!(sentence.contains(said), "{arguments:?}: {sentence}");
    }
    assert_eq!(count(folder.path()), 0);
}

#[test]
fn help_says_it_in_both_languages() {
    for language in ["en", "zh"] {
        let output = resonance(&["report", "--help", "--lang", language]);
        assert!(
            text(&output.stdout).contains("resonance report"),
            "{language}"
        );
    }
}
