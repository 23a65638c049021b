//! Files: the workbook's file in its versions, saving that never loses, locks, settings.

mod bytes;
mod convert;
mod crash_log;
mod error;
mod fault;
mod locate;
mod lock;
mod open;
mod paper_kept;
mod presets;
mod records;
mod recovery;
mod regular;
mod save;
mod settings;
mod shown;
mod upgrade;

pub use bytes::read_bytes;
pub use crash_log::{note_crash, untold_crash};
pub use error::{LoadError, Looks, SaveError, SaveStep, SystemReason};
pub use fault::{Expected, Fault, Record};
pub use lock::LockState;
pub use open::{MAX_BYTES, open_workbook, parse_workbook, read_text};
pub use paper_kept::{FacilitatorKept, ReportKept};
pub use presets::{OwnPresets, own_presets, presets_folder};
pub use records::{EXTENSION, FILE_VERSION, FORMAT};
pub use recovery::{About, Leftover, Slot, leftovers};
pub(crate) use regular::{NotOpened, open_regular};
pub use save::{
    FileStamp, Overwrite, export_bytes, save_text, save_workbook, stamp_of, workbook_text,
};
pub use settings::{GuidedPath, GuidedPlace, PictureChoice, RecentFile, Settings, ThemeChoice};
pub use shown::shown_path;
pub(crate) use shown::{is_unseen, shortened, written_out};
