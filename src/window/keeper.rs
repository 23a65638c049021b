//! The thread that keeps unsaved work on disk, a moment after it changed, and earlier versions.

use std::{
    path::PathBuf,
    sync::{
        Mutex, MutexGuard, PoisonError,
        mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    },
    thread::{self, ThreadId},
    time::{Duration, Instant},
};

use crate::{
    edit::Changes,
    state::{NewVersion, Unsaved},
    storage::{
        About, Fingerprint, Leftover, SaveError, Slot, keep_version, note_crash, workbook_text,
    },
};

/// How long the first change waits for others, so that dragging does not write every frame. What a
/// killed process loses is no older than this and the time it takes to write.
const GATHER: Duration = Duration::from_secs(1);
/// How long after a failure it is tried again.
const RETRY: Duration = Duration::from_secs(10);
/// How long somebody waits for what is about to be written: a dialog, the end, a panic.
pub(super) const PATIENCE: Duration = Duration::from_secs(2);

enum Job {
    Keep(Box<Unsaved>),
    Forget,
    Adopt(Slot),
    Version(Box<NewVersion>),
    /// Writes at once and lets go of it for the receiver to offer.
    SetAside(Box<dyn FnOnce(Option<Leftover>) + Send>),
    /// Writes at once; the sender is dropped when it is done.
    Hurry(Sender<()>),
}

/// Who is told when the process panics.
static ON_PANIC: Mutex<Vec<(ThreadId, Sender<Job>)>> = Mutex::new(Vec::new());

/// The way to the thread. Dropping it writes what is unwritten and waits for that, within reason.
pub(super) struct Keeper {
    jobs: Option<Sender<Job>>,
    thread: ThreadId,
    ended: Receiver<()>,
}

impl Keeper {
    /// Starts the thread for a user's folder; `failed` is told once when keeping begins to fail.
    pub(super) fn start(user_folder: PathBuf, failed: impl Fn(SaveError) + Send + 'static) -> Self {
        let (jobs, inbox) = channel();
        let (alive, ended) = channel();
        let thread = thread::spawn(move || {
            let _alive: Sender<()> = alive;
            Work {
                user_folder,
                slot: None,
                written: About::default(),
                unwritten: None,
                failing: false,
                failed: Box::new(failed),
            }
            .run(&inbox);
        });
        let thread = thread.thread().id();
        told_on_panic().push((thread, jobs.clone()));
        Self {
            jobs: Some(jobs),
            thread,
            ended,
        }
    }

    /// Keeps a state instead of the one before.
    pub(super) fn keep(&self, unsaved: Unsaved) {
        self.send(Job::Keep(Box::new(unsaved)));
    }

    /// Everything is in a file, or is not wanted: nothing is kept.
    pub(super) fn forget(&self) {
        self.send(Job::Forget);
    }

    /// Goes on with the place of unsaved work that was recovered.
    pub(super) fn adopt(&self, slot: Slot) {
        self.send(Job::Adopt(slot));
    }

    /// Keeps a state as an earlier version.
    pub(super) fn version(&self, version: Box<NewVersion>) {
        self.send(Job::Version(version));
    }

    /// Lets go of what is kept, which `offered` is given; `None` where it cannot be written.
    pub(super) fn set_aside(&self, offered: impl FnOnce(Option<Leftover>) + Send + 'static) {
        self.send(Job::SetAside(Box::new(offered)));
    }

    /// Writes at once what is unwritten; waiting for the answer waits for that.
    pub(super) fn hurry(&self) -> Receiver<()> {
        let (done, answer) = channel();
        self.send(Job::Hurry(done));
        answer
    }

    fn send(&self, job: Job) {
        if let Some(jobs) = &self.jobs
            && jobs.send(job).is_err()
        {
            log::error!("unsaved work is not kept any more");
        }
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        told_on_panic().retain(|(thread, _)| *thread != self.thread);
        self.jobs = None;
        // Ends with an error once the thread lets go of the other end, which is the answer.
        let _ = self.ended.recv_timeout(PATIENCE);
    }
}

/// Has unsaved work written before a panic ends the process, and notes where in the program it came up.
/// What the panic says is not noted: it may hold somebody's data.
pub(super) fn keep_on_panic(user_folder: Option<PathBuf>) {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        write_at_once();
        if let (Some(folder), Some(place)) = (&user_folder, info.location()) {
            let (version, now) = (env!("CARGO_PKG_VERSION"), jiff::Timestamp::now());
            let (file, line, column) = (in_its_crate(place.file()), place.line(), place.column());
            let _ = note_crash(folder, &format!("{now} {version} {file}:{line}:{column}"));
        }
        before(info);
    }));
}

/// A source file from its crate on: the folders above it name whoever built the program.
fn in_its_crate(file: &str) -> String {
    let parts: Vec<&str> = file.split(['/', '\\']).collect();
    let source = parts.iter().rposition(|part| *part == "src");
    let crate_at = source.unwrap_or_default().saturating_sub(1);
    parts[crate_at..].join("/")
}

/// Has what is unwritten written, and waits for that; a keeper's own thread waits for nobody.
pub(super) fn write_at_once() {
    let others = |(thread, _): &&(ThreadId, Sender<Job>)| *thread != thread::current().id();
    let told: Vec<_> = told_on_panic().iter().filter(others).cloned().collect();
    for (_, jobs) in told {
        let (done, answer) = channel();
        if jobs.send(Job::Hurry(done)).is_ok() {
            let _ = answer.recv_timeout(PATIENCE);
        }
    }
}

fn told_on_panic() -> MutexGuard<'static, Vec<(ThreadId, Sender<Job>)>> {
    ON_PANIC.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What the thread holds.
struct Work {
    user_folder: PathBuf,
    slot: Option<Slot>,
    /// What is said of the state that is written.
    written: About,
    /// The latest state, and when it is to be written.
    unwritten: Option<(Box<Unsaved>, Instant)>,
    /// Whether the last time failed; it is said once.
    failing: bool,
    failed: Box<dyn Fn(SaveError)>,
}

impl Work {
    fn run(mut self, inbox: &Receiver<Job>) {
        loop {
            let job = match &self.unwritten {
                None => inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some((_, due)) => inbox.recv_timeout(due.saturating_duration_since(Instant::now())),
            };
            match job {
                Ok(Job::Keep(unsaved)) => {
                    let due = self.unwritten.take().map(|(_, due)| due);
                    let due = due.unwrap_or_else(|| Instant::now() + GATHER);
                    self.unwritten = Some((unsaved, due));
                }
                Ok(Job::Forget) => self.change_slot(None),
                Ok(Job::Adopt(slot)) => self.change_slot(Some(slot)),
                Ok(Job::Version(version)) => {
                    // What is in no file goes first.
                    self.write();
                    let NewVersion { workbook, note } = *version;
                    if let Err(error) = keep_version(&self.user_folder, &note, &workbook) {
                        log::warn!("an earlier version is not kept: {error:?}");
                    }
                }
                Ok(Job::SetAside(offered)) => {
                    self.write();
                    let whole = self.unwritten.is_none();
                    let slot = self.slot.take_if(|_| whole);
                    offered(slot.map(|slot| Leftover {
                        id: slot.id(),
                        about: std::mem::take(&mut self.written),
                        slot,
                    }));
                }
                Ok(Job::Hurry(done)) => {
                    self.write();
                    drop(done);
                }
                Err(RecvTimeoutError::Timeout) => self.write(),
                Err(RecvTimeoutError::Disconnected) => {
                    self.write();
                    return;
                }
            }
        }
    }

    fn change_slot(&mut self, next: Option<Slot>) {
        self.unwritten = None;
        if let Some(slot) = std::mem::replace(&mut self.slot, next) {
            slot.clear();
        }
    }

    fn write(&mut self) {
        let Some((unsaved, _)) = self.unwritten.take() else {
            return;
        };
        match self.keep(&unsaved) {
            Ok(()) => self.failing = false,
            Err(error) => {
                log::warn!("unsaved work is not kept: {error:?}");
                if !std::mem::replace(&mut self.failing, true) {
                    (self.failed)(error);
                }
                self.unwritten = Some((unsaved, Instant::now() + RETRY));
            }
        }
    }

    fn keep(&mut self, unsaved: &Unsaved) -> Result<(), SaveError> {
        let slot = match &mut self.slot {
            Some(slot) => slot,
            slot => slot.insert(Slot::new(&self.user_folder, uuid::Uuid::new_v4())?),
        };
        let saving = unsaved.saving.as_deref().map(workbook_text).transpose()?;
        let about = About {
            saving: saving.as_deref().map(Fingerprint::of),
            changes: Changes::between(unsaved.base.as_deref(), &unsaved.workbook),
            ..unsaved.about.clone()
        };
        slot.keep(&about, &unsaved.workbook)?;
        self.written = about;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use uuid::Uuid;

    use super::*;
    use crate::{
        model::{Workbook, WorkbookId},
        storage::leftovers,
    };

    fn unsaved(title: &str) -> Unsaved {
        let workbook = Workbook::new(WorkbookId(Uuid::nil()), title.to_owned());
        Unsaved {
            workbook: Arc::new(workbook),
            base: None,
            saving: None,
            about: About::default(),
        }
    }

    /// The titles of what is kept, as another window finds it.
    fn titles(folder: &std::path::Path) -> Vec<String> {
        let found = leftovers(folder);
        let read = found.iter().map(|one| one.slot.read().unwrap().title);
        read.collect()
    }

    /// The titles of what lies on disk while its window lives.
    fn on_disk(folder: &std::path::Path) -> String {
        let Ok(entries) = std::fs::read_dir(folder.join("recovery")) else {
            return String::new();
        };
        let paths = entries.map(|entry| entry.unwrap().path());
        let texts = paths.map(|path| std::fs::read_to_string(path).unwrap_or_default());
        texts.collect()
    }

    #[test]
    fn a_panic_and_whoever_is_in_a_hurry_have_everything_written_before_they_go_on() {
        let folder = tempfile::tempdir().unwrap();
        let keeper = Keeper::start(folder.path().to_owned(), |_| {});
        keeper.keep(unsaved("first"));
        keeper.hurry().recv_timeout(PATIENCE).unwrap_err();
        assert!(on_disk(folder.path()).contains("first"));
        keeper.keep(unsaved("second"));
        write_at_once();
        assert!(on_disk(folder.path()).contains("second"));
        drop(keeper);
        assert_eq!(titles(folder.path()), ["second"]);
    }

    #[test]
    fn of_a_panic_the_place_is_noted_and_neither_what_it_says_nor_whose_folder_it_is() {
        let folder = tempfile::tempdir().unwrap();
        keep_on_panic(Some(folder.path().to_owned()));
        let fault = || panic!("{} is called {}", "Hill Dairy", "Mei Lin");
        thread::spawn(fault).join().unwrap_err();
        let log = std::fs::read_to_string(folder.path().join("crash.log")).unwrap();
        let place = file!().rsplit('/').next().unwrap();
        assert!(log.contains(&format!("/{place}:")), "{log}");
        assert!(!log.contains("Hill") && !log.contains("Mei"), "{log}");
        let elsewhere = "/home/mei/.cargo/registry/src/index-1/egui-0.37.0/src/ui.rs";
        assert_eq!(in_its_crate(elsewhere), "egui-0.37.0/src/ui.rs");
        assert_eq!(in_its_crate("src/window/keeper.rs"), "src/window/keeper.rs");
        assert_eq!(
            in_its_crate(r"C:\rust\library\core.rs"),
            "C:/rust/library/core.rs"
        );
    }

    #[test]
    fn what_is_unwritten_at_the_end_is_written_and_what_is_forgotten_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let keeper = Keeper::start(folder.path().to_owned(), |_| {});
        keeper.keep(unsaved("given up"));
        keeper.forget();
        drop(keeper);
        assert!(titles(folder.path()).is_empty());
        let keeper = Keeper::start(folder.path().to_owned(), |_| {});
        keeper.keep(unsaved("first"));
        keeper.keep(unsaved("last"));
        drop(keeper);
        assert_eq!(titles(folder.path()), ["last"]);
    }

    #[test]
    fn what_is_set_aside_is_whole_on_disk_and_stays_when_others_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        let keeper = Keeper::start(folder.path().to_owned(), |_| {});
        let (sender, given) = channel();
        keeper.keep(unsaved("set aside"));
        keeper.set_aside(move |leftover| sender.send(leftover).unwrap());
        let leftover = given.recv_timeout(PATIENCE).unwrap().unwrap();
        assert_eq!(leftover.slot.read().unwrap().title, "set aside");
        drop(leftover);
        keeper.keep(unsaved("next"));
        keeper.forget();
        drop(keeper);
        assert_eq!(titles(folder.path()), ["set aside"]);
    }

    #[test]
    fn a_failure_is_said_once_and_it_goes_on_where_it_can_again() {
        let folder = tempfile::tempdir().unwrap();
        let in_the_way = folder.path().join("recovery");
        std::fs::write(&in_the_way, "a file").unwrap();
        let (sender, said) = channel();
        let keeper = Keeper::start(folder.path().to_owned(), move |error| {
            sender.send(error).unwrap();
        });
        keeper.keep(unsaved("kept"));
        for _ in 0..3 {
            let _ = keeper.hurry().recv_timeout(PATIENCE);
        }
        assert_eq!(said.try_iter().count(), 1);
        std::fs::remove_file(&in_the_way).unwrap();
        let _ = keeper.hurry().recv_timeout(PATIENCE);
        assert!(on_disk(folder.path()).contains("kept"));
    }

    #[test]
    fn what_is_being_saved_meanwhile_is_known_again() {
        let folder = tempfile::tempdir().unwrap();
        let keeper = Keeper::start(folder.path().to_owned(), |_| {});
        let saving = unsaved("being saved").workbook;
        keeper.keep(Unsaved {
            saving: Some(Arc::clone(&saving)),
            ..unsaved("typed meanwhile")
        });
        drop(keeper);
        let text = workbook_text(&saving).unwrap();
        let found = leftovers(folder.path());
        assert_eq!(found[0].about.saving, Some(Fingerprint::of(&text)));
    }
}
