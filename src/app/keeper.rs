//! The thread that keeps unsaved work on disk, a moment after it changed.

use std::{
    path::PathBuf,
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    },
    thread::{self, ThreadId},
    time::{Duration, Instant},
};

use crate::{
    edit::Changes,
    model::Workbook,
    storage::{About, SaveError, Slot},
};

/// How long the first change waits for others, so that dragging does not write every frame. What a
/// killed process loses is no older than this and the time it takes to write.
const GATHER: Duration = Duration::from_secs(1);
/// How long after a failure it is tried again.
const RETRY: Duration = Duration::from_secs(10);
/// How long somebody waits for what is about to be written: a dialog, the end, a panic.
pub(super) const PATIENCE: Duration = Duration::from_secs(2);

/// A state of the document that is in no file.
pub(super) struct Unsaved {
    /// The state.
    pub workbook: Arc<Workbook>,
    /// What the file holds, where it holds something.
    pub base: Option<Arc<Workbook>>,
    /// What is said of it; what changed is found on the thread.
    pub about: About,
}

enum Job {
    Keep(Box<Unsaved>),
    Forget,
    Adopt(Slot),
    /// Writes at once; the sender is dropped when it is done.
    Hurry(Sender<()>),
}

/// Who is told when the process panics.
static ON_PANIC: Mutex<Option<(ThreadId, Sender<Job>)>> = Mutex::new(None);

/// The way to the thread. Dropping it writes what is unwritten and waits for that, within reason.
pub(super) struct Keeper {
    jobs: Option<Sender<Job>>,
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
                unwritten: None,
                failing: false,
                failed: Box::new(failed),
            }
            .run(&inbox);
        });
        let told = Some((thread.thread().id(), jobs.clone()));
        *ON_PANIC.lock().unwrap_or_else(PoisonError::into_inner) = told;
        Self {
            jobs: Some(jobs),
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
        *ON_PANIC.lock().unwrap_or_else(PoisonError::into_inner) = None;
        self.jobs = None;
        // Ends with an error once the thread lets go of the other end, which is the answer.
        let _ = self.ended.recv_timeout(PATIENCE);
    }
}

/// Has unsaved work written before a panic ends the process.
pub(super) fn keep_on_panic() {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        if let Ok(told) = ON_PANIC.try_lock()
            && let Some((thread, jobs)) = told.as_ref()
            && *thread != thread::current().id()
        {
            let (done, answer) = channel();
            if jobs.send(Job::Hurry(done)).is_ok() {
                let _ = answer.recv_timeout(PATIENCE);
            }
        }
        before(info);
    }));
}

/// What the thread holds.
struct Work {
    user_folder: PathBuf,
    slot: Option<Slot>,
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
                log::warn!("unsaved work is not kept: {error}");
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
        let about = About {
            changes: Changes::between(unsaved.base.as_deref(), &unsaved.workbook),
            ..unsaved.about.clone()
        };
        slot.keep(&about, &unsaved.workbook)
    }
}
