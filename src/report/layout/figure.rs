//! Charts, the key figure and the facilitator's mark.

use super::{
    build::{Builder, Stack, one_slab, run_at, text_item},
    flow::{Anchor, Entry, Slab, height},
    sizes::{Look, Sizes},
    spans::piece,
    typeset::{Size, Typesetter, baseline},
};
use crate::{
    chart::{Chart, Corners, Ink, Place, Point, Shape, TextRole},
    report::{
        pages::{Content, Item, PartKind},
        tree::{Figure, KeyFigure, Logo, Role, Span},
    },
};

/// The words of a figure at most, in bytes: a file holds no longer ones.
const LONGEST_ALT: usize = 8_000;

/// The least width that a chart is drawn into, in its own units.
const LEAST_UNITS: f32 = 240.0;

impl Builder<'_> {
    /// A chart, with its caption printed under it or only read aloud.
    pub fn figure(
        &mut self,
        figure: &Figure,
        width: f32,
        parent: Option<usize>,
        printed: bool,
    ) -> Stack {
        // A chart needs some room to be one; in a narrow column it becomes smaller.
        let unit = self.sizes.chart.min(width / LEAST_UNITS);
        let most = self.room * self.sizes.highest_figure();
        let (mut chart, mut height) = (figure.draw)(width / unit, &self.set.measure);
        if height * unit > most {
            // What is too high for its page is drawn narrower, so that its texts keep their size.
            let narrower = (width / unit * most / (height * unit)).max(LEAST_UNITS);
            let (again, lower) = (figure.draw)(narrower, &self.set.measure);
            if lower * unit <= most + 1.0 {
                (chart, height) = (again, lower);
            }
        }
        // What is too high even so becomes smaller.
        let scale = unit * (most / (height * unit).max(1.0)).min(1.0);
        let height = height * scale;
        let corners = Corners::between([0.0, width], [0.0, height]);
        let alt = alt_text(&figure.caption, &chart);
        let kind = PartKind::Figure {
            alt,
            page: 0,
            corners,
        };
        let part = self.part(kind, parent);
        let items = chart_items(self.set, &chart, scale, Some(part));
        let slab = Slab {
            height,
            items,
            anchors: vec![Anchor::Figure(part, corners)],
        };
        let mut stack: Stack = [Entry::slab(self.sizes.unit, slab)].into();
        if printed {
            let look = self.sizes.role(Role::Note);
            let spans = [Span::plain(figure.caption.as_str())];
            let mut caption = self.text(&spans, look, width, PartKind::Caption, parent);
            let last = caption.len().saturating_sub(1);
            for entry in caption.iter_mut().take(last) {
                entry.keep = true;
            }
            if let (Some(first), Some(figure)) = (caption.front_mut(), stack.front_mut()) {
                first.before = self.sizes.unit * 0.5;
                figure.keep = true;
            }
            stack.append(&mut caption);
        }
        stack
    }

    /// The number with its word at the left, the sentences at the right, the scale under both.
    pub fn key_figure(&mut self, key: &KeyFigure, width: f32, parent: Option<usize>) -> Stack {
        let lead = self.sizes.role(Role::Lead);
        let word = Look {
            ink: Ink::Resonance,
            strong: true,
            ..lead
        };
        let mut number = self.sizes.number();
        // A word in the place of the number is set like a heading.
        if key.number.chars().count() > 4 {
            number = self.sizes.heading(1);
        }
        let part = self.part(PartKind::Paragraph, parent);
        let mut slab = Slab::default();
        let mut left = 0.0;
        let words = [piece(&format!("{} ", key.number), number)];
        for line in self.set.lines(&words, number.size, width) {
            left = line.width + self.sizes.unit;
            for (_, run) in line.runs {
                slab.items
                    .push(text_item(run_at(run, 0.0, slab.height), Some(part)));
            }
            slab.height += number.size.leading;
        }
        // The word stands on the line of the number, or under it where there is no room.
        let words = [piece(&key.word, word)];
        let room = width - left;
        let mut lines = self.set.lines(&words, word.size, room.max(width * 0.25));
        let alone = room < width * 0.25 || lines.len() > 1;
        if alone {
            lines = self.set.lines(&words, word.size, width);
            left = 0.0;
        }
        let mut down = if alone || slab.height == 0.0 {
            slab.height
        } else {
            slab.height - number.size.leading + baseline(number.size) - baseline(word.size)
        };
        let mut right = left;
        for line in lines {
            right = left + line.width;
            for (_, run) in line.runs {
                slab.items
                    .push(text_item(run_at(run, left, down), Some(part)));
            }
            down += word.size.leading;
            slab.height = slab.height.max(down);
        }
        let gap = self.sizes.unit * 3.0;
        let beside = width - right - gap >= width * 0.4 && slab.height <= number.size.leading * 1.5;
        let sentences_width = if beside { width - right - gap } else { width };
        let mut sentences = Stack::new();
        for (index, sentence) in key.sentences.iter().enumerate() {
            let role = if index == 0 { Role::Lead } else { Role::Body };
            let spans = [Span::plain(sentence.as_str())];
            let look = self.sizes.role(role);
            let mut lines = self.text(&spans, look, sentences_width, PartKind::Paragraph, parent);
            if let Some(first) = lines.front_mut() {
                first.before = self.sizes.unit * 0.5;
            }
            sentences.append(&mut lines);
        }
        let mut stack = Stack::new();
        if beside && height(sentences.iter()) < self.room / 3.0 {
            let mut sentences = one_slab(sentences);
            // Both stand on the middle of the higher one.
            let height = slab.height.max(sentences.height);
            slab.shift(0.0, (height - slab.height) / 2.0);
            sentences.shift(right + gap, (height - sentences.height) / 2.0);
            slab.height = height;
            slab.items.append(&mut sentences.items);
            stack.push_back(Entry::slab(0.0, slab));
        } else {
            stack.push_back(Entry::slab(0.0, slab));
            stack.append(&mut sentences);
        }
        if let Some(first) = stack.front_mut() {
            first.before = self.sizes.unit * 1.5;
        }
        if let Some(figure) = &key.figure {
            stack.append(&mut self.figure(figure, width, parent, false));
        }
        self.keep_whole(&mut stack);
        stack
    }

    /// The facilitator's mark at the right of what begins the report.
    pub fn with_logo(&mut self, logo: &Logo, part: usize, mut first: Stack) -> Stack {
        let (width, height) = logo_size(logo, &self.sizes);
        let right = self.sizes.width();
        let corners = Corners::between([right - width, right], [0.0, height]);
        let content = Content::Picture {
            logo: logo.clone(),
            corners,
        };
        let mark = Slab {
            height,
            items: vec![Item {
                part: Some(part),
                content,
            }],
            anchors: vec![Anchor::Figure(part, corners)],
        };
        let keep = first.back().is_some_and(|last| last.keep);
        if let Some(entry) = first.front_mut() {
            entry.before = 0.0;
        }
        let mark: Stack = [Entry::slab(0.0, mark)].into();
        let mut beside = Entry::beside(0.0, vec![(0.0, mark), (0.0, first)]);
        beside.keep = keep;
        [beside].into()
    }

    /// The part of the mark, before all others.
    pub fn logo_part(&mut self, logo: &Logo) -> usize {
        let corners = Corners::between([0.0, 0.0], [0.0, 0.0]);
        let alt = logo.alt.clone();
        let kind = PartKind::Figure {
            alt,
            page: 0,
            corners,
        };
        self.part(kind, None)
    }
}

/// How large the mark is printed, in its own proportions.
pub fn logo_size(logo: &Logo, sizes: &Sizes) -> (f32, f32) {
    let (most_width, most_height) = sizes.logo();
    let (width, height) = (logo.width.max(1) as f32, logo.height.max(1) as f32);
    let scale = (most_width / width).min(most_height / height);
    (width * scale, height * scale)
}

/// A chart in words, for those who do not see it.
fn alt_text(caption: &str, chart: &Chart) -> String {
    let lines = [caption]
        .into_iter()
        .chain(chart.description.iter().map(String::as_str));
    let lines: Vec<&str> = lines.filter(|line| !line.trim().is_empty()).collect();
    let mut alt = lines.join("\n");
    if alt.len() > LONGEST_ALT {
        alt.truncate(alt.floor_char_boundary(LONGEST_ALT));
        alt.push('\u{2026}');
    }
    alt
}

/// A chart's shapes in points, its texts set.
pub fn chart_items(
    set: &mut Typesetter,
    chart: &Chart,
    scale: f32,
    part: Option<usize>,
) -> Vec<Item> {
    let mut items = Vec::new();
    for shape in &chart.shapes {
        if let Shape::Text {
            at,
            anchor,
            text,
            role,
            ink,
        } = shape
        {
            let at = Point::new(at.x * scale, at.y * scale);
            for run in chart_text(set, at, *anchor, text, (*role, *ink), scale) {
                items.push(Item {
                    part,
                    content: Content::Text(run),
                });
            }
        } else {
            let content = Content::Shape(shape.scaled(scale));
            items.push(Item { part, content });
        }
    }
    items
}

fn chart_text(
    set: &mut Typesetter,
    at: Point,
    anchor: Place,
    text: &str,
    (role, ink): (TextRole, Ink),
    scale: f32,
) -> Vec<crate::report::pages::Text> {
    let (size, strong) = role.font();
    let size = size * scale;
    let look = Look {
        size: Size {
            size,
            leading: size * 1.25,
        },
        ink,
        strong,
    };
    let Some(line) = set.line(piece(text, look), look.size) else {
        return Vec::new();
    };
    let left = match anchor {
        Place::Start => 0.0,
        Place::Middle => line.width / 2.0,
        Place::End => line.width,
    };
    let (x, y) = (at.x - left, at.y - look.size.leading / 2.0);
    let runs = line.runs.into_iter();
    runs.map(|(_, run)| run_at(run, x, y)).collect()
}
