//! The headless commands: the same engine as the window's, without window or display.

mod convert;
mod parse;
mod rank;
mod report;
mod score;
mod standing;
mod table;
mod weights;
mod windowless;

use std::{
    io::{self, Write},
    path::PathBuf,
    process::ExitCode,
};

pub use parse::{Format, Invocation, Target, UsageError, parse};
pub use windowless::without_window;

pub use crate::state::{Content, Launch, Stay};

use crate::{
    i18n::Language,
    import::open_any,
    knowledge::{Knowledge, demo_workbook},
    model::Workbook,
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

/// Carries out a headless command. The window is not among them.
#[must_use]
pub fn run(invocation: &Invocation) -> ExitCode {
    let mut out = io::stdout().lock();
    let done = match invocation {
        Invocation::Help(language) => write_all(&mut out, language.cli_help()),
        Invocation::Version => write_all(
            &mut out,
            concat!("resonance ", env!("CARGO_PKG_VERSION"), "\n"),
        ),
        Invocation::Score {
            input,
            format,
            weights,
            target,
            language,
        } => load(input, *language)
            .and_then(|workbook| score::text(&workbook, *format, *weights, *target, *language))
            .and_then(|text| write_all(&mut out, &text)),
        Invocation::Rank {
            input,
            format,
            weights,
            language,
        } => load(input, *language)
            .and_then(|workbook| rank::text(&workbook, *format, *weights, *language))
            .and_then(|text| write_all(&mut out, &text)),
        Invocation::Check { input, language } => load(input, *language)
            .and_then(|workbook| write_all(&mut out, &score::summary(&workbook, *language))),
        Invocation::Convert {
            input,
            output,
            language,
        } => load(input, *language)
            .and_then(|workbook| convert::convert(input, output, &workbook, *language))
            .and_then(|text| write_all(&mut out, &text)),
        Invocation::Window(_) => Ok(()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure(sentence)) => {
            complain(&sentence);
            ExitCode::FAILURE
        }
    }
}

/// Writes a sentence to standard error; where that is closed there is nobody to tell. Of the characters
/// that command a terminal only line breaks are left.
pub fn complain(sentence: &str) {
    let sentence = written_out(sentence, |one| is_unseen(one) && one != '\n');
    let _ = writeln!(io::stderr(), "resonance: {sentence}");
}

/// A document as it is printed.
fn printed(document: &serde_json::Value) -> Result<String, Failure> {
    serde_json::to_string_pretty(document)
        .map(|text| text + "\n")
        .map_err(|error| Failure(error.to_string()))
}

/// Writes to standard output. A reader that went away early (`| head`) is no failure.
fn write_all(out: &mut impl Write, text: &str) -> Result<(), Failure> {
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure(error.to_string())),
        _ => Ok(()),
    }
}

fn load(input: &Input, language: Language) -> Result<Workbook, Failure> {
    match input {
        Input::Demo => demo_workbook(language).map_err(|error| Failure(error.to_string())),
        Input::File(path) => open_any(path)
            .map(|(workbook, _)| workbook)
            .map_err(|error| Failure(error.sentence(language))),
    }
}

/// The knowledge that tables need for sector names.
fn knowledge() -> Result<Knowledge, Failure> {
    Knowledge::built_in().map_err(|error| Failure(error.to_string()))
}
