//! The only code that changes a workbook.

mod aims;
mod carry_out;
mod error;

pub use carry_out::apply;
pub use error::ApplyError;
