//! Rules of the house that a test can see.

use std::{collections::BTreeSet, fs, path::PathBuf, process::Command};

/// All Rust files below a folder with their text.
fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    assert!(!found.is_empty(), "{folder} has no sources");
    found
}

/// The part of a file before its unit tests.
fn without_tests(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests").next().unwrap_or(text)
}

#[test]
fn the_pure_modules_know_nothing_of_windows_files_clock_or_chance() {
    let banned = [
        "egui",
        "std::fs",
        "std::io",
        "std::time",
        "SystemTime",
        "Instant::now",
        "jiff",
        "new_v4",
        "std::env",
        "std::thread",
    ];
    for module in ["model", "analysis", "knowledge", "chart", "edit"] {
        for (path, text) in sources(&format!("src/{module}")) {
            for word in banned {
                let code = without_tests(&text)
                    .lines()
                    .filter(|line| !line.trim_start().starts_with("//"));
                for line in code {
                    assert!(!line.contains(word), "{}: {line}", path.display());
                }
            }
        }
    }
}

#[test]
fn the_state_knows_no_window() {
    for (path, text) in sources("src/state") {
        for word in ["egui", "rfd"] {
            assert!(!text.contains(word), "{}: {word}", path.display());
        }
    }
}

#[test]
fn screens_neither_change_the_document_nor_touch_files_nor_spawn() {
    for (path, text) in sources("src/ui") {
        for word in [
            "std::fs",
            "std::thread",
            "edit::apply",
            "evaluate(",
            "&mut Workbook",
        ] {
            assert!(
                !without_tests(&text).contains(word),
                "{}: {word}",
                path.display()
            );
        }
    }
}

#[test]
fn nothing_is_left_undone_or_unfinished() {
    for (path, text) in sources("src").into_iter().chain(sources("tests")) {
        if path.ends_with("tidy.rs") {
            continue;
        }
        for word in [
            "TODO",
            "FIXME",
            "XXX",
            "todo!",
            "unimplemented!",
            "#[ignore",
            "dbg!",
        ] {
            assert!(!text.contains(word), "{}: {word}", path.display());
        }
    }
}

#[test]
fn a_file_has_one_subject_and_says_which() {
    for (path, text) in sources("src") {
        assert!(
            text.starts_with("//! "),
            "{} has no heading",
            path.display()
        );
        // Past this a file is two subjects; tables of words may run on.
        let long = without_tests(&text).lines().count();
        let table = ["i18n"];
        let may_run_on = table
            .iter()
            .any(|part| path.display().to_string().contains(part));
        assert!(
            long <= 400 || may_run_on,
            "{} has {long} lines",
            path.display()
        );
    }
    let main = fs::read_to_string("src/main.rs").unwrap();
    assert!(main.lines().count() < 60);
}

/// The crates that `.deny.toml` bans for what they do: the network, a browser.
fn banned_crates() -> Vec<String> {
    let rules = fs::read_to_string(".deny.toml").unwrap();
    let (_, list) = rules.split_once("\ndeny = [\n").unwrap();
    let (list, _) = list.split_once(']').unwrap();
    let names = list.lines().map(|line| line.trim_matches([' ', '"', ',']));
    names.map(str::to_owned).collect()
}

/// What the default features resolve to on this system: the crates that the program is built of.
fn built_in_crates() -> BTreeSet<String> {
    let tree = Command::new(env!("CARGO"))
        .args(["tree", "--locked", "--offline", "--edges", "normal"])
        .args(["--prefix", "none", "--format", "{p}"])
        .output()
        .unwrap();
    assert!(tree.status.success(), "{tree:?}");
    let tree = String::from_utf8(tree.stdout).unwrap();
    let names = tree.lines().filter_map(|line| line.split(' ').next());
    names.map(str::to_owned).collect()
}

#[test]
fn no_network_code_is_linked_into_the_program() {
    let (banned, built_in) = (banned_crates(), built_in_crates());
    // Neither list is empty or of something else.
    assert!(banned.iter().any(|name| name == "reqwest") && banned.len() > 30);
    assert!(built_in.contains("resonance") && built_in.contains("eframe"));
    for name in &banned {
        assert!(!built_in.contains(name), "{name} is built in");
    }
    // The lock file has other systems and what only tests use, too; no client is even there.
    let lock = fs::read_to_string("Cargo.lock").unwrap();
    for name in banned.iter().filter(|name| *name != "tokio") {
        let entry = format!("name = \"{name}\"\n");
        assert!(!lock.contains(&entry), "{name} is among the dependencies");
    }
    for (path, text) in sources("src") {
        for word in ["std::net", "TcpStream", "UdpSocket"] {
            assert!(!text.contains(word), "{}: {word}", path.display());
        }
    }
}

#[test]
fn the_top_level_holds_what_it_should() {
    let allowed = [
        "Cargo.toml",
        "Cargo.lock",
        "README.md",
        "CHANGELOG.md",
        "LICENSE-MIT",
        "LICENSE-APACHE",
        "src",
        "assets",
        "presets",
        "tests",
        "target",
    ];
    for entry in fs::read_dir(".").unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(
            name.starts_with('.') || allowed.contains(&name.as_str()),
            "{name}"
        );
    }
}
