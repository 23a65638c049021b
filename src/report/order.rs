//! Reports as they are ordered: by the window or the command line, for a preview or for files.

use std::{
    collections::BTreeSet,
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    choices::Format,
    contents::{Chosen, Facilitator, ReportKind, Scope, Source, build},
    layout::Layouter,
    pages::{Pages, Paper},
    pdf::pdf,
    picture::{PictureError, logo, png},
    svg::{Letters, page_svg},
    tree::{Logo, Report},
};
use crate::{
    analysis::Settings,
    i18n::Language,
    knowledge::Knowledge,
    model::Workbook,
    storage::{SaveError, export_bytes, read_bytes},
    theme::{ThemeName, Themes, Tokens},
};

/// Pixels of a picture for each point of paper: 144 to an inch.
const PAGE_SCALE: f32 = 2.0;
/// The most bytes that are read of a mark's file; more is refused as too large.
const MARK_BYTES: u64 = 5 << 20;

/// All that reports are made from; it can go to a thread.
#[derive(Clone, Debug)]
pub struct Order {
    /// The workbook.
    pub workbook: Arc<Workbook>,
    /// The presets.
    pub knowledge: Arc<Knowledge>,
    /// Which report.
    pub kind: ReportKind,
    /// Its languages; of two, one follows the other.
    pub languages: Vec<Language>,
    /// Whose.
    pub scope: Scope,
    /// The size of its pages.
    pub paper: Paper,
    /// The day it is of, `YYYY-MM-DD`.
    pub today: String,
    /// Who hands it out.
    pub facilitator: Facilitator,
}

/// Where reports are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// All into one file (and more beside it where every page is a file).
    File(PathBuf),
    /// One file a firm into a folder, of these names without ending, in order.
    Folder(PathBuf, Vec<String>),
}

/// What was written.
#[derive(Debug, Default)]
pub struct Written {
    /// The files, in order.
    pub files: Vec<PathBuf>,
    /// Characters that no bundled face has.
    pub unprintable: BTreeSet<char>,
}

impl Order {
    /// The reports that stand for themselves: one for each firm, or one for all of them.
    #[must_use]
    pub fn parts(&self) -> Vec<Scope> {
        if self.kind.by_firm() {
            let firms = self.scope.0.iter();
            firms.map(|chosen: &Chosen| Scope(vec![*chosen])).collect()
        } else {
            vec![self.scope.clone()]
        }
    }

    /// The reports of a part of the scope, in all languages.
    #[must_use]
    pub fn reports(&self, scope: &Scope) -> Vec<Report> {
        let languages = self.languages.iter();
        let reports = languages.flat_map(|language| {
            let source = Source {
                workbook: &self.workbook,
                knowledge: &self.knowledge,
                language: *language,
                settings: Settings::of(&self.workbook),
                today: &self.today,
                facilitator: &self.facilitator,
            };
            build(self.kind, &source, scope)
        });
        reports.collect()
    }

    /// The pages of a part of the scope, report by report; none where there is nobody to report of.
    #[must_use]
    pub fn pages(&self, layouter: &mut Layouter, scope: &Scope) -> Vec<Pages> {
        let reports = self.reports(scope);
        let pages = reports.iter().map(|one| layouter.pages(one, self.paper));
        pages.collect()
    }

    /// Writes the files; `told` hears before each firm how many are done, and may break it off. Each file is whole
    /// or not there.
    ///
    /// # Errors
    /// Where a file cannot be made or written; those written before stay.
    pub fn write(
        &self,
        format: Format,
        destination: &Destination,
        mut told: impl FnMut(usize) -> ControlFlow<()>,
    ) -> Result<Written, SaveError> {
        let mut layouter = Layouter::new();
        let mut written = Written::default();
        let tokens = paper_tokens()?;
        match destination {
            Destination::File(path) => {
                let mut all = Vec::new();
                for (done, part) in self.parts().iter().enumerate() {
                    if told(done).is_break() {
                        return Ok(written);
                    }
                    all.extend(self.pages(&mut layouter, part));
                }
                write_pages(&mut written, all, format, path, tokens)?;
            }
            Destination::Folder(folder, names) => {
                for (done, (part, name)) in self.parts().iter().zip(names).enumerate() {
                    if told(done).is_break() {
                        break;
                    }
                    let pages = self.pages(&mut layouter, part);
                    let path = folder.join(format!("{name}.{}", format.ending()));
                    write_pages(&mut written, pages, format, &path, tokens)?;
                }
            }
        }
        Ok(written)
    }
}

/// The facilitator's mark from its file, called by its file's name.
///
/// # Errors
/// Where the file cannot be read or holds no such picture.
pub fn mark_of_file(path: &Path) -> Result<Logo, PictureError> {
    let bytes = read_bytes(path, MARK_BYTES).ok_or(PictureError::Unreadable)?;
    let name = path.file_stem().unwrap_or_default();
    logo(&bytes, name.to_string_lossy())
}

impl PictureError {
    /// Why the facilitator's mark is not on a report.
    #[must_use]
    pub const fn sentence(self, language: Language) -> &'static str {
        match self {
            Self::Unreadable => language.mark_unreadable(),
            Self::TooLarge => language.mark_too_large(),
            Self::Letters => language.mark_letters(),
        }
    }
}

/// The colours of paper, whatever theme is on screen.
fn paper_tokens() -> Result<&'static Tokens, SaveError> {
    let themes = Themes::built_in().map_err(|error| unwritable(&error))?;
    Ok(themes.get(ThemeName::Light))
}

fn unwritable(error: &dyn std::error::Error) -> SaveError {
    SaveError::Unwritable {
        reason: error.to_string(),
    }
}

fn write_pages(
    written: &mut Written,
    reports: Vec<Pages>,
    format: Format,
    path: &Path,
    tokens: &Tokens,
) -> Result<(), SaveError> {
    for pages in &reports {
        written.unprintable.extend(&pages.unprintable);
    }
    if !format.by_page() {
        if let Some(pages) = Pages::joined(reports) {
            let bytes = pdf(&pages, tokens).map_err(|error| unwritable(&error))?;
            export_bytes(path, &bytes)?;
            written.files.push(path.to_owned());
        }
        return Ok(());
    }
    let count: usize = reports.iter().map(|pages| pages.pages.len()).sum();
    let each = reports
        .iter()
        .flat_map(|pages| pages.pages.iter().map(move |page| (pages, page)));
    for (index, (pages, page)) in each.enumerate() {
        let bytes = match format {
            Format::Svg => page_svg(pages, page, tokens, Letters::Named).into_bytes(),
            Format::Png | Format::Pdf => {
                let svg = page_svg(pages, page, tokens, Letters::Outlined);
                png(&svg, PAGE_SCALE).map_err(|error| unwritable(&error))?
            }
        };
        let path = if count == 1 {
            path.to_owned()
        } else {
            numbered(path, index + 1)
        };
        export_bytes(&path, &bytes)?;
        written.files.push(path);
    }
    Ok(())
}

/// A path with a number before its ending.
fn numbered(path: &Path, number: usize) -> PathBuf {
    let text = |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_owned();
    let mut name = text(path.file_stem());
    name.push(format!("-{number}."));
    name.push(text(path.extension()));
    path.with_file_name(name)
}
