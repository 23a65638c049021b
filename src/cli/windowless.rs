//! What the program does where no window can be shown.

use std::{path::Path, process::ExitCode};

use super::{
    parse::{Format, Invocation},
    run::run,
    shared::{Input, complain},
};
use crate::{
    i18n::Language,
    import::{OpenError, is_sheet_path, is_text_table_path, open_any, read_table},
    state::{Content, Launch, Stay},
    storage::LoadError,
};

/// Says what is wrong with the file that was to be opened, then what is missing for a window; where it was
/// for the demo, its results are printed in place of the window, and that is a success.
#[must_use]
pub fn without_window(launch: &Launch, missing: &str, language: Language) -> ExitCode {
    let file = launch.file.as_deref();
    if let Some(fault) = file.and_then(|path| fault_of(path, language)) {
        complain(&fault);
    }
    complain(missing);
    match (launch.content, launch.stay) {
        (Content::Demo, Stay::Open) => run(&Invocation::Score {
            input: Input::Demo,
            format: Format::Table,
            weights: None,
            target: None,
            language,
        }),
        _ => ExitCode::FAILURE,
    }
}

/// Why the window could not have opened a file, as a sentence; `None` where it could.
fn fault_of(path: &Path, language: Language) -> Option<String> {
    if is_sheet_path(path) {
        let fault = read_table(path, 0).err()?;
        return Some(language.table_error(&fault));
    }
    match open_any(path).err()? {
        // A table of another shape and response codes are looked at in the window.
        OpenError::File(LoadError::Foreign { .. } | LoadError::NotText { .. })
            if is_text_table_path(path) || path.extension().is_some_and(|it| it == "txt") =>
        {
            None
        }
        fault => Some(fault.sentence(language)),
    }
}
