//! What a thread makes for an effect: the content of a file, a picture.

use std::fmt;

use crate::{
    import::LeftOut,
    report::{PictureError, Pixels},
    storage::SaveError,
};

/// The content of an export, made on the thread that writes it.
pub struct ExportContent(Box<Make>);

/// Makes bytes, and says what of the workbook could not go into them.
type Make = dyn FnOnce() -> Result<(Vec<u8>, LeftOut), SaveError> + Send;

impl ExportContent {
    /// Content that a function makes.
    pub fn new(
        make: impl FnOnce() -> Result<(Vec<u8>, LeftOut), SaveError> + Send + 'static,
    ) -> Self {
        Self(Box::new(make))
    }

    /// The bytes, and what could not go into them.
    ///
    /// # Errors
    /// Where the content cannot be made of the workbook.
    pub fn make(self) -> Result<(Vec<u8>, LeftOut), SaveError> {
        (self.0)()
    }
}

impl fmt::Debug for ExportContent {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("ExportContent")
    }
}

/// A picture, drawn on a thread.
pub struct PictureContent(Box<Draw>);

type Draw = dyn FnOnce() -> Result<Pixels, PictureError> + Send;

impl PictureContent {
    /// A picture that a function draws.
    pub fn new(draw: impl FnOnce() -> Result<Pixels, PictureError> + Send + 'static) -> Self {
        Self(Box::new(draw))
    }

    /// The picture.
    ///
    /// # Errors
    /// Where it cannot be drawn.
    pub fn draw(self) -> Result<Pixels, PictureError> {
        (self.0)()
    }
}

impl fmt::Debug for PictureContent {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("PictureContent")
    }
}
