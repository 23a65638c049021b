//! Breaking what is stacked into pages.

use std::{collections::VecDeque, sync::Arc};

use crate::{
    chart::{Corners, Point, Shape},
    report::pages::{Content, Item},
};

/// What differs by less is the same place.
const DUST: f32 = 0.05;

/// Something that stays whole, its items in places from its top left corner.
#[derive(Clone, Debug, Default)]
pub struct Slab {
    pub height: f32,
    pub items: Vec<Item>,
    /// What wants to know where it came to stand.
    pub anchors: Vec<Anchor>,
}

/// What wants to know where it came to stand.
#[derive(Clone, Debug)]
pub enum Anchor {
    /// A part that is a figure, and its place in the slab.
    Figure(usize, Corners),
    /// A heading by its place in the outline; its top is that of the slab.
    Heading(usize),
}

/// What is stacked.
#[derive(Clone, Debug)]
pub enum Node {
    Slab(Slab),
    /// Stacks side by side, each at its distance from the left.
    Beside(Vec<(f32, VecDeque<Entry>)>),
    /// What follows begins a new page.
    NewPage,
}

/// One thing of a stack.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The white above it, unless it begins a page.
    pub before: f32,
    pub height: f32,
    pub node: Node,
    /// Whether it stays on the page of what follows.
    pub keep: bool,
    /// What is repeated above it where it begins a page.
    pub head: Option<Arc<Slab>>,
    /// The ground that it stands on.
    pub ground: Option<Ground>,
}

/// A ground behind some entries of a stack: which one, and where.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ground {
    pub id: usize,
    pub x: f32,
    pub width: f32,
}

/// A slab in its place.
#[derive(Debug)]
pub struct Placed {
    pub at: Point,
    pub slab: Slab,
    pub ground: Option<Ground>,
}

impl Slab {
    /// Moves all that is in it.
    pub fn shift(&mut self, x: f32, y: f32) {
        for item in &mut self.items {
            shift(item, x, y);
        }
        for anchor in &mut self.anchors {
            if let Anchor::Figure(_, corners) = anchor {
                *corners = moved(*corners, x, y);
            }
        }
    }
}

impl Entry {
    pub fn slab(before: f32, slab: Slab) -> Self {
        Self {
            before,
            height: slab.height,
            node: Node::Slab(slab),
            keep: false,
            head: None,
            ground: None,
        }
    }

    pub fn beside(before: f32, columns: Vec<(f32, VecDeque<Self>)>) -> Self {
        let heights = columns.iter().map(|(_, column)| height(column));
        Self {
            before,
            height: heights.fold(0.0, f32::max),
            node: Node::Beside(columns),
            keep: false,
            head: None,
            ground: None,
        }
    }

    /// Moves it to the right, with all that is in it.
    pub fn indent(&mut self, x: f32) {
        if let Some(ground) = &mut self.ground {
            ground.x += x;
        }
        if let Some(head) = &mut self.head {
            Arc::make_mut(head).shift(x, 0.0);
        }
        match &mut self.node {
            Node::Slab(slab) => slab.shift(x, 0.0),
            Node::Beside(columns) => {
                for (at, _) in columns {
                    *at += x;
                }
            }
            Node::NewPage => (),
        }
    }
}

/// How high a stack is that begins a page.
pub fn height<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> f32 {
    let mut height = 0.0;
    for (index, entry) in entries.into_iter().enumerate() {
        height += entry.height + if index == 0 { 0.0 } else { entry.before };
    }
    height
}

/// Takes from a stack what fits into a height, and puts it into its place; gives how high that is. At the top of a page
/// something is taken whatever its height, so that the stack comes to its end.
pub fn fill(
    stack: &mut VecDeque<Entry>,
    room: f32,
    x: f32,
    top: f32,
    placed: &mut Vec<Placed>,
) -> f32 {
    let mut used = 0.0;
    while let Some(first) = stack.front() {
        if matches!(first.node, Node::NewPage) {
            stack.pop_front();
            if used > 0.0 {
                return used;
            }
            continue;
        }
        let begins = used == 0.0;
        if begins && let Some(head) = first.head.clone() {
            used += head.height;
            let slab = Slab::clone(&head);
            let at = Point::new(x, top);
            placed.push(Placed {
                at,
                slab,
                ground: None,
            });
        }
        let together = kept(stack);
        let white = if begins { 0.0 } else { first.before };
        let high = white + height(stack.iter().take(together));
        if used + high <= room + DUST {
            for _ in 0..together {
                used += take(stack, used, x, top, placed);
            }
        } else if begins {
            used += crowded(stack, together, room, used, x, top, placed);
            return used;
        } else {
            return used;
        }
    }
    used
}

/// How many entries from the first on stay together.
fn kept(stack: &VecDeque<Entry>) -> usize {
    let chain = stack.iter().take_while(|entry| entry.keep).count();
    let next = stack.get(chain);
    let ends = next.is_some_and(|entry| !matches!(entry.node, Node::NewPage));
    chain + usize::from(ends)
}

/// Puts the first entry into its place under what is used; gives how much more is used.
fn take(stack: &mut VecDeque<Entry>, used: f32, x: f32, top: f32, placed: &mut Vec<Placed>) -> f32 {
    let Some(entry) = stack.pop_front() else {
        return 0.0;
    };
    let before = if used == 0.0 { 0.0 } else { entry.before };
    let y = top + used + before;
    match entry.node {
        Node::Slab(slab) => {
            let (at, ground) = (Point::new(x, y), entry.ground);
            placed.push(Placed { at, slab, ground });
        }
        Node::Beside(columns) => {
            for (at, mut column) in columns {
                inherit(entry.ground, at, &mut column);
                let mut under = 0.0;
                while !column.is_empty() {
                    under += take(&mut column, under, x + at, y, placed);
                }
            }
        }
        Node::NewPage => (),
    }
    before + entry.height
}

/// Fills a page with what is too high to stay together: whole entries as long as they fit, then stacks side by side in
/// parts, each for itself.
fn crowded(
    stack: &mut VecDeque<Entry>,
    together: usize,
    room: f32,
    mut used: f32,
    x: f32,
    top: f32,
    placed: &mut Vec<Placed>,
) -> f32 {
    let from = used;
    for _ in 0..together {
        let Some(first) = stack.front() else { break };
        let before = if used == 0.0 { 0.0 } else { first.before };
        if used + before + first.height <= room + DUST {
            used += take(stack, used, x, top, placed);
            continue;
        }
        let left = room - used - before;
        let apart = matches!(first.node, Node::Beside(_));
        if apart && (used <= from || left > room / 3.0) {
            let y = used + before;
            used = y + part(stack, left, x, top + y, placed);
        } else if used <= from {
            used += take(stack, used, x, top, placed);
        }
        break;
    }
    used - from
}

/// Takes from stacks side by side what fits, and leaves the rest; gives the height of the highest.
fn part(stack: &mut VecDeque<Entry>, room: f32, x: f32, top: f32, placed: &mut Vec<Placed>) -> f32 {
    let Some(entry) = stack.pop_front() else {
        return 0.0;
    };
    let Node::Beside(mut columns) = entry.node else {
        return 0.0;
    };
    let mut high: f32 = 0.0;
    for (at, column) in &mut columns {
        inherit(entry.ground, *at, column);
        high = high.max(fill(column, room, x + *at, top, placed));
    }
    if columns.iter().any(|(_, column)| !column.is_empty()) {
        let rest = Entry {
            keep: entry.keep,
            head: entry.head,
            ground: entry.ground,
            ..Entry::beside(0.0, columns)
        };
        stack.push_front(rest);
    }
    high
}

/// Lets a stack stand on the ground of what it is in, unless it has its own.
fn inherit(ground: Option<Ground>, left: f32, column: &mut VecDeque<Entry>) {
    let Some(ground) = ground else { return };
    let x = ground.x - left;
    for entry in column {
        entry.ground.get_or_insert(Ground { x, ..ground });
    }
}

fn shift(item: &mut Item, x: f32, y: f32) {
    match &mut item.content {
        Content::Text(text) => text.at = Point::new(text.at.x + x, text.at.y + y),
        Content::Shape(shape) => shift_shape(shape, x, y),
        Content::Picture { corners, .. } | Content::Link { corners, .. } => {
            *corners = moved(*corners, x, y);
        }
    }
}

fn shift_shape(shape: &mut Shape, x: f32, y: f32) {
    let shift = |point: &mut Point| *point = Point::new(point.x + x, point.y + y);
    match shape {
        Shape::Line { points, .. } => points.iter_mut().for_each(shift),
        Shape::Fan { centre, rim, .. } => {
            shift(centre);
            rim.iter_mut().for_each(shift);
        }
        Shape::Bar { corners, .. } => *corners = moved(*corners, x, y),
        Shape::Mark { centre, .. } => shift(centre),
        Shape::Text { at, .. } => shift(at),
    }
}

/// A rectangle moved.
pub fn moved(corners: Corners, x: f32, y: f32) -> Corners {
    let Corners { min, max } = corners;
    Corners::between([min.x + x, max.x + x], [min.y + y, max.y + y])
}
