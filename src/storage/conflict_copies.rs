//! Copies of a file that synchronising programs put beside it where two computers changed it.

use std::{
    fs,
    path::{Path, PathBuf},
    time::SystemTime,
};

use super::EXTENSION;

/// As many names in the folder are looked at.
const MOST_NAMES: usize = 10_000;
/// As many copies are of interest, the latest.
const MOST_COPIES: usize = 8;
/// The longest name of a computer that `OneDrive` puts behind a file's.
const LONGEST_COMPUTER: usize = 24;

/// The files beside a workbook that are named as copies of it, latest first, eight at most. Whether they
/// are copies is known once they are read.
#[must_use]
pub fn named_as_copies(document: &Path) -> Vec<PathBuf> {
    let Some((folder, stem)) = document.parent().zip(stem_of(document)) else {
        return Vec::new();
    };
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut found: Vec<(Option<SystemTime>, PathBuf)> = entries
        .take(MOST_NAMES)
        .flatten()
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()))
        .map(|entry| entry.path())
        .filter(|path| stem_of(path).is_some_and(|name| is_copy_of(&stem, &name)))
        .map(|path| (modified(&path), path))
        .collect();
    found.sort_unstable_by(|one, other| other.cmp(one));
    let paths = found.into_iter().map(|(_, path)| path);
    paths.take(MOST_COPIES).collect()
}

/// The path of a copy beside a file, such as `Hill (my copy 2026-11-26 203105).resonance`; `moment` is
/// RFC 3339. It is named as a copy in the sense of [`named_as_copies`].
#[must_use]
pub fn dated_beside(document: &Path, words: &str, moment: &str) -> PathBuf {
    let (day, time) = moment.split_once('T').unwrap_or((moment, ""));
    let time: String = time.chars().filter(|one| *one != ':').take(6).collect();
    let stem = stem_of(document).unwrap_or_default();
    let name = format!("{stem} ({words} {day} {time}).{EXTENSION}");
    document.with_file_name(name)
}

/// The name of a workbook's file without its extension.
fn stem_of(path: &Path) -> Option<String> {
    let is_ours = path
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case(EXTENSION));
    is_ours.then(|| Some(path.file_stem()?.to_string_lossy().into_owned()))?
}

fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).ok()?.modified().ok()
}

/// Whether a name is one that Dropbox, Nextcloud, `OneDrive`, Syncthing, a browser or this program gives a
/// second file; both without extension.
fn is_copy_of(stem: &str, name: &str) -> bool {
    let Some(rest) = name.strip_prefix(stem) else {
        return false;
    };
    let rest = rest.trim_start();
    let Some(first) = rest.chars().next().filter(|first| !first.is_alphanumeric()) else {
        return false;
    };
    if rest.to_lowercase().contains("conflict") || rest.contains("冲突") {
        return true;
    }
    let bracketed = rest
        .trim_start_matches(['(', '（'])
        .trim_end_matches([')', '）']);
    match first {
        '(' | '（' => is_number(bracketed) || holds_a_day(bracketed),
        '-' => is_computer(&rest[1..]),
        _ => false,
    }
}

fn is_number(text: &str) -> bool {
    (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether `YYYY-MM-DD` stands somewhere.
fn holds_a_day(text: &str) -> bool {
    let is_day = |part: &[u8]| {
        part.iter().enumerate().all(|(place, byte)| match place {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        })
    };
    text.as_bytes().windows(10).any(is_day)
}

/// Whether it looks like the name of a Windows computer.
fn is_computer(text: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-';
    text.len() <= LONGEST_COMPUTER
        && text.bytes().all(is_part)
        && text.bytes().any(|byte| byte.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_synchronising_programs_give_are_known_and_others_are_not() {
        for copy in [
            "Hill (conflicted copy 2026-11-26)",
            "Hill (Mei's conflicted copy 2026-11-26)",
            "Hill (conflicted copy 2026-11-26 120000)",
            "Hill(冲突_Mei_2026-11-26 12-00-00)",
            "Hill-DESKTOP-ABC",
            "Hill-DESKTOP-ABC-2",
            "Hill.sync-conflict-20261126-120000-ABCDEFG",
            "Hill_conflict-20261126-120000",
            "Hill (1)",
            "Hill（2）",
            "Hill [Conflict]",
        ] {
            assert!(is_copy_of("Hill", copy), "{copy}");
        }
        for other in [
            "Hill",
            "Hill Dairy",
            "Hill-2026",
            "Hill-second-try",
            "Hill (draft)",
            "Hills (1)",
            "Conflict Hill",
            "Hillconflict",
            "Hill copy",
        ] {
            assert!(!is_copy_of("Hill", other), "{other}");
        }
    }

    #[test]
    fn what_is_kept_beside_a_file_is_found_again_in_both_languages() {
        let document = Path::new("/a/Hill.resonance");
        let kept = dated_beside(document, "my copy", "2026-11-26T20:31:05+08:00");
        let expected = "/a/Hill (my copy 2026-11-26 203105).resonance";
        assert_eq!(kept, Path::new(expected));
        for words in ["my copy", "我的副本"] {
            let kept = dated_beside(document, words, "2026-11-26T20:31:05+08:00");
            assert!(is_copy_of("Hill", &stem_of(&kept).unwrap()), "{words}");
        }
    }

    #[test]
    fn only_workbooks_are_listed_and_the_latest_eight() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for number in 1..=20 {
            fs::write(at(&format!("Hill ({number}).resonance")), "").unwrap();
        }
        fs::write(at("Hill (1).csv"), "").unwrap();
        fs::create_dir(at("Hill (21).resonance")).unwrap();
        let day = SystemTime::now() + std::time::Duration::from_mins(1);
        let latest = fs::File::options()
            .write(true)
            .open(at("Hill (7).resonance"));
        latest.unwrap().set_modified(day).unwrap();
        let found = named_as_copies(&at("Hill.resonance"));
        assert_eq!(found.len(), MOST_COPIES);
        assert_eq!(found[0], at("Hill (7).resonance"));
    }
}
