//! Every step of a save made to fail: the old file or the new one is whole, nothing unsaved is gone, and a way
//! out is one click away.

#![cfg(unix)]

use std::{
    cell::RefCell,
    fs::{self, File, Metadata, Permissions},
    io::{self, ErrorKind, Write},
    os::unix::fs::{PermissionsExt, symlink},
    path::{Path, PathBuf},
    process::Command as Program,
};

use crate::{
    desk::Desk,
    support::{FakeDialogs, Setup, click, has, large_workbook, press, text_of, wait_until},
};
use egui::{Key, Modifiers};
use resonance::{
    cli::Content,
    i18n::Language,
    knowledge::demo_workbook,
    model::{Factor, Workbook},
    state::{
        Action, Answer, Dialog, Effect, FileAction, FileJob, MenuAction, Offer, Tone, Unsaved,
    },
    storage::{
        About, Disk, Fingerprint, Overwrite, SaveError, SaveStep, Settings, Slot, System,
        Temporary, VersionNote, keep_version, keep_version_with, leftovers, list_versions,
        open_workbook, save_text, save_workbook, save_workbook_with, workbook_text,
    },
};
use tempfile::{NamedTempFile, TempDir};
use uuid::Uuid;

/// What saving asks of the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Look,
    Create,
    Write,
    Permit,
    Sync,
    ReadBack,
    Copy,
    Rename,
    SyncFolder,
}

/// How a step goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    /// With an error of the device.
    Fails,
    /// With an error of this kind.
    Refuses(ErrorKind),
    /// It writes half and says that the disk is full.
    Half,
    /// It writes half and says nothing.
    HalfUnsaid,
    /// It writes all, with one bit turned round.
    Flips,
    /// Just before it the folder is gone.
    Vanishes,
    /// Just before it somebody else writes the file.
    Intrudes,
}

const THEIRS: &str = "somebody else’s";

impl How {
    /// The ways in which a step can go wrong.
    fn of(step: Step) -> Vec<Self> {
        let mut ways = vec![
            Self::Fails,
            Self::Refuses(ErrorKind::StorageFull),
            Self::Refuses(ErrorKind::PermissionDenied),
            Self::Refuses(ErrorKind::ReadOnlyFilesystem),
            Self::Vanishes,
        ];
        match step {
            Step::Write => ways.extend([Self::Half, Self::HalfUnsaid, Self::Flips]),
            Step::Copy => ways.push(Self::Half),
            _ => {}
        }
        ways
    }
}

/// A disk on which the step with a number goes wrong, and that remembers what it was asked.
struct Faulty {
    folder: PathBuf,
    target: PathBuf,
    fault: Option<(usize, How)>,
    steps: RefCell<Vec<Step>>,
}

impl Faulty {
    fn new(target: &Path, fault: Option<(usize, How)>) -> Self {
        Self {
            folder: target.parent().unwrap().to_owned(),
            target: target.to_owned(),
            fault,
            steps: RefCell::default(),
        }
    }

    /// Where the folder is once it is gone.
    fn moved(&self) -> PathBuf {
        self.folder.with_extension("gone")
    }

    /// What a step does besides what it should.
    fn begin(&self, step: Step) -> io::Result<Option<How>> {
        let mut steps = self.steps.borrow_mut();
        steps.push(step);
        let number = steps.len() - 1;
        let due = self.fault.filter(|(at, _)| *at == number);
        match due.map(|(_, how)| how) {
            Some(How::Fails) => Err(io::Error::from_raw_os_error(5)),
            Some(How::Refuses(kind)) => Err(kind.into()),
            Some(How::Vanishes) => fs::rename(&self.folder, self.moved()).map(|()| None),
            Some(How::Intrudes) => fs::write(&self.target, THEIRS).map(|()| None),
            other => Ok(other),
        }
    }
}

impl Disk for Faulty {
    fn look(&self, path: &Path) -> io::Result<Metadata> {
        self.begin(Step::Look)?;
        System.look(path)
    }

    fn create(&self, place: Temporary<'_>) -> io::Result<NamedTempFile> {
        self.begin(Step::Create)?;
        System.create(place)
    }

    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        let how = self.begin(Step::Write)?;
        let mode = file.metadata()?.permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "it is open to others before it is written");
        let half = &bytes[..bytes.len() / 2];
        match how {
            Some(How::Half) => {
                System.write(file, half)?;
                Err(ErrorKind::StorageFull.into())
            }
            Some(How::HalfUnsaid) => System.write(file, half),
            Some(How::Flips) => {
                let mut flipped = bytes.to_vec();
                flipped[bytes.len() / 2] ^= 1;
                System.write(file, &flipped)
            }
            _ => System.write(file, bytes),
        }
    }

    fn permit(&self, file: &File, permissions: &Permissions) -> io::Result<()> {
        self.begin(Step::Permit)?;
        System.permit(file, permissions)
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        self.begin(Step::Sync)?;
        System.sync(file)
    }

    fn read_back(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.begin(Step::ReadBack)?;
        System.read_back(path)
    }

    fn copy(&self, from: &Path, to: &mut File) -> io::Result<()> {
        let how = self.begin(Step::Copy)?;
        System.copy(from, to)?;
        if how == Some(How::Half) {
            to.set_len(to.metadata()?.len() / 2)?;
            return Err(ErrorKind::StorageFull.into());
        }
        Ok(())
    }

    fn rename(&self, file: NamedTempFile, to: &Path) -> io::Result<()> {
        self.begin(Step::Rename)?;
        System.rename(file, to)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.begin(Step::SyncFolder)?;
        System.sync_folder(folder)
    }
}

/// What is there before it is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum There {
    Nothing,
    /// A file that others may read.
    Open,
    /// A file that nobody else may read.
    Closed,
    /// A link to a file.
    Link,
}

/// The steps of a first save, and by which name the user is told where one fails.
const FIRST: [(Step, Option<SaveStep>); 9] = [
    (Step::Look, Some(SaveStep::Look)),
    (Step::Create, Some(SaveStep::Create)),
    (Step::Write, Some(SaveStep::Write)),
    (Step::Sync, Some(SaveStep::Sync)),
    (Step::ReadBack, Some(SaveStep::ReadBack)),
    (Step::Look, Some(SaveStep::Look)),
    (Step::Rename, Some(SaveStep::Replace)),
    (Step::SyncFolder, None),
    (Step::Look, None),
];

/// The steps of a save over a file.
const OVER: [(Step, Option<SaveStep>); 15] = [
    (Step::Look, Some(SaveStep::Look)),
    (Step::Create, Some(SaveStep::Create)),
    (Step::Write, Some(SaveStep::Write)),
    (Step::Permit, Some(SaveStep::Permit)),
    (Step::Sync, Some(SaveStep::Sync)),
    (Step::ReadBack, Some(SaveStep::ReadBack)),
    (Step::Look, Some(SaveStep::Look)),
    (Step::Create, Some(SaveStep::Backup)),
    (Step::Copy, Some(SaveStep::Backup)),
    (Step::Permit, Some(SaveStep::Backup)),
    (Step::Sync, Some(SaveStep::Backup)),
    (Step::Rename, Some(SaveStep::Backup)),
    (Step::Rename, Some(SaveStep::Replace)),
    (Step::SyncFolder, None),
    (Step::Look, None),
];

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

/// Whether a file with an ending lies in a folder.
fn has_ending(folder: &Path, ending: &str) -> bool {
    let mut entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.any(|entry| {
        entry
            .path()
            .extension()
            .is_some_and(|found| found == ending)
    })
}

/// Whether a temporary file was left behind.
fn lies_about(folder: &Path) -> bool {
    has_ending(folder, "tmp")
}

fn kept(effects: &[Effect]) -> Option<&Unsaved> {
    let forgotten = |effect: &Effect| matches!(effect, Effect::ForgetKept);
    assert!(!effects.iter().any(forgotten), "unsaved work is forgotten");
    effects.iter().find_map(|effect| match effect {
        Effect::Keep(unsaved) => Some(&**unsaved),
        _ => None,
    })
}

/// A document with a change that is in no file, about to be saved into a folder of its own.
struct Case {
    desk: Desk,
    there: There,
    /// Where the document is saved to.
    path: PathBuf,
    /// Which file that is.
    target: PathBuf,
    /// What that held before.
    old: Option<String>,
}

impl Case {
    fn new(there: There) -> Self {
        let mut desk = Desk::new();
        let folder = desk.path("work");
        fs::create_dir(&folder).unwrap();
        let path = folder.join("firm.resonance");
        let mut target = path.clone();
        desk.scores_all(4.0);
        if there == There::Link {
            target = folder.join("real.resonance");
            symlink("real.resonance", &path).unwrap();
        }
        if there != There::Nothing {
            desk.chooses("work/firm").press(MenuAction::Save);
            assert!(desk.saved());
        }
        if there == There::Open {
            fs::set_permissions(&target, Permissions::from_mode(0o644)).unwrap();
        }
        desk.scores(Factor::Complexity, 2.0);
        let old = (there != There::Nothing).then(|| text_of(&target));
        Self {
            desk,
            there,
            path,
            target,
            old,
        }
    }

    fn steps(&self) -> &'static [(Step, Option<SaveStep>)] {
        match self.there {
            There::Nothing => &FIRST,
            There::Open | There::Closed | There::Link => &OVER,
        }
    }

    fn new_text(&self) -> String {
        workbook_text(&self.desk.workbook()).unwrap()
    }

    /// Saves on a disk that goes wrong; what the user is told, where it does.
    fn save(&mut self, disk: &Faulty) -> Result<(), SaveError> {
        let state = &mut self.desk.state;
        let mut effects = state.update(Action::Menu(MenuAction::Save));
        if self.there == There::Nothing {
            assert!(matches!(effects[..], [Effect::Choose { .. }]));
            effects = state.answered(Answer::Chosen {
                job: FileJob::Save,
                path: Some(self.path.clone()),
                shown: std::time::Duration::from_secs(2),
            });
        }
        let Ok([effect]) = <[Effect; 1]>::try_from(effects) else {
            panic!("one effect");
        };
        let Effect::Save {
            path,
            workbook,
            revision,
            overwrite,
            ..
        } = effect
        else {
            panic!("{effect:?}");
        };
        let unsaved = state.keep_unsaved();
        let unsaved = kept(&unsaved).expect("kept while it is saved");
        assert_eq!(unsaved.saving.as_ref(), Some(&workbook));
        let result = save_workbook_with(disk, &path, &workbook, &overwrite);
        let said = result.clone().map(drop);
        let next = state.answered(Answer::Saved {
            path,
            revision,
            result,
            lock: None,
        });
        assert!(!matches!(next[..], [Effect::Save { .. }, ..]));
        said
    }

    /// After a failure one of the two is whole, whoever may read it, and nothing lies about.
    fn file_is_whole(&self, disk: &Faulty, replaced: bool, context: &str) {
        let vanished = disk.moved().exists();
        let folder = if vanished {
            disk.moved()
        } else {
            disk.folder.clone()
        };
        let place = |path: &Path| folder.join(path.file_name().unwrap());
        let target = place(&self.target);
        if replaced {
            assert_eq!(text_of(&target), self.new_text(), "{context}");
        } else if let Some(old) = &self.old {
            assert_eq!(&text_of(&target), old, "{context}");
        } else {
            assert!(!target.exists(), "{context}");
        }
        if target.exists() {
            let expected = if self.there == There::Open {
                0o644
            } else {
                0o600
            };
            assert_eq!(mode(&target), expected, "{context}");
        }
        let backup = PathBuf::from(format!("{}.bak", target.display()));
        if backup.exists() {
            assert_eq!(text_of(&backup), *self.old.as_ref().unwrap(), "{context}");
        }
        assert_eq!(
            fs::symlink_metadata(place(&self.path)).is_ok_and(|found| found.is_symlink()),
            self.there == There::Link
        );
        assert!(vanished || !lies_about(&folder), "{context}");
    }

    /// The document counts as unsaved and is kept, and one click saves it elsewhere.
    fn a_way_out(mut self, error: &SaveError, context: &str) {
        assert!(!self.desk.saved(), "{context}");
        let effects = self.desk.state.keep_unsaved();
        let unsaved = kept(&effects).expect("it is kept");
        assert_eq!(unsaved.workbook, self.desk.workbook());
        self.desk.chooses("elsewhere");
        if let SaveError::ChangedOnDisk { .. } = error {
            let asked = self.desk.dialog();
            assert!(matches!(asked, Some(Dialog::ChangedOnDisk(_))), "{context}");
            self.desk.does(Action::File(FileAction::KeepBoth));
        } else {
            let said = (Tone::Bad, error.sentence(Language::English));
            assert_eq!(self.desk.said(), said, "{context}");
            assert!(self.offers_elsewhere(), "{context}");
            self.desk.press(MenuAction::SaveAs);
        }
        assert!(self.desk.saved() && !self.offers_elsewhere(), "{context}");
        let document = &self.desk.state.view().document;
        let elsewhere = document.path.clone().expect("a file");
        assert_eq!(text_of(Path::new(&elsewhere)), self.new_text());
        let effects = self.desk.state.keep_unsaved();
        assert!(matches!(effects[..], [Effect::ForgetKept]));
    }

    fn offers_elsewhere(&self) -> bool {
        let mut toasts = self.desk.state.session().toasts.iter();
        toasts.any(|toast| toast.offer == Offer::SaveElsewhere)
    }
}

/// Whether a sentence names the step and says what to do.
fn says(error: &SaveError, step: Option<SaveStep>, context: &str) {
    let sentence = error.sentence(Language::English);
    match error {
        SaveError::Full { step: said, .. }
        | SaveError::Forbidden { step: said, .. }
        | SaveError::Failed { step: said, .. } => {
            assert_eq!(Some(*said), step, "{context}");
            let said = Language::English.save_step(*said);
            assert!(sentence.contains(said), "{context}: {sentence}");
        }
        SaveError::NoFolder { .. } => assert!(context.contains("Vanishes"), "{context}"),
        SaveError::Unsettled { .. } => assert_eq!(step, None, "{context}"),
        SaveError::ReadBackDiffers { .. } => assert_eq!(step, Some(SaveStep::Write), "{context}"),
        SaveError::ChangedOnDisk { .. } => assert!(context.contains("Intrudes"), "{context}"),
        other => panic!("{context}: {other:?}"),
    }
    let ways = ["lsewhere", "another folder", "another name"];
    if !matches!(error, SaveError::ChangedOnDisk { .. }) {
        assert!(ways.iter().any(|way| sentence.contains(way)), "{sentence}");
    }
}

/// Makes every step fail in every way.
fn every_step_fails(there: There) {
    let steps = Case::new(there).steps();
    let replaces = |(_, name): &(Step, Option<SaveStep>)| *name == Some(SaveStep::Replace);
    let replaced_at = steps.iter().position(replaces).unwrap();
    for (number, (step, name)) in steps.iter().enumerate() {
        for how in How::of(*step) {
            let context = format!("{there:?}, step {number}, {step:?} {how:?}");
            let mut case = Case::new(there);
            let disk = Faulty::new(&case.target, Some((number, how)));
            let error = case.save(&disk).expect_err(&context);
            says(&error, *name, &context);
            case.file_is_whole(&disk, number > replaced_at, &context);
            case.a_way_out(&error, &context);
        }
    }
}

/// A save on a disk without a fault takes these very steps, and the file is the new one.
fn every_step_is_taken(there: There) {
    let mut case = Case::new(there);
    let disk = Faulty::new(&case.target, None);
    case.save(&disk).unwrap();
    let steps: Vec<Step> = case.steps().iter().map(|(step, _)| *step).collect();
    assert_eq!(*disk.steps.borrow(), steps, "{there:?}");
    case.file_is_whole(&disk, true, "no fault");
    if let Some(old) = &case.old {
        let backup = PathBuf::from(format!("{}.bak", case.target.display()));
        assert_eq!(text_of(&backup), *old);
        assert_eq!(mode(&backup), mode(&case.target));
    }
    assert!(case.desk.saved());
}

#[test]
fn a_save_takes_every_step_in_order() {
    for there in [There::Nothing, There::Open, There::Closed, There::Link] {
        every_step_is_taken(there);
    }
}

#[test]
fn every_step_of_a_first_save_fails() {
    every_step_fails(There::Nothing);
}

#[test]
fn every_step_of_a_save_over_a_file_fails() {
    every_step_fails(There::Open);
}

#[test]
fn every_step_of_a_save_over_a_closed_file_fails() {
    every_step_fails(There::Closed);
}

#[test]
fn every_step_of_a_save_through_a_link_fails() {
    every_step_fails(There::Link);
}

#[test]
fn what_somebody_else_writes_during_any_step_is_asked_about() {
    let looks = |(step, _): &(Step, Option<SaveStep>)| *step == Step::Look;
    let second = OVER.iter().skip(1).position(looks).unwrap() + 1;
    for number in 0..=second {
        let context = format!("Intrudes before step {number}");
        let mut case = Case::new(There::Closed);
        let disk = Faulty::new(&case.target, Some((number, How::Intrudes)));
        let error = case.save(&disk).expect_err(&context);
        says(&error, None, &context);
        assert_eq!(text_of(&case.target), THEIRS, "{context}");
        case.a_way_out(&error, &context);
    }
}

#[test]
fn a_file_that_may_not_last_is_known_as_ours_and_saved_again_without_a_question() {
    for there in [There::Nothing, There::Open] {
        let mut case = Case::new(there);
        let synced = |(step, _): &(Step, Option<SaveStep>)| *step == Step::SyncFolder;
        let number = case.steps().iter().position(synced).unwrap();
        let disk = Faulty::new(&case.target, Some((number, How::Fails)));
        let error = case.save(&disk).unwrap_err();
        assert!(matches!(error, SaveError::Unsettled { .. }), "{error:?}");
        assert!(!case.desk.saved());
        case.desk.press(MenuAction::Save);
        assert_eq!(case.desk.dialog(), None);
        assert!(case.desk.saved());
        assert_eq!(text_of(&case.target), case.new_text());
    }
}

#[test]
fn where_a_path_is_typed_another_folder_is_suggested() {
    let mut case = Case::new(There::Closed);
    let suggested = |case: &mut Case| {
        let effects = case.desk.state.answered(Answer::Chosen {
            job: FileJob::Save,
            path: None,
            // Too short for a person: there is no dialog of the system.
            shown: std::time::Duration::ZERO,
        });
        assert!(effects.is_empty());
        let Some(Dialog::Path { text, .. }) = case.desk.dialog() else {
            panic!("no path is asked for");
        };
        PathBuf::from(text).parent().unwrap().to_owned()
    };
    let folder = case.path.parent().unwrap().to_owned();
    assert_eq!(suggested(&mut case), folder);
    let disk = Faulty::new(&case.target, Some((2, How::Half)));
    case.save(&disk).unwrap_err();
    assert_ne!(suggested(&mut case), folder);
}

// What the program keeps for itself.

fn titled(title: &str) -> Workbook {
    Workbook {
        title: title.to_owned(),
        ..large_workbook(1)
    }
}

#[test]
fn of_unsaved_work_the_state_before_or_the_new_one_is_whole_whatever_fails() {
    let whole = [
        Step::Create,
        Step::Write,
        Step::Sync,
        Step::ReadBack,
        Step::Rename,
    ];
    let steps = [&whole[..], &whole, &[Step::SyncFolder]].concat();
    let (first, second) = (titled("first"), titled("second"));
    let place = |folder: &TempDir| folder.path().join("recovery/one");
    let about = |when: &str| About {
        when: when.to_owned(),
        ..About::default()
    };
    let folder = tempfile::tempdir().unwrap();
    let disk = Faulty::new(&place(&folder), None);
    let slot = Slot::new(folder.path(), Uuid::from_u128(1)).unwrap();
    slot.keep_with(&disk, &about("later"), &second).unwrap();
    assert_eq!(*disk.steps.borrow(), steps);
    for (number, step) in steps.iter().enumerate() {
        for how in How::of(*step) {
            let context = format!("step {number}, {step:?} {how:?}");
            let folder = tempfile::tempdir().unwrap();
            let slot = Slot::new(folder.path(), Uuid::from_u128(1)).unwrap();
            slot.keep(&about("before"), &first).unwrap();
            let disk = Faulty::new(&place(&folder), Some((number, how)));
            let kept = slot.keep_with(&disk, &about("later"), &second);
            assert!(kept.is_err(), "{context}");
            if how == How::Vanishes {
                fs::rename(disk.moved(), &disk.folder).unwrap();
            } else {
                assert!(!lies_about(&disk.folder), "{context}");
            }
            drop(slot);
            let found = leftovers(folder.path());
            assert_eq!(found.len(), 1, "{context}");
            let expected = if number < 10 { &first } else { &second };
            assert_eq!(found[0].slot.read().unwrap(), *expected, "{context}");
            let when = if number < 5 { "before" } else { "later" };
            assert_eq!(found[0].about.when, when, "{context}");
        }
    }
}

#[test]
fn earlier_versions_stay_whatever_fails_while_one_is_added() {
    let steps = [
        Step::Create,
        Step::Write,
        Step::Sync,
        Step::ReadBack,
        Step::Rename,
        Step::SyncFolder,
    ];
    let (first, second) = (titled("first"), titled("second"));
    let note = VersionNote::default();
    let id = first.id.0.to_string();
    let place = |folder: &TempDir| folder.path().join("versions").join(&id).join("one");
    let folder = tempfile::tempdir().unwrap();
    let disk = Faulty::new(&place(&folder), None);
    keep_version_with(&disk, folder.path(), &note, &first).unwrap();
    assert_eq!(*disk.steps.borrow(), steps);
    for (number, step) in steps.iter().enumerate() {
        for how in How::of(*step) {
            let context = format!("step {number}, {step:?} {how:?}");
            let folder = tempfile::tempdir().unwrap();
            keep_version(folder.path(), &note, &first).unwrap();
            let disk = Faulty::new(&place(&folder), Some((number, how)));
            let kept = keep_version_with(&disk, folder.path(), &note, &second);
            assert!(kept.is_err(), "{context}");
            if how == How::Vanishes {
                fs::rename(disk.moved(), &disk.folder).unwrap();
            } else {
                assert!(!lies_about(&disk.folder), "{context}");
            }
            let found = list_versions(folder.path(), &first);
            let expected = if number < 5 { 1 } else { 2 };
            assert_eq!(
                (found.versions.len(), found.damaged),
                (expected, 0),
                "{context}"
            );
        }
    }
}

#[test]
fn of_settings_the_old_or_the_new_ones_are_whole_whatever_fails() {
    let old = Settings::default();
    let mut new = Settings::default();
    new.text_size_percent = 150;
    // They are the user's alone from the first byte on, whatever they were before.
    let steps = OVER.iter().map(|(step, _)| *step);
    let steps: Vec<Step> = steps.filter(|step| *step != Step::Permit).collect();
    let replaced_at = steps.iter().rposition(|step| *step == Step::Rename);
    for (number, step) in steps.iter().enumerate() {
        for how in How::of(*step) {
            let context = format!("step {number}, {step:?} {how:?}");
            let folder = tempfile::tempdir().unwrap();
            let own = folder.path().join("own");
            old.save(&own).unwrap();
            let disk = Faulty::new(&own.join("settings.ron"), Some((number, how)));
            assert!(new.save_with(&disk, &own).is_err(), "{context}");
            if how == How::Vanishes {
                fs::rename(disk.moved(), &own).unwrap();
            } else {
                assert!(!lies_about(&own), "{context}");
            }
            let expected = if Some(number) > replaced_at {
                &new
            } else {
                &old
            };
            assert_eq!(Settings::load(&own), *expected, "{context}");
            assert_eq!(mode(&own.join("settings.ron")), 0o600, "{context}");
        }
    }
}

#[test]
fn a_process_that_ended_while_it_saved_knows_its_own_file_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("spring.resonance");
    let demo = demo_workbook(Language::English).unwrap();
    let [saved, typed] = ["saved", "typed meanwhile"].map(|title| Workbook {
        title: title.into(),
        ..demo.clone()
    });
    for (in_the_file, asks) in [(&saved, false), (&demo, true)] {
        // Kept while the save ran, whose end nobody was told of any more.
        let stamp = save_text(&path, "before", &Overwrite::Always).unwrap();
        let about = About {
            name: "spring".into(),
            path: Some(path.clone()),
            stamp: Some(stamp),
            saving: Some(Fingerprint::of(&workbook_text(&saved).unwrap())),
            ..About::default()
        };
        let slot = Slot::new(folder.path(), Uuid::from_u128(1)).unwrap();
        slot.keep(&about, &typed).unwrap();
        save_workbook(&path, in_the_file, &Overwrite::Always).unwrap();
        drop(slot);

        let mut window = Setup {
            content: Content::Start,
            folder: Some(folder.path().to_owned()),
            ..Setup::default()
        }
        .tree();
        click(&mut window, "Recover: spring");
        wait_until(&mut window, "recovered", |state| {
            **state.workbook() == typed
        });
        press(&mut window, Modifiers::COMMAND, Key::S);
        wait_until(&mut window, "saved or asked", |state| {
            open_workbook(&path).unwrap() == typed || state.session().dialog.is_some()
        });
        assert_eq!(window.state().session().dialog.is_some(), asks);
    }
}

// The real thing.

/// A small disk of its own, taken away at the end.
struct Small {
    folder: TempDir,
}

impl Small {
    /// `None` where this system or this user has none to give.
    fn mounted() -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mounted = Self::mount(&["-t", "tmpfs", "-o", "size=200k", "tmpfs"], folder.path());
        if !mounted {
            println!("skipped: only root can mount a disk of 200 KB");
        }
        mounted.then(|| Self { folder })
    }

    fn mount(options: &[&str], at: &Path) -> bool {
        let output = Program::new("mount").args(options).arg(at).output();
        output.is_ok_and(|output| output.status.success())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

impl Drop for Small {
    fn drop(&mut self) {
        let _ = Program::new("umount").arg(self.folder.path()).output();
    }
}

#[test]
fn a_disk_that_fills_keeps_the_old_file_and_one_click_saves_elsewhere() {
    let Some(disk) = Small::mounted() else {
        return;
    };
    let path = disk.path("firm.resonance");
    let mut desk = Desk::new();
    desk.choice = Some(path.clone());
    desk.press(MenuAction::Save);
    let old = text_of(&path);
    // More than there is room for.
    let more = save_workbook(&path, &large_workbook(400), &Overwrite::Always);
    let step = SaveStep::Write;
    assert_eq!(
        more,
        Err(SaveError::Full {
            path: path.clone(),
            step
        })
    );
    assert_eq!(text_of(&path), old);
    // As it fills of itself: no room for the next save.
    let mut filling = File::create(disk.path("photographs")).unwrap();
    while filling.write_all(&[7; 1024]).is_ok() {}
    desk.scores_all(4.0).press(MenuAction::Save);
    let (tone, sentence) = desk.said();
    assert_eq!(tone, Tone::Bad);
    assert!(sentence.contains("the disk is full"), "{sentence}");
    assert!(!desk.saved());
    assert_eq!(text_of(&path), old);
    assert!(!lies_about(disk.folder.path()));
    desk.chooses("elsewhere").press(MenuAction::SaveAs);
    assert!(desk.saved());
    let elsewhere = open_workbook(&desk.path("elsewhere.resonance")).unwrap();
    assert!(elsewhere.same_as(&desk.workbook()));
}

#[test]
fn a_folder_made_read_only_keeps_the_old_file() {
    let own = tempfile::tempdir().unwrap();
    // Permissions bind everybody but root, who can have a disk that is read only.
    let small = no_permission_binds().then(Small::mounted);
    let folder = match &small {
        None => own.path(),
        Some(Some(small)) => small.folder.path(),
        Some(None) => return,
    };
    let path = folder.join("firm.resonance");
    save_text(&path, "old", &Overwrite::Always).unwrap();
    if small.is_some() {
        assert!(Small::mount(&["-o", "remount,ro"], folder));
    } else {
        fs::set_permissions(folder, Permissions::from_mode(0o500)).unwrap();
    }
    let refused = save_text(&path, "new", &Overwrite::Always);
    fs::set_permissions(own.path(), Permissions::from_mode(0o700)).unwrap();
    let step = SaveStep::Create;
    assert_eq!(
        refused,
        Err(SaveError::Forbidden {
            path: path.clone(),
            step
        })
    );
    assert_eq!(text_of(&path), "old");
}

/// Whether permissions bind whoever runs the tests.
fn no_permission_binds() -> bool {
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), Permissions::from_mode(0o500)).unwrap();
    File::create(folder.path().join("may be made")).is_ok()
}

#[test]
fn with_the_folder_gone_the_button_beside_the_sentence_saves_elsewhere() {
    let folder = tempfile::tempdir().unwrap();
    let stick = folder.path().join("stick");
    fs::create_dir(&stick).unwrap();
    let dialogs = FakeDialogs::default();
    *dialogs.0.borrow_mut() = Some(stick.join("firm.resonance"));
    let own = tempfile::tempdir().unwrap();
    let mut window = Setup {
        folder: Some(own.path().to_owned()),
        dialogs: dialogs.clone(),
        ..Setup::default()
    }
    .tree();
    press(&mut window, Modifiers::COMMAND, Key::S);
    let path = stick.join("firm.resonance");
    wait_until(&mut window, "saved", |_| path.exists());
    let said = |tone| {
        move |state: &resonance::window::Workbench| {
            let last = state.session().toasts.last();
            last.is_some_and(|toast| toast.tone == tone)
        }
    };
    wait_until(&mut window, "told", said(Tone::Good));
    fs::remove_dir_all(&stick).unwrap();
    press(&mut window, Modifiers::COMMAND, Key::S);
    wait_until(&mut window, "told of the failure", said(Tone::Bad));
    window.run_ok();
    assert!(has(&window, "its folder is not there"));
    // What is open may be the only copy: it is kept.
    let recovery = own.path().join("recovery");
    wait_until(&mut window, "kept", |_| has_ending(&recovery, "resonance"));
    let work = window.state().workbook().clone();
    let elsewhere = folder.path().join("elsewhere.resonance");
    *dialogs.0.borrow_mut() = Some(elsewhere.clone());
    click(&mut window, "Save elsewhere…");
    wait_until(&mut window, "saved elsewhere", said(Tone::Good));
    assert!(open_workbook(&elsewhere).unwrap() == *work);
    window.run_ok();
    assert!(!has(&window, "Save elsewhere…"));
}
