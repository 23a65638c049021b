//! The edges of files: work whose file is gone, who may read what is written, what is no file at all,
//! names that mislead.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use crate::support::{FakeDialogs, Setup, click, has, press, text_of, wait_until};
use egui::{Key, Modifiers, ViewportEvent, ViewportId, accesskit::Role};
use egui_kittest::{Harness, kittest::Queryable};
use proptest::prelude::*;
use resonance::{
    export::{FormKind, form_html},
    i18n::Language,
    import::{read_scores, write_scores},
    knowledge::{Knowledge, demo_workbook},
    state::{Dialog, Tone},
    storage::open_workbook,
    window::Workbench,
};
use uuid::Uuid;

type Window = Harness<'static, Workbench>;

fn command(window: &mut Window, key: Key) {
    press(window, Modifiers::COMMAND, key);
}

fn asks_about_unsaved(window: &Window) -> bool {
    let dialog = &window.state().session().dialog;
    matches!(dialog, Some(Dialog::Unsaved(_)))
}

/// The demo saved to a file, and the dialogs that say where.
fn saved_window(path: &Path) -> (Window, FakeDialogs) {
    let dialogs = FakeDialogs::default();
    *dialogs.0.borrow_mut() = Some(path.to_owned());
    let mut window = Setup {
        dialogs: dialogs.clone(),
        ..Setup::default()
    }
    .tree();
    save(&mut window, Tone::Good);
    (window, dialogs)
}

/// Saves and waits for the message that it worked, or did not.
fn save(window: &mut Window, expected: Tone) {
    let last = |state: &Workbench| state.session().toasts.last().map(|toast| toast.id);
    let before = last(window.state());
    command(window, Key::S);
    wait_until(window, "a message", |state| last(state) > before);
    assert_eq!(
        window.state().session().toasts.last().unwrap().tone,
        expected
    );
}

fn close(window: &mut Window) {
    let viewports = &mut window.input_mut().viewports;
    let root = viewports.entry(ViewportId::ROOT).or_default();
    root.events.push(ViewportEvent::Close);
    window.run_ok();
}

#[test]
fn closing_asks_when_the_file_is_gone_and_saving_elsewhere_is_one_click() {
    let folder = tempfile::tempdir().unwrap();
    let stick = folder.path().join("stick");
    fs::create_dir(&stick).unwrap();
    let (mut window, dialogs) = saved_window(&stick.join("w.resonance"));
    let work = window.state().workbook().clone();
    fs::remove_dir_all(&stick).unwrap();
    save(&mut window, Tone::Bad);
    close(&mut window);
    assert!(asks_about_unsaved(&window));
    assert!(has(&window, "is not there any more"));
    click(&mut window, "Cancel");
    command(&mut window, Key::N);
    assert!(asks_about_unsaved(&window));
    let elsewhere = folder.path().join("elsewhere.resonance");
    *dialogs.0.borrow_mut() = Some(elsewhere.clone());
    click(&mut window, "Save as…");
    wait_until(&mut window, "saved and gone on", |state| {
        state.workbook().enterprises.len() == 1
    });
    assert!(open_workbook(&elsewhere).unwrap() == *work);
}

#[test]
fn a_file_that_is_gone_counts_as_unsaved_without_any_save() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("w.resonance");
    let (mut window, _dialogs) = saved_window(&path);
    let text = text_of(&path);
    fs::remove_file(&path).unwrap();
    command(&mut window, Key::N);
    assert!(asks_about_unsaved(&window) && has(&window, "is not there any more"));
    click(&mut window, "Cancel");
    // Somebody else's work under the same name is not ours.
    fs::write(&path, text.replacen("Green Valley", "Blue Mountain", 1)).unwrap();
    command(&mut window, Key::N);
    assert!(asks_about_unsaved(&window) && has(&window, "no longer what"));
}

#[cfg(unix)]
#[test]
fn after_a_failed_save_work_is_unsaved_until_one_succeeds_and_nothing_goes_on() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("w.resonance");
    let (mut window, _dialogs) = saved_window(&path);
    let work = window.state().workbook().clone();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o400)).unwrap();
    save(&mut window, Tone::Bad);
    command(&mut window, Key::N);
    assert!(asks_about_unsaved(&window) && has(&window, "could not be saved"));
    click(&mut window, "Save");
    wait_until(&mut window, "two failures", |state| {
        let bad = state.session().toasts.iter();
        bad.filter(|toast| toast.tone == Tone::Bad).count() == 2
    });
    assert!(*window.state().workbook() == work, "it went on");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
    save(&mut window, Tone::Good);
    assert!(*window.state().workbook() == work, "it went on later");
    command(&mut window, Key::N);
    assert_eq!(window.state().workbook().enterprises.len(), 1);
}

#[cfg(unix)]
mod unix {
    use std::{
        os::unix::fs::{FileTypeExt, PermissionsExt, symlink},
        sync::mpsc::channel,
        time::Duration,
    };

    use resonance::{
        import::read_table,
        storage::{
            LoadError, LockState, Overwrite, SaveError, Settings, own_presets, read_text, save_text,
        },
    };

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    fn pipe(path: &Path) {
        assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
    }

    /// What a piece of work gives, unless it waits for ever.
    fn in_time<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
        let (sender, receiver) = channel();
        std::thread::spawn(move || sender.send(work()));
        let waited = receiver.recv_timeout(Duration::from_secs(20));
        waited.expect("it waits for a pipe that nobody writes to")
    }

    #[test]
    fn what_is_kept_is_the_users_alone_and_exports_are_as_any_new_file() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("any"), "").unwrap();
        for (name, expected) in [("w.resonance", 0o600), ("w.csv", mode(&at("any")))] {
            let output = resonance(&["convert", "--demo", "--out", at(name).to_str().unwrap()]);
            assert!(output.status.success());
            assert_eq!(mode(&at(name)), expected, "{name}");
            assert!(!at(&format!("{name}.bak")).exists());
        }
        // An export that takes the place of a closed file stays closed.
        fs::set_permissions(at("w.csv"), fs::Permissions::from_mode(0o600)).unwrap();
        resonance(&["convert", "--demo", "--out", at("w.csv").to_str().unwrap()]);
        assert_eq!((mode(&at("w.csv")), mode(&at("w.csv.bak"))), (0o600, 0o600));
    }

    #[test]
    fn settings_are_the_users_alone_also_where_they_were_not() {
        let folder = tempfile::tempdir().unwrap();
        let own = folder.path().join("own");
        Settings::default().save(&own).unwrap();
        let file = own.join("settings.ron");
        assert_eq!((mode(&own), mode(&file)), (0o700, 0o600));
        fs::set_permissions(&own, fs::Permissions::from_mode(0o755)).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
        Settings::default().save(&own).unwrap();
        assert_eq!((mode(&own), mode(&file)), (0o700, 0o600));
        assert_eq!(mode(&own.join("settings.ron.bak")), 0o600);
    }

    #[test]
    fn pipes_and_devices_are_refused_at_once_wherever_a_file_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let text = at("pipe.resonance");
        pipe(&text);
        let (path, other) = (text.clone(), text.clone());
        let refused = in_time(move || read_text(&path, 1000)).unwrap_err();
        assert!(
            refused
                .sentence(Language::English)
                .contains("not a regular file"),
            "{refused:?}"
        );
        let chinese = refused.sentence(Language::Chinese);
        assert!(chinese.contains("不是普通文件"), "{chinese}");
        let refused = in_time(move || read_table(&other, 0)).unwrap_err();
        let sentence = Language::English.table_error(&refused);
        assert!(sentence.contains("not a regular file"), "{sentence}");
        assert!(read_text(Path::new("/dev/zero"), 1000).is_err());

        pipe(&at("settings.ron"));
        let own = folder.path().to_owned();
        assert_eq!(in_time(move || Settings::load(&own)), Settings::default());
        pipe(&at("own.ron"));
        let own = folder.path().to_owned();
        assert_eq!(in_time(move || own_presets(&own)).errors.len(), 2);

        // A link to a file is followed; a link to a pipe leads to a pipe.
        fs::write(at("real"), "text").unwrap();
        symlink(at("real"), at("link")).unwrap();
        assert_eq!(read_text(&at("link"), 1000).unwrap(), "text");
        symlink(&text, at("to a pipe")).unwrap();
        let path = at("to a pipe");
        assert!(in_time(move || read_text(&path, 1000)).is_err());

        let path = text.display().to_string();
        let output = in_time(move || resonance(&["check", &path]));
        assert_eq!(output.status.code(), Some(1));
        assert!(stderr(&output).contains("not a regular file"));
    }

    #[test]
    fn a_folder_is_still_called_a_folder_and_the_missing_missing() {
        let folder = tempfile::tempdir().unwrap();
        let found = read_text(folder.path(), 1000);
        assert!(matches!(found, Err(LoadError::Folder { .. })), "{found:?}");
        let found = read_text(&folder.path().join("none"), 1000);
        assert!(matches!(found, Err(LoadError::Missing { .. })), "{found:?}");
    }

    #[test]
    fn nothing_is_saved_over_a_pipe() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("pipe");
        pipe(&path);
        let target = path.clone();
        let refused = in_time(move || save_text(&target, "text", &Overwrite::Always));
        let Err(error) = refused else {
            panic!("it was replaced");
        };
        assert!(
            error
                .sentence(Language::English)
                .contains("not a regular file"),
            "{error:?}"
        );
        assert!(!matches!(error, SaveError::Folder { .. }));
        assert!(fs::metadata(&path).unwrap().file_type().is_fifo());
    }

    #[test]
    fn a_lock_follows_no_link_and_waits_for_no_pipe() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in ["linked", "dangling", "piped"] {
            fs::write(at(name), "").unwrap();
        }
        fs::write(at("somebody's"), "").unwrap();
        symlink(at("somebody's"), at(".linked.lock")).unwrap();
        symlink(at("made by a lock"), at(".dangling.lock")).unwrap();
        pipe(&at(".piped.lock"));
        for name in ["linked", "dangling", "piped"] {
            let document = at(name);
            let lock = in_time(move || LockState::take(&document));
            assert!(matches!(lock, LockState::Unknown), "{name}: {lock:?}");
        }
        assert!(!at("made by a lock").exists());
        assert!(
            fs::symlink_metadata(at(".linked.lock"))
                .unwrap()
                .is_symlink()
        );
    }
}

/// Whether a spreadsheet takes a cell for a formula: it looks past blanks, and full-width signs count.
fn is_formula(cell: &str) -> bool {
    let seen = cell.trim_start_matches(|one: char| one.is_whitespace() || one == '"');
    seen.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// Cells as a reader with another separator finds them.
fn cells(text: &str, separator: u8) -> Vec<String> {
    let mut reader = csv::ReaderBuilder::new();
    reader
        .delimiter(separator)
        .flexible(true)
        .has_headers(false);
    let records = reader.from_reader(text.as_bytes()).into_records();
    let cells = records.flat_map(|record| {
        let record = record.unwrap();
        record.iter().map(str::to_owned).collect::<Vec<_>>()
    });
    cells.collect()
}

proptest! {
    #[test]
    fn no_reader_finds_a_formula_and_every_note_comes_back(
        notes in proptest::array::uniform2("[=+@＝＋－＠'\"a1;, \\t\\r\\n-]{0,12}"),
    ) {
        let mut workbook = crate::support::large_workbook(1);
        let enterprise = std::sync::Arc::make_mut(&mut workbook.enterprises[0]);
        let round = std::sync::Arc::make_mut(&mut enterprise.rounds[0]);
        for (response, note) in round.responses.iter_mut().zip(&notes) {
            std::sync::Arc::make_mut(response).note.clone_from(note);
        }
        let (text, _) = write_scores(&workbook).unwrap();
        let text = text.trim_start_matches('\u{feff}');
        for separator in [b',', b';', b'\t'] {
            for cell in cells(text, separator) {
                let control = separator == b',' && cell.starts_with(['\t', '\r', '\n']);
                prop_assert!(!control, "{notes:?} gives {cell:?}");
                prop_assert!(!is_formula(&cell), "{notes:?} gives {cell:?} at {:?}", char::from(separator));
            }
        }
        let back = read_scores(Path::new("x"), text, String::new(), &mut Uuid::new_v4).unwrap();
        for (response, note) in back.enterprises[0].rounds[0].responses.iter().zip(&notes) {
            prop_assert_eq!(&response.note, note);
        }
    }
}

const TURNED: &str = "a\u{202e}xslx\u{200b}\u{7}";

#[test]
fn a_name_that_turns_the_text_around_reaches_no_bar_and_no_message() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(format!("{TURNED}.csv"));
    let (text, _) = write_scores(&demo_workbook(Language::English).unwrap()).unwrap();
    fs::write(&path, text).unwrap();
    let mut window = Setup {
        file: Some(path),
        ..Setup::default()
    }
    .tree();
    wait_until(&mut window, "opened", |state| {
        state.workbook().title.starts_with('a')
    });
    assert!(has(&window, "axslx") && !has(&window, "\u{202e}"));

    let missing = folder.path().join(format!("{TURNED}.resonance"));
    let mut window = Setup {
        file: Some(missing),
        ..Setup::default()
    }
    .tree();
    wait_until(&mut window, "a message", |state| {
        !state.session().toasts.is_empty()
    });
    let text = &window.state().session().toasts[0].text;
    assert!(text.contains("a\\u{202e}xslx"), "{text}");
    assert!(
        !text
            .chars()
            .any(|one| one.is_control() || one == '\u{202e}')
    );
}

#[test]
fn a_typed_path_may_stand_in_quotes_or_be_an_address() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().canonicalize().unwrap();
    let path = folder.join("two words 农.resonance");
    drop(saved_window(&path));
    let address = format!(
        "file://{}/two%20words%20%E5%86%9C.resonance",
        folder.display()
    );
    for typed in [
        format!("\"{}\"", path.display()),
        format!("'{}'", path.display()),
        format!("“{}”", path.display()),
        address.clone(),
        address.replacen("file://", "file://localhost", 1),
    ] {
        let mut window = Setup {
            content: resonance::cli::Content::Start,
            ..Setup::default()
        }
        .tree();
        press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::O);
        window
            .get_by_role_and_label(Role::TextInput, "Path")
            .focus();
        window.run_ok();
        press(&mut window, Modifiers::COMMAND, Key::A);
        window.event(egui::Event::Text(typed.clone()));
        window.run_ok();
        press(&mut window, Modifiers::NONE, Key::Enter);
        wait_until(&mut window, &typed, |state| {
            state.workbook().enterprises.len() > 1
        });
    }
}

fn resonance(arguments: &[&str]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_resonance"));
    program.args(arguments).output().unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn no_path_commands_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let path: PathBuf = folder.path().join("\u{1b}[31mred\u{202e}\r.csv");
    let named = path.to_str().unwrap();
    let quiet = |text: &str| {
        let one_line = text.trim_end_matches('\n');
        assert!(
            !one_line
                .chars()
                .any(|one| one.is_control() || one == '\u{202e}'),
            "{text:?}"
        );
    };
    let output = resonance(&["check", named]);
    quiet(&stderr(&output));
    assert!(stderr(&output).contains("\\u{1b}[31mred\\u{202e}"));
    let output = resonance(&["convert", "--demo", "--out", named]);
    quiet(std::str::from_utf8(&output.stdout).unwrap());
    assert!(path.is_file());
    quiet(&stderr(&resonance(&["--\u{1b}[31mred"])));
    quiet(&stderr(&resonance(&[
        "convert",
        "--demo",
        "--out",
        "\u{1b}[31mred",
    ])));
}

#[test]
fn a_form_fills_its_places_once_and_lets_nothing_out() {
    let workbook = demo_workbook(Language::English).unwrap();
    let knowledge = Knowledge::built_in().unwrap();
    let mut named = workbook.enterprises[0].as_ref().clone();
    named.name = "{questions}{title}{name}/*DATA*/ <i>\"&'".into();
    let round = named.latest_round().unwrap();
    for kind in [FormKind::Short, FormKind::Full, FormKind::Paper] {
        let language = Language::English;
        let form = form_html(&workbook, &named, round, &knowledge, kind, language);
        assert!(
            form.contains("{questions}{title}{name}/*DATA*/ "),
            "{kind:?}"
        );
        assert!(!form.contains("<i>"));
        let policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ";
        let at = form.find(policy).expect("a policy");
        assert!(
            at < form.find("<style>").unwrap(),
            "it holds for what follows it only"
        );
        let policy = form[at + policy.len()..].split('"').next().unwrap();
        assert!(
            policy.contains("base-uri 'none'; form-action 'none'"),
            "{policy}"
        );
        assert_eq!(policy.contains("script-src"), kind != FormKind::Paper);
    }
    let paper = form_html(
        &workbook,
        &named,
        round,
        &knowledge,
        FormKind::Paper,
        Language::English,
    );
    assert_eq!(paper.matches("<section>").count(), 8);
    assert!(paper.contains("&lt;i&gt;&quot;&amp;&apos;"));
}
