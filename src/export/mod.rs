//! What leaves the workbench besides its own files.

mod form;

pub use form::{FormKind, form_html};
