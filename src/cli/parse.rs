//! What was asked for on the command line.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

use lexopt::prelude::*;

use super::{Input, UsageError, UsageFault, report_line, weights::parse_weights};
use crate::{
    i18n::Language,
    import::is_csv_path,
    model::Weights,
    state::{Content, Launch, Stay},
    storage::EXTENSION,
};

/// What to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Invocation {
    /// Open the window.
    Window(Launch),
    /// Print every round's result.
    Score {
        /// What to score.
        input: Input,
        /// How to print it.
        format: Format,
        /// The weights asked for; else the workbook's.
        weights: Option<Weights>,
        /// The R, 0..=1, that paths lead to; else the limit of the next band.
        target: Option<f64>,
        /// Language of tables and sentences.
        language: Language,
    },
    /// Print the enterprises in order of R, with how certain every rank is.
    Rank {
        /// What to rank.
        input: Input,
        /// How to print it.
        format: Format,
        /// The weights asked for; else the workbook's.
        weights: Option<Weights>,
        /// Language of tables and sentences.
        language: Language,
    },
    /// Say whether a file is sound.
    Check {
        /// What to check.
        input: Input,
        /// Language of sentences.
        language: Language,
    },
    /// Write a workbook as CSV or a CSV as workbook.
    Convert {
        /// What to convert.
        input: Input,
        /// The file to write.
        output: Target,
        /// Language of sentences.
        language: Language,
    },
    /// Write what goes on paper.
    Report(Box<report_line::ReportLine>),
    /// Print how to use the program.
    Help(Language),
    /// Print the version.
    Version,
}

/// The file that `convert` writes; its extension says what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A workbook.
    Workbook(PathBuf),
    /// A scores CSV.
    ScoresCsv(PathBuf),
}

/// How `score` and `rank` print.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// Aligned columns.
    #[default]
    Table,
    /// JSON at full precision.
    Json,
}

#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "four independent switches")]
struct Given {
    words: Vec<OsString>,
    demo: bool,
    measure: bool,
    help: bool,
    version: bool,
    format: Option<Format>,
    language: Option<Language>,
    out: Option<PathBuf>,
    weights: Option<Weights>,
    target: Option<f64>,
}

/// Understands a command line without the program's name.
///
/// # Errors
/// When an option is unknown, or what a command needs is missing or too much.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Invocation, UsageError> {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let language = language_of(&arguments);
    understood(arguments).map_err(|fault| UsageError { fault, language })
}

/// The language that a line asks for, whatever else is wrong with it.
fn language_of(arguments: &[OsString]) -> Language {
    let words = || arguments.iter().filter_map(|word| word.to_str());
    let behind = words().skip_while(|word| *word != "--lang").nth(1);
    let code = behind.or_else(|| words().find_map(|word| word.strip_prefix("--lang=")));
    code.and_then(Language::from_code).unwrap_or_default()
}

fn understood(mut arguments: Vec<OsString>) -> Result<Invocation, UsageFault> {
    if arguments.first().is_some_and(|word| word == "report") {
        return Ok(match report_line::report_line(arguments.split_off(1))? {
            report_line::Asked::Report(line) => Invocation::Report(line),
            report_line::Asked::Help(language) => Invocation::Help(language),
        });
    }
    let mut given = read(arguments)?;
    let language = given.language.unwrap_or_default();
    if given.help {
        return Ok(Invocation::Help(language));
    }
    if given.version {
        return Ok(Invocation::Version);
    }
    let command = given.words.first().and_then(|word| word.to_str());
    match command {
        Some("score") => {
            let format = given.format.take().unwrap_or_default();
            let target = given.target.take();
            if target.is_some() && format == Format::Table {
                return Err(UsageFault::TargetOfTable);
            }
            let weights = given.weights.take();
            Ok(Invocation::Score {
                input: given.only_input("score")?,
                format,
                weights,
                target,
                language,
            })
        }
        Some("rank") => {
            let format = given.format.take().unwrap_or_default();
            let weights = given.weights.take();
            Ok(Invocation::Rank {
                input: given.only_input("rank")?,
                format,
                weights,
                language,
            })
        }
        Some("check") => Ok(Invocation::Check {
            input: given.only_input("check")?,
            language,
        }),
        Some("convert") => {
            let Some(output) = given.out.take() else {
                return Err(UsageFault::NoOutput);
            };
            Ok(Invocation::Convert {
                input: given.only_input("convert")?,
                output: Target::of(output)?,
                language,
            })
        }
        _ => given.window(),
    }
}

fn read(arguments: Vec<OsString>) -> Result<Given, UsageFault> {
    let mut given = Given::default();
    let mut parser = lexopt::Parser::from_args(arguments);
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => given.help = true,
            Short('V') | Long("version") => given.version = true,
            Long("demo") => given.demo = true,
            Long("measure-startup") => given.measure = true,
            Long("out") | Short('o') => given.out = Some(parser.value()?.into()),
            Long("format") => {
                given.format = Some(match parser.value()?.string()?.as_str() {
                    "json" => Format::Json,
                    "table" => Format::Table,
                    other => return Err(UsageFault::Format(other.to_owned())),
                });
            }
            Long("json") => given.format = Some(Format::Json),
            Long("weights") => {
                given.weights = Some(parse_weights(&parser.value()?.string()?)?);
            }
            Long("target") => given.target = Some(parse_target(&parser.value()?.string()?)?),
            Long("lang") => {
                let code = parser.value()?.string()?;
                let language = Language::from_code(&code);
                given.language = Some(language.ok_or(UsageFault::Language(code))?);
            }
            Value(word) => given.words.push(word),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(given)
}

/// An R as it is shown, 0 to 100, as the share that it is.
fn parse_target(text: &str) -> Result<f64, UsageFault> {
    let found = text.parse::<f64>().ok();
    found
        .filter(|target| (0.0..=100.0).contains(target))
        .map(|target| target / 100.0)
        .ok_or_else(|| UsageFault::Target(text.to_owned()))
}

impl Target {
    fn of(path: PathBuf) -> Result<Self, UsageFault> {
        let is_workbook = path
            .extension()
            .is_some_and(|extension| extension.eq_ignore_ascii_case(EXTENSION));
        if is_csv_path(&path) {
            Ok(Self::ScoresCsv(path))
        } else if is_workbook {
            Ok(Self::Workbook(path))
        } else {
            Err(UsageFault::Ending(path))
        }
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        match self {
            Self::Workbook(path) | Self::ScoresCsv(path) => path,
        }
    }
}

impl Given {
    /// The one input of a headless command, after making sure nothing else was given.
    fn only_input(&self, command: &'static str) -> Result<Input, UsageFault> {
        if self.format.is_some() || self.out.is_some() || self.measure || self.weighs() {
            return Err(UsageFault::NotTaken(command));
        }
        match (&self.words[1..], self.demo) {
            ([], true) => Ok(Input::Demo),
            ([file], false) => Ok(Input::File(file.into())),
            ([], false) => Err(UsageFault::NoFile(command)),
            _ => Err(UsageFault::OneFile(command)),
        }
    }

    fn weighs(&self) -> bool {
        self.weights.is_some() || self.target.is_some()
    }

    fn window(self) -> Result<Invocation, UsageFault> {
        if self.format.is_some() || self.out.is_some() || self.weighs() {
            return Err(UsageFault::NoCommand);
        }
        let mut words = self.words.into_iter();
        let file = words.next().map(PathBuf::from);
        if words.next().is_some() || (file.is_some() && self.demo) {
            return Err(UsageFault::WindowOneFile);
        }
        Ok(Invocation::Window(Launch {
            file,
            content: if self.demo {
                Content::Demo
            } else {
                Content::Start
            },
            stay: if self.measure {
                Stay::MeasureStartup
            } else {
                Stay::Open
            },
            language: self.language,
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Invocation, UsageError> {
        parse(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn every_documented_line_is_understood() {
        assert_eq!(parsed(""), Ok(Invocation::Window(Launch::default())));
        assert!(matches!(
            parsed("--demo --measure-startup"),
            Ok(Invocation::Window(Launch {
                content: Content::Demo,
                stay: Stay::MeasureStartup,
                ..
            }))
        ));
        assert!(matches!(
            parsed("score a.csv --format json --lang zh"),
            Ok(Invocation::Score {
                format: Format::Json,
                language: Language::Chinese,
                ..
            })
        ));
        assert!(matches!(
            parsed("score a --json --target 62.5 --weights equal"),
            Ok(Invocation::Score {
                format: Format::Json,
                target: Some(target),
                weights: Some(_),
                ..
            }) if (target - 0.625).abs() < 1e-12
        ));
        assert!(matches!(
            parsed("rank --demo --json"),
            Ok(Invocation::Rank {
                format: Format::Json,
                weights: None,
                ..
            })
        ));
        assert!(matches!(
            parsed("check --demo"),
            Ok(Invocation::Check { .. })
        ));
        assert!(matches!(
            parsed("convert a.resonance --out b.csv"),
            Ok(Invocation::Convert { .. })
        ));
        assert!(matches!(
            parsed("--lang zh --help"),
            Ok(Invocation::Help(Language::Chinese))
        ));
        assert_eq!(parsed("-V"), Ok(Invocation::Version));
    }

    #[test]
    fn a_line_that_makes_no_sense_is_answered_in_the_language_it_asks_for() {
        for line in [
            "score --lang zh",
            "score a --format xml --lang=zh",
            "--lang zh --sing",
        ] {
            let language = parsed(line).map_err(|error| error.language);
            assert_eq!(language, Err(Language::Chinese), "{line}");
        }
        let unknown = parsed("score a --lang fr").map_err(|error| error.language);
        assert_eq!(unknown, Err(Language::English));
    }

    #[test]
    fn lines_that_make_no_sense_are_refused() {
        for line in [
            "score",
            "score a b",
            "score a --format xml",
            "score a --lang fr",
            "score a --out b",
            "score a --target 60",
            "score a --json --target 101",
            "score a --json --target NaN",
            "score a --weights",
            "score a --weights cost=1",
            "rank",
            "rank a b",
            "rank a --out b",
            "rank a --json --target 60",
            "check a --weights equal",
            "--weights equal",
            "check",
            "check a --demo",
            "convert a",
            "convert a --out b.xlsx",
            "convert a --out b",
            "--sing",
            "a b",
            "a --demo",
        ] {
            assert!(parsed(line).is_err(), "{line}");
        }
    }
}
