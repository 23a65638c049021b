//! Why pages did not become a file.

/// Why pages did not become a file.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// What the writer said of it, in its own words.
    #[error("{0}")]
    Refused(String),
    /// A bundled face cannot be read.
    #[error("a bundled face cannot be read")]
    Face,
}
