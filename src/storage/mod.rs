//! Files: the workbook's file in its versions, saving that never loses, locks, settings.

mod convert;
mod error;
mod fault;
mod locate;
mod lock;
mod open;
mod presets;
mod records;
mod save;
mod settings;
mod upgrade;

pub(crate) use error::shortened;
pub use error::{LoadError, Looks, SaveError, SaveStep};
pub use fault::{Expected, Fault, Record};
pub use lock::LockState;
pub use open::{MAX_BYTES, open_workbook, parse_workbook, read_text};
pub use presets::{OwnPresets, own_presets, presets_folder};
pub use records::{FILE_VERSION, FORMAT};
pub use save::{FileStamp, Overwrite, save_text, save_workbook, stamp_of, workbook_text};
pub use settings::{GuidedPath, GuidedPlace, PictureChoice, RecentFile, Settings, ThemeChoice};

/// Extension of workbook files.
pub const EXTENSION: &str = "resonance";
