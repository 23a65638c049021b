//! From the tree of a report to its pages: type, lines, page breaks, furniture. Pure.

mod build;
mod coverage;
mod figure;
mod flow;
mod furniture;
mod nested;
mod sizes;
mod spans;
mod table;
mod typeset;

use std::mem;

use self::{
    build::{Builder, Stack},
    figure::{chart_items, logo_size},
    flow::{Anchor, Node, Placed, fill},
    furniture::Furniture,
    sizes::Sizes,
    typeset::Typesetter,
};
use super::{
    pages::{About, Item, Page, Pages, Paper, PartKind},
    tree::{Block, Report},
};
use crate::{
    chart::{Chart, TextMeasure},
    language::Language,
};

/// Lays reports out; keeps what it knows of the faces from one to the next.
pub struct Layouter(Typesetter);

impl Default for Layouter {
    fn default() -> Self {
        Self::new()
    }
}

impl Layouter {
    /// One that has read the bundled faces.
    #[must_use]
    pub fn new() -> Self {
        Self(Typesetter::new())
    }

    /// Lays a report out on pages of a size.
    #[must_use]
    pub fn pages(&mut self, report: &Report, paper: Paper) -> Pages {
        let set = &mut self.0;
        set.begin(report.language);
        let sizes = Sizes::new(paper, report.language);
        let furniture = Furniture::new(set, &report.foot, sizes);
        let room = sizes.page.1 - sizes.margin - furniture.below;
        let mut builder = Builder::new(set, sizes, room, &report.blocks);
        let mut stack = stacked(&mut builder, report);
        while matches!(stack.back(), Some(last) if matches!(last.node, Node::NewPage)) {
            stack.pop_back();
        }
        let mut pages = Vec::new();
        let Builder {
            mut parts,
            mut outline,
            wanted,
            ..
        } = builder;
        while !stack.is_empty() || pages.is_empty() {
            let mut placed = Vec::new();
            fill(&mut stack, room, sizes.margin, sizes.margin, &mut placed);
            let number = pages.len();
            for one in &placed {
                for anchor in &one.slab.anchors {
                    match anchor {
                        Anchor::Figure(part, own) => {
                            if let Some(part) = parts.get_mut(*part)
                                && let PartKind::Figure { page, corners, .. } = &mut part.kind
                            {
                                *page = number;
                                *corners = flow::moved(*own, one.at.x, one.at.y);
                            }
                        }
                        Anchor::Heading(index) => {
                            if let Some(mark) = outline.get_mut(*index) {
                                (mark.page, mark.top) = (number, one.at.y);
                            }
                        }
                    }
                }
            }
            pages.push(Page {
                items: painted(placed),
                foot: Vec::new(),
            });
        }
        furniture::number_contents(set, &mut pages, &wanted, &outline, sizes);
        furniture.print(set, &mut pages, report.language);
        Pages {
            about: About {
                title: report.title.clone(),
                author: report.author.clone(),
                subject: report.subject.clone(),
                language: report.language,
                date: report.date.clone(),
            },
            paper,
            size: sizes.page,
            pages,
            parts,
            outline,
            unprintable: mem::take(&mut set.unprintable),
        }
    }

    /// The measure of charts on paper.
    #[must_use]
    pub const fn measure(&self) -> &dyn TextMeasure {
        &self.0.measure
    }

    /// The items of a chart alone, in the units in which it is drawn.
    #[must_use]
    pub fn chart(&mut self, chart: &Chart, language: Language) -> Vec<Item> {
        self.0.begin(language);
        chart_items(&mut self.0, chart, 1.0, None)
    }
}

/// The blocks of a report as one stack, the facilitator's mark beside the first.
fn stacked(builder: &mut Builder<'_>, report: &Report) -> Stack {
    let width = builder.sizes.width();
    let Some(logo) = &report.logo else {
        return builder.blocks(&report.blocks, width, None);
    };
    let part = builder.logo_part(logo);
    // Texts leave room for it at the right; anything else stands below it.
    let texts = report
        .blocks
        .iter()
        .take_while(|block| matches!(block, Block::Heading { .. } | Block::Paragraph(_)));
    let (logo_width, logo_height) = logo_size(logo, &builder.sizes);
    let mut first = Stack::new();
    let mut count = 0;
    for _ in texts {
        if flow::height(first.iter()) >= logo_height {
            break;
        }
        let room = width - logo_width - builder.sizes.unit * 2.0;
        let mut more = builder.blocks(&report.blocks[count..=count], room, None);
        first.append(&mut more);
        count += 1;
    }
    let mut stack = builder.with_logo(logo, part, first);
    stack.append(&mut builder.blocks(&report.blocks[count..], width, None));
    stack
}

/// What is painted of what is in its place, grounds behind what stands on them.
fn painted(placed: Vec<Placed>) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut grounds = furniture::Grounds::default();
    for mut one in placed {
        if let Some(ground) = one.ground {
            grounds.extend(ground, &one, items.len());
        }
        one.slab.shift(one.at.x, one.at.y);
        items.append(&mut one.slab.items);
    }
    grounds.paint(&mut items);
    items
}
