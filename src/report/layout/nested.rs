//! What holds blocks of its own: lists, columns, parts set apart; and the contents.

use super::{
    build::{Builder, Stack, run_at, shared, text_item},
    flow::{Entry, Ground, Node, Slab, height},
    sizes::Look,
    spans::piece,
};
use crate::{
    chart::{Corners, Ink},
    report::{
        pages::{Content, Item, LinkTarget, PartKind, Text},
        tree::{Block, Marker, Role},
    },
};

impl Builder<'_> {
    pub fn list(
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
        let text = first
            .as_ref()
            .and_then(|slab| slab.items.iter().find_map(text_of));
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
                // Beside nothing it takes a line for itself.
                let beside = height(entries.iter()) >= look.size.leading;
                if !beside {
                    slab.height = look.size.leading;
                }
                let mut entry = Entry::slab(0.0, slab);
                entry.keep = beside;
                entries.push_front(entry);
            }
        }
    }

    pub fn columns(
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

    pub fn aside(&mut self, blocks: &[Block], width: f32, parent: Option<usize>) -> Stack {
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
            let slab = Slab {
                height: pad,
                ..Slab::default()
            };
            Entry {
                keep,
                ..Entry::slab(0.0, slab)
            }
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

    pub fn contents(&mut self, width: f32, parent: Option<usize>) -> Stack {
        let begun = self.outline.len();
        let headings = self.headings.clone();
        let listed = headings
            .iter()
            .enumerate()
            .skip(begun)
            .filter(|(_, (level, _))| *level <= 2);
        let listed: Vec<_> = listed.collect();
        if listed.is_empty() {
            return Stack::new();
        }
        let contents = self.part(PartKind::Contents, parent);
        let width = width.min(self.sizes.measure(Role::Body));
        let mut stack = Stack::new();
        for (heading, (level, text)) in listed {
            let mut look = self
                .sizes
                .role(if *level == 1 { Role::Label } else { Role::Body });
            look.ink = Ink::Text;
            let number = look.size.size * 3.0;
            let indent = if *level == 1 {
                0.0
            } else {
                look.size.size * 1.2
            };
            let pieces = [piece(text, look)];
            let lines = self.set.lines(&pieces, look.size, width - number - indent);
            let entry = self.part(PartKind::ContentsEntry, Some(contents));
            let link = self.part(PartKind::Link, Some(entry));
            // Its number is known when all is in its place.
            self.wanted.push((link, heading, width));
            let count = lines.len();
            for (index, line) in lines.into_iter().enumerate() {
                let height = look.size.leading;
                let runs = line.runs.into_iter();
                let mut items: Vec<Item> = runs
                    .map(|(_, run)| text_item(run_at(run, indent, 0.0), Some(link)))
                    .collect();
                let corners = Corners::between([0.0, width], [0.0, height]);
                let to = LinkTarget::Heading(heading);
                items.push(Item {
                    part: Some(link),
                    content: Content::Link { corners, to },
                });
                let white = match (index, level) {
                    (0, 1) => 1.0,
                    (0, _) => 0.25,
                    _ => 0.0,
                };
                let anchors = Vec::new();
                let slab = Slab {
                    height,
                    items,
                    anchors,
                };
                let mut entry = Entry::slab(self.sizes.unit * white, slab);
                entry.keep = index + 1 < count;
                stack.push_back(entry);
            }
        }
        stack
    }
}

fn text_of(item: &Item) -> Option<&Text> {
    match &item.content {
        Content::Text(text) => Some(text),
        _ => None,
    }
}
