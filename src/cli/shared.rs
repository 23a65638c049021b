//! What the commands share: where a workbook comes from, what is printed, why something is not done.

use std::{
    io::{self, Write},
    path::PathBuf,
};

use crate::{
    i18n::Language,
    knowledge::Knowledge,
    storage::{is_unseen, written_out},
};

/// Where a headless command takes its workbook from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A workbook file or a scores CSV.
    File(PathBuf),
    /// The demo workbook.
    Demo,
}

/// A command that could not be carried out, as a sentence for standard error.
#[derive(Debug)]
pub struct Failure(pub String);

/// Writes a sentence to standard error; where that is closed there is nobody to tell. Of the characters
/// that command a terminal only line breaks are left.
pub fn complain(sentence: &str) {
    let sentence = written_out(sentence, |one| is_unseen(one) && one != '\n');
    let _ = writeln!(io::stderr(), "resonance: {sentence}");
}

/// Writes to standard output. A reader that went away early (`| head`) is no failure.
pub(super) fn write_all(
    out: &mut impl Write,
    text: &str,
    language: Language,
) -> Result<(), Failure> {
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            let reason = language.system_reason(&(&error).into());
            Err(Failure(language.cli_not_printed(&reason)))
        }
        _ => Ok(()),
    }
}

/// The knowledge that tables need for sector names.
pub(super) fn knowledge(language: Language) -> Result<Knowledge, Failure> {
    Knowledge::built_in().map_err(|error| Failure(language.preset_error(&error)))
}
