//! Between the records of the newest file version and the model, both ways.

mod aims;
mod decode;
mod encode;
mod lists;
mod rounds;
mod scores;
mod words;

pub use decode::decode;
pub use encode::encode;
