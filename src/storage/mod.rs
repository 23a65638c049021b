//! Files: the workbook's file in its versions, saving that never loses, locks, settings.

mod bytes;
mod conflict_copies;
mod convert;
mod crash_log;
mod disk;
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
mod stamp;
mod upgrade;
mod versions;

pub use bytes::read_bytes;
pub use conflict_copies::{dated_beside, named_as_copies};
pub use crash_log::{note_crash, untold_crash};
pub use disk::{Disk, System, Temporary};
pub use error::{LoadError, Looks, SaveError, SaveStep, SystemReason};
pub use fault::{Expected, Fault, Record};
pub use lock::{Evidence, Holder, LockState, holder_of};
pub use open::{MAX_BYTES, open_workbook, parse_workbook, read_text};
pub use paper_kept::{FacilitatorKept, ReportKept};
pub use presets::{OwnPresets, own_presets, presets_folder};
pub use records::{EXTENSION, FILE_VERSION, FORMAT};
pub use recovery::{About, Leftover, Slot, leftovers};
pub(crate) use regular::{NotOpened, open_regular};
pub use save::{
    Overwrite, export_bytes, save_text, save_workbook, save_workbook_with, workbook_text,
};
pub use settings::{GuidedPath, GuidedPlace, PictureChoice, RecentFile, Settings, ThemeChoice};
pub use shown::shown_path;
pub(crate) use shown::{is_unseen, shortened, written_out};
pub use stamp::{FileStamp, Fingerprint, stamp_of};
pub use versions::{
    Occasion, Version, VersionKey, VersionNote, VersionsFound, forget_versions, keep_version,
    keep_version_with, list_versions, read_version,
};
