//! The fuzz targets' own: what must hold of every input, and quiet about panics that are caught.

mod inputs;

pub use inputs::*;

/// Says nothing of panics that are caught, as those of the readers of spreadsheets. What is not caught
/// still ends the program, and is said.
pub fn quietly() {
    std::panic::set_hook(Box::new(|panic| {
        let ours = panic.location().is_some_and(|place| {
            let file = place.file();
            file.starts_with("src/") || file.contains("inputs.rs") || file.contains("/fuzz/src/")
        });
        if ours {
            eprintln!("{panic}");
        }
    }));
}
