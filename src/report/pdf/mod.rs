//! Pages as a PDF file: PDF/UA-1 and PDF/A-2a at once, the same bytes for the same pages.

mod error;
mod painter;
mod tags;

pub use error::PdfError;

use krilla::{
    Document, SerializeSettings,
    configure::{Accessibility, Archival, ConfigurationBuilder},
    geom::Point,
    metadata::{DateTime, Metadata},
    outline::{Outline, OutlineNode},
    page::PageSettings,
};

use self::{
    painter::{Painter, code},
    tags::Tags,
};
use super::pages::{About, Bookmark, Pages};
use crate::theme::Tokens;

/// The bytes of a file of all pages.
///
/// # Errors
/// When the writer refuses; the standards' rules are kept by what the layout makes.
pub fn pdf(pages: &Pages, tokens: &Tokens) -> Result<Vec<u8>, PdfError> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| PdfError::Refused(format!("{error:?}")))?;
    let mut document = Document::new_with(SerializeSettings {
        configuration,
        ..SerializeSettings::default()
    });
    let mut tags = Tags::new(&pages.parts);
    let painter = Painter::new(pages, tokens)?;
    for page in &pages.pages {
        let settings = PageSettings::from_wh(pages.size.0, pages.size.1)
            .ok_or_else(|| PdfError::Refused("a page without a size".to_owned()))?;
        let mut sheet = document.start_page_with(settings);
        painter.page(page, &mut sheet, &mut tags);
    }
    document.set_tag_tree(tags.tree());
    document.set_outline(outline(pages));
    document.set_metadata(metadata(pages));
    document
        .finish()
        .map_err(|error| PdfError::Refused(format!("{error:?}")))
}

/// A title, without which no file is accessible.
fn title(pages: &Pages) -> String {
    let words = [&pages.about.title].into_iter();
    let mut words = words.chain(pages.outline.iter().map(|mark| &mark.text));
    let title = words.find(|words| !words.trim().is_empty());
    title.map_or_else(|| "Resonance".to_owned(), Clone::clone)
}

fn metadata(pages: &Pages) -> Metadata {
    let About {
        author,
        subject,
        language,
        date,
        ..
    } = &pages.about;
    let mut metadata = Metadata::new()
        .title(title(pages))
        .description(subject.clone())
        .creator("Resonance".to_owned())
        .language(code(*language).to_owned())
        .creation_date(day(date));
    if !author.trim().is_empty() {
        metadata = metadata.authors(vec![author.clone()]);
    }
    metadata
}

/// A day like `2026-11-26` at midnight; of another text what can be read of it.
fn day(date: &str) -> DateTime {
    let mut numbers = date.split('-').map(str::parse::<u16>);
    let mut next = |otherwise| numbers.next().and_then(Result::ok).unwrap_or(otherwise);
    let (year, month, day) = (next(2000), next(1), next(1));
    let small = |number: u16| u8::try_from(number).unwrap_or(1);
    DateTime::new(year)
        .month(small(month))
        .day(small(day))
        .hour(0)
        .minute(0)
        .second(0)
        .utc_offset_hour(0)
        .utc_offset_minute(0)
}

fn outline(pages: &Pages) -> Outline {
    let mut outline = Outline::new();
    let mut rest = pages.outline.as_slice();
    while let Some(node) = node(&mut rest) {
        outline.push_child(node);
    }
    if pages.outline.is_empty() {
        let at = krilla::destination::XyzDestination::new(0, Point::from_xy(0.0, 0.0));
        outline.push_child(OutlineNode::new(title(pages), at));
    }
    outline
}

/// The first heading with all that are deeper behind it.
fn node(rest: &mut &[Bookmark]) -> Option<OutlineNode> {
    let (first, behind) = rest.split_first()?;
    *rest = behind;
    let mut made = OutlineNode::new(first.text.clone(), painter::place(first));
    while rest.first().is_some_and(|next| next.level > first.level) {
        if let Some(child) = node(rest) {
            made.push_child(child);
        }
    }
    Some(made)
}
