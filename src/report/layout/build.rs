//! The tree of a report into a stack of slabs of known width.

use std::{collections::VecDeque, mem};

use super::{
    coverage::blank,
    flow::{Anchor, Entry, Ground, Node, Slab, fill, height},
    sizes::{Look, Sizes},
    typeset::{Line, Piece, Typesetter},
};
use crate::{
    chart::{Corners, Ink, Point},
    report::{
        pages::{Bookmark, Content, Item, LinkTarget, Part, PartKind, Text},
        tree::{Block, Marker, Paragraph, Role, Span},
    },
};

/// A stack of entries.
pub type Stack = VecDeque<Entry>;

/// What is known while a report is laid out.
pub struct Builder<'a> {
    pub set: &'a mut Typesetter,
    pub sizes: Sizes,
    /// How high a page is between its margins.
    pub room: f32,
    pub parts: Vec<Part>,
    pub outline: Vec<Bookmark>,
    /// Level and words of all headings, in order.
    pub headings: Vec<(u8, String)>,
    /// Entries of contents that want a page number: the part, the heading, the right end of the number.
    pub wanted: Vec<(usize, usize, f32)>,
    grounds: usize,
    /// The white above what comes next, where it is not its own.
    next: Option<f32>,
    /// White asked for besides.
    extra: f32,
}

impl<'a> Builder<'a> {
    pub fn new(set: &'a mut Typesetter, sizes: Sizes, room: f32, blocks: &[Block]) -> Self {
        let mut headings = Vec::new();
        headings_in(blocks, &mut headings);
        Self {
            set,
            sizes,
            room,
            parts: Vec::new(),
            outline: Vec::new(),
            headings,
            wanted: Vec::new(),
            grounds: 0,
            next: None,
            extra: 0.0,
        }
    }

    /// Blocks below one another in a width.
    pub fn blocks(&mut self, blocks: &[Block], width: f32, parent: Option<usize>) -> Stack {
        let mut stack = Stack::new();
        for block in blocks {
            let mut entries = self.block(block, width, parent);
            if let Some(first) = entries.front_mut()
                && !matches!(first.node, Node::NewPage)
            {
                let own = mem::take(&mut self.next).unwrap_or(first.before);
                first.before = own + mem::take(&mut self.extra);
                if let Block::Heading { level, .. } = block {
                    self.next = Some(self.sizes.unit * if *level == 1 { 1.0 } else { 0.5 });
                }
            }
            stack.append(&mut entries);
        }
        stack
    }

    fn block(&mut self, block: &Block, width: f32, parent: Option<usize>) -> Stack {
        match block {
            Block::Heading { level, text } => self.heading(*level, text, width, parent),
            Block::Paragraph(paragraph) => self.paragraph(paragraph, width, parent),
            Block::List { marker, items } => self.list(*marker, items, width, parent),
            Block::Table(table) => self.table(table, width, parent),
            Block::Figure(figure) => self.figure(figure, width, parent, true),
            Block::KeyFigure(key) => self.key_figure(key, width, parent),
            Block::Columns(columns) => self.columns(columns, width, parent),
            Block::Together(blocks) => {
                let mut stack = self.apart(blocks, width, parent);
                self.keep_whole(&mut stack);
                stack
            }
            Block::Aside(blocks) => self.aside(blocks, width, parent),
            Block::Contents => self.contents(width, parent),
            Block::NewPage => {
                (self.next, self.extra) = (None, 0.0);
                let slab = Entry::slab(0.0, Slab::default());
                let node = Node::NewPage;
                [Entry { node, ..slab }].into()
            }
            Block::Space(points) => {
                self.extra += points.max(0.0);
                Stack::new()
            }
        }
    }

    /// A new part; gives its number.
    pub fn part(&mut self, kind: PartKind, parent: Option<usize>) -> usize {
        self.parts.push(Part { kind, parent });
        self.parts.len() - 1
    }

    /// Blocks whose distances are their own affair.
    fn apart(&mut self, blocks: &[Block], width: f32, parent: Option<usize>) -> Stack {
        let outside = (self.next.take(), mem::take(&mut self.extra));
        let stack = self.blocks(blocks, width, parent);
        (self.next, self.extra) = outside;
        stack
    }

    /// Keeps a stack on one page if it fits on one.
    fn keep_whole(&self, stack: &mut Stack) {
        if height(stack.iter()) <= self.room {
            let last = stack.len().saturating_sub(1);
            for entry in stack.iter_mut().take(last) {
                entry.keep = true;
            }
        }
    }

    fn heading(&mut self, level: u8, text: &str, width: f32, parent: Option<usize>) -> Stack {
        let look = self.sizes.heading(level);
        let pieces = [piece(text, look)];
        let lines = self.set.lines(&pieces, look.size, width);
        if lines.is_empty() {
            return Stack::new();
        }
        // A level that was left out would be none to a screen reader.
        let deepest = self.outline.last().map_or(1, |last| last.level + 1);
        let level = level.clamp(1, deepest.min(4));
        let words: String = lines.iter().flat_map(|line| &line.runs).map(|(_, run)| run.text.as_str()).collect();
        let part = self.part(PartKind::Heading(level, words.clone()), parent);
        let bookmark = self.outline.len();
        self.outline.push(Bookmark {
            level,
            text: words,
            page: 0,
            top: 0.0,
        });
        let mut stack = self.stacked(lines, &pieces, look, part);
        for entry in &mut stack {
            entry.keep = true;
        }
        if let Some(first) = stack.front_mut() {
            first.before = self.sizes.above_heading(level);
            if let Node::Slab(slab) = &mut first.node {
                slab.anchors.push(Anchor::Heading(bookmark));
            }
        }
        stack
    }

    fn paragraph(&mut self, paragraph: &Paragraph, width: f32, parent: Option<usize>) -> Stack {
        let look = self.sizes.role(paragraph.role);
        let width = width.min(self.sizes.measure(paragraph.role));
        let stack = self.text(&paragraph.spans, look, width, PartKind::Paragraph, parent);
        self.with_white(stack, paragraph.role)
    }

    fn with_white(&self, mut stack: Stack, role: Role) -> Stack {
        let white = match role {
            Role::Body | Role::Note => 0.75,
            Role::Lead => 1.0,
            Role::Label => 1.5,
        };
        if let Some(first) = stack.front_mut() {
            first.before = self.sizes.unit * white;
        }
        // A small heading stays with what it heads.
        if role == Role::Label {
            for entry in &mut stack {
                entry.keep = true;
            }
        }
        stack
    }

    /// Spans as lines, no line of a longer text alone on a page.
    pub fn text(
        &mut self,
        spans: &[Span],
        look: Look,
        width: f32,
        kind: PartKind,
        parent: Option<usize>,
    ) -> Stack {
        let pieces = pieces(spans, look);
        let lines = self.set.lines(&pieces, look.size, width);
        if lines.is_empty() {
            return Stack::new();
        }
        let part = self.part(kind, parent);
        let mut stack = self.stacked(lines, &pieces, look, part);
        let count = stack.len();
        for (index, entry) in stack.iter_mut().enumerate() {
            entry.keep = (index == 0 || index + 2 == count) && index + 1 < count;
        }
        stack
    }

    fn stacked(&mut self, lines: Vec<Line>, pieces: &[Piece], look: Look, part: usize) -> Stack {
        let mut links = vec![None; pieces.len()];
        let mut stack = Stack::new();
        for line in lines {
            let items = self.items(line, pieces, part, look, &mut links);
            let height = look.size.leading;
            let anchors = Vec::new();
            stack.push_back(Entry::slab(0.0, Slab { height, items, anchors }));
        }
        stack
    }

    /// The items of a line; texts that lead elsewhere become links of the part.
    fn items(
        &mut self,
        line: Line,
        pieces: &[Piece],
        part: usize,
        look: Look,
        links: &mut [Option<usize>],
    ) -> Vec<Item> {
        let mut items = Vec::new();
        for (number, run) in line.runs {
            let address = pieces.get(number).and_then(|piece| piece.link.clone());
            let Some(address) = address else {
                items.push(text_item(run, Some(part)));
                continue;
            };
            let known = links.get(number).copied().flatten();
            let link = known.unwrap_or_else(|| self.part(PartKind::Link, Some(part)));
            links[number] = Some(link);
            let corners = Corners::between([run.at.x, run.at.x + run.width], [0.0, look.size.leading]);
            items.push(text_item(run, Some(link)));
            let to = LinkTarget::Address(address);
            let content = Content::Link { corners, to };
            let part = Some(link);
            items.push(Item { part, content });
        }
        items
    }

    fn list(
        &mut self,
        marker: Marker,
        items: &[Vec<Block>],
        width: f32,
        parent: Option<usize>,
    ) -> Stack {
        let look = self.sizes.role(Role::Body);
        let indent = look.size.size * 1.8;
        let numbered = marker == Marker::Number;
        let list = self.part(PartKind::List { numbered }, parent);
        let mut stack = Stack::new();
        for (index, blocks) in items.iter().enumerate() {
            let item = self.part(PartKind::ListItem, Some(list));
            let label = self.part(PartKind::ListLabel, Some(item));
            let body = self.part(PartKind::ListBody, Some(item));
            let mut entries = self.apart(blocks, width - indent, Some(body));
            for entry in &mut entries {
                entry.indent(indent);
            }
            let mark = match marker {
                Marker::Bullet => "\u{2022}".to_owned(),
                Marker::Number => format!("{}.", index + 1),
                Marker::Box => "\u{25a1}".to_owned(),
            };
            self.label(&mut entries, &mark, look, label);
            if let Some(first) = entries.front_mut() {
                first.before = self.sizes.unit * if index == 0 { 0.75 } else { 0.5 };
            }
            stack.append(&mut entries);
        }
        stack
    }

    /// Puts a label before the first line of some entries.
    fn label(&mut self, entries: &mut Stack, mark: &str, look: Look, part: usize) {
        let mut look = look;
        let first = entries.front_mut().and_then(|first| match &mut first.node {
            Node::Slab(slab) => Some(slab),
            _ => None,
        });
        let text = first.as_ref().and_then(|slab| slab.items.iter().find_map(text_of));
        let baseline = text.map(|text| text.at.y);
        if let Some(text) = text {
            look.strong = text.face.bold();
        }
        let Some(line) = self.set.line(piece(mark, look), look.size) else {
            return;
        };
        let runs = line.runs.into_iter().map(|(_, mut run)| {
            run.at.y = baseline.unwrap_or(run.at.y);
            text_item(run, Some(part))
        });
        match first {
            Some(slab) => {
                slab.items.splice(0..0, runs);
            }
            None => {
                let mut slab = Slab {
                    items: runs.collect(),
                    ..Slab::default()
                };
                if entries.is_empty() {
                    slab.height = look.size.leading;
                }
                let mut entry = Entry::slab(0.0, slab);
                entry.keep = !entries.is_empty();
                entries.push_front(entry);
            }
        }
    }

    fn columns(
        &mut self,
        columns: &[(f32, Vec<Block>)],
        width: f32,
        parent: Option<usize>,
    ) -> Stack {
        let gap = self.sizes.unit * 3.0;
        let shares: Vec<f32> = columns.iter().map(|(share, _)| *share).collect();
        let widths = shared(&shares, width, gap);
        let narrowest = widths.iter().copied().fold(f32::INFINITY, f32::min);
        if narrowest < self.sizes.least_column() {
            let mut stack = Stack::new();
            for (_, blocks) in columns {
                let mut entries = self.apart(blocks, width, parent);
                if let Some(first) = entries.front_mut() {
                    first.before = first.before.max(self.sizes.unit);
                }
                stack.append(&mut entries);
            }
            return stack;
        }
        let mut at = 0.0;
        let mut beside = Vec::new();
        for ((_, blocks), width) in columns.iter().zip(widths) {
            let stack = self.apart(blocks, width, parent);
            beside.push((at, stack));
            at += width + gap;
        }
        [Entry::beside(self.sizes.unit * 2.0, beside)].into()
    }

    fn aside(&mut self, blocks: &[Block], width: f32, parent: Option<usize>) -> Stack {
        let pad = self.sizes.unit * 1.5;
        let part = self.part(PartKind::Aside, parent);
        let mut stack = self.apart(blocks, width - 2.0 * pad, Some(part));
        if stack.is_empty() {
            return stack;
        }
        let id = self.grounds;
        self.grounds += 1;
        if let Some(first) = stack.front_mut() {
            first.before = 0.0;
        }
        let space = |keep| {
            let slab = Slab { height: pad, ..Slab::default() };
            Entry { keep, ..Entry::slab(0.0, slab) }
        };
        if let Some(last) = stack.back_mut() {
            last.keep = true;
        }
        stack.push_front(space(true));
        stack.push_back(space(false));
        for entry in &mut stack {
            entry.indent(pad);
            entry.ground = Some(Ground { id, x: 0.0, width });
        }
        self.keep_whole(&mut stack);
        if let Some(first) = stack.front_mut() {
            first.before = self.sizes.unit * 1.5;
        }
        stack
    }

    fn contents(&mut self, width: f32, parent: Option<usize>) -> Stack {
        let begun = self.outline.len();
        let headings = self.headings.clone();
        let listed = headings.iter().enumerate().skip(begun).filter(|(_, (level, _))| *level <= 2);
        let listed: Vec<_> = listed.collect();
        if listed.is_empty() {
            return Stack::new();
        }
        let contents = self.part(PartKind::Contents, parent);
        let width = width.min(self.sizes.measure(Role::Body));
        let mut stack = Stack::new();
        for (heading, (level, text)) in listed {
            let mut look = self.sizes.role(if *level == 1 { Role::Label } else { Role::Body });
            look.ink = Ink::Text;
            let number = look.size.size * 3.0;
            let indent = if *level == 1 { 0.0 } else { look.size.size * 1.2 };
            let pieces = [piece(text, look)];
            let lines = self.set.lines(&pieces, look.size, width - number - indent);
            let entry = self.part(PartKind::ContentsEntry, Some(contents));
            let link = self.part(PartKind::Link, Some(entry));
            let mut slab = Slab::default();
            for line in lines {
                for (_, mut run) in line.runs {
                    run.at.x += indent;
                    run.at.y += slab.height;
                    slab.items.push(text_item(run, Some(link)));
                }
                slab.height += look.size.leading;
            }
            // Its number is known when all is in its place.
            self.wanted.push((link, heading, width));
            let corners = Corners::between([0.0, width], [0.0, slab.height]);
            let to = LinkTarget::Heading(heading);
            slab.items.push(Item {
                part: Some(link),
                content: Content::Link { corners, to },
            });
            let white = if *level == 1 { 1.0 } else { 0.25 };
            stack.push_back(Entry::slab(self.sizes.unit * white, slab));
        }
        stack
    }

    /// A stack as one slab, for what does not break.
    pub fn one_slab(&self, mut stack: Stack) -> Slab {
        let mut placed = Vec::new();
        let mut slab = Slab::default();
        while !stack.is_empty() {
            slab.height += fill(&mut stack, f32::INFINITY, 0.0, slab.height, &mut placed);
        }
        for mut one in placed {
            one.slab.shift(one.at.x, one.at.y);
            slab.items.append(&mut one.slab.items);
            slab.anchors.append(&mut one.slab.anchors);
        }
        slab
    }
}

/// Parts of a width by their shares, with gaps between them.
pub fn shared(shares: &[f32], width: f32, gap: f32) -> Vec<f32> {
    let total: f32 = shares.iter().map(|share| share.max(0.01)).sum();
    let gaps = gap * shares.len().saturating_sub(1) as f32;
    let room = (width - gaps).max(1.0);
    shares.iter().map(|share| room * share.max(0.01) / total).collect()
}

/// A piece of the look.
pub fn piece(text: &str, look: Look) -> Piece {
    Piece {
        text: text.to_owned(),
        strong: look.strong,
        ink: look.ink,
        link: None,
    }
}

/// The pieces of spans; addresses of the web in them are pieces of their own.
fn pieces(spans: &[Span], look: Look) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for span in spans {
        let ink = span.ink.unwrap_or(if span.strong { strong_ink(look.ink) } else { look.ink });
        let strong = span.strong || look.strong;
        let mut push = |text: &str, link: Option<&str>| {
            if !text.is_empty() {
                let (text, link) = (text.to_owned(), link.map(str::to_owned));
                pieces.push(Piece { text, strong, ink, link });
            }
        };
        let mut rest = span.text.as_str();
        while let Some((before, address, behind)) = address_in(rest) {
            push(before, None);
            push(address, Some(address));
            rest = behind;
        }
        push(rest, None);
    }
    pieces
}

/// Bold in running text is a little darker, too.
const fn strong_ink(ink: Ink) -> Ink {
    match ink {
        Ink::Text => Ink::TextStrong,
        other => other,
    }
}

/// The first address of the web in a text, with what is before and behind it.
fn address_in(text: &str) -> Option<(&str, &str, &str)> {
    let from = ["https://", "http://"].iter().filter_map(|scheme| text.find(scheme)).min()?;
    let (before, rest) = text.split_at(from);
    let end = rest.find(|character: char| !character.is_ascii_graphic() || "<>\"".contains(character));
    let address = &rest[..end.unwrap_or(rest.len())];
    // A full stop behind it ends the sentence.
    let address = address.trim_end_matches(['.', ',', ';', ':', ')', ']', '!', '?']);
    Some((before, address, &rest[address.len()..]))
}

/// A run as an item of a part.
pub fn text_item(run: Text, part: Option<usize>) -> Item {
    let content = Content::Text(run);
    Item { part, content }
}

fn text_of(item: &Item) -> Option<&Text> {
    match &item.content {
        Content::Text(text) => Some(text),
        _ => None,
    }
}

/// Moves a run.
pub fn run_at(mut run: Text, x: f32, y: f32) -> Text {
    run.at = Point::new(run.at.x + x, run.at.y + y);
    run
}

/// Level and words of the headings in blocks, in reading order.
fn headings_in(blocks: &[Block], found: &mut Vec<(u8, String)>) {
    for block in blocks {
        match block {
            Block::Heading { level, text } if !blank(text) => {
                found.push((*level, text.clone()));
            }
            Block::List { items, .. } => items.iter().for_each(|item| headings_in(item, found)),
            Block::Columns(columns) => {
                columns.iter().for_each(|(_, blocks)| headings_in(blocks, found));
            }
            Block::Together(blocks) | Block::Aside(blocks) => headings_in(blocks, found),
            _ => (),
        }
    }
}
