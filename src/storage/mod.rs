//! Files: the workbook's file in its versions, saving that never loses, locks, settings.

mod error;
mod lock;
mod open;
mod save;
mod settings;
mod v1;

pub use error::{LoadError, SaveError};
pub use lock::LockState;
pub(crate) use open::read_text;
pub use open::{MAX_BYTES, open_workbook, parse_workbook};
pub use save::{FileStamp, Overwrite, save_text, save_workbook, stamp_of};
pub use settings::{PictureChoice, RecentFile, Settings, ThemeChoice};

/// Version of the file that this program writes, and the newest it reads.
pub const FILE_VERSION: u32 = 1;
/// The name the file gives itself on its first line.
pub const FORMAT: &str = "resonance-workbook";
/// Extension of workbook files.
pub const EXTENSION: &str = "resonance";
