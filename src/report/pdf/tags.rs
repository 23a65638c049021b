//! The parts of pages as the tags of a PDF file.

use std::num::NonZeroU16;

use krilla::{
    geom::Rect,
    tagging::{
        BBox, Identifier, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagKind, TagTree,
    },
};

use crate::{
    chart::Corners,
    report::pages::{Part, PartKind},
};

/// What a part holds.
enum Child {
    Painted(Identifier),
    Part(usize),
}

/// The tree of tags while pages are painted.
pub struct Tags<'a> {
    parts: &'a [Part],
    children: Vec<Vec<Child>>,
    top: Vec<usize>,
    hung: Vec<bool>,
}

impl<'a> Tags<'a> {
    pub fn new(parts: &'a [Part]) -> Self {
        let mut tags = Self {
            parts,
            children: parts.iter().map(|_| Vec::new()).collect(),
            top: Vec::new(),
            hung: vec![false; parts.len()],
        };
        for (index, part) in parts.iter().enumerate() {
            // A link stands where its text does; all others in their order.
            if part.kind != PartKind::Link {
                tags.hang(index);
            }
        }
        tags
    }

    fn hang(&mut self, index: usize) {
        let Some(part) = self.parts.get(index) else {
            return;
        };
        if std::mem::replace(&mut self.hung[index], true) {
            return;
        }
        match part.parent.and_then(|parent| self.children.get_mut(parent)) {
            Some(siblings) => siblings.push(Child::Part(index)),
            None => self.top.push(index),
        }
    }

    /// Something painted belongs to a part.
    pub fn add(&mut self, part: usize, painted: Identifier) {
        self.hang(part);
        if let Some(children) = self.children.get_mut(part) {
            children.push(Child::Painted(painted));
        }
    }

    pub fn tree(mut self) -> TagTree {
        let mut tree = TagTree::new();
        for index in std::mem::take(&mut self.top) {
            tree.push(self.group(index));
        }
        tree
    }

    fn group(&mut self, index: usize) -> TagGroup {
        let children = std::mem::take(&mut self.children[index]);
        let nodes = children.into_iter().map(|child| match child {
            Child::Painted(identifier) => Node::Leaf(identifier),
            Child::Part(part) => Node::Group(self.group(part)),
        });
        let nodes: Vec<Node> = nodes.collect();
        let kind = &self.parts[index].kind;
        if *kind == PartKind::ContentsEntry {
            let reference = TagGroup::with_children(Tag::Reference, nodes);
            return TagGroup::with_children(Tag::TOCI, vec![Node::Group(reference)]);
        }
        TagGroup::with_children(tag(kind), nodes)
    }
}

fn tag(kind: &PartKind) -> TagKind {
    match kind {
        PartKind::Heading(level, words) => {
            let level = NonZeroU16::new(u16::from(*level)).unwrap_or(NonZeroU16::MIN);
            Tag::Hn(level, Some(words.clone())).into()
        }
        PartKind::Paragraph => Tag::P.into(),
        PartKind::Caption => Tag::Caption.into(),
        PartKind::List { numbered: true } => Tag::L(ListNumbering::Decimal).into(),
        PartKind::List { numbered: false } => Tag::L(ListNumbering::Disc).into(),
        PartKind::ListItem => Tag::LI.into(),
        PartKind::ListLabel => Tag::Lbl.into(),
        PartKind::ListBody => Tag::LBody.into(),
        PartKind::Table { summary } => {
            let summary = (!summary.is_empty()).then(|| summary.clone());
            Tag::Table.with_summary(summary).into()
        }
        PartKind::TableHead => Tag::THead.into(),
        PartKind::TableBody => Tag::TBody.into(),
        PartKind::TableRow => Tag::TR.into(),
        PartKind::ColumnHead => Tag::TH(TableHeaderScope::Column).into(),
        PartKind::RowHead => Tag::TH(TableHeaderScope::Row).into(),
        PartKind::TableCell => Tag::TD.into(),
        PartKind::Figure { alt, page, corners } => {
            // A figure without words would be refused.
            let alt = if alt.trim().is_empty() { "-" } else { alt };
            let bounds = rect(*corners).map(|rect| BBox::new(*page, rect));
            Tag::Figure(Some(alt.to_owned())).with_bbox(bounds).into()
        }
        PartKind::Aside => Tag::Div.into(),
        PartKind::Contents => Tag::TOC.into(),
        PartKind::ContentsEntry => Tag::TOCI.into(),
        PartKind::Link => Tag::Link.into(),
    }
}

/// A rectangle of the writer; none without an extent.
pub fn rect(corners: Corners) -> Option<Rect> {
    Rect::from_ltrb(corners.min.x, corners.min.y, corners.max.x, corners.max.y)
}
