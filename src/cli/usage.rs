//! A command line that makes no sense, as a sentence in the language it asks for.

use std::{ffi::OsString, path::PathBuf};

use crate::{
    i18n::Language,
    model::{Factor, WeightsError},
    storage::{shortened, shown_path},
};

/// A command line that makes no sense.
#[derive(Clone, Debug, PartialEq)]
pub struct UsageError {
    /// What is wrong with it.
    pub fault: UsageFault,
    /// The language it asks for.
    pub language: Language,
}

/// What is wrong with a command line.
#[derive(Clone, Debug, PartialEq)]
pub enum UsageFault {
    /// There is no such option.
    UnknownOption(String),
    /// An option without its value.
    NoValue(String),
    /// An option that takes none has a value.
    ValueTooMany(String),
    /// A word that belongs nowhere.
    Unexpected(String),
    /// A word that is no UTF-8 text, as far as it can be shown.
    NotText(String),
    /// Not a format.
    Format(String),
    /// Not a language of the program.
    Language(String),
    /// Not an R from 0 to 100.
    Target(String),
    /// A target for a table, which has no paths.
    TargetOfTable,
    /// Not weights.
    Weights(WeightsFault),
    /// Not a report.
    Kind(String),
    /// Not a size of paper.
    Size(String),
    /// Not a language of reports.
    ReportLanguage(String),
    /// One firm and all of them.
    AllOrOne,
    /// `report` without a file or folder to write.
    NoReportOutput,
    /// A file to write whose ending is no format, and which is no folder.
    ReportEnding(PathBuf),
    /// `convert` without a file to write.
    NoOutput,
    /// A file to write whose ending says nothing.
    Ending(PathBuf),
    /// An option that the command does not take.
    NotTaken(&'static str),
    /// A command without its file.
    NoFile(&'static str),
    /// A command with more than one file.
    OneFile(&'static str),
    /// Options of commands without a command.
    NoCommand,
    /// More than one file for the window.
    WindowOneFile,
}

/// What is wrong with weights.
#[derive(Clone, Debug, PartialEq)]
pub enum WeightsFault {
    /// Neither `equal` nor a factor with its points.
    NoPoints(String),
    /// Not the code of a factor.
    NoFactor(String),
    /// Points that are no number.
    NoNumber {
        /// Code of the factor.
        factor: &'static str,
        /// What stands there.
        points: String,
    },
    /// A factor that is there twice.
    Twice(&'static str),
    /// Factors that are forgotten.
    Forgotten(Vec<Factor>),
    /// Numbers that cannot serve as weights.
    Numbers(WeightsError),
}

impl From<lexopt::Error> for UsageFault {
    fn from(error: lexopt::Error) -> Self {
        use lexopt::Error as Wrong;
        let text = |word: OsString| word.to_string_lossy().into_owned();
        match error {
            Wrong::UnexpectedOption(option) => Self::UnknownOption(option),
            Wrong::MissingValue { option } => Self::NoValue(option.unwrap_or_default()),
            Wrong::UnexpectedValue { option, .. } => Self::ValueTooMany(option),
            Wrong::NonUnicodeValue(word) => Self::NotText(text(word)),
            Wrong::UnexpectedArgument(word) => Self::Unexpected(text(word)),
            Wrong::ParsingFailed { value, .. } => Self::Unexpected(value),
            Wrong::Custom(error) => Self::Unexpected(error.to_string()),
        }
    }
}

impl UsageError {
    /// The sentence, with where to read on.
    #[must_use]
    pub fn sentence(&self) -> String {
        let language = self.language;
        language.cli_usage(&self.fault.sentence(language))
    }
}

impl UsageFault {
    fn sentence(&self, language: Language) -> String {
        match self {
            Self::UnknownOption(option) => language.usage_unknown_option(&shortened(option)),
            Self::NoValue(option) => language.usage_no_value(&shortened(option)),
            Self::ValueTooMany(option) => language.usage_value_too_many(&shortened(option)),
            Self::Unexpected(word) => language.usage_unexpected(&shortened(word)),
            Self::NotText(word) => language.usage_not_text(&shortened(word)),
            Self::Format(found) => language.usage_format(&shortened(found)),
            Self::Language(found) => language.usage_language(&shortened(found)),
            Self::Target(found) => language.usage_target(&shortened(found)),
            Self::TargetOfTable => language.usage_target_of_table().to_owned(),
            Self::Weights(fault) => language.usage_weights(&fault.sentence(language)),
            Self::Kind(found) => language.usage_kind(&shortened(found)),
            Self::Size(found) => language.usage_size(&shortened(found)),
            Self::ReportLanguage(found) => language.usage_report_language(&shortened(found)),
            Self::AllOrOne => language.usage_all_or_one().to_owned(),
            Self::NoReportOutput => language.usage_no_report_output().to_owned(),
            Self::ReportEnding(path) => language.usage_report_ending(&shown_path(path)),
            Self::NoOutput => language.usage_no_output().to_owned(),
            Self::Ending(path) => language.usage_ending(&shown_path(path)),
            Self::NotTaken(command) => language.usage_not_taken(command),
            Self::NoFile(command) => language.usage_no_file(command),
            Self::OneFile(command) => language.usage_one_file(command),
            Self::NoCommand => language.usage_no_command().to_owned(),
            Self::WindowOneFile => language.usage_window_one_file().to_owned(),
        }
    }
}

impl WeightsFault {
    fn sentence(&self, language: Language) -> String {
        let list = |factors: &[Factor]| {
            let codes: Vec<&str> = factors.iter().map(|factor| factor.code()).collect();
            language.quoted(&codes.join(", "))
        };
        match self {
            Self::NoPoints(part) => language.usage_no_points(&shortened(part)),
            Self::NoFactor(found) => {
                language.usage_no_factor(&shortened(found), &list(&Factor::ALL))
            }
            Self::NoNumber { factor, points } => {
                language.usage_no_number(factor, &shortened(points))
            }
            Self::Twice(factor) => language.usage_twice(factor),
            Self::Forgotten(factors) => language.usage_forgotten(&list(factors)),
            Self::Numbers(error) => error.sentence(language),
        }
    }
}
