//! What stands on a page besides what the report says: the foot, page numbers, grounds.

use std::collections::HashMap;

use super::{
    build::{run_at, text_item},
    flow::{Ground, Placed},
    sizes::Sizes,
    spans::piece,
    typeset::{Piece, Typesetter},
};
use crate::{
    chart::{Corners, Dash, Ink, Point, Shape, Stroke},
    language::Language,
    report::{
        pages::{Bookmark, Content, Item, Page},
        tree::{Role, Span},
    },
};

/// The lines of a foot at most: it is no place for a text.
const MOST_LINES: usize = 5;

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
        let lines = set
            .lines(&pieces, look.size, foot_width(sizes))
            .len()
            .min(MOST_LINES);
        let height = look.size.leading * lines.max(1) as f32;
        // The printer's edge below, the foot, white above it.
        let below = (height + sizes.edge * 4.5).max(sizes.margin);
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
        let bottom = self.sizes.page.1 - self.sizes.edge * 2.5;
        let top = bottom - lines * look.size.leading;
        let foot = set.lines(&self.pieces, look.size, foot_width(self.sizes));
        for (index, page) in pages.iter_mut().enumerate() {
            for (number, line) in foot.iter().take(MOST_LINES).enumerate() {
                let y = top + number as f32 * look.size.leading;
                for (_, run) in &line.runs {
                    page.foot
                        .push(text_item(run_at(run.clone(), left, y), None));
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

/// Puts the numbers of pages into the contents, at the right end of the last line of each entry.
pub fn number_contents(
    set: &mut Typesetter,
    pages: &mut [Page],
    wanted: &[(usize, usize, f32)],
    outline: &[Bookmark],
    sizes: Sizes,
) {
    let mut wanted: HashMap<usize, (usize, f32)> = wanted
        .iter()
        .map(|(part, heading, end)| (*part, (*heading, *end)))
        .collect();
    let look = sizes.role(Role::Body);
    // From the end, so that what comes first is the last line of an entry.
    for page in pages.iter_mut().rev() {
        for index in (0..page.items.len()).rev() {
            let Item { part, content } = &page.items[index];
            let (Some(part), Content::Link { corners, .. }) = (*part, content) else {
                continue;
            };
            let mark = wanted.remove(&part).and_then(|(heading, width)| {
                let mark = outline.get(heading)?;
                let line = set.line(piece(&(mark.page + 1).to_string(), look), look.size)?;
                Some((line, corners.min.x + width))
            });
            let last = page.items[..index].last().map(|item| &item.content);
            let (Some((line, right)), Some(Content::Text(last))) = (mark, last) else {
                continue;
            };
            let (baseline, end) = (last.at.y, last.at.x + last.width);
            let x = right - line.width;
            let white = look.size.size * 0.6;
            let mut added: Vec<Item> = dotted(end + white, x - white, baseline)
                .into_iter()
                .collect();
            for (_, mut run) in line.runs {
                run.at = Point::new(run.at.x + x, baseline);
                added.push(text_item(run, Some(part)));
            }
            page.items.splice(index..index, added);
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
    let points = vec![
        Point::new(*first, baseline - 0.5),
        Point::new(*last, baseline - 0.5),
    ];
    let stroke = Stroke::solid(Ink::LineStrong, 0.75).broken(Dash::Dotted);
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
            items.insert(
                at,
                Item {
                    part: None,
                    content,
                },
            );
        }
    }
}
