//! A page or a chart as an SVG picture.

use std::fmt::Write as _;

use quick_xml::escape::escape;
use skrifa::{
    FontRef, GlyphId, MetadataProvider,
    instance::{LocationRef, Size},
    outline::{DrawSettings, OutlinePen},
};

use super::{
    layout::Layouter,
    outline::{Colour, Outline, Step, outlines},
    pages::{Content, Face, Item, Page, Pages, Text},
    picture,
};
use crate::{
    chart::{Chart, Point},
    language::Language,
    theme::Tokens,
};

/// How texts stand in a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letters {
    /// As text in named fonts: it can be searched and changed, and looks as meant where the fonts are.
    Named,
    /// As outlines: it looks the same everywhere.
    Outlined,
}

/// A page as a picture, in points.
#[must_use]
pub fn page_svg(pages: &Pages, page: &Page, tokens: &Tokens, letters: Letters) -> String {
    let items: Vec<&Item> = page.all().collect();
    let words = [pages.about.title.clone()];
    written(
        &items,
        pages.size,
        &words,
        tokens,
        letters,
        pages.about.language,
    )
}

/// A chart as a picture on the ground of its theme, in the units in which it is drawn.
#[must_use]
pub fn chart_svg(
    layouter: &mut Layouter,
    chart: &Chart,
    size: (f32, f32),
    language: Language,
    tokens: &Tokens,
    letters: Letters,
) -> String {
    let items = layouter.chart(chart, language);
    let items: Vec<&Item> = items.iter().collect();
    written(&items, size, &chart.description, tokens, letters, language)
}

fn written(
    items: &[&Item],
    (width, height): (f32, f32),
    words: &[String],
    tokens: &Tokens,
    letters: Letters,
    language: Language,
) -> String {
    let code = match language {
        Language::English => "en",
        Language::Chinese => "zh-Hans",
    };
    let mut svg = Svg {
        text: String::new(),
        tokens,
        letters,
    };
    let _ = write!(
        svg.text,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" xml:lang=\"{code}\" role=\"img\"><desc>{}</desc>\
         <rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>",
        escaped(&words.join("\n")),
        svg.colour(Colour::Paper),
    );
    for item in items {
        svg.item(item);
    }
    svg.text + "</svg>\n"
}

struct Svg<'a> {
    text: String,
    tokens: &'a Tokens,
    letters: Letters,
}

impl Svg<'_> {
    fn colour(&self, colour: Colour) -> String {
        let colour = match colour {
            Colour::Ink(ink) => self.tokens.ink(ink),
            Colour::Paper => self.tokens.card,
        };
        format!("#{:02x}{:02x}{:02x}", colour.r(), colour.g(), colour.b())
    }

    fn item(&mut self, item: &Item) {
        match &item.content {
            Content::Text(text) if self.letters == Letters::Named => self.named(text),
            Content::Text(text) => self.outlined(text),
            Content::Shape(shape) => outlines(shape).iter().for_each(|one| self.outline(one)),
            Content::Picture { logo, corners } => {
                let Some(data) = picture::data_url(logo) else {
                    return;
                };
                let (x, y) = (corners.min.x, corners.min.y);
                let (width, height) = (corners.max.x - x, corners.max.y - y);
                let _ = write!(
                    self.text,
                    "<image x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" href=\"{data}\"/>"
                );
            }
            Content::Link { .. } => (),
        }
    }

    fn named(&mut self, text: &Text) {
        let family = if text.face.chinese() {
            "'Noto Sans SC', 'Noto Sans CJK SC', Inter, sans-serif"
        } else {
            "Inter, 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif"
        };
        let weight = if text.face.bold() { 700 } else { 400 };
        let _ = write!(
            self.text,
            "<text x=\"{:.3}\" y=\"{:.3}\" font-family=\"{family}\" font-size=\"{}\" \
             font-weight=\"{weight}\" fill=\"{}\" xml:space=\"preserve\">{}</text>",
            text.at.x,
            text.at.y,
            text.size,
            self.colour(Colour::Ink(text.ink)),
            escaped(&text.text),
        );
    }

    fn outlined(&mut self, text: &Text) {
        let Some(font) = font(text.face) else { return };
        let glyphs = font.outline_glyphs();
        let mut pen = Pen {
            path: String::new(),
            at: text.at,
        };
        let mut x = text.at.x;
        for glyph in &text.glyphs {
            pen.at = Point::new(x + glyph.offset.x, text.at.y + glyph.offset.y);
            x += glyph.advance;
            if let Some(outline) = glyphs.get(GlyphId::new(glyph.id)) {
                let size = Size::new(text.size);
                let settings = DrawSettings::unhinted(size, LocationRef::default());
                // A glyph that cannot be drawn is left out, as a screen would.
                let _ = outline.draw(settings, &mut pen);
            }
        }
        if !pen.path.is_empty() {
            let ink = self.colour(Colour::Ink(text.ink));
            let _ = write!(self.text, "<path d=\"{}\" fill=\"{ink}\"/>", pen.path);
        }
    }

    fn outline(&mut self, outline: &Outline) {
        self.text += "<path d=\"";
        for step in &outline.steps {
            let _ = match step {
                Step::Move(to) => write!(self.text, "M{:.3} {:.3}", to.x, to.y),
                Step::Line(to) => write!(self.text, "L{:.3} {:.3}", to.x, to.y),
                Step::Curve(one, two, to) => write!(
                    self.text,
                    "C{:.3} {:.3} {:.3} {:.3} {:.3} {:.3}",
                    one.x, one.y, two.x, two.y, to.x, to.y
                ),
                Step::Close => write!(self.text, "Z"),
            };
        }
        self.text += "\"";
        let fill = outline.fill.map_or_else(
            || " fill=\"none\"".to_owned(),
            |(colour, opacity)| {
                format!(
                    " fill=\"{}\"{}",
                    self.colour(colour),
                    faint("fill", opacity)
                )
            },
        );
        self.text += &fill;
        if let Some(edge) = &outline.edge {
            let _ = write!(
                self.text,
                " stroke=\"{}\" stroke-width=\"{:.3}\"{}",
                self.colour(edge.colour),
                edge.width,
                faint("stroke", edge.opacity)
            );
            if !edge.dashes.is_empty() {
                let lengths = edge.dashes.iter().map(|length| format!("{length:.3}"));
                let lengths: Vec<String> = lengths.collect();
                let _ = write!(self.text, " stroke-dasharray=\"{}\"", lengths.join(" "));
            }
        }
        self.text += "/>";
    }
}

fn faint(what: &str, opacity: f32) -> String {
    if opacity < 1.0 {
        format!(" {what}-opacity=\"{opacity:.3}\"")
    } else {
        String::new()
    }
}

fn font(face: Face) -> Option<FontRef<'static>> {
    FontRef::new(face.bytes()).ok()
}

/// A text that ends no element or attribute; what XML cannot hold is left out.
fn escaped(text: &str) -> String {
    let held =
        |one: &char| *one == '\n' || !(one.is_control() || matches!(one, '\u{fffe}' | '\u{ffff}'));
    escape(text.chars().filter(held).collect::<String>()).into_owned()
}

/// Writes the outlines of glyphs as one path, turned over: theirs go up, those of a page down.
struct Pen {
    path: String,
    at: Point,
}

impl Pen {
    fn step(&mut self, letter: char, places: &[(f32, f32)]) {
        self.path.push(letter);
        for (index, (x, y)) in places.iter().enumerate() {
            let blank = if index == 0 { "" } else { " " };
            let _ = write!(
                self.path,
                "{blank}{:.3} {:.3}",
                self.at.x + x,
                self.at.y - y
            );
        }
    }
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.step('M', &[(x, y)]);
    }
    fn line_to(&mut self, x: f32, y: f32) {
        self.step('L', &[(x, y)]);
    }
    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        self.step('Q', &[(cx0, cy0), (x, y)]);
    }
    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.step('C', &[(cx0, cy0), (cx1, cy1), (x, y)]);
    }
    fn close(&mut self) {
        self.path.push('Z');
    }
}
