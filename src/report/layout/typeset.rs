//! Text into lines of glyphs, by parley and the bundled faces alone.

use std::{borrow::Cow, cell::RefCell, collections::BTreeSet, ops::Range, sync::Arc};

use parley::{
    FontContext, FontFamily, FontFamilyName, Layout, LayoutContext, LineHeight, OverflowWrap,
    StyleProperty,
    fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, SourceCache},
};

use super::coverage::{Coverage, follows_neighbour, is_chinese};
use crate::{
    chart::{Ink, Point, TextMeasure, TextRole},
    language::Language,
    report::pages::{Face, Glyph, Text},
};

/// Above and below the baseline, in ems: those of the Latin face, for all, so that lines stand evenly.
const ASCENT: f32 = 0.969;
const DESCENT: f32 = 0.241;
/// Parley counts the bytes of a run in 16 bits.
const LONGEST: usize = 16_000;

/// Text of one look.
#[derive(Clone, Debug)]
pub struct Piece {
    pub text: String,
    pub strong: bool,
    pub ink: Ink,
    /// An address that it leads to.
    pub link: Option<String>,
}

/// The size of type and the distance of lines.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    pub size: f32,
    pub leading: f32,
}

/// A line, from its top left corner.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// Its runs, each with the number of its piece.
    pub runs: Vec<(usize, Text)>,
    /// How wide it is without the blank at its end.
    pub width: f32,
}

/// Sets text in lines; keeps what it knows of the faces.
pub struct Typesetter {
    fonts: FontContext,
    layouts: LayoutContext<usize>,
    faces: Vec<(u64, Face)>,
    /// The measure of charts, and what it knows of the faces.
    pub measure: PaperMeasure,
    /// What could not be printed so far.
    pub unprintable: BTreeSet<char>,
    language: Language,
}

impl Typesetter {
    pub fn new() -> Self {
        let options = CollectionOptions {
            shared: false,
            system_fonts: false,
        };
        let mut fonts = FontContext {
            collection: Collection::new(options),
            source_cache: SourceCache::default(),
        };
        let mut faces = Vec::new();
        for face in Face::ALL {
            let blob = Blob::new(Arc::new(face.bytes()));
            faces.push((blob.id(), face));
            let name = FontInfoOverride {
                family_name: Some(family(face)),
                weight: Some(parley::FontWeight::NORMAL),
                ..FontInfoOverride::default()
            };
            fonts.collection.register_fonts(blob, Some(name));
        }
        Self {
            fonts,
            layouts: LayoutContext::new(),
            faces,
            measure: PaperMeasure(RefCell::new(Coverage::new())),
            unprintable: BTreeSet::new(),
            language: Language::English,
        }
    }

    /// Begins a report: its language, and nothing unprintable yet.
    pub fn begin(&mut self, language: Language) {
        self.language = language;
        self.unprintable.clear();
    }

    /// Pieces one behind another in lines of a width; none of an empty text.
    pub fn lines(&mut self, pieces: &[Piece], size: Size, width: f32) -> Vec<Line> {
        let mut text = String::new();
        let mut ranges = Vec::new();
        for piece in pieces {
            let from = text.len();
            let coverage = self.measure.0.get_mut();
            text += &coverage.printable(&piece.text, &mut self.unprintable);
            ranges.push(from..text.len());
        }
        if text.trim().is_empty() {
            return Vec::new();
        }
        let mut lines = Vec::new();
        for part in parts(&text) {
            let inside = |range: &Range<usize>| {
                let clamp = |at: usize| at.clamp(part.start, part.end) - part.start;
                clamp(range.start)..clamp(range.end)
            };
            let ranges: Vec<Range<usize>> = ranges.iter().map(inside).collect();
            self.set(&text[part], pieces, &ranges, size, width, &mut lines);
        }
        lines
    }

    /// A text on one line, however wide; none of an empty text.
    pub fn line(&mut self, piece: Piece, size: Size) -> Option<Line> {
        self.lines(&[piece], size, f32::INFINITY).into_iter().next()
    }

    fn set(
        &mut self,
        text: &str,
        pieces: &[Piece],
        ranges: &[Range<usize>],
        size: Size,
        width: f32,
        lines: &mut Vec<Line>,
    ) {
        let mut builder = self
            .layouts
            .ranged_builder(&mut self.fonts, text, 1.0, false);
        builder.push_default(StyleProperty::FontSize(size.size));
        builder.push_default(LineHeight::Absolute(size.leading));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        let language = match self.language {
            Language::English => "en",
            Language::Chinese => "zh-Hans",
        };
        builder.push_default(StyleProperty::Locale(
            parley::Language::parse(language).ok(),
        ));
        for (index, (piece, range)) in pieces.iter().zip(ranges).enumerate() {
            builder.push(StyleProperty::Brush(index), range.clone());
            builder.push(stack(piece.strong, false), range.clone());
            for chinese in chinese_marks(text, range.clone()) {
                builder.push(stack(piece.strong, true), chinese);
            }
        }
        let mut layout: Layout<usize> = builder.build(text);
        broken(&mut layout, width);
        let faces = &self.faces;
        for line in layout.lines() {
            let metrics = line.metrics();
            let mut set = Line {
                runs: Vec::new(),
                width: metrics.advance - metrics.trailing_whitespace,
            };
            let mut x = 0.0;
            for run in line.runs() {
                let id = run.font().data.id();
                let face = faces.iter().find(|(known, _)| *known == id);
                let face = face.map_or(Face::Latin, |(_, face)| *face);
                for cluster in run.visual_clusters() {
                    let piece = cluster.first_style().brush;
                    let range = cluster.text_range();
                    let ink = pieces.get(piece).map_or(Ink::Text, |piece| piece.ink);
                    let goes_on = set
                        .runs
                        .last()
                        .is_some_and(|(last, text)| *last == piece && text.face == face);
                    if !goes_on {
                        let at = Point::new(x, baseline(size));
                        set.runs.push((piece, begun(at, face, size.size, ink)));
                    }
                    let Some((_, run)) = set.runs.last_mut() else {
                        continue;
                    };
                    let from = run.text.len();
                    run.text += &text[range];
                    let range = from..run.text.len();
                    let mut glyphs = cluster.glyphs().peekable();
                    if glyphs.peek().is_none()
                        && let Some(last) = run.glyphs.last_mut()
                    {
                        // A ligature goes on.
                        last.range.end = range.end;
                    }
                    for glyph in glyphs {
                        run.glyphs.push(Glyph {
                            id: glyph.id,
                            offset: Point::new(glyph.x, -glyph.y),
                            advance: glyph.advance,
                            range: range.clone(),
                        });
                        run.width += glyph.advance;
                        x += glyph.advance;
                    }
                }
            }
            lines.push(set);
        }
    }
}

/// Breaks a text into lines; a last line of a single word or character is given company if that costs no line.
fn broken(layout: &mut Layout<usize>, width: f32) {
    if !width.is_finite() {
        layout.break_all_lines(None);
        return;
    }
    layout.break_all_lines(Some(width + 0.01));
    let count = layout.len();
    let last = |layout: &Layout<usize>| {
        let last = layout
            .len()
            .checked_sub(1)
            .and_then(|index| layout.get(index));
        last.map_or(0.0, |line| line.metrics().advance)
    };
    if count < 2 || last(layout) > width * 0.2 {
        return;
    }
    for narrower in [0.96, 0.92, 0.88, 0.84, 0.8] {
        layout.break_all_lines(Some(width * narrower));
        if layout.len() > count {
            break;
        }
        if last(layout) > width * 0.2 {
            return;
        }
    }
    layout.break_all_lines(Some(width + 0.01));
}

/// The baseline of a line under its top.
pub fn baseline(size: Size) -> f32 {
    f32::midpoint(size.leading, (ASCENT - DESCENT) * size.size)
}

fn begun(at: Point, face: Face, size: f32, ink: Ink) -> Text {
    Text {
        at,
        width: 0.0,
        text: String::new(),
        face,
        size,
        ink,
        glyphs: Vec::new(),
    }
}

const fn family(face: Face) -> &'static str {
    match face {
        Face::Latin => "Latin",
        Face::LatinBold => "Latin Bold",
        Face::Chinese => "Chinese",
        Face::ChineseBold => "Chinese Bold",
    }
}

/// The faces in the order in which they are asked for a character.
fn stack(strong: bool, chinese_first: bool) -> FontFamily<'static> {
    let (latin, chinese) = if strong {
        (Face::LatinBold, Face::ChineseBold)
    } else {
        (Face::Latin, Face::Chinese)
    };
    let mut faces = [latin, chinese];
    if chinese_first {
        faces.reverse();
    }
    let name = |face| FontFamilyName::Named(Cow::Borrowed(family(face)));
    FontFamily::List(Cow::Owned(faces.map(name).to_vec()))
}

/// The marks of a range that stand beside Chinese (before them, or else behind), and are written in its face.
fn chinese_marks(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut before = text[..range.start]
        .chars()
        .next_back()
        .is_some_and(is_chinese);
    for (at, character) in text[range.clone()].char_indices() {
        let at = range.start + at;
        if follows_neighbour(character) {
            let end = at + character.len_utf8();
            let mut behind = text[end..].chars().filter(|next| !follows_neighbour(*next));
            let opens = matches!(character, '\u{2018}' | '\u{201c}');
            let next = behind.next().is_some_and(is_chinese);
            // An opening mark goes with what it opens, every other one with what it closes.
            before = if opens { next } else { before || next };
            if before {
                found.push(at..end);
            }
        } else {
            before = is_chinese(character);
        }
    }
    found
}

/// A text in parts that are not too long, cut behind a blank where there is one.
fn parts(text: &str) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut from = 0;
    while text.len() - from > LONGEST {
        let end = text.floor_char_boundary(from + LONGEST);
        let cut = text[from..end].rfind(' ').map_or(end, |at| from + at + 1);
        parts.push(from..cut);
        from = cut;
    }
    parts.push(from..text.len());
    parts
}

/// The measure of charts on paper, in the units in which they are drawn.
pub struct PaperMeasure(RefCell<Coverage>);

impl TextMeasure for PaperMeasure {
    fn width(&self, text: &str, role: TextRole) -> f32 {
        let (size, bold) = role.font();
        let mut coverage = self.0.borrow_mut();
        let ems = text
            .chars()
            .map(|character| coverage.advance(character, bold).unwrap_or(1.0));
        ems.sum::<f32>() * size
    }

    fn height(&self, role: TextRole) -> f32 {
        role.font().0 * 1.25
    }
}
