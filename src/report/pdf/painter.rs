//! Paints pages on the surfaces of a PDF file.

use std::sync::OnceLock;

use egui::Color32;
use krilla::{
    action::LinkAction,
    annotation::{Annotation, LinkAnnotation, Target},
    color::rgb,
    destination::XyzDestination,
    geom::{PathBuilder, Point, Size, Transform},
    image::Image,
    num::NormalizedF32,
    page::Page as Sheet,
    paint::{Fill, Stroke, StrokeDash},
    surface::Surface,
    tagging::{Artifact, ArtifactType, ContentTag, SpanTag},
    text::{Font, GlyphId, KrillaGlyph},
};

use super::{
    error::PdfError,
    tags::{Tags, rect},
};
use crate::{
    language::Language,
    report::{
        outline::{Colour, Outline, Step, outlines},
        pages::{Bookmark, Content, Face, Item, LinkTarget, Page, Pages, Text},
    },
    theme::Tokens,
};

/// Paints the pages of one file.
pub struct Painter<'a> {
    pages: &'a Pages,
    tokens: &'a Tokens,
    fonts: &'static [Font],
}

/// What one stretch of content is marked as.
#[derive(Clone, Copy, PartialEq)]
enum Marked {
    Part(usize, Option<Language>),
    Decoration,
    Foot,
}

impl<'a> Painter<'a> {
    pub fn new(pages: &'a Pages, tokens: &'a Tokens) -> Result<Self, PdfError> {
        // Read once: the faces hold two megabytes.
        static FONTS: OnceLock<Vec<Font>> = OnceLock::new();
        let fonts = FONTS.get_or_init(|| {
            let fonts = Face::ALL.iter();
            fonts
                .filter_map(|face| Font::new(face.bytes().into(), 0))
                .collect()
        });
        if fonts.len() != Face::ALL.len() {
            return Err(PdfError::Face);
        }
        Ok(Self {
            pages,
            tokens,
            fonts,
        })
    }

    pub fn page(&self, page: &Page, sheet: &mut Sheet<'_>, tags: &mut Tags<'_>) {
        let mut surface = sheet.surface();
        let mut links = Vec::new();
        let mut open: Option<Marked> = None;
        let items = page.items.iter().map(|item| (item, false));
        for (item, foot) in items.chain(page.foot.iter().map(|item| (item, true))) {
            if let Content::Link { .. } = item.content {
                links.push(item);
                continue;
            }
            let marked = match item.part {
                _ if foot => Marked::Foot,
                Some(part) => Marked::Part(part, self.foreign(item)),
                None => Marked::Decoration,
            };
            if open != Some(marked) {
                if open.is_some() {
                    surface.end_tagged();
                }
                open = Some(marked);
                start(marked, &mut surface, tags);
            }
            self.item(item, &mut surface);
        }
        if open.is_some() {
            surface.end_tagged();
        }
        surface.finish();
        for link in links {
            self.link(link, sheet, tags);
        }
    }

    /// The language of a text, if it is not that of the whole.
    fn foreign(&self, item: &Item) -> Option<Language> {
        let Content::Text(text) = &item.content else {
            return None;
        };
        let own = if text.face.chinese() {
            Language::Chinese
        } else if text.text.chars().any(char::is_alphabetic) {
            Language::English
        } else {
            return None;
        };
        (own != self.pages.about.language).then_some(own)
    }

    fn item(&self, item: &Item, surface: &mut Surface<'_>) {
        match &item.content {
            Content::Text(text) => self.text(text, surface),
            Content::Shape(shape) => {
                for outline in outlines(shape) {
                    self.outline(&outline, surface);
                }
            }
            Content::Picture { logo, corners } => {
                let (width, height) =
                    (corners.max.x - corners.min.x, corners.max.y - corners.min.y);
                let whole =
                    logo.rgba.len() as u64 == u64::from(logo.width) * u64::from(logo.height) * 4;
                if let Some(size) = Size::from_wh(width, height)
                    && whole
                {
                    let image = Image::from_rgba8(logo.rgba.to_vec(), logo.width, logo.height);
                    surface
                        .push_transform(&Transform::from_translate(corners.min.x, corners.min.y));
                    surface.draw_image(image, size);
                    surface.pop();
                }
            }
            Content::Link { .. } => (),
        }
    }

    fn text(&self, text: &Text, surface: &mut Surface<'_>) {
        let Some(font) = self.fonts.get(text.face as usize) else {
            return;
        };
        let glyphs = text.glyphs.iter().map(|glyph| {
            KrillaGlyph::new(
                GlyphId::new(glyph.id),
                glyph.advance / text.size,
                glyph.offset.x / text.size,
                -glyph.offset.y / text.size,
                0.0,
                glyph.range.clone(),
                None,
            )
        });
        let glyphs: Vec<KrillaGlyph> = glyphs.collect();
        surface.set_stroke(None);
        surface.set_fill(Some(fill(self.tokens.ink(text.ink), 1.0)));
        let start = Point::from_xy(text.at.x, text.at.y);
        surface.draw_glyphs(start, &glyphs, font.clone(), &text.text, text.size, false);
    }

    fn outline(&self, outline: &Outline, surface: &mut Surface<'_>) {
        let mut path = PathBuilder::new();
        for step in &outline.steps {
            match step {
                Step::Move(to) => path.move_to(to.x, to.y),
                Step::Line(to) => path.line_to(to.x, to.y),
                Step::Curve(one, two, to) => {
                    path.cubic_to(one.x, one.y, two.x, two.y, to.x, to.y);
                }
                Step::Close => path.close(),
            }
        }
        let Some(path) = path.finish() else { return };
        let inside = outline.fill;
        surface.set_fill(inside.map(|(colour, opacity)| fill(self.colour(colour), opacity)));
        let stroke = outline.edge.as_ref().map(|edge| Stroke {
            paint: colour(self.colour(edge.colour)).into(),
            width: edge.width,
            opacity: share(edge.opacity),
            dash: (!edge.dashes.is_empty()).then(|| StrokeDash {
                array: edge.dashes.clone(),
                offset: 0.0,
            }),
            ..Stroke::default()
        });
        surface.set_stroke(stroke);
        if inside.is_some() || outline.edge.is_some() {
            surface.draw_path(&path);
        }
    }

    fn colour(&self, colour: Colour) -> Color32 {
        match colour {
            Colour::Ink(ink) => self.tokens.ink(ink),
            Colour::Paper => self.tokens.card,
        }
    }

    fn link(&self, item: &Item, sheet: &mut Sheet<'_>, tags: &mut Tags<'_>) {
        let Content::Link { corners, to } = &item.content else {
            return;
        };
        let target = match to {
            LinkTarget::Address(address) => {
                let action = LinkAction::new(address.clone());
                Some((Target::Action(action.into()), address.clone()))
            }
            LinkTarget::Heading(index) => self.pages.outline.get(*index).map(|mark| {
                let target = Target::Destination(place(mark).into());
                (target, mark.text.clone())
            }),
        };
        if let (Some((target, words)), Some(rect), Some(part)) = (target, rect(*corners), item.part)
        {
            let link = LinkAnnotation::new(rect, target);
            let annotation = Annotation::new_link(link, Some(words));
            tags.add(part, sheet.add_tagged_annotation(annotation));
        }
    }
}

/// The code of a language in a file.
pub const fn code(language: Language) -> &'static str {
    match language {
        Language::English => "en",
        Language::Chinese => "zh-Hans",
    }
}

/// The place of a heading in the file.
pub fn place(mark: &Bookmark) -> XyzDestination {
    // A little above, so that it does not stick to the edge of the window.
    XyzDestination::new(mark.page, Point::from_xy(0.0, (mark.top - 8.0).max(0.0)))
}

fn start(marked: Marked, surface: &mut Surface<'_>, tags: &mut Tags<'_>) {
    match marked {
        Marked::Part(part, language) => {
            let tag = match language {
                Some(language) => {
                    ContentTag::Span(SpanTag::empty().with_lang(Some(code(language))))
                }
                None => ContentTag::Other,
            };
            tags.add(part, surface.start_tagged(tag));
        }
        Marked::Decoration => artifact(ArtifactType::Layout, surface),
        Marked::Foot => artifact(ArtifactType::Footer, surface),
    }
}

fn artifact(kind: ArtifactType, surface: &mut Surface<'_>) {
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
}

fn fill(ink: Color32, opacity: f32) -> Fill {
    Fill {
        paint: colour(ink).into(),
        opacity: share(opacity),
        ..Fill::default()
    }
}

fn colour(ink: Color32) -> rgb::Color {
    rgb::Color::new(ink.r(), ink.g(), ink.b())
}

fn share(opacity: f32) -> NormalizedF32 {
    NormalizedF32::new(opacity.clamp(0.0, 1.0)).unwrap_or(NormalizedF32::ONE)
}
