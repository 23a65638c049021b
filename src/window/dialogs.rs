//! How files are chosen: the system's dialogs, or those of a test.

use std::path::PathBuf;

use crate::state::{Direction, FileJob};

/// A file dialog that is open; asking it waits for the user's choice.
pub type Waiting = Box<dyn FnOnce() -> Option<PathBuf> + Send>;

/// How files are chosen; tests bring their own.
pub trait FileDialogs {
    /// Opens a dialog on the window's thread; what comes back is waited for on another.
    fn choose(&self, job: FileJob, title: &str, name: &str) -> Waiting;
}

/// The system's own dialogs.
pub struct NativeDialogs;

impl FileDialogs for NativeDialogs {
    fn choose(&self, job: FileJob, title: &str, name: &str) -> Waiting {
        let spec = job.spec();
        let mut dialog = rfd::AsyncFileDialog::new().set_title(title);
        if !spec.kinds.is_empty() {
            dialog = dialog.add_filter(spec.kinds.join(", "), spec.kinds);
        }
        let path = |handle: Option<rfd::FileHandle>| handle.map(|file| file.path().to_owned());
        match spec.direction {
            Direction::Read => {
                let chosen = dialog.pick_file();
                Box::new(move || path(pollster::block_on(chosen)))
            }
            Direction::WriteInto => {
                let chosen = dialog.pick_folder();
                Box::new(move || path(pollster::block_on(chosen)))
            }
            Direction::Write => {
                let chosen = dialog.set_file_name(name).save_file();
                Box::new(move || path(pollster::block_on(chosen)))
            }
        }
    }
}
