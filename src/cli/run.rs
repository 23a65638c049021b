//! Carrying out a headless command.

use std::{io, process::ExitCode};

use super::{
    convert, paper,
    parse::Invocation,
    rank, score,
    shared::{Failure, Input, complain, write_all},
};
use crate::{i18n::Language, import::open_any, knowledge::demo_workbook, model::Workbook};

/// Carries out a headless command. The window is not among them.
#[must_use]
pub fn run(invocation: &Invocation) -> ExitCode {
    let mut out = io::stdout().lock();
    let done = match invocation {
        Invocation::Help(language) => write_all(&mut out, language.cli_help(), *language),
        Invocation::Version => write_all(
            &mut out,
            concat!("resonance ", env!("CARGO_PKG_VERSION"), "\n"),
            Language::default(),
        ),
        Invocation::Score {
            input,
            format,
            weights,
            target,
            language,
        } => load(input, *language)
            .and_then(|workbook| score::text(&workbook, *format, *weights, *target, *language))
            .and_then(|text| write_all(&mut out, &text, *language)),
        Invocation::Rank {
            input,
            format,
            weights,
            language,
        } => load(input, *language)
            .and_then(|workbook| rank::text(&workbook, *format, *weights, *language))
            .and_then(|text| write_all(&mut out, &text, *language)),
        Invocation::Check { input, language } => load(input, *language)
            .map(|workbook| score::summary(&workbook, *language))
            .and_then(|text| write_all(&mut out, &text, *language)),
        Invocation::Convert {
            input,
            output,
            language,
        } => load(input, *language)
            .and_then(|workbook| convert::convert(input, output, &workbook, *language))
            .and_then(|text| write_all(&mut out, &text, *language)),
        Invocation::Report(line) => load(&line.input, line.language)
            .and_then(|workbook| paper::report(line, workbook))
            .and_then(|text| write_all(&mut out, &text, line.language)),
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

fn load(input: &Input, language: Language) -> Result<Workbook, Failure> {
    match input {
        Input::Demo => {
            demo_workbook(language).map_err(|error| Failure(language.preset_error(&error)))
        }
        Input::File(path) => open_any(path)
            .map(|(workbook, _)| workbook)
            .map_err(|error| Failure(error.sentence(language))),
    }
}
