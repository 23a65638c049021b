//! What a chosen file is for, one row each: the dialog's title and the kinds of file.

use crate::{i18n::Language, report::Format, storage::EXTENSION};

/// What a chosen path is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileJob {
    /// Opening a workbook or a scores CSV.
    Open,
    /// Merging another workbook in.
    Merge,
    /// Taking a table of scores in.
    ImportTable,
    /// Saving the workbook.
    Save,
    /// Writing the scores as CSV.
    ExportCsv,
    /// The same of the enterprises selected in the portfolio.
    ExportSelected,
    /// Writing the response form of the selected round.
    ExportForm,
    /// The same with every indicator.
    ExportFullForm,
    /// The same to be printed.
    ExportPaper,
    /// Writing a chart as a picture.
    SavePicture,
    /// Writing reports into one file.
    ExportReport(Format),
    /// Writing a report a firm into a folder.
    ExportReports,
    /// Looking for the facilitator's mark.
    ChooseMark,
}

/// All that is to be known of a job.
pub struct FileJobSpec {
    /// The title of the dialog.
    pub title: fn(Language) -> &'static str,
    /// Extensions of the files it is about; the first one is given to a file that is written and has none of them.
    pub kinds: &'static [&'static str],
    /// Whether a file is read or written.
    pub direction: Direction,
}

/// Whether a file is read or written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// It is read.
    Read,
    /// It is written.
    Write,
    /// It is a folder that files are written into.
    WriteInto,
}

const DOCUMENTS: &[&str] = &[EXTENSION, "csv", "txt", "tsv", "xlsx", "xls", "ods"];
const MARKS: &[&str] = &["png", "jpg", "jpeg", "svg"];
const TABLES: &[&str] = &["xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "tsv", "txt"];

impl FileJob {
    /// The row of the job.
    #[must_use]
    pub const fn spec(self) -> FileJobSpec {
        use Direction::{Read, Write, WriteInto};
        let (title, kinds, direction): (fn(Language) -> &'static str, &[&str], _) = match self {
            Self::Open => (Language::path_open_title, DOCUMENTS, Read),
            Self::Merge => (Language::merge_path_title, DOCUMENTS, Read),
            Self::ImportTable => (Language::table_path_title, TABLES, Read),
            Self::Save => (Language::path_save_title, &[EXTENSION], Write),
            Self::ExportCsv | Self::ExportSelected => {
                (Language::path_export_title, &["csv"], Write)
            }
            Self::ExportForm | Self::ExportFullForm | Self::ExportPaper => {
                (Language::path_form_title, &["html"], Write)
            }
            Self::ExportReport(format) => (Language::path_report_title, kinds_of(format), Write),
            Self::ExportReports => (Language::path_reports_title, &[], WriteInto),
            Self::ChooseMark => (Language::report_choose_mark, MARKS, Read),
            Self::SavePicture => (Language::path_picture_title, &["png", "svg"], Write),
        };
        FileJobSpec {
            title,
            kinds,
            direction,
        }
    }
}

/// The endings of reports of a format.
const fn kinds_of(format: Format) -> &'static [&'static str] {
    match format {
        Format::Pdf => &["pdf"],
        Format::Html => &["html", "htm"],
        Format::Markdown => &["md"],
        Format::Png => &["png"],
        Format::Svg => &["svg"],
    }
}
