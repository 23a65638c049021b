//! Paths as typed or chosen.

use std::path::{Path, PathBuf};

use crate::storage::{is_unseen, shown_path};

/// A path with the first of some extensions, unless it has one of them.
pub(super) fn with_extension(path: PathBuf, extensions: &[&str]) -> PathBuf {
    let mut known = extensions.iter();
    let found = path.extension();
    if found.is_some_and(|found| known.any(|known| found.eq_ignore_ascii_case(known))) {
        return path;
    }
    let Some(extension) = extensions.first() else {
        return path;
    };
    let mut name = path.into_os_string();
    name.push(".");
    name.push(extension);
    PathBuf::from(name)
}

/// A path that is the same file wherever the program is started next.
pub(super) fn whole_path(path: PathBuf) -> PathBuf {
    std::path::absolute(&path).unwrap_or(path)
}

/// A typed `~` stands for the user's folder, as in a shell.
pub(super) fn expand_home(path: PathBuf) -> PathBuf {
    match (path.strip_prefix("~"), std::env::home_dir()) {
        (Ok(rest), Some(home)) => home.join(rest),
        _ => path,
    }
}

/// A typed path: in quotation marks as other programs copy it, as a `file://` address, or as it is.
pub(super) fn typed_path(text: &str) -> PathBuf {
    const QUOTES: [(char, char); 4] = [('"', '"'), ('\'', '\''), ('“', '”'), ('‘', '’')];
    let text = text.trim();
    // A file may really have such a name.
    if Path::new(text).exists() {
        return text.into();
    }
    let inside = QUOTES.iter().find_map(|(open, close)| {
        let rest = text.strip_prefix(*open)?;
        rest.strip_suffix(*close)
    });
    let text = inside.unwrap_or(text);
    let address = text
        .get(..SCHEME.len())
        .filter(|scheme| scheme.eq_ignore_ascii_case(SCHEME))
        .and_then(|scheme| of_address(&text[scheme.len()..]));
    address.unwrap_or_else(|| text.into())
}

/// How the address of a file begins.
const SCHEME: &str = "file://";

/// The path of an address behind its `file://`; `None` where it is on another computer.
fn of_address(rest: &str) -> Option<PathBuf> {
    let path = rest
        .strip_prefix("localhost")
        .filter(|path| path.starts_with('/'))
        .unwrap_or(rest);
    if !path.starts_with('/') {
        return None;
    }
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let coded = after
            .get(..2)
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .filter(|digits| digits.chars().all(|digit| digit.is_ascii_hexdigit()))
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        match coded {
            Some(byte) if *first == b'%' => {
                bytes.push(byte);
                rest = &after[2..];
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    path_of_bytes(bytes)
}

#[cfg(unix)]
#[expect(
    clippy::unnecessary_wraps,
    reason = "elsewhere not all bytes are a path"
)]
fn path_of_bytes(bytes: Vec<u8>) -> Option<PathBuf> {
    use std::os::unix::ffi::OsStringExt;
    Some(std::ffi::OsString::from_vec(bytes).into())
}

/// Elsewhere paths are text, and a drive stands behind the first stroke: `/C:/…`.
#[cfg(not(unix))]
fn path_of_bytes(bytes: Vec<u8>) -> Option<PathBuf> {
    let text = String::from_utf8(bytes).ok()?;
    let drive = text
        .strip_prefix('/')
        .filter(|rest| rest.get(1..2) == Some(":"));
    Some(drive.unwrap_or(&text).into())
}

/// The most bytes of a suggested name: with extension, `.bak` and `.lock` it fits the 143 bytes that
/// encrypted folders take; others take 255.
const MOST_BYTES: usize = 120;

/// Names that Windows keeps for devices, whatever extension follows.
const DEVICES: [&str; 6] = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];

/// A name that every system takes for a file's; `otherwise` where nothing is left of it.
pub(super) fn safe_name(name: &str, otherwise: &str) -> String {
    let one = |character: char| {
        if r#"/\:*?"<>|"#.contains(character) {
            '-'
        } else {
            character
        }
    };
    let seen: String = seen(name).map(one).collect();
    // A dot at the beginning hides a file; at the end Windows drops dots and blanks.
    let at_an_end = |end: char| end == '.' || end.is_whitespace();
    let safe = seen.trim_start_matches(at_an_end);
    let safe = safe[..safe.floor_char_boundary(MOST_BYTES)].trim_end_matches(at_an_end);
    if safe.is_empty() {
        return otherwise.to_owned();
    }
    if is_device(safe) {
        return format!("_{safe}");
    }
    safe.to_owned()
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end();
    let stem = stem.to_uppercase();
    let port = ["COM", "LPT"]
        .iter()
        .find_map(|port| stem.strip_prefix(port));
    let mut number = port.unwrap_or_default().chars();
    let numbered = number
        .next()
        .is_some_and(|digit| "0123456789¹²³".contains(digit));
    (numbered && number.next().is_none()) || DEVICES.contains(&stem.as_str())
}

/// The most characters of a name in a title or sentence.
const MOST_SHOWN: usize = 80;

/// A name for a title or sentence: what is unseen left out, cut where it is long; `otherwise` where nothing
/// is left of it.
pub(super) fn shown_name(name: &str, otherwise: &str) -> String {
    let all: String = seen(name).collect();
    let all = all.trim();
    match all.char_indices().nth(MOST_SHOWN) {
        _ if all.is_empty() => otherwise.to_owned(),
        Some((end, _)) => format!("{}…", &all[..end]),
        None => all.to_owned(),
    }
}

/// The characters of a name that are seen; those that part words, as line breaks do, as blanks.
fn seen(name: &str) -> impl Iterator<Item = char> {
    name.chars().filter_map(|character| {
        if character.is_whitespace() {
            Some(' ')
        } else {
            (!is_unseen(character)).then_some(character)
        }
    })
}

/// The file's name alone, for a sentence.
pub(super) fn file_name(path: &Path) -> String {
    path.file_name()
        .map(|name| shown_path(Path::new(name)))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suggested_names_are_names_on_every_system() {
        for (title, expected) in [
            ("Spring 2026", "Spring 2026"),
            ("农场：一/二", "农场：一-二"),
            ("a\u{202e}xslx\u{200b}\u{7}", "axslx"),
            ("two\nlines\tof", "two lines of"),
            (" .hidden. . ", "hidden"),
            ("..", "none"),
            ("", "none"),
            ("\u{202e}\u{feff}", "none"),
            ("con", "_con"),
            ("Nul.report", "_Nul.report"),
            ("COM1", "_COM1"),
            ("lpt²", "_lpt²"),
            ("COM12", "COM12"),
            ("Console", "Console"),
        ] {
            assert_eq!(safe_name(title, "none"), expected, "{title:?}");
        }
        for long in ["x".repeat(400), "农".repeat(400), "\u{1f600}. ".repeat(200)] {
            let safe = safe_name(&long, "none");
            assert!((100..=MOST_BYTES).contains(&safe.len()), "{safe}");
            assert!(!safe.ends_with(['.', ' ']) && long.starts_with(&safe));
        }
    }

    #[test]
    fn shown_names_are_short_and_turn_nothing_around() {
        assert_eq!(shown_name("a\u{202e}b\u{1b}[31m ", "none"), "ab[31m");
        assert_eq!(shown_name("\u{200b} ", "none"), "none");
        let shown = shown_name(&"农".repeat(400), "none");
        assert_eq!(shown.chars().count(), MOST_SHOWN + 1);
        assert!(shown.ends_with('…'));
    }

    #[test]
    fn typed_paths_lose_their_quotation_marks_and_their_scheme() {
        for (typed, expected) in [
            (" /a b ", "/a b"),
            ("\"/a b\"", "/a b"),
            ("“/农 场”", "/农 场"),
            ("'/a'", "/a"),
            ("\"/a", "\"/a"),
            ("\"", "\""),
            ("file:///a%20b/%E5%86%9C", "/a b/农"),
            ("FILE://localhost/a%2Fb", "/a/b"),
            ("'file:///a'", "/a"),
            ("file:///100%/%zz%+1", "/100%/%zz%+1"),
            ("file://other/a", "file://other/a"),
            ("file:/", "file:/"),
        ] {
            assert_eq!(typed_path(typed), PathBuf::from(expected), "{typed}");
        }
    }

    #[test]
    fn a_tilde_is_the_users_folder_in_quotation_marks_too() {
        let home = std::env::home_dir().unwrap_or_default();
        let typed = with_extension(expand_home(typed_path("\"~/w.resonance\"")), &["resonance"]);
        assert_eq!(typed, home.join("w.resonance"));
    }
}
