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
    html::html,
    layout::Layouter,
    markdown::markdown,
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
    theme::{ThemeName, Themes},
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
    /// Whether the same reports come of both; a facilitator's mark is not looked at.
    #[must_use]
    pub fn same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.workbook, &other.workbook)
            && (self.kind, self.paper) == (other.kind, other.paper)
            && (&self.languages, &self.scope, &self.today)
                == (&other.languages, &other.scope, &other.today)
            && self.facilitator.name == other.facilitator.name
            && self.facilitator.contact == other.facilitator.contact
    }

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
        let mut files = Files {
            layouter: Layouter::new(),
            written: Written::default(),
            themes: Themes::built_in().map_err(|error| unwritable(&error))?,
            paper: self.paper,
            format,
        };
        match destination {
            Destination::File(path) => {
                let mut all = Vec::new();
                for (done, part) in self.parts().iter().enumerate() {
                    if told(done).is_break() {
                        return Ok(files.written);
                    }
                    all.extend(self.reports(part));
                }
                files.write(&all, path)?;
            }
            Destination::Folder(folder, names) => {
                for (done, (part, name)) in self.parts().iter().zip(names).enumerate() {
                    if told(done).is_break() {
                        break;
                    }
                    let path = folder.join(format!("{name}.{}", format.ending()));
                    files.write(&self.reports(part), &path)?;
                }
            }
        }
        Ok(files.written)
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

fn unwritable(error: &dyn std::error::Error) -> SaveError {
    SaveError::Unwritable {
        reason: error.to_string(),
    }
}

/// Files being written.
struct Files {
    layouter: Layouter,
    written: Written,
    themes: &'static Themes,
    paper: Paper,
    format: Format,
}

impl Files {
    /// Writes reports that belong together: one file, or one for each page or report, with numbers where there are
    /// several.
    fn write(&mut self, reports: &[Report], path: &Path) -> Result<(), SaveError> {
        let light = self.themes.get(ThemeName::Light);
        match self.format {
            Format::Pdf => {
                if let Some(pages) = Pages::joined(self.pages(reports)) {
                    let bytes = pdf(&pages, light).map_err(|error| unwritable(&error))?;
                    self.put(path.to_owned(), &bytes)?;
                }
            }
            Format::Html | Format::Markdown => {
                let tokens = [light, self.themes.get(ThemeName::Dark)];
                for (index, report) in reports.iter().enumerate() {
                    let measure = self.layouter.measure();
                    let text = match self.format {
                        Format::Html => html(report, measure, tokens),
                        _ => markdown(report, measure),
                    };
                    self.put(numbered(path, index, reports.len()), text.as_bytes())?;
                }
            }
            Format::Png | Format::Svg => {
                let all = self.pages(reports);
                let count: usize = all.iter().map(|pages| pages.pages.len()).sum();
                let each = all
                    .iter()
                    .flat_map(|pages| pages.pages.iter().map(move |page| (pages, page)));
                for (index, (pages, page)) in each.enumerate() {
                    let bytes = if self.format == Format::Svg {
                        page_svg(pages, page, light, Letters::Named).into_bytes()
                    } else {
                        let svg = page_svg(pages, page, light, Letters::Outlined);
                        png(&svg, PAGE_SCALE).map_err(|error| unwritable(&error))?
                    };
                    self.put(numbered(path, index, count), &bytes)?;
                }
            }
        }
        Ok(())
    }

    fn pages(&mut self, reports: &[Report]) -> Vec<Pages> {
        let pages: Vec<Pages> = reports
            .iter()
            .map(|report| self.layouter.pages(report, self.paper))
            .collect();
        for one in &pages {
            self.written.unprintable.extend(&one.unprintable);
        }
        pages
    }

    fn put(&mut self, path: PathBuf, bytes: &[u8]) -> Result<(), SaveError> {
        export_bytes(&path, bytes)?;
        self.written.files.push(path);
        Ok(())
    }
}

/// The path of one of so many files: with its number before the ending where there are several.
fn numbered(path: &Path, index: usize, count: usize) -> PathBuf {
    if count == 1 {
        return path.to_owned();
    }
    let text = |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_owned();
    let mut name = text(path.file_stem());
    name.push(format!("-{}.", index + 1));
    name.push(text(path.extension()));
    path.with_file_name(name)
}
