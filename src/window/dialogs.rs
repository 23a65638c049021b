//! How files are chosen: the system's dialogs, or those of a test.

use std::path::PathBuf;

use crate::state::PathPurpose;

/// A file dialog that is open; asking it waits for the user's choice.
pub type Waiting = Box<dyn FnOnce() -> Option<PathBuf> + Send>;

/// How files are chosen; tests bring their own.
pub trait FileDialogs {
    /// Opens a dialog on the window's thread; what comes back is waited for on another.
    fn choose(&self, purpose: PathPurpose, title: &str, name: &str) -> Waiting;
}

/// The system's own dialogs.
pub struct NativeDialogs;

impl FileDialogs for NativeDialogs {
    fn choose(&self, purpose: PathPurpose, title: &str, name: &str) -> Waiting {
        let dialog = rfd::AsyncFileDialog::new().set_title(title);
        let path = |handle: Option<rfd::FileHandle>| handle.map(|file| file.path().to_owned());
        match purpose {
            PathPurpose::Open | PathPurpose::Merge => {
                const KINDS: [&str; 7] = [
                    crate::storage::EXTENSION,
                    "csv",
                    "txt",
                    "tsv",
                    "xlsx",
                    "xls",
                    "ods",
                ];
                let chosen = dialog
                    .add_filter("Resonance, CSV, XLSX", &KINDS)
                    .pick_file();
                Box::new(move || path(pollster::block_on(chosen)))
            }
            PathPurpose::ImportTable => {
                const KINDS: [&str; 8] =
                    ["xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "tsv", "txt"];
                let chosen = dialog.add_filter("XLSX, CSV", &KINDS).pick_file();
                Box::new(move || path(pollster::block_on(chosen)))
            }
            PathPurpose::Save
            | PathPurpose::ExportCsv
            | PathPurpose::ExportSelected
            | PathPurpose::ExportForm(_) => {
                let extension = match purpose {
                    PathPurpose::ExportCsv | PathPurpose::ExportSelected => "csv",
                    PathPurpose::ExportForm(_) => "html",
                    _ => crate::storage::EXTENSION,
                };
                let chosen = dialog
                    .add_filter(extension, &[extension])
                    .set_file_name(name)
                    .save_file();
                Box::new(move || path(pollster::block_on(chosen)))
            }
        }
    }
}
