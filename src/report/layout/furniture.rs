//! What stands on a page besides what the report says: the foot, page numbers, grounds.

use std::collections::HashMap;

use super::{
    build::{piece, run_at, text_item},
    flow::{Ground, Placed},
    sizes::Sizes,
    typeset::{Piece, Typesetter},
};
use crate::{
    chart::{Corners, Ink, Point, Shape, Stroke},
    language::Language,
    report::{
        pages::{Bookmark, Content, Item, Page},
        tree::Span,
    },
};

/// The foot of every page.
pub struct Furniture {
    pieces: Vec<Piece>,
    sizes: Sizes,
    lines: usize,
    /// How much of the page from its lower edge is not the report's.
    pub below: f32,
}

impl Furniture {
    pub fn new(set: &mut Typesetter, foot: &[Span], sizes: Sizes) -> Self {
        let look = sizes.foot();
        let pieces = foot.iter().map(|span| Piece {
            strong: span.strong,
            ink: span.ink.unwrap_or(look.ink),
            ..piece(&span.text, look)
        });
        let pieces: Vec<Piece> = pieces.collect();
        let lines = set.lines(&pieces, look.size, foot_width(sizes)).len();
        let height = look.size.leading * lines.max(1) as f32;
        // The printer's edge below, the foot, white above it.
        let below = (height + sizes.unit * 4.5).max(sizes.margin);
        Self {
            pieces,
            sizes,
            lines,
            below,
        }
    }

    /// Prints the foot on all pages.
    pub fn print(self, set: &mut Typesetter, pages: &mut [Page], language: Language) {
        let look = self.sizes.foot();
        let (left, count) = (self.sizes.margin, pages.len());
        let lines = self.lines.max(1) as f32;
        let bottom = self.sizes.page.1 - self.sizes.unit * 2.5;
        let top = bottom - lines * look.size.leading;
        let foot = set.lines(&self.pieces, look.size, foot_width(self.sizes));
        for (index, page) in pages.iter_mut().enumerate() {
            for (number, line) in foot.iter().enumerate() {
                let y = top + number as f32 * look.size.leading;
                for (_, run) in &line.runs {
                    page.foot.push(text_item(run_at(run.clone(), left, y), None));
                }
            }
            let words = language.page_of(index + 1, count);
            if let Some(line) = set.line(piece(&words, look), look.size) {
                let x = left + self.sizes.width() - line.width;
                for (_, run) in line.runs {
                    page.foot.push(text_item(run_at(run, x, top), None));
                }
            }
        }
    }
}

/// How wide the foot is beside the number of the page.
fn foot_width(sizes: Sizes) -> f32 {
    sizes.width() - sizes.foot().size.size * 10.0
}

/// Puts the numbers of pages into the contents, at the right end of the first line of each entry.
pub fn number_contents(
    set: &mut Typesetter,
    pages: &mut [Page],
    wanted: &[(usize, usize, f32)],
    outline: &[Bookmark],
    sizes: Sizes,
) {
    let wanted: HashMap<usize, (usize, f32)> = wanted
        .iter()
        .map(|(part, heading, end)| (*part, (*heading, *end)))
        .collect();
    for page in pages {
        let mut index = 0;
        while index < page.items.len() {
            let item = &page.items[index];
            index += 1;
            let Content::Link { corners, .. } = &item.content else {
                continue;
            };
            let entry = item.part.and_then(|part| Some((part, wanted.get(&part)?)));
            let Some((part, (heading, width))) = entry else {
                continue;
            };
            let Some(mark) = outline.get(*heading) else {
                continue;
            };
            let look = sizes.role(crate::report::tree::Role::Body);
            let words = (mark.page + 1).to_string();
            let Some(line) = set.line(piece(&words, look), look.size) else {
                continue;
            };
            let last = page.items[..index].iter().rev().find_map(|item| match &item.content {
                Content::Text(text) if item.part == Some(part) => Some(text),
                _ => None,
            });
            let Some(last) = last else { continue };
            let (baseline, end) = (last.at.y, last.at.x + last.width);
            let x = corners.min.x + width - line.width;
            let dots = dotted(end + look.size.size * 0.6, x - look.size.size * 0.6, baseline);
            let mut added: Vec<Item> = dots.into_iter().collect();
            for (_, mut run) in line.runs {
                run.at = Point::new(run.at.x + x, baseline);
                added.push(text_item(run, Some(part)));
            }
            let count = added.len();
            // Before the link, so that its place is the last of its part.
            page.items.splice(index - 1..index - 1, added);
            index += count;
        }
    }
}

fn dotted(from: f32, to: f32, baseline: f32) -> Option<Item> {
    if to - from < 12.0 {
        return None;
    }
    let mut dots = Vec::new();
    // All dots stand on one grid, whatever the text before them.
    let mut x = (from / 4.0).ceil() * 4.0;
    while x < to {
        dots.push(x);
        x += 4.0;
    }
    let (first, last) = (dots.first()?, dots.last()?);
    let points = vec![Point::new(*first, baseline - 0.5), Point::new(*last, baseline - 0.5)];
    let stroke = Stroke::solid(Ink::LineStrong, 0.75).broken(crate::chart::Dash::Dotted);
    Some(Item {
        part: None,
        content: Content::Shape(Shape::Line { points, stroke }),
    })
}

/// The grounds of one page.
#[derive(Default)]
pub struct Grounds(Vec<(Ground, Corners, usize)>);

impl Grounds {
    /// Lets a ground reach under something; `at` is how many items lie before it.
    pub fn extend(&mut self, ground: Ground, placed: &Placed, at: usize) {
        let (top, bottom) = (placed.at.y, placed.at.y + placed.slab.height);
        let known = self.0.iter_mut().find(|(known, ..)| known.id == ground.id);
        if let Some((_, corners, _)) = known {
            corners.min.y = corners.min.y.min(top);
            corners.max.y = corners.max.y.max(bottom);
        } else {
            let left = placed.at.x + ground.x;
            let corners = Corners::between([left, left + ground.width], [top, bottom]);
            self.0.push((ground, corners, at));
        }
    }

    /// Puts the grounds behind what stands on them.
    pub fn paint(self, items: &mut Vec<Item>) {
        for (_, corners, at) in self.0.into_iter().rev() {
            let shape = Shape::Bar {
                corners,
                radius: 4.0,
                ink: Ink::Line,
                opacity: 0.35,
            };
            let content = Content::Shape(shape);
            items.insert(at, Item { part: None, content });
        }
    }
}
