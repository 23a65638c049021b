//! The command line of `report`.

use std::{ffi::OsString, path::PathBuf};

use lexopt::prelude::*;

use super::{Input, UsageFault};
use crate::{
    i18n::Language,
    report::{Format, Languages, Paper, ReportKind},
};

/// What `report` is to write.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportLine {
    /// What it is made from.
    pub input: Input,
    /// The file, or the folder for a file a firm.
    pub out: PathBuf,
    /// What it is written as; PDF in a folder.
    pub format: Format,
    /// Whether `out` is a folder.
    pub folder: bool,
    /// Which report.
    pub kind: ReportKind,
    /// The one firm it is of; else all.
    pub enterprise: Option<String>,
    /// The round it is of, by name; else the latest one of each firm.
    pub round: Option<String>,
    /// Its languages.
    pub languages: Languages,
    /// The size of its pages.
    pub paper: Paper,
    /// The file of the facilitator's mark.
    pub mark: Option<PathBuf>,
    /// The language of sentences.
    pub language: Language,
}

/// What a line that begins with `report` asks for.
pub(super) enum Asked {
    /// A report.
    Report(Box<ReportLine>),
    /// How to use the program.
    Help(Language),
}

/// Understands what stands behind the word `report`.
pub(super) fn report_line(arguments: Vec<OsString>) -> Result<Asked, UsageFault> {
    let mut parser = lexopt::Parser::from_args(arguments);
    let (mut words, mut demo, mut help, mut all) = (Vec::new(), false, false, false);
    let (mut out, mut mark) = (None, None);
    let (mut kind, mut enterprise, mut round) = (ReportKind::Sheet, None, None);
    let (mut languages, mut paper) = (None, Paper::A4);
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => help = true,
            Long("demo") => demo = true,
            Long("all") => all = true,
            Long("out") | Short('o') => out = Some(PathBuf::from(parser.value()?)),
            Long("logo") => mark = Some(PathBuf::from(parser.value()?)),
            Long("enterprise") => enterprise = Some(parser.value()?.string()?),
            Long("round") => round = Some(parser.value()?.string()?),
            Long("kind") => {
                let word = parser.value()?.string()?;
                kind = ReportKind::from_code(&word).ok_or(UsageFault::Kind(word))?;
            }
            Long("size") => {
                let word = parser.value()?.string()?;
                paper = Paper::from_code(&word).ok_or(UsageFault::Size(word))?;
            }
            Long("lang") => {
                let word = parser.value()?.string()?;
                let found = Languages::from_code(&word);
                languages = Some(found.ok_or(UsageFault::ReportLanguage(word))?);
            }
            Value(word) => words.push(word),
            other => return Err(other.unexpected().into()),
        }
    }
    let languages = languages.unwrap_or(Languages::One(Language::default()));
    let language = match languages {
        Languages::One(language) => language,
        Languages::Both => Language::default(),
    };
    if help {
        return Ok(Asked::Help(language));
    }
    let input = match (words.as_slice(), demo) {
        ([], true) => Input::Demo,
        ([file], false) => Input::File(file.into()),
        ([], false) => return Err(UsageFault::NoFile("report")),
        _ => return Err(UsageFault::OneFile("report")),
    };
    if all && enterprise.is_some() {
        return Err(UsageFault::AllOrOne);
    }
    let out = out.ok_or(UsageFault::NoReportOutput)?;
    let (format, folder) = match Format::of_path(&out) {
        Some(format) => (format, false),
        None if out.is_dir() => (Format::Pdf, true),
        None => return Err(UsageFault::ReportEnding(out)),
    };
    Ok(Asked::Report(Box::new(ReportLine {
        input,
        out,
        format,
        folder,
        kind,
        enterprise,
        round,
        languages,
        paper,
        mark,
        language,
    })))
}
