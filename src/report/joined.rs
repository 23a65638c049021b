//! Pages of several reports as those of one file.

use super::pages::{Content, LinkTarget, Page, Pages, PartKind};

impl Pages {
    /// All pages behind one another; `None` for none. The first report says what the file says of itself.
    #[must_use]
    pub fn joined(all: Vec<Self>) -> Option<Self> {
        let mut all = all.into_iter();
        let mut whole = all.next()?;
        for next in all {
            whole.append(next);
        }
        Some(whole)
    }

    fn append(&mut self, next: Self) {
        let (pages, parts) = (self.pages.len(), self.parts.len());
        let headings = self.outline.len();
        self.pages.extend(next.pages.into_iter().map(|mut page| {
            shift(&mut page, parts, headings);
            page
        }));
        self.parts.extend(next.parts.into_iter().map(|mut part| {
            part.parent = part.parent.map(|parent| parent + parts);
            if let PartKind::Figure { page, .. } = &mut part.kind {
                *page += pages;
            }
            part
        }));
        self.outline
            .extend(next.outline.into_iter().map(|mut mark| {
                mark.page += pages;
                mark
            }));
        self.unprintable.extend(next.unprintable);
    }
}

fn shift(page: &mut Page, parts: usize, headings: usize) {
    for item in page.items.iter_mut().chain(&mut page.foot) {
        item.part = item.part.map(|part| part + parts);
        if let Content::Link {
            to: LinkTarget::Heading(heading),
            ..
        } = &mut item.content
        {
            *heading += headings;
        }
    }
}
