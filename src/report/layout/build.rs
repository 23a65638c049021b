//! The tree of a report into a stack of slabs of known width.

use std::{collections::VecDeque, mem};

use super::{
    coverage::blank,
    flow::{Anchor, Entry, Node, Slab, fill, height},
    sizes::{Look, Sizes},
    spans::{piece, pieces},
    typeset::{Line, Piece, Typesetter},
};
use crate::{
    chart::{Corners, Point},
    report::{
        pages::{Bookmark, Content, Item, LinkTarget, Part, PartKind, Text},
        tree::{Block, Paragraph, Role, Span},
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
    /// How many grounds there are so far.
    pub grounds: usize,
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

    /// Blocks inside of another: their distances are their own affair, and pages are not begun there.
    pub fn apart(&mut self, blocks: &[Block], width: f32, parent: Option<usize>) -> Stack {
        let outside = (self.next.take(), mem::take(&mut self.extra));
        let mut stack = self.blocks(blocks, width, parent);
        stack.retain(|entry| !matches!(entry.node, Node::NewPage));
        (self.next, self.extra) = outside;
        stack
    }

    /// Keeps a stack on one page if it fits on one.
    pub fn keep_whole(&self, stack: &mut Stack) {
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
        let words: String = lines
            .iter()
            .flat_map(|line| &line.runs)
            .map(|(_, run)| run.text.as_str())
            .collect();
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
            stack.push_back(Entry::slab(
                0.0,
                Slab {
                    height,
                    items,
                    anchors,
                },
            ));
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
            let corners =
                Corners::between([run.at.x, run.at.x + run.width], [0.0, look.size.leading]);
            items.push(text_item(run, Some(link)));
            let to = LinkTarget::Address(address);
            let content = Content::Link { corners, to };
            let part = Some(link);
            items.push(Item { part, content });
        }
        items
    }
}

/// A stack as one slab, for what does not break.
pub fn one_slab(mut stack: Stack) -> Slab {
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

/// Parts of a width by their shares, with gaps between them.
pub fn shared(shares: &[f32], width: f32, gap: f32) -> Vec<f32> {
    let total: f32 = shares.iter().map(|share| share.max(0.01)).sum();
    let gaps = gap * shares.len().saturating_sub(1) as f32;
    let room = (width - gaps).max(1.0);
    shares
        .iter()
        .map(|share| room * share.max(0.01) / total)
        .collect()
}

/// A run as an item of a part.
pub fn text_item(run: Text, part: Option<usize>) -> Item {
    let content = Content::Text(run);
    Item { part, content }
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
                for (_, blocks) in columns {
                    headings_in(blocks, found);
                }
            }
            Block::Together(blocks) | Block::Aside(blocks) => headings_in(blocks, found),
            _ => (),
        }
    }
}
