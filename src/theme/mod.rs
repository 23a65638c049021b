//! The design system: colours, type and space as tokens. Raw colours elsewhere are a lint error.

mod fonts;
pub mod icon;
mod style;
mod themed;
mod tokens;

pub use fonts::{BOLD, CHINESE, CHINESE_BOLD, bundled_faces, install_fonts};
pub use style::{apply, radius, space, text};
pub use themed::Themed;
pub use tokens::{ThemeError, ThemeName, Themes, Tokens};
